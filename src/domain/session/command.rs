//! What people ask of a session, and whether it may be done.

use serde::Serialize;

use crate::domain::command::Context;
use crate::domain::decide::LENGTHS;
use crate::domain::field::{Change, Path, Value};
use crate::domain::goal::{Goal, GoalStatus};
use crate::domain::id::{GoalId, QuestionId, SessionId};
use crate::domain::outcome::{self, GoalResult, Outcome, Rest};
use crate::domain::pairing::Pairing;
use crate::domain::person::PersonId;
use crate::domain::refusal::Refusal;
use crate::domain::schema::{self, name};
use crate::domain::time::Day;

use super::standing::{self, StandingCommand, resume, still_booked};
use super::{Phase, Preparation, Session, SessionState, Step};
use crate::domain::track::settled;

pub use super::standing::book;

/// What people ask of a session. Running text goes through [`Command::Write`](crate::domain::Command::Write).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionCommand {
    /// The student has seen to something before it, or not after all.
    Prepare(SessionId, Preparation, bool),
    /// The two begin now: the clock of its steps.
    Begin(SessionId),
    /// It has not begun after all.
    TakeBack(SessionId),
    /// A step is finished, or not after all.
    FinishStep(SessionId, Step, bool),
    /// What a goal of last time came to.
    Conclude {
        /// The session that looks at it.
        session: SessionId,
        /// The goal.
        goal: GoalId,
        /// What it came to, and what becomes of the rest.
        result: GoalResult,
        /// The day of the next session, on which a goal that is carried over ends.
        until: Option<Day>,
    },
    /// What is left of a goal is written anew, as one goal or cut into several, which begin with its words.
    Reword {
        /// The session that decides so.
        session: SessionId,
        /// The goal.
        goal: GoalId,
        /// The goals that come of it.
        into: Vec<GoalId>,
        /// The day of the next session, on which they end.
        until: Option<Day>,
    },
    /// A question is answered in that session, or open again.
    Answer(SessionId, QuestionId, bool),
    /// A question is carried to the next session, or not after all.
    Carry(SessionId, QuestionId, bool),
    /// The student looked for an answer with Companion first, or not.
    Searched(QuestionId, bool),
    /// It took place, and lasted so many minutes.
    Close(SessionId, u32),
    /// It is not over after all.
    Reopen(SessionId),
    /// A person answered the satisfaction survey, or not after all.
    Survey(SessionId, PersonId, bool),
    /// Where it stands: moved, cancelled, missed, corrected; and whether its clock runs.
    Standing(StandingCommand),
}

/// What `command` changes.
pub fn decide(pairing: &Pairing, command: &SessionCommand, context: &Context) -> Result<Vec<Change>, Refusal> {
    let find = |id: &SessionId| pairing.session(id).ok_or(Refusal::Gone);
    let in_phase = |id: &SessionId, phase: Phase| {
        find(id).and_then(|it| if it.phase() == Some(phase) { Ok(it) } else { Err(Refusal::NotNow) })
    };
    Ok(match command {
        SessionCommand::Prepare(id, what, done) => {
            find(id)?;
            vec![put(super::field(id, what.field()), done)]
        }
        SessionCommand::Begin(id) => {
            in_phase(id, Phase::Before)?;
            vec![put(super::field(id, name::BEGAN), &context.now)]
        }
        SessionCommand::TakeBack(id) => {
            let session = in_phase(id, Phase::During)?;
            settled(session)?;
            let steps = session.finished.keys().map(|step| clear(super::finished(id, *step)));
            let pauses = session.pauses.fields().map(|field| clear(super::field(id, &field)));
            steps.chain(pauses).chain([clear(super::field(id, name::BEGAN))]).collect()
        }
        SessionCommand::FinishStep(id, step, done) => {
            in_phase(id, Phase::During)?;
            let moment = done.then_some(context.now);
            vec![put(super::finished(id, *step), &moment)]
        }
        SessionCommand::Conclude { session, goal, result, until } => {
            find(session)?;
            conclude(pairing, session, find_goal(pairing, goal)?, *result, *until, context)
        }
        SessionCommand::Reword { session, goal, into, until } => {
            find(session)?;
            reword(pairing, session, find_goal(pairing, goal)?, into, *until, context)?
        }
        SessionCommand::Answer(session, question, settled) => {
            find(session)?;
            find_question(pairing, question)?;
            let settled_in = settled.then_some(session);
            let mut changes = vec![
                put(schema::question(question, name::SETTLED), settled),
                put(schema::question(question, name::SETTLED_IN), &settled_in),
            ];
            if *settled {
                changes.push(clear(schema::question(question, name::CARRIED_IN)));
            }
            changes
        }
        SessionCommand::Carry(session, question, carried) => {
            find(session)?;
            find_question(pairing, question)?;
            vec![put(schema::question(question, name::CARRIED_IN), &carried.then_some(session))]
        }
        SessionCommand::Searched(question, searched) => {
            find_question(pairing, question)?;
            vec![put(schema::question(question, name::SEARCHED), searched)]
        }
        SessionCommand::Close(id, lasted) => close(pairing, find(id)?, *lasted, context)?,
        SessionCommand::Reopen(id) => {
            let session = in_phase(id, Phase::After)?;
            settled(session)?;
            let slot = session.booking().ok_or(Refusal::NotNow)?;
            vec![put(schema::session(id), &SessionState::Booked(slot))]
        }
        SessionCommand::Survey(id, who, done) => {
            find(id)?;
            vec![put(super::surveyed(id, *who), done)]
        }
        SessionCommand::Standing(command) => standing::decide(pairing, command, context)?,
    })
}

/// The value of a domain type; these all serialise to text, a boolean, a map of them, or nothing.
pub(super) fn put<T: Serialize>(path: Path, value: &T) -> Change {
    Change::Put(path, Value::of(value).unwrap_or(Value::Null))
}

pub(super) fn clear(path: Path) -> Change {
    Change::Put(path, Value::Null)
}

fn find_goal<'a>(pairing: &'a Pairing, id: &GoalId) -> Result<&'a Goal, Refusal> {
    pairing.goals.iter().find(|goal| goal.id == *id).ok_or(Refusal::Gone)
}

fn find_question(pairing: &Pairing, id: &QuestionId) -> Result<(), Refusal> {
    pairing.questions.iter().any(|question| question.id == *id).then_some(()).ok_or(Refusal::Gone)
}

/// The outcome, and where the goal then stands: over when nothing is left to expect of it, open while something is.
fn conclude(
    pairing: &Pairing,
    session: &SessionId,
    goal: &Goal,
    result: GoalResult,
    until: Option<Day>,
    context: &Context,
) -> Vec<Change> {
    let mut changes = note(session, &goal.id, result);
    let status = match result {
        result if result.ends_it() => result.status(),
        _ if goal.status.is_over() => GoalStatus::Doing,
        _ => goal.status,
    };
    changes.push(put(schema::goal(&goal.id, name::STATUS), &status));
    // A goal whose last day has come goes on until the next session; one that ends later keeps its own.
    if result.rest() == Some(Rest::Carried) && goal.end.is_none_or(|end| end <= context.today) {
        changes.push(put(schema::goal(&goal.id, name::END), &until));
    }
    if result.rest() != Some(Rest::Reworded) {
        changes.extend(untouched_copies(pairing, session, goal));
    }
    changes
}

fn note(session: &SessionId, goal: &GoalId, result: GoalResult) -> Vec<Change> {
    let id = Outcome::of(session, goal);
    vec![
        put(outcome::field(&id, name::SESSION), session),
        put(outcome::field(&id, name::GOAL), goal),
        put(outcome::field(&id, name::RESULT), &result),
    ]
}

/// Goals begun in the session to write this one anew that nobody has changed a word of yet: they go when the two decide otherwise.
/// Those that come from cutting it in two in the week stay.
fn untouched_copies(pairing: &Pairing, session: &SessionId, goal: &Goal) -> Vec<Change> {
    let opened = pairing.session(session).and_then(Session::opened);
    let is_copy = |it: &&Goal| {
        let begun_here = it.created.is_none_or(|created| Some(created) >= opened);
        it.from.as_ref() == Some(&goal.id) && it.what == goal.what && begun_here
    };
    let copies = pairing.goals.iter().filter(is_copy);
    copies.map(|it| Change::Remove(schema::goal_record(&it.id))).collect()
}

fn reword(
    pairing: &Pairing,
    session: &SessionId,
    goal: &Goal,
    into: &[GoalId],
    until: Option<Day>,
    context: &Context,
) -> Result<Vec<Change>, Refusal> {
    let result = pairing.outcome(session, &goal.id).and_then(|outcome| outcome.result);
    let result = result.filter(|result| *result != GoalResult::Reached).ok_or(Refusal::NotNow)?;
    let mut changes = conclude(pairing, session, goal, result.with_rest(Some(Rest::Reworded)), None, context);
    changes.extend(untouched_copies(pairing, session, goal));
    for id in into {
        changes.extend([
            put(schema::goal(id, name::CREATED), &context.now),
            put(schema::goal(id, name::FROM), &goal.id),
            put(schema::goal(id, name::WHAT), &goal.what),
            put(schema::goal(id, name::EVIDENCE), &goal.evidence),
            put(schema::goal(id, name::WHY), &goal.why),
            put(schema::goal(id, name::START), &context.today),
            put(schema::goal(id, name::END), &until),
        ]);
    }
    Ok(changes)
}

/// Held, with its real length; and a goal that was marked as done in the week is put down as such, unless the session said more.
fn close(pairing: &Pairing, session: &Session, lasted: u32, context: &Context) -> Result<Vec<Change>, Refusal> {
    if !LENGTHS.contains(&lasted) {
        return Err(Refusal::LengthOutOfRange);
    }
    let slot = still_booked(session)?;
    if session.began.is_none() && slot.start > context.now {
        return Err(Refusal::NotBegunYet);
    }
    let held = SessionState::Held { start: slot.start, minutes: slot.minutes, lasted: Some(lasted) };
    let mut changes = vec![put(schema::session(&session.id), &held)];
    changes.extend(resume(session, context));
    for goal in pairing.goals_up(session) {
        let said = pairing.outcome(&session.id, &goal.id).is_some_and(|outcome| outcome.result.is_some());
        if let (false, Some(result)) = (said, GoalResult::of_status(goal.status)) {
            changes.extend(note(&session.id, &goal.id, result));
        }
    }
    Ok(changes)
}
