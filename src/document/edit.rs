//! One edit: what somebody put in a field, over what they saw there.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::domain::{Author, Instant, Path, Value};

/// Names one edit: the first 96 bits of the SHA-256 of what it says. In files: 24 hexadecimal digits.
///
/// The same edit has the same name on every device, whatever the pair is called there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EditId([u8; 12]);

impl EditId {
    /// Reads 24 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 24 {
            return None;
        }
        let mut bytes = [0; 12];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(bytes))
    }

    /// The name of what `content` says.
    pub(super) fn of(content: &Value) -> Self {
        let hash = Sha256::digest(compact(content));
        let mut bytes = [0; 12];
        bytes.copy_from_slice(&hash[..12]);
        Self(bytes)
    }
}

/// Reads one hexadecimal digit; capitals are not ours, and one name must have one spelling.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

/// JSON without spaces, keys in byte order: the form that is hashed.
pub(super) fn compact(value: &Value) -> String {
    // A value holds only what JSON can say, so the fallback is never taken.
    serde_json::to_string(value).unwrap_or_default()
}

impl fmt::Display for EditId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for EditId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<String> for EditId {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("an edit's name is 24 hexadecimal digits")
    }
}

impl From<EditId> for String {
    fn from(id: EditId) -> Self {
        id.to_string()
    }
}

/// What somebody put in a field: a value over the heads they saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Who, on which device.
    pub by: Author,
    /// When, by that device's clock. Shown to people; never decides what replaces what.
    pub at: Instant,
    /// What the field holds now.
    pub value: Value,
    /// The edits that its author saw there and replaced.
    pub over: BTreeSet<EditId>,
    /// Members that a newer version wrote; hashed and carried.
    pub extra: BTreeMap<String, Value>,
}

impl Edit {
    /// Its name when made at `path`.
    pub fn id(&self, path: &Path) -> EditId {
        EditId::of(&Value::List(vec!["binome-edit-1".into(), path.as_str().into(), self.to_value()]))
    }

    /// The edit as it stands in files.
    pub(super) fn to_value(&self) -> Value {
        let mut members = self.extra.clone();
        members.insert("at".into(), Value::Text(self.at.to_string()));
        members.insert("by".into(), Value::Text(self.by.to_string()));
        members.insert("over".into(), ids_to_value(&self.over));
        members.insert("value".into(), self.value.clone());
        Value::Map(members)
    }

    /// Reads an edit as it stands in files; the name of the member that is missing or of another form when it cannot.
    pub(super) fn from_value(value: Value) -> Result<Self, &'static str> {
        let Value::Map(mut members) = value else {
            return Err("edit");
        };
        let text = |value: Option<Value>| match value {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        };
        let at = text(members.remove("at")).and_then(|text| {
            let at = Instant::parse(&text)?;
            // Any other spelling of the moment would have another hash once written back.
            (at.to_string() == text).then_some(at)
        });
        let by = text(members.remove("by")).and_then(|text| Author::parse(&text));
        let over = members.remove("over").and_then(ids_from_value);
        let value = members.remove("value");
        Ok(Self {
            by: by.ok_or("by")?,
            at: at.ok_or("at")?,
            value: value.ok_or("value")?,
            over: over.ok_or("over")?,
            extra: members,
        })
    }
}

/// Names of edits as a sorted list.
pub(super) fn ids_to_value(ids: &BTreeSet<EditId>) -> Value {
    Value::List(ids.iter().map(|id| Value::Text(id.to_string())).collect())
}

/// Reads a list of names of edits, in any order.
pub(super) fn ids_from_value(value: Value) -> Option<BTreeSet<EditId>> {
    match value {
        Value::List(items) => {
            let mut ids = BTreeSet::new();
            for item in items {
                ids.insert(EditId::parse(item.text()?)?);
            }
            Some(ids)
        }
        _ => None,
    }
}

impl Serialize for Edit {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.to_value().serialize(out)
    }
}

impl<'de> Deserialize<'de> for Edit {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        Self::from_value(Value::deserialize(input)?).map_err(|member| D::Error::custom(format!("unreadable: {member}")))
    }
}
