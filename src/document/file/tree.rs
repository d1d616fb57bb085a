//! The readable part of a file: every shared field that holds something, unfolded from its path, as it is shown.

use std::collections::BTreeMap;

use crate::document::map::Document;
use crate::domain::{Path, Value};

/// The tree of what `document` shows: kind, identifier, field, value.
pub(super) fn unfold(document: &Document) -> Value {
    let mut kinds: BTreeMap<String, Value> = BTreeMap::new();
    for (path, field) in document.fields() {
        let value = &field.shown().value;
        if path.is_private() || value.is_null() {
            continue;
        }
        let record = branch(branch(&mut kinds, path.kind()), path.id());
        record.insert(path.field().to_owned(), value.clone());
    }
    Value::Map(kinds)
}

fn branch<'a>(tree: &'a mut BTreeMap<String, Value>, name: &str) -> &'a mut BTreeMap<String, Value> {
    let node = tree.entry(name.to_owned()).or_insert_with(|| Value::Map(BTreeMap::new()));
    if !matches!(node, Value::Map(_)) {
        *node = Value::Map(BTreeMap::new());
    }
    match node {
        Value::Map(inside) => inside,
        _ => unreachable!("made a map above"),
    }
}

/// Every field that the tree names, with what stands there; and, apart, what has no place in a record.
pub(super) fn fold(tree: Value) -> (Vec<(Path, Value)>, Vec<String>) {
    let (mut fields, mut unplaced) = (Vec::new(), Vec::new());
    for (kind, records) in members(tree, "", &mut unplaced) {
        for (id, record) in members(records, &kind, &mut unplaced) {
            let key = format!("{kind}/{id}");
            for (field, value) in members(record, &key, &mut unplaced) {
                let text = format!("{key}/{field}");
                match Path::parse(&text).filter(|path| !path.is_private()) {
                    Some(path) => fields.push((path, value)),
                    None => unplaced.push(text),
                }
            }
        }
    }
    (fields, unplaced)
}

fn members(node: Value, at: &str, unplaced: &mut Vec<String>) -> BTreeMap<String, Value> {
    if let Value::Map(inside) = node {
        return inside;
    }
    unplaced.push(at.to_owned());
    BTreeMap::new()
}
