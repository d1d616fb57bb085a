//! Taking in a file, and undoing that: a copy of the record first, kept for certain; then everything in one transaction.

use leptos::prelude::*;

use super::keeping::{puts, touched};
use super::types::ImportMemory;
use super::{ImportError, Imported, Store, UndoableImport};
use crate::document::Row;
use crate::document::backup::Reason;
use crate::document::history::What;
use crate::document::review::Choice;
use crate::document::{Document, Incoming, review};
use crate::domain::PairId;
use crate::domain::sorting::Gather as _;
use crate::web::storage::database::{Area, Op};
use crate::web::storage::keys;
use crate::web::storage::stamp::stamped;
use crate::web::storage::start::meta;
use crate::web::storage::tabs::Message;

impl Store {
    /// Takes a file into the opened pair, as people chose in its review.
    ///
    /// # Errors
    /// When the copy that comes first, or what the file brought, could not be kept; nothing changed then.
    pub async fn import(self, incoming: Incoming, choices: Vec<Choice>) -> Result<Imported, ImportError> {
        self.seal_all();
        let core = self.core();
        let pair = core.opened().ok_or(ImportError::NoPair)?;
        let at = self.now();
        let before = core.with_document(Clone::clone).ok_or(ImportError::NoPair)?;
        let applied = review::apply(&before, &incoming, &choices, &core.author(), at);
        if applied.document == before {
            return Ok(Imported::NothingNew);
        }
        self.back_up(Reason::Import).await.map_err(ImportError::BackupFailed)?;
        core.remember(&applied.edits);
        let memory = ImportMemory { at, before, after: applied.document.clone(), undone: false };
        self.keep_replacement(&pair, &applied.document, Some(&memory)).await?;
        self.replace(&pair, &applied.document, Some(memory));
        let ops = self.note(What::Import);
        self.write(ops, None);
        Ok(Imported::Done)
    }

    /// Puts back the record as it was before the last import, with the edits made here since.
    ///
    /// # Errors
    /// When there is nothing to undo, or what was put back could not be kept; nothing changed then.
    pub async fn undo_import(self) -> Result<(), ImportError> {
        self.seal_all();
        let core = self.core();
        let pair = core.opened().ok_or(ImportError::NoPair)?;
        loop {
            let (now, undone, memory) = {
                let pairs = core.pairs.borrow();
                let kept = pairs.get(&pair).ok_or(ImportError::NoPair)?;
                let memory = kept.undo.clone().filter(|memory| !memory.undone).ok_or(ImportError::NothingToUndo)?;
                let undone = review::undo(&memory.before, &kept.document, &memory.after);
                (kept.document.clone(), undone, ImportMemory { undone: true, ..memory })
            };
            self.keep_replacement(&pair, &undone, Some(&memory)).await?;
            // What was put back replaces all of a lower generation, so an edit made while it was being kept must be in it too.
            if core.with_document(|document| *document == now) != Some(false) {
                self.replace(&pair, &undone, Some(memory));
                self.turn_import(true);
                return Ok(());
            }
        }
    }

    /// The import that can be undone, if any.
    pub fn can_undo_import(self) -> Signal<Option<UndoableImport>> {
        self.around().undoable.into()
    }

    pub(super) fn undoable_now(self) -> Option<UndoableImport> {
        let core = self.core();
        let pairs = core.pairs.borrow();
        let kept = pairs.get(&core.opened()?)?;
        kept.undo.as_ref().filter(|memory| !memory.undone).map(|memory| UndoableImport { at: memory.at })
    }

    /// Puts `document` into the log for the opened pair, with what undoing it needs, in one transaction.
    pub(super) async fn keep_replacement(
        self,
        pair: &PairId,
        document: &Document,
        undo: Option<&ImportMemory>,
    ) -> Result<(), ImportError> {
        let core = self.core();
        let id = document.pair();
        let now = self.now();
        let mut ops = puts(id, &[Row::Part { document: document.clone() }]);
        ops.push(Op::Put(Area::Meta, meta::me(id), stamped(now, &core.author().person.to_string())));
        ops.push(Op::Put(Area::Meta, meta::OPENED.to_owned(), stamped(now, id.as_str())));
        if pair != id {
            ops.push(Op::Delete(Area::Meta, meta::undo(pair)));
            ops.extend(self.rename_deeds(pair, id));
        }
        ops.push(match undo {
            // It holds only what JSON can say, so the fallback is never taken.
            Some(memory) => Op::Put(Area::Meta, meta::undo(id), serde_json::to_string(memory).unwrap_or_default()),
            None => Op::Delete(Area::Meta, meta::undo(id)),
        });
        self.write_durably(ops).await.map_err(ImportError::NotKept)
    }

    /// Puts `document`, which is in the log, into the opened pair's record, local storage, the other tabs and on screen. Edits
    /// made while it was being kept are joined; what is being typed stays.
    pub(super) fn replace(self, pair: &PairId, document: &Document, undo: Option<ImportMemory>) {
        let core = self.core();
        let id = document.pair().clone();
        let now = self.now();
        let rows = vec![Row::Part { document: document.clone() }];
        let old_records = self.take_in(pair, &id, document, undo);
        let records = touched(&rows).into_iter().chain(old_records).gather();
        self.keep_local(&id, &records);
        self.drop_stale_keys(pair, &id);
        for (key, text) in
            [(keys::me(&id), core.author().person.to_string()), (keys::OPENED.to_owned(), id.to_string())]
        {
            // Both are in the database already; a local storage that is full is said elsewhere.
            let _ = core.local.write(&key, &stamped(now, &text));
        }
        self.refresh_pair();
        self.list_pairs();
        self.write(self.take_summaries(), None);
        self.say(&Message::Rows { pair: id, rows });
    }

    /// Joins `document` into the record kept under `pair`, which goes by `id` from now on. Gives the records it had.
    fn take_in(
        self,
        pair: &PairId,
        id: &PairId,
        document: &Document,
        undo: Option<ImportMemory>,
    ) -> Vec<crate::domain::RecordKey> {
        let core = self.core();
        let mut pairs = core.pairs.borrow_mut();
        // Another pair of this browser may turn out to be the same one.
        let same: Vec<PairId> =
            pairs.iter().filter(|(_, kept)| kept.document.is_same_pair(document)).map(|(id, _)| id.clone()).collect();
        let mut records = Vec::new();
        let mut kept = pairs.remove(pair);
        for other in same {
            if let (Some(kept), Some(other)) = (&mut kept, pairs.remove(&other)) {
                kept.document.join(&other.document);
            }
        }
        if let Some(mut kept) = kept {
            records = kept.document.records();
            kept.document.join(document);
            kept.undo = undo;
            pairs.insert(id.clone(), kept);
        }
        drop(pairs);
        core.opened.replace(Some(id.clone()));
        records
    }

    /// Takes away keys of local storage whose record is not in the pair's record any more, or that go by another name.
    fn drop_stale_keys(self, pair: &PairId, id: &PairId) {
        let core = self.core();
        let names = core.with_document(|document| {
            let mut names: Vec<PairId> = document.aliases().cloned().collect();
            names.push(pair.clone());
            names
        });
        for name in names.unwrap_or_default().iter().filter(|name| *name != id) {
            let prefix = keys::pair(name);
            core.local.keys().iter().filter(|key| key.starts_with(&prefix)).for_each(|key| core.local.remove(key));
        }
        let current: std::collections::BTreeSet<String> = core
            .with_document(|document| document.records().iter().map(|record| keys::record(id, record)).gather())
            .unwrap_or_default();
        let prefix = keys::pair(id);
        for key in core.local.keys() {
            let is_record = key.starts_with(&prefix) && !key[prefix.len()..].starts_with('~');
            if is_record && !current.contains(&key) {
                core.local.remove(&key);
            }
        }
    }
}
