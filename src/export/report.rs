//! The report of the first call: what was said, section by section, and the same as plain text to paste on the platform.
//!
//! Plain text without marks of any language but hyphens: it reads the same in a field of the platform, a mail and a chat.

use super::agreement::sheet;
use super::dated;
use super::plain::{item, said};
use crate::domain::person::IntroPrompt;
use crate::domain::{
    Address, Given, Goal, Instant, Pairing, PersonId, PointId, PointState, Promise, PromiseId, PromiseState,
    QuestionOrigin, Role, Section,
};
use crate::i18n::{Labels, capitalised};

/// What a line is about: where in the call it can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// How the two say “you”.
    Address,
    /// What somebody said of themselves.
    Intro(PersonId),
    /// The contacts that the pair noted.
    Contacts,
    /// The programme, its name and days.
    Programme,
    /// The project under way and what comes next.
    Project,
    /// The points of a section that are clear.
    Points,
    /// One point.
    Point(PointId),
    /// The usual slot.
    Slot,
    /// Messages between sessions.
    Messages,
    /// How sessions are prepared.
    Preparation,
    /// The promises.
    Agreement,
    /// The goals.
    Goals,
    /// The next session.
    NextSession,
}

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub topic: Topic,
    /// Its label.
    pub label: String,
    /// The words; further lines below the first.
    pub text: String,
    /// Whether it waits for an answer.
    pub waits: bool,
}

/// What was said in a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which section.
    pub section: Section,
    /// Its lines; none when nothing was noted.
    pub lines: Vec<Line>,
}

/// What was said in the call, section by section, every section in order.
pub fn summary(pair: &Pairing, labels: &Labels<'_>, now: Instant) -> Vec<Part> {
    let lines = |section| match section {
        Section::Meeting => meeting(pair, labels),
        Section::Helps => helps(pair, labels),
        Section::Programme => programme(pair, labels),
        Section::Organisation => organisation(pair, labels),
        Section::Goals => goals(pair, labels, now),
    };
    Section::ALL.map(|section| Part { section, lines: lines(section) }).into()
}

fn line(topic: Topic, label: impl Into<String>, text: impl Into<String>) -> Line {
    Line { topic, label: label.into(), text: text.into(), waits: false }
}

fn meeting(pair: &Pairing, labels: &Labels<'_>) -> Vec<Line> {
    let words = labels.words.report();
    let address = pair.call.address.map(|address| {
        let said = match address {
            Address::Tu => words.tu,
            Address::Vous => words.vous,
        };
        line(Topic::Address, words.between_you, said)
    });
    let intros = [Role::Mentor, Role::Student].into_iter().flat_map(|role| {
        let person = pair.person(role);
        IntroPrompt::of(role).iter().filter_map(move |prompt| {
            let said = said(person.intro.get(prompt)?)?;
            let label = (words.of_person)(labels.person(person.id), words.prompt(*prompt));
            Some(line(Topic::Intro(person.id), label, said))
        })
    });
    address.into_iter().chain(intros).collect()
}

/// How many points of a section are clear, and which are not.
fn points(pair: &Pairing, labels: &Labels<'_>, section: Section) -> Vec<Line> {
    let words = labels.words.report();
    let marked = |state| PointId::of(section).filter(move |point| pair.call.points.get(point) == Some(&state));
    let clear = marked(PointState::Understood).count();
    let clear = (clear > 0).then(|| line(Topic::Points, words.clear, format!("{}.", (words.clear_points)(clear))));
    let unclear = marked(PointState::ToClarify).map(|point| {
        let text = labels.words.points().title(point, labels.mentor);
        Line { waits: true, ..line(Topic::Point(point), words.to_clarify, text) }
    });
    clear.into_iter().chain(unclear).collect()
}

/// The contacts that the pair noted, and the points.
fn helps(pair: &Pairing, labels: &Labels<'_>) -> Vec<Line> {
    let words = labels.words.report();
    let contacts = pair.contacts.iter().filter_map(|contact| {
        let known = [said(&contact.name), said(&contact.purpose), said(&contact.reach)];
        let known: Vec<String> = known.into_iter().flatten().collect();
        (!known.is_empty()).then(|| line(Topic::Contacts, words.contact, known.join(", ")))
    });
    contacts.chain(points(pair, labels, Section::Helps)).collect()
}

/// The programme and its dates, the project under way, what comes next, and the points.
fn programme(pair: &Pairing, labels: &Labels<'_>) -> Vec<Line> {
    let words = labels.words.report();
    let programme = &pair.programme;
    let mut lines = Vec::new();
    let days = match (programme.start, programme.end) {
        (Some(from), Some(to)) => Some((words.from_to)(&labels.formats.dated(from), &labels.formats.dated(to))),
        (Some(day), None) | (None, Some(day)) => Some(labels.formats.dated(day)),
        (None, None) => None,
    };
    let named: Vec<String> = said(&programme.name).into_iter().chain(days).collect();
    if !named.is_empty() {
        lines.push(line(Topic::Programme, words.programme, named.join(", ")));
    }
    if let Some((at, project)) = programme.current().and_then(|at| Some((at, programme.projects.get(at)?))) {
        let place = (words.project)(at + 1, programme.projects.len());
        let text = said(&project.title).map_or(place.clone(), |title| format!("{place}, {title}"));
        lines.push(line(Topic::Project, words.under_way, capitalised(&text)));
    }
    let by = programme.milestone.by.map(|day| labels.formats.dated(day));
    let milestone: Vec<String> = said(&programme.milestone.what).into_iter().chain(by).collect();
    if !milestone.is_empty() {
        lines.push(line(Topic::Project, words.milestone, milestone.join(", ")));
    }
    lines.extend(points(pair, labels, Section::Programme));
    lines
}

fn organisation(pair: &Pairing, labels: &Labels<'_>) -> Vec<Line> {
    let words = labels.words.report();
    let how = &pair.organisation;
    let mut lines = Vec::new();
    if let Some(slot) = &how.slot {
        lines.push(line(Topic::Slot, words.slot, capitalised(&labels.slot(slot, pair))));
    }
    let promise = |given| {
        let id = PromiseId::Given(given);
        pair.agreement.promise(&id).map(|promise| labels.promise(promise, pair)).unwrap_or_default()
    };
    if !how.answers.is_empty() || !how.channels.is_empty() || said(&how.channels_note).is_some() {
        lines.push(line(Topic::Messages, words.messages, promise(Given::Answers)));
    }
    if how.prepare_hours.is_some() || said(&how.preparation).is_some() {
        lines.push(line(Topic::Preparation, words.preparation, promise(Given::Prepared)));
    }
    let agreement = &pair.agreement;
    if agreement.worded().any(Promise::is_discussed) {
        lines.push(line(Topic::Agreement, words.agreement, labels.words.agreement().count(agreement)));
    }
    for promise in agreement.worded().filter(|promise| promise.state() == PromiseState::ToRevisit) {
        let text = labels.promise(promise, pair);
        let label = capitalised(labels.words.agreement().state_revisit);
        lines.push(Line { waits: true, ..line(Topic::Agreement, label, text) });
    }
    lines.extend(points(pair, labels, Section::Organisation));
    lines
}

fn goals(pair: &Pairing, labels: &Labels<'_>, now: Instant) -> Vec<Line> {
    let words = labels.words.report();
    let kept = pair.goals.iter().filter(|goal| !goal.status.is_over() && said(&goal.what).is_some());
    let goals = kept.enumerate().map(|(at, goal)| line(Topic::Goals, (words.goal)(at + 1), goal_text(goal, labels)));
    let next = pair.next_session(now).map(|(_, booking)| {
        let slot = capitalised(&labels.moment(booking.start));
        let minutes = labels.words.fields().duration(booking.minutes);
        line(Topic::NextSession, words.next_session, (words.session)(&slot, &minutes))
    });
    goals.chain(next).collect()
}

/// A goal in its own words, its details below.
fn goal_text(goal: &Goal, labels: &Labels<'_>) -> String {
    let what = said(&goal.what).map(|what| capitalised(&what));
    what.into_iter().chain(goal_details(goal, labels)).collect::<Vec<_>>().join("\n")
}

/// What a goal says beside its own words: a label and its words a line.
pub(super) fn goal_details(goal: &Goal, labels: &Labels<'_>) -> Vec<String> {
    let words = labels.words.report();
    let details = [
        (words.evidence, said(&goal.evidence)),
        (words.time_given, goal.minutes.map(|minutes| labels.words.fields().duration(minutes))),
        (words.use_, said(&goal.why)),
        (words.first_step, said(&goal.first_step)),
        (words.due, goal.end.map(|day| labels.formats.day(day))),
    ];
    details.into_iter().filter_map(|(label, text)| Some((words.line)(label, &text?))).collect()
}

/// The report as plain text.
pub fn text(pair: &Pairing, labels: &Labels<'_>, now: Instant) -> String {
    let words = labels.words.report();
    let mut blocks = vec![head(pair, labels)];
    let mut block = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let items = lines.iter().map(|line| item("- ", line));
            blocks.push(std::iter::once(title.to_owned()).chain(items).collect::<Vec<_>>().join("\n"));
        }
    };
    for part in summary(pair, labels, now) {
        let lines = part.lines.into_iter().map(|line| (words.line)(&line.label, &line.text)).collect();
        block(labels.words.call().name(part.section), lines);
        if part.section == Section::Organisation && pair.agreement.count(PromiseState::Agreed) > 0 {
            block(words.agreement_title, sheet(pair, labels).lines_of_text(labels));
        }
    }
    let asked = pair.questions.iter().filter(|question| !question.settled);
    let asked = asked.filter(|question| !matches!(question.origin, QuestionOrigin::Point(_)));
    block(words.questions, asked.filter_map(|question| said(&question.text)).collect());
    blocks.join("\n\n") + "\n"
}

fn head(pair: &Pairing, labels: &Labels<'_>) -> String {
    let words = labels.words.report();
    let who = match pair.call.started {
        Some(at) => (words.dated)(labels.mentor, labels.student, &dated(labels, at)),
        None => (labels.words.agreement().between)(labels.mentor, labels.student),
    };
    format!("{}\n{who}", words.title)
}
