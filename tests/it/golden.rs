//! The exchanged file, byte for byte: what version 1 writes, every later version must open.
//!
//! `BINOME_BLESS=1` writes the fixture anew: only for a version that was never released. `BINOME_LONG=1` flips every bit, not one of sixteen.

use binome::document::{Document, ReadError, file, project};
use binome::domain::Value;

use super::support::{lea, pair, path, shown, started, with_history, write};

const FIXTURE: &str = include_str!("fixtures/file-v1.json");

#[test]
fn the_file_has_not_changed() {
    let written = file::write(&with_history());
    if std::env::var_os("BINOME_BLESS").is_some() {
        let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/file-v1.json");
        std::fs::write(fixture, &written).expect("a writable fixture");
    }
    assert_eq!(written, FIXTURE);
}

#[test]
fn the_fixture_opens_and_goes_back_to_the_same_bytes() {
    let incoming = file::read(FIXTURE.as_bytes()).expect("version 1");
    assert_eq!(file::write(&incoming.document), FIXTURE);
    assert!(incoming.by_hand.is_empty() && incoming.refused.is_empty() && incoming.unplaced.is_empty());
    let pairing = project(&incoming.document);
    assert_eq!(pairing.mentor.name, "Karim");
    assert_eq!(pairing.student.name, "Léa");
    assert_eq!(pairing.oddities, []);
    // The earlier of the two wordings is shown; both are there.
    assert_eq!(shown(&incoming.document, "goal/g1/what"), Some(&Value::from("rédige 8 cas")));
    let [conflict] = &incoming.document.conflicts()[..] else { panic!("one conflict") };
    assert_eq!(conflict.path, path("goal/g1/what"));
    assert_eq!(conflict.heads[1].1.value, Value::from("rédige 5 cas de test"));
    assert_eq!(incoming.document.aliases().collect::<Vec<_>>(), [&pair("l-0pair")]);
}

#[test]
fn removed_words_are_not_in_the_file() {
    assert!(!FIXTURE.contains("schéma"));
}

#[test]
fn what_is_private_is_not_in_the_file() {
    let mut document = started();
    let before = file::write(&document);
    write(&mut document, "private/mentor-1/note/n1/text", "à moi seul", &lea(), "2026-11-24T18:00:00Z");
    assert_eq!(file::write(&document), before);
    assert!(file::write_backup(&document).contains("à moi seul"));
}

#[test]
fn another_layout_of_the_same_file_is_accepted() {
    let expected = file::read(FIXTURE.as_bytes()).expect("the fixture");
    let value: serde_json::Value = serde_json::from_str(FIXTURE).expect("JSON");
    for layout in [
        FIXTURE.replace('\n', "\r\n"),
        format!("\u{feff}{FIXTURE}"),
        format!("\n\n{FIXTURE}\n"),
        serde_json::to_string(&value).expect("JSON"),
        FIXTURE.replace('é', "\\u00e9"),
        FIXTURE.trim_end().to_owned(),
    ] {
        assert_eq!(file::read(layout.as_bytes()).as_ref(), Ok(&expected));
    }
}

#[test]
fn every_truncation_is_refused() {
    let bytes = FIXTURE.as_bytes();
    // Without its last line end it is still whole.
    for end in 0..bytes.len() - 1 {
        let read = file::read(&bytes[..end]);
        let expected = if end == 0 { ReadError::Empty } else { ReadError::Cut };
        assert_eq!(read, Err(expected), "cut after {end} bytes");
    }
}

/// A flipped bit is refused, or it stands in the readable part, of which nothing is taken unasked: the record is untouched.
#[test]
fn a_flipped_bit_is_refused_or_only_offered() {
    let whole: Document = file::read(FIXTURE.as_bytes()).expect("the fixture").document;
    let start = FIXTURE.find("\n  \"data\": ").expect("a readable part");
    let end = FIXTURE.find("\n  \"edits\": ").expect("edits");
    let every_bit = std::env::var_os("BINOME_LONG").is_some();
    let mut bytes = FIXTURE.as_bytes().to_vec();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            if !every_bit && (at * 5 + bit) % 16 != 0 {
                continue;
            }
            bytes[at] ^= 1 << bit;
            if let Ok(incoming) = file::read(&bytes) {
                assert!((start..end).contains(&at), "bit {bit} of byte {at} was flipped unseen");
                assert_eq!(incoming.document, whole, "bit {bit} of byte {at}");
            }
            bytes[at] ^= 1 << bit;
        }
    }
}
