//! Dates, times and numbers in words. The words come from whoever implements [`Formats`]: the browser's `Intl` on the web.

use chrono::Datelike;

use crate::domain::time::days_after;
use crate::domain::{Day, WallTime, Weekday};

/// How a language writes dates, times and numbers. French implementations use U+00A0 where `Intl` uses U+202F or U+2009.
pub trait Formats {
    /// “mardi 24 novembre”, “Tuesday 24 November”; the first of a month is “1er” in French. No capital in French.
    fn day(&self, day: Day) -> String;
    /// “mar.”, “Tue”.
    fn weekday_short(&self, day: Day) -> String;
    /// “mardi”, “Tuesday”.
    fn weekday(&self, day: Day) -> String;
    /// “24 novembre”, “24 November”.
    fn day_month(&self, day: Day) -> String;
    /// “24 nov.”, “24 Nov”: where there is little room. As long as elsewhere for whoever has no shorter words.
    fn day_short(&self, day: Day) -> String {
        self.day_month(day)
    }
    /// “nov.”, “Nov”: a month on an axis.
    fn month_short(&self, day: Day) -> String {
        day.month().to_string()
    }
    /// “31 août 2027”, “31 August 2027”: for days that may be in another year.
    fn dated(&self, day: Day) -> String {
        format!("{} {}", self.day_month(day), day.year())
    }
    /// “18 h 00”, “18:00”.
    fn time(&self, time: WallTime) -> String;
    /// “12 345,6”, “12,345.6”: a number given in tenths, without a decimal when it is whole.
    fn tenths(&self, tenths: i64) -> String;
}

/// “mardi”, “Tuesday”.
pub fn weekday_words(formats: &dyn Formats, weekday: Weekday) -> String {
    // 1970 began on a Thursday: the first Monday after it.
    let monday = days_after(Day::default(), 4);
    formats.weekday(days_after(monday, weekday.num_days_from_monday().into()))
}

/// The text with its first letter as a capital, for the beginning of a sentence.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
