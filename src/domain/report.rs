//! The report of a session: its parts, and the words that people put in the place of what the session says.
//!
//! A part without words of its own is read from the session each time (`export::session_report`), so that it is never behind. With
//! words of its own it says these; what the session said when they were written is remembered as a mark, so that the page can tell
//! when the session says something else since.

use super::command::Context;
use super::field::{Change, Path, RecordKey, Value};
use super::id::SessionId;
use super::pairing::Pairing;
use super::refusal::Refusal;
use super::schema::{kind, name};

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportPart {
    /// What the goals of last time came to.
    Progress,
    /// The questions and their answers.
    Questions,
    /// What was said of the deliverables.
    Deliverables,
    /// The goals until next time.
    Goals,
    /// What is in the calendar.
    Next,
    /// The resources that were shared.
    Resources,
}

impl ReportPart {
    /// All of them, in the guide's order of a session.
    pub const ALL: [Self; 6] =
        [Self::Progress, Self::Questions, Self::Deliverables, Self::Goals, Self::Next, Self::Resources];

    /// Its name in paths.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::Questions => "questions",
            Self::Deliverables => "deliverables",
            Self::Goals => "goals",
            Self::Next => "next",
            Self::Resources => "resources",
        }
    }

    /// Reads a name.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.slug() == slug)
    }
}

/// What somebody wrote in the place of a part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnPart {
    /// Their words; none when the session speaks for itself.
    pub words: String,
    /// The mark of what the session said when they were written; empty when nobody knows.
    pub over: String,
}

impl OwnPart {
    /// Whether there are words.
    pub fn is_written(&self) -> bool {
        !self.words.trim().is_empty()
    }
}

/// What was rewritten of a session's report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which session's.
    pub session: SessionId,
    /// Part by part, in the order of [`ReportPart::ALL`].
    parts: [OwnPart; 6],
}

impl Report {
    /// A report of which nothing was rewritten.
    pub fn empty(session: SessionId) -> Self {
        Self { session, parts: Default::default() }
    }

    /// What was written in the place of a part.
    pub fn part(&self, part: ReportPart) -> &OwnPart {
        &self.parts[part as usize]
    }

    /// The same, to put words there.
    pub(crate) fn part_mut(&mut self, part: ReportPart) -> &mut OwnPart {
        &mut self.parts[part as usize]
    }
}

impl Pairing {
    /// What was written in the place of a part of a session's report; nothing when the session speaks for itself.
    pub fn own_part(&self, session: &SessionId, part: ReportPart) -> Option<&OwnPart> {
        let report = self.reports.iter().find(|report| report.session == *session)?;
        Some(report.part(part)).filter(|own| own.is_written())
    }
}

/// What people ask of a report. Running text goes through [`Command::Write`](super::command::Command::Write).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportCommand {
    /// The words of a part were written knowing what the session says now, told by its mark.
    Know(SessionId, ReportPart, String),
}

/// What `command` changes.
pub(super) fn decide(pairing: &Pairing, command: &ReportCommand, _: &Context) -> Result<Vec<Change>, Refusal> {
    match command {
        ReportCommand::Know(session, part, mark) => {
            pairing.own_part(session, *part).ok_or(Refusal::Gone)?;
            Ok(vec![Change::Put(over(session, *part), Value::from(mark.as_str()))])
        }
    }
}

/// The record of a session's report, when something of it was rewritten: it goes with its session.
pub(super) fn removed_with(pairing: &Pairing, session: &SessionId) -> Option<Change> {
    let is_there = pairing.reports.iter().any(|report| report.session == *session);
    is_there.then(|| Change::Remove(RecordKey::new(kind::REPORT, session.as_str())))
}

/// The words of a part.
pub fn part(session: &SessionId, part: ReportPart) -> Path {
    Path::of(kind::REPORT, session.as_str(), part.slug())
}

/// What a part's words were written over.
pub fn over(session: &SessionId, part: ReportPart) -> Path {
    Path::of(kind::REPORT, session.as_str(), &format!("{}-{}", name::OVER, part.slug()))
}

/// The part of which a field says what its words were written over: `over-goals`.
pub fn over_in(field: &str) -> Option<ReportPart> {
    ReportPart::parse(field.strip_prefix(name::OVER)?.strip_prefix('-')?)
}
