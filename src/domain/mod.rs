//! What a pair is and does: people, the first call, contacts, the programme, goals, questions, sessions, and the commands that
//! change them.
//!
//! Pure: no clock, no random number, no browser. The moment, the day and the author come in through [`Context`];
//! identifiers travel inside commands, so that replaying a command is exact.

pub mod agreement;
pub mod call;
pub mod coach;
pub mod command;
pub mod contact;
pub mod decide;
pub mod field;
pub mod goal;
pub mod id;
pub mod kit;
pub mod order;
pub mod organisation;
pub mod outcome;
pub mod pairing;
pub mod past;
pub mod person;
pub mod profile;
pub mod programme;
pub mod question;
pub mod refusal;
pub mod report;
pub mod rule;
pub mod schema;
pub mod search;
pub mod session;
pub mod sorting;
pub mod sub_step;
pub mod time;
pub mod timetable;
pub mod track;
pub mod whom;

pub use agreement::{Agreement, AgreementCommand, Given, Promise, PromiseId, PromiseState, Signature};
pub use call::{Address, FirstCall, PointId, PointState, Section};
pub use coach::{Circumstances, DayTrouble, Rule, Suggestion, Tongue, tongue_of};
pub use command::{Command, Context};
pub use contact::{Contact, ContactCommand, Help, Situation, Verdict};
pub use decide::decide;
pub use field::{Change, Path, RecordKey, Value};
pub use goal::{Goal, GoalCommand, GoalStatus};
pub use id::{ContactId, GoalId, OutcomeId, OwnPromiseId, PairId, ProjectId, QuestionId, SessionId, SubStepId};
pub use kit::{Kit, KitCommand};
pub use order::OrderKey;
pub use organisation::{Channel, Organisation, OrganisationCommand, Slot};
pub use outcome::{GoalResult, Outcome, Rest};
pub use pairing::{Oddity, Pairing};
pub use person::{Author, DeviceId, Person, PersonId, Role};
pub use profile::{Profile, ProfileCommand, Template};
pub use programme::{Mode, Programme, ProgrammeCommand, Project};
pub use question::{Question, QuestionOrigin};
pub use refusal::Refusal;
pub use report::{OwnPart, Report, ReportCommand, ReportPart};
pub use rule::{Contract, ContractCommand, ExcusedWeek, Threshold, WeekCommand};
pub use session::{
    Booking, Phase, Preparation, Session, SessionCommand, SessionKind, SessionState, Standing, StandingCommand, Step,
    StepTable,
};
pub use sub_step::{SubStep, SubStepCommand};
pub use time::{Day, Instant, WallTime, Weekday, Zone, ZoneName};
pub use timetable::Timetable;
pub use track::{AttemptResult, Authorisation, Finding, Stage, Track, TrackCommand, TrackOddity, Turn};
