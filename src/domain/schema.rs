//! The one list of records and fields: every path that Binôme writes or reads is made here.
//!
//! New features add lines; they never change the meaning of one that a release wrote.

pub mod kind;
mod meaning;
pub mod name;

use super::agreement::PromiseId;
use super::call::{PointId, Section};
use super::coach::Rule;
use super::field::{Path, RecordKey};
use super::id::{GoalId, OwnPromiseId, QuestionId, SessionId};
use super::person::{IntroPrompt, PersonId};
pub use meaning::{is_text, named_by, null_is_removal};

/// The name of a field that each person has: `answer-mentor-1`.
pub(super) fn per_person(name: &str, person: PersonId) -> String {
    format!("{name}-{person}")
}

/// A field of the pair itself: [`name::ZONE`], [`name::CALL_STARTED`], [`name::CALL_MINUTES`] or [`name::ADDRESS`].
pub fn pair(field: &str) -> Path {
    Path::of(kind::PAIR, "main", field)
}

/// A field of a person: [`name::NAME`] or [`name::ZONE`].
pub fn person(who: PersonId, field: &str) -> Path {
    Path::of(kind::PERSON, &who.to_string(), field)
}

/// What a person wrote under a prompt of section 1.
pub fn intro(who: PersonId, prompt: IntroPrompt) -> Path {
    person(who, prompt.field())
}

/// Whether a person said “I have finished” in a section.
pub fn done(section: Section, who: PersonId) -> Path {
    Path::of(kind::SECTION, section.slug(), &per_person(name::DONE, who))
}

/// What the two said of a point.
pub fn point(point: PointId) -> Path {
    Path::of(kind::POINT, point.slug(), name::STATE)
}

/// A field of a goal.
pub fn goal(id: &GoalId, field: &str) -> Path {
    Path::of(kind::GOAL, id.as_str(), field)
}

/// What a person wrote of a goal's progress.
pub fn progress(id: &GoalId, who: PersonId) -> Path {
    goal(id, &per_person(name::PROGRESS, who))
}

/// A goal's record.
pub fn goal_record(id: &GoalId) -> RecordKey {
    RecordKey::new(kind::GOAL, id.as_str())
}

/// A field of a question.
pub fn question(id: &QuestionId, field: &str) -> Path {
    Path::of(kind::QUESTION, id.as_str(), field)
}

/// What a person answered.
pub fn answer(id: &QuestionId, who: PersonId) -> Path {
    question(id, &per_person(name::ANSWER, who))
}

/// A question's record.
pub fn question_record(id: &QuestionId) -> RecordKey {
    RecordKey::new(kind::QUESTION, id.as_str())
}

/// A session's state and slot.
pub fn session(id: &SessionId) -> Path {
    Path::of(kind::SESSION, id.as_str(), name::STATE)
}

/// A session's record.
pub fn session_record(id: &SessionId) -> RecordKey {
    RecordKey::new(kind::SESSION, id.as_str())
}

/// A field of how the two work together: [`name::SLOT`], a channel's, [`name::CHANNELS`], [`name::PREPARE_HOURS`] or
/// [`name::PREPARATION`].
pub fn organisation(field: &str) -> Path {
    Path::of(kind::ORGANISATION, "main", field)
}

/// Within how many hours a person answers.
pub fn answer_hours(who: PersonId) -> Path {
    organisation(&per_person(name::ANSWER_HOURS, who))
}

/// A field of a promise: [`name::TEXT`], [`name::CREATED`] or [`name::REVISIT`].
pub fn promise(id: &PromiseId, field: &str) -> Path {
    Path::of(kind::PROMISE, id.as_str(), field)
}

/// Whether a person accepts a promise.
pub fn tick(id: &PromiseId, who: PersonId) -> Path {
    promise(id, &per_person(name::TICK, who))
}

/// The record of a promise that the pair added.
pub fn promise_record(id: &OwnPromiseId) -> RecordKey {
    RecordKey::new(kind::PROMISE, id.as_str())
}

/// A person's signature under the agreement.
pub fn signed(who: PersonId) -> Path {
    Path::of(kind::AGREEMENT, "main", &per_person(name::SIGNED, who))
}

/// The person at the end of a per-person field's name: `answer-mentor-1` with `answer` is `mentor-1`.
pub fn person_in(field: &str, name: &str) -> Option<PersonId> {
    PersonId::parse(field.strip_prefix(name)?.strip_prefix('-')?)
}

/// What was kept of a goal as it is, when the coach asked by that rule.
pub fn kept(goal: &GoalId, rule: Rule) -> Path {
    Path::of(kind::GOAL, goal.as_str(), &format!("{}-{}", name::KEPT, rule.slug()))
}

/// The rule that a field's name remembers an answer to: `kept-measurable`.
pub fn kept_rule(field: &str) -> Option<Rule> {
    Rule::parse(field.strip_prefix(name::KEPT)?.strip_prefix('-')?)
}
