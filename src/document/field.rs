//! One field of one record, with its current edits and the names of all those they replaced.

use std::collections::{BTreeMap, BTreeSet};

use super::edit::{Edit, EditId, ids_from_value, ids_to_value};
use crate::domain::sorting::{self, Gather as _};
use crate::domain::{Path, Value};

/// The current edits of one field (its heads) and the names of those that were replaced (its past).
///
/// Invariants, guarded here: there is at least one head; no head is in the past; whatever a head replaced is in the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    heads: BTreeMap<EditId, Edit>,
    past: BTreeSet<EditId>,
    extra: BTreeMap<String, Value>,
}

impl Field {
    /// The field that `edit` at `path` begins.
    pub(super) fn begin(path: &Path, edit: Edit) -> Self {
        let past = edit.over.clone();
        Self { heads: std::iter::once((edit.id(path), edit)).gather(), past, extra: BTreeMap::new() }
    }

    /// The current edits by name; more than one when people wrote without seeing each other.
    pub fn heads(&self) -> &BTreeMap<EditId, Edit> {
        &self.heads
    }

    /// The names of the current edits: what someone who writes now replaces.
    pub fn head_ids(&self) -> BTreeSet<EditId> {
        self.heads.keys().copied().gather()
    }

    /// The names of the edits that were replaced.
    pub fn past(&self) -> &BTreeSet<EditId> {
        &self.past
    }

    /// The current edits in the order people see them: by moment, then by name; those that emptied the field come last, so that
    /// words against a removal stay in sight.
    pub fn versions(&self) -> Vec<(&EditId, &Edit)> {
        let mut versions: Vec<_> = self.heads.iter().collect();
        sorting::sort_by_key(&mut versions, |(id, edit)| (edit.value.is_null(), edit.at, **id));
        versions
    }

    /// The edit that is shown: the first of [`Field::versions`], the same on every device.
    ///
    /// # Panics
    /// Never: a field has at least one head, by the invariant above.
    pub fn shown(&self) -> &Edit {
        self.heads
            .iter()
            .min_by_key(|(id, edit)| (edit.value.is_null(), edit.at, **id))
            .map(|(_, edit)| edit)
            .expect("a field has at least one head")
    }

    /// Whether its current edits say different things.
    pub fn is_conflict(&self) -> bool {
        let mut values = self.heads.values().map(|edit| &edit.value);
        values.next().is_some_and(|first| values.any(|other| other != first))
    }

    /// Whether some current edit holds something.
    pub fn is_live(&self) -> bool {
        self.heads.values().any(|edit| !edit.value.is_null())
    }

    /// Whether every current edit says just that.
    pub(super) fn says(&self, value: &Value) -> bool {
        self.heads.values().all(|edit| edit.value == *value)
    }

    /// Takes in another copy of the same field.
    pub(super) fn join(&mut self, other: &Self) {
        let kept = |heads: &BTreeMap<EditId, Edit>, past: &BTreeSet<EditId>| heads.keys().any(|id| !past.contains(id));
        self.extra = joined_extra(&self.extra, &other.extra);
        // Each side replacing all of the other's cannot happen: an edit's name hangs on what it replaced. Only a forged file
        // claims it; its claims on the past are then not believed, so that no words go without an edit that replaced them.
        if kept(&self.heads, &other.past) || kept(&other.heads, &self.past) {
            self.past.extend(&other.past);
        }
        for (id, edit) in &other.heads {
            self.heads.entry(*id).or_insert_with(|| edit.clone());
        }
        let past = &self.past;
        self.heads.retain(|id, _| !past.contains(id));
    }

    /// What was written since the field was as `then`: the current edits made since, and all that they and the edits between
    /// replaced. `None` when nothing was.
    pub(super) fn since(&self, then: Option<&Self>) -> Option<Self> {
        let was_there = |id: &EditId| then.is_some_and(|then| then.heads.contains_key(id) || then.past.contains(id));
        let heads: BTreeMap<EditId, Edit> =
            self.heads.iter().filter(|(id, _)| !was_there(id)).map(|(id, edit)| (*id, edit.clone())).gather();
        if heads.is_empty() {
            return None;
        }
        let replaced = self.past.iter().filter(|id| then.is_none_or(|then| !then.past.contains(id)));
        let past = replaced.chain(heads.values().flat_map(|edit| &edit.over)).copied().gather();
        Some(Self { heads, past, extra: self.extra.clone() })
    }

    /// The field as it stands in files.
    pub(super) fn to_value(&self) -> Value {
        let heads = self.heads.iter().map(|(id, edit)| (id.to_string(), edit.to_value())).gather();
        let mut members = self.extra.clone();
        members.insert("heads".into(), Value::Map(heads));
        members.insert("past".into(), ids_to_value(&self.past));
        Value::Map(members)
    }

    /// Reads a field as it stands in files, recomputing every name; what is wrong when it cannot.
    pub(super) fn from_value(path: &Path, value: Value) -> Result<Self, String> {
        let Value::Map(mut members) = value else {
            return Err(String::new());
        };
        let Some(Value::Map(written)) = members.remove("heads") else {
            return Err("heads".into());
        };
        let past = members.remove("past").and_then(ids_from_value).ok_or("past")?;
        let mut heads = BTreeMap::new();
        for (name, edit) in written {
            let at = |member: &str| format!("heads/{name}/{member}");
            let edit = Edit::from_value(edit).map_err(at)?;
            let id = EditId::parse(&name).filter(|id| *id == edit.id(path)).ok_or_else(|| format!("heads/{name}"))?;
            if !edit.over.is_subset(&past) || past.contains(&id) {
                return Err("past".into());
            }
            heads.insert(id, edit);
        }
        if heads.is_empty() {
            return Err("heads".into());
        }
        Ok(Self { heads, past, extra: members })
    }
}

/// Unknown members of both; where they disagree the greater value stays, on every device the same.
pub(super) fn joined_extra(one: &BTreeMap<String, Value>, two: &BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    let mut joined = one.clone();
    for (name, value) in two {
        let kept = joined.entry(name.clone()).or_insert_with(|| value.clone());
        if *value > *kept {
            *kept = value.clone();
        }
    }
    joined
}
