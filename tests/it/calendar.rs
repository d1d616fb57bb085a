//! A session as a calendar file: whatever was typed, it stays one event of valid lines.

use binome::document::project;
use binome::domain::{Booking, SessionId};
use binome::export::calendar::{Revision, session};
use binome::i18n::Locale;
use proptest::prelude::*;

use super::fields::labels;
use super::support::{at, karim, started, write};

/// The calendar of a pair whose goal is `what`.
fn calendar(what: &str) -> String {
    let mut document = started();
    write(&mut document, "goal/g1/what", what, &karim(), "2026-11-25T08:00:00Z");
    let booking = Booking { start: at("2026-12-01T17:00:00Z"), minutes: 45 };
    let id = SessionId::parse("s1").expect("a session");
    session(&project(&document), &id, booking, Revision::default(), &labels(Locale::Fr))
}

/// The lines as a calendar reads them: unfolded.
fn lines(calendar: &str) -> Vec<String> {
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_line_end_in_a_value_does_not_begin_a_property() {
    let text = calendar("un\nBEGIN:VEVENT\r\nEND:VCALENDAR\rdeux; trois, quatre\\cinq\u{0}\u{7}");
    let lines = lines(&text);
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
    assert_eq!(lines.iter().filter(|line| *line == "END:VCALENDAR").count(), 1);
    let description = lines.iter().find(|line| line.starts_with("DESCRIPTION:")).expect("a description");
    assert!(description.contains("un\\nBEGIN:VEVENT"), "{description}");
    assert!(description.contains("deux\\; trois\\, quatre\\\\cinq"), "{description}");
}

#[test]
fn lines_are_folded_at_75_octets_between_letters() {
    let long = "é😀—".repeat(60);
    let text = calendar(&long);
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    assert!(text.split("\r\n").any(|line| line.len() > 70), "and not much before");
    assert!(lines(&text).iter().any(|line| line.contains(&long)));
}

proptest! {
    #[test]
    fn whatever_is_typed_the_lines_stay_the_same_number(what in "\\PC{0,20}(\r|\n|\r\n|;|,|\\\\|\u{0}|\u{85}|\u{2028}|é|😀|:|\"){0,60}\\PC{1,80}") {
        let text = calendar(&what);
        let plain = lines(&calendar("rédige"));
        let odd = lines(&text);
        let names = |lines: &[String]| lines.iter().map(|line| line.split([':', ';']).next().unwrap_or_default().to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(names(&odd), names(&plain));
        let is_line = |line: &str| line.len() <= 75 && !line.contains(['\r', '\n', '\u{0}']);
        prop_assert!(text.split("\r\n").all(is_line));
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
    }
}
