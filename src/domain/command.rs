//! What people ask of the page, as values: the only way the record changes.

use super::agreement::AgreementCommand;
use super::call::{Address, PointId, PointState, Section};
use super::coach::Rule;
use super::contact::ContactCommand;
use super::field::{Path, Value};
use super::goal::{GoalCommand, GoalStatus};
use super::id::{GoalId, QuestionId, SessionId};
use super::kit::KitCommand;
use super::organisation::OrganisationCommand;
use super::person::{Author, PersonId};
use super::profile::ProfileCommand;
use super::programme::ProgrammeCommand;
use super::report::ReportCommand;
use super::rule::{ContractCommand, WeekCommand};
use super::session::{Booking, SessionCommand};
use super::sub_step::SubStepCommand;
use super::time::{Day, Instant, ZoneName};
use super::track::TrackCommand;

/// The circumstances of a command: the only clock that the domain sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The moment, UTC.
    pub now: Instant,
    /// The day in the pair's zone.
    pub today: Day,
    /// Who asks, on which device.
    pub author: Author,
}

/// Something a person asks for. New identifiers travel inside, so that replaying is exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// First run: two names, the call's length, the zone of this browser.
    Start {
        /// The mentor's first name.
        mentor: String,
        /// The student's first name.
        student: String,
        /// Length of the call in minutes.
        minutes: u32,
        /// The zone of the browser in which the pair starts.
        zone: Option<ZoneName>,
    },
    /// Running text, at a field that [`schema::is_text`](super::schema::is_text) accepts. Empty text empties the field.
    Write(Path, String),
    /// One of the versions that wait at a field in conflict, or both texts: it replaces them all.
    Choose(Path, Value),
    /// The first call's length in minutes.
    SetCallMinutes(u32),
    /// *Tu*, *vous*, or not yet.
    SetAddress(Option<Address>),
    /// A person says that they have finished a section, or not after all.
    SayDone(Section, PersonId, bool),
    /// A point of sections 2 to 4 is understood, to clarify, or not yet looked at.
    MarkPoint(PointId, Option<PointState>),
    /// The zone in which the pair's days are read.
    SetZone(ZoneName),
    /// A person's own zone.
    SetPersonZone(PersonId, ZoneName),
    /// A goal noted in one line, from wherever one is: it starts today and ends on the day given.
    NoteGoal(GoalId, String, Option<Day>),
    /// Begin a goal: puts down when it was first written, so that goals keep their order.
    AddGoal(GoalId),
    /// Minutes the student gives a goal.
    SetGoalMinutes(GoalId, Option<u32>),
    /// First and last day of a goal.
    SetGoalDays(GoalId, Option<Day>, Option<Day>),
    /// Where a goal stands.
    SetGoalStatus(GoalId, GoalStatus),
    /// Keep a goal as it is when the coach asks by that rule; the text is its [`token`](super::coach::Suggestion::token).
    KeepGoalAsIs(GoalId, Rule, String),
    /// Remove a goal with all its words.
    RemoveGoal(GoalId),
    /// Of one goal among the others: the project it serves, cutting it in two.
    Goal(GoalCommand),
    /// Of the sub-steps of goals.
    SubStep(SubStepCommand),
    /// Ask a question.
    Ask(QuestionId, String),
    /// The two consider a question answered, or open again.
    Settle(QuestionId, bool),
    /// A question is to be taken up before the others, or in its turn.
    SetFirst(QuestionId, bool),
    /// Remove a question with all its words.
    RemoveQuestion(QuestionId),
    /// Book a session, or move a booked one to another slot.
    Book(SessionId, Booking),
    /// Take back a booking made by mistake.
    Unbook(SessionId),
    /// Of what the mentor keeps for the students to come.
    Profile(ProfileCommand),
    /// Of one session: preparing it, going through it, closing it.
    Session(SessionCommand),
    /// Of the report of one session.
    Report(ReportCommand),
    /// Of the contacts and the cases of section 2.
    Contact(ContactCommand),
    /// Of the programme and its projects.
    Programme(ProgrammeCommand),
    /// Of one project's way to its validation.
    Track(TrackCommand),
    /// How the two work together.
    Organisation(OrganisationCommand),
    /// Of the defence kit.
    Kit(KitCommand),
    /// The thresholds of the rules.
    Contract(ContractCommand),
    /// Weeks that the pair excuses.
    Week(WeekCommand),
    /// The pair agreement.
    Agreement(AgreementCommand),
}

impl Command {
    /// Whether it only keeps in step with what people write, who have nothing to undo in it.
    pub fn is_aside(&self) -> bool {
        matches!(self, Self::Report(ReportCommand::Know(..)))
    }
}
