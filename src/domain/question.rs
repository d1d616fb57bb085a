//! Questions that wait for the next session, among them every point left “to clarify”.

use std::collections::BTreeMap;

use super::call::PointId;
use super::id::{QuestionId, SessionId};
use super::person::PersonId;
use super::time::Instant;

/// Where a question came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionOrigin {
    /// Someone wrote it.
    Written(PersonId),
    /// A point of the first call was left “to clarify”; its words are in `i18n`.
    Point(PointId),
    /// The record does not say.
    Unknown,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which.
    pub id: QuestionId,
    /// The question as written; may be empty for a point of the first call.
    pub text: String,
    /// Where it came from.
    pub origin: QuestionOrigin,
    /// What each person answered.
    pub answers: BTreeMap<PersonId, String>,
    /// Whether the two consider it answered.
    pub settled: bool,
    /// Whether the student looked for an answer with Companion first.
    pub searched: bool,
    /// Whether it is to be taken up before the others.
    pub first: bool,
    /// The session in which it was answered.
    pub settled_in: Option<SessionId>,
    /// The session that chose to carry it on last.
    pub carried_in: Option<SessionId>,
    /// When it was first written.
    pub created: Option<Instant>,
}

impl Question {
    /// The question that a point “to clarify” becomes: the same on every device, so that two people who both mark it make one.
    pub fn of_point(point: PointId) -> Option<QuestionId> {
        QuestionId::parse(&format!("point-{}", point.slug()))
    }
}
