//! Eight digits that two people on a call read to each other to know whether their copies agree.

use sha2::{Digest, Sha256};
use std::fmt;

use super::edit::compact;
use super::map::Document;
use crate::domain::Value;
use crate::domain::sorting::Gather as _;

/// Stands for everything shared in a copy: equal on two devices exactly when they hold the same edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(u32);

impl Fingerprint {
    /// The fingerprint of what `document` shares; what is private to one person does not count.
    pub(super) fn of(document: &Document) -> Self {
        let shared = document
            .fields()
            .filter(|(path, _)| !path.is_private())
            .map(|(path, field)| {
                let heads = field.heads().keys().map(|id| Value::Text(id.to_string())).collect();
                (path.to_string(), Value::List(heads))
            })
            .gather();
        let hash = Sha256::digest(compact(&Value::List(vec!["binome-print-1".into(), Value::Map(shared)])));
        let number = hash.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        Self(u32::try_from(number % 100_000_000).unwrap_or_default())
    }
}

impl fmt::Display for Fingerprint {
    /// `1234 5678`, with a no-break space.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}\u{a0}{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}
