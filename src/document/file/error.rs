//! Why a file cannot be read. Nothing changed then. Worded in `i18n`.

use crate::domain::Path;
use std::fmt;

/// Where in a file something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A line and a column, both from 1.
    Line {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// The names of the members that lead there, with slashes between: `edits/goal/g1/what/heads`. May be empty: the whole file.
    Member(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { line, column } => write!(f, "{line}:{column}"),
            Self::Member(names) => f.write_str(names),
        }
    }
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing in it, or blanks only.
    #[error("the file is empty")]
    Empty,
    /// Over [`MAX_BYTES`](super::MAX_BYTES); it was not parsed.
    #[error("the file has {bytes} bytes, more than are read")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Text in UTF-16 instead of UTF-8.
    #[error("the file is in UTF-16")]
    Utf16,
    /// HTML: often a sign-in page saved under the file's name.
    #[error("the file is a web page")]
    WebPage,
    /// A zip archive: the file may be inside.
    #[error("the file is a zip archive")]
    Zip,
    /// It ends too early: a download or a copy that was cut.
    #[error("the file is cut")]
    Cut,
    /// It does not hold together there: not JSON, or changed after it was written.
    #[error("the file is damaged at {place}")]
    Damaged {
        /// Where.
        place: Place,
    },
    /// Something else than a copy of a pair.
    #[error("the file is not a copy of a pair")]
    NotOurs,
    /// Written by a newer version that says older ones cannot read it.
    #[error("the file needs version {min_reader}")]
    Newer {
        /// The version it asks for.
        min_reader: u32,
    },
    /// The same name twice in one object: which one counts is not known.
    #[error("the same name twice at {place}")]
    DuplicateName {
        /// Where.
        place: Place,
    },
    /// A number with a fraction or an exponent, or beyond 2⁵³.
    #[error("a number that is not whole at {place}")]
    NotWhole {
        /// Where.
        place: Place,
    },
    /// It nests more deeply than [`MAX_DEPTH`](super::MAX_DEPTH).
    #[error("the file nests too deeply at {place}")]
    TooDeep {
        /// Where.
        place: Place,
    },
    /// Somebody edited the readable part by hand and put something there that the field cannot hold: words for a date.
    #[error("unreadable at {path}")]
    Unreadable {
        /// The field.
        path: Path,
        /// Which of its kind the record is, from 1, in the order people see them: the 4 of “Session 4”.
        number: Option<usize>,
    },
}

impl ReadError {
    /// Damage at these members.
    pub(super) fn damaged(members: &str) -> Self {
        Self::Damaged { place: Place::Member(members.to_owned()) }
    }
}
