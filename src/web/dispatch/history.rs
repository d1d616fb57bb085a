//! Undoing and doing again, across reloads: what was done is kept deed by deed beside the record.

use std::sync::Arc;

use leptos::prelude::*;

use super::types::ImportMemory;
use super::{ImportError, Seen, Store, Told, Turn, Turns};
use crate::document::history::{Before, Deed, What};
use crate::document::{Edit, review};
use crate::domain::{Change, PairId, Pairing, Path};
use crate::web::storage::database::{Area, Op};

impl Store {
    /// What can be undone and done again.
    pub fn turns(self) -> Signal<Turns> {
        self.around().turns.into()
    }

    /// The last removal, or what was undone or done again since: until something else is done.
    pub fn told(self) -> RwSignal<Option<Told>> {
        self.around().told
    }

    /// Undoes the last thing done here, or does the last thing undone again. Nothing when there is none.
    ///
    /// # Errors
    /// When an import could not be undone; nothing changed then.
    pub async fn turn(self, undo: bool) -> Result<Option<Told>, ImportError> {
        if self.is_outdated() {
            return Ok(None);
        }
        self.seal_all();
        let core = self.core();
        let before = self.pairing.get_untracked();
        let next = {
            let pairs = core.pairs.borrow();
            let history = core.opened().and_then(|pair| Some(&pairs.get(&pair)?.history));
            history.and_then(|history| if undo { history.undoable() } else { history.redoable() }.cloned())
        };
        let Some(next) = next else { return Ok(None) };
        let turn = if undo { Turn::Undone } else { Turn::Redone };
        let (seen, beside) = if next.what == What::Import {
            if undo {
                self.undo_import().await?;
            } else {
                self.redo_import().await?;
            }
            (Seen::Import, 0)
        } else {
            let Some(turned) = self.turn_fields(undo) else { return Ok(None) };
            turned
        };
        let told = Told { turn, seen, beside, before };
        self.around().told.set(Some(told.clone()));
        self.tell_turns();
        Ok(Some(told))
    }

    fn turn_fields(self, undo: bool) -> Option<(Seen, usize)> {
        let core = self.core();
        let pair = core.opened()?;
        let author = core.author();
        let (turned, ops) = {
            let mut pairs = core.pairs.borrow_mut();
            let kept = pairs.get_mut(&pair)?;
            let turned = kept.history.turn(undo, &mut kept.document, &author, self.now())?;
            let changed = turned.changed.iter().filter_map(|key| kept.history.get(key));
            let ops: Vec<Op> = changed.map(|deed| put(pair.as_str(), deed)).collect();
            (turned, ops)
        };
        self.keep_edits(turned.edits, ops);
        Some((turned.seen, turned.beside))
    }

    /// Remembers what `edits` did, for undoing it; what keeps that comes back.
    pub(super) fn note_deed(self, before: Option<Before>, edits: &[(Path, Edit)]) -> Vec<Op> {
        let what = self.core().with_document(|document| before.and_then(|before| before.what(document, edits)));
        what.flatten().map(|what| self.note(what)).unwrap_or_default()
    }

    /// Remembers something done now; what keeps that comes back.
    pub(super) fn note(self, what: What) -> Vec<Op> {
        let core = self.core();
        let Some(pair) = core.opened() else { return Vec::new() };
        let number = core.deeds.get();
        core.deeds.set(number.wrapping_add(1));
        let key = format!("{}-{number:06}-{}", self.now(), core.tab);
        let mut ops = Vec::new();
        if let Some(kept) = core.pairs.borrow_mut().get_mut(&pair) {
            let forgotten = kept.history.note(key.clone(), what);
            ops.extend(forgotten.into_iter().map(|key| Op::Delete(Area::History, format!("{pair}/{key}"))));
            ops.extend(kept.history.get(&key).map(|deed| put(pair.as_str(), deed)));
        }
        self.around().told.set(None);
        self.tell_turns();
        ops
    }

    /// What was done in a pair stands under its other name from now on: under the first one it would come back as it was, whatever is
    /// undone or forgotten since.
    pub(super) fn rename_deeds(self, from: &PairId, to: &PairId) -> Vec<Op> {
        let core = self.core();
        let pairs = core.pairs.borrow();
        let deeds = pairs.get(from).into_iter().flat_map(|kept| kept.history.deeds());
        let renamed = |deed: &Deed| [Op::Delete(Area::History, format!("{from}/{}", deed.key)), put(to.as_str(), deed)];
        deeds.flat_map(renamed).collect()
    }

    /// Says what can be undone now.
    pub(super) fn tell_turns(self) {
        let core = self.core();
        let pairs = core.pairs.borrow();
        let opened = core.opened();
        let history = opened.and_then(|pair| Some(&pairs.get(&pair)?.history));
        let turns = history.map_or(Turns::default(), |history| Turns {
            undo: history.undoable().is_some(),
            redo: history.redoable().is_some(),
        });
        drop(pairs);
        if self.around().turns.get_untracked() != turns {
            self.around().turns.set(turns);
        }
    }

    /// A record was removed: said, with the way back.
    pub(super) fn tell_removal(self, changes: &[Change], before: Arc<Pairing>) {
        let removed = changes.iter().find_map(|change| match change {
            Change::Remove(record) => Some(record.clone()),
            Change::Put(..) => None,
        });
        if let Some(record) = removed {
            let seen = Seen::Record { record, is_live: false };
            self.around().told.set(Some(Told { turn: Turn::Done, seen, beside: 0, before: Some(before) }));
        }
    }

    /// Says of the import that it was undone, or done again.
    pub(super) fn turn_import(self, undone: bool) {
        let core = self.core();
        let Some(pair) = core.opened() else { return };
        let op = core.pairs.borrow_mut().get_mut(&pair).and_then(|kept| {
            let key = kept.history.turn_import(undone)?;
            Some(put(pair.as_str(), kept.history.get(&key)?))
        });
        self.tell_turns();
        if let Some(op) = op {
            self.write(vec![op], None);
        }
    }

    /// Takes the copy in again whose import was undone.
    async fn redo_import(self) -> Result<(), ImportError> {
        let core = self.core();
        let pair = core.opened().ok_or(ImportError::NoPair)?;
        let (before, after) = {
            let pairs = core.pairs.borrow();
            let kept = pairs.get(&pair).ok_or(ImportError::NoPair)?;
            let memory = kept.undo.as_ref().filter(|memory| memory.undone).ok_or(ImportError::NothingToUndo)?;
            (kept.document.clone(), review::redo(&kept.document, &memory.after))
        };
        let memory = ImportMemory { at: self.now(), before, after: after.clone(), undone: false };
        self.keep_replacement(&pair, &after, Some(&memory)).await?;
        self.replace(&pair, &after, Some(memory));
        self.turn_import(false);
        Ok(())
    }
}

/// What writes a deed of a pair.
pub(super) fn put(pair: &str, deed: &Deed) -> Op {
    // A deed holds only what JSON can say, so the fallback is never taken.
    Op::Put(Area::History, format!("{pair}/{}", deed.key), serde_json::to_string(deed).unwrap_or_default())
}
