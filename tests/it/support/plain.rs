//! Words whose dates are in their file form, read in Paris in winter: what is checked is where dates stand, not how a browser writes
//! them.
//!
//! Two programs read with it: the native tests and the calendar files' (`tests/calendars`).

use binome::domain::{Day, Instant, WallTime, Zone};
use binome::i18n::{Formats, Labels, Locale};

/// Paris in winter: an hour ahead of UTC.
pub struct Winter;

impl Zone for Winter {
    fn offset_minutes(&self, _: Instant) -> i32 {
        60
    }
}

/// Dates in their file form.
struct Plain;

impl Formats for Plain {
    fn day(&self, day: Day) -> String {
        day.to_string()
    }
    fn weekday_short(&self, day: Day) -> String {
        day.to_string()
    }
    fn weekday(&self, day: Day) -> String {
        day.to_string()
    }
    fn day_month(&self, day: Day) -> String {
        day.to_string()
    }
    fn time(&self, time: WallTime) -> String {
        time.to_string()
    }
    fn tenths(&self, tenths: i64) -> String {
        tenths.to_string()
    }
}

/// The words of a language for two people.
pub fn labels<'a>(locale: Locale, mentor: &'a str, student: &'a str) -> Labels<'a> {
    Labels { words: locale.messages(), formats: &Plain, zone: &Winter, mentor, student }
}
