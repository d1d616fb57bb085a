//! What becomes of a session besides being held: moved, cancelled, missed, made up for; and a wrong entry put right.

use crate::domain::command::Context;
use crate::domain::decide::{LENGTHS, check_length, check_text};
use crate::domain::field::{Change, Value};
use crate::domain::id::{ProjectId, SessionId};
use crate::domain::pairing::Pairing;
use crate::domain::person::PersonId;
use crate::domain::refusal::Refusal;
use crate::domain::schema::{self, name};
use crate::domain::time::Instant;
use crate::domain::track::{Slot, check_attempt, settled};

use super::command::{clear, put};
use super::{Booking, PauseEnd, Phase, Session, SessionKind, SessionState, field};

/// For so many minutes after its first booking a session's slot is still being chosen: changing it moves nothing.
const CHOOSING: i64 = 60;

/// What people say of where a session stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandingCommand {
    /// What kind of session it is, and the project that it is for.
    SetKind(SessionId, SessionKind, Option<ProjectId>),
    /// It does not take place: somebody said so before its start.
    Cancel {
        /// The session.
        session: SessionId,
        /// Who cancels.
        by: PersonId,
        /// The moment at which the other was told.
        told: Instant,
        /// What the mentor says to it; `None`: not asked yet.
        agreed: Option<bool>,
        /// The session that replaces it, when its slot is already set.
        replacement: Option<(SessionId, Booking)>,
    },
    /// Somebody did not come.
    MissedBy(SessionId, PersonId),
    /// What the mentor says to a cancellation.
    Agree(SessionId, Option<bool>),
    /// The new slot of a session that does not take place.
    Replace(SessionId, SessionId, Booking),
    /// A session that took place without having been booked: its kind, its start and how long it lasted.
    Recall(SessionId, SessionKind, Instant, u32),
    /// How long it really lasted, said anew.
    SetLasted(SessionId, u32),
    /// It was noted wrongly: where it really stands, and why.
    Correct(SessionId, SessionState, String),
    /// The clock of its steps stands still.
    Pause(SessionId),
    /// It goes on.
    Resume(SessionId),
}

/// What `command` changes.
pub fn decide(pairing: &Pairing, command: &StandingCommand, context: &Context) -> Result<Vec<Change>, Refusal> {
    let find = |id: &SessionId| pairing.session(id).ok_or(Refusal::Gone);
    Ok(match command {
        StandingCommand::SetKind(id, kind, project) => {
            let project = project.as_ref().filter(|_| kind.validates());
            set_kind(pairing, find(id)?, *kind, project)?
        }
        StandingCommand::Cancel { session, by, told, agreed, replacement } => {
            let found = find(session)?;
            let slot = still_booked(found)?;
            if found.began.is_some() || *told >= slot.start {
                return Err(Refusal::AlreadyBegun);
            }
            if *told > context.now {
                return Err(Refusal::ToldAhead);
            }
            let state = SessionState::Cancelled { start: slot.start, minutes: slot.minutes, by: *by, told: *told };
            let mut changes = vec![put(schema::session(session), &state), put(field(session, name::AGREED), agreed)];
            if let Some((id, slot)) = replacement {
                changes.extend(replace(pairing, found, id, *slot, context)?);
            }
            changes
        }
        StandingCommand::MissedBy(id, who) => {
            let found = find(id)?;
            settled(found)?;
            let slot = still_booked(found)?;
            if slot.start > context.now {
                return Err(Refusal::NotBegunYet);
            }
            let state = SessionState::Absent { start: slot.start, minutes: slot.minutes, who: *who };
            vec![put(schema::session(id), &state)]
        }
        StandingCommand::Agree(id, agreed) => {
            off(find(id)?)?;
            vec![put(field(id, name::AGREED), agreed)]
        }
        StandingCommand::Replace(id, by, slot) => {
            let found = find(id)?;
            off(found)?;
            replace(pairing, found, by, *slot, context)?
        }
        StandingCommand::Recall(id, kind, start, lasted) => {
            check_length(*lasted)?;
            if *start >= context.now {
                return Err(Refusal::NotBegunYet);
            }
            if pairing.session(id).is_some_and(|found| found.project.is_some()) {
                return Err(Refusal::NotNow);
            }
            let state = SessionState::Held { start: *start, minutes: *lasted, lasted: Some(*lasted) };
            vec![
                put(schema::session(id), &state),
                put(field(id, name::CREATED), &context.now),
                put(field(id, name::KIND), kind),
            ]
        }
        StandingCommand::SetLasted(id, lasted) => {
            check_length(*lasted)?;
            let Some(SessionState::Held { start, minutes, .. }) = find(id)?.state else { return Err(Refusal::NotNow) };
            vec![put(schema::session(id), &SessionState::Held { start, minutes, lasted: Some(*lasted) })]
        }
        StandingCommand::Correct(id, to, reason) => correct(pairing, find(id)?, *to, reason, context)?,
        StandingCommand::Pause(id) => {
            let session = find(id)?;
            under_way(session)?;
            // Paused elsewhere meanwhile is as good as paused here.
            let number = session.pauses.since().is_none().then(|| session.pauses.next_number());
            number.map(|number| put(field(id, &PauseEnd::Paused.field(number)), &context.now)).into_iter().collect()
        }
        StandingCommand::Resume(id) => {
            let session = find(id)?;
            under_way(session)?;
            resume(session, context)
        }
    })
}

/// A slot for a session that has none yet, or another one for a booked session: that moves it, and where it was stays in sight.
pub fn book(pairing: &Pairing, id: &SessionId, slot: Booking, context: &Context) -> Result<Vec<Change>, Refusal> {
    check_length(slot.minutes)?;
    if slot.start <= context.now {
        return Err(Refusal::SlotInThePast);
    }
    let mut changes = vec![put(schema::session(id), &SessionState::Booked(slot))];
    let Some(found) = pairing.session(id) else {
        changes.push(put(field(id, name::CREATED), &context.now));
        return Ok(changes);
    };
    settled(found)?;
    if found.state.is_some() {
        let before = still_booked(found)?;
        let mut others = found.project.iter().flat_map(|project| pairing.attempts(project));
        // Attempts at a project follow one another.
        if others.any(|other| other.result.is_some() && other.booking().is_some_and(|it| it.start >= slot.start)) {
            return Err(Refusal::OutOfTurn);
        }
        changes.extend(moved(found, before, slot, context));
    } else if let Some(project) = &found.project {
        let attempt = Slot { kind: found.kind, start: slot.start, is_held: false, besides: [id, id] };
        changes.extend(check_attempt(pairing, project, &attempt)?);
    }
    Ok(changes)
}

/// Where a session was before it was moved: at first, however often it moves; nothing once it is back there.
fn moved(session: &Session, before: Booking, slot: Booking, context: &Context) -> Option<Change> {
    let choosing = session.created.is_some_and(|created| context.now.minutes_since(created) < CHOOSING);
    let first = session.moved_from.or_else(|| (!choosing).then_some(before.start)).filter(|first| *first != slot.start);
    (session.moved_from != first).then(|| put(field(&session.id, name::MOVED_FROM), &first))
}

/// The session that replaces another one: of the same kind, with what the student had already seen to.
fn replace(
    pairing: &Pairing,
    of: &Session,
    id: &SessionId,
    slot: Booking,
    context: &Context,
) -> Result<Vec<Change>, Refusal> {
    if *id == of.id {
        return Err(Refusal::NotNow);
    }
    if let Some(project) = of.project.as_ref().filter(|_| of.kind.validates()) {
        let attempt = Slot { kind: of.kind, start: slot.start, is_held: false, besides: [id, &of.id] };
        check_attempt(pairing, project, &attempt)?;
        let other = pairing.session(id).and_then(|found| found.project.as_ref());
        if other.is_some_and(|other| other != project) {
            return Err(Refusal::AttemptOpen);
        }
    }
    let mut changes = book(pairing, id, slot, context)?;
    changes.push(put(field(&of.id, name::REPLACED_BY), id));
    if of.kind != SessionKind::default() {
        changes.push(put(field(id, name::KIND), &of.kind));
        changes.extend(of.project.as_ref().map(|project| put(field(id, name::PROJECT), project)));
    }
    changes.extend(of.prepared.iter().map(|what| put(field(id, what.field()), &true)));
    Ok(changes)
}

/// Its kind and project: those of an attempt the path allows, and nothing of another project's stays.
fn set_kind(
    pairing: &Pairing,
    session: &Session,
    kind: SessionKind,
    project: Option<&ProjectId>,
) -> Result<Vec<Change>, Refusal> {
    let id = &session.id;
    let mut changes = vec![put(field(id, name::KIND), &kind), put(field(id, name::PROJECT), &project)];
    if session.kind == kind && session.project.as_ref() == project {
        return Ok(changes);
    }
    settled(session)?;
    // One that does not take place is no attempt; its project needs only be there.
    match (session.state.filter(|state| !state.is_off()), project) {
        (Some(state), Some(project)) => {
            let (start, is_held) = (state.booking().start, state.is_held());
            changes.extend(check_attempt(pairing, project, &Slot { kind, start, is_held, besides: [id, id] })?);
        }
        (None, Some(project)) if pairing.project(project).is_none() => return Err(Refusal::Gone),
        _ => {}
    }
    let is_another = session.kind != kind || session.project.as_ref().is_some_and(|before| Some(before) != project);
    if is_another {
        changes.extend(session.deposited.map(|_| clear(field(id, name::DEPOSITED))));
        let named = !session.assessor.is_empty();
        changes.extend(named.then(|| Change::Put(field(id, name::ASSESSOR), Value::from(""))));
    }
    Ok(changes)
}

fn correct(
    pairing: &Pairing,
    session: &Session,
    to: SessionState,
    reason: &str,
    context: &Context,
) -> Result<Vec<Change>, Refusal> {
    settled(session)?;
    let from = session.state.ok_or(Refusal::NotNow)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    check_text(reason)?;
    if from.standing() == to.standing() {
        return Err(Refusal::NotNow);
    }
    // A correction says where a session stands, never when it was: the slot stays.
    let Booking { start, minutes } = from.booking();
    let to = match to {
        SessionState::Booked(_) => SessionState::Booked(Booking { start, minutes }),
        SessionState::Held { lasted, .. } => {
            if lasted.is_some_and(|lasted| !LENGTHS.contains(&lasted)) {
                return Err(Refusal::LengthOutOfRange);
            }
            if start > context.now && session.began.is_none() {
                return Err(Refusal::NotBegunYet);
            }
            SessionState::Held { start, minutes, lasted }
        }
        SessionState::Absent { who, .. } if start <= context.now => SessionState::Absent { start, minutes, who },
        SessionState::Absent { .. } => return Err(Refusal::NotBegunYet),
        SessionState::Cancelled { told, .. } if told >= start => return Err(Refusal::AlreadyBegun),
        SessionState::Cancelled { told, .. } if told > context.now => return Err(Refusal::ToldAhead),
        SessionState::Cancelled { by, told, .. } => SessionState::Cancelled { start, minutes, by, told },
    };
    let id = &session.id;
    let mut changes = vec![
        put(schema::session(id), &to),
        put(field(id, name::CORRECTED_FROM), &from.standing()),
        Change::Put(field(id, name::REASON), Value::from(reason)),
    ];
    if let (true, false, Some(project)) = (from.is_off(), to.is_off(), &session.project)
        && session.kind.validates()
    {
        let is_held = to.is_held();
        let attempt = Slot { kind: session.kind, start, is_held, besides: [id, id] };
        changes.extend(check_attempt(pairing, project, &attempt)?);
    }
    if session.phase() == Some(Phase::During) || to.is_off() {
        changes.extend(resume(session, context));
    }
    if !to.is_off() {
        changes.extend(session.agreed.map(|_| clear(field(id, name::AGREED))));
        changes.extend(session.replaced_by.as_ref().map(|_| clear(field(id, name::REPLACED_BY))));
    }
    Ok(changes)
}

/// Ends every pause that still goes on.
pub fn resume(session: &Session, context: &Context) -> Vec<Change> {
    let open = session.pauses.open();
    open.map(|number| put(field(&session.id, &PauseEnd::Resumed.field(number)), &context.now)).collect()
}

/// The slot of a session that is neither over nor called off.
pub fn still_booked(session: &Session) -> Result<Booking, Refusal> {
    match session.state {
        Some(SessionState::Booked(slot)) => Ok(slot),
        Some(SessionState::Held { .. }) => Err(Refusal::AlreadyHeld),
        Some(SessionState::Cancelled { .. } | SessionState::Absent { .. }) => Err(Refusal::CalledOff),
        None => Err(Refusal::NotNow),
    }
}

fn off(session: &Session) -> Result<(), Refusal> {
    if session.state.is_some_and(|state| state.is_off()) { Ok(()) } else { Err(Refusal::NotNow) }
}

fn under_way(session: &Session) -> Result<(), Refusal> {
    if session.phase() == Some(Phase::During) { Ok(()) } else { Err(Refusal::NotNow) }
}
