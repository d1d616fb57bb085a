//! How the record is kept, joined and exchanged.
//!
//! A [`Document`] is an *edit map*: every field of every record keeps its current edits (its *heads*) and the names of all those
//! they replaced (its *past*). Joining two copies is a union of both, so the same edits give the same bytes whatever the order,
//! stale copies change nothing, and nothing is dropped that nobody knowingly replaced. [`project`] reads the typed model from
//! it; [`file`] is the form people hand each other; [`review`] shows what a file would change before it does.
//!
//! Architecture invariant: pure. The clock, random numbers and the browser do not exist here, and no word on screen: errors are
//! enums with their data, worded in `i18n`.

pub mod backup;
mod draft;
mod edit;
mod field;
pub mod file;
mod fingerprint;
pub mod history;
mod log;
mod map;
mod project;
pub mod review;

pub use draft::Draft;
pub use edit::{Edit, EditId};
pub use field::Field;
pub use file::{Incoming, ReadError};
pub use fingerprint::Fingerprint;
pub use history::History;
pub use log::{Folded, Row, fold};
pub use map::{Conflict, Document};
pub use project::{project, readable};
pub use review::{Applied, Choice, Review};
