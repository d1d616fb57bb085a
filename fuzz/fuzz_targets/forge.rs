//! What several targets write as somebody bent on harm, or a newer version, could: with names of edits and check values that fit whatever
//! they say.

#![allow(dead_code, reason = "three programs, each of which uses its part")]

use binome::document::Edit;
use binome::domain::{Path, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The members as a file with a check value that fits, and edits under their own names.
pub fn fitting(mut members: BTreeMap<String, Value>) -> String {
    members.insert("format".into(), "binome".into());
    for (name, known) in [("version", Value::Int(1)), ("min_reader", Value::Int(1)), ("pair_id", "p".into())] {
        members.entry(name.into()).or_insert(known);
    }
    members.entry("aliases".into()).or_insert(Value::List(vec![]));
    if let Some(Value::Map(edits)) = members.get_mut("edits") {
        edits.iter_mut().for_each(|(path, field)| name_heads(path, field));
    }
    checked(members)
}

/// The members with a check value that fits, as text.
pub fn checked(mut members: BTreeMap<String, Value>) -> String {
    let data = members.remove("data");
    members.remove("check");
    let content = Value::List(vec!["binome-file-1".into(), Value::Map(members.clone())]);
    let hash = Sha256::digest(serde_json::to_string(&content).expect("JSON"));
    let number = hash.iter().take(12).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    members.insert("check".into(), Value::Text(format!("{number:024x}")));
    members.extend(data.map(|data| ("data".into(), data)));
    serde_json::to_string(&Value::Map(members)).expect("JSON")
}

/// Puts a field’s edits under their own names; those that are none go, and a past that what stands has replaced comes along.
pub fn name_heads(path: &str, field: &mut Value) {
    let (Some(path), Value::Map(field)) = (Path::parse(path), field) else { return };
    let Some(Value::Map(heads)) = field.remove("heads") else { return };
    let mut named = BTreeMap::new();
    let mut past = match field.remove("past") {
        Some(Value::List(past)) => past,
        _ => Vec::new(),
    };
    for head in heads.into_values() {
        let Some(edit) = edit(&head) else { continue };
        past.extend(edit.over.iter().map(|id| Value::Text(id.to_string())));
        named.insert(edit.id(&path).to_string(), head);
    }
    field.insert("heads".into(), Value::Map(named));
    field.insert("past".into(), Value::List(past));
}

/// The edit that a value is.
pub fn edit(value: &Value) -> Option<Edit> {
    serde_json::from_value(serde_json::to_value(value).expect("JSON")).ok()
}
