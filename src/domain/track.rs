//! The track of one project, from the first deliverable to its validation: read from what the record holds, never kept as one state.
//!
//! The guide: a bilan is a submitted deliverable, a session with the mentor, and their validation; a defence wants the mentor's
//! authorisation, a booking, the deliverables 48 h ahead, the presentation, and the assessor's result; to rework, the student tells
//! the same assessor when they are ready, who plans the second one by hand. Our assumptions, where it is silent: a bilan that does
//! not validate is followed by another, there may be more than one rework, a defence that was moved or missed keeps its authorisation.
//!
//! An *attempt* is a session of kind bilan or defence that names the project and is not called off. [`decide`] refuses what the path
//! does not allow. What copies bring together may be odd all the same: [`Track::of`] reads any record, and says what to check.

mod command;
mod guard;
mod oddity;
mod stations;

use serde::{Deserialize, Serialize};

use super::id::{ProjectId, SessionId};
use super::pairing::Pairing;
use super::person::PersonId;
use super::programme::{Mode, Programme, Project};
use super::rule::deposit;
use super::session::{Session, SessionKind, SessionState};
use super::time::{Day, Instant};

pub use self::command::TrackCommand;
pub(super) use self::command::decide;
pub(super) use self::guard::{Slot, check_attempt, check_mode, check_validated, check_words, settled};
pub use self::oddity::TrackOddity;
pub use self::stations::{At, Station, Stop, StopState};

/// The mentor's authorisation to defend a project: values that only mean something together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authorisation {
    /// The day on which the mentor gave it.
    pub day: Day,
    /// Who noted it: a student alone may, too.
    pub by: PersonId,
}

/// What an attempt came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The project is validated.
    Validated,
    /// A bilan that does not validate yet: another one follows.
    NotYet,
    /// A defence to rework: a second one follows, with the same assessor.
    ToRework,
    /// A defence passed on a condition: something is submitted again, then it is decided.
    Conditional,
}

impl Finding {
    /// What an attempt of that mode can come to, in the order it is offered.
    pub fn of_mode(mode: Mode, conditional: bool) -> &'static [Self] {
        match (mode, conditional) {
            (Mode::Review, _) => &[Self::Validated, Self::NotYet],
            (Mode::Defence, false) => &[Self::Validated, Self::ToRework],
            (Mode::Defence, true) => &[Self::Validated, Self::ToRework, Self::Conditional],
        }
    }
}

/// The result of an attempt, as noted: one tagged value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttemptResult {
    /// What it came to.
    pub result: Finding,
    /// The day on which it was given.
    pub day: Day,
    /// The moment at which it was noted: what follows a conditional pass is counted from it.
    pub at: Instant,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The accompanying mentor's.
    Mentor,
    /// The student's.
    Student,
    /// The assessor's.
    Assessor,
    /// Both of the pair.
    Both,
}

/// Where a project stands, by the act that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is not known yet how it is validated.
    ModeUnknown,
    /// The mentor has to authorise its defence.
    ToAuthorise,
    /// The student books it; `again` after a bilan that did not validate.
    ToBook {
        /// Whether one came before.
        again: bool,
    },
    /// The deliverables have to be submitted.
    ToDeposit {
        /// The attempt.
        session: SessionId,
        /// Its start.
        start: Instant,
        /// The last moment for it.
        deadline: Instant,
    },
    /// The presentation is to come.
    ToPresent {
        /// The attempt.
        session: SessionId,
        /// Its start.
        start: Instant,
    },
    /// It was presented: the result has to be noted.
    ToConclude {
        /// The attempt.
        session: SessionId,
    },
    /// Passed on a condition: what was asked for has to be submitted again.
    ToResubmit {
        /// The attempt.
        session: SessionId,
        /// By when.
        deadline: Instant,
    },
    /// Submitted again: the assessor decides.
    ToDecide {
        /// The attempt.
        session: SessionId,
        /// By when.
        deadline: Instant,
    },
    /// To rework: the student tells the assessor when they are ready.
    ToTell {
        /// The attempt that came before.
        after: SessionId,
    },
    /// The assessor was told, and plans the next one by hand.
    ToPlan {
        /// The attempt that came before.
        after: SessionId,
        /// When the assessor was told.
        told: Instant,
    },
    /// Validated.
    Validated {
        /// On which day.
        day: Day,
    },
}

impl Stage {
    /// The moment by which the next act has to be done; of a presentation, its start.
    pub fn deadline(&self) -> Option<Instant> {
        match self {
            Self::ToDeposit { deadline, .. } | Self::ToResubmit { deadline, .. } | Self::ToDecide { deadline, .. } => {
                Some(*deadline)
            }
            Self::ToPresent { start, .. } => Some(*start),
            _ => None,
        }
    }

    /// The attempt that it is about.
    pub fn session(&self) -> Option<&SessionId> {
        match self {
            Self::ToDeposit { session, .. }
            | Self::ToPresent { session, .. }
            | Self::ToConclude { session }
            | Self::ToResubmit { session, .. }
            | Self::ToDecide { session, .. } => Some(session),
            _ => None,
        }
    }
}

/// Where one project is on its way to being validated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Which project.
    pub project: ProjectId,
    /// How it is validated: as written, else as its attempts say.
    pub mode: Option<Mode>,
    /// Where it stands.
    pub stage: Stage,
    /// Whether an attempt at it was ever booked, or it was authorised.
    pub begun: bool,
    /// What was done and what is to come, in order.
    pub stations: Vec<Station>,
    /// What the path does not allow and the record holds all the same.
    pub oddities: Vec<TrackOddity>,
}

impl Track {
    /// Reads the track of a project at a moment. Never refuses.
    pub fn of(pairing: &Pairing, project: &Project, now: Instant) -> Self {
        let attempts: Vec<&Session> = pairing.attempts(&project.id).collect();
        let first = attempts.first().and_then(|first| mode_of(first.kind));
        let mode = project.mode.or(first).or(project.authorised.map(|_| Mode::Defence));
        let stage = stage(pairing, project, mode, &attempts, now);
        Self {
            project: project.id.clone(),
            mode,
            begun: project.authorised.is_some() || !attempts.is_empty(),
            stations: stations::stations(pairing, project, mode, &attempts, &stage, now),
            oddities: oddity::oddities(project, mode, &attempts, now),
            stage,
        }
    }

    /// Whose turn it is; nobody's once the project is validated.
    pub fn turn(&self) -> Option<Turn> {
        Some(match (&self.stage, self.mode) {
            (Stage::Validated { .. }, _) => return None,
            (Stage::ModeUnknown, _) | (Stage::ToPresent { .. }, Some(Mode::Review)) => Turn::Both,
            (Stage::ToAuthorise, _) | (Stage::ToConclude { .. }, Some(Mode::Review)) => Turn::Mentor,
            (Stage::ToConclude { .. } | Stage::ToDecide { .. } | Stage::ToPlan { .. }, _) => Turn::Assessor,
            _ => Turn::Student,
        })
    }
}

/// How a session of that kind validates.
pub fn mode_of(kind: SessionKind) -> Option<Mode> {
    match kind {
        SessionKind::Mentoring => None,
        SessionKind::Review => Some(Mode::Review),
        SessionKind::Defence => Some(Mode::Defence),
    }
}

/// The kind of session that validates so.
pub fn kind_of(mode: Mode) -> SessionKind {
    match mode {
        Mode::Review => SessionKind::Review,
        Mode::Defence => SessionKind::Defence,
    }
}

impl Session {
    /// What it came to for its project, once noted.
    pub fn finding(&self) -> Option<Finding> {
        self.result.map(|result| result.result)
    }

    /// Whether an attempt still waits for its last word.
    fn is_open(&self) -> bool {
        matches!(self.finding(), None | Some(Finding::Conditional))
    }

    /// Whether it was presented, or is being.
    fn is_presented(&self, now: Instant) -> bool {
        match self.state {
            Some(SessionState::Held { .. }) => true,
            Some(SessionState::Booked(slot)) => self.began.is_some() || slot.start <= now,
            _ => false,
        }
    }

    fn start(&self) -> Option<Instant> {
        self.booking().map(|slot| slot.start)
    }
}

impl Project {
    /// Whether the student told the assessor that they are ready, since that attempt.
    fn is_ready_since(&self, attempt: &Session) -> bool {
        self.ready_told.is_some() && self.ready_told > attempt.start()
    }
}

impl Pairing {
    /// The project of that identifier.
    pub fn project(&self, id: &ProjectId) -> Option<&Project> {
        self.programme.projects.iter().find(|project| project.id == *id)
    }

    /// The attempts at a project, oldest first: its bilans and defences that are booked or took place.
    pub fn attempts<'a>(&'a self, project: &'a ProjectId) -> impl Iterator<Item = &'a Session> {
        self.sessions.iter().filter(move |session| {
            session.kind.validates()
                && session.project.as_ref() == Some(project)
                && session.state.is_some_and(|state| !state.is_off())
        })
    }

    /// The defence whose assessor is that of `session` too (R7): the first of its project that was to rework, before it.
    pub fn assessor_from<'a>(&'a self, session: &'a Session) -> Option<&'a Session> {
        let project = session.project.as_ref().filter(|_| session.kind == SessionKind::Defence)?;
        let mut before = self.attempts(project).take_while(|other| other.id != session.id);
        before.find(|other| other.finding() == Some(Finding::ToRework))
    }

    /// Who assesses a defence, once noted.
    pub fn assessor<'a>(&'a self, session: &'a Session) -> &'a str {
        self.assessor_from(session).unwrap_or(session).assessor.trim()
    }
}

impl Programme {
    /// The day on which the last project was validated, from which the student is on the jury's waiting list (R9); `None` while one
    /// is not.
    pub fn jury(&self) -> Option<Day> {
        let mut last = None;
        for project in &self.projects {
            last = last.max(Some(project.validated?));
        }
        last
    }

    /// The project whose track matters today: the one under way, unless it is validated; else the first that is not.
    pub fn opened(&self) -> Option<&Project> {
        let current = self.current().and_then(|at| self.projects.get(at));
        let open = |project: &&Project| project.validated.is_none();
        current.filter(open).or_else(|| self.projects.iter().find(open))
    }
}

fn stage(pairing: &Pairing, project: &Project, mode: Option<Mode>, attempts: &[&Session], now: Instant) -> Stage {
    if let Some(day) = project.validated {
        return Stage::Validated { day };
    }
    let Some(mode) = mode else { return Stage::ModeUnknown };
    // Whatever was joined, the earliest attempt without its last word is the one to see to.
    if let Some(open) = attempts.iter().find(|attempt| attempt.is_open()) {
        return open_stage(pairing, open, mode, now);
    }
    match (attempts.last(), mode) {
        // The result says so, and the project does not: an oddity, with its mend.
        (Some(last), _) if last.finding() == Some(Finding::Validated) => Stage::ToConclude { session: last.id.clone() },
        (Some(last), Mode::Defence) => match project.ready_told {
            Some(told) if project.is_ready_since(last) => Stage::ToPlan { after: last.id.clone(), told },
            _ => Stage::ToTell { after: last.id.clone() },
        },
        (None, Mode::Defence) if project.authorised.is_none() => Stage::ToAuthorise,
        (last, _) => Stage::ToBook { again: last.is_some() },
    }
}

fn open_stage(pairing: &Pairing, open: &Session, mode: Mode, now: Instant) -> Stage {
    let session = open.id.clone();
    let contract = &pairing.contract;
    if let Some(result) = open.result {
        let plus = |at: Instant, hours: u32| at.plus_minutes(60 * i64::from(hours));
        return match open.resubmitted {
            Some(at) => Stage::ToDecide { session, deadline: plus(at, contract.decision_hours) },
            None => Stage::ToResubmit { session, deadline: plus(result.at, contract.resubmit_hours) },
        };
    }
    let (Some(start), false) = (open.start(), open.is_presented(now)) else {
        return Stage::ToConclude { session };
    };
    if open.deposited.is_some() {
        return Stage::ToPresent { session, start };
    }
    let deadline = match mode {
        Mode::Defence => deposit::deadline(start, contract.deposit_hours),
        Mode::Review => start,
    };
    Stage::ToDeposit { session, start, deadline }
}
