//! Everything of a pair that words can be found in, with the words people read there and the place each leads to.

use super::session_report::{searchable, told};
use crate::domain::search::{Folded, Query};
use crate::domain::sorting;
use crate::domain::{
    ContactId, GoalId, Instant, Pairing, ProjectId, Question, QuestionId, QuestionOrigin, Session, SessionId,
};
use crate::i18n::{Labels, visible};

/// What kind of thing was found: the groups of results, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Goals.
    Goals,
    /// Questions.
    Questions,
    /// What was noted in sessions.
    Sessions,
    /// Reports of sessions.
    Reports,
    /// One's own notes.
    Private,
    /// The pair's own contacts.
    Contacts,
    /// Projects of the programme.
    Projects,
}

impl Group {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Goals, Self::Questions, Self::Sessions, Self::Reports, Self::Private, Self::Contacts, Self::Projects];
}

/// Where a thing that was found stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A goal of the board.
    Goal(GoalId),
    /// A question of the backlog.
    Question(QuestionId),
    /// A session.
    Session(SessionId),
    /// The report of a session.
    Report(SessionId),
    /// One's own note on a session.
    Private(SessionId),
    /// A contact.
    Contact(ContactId),
    /// A project.
    Project(ProjectId),
}

impl Place {
    /// Its group.
    pub fn group(&self) -> Group {
        match self {
            Self::Goal(_) => Group::Goals,
            Self::Question(_) => Group::Questions,
            Self::Session(_) => Group::Sessions,
            Self::Report(_) => Group::Reports,
            Self::Private(_) => Group::Private,
            Self::Contact(_) => Group::Contacts,
            Self::Project(_) => Group::Projects,
        }
    }
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub place: Place,
    /// What it is called.
    pub title: String,
    /// What was written under it.
    pub body: String,
    /// When: newer things come first.
    pub at: Option<Instant>,
}

/// What was written, without what is empty, each on its line.
fn lines<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let written = texts.into_iter().map(str::trim).filter(|text| !text.is_empty());
    visible(&written.collect::<Vec<_>>().join("\n"))
}

/// All that the two wrote together. What is somebody's own is not of the shared model: [`private`] makes entries of it.
pub fn entries(pairing: &Pairing, labels: &Labels<'_>) -> Vec<Entry> {
    let goals = pairing.goals.iter().map(|goal| {
        let steps = pairing.sub_steps_of(&goal.id).map(|step| step.text.as_str());
        let said = goal.progress.values().map(String::as_str);
        let texts = [goal.evidence.as_str(), goal.why.as_str(), goal.first_step.as_str()];
        let title = match visible(goal.what.trim()) {
            empty if empty.is_empty() => labels.words.goal_editor().without_words.to_owned(),
            words => words,
        };
        Entry {
            place: Place::Goal(goal.id.clone()),
            title,
            body: lines(texts.into_iter().chain(said).chain(steps)),
            at: goal.created,
        }
    });
    let questions = pairing.questions.iter().map(|question| Entry {
        place: Place::Question(question.id.clone()),
        title: question_title(question, labels),
        body: lines(question.answers.values().map(String::as_str)),
        at: question.created,
    });
    let sessions = pairing.sessions.iter().filter_map(|session| session_entry(pairing, session, labels));
    let contacts = pairing.contacts.iter().map(|contact| Entry {
        place: Place::Contact(contact.id.clone()),
        title: visible(contact.name.trim()),
        body: lines([contact.purpose.as_str(), contact.reach.as_str()]),
        at: contact.created,
    });
    let projects = pairing.programme.projects.iter().map(|project| Entry {
        place: Place::Project(project.id.clone()),
        title: visible(project.title.trim()),
        body: lines([project.deliverables.as_str()]),
        at: project.created,
    });
    let reports = told(pairing).filter_map(|session| report_entry(pairing, session, labels));
    goals.chain(questions).chain(sessions).chain(reports).chain(contacts).chain(projects).collect()
}

/// The words of a question: its own, or those of the point of the first call it comes from.
fn question_title(question: &Question, labels: &Labels<'_>) -> String {
    match (question.text.trim(), question.origin) {
        ("", QuestionOrigin::Point(point)) => labels.words.points().title(point, labels.mentor),
        ("", _) => labels.words.questions().untitled.to_owned(),
        (text, _) => visible(text),
    }
}

/// “Session 4 · mardi 1 décembre”.
fn session_title(pairing: &Pairing, session: &Session, labels: &Labels<'_>) -> Option<String> {
    let number = pairing.session_number(&session.id)?;
    let day = labels.formats.day(session.booking()?.start.day(labels.zone));
    Some((labels.words.fields().of_record)(&(labels.words.session().title)(number), &day))
}

/// What was noted in a session: remarks, resources, and what was seen of each goal.
fn session_entry(pairing: &Pairing, session: &Session, labels: &Labels<'_>) -> Option<Entry> {
    let seen = pairing.outcomes.iter().filter(|it| it.session.as_ref() == Some(&session.id));
    let texts = session.remarks.values().chain(session.resources.values()).map(String::as_str);
    let body = lines(texts.chain(seen.map(|it| it.evidence.as_str())));
    let title = session_title(pairing, session, labels)?;
    let at = session.booking().map(|booking| booking.start);
    (!body.is_empty()).then(|| Entry { place: Place::Session(session.id.clone()), title, body, at })
}

/// What the report of a session says, which people may have rewritten.
fn report_entry(pairing: &Pairing, session: &Session, labels: &Labels<'_>) -> Option<Entry> {
    let number = pairing.session_number(&session.id)?;
    let at = session.booking()?.start;
    let day = labels.formats.day(at.day(labels.zone));
    let title = (labels.words.fields().of_record)(&(labels.words.session_report().title)(number), &day);
    let body = searchable(pairing, &session.id, labels)?;
    Some(Entry { place: Place::Report(session.id.clone()), title, body, at: Some(at) })
}

/// Somebody's own note on a session, for their own eyes.
pub fn private(pairing: &Pairing, session: &Session, note: &str, labels: &Labels<'_>) -> Option<Entry> {
    let body = lines([note]);
    let title = session_title(pairing, session, labels)?;
    let at = session.booking().map(|booking| booking.start);
    (!body.is_empty()).then(|| Entry { place: Place::Private(session.id.clone()), title, body, at })
}

/// Entries folded once, to be looked through for every letter that is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index(Vec<(Entry, Folded)>);

impl Index {
    /// Folds each entry.
    pub fn new(entries: Vec<Entry>) -> Self {
        Self(
            entries
                .into_iter()
                .map(|entry| {
                    let folded = Folded::new(&entry.title, &entry.body);
                    (entry, folded)
                })
                .collect(),
        )
    }

    /// What answers, group by group; in each what has more of the words in its title first, then what is newer.
    pub fn find(&self, query: &Query) -> Vec<&Entry> {
        let answers = self.0.iter().filter_map(|(entry, folded)| Some((folded.answers(query)?, entry)));
        let mut found: Vec<(usize, &Entry)> = answers.collect();
        sorting::sort_by(&mut found, |(one, a), (two, b)| {
            a.place.group().cmp(&b.place.group()).then_with(|| two.cmp(one)).then_with(|| b.at.cmp(&a.at))
        });
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}
