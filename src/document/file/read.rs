//! Reads a file that somebody was handed. Nothing of it is believed before it is checked, and nothing changes here.

use std::collections::{BTreeMap, BTreeSet};

use super::error::{Place, ReadError};
use super::{FORMAT, MAX_BYTES, READER, json, tree, versions, write};
use crate::document::field::Field;
use crate::document::map::Document;
use crate::document::project::{project, readable};
use crate::domain::schema::kind;
use crate::domain::{PairId, Path, PersonId, Value};

/// A file that was read, before anything is done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The record that it holds.
    pub document: Document,
    /// Fields whose readable part somebody edited by hand: offered as new edits, never taken unasked.
    pub by_hand: Vec<HandEdit>,
    /// Somebody's private fields, which have no place in a copy that was handed over: left out.
    pub refused: Vec<Path>,
    /// Members of the readable part that name no field: left out.
    pub unplaced: Vec<String>,
}

/// A field whose readable part says something else than its edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandEdit {
    /// The field.
    pub path: Path,
    /// What the edits say.
    pub before: Option<Value>,
    /// What the readable part says.
    pub after: Value,
}

/// Reads a copy that somebody handed over.
///
/// A byte order mark, CRLF and another layout of the same JSON are accepted.
///
/// # Errors
/// A [`ReadError`] for everything that is not a whole copy of a pair.
pub fn read(bytes: &[u8]) -> Result<Incoming, ReadError> {
    let mut incoming = read_all(bytes)?;
    incoming.keep_private_of(None);
    // Which imports this browser undid is nobody else's matter.
    incoming.document.generation = 0;
    Ok(incoming)
}

/// Reads a backup that this browser made, with what is private to `owner`; that of others is left out.
///
/// # Errors
/// As [`read`].
pub fn read_backup(bytes: &[u8], owner: PersonId) -> Result<Incoming, ReadError> {
    let mut incoming = read_all(bytes)?;
    incoming.keep_private_of(Some(owner));
    Ok(incoming)
}

impl Incoming {
    fn keep_private_of(&mut self, owner: Option<PersonId>) {
        let own = owner.map(|person| format!("private/{person}/"));
        let is_kept =
            |path: &Path| !path.is_private() || own.as_ref().is_some_and(|own| path.as_str().starts_with(own));
        self.refused = self.document.fields.keys().filter(|path| !is_kept(path)).cloned().collect();
        self.document.fields.retain(|path, _| is_kept(path));
    }
}

fn read_all(bytes: &[u8]) -> Result<Incoming, ReadError> {
    let mut members = match json::parse(text_of(bytes, MAX_BYTES)?)? {
        Value::Map(members) if members.get("format").and_then(Value::text) == Some(FORMAT) => members,
        _ => return Err(ReadError::NotOurs),
    };
    let data = members.remove("data");
    let document = from_members(members)?;
    let (fields, unplaced) = data.map(tree::fold).unwrap_or_default();
    let by_hand = edited_by_hand(&document, fields)?;
    Ok(Incoming { document, by_hand, refused: Vec::new(), unplaced })
}

/// Leaves out of a backup what is private to others than its owner.
pub(super) fn keep_own(incoming: &mut Incoming, owner: PersonId) {
    incoming.keep_private_of(Some(owner));
}

/// The text of a file, or what it is instead.
pub(super) fn text_of(bytes: &[u8], limit: usize) -> Result<&str, ReadError> {
    if bytes.len() > limit {
        return Err(ReadError::TooLarge { bytes: bytes.len() });
    }
    let looks_utf16 = |bytes: &[u8]| bytes.len() >= 2 && (bytes[0] == 0) != (bytes[1] == 0);
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || looks_utf16(bytes) {
        return Err(ReadError::Utf16);
    }
    if bytes.starts_with(b"PK") {
        return Err(ReadError::Zip);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        None => ReadError::Cut,
        Some(_) => ReadError::Damaged { place: place_of(bytes, error.valid_up_to()) },
    })?;
    match text.trim_ascii_start().as_bytes().first() {
        None => Err(ReadError::Empty),
        Some(b'<') => Err(ReadError::WebPage),
        Some(b'{') => Ok(text),
        Some(_) => Err(ReadError::NotOurs),
    }
}

/// The line and column of the byte at `offset`.
fn place_of(bytes: &[u8], offset: usize) -> Place {
    let before = &bytes[..offset];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    Place::Line { line: before.split(|byte| *byte == b'\n').count(), column: 1 + offset - line_start }
}

/// Reads a document from all of a file but its readable part.
pub(in crate::document) fn from_value(value: Value) -> Result<Document, ReadError> {
    match value {
        Value::Map(mut members) => {
            members.remove("data");
            from_members(members)
        }
        _ => Err(ReadError::NotOurs),
    }
}

fn from_members(mut members: versions::Members) -> Result<Document, ReadError> {
    if members.remove("format").as_ref().and_then(Value::text) != Some(FORMAT) {
        return Err(ReadError::NotOurs);
    }
    // Asked first: of a file beyond reach nothing else can be expected to be as this version writes it.
    let min_reader = number(&members, "min_reader")?;
    if min_reader > READER {
        return Err(ReadError::Newer { min_reader });
    }
    let version = number(&members, "version")?;
    let mut members = versions::lift(version, members)?;
    let version = version.max(Document::VERSION);
    let generation = if members.contains_key("generation") { number(&members, "generation")? } else { 0 };
    let names = names(&members).ok_or_else(|| ReadError::damaged("pair_id"))?;
    let Some(Value::Map(written)) = members.remove("edits") else {
        return Err(ReadError::damaged("edits"));
    };
    let mut fields = BTreeMap::new();
    for (name, field) in &written {
        let path = Path::parse(name).ok_or_else(|| ReadError::damaged(&format!("edits/{name}")))?;
        let field = Field::from_value(&path, field.clone())
            .map_err(|member| ReadError::damaged(format!("edits/{name}/{member}").trim_end_matches('/')))?;
        fields.insert(path, field);
    }
    // Last, so that damage with a nearer place is named by it.
    members.insert("edits".into(), Value::Map(written));
    members.insert("format".into(), FORMAT.into());
    let written_check = members.remove("check");
    if written_check.as_ref().and_then(Value::text) != Some(write::check(&members).as_str()) {
        return Err(ReadError::damaged("check"));
    }
    for known in ["aliases", "edits", "format", "generation", "min_reader", "pair_id", "version"] {
        members.remove(known);
    }
    Ok(Document { names, generation, fields, extra: members, version, min_reader })
}

fn number(members: &BTreeMap<String, Value>, name: &str) -> Result<u32, ReadError> {
    match members.get(name) {
        Some(Value::Int(number)) => u32::try_from(*number).ok(),
        _ => None,
    }
    .ok_or_else(|| ReadError::damaged(name))
}

fn names(members: &BTreeMap<String, Value>) -> Option<BTreeSet<PairId>> {
    let read = |value: &Value| PairId::parse(value.text()?);
    let mut names = BTreeSet::new();
    names.insert(read(members.get("pair_id")?)?);
    match members.get("aliases")? {
        Value::List(aliases) => {
            for alias in aliases {
                names.insert(read(alias)?);
            }
            Some(names)
        }
        _ => None,
    }
}

/// The fields of the readable part that say something else than the edits. A field that is missing there says nothing.
fn edited_by_hand(document: &Document, fields: Vec<(Path, Value)>) -> Result<Vec<HandEdit>, ReadError> {
    let mut edited = Vec::new();
    for (path, after) in fields {
        let before = document.value(&path).cloned();
        if before.as_ref().unwrap_or(&Value::Null) == &after {
            continue;
        }
        if !readable(&path, &after) {
            let number = number_of(document, &path);
            return Err(ReadError::Unreadable { path, number });
        }
        edited.push(HandEdit { path, before, after });
    }
    Ok(edited)
}

/// Which of its kind a record is, from 1, in the order people see them.
fn number_of(document: &Document, path: &Path) -> Option<usize> {
    let pairing = project(document);
    let is = |id: &str| id == path.id();
    let at = match path.kind() {
        kind::GOAL => pairing.goals.iter().position(|goal| is(goal.id.as_str())),
        kind::QUESTION => pairing.questions.iter().position(|question| is(question.id.as_str())),
        kind::SESSION => pairing.sessions.iter().position(|session| is(session.id.as_str())),
        _ => None,
    };
    at.map(|at| at + 1)
}
