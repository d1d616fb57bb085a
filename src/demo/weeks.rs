//! The weeks after the call: sessions held, goals of every outcome, questions, projects validated, and what is ahead.
//!
//! Here is which week is which, and what lies between two sessions.

mod ahead;
mod held;

use super::{Story, numbered};
use crate::domain::session::StandingCommand;
use crate::domain::{
    Booking, Command, Day, Finding, GoalId, PersonId, Preparation, ProgrammeCommand, ProjectId, Refusal,
    SessionCommand, SessionId, SessionKind, TrackCommand, Weekday,
};

/// The week of the session that the student did not come to, and of the one that was cancelled in time and made up for.
const EMPTY: u64 = 6;
const MOVED: u64 = 9;

/// The week of the next session.
const NEXT: u64 = super::WEEKS;

/// The session before which each question was asked, and the one in which it was answered.
const QUESTIONS: [(u64, Option<u64>); 7] =
    [(1, Some(1)), (3, Some(4)), (5, Some(5)), (8, Some(8)), (12, Some(13)), (16, None), (NEXT, None)];

/// The session that is the bilan of each project validated so, and the one before which each of the others was validated.
const BILANS: [u64; 2] = [2, 5];
const VALIDATED: [u64; 2] = [11, 14];

pub(super) fn tell(story: &mut Story<'_>) -> Result<(), Refusal> {
    // The goals of the call are written as it ends.
    held::write_goals(story, 0)?;
    for week in 1..NEXT {
        validate(story, week)?;
        if week == EMPTY {
            let start = story.start(week);
            story.go_to(start.plus_minutes(25));
            let missed = StandingCommand::MissedBy(session_id(week)?, PersonId::STUDENT);
            story.mentor(&Command::Session(SessionCommand::Standing(missed)))?;
        } else {
            if week == MOVED {
                make_up(story)?;
            }
            prepare(story, week)?;
            held::hold(story, week)?;
            debrief(story, week)?;
        }
    }
    ahead::tell(story)
}

fn goal_id(at: usize) -> Result<GoalId, Refusal> {
    numbered!(GoalId, "goal", at + 1)
}

fn session_id(week: u64) -> Result<SessionId, Refusal> {
    numbered!(SessionId, "session", week)
}

/// The session that is held in a week: the one that was booked, or what replaced it.
fn held_id(week: u64) -> Result<SessionId, Refusal> {
    if week == MOVED { numbered!(SessionId, "session-made-up", week) } else { session_id(week) }
}

/// The day on which it is held: a day later, or earlier than a weekend.
fn held_on(story: &Story<'_>, week: u64) -> Day {
    let day = story.day(week);
    match (week, chrono::Datelike::weekday(&day)) {
        (MOVED, Weekday::Fri) => day.pred_opt().unwrap_or(day),
        (MOVED, _) => day.succ_opt().unwrap_or(day),
        _ => day,
    }
}

/// Cancelled three days ahead, with the mentor's agreement and a new slot.
fn make_up(story: &mut Story<'_>) -> Result<(), Refusal> {
    let (session, told) = (session_id(MOVED)?, story.start(MOVED).plus_minutes(-3 * 24 * 60));
    story.go_to(told.plus_minutes(5));
    let start = story.moment(held_on(story, MOVED), super::HOUR, 0);
    let replacement = Some((held_id(MOVED)?, Booking { start, minutes: 45 }));
    let cancel = StandingCommand::Cancel { session, by: PersonId::STUDENT, told, agreed: Some(true), replacement };
    story.student(&Command::Session(SessionCommand::Standing(cancel)))
}

/// The next week in which a session is held.
fn following(week: u64) -> u64 {
    if week + 1 == EMPTY { week + 2 } else { week + 1 }
}

/// The session of that week is a bilan: the mentor validates the project, and the next one begins.
fn debrief(story: &mut Story<'_>, week: u64) -> Result<(), Refusal> {
    let Some(at) = BILANS.iter().position(|bilan| *bilan == week) else { return Ok(()) };
    let (session, day) = (held_id(week)?, held_on(story, week));
    story.mentor(&Command::Track(TrackCommand::Conclude(session, Finding::Validated, day)))?;
    story.student(&Command::Programme(ProgrammeCommand::SetCurrent(Some(project_id(at + 1)?))))
}

fn project_id(at: usize) -> Result<ProjectId, Refusal> {
    numbered!(ProjectId, "project", at + 1)
}

/// A project validated in the days before that week's session, and the next one begun.
fn validate(story: &mut Story<'_>, week: u64) -> Result<(), Refusal> {
    let Some(at) = VALIDATED.iter().position(|before| *before == week) else { return Ok(()) };
    let day = story.day(week).checked_sub_days(chrono::Days::new(3)).unwrap_or(story.next);
    story.go_to(story.moment(day, 16, 0));
    let (id, next) = (project_id(BILANS.len() + at)?, project_id(BILANS.len() + at + 1)?);
    story.mentor(&Command::Programme(ProgrammeCommand::SetValidated(id, day)))?;
    story.student(&Command::Programme(ProgrammeCommand::SetCurrent(Some(next))))
}

/// The day before a session: what is read, and a question for it.
fn prepare(story: &mut Story<'_>, week: u64) -> Result<(), Refusal> {
    let eve = held_on(story, week).pred_opt().unwrap_or(story.next);
    story.go_to(story.moment(eve, 20, 0));
    let id = held_id(week)?;
    if let Some(at) = BILANS.iter().position(|bilan| *bilan == week) {
        let kind = StandingCommand::SetKind(id.clone(), SessionKind::Review, Some(project_id(at)?));
        story.mentor(&Command::Session(SessionCommand::Standing(kind)))?;
        let submitted = Some(story.at.plus_minutes(-45));
        story.student(&Command::Track(TrackCommand::Deposit(id.clone(), submitted)))?;
    }
    for what in Preparation::ALL {
        story.student(&Command::Session(SessionCommand::Prepare(id.clone(), what, true)))?;
    }
    for (at, _) in QUESTIONS.into_iter().enumerate().filter(|(_, (asked, _))| *asked == week) {
        let question = numbered!(QuestionId, "question", at + 1)?;
        story.student(&Command::Ask(question.clone(), story.words.questions[at].0.into()))?;
        if at % 2 == 0 {
            story.student(&Command::Session(SessionCommand::Searched(question, true)))?;
        }
    }
    Ok(())
}
