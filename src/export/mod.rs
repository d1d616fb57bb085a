//! What leaves the page for other tools: the reports of the first call and of each session, the agreement as plain text, the
//! pair's dates for a calendar, messages to send.
//!
//! Pure functions of the record and the words of a language. The same state gives the same bytes, and nothing private is ever in
//! them: only the shared model comes in.

pub mod agreement;
pub mod calendar;
pub mod ledger;
pub mod message;
mod plain;
pub mod report;
pub mod search;
pub mod session_report;

use crate::domain::Instant;
use crate::i18n::Labels;
use chrono::Datelike;

/// A day that is kept for years: “mardi 24 novembre 2026”.
pub fn dated(labels: &Labels<'_>, at: Instant) -> String {
    let day = at.day(labels.zone);
    format!("{} {}", labels.formats.day(day), day.year())
}

/// A moment that is kept for years: “mardi 24 novembre 2026, 18 h 43”.
pub fn dated_moment(labels: &Labels<'_>, at: Instant) -> String {
    let time = labels.formats.time(at.wall_time(labels.zone));
    (labels.words.fields().moment)(&dated(labels, at), &time)
}
