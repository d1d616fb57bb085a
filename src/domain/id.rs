//! Identifiers as newtypes: a goal's can never be handed where a question's is meant.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Whether `text` may stand as one segment of a [`Path`](super::field::Path): 1 to 40 of `a-z`, `0-9` and `-`.
pub fn is_segment(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads an identifier; `None` unless it is one segment of a path (see [`is_segment`]).
            pub fn parse(text: &str) -> Option<Self> {
                is_segment(text).then(|| Self(text.to_owned()))
            }

            /// The identifier as it stands in paths and files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text).ok_or("an identifier is 1 to 40 of a-z, 0-9 and -")
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// One pair, for ever. Two people who both started before exchanging have two, joined as aliases.
    PairId,
    /// One SMART goal.
    GoalId,
    /// One sub-step of a goal.
    SubStepId,
    /// One question, or one point “to clarify”.
    QuestionId,
    /// One session.
    SessionId,
    /// What one goal came to in one session.
    OutcomeId,
    /// One contact that the pair noted for itself.
    ContactId,
    /// One project of the programme.
    ProjectId,
    /// One promise that the pair added to its agreement.
    OwnPromiseId,
}

/// How the identifiers of examples begin.
pub const EXAMPLE: &str = "exemple-";

impl PairId {
    /// Whether the pair is an example that the page made. Its name says so, which nobody can edit, undo or lose in a copy; those of
    /// real pairs have no hyphen.
    pub fn is_example(&self) -> bool {
        self.0.starts_with(EXAMPLE)
    }
}
