//! The file that people hand each other: readable JSON, the same bytes for the same state.
//!
//! `format`, `version`, `min_reader`, `pair_id` and `aliases` say what it is; `data` is the record as a readable tree, for people
//! and their tools; `edits` is what counts; `check` is a hash of all but `data`, so that damage anywhere in it is seen. Keys are
//! sorted, lines end in LF, no moment of export is inside, and what is private to one person never is.

mod error;
mod json;
mod name;
mod read;
mod tree;
mod write;

pub use error::{Place, ReadError};
pub use name::name;
pub(super) use name::slug;
pub use read::{HandEdit, Incoming, read, read_backup};
pub use write::{write, write_backup};

pub(super) use read::from_value;
pub(super) use write::{Scope, to_value};

/// The newest `min_reader` that this version of the page can read.
pub const READER: u32 = 1;

/// The largest file that is read: nothing larger is parsed.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// How deeply a file may nest.
pub const MAX_DEPTH: usize = 32;

/// The name of the format, in every file.
const FORMAT: &str = "binome";
