//! Moments, days and weeks. A moment is UTC; a day, a week and a wall time are read in a zone passed in.
//!
//! A zone is a trait answered by the browser's `Intl` on the web and by chrono-tz in tests, so that no time-zone data is shipped.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Timelike, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

pub use chrono::Weekday;

/// A calendar day, read in some zone.
pub type Day = NaiveDate;

/// A moment: milliseconds since 1970-01-01T00:00:00Z, within the years 1900 to 9999. In files: `2026-11-24T17:00:00.000Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Instant(i64);

impl Instant {
    const FIRST: i64 = -2_208_988_800_000;
    const LAST: i64 = 253_402_300_799_999;

    /// The moment that many milliseconds after the epoch, brought within the years 1900 to 9999.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(Self::FIRST, Self::LAST))
    }

    /// Milliseconds since the epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Reads RFC 3339 in any offset.
    pub fn parse(text: &str) -> Option<Self> {
        let millis = DateTime::parse_from_rfc3339(text).ok()?.timestamp_millis();
        (Self::FIRST..=Self::LAST).contains(&millis).then_some(Self(millis))
    }

    /// The moment that many minutes later (or earlier).
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self::from_millis(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }

    /// Minutes from `earlier` to `self`, rounded down.
    pub fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(60_000)
    }

    /// The date and wall time in `zone`.
    pub fn local(self, zone: &dyn Zone) -> NaiveDateTime {
        self.utc() + chrono::Duration::minutes(i64::from(zone.offset_minutes(self)))
    }

    /// The calendar day in `zone`.
    pub fn day(self, zone: &dyn Zone) -> Day {
        self.local(zone).date()
    }

    /// The wall time in `zone`, without its seconds.
    pub fn wall_time(self, zone: &dyn Zone) -> WallTime {
        let local = self.local(zone);
        WallTime { hour: two_digits(local.hour()), minute: two_digits(local.minute()) }
    }

    fn utc(self) -> NaiveDateTime {
        // Within 1900–9999 by construction, so the fallback is never taken.
        DateTime::<Utc>::from_timestamp_millis(self.0).unwrap_or_default().naive_utc()
    }
}

fn two_digits(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(0)
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().and_utc().to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl TryFrom<String> for Instant {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a moment is written 2026-11-24T17:00:00.000Z")
    }
}

impl From<Instant> for String {
    fn from(at: Instant) -> Self {
        at.to_string()
    }
}

/// Hours and minutes on a wall clock. In files: `18:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WallTime {
    hour: u8,
    minute: u8,
}

impl WallTime {
    /// `None` beyond 23:59.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// Reads `18:00`, as `<input type="time">` gives it; seconds are dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let hour = parts.next()?.parse().ok()?;
        let minute = parts.next()?.parse().ok()?;
        Self::new(hour, minute)
    }

    /// 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl TryFrom<String> for WallTime {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a wall time is written 18:00")
    }
}

impl From<WallTime> for String {
    fn from(time: WallTime) -> Self {
        time.to_string()
    }
}

/// An IANA zone's name, such as `Europe/Paris`, as the browser gave it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ZoneName(String);

impl ZoneName {
    /// Reads a zone's name: 1 to 64 of letters, digits, `/`, `_`, `+`, `-`. Whether it exists, the [`Zone`] knows.
    pub fn parse(text: &str) -> Option<Self> {
        ((1..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_' | b'+' | b'-')))
        .then(|| Self(text.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The city, for people: `Europe/Paris` is `Paris`, `America/Port_of_Spain` is `Port of Spain`.
    pub fn city(&self) -> String {
        self.0.rsplit('/').next().unwrap_or(&self.0).replace('_', " ")
    }
}

impl TryFrom<String> for ZoneName {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a zone is written Europe/Paris")
    }
}

impl From<ZoneName> for String {
    fn from(zone: ZoneName) -> Self {
        zone.0
    }
}

/// Where wall clocks agree: how far they stand from UTC at a moment.
pub trait Zone {
    /// Minutes to add to UTC to read the wall clock at `at`; 60 in Paris in winter.
    fn offset_minutes(&self, at: Instant) -> i32;
}

/// The moment at which the clocks of `zone` show `day` and `time`.
///
/// A wall time that clocks jump over (spring) is read later, by as much as they jump; one that they show twice (autumn) is read
/// the first time.
pub fn instant_of(day: Day, time: WallTime, zone: &dyn Zone) -> Instant {
    let wall = day.and_time(NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), 0).unwrap_or_default());
    let as_if_utc = Instant::from_millis(wall.and_utc().timestamp_millis());
    let before = zone.offset_minutes(as_if_utc.plus_minutes(-24 * 60));
    let after = zone.offset_minutes(as_if_utc.plus_minutes(24 * 60));
    let fits = |offset: i32| {
        let at = as_if_utc.plus_minutes(-i64::from(offset));
        (zone.offset_minutes(at) == offset).then_some(at)
    };
    match (fits(before), fits(after)) {
        (Some(one), Some(two)) => one.min(two),
        (Some(at), None) | (None, Some(at)) => at,
        // Jumped over: with the offset from before the jump, the moment lands after it, later by the jump.
        (None, None) => as_if_utc.plus_minutes(-i64::from(before)),
    }
}

/// The day that many days after.
pub fn days_after(day: Day, days: u64) -> Day {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The day that many days before.
pub fn days_before(day: Day, days: u64) -> Day {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// The Monday of the ISO week of `day`.
pub fn monday_of(day: Day) -> Day {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day)
}
