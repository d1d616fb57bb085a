//! The log that a browser keeps of a pair's record: rows that are only ever added, until [`fold`] replaces many by few that say
//! the same.

mod fold;

use serde::{Deserialize, Serialize};

use super::{Document, Edit, EditId};
use crate::domain::{PairId, Path};

pub use self::fold::{Folded, fold};

/// A row of the log. Replaying rows in any order gives the same record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// One edit.
    Edit {
        /// The generation of the record it was made in; it does not count in a higher one.
        generation: u32,
        /// The field.
        path: Path,
        /// The edit.
        edit: Edit,
    },
    /// Some or all of the record at once: what an import brought, what an undo put back, what healed.
    Part {
        /// It.
        document: Document,
    },
}

impl Row {
    /// The rows of edits made in `document`.
    pub fn edits(document: &Document, edits: Vec<(Path, Edit)>) -> Vec<Self> {
        let generation = document.generation();
        edits.into_iter().map(|(path, edit)| Self::Edit { generation, path, edit }).collect()
    }

    /// The generation it belongs to.
    pub fn generation(&self) -> u32 {
        match self {
            Self::Edit { generation, .. } => *generation,
            Self::Part { document } => document.generation(),
        }
    }

    /// Its key: an edit's is the edit's own name, so that writing it twice is writing it once; `fresh` names a part.
    pub fn key(&self, pair: &PairId, fresh: impl FnOnce() -> String) -> String {
        match self {
            Self::Edit { generation, path, edit } => format!("{pair}/{generation}/{}", edit.id(path)),
            Self::Part { document } => format!("{pair}/{}/~{}", document.generation(), fresh()),
        }
    }

    /// The row as stored.
    pub fn text(&self) -> String {
        // Rows hold only what JSON can say, so the fallback is never taken.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a stored row; `None` when it is damaged. An edit must be the one that its key names.
    pub fn read(key: &str, text: &str) -> Option<(PairId, Self)> {
        let (pair, rest) = key.split_once('/')?;
        let row: Self = serde_json::from_str(text).ok()?;
        let name = rest.split_once('/')?.1;
        let is_whole = match &row {
            Self::Edit { path, edit, .. } => edit.id(path).to_string() == name,
            Self::Part { .. } => true,
        };
        is_whole.then_some((PairId::parse(pair)?, row))
    }

    /// Takes these rows into `document`, whatever their order: parts come before edits, since an edit counts only in the
    /// generation that the parts lead to.
    pub fn replay_all(rows: &[Self], document: &mut Document) {
        let (parts, edits): (Vec<&Self>, Vec<&Self>) = rows.iter().partition(|row| matches!(row, Self::Part { .. }));
        parts.into_iter().chain(edits).for_each(|row| row.replay(document));
    }

    /// Takes the row into `document`.
    pub fn replay(&self, document: &mut Document) {
        match self {
            Self::Part { document: part } => document.join(part),
            // An edit of a higher generation than anything else that could be read is still somebody's words.
            Self::Edit { generation, path, edit } if *generation >= document.generation() => {
                document.insert(path.clone(), edit.clone());
            }
            Self::Edit { .. } => {}
        }
    }

    /// The edits that it says: its own, or those that stand in its part.
    pub fn edits_said(&self) -> Vec<(&Path, EditId, &Edit)> {
        match self {
            Self::Edit { path, edit, .. } => vec![(path, edit.id(path), edit)],
            Self::Part { document } => {
                let mut said = Vec::new();
                for (path, field) in document.fields() {
                    said.extend(field.heads().iter().map(|(id, edit)| (path, *id, edit)));
                }
                said
            }
        }
    }
}
