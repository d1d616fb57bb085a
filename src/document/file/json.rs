//! JSON as strictly as two copies must agree on it: no name twice, whole numbers only, bounded depth, and where it went wrong.

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use super::MAX_DEPTH;
use super::error::{Place, ReadError};
use crate::domain::Value;

/// The name under which serde_json smuggles numbers of any size.
const PRIVATE_NUMBER: &str = "$serde_json::private::Number";

/// Reads JSON text.
pub(super) fn parse(text: &str) -> Result<Value, ReadError> {
    let trail = Trail::default();
    let mut input = serde_json::Deserializer::from_str(text);
    let read = Node { trail: &trail, depth: 0 }.deserialize(&mut input).and_then(|value| input.end().map(|()| value));
    read.map_err(|error| match (trail.wrong.into_inner(), error.classify()) {
        (Some(wrong), _) => wrong,
        (None, Category::Eof) => ReadError::Cut,
        (None, _) => ReadError::Damaged { place: Place::Line { line: error.line(), column: error.column() } },
    })
}

/// The names that lead to where the parser is, and what it found wrong there.
#[derive(Default)]
struct Trail {
    names: RefCell<Vec<String>>,
    wrong: RefCell<Option<ReadError>>,
}

impl Trail {
    fn refuse<E: serde::de::Error>(&self, wrong: impl FnOnce(Place) -> ReadError) -> E {
        let place = Place::Member(self.names.borrow().join("/"));
        *self.wrong.borrow_mut() = Some(wrong(place));
        E::custom("refused")
    }

    fn not_whole<E: serde::de::Error>(&self) -> E {
        self.refuse(|place| ReadError::NotWhole { place })
    }
}

#[derive(Clone, Copy)]
struct Node<'a> {
    trail: &'a Trail,
    depth: usize,
}

impl Node<'_> {
    fn inside<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(self.trail.refuse(|place| ReadError::TooDeep { place }));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Value, D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON with whole numbers")
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
            Err(self.trail.not_whole())
        }
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        i64::try_from(number).map_err(|_| self.trail.not_whole()).and_then(|number| self.visit_i64(number))
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Value, E> {
        Err(self.trail.not_whole())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inside)? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut map = BTreeMap::new();
        while let Some(name) = items.next_key::<String>()? {
            if name == PRIVATE_NUMBER {
                return Err(A::Error::custom("a name that cannot be used"));
            }
            self.trail.names.borrow_mut().push(name.clone());
            if map.contains_key(&name) {
                return Err(self.trail.refuse(|place| ReadError::DuplicateName { place }));
            }
            map.insert(name, items.next_value_seed(inside)?);
            self.trail.names.borrow_mut().pop();
        }
        Ok(Value::Map(map))
    }
}
