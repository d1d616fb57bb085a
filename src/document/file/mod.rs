//! The file that people hand each other: readable JSON, the same bytes for the same state.
//!
//! `format`, `version`, `min_reader`, `pair_id` and `aliases` say what it is; `data` is the record as a readable tree, for people
//! and their tools; `edits` is what counts, a line per field; `check` is a hash of all but `data`, so that damage anywhere in it is
//! seen. Keys are sorted, lines end in LF, no moment of export is inside, and what is private to one person never is. Its schema is
//! in `docs/binome-1.schema.json`.

mod error;
mod json;
mod name;
mod read;
mod tree;
mod versions;
mod whole;
mod write;

pub use error::{Place, ReadError};
pub(super) use name::slug;
pub use name::{name, name_ending};
pub use read::{HandEdit, Incoming, read, read_backup};
pub use whole::{Whole, WholePair, read_whole, write_whole};
pub use write::{write, write_backup};

pub(super) use read::from_value;
pub(super) use write::{Scope, to_value};

/// The newest `min_reader` that this version of the page can read.
pub const READER: u32 = 1;

/// The largest file that is read: nothing larger is parsed. Far above what a pair writes in two years, so that what the page gives
/// away it always takes back (see `docs/adr/0006-one-format-for-good.md`).
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The largest full backup that is read.
pub const MAX_WHOLE_BYTES: usize = 256 * 1024 * 1024;

/// How deeply a file may nest.
pub const MAX_DEPTH: usize = 32;

/// The name of the format, in every file.
const FORMAT: &str = "binome";
