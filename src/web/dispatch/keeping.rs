//! Keeping: local storage at once, then the log; “saved” only when the log's transaction has completed.

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::core::Core;
use super::{SaveState, StorageFault, Store};
use crate::document::{Document, Draft, Row};
use crate::domain::sorting::Gather as _;
use crate::domain::{PairId, Profile, RecordKey};
use crate::web::platform::{clock, random};
use crate::web::storage::database::{Area, Database, Op};
use crate::web::storage::keys;
use crate::web::storage::stamp::stamped;
use crate::web::storage::start::meta;
use crate::web::storage::tabs::Message;

impl Store {
    /// Keeps rows of the opened pair, and `ops` with them in the same transaction.
    pub(super) fn keep(self, rows: Vec<Row>, mut ops: Vec<Op>) {
        let core = self.core();
        let Some(pair) = core.opened() else { return };
        self.keep_local(&pair, &touched(&rows));
        ops.extend(puts(&pair, &rows));
        ops.extend(self.take_summaries());
        let message = (!rows.is_empty()).then_some(Message::Rows { pair, rows });
        self.write(ops, message);
    }

    /// Rewrites the keys of these records in local storage from the joined state.
    pub(super) fn keep_local(self, pair: &PairId, records: &BTreeSet<RecordKey>) {
        if self.is_outdated() {
            return;
        }
        let core = self.core();
        let pairs = core.pairs.borrow();
        let Some(kept) = pairs.get(pair).filter(|_| !core.outside.borrow().contains(pair)) else { return };
        // What it refused once stands there as it was before: when it takes again, it takes everything.
        let behind = self.missing.with_untracked(|missing| missing.local.is_some());
        let all = if behind { kept.document.records() } else { Vec::new() };
        let outcome = records.iter().chain(&all).try_for_each(|record| {
            core.local.write(&keys::record(pair, record), &to_json(&kept.document.part_of(record)))
        });
        drop(pairs);
        self.note_local(outcome);
    }

    /// Says whether local storage takes what it is given.
    pub(super) fn note_local(self, outcome: Result<(), StorageFault>) {
        let fault = outcome.err();
        if self.missing.with_untracked(|missing| missing.local != fault) {
            self.missing.update(|missing| missing.local = fault);
        }
    }

    /// Writes one transaction in the background, tells the other tabs once it has completed, and says so on screen.
    pub(super) fn write(self, ops: Vec<Op>, message: Option<Message>) {
        if ops.is_empty() || self.is_outdated() {
            self.settle();
            return;
        }
        self.begin_saving();
        let core = self.core();
        core.pending.set(core.pending.get() + 1);
        spawn_local(async move {
            let outcome = self.write_now(&core, ops).await;
            core.pending.set(core.pending.get().saturating_sub(1));
            if self.core.try_get_value().is_none() {
                return;
            }
            if let (Ok(()), Some(message)) = (&outcome, &message) {
                self.say(message);
            }
            self.report(outcome);
        });
    }

    /// Writes one transaction and returns once it has completed.
    pub(super) async fn write_durably(self, ops: Vec<Op>) -> Result<(), StorageFault> {
        if self.is_outdated() {
            return Err(StorageFault::Newer);
        }
        let core = self.core();
        self.begin_saving();
        core.pending.set(core.pending.get() + 1);
        let outcome = self.write_now(&core, ops).await;
        core.pending.set(core.pending.get().saturating_sub(1));
        if self.core.try_get_value().is_some() {
            self.report(outcome.clone());
        }
        outcome
    }

    /// One transaction. When an earlier one failed, all that this page holds goes along, so that once it has completed everything up
    /// to now is on disk.
    async fn write_now(self, core: &Rc<Core>, ops: Vec<Op>) -> Result<(), StorageFault> {
        let mut all = Vec::new();
        let mut owed = Vec::new();
        let mut erasing = 0;
        if core.behind.get() && self.core.try_get_value().is_some() {
            core.behind.set(false);
            erasing = core.erasing.borrow().len();
            owed = self.owed(&mut all);
        }
        all.extend(ops);
        let outcome = try_write(core, &all).await;
        if outcome.is_err() {
            core.behind.set(true);
        } else if self.core.try_get_value().is_some() {
            if erasing > 0 {
                core.erasing.borrow_mut().drain(..erasing);
                // The database knows now.
                let told = core.local.keys().into_iter().filter(|key| key.starts_with(keys::ERASED));
                told.for_each(|key| core.local.remove(&key));
            }
            // What failed was not told to the other tabs either.
            for message in &owed {
                self.say(message);
            }
        }
        outcome
    }

    /// Everything that this page holds and some transaction may have failed to write: whole records, what can be undone, what is being
    /// typed, the small things. Gives what the other tabs are told then.
    fn owed(self, ops: &mut Vec<Op>) -> Vec<Message> {
        let core = self.core();
        // First, so that a pair that came back since is written again after it.
        ops.extend(core.erasing.borrow().iter().cloned());
        ops.extend(core.small.borrow().iter().map(|(key, text)| small_op(key, text.clone())));
        let opened = core.opened();
        let mut messages = Vec::new();
        for (pair, kept) in core.pairs.borrow().iter() {
            let rows = vec![Row::Part { document: kept.document.clone() }];
            ops.extend(puts(pair, &rows));
            ops.extend(kept.history.deeds().map(|deed| super::history::put(pair.as_str(), deed)));
            // What was sealed since must not come back beside the words it became.
            let names = kept.document.names();
            ops.extend(names.iter().map(|name| Op::DeleteAll(Area::Drafts, format!("{name}/{}/", core.tab))));
            messages.push(Message::Rows { pair: pair.clone(), rows });
        }
        for typing in core.typing.borrow_mut().values_mut() {
            if let Some(pair) = &opened {
                ops.push(Op::Put(Area::Drafts, core.draft_key(pair, &typing.draft.path), draft_json(&typing.draft)));
                typing.stored = true;
            }
        }
        messages
    }

    /// Writes what a transaction that failed has left unwritten, when there is such a thing and nothing else is on its way.
    pub(super) fn catch_up(self) {
        let core = self.core();
        if !core.behind.get() || core.pending.get() > 0 || self.is_outdated() {
            return;
        }
        core.pending.set(core.pending.get() + 1);
        spawn_local(async move {
            let outcome = self.write_now(&core, Vec::new()).await;
            core.pending.set(core.pending.get().saturating_sub(1));
            if self.core.try_get_value().is_some() {
                self.report(outcome);
            }
        });
    }

    /// Tells the other tabs.
    pub(super) fn say(self, message: &Message) {
        if let Some(channel) = self.core().channel.borrow().as_ref() {
            channel.say(message);
        }
    }

    /// Something is on its way. While nothing can be kept, that is what is said.
    pub(super) fn begin_saving(self) {
        let quiet = self.save_state.with_untracked(|state| matches!(state, SaveState::Saving | SaveState::NotKept(_)));
        if !quiet {
            self.save_state.set(SaveState::Saving);
        }
    }

    fn report(self, outcome: Result<(), StorageFault>) {
        let core = self.core();
        match outcome {
            // One that was on its way at the same time failed: this one knew nothing of it and carried nothing along.
            Ok(()) if core.behind.get() => self.catch_up(),
            Ok(()) => {
                core.saved.set(Some(clock::now()));
                if self.missing.with_untracked(|missing| missing.database.is_some()) {
                    self.missing.update(|missing| missing.database = None);
                }
                self.save_state.update_untracked(|state| {
                    if matches!(state, SaveState::NotKept(_)) {
                        *state = SaveState::Saving;
                    }
                });
                self.settle();
                if core.unread.replace(false) {
                    spawn_local(async move { self.read_late().await });
                }
            }
            Err(fault) => self.not_kept(fault),
        }
    }

    pub(super) fn not_kept(self, fault: StorageFault) {
        // Tried again and again while it lasts: the same is not said anew each time.
        if self.missing.with_untracked(|missing| missing.database.as_ref() != Some(&fault)) {
            self.missing.update(|missing| missing.database = Some(fault.clone()));
        }
        let said = SaveState::NotKept(fault);
        if self.save_state.with_untracked(|state| *state != said) {
            self.save_state.set(said);
        }
    }

    /// When nothing is on its way any more, that is said.
    pub(super) fn settle(self) {
        let core = self.core();
        let is_saving = self.save_state.with_untracked(|state| matches!(state, SaveState::Saving));
        if is_saving && core.pending.get() == 0 && !core.is_typing_unkept() {
            self.save_state.set(core.saved.get().map_or(SaveState::Idle, SaveState::Saved));
        }
    }

    /// Keeps the settings whenever they change.
    pub(super) fn keep_settings(self) {
        let settings = self.settings;
        Effect::new(move |before: Option<super::Settings>| {
            let now = settings.get();
            let held = self.core.with_value(|core| core.hold_settings.replace(false));
            if !held && before.is_some_and(|before| before != now) {
                let json = now.to_json();
                self.keep_small(keys::SETTINGS, meta::SETTINGS, &json);
            }
            now
        });
    }

    /// Changes what the mentor keeps in this browser, on top of what another tab kept meanwhile.
    pub fn keep_profile(self, change: impl FnOnce(&mut Profile)) {
        let mut profile = super::core::stored_profile().unwrap_or_else(|| self.profile.get_untracked());
        change(&mut profile);
        self.keep_small(keys::PROFILE, meta::PROFILE, &profile.to_json());
        self.profile.set(profile);
    }

    /// Keeps one small thing in both stores.
    pub(super) fn keep_small(self, local: &str, meta: &str, text: &str) {
        if self.is_outdated() {
            return;
        }
        let core = self.core();
        let text = stamped(clock::now(), text);
        if let Err(fault) = core.local.write(local, &text) {
            self.missing.update(|missing| missing.local = Some(fault));
        }
        self.write_small(meta, Some(text));
    }

    /// Keeps one small thing in the database, or takes it away there.
    pub(super) fn write_small(self, key: &str, text: Option<String>) {
        if !self.is_outdated() {
            self.core().small.borrow_mut().insert(key.to_owned(), text.clone());
        }
        self.write(vec![small_op(key, text)], None);
    }
}

/// The records that rows touch.
pub(super) fn touched(rows: &[Row]) -> BTreeSet<RecordKey> {
    rows.iter()
        .flat_map(|row| match row {
            Row::Edit { path, .. } => vec![path.record()],
            Row::Part { document } => document.records(),
        })
        .gather()
}

/// What puts rows into a pair's log.
pub(super) fn puts(pair: &PairId, rows: &[Row]) -> Vec<Op> {
    rows.iter().map(|row| Op::Put(Area::Log, row.key(pair, random::id), row.text())).collect()
}

fn small_op(key: &str, text: Option<String>) -> Op {
    match text {
        Some(text) => Op::Put(Area::Meta, key.to_owned(), text),
        None => Op::Delete(Area::Meta, key.to_owned()),
    }
}

/// What is being typed, as stored.
pub(super) fn draft_json(draft: &Draft) -> String {
    // A draft holds only what JSON can say, so the fallback is never taken.
    serde_json::to_string(draft).unwrap_or_default()
}

pub(super) fn to_json(document: &Document) -> String {
    // A document holds only what JSON can say, so the fallback is never taken.
    serde_json::to_string(document).unwrap_or_default()
}

async fn try_write(core: &Rc<Core>, ops: &[Op]) -> Result<(), StorageFault> {
    let open = core.database.borrow().clone();
    if let Some(database) = open {
        match database.write(ops).await {
            // The browser closes connections when it clears data or under pressure: the next one may do.
            Err(StorageFault::Failed(name)) if name == "InvalidStateError" => {}
            outcome => return outcome,
        }
    }
    let database = Database::open().await?;
    let outcome = database.write(ops).await;
    core.database.replace(Some(database));
    outcome
}
