//! Time zones as the browser knows them: no zone data is shipped.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;
use wasm_bindgen::JsValue;

use super::intl::{self, Formatter};
use crate::domain::sorting;
use crate::domain::{Instant, Zone, ZoneName};

/// A time zone answered by `Intl.DateTimeFormat`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntlZone(ZoneName);

/// One zone's formatter, and the offsets already asked of it: clocks only ever change on a quarter of an hour.
struct Known {
    formatter: Formatter,
    offsets: HashMap<i64, i32>,
}

thread_local! {
    /// Zones asked for so far; `None` when the browser does not know the name. Making a formatter is slow.
    static KNOWN: RefCell<HashMap<ZoneName, Option<Known>>> = RefCell::default();
}

/// Offsets remembered per zone before they are forgotten: a year of days on screen at once stays below it.
const REMEMBERED: usize = 1024;

/// A quarter of an hour in milliseconds.
const QUARTER: i64 = 15 * 60 * 1000;

impl IntlZone {
    /// The zone of that name; `None` when the browser does not know it.
    pub fn named(name: &ZoneName) -> Option<Self> {
        with_known(name, |_| ()).map(|()| Self(name.clone()))
    }

    /// The zone that the browser's own clock shows; UTC when it does not say.
    pub fn of_browser() -> Self {
        let own = Formatter::new("DateTimeFormat", "en", &[]).and_then(|formatter| formatter.resolved("timeZone"));
        own.and_then(|name| ZoneName::parse(&name)).and_then(|name| Self::named(&name)).unwrap_or_else(Self::utc)
    }

    /// The zone of that name, or the browser's own when there is none or the browser does not know it.
    pub fn or_browser(name: Option<&ZoneName>) -> Self {
        name.and_then(Self::named).unwrap_or_else(Self::of_browser)
    }

    /// Every zone that the browser can list, by name. Always holds the browser's own.
    pub fn all() -> Vec<ZoneName> {
        let mut names: Vec<ZoneName> =
            intl::supported("timeZone").iter().filter_map(|name| ZoneName::parse(name)).collect();
        names.push(Self::of_browser().0);
        sorting::sort(&mut names);
        names.dedup();
        names
    }

    /// Its name.
    pub fn name(&self) -> &ZoneName {
        &self.0
    }

    fn utc() -> Self {
        // A name by its form; should even `UTC` be unknown, every offset is 0, which is what UTC means.
        Self(ZoneName::parse("UTC").expect("a name by its form"))
    }
}

impl Zone for IntlZone {
    fn offset_minutes(&self, at: Instant) -> i32 {
        with_known(&self.0, |known| known.offset(at)).unwrap_or(0)
    }
}

fn with_known<T>(name: &ZoneName, read: impl FnOnce(&mut Known) -> T) -> Option<T> {
    KNOWN.with_borrow_mut(|known| known.entry(name.clone()).or_insert_with(|| Known::new(name)).as_mut().map(read))
}

impl Known {
    fn new(name: &ZoneName) -> Option<Self> {
        let numeric = JsValue::from_str("numeric");
        let options = [
            ("timeZone", JsValue::from_str(name.as_str())),
            ("calendar", JsValue::from_str("gregory")),
            ("numberingSystem", JsValue::from_str("latn")),
            ("hourCycle", JsValue::from_str("h23")),
            ("year", numeric.clone()),
            ("month", numeric.clone()),
            ("day", numeric.clone()),
            ("hour", numeric.clone()),
            ("minute", numeric.clone()),
            ("second", numeric),
        ];
        Formatter::new("DateTimeFormat", "en", &options).map(|formatter| Self { formatter, offsets: HashMap::new() })
    }

    fn offset(&mut self, at: Instant) -> i32 {
        let quarter = at.millis().div_euclid(QUARTER);
        if let Some(offset) = self.offsets.get(&quarter) {
            return *offset;
        }
        let offset = self.read_offset(quarter * QUARTER).unwrap_or(0);
        if self.offsets.len() >= REMEMBERED {
            self.offsets.clear();
        }
        self.offsets.insert(quarter, offset);
        offset
    }

    /// How far the wall clock that the browser shows at `millis` stands from UTC.
    fn read_offset(&self, millis: i64) -> Option<i32> {
        // A whole number below 2^53.
        #[allow(clippy::cast_precision_loss)]
        let parts = self.formatter.parts(millis as f64);
        let number = |wanted: &str| -> Option<u32> {
            parts.iter().find(|(kind, _)| kind == wanted).and_then(|(_, text)| text.parse().ok())
        };
        let date = NaiveDate::from_ymd_opt(i32::try_from(number("year")?).ok()?, number("month")?, number("day")?)?;
        // Some engines write midnight as 24 under h23.
        let wall = date.and_hms_opt(number("hour")? % 24, number("minute")?, number("second")?)?;
        i32::try_from((wall.and_utc().timestamp_millis() - millis).div_euclid(60_000)).ok()
    }
}
