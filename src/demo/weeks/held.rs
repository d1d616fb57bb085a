//! A session that is held, step by step: what goals came to, answers, remarks, goals for next time, resources.

use super::{NEXT, QUESTIONS, following, goal_id, held_id, held_on, session_id};
use crate::demo::{HOUR, Story, numbered};
use crate::domain::schema::{self, name};
use crate::domain::session::{self, private_note};
use crate::domain::{
    Booking, Command, GoalId, GoalResult, PersonId, PointId, Question, QuestionId, Refusal, ReportPart, Rest, Role,
    SessionCommand, SessionId, Step, report,
};
use crate::i18n::DemoGoal;

const REACHED: GoalResult = GoalResult::Reached;
const PARTLY: GoalResult = GoalResult::Partly { rest: Some(Rest::Carried) };
const NOT_YET: GoalResult = GoalResult::NotYet { rest: Some(Rest::Carried) };

/// The week of the session in which each goal was written (0: the first call), its project, its hours in minutes.
const GOALS: [(u64, usize, u32); 18] = [
    (0, 1, 120),
    (0, 1, 60),
    (1, 1, 120),
    (2, 2, 300),
    (2, 2, 90),
    (4, 2, 240),
    (4, 2, 60),
    (5, 3, 180),
    (5, 3, 300),
    (8, 3, 150),
    (9, 3, 60),
    (11, 4, 150),
    (11, 4, 240),
    (12, 4, 180),
    (14, 5, 300),
    (15, 5, 180),
    (16, 5, 240),
    (16, 5, 150),
];

/// The goal that was carried three times, and the session in which it was cut in two.
const LONG: usize = 8;
const CUT: u64 = 10;

/// What goals came to: the session's week, the goal, the outcome, and which evidence was noted.
const OUTCOMES: [(u64, usize, GoalResult, Option<usize>); 23] = [
    (1, 0, REACHED, Some(0)),
    (1, 1, REACHED, None),
    (2, 2, REACHED, None),
    (3, 3, PARTLY, Some(1)),
    (3, 4, REACHED, None),
    (4, 3, REACHED, None),
    (5, 5, REACHED, None),
    (5, 6, REACHED, None),
    (7, 7, REACHED, None),
    (7, 8, NOT_YET, Some(2)),
    (8, 8, NOT_YET, None),
    (9, 8, NOT_YET, None),
    (9, 9, PARTLY, None),
    (10, 8, GoalResult::NotYet { rest: None }, None),
    (10, 9, REACHED, None),
    (10, 10, GoalResult::Partly { rest: Some(Rest::Dropped) }, Some(3)),
    (12, 11, PARTLY, None),
    (12, 12, REACHED, None),
    (13, 11, REACHED, None),
    (13, 13, REACHED, None),
    (15, 14, NOT_YET, None),
    (16, 14, PARTLY, None),
    (16, 15, REACHED, Some(0)),
];

/// The points to clarify, and the session that did.
const POINTS: [(PointId, u64); 2] = [(PointId::Adviser, 1), (PointId::Rework, 2)];

/// The session of each remark and of each resource.
const REMARKS: [u64; 5] = [2, 4, 8, 12, 16];
const RESOURCES: [u64; 4] = [3, 9, 15, 13];

/// A session, step by step.
pub(super) fn hold(story: &mut Story<'_>, week: u64) -> Result<(), Refusal> {
    let id = held_id(week)?;
    let start = story.moment(held_on(story, week), HOUR, 0);
    story.go_to(start.plus_minutes(1));
    story.mentor(&Command::Session(SessionCommand::Begin(id.clone())))?;
    for (step, minute) in Step::ALL.into_iter().zip([9, 19, 31, 38, 42]) {
        match step.number() {
            1 => conclude(story, &id, week)?,
            2 => answer(story, &id, week)?,
            3 => remark(story, &id, week)?,
            4 => look_ahead(story, week)?,
            _ => share(story, &id, week)?,
        }
        story.go_to(start.plus_minutes(minute));
        story.mentor(&Command::Session(SessionCommand::FinishStep(id.clone(), step, true)))?;
    }
    let lasted = 40 + u32::try_from(week % 4).unwrap_or(0) * 2;
    story.go_to(start.plus_minutes(lasted.into()));
    story.mentor(&Command::Session(SessionCommand::Close(id.clone(), lasted)))?;
    for who in [Role::Mentor, Role::Student] {
        story.act(who, &Command::Session(SessionCommand::Survey(id.clone(), PersonId::of(who), true)))?;
    }
    if week + 1 == NEXT {
        let owner = story.asked.owner;
        let note = story.words.notes[usize::from(owner == Role::Student)];
        story.act(owner, &Command::Write(private_note(&id, PersonId::of(owner)), note.into()))?;
        let part = report::part(&id, ReportPart::Deliverables);
        story.mentor(&Command::Write(part, story.words.rewritten.into()))?;
    }
    Ok(())
}

/// Step 1: what goals came to.
fn conclude(story: &mut Story<'_>, id: &SessionId, week: u64) -> Result<(), Refusal> {
    let until = Some(story.day(following(week)));
    for (_, goal, result, seen) in OUTCOMES.into_iter().filter(|(at, ..)| *at == week) {
        let goal = goal_id(goal)?;
        let (session, of) = (id.clone(), goal.clone());
        story.student(&Command::Session(SessionCommand::Conclude { session, goal: of, result, until }))?;
        if let Some(seen) = seen {
            let path = crate::domain::outcome::field(&crate::domain::Outcome::of(id, &goal), name::EVIDENCE);
            story.mentor(&Command::Write(path, story.words.evidence_seen[seen].into()))?;
        }
    }
    if week == CUT {
        let into = vec![half_id(0)?, half_id(1)?];
        let (session, goal) = (id.clone(), goal_id(LONG)?);
        let reword = SessionCommand::Reword { session, goal, into, until };
        story.student(&Command::Session(reword))?;
        for (at, half) in story.words.halves.into_iter().enumerate() {
            word(story, &half_id(at)?, half, 3)?;
            story.student(&Command::SetGoalMinutes(half_id(at)?, Some(120)))?;
        }
    }
    for (at, reached) in [11, 12].into_iter().enumerate().filter(|(_, reached)| *reached == week) {
        let (session, goal) = (id.clone(), half_id(at)?);
        let conclude = SessionCommand::Conclude { session, goal, result: REACHED, until: None };
        debug_assert_eq!(reached, week);
        story.student(&Command::Session(conclude))?;
    }
    Ok(())
}

fn half_id(at: usize) -> Result<GoalId, Refusal> {
    numbered!(GoalId, "goal-half", at + 1)
}

/// Step 2: questions answered, or carried on.
fn answer(story: &mut Story<'_>, id: &SessionId, week: u64) -> Result<(), Refusal> {
    let mut answers: Vec<(QuestionId, u64, Option<u64>, &str)> = Vec::new();
    for (at, (asked, answered)) in QUESTIONS.into_iter().enumerate() {
        answers.push((numbered!(QuestionId, "question", at + 1)?, asked, answered, story.words.questions[at].1));
    }
    for ((point, answered), words) in POINTS.into_iter().zip(story.words.clarified) {
        let question = Question::of_point(point).ok_or(Refusal::Gone)?;
        answers.push((question, 1, Some(answered), words));
    }
    for (question, asked, answered, words) in answers {
        if answered == Some(week) {
            let path = schema::answer(&question, PersonId::MENTOR);
            story.mentor(&Command::Write(path, words.into()))?;
            story.mentor(&Command::Session(SessionCommand::Answer(id.clone(), question, true)))?;
        } else if asked <= week && answered.is_none_or(|answered| answered > week) {
            story.mentor(&Command::Session(SessionCommand::Carry(id.clone(), question, true)))?;
        }
    }
    Ok(())
}

/// Step 3: what the mentor says of deliverables.
fn remark(story: &mut Story<'_>, id: &SessionId, week: u64) -> Result<(), Refusal> {
    let said = REMARKS.iter().zip(story.words.remarks).find(|(at, _)| **at == week);
    said.map_or(Ok(()), |(_, words)| {
        story.mentor(&Command::Write(session::remarks(id, PersonId::MENTOR), words.into()))
    })
}

/// Step 4: goals for next time, and two weeks booked.
fn look_ahead(story: &mut Story<'_>, week: u64) -> Result<(), Refusal> {
    write_goals(story, week)?;
    let booking = Booking { start: story.start(week), minutes: 45 };
    for later in [week + 1, week + 2] {
        let id = session_id(later)?;
        let is_booked = story.pairing().session(&id).is_some();
        if !is_booked && later <= NEXT {
            let booking = Booking { start: story.start(later), ..booking };
            story.mentor(&Command::Book(id, booking))?;
        } else if !is_booked {
            let start = story.moment(crate::domain::time::days_after(story.next, 7), HOUR, 0);
            story.mentor(&Command::Book(id, Booking { start, ..booking }))?;
        }
    }
    Ok(())
}

/// Step 5: resources.
fn share(story: &mut Story<'_>, id: &SessionId, week: u64) -> Result<(), Refusal> {
    for (at, words) in RESOURCES.into_iter().zip(story.words.resources) {
        if at == week {
            story.mentor(&Command::Write(session::resources(id, PersonId::MENTOR), words.into()))?;
        }
    }
    Ok(())
}

/// The goals that are written in that week, for the next session.
pub(super) fn write_goals(story: &mut Story<'_>, week: u64) -> Result<(), Refusal> {
    let (from, until) = (story.day(week), story.day(following(week)));
    for (at, (_, project, minutes)) in GOALS.into_iter().enumerate().filter(|(_, (written, ..))| *written == week) {
        let id = goal_id(at)?;
        story.student(&Command::AddGoal(id.clone()))?;
        word(story, &id, story.words.goals[at], project)?;
        story.student(&Command::SetGoalMinutes(id.clone(), Some(minutes)))?;
        story.student(&Command::SetGoalDays(id, Some(from), Some(until)))?;
    }
    Ok(())
}

fn word(story: &mut Story<'_>, id: &GoalId, goal: DemoGoal, project: usize) -> Result<(), Refusal> {
    let why = (story.words.why)(project);
    let texts = [
        (name::WHAT, goal.what),
        (name::EVIDENCE, goal.evidence),
        (name::WHY, why.as_str()),
        (name::FIRST_STEP, goal.first_step),
    ];
    for (field, text) in texts {
        story.student(&Command::Write(schema::goal(id, field), text.into()))?;
    }
    Ok(())
}
