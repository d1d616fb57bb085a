//! What somebody is typing: durable, but not an edit until they leave the field.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::edit::EditId;
use crate::domain::{Author, Instant, Path};

/// The text of a field as typed so far. Each pause overwrites it; [`Document::seal`](super::Document::seal) makes it one edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The field.
    pub path: Path,
    /// All of its text.
    pub text: String,
    /// The heads that its author saw when they began: what the text replaces. What came in meanwhile is not replaced.
    pub seen: BTreeSet<EditId>,
    /// Who types, on which device.
    pub author: Author,
    /// The last pause.
    pub at: Instant,
}
