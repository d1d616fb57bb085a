//! What people ask of a project's track, and whether the path allows it.

use serde::Serialize;

use crate::domain::command::Context;
use crate::domain::decide::check_text;
use crate::domain::field::{Change, Path, Value};
use crate::domain::id::{ProjectId, SessionId};
use crate::domain::pairing::Pairing;
use crate::domain::programme::{self, Mode, Project};
use crate::domain::refusal::Refusal;
use crate::domain::schema::{self, name};
use crate::domain::session::{self, Booking, Session, SessionKind, SessionState};
use crate::domain::time::{Day, Instant, Zone, days_before};

use super::guard::{Slot, check_attempt, check_validated, find, settled};
use super::{AttemptResult, Authorisation, Finding, kind_of, mode_of};

/// What people ask of a project's track. Who assesses is running text: [`Command::Write`](crate::domain::Command::Write).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrackCommand {
    /// The mentor authorised the defence on that day; whoever asks notes it.
    Authorise(ProjectId, Day),
    /// The authorisation was an error: why.
    Withdraw(ProjectId, String),
    /// The next attempt at the project is booked: a new session, in that slot.
    Book(ProjectId, SessionId, Booking),
    /// The deliverables of an attempt were submitted at that moment, or not after all.
    Deposit(SessionId, Option<Instant>),
    /// What an attempt came to, on that day.
    Conclude(SessionId, Finding, Day),
    /// The result was noted wrongly: what it is, or that there is none yet, and why.
    Correct(SessionId, Option<(Finding, Day)>, String),
    /// After a conditional pass, what was asked for was submitted again at that moment, or not after all.
    Resubmit(SessionId, Option<Instant>),
    /// To rework: the student told the assessor at that moment that they are ready, or not after all.
    TellReady(ProjectId, Option<Instant>),
    /// A validation noted by hand was an error: why.
    Unvalidate(ProjectId, String),
}

/// Wall clocks at Greenwich, for what is only compared roughly.
struct Greenwich;

impl Zone for Greenwich {
    fn offset_minutes(&self, _: Instant) -> i32 {
        0
    }
}

/// What `command` changes.
pub fn decide(pairing: &Pairing, command: &TrackCommand, context: &Context) -> Result<Vec<Change>, Refusal> {
    match command {
        TrackCommand::Authorise(id, day) => authorise(find(pairing, id)?, *day, context),
        TrackCommand::Withdraw(id, reason) => {
            let project = find(pairing, id)?;
            project.authorised.ok_or(Refusal::OutOfTurn)?;
            if pairing.attempts(id).next().is_some() {
                return Err(Refusal::AuthorisationUsed);
            }
            Ok(vec![clear(programme::project(id, name::AUTHORISED)), because(id, reason)?])
        }
        TrackCommand::Book(id, session, booking) => book(pairing, id, session, *booking, context),
        TrackCommand::Deposit(id, moment) => deposit(attempt(pairing, id)?, *moment, context),
        TrackCommand::Conclude(id, result, day) => conclude(pairing, attempt(pairing, id)?, *result, *day, context),
        TrackCommand::Correct(id, to, reason) => correct(pairing, attempt(pairing, id)?, *to, reason, context),
        TrackCommand::Resubmit(id, moment) => {
            let session = attempt(pairing, id)?;
            if session.finding() != Some(Finding::Conditional) {
                return Err(Refusal::OutOfTurn);
            }
            past(*moment, context)?;
            Ok(vec![put(session::field(id, name::RESUBMITTED), moment)])
        }
        TrackCommand::TellReady(id, moment) => tell_ready(pairing, find(pairing, id)?, *moment, context),
        TrackCommand::Unvalidate(id, reason) => {
            let project = find(pairing, id)?;
            project.validated.ok_or(Refusal::OutOfTurn)?;
            check_validated(pairing, project)?;
            Ok(vec![clear(programme::project(id, name::VALIDATED)), because(id, reason)?])
        }
    }
}

fn authorise(project: &Project, day: Day, context: &Context) -> Result<Vec<Change>, Refusal> {
    match project.mode {
        Some(Mode::Defence) => {}
        Some(Mode::Review) => return Err(Refusal::OtherMode),
        None => return Err(Refusal::ModeMissing),
    }
    if project.validated.is_some() {
        return Err(Refusal::AlreadyValidated);
    }
    if day > context.today {
        return Err(Refusal::DayAhead);
    }
    let authorised = Authorisation { day, by: context.author.person };
    Ok(vec![put(programme::project(&project.id, name::AUTHORISED), &authorised)])
}

fn book(
    pairing: &Pairing,
    id: &ProjectId,
    session: &SessionId,
    booking: Booking,
    context: &Context,
) -> Result<Vec<Change>, Refusal> {
    let kind = kind_of(find(pairing, id)?.mode.ok_or(Refusal::ModeMissing)?);
    // Another slot for a session that is there goes through its own booking.
    if pairing.session(session).is_some() {
        return Err(Refusal::OutOfTurn);
    }
    let slot = Slot { kind, start: booking.start, is_held: false, besides: [session, session] };
    let mut changes = check_attempt(pairing, id, &slot)?;
    changes.extend(session::book(pairing, session, booking, context)?);
    changes.extend([put(session::field(session, name::KIND), &kind), put(session::field(session, name::PROJECT), id)]);
    Ok(changes)
}

/// A session that validates; one that is called off has no track.
fn attempt<'a>(pairing: &'a Pairing, id: &SessionId) -> Result<&'a Session, Refusal> {
    let session = pairing.session(id).ok_or(Refusal::Gone)?;
    match session.state {
        _ if !session.kind.validates() => Err(Refusal::OutOfTurn),
        None => Err(Refusal::OutOfTurn),
        Some(state) if state.is_off() => Err(Refusal::CalledOff),
        Some(_) => Ok(session),
    }
}

fn past(moment: Option<Instant>, context: &Context) -> Result<(), Refusal> {
    if moment.is_some_and(|moment| moment > context.now) { Err(Refusal::NotBegunYet) } else { Ok(()) }
}

fn deposit(session: &Session, moment: Option<Instant>, context: &Context) -> Result<Vec<Change>, Refusal> {
    settled(session)?;
    past(moment, context)?;
    // Held before its slot, it began earlier than planned.
    let presented = session.began.into_iter().chain(session.start()).min();
    if moment.is_some() && moment >= presented {
        return Err(Refusal::AfterPresentation);
    }
    Ok(vec![put(session::field(&session.id, name::DEPOSITED), &moment)])
}

/// The project of an attempt, once its result may be that.
fn judged<'a>(
    pairing: &'a Pairing,
    session: &Session,
    result: Finding,
    day: Day,
    context: &Context,
) -> Result<&'a Project, Refusal> {
    let project = find(pairing, session.project.as_ref().ok_or(Refusal::ProjectMissing)?)?;
    let start = session.start().ok_or(Refusal::OutOfTurn)?;
    if !session.is_presented(context.now) {
        return Err(Refusal::NotPresented);
    }
    let mode = mode_of(session.kind).ok_or(Refusal::OutOfTurn)?;
    if !Finding::of_mode(mode, true).contains(&result) || project.mode.is_some_and(|other| other != mode) {
        return Err(Refusal::OtherMode);
    }
    if result == Finding::Conditional && !pairing.contract.conditional {
        return Err(Refusal::NoConditional);
    }
    if session.kind == SessionKind::Defence && project.authorised.is_none() {
        return Err(Refusal::NotAuthorised);
    }
    if day > context.today {
        return Err(Refusal::DayAhead);
    }
    // A day of the pair's zone may begin a day before or after that of Greenwich.
    let presented = session.began.map_or(start, |began| began.min(start));
    if day < days_before(presented.day(&Greenwich), 1) {
        return Err(Refusal::NotPresented);
    }
    Ok(project)
}

fn conclude(
    pairing: &Pairing,
    session: &Session,
    result: Finding,
    day: Day,
    context: &Context,
) -> Result<Vec<Change>, Refusal> {
    let project = judged(pairing, session, result, day, context)?;
    match session.finding() {
        None => {}
        Some(Finding::Conditional) if result != Finding::Conditional => {}
        Some(_) => return Err(Refusal::HasResult),
    }
    if project.validated.is_some() {
        return Err(Refusal::AlreadyValidated);
    }
    let mut changes = noted(session, result, day, context);
    if let (Some(SessionState::Booked(slot)), None) = (session.state, session.began) {
        // Whoever notes its result says that it took place.
        let held = SessionState::Held { start: slot.start, minutes: slot.minutes, lasted: None };
        changes.push(put(schema::session(&session.id), &held));
    }
    if result == Finding::Validated {
        changes.push(put(programme::project(&project.id, name::VALIDATED), &day));
    }
    Ok(changes)
}

fn noted(session: &Session, result: Finding, day: Day, context: &Context) -> Vec<Change> {
    vec![put(session::field(&session.id, name::RESULT), &AttemptResult { result, day, at: context.now })]
}

fn correct(
    pairing: &Pairing,
    session: &Session,
    to: Option<(Finding, Day)>,
    reason: &str,
    context: &Context,
) -> Result<Vec<Change>, Refusal> {
    let before = session.result.ok_or(Refusal::OutOfTurn)?;
    let reason = checked(reason)?;
    let id = session.project.as_ref().ok_or(Refusal::ProjectMissing)?;
    let project = find(pairing, id)?;
    let mut others = pairing.attempts(id).filter(|other| other.id != session.id);
    if others.any(|other| other.is_open() || other.start() >= session.start()) {
        return Err(Refusal::LaterAttempt);
    }
    let field = |field: &str| session::field(&session.id, field);
    let mut changes = match to {
        Some((result, day)) => {
            judged(pairing, session, result, day, context)?;
            if (result, day) == (before.result, before.day) {
                return Err(Refusal::OutOfTurn);
            }
            noted(session, result, day, context)
        }
        None => vec![clear(field(name::RESULT))],
    };
    changes.push(Change::Put(field(name::RESULT_REASON), Value::from(reason)));
    if session.resubmitted.is_some() {
        changes.push(clear(field(name::RESUBMITTED)));
    }
    let validated = to.filter(|(result, _)| *result == Finding::Validated).map(|(_, day)| day);
    if project.validated != validated {
        changes.push(put(programme::project(id, name::VALIDATED), &validated));
    }
    if project.is_ready_since(session) {
        changes.push(clear(programme::project(id, name::READY_TOLD)));
    }
    Ok(changes)
}

fn tell_ready(
    pairing: &Pairing,
    project: &Project,
    moment: Option<Instant>,
    context: &Context,
) -> Result<Vec<Change>, Refusal> {
    let last = pairing.attempts(&project.id).last().ok_or(Refusal::OutOfTurn)?;
    if last.is_open() && moment.is_none() && project.ready_told.is_some() {
        return Err(Refusal::AttemptOpen);
    }
    if project.validated.is_some() || last.finding() != Some(Finding::ToRework) {
        return Err(Refusal::OutOfTurn);
    }
    past(moment, context)?;
    if moment.is_some() && moment <= last.start() {
        return Err(Refusal::OutOfTurn);
    }
    Ok(vec![put(programme::project(&project.id, name::READY_TOLD), &moment)])
}

fn checked(reason: &str) -> Result<&str, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    check_text(reason)?;
    Ok(reason)
}

fn because(id: &ProjectId, reason: &str) -> Result<Change, Refusal> {
    Ok(Change::Put(programme::project(id, name::REASON), Value::from(checked(reason)?)))
}

/// The value of a domain type; these all serialise to text, a map of texts, or nothing.
fn put<T: Serialize>(path: Path, value: &T) -> Change {
    Change::Put(path, Value::of(value).unwrap_or(Value::Null))
}

fn clear(path: Path) -> Change {
    Change::Put(path, Value::Null)
}
