//! Weekly sessions, as booked.

use serde::{Deserialize, Serialize};

use super::id::SessionId;
use super::time::Instant;

/// When a session takes place: values that only mean something together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// Its start, UTC.
    pub start: Instant,
    /// Its planned length in minutes.
    pub minutes: u32,
}

impl Booking {
    /// The moment it ends as planned.
    pub fn end(&self) -> Instant {
        self.start.plus_minutes(self.minutes.into())
    }
}

/// Where a session stands, with the slot that goes with it: one tagged value, changed as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum SessionState {
    /// Planned for that slot.
    Booked(Booking),
    /// It took place.
    Held(Booking),
}

impl SessionState {
    /// The slot.
    pub fn booking(&self) -> Booking {
        match self {
            Self::Booked(booking) | Self::Held(booking) => *booking,
        }
    }
}

/// One session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// Where it stands; `None` when the record is there but its state does not parse.
    pub state: Option<SessionState>,
}
