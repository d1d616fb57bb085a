//! What the browser gives: the clock, random identifiers, time zones, words for dates, files, the clipboard, timers.
//!
//! Architecture invariant: nothing here knows a page, the store or the record. Whatever the browser can refuse comes back as a
//! value; nothing throws.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod formats;
mod intl;
pub mod persist;
pub mod random;
pub mod selection;
pub mod timer;
pub mod zone;

pub use formats::IntlFormats;
pub use zone::IntlZone;
