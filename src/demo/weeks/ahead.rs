//! The days before the next session: it is prepared, goals go on, and a defence comes nearer.

use super::{NEXT, QUESTIONS, goal_id, project_id, session_id};
use crate::demo::{Story, numbered};
use crate::domain::schema::{self, name};
use crate::domain::session;
use crate::domain::sub_step::SubStepCommand;
use crate::domain::time::{days_after, monday_of};
use crate::domain::{
    Booking, Command, GoalStatus, PersonId, Preparation, ProgrammeCommand, Refusal, SessionCommand, TrackCommand,
    WeekCommand, kit, programme,
};

/// The project whose defence comes next.
const DEFENDED: usize = 4;

pub(super) fn tell(story: &mut Story<'_>) -> Result<(), Refusal> {
    let now = story.asked.now;
    story.go_to(now.plus_minutes(-30));
    let id = session_id(NEXT)?;
    for what in Preparation::ALL {
        story.student(&Command::Session(SessionCommand::Prepare(id.clone(), what, true)))?;
    }
    let last = QUESTIONS.len();
    let question = numbered!(QuestionId, "question", last)?;
    story.student(&Command::Ask(question.clone(), story.words.questions[last - 1].0.into()))?;
    story.student(&Command::Session(SessionCommand::Searched(question.clone(), true)))?;
    story.student(&Command::SetFirst(question, true))?;
    for (at, text) in story.words.sub_steps.into_iter().enumerate() {
        let step = numbered!(SubStepId, "sub-step", at + 1)?;
        story.student(&Command::SubStep(SubStepCommand::Add(step.clone(), goal_id(16)?, text.into())))?;
        story.student(&Command::SubStep(SubStepCommand::Tick(step, at == 0)))?;
    }
    for (goal, progress) in [14, 16].into_iter().zip(story.words.progress) {
        let goal = goal_id(goal)?;
        story.student(&Command::SetGoalStatus(goal.clone(), GoalStatus::Doing))?;
        story.student(&Command::Write(schema::progress(&goal, PersonId::STUDENT), progress.into()))?;
    }
    // The defence that the mentor authorised in the last session: its deliverables are still to be submitted.
    let (project, defence) = (project_id(DEFENDED)?, numbered!(SessionId, "session-defence", 1)?);
    // In a week of its own, so that no mentoring session is in it (R4).
    let by = days_after(monday_of(days_after(story.next, 14)), 2);
    let start = story.moment(by, 14, 0);
    story.mentor(&Command::Track(TrackCommand::Authorise(project.clone(), story.day(NEXT - 1))))?;
    story.student(&Command::Track(TrackCommand::Book(project, defence.clone(), Booking { start, minutes: 30 })))?;
    story.student(&Command::Write(session::field(&defence, name::ASSESSOR), story.words.assessor.into()))?;
    story.student(&Command::Write(kit::field(name::SURNAME), story.words.surname.into()))?;
    // A break after it: weeks that nobody misses.
    let (from, to) = (days_after(monday_of(by), 7), days_after(monday_of(by), 14));
    story.student(&Command::Week(WeekCommand::Excuse { from, to, reason: story.words.pause.into() }))?;
    story.student(&Command::Write(programme::field(name::MILESTONE), story.words.milestone.into()))?;
    story.student(&Command::Programme(ProgrammeCommand::SetMilestoneDay(Some(by))))
}
