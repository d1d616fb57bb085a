//! What a session says, before any language: what the parts of its report are worded from, and the mark by which a change shows.
//!
//! A report is read for years, so that what happens later must not change it: it only looks at what its session did, and at the one
//! that followed.

use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

use crate::domain::{
    Booking, Day, Goal, GoalResult, Instant, Pairing, PersonId, PointId, Question, QuestionOrigin, ReportPart, Rest,
    Session, SessionKind,
};

/// What a session says of one part of its report.
#[derive(Serialize)]
pub(super) enum Facts<'a> {
    Progress(Vec<Seen<'a>>),
    Questions(Vec<Asked<'a>>),
    Deliverables(Vec<(PersonId, &'a str)>),
    Goals(Vec<Aim<'a>>),
    Next(Vec<Appointment<'a>>),
    Resources(Vec<&'a str>),
}

/// A goal of last time.
#[derive(Serialize)]
pub(super) struct Seen<'a> {
    pub what: &'a str,
    pub result: Option<GoalResult>,
    pub evidence: &'a str,
    pub rest: Option<Left<'a>>,
}

/// What becomes of what is left of a goal.
#[derive(Serialize)]
pub(super) enum Left<'a> {
    /// It goes on, to the session of that number.
    Carried(Option<usize>),
    /// It is written anew, as these goals.
    Reworded(Vec<&'a str>),
    Dropped,
}

/// A question.
#[derive(Serialize)]
pub(super) struct Asked<'a> {
    pub text: &'a str,
    /// The point of the first call that it stands for, when it has no words of its own.
    #[serde(skip)]
    pub point: Option<PointId>,
    slug: Option<&'static str>,
    pub answers: Vec<(PersonId, &'a str)>,
    pub stands: Stands,
}

#[derive(Clone, Copy, Serialize)]
pub(super) enum Stands {
    Answered,
    Carried,
    Waits,
}

/// A goal until next time.
#[derive(Serialize)]
pub(super) struct Aim<'a> {
    what: &'a str,
    evidence: &'a str,
    minutes: Option<u32>,
    why: &'a str,
    first_step: &'a str,
    end: Option<Day>,
    #[serde(skip)]
    pub goal: &'a Goal,
}

/// Something in the calendar.
#[derive(Serialize)]
pub(super) enum Appointment<'a> {
    /// The session that follows: its number, its kind, its slot.
    Session(usize, SessionKind, Booking),
    /// The milestone of the programme.
    Milestone(&'a str, Option<Day>),
}

impl Facts<'_> {
    /// The same facts give the same mark, others another one.
    pub(super) fn mark(&self) -> String {
        // Texts, numbers and lists of them: what JSON can say.
        let json = serde_json::to_vec(&("binome-report-1", self)).unwrap_or_default();
        Sha256::digest(json).iter().take(8).fold(String::new(), |mut mark, byte| {
            // Writing into a string does not fail.
            let _ = write!(mark, "{byte:02x}");
            mark
        })
    }
}

/// What `session` says of `part`.
pub(super) fn of<'a>(pair: &'a Pairing, session: &'a Session, part: ReportPart) -> Facts<'a> {
    match part {
        ReportPart::Progress => Facts::Progress(pair.goals_up(session).map(|goal| seen(pair, session, goal)).collect()),
        ReportPart::Questions => {
            Facts::Questions(pair.questions.iter().filter_map(|question| asked(pair, session, question)).collect())
        }
        ReportPart::Deliverables => {
            let remarks = session.remarks.iter().map(|(person, text)| (*person, text.trim()));
            Facts::Deliverables(remarks.filter(|(_, text)| !text.is_empty()).collect())
        }
        ReportPart::Goals => {
            let goals = pair.goals.iter().filter(|goal| pair.is_for_next(goal, session));
            Facts::Goals(goals.filter(|goal| !goal.what.trim().is_empty()).map(aim).collect())
        }
        ReportPart::Next => Facts::Next(appointments(pair, session)),
        ReportPart::Resources => {
            let lines = session.resources.values().flat_map(|text| text.lines()).map(str::trim);
            Facts::Resources(lines.filter(|line| !line.is_empty()).collect())
        }
    }
}

fn seen<'a>(pair: &'a Pairing, session: &'a Session, goal: &'a Goal) -> Seen<'a> {
    let outcome = pair.outcome(&session.id, &goal.id);
    // A goal that no session looked at says for itself how it went.
    let by_itself = || {
        let looked_at = pair.outcomes.iter().any(|it| it.goal.as_ref() == Some(&goal.id) && it.result.is_some());
        GoalResult::of_status(goal.status).filter(|_| !looked_at)
    };
    let result = outcome.and_then(|outcome| outcome.result).or_else(by_itself);
    let goes_on = || session.is_held() && !result.is_some_and(GoalResult::ends_it);
    let rest = match result.and_then(GoalResult::rest) {
        Some(Rest::Reworded) => Some(Left::Reworded(anew(pair, goal))),
        Some(Rest::Dropped) => Some(Left::Dropped),
        Some(Rest::Carried) => Some(carried(pair, session)),
        None => goes_on().then(|| carried(pair, session)),
    };
    Seen { what: goal.what.trim(), result, evidence: outcome.map_or("", |outcome| outcome.evidence.trim()), rest }
}

fn carried<'a>(pair: &Pairing, session: &Session) -> Left<'a> {
    Left::Carried(following(pair, session).and_then(|next| pair.session_number(&next.id)))
}

/// The goals that a goal was written anew as.
fn anew<'a>(pair: &'a Pairing, goal: &Goal) -> Vec<&'a str> {
    let come = pair.goals.iter().filter(|other| other.from.as_ref() == Some(&goal.id));
    come.map(|other| other.what.trim()).filter(|what| !what.is_empty()).collect()
}

fn asked<'a>(pair: &'a Pairing, session: &Session, question: &'a Question) -> Option<Asked<'a>> {
    let is_here = |id: &Option<crate::domain::SessionId>| id.as_ref() == Some(&session.id);
    let was_carried = || pair.carried_question(question).iter().any(|other| other.id == session.id);
    let stands = if question.settled && is_here(&question.settled_in) {
        Stands::Answered
    } else if is_here(&question.carried_in) || was_carried() {
        Stands::Carried
    } else if pair.is_asked(question, session) {
        Stands::Waits
    } else {
        return None;
    };
    let text = question.text.trim();
    let point = match question.origin {
        QuestionOrigin::Point(point) if text.is_empty() => Some(point),
        _ => None,
    };
    if text.is_empty() && point.is_none() {
        return None;
    }
    // What is answered later is said by the report of its session.
    let is_told = !matches!(stands, Stands::Carried) || !session.is_held();
    let answers = question.answers.iter().filter(|_| is_told).map(|(person, text)| (*person, text.trim()));
    Some(Asked {
        text,
        point,
        slug: point.map(PointId::slug),
        answers: answers.filter(|(_, text)| !text.is_empty()).collect(),
        stands,
    })
}

fn aim(goal: &Goal) -> Aim<'_> {
    Aim {
        what: goal.what.trim(),
        evidence: goal.evidence.trim(),
        minutes: goal.minutes,
        why: goal.why.trim(),
        first_step: goal.first_step.trim(),
        end: goal.end,
        goal,
    }
}

/// The session that follows, booked or held by now: not one that was called off.
pub(super) fn following<'a>(pair: &'a Pairing, session: &Session) -> Option<&'a Session> {
    let start = |session: &Session| session.booking().map(|booking| booking.start);
    let takes_place = |other: &&Session| other.state.is_some_and(|state| !state.is_off());
    let later = pair.sessions.iter().filter(takes_place).filter(|other| start(other) > start(session));
    later.min_by_key(|other| start(other))
}

/// The session that follows, and the milestone when it comes before it: a later one is for a later report.
fn appointments<'a>(pair: &'a Pairing, session: &Session) -> Vec<Appointment<'a>> {
    let booking = session.booking();
    let next =
        following(pair, session).and_then(|next| Some((pair.session_number(&next.id)?, next.kind, next.booking()?)));
    let milestone = &pair.programme.milestone;
    let day = |booking: Booking| booking.start.day(&Utc);
    let is_between = milestone.by.is_some_and(|by| {
        booking.is_some_and(|booking| day(booking) <= by) && next.is_none_or(|(.., next)| by <= day(next))
    });
    let mut all = Vec::new();
    if is_between && !milestone.what.trim().is_empty() {
        all.push(Appointment::Milestone(milestone.what.trim(), milestone.by));
    }
    all.extend(next.map(|(number, kind, booking)| Appointment::Session(number, kind, booking)));
    all
}

/// Days are compared as UTC has them: the facts know no zone.
struct Utc;

impl crate::domain::Zone for Utc {
    fn offset_minutes(&self, _: Instant) -> i32 {
        0
    }
}
