//! Typing: every pause keeps one durable draft; leaving the field makes it one edit.

use std::time::Duration;

use leptos::prelude::*;

use super::Store;
use super::core::Typing;
use super::keeping::draft_json;
use crate::document::Draft;
use crate::document::history::Before;
use crate::domain::{Change, Command, Path, Refusal, Value, decide};
use crate::web::storage::database::{Area, Op};
use crate::web::storage::keys;

/// How long a pause is.
const PAUSE: i64 = 400;

/// Someone who types without a pause is still kept that often.
const AT_LEAST_EVERY: i64 = 2_000;

impl Store {
    /// The words of a field as they should stand on screen: what is being typed, else what is shown. Not followed. Whoever then
    /// types there replaces what was shown at this moment, not what came in meanwhile.
    pub fn text(self, path: &Path) -> String {
        let core = self.core();
        if let Some(typing) = core.typing.borrow().get(path) {
            return typing.draft.text.clone();
        }
        let shown = core.with_document(|document| {
            let text = document.value(path).and_then(Value::text).unwrap_or_default().to_owned();
            (text, document.head_ids(path))
        });
        let (text, heads) = shown.unwrap_or_default();
        core.seen.borrow_mut().insert(path.clone(), heads);
        text
    }

    /// Takes what is being typed in a field: call it on every input. It is on disk after the next pause.
    pub fn draft(self, path: &Path, text: &str) {
        let core = self.core();
        if core.opened().is_none() || self.is_outdated() {
            return;
        }
        let now = self.now();
        {
            let mut typing = core.typing.borrow_mut();
            let entry = typing.entry(path.clone()).or_insert_with(|| {
                let seen = core.seen.borrow().get(path).cloned();
                let seen = seen.or_else(|| core.with_document(|document| document.head_ids(path))).unwrap_or_default();
                let draft = Draft { path: path.clone(), text: String::new(), seen, author: core.author(), at: now };
                Typing { draft, dirty: false, stored: false }
            });
            text.clone_into(&mut entry.draft.text);
            // A clock that was set back must not make later words the earlier ones.
            entry.draft.at = now.max(entry.draft.at);
            entry.dirty = true;
        }
        self.note_act();
        self.begin_saving();
        let since = core.dirty_since.get().unwrap_or(now);
        core.dirty_since.set(Some(since));
        let left = (AT_LEAST_EVERY - (now.millis() - since.millis())).clamp(0, PAUSE);
        if let Some(pause) = core.pause.take() {
            pause.clear();
        }
        let wait = Duration::from_millis(u64::try_from(left).unwrap_or(0));
        match set_timeout_with_handle(move || self.keep_drafts(), wait) {
            Ok(pause) => core.pause.set(Some(pause)),
            Err(_) => self.keep_drafts(),
        }
    }

    /// Keeps what is being typed now, without waiting for a pause: the page may go out of sight for good.
    pub(super) fn keep_drafts(self) {
        let Some(core) = self.core.try_get_value() else { return };
        let Some(pair) = core.opened() else { return };
        if let Some(pause) = core.pause.take() {
            pause.clear();
        }
        core.dirty_since.set(None);
        let mut ops = Vec::new();
        for (path, typing) in core.typing.borrow_mut().iter_mut().filter(|(_, typing)| typing.dirty) {
            let json = draft_json(&typing.draft);
            if let Err(fault) = core.local.write(&keys::draft(&pair, &core.tab, path), &json) {
                self.missing.update(|missing| missing.local = Some(fault));
            }
            ops.push(Op::Put(Area::Drafts, core.draft_key(&pair, path), json));
            typing.dirty = false;
            typing.stored = true;
        }
        if !ops.is_empty() {
            self.write(ops, None);
        }
    }

    /// Makes what was typed in a field one edit: call it when the field is left.
    ///
    /// # Errors
    /// When the words may not stand there (a first name left empty, a text too long): they stay as typed, and are kept so.
    pub fn seal(self, path: &Path) -> Result<(), Refusal> {
        let core = self.core();
        let Some(text) = core.typing.borrow().get(path).map(|typing| typing.draft.text.clone()) else {
            return Ok(());
        };
        let pairing = self.pairing.get_untracked().ok_or(Refusal::Gone)?;
        let changes = match decide(&pairing, &Command::Write(path.clone(), text), &self.context()) {
            Ok(changes) => changes,
            Err(refusal) => {
                self.keep_drafts();
                return Err(refusal);
            }
        };
        let Some(mut draft) = core.typing.borrow().get(path).map(|typing| typing.draft.clone()) else {
            return Ok(());
        };
        for change in changes {
            if let Change::Put(_, Value::Text(text)) = change {
                draft.text = text;
            }
        }
        // The draft goes in the same transaction that brings the edit.
        let mut ops = core.forget_draft(path);
        let before = core.with_document(|document| Before::of_paths(document, [path.clone()]));
        core.remember_standing([path]);
        let edit = core.change_document(|document| document.seal(&draft)).flatten();
        match edit {
            Some(edit) => {
                let edits = vec![edit];
                ops.extend(self.note_deed(before, &edits));
                self.keep_edits(edits, ops);
            }
            None => self.keep(Vec::new(), ops),
        }
        Ok(())
    }

    /// Seals every field that may be sealed; the others stay drafts, on their way to the disk.
    pub fn seal_all(self) {
        let core = self.core();
        let paths: Vec<Path> = core.typing.borrow().keys().cloned().collect();
        for path in paths {
            // What is refused is kept as typed, by `seal` itself; its field says so when it is left.
            let _ = self.seal(&path);
        }
    }
}
