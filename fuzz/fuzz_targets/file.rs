//! Any bytes as a file: refused with a reason, or read as a record that goes back to the same bytes and whose review, taking in and
//! undoing hold.
//!
//! Most changes to a file break its check value, and end there. So the same bytes are read a second time as a file by somebody bent on
//! harm, or by a newer version: with names of edits and a check value that fit whatever they say.

#![no_main]

use binome::document::file::{self, read, read_backup};
use binome::document::review::{Choice, apply, review, undo};
use binome::document::{Document, Edit, Incoming, project};
use binome::domain::{Author, Instant, PairId, Path, PersonId, Value};
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

fuzz_target!(|bytes: &[u8]| {
    judge(bytes);
    if let Ok(Value::Map(members)) = serde_json::from_slice(bytes) {
        judge(fitting(members).as_bytes());
    }
});

/// The members as a file with a check value that fits, and edits under their own names.
fn fitting(mut members: BTreeMap<String, Value>) -> String {
    members.insert("format".into(), "binome".into());
    for (name, known) in [("version", Value::Int(1)), ("min_reader", Value::Int(1)), ("pair_id", "p".into())] {
        members.entry(name.into()).or_insert(known);
    }
    members.entry("aliases".into()).or_insert(Value::List(vec![]));
    if let Some(Value::Map(edits)) = members.get_mut("edits") {
        edits.iter_mut().for_each(|(path, field)| name_heads(path, field));
    }
    let data = members.remove("data");
    members.remove("check");
    let checked = Value::List(vec!["binome-file-1".into(), Value::Map(members.clone())]);
    let hash = Sha256::digest(serde_json::to_string(&checked).expect("JSON"));
    let number = hash.iter().take(12).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    members.insert("check".into(), Value::Text(format!("{number:024x}")));
    members.extend(data.map(|data| ("data".into(), data)));
    serde_json::to_string(&Value::Map(members)).expect("JSON")
}

fn name_heads(path: &str, field: &mut Value) {
    let (Some(path), Value::Map(field)) = (Path::parse(path), field) else { return };
    let Some(Value::Map(heads)) = field.remove("heads") else { return };
    let mut named = BTreeMap::new();
    let mut past = match field.remove("past") {
        Some(Value::List(past)) => past,
        _ => Vec::new(),
    };
    for head in heads.into_values() {
        let json = serde_json::to_value(&head).expect("JSON");
        let Ok(edit) = serde_json::from_value::<Edit>(json) else { continue };
        past.extend(edit.over.iter().map(|id| Value::Text(id.to_string())));
        named.insert(edit.id(&path).to_string(), head);
    }
    field.insert("heads".into(), Value::Map(named));
    field.insert("past".into(), Value::List(past));
}

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
