//! Small texts that both stores keep whole, each with the moment it was written: of two that differ, the later counts.
//!
//! Neither store is always the newer one: a browser that is killed finds its local storage as it was up to a minute before, and a
//! database that refused a write is behind local storage.

use crate::domain::Instant;

/// `text` as stored, written at `at`.
pub fn stamped(at: Instant, text: &str) -> String {
    format!("{at} {text}")
}

/// What stands in a stored text, and when it was written; earlier versions of the page did not say when.
pub fn read(stored: &str) -> (Option<Instant>, &str) {
    let stamp = stored.split_once(' ').and_then(|(at, text)| Some((Instant::parse(at)?, text)));
    stamp.map_or((None, stored), |(at, text)| (Some(at), text))
}

/// The text of a stored one.
pub fn text_of(stored: &str) -> &str {
    read(stored).1
}

/// Whether `one` was written after `other`.
pub fn is_later(one: &str, other: &str) -> bool {
    read(one).0 > read(other).0
}
