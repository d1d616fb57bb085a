//! A pair read out as on screen: dates as `Intl` writes them, in Paris.

use binome::domain::{Day, Pairing, WallTime};
use binome::i18n::{Formats, Labels, Locale};
use chrono::Datelike;

use crate::time::zone;

/// Dates as `Intl` writes them, for the days these tests need.
pub struct Words(pub Locale);

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

const DAYS: [(&str, &str); 7] = [
    ("lundi", "Monday"),
    ("mardi", "Tuesday"),
    ("mercredi", "Wednesday"),
    ("jeudi", "Thursday"),
    ("vendredi", "Friday"),
    ("samedi", "Saturday"),
    ("dimanche", "Sunday"),
];

impl Words {
    fn pick(&self, (french, english): (&str, &str)) -> String {
        if self.0 == Locale::Fr { french } else { english }.to_owned()
    }
}

impl Formats for Words {
    fn day(&self, day: Day) -> String {
        format!("{} {}", self.weekday(day), self.day_month(day))
    }
    fn weekday_short(&self, day: Day) -> String {
        self.weekday(day).chars().take(3).collect()
    }
    fn weekday(&self, day: Day) -> String {
        self.pick(DAYS[day.weekday().num_days_from_monday() as usize])
    }
    fn day_month(&self, day: Day) -> String {
        let number = if self.0 == Locale::Fr && day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
        format!("{number}\u{a0}{}", self.pick(MONTHS[day.month0() as usize]))
    }
    fn time(&self, time: WallTime) -> String {
        match self.0 {
            Locale::Fr => format!("{}\u{a0}h\u{a0}{:02}", time.hour(), time.minute()),
            Locale::En => time.to_string(),
        }
    }
    fn tenths(&self, tenths: i64) -> String {
        tenths.to_string()
    }
}

/// Reads out a pair in a language, in Paris.
pub fn in_words<T>(locale: Locale, pair: &Pairing, read: impl FnOnce(&Labels<'_>) -> T) -> T {
    read(&Labels {
        words: locale.messages(),
        formats: &Words(locale),
        zone: &zone("Europe/Paris"),
        mentor: &pair.mentor.name,
        student: &pair.student.name,
    })
}
