//! Where a goal comes from: who wrote it when, what each session made of it, what it was written anew from and into.

use crate::domain::id::{GoalId, SessionId};
use crate::domain::outcome::{GoalResult, Rest};
use crate::domain::pairing::Pairing;
use crate::domain::person::PersonId;
use crate::domain::session::{Session, SessionState};
use crate::domain::sorting;
use crate::domain::time::Instant;

use super::Goal;

/// The most goals whose story is told in one: a goal rewritten more often is told from there on.
const MOST: usize = 12;

/// From how many carries on the next session is told that cutting it in two will be offered.
const MANY: usize = 2;

/// A moment on the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The record does not say when.
    Unknown,
    /// The first call.
    Call,
    /// Between two sessions.
    Week(Instant),
    /// A session.
    Session(SessionId),
}

/// How a goal came of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// A session chose to write it anew.
    Reworded,
    /// It was cut into parts.
    Split,
}

/// What happened there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A goal was written.
    Written {
        /// Which.
        goal: GoalId,
        /// By whom, when the record says.
        by: Option<PersonId>,
    },
    /// A goal came of another.
    CameOf {
        /// Which.
        goal: GoalId,
        /// The one it came of.
        from: GoalId,
        /// How.
        how: Kinship,
    },
    /// A session looked at a goal.
    Concluded {
        /// Which.
        goal: GoalId,
        /// What it came to, and what became of the rest.
        result: GoalResult,
        /// What both saw, as typed.
        evidence: String,
    },
    /// A session was held and left a goal unfinished without a word.
    Left(GoalId),
    /// Other goals came of this one.
    Became {
        /// Those that are still here.
        into: Vec<GoalId>,
        /// How.
        how: Kinship,
    },
    /// The next session will look at it.
    Waits {
        /// How many sessions carried it on so far.
        carried: usize,
        /// Carried once more, it will be offered to be cut in two.
        may_split: bool,
    },
}

/// What happened in one place, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Where.
    pub place: Place,
    /// What.
    pub events: Vec<Event>,
}

/// The story of a goal and of those it came of, oldest first.
pub fn story(pairing: &Pairing, goal: &Goal, now: Instant) -> Vec<Stop> {
    let mut told = Told { pairing, events: Vec::new() };
    let line = lineage(pairing, goal);
    for (at, one) in line.iter().enumerate() {
        told.beginning(one, at.checked_sub(1).and_then(|before| line.get(before)).copied());
        told.sessions(one);
    }
    told.descendants(goal);
    told.next(goal, now);
    told.stops()
}

/// The goal and those it came of, oldest first.
fn lineage<'a>(pairing: &'a Pairing, goal: &'a Goal) -> Vec<&'a Goal> {
    let mut line = vec![goal];
    let mut next = goal.from.as_ref();
    while let Some(id) = next.filter(|_| line.len() < MOST) {
        // Two copies joined by hand could make a ring of them.
        let parent = pairing.goals.iter().find(|it| it.id == *id && line.iter().all(|known| known.id != it.id));
        next = parent.and_then(|parent| {
            line.push(parent);
            parent.from.as_ref()
        });
    }
    line.reverse();
    line
}

/// How `part` came of `from`: a session that rewrote it made one goal of it, or several.
fn kinship(pairing: &Pairing, from: &GoalId, part: &Goal) -> Kinship {
    let reworded = pairing.outcomes.iter().filter(|it| it.goal.as_ref() == Some(from));
    let mut reworded = reworded.filter(|it| it.result.and_then(GoalResult::rest) == Some(Rest::Reworded));
    let siblings = pairing.goals.iter().filter(|it| it.from.as_ref() == Some(from) && it.created == part.created);
    if reworded.next().is_some() && siblings.count() < 2 { Kinship::Reworded } else { Kinship::Split }
}

struct Told<'a> {
    pairing: &'a Pairing,
    /// Each with the moment it sorts by; unknown ones first.
    events: Vec<(Option<Instant>, Place, Event)>,
}

impl Told<'_> {
    fn put(&mut self, at: Option<Instant>, place: Place, event: Event) {
        self.events.push((at, place, event));
    }

    /// A session and the moment it sorts by.
    fn in_session(session: &Session) -> (Option<Instant>, Place) {
        (session.opened(), Place::Session(session.id.clone()))
    }

    /// Where a moment falls: in the first call, in a session, or in the week.
    fn place_of(&self, at: Option<Instant>) -> (Option<Instant>, Place) {
        let Some(at) = at else { return (None, Place::Unknown) };
        let call = &self.pairing.call;
        if let Some(started) = call.started
            && (0..i64::from(call.length()) + 60).contains(&at.minutes_since(started))
        {
            return (Some(started), Place::Call);
        }
        let during = self.pairing.sessions.iter().find(|session| holds(session, at));
        during.map_or((Some(at), Place::Week(at)), Self::in_session)
    }

    fn beginning(&mut self, goal: &Goal, parent: Option<&Goal>) {
        let (at, place) = self.place_of(goal.created);
        let id = goal.id.clone();
        let event = match parent {
            Some(parent) => {
                Event::CameOf { goal: id, from: parent.id.clone(), how: kinship(self.pairing, &parent.id, goal) }
            }
            None => Event::Written { goal: id, by: goal.written_by },
        };
        self.put(at, place, event);
    }

    fn sessions(&mut self, goal: &Goal) {
        let carried: Vec<&SessionId> = self.pairing.carried_by(goal).into_iter().map(|session| &session.id).collect();
        for session in &self.pairing.sessions {
            let (at, place) = Self::in_session(session);
            let outcome = self.pairing.outcome(&session.id, &goal.id);
            let said = outcome.and_then(|outcome| Some((outcome.result?, outcome.evidence.trim().to_owned())));
            if let Some((result, evidence)) = said {
                self.put(at, place, Event::Concluded { goal: goal.id.clone(), result, evidence });
            } else if session.is_held() && carried.contains(&&session.id) {
                self.put(at, place, Event::Left(goal.id.clone()));
            }
        }
    }

    fn descendants(&mut self, goal: &Goal) {
        let children = self.pairing.goals.iter().filter(|it| it.from.as_ref() == Some(&goal.id));
        let mut groups: Vec<(Option<Instant>, Kinship, Vec<GoalId>)> = Vec::new();
        for child in children {
            if let Some((_, _, into)) = groups.iter_mut().find(|(created, ..)| *created == child.created) {
                into.push(child.id.clone());
            } else {
                let how = kinship(self.pairing, &goal.id, child);
                groups.push((child.created, how, vec![child.id.clone()]));
            }
        }
        for (created, how, into) in groups {
            let (at, place) = self.place_of(created);
            self.put(at, place, Event::Became { into, how });
        }
    }

    /// The session under way or to come that will look at it, unless it did already.
    fn next(&mut self, goal: &Goal, now: Instant) {
        let Some(next) = self.pairing.session_to_open(now) else { return };
        let looked_at = self.pairing.outcome(&next.id, &goal.id).is_some_and(|outcome| outcome.result.is_some());
        if goal.status.is_over() || looked_at || next.is_held() {
            return;
        }
        let carried = self.pairing.carried_by(goal).len();
        let (at, place) = Self::in_session(next);
        self.put(at, place, Event::Waits { carried, may_split: carried >= MANY });
    }

    fn stops(mut self) -> Vec<Stop> {
        // Stable: what one session did stays in the order in which it is told.
        sorting::sort_by_key(&mut self.events, |(at, ..)| *at);
        let mut stops: Vec<Stop> = Vec::new();
        for (_, place, event) in self.events {
            match stops.iter_mut().find(|stop| stop.place == place) {
                Some(stop) => stop.events.push(event),
                None => stops.push(Stop { place, events: vec![event] }),
            }
        }
        stops
    }
}

/// Whether a moment falls into a session: from its beginning until it was over, or was planned to be.
fn holds(session: &Session, at: Instant) -> bool {
    let started = session.began.or_else(|| session.opened().filter(|_| session.is_held()));
    let (Some(started), Some(state)) = (started, session.state) else { return false };
    let planned = state.booking().minutes;
    let lasted = state.lasted().unwrap_or(planned);
    // One that is still open takes in what is written until it is closed, within the hour after its planned end.
    let room = if matches!(state, SessionState::Booked(_)) { planned + 60 } else { lasted };
    (0..=i64::from(room)).contains(&at.minutes_since(started))
}
