//! One field of one record, by its path, and the values it can hold.

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;

use super::id::is_segment;
use super::person::PersonId;

/// Names one field of one record: `kind/id/field`, ASCII, at most 128 bytes; `private/<person>/…` has one segment pair more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Path(String);

impl Path {
    /// Reads a path; `None` unless it has three segments (five under `private/`) of `a-z`, `0-9`, `-` within 128 bytes.
    pub fn parse(text: &str) -> Option<Self> {
        let segments = text.split('/').count();
        let wanted = if text.starts_with("private/") { 5 } else { 3 };
        (text.len() <= 128 && segments == wanted && text.split('/').all(is_segment)).then(|| Self(text.to_owned()))
    }

    /// The path of `field` of a record.
    ///
    /// # Panics
    /// Never for identifiers that were parsed and field names written in this crate; both are segments.
    pub(crate) fn of(kind: &str, id: &str, field: &str) -> Self {
        debug_assert!(is_segment(kind) && is_segment(id) && is_segment(field), "{kind}/{id}/{field}");
        Self(format!("{kind}/{id}/{field}"))
    }

    /// The path of `field` of a record of that person's own.
    pub(crate) fn private(person: PersonId, kind: &str, id: &str, field: &str) -> Self {
        debug_assert!(is_segment(kind) && is_segment(id) && is_segment(field), "{kind}/{id}/{field}");
        Self(format!("private/{person}/{kind}/{id}/{field}"))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The record this field belongs to.
    pub fn record(&self) -> RecordKey {
        RecordKey(self.0.rsplit_once('/').map_or_else(String::new, |(record, _)| record.to_owned()))
    }

    /// The kind of record: `goal`, `question` …
    pub fn kind(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// The record's identifier, without its kind.
    pub fn id(&self) -> &str {
        let record = self.0.rsplit_once('/').map_or("", |(record, _)| record);
        record.split_once('/').map_or("", |(_, id)| id)
    }

    /// The field's name.
    pub fn field(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// Whether it is somebody's own, which never travels in a share.
    pub fn is_private(&self) -> bool {
        self.0.starts_with("private/")
    }
}

/// Paths sort as their text does, so that a record's fields are one range of a map.
impl Borrow<str> for Path {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Path {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a path is kind/id/field")
    }
}

impl From<Path> for String {
    fn from(path: Path) -> Self {
        path.0
    }
}

/// One record: `kind/id`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey(String);

impl RecordKey {
    /// The record of that kind and identifier.
    pub fn new(kind: &str, id: &str) -> Self {
        Self(format!("{kind}/{id}"))
    }

    /// `kind/id`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kind.
    pub fn kind(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// The identifier.
    pub fn id(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, id)| id)
    }
}

/// What a field can hold: text, booleans, integers within ±2⁵³, nothing, and lists or maps of them. Keys sort in byte order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing: the field was emptied or its record removed.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number within ±2⁵³.
    Int(i64),
    /// Text.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Values by name.
    Map(BTreeMap<String, Value>),
}

impl Value {
    /// The largest magnitude of a whole number: what JavaScript and JSON tools keep exact.
    pub const MAX_INT: i64 = 1 << 53;

    /// The value that `typed` serialises to.
    ///
    /// # Errors
    /// When it holds something a field cannot: a fraction, a number beyond ±2⁵³, a key that is not text.
    pub fn of<T: Serialize>(typed: &T) -> Result<Self, serde_json::Error> {
        serde_json::from_value(serde_json::to_value(typed)?)
    }

    /// The value read as `T`; `None` when it does not have that form.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_value(serde_json::to_value(self).ok()?).ok()
    }

    /// The text, when it is text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is nothing.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => out.serialize_unit(),
            Self::Bool(yes) => out.serialize_bool(*yes),
            Self::Int(number) => out.serialize_i64(*number),
            Self::Text(text) => out.serialize_str(text),
            Self::List(items) => items.serialize(out),
            Self::Map(items) => items.serialize(out),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

/// The key under which serde_json smuggles numbers of any size; a file that uses it as a member's name is refused.
const PRIVATE_NUMBER: &str = "$serde_json::private::Number";

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a boolean, a whole number within 2^53, null, or a list or object of them")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Value, E> {
        if (-Value::MAX_INT..=Value::MAX_INT).contains(&number) {
            Ok(Value::Int(number))
        } else {
            Err(E::custom("a number beyond 2^53"))
        }
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        self.visit_i64(i64::try_from(number).map_err(|_| E::custom("a number beyond 2^53"))?)
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Value, E> {
        Err(E::custom("a number that is not whole"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some((key, value)) = items.next_entry::<String, Value>()? {
            if key == PRIVATE_NUMBER {
                return Err(A::Error::custom("a name that cannot be used"));
            }
            if map.insert(key, value).is_some() {
                return Err(A::Error::custom("the same name twice"));
            }
        }
        Ok(Value::Map(map))
    }
}

/// One thing a command does to the record: put a value at a path. Becomes one edit over the heads its author saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Put this value there.
    Put(Path, Value),
    /// Null every field of the record, known or not: removed words do not stay in what is shared.
    Remove(RecordKey),
}
