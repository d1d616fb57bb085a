//! Weekly sessions: as booked, as prepared, as they go and as they were held.

mod agenda;
mod command;
mod steps;

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::field::Path;
use super::id::SessionId;
use super::person::PersonId;
use super::schema::{self, kind, name};
use super::time::Instant;

pub use self::command::SessionCommand;
pub(super) use self::command::decide;
pub use self::steps::{Step, StepTable, step_boxes};

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
    Held {
        /// The start of its slot, UTC.
        start: Instant,
        /// Its planned length in minutes.
        minutes: u32,
        /// How many minutes it really lasted, once said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lasted: Option<u32>,
    },
}

impl SessionState {
    /// The slot.
    pub fn booking(&self) -> Booking {
        match *self {
            Self::Booked(booking) => booking,
            Self::Held { start, minutes, .. } => Booking { start, minutes },
        }
    }

    /// The minutes it really lasted.
    pub fn lasted(&self) -> Option<u32> {
        match self {
            Self::Booked(_) => None,
            Self::Held { lasted, .. } => *lasted,
        }
    }

    /// Whether it took place.
    pub fn is_held(&self) -> bool {
        matches!(self, Self::Held { .. })
    }
}

/// What the student sees to before a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preparation {
    /// The project's scenario is read.
    Scenario,
    /// The deliverables are known.
    Deliverables,
}

impl Preparation {
    /// Both, in the guide's order.
    pub const ALL: [Self; 2] = [Self::Scenario, Self::Deliverables];

    /// The field's name in paths.
    pub fn field(self) -> &'static str {
        match self {
            Self::Scenario => name::SCENARIO_READ,
            Self::Deliverables => name::DELIVERABLES_KNOWN,
        }
    }
}

/// Before, during or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// The student prepares it.
    Before,
    /// The two go through its steps.
    During,
    /// It took place.
    After,
}

/// One session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// Where it stands; `None` when the record is there but its state does not parse.
    pub state: Option<SessionState>,
    /// The moment at which the two began: the clock of its steps.
    pub began: Option<Instant>,
    /// When each step was finished.
    pub finished: BTreeMap<Step, Instant>,
    /// What the student has seen to.
    pub prepared: BTreeSet<Preparation>,
    /// What each person noted of the deliverables.
    pub remarks: BTreeMap<PersonId, String>,
    /// The resources that each person shared.
    pub resources: BTreeMap<PersonId, String>,
    /// Who answered the satisfaction survey.
    pub surveyed: BTreeSet<PersonId>,
}

impl Session {
    /// A session of which nothing is known yet.
    pub fn empty(id: SessionId) -> Self {
        Self {
            id,
            state: None,
            began: None,
            finished: BTreeMap::new(),
            prepared: BTreeSet::new(),
            remarks: BTreeMap::new(),
            resources: BTreeMap::new(),
            surveyed: BTreeSet::new(),
        }
    }

    /// The slot, when its state can be read.
    pub fn booking(&self) -> Option<Booking> {
        self.state.map(|state| state.booking())
    }

    /// Before, during or after; `None` when its state cannot be read.
    pub fn phase(&self) -> Option<Phase> {
        Some(match (self.state?, self.began) {
            (SessionState::Held { .. }, _) => Phase::After,
            (SessionState::Booked(_), Some(_)) => Phase::During,
            (SessionState::Booked(_), None) => Phase::Before,
        })
    }

    /// Whether it took place.
    pub fn is_held(&self) -> bool {
        self.state.is_some_and(|state| state.is_held())
    }

    /// The moment from which what is written belongs to the next session: when the two began, else the start of its slot.
    pub fn opened(&self) -> Option<Instant> {
        self.began.or_else(|| self.booking().map(|booking| booking.start))
    }

    /// The step under way: the first that is not finished.
    pub fn current_step(&self) -> Option<Step> {
        Step::ALL.into_iter().find(|step| !self.finished.contains_key(step))
    }
}

/// A field of a session beside its state.
pub fn field(id: &SessionId, field: &str) -> Path {
    Path::of(kind::SESSION, id.as_str(), field)
}

/// When a step was finished.
pub fn finished(id: &SessionId, step: Step) -> Path {
    field(id, &format!("{}-{}", name::FINISHED, step.number()))
}

/// What a person noted of the deliverables.
pub fn remarks(id: &SessionId, who: PersonId) -> Path {
    field(id, &schema::per_person(name::REMARKS, who))
}

/// The resources that a person shared.
pub fn resources(id: &SessionId, who: PersonId) -> Path {
    field(id, &schema::per_person(name::RESOURCES, who))
}

/// Whether a person answered the satisfaction survey.
pub fn surveyed(id: &SessionId, who: PersonId) -> Path {
    field(id, &schema::per_person(name::SURVEYED, who))
}

/// A person's own note on a session, which never travels in a share.
pub fn private_note(id: &SessionId, who: PersonId) -> Path {
    Path::private(who, kind::SESSION, id.as_str(), name::NOTE)
}

/// Whether people type running text there.
pub(super) fn is_text(field: &str) -> bool {
    schema::person_in(field, name::REMARKS).or_else(|| schema::person_in(field, name::RESOURCES)).is_some()
}

/// Whether a field of a session can be cleared alone, the rest of its record staying.
pub(super) fn can_be_cleared(field: &str) -> bool {
    field == name::BEGAN || step_in(field).is_some()
}

/// The step that a field's name says was finished: `finished-2`.
pub fn step_in(field: &str) -> Option<Step> {
    Step::parse(field.strip_prefix(name::FINISHED)?.strip_prefix('-')?)
}
