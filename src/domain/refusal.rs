//! Why a command is not done.

/// Why a command is not done. Nothing changed. Worded in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A first name is missing.
    #[error("a first name is missing")]
    NameMissing,
    /// A call or session lasts 5 to 240 minutes.
    #[error("a length outside 5 to 240 minutes")]
    LengthOutOfRange,
    /// Hours given to a goal: more than nothing, at most a week.
    #[error("an effort outside 1 minute to 168 hours")]
    EffortOutOfRange,
    /// A goal ends before it starts.
    #[error("the last day comes before the first")]
    EndBeforeStart,
    /// A session cannot be booked in the past.
    #[error("the slot is in the past")]
    SlotInThePast,
    /// A question needs words.
    #[error("the question has no words")]
    QuestionEmpty,
    /// A goal noted in one line needs words.
    #[error("the goal has no words")]
    GoalEmpty,
    /// No such goal, question or session (removed elsewhere meanwhile).
    #[error("it is no longer there")]
    Gone,
    /// The field does not hold running text.
    #[error("not a text field")]
    NotText,
    /// Hours to answer in, or to prepare ahead: 1 to 336.
    #[error("hours outside 1 to 336")]
    HoursOutOfRange,
    /// Weeks to book ahead: 1 to 8.
    #[error("weeks outside 1 to 8")]
    WeeksOutOfRange,
    /// At most [`MOST`](super::rule::excused::MOST) weeks are excused at once.
    #[error("too many weeks at once")]
    TooManyWeeks,
    /// No promise of the agreement is accepted by both.
    #[error("no promise is accepted by both")]
    NothingToSign,
    /// Longer than [`MAX_TEXT`](super::decide::MAX_TEXT).
    #[error("the text is too long")]
    TextTooLong,
    /// The session, or the goal in it, does not stand where this can be done.
    #[error("this cannot be done now")]
    NotNow,
    /// The session was held: it can be neither moved, nor cancelled, nor missed.
    #[error("the session was held")]
    AlreadyHeld,
    /// The session was cancelled or missed: it can be neither moved nor held.
    #[error("the session was called off")]
    CalledOff,
    /// The session has begun: whoever does not come from now on is absent.
    #[error("the session has begun")]
    AlreadyBegun,
    /// The session is still to come: it can be neither held nor missed.
    #[error("the session has not begun yet")]
    NotBegunYet,
    /// Nobody can have been told of a cancellation in the future.
    #[error("told in the future")]
    ToldAhead,
    /// A correction keeps its reason.
    #[error("the correction has no reason")]
    ReasonMissing,
    /// A project needs a title when it is added.
    #[error("the project has no title")]
    TitleMissing,
    /// A sub-step needs words when it is added.
    #[error("the sub-step has no words")]
    SubStepEmpty,
    /// A goal has at most [`MAX_SUB_STEPS`](super::sub_step::MAX_SUB_STEPS).
    #[error("too many sub-steps")]
    TooManySubSteps,
    /// Nothing was validated on a day that has not come.
    #[error("a day that has not come yet")]
    DayAhead,
    /// A programme has at most [`MAX_PROJECTS`](super::programme::MAX_PROJECTS).
    #[error("too many projects")]
    TooManyProjects,
    /// A project is validated at a bilan or by a defence, not both.
    #[error("validated in the other way")]
    OtherMode,
    /// It is not said yet how the project is validated.
    #[error("how the project is validated is not said")]
    ModeMissing,
    /// Something of the project's track is noted already: how it is validated stays.
    #[error("the track has begun")]
    TrackBegun,
    /// No defence without the mentor's authorisation (R6).
    #[error("not authorised")]
    NotAuthorised,
    /// A defence was booked on that authorisation.
    #[error("the authorisation was used")]
    AuthorisationUsed,
    /// The project has an attempt that waits for its last word.
    #[error("an attempt is still open")]
    AttemptOpen,
    /// The project is validated.
    #[error("the project is validated")]
    AlreadyValidated,
    /// A session says whether the project is validated: its result is what to note or to correct.
    #[error("a session says so")]
    ByItsSession,
    /// The session names no project.
    #[error("the session names no project")]
    ProjectMissing,
    /// No result before the presentation.
    #[error("not presented yet")]
    NotPresented,
    /// Deliverables are submitted before the presentation.
    #[error("after the presentation")]
    AfterPresentation,
    /// The session's result is noted.
    #[error("the session has a result")]
    HasResult,
    /// A later attempt builds on that result.
    #[error("a later attempt builds on it")]
    LaterAttempt,
    /// The contract knows no pass on a condition.
    #[error("no pass on a condition")]
    NoConditional,
    /// To rework: the assessor plans the second defence once told that the student is ready.
    #[error("the assessor was not told")]
    NotToldReady,
    /// The second defence is with the first one's assessor (R7).
    #[error("another assessor")]
    AnotherAssessor,
    /// The project is not at that point of its track.
    #[error("the project is not at that point")]
    OutOfTurn,
}
