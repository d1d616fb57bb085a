//! Kinds of records.

/// The pair itself; one record, `pair/main`.
pub const PAIR: &str = "pair";
/// One person: `person/mentor-1`.
pub const PERSON: &str = "person";
/// One section of the first call: `section/rencontre`.
pub const SECTION: &str = "section";
/// One point of sections 2 to 4: `point/companion`.
pub const POINT: &str = "point";
/// One goal.
pub const GOAL: &str = "goal";
/// One sub-step of a goal.
pub const SUB_STEP: &str = "goal-step";
/// One question.
pub const QUESTION: &str = "question";
/// One session.
pub const SESSION: &str = "session";
/// What one goal came to in one session.
pub const OUTCOME: &str = "outcome";
/// What was rewritten of a session's report: `report/<session>/goals`.
pub const REPORT: &str = "report";
/// What is somebody's own: `private/mentor-1/session/<id>/note`.
pub const PRIVATE: &str = "private";
/// One contact of the pair's own.
pub const CONTACT: &str = "contact";
/// One case of section 2: `case/stuck`.
pub const CASE: &str = "case";
/// The programme; one record, `programme/main`.
pub const PROGRAMME: &str = "programme";
/// One project.
pub const PROJECT: &str = "project";
/// How the two work together; one record, `organisation/main`.
pub const ORGANISATION: &str = "organisation";
/// The thresholds of the rules; one record, `contract/main`.
pub const CONTRACT: &str = "contract";
/// The defence kit; one record, `kit/main`.
pub const KIT: &str = "kit";
/// One week, by its Monday: `week/2026-11-30`.
pub const WEEK: &str = "week";
/// One promise of the agreement: `promise/weekly`, or one of the pair's own.
pub const PROMISE: &str = "promise";
/// The agreement's signatures; one record, `agreement/main`.
pub const AGREEMENT: &str = "agreement";
