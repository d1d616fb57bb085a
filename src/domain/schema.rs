//! The one list of records and fields: every path that Binôme writes or reads is made here.
//!
//! New features add lines; they never change the meaning of one that a release wrote.

use super::agreement::PromiseId;
use super::call::{PointId, Section};
use super::coach::Rule;
use super::field::{Path, RecordKey, Value};
use super::id::{GoalId, OwnPromiseId, QuestionId, SessionId};
use super::person::{IntroPrompt, PersonId, Role};
use super::report::ReportPart;
use super::session;

/// Kinds of records.
pub mod kind {
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
}

/// Names of fields, by what they hold. Per-person fields end with the person: `answer-mentor-1`.
pub mod name {
    /// Text: a first name.
    pub const NAME: &str = "name";
    /// Text: an IANA zone.
    pub const ZONE: &str = "zone";
    /// Text: the moment the first call started.
    pub const CALL_STARTED: &str = "call-started";
    /// Whole number: the first call's length in minutes.
    pub const CALL_MINUTES: &str = "call-minutes";
    /// Text: `tu` or `vous`.
    pub const ADDRESS: &str = "address";
    /// Boolean per person: “I have finished” in a section. Boolean: a sub-step is done.
    pub const DONE: &str = "done";
    /// Text: `understood` or `to_clarify` for a point; a tagged value for a session.
    pub const STATE: &str = "state";
    /// Text per rule of the coach: what was kept as it is when it asked, see [`Suggestion::token`](super::super::coach::Suggestion::token).
    pub const KEPT: &str = "kept";
    /// Text: the goal in the student's words.
    pub const WHAT: &str = "what";
    /// Text: how both will see that a goal is done.
    pub const EVIDENCE: &str = "evidence";
    /// Whole number: minutes given to a goal.
    pub const MINUTES: &str = "minutes";
    /// Text: why a goal matters.
    pub const WHY: &str = "why";
    /// Text: first day of a goal, `2026-11-24`.
    pub const START: &str = "start";
    /// Text: last day of a goal, `2026-11-24`.
    pub const END: &str = "end";
    /// Text: when and where the student starts.
    pub const FIRST_STEP: &str = "first-step";
    /// Text: where a goal stands.
    pub const STATUS: &str = "status";
    /// Text per person: how a goal goes.
    pub const PROGRESS: &str = "progress";
    /// Text: the moment a record was first written.
    pub const CREATED: &str = "created";
    /// Text: a question's words, or a sub-step's.
    pub const TEXT: &str = "text";
    /// Text: who asked, `mentor-1`.
    pub const ASKED_BY: &str = "asked-by";
    /// Text: the point of the first call that a question comes from.
    pub const POINT: &str = "point";
    /// Text per person: an answer; of a case, text: the help that the student would turn to.
    pub const ANSWER: &str = "answer";
    /// Boolean: the two consider a question answered.
    pub const SETTLED: &str = "settled";
    /// Text: what a contact is for.
    pub const PURPOSE: &str = "purpose";
    /// Text: how to reach a contact.
    pub const REACH: &str = "reach";
    /// Text: the student's family name, for file names.
    pub const SURNAME: &str = "surname";
    /// Text: the pattern of a defence's archive.
    pub const ARCHIVE: &str = "archive";
    /// Text: the pattern of a defence's files.
    pub const FILES: &str = "files";
    /// Whole number: minutes of a defence's presentation.
    pub const PRESENTATION: &str = "presentation";
    /// Whole number: minutes of its discussion.
    pub const DISCUSSION: &str = "discussion";
    /// Whole number: minutes of its debrief.
    pub const DEBRIEF: &str = "debrief";
    /// Text: a project's title.
    pub const TITLE: &str = "title";
    /// Text: a place in a list, see [`OrderKey`](crate::domain::OrderKey).
    pub const ORDER: &str = "order";
    /// Text: `review` or `defence`, how a project is validated.
    pub const MODE: &str = "mode";
    /// Text: what a project asks for.
    pub const DELIVERABLES: &str = "deliverables";
    /// Text: the day a project was validated, `2026-11-24`.
    pub const VALIDATED: &str = "validated";
    /// Text: the identifier of the project under way.
    pub const CURRENT: &str = "current";
    /// Text: the next milestone in words.
    pub const MILESTONE: &str = "milestone";
    /// Text: the day of the next milestone, `2026-11-24`.
    pub const MILESTONE_BY: &str = "milestone-by";
    /// A tagged value: the usual slot, `{"time":"18:00","weekday":"Tue","zone":"Europe/Paris"}`.
    pub const SLOT: &str = "slot";
    /// Text: what goes with the channels. Each channel is a boolean of its own, `channel-email`.
    pub const CHANNELS: &str = "channels";
    /// Whole number per person: hours within which they answer.
    pub const ANSWER_HOURS: &str = "answer-hours";
    /// Whole number: hours before a session at which the student sends what they prepared.
    pub const PREPARE_HOURS: &str = "prepare-hours";
    /// Text: what goes with the preparation.
    pub const PREPARATION: &str = "preparation";
    /// Whole number: hours before a session from which its cancellation is late.
    pub const NOTICE_HOURS: &str = "notice-hours";
    /// Whole number: hours before a defence at which deliverables are submitted.
    pub const DEPOSIT_HOURS: &str = "deposit-hours";
    /// Whole number: weeks ahead in which sessions are booked.
    pub const HORIZON_WEEKS: &str = "horizon-weeks";
    /// Boolean: a defence can pass on a condition.
    pub const CONDITIONAL: &str = "conditional";
    /// Whole number: hours to submit again after a conditional pass.
    pub const RESUBMIT_HOURS: &str = "resubmit-hours";
    /// Whole number: hours for the decision after that.
    pub const DECISION_HOURS: &str = "decision-hours";
    /// Boolean per person: they accept a promise.
    pub const TICK: &str = "tick";
    /// Boolean: a promise left for another time.
    pub const REVISIT: &str = "revisit";
    /// A tagged value per person: the moment of signing, and the terms signed.
    pub const SIGNED: &str = "signed";
    /// Text: the identifier of the goal that this one was written anew from.
    pub const FROM: &str = "from";
    /// Text: the identifier of the project that a goal serves, or that a session is for.
    pub const PROJECT: &str = "project";
    /// Boolean: a question to take up before the others.
    pub const FIRST: &str = "first";
    /// Boolean: the student looked for an answer with Companion first.
    pub const SEARCHED: &str = "searched";
    /// Text: the identifier of the session in which a question was answered.
    pub const SETTLED_IN: &str = "settled-in";
    /// Text: the identifier of the session that carried a question on last.
    pub const CARRIED_IN: &str = "carried-in";
    /// Boolean: before a session, the project's scenario is read.
    pub const SCENARIO_READ: &str = "scenario-read";
    /// Boolean: before a session, the deliverables are known.
    pub const DELIVERABLES_KNOWN: &str = "deliverables-known";
    /// Text: the moment a session began.
    pub const BEGAN: &str = "began";
    /// Text per step, `finished-2`: the moment a step of a session was finished.
    pub const FINISHED: &str = "finished";
    /// Text per person: what they noted of the deliverables in a session.
    pub const REMARKS: &str = "remarks";
    /// Text per person: the resources that they shared in a session.
    pub const RESOURCES: &str = "resources";
    /// Boolean per person: they answered the satisfaction survey after a session.
    pub const SURVEYED: &str = "surveyed";
    /// Text: what kind of session it is, `mentoring`, `review` or `defence`.
    pub const KIND: &str = "kind";
    /// Text: the start of the slot that a session had before it was moved.
    pub const MOVED_FROM: &str = "moved-from";
    /// Boolean: the mentor agrees to a session's cancellation.
    pub const AGREED: &str = "agreed";
    /// Text: the identifier of the session that replaces one that does not take place.
    pub const REPLACED_BY: &str = "replaced-by";
    /// Text: what a session was wrongly noted as, `booked`, `held`, `cancelled` or `absent`.
    pub const CORRECTED_FROM: &str = "corrected-from";
    /// Boolean: a week that the pair excuses.
    pub const EXCUSED: &str = "excused";
    /// Text: why a session was corrected, or a week excused.
    pub const REASON: &str = "reason";
    /// Text per pause, `paused-1`: the moment a session's clock stopped.
    pub const PAUSED: &str = "paused";
    /// Text per pause, `resumed-1`: the moment it went on.
    pub const RESUMED: &str = "resumed";
    /// Text: of an outcome, the identifier of its session.
    pub const SESSION: &str = "session";
    /// Text: of an outcome or a sub-step, the identifier of its goal.
    pub const GOAL: &str = "goal";
    /// Tagged value: what a goal came to, and what becomes of the rest; of a session, what it came to for its project.
    pub const RESULT: &str = "result";
    /// Text per part, `over-goals`: of a report, the mark of what the session said when the part was rewritten.
    pub const OVER: &str = "over";
    /// Tagged value: the day on which the mentor authorised a project's defence, and who noted it.
    pub const AUTHORISED: &str = "authorised";
    /// Text: the moment at which the student told the assessor that they are ready for another defence.
    pub const READY_TOLD: &str = "ready-told";
    /// Text: the moment at which the deliverables were submitted before a session.
    pub const DEPOSITED: &str = "deposited";
    /// Text: the moment at which they were submitted again after a conditional pass.
    pub const RESUBMITTED: &str = "resubmitted";
    /// Text: who assesses a defence.
    pub const ASSESSOR: &str = "assessor";
    /// Text: why the result of a session was corrected.
    pub const RESULT_REASON: &str = "result-reason";
    /// Text: somebody's own note.
    pub const NOTE: &str = "note";
}

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

/// Whether people type running text there, saved while they type: the fields that
/// [`Command::Write`](super::command::Command::Write) accepts.
pub fn is_text(path: &Path) -> bool {
    let field = path.field();
    match path.kind() {
        kind::PERSON => PersonId::parse(path.id())
            .is_some_and(|who| field == name::NAME || IntroPrompt::of(who.role()).iter().any(|p| p.field() == field)),
        kind::GOAL => {
            matches!(field, name::WHAT | name::EVIDENCE | name::WHY | name::FIRST_STEP)
                || person_in(field, name::PROGRESS).is_some()
        }
        kind::SUB_STEP => field == name::TEXT,
        kind::QUESTION => field == name::TEXT || person_in(field, name::ANSWER).is_some(),
        kind::SESSION => session::is_text(field),
        kind::OUTCOME => field == name::EVIDENCE,
        kind::REPORT => ReportPart::parse(field).is_some(),
        kind::PRIVATE => field == name::NOTE,
        kind::CONTACT => matches!(field, name::NAME | name::PURPOSE | name::REACH),
        kind::PROGRAMME => matches!(field, name::NAME | name::MILESTONE),
        kind::PROJECT => matches!(field, name::TITLE | name::DELIVERABLES | name::REASON),
        kind::ORGANISATION => path.id() == "main" && matches!(field, name::CHANNELS | name::PREPARATION),
        kind::WEEK => field == name::REASON,
        kind::PROMISE => field == name::TEXT && is_own_promise(path),
        kind::KIT => path.id() == "main" && matches!(field, name::SURNAME | name::ARCHIVE | name::FILES),
        _ => false,
    }
}

/// Whether nothing at that field means that its record was removed. Text fields are emptied to empty text, and of a goal people
/// can clear the effort, the days and the project alone, of a project how and when it was authorised and validated, of a session when it began, its
/// pauses and what is said of it besides, of a question where it was answered or carried.
pub fn null_is_removal(path: &Path) -> bool {
    match path.kind() {
        kind::CONTACT | kind::OUTCOME | kind::SUB_STEP | kind::WEEK => true,
        kind::SESSION => !session::can_be_cleared(path.field()),
        kind::QUESTION => !matches!(path.field(), name::SETTLED_IN | name::CARRIED_IN),
        kind::PROJECT => !matches!(path.field(), name::MODE | name::VALIDATED | name::AUTHORISED | name::READY_TOLD),
        kind::PROMISE => is_own_promise(path),
        kind::GOAL => {
            !matches!(path.field(), name::MINUTES | name::START | name::END | name::PROJECT)
                && kept_rule(path.field()).is_none()
        }
        _ => false,
    }
}

/// Whether a promise's record is one that the pair added.
fn is_own_promise(path: &Path) -> bool {
    matches!(PromiseId::parse(path.id()), Some(PromiseId::Own(_)))
}

/// The record that a value names, when the field is a relation: the project under way or that of a goal or session, the goal of a
/// sub-step.
pub fn named_by(path: &Path, value: &Value) -> Option<RecordKey> {
    match (path.kind(), path.field()) {
        (kind::PROGRAMME, name::CURRENT) | (kind::GOAL | kind::SESSION, name::PROJECT) => {
            Some(RecordKey::new(kind::PROJECT, value.text()?))
        }
        (kind::SUB_STEP, name::GOAL) => Some(RecordKey::new(kind::GOAL, value.text()?)),
        _ => None,
    }
}

/// The one person whose words a text field holds, when it is somebody's: prompts of section 1, progress, answers.
pub fn owner(path: &Path) -> Option<PersonId> {
    let field = path.field();
    match path.kind() {
        kind::PERSON => PersonId::parse(path.id()),
        kind::GOAL => person_in(field, name::PROGRESS),
        kind::QUESTION => person_in(field, name::ANSWER),
        kind::SESSION => person_in(field, name::REMARKS).or_else(|| person_in(field, name::RESOURCES)),
        _ => None,
    }
}

/// Both roles, mentor first: the order of every screen of the call.
pub const ROLES: [Role; 2] = [Role::Mentor, Role::Student];
