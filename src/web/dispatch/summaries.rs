//! What the list of pairs says, kept beside each record so that the list reads none; and room for the records opened last in local
//! storage.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::{PairSummary, RetiredPair, Store};
use crate::document::{Document, project};
use crate::domain::sorting;
use crate::domain::{Booking, Instant, PairId, Pairing, PersonId, SessionState};
use crate::web::storage::database::{Area, Op};
use crate::web::storage::keys;
use crate::web::storage::start::{Stored, assemble, meta};

/// What is known of a pair without reading its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Summary {
    /// Every identifier it goes by.
    pub(super) names: Vec<PairId>,
    /// The generation of its record.
    pub(super) generation: u32,
    mentor: String,
    student: String,
    me: String,
    /// Booked sessions that have not ended, the soonest first.
    upcoming: Vec<Booking>,
    waiting: usize,
}

/// How many sessions to come a summary holds: weeks may go by before the pair is opened again.
const UPCOMING: usize = 8;

/// How much of local storage the records may take, in its units; browsers give 5,242,880 to the whole site.
const SHARE: usize = 3_000_000;

impl Summary {
    fn of(document: &Document, pairing: &Pairing, me: PersonId, now: Instant) -> Self {
        let booked = pairing.sessions.iter().filter_map(|session| match session.state {
            Some(SessionState::Booked(booking)) if booking.end() > now => Some(booking),
            _ => None,
        });
        let mut upcoming: Vec<Booking> = booked.collect();
        sorting::sort_by_key(&mut upcoming, |booking| (booking.end(), booking.start));
        upcoming.truncate(UPCOMING);
        Self {
            names: document.names(),
            generation: document.generation(),
            mentor: pairing.mentor.name.clone(),
            student: pairing.student.name.clone(),
            me: me.to_string(),
            upcoming,
            waiting: pairing.questions.iter().filter(|question| !question.settled).count(),
        }
    }

    pub(super) fn me(&self) -> PersonId {
        PersonId::parse(&self.me).unwrap_or(PersonId::MENTOR)
    }

    fn line(&self, id: &PairId, now: Instant) -> PairSummary {
        PairSummary {
            id: id.clone(),
            mentor: self.mentor.clone(),
            student: self.student.clone(),
            me: self.me(),
            next: self.upcoming.iter().find(|booking| booking.end() > now).copied(),
            waiting: self.waiting,
        }
    }
}

impl Store {
    /// Brings the opened pair's line in the list of pairs up to date.
    pub(super) fn summarise(self, pairing: Option<&Pairing>) {
        if let (Some(pairing), Some(id)) = (pairing, self.core().opened())
            && self.note_summary(&id, pairing)
        {
            self.list_pairs();
        }
    }

    /// Brings a pair's summary up to date from its record.
    pub(super) fn note_pair(self, id: &PairId) {
        let pairing = self.core().pairs.borrow().get(id).map(|kept| project(&kept.document));
        if let Some(pairing) = pairing {
            self.note_summary(id, &pairing);
        }
    }

    /// Whether anything in it changed.
    fn note_summary(self, id: &PairId, pairing: &Pairing) -> bool {
        let core = self.core();
        let summary = {
            let pairs = core.pairs.borrow();
            let Some(kept) = pairs.get(id) else { return false };
            Summary::of(&kept.document, pairing, kept.me, self.now())
        };
        let mut known = core.known.borrow_mut();
        // Two pairs that turned out to be one; or one that went by that name for a while, and of which this line was left behind.
        let same =
            |(other, of): (&PairId, &Summary)| other != id && of.names.iter().any(|name| summary.names.contains(name));
        let gone: Vec<PairId> = known.iter().filter(|entry| same(*entry)).map(|(other, _)| other.clone()).collect();
        if gone.is_empty() && known.get(id) == Some(&summary) {
            return false;
        }
        let mut new = core.new_summaries.borrow_mut();
        for other in gone {
            known.remove(&other);
            core.local.remove(&keys::summary(&other));
            let op = Op::Delete(Area::Meta, meta::summary(&other));
            new.insert(other, op);
        }
        // Texts and numbers, so the fallback is never taken.
        let json = serde_json::to_string(&summary).unwrap_or_default();
        // A local storage that refuses has been said by whatever else was to be written; the database has it.
        let _ = core.local.write(&keys::summary(id), &json);
        new.insert(id.clone(), Op::Put(Area::Meta, meta::summary(id), json));
        core.stored_names.borrow_mut().extend(summary.names.iter().cloned());
        known.insert(id.clone(), summary);
        true
    }

    /// The summaries that changed, to go with what changed them.
    pub(super) fn take_summaries(self) -> Vec<Op> {
        std::mem::take(&mut *self.core().new_summaries.borrow_mut()).into_values().collect()
    }

    /// Makes the list of pairs anew, from what is known of them.
    pub(super) fn list_pairs(self) {
        let core = self.core();
        let now = self.now();
        let (mut there, mut gone) = (Vec::new(), Vec::new());
        for (id, summary) in core.known.borrow().iter() {
            match core.retired.borrow().get(id) {
                Some(at) => gone.push(RetiredPair { until: super::retire::until(*at), pair: summary.line(id, now) }),
                None => there.push(summary.line(id, now)),
            }
        }
        if self.pairs.with_untracked(|pairs| *pairs != there) {
            self.pairs.set(there);
        }
        let retired = self.around().retired;
        if retired.with_untracked(|retired| *retired != gone) {
            retired.set(gone);
        }
    }

    /// Another tab wrote in a pair that is not open here: its line is read again.
    pub(super) fn hear_summary(self, pair: PairId) {
        spawn_local(async move {
            let Ok(database) = self.database() else { return };
            let json = database.get(Area::Meta, &meta::summary(&pair)).await.ok().flatten();
            let Some(core) = self.core.try_get_value() else { return };
            let Some(summary) = json.and_then(|json| serde_json::from_str::<Summary>(&json).ok()) else { return };
            if !core.pairs.borrow().contains_key(&pair) {
                core.stored_names.borrow_mut().extend(summary.names.iter().cloned());
                core.known.borrow_mut().insert(pair, summary);
                self.list_pairs();
            }
        });
    }

    /// The pair that goes by a name.
    pub(super) fn known_as(self, name: &PairId) -> Option<PairId> {
        let core = self.core();
        let known = core.known.borrow();
        known.iter().find(|(id, summary)| *id == name || summary.names.contains(name)).map(|(id, _)| id.clone())
    }

    /// The pair of this browser that a document is of.
    pub fn pair_of(self, document: &Document) -> Option<PairId> {
        document.names().iter().find_map(|name| self.known_as(name))
    }

    /// Notes that a pair was opened just now, and lets records opened long ago leave local storage when they take too much.
    pub(super) fn note_opened(self, pair: &PairId) {
        let core = self.core();
        let mut recent = self.recent();
        recent.retain(|other| other != pair);
        recent.insert(0, pair.clone());
        // Names only, so the fallback is never taken. Where it is refused, any order will do.
        let _ = core.local.write(keys::RECENT, &serde_json::to_string(&recent).unwrap_or_default());
        spawn_local(async move { self.fit_local().await });
    }

    fn recent(self) -> Vec<PairId> {
        let json = self.core().local.read_checked(keys::RECENT);
        json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
    }

    /// Lets records leave local storage, those opened longest ago first, until the others fit; each only once the database is seen
    /// to hold all of it.
    async fn fit_local(self) {
        let Some(core) = self.core.try_get_value() else { return };
        let record_keys = || {
            let keys = core.local.keys().into_iter();
            let of_pair = keys.filter_map(|key| keys::record_of(&key).map(|pair| (pair, key)));
            of_pair.collect::<Vec<_>>()
        };
        let all = record_keys();
        let units =
            |keys: &[(PairId, String)]| core.local.units(&keys.iter().map(|(_, key)| key.clone()).collect::<Vec<_>>());
        let mut used = units(&all);
        if used <= SHARE {
            return;
        }
        let recent = self.recent();
        let mut pairs: Vec<PairId> = all.iter().map(|(pair, _)| pair.clone()).collect();
        pairs.dedup();
        sorting::sort_by_key(&mut pairs, |pair| {
            std::cmp::Reverse(recent.iter().position(|other| other == pair).unwrap_or(usize::MAX))
        });
        for pair in pairs {
            if used <= SHARE {
                return;
            }
            let own: Vec<(PairId, String)> = all.iter().filter(|(of, _)| *of == pair).cloned().collect();
            let (freed, keys) = (units(&own), own.into_iter().map(|(_, key)| key).collect::<Vec<_>>());
            let is_in_log = self.is_all_in_log(&pair, &keys).await;
            if self.core.try_get_value().is_none() {
                return;
            }
            if !is_in_log {
                continue;
            }
            core.outside.borrow_mut().insert(pair);
            for key in &keys {
                core.local.remove(key);
            }
            used = used.saturating_sub(freed);
        }
    }

    /// Whether the database alone gives everything that these keys of local storage hold.
    async fn is_all_in_log(self, pair: &PairId, keys: &[String]) -> bool {
        let core = self.core();
        let Ok(database) = self.database() else { return false };
        let Ok(log) = database.read_under(Area::Log, &format!("{pair}/")).await else { return false };
        let local = keys.iter().filter_map(|key| core.local.read(key).map(|text| (key.clone(), text))).collect();
        let found = assemble(&Stored { log, local, ..Stored::default() });
        found.unreadable_local.is_empty() && matches!(found.pairs.as_slice(), [only] if only.in_log)
    }
}
