//! A session as an iCalendar file (RFC 5545).
//!
//! Written here rather than by a crate: the well-kept one, `icalendar`, stamps events by the clock and names them by chance, which this
//! page must not (the same state gives the same bytes), and it brings a parser and its grammar into a page that reads no calendars.

use crate::document::Document;
use crate::domain::rule::cancellation;
use crate::domain::{Booking, Instant, Pairing, SessionId, schema};
use crate::i18n::{Labels, visible};

/// How the record came to say when a session is: what calendars compare to tell an event's old form from its new one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// How often it was changed.
    pub number: usize,
    /// When it was last changed.
    pub at: Option<Instant>,
}

impl Revision {
    /// How the shown state of a session came to be. Both copies of a record that was exchanged say the same.
    pub fn of(document: &Document, id: &SessionId) -> Self {
        let Some(field) = document.field(&schema::session(id)) else { return Self::default() };
        Self { number: field.past().len(), at: Some(field.shown().at) }
    }
}

/// How many hours before it is too late to cancel a session (R3) its reminder rings.
const AHEAD: u32 = 2;

/// A calendar with one session in it. Moments are UTC, so that no zone has to be described.
pub fn session(pair: &Pairing, id: &SessionId, booking: Booking, revision: Revision, labels: &Labels<'_>) -> String {
    let words = labels.words.calendar;
    let title = (words.summary)(labels.mentor, labels.student);
    let deadline = labels.moment(cancellation::deadline(booking.start, &pair.contract));
    let alarm = (words.alarm)(&labels.moment(booking.start), &deadline);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Binome//Binome//FR".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:session-{id}@binome"),
        format!("SEQUENCE:{}", revision.number),
        format!("DTSTAMP:{}", stamp(revision.at.unwrap_or(booking.start))),
        format!("DTSTART:{}", stamp(booking.start)),
        format!("DTEND:{}", stamp(booking.end())),
        format!("SUMMARY:{}", escaped(&title)),
        format!("DESCRIPTION:{}", escaped(&description(pair, &deadline, labels))),
        "STATUS:CONFIRMED".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{}", escaped(&alarm)),
        format!("TRIGGER:-PT{}H", pair.contract.notice_hours + AHEAD),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().fold(String::new(), |all, line| all + &folded(line) + "\r\n")
}

/// The goals until then, the rule on cancelling with its date, and where else to book.
fn description(pair: &Pairing, deadline: &str, labels: &Labels<'_>) -> String {
    let words = labels.words.calendar;
    let goals: Vec<String> = pair
        .goals
        .iter()
        .filter(|goal| !goal.status.is_over() && !goal.what.trim().is_empty())
        .map(|goal| format!("- {}", visible(goal.what.trim())))
        .collect();
    let goals = (!goals.is_empty()).then(|| format!("{}\n{}\n", words.goals, goals.join("\n")));
    let rest = [(words.recoverable)(deadline, labels.mentor), words.on_the_platform.to_owned()];
    goals.into_iter().chain(rest).collect::<Vec<_>>().join("\n")
}

/// A moment to the second, in UTC: `20261124T170000Z`.
fn stamp(at: Instant) -> String {
    let text = at.to_string();
    let seconds = text.split('.').next().unwrap_or_default();
    seconds.replace(['-', ':'], "") + "Z"
}

/// A text as a property's value: what would end or part it is escaped, what no calendar can hold is left out.
fn escaped(text: &str) -> String {
    text.replace("\r\n", "\n").chars().fold(String::with_capacity(text.len()), |mut all, letter| {
        match letter {
            '\\' | ';' | ',' => all.extend(['\\', letter]),
            '\n' | '\r' => all.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => all.push(letter),
        }
        all
    })
}

/// The longest a line may be, in octets, its end left out.
const LONGEST: usize = 75;

/// A line in pieces of at most 75 octets, each but the first behind a space; no letter is cut in two.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / LONGEST * 3);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out
}
