//! The report of one session, in the guide's order: for the screen, as plain text to paste on the platform, as Markdown.
//!
//! Only the shared model comes in, and no clock: the same record gives the same bytes, and no private note can be in them. A part
//! that people rewrote says their words; what the session would say stands beside it.

mod facts;
mod links;
mod markdown;
mod own;
mod wording;

use super::plain::item;
use super::{dated, dated_moment};
use crate::domain::{GoalStatus, Instant, Pairing, Phase, ReportPart, Session, SessionId};
use crate::i18n::{Labels, capitalised, visible};

pub use self::links::{Piece, WebAddress, pieces};

/// What stands before an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// Nothing: a paragraph.
    None,
    /// A hyphen.
    Bullet,
    /// Its number.
    Number(usize),
}

impl Marker {
    fn words(self) -> String {
        match self {
            Self::None => String::new(),
            Self::Bullet => "- ".to_owned(),
            Self::Number(number) => format!("{number}. "),
        }
    }
}

/// One thing that a part says. Texts may have several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What stands before it.
    pub marker: Marker,
    /// What a goal came to, for its mark on screen.
    pub status: Option<GoalStatus>,
    /// Its first words, which stand out.
    pub lead: String,
    /// Its words.
    pub text: String,
    /// What stands under it, lighter.
    pub details: Vec<String>,
}

impl Entry {
    fn item(text: String) -> Self {
        Self { marker: Marker::Bullet, status: None, lead: String::new(), text, details: Vec::new() }
    }

    /// The entry as plain text.
    fn plain(&self) -> String {
        let first = [&self.lead, &self.text].map(String::as_str);
        let first = first.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
        let lines: Vec<&str> = std::iter::once(first.as_str()).chain(self.details.iter().map(String::as_str)).collect();
        item(&self.marker.words(), &lines.join("\n"))
    }
}

/// Entries as plain text: items one below the other, paragraphs apart.
fn plain(entries: &[Entry]) -> String {
    joined(entries, Entry::plain)
}

/// Entries written by `write`, paragraphs apart from their neighbours.
fn joined(entries: &[Entry], write: impl Fn(&Entry) -> String) -> String {
    let mut all = String::new();
    let mut before = None;
    for entry in entries {
        if let Some(before) = before {
            let is_list = before != Marker::None && entry.marker != Marker::None;
            all.push_str(if is_list { "\n" } else { "\n\n" });
        }
        all.push_str(&write(entry));
        before = Some(entry.marker);
    }
    all
}

/// A part of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub part: ReportPart,
    /// Its heading.
    pub title: String,
    /// What the session says.
    pub said: Vec<Entry>,
    /// The mark of what the session says: another one says something else, whatever the language.
    pub mark: String,
    /// What people wrote in its place.
    pub own: Option<Own>,
}

/// What people wrote in the place of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Their words, as they read.
    pub entries: Vec<Entry>,
    /// Whether the session says something else since.
    pub is_behind: bool,
}

impl Part {
    /// What the part says: people's own words before the session's.
    pub fn entries(&self) -> &[Entry] {
        self.own.as_ref().map_or(&self.said, |own| &own.entries)
    }

    /// What the session says, as plain text: where somebody begins to rewrite it.
    pub fn said_text(&self) -> String {
        plain(&self.said)
    }
}

/// The report of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionReport {
    /// What the session is counted as.
    pub number: usize,
    /// Whether the session is still to come or goes on, so that the report grows with it.
    pub is_open: bool,
    /// Its title.
    pub title: String,
    /// The day, the real times and the length.
    pub when: String,
    /// The two.
    pub names: String,
    /// The two, and the project under way.
    pub who: String,
    /// Its parts, all of them, in the guide's order.
    pub parts: Vec<Part>,
}

impl SessionReport {
    /// The report of that session; `None` when it is not in the record.
    pub fn of(pair: &Pairing, session: &SessionId, labels: &Labels<'_>) -> Option<Self> {
        let session = pair.session(session)?;
        let number = pair.session_number(&session.id)?;
        let (mentor, student) = (one_line(labels.mentor), one_line(labels.student));
        let labels = &Labels { mentor: &mentor, student: &student, ..*labels };
        let words = labels.words;
        let names = (words.session().both)(labels.mentor, labels.student);
        Some(Self {
            number,
            is_open: matches!(session.phase(), Some(Phase::Before | Phase::During)),
            title: (words.session_report().title)(number),
            when: when(session, labels)?,
            who: wording::project(pair, session, labels)
                .map_or_else(|| names.clone(), |project| (words.session_report().who)(&names, &project)),
            names,
            parts: ReportPart::ALL.map(|which| part(pair, session, which, labels)).into(),
        })
    }

    /// The report as plain text, without the parts that say nothing.
    pub fn plain(&self) -> String {
        let head = format!("{}\n{}\n{}", self.title, self.when, self.who);
        let parts = self.parts.iter().filter(|part| !part.entries().is_empty());
        let parts = parts.map(|part| format!("{}\n{}", part.title, plain(part.entries())));
        std::iter::once(head).chain(parts).collect::<Vec<_>>().join("\n\n") + "\n"
    }

    /// The report as Markdown: what people wrote is never markup, but for addresses, which are links.
    pub fn markdown(&self) -> String {
        markdown::report(self)
    }
}

/// The sessions that have something to report, in their order: those that began or took place.
pub fn told(pair: &Pairing) -> impl DoubleEndedIterator<Item = &Session> {
    pair.sessions.iter().filter(|session| session.is_held() || (session.state.is_some() && session.began.is_some()))
}

/// What can be searched of a session's report: all that its parts say, without their headings, which are the same in each.
pub fn searchable(pair: &Pairing, session: &SessionId, labels: &Labels<'_>) -> Option<String> {
    let report = SessionReport::of(pair, session, labels)?;
    let parts = report.parts.iter().filter(|part| !part.entries().is_empty());
    Some(parts.map(|part| plain(part.entries())).collect::<Vec<_>>().join("\n"))
}

fn part(pair: &Pairing, session: &Session, which: ReportPart, labels: &Labels<'_>) -> Part {
    let facts = facts::of(pair, session, which);
    let mark = facts.mark();
    let own = pair.own_part(&session.id, which).map(|own| Own {
        entries: own::entries(&visible(&own.words)),
        is_behind: !own.over.is_empty() && own.over != mark,
    });
    Part {
        part: which,
        title: wording::title(which, pair, session, labels),
        said: wording::entries(&facts, labels),
        mark,
        own,
    }
}

/// When it was, by its real times; as planned while it is not over.
fn when(session: &Session, labels: &Labels<'_>) -> Option<String> {
    let words = labels.words.session_report();
    let state = session.state?;
    let booking = state.booking();
    let time = |at: Instant| labels.formats.time(at.wall_time(labels.zone));
    let length = |minutes| labels.words.fields().duration(minutes);
    let from = session.began.unwrap_or(booking.start);
    let day = capitalised(&dated(labels, from));
    if !state.is_held() {
        return Some((words.when_planned)(&day, &time(from), &length(booking.minutes)));
    }
    let lasted = state.lasted().unwrap_or(booking.minutes);
    let to = end(session, from, lasted);
    // Past midnight, an hour alone would be of the wrong day.
    let is_same_day = from.day(labels.zone) == to.day(labels.zone);
    let to = if is_same_day { time(to) } else { dated_moment(labels, to) };
    Some((words.when)(&day, &(labels.words.report().from_to)(&time(from), &to), &length(lasted)))
}

/// The moment at which a session that began at `from` had lasted so long: its pauses come on top.
fn end(session: &Session, from: Instant, lasted: u32) -> Instant {
    let mut end = from.plus_minutes(lasted.into());
    // Each pause that the time reaches into makes it longer; nobody makes a hundred of them.
    for _ in 0..100 {
        match session.gone(end).map(|gone| i64::from(lasted) - gone) {
            Some(short) if short > 0 => end = end.plus_minutes(short),
            _ => break,
        }
    }
    end
}

/// A text that stands in a heading or a sentence: on one line.
fn one_line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
