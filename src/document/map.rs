//! The whole record of one pair as a map of fields, and how it changes and joins.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::draft::Draft;
use super::edit::{Edit, EditId};
use super::field::{Field, joined_extra};
use super::fingerprint::Fingerprint;
use crate::domain::report::over_in;
use crate::domain::schema::{kind, name};
use crate::domain::session::step_in;
use crate::domain::sorting::Gather as _;
use crate::domain::{Author, Change, Instant, PairId, Path, RecordKey, Value};

/// The record of one pair: every field with its edits.
///
/// As serde writes it, it is what this browser keeps: private fields and the generation included. What people hand each other
/// is [`file::write`](super::file::write).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Every identifier that this pair goes by; the smallest is the one used. Never empty.
    pub(super) names: BTreeSet<PairId>,
    pub(super) generation: u32,
    pub(super) fields: BTreeMap<Path, Field>,
    pub(super) extra: BTreeMap<String, Value>,
    /// The newest version that wrote into it.
    pub(super) version: u32,
    /// The oldest version that can read it.
    pub(super) min_reader: u32,
}

/// A field on which people wrote different things without seeing each other. Both are kept until somebody chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The field.
    pub path: Path,
    /// What stands there, first the one that is shown meanwhile.
    pub heads: Vec<(EditId, Edit)>,
}

impl Document {
    /// The version of the format that this code writes.
    pub const VERSION: u32 = 1;

    /// The record of a pair of which nothing is known yet.
    pub fn new(pair: PairId) -> Self {
        Self {
            names: std::iter::once(pair).gather(),
            generation: 0,
            fields: BTreeMap::new(),
            extra: BTreeMap::new(),
            version: Self::VERSION,
            min_reader: 1,
        }
    }

    /// The pair's identifier: the smallest of all it goes by.
    ///
    /// # Panics
    /// Never: a document has at least one name from its first moment on.
    pub fn pair(&self) -> &PairId {
        self.names.first().expect("a document has a name")
    }

    /// The other identifiers that the pair goes by, when both people started it before exchanging.
    pub fn aliases(&self) -> impl Iterator<Item = &PairId> {
        self.names.iter().skip(1)
    }

    /// Every identifier that the pair goes by.
    pub fn names(&self) -> Vec<PairId> {
        self.names.iter().cloned().collect()
    }

    /// Moves the record to a generation at least that high: it comes back into a browser that erased the lower ones.
    pub fn raise_generation(&mut self, least: u32) {
        self.generation = self.generation.max(least);
    }

    /// Whether the pair goes by that identifier.
    pub fn known_as(&self, pair: &PairId) -> bool {
        self.names.contains(pair)
    }

    /// Whether the two go by some identifier in common.
    pub fn is_same_pair(&self, other: &Self) -> bool {
        !self.names.is_disjoint(&other.names)
    }

    /// Grows when an import is undone; what is stored under a lower one no longer counts.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// The field at `path`, when anything was ever written there.
    pub fn field(&self, path: &Path) -> Option<&Field> {
        self.fields.get(path)
    }

    /// What is shown at `path`; nothing when it is empty or was never written.
    pub fn value(&self, path: &Path) -> Option<&Value> {
        self.field(path).map(|field| &field.shown().value).filter(|value| !value.is_null())
    }

    /// Every field, by path.
    pub fn fields(&self) -> impl Iterator<Item = (&Path, &Field)> {
        self.fields.iter()
    }

    /// The names of the current edits at `path`: what a [`Draft`] begun now replaces.
    pub fn head_ids(&self, path: &Path) -> BTreeSet<EditId> {
        self.field(path).map(Field::head_ids).unwrap_or_default()
    }

    /// Every record that anything was ever written in, removed ones included.
    pub fn records(&self) -> Vec<RecordKey> {
        let mut records: Vec<RecordKey> = self.fields.keys().map(Path::record).collect();
        records.dedup();
        records
    }

    /// The fields of one record.
    pub fn record(&self, key: &RecordKey) -> impl Iterator<Item = (&Path, &Field)> {
        let prefix = format!("{}/", key.as_str());
        self.fields
            .range::<str, _>((Bound::Included(prefix.as_str()), Bound::Unbounded))
            .take_while(move |(path, _)| path.as_str().starts_with(&prefix))
    }

    /// Whether some current edit of the record holds something.
    pub fn is_live(&self, key: &RecordKey) -> bool {
        self.record(key).any(|(_, field)| field.is_live())
    }

    /// The part of the document that one record makes: what is rewritten in local storage when it changes. Joining the parts of
    /// every record gives the document back.
    #[must_use]
    pub fn part_of(&self, key: &RecordKey) -> Self {
        let fields = self.record(key).map(|(path, field)| (path.clone(), field.clone())).gather();
        Self { names: self.names.clone(), extra: self.extra.clone(), fields, ..*self }
    }

    /// Makes the edits that `changes` ask for, over what stands there now, and returns them for the log.
    ///
    /// A change that says what is already there makes no edit, nor does emptying what is empty.
    pub fn apply(&mut self, changes: &[Change], author: &Author, at: Instant) -> Vec<(Path, Edit)> {
        let mut made = Vec::new();
        for change in changes {
            match change {
                Change::Put(path, value) => made.extend(self.put(path, value, author, at)),
                Change::Remove(record) => {
                    let live: Vec<Path> = self
                        .record(record)
                        .filter(|(_, field)| !field.says(&Value::Null))
                        .map(|(path, _)| path.clone())
                        .collect();
                    made.extend(live.into_iter().map(|path| self.replace(path, Value::Null, author, at)));
                }
            }
        }
        made
    }

    fn put(&mut self, path: &Path, value: &Value, author: &Author, at: Instant) -> Option<(Path, Edit)> {
        let no_news = match self.field(path) {
            None => is_blank(value),
            // Empty text over a removed field must not bring its record back.
            Some(field) => field.says(value) || (is_blank(value) && field.says(&Value::Null)),
        };
        (!no_news).then(|| self.replace(path.clone(), value.clone(), author, at))
    }

    /// One edit over everything that stands at `path`.
    pub(super) fn replace(&mut self, path: Path, value: Value, author: &Author, at: Instant) -> (Path, Edit) {
        let over = self.head_ids(&path);
        let edit = Edit { by: author.clone(), at, value, over, extra: BTreeMap::new() };
        self.insert(path.clone(), edit.clone());
        (path, edit)
    }

    /// Makes a draft one edit over what its author saw; `None` when it says nothing new. What came in meanwhile stays beside it.
    pub fn seal(&mut self, draft: &Draft) -> Option<(Path, Edit)> {
        let value = Value::Text(draft.text.clone());
        let no_news = match self.field(&draft.path) {
            None => is_blank(&value),
            Some(field) => {
                let seen: Vec<&Edit> =
                    field.heads().iter().filter(|(id, _)| draft.seen.contains(id)).map(|(_, edit)| edit).collect();
                let as_seen = |edit: &&Edit| edit.value == value || (is_blank(&value) && edit.value.is_null());
                // As the author found it, and nobody replaced it meanwhile; or just what stands there now anyway.
                (!seen.is_empty() && seen.len() == draft.seen.len() && seen.iter().all(as_seen))
                    || field.heads().values().all(|edit| as_seen(&edit))
            }
        };
        if no_news {
            return None;
        }
        let edit =
            Edit { by: draft.author.clone(), at: draft.at, value, over: draft.seen.clone(), extra: BTreeMap::new() };
        let id = edit.id(&draft.path);
        // Sealed before, here or by another tab that took over the draft.
        if self.field(&draft.path).is_some_and(|field| field.heads().contains_key(&id) || field.past().contains(&id)) {
            return None;
        }
        self.insert(draft.path.clone(), edit.clone());
        Some((draft.path.clone(), edit))
    }

    /// Takes in one edit, as when a log is replayed: the same edits give the same document, whatever the order.
    pub fn insert(&mut self, path: Path, edit: Edit) {
        let field = Field::begin(&path, edit);
        self.join_field(&path, &field);
    }

    /// Takes in another copy kept by this browser: commutative, associative, idempotent. A copy of a lower generation changes
    /// nothing, and one of a higher generation replaces this one: an import undone in one tab stays undone.
    ///
    /// A tab that finds itself behind then puts back, with [`Document::insert`], the edits that it made itself since it was
    /// opened (not those of an import's choices): the tab that undid the import may not have heard of the latest.
    pub fn join(&mut self, other: &Self) {
        match other.generation.cmp(&self.generation) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal => self.join_fields(other),
            std::cmp::Ordering::Greater => *self = other.clone(),
        }
    }

    /// Takes in everything that `other` holds, whatever its generation.
    pub(super) fn join_fields(&mut self, other: &Self) {
        self.names.extend(other.names.iter().cloned());
        self.extra = joined_extra(&self.extra, &other.extra);
        self.version = self.version.max(other.version);
        self.min_reader = self.min_reader.max(other.min_reader);
        for (path, field) in &other.fields {
            self.join_field(path, field);
        }
    }

    /// Takes in another copy of one field.
    pub(super) fn join_field(&mut self, path: &Path, field: &Field) {
        if let Some(mine) = self.fields.get_mut(path) {
            mine.join(field);
        } else {
            self.fields.insert(path.clone(), field.clone());
        }
    }

    /// The fields on which somebody has to choose.
    pub fn conflicts(&self) -> Vec<Conflict> {
        self.fields
            .iter()
            .filter(|(path, field)| field.is_conflict() && !settles_itself(path))
            .map(|(path, field)| Conflict {
                path: path.clone(),
                heads: field.versions().into_iter().map(|(id, edit)| (*id, edit.clone())).collect(),
            })
            .collect()
    }

    /// Eight digits that stand for everything shared in it.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self)
    }
}

/// Whether a value says nothing to people.
pub(super) fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => text.is_empty(),
        _ => false,
    }
}

/// Fields on which nobody is asked to choose, because the page wrote them, not people: the first version by moment stands.
pub(super) fn settles_itself(path: &Path) -> bool {
    matches!(path.field(), name::ORDER | name::CREATED | name::ASKED_BY | name::CALL_STARTED | name::BEGAN)
        || step_in(path.field()).is_some()
        || (path.kind() == kind::REPORT && over_in(path.field()).is_some())
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        super::file::to_value(self, super::file::Scope::Everything).serialize(out)
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        super::file::from_value(Value::deserialize(input)?).map_err(D::Error::custom)
    }
}
