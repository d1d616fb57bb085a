//! Any bytes as a file: refused with a reason, or read as a record that goes back to the same bytes and whose review, taking in and
//! undoing hold.
//!
//! Most changes to a file break its check value, and end there. So the same bytes are read a second time as a file by somebody bent on
//! harm, or by a newer version: with names of edits and a check value that fit whatever they say.

#![no_main]

mod forge;

use binome::document::file::{self, read, read_backup};
use binome::document::review::{Choice, apply, review, undo};
use binome::document::{Document, Incoming, project};
use binome::domain::{Author, Instant, PairId, PersonId, Value};
use forge::fitting;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    judge(bytes);
    if let Ok(Value::Map(members)) = serde_json::from_slice(bytes) {
        judge(fitting(members).as_bytes());
    }
});

fn judge(bytes: &[u8]) {
    if let Ok(incoming) = read(bytes) {
        assert!(incoming.document.fields().all(|(path, _)| !path.is_private()), "somebody's private fields came in");
        holds(&incoming);
    }
    if let Ok(backup) = read_backup(bytes, PersonId::MENTOR) {
        let again = read_backup(file::write_backup(&backup.document).as_bytes(), PersonId::MENTOR).expect("a backup");
        assert_eq!(again.document, backup.document);
    }
}

fn holds(incoming: &Incoming) {
    let theirs = &incoming.document;
    let text = file::write(theirs);
    let again = read(text.as_bytes()).expect("what is written can be read");
    assert_eq!(&again.document, theirs);
    assert!(again.by_hand.is_empty() && again.unplaced.is_empty() && again.refused.is_empty());
    assert_eq!(file::write(&again.document), text);
    let _ = project(theirs);

    let author = Author::parse("mentor-1.fuzz").expect("an author");
    let now = Instant::from_millis(1_700_000_000_000);
    let mine = Document::new(PairId::parse("mine").expect("a pair"));
    let mut choices: Vec<Choice> =
        incoming.by_hand.iter().map(|hand| Choice::TakeHandEdit(hand.path.clone())).collect();
    assert_eq!(
        apply(&mine, incoming, &choices, &author, now).document,
        mine,
        "another pair's file was taken in unasked"
    );
    choices.push(Choice::SamePair);
    let _ = review(&mine, incoming);
    let taken = apply(&mine, incoming, &choices, &author, now).document;
    assert!(review(&taken, &again).nothing_new, "the same file twice");
    let _ = project(&taken);
    assert_eq!(file::write(&undo(&mine, &taken, &taken)), file::write(&mine));
}
