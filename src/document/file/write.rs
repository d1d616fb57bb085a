//! Writes a document as a file.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{FORMAT, tree};
use crate::document::edit::compact;
use crate::document::map::Document;
use crate::domain::sorting::Gather as _;
use crate::domain::{PairId, Value};

/// How much of a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Scope {
    /// What the other person may read: nothing private, no generation.
    Shared,
    /// All that this browser keeps.
    Everything,
}

/// The file that people hand each other. The same state gives the same bytes; nothing private is in it.
pub fn write(document: &Document) -> String {
    text(document, Scope::Shared)
}

/// The file of a local backup: as [`write()`], with what is private to the people of this browser, and the generation.
pub fn write_backup(document: &Document) -> String {
    text(document, Scope::Everything)
}

fn text(document: &Document, scope: Scope) -> String {
    let Value::Map(mut members) = to_value(document, scope) else {
        return String::new();
    };
    members.insert("data".into(), tree::unfold(document));
    let edits = members.insert("edits".into(), Value::Null);
    // A value holds only what JSON can say, so the fallback is never taken.
    let mut text = serde_json::to_string_pretty(&Value::Map(members)).unwrap_or_default();
    text.push('\n');
    // Within a text a line end is written \n, so nothing else can look like this.
    text.replacen("\n  \"edits\": null", &format!("\n  \"edits\": {}", lines(edits.as_ref())), 1)
}

/// The edits, a line for each field: what changed between two files shows line by line, at half the size of an indented tree.
fn lines(edits: Option<&Value>) -> String {
    let Some(Value::Map(fields)) = edits else { return String::from("{}") };
    let line = |(path, field): (&String, &Value)| format!("    {}: {}", compact(&path.as_str().into()), compact(field));
    let lines: Vec<String> = fields.iter().map(line).collect();
    if lines.is_empty() { String::from("{}") } else { format!("{{\n{}\n  }}", lines.join(",\n")) }
}

/// All of the file but its readable part.
pub(in crate::document) fn to_value(document: &Document, scope: Scope) -> Value {
    let names = |ids: &mut dyn Iterator<Item = &PairId>| ids.map(|id| Value::from(id.as_str())).collect();
    let edits = document
        .fields()
        .filter(|(path, _)| scope == Scope::Everything || !path.is_private())
        .map(|(path, field)| (path.to_string(), field.to_value()))
        .gather();
    let mut members = document.extra.clone();
    members.insert("aliases".into(), Value::List(names(&mut document.aliases())));
    members.insert("edits".into(), Value::Map(edits));
    members.insert("format".into(), FORMAT.into());
    members.insert("min_reader".into(), Value::Int(document.min_reader.into()));
    members.insert("pair_id".into(), document.pair().as_str().into());
    members.insert("version".into(), Value::Int(document.version.into()));
    if scope == Scope::Everything {
        members.insert("generation".into(), Value::Int(document.generation().into()));
    }
    let check = check(&members);
    members.insert("check".into(), Value::Text(check));
    Value::Map(members)
}

/// The check value of a file: of all its members but `data`, which people may edit, and `check` itself.
pub(super) fn check(members: &BTreeMap<String, Value>) -> String {
    let checked = members.iter().filter(|(name, _)| !matches!(name.as_str(), "data" | "check"));
    let content = Value::Map(checked.map(|(name, value)| (name.clone(), value.clone())).gather());
    let mut text = String::with_capacity(24);
    for byte in Sha256::digest(compact(&Value::List(vec!["binome-file-1".into(), content]))).iter().take(12) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
