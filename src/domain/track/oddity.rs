//! What the path does not allow and copies that were joined may hold all the same: shown as something to check, with its mend.

use crate::domain::id::SessionId;
use crate::domain::programme::{Mode, Project};
use crate::domain::session::{Session, SessionKind};
use crate::domain::time::{Day, Instant};

use super::{Finding, mode_of};

/// Something on a track to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrackOddity {
    /// A defence without the mentor's authorisation: note it, or take the booking back.
    Unauthorised(SessionId),
    /// A session of the other kind names the project.
    OtherMode(SessionId),
    /// Two attempts wait for their last word at once: the later one.
    TwoOpen(SessionId),
    /// A defence to rework has an assessor of its own beside the first one's.
    AnotherAssessor(SessionId),
    /// A rework is booked, and nobody told the assessor.
    NotToldReady(SessionId),
    /// A result that such a session cannot come to.
    OtherResult(SessionId),
    /// A result noted before the presentation.
    NotPresented(SessionId),
    /// A session says that the project is validated, and the project does not: the day to note.
    NotNoted(SessionId, Day),
    /// The project is validated, and no session says so, though one says otherwise.
    NoSuchResult(SessionId),
    /// An attempt is booked for a project that is validated.
    AfterValidation(SessionId),
}

/// What is odd of a project's attempts, oldest first.
pub fn oddities(project: &Project, mode: Option<Mode>, attempts: &[&Session], now: Instant) -> Vec<TrackOddity> {
    let mut found = Vec::new();
    let validates = |attempt: &Session| attempt.finding() == Some(Finding::Validated);
    let (mut open, mut rework) = (false, None::<&Session>);
    for attempt in attempts {
        let id = || attempt.id.clone();
        if mode_of(attempt.kind) != mode {
            found.push(TrackOddity::OtherMode(id()));
        }
        if let Some(result) = attempt.finding() {
            let fits = mode_of(attempt.kind).is_some_and(|mode| Finding::of_mode(mode, true).contains(&result));
            if !fits {
                found.push(TrackOddity::OtherResult(id()));
            }
            if !attempt.is_presented(now) {
                found.push(TrackOddity::NotPresented(id()));
            }
        }
        if let (Some(before), SessionKind::Defence) = (rework, attempt.kind) {
            if !attempt.assessor.trim().is_empty() {
                found.push(TrackOddity::AnotherAssessor(id()));
            }
            if !project.is_ready_since(before) && attempt.is_open() {
                found.push(TrackOddity::NotToldReady(id()));
            }
        }
        if project.validated.is_some() {
            if attempt.is_open() && !attempt.is_presented(now) {
                found.push(TrackOddity::AfterValidation(id()));
            }
        } else {
            if attempt.kind == SessionKind::Defence && project.authorised.is_none() {
                found.push(TrackOddity::Unauthorised(id()));
            }
            if attempt.is_open() && open {
                found.push(TrackOddity::TwoOpen(id()));
            }
        }
        open |= attempt.is_open();
        if attempt.finding() == Some(Finding::ToRework) {
            rework = Some(attempt);
        }
    }
    let said = attempts.iter().find(|attempt| validates(attempt));
    match (project.validated, said) {
        (None, Some(attempt)) => {
            let day = attempt.result.map(|result| result.day);
            found.extend(day.map(|day| TrackOddity::NotNoted(attempt.id.clone(), day)));
        }
        (Some(_), None) => {
            let other = attempts.iter().rev().find(|attempt| attempt.result.is_some());
            found.extend(other.map(|attempt| TrackOddity::NoSuchResult(attempt.id.clone())));
        }
        _ => {}
    }
    found
}
