//! The exchanged file, byte for byte: what a version of the format wrote, every later version opens.
//!
//! Fixtures are frozen: no command writes them anew. Whoever adds a version adds its fixture and its digest here, and the step in
//! `src/document/file/versions.rs`. `BINOME_LONG=1` flips every bit, not one of sixteen; `cargo xtask soak` does so too.

use binome::document::{Document, ReadError, file, project};
use binome::domain::Value;
use sha2::{Digest, Sha256};

use super::support::{joined, lea, pair, path, shown, started, write};

/// A file that a version of the format wrote, and the first 8 bytes of its SHA-256.
struct Released {
    version: u32,
    file: &'static str,
    digest: &'static str,
}

/// One for each version of the format, the first one first.
const RELEASED: [Released; 1] =
    [Released { version: 1, file: include_str!("fixtures/file-v1.json"), digest: "12d2d5df29d321cf" }];

const NEWEST: &str = RELEASED[RELEASED.len() - 1].file;

#[test]
fn every_version_has_its_fixture_and_none_was_touched() {
    let versions: Vec<u32> = RELEASED.iter().map(|released| released.version).collect();
    assert_eq!(
        versions,
        (1..=Document::VERSION).collect::<Vec<_>>(),
        "a version of the format came without its fixture"
    );
    for released in &RELEASED {
        let digest = Sha256::digest(released.file).iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        assert_eq!(
            format!("{digest:016x}"),
            released.digest,
            "the fixture of version {} is what people have on disk",
            released.version
        );
        let json: serde_json::Value = serde_json::from_str(released.file).expect("JSON");
        assert_eq!(json["version"], released.version);
    }
}

#[test]
fn every_version_opens_and_says_what_it_said() {
    for Released { version, file, .. } in &RELEASED {
        let incoming = file::read(file.as_bytes()).unwrap_or_else(|error| panic!("version {version}: {error}"));
        assert!(incoming.by_hand.is_empty() && incoming.refused.is_empty() && incoming.unplaced.is_empty());
        let document = &incoming.document;
        let pairing = project(document);
        assert_eq!(pairing.mentor.name, "Karim");
        assert_eq!(pairing.student.name, "Léa");
        assert_eq!(pairing.oddities, []);
        // The earlier of the two wordings is shown; both are there.
        assert_eq!(shown(document, "goal/g1/what"), Some(&Value::from("rédige 8 cas")));
        let [conflict] = &document.conflicts()[..] else { panic!("one conflict") };
        assert_eq!(conflict.path, path("goal/g1/what"));
        assert_eq!(conflict.heads[1].1.value, Value::from("rédige 5 cas de test"));
        assert_eq!(document.aliases().collect::<Vec<_>>(), [&pair("l-0pair")]);
        assert_eq!(pairing.programme.projects[0].title, "Un <b>titre</b>\nsur deux lignes");
        // An old copy and what it became since are one record, not two wordings of everything.
        let newest = file::read(NEWEST.as_bytes()).expect("the newest").document;
        assert_eq!(joined(document, &newest).conflicts(), newest.conflicts());
    }
}

#[test]
fn the_newest_goes_back_to_the_same_bytes() {
    let incoming = file::read(NEWEST.as_bytes()).expect("the newest");
    assert_eq!(file::write(&incoming.document), NEWEST);
}

#[test]
fn members_of_no_known_version_are_in_the_newest_and_come_back() {
    for unknown in ["\"colour\": ", "\"shade\":[1]", "\"via\":\"a newer version\"", "\"report/r1/body\": "] {
        assert!(NEWEST.contains(unknown), "{unknown}");
    }
}

#[test]
fn removed_words_are_not_in_the_file() {
    assert!(!NEWEST.contains("schéma"));
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
fn an_empty_record_is_a_file_too() {
    let document = Document::new(pair("p"));
    assert_eq!(file::read(file::write(&document).as_bytes()).expect("a file").document, document);
}

#[test]
fn another_layout_of_the_same_file_is_accepted() {
    let expected = file::read(NEWEST.as_bytes()).expect("the fixture");
    let value: serde_json::Value = serde_json::from_str(NEWEST).expect("JSON");
    for layout in [
        NEWEST.replace('\n', "\r\n"),
        NEWEST.replace('\n', "\r"),
        NEWEST.replace("\n  ", "\n\t"),
        format!("\u{feff}{NEWEST}"),
        format!("\n\n{NEWEST}\n"),
        serde_json::to_string(&value).expect("JSON"),
        serde_json::to_string_pretty(&value).expect("JSON"),
        NEWEST.replace('é', "\\u00e9"),
        NEWEST.replace('😀', "\\ud83d\\ude00"),
        NEWEST.trim_end().to_owned(),
    ] {
        assert_eq!(file::read(layout.as_bytes()).as_ref(), Ok(&expected));
    }
}

#[test]
fn every_truncation_is_refused() {
    for released in &RELEASED {
        let bytes = released.file.as_bytes();
        // Without its last line end it is still whole.
        for end in 0..bytes.len() - 1 {
            let read = file::read(&bytes[..end]);
            let expected = if end == 0 { ReadError::Empty } else { ReadError::Cut };
            assert_eq!(read, Err(expected), "cut after {end} bytes");
        }
    }
}

#[test]
fn a_file_that_lost_its_beginning_or_its_middle_is_refused() {
    let bytes = NEWEST.as_bytes();
    for start in 1..bytes.len() {
        assert!(file::read(&bytes[start..]).is_err(), "from byte {start} on");
    }
    for (start, length) in (0..bytes.len() - 64).step_by(31).flat_map(|start| [(start, 1), (start, 64)]) {
        let torn = [&bytes[..start], &bytes[start + length..]].concat();
        let zeroed = [&bytes[..start], &vec![0; length], &bytes[start + length..]].concat();
        for broken in [torn, zeroed] {
            same_or_refused(&broken, &format!("{length} bytes at {start}"));
        }
    }
}

/// Whatever broke it: refused with a reason, or the record is the one that was written. What broke in the readable part alone is at
/// most offered.
fn same_or_refused(bytes: &[u8], what: &str) {
    if let Ok(incoming) = file::read(bytes) {
        let whole = file::read(NEWEST.as_bytes()).expect("the fixture");
        assert_eq!(incoming.document, whole.document, "{what}: half read");
    }
}

/// A flipped bit is refused, or it stands in the readable part, of which nothing is taken unasked: the record is untouched.
#[test]
fn a_flipped_bit_is_refused_or_only_offered() {
    let whole = file::read(NEWEST.as_bytes()).expect("the fixture");
    let start = NEWEST.find("\n  \"data\": ").expect("a readable part");
    let end = NEWEST.find("\n  \"edits\": ").expect("edits");
    let every_bit = std::env::var_os("BINOME_LONG").is_some();
    let mut bytes = NEWEST.as_bytes().to_vec();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            if !every_bit && (at * 5 + bit) % 16 != 0 {
                continue;
            }
            bytes[at] ^= 1 << bit;
            if let Ok(incoming) = file::read(&bytes) {
                assert!((start..end).contains(&at), "bit {bit} of byte {at} was flipped unseen");
                assert_eq!(incoming.document, whole.document, "bit {bit} of byte {at}");
                let is_seen = incoming.by_hand != whole.by_hand || incoming.unplaced != whole.unplaced;
                assert!(is_seen, "bit {bit} of byte {at} was flipped in the readable part, and nobody is told");
            }
            bytes[at] ^= 1 << bit;
        }
    }
}
