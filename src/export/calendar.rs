//! The pair's dates as an iCalendar file (RFC 5545): sessions, the last moments to cancel them, deposits before defences, the days on
//! which goals end. All of them in one file, or those of one session or goal.
//!
//! **A second file updates the first.** Each event has an identifier of its own, made from that of its record, and a `SEQUENCE` that
//! grows with whatever is written anywhere in the record; what no longer stands (cancelled, removed, of another kind) is said to be so,
//! since a reader keeps what a newer file merely leaves out.
//!
//! **Written here rather than by a crate.** The well-kept one, `icalendar` 0.17, stamps events by the clock and names them by chance
//! unless told otherwise at each of them, which this page must not (the same state gives the same bytes); and it was measured: on top of
//! the dates that the page has anyway, its writer adds 63 kB (brotli), an eighth of the first
//! download's budget, for what a hundred lines do. It reads back what is written here
//! in the tests, and so do two parsers of other people (`tests/calendars`).

mod events;
mod writer;

use crate::document::Document;
use crate::domain::{GoalId, Instant, Pairing, SessionId};
use crate::i18n::Labels;

use self::events::Source;
use self::writer::calendar;

/// How the record came to say what it says: what calendars compare to tell an event's old form from its new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Grows with every edit that the record holds. A record never forgets one, save when an import is undone, and then its
    /// generation grows. Both people's copies of the same record have the same number, unless one of them undid an import.
    pub number: u32,
    /// When the latest of what stands was written.
    pub at: Instant,
}

/// The bits of a revision's number that count edits: room for a million.
const EDITS: u32 = 20;
/// The highest generation that a number of 31 bits, as calendars keep it, has room for above the edits.
const GENERATIONS: u32 = (1 << (31 - EDITS)) - 1;

impl Revision {
    /// How what is shown of the record came to be. What is private to one person counts for nothing: the other's copy lacks it.
    pub fn of(document: &Document) -> Self {
        let (mut edits, mut at) = (0, Instant::from_millis(0));
        for (_, field) in document.fields().filter(|(path, _)| !path.is_private()) {
            edits += field.heads().len() + field.past().len();
            at = field.heads().values().map(|edit| edit.at).fold(at, Instant::max);
        }
        let most = (1 << EDITS) - 1;
        let edits = u32::try_from(edits).unwrap_or(most).min(most);
        Self { number: document.generation().min(GENERATIONS) << EDITS | edits, at }
    }
}

/// Everything that has a date.
pub fn whole(document: &Document, pair: &Pairing, labels: &Labels<'_>) -> String {
    let source = Source { document, pair, labels };
    let sessions = pair.sessions.iter().flat_map(|session| source.of_session(session));
    let goals = pair.goals.iter().filter_map(|goal| source.of_goal(goal));
    calendar(sessions.chain(goals).chain(source.gone()), Revision::of(document))
}

/// One session with its limits; `None` when there is none of that name, or nothing readable.
pub fn session(document: &Document, pair: &Pairing, id: &SessionId, labels: &Labels<'_>) -> Option<String> {
    let session = pair.session(id)?;
    let events = Source { document, pair, labels }.of_session(session);
    (!events.is_empty()).then(|| calendar(events, Revision::of(document)))
}

/// The day on which one goal ends; `None` when it has none.
pub fn goal(document: &Document, pair: &Pairing, id: &GoalId, labels: &Labels<'_>) -> Option<String> {
    let goal = pair.goals.iter().find(|goal| goal.id == *id)?;
    let event = Source { document, pair, labels }.of_goal(goal)?;
    Some(calendar([event], Revision::of(document)))
}
