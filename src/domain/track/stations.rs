//! The stations of a track: what was done, what comes next, what is still to come.

use crate::domain::id::SessionId;
use crate::domain::pairing::Pairing;
use crate::domain::person::PersonId;
use crate::domain::programme::{Mode, Project};
use crate::domain::session::{Session, SessionState};
use crate::domain::time::{Day, Instant};

use super::{Finding, Stage};

/// When something was, or is to be: a day alone, or a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// A day.
    Day(Day),
    /// A moment.
    Moment(Instant),
}

/// What a station stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The mentor's authorisation, and who noted it.
    Authorised(Option<PersonId>),
    /// An attempt that did not take place.
    CalledOff,
    /// The result of an attempt before the one that counts.
    Earlier(Finding),
    /// The assessor was told that the student is ready.
    Told,
    /// An attempt is booked; `again` when another one came before.
    Booked {
        /// Whether it follows one that did not validate.
        again: bool,
    },
    /// The deliverables are submitted.
    Deposited,
    /// The presentation, or the bilan itself.
    Presented,
    /// A pass on a condition.
    Conditional,
    /// What was asked for is submitted again.
    Resubmitted,
    /// The result.
    Result,
}

/// Whether a station was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopState {
    /// It was.
    Done,
    /// It is the one that comes next.
    Now,
    /// It comes later.
    Later,
    /// It was passed without having been noted.
    Passed,
}

/// One station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// What it stands for.
    pub stop: Stop,
    /// Whether it was reached.
    pub state: StopState,
    /// When.
    pub at: Option<At>,
    /// The session in which it is.
    pub session: Option<SessionId>,
}

struct Line(Vec<Station>);

impl Line {
    fn add(&mut self, stop: Stop, at: Option<At>, is_done: bool, session: Option<&Session>) {
        let state = if is_done { StopState::Done } else { StopState::Later };
        self.0.push(Station { stop, state, at, session: session.map(|session| session.id.clone()) });
    }
}

/// The stations of a project.
pub fn stations(
    pairing: &Pairing,
    project: &Project,
    mode: Option<Mode>,
    attempts: &[&Session],
    stage: &Stage,
    now: Instant,
) -> Vec<Station> {
    let Some(mode) = mode else { return Vec::new() };
    // Validated by hand, before anything of it was noted here: nothing to tell.
    if project.validated.is_some() && attempts.is_empty() && project.authorised.is_none() {
        return Vec::new();
    }
    let mut line = Line(Vec::new());
    if mode == Mode::Defence {
        let given = project.authorised;
        let at = given.map(|given| At::Day(given.day));
        line.add(Stop::Authorised(given.map(|given| given.by)), at, given.is_some(), None);
    }
    let counts = attempts.iter().find(|it| it.is_open()).or_else(|| {
        attempts.last().filter(|last| last.finding() == Some(Finding::Validated) || project.validated.is_some())
    });
    let mut rework = None;
    for session in &pairing.sessions {
        if !session.kind.validates() || session.project.as_ref() != Some(&project.id) {
            continue;
        }
        let booked = session.start().map(At::Moment);
        match session.state {
            Some(it) if it.is_off() => line.add(Stop::CalledOff, booked, true, Some(session)),
            Some(_) if counts.is_none_or(|counts| counts.id != session.id) => {
                if let Some(result) = session.result {
                    rework = (result.result == Finding::ToRework).then_some(session);
                    line.add(Stop::Earlier(result.result), Some(At::Day(result.day)), true, Some(session));
                }
            }
            _ => {}
        }
    }
    if let (Some(rework), Mode::Defence) = (rework, mode) {
        let told = project.ready_told.filter(|_| project.is_ready_since(rework));
        line.add(Stop::Told, told.map(At::Moment), told.is_some(), Some(rework));
    }
    ahead(&mut line, counts.copied(), line_again(attempts, counts.copied()), now);
    if !matches!(stage, Stage::Validated { .. })
        && let Some(next) = line.0.iter_mut().find(|station| station.state == StopState::Later)
    {
        next.state = StopState::Now;
    }
    line.0
}

fn line_again(attempts: &[&Session], counts: Option<&Session>) -> bool {
    attempts.iter().any(|other| other.result.is_some() && counts.is_none_or(|counts| counts.id != other.id))
}

/// The attempt that counts, from its booking to its result.
fn ahead(line: &mut Line, counts: Option<&Session>, again: bool, now: Instant) {
    let start = counts.and_then(Session::start).map(At::Moment);
    line.add(Stop::Booked { again }, start, counts.is_some(), counts);
    let presented = counts.is_some_and(|session| session.is_presented(now));
    let deposited = counts.and_then(|session| session.deposited);
    line.add(Stop::Deposited, deposited.map(At::Moment), deposited.is_some(), counts);
    if presented
        && deposited.is_none()
        && let Some(last) = line.0.last_mut()
    {
        last.state = StopState::Passed;
    }
    line.add(Stop::Presented, start, presented, counts);
    let result = counts.and_then(|session| session.result);
    let again = counts.and_then(|session| session.resubmitted);
    let conditional = result.filter(|result| result.result == Finding::Conditional);
    if let Some(conditional) = conditional {
        line.add(Stop::Conditional, Some(At::Day(conditional.day)), true, counts);
    }
    if conditional.is_some() || again.is_some() {
        line.add(Stop::Resubmitted, again.map(At::Moment), again.is_some(), counts);
    }
    let last = result.filter(|_| conditional.is_none());
    // One that was held before results were noted here says nothing of it.
    let is_old = last.is_none() && counts.is_some_and(|it| matches!(it.state, Some(SessionState::Held { .. })));
    line.add(Stop::Result, last.map(|result| At::Day(result.day)), last.is_some() && !is_old, counts);
}
