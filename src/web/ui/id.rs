//! Identifiers for elements that name one another.

use std::cell::Cell;

/// An identifier that no other element of the page has: `field-7`.
pub fn fresh_id(kind: &str) -> String {
    thread_local!(static COUNT: Cell<u32> = const { Cell::new(0) });
    let number = COUNT.get() + 1;
    COUNT.set(number);
    format!("{kind}-{number}")
}
