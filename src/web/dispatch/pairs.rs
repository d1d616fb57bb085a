//! The pairs of this browser: starting one, opening one, taking one over from a file.

use leptos::prelude::*;

use super::core::Kept;
use super::{ImportError, PairSummary, RetiredPair, Store};
use crate::document::{Document, History, Incoming, project};
use crate::domain::{Command, Context, PairId, Pairing, PersonId, Refusal, Role, decide};
use crate::web::platform::{IntlZone, random};
use crate::web::storage::keys;
use crate::web::storage::row::Row;
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

    /// Opens another pair of this browser. Nothing happens when it is not there.
    pub fn open_pair(self, pair: PairId) {
        let core = self.core();
        self.seal_all();
        let id = core.pairs.borrow().iter().find(|(_, kept)| kept.document.known_as(&pair)).map(|(id, _)| id.clone());
        let Some(id) = id else { return };
        self.put_back(&id);
        self.keep_small(keys::OPENED, meta::OPENED, id.as_str());
        self.show_pair(Some(id));
        self.back_up_daily();
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
    }

    /// Takes over another pair's file as a pair of this browser, and opens it. A pair that is already here is only opened.
    ///
    /// # Errors
    /// When it could not be kept; the pair is open all the same, in this page.
    pub async fn adopt(self, incoming: Incoming, me: Role) -> Result<PairId, ImportError> {
        let core = self.core();
        let mut document = incoming.document;
        let here = core
            .pairs
            .borrow()
            .iter()
            .find(|(_, kept)| kept.document.is_same_pair(&document))
            .map(|(id, _)| id.clone());
        if let Some(id) = here {
            self.open_pair(id.clone());
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
        self.write_durably(super::keeping::puts(&id, &rows)).await.map_err(ImportError::NotKept)?;
        Ok(id)
    }

    /// Puts a new pair among those of this browser, and on screen.
    fn enter(self, document: Document, me: PersonId) {
        let core = self.core();
        let id = document.pair().clone();
        core.pairs.borrow_mut().insert(
            id.clone(),
            Kept { document, me, undo: None, given: None, history: History::default(), retired: None },
        );
        self.keep_small(keys::DEVICE, meta::DEVICE, core.device.borrow().as_str());
        self.keep_small(&keys::me(&id), &meta::me(&id), &me.to_string());
        self.keep_small(keys::OPENED, meta::OPENED, id.as_str());
        self.show_pair(Some(id));
        self.leave_mark();
    }

    /// Brings the opened pair's line in the list of pairs up to date.
    pub(super) fn summarise(self, pairing: Option<&Pairing>) {
        let core = self.core();
        let (Some(pairing), Some(id)) = (pairing, core.opened()) else { return };
        let summary = self.summary(&id, pairing);
        let known = self.pairs.with_untracked(|pairs| pairs.iter().position(|pair| pair.id == id));
        match known {
            Some(place) if self.pairs.with_untracked(|pairs| pairs[place] == summary) => {}
            Some(place) => self.pairs.update(|pairs| pairs[place] = summary),
            None => self.pairs.update(|pairs| pairs.push(summary)),
        }
    }

    /// Makes the list of pairs anew.
    pub(super) fn summarise_all(self) {
        let core = self.core();
        let pairings: Vec<(PairId, Pairing)> =
            core.pairs.borrow().iter().map(|(id, kept)| (id.clone(), project(&kept.document))).collect();
        let retired = |id: &PairId| core.pairs.borrow().get(id).and_then(|kept| kept.retired);
        let (gone, there): (Vec<_>, Vec<_>) = pairings.iter().partition(|(id, _)| retired(id).is_some());
        self.pairs.set(there.into_iter().map(|(id, pairing)| self.summary(id, pairing)).collect());
        let gone = gone.into_iter().filter_map(|(id, pairing)| {
            Some(RetiredPair { until: super::retire::until(retired(id)?), pair: self.summary(id, pairing) })
        });
        self.around().retired.set(gone.collect());
    }

    fn summary(self, id: &PairId, pairing: &Pairing) -> PairSummary {
        let core = self.core();
        PairSummary {
            id: id.clone(),
            mentor: pairing.mentor.name.clone(),
            student: pairing.student.name.clone(),
            me: core.pairs.borrow().get(id).map_or(PersonId::MENTOR, |kept| kept.me),
            next: pairing.next_session(self.now()).map(|(_, booking)| booking),
            waiting: pairing.questions.iter().filter(|question| !question.settled).count(),
        }
    }
}
