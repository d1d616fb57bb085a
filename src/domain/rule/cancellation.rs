//! R3, cancelling a session: recoverable until when, and what is missing for it to be.
//!
//! The guide: more than 24 h before, with the mentor's agreement and a new slot, a session is recoverable; later, or when the
//! student does not come, it is not. A contract can ask for other hours. Our reading: exactly 24 h is late. Our assumption, since the guide is silent: when the mentor
//! cancels, the student loses nothing.

use super::Contract;
use crate::domain::id::SessionId;
use crate::domain::pairing::Pairing;
use crate::domain::person::Role;
use crate::domain::session::{Session, SessionState};
use crate::domain::time::Instant;

/// A session that somebody cancels, or would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancellation {
    /// The session's start.
    pub start: Instant,
    /// The moment at which the other is told.
    pub told: Instant,
    /// Who cancels.
    pub by: Role,
    /// What the mentor says to it; `None`: not yet asked.
    pub agreed: Option<bool>,
    /// Whether a new slot is set.
    pub new_slot: bool,
}

/// What the student's session still lacks to be recoverable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lacking {
    /// The mentor's agreement.
    Agreement,
    /// A new slot.
    Slot,
    /// Both.
    Both,
}

/// What becomes of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The mentor cancels: the student loses nothing. Our assumption.
    NothingLost,
    /// In time, agreed, and with a new slot.
    Recoverable,
    /// In time, and something is missing.
    NotYet(Lacking),
    /// In time, but the mentor does not agree.
    Declined,
    /// Told when 24 h or less were left; `exactly` 24 h is late as we read it.
    Late {
        /// Whether 24 h were left to the millisecond.
        exactly: bool,
    },
    /// Told at its start or after: an absence.
    Absent,
}

/// The answer: what becomes of the session, until when it could be cancelled, and the notice given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// What becomes of the session.
    pub verdict: Verdict,
    /// The moment before which it had to be told.
    pub deadline: Instant,
    /// Whole minutes between telling and the session's start; negative after it.
    pub notice: i64,
    /// The hours of the contract that it was measured against.
    pub hours: u32,
}

/// The moment before which the cancellation of a session must be told: at this very moment it is late.
pub fn deadline(start: Instant, contract: &Contract) -> Instant {
    start.plus_minutes(-contract.notice())
}

/// A session that does not take place, and that can still be made up for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Waiting {
    /// Which.
    pub session: SessionId,
    /// Its start.
    pub start: Instant,
    /// What it lacks.
    pub lacking: Lacking,
    /// Until when: our reading is that what is missing has to be there before the notice is too short. `None` once that has
    /// passed, since the guide says no other limit, and when the mentor cancelled.
    pub until: Option<Instant>,
}

/// The sessions that can still be made up for, by start.
pub fn waiting(pair: &Pairing, now: Instant) -> Vec<Waiting> {
    let waits = pair.sessions.iter().filter_map(|session| {
        let cancellation = Cancellation::of(pair, session)?;
        let ruling = cancellation.ruling(&pair.contract);
        let (lacking, until) = match ruling.verdict {
            Verdict::NotYet(lacking) => (lacking, Some(ruling.deadline).filter(|deadline| now < *deadline)),
            Verdict::NothingLost if !cancellation.new_slot => (Lacking::Slot, None),
            _ => return None,
        };
        Some(Waiting { session: session.id.clone(), start: cancellation.start, lacking, until })
    });
    waits.collect()
}

impl Cancellation {
    /// What the record says of a session that does not take place; whoever does not come tells it at its start.
    pub fn of(pair: &Pairing, session: &Session) -> Option<Self> {
        let (start, told, by) = match session.state? {
            SessionState::Cancelled { start, told, by, .. } => (start, told, by.role()),
            SessionState::Absent { start, who, .. } => (start, start, who.role()),
            SessionState::Booked(_) | SessionState::Held { .. } => return None,
        };
        Some(Self { start, told, by, agreed: session.agreed, new_slot: pair.stand_in(session).is_some() })
    }

    /// What the rule says of it. Every cancellation has an answer.
    pub fn ruling(&self, contract: &Contract) -> Ruling {
        let deadline = deadline(self.start, contract);
        let notice = self.start.minutes_since(self.told);
        Ruling { verdict: self.verdict(deadline), deadline, notice, hours: contract.notice_hours }
    }

    fn verdict(&self, deadline: Instant) -> Verdict {
        if self.by == Role::Mentor {
            return Verdict::NothingLost;
        }
        if self.told >= self.start {
            return Verdict::Absent;
        }
        if self.told >= deadline {
            return Verdict::Late { exactly: self.told == deadline };
        }
        match (self.agreed, self.new_slot) {
            (Some(false), _) => Verdict::Declined,
            (Some(true), true) => Verdict::Recoverable,
            (Some(true), false) => Verdict::NotYet(Lacking::Slot),
            (None, true) => Verdict::NotYet(Lacking::Agreement),
            (None, false) => Verdict::NotYet(Lacking::Both),
        }
    }
}
