//! A file as any version of the page could have written it: any `version` and `min_reader`, members that nobody knows anywhere, known
//! ones of other types. Refused with a reason, or carried whole: what a newer version wrote goes there and back untouched.
//!
//! The input is a short program, line by line: edits first, then what becomes of the file. So that what it says is known, and not only
//! that nothing panics.

#![no_main]

mod lines;

mod forge;

/// The registry of steps, compiled in with the errors it gives: neither is part of the crate's face.
#[allow(dead_code, reason = "only its face is asked here")]
#[path = "."]
mod file {
    #[path = "../../src/document/file/error.rs"]
    mod error;
    #[path = "../../src/document/file/versions.rs"]
    mod versions;

    pub use error::ReadError as Fault;

    pub fn climb(steps: &[super::Step], version: u32, members: super::Members) -> Result<super::Members, Fault> {
        versions::climb(steps, version, members)
    }

    pub fn lift(version: u32, members: super::Members) -> Result<super::Members, Fault> {
        versions::lift(version, members)
    }
}
use binome::domain;
/// Where those two files look for the document.
mod document {
    pub mod map {
        pub use binome::document::Document;
    }
}

use std::collections::{BTreeMap, BTreeSet};

use binome::document::file::{READER, read, read_backup, read_whole, write, write_backup};
use binome::document::{Document, ReadError, project};
use binome::domain::{Author, Change, Instant, PairId, Path, PersonId, Value};
use libfuzzer_sys::fuzz_target;
use lines::Lines;

type Members = BTreeMap<String, Value>;
type Step = fn(Members) -> Result<Members, file::Fault>;

/// A file, and what is known of it.
struct Written {
    members: Members,
    /// Known members have the types that they should have: it has to be read, unless it nests too deeply.
    is_whole: bool,
}

/// The members that this version knows, in a file.
const KNOWN: [&str; 9] =
    ["aliases", "check", "data", "edits", "format", "generation", "min_reader", "pair_id", "version"];

fuzz_target!(|bytes: &[u8]| {
    steps_change_nothing_else(bytes);
    let mut lines = Lines(bytes);
    let Some(count) = lines.byte() else { return };
    let authors = ["mentor-1.a", "student-1.b"].map(|author| Author::parse(author).expect("an author"));
    let mut documents = [0, 1].map(|_| Document::new(PairId::parse("p").expect("a pair")));
    for minute in 0..i64::from(count % 12) {
        let (Some(turn), Some(path), Some(value)) = (lines.byte(), lines.line(), lines.value()) else { break };
        let Some(path) = Path::parse(path) else { continue };
        let who = usize::from(turn % 2);
        let now = Instant::from_millis(1_700_000_000_000).plus_minutes(minute);
        documents[who].apply(&[Change::Put(path, value)], &authors[who], now);
        if turn & 4 != 0 {
            let [one, two] = &mut documents;
            if turn & 8 != 0 { one.join(two) } else { two.join(one) }
        }
    }
    let [mut one, two] = documents;
    one.join(&two);
    let Ok(Value::Map(members)) = serde_json::from_str(&write_backup(&one)) else { panic!("a file is an object") };
    let mut written = Written { members, is_whole: true };
    while let Some(what) = lines.byte() {
        if written.change(what, &mut lines).is_none() {
            break;
        }
    }
    judge(&written, &one);
});

impl Written {
    /// One thing that another version does otherwise; `None` at the end of the input.
    fn change(&mut self, what: u8, lines: &mut Lines<'_>) -> Option<()> {
        match what % 8 {
            0 => self.put("version", lines.value()?),
            1 => self.put("min_reader", lines.value()?),
            2 => {
                let (name, value) = (lines.line()?, lines.value()?);
                self.put(name, value);
            }
            // Beside the heads and the past of a field.
            3 => {
                let (number, name, value) = (lines.byte()?, lines.line()?, lines.value()?);
                let (_, field) = self.field(number)?;
                let is_known = matches!(name, "heads" | "past");
                field.insert(name.to_owned(), value);
                self.is_whole &= !is_known;
            }
            // In an edit: hashed, so that it has another name.
            4 => {
                let (number, name, value) = (lines.byte()?, lines.line()?, lines.value()?);
                let (path, field) = self.field(number)?;
                let Some(Value::Map(heads)) = field.get_mut("heads") else { return Some(()) };
                let Some((old, Value::Map(mut edit))) = heads.pop_first() else { return Some(()) };
                edit.insert(name.to_owned(), value);
                let edit = Value::Map(edit);
                let id = Path::parse(&path).zip(forge::edit(&edit)).map(|(path, edit)| edit.id(&path).to_string());
                heads.insert(id.unwrap_or(old), edit);
                self.is_whole &= !matches!(name, "at" | "by" | "over" | "value");
            }
            5 => self.put("aliases", lines.value()?),
            6 => self.put("generation", lines.value()?),
            _ => {
                let name = lines.line()?;
                self.members.remove(name);
                self.is_whole &= !KNOWN.contains(&name) || matches!(name, "check" | "data" | "generation");
            }
        }
        Some(())
    }

    fn put(&mut self, name: &str, value: Value) {
        if KNOWN.contains(&name) && !matches!(name, "version" | "min_reader" | "check") {
            self.is_whole = false;
        }
        self.members.insert(name.to_owned(), value);
    }

    fn field(&mut self, number: u8) -> Option<(String, &mut Members)> {
        let Some(Value::Map(edits)) = self.members.get_mut("edits") else { return None };
        let count = edits.len().max(1);
        let (path, field) = edits.iter_mut().nth(usize::from(number) % count)?;
        match field {
            Value::Map(field) => Some((path.clone(), field)),
            _ => None,
        }
    }

    fn number(&self, name: &str) -> Option<u32> {
        match self.members.get(name)? {
            Value::Int(number) => u32::try_from(*number).ok(),
            _ => None,
        }
    }
}

fn judge(written: &Written, before: &Document) {
    let text = forge::checked(written.members.clone());
    let again = read(text.as_bytes());
    assert_eq!(read(text.as_bytes()), again, "read twice");
    let _ = (read_whole(text.as_bytes()), serde_json::from_str::<Document>(&text));
    if written.members.get("format").and_then(Value::text) != Some("binome") {
        assert_eq!(again, Err(ReadError::NotOurs));
        return;
    }
    // Too deep, or a name that JSON of this sort cannot have: nothing else is known of it then.
    if matches!(again, Err(ReadError::TooDeep { .. })) || serde_json::from_str::<Value>(&text).is_err() {
        assert!(again.is_err());
        return;
    }
    match (written.number("min_reader"), written.number("version")) {
        (None, _) => assert!(matches!(again, Err(ReadError::Damaged { .. })), "{again:?}"),
        (Some(min_reader), _) if min_reader > READER => assert_eq!(again, Err(ReadError::Newer { min_reader })),
        (_, None | Some(0)) => assert!(matches!(again, Err(ReadError::Damaged { .. })), "{again:?}"),
        (Some(_), Some(_)) => match again {
            Ok(incoming) => carried(written, &incoming.document, before),
            Err(reason) => assert!(!written.is_whole, "refused: {reason:?}"),
        },
    }
    if let Ok(backup) = read_backup(text.as_bytes(), PersonId::MENTOR) {
        let again = read_backup(write_backup(&backup.document).as_bytes(), PersonId::MENTOR).expect("a backup");
        assert_eq!(again.document, backup.document);
        let stored = serde_json::to_string(&backup.document).expect("JSON");
        assert_eq!(serde_json::from_str::<Document>(&stored).expect("stored"), backup.document);
    }
}

/// What was read goes out as it came in: every member of a newer version, every edit, every field, whatever happens to it here.
fn carried(written: &Written, document: &Document, before: &Document) {
    let _ = project(document);
    same(&written.members, &members_of(document), written);
    // Joined with a copy of this version that has part of it, and written in.
    let mut joined = before.clone();
    joined.join(document);
    let mut other_way = document.clone();
    other_way.join(before);
    let both = [write(&joined), write(&other_way)];
    if joined.generation() == document.generation() {
        assert_eq!(both[0], both[1], "joined either way");
    }
    let mut here = document.clone();
    let author = Author::parse("mentor-1.here").expect("an author");
    let now = Instant::from_millis(1_800_000_000_000);
    let path = Path::parse("goal/made-here/what").expect("a path");
    here.apply(&[Change::Put(path.clone(), Value::from("ici"))], &author, now);
    let mut members = members_of(&here);
    let Some(Value::Map(edits)) = members.get_mut("edits") else { panic!("edits") };
    edits.remove(path.as_str());
    if document.field(&path).is_none() {
        same(&written.members, &members, written);
    }
    let again = read(write(document).as_bytes()).expect("what is written can be read");
    assert_eq!(again.document, *document, "there and back");
}

fn members_of(document: &Document) -> Members {
    let Ok(Value::Map(members)) = serde_json::from_str(&write(document)) else { panic!("a file is an object") };
    members
}

fn same(written: &Members, out: &Members, of: &Written) {
    let unknown = |members: &Members| -> Members {
        members
            .iter()
            .filter(|(name, _)| !KNOWN.contains(&name.as_str()))
            .map(|(a, b)| (a.clone(), b.clone()))
            .collect()
    };
    assert_eq!(unknown(out), unknown(written), "members that this version does not know");
    assert_eq!(out["min_reader"], written["min_reader"]);
    let version = of.number("version").expect("a number").max(Document::VERSION);
    assert_eq!(out["version"], Value::Int(version.into()), "the newest version that wrote into it");
    let names = |members: &Members| -> BTreeSet<Value> {
        let aliases = match &members["aliases"] {
            Value::List(aliases) => aliases.clone(),
            _ => Vec::new(),
        };
        aliases.into_iter().chain([members["pair_id"].clone()]).collect()
    };
    assert_eq!(names(out), names(written));
    let (Value::Map(before), Value::Map(after)) = (&written["edits"], &out["edits"]) else { panic!("edits") };
    let shared: BTreeMap<&String, Value> = before
        .iter()
        .filter(|(path, _)| !path.starts_with("private/"))
        .map(|(path, it)| (path, in_order(it)))
        .collect();
    let after: BTreeMap<&String, Value> = after.iter().map(|(path, it)| (path, in_order(it))).collect();
    assert_eq!(after, shared, "every field, with what nobody knows in it");
}

/// A field whose lists of names of edits are in order, each name once: that is all that may change.
fn in_order(field: &Value) -> Value {
    let sorted = |list: &mut Value| {
        if let Value::List(ids) = list {
            *ids = ids.iter().cloned().collect::<BTreeSet<Value>>().into_iter().collect();
        }
    };
    let mut field = field.clone();
    if let Value::Map(members) = &mut field {
        members.get_mut("past").into_iter().for_each(sorted);
        if let Some(Value::Map(heads)) = members.get_mut("heads") {
            for head in heads.values_mut() {
                if let Value::Map(edit) = head {
                    edit.get_mut("over").into_iter().for_each(sorted);
                }
            }
        }
    }
    field
}

/// Steps of the target's own, one for each version but the newest: each moves what one member says to another name, and notes its number.
const STEPS: [Step; 3] = [
    |members| moved(members, "a", "b", 1),
    |members| moved(members, "b", "c", 2),
    |members| moved(members, "c", "d", 3),
];

fn moved(mut members: Members, from: &str, to: &str, number: i64) -> Result<Members, file::Fault> {
    let Some(value) = members.remove(from) else { return Err(file::Fault::Empty) };
    members.insert(to.to_owned(), value);
    members.insert(format!("step-{number}"), Value::Int(number));
    Ok(members)
}

/// Whatever the members are, they go through the steps after their version in order, and no other member changes; where a step fails,
/// so does the whole.
fn steps_change_nothing_else(bytes: &[u8]) {
    let mut lines = Lines(bytes);
    let (Some(version), Some(value)) = (lines.byte(), lines.value()) else { return };
    let version = if version % 8 == 7 { u32::MAX } else { u32::from(version % 8) };
    let members = match value {
        Value::Map(members) => members,
        other => Members::from([("a".to_owned(), other.clone()), ("other".to_owned(), other)]),
    };
    assert_eq!(
        file::lift(version, members.clone()).ok(),
        (version > 0).then(|| members.clone()),
        "there is no step yet"
    );
    let done = file::climb(&STEPS, version, members.clone());
    if version == 0 {
        assert!(done.is_err(), "no version 0 was ever written");
        return;
    }
    let names = ["a", "b", "c", "d"];
    let first = usize::try_from(version - 1).unwrap_or(usize::MAX).min(3);
    let mut expected = members.clone();
    let mut holds = true;
    for at in first..3 {
        match expected.remove(names[at]) {
            Some(value) => drop(expected.insert(names[at + 1].to_owned(), value)),
            None => holds = false,
        }
        expected.insert(format!("step-{}", at + 1), Value::Int(at as i64 + 1));
    }
    match done {
        Ok(done) => assert!(holds && done == expected, "{done:?} of {members:?}"),
        Err(_) => assert!(!holds),
    }
}
