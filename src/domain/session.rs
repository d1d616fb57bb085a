//! Weekly sessions: as booked, as prepared, as they go and as they were held.

mod agenda;
mod command;
mod pause;
mod standing;
mod state;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use super::field::Path;
use super::id::{ProjectId, SessionId};
use super::person::PersonId;
use super::schema::{self, kind, name};
use super::time::Instant;
use super::track::AttemptResult;

pub use self::command::SessionCommand;
pub(super) use self::command::{book, decide};
pub use self::pause::{PauseEnd, Pauses, pause_in};
pub use self::standing::StandingCommand;
pub use self::state::{Booking, SessionKind, SessionState, Standing};
pub use self::steps::{Step, StepTable, step_boxes};

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

/// Before, during or after; or none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// The student prepares it.
    Before,
    /// The two go through its steps.
    During,
    /// It took place.
    After,
    /// It does not take place: cancelled, or somebody did not come.
    Off,
}

/// One session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// Where it stands; `None` when the record is there but its state does not parse.
    pub state: Option<SessionState>,
    /// What kind of session it is.
    pub kind: SessionKind,
    /// The project that it is for, once said.
    pub project: Option<ProjectId>,
    /// When its first slot was booked; `None` for those that an older version booked.
    pub created: Option<Instant>,
    /// The start of the slot that it had before it was moved.
    pub moved_from: Option<Instant>,
    /// Of one that does not take place: what the mentor says to it; `None`: not asked yet.
    pub agreed: Option<bool>,
    /// Of one that does not take place: the session that replaces it, once its slot is set.
    pub replaced_by: Option<SessionId>,
    /// What it was wrongly noted as, before it was corrected.
    pub corrected_from: Option<Standing>,
    /// Why it was corrected.
    pub reason: String,
    /// The moment at which the two began: the clock of its steps.
    pub began: Option<Instant>,
    /// When that clock stood still.
    pub pauses: Pauses,
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
    /// Of one that validates: when the deliverables were submitted.
    pub deposited: Option<Instant>,
    /// Of a defence: who assesses it, as typed.
    pub assessor: String,
    /// Of one that validates: what it came to for its project.
    pub result: Option<AttemptResult>,
    /// After a conditional pass: when what was asked for was submitted again.
    pub resubmitted: Option<Instant>,
    /// Why its result was corrected.
    pub result_reason: String,
}

impl Session {
    /// A session of which nothing is known yet.
    pub fn empty(id: SessionId) -> Self {
        Self {
            id,
            state: None,
            kind: SessionKind::default(),
            project: None,
            created: None,
            moved_from: None,
            agreed: None,
            replaced_by: None,
            corrected_from: None,
            reason: String::new(),
            began: None,
            pauses: Pauses::default(),
            finished: BTreeMap::new(),
            prepared: BTreeSet::new(),
            remarks: BTreeMap::new(),
            resources: BTreeMap::new(),
            surveyed: BTreeSet::new(),
            deposited: None,
            assessor: String::new(),
            result: None,
            resubmitted: None,
            result_reason: String::new(),
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
            (SessionState::Cancelled { .. } | SessionState::Absent { .. }, _) => Phase::Off,
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
    matches!(field, name::REASON | name::ASSESSOR | name::RESULT_REASON)
        || schema::person_in(field, name::REMARKS).or_else(|| schema::person_in(field, name::RESOURCES)).is_some()
}

/// Whether a field of a session can be cleared alone, the rest of its record staying.
pub(super) fn can_be_cleared(field: &str) -> bool {
    let cleared = [name::BEGAN, name::PROJECT, name::MOVED_FROM, name::AGREED, name::REPLACED_BY, name::CORRECTED_FROM];
    let of_track = matches!(field, name::DEPOSITED | name::RESULT | name::RESUBMITTED);
    of_track || cleared.contains(&field) || step_in(field).is_some() || pause_in(field).is_some()
}

/// The step that a field's name says was finished: `finished-2`.
pub fn step_in(field: &str) -> Option<Step> {
    Step::parse(field.strip_prefix(name::FINISHED)?.strip_prefix('-')?)
}
