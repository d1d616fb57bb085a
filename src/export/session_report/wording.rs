//! The facts of a session in the words of a language.

use super::facts::{Appointment, Asked, Facts, Left, Seen, Stands, following};
use super::{Entry, Marker, one_line};
use crate::domain::{GoalResult, Pairing, PersonId, ReportPart, Session};
use crate::export::plain::said;
use crate::export::report::goal_details;
use crate::i18n::{Labels, capitalised};

/// The heading of a part.
pub(super) fn title(part: ReportPart, pair: &Pairing, session: &Session, labels: &Labels<'_>) -> String {
    let words = labels.words.session_report();
    match part {
        ReportPart::Progress => (words.progress)(labels.student),
        ReportPart::Questions => words.questions.to_owned(),
        ReportPart::Deliverables => words.deliverables.to_owned(),
        ReportPart::Goals => match following(pair, session).and_then(Session::booking) {
            Some(next) => (words.goals_until)(&labels.formats.day_month(next.start.day(labels.zone))),
            None => words.goals.to_owned(),
        },
        ReportPart::Next => words.next.to_owned(),
        ReportPart::Resources => words.resources.to_owned(),
    }
}

/// What the session was for: the project that it says itself, with its kind when it validates it; else the project under way, as long
/// as no later session began. What was under way before that, the record no longer says.
pub(super) fn project(pair: &Pairing, session: &Session, labels: &Labels<'_>) -> Option<String> {
    let kind = session.kind.validates().then(|| labels.words.standing().kind(session.kind));
    let projects = &pair.programme.projects;
    let began_later = |other: &Session| (other.is_held() || other.began.is_some()) && other.opened() > session.opened();
    let at = match &session.project {
        Some(id) => projects.iter().position(|project| project.id == *id),
        None => pair.programme.current().filter(|_| !pair.sessions.iter().any(began_later)),
    };
    let named = at.and_then(|at| {
        let title = one_line(&projects.get(at)?.title);
        let place = (labels.words.report().project)(at + 1, projects.len());
        Some(if title.is_empty() { place } else { format!("{place}, {title}") })
    });
    let said = match (kind, named) {
        (Some(kind), Some(named)) => (labels.words.standing().kind_of)(kind, &named),
        (Some(kind), None) => kind.to_owned(),
        (None, named) => named?,
    };
    Some(capitalised(&said))
}

/// What the session says of a part.
pub(super) fn entries(facts: &Facts<'_>, labels: &Labels<'_>) -> Vec<Entry> {
    let words = labels.words.session_report();
    match facts {
        Facts::Progress(goals) => goals.iter().filter_map(|goal| progress(goal, labels)).collect(),
        Facts::Questions(questions) => questions.iter().map(|question| asked(question, labels)).collect(),
        Facts::Deliverables(remarks) => {
            let remark = |(person, text): &(PersonId, &str)| {
                let lead = (words.said)(labels.person(*person));
                // One remark a line; the lines left empty between them part nothing here.
                let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
                Some(Entry { lead, ..Entry::item(said(&lines.join("\n"))?) })
            };
            remarks.iter().filter_map(remark).collect()
        }
        Facts::Goals(goals) => {
            let goal = |(at, aim): (usize, &super::facts::Aim<'_>)| {
                let text = capitalised(&said(&aim.goal.what)?);
                let details = goal_details(aim.goal, labels);
                Some(Entry { marker: Marker::Number(at + 1), details, ..Entry::item(text) })
            };
            goals.iter().enumerate().filter_map(goal).collect()
        }
        Facts::Next(appointments) => appointments.iter().map(|it| appointment(it, labels)).collect(),
        Facts::Resources(lines) => lines.iter().filter_map(|line| Some(Entry::item(said(line)?))).collect(),
    }
}

fn progress(goal: &Seen<'_>, labels: &Labels<'_>) -> Option<Entry> {
    let words = labels.words.session_report();
    // Nothing is said of a goal while its session has not come to it.
    let answer = goal.result.map(|result| labels.words.session().answer(result));
    let lead = answer.or_else(|| goal.rest.as_ref().map(|_| words.not_looked_at));
    let evidence = said(goal.evidence).map(|it| (labels.words.report().line)(labels.words.report().evidence, &it));
    let rest = goal.rest.as_ref().map(|rest| match rest {
        Left::Carried(Some(number)) => (words.carried_to)(&(labels.words.session().named)(*number)),
        Left::Carried(None) => words.carried.to_owned(),
        Left::Reworded(goals) if goals.is_empty() => words.reworded_later.to_owned(),
        Left::Reworded(goals) => {
            let quoted: Vec<String> = goals.iter().map(|goal| (words.quoted)(&one_line(goal))).collect();
            (words.reworded)(&quoted.join(", "))
        }
        Left::Dropped => words.dropped.to_owned(),
    });
    Some(Entry {
        status: goal.result.map(GoalResult::status),
        lead: lead.map(words.sentence).unwrap_or_default(),
        details: evidence.into_iter().chain(rest).collect(),
        ..Entry::item(capitalised(&said(goal.what)?))
    })
}

fn asked(question: &Asked<'_>, labels: &Labels<'_>) -> Entry {
    let words = labels.words.session_report();
    let point = question.point.map(|point| labels.words.points().title(point, labels.mentor));
    let lead = point.or_else(|| said(question.text)).unwrap_or_default();
    let answers = question
        .answers
        .iter()
        .filter_map(|(person, text)| Some((labels.words.report().line)(labels.person(*person), &said(text)?)));
    let stands = match question.stands {
        Stands::Answered => None,
        Stands::Carried => Some(words.question_carried),
        Stands::Waits => Some(words.question_waits).filter(|_| question.answers.is_empty()),
    };
    Entry { lead, details: answers.chain(stands.map(str::to_owned)).collect(), ..Entry::item(String::new()) }
}

fn appointment(it: &Appointment<'_>, labels: &Labels<'_>) -> Entry {
    let words = labels.words;
    Entry::item(match it {
        Appointment::Session(number, kind, booking) => {
            let title = (words.session().title)(*number);
            // The weekly kind goes without saying.
            let kind = kind.validates().then(|| words.standing().kind(*kind).to_owned());
            let called = std::iter::once(title).chain(kind).collect::<Vec<_>>().join(", ");
            let length = words.fields().duration(booking.minutes);
            let moment = labels.moment(booking.start);
            (words.session_report().appointment)(&called, &moment, &length)
        }
        Appointment::Milestone(what, by) => {
            let day = by.map(|day| labels.formats.day(day));
            said(what).into_iter().chain(day).collect::<Vec<_>>().join(", ")
        }
    })
}
