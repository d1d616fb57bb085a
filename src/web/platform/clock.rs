//! The one place that reads the browser's clock.

use crate::domain::Instant;

/// The present moment.
pub fn now() -> Instant {
    // Milliseconds since 1970 are whole and far below 2^53.
    #[allow(clippy::cast_possible_truncation)]
    let millis = js_sys::Date::now() as i64;
    Instant::from_millis(millis)
}
