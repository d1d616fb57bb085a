//! Whether a command may be done, and what it changes. Guards live here and nowhere else.

use super::agreement;
use super::call::{PointId, PointState};
use super::command::{Command, Context};
use super::contact;
use super::field::{Change, Path, Value};
use super::goal::{self, Goal};
use super::id::{GoalId, QuestionId, SessionId};
use super::kit;
use super::organisation;
use super::pairing::Pairing;
use super::person::PersonId;
use super::profile;
use super::programme;
use super::question::Question;
use super::refusal::Refusal;
use super::report;
use super::rule::{contract, excused};
use super::schema::{self, kind, name};
use super::session::{self, SessionState};
use super::sub_step;
use super::track;

/// The longest text of one field, in UTF-8 bytes: about forty pages, so that one paste cannot fill the browser's storage.
pub const MAX_TEXT: usize = 100_000;

/// The shortest and longest call or session, in minutes.
pub const LENGTHS: std::ops::RangeInclusive<u32> = 5..=240;

/// The most minutes a goal can be given: a whole week.
pub const MAX_EFFORT: u32 = 7 * 24 * 60;

/// What `command` changes in the record of `pairing`. A change may put what is already there: the document leaves those out.
///
/// # Errors
/// A [`Refusal`] when the command may not be done; nothing changes then.
pub fn decide(pairing: &Pairing, command: &Command, context: &Context) -> Result<Vec<Change>, Refusal> {
    let changes = match command {
        Command::Start { mentor, student, minutes, zone } => {
            let (mentor, student) = (trimmed_name(mentor)?, trimmed_name(student)?);
            check_length(*minutes)?;
            let mut changes = vec![
                put(schema::person(PersonId::MENTOR, name::NAME), Value::Text(mentor)),
                put(schema::person(PersonId::STUDENT, name::NAME), Value::Text(student)),
                put(schema::pair(name::CALL_MINUTES), int(*minutes)),
                put(schema::pair(name::CALL_STARTED), Value::Text(context.now.to_string())),
            ];
            if let Some(zone) = zone {
                changes.push(put(schema::pair(name::ZONE), Value::from(zone.as_str())));
            }
            changes
        }
        Command::Write(path, text) => {
            track::check_words(pairing, path, text)?;
            write(path, text)?
        }
        // Between its removal and words in one of its fields, a record goes whole or stays whole.
        Command::Choose(path, Value::Null) if schema::null_is_removal(path) => vec![Change::Remove(path.record())],
        Command::Choose(path, value) => vec![put(path.clone(), value.clone())],
        Command::SetCallMinutes(minutes) => {
            check_length(*minutes)?;
            vec![put(schema::pair(name::CALL_MINUTES), int(*minutes))]
        }
        Command::SetAddress(address) => vec![put(schema::pair(name::ADDRESS), typed(address))],
        Command::SayDone(section, person, done) => {
            vec![put(schema::done(*section, *person), Value::Bool(*done))]
        }
        Command::MarkPoint(point, state) => mark_point(pairing, *point, *state, context),
        Command::SetZone(zone) => vec![put(schema::pair(name::ZONE), Value::from(zone.as_str()))],
        Command::SetPersonZone(person, zone) => {
            vec![put(schema::person(*person, name::ZONE), Value::from(zone.as_str()))]
        }
        Command::NoteGoal(id, what, until) => {
            let what = what.trim();
            if what.is_empty() {
                return Err(Refusal::GoalEmpty);
            }
            check_text(what)?;
            let until = until.filter(|until| *until >= context.today);
            vec![
                put(schema::goal(id, name::CREATED), Value::Text(context.now.to_string())),
                put(schema::goal(id, name::WHAT), Value::from(what)),
                put(schema::goal(id, name::START), typed(&context.today)),
                put(schema::goal(id, name::END), typed(&until)),
            ]
        }
        Command::AddGoal(id) => vec![
            put(schema::goal(id, name::CREATED), Value::Text(context.now.to_string())),
            put(schema::goal(id, name::START), typed(&context.today)),
        ],
        Command::SetGoalMinutes(id, minutes) => {
            find_goal(pairing, id)?;
            if minutes.is_some_and(|minutes| minutes == 0 || minutes > MAX_EFFORT) {
                return Err(Refusal::EffortOutOfRange);
            }
            vec![put(schema::goal(id, name::MINUTES), minutes.map_or(Value::Null, int))]
        }
        Command::SetGoalDays(id, start, end) => {
            find_goal(pairing, id)?;
            if matches!((start, end), (Some(start), Some(end)) if end < start) {
                return Err(Refusal::EndBeforeStart);
            }
            vec![put(schema::goal(id, name::START), typed(start)), put(schema::goal(id, name::END), typed(end))]
        }
        Command::SetGoalStatus(id, status) => {
            find_goal(pairing, id)?;
            vec![put(schema::goal(id, name::STATUS), typed(status))]
        }
        Command::KeepGoalAsIs(id, rule, token) => {
            find_goal(pairing, id)?;
            check_text(token)?;
            vec![put(schema::kept(id, *rule), Value::from(token.as_str()))]
        }
        Command::RemoveGoal(id) => {
            find_goal(pairing, id)?;
            let steps = pairing.sub_steps_of(id).map(|step| Change::Remove(sub_step::record(&step.id)));
            let of_it = pairing.outcomes.iter().filter(|it| it.goal.as_ref() == Some(id));
            let outcomes = of_it.map(|it| Change::Remove(super::outcome::record(&it.id)));
            outcomes.chain(steps).chain([Change::Remove(schema::goal_record(id))]).collect()
        }
        Command::Goal(command) => goal::decide(pairing, command, context)?,
        Command::SubStep(command) => sub_step::decide(pairing, command, context)?,
        Command::Ask(id, text) => {
            let text = text.trim();
            if text.is_empty() {
                return Err(Refusal::QuestionEmpty);
            }
            check_text(text)?;
            vec![
                put(schema::question(id, name::TEXT), Value::from(text)),
                put(schema::question(id, name::ASKED_BY), Value::Text(context.author.person.to_string())),
                put(schema::question(id, name::CREATED), Value::Text(context.now.to_string())),
            ]
        }
        Command::Settle(id, settled) => {
            question(pairing, id)?;
            vec![put(schema::question(id, name::SETTLED), Value::Bool(*settled))]
        }
        Command::SetFirst(id, first) => {
            question(pairing, id)?;
            vec![put(schema::question(id, name::FIRST), Value::Bool(*first))]
        }
        Command::RemoveQuestion(id) => {
            let removed = question(pairing, id)?;
            let mut changes = vec![Change::Remove(schema::question_record(id))];
            if let super::question::QuestionOrigin::Point(point) = removed.origin {
                changes.push(put(schema::point(point), Value::Null));
            }
            changes
        }
        Command::Book(id, booking) => session::book(pairing, id, *booking, context)?,
        Command::Unbook(id) => {
            booked(pairing, id)?;
            let removed = Change::Remove(schema::session_record(id));
            report::removed_with(pairing, id).into_iter().chain([removed]).collect()
        }
        Command::Profile(command) => profile::decide(pairing, command, context)?,
        Command::Session(command) => session::decide(pairing, command, context)?,
        Command::Report(command) => report::decide(pairing, command, context)?,
        Command::Contact(command) => contact::decide(pairing, command, context)?,
        Command::Programme(command) => programme::decide(pairing, command, context)?,
        Command::Track(command) => track::decide(pairing, command, context)?,
        Command::Organisation(command) => organisation::decide(command)?,
        Command::Kit(command) => kit::decide(*command)?,
        Command::Contract(command) => contract::decide(*command)?,
        Command::Week(command) => excused::decide(pairing, command)?,
        Command::Agreement(command) => agreement::decide(pairing, command, context)?,
    };
    Ok(changes)
}

pub(super) fn put(path: Path, value: Value) -> Change {
    Change::Put(path, value)
}

pub(super) fn int(number: u32) -> Value {
    Value::Int(number.into())
}

/// The value of a domain type; these all serialise to text, maps of text, or nothing.
pub(super) fn typed<T: serde::Serialize>(value: &T) -> Value {
    Value::of(value).unwrap_or(Value::Null)
}

fn trimmed_name(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Refusal::NameMissing);
    }
    check_text(name)?;
    Ok(name.to_owned())
}

pub(super) fn check_length(minutes: u32) -> Result<(), Refusal> {
    if LENGTHS.contains(&minutes) { Ok(()) } else { Err(Refusal::LengthOutOfRange) }
}

pub(super) fn check_text(text: &str) -> Result<(), Refusal> {
    if text.len() > MAX_TEXT { Err(Refusal::TextTooLong) } else { Ok(()) }
}

fn write(path: &Path, text: &str) -> Result<Vec<Change>, Refusal> {
    if !schema::is_text(path) {
        return Err(Refusal::NotText);
    }
    check_text(text)?;
    if path.kind() == kind::PERSON && path.field() == name::NAME {
        return Ok(vec![put(path.clone(), Value::Text(trimmed_name(text)?))]);
    }
    // A text typed into a record that was removed elsewhere meanwhile is kept: it brings the record back.
    Ok(vec![put(path.clone(), Value::from(text))])
}

fn mark_point(pairing: &Pairing, point: PointId, state: Option<PointState>, context: &Context) -> Vec<Change> {
    let mut changes = vec![put(schema::point(point), typed(&state))];
    let Some(id) = Question::of_point(point) else {
        return changes;
    };
    let existing = pairing.questions.iter().find(|question| question.id == id);
    match (state, existing) {
        (Some(PointState::ToClarify), None) => changes.extend([
            put(schema::question(&id, name::POINT), Value::from(point.slug())),
            put(schema::question(&id, name::ASKED_BY), Value::Text(context.author.person.to_string())),
            put(schema::question(&id, name::CREATED), Value::Text(context.now.to_string())),
        ]),
        (Some(PointState::ToClarify), Some(question)) if question.settled => {
            changes.push(put(schema::question(&id, name::SETTLED), Value::Bool(false)));
        }
        // Understood after all: the question goes, unless someone already answered it in words worth keeping.
        (Some(PointState::Understood) | None, Some(question)) => {
            if question.answers.is_empty() && question.text.is_empty() {
                changes.push(Change::Remove(schema::question_record(&id)));
            } else {
                changes.push(put(schema::question(&id, name::SETTLED), Value::Bool(true)));
            }
        }
        _ => {}
    }
    changes
}

pub(super) fn find_goal<'a>(pairing: &'a Pairing, id: &GoalId) -> Result<&'a Goal, Refusal> {
    pairing.goals.iter().find(|goal| goal.id == *id).ok_or(Refusal::Gone)
}

fn question<'a>(pairing: &'a Pairing, id: &QuestionId) -> Result<&'a Question, Refusal> {
    pairing.questions.iter().find(|question| question.id == *id).ok_or(Refusal::Gone)
}

fn booked(pairing: &Pairing, id: &SessionId) -> Result<(), Refusal> {
    let found = pairing.sessions.iter().find(|session| session.id == *id).ok_or(Refusal::Gone)?;
    match found.state {
        Some(SessionState::Booked(_)) | None => track::settled(found),
        Some(_) => Err(Refusal::Gone),
    }
}
