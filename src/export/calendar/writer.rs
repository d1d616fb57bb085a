//! Events as lines of a calendar file: moments in UTC, so that no zone has to be described; texts escaped; lines folded.

use chrono::Datelike;

use super::Revision;
use crate::domain::time::days_after;
use crate::domain::{Day, Instant};

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From one moment to another.
    Span(Instant, Instant),
    /// A moment, which takes no time.
    At(Instant),
    /// A whole day, wherever the reader is.
    Day(Day),
}

/// What rings before an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// How many minutes before it begins.
    pub before: u32,
    /// What it says.
    pub words: String,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its identifier, the same in every file: letters, digits and hyphens.
    pub name: String,
    /// When it is.
    pub when: When,
    /// What it is called.
    pub title: String,
    /// What is said of it.
    pub body: String,
    /// Whether it no longer stands.
    pub cancelled: bool,
    /// Whether whoever looks for a free hour finds it taken.
    pub busy: bool,
    /// What rings before it.
    pub alarms: Vec<Alarm>,
}

/// A calendar with those events.
pub fn calendar(events: impl IntoIterator<Item = Event>, revision: Revision) -> String {
    let mut file = File(String::new());
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Binome//Binome//FR", "CALSCALE:GREGORIAN"] {
        file.line(line);
    }
    for event in events {
        file.event(&event, revision);
    }
    file.line("END:VCALENDAR");
    file.0
}

struct File(String);

impl File {
    fn event(&mut self, event: &Event, revision: Revision) {
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}@binome", event.name));
        self.line(&format!("SEQUENCE:{}", revision.number));
        self.line(&format!("DTSTAMP:{}", stamp(revision.at)));
        match event.when {
            When::Span(from, to) => {
                self.line(&format!("DTSTART:{}", stamp(from)));
                self.line(&format!("DTEND:{}", stamp(to)));
            }
            When::At(at) => self.line(&format!("DTSTART:{}", stamp(at))),
            When::Day(day) => {
                self.line(&format!("DTSTART;VALUE=DATE:{}", date(day)));
                self.line(&format!("DTEND;VALUE=DATE:{}", date(days_after(day, 1))));
            }
        }
        self.text("SUMMARY", &event.title);
        self.text("DESCRIPTION", &event.body);
        self.line(if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        self.line(if event.busy { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" });
        for alarm in &event.alarms {
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.text("DESCRIPTION", &alarm.words);
            self.line(&format!("TRIGGER:-PT{}", length(alarm.before)));
            self.line("END:VALARM");
        }
        self.line("END:VEVENT");
    }

    fn text(&mut self, name: &str, words: &str) {
        self.line(&format!("{name}:{}", escaped(words)));
    }

    /// The longest a line may be, in octets, its end left out.
    const LONGEST: usize = 75;

    /// A line in pieces of at most 75 octets, each but the first behind a space; no letter is cut in two.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > Self::LONGEST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(letter);
            octets += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A length of time: `15M`, `2H`.
fn length(minutes: u32) -> String {
    if minutes.is_multiple_of(60) { format!("{}H", minutes / 60) } else { format!("{minutes}M") }
}

/// A moment to the second, in UTC: `20261124T170000Z`.
fn stamp(at: Instant) -> String {
    let text = at.to_string();
    let seconds = text.split('.').next().unwrap_or_default();
    seconds.replace(['-', ':'], "") + "Z"
}

/// A day: `20261124`. Years that four digits cannot say are brought within those that they can.
fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year().clamp(0, 9999), day.month(), day.day())
}

/// A text as a property's value: what would end or part it is escaped, what no calendar can hold is left out.
fn escaped(text: &str) -> String {
    text.replace("\r\n", "\n").chars().fold(String::with_capacity(text.len()), |mut all, letter| {
        match letter {
            '\\' | ';' | ',' => all.extend(['\\', letter]),
            // Some readers end lines at the last three.
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => all.push_str("\\n"),
            '\t' => all.push(' '),
            letter if letter.is_control() => {}
            letter => all.push(letter),
        }
        all
    })
}
