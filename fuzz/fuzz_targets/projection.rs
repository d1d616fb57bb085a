//! Any values at any fields: the typed model is read without a refusal, what cannot be read is listed, and what is left out of the model
//! is still in the record. Whatever people then do to it, the rules answer.

#![no_main]

mod lines;

use binome::document::{Document, file, project, readable};
use binome::domain::{Author, Change, Instant, Oddity, PairId, Path};
use libfuzzer_sys::fuzz_target;
use lines::Lines;
use std::collections::BTreeMap;

// Lines by turns: a path, a value.
fuzz_target!(|bytes: &[u8]| {
    let mut lines = Lines(bytes);
    let authors = ["mentor-1.a", "student-1.b"].map(|author| Author::parse(author).expect("an author"));
    let mut documents = [0, 1].map(|_| Document::new(PairId::parse("p").expect("a pair")));
    let mut written = BTreeMap::new();
    let mut minute = 0;
    while let Some(turn) = lines.byte() {
        let (Some(path), Some(value)) = (lines.line().and_then(Path::parse), lines.value()) else { continue };
        minute += 1;
        let who = usize::from(turn % 2);
        written.insert(path.clone(), value.clone());
        let now = Instant::from_millis(1_700_000_000_000).plus_minutes(minute);
        documents[who].apply(&[Change::Put(path, value)], &authors[who], now);
    }
    let [mut one, two] = documents;
    one.join(&two);
    let pairing = project(&one);
    let mut odd: Vec<&Path> = Vec::new();
    for oddity in &pairing.oddities {
        if let Oddity::Unreadable(path) = oddity {
            odd.push(path);
        }
    }
    for (path, field) in one.fields() {
        let shown = &field.shown().value;
        assert_eq!(odd.contains(&path), field.is_live() && !readable(path, shown), "{path}: {shown:?}");
    }
    let back = file::read_backup(file::write_backup(&one).as_bytes(), authors[0].person).expect("a backup");
    assert_eq!(project(&back.document), project(&without_others(&one)));
});

/// The record without what is private to the student, which the mentor's backup leaves out.
fn without_others(document: &Document) -> Document {
    let mut own = Document::new(document.pair().clone());
    for record in document.records() {
        if !record.as_str().starts_with("private/") || record.as_str().starts_with("private/mentor-1/") {
            own.join(&document.part_of(&record));
        }
    }
    own
}
