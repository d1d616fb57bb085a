//! The sessions held, one after the other, with what goals came to in each and the weeks between that had none.

use super::id::SessionId;
use super::outcome::GoalResult;
use super::pairing::Pairing;
use super::session::Session;
use super::time::{Day, Zone, monday_of};

/// What goals came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Goals reached.
    pub reached: usize,
    /// Goals reached in part.
    pub partly: usize,
    /// Goals not reached yet.
    pub not_yet: usize,
}

impl Tally {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            reached: self.reached + other.reached,
            partly: self.partly + other.partly,
            not_yet: self.not_yet + other.not_yet,
        }
    }
}

/// One stretch of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// A session that was held.
    Held {
        /// Which.
        id: SessionId,
        /// What it is called by.
        number: usize,
        /// Its day.
        day: Day,
        /// What goals came to in it.
        tally: Tally,
    },
    /// So many weeks, Monday to Sunday, without a session held.
    Apart(usize),
}

impl Pairing {
    /// The sessions held, oldest first, and the runs of weeks without one between them.
    pub fn past(&self, zone: &dyn Zone) -> Vec<Stretch> {
        let mut past = Vec::new();
        let mut week: Option<Day> = None;
        for session in self.sessions.iter().filter(|session| session.is_held()) {
            let Some(booking) = session.booking() else { continue };
            let day = booking.start.day(zone);
            let monday = monday_of(day);
            let weeks = week.map_or(0, |before| (monday - before).num_days() / 7 - 1);
            if let (1.., Ok(weeks)) = (weeks, usize::try_from(weeks)) {
                past.push(Stretch::Apart(weeks));
            }
            week = Some(monday);
            let number = self.session_number(&session.id).unwrap_or_default();
            past.push(Stretch::Held { id: session.id.clone(), number, day, tally: self.tally(session) });
        }
        past
    }

    fn tally(&self, session: &Session) -> Tally {
        let mut tally = Tally::default();
        // A goal that was removed since takes its outcomes along; a copy joined later may still hold one.
        let is_here = |outcome: &&super::outcome::Outcome| {
            outcome.session.as_ref() == Some(&session.id)
                && outcome.goal.as_ref().is_some_and(|id| self.goals.iter().any(|goal| goal.id == *id))
        };
        for outcome in self.outcomes.iter().filter(is_here) {
            match outcome.result {
                Some(GoalResult::Reached) => tally.reached += 1,
                Some(GoalResult::Partly { .. }) => tally.partly += 1,
                Some(GoalResult::NotYet { .. }) => tally.not_yet += 1,
                None => {}
            }
        }
        tally
    }
}
