//! A pair whose dates change between two files: what is written before the first, and before the second.

use binome::document::{Document, project};
use binome::domain::{Author, Change, Instant, PairId, Path, Value};
use binome::export::calendar;
use binome::i18n::Locale;

use crate::plain::labels;

/// What somebody types who wants to break out of a line.
pub const HOSTILE: &str = "fin;\r\nEND:VEVENT\nUID:goal-g2@binome\r\u{2028}\u{7}\\n \\, « été » 😀, et une ligne bien plus longue que soixante-quinze octets";
/// A name that would end the calendar.
pub const NAME: &str = "Karim\r\nEND:VCALENDAR\u{2028};\t\\x";
/// The same, as calendars read it.
pub const NAME_READ: &str = "Karim\nEND:VCALENDAR\n; \\x";

/// One pair's record as it is written.
pub struct Record(Document);

impl Record {
    /// Two names.
    pub fn begin() -> Self {
        let pair = PairId::parse("k-0pair").unwrap_or_else(|| unreachable!("the name of a pair"));
        let mut record = Self(Document::new(pair));
        record.write(
            "2026-11-24T17:00:00Z",
            &[("person/mentor-1/name", Some(NAME)), ("person/student-1/name", Some("Léa"))],
        );
        record
    }

    /// Puts values at fields; nothing empties them. A value in braces is read as JSON.
    pub fn write(&mut self, at: &str, values: &[(&str, Option<&str>)]) {
        let author = Author::parse("mentor-1.k3f9").unwrap_or_else(|| unreachable!("an author"));
        let changes: Vec<Change> = values
            .iter()
            .map(|(path, value)| {
                let path = Path::parse(path).unwrap_or_else(|| unreachable!("{path} is a path"));
                Change::Put(path, value.map_or(Value::Null, value_of))
            })
            .collect();
        let at = Instant::parse(at).unwrap_or_else(|| unreachable!("{at} is a moment"));
        self.0.apply(&changes, &author, at);
    }

    /// Its calendar file in a language.
    pub fn file(&self, locale: Locale) -> String {
        let pair = project(&self.0);
        calendar::whole(&self.0, &pair, &labels(locale, &pair.mentor.name, &pair.student.name))
    }
}

fn value_of(text: &str) -> Value {
    let read = text.starts_with('{').then(|| serde_json::from_str(text).ok()).flatten();
    read.unwrap_or_else(|| Value::from(text))
}

const BOOKED_1: &str = r#"{"state":"booked","start":"2026-12-01T17:00:00.000Z","minutes":45}"#;
const BOOKED_2: &str = r#"{"state":"booked","start":"2026-12-08T17:00:00.000Z","minutes":45}"#;
const BOOKED_3: &str = r#"{"state":"booked","start":"2026-12-15T08:00:00.000Z","minutes":30}"#;
const BOOKED_4: &str = r#"{"state":"booked","start":"2026-12-18T17:00:00.000Z","minutes":45}"#;
const MOVED_1: &str = r#"{"state":"booked","start":"2026-12-02T16:30:00.000Z","minutes":45}"#;
const CANCELLED_2: &str = r#"{"state":"cancelled","start":"2026-12-08T17:00:00.000Z","minutes":45,"by":"student-1","told":"2026-11-26T08:00:00.000Z"}"#;
const BOOKED_5: &str = r#"{"state":"booked","start":"2026-12-22T17:00:00.000Z","minutes":45}"#;

/// Four sessions, the third a defence; three goals.
pub fn first(record: &mut Record) {
    record.write(
        "2026-11-24T17:30:00Z",
        &[
            ("project/p1/title", Some("Maquette ; \"site\", version 2")),
            ("session/s1/state", Some(BOOKED_1)),
            ("session/s2/state", Some(BOOKED_2)),
            ("session/s3/state", Some(BOOKED_3)),
            ("session/s3/kind", Some("defence")),
            ("session/s3/project", Some("p1")),
            ("session/s4/state", Some(BOOKED_4)),
            ("goal/g1/what", Some(HOSTILE)),
            ("goal/g1/end", Some("2026-12-01")),
            ("goal/g2/what", Some("rédige 5 cas")),
            ("goal/g2/end", Some("2026-12-31")),
            ("goal/g3/what", Some("livre le schéma")),
            ("goal/g3/end", Some("2028-02-29")),
        ],
    );
}

/// The first session is moved, the second cancelled, the defence is none after all, the fourth was booked by mistake, a fifth is
/// booked; one goal has another day, one has none any more, one is removed.
pub fn second(record: &mut Record) {
    record.write(
        "2026-11-26T08:00:00Z",
        &[
            ("session/s1/state", Some(MOVED_1)),
            ("session/s2/state", Some(CANCELLED_2)),
            ("session/s3/kind", Some("mentoring")),
            ("session/s4/state", None),
            ("session/s5/state", Some(BOOKED_5)),
            ("goal/g1/end", Some("2026-12-03")),
            ("goal/g2/end", None),
            ("goal/g3/what", None),
            ("goal/g3/end", None),
        ],
    );
}
