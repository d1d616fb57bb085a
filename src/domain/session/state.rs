//! What a session is and where it stands: its kind, its slot, and what became of it.

use serde::{Deserialize, Serialize};

use crate::domain::person::PersonId;
use crate::domain::time::Instant;

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

/// What a session is for. One that says nothing is of the weekly kind, as all were before kinds could be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// The weekly call.
    #[default]
    Mentoring,
    /// It validates a project with the accompanying mentor.
    Review,
    /// It validates a project before an assessor.
    Defence,
}

impl SessionKind {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Mentoring, Self::Review, Self::Defence];

    /// Whether it validates a project, so that naming that project makes sense.
    pub fn validates(self) -> bool {
        self != Self::Mentoring
    }
}

/// Where a session stands, with the slot that goes with it: one tagged value, changed as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum SessionState {
    /// Planned for that slot.
    Booked(Booking),
    /// It took place.
    Held {
        /// The start of its slot, UTC.
        start: Instant,
        /// Its planned length in minutes.
        minutes: u32,
        /// How many minutes it really lasted, once said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lasted: Option<u32>,
    },
    /// Somebody said before its start that it does not take place. What the mentor says to it and what replaces it are fields of
    /// their own: they come later, and from either of the two.
    Cancelled {
        /// The start of its slot, UTC.
        start: Instant,
        /// Its planned length in minutes.
        minutes: u32,
        /// Who cancels.
        by: PersonId,
        /// The moment at which the other was told.
        told: Instant,
    },
    /// Somebody did not come.
    Absent {
        /// The start of its slot, UTC.
        start: Instant,
        /// Its planned length in minutes.
        minutes: u32,
        /// Who did not come.
        who: PersonId,
    },
}

impl SessionState {
    /// The slot.
    pub fn booking(&self) -> Booking {
        match *self {
            Self::Booked(booking) => booking,
            Self::Held { start, minutes, .. }
            | Self::Cancelled { start, minutes, .. }
            | Self::Absent { start, minutes, .. } => Booking { start, minutes },
        }
    }

    /// The minutes it really lasted.
    pub fn lasted(&self) -> Option<u32> {
        match self {
            Self::Held { lasted, .. } => *lasted,
            Self::Booked(_) | Self::Cancelled { .. } | Self::Absent { .. } => None,
        }
    }

    /// Whether it took place.
    pub fn is_held(&self) -> bool {
        matches!(self, Self::Held { .. })
    }

    /// Whether it does not take place.
    pub fn is_off(&self) -> bool {
        matches!(self, Self::Cancelled { .. } | Self::Absent { .. })
    }

    /// The state without its slot.
    pub fn standing(&self) -> Standing {
        match self {
            Self::Booked(_) => Standing::Booked,
            Self::Held { .. } => Standing::Held,
            Self::Cancelled { .. } => Standing::Cancelled,
            Self::Absent { .. } => Standing::Absent,
        }
    }
}

/// Where a session stands, in a word: what it was before a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Planned.
    Booked,
    /// It took place.
    Held,
    /// Somebody cancelled it.
    Cancelled,
    /// Somebody did not come.
    Absent,
}
