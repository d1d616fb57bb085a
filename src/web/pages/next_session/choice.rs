//! What is booked, and what is being chosen: from the fields to a session in the record.

use leptos::prelude::*;

use super::follow_with_goals;
use super::kind::{Chosen, set_kind};
use super::usual::usual_next_week;
use crate::domain::time::{days_after, instant_of, monday_of};
use crate::domain::{Booking, Command, Day, Refusal, SessionId, SessionState, WallTime};
use crate::web::dispatch::{Store, new_id, use_store};
use crate::web::pages::session::within;

/// A booked session.
pub(super) type Booked = (SessionId, Booking);

/// The length of a session when neither the record nor the call says.
const USUAL_MINUTES: u32 = 45;

/// The next session, and the one in the week after it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Agenda {
    /// The next session.
    pub(super) next: Option<Booked>,
    /// The one a week later.
    pub(super) after: Option<Booked>,
}

/// What is booked from now on, besides the session that is on screen.
pub(super) fn use_agenda() -> Memo<Agenda> {
    let store = use_store();
    let within = within();
    store.read(move |pair| {
        let next = pair.session_besides(within.as_ref(), store.now());
        let Some((session, booking)) = next else { return Agenda::default() };
        let zone = store.zone();
        let week_after = days_after(monday_of(booking.start.day(&zone)), 7);
        let after = pair.sessions.iter().find_map(|other| match other.state {
            Some(SessionState::Booked(slot)) if monday_of(slot.start.day(&zone)) == week_after => {
                Some((other.id.clone(), slot))
            }
            _ => None,
        });
        Agenda { next: Some((session.id.clone(), booking)), after }
    })
}

/// What is being chosen: nothing is booked until a day, a time and a length can be read.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) day: RwSignal<Option<Day>>,
    pub(super) time: RwSignal<String>,
    pub(super) minutes: RwSignal<String>,
    pub(super) kind: RwSignal<Chosen>,
    pub(super) refused: RwSignal<Option<Refusal>>,
}

impl Choice {
    /// Begins with the booked session, else with no day, the usual slot's time or the call's own to the half-hour, and its length.
    pub(super) fn new(store: Store, agenda: &Agenda) -> Self {
        let zone = store.zone();
        let within = within();
        let (started, length) = store.pairing().with_untracked(|pair| {
            let Some(pair) = pair.as_ref() else { return (None, USUAL_MINUTES) };
            // Within a session, what follows is like it.
            let slot = within.as_ref().and_then(|id| pair.session(id)?.booking());
            slot.map_or((pair.call.started, pair.call.length()), |slot| (Some(slot.start), slot.minutes))
        });
        let (day, time, minutes) = if let Some((_, booking)) = &agenda.next {
            (Some(booking.start.day(&zone)), booking.start.wall_time(&zone), booking.minutes)
        } else {
            let usual = untrack(|| usual_next_week(store)).map(|start| start.wall_time(&zone));
            let likely = || on_the_half_hour(started.unwrap_or_else(|| store.now()).wall_time(&zone));
            (None, usual.unwrap_or_else(likely), length)
        };
        Self {
            day: RwSignal::new(day),
            time: RwSignal::new(time.to_string()),
            minutes: RwSignal::new(minutes.to_string()),
            kind: RwSignal::new(Chosen::default()),
            refused: RwSignal::new(None),
        }
    }

    /// Shows a booking that came from elsewhere: another tab, an import.
    pub(super) fn follow(self, store: Store, agenda: Memo<Agenda>) {
        Effect::new(move |before: Option<Option<Booking>>| {
            let now = agenda.with(|agenda| agenda.next.as_ref().map(|(_, booking)| *booking));
            if let Some(booking) = now
                && before.is_some_and(|before| before != now)
                && self.slot(store) != now
            {
                let zone = store.zone();
                self.day.set(Some(booking.start.day(&zone)));
                self.time.set(booking.start.wall_time(&zone).to_string());
                self.minutes.set(booking.minutes.to_string());
            }
            now
        });
    }

    /// The slot that the fields say, if they say one.
    fn slot(self, store: Store) -> Option<Booking> {
        let day = self.day.get_untracked()?;
        let time = WallTime::parse(&self.time.get_untracked())?;
        // A length that is no number is for the record to refuse, in the same words as one out of range.
        let minutes = self.minutes.with_untracked(|typed| typed.trim().parse().unwrap_or(0));
        Some(Booking { start: instant_of(day, time, &store.zone()), minutes })
    }

    /// Books what the fields say, moving the next session if there is one already.
    pub(super) fn book(self, store: Store, agenda: &Agenda) {
        let Some(slot) = self.slot(store) else { return };
        if agenda.next.as_ref().is_some_and(|(_, booked)| *booked == slot) {
            self.refused.set(None);
            return;
        }
        let id = agenda.next.as_ref().map(|(id, _)| id.clone()).or_else(|| SessionId::parse(&new_id()));
        let Some(id) = id else { return };
        let outcome = store.dispatch(Command::Book(id.clone(), slot));
        if outcome.is_ok() {
            let kind = self.kind.get_untracked();
            if agenda.next.is_none() && kind.0.validates() {
                set_kind(store, id, kind);
            }
            follow_with_goals(store, agenda.next.as_ref().map(|(_, before)| before.start), slot.start);
        }
        self.refused.set(outcome.err());
    }
}

/// Rounds down to the half-hour: a call that began at 18:04 was at 18:00.
pub fn on_the_half_hour(time: WallTime) -> WallTime {
    WallTime::new(time.hour(), time.minute() / 30 * 30).unwrap_or(time)
}
