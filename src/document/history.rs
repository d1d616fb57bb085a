//! What somebody did in this browser, so that it can be undone and done again: by new edits that put earlier values back.
//!
//! What someone else wrote over it meanwhile stays: the earlier value then stands beside theirs, and somebody chooses.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::edit::{Edit, EditId};
use super::field::Field;
use super::map::{Document, settles_itself};
use crate::domain::sorting::{self, Gather as _};
use crate::domain::{Author, Change, Instant, Path, RecordKey, Value};

/// One thing that somebody did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// Its place among the others: keys sort by when they were done.
    pub key: String,
    /// It was undone, and can be done again.
    pub undone: bool,
    /// What it was.
    pub what: What,
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Fields were written.
    Fields(Vec<Step>),
    /// A copy was taken in: undone by putting the record back as it was before.
    Import,
}

/// What became of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    path: Path,
    /// The edits that were replaced.
    was: BTreeSet<EditId>,
    /// The edits that replaced them.
    now: BTreeSet<EditId>,
    /// What the former said.
    before: Vec<Value>,
    /// What the latter say.
    after: Vec<Value>,
}

/// What stands in some fields before somebody does something there.
#[derive(Clone, Debug)]
pub struct Before(BTreeMap<Path, Option<Field>>);

impl Before {
    /// The fields that `changes` touch.
    pub fn of_changes(document: &Document, changes: &[Change]) -> Self {
        let paths = changes.iter().flat_map(|change| match change {
            Change::Put(path, _) => vec![path.clone()],
            Change::Remove(record) => document.record(record).map(|(path, _)| path.clone()).collect(),
        });
        Self::of_paths(document, paths)
    }

    /// These fields.
    pub fn of_paths(document: &Document, paths: impl IntoIterator<Item = Path>) -> Self {
        Self(paths.into_iter().map(|path| (path.clone(), document.field(&path).cloned())).gather())
    }

    /// What `edits`, made since, did in `document`; nothing when they did nothing.
    pub fn what(&self, document: &Document, edits: &[(Path, Edit)]) -> Option<What> {
        let mut made: BTreeMap<&Path, Vec<&Edit>> = BTreeMap::new();
        for (path, edit) in edits {
            made.entry(path).or_default().push(edit);
        }
        let step = |(path, made): (&Path, Vec<&Edit>)| {
            let after = document.field(path)?;
            let none = BTreeMap::new();
            let stood = self.0.get(path)?.as_ref().map_or(&none, Field::heads);
            let mut was: BTreeMap<EditId, &Edit> =
                stood.iter().filter(|(id, _)| after.past().contains(id)).map(|(id, edit)| (*id, edit)).gather();
            if was.is_empty() {
                // Written beside what stood there: that alone stands there once this is undone.
                was = stood.iter().map(|(id, edit)| (*id, edit)).gather();
            }
            let now =
                made.into_iter().map(|edit| (edit.id(path), edit)).filter(|(id, _)| after.heads().contains_key(id));
            let now: BTreeMap<EditId, &Edit> = now.gather();
            Some(Step {
                path: path.clone(),
                before: values(was.values().copied()),
                after: values(now.values().copied()),
                was: was.into_keys().gather(),
                now: now.into_keys().gather(),
            })
        };
        let steps: Vec<Step> = made.into_iter().filter_map(step).filter(|step| !step.now.is_empty()).collect();
        (!steps.is_empty()).then_some(What::Fields(steps))
    }
}

/// The different values of some edits; nothing, said as such, when there are none.
fn values<'a>(edits: impl Iterator<Item = &'a Edit>) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for edit in edits {
        if !values.contains(&edit.value) {
            values.push(edit.value.clone());
        }
    }
    if values.is_empty() {
        values.push(Value::Null);
    }
    values
}

/// What came of undoing something, or of doing it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The new edits, for the log.
    pub edits: Vec<(Path, Edit)>,
    /// What people see of it.
    pub seen: Seen,
    /// Fields where somebody else had written meanwhile: both versions are shown.
    pub beside: usize,
    /// The deeds that are not as they were, by key: their rows are to be written again.
    pub changed: BTreeSet<String>,
}

/// What people see of a deed undone or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A record is there again, or is gone.
    Record {
        /// Which.
        record: RecordKey,
        /// It is there.
        is_live: bool,
    },
    /// One field changed.
    Field(Path),
    /// Several fields of several records, or of one, changed.
    Fields(usize),
    /// An import.
    Import,
}

/// What was done in this browser, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History(Vec<Deed>);

impl History {
    /// How many deeds are remembered.
    pub const KEPT: usize = 200;

    /// Takes in the deeds of another history of the same pair.
    pub fn join(&mut self, other: Self) {
        let mut deeds = std::mem::take(&mut self.0);
        deeds.retain(|deed| other.get(&deed.key).is_none());
        deeds.extend(other.0);
        *self = Self::of(deeds);
    }

    /// Every deed, the first one first.
    pub fn deeds(&self) -> impl Iterator<Item = &Deed> {
        self.0.iter()
    }

    /// The history that these deeds make, in whatever order they come. Of several with one key the first that is given counts.
    pub fn of(mut deeds: Vec<Deed>) -> Self {
        sorting::sort_by(&mut deeds, |one, two| one.key.cmp(&two.key));
        deeds.dedup_by(|later, first| later.key == first.key);
        let surplus = deeds.len().saturating_sub(Self::KEPT);
        deeds.drain(..surplus);
        Self(deeds)
    }

    /// Remembers something done now. What had been undone cannot be done again after it. Gives the keys of what is forgotten.
    pub fn note(&mut self, key: String, what: What) -> Vec<String> {
        let mut forgotten: Vec<Deed> = self.0.extract_if(.., |deed| deed.undone).collect();
        // One import can be undone, the last; what was done before an earlier one cannot be reached any more.
        if what == What::Import
            && let Some(place) = self.0.iter().position(|deed| deed.what == What::Import)
        {
            forgotten.extend(self.0.drain(..=place));
        }
        self.0.push(Deed { key, undone: false, what });
        let surplus = self.0.len().saturating_sub(Self::KEPT);
        forgotten.extend(self.0.drain(..surplus));
        forgotten.into_iter().map(|deed| deed.key).collect()
    }

    /// What would be undone next.
    pub fn undoable(&self) -> Option<&Deed> {
        self.0.iter().rev().find(|deed| !deed.undone)
    }

    /// What would be done again next.
    pub fn redoable(&self) -> Option<&Deed> {
        self.0.iter().find(|deed| deed.undone)
    }

    /// A deed by its key.
    pub fn get(&self, key: &str) -> Option<&Deed> {
        self.0.iter().find(|deed| deed.key == key)
    }

    /// Forgets a deed that cannot be undone any more.
    pub fn forget(&mut self, key: &str) {
        self.0.retain(|deed| deed.key != key);
    }

    /// Says of the import that it was undone, or done again; its key.
    pub fn turn_import(&mut self, undone: bool) -> Option<String> {
        let import = self.0.iter_mut().find(|deed| deed.what == What::Import)?;
        import.undone = undone;
        Some(import.key.clone())
    }

    /// Undoes the last thing done that can be, or does the last thing undone again. Nothing when there is none, or when it is an
    /// import, which takes more than edits.
    pub fn turn(&mut self, undo: bool, document: &mut Document, author: &Author, at: Instant) -> Option<Turned> {
        let key = if undo { self.undoable() } else { self.redoable() }?.key.clone();
        let place = self.0.iter().position(|deed| deed.key == key)?;
        let What::Fields(steps) = self.0[place].what.clone() else { return None };
        let paths: Vec<Path> = steps.iter().map(|step| step.path.clone()).collect();
        let records: BTreeSet<RecordKey> = paths.iter().map(Path::record).gather();
        let lived: Vec<(RecordKey, bool)> =
            records.into_iter().map(|record| (record.clone(), document.is_live(&record))).collect();
        let (mut edits, mut beside, mut changed) = (Vec::new(), 0, BTreeSet::new());
        changed.insert(key);
        let mut inverse = Vec::new();
        for step in steps {
            let made = step.reverse(document, author, at);
            let now: BTreeSet<EditId> = if made.is_empty() {
                // Somebody else put that back already: theirs is not ours to replace.
                step.now.clone()
            } else {
                made.iter().map(|edit| edit.id(&step.path)).gather()
            };
            changed.extend(self.stand_in(&step, &now, document));
            let disputed = document.field(&step.path).is_some_and(Field::is_conflict) && !settles_itself(&step.path);
            beside += usize::from(disputed && step.before.len() == 1);
            edits.extend(made.into_iter().map(|edit| (step.path.clone(), edit)));
            inverse.push(Step { was: step.now, now, before: step.after, after: step.before, path: step.path });
        }
        self.0[place].what = What::Fields(inverse);
        self.0[place].undone = undo;
        let turned = lived.into_iter().find(|(record, lived)| document.is_live(record) != *lived);
        let seen = match (turned, paths.as_slice()) {
            (Some((record, lived)), _) => Seen::Record { record, is_live: !lived },
            (None, [path]) => Seen::Field(path.clone()),
            (None, several) => Seen::Fields(several.len()),
        };
        Some(Turned { edits, seen, beside, changed })
    }

    /// From now on `now` stands for what `step` had replaced, in every other deed too. Gives the keys of those that changed.
    fn stand_in(&mut self, step: &Step, now: &BTreeSet<EditId>, document: &Document) -> Vec<String> {
        let heads = document.head_ids(&step.path);
        let mut changed = Vec::new();
        for deed in &mut self.0 {
            let What::Fields(steps) = &mut deed.what else { continue };
            for other in steps.iter_mut().filter(|other| other.path == step.path) {
                for ids in [&mut other.now, &mut other.was] {
                    if ids.is_disjoint(&step.was) {
                        continue;
                    }
                    ids.extend(now);
                    if !ids.is_disjoint(&heads) {
                        ids.retain(|id| heads.contains(id));
                    }
                    changed.push(deed.key.clone());
                }
            }
        }
        changed
    }
}

impl Step {
    /// Puts back what stood there before, over what this step had put there and nothing else.
    fn reverse(&self, document: &mut Document, author: &Author, at: Instant) -> Vec<Edit> {
        let is_there = |field: &Field| matches!(self.before.as_slice(), [value] if field.says(value));
        if document.field(&self.path).is_some_and(is_there) {
            return Vec::new();
        }
        let edit = |value: &Value| Edit {
            by: author.clone(),
            at,
            value: value.clone(),
            over: self.now.clone(),
            extra: BTreeMap::new(),
        };
        let edits: Vec<Edit> = self.before.iter().map(edit).collect();
        for edit in &edits {
            document.insert(self.path.clone(), edit.clone());
        }
        edits
    }
}
