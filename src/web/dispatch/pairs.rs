//! The pairs of this browser: starting one, opening one, taking one over from a file.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::core::Kept;
use super::{ImportError, Store};
use crate::document::Row;
use crate::document::{Document, History, Incoming};
use crate::domain::sorting::Gather as _;
use crate::domain::{Command, Context, PairId, Pairing, PersonId, Refusal, Role, decide};
use crate::web::platform::{IntlZone, random};
use crate::web::storage::keys;
use crate::web::storage::start::meta;

impl Store {
    /// First run: starts a pair and opens it.
    ///
    /// # Errors
    /// When a name is missing or the call's length makes no sense; nothing changed then.
    pub fn start_pair(
        self,
        mentor: impl Into<String>,
        student: impl Into<String>,
        minutes: u32,
        me: Role,
    ) -> Result<(), Refusal> {
        let core = self.core();
        let zone = IntlZone::of_browser();
        let id = PairId::parse(&random::id()).ok_or(Refusal::Gone)?;
        let mut author = core.author();
        author.person = PersonId::of(me);
        let now = self.now();
        let context = Context { now, today: now.day(&zone), author };
        let command =
            Command::Start { mentor: mentor.into(), student: student.into(), minutes, zone: Some(zone.name().clone()) };
        let changes = decide(&Pairing::empty(id.clone()), &command, &context)?;
        self.seal_all();
        let mut document = Document::new(id.clone());
        let edits = document.apply(&changes, &context.author, context.now);
        let rows = Row::edits(&document, edits);
        self.enter(document, context.author.person);
        self.keep(rows, Vec::new());
        Ok(())
    }

    /// Opens a pair of this browser, reading its record if need be. Nothing happens when it is not there.
    pub async fn open_pair(self, pair: PairId) {
        let core = self.core();
        self.seal_all();
        let Some(id) = self.bring(&pair).await else { return };
        self.put_back(&id);
        self.keep_small(keys::OPENED, meta::OPENED, id.as_str());
        if core.outside.borrow_mut().remove(&id) {
            self.heal_local(&std::iter::once(id.clone()).gather(), &BTreeSet::new());
        }
        self.show_pair(Some(id.clone()));
        self.note_opened(&id);
        self.back_up_daily();
    }

    /// The pair that goes by a name, its record read.
    pub(super) async fn bring(self, name: &PairId) -> Option<PairId> {
        let core = self.core();
        let id = self.known_as(name)?;
        if !core.pairs.borrow().contains_key(&id) {
            let names = core.known.borrow().get(&id).map(|summary| summary.names.iter().cloned().gather());
            self.load_pairs(names.unwrap_or_else(|| std::iter::once(id.clone()).gather()), Vec::new()).await;
        }
        let id = self.known_as(name)?;
        core.pairs.borrow().contains_key(&id).then_some(id)
    }

    /// Puts a pair on screen, or none.
    pub(super) fn show_pair(self, pair: Option<PairId>) {
        let core = self.core();
        core.typing.borrow_mut().clear();
        core.seen.borrow_mut().clear();
        core.opened.replace(pair);
        self.refresh_pair();
        // Nothing is being typed any more that could still be on its way.
        self.settle();
    }

    /// Shows the opened pair as it is now.
    pub(super) fn refresh_pair(self) {
        let core = self.core();
        if core.opened().is_some() {
            self.me.set(core.author().person);
        }
        self.around().undoable.set(self.undoable_now());
        self.around().told.set(None);
        self.tell_turns();
        let given = core.opened().and_then(|pair| core.pairs.borrow().get(&pair)?.given);
        self.around().last_export.set(given);
        self.show();
    }

    /// Sets who uses this browser in the opened pair.
    pub fn set_me(self, me: PersonId) {
        let core = self.core();
        let Some(pair) = core.opened() else { return };
        // What was typed so far was typed by the one before.
        self.seal_all();
        if let Some(kept) = core.pairs.borrow_mut().get_mut(&pair) {
            kept.me = me;
        }
        self.keep_small(&keys::me(&pair), &meta::me(&pair), &me.to_string());
        self.me.set(me);
        self.pairing.with_untracked(|pairing| self.summarise(pairing.as_deref()));
        self.write(self.take_summaries(), None);
    }

    /// Takes over another pair's file as a pair of this browser, and opens it. A pair that is already here is only opened.
    ///
    /// # Errors
    /// When it could not be kept; the pair is open all the same, in this page.
    pub async fn adopt(self, incoming: Incoming, me: Role) -> Result<PairId, ImportError> {
        let core = self.core();
        let mut document = incoming.document;
        if let Some(id) = self.pair_of(&document) {
            self.open_pair(id.clone()).await;
            return Ok(id);
        }
        self.seal_all();
        // It was erased here once: what may be left of that time does not count, this does.
        let buried = |name: &PairId| core.tombstones.borrow().get(&meta::erased(name)).copied();
        if let Some(last) = document.names().iter().filter_map(buried).max() {
            document.raise_generation(last.saturating_add(1));
        }
        let id = document.pair().clone();
        let rows = vec![Row::Part { document: document.clone() }];
        self.enter(document, PersonId::of(me));
        self.keep_local(&id, &super::keeping::touched(&rows));
        let ops = super::keeping::puts(&id, &rows).into_iter().chain(self.take_summaries()).collect();
        self.write_durably(ops).await.map_err(ImportError::NotKept)?;
        Ok(id)
    }

    /// Puts a new pair among those of this browser, and on screen.
    fn enter(self, document: Document, me: PersonId) {
        let core = self.core();
        let id = document.pair().clone();
        let kept = Kept { document, me, undo: None, given: None, history: History::default() };
        core.pairs.borrow_mut().insert(id.clone(), kept);
        self.keep_small(keys::DEVICE, meta::DEVICE, core.device.borrow().as_str());
        self.keep_small(&keys::me(&id), &meta::me(&id), &me.to_string());
        self.keep_small(keys::OPENED, meta::OPENED, id.as_str());
        self.show_pair(Some(id.clone()));
        self.note_opened(&id);
        self.leave_mark();
    }
}
