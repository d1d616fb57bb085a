//! What the path allows: the conditions that every command reaching a track's facts goes through.

use crate::domain::field::{Change, Path, Value};
use crate::domain::id::{ProjectId, SessionId};
use crate::domain::pairing::Pairing;
use crate::domain::programme::{self, Mode, Project};
use crate::domain::refusal::Refusal;
use crate::domain::schema::{kind, name};
use crate::domain::session::{self, Session, SessionKind};
use crate::domain::time::Instant;

use super::{Finding, mode_of};

/// A session as an attempt at a project: its kind and start, and the sessions that do not count beside it.
pub struct Slot<'a> {
    /// Its kind.
    pub kind: SessionKind,
    /// Its start.
    pub start: Instant,
    /// Whether it already took place.
    pub is_held: bool,
    /// Itself, and one that it replaces.
    pub besides: [&'a SessionId; 2],
}

/// Whether a session may be an attempt at that project now, and what goes with it.
pub fn check_attempt(pairing: &Pairing, id: &ProjectId, slot: &Slot) -> Result<Vec<Change>, Refusal> {
    let project = find(pairing, id)?;
    let mut changes = Vec::new();
    match (mode_of(slot.kind), project.mode) {
        (None, _) => return Err(Refusal::OtherMode),
        (Some(wanted), Some(mode)) if wanted != mode => return Err(Refusal::OtherMode),
        (Some(Mode::Defence), None) => return Err(Refusal::ModeMissing),
        // A bilan that names a project says how it is validated.
        (Some(Mode::Review), None) => {
            let mode = Value::of(&Mode::Review).unwrap_or(Value::Null);
            changes.push(Change::Put(programme::project(id, name::MODE), mode));
        }
        _ => {}
    }
    let mut last: Option<&Session> = None;
    for other in pairing.attempts(id).filter(|other| !slot.besides.contains(&&other.id)) {
        if other.is_open() {
            return Err(Refusal::AttemptOpen);
        }
        last = Some(other);
    }
    // A session that took place may be named afterwards as the one that validated a project by hand.
    if project.validated.is_some() && (!slot.is_held || last.is_some()) {
        return Err(Refusal::AlreadyValidated);
    }
    if slot.kind == SessionKind::Defence && project.authorised.is_none() {
        return Err(Refusal::NotAuthorised);
    }
    let Some(last) = last else { return Ok(changes) };
    // Attempts follow one another: the last word of one comes before the next.
    if last.start() >= Some(slot.start) || last.finding() == Some(Finding::Validated) {
        return Err(Refusal::OutOfTurn);
    }
    if last.finding() == Some(Finding::ToRework) {
        if !project.is_ready_since(last) {
            return Err(Refusal::NotToldReady);
        }
        // The second defence is with the first one's assessor.
        let own = pairing.session(slot.besides[0]).is_some_and(|session| !session.assessor.is_empty());
        if own {
            changes.push(Change::Put(session::field(slot.besides[0], name::ASSESSOR), Value::from("")));
        }
    }
    Ok(changes)
}

/// Whether a project may be validated that way: what is there already must agree.
pub fn check_mode(pairing: &Pairing, project: &Project, mode: Option<Mode>) -> Result<(), Refusal> {
    let mut attempts = pairing.attempts(&project.id);
    let differs = attempts.any(|attempt| mode_of(attempt.kind) != mode);
    if differs || (project.authorised.is_some() && mode != Some(Mode::Defence)) {
        return Err(Refusal::TrackBegun);
    }
    Ok(())
}

/// Whether a project may be noted by hand as validated, or not after all: not where the result of a session says so.
pub fn check_validated(pairing: &Pairing, project: &Project) -> Result<(), Refusal> {
    let mut attempts = pairing.attempts(&project.id);
    let speaks = if project.validated.is_some() {
        attempts.any(|attempt| attempt.result.is_some())
    } else {
        // One that says so may be noted where copies lost the day.
        attempts.next().is_some_and(|first| {
            first.finding() != Some(Finding::Validated)
                && attempts.all(|other| other.finding() != Some(Finding::Validated))
        })
    };
    if speaks { Err(Refusal::ByItsSession) } else { Ok(()) }
}

/// A session whose result is noted stays as it is until the result is corrected.
pub fn settled(session: &Session) -> Result<(), Refusal> {
    if session.result.is_some() { Err(Refusal::HasResult) } else { Ok(()) }
}

/// The assessor of a rework is the first one: nobody writes another name there; what a copy brought can be emptied.
pub fn check_words(pairing: &Pairing, path: &Path, text: &str) -> Result<(), Refusal> {
    if path.kind() != kind::SESSION || path.field() != name::ASSESSOR || text.is_empty() {
        return Ok(());
    }
    let session = SessionId::parse(path.id()).and_then(|id| pairing.session(&id));
    if session.is_some_and(|session| pairing.assessor_from(session).is_some()) {
        return Err(Refusal::AnotherAssessor);
    }
    Ok(())
}

/// The project of that identifier.
pub fn find<'a>(pairing: &'a Pairing, id: &ProjectId) -> Result<&'a Project, Refusal> {
    pairing.project(id).ok_or(Refusal::Gone)
}
