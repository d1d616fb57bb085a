//! Dates, times and numbers in the words of the browser's `Intl`.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::{Datelike, NaiveTime};
use wasm_bindgen::JsValue;

use super::intl::Formatter;
use crate::domain::{Day, WallTime};
use crate::i18n::{Formats, Locale};

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntlFormats {
    locale: Locale,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Long,
    Short,
    Number,
}

thread_local! {
    /// Formatters made so far: making one is slow.
    static MADE: RefCell<HashMap<(&'static str, Kind), Option<Formatter>>> = RefCell::default();
}

impl IntlFormats {
    /// The words of `locale`.
    pub fn new(locale: Locale) -> Self {
        Self { locale }
    }

    fn with<T>(self, kind: Kind, read: impl FnOnce(&Formatter) -> T) -> Option<T> {
        let tag = self.locale.tag();
        MADE.with_borrow_mut(|made| made.entry((tag, kind)).or_insert_with(|| make(tag, kind)).as_ref().map(read))
    }

    /// One part of a day in words; the day as in files where `Intl` is not there.
    fn part(self, kind: Kind, day: Day, wanted: &str) -> String {
        let midnight = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
        // A whole number below 2^53.
        #[allow(clippy::cast_precision_loss)]
        let parts = self.with(kind, |formatter| formatter.parts(midnight as f64)).unwrap_or_default();
        let found = parts.into_iter().find(|(part, _)| part == wanted);
        found.map_or_else(|| day.to_string(), |(_, text)| no_thin_spaces(&text))
    }

    fn day_number(self, day: Day) -> String {
        match (self.locale, day.day()) {
            (Locale::Fr, 1) => "1er".to_owned(),
            (_, number) => number.to_string(),
        }
    }
}

fn make(tag: &str, kind: Kind) -> Option<Formatter> {
    let text = JsValue::from_str;
    match kind {
        Kind::Long | Kind::Short => {
            let width = text(if kind == Kind::Long { "long" } else { "short" });
            let options = [
                ("timeZone", text("UTC")),
                ("calendar", text("gregory")),
                ("weekday", width.clone()),
                ("day", text("numeric")),
                ("month", width),
            ];
            Formatter::new("DateTimeFormat", tag, &options)
        }
        Kind::Number => Formatter::new("NumberFormat", tag, &[("maximumFractionDigits", JsValue::from_f64(1.0))]),
    }
}

/// Narrow spaces between a number's groups become the no-break space that the rest of the page uses.
fn no_thin_spaces(text: &str) -> String {
    text.replace(['\u{202f}', '\u{2009}'], "\u{a0}")
}

impl Formats for IntlFormats {
    // Parts are put together here, since engines differ on the comma after an English weekday and on `1er`.
    fn day(&self, day: Day) -> String {
        format!("{} {}", self.weekday(day), self.day_month(day))
    }

    fn weekday_short(&self, day: Day) -> String {
        self.part(Kind::Short, day, "weekday")
    }

    fn weekday(&self, day: Day) -> String {
        self.part(Kind::Long, day, "weekday")
    }

    fn day_month(&self, day: Day) -> String {
        // The number stays with its month at the end of a line.
        format!("{}\u{a0}{}", self.day_number(day), self.part(Kind::Long, day, "month"))
    }

    fn day_short(&self, day: Day) -> String {
        format!("{}\u{a0}{}", self.day_number(day), self.month_short(day))
    }

    fn month_short(&self, day: Day) -> String {
        self.part(Kind::Short, day, "month")
    }

    fn time(&self, time: WallTime) -> String {
        match self.locale {
            Locale::Fr => format!("{}\u{a0}h\u{a0}{:02}", time.hour(), time.minute()),
            Locale::En => time.to_string(),
        }
    }

    fn tenths(&self, tenths: i64) -> String {
        // Numbers on screen are far below 2^53.
        #[allow(clippy::cast_precision_loss)]
        let number = tenths as f64 / 10.0;
        self.with(Kind::Number, |formatter| formatter.format(number))
            .flatten()
            .map_or_else(|| number.to_string(), |text| no_thin_spaces(&text))
    }
}
