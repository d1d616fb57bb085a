//! Names of fields, by what they hold. Per-person fields end with the person: `answer-mentor-1`.

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
