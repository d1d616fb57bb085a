//! Hours as people write them, in minutes.

use binome::domain::goal::effort_of;

#[test]
fn hours_are_read_as_people_write_them() {
    for (text, minutes) in [
        ("2", 120),
        (" 2 ", 120),
        ("2,5", 150),
        ("2.5", 150),
        ("0,1", 6),
        (",5", 30),
        ("1.75", 105),
        ("1,333", 80),
        ("1h30", 90),
        ("1 h 30", 90),
        ("3 H", 180),
        ("0", 0),
        ("9999", 599_940),
    ] {
        assert_eq!(effort_of(text), Some(minutes), "{text}");
    }
}

#[test]
fn what_is_no_number_of_hours_is_not_guessed() {
    for text in ["", " ", "deux", "-1", "1h60", "1,5h30", "1e3", "NaN", "inf", "10000", "1.2.3", "h", "h30", "½"] {
        assert_eq!(effort_of(text), None, "{text}");
    }
}
