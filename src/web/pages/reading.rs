//! What the screens of the weeks say alike: moments and days in words, and people drawn inside sentences.

use leptos::prelude::*;

use super::names::{Names, use_names};
use crate::domain::schema::{self, kind};
use crate::domain::{Day, Instant, Pairing, Path, PersonId, QuestionOrigin, RecordKey, Role, Value};
use crate::i18n::{Labels, Messages, visible};
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::use_texts;
use crate::web::ui::{Initial, Who};

/// The language, the names and the zone in which a screen reads the record.
#[derive(Clone, Copy)]
pub struct Reading {
    store: Store,
    texts: Signal<&'static Messages>,
    names: Memo<Names>,
}

/// The language, names and zone of the opened pair.
pub fn use_reading() -> Reading {
    Reading { store: use_store(), texts: use_texts(), names: use_names() }
}

impl Reading {
    /// Calls `read` with everything it takes to name fields and values; follows a change of language or name.
    pub fn with<T>(self, read: impl FnOnce(&Labels<'_>) -> T) -> T {
        self.names.with(|names| self.with_names(names, read))
    }

    /// The same with other names: those of a copy that is not taken in yet.
    pub fn with_names<T>(self, names: &Names, read: impl FnOnce(&Labels<'_>) -> T) -> T {
        let (formats, zone) = (self.store.formats(), self.store.zone());
        read(&Labels {
            words: self.texts.get(),
            formats: &formats,
            zone: &zone,
            mentor: &names.mentor,
            student: &names.student,
        })
    }

    /// A moment in the pair's zone: “mardi 24 novembre, 18 h 00”.
    pub fn moment(self, at: Instant) -> String {
        self.with(|labels| labels.moment(at))
    }

    /// A day: “mardi 24 novembre”.
    pub fn day(self, day: Day) -> String {
        self.with(|labels| labels.formats.day(day))
    }

    /// The day of a moment in the pair's zone.
    pub fn day_of(self, at: Instant) -> Day {
        at.day(&self.store.zone())
    }
}

/// Stands for a person's name in a sentence given to [`with_people`].
pub fn placeholder(role: Role) -> &'static str {
    match role {
        Role::Mentor => "\u{e000}",
        Role::Student => "\u{e001}",
    }
}

/// A sentence in which people are drawn: each [`placeholder`] becomes the person's letter and name.
pub fn with_people(sentence: &str, names: &Names) -> AnyView {
    drawn(sentence, names, |person, name| view! { <Initial person=person name=name shown=true/> }.into_any())
}

/// The same as the call draws people: their stroke, then their name.
pub fn with_strokes(sentence: &str, names: &Names) -> AnyView {
    drawn(sentence, names, |person, name| view! { <Who person=person name=name/> }.into_any())
}

fn drawn(sentence: &str, names: &Names, draw: fn(PersonId, String) -> AnyView) -> AnyView {
    let mut rest = sentence;
    let mut pieces = Vec::new();
    while let Some(at) = rest.find(['\u{e000}', '\u{e001}']) {
        let (before, from) = rest.split_at(at);
        let role = if from.starts_with('\u{e000}') { Role::Mentor } else { Role::Student };
        pieces.push(view! { {before.to_owned()} }.into_any());
        let name = names.of(role).to_owned();
        pieces.push(draw(PersonId::of(role), name));
        rest = from.get(placeholder(role).len()..).unwrap_or_default();
    }
    pieces.push(view! { {rest.to_owned()} }.into_any());
    pieces.into_any()
}

/// A value in words: what the record says that it names, else the value itself. `pairs` is where such a record may be.
pub fn words_of_value(path: &Path, value: &Value, pairs: &[&Pairing], labels: &Labels<'_>) -> String {
    let named = schema::named_by(path, value);
    let found = named.and_then(|record| pairs.iter().find_map(|pair| words_of_record(&record, pair, labels)));
    found.unwrap_or_else(|| labels.value(path, value))
}

/// What a record says of itself: the words of a goal, a question, a contact or a project, a session's date; nothing for the others.
pub fn words_of_record(record: &RecordKey, pair: &Pairing, labels: &Labels<'_>) -> Option<String> {
    let words = match record.kind() {
        kind::GOAL => pair.goals.iter().find(|goal| goal.id.as_str() == record.id())?.what.clone(),
        kind::QUESTION => {
            let question = pair.questions.iter().find(|question| question.id.as_str() == record.id())?;
            match (question.text.trim(), question.origin) {
                ("", QuestionOrigin::Point(point)) => labels.words.points().title(point, labels.mentor),
                (text, _) => text.to_owned(),
            }
        }
        kind::PROMISE => {
            pair.agreement.promises.iter().find(|promise| promise.id.as_str() == record.id())?.text.clone()
        }
        // A report is its session's.
        kind::SESSION | kind::REPORT => {
            let session = pair.sessions.iter().find(|session| session.id.as_str() == record.id())?;
            labels.moment(session.state?.booking().start)
        }
        kind::CONTACT => pair.contacts.iter().find(|contact| contact.id.as_str() == record.id())?.name.clone(),
        kind::PROJECT => {
            let projects = &pair.programme.projects;
            projects.iter().find(|project| project.id.as_str() == record.id())?.title.clone()
        }
        _ => return None,
    };
    let words = visible(words.trim());
    (!words.is_empty()).then_some(words)
}
