//! Moments, days and weeks where such arithmetic breaks: both changes of daylight saving, week 53, leap days, year ends, and
//! zones with odd offsets. Zones are chrono-tz's here and the browser's on the web.

use binome::domain::call::time_boxes;
use binome::domain::time::{days_after, monday_of};
use binome::domain::{Instant, WallTime, Zone, ZoneName};
use chrono::Offset as _;
use chrono::TimeZone as _;
use chrono_tz::Tz;
use proptest::prelude::*;

use super::support::{at, day};

/// A zone of the IANA database.
pub struct Iana(Tz);

impl Zone for Iana {
    fn offset_minutes(&self, at: Instant) -> i32 {
        let utc = chrono::DateTime::from_timestamp_millis(at.millis()).expect("a moment").naive_utc();
        self.0.offset_from_utc_datetime(&utc).fix().local_minus_utc().div_euclid(60)
    }
}

pub fn zone(name: &str) -> Iana {
    Iana(name.parse().expect("a zone"))
}

pub fn time(text: &str) -> WallTime {
    WallTime::parse(text).expect("a wall time")
}

fn instant_of(day_text: &str, time_text: &str, zone_name: &str) -> Instant {
    binome::domain::time::instant_of(day(day_text), time(time_text), &zone(zone_name))
}

#[test]
fn a_wall_time_is_one_moment_even_where_clocks_change() {
    let cases = [
        ("2026-11-24", "18:00", "Europe/Paris", "2026-11-24T17:00:00Z"),
        ("2026-07-14", "18:00", "Europe/Paris", "2026-07-14T16:00:00Z"),
        // Spring: clocks jump from 2:00 to 3:00; what does not exist is read later, by as much as they jump.
        ("2026-03-29", "01:59", "Europe/Paris", "2026-03-29T00:59:00Z"),
        ("2026-03-29", "02:00", "Europe/Paris", "2026-03-29T01:00:00Z"),
        ("2026-03-29", "02:30", "Europe/Paris", "2026-03-29T01:30:00Z"),
        ("2026-03-29", "03:00", "Europe/Paris", "2026-03-29T01:00:00Z"),
        // Autumn: 2:00 to 3:00 comes twice; it is read the first time.
        ("2026-10-25", "01:59", "Europe/Paris", "2026-10-24T23:59:00Z"),
        ("2026-10-25", "02:00", "Europe/Paris", "2026-10-25T00:00:00Z"),
        ("2026-10-25", "02:59", "Europe/Paris", "2026-10-25T00:59:00Z"),
        ("2026-10-25", "03:00", "Europe/Paris", "2026-10-25T02:00:00Z"),
        // The other hemisphere, half hours, quarters, and a change of half an hour.
        ("2026-10-04", "02:30", "Australia/Sydney", "2026-10-03T16:30:00Z"),
        ("2026-11-24", "18:00", "Asia/Kolkata", "2026-11-24T12:30:00Z"),
        ("2026-11-24", "18:00", "Asia/Kathmandu", "2026-11-24T12:15:00Z"),
        ("2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z"),
        ("2026-11-24", "18:00", "Indian/Reunion", "2026-11-24T14:00:00Z"),
        ("2026-11-24", "18:00", "Pacific/Kiritimati", "2026-11-24T04:00:00Z"),
        // A day that an island left out altogether.
        ("2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T22:00:00Z"),
        ("2026-12-31", "23:59", "Europe/Paris", "2026-12-31T22:59:00Z"),
        ("2028-02-29", "00:00", "Europe/Paris", "2028-02-28T23:00:00Z"),
    ];
    for (day, time, zone, expected) in cases {
        assert_eq!(instant_of(day, time, zone), at(expected), "{day} {time} {zone}");
    }
}

#[test]
fn a_moment_has_its_day_and_wall_time_in_each_zone() {
    let cases = [
        ("2026-12-31T23:30:00Z", "Europe/Paris", "2027-01-01", "00:30"),
        ("2026-12-31T23:30:00Z", "America/Martinique", "2026-12-31", "19:30"),
        ("2028-02-28T23:30:00Z", "Europe/Paris", "2028-02-29", "00:30"),
        ("2026-03-29T00:59:59Z", "Europe/Paris", "2026-03-29", "01:59"),
        ("2026-03-29T01:00:00Z", "Europe/Paris", "2026-03-29", "03:00"),
        ("2026-10-25T00:30:00Z", "Europe/Paris", "2026-10-25", "02:30"),
        ("2026-10-25T01:30:00Z", "Europe/Paris", "2026-10-25", "02:30"),
    ];
    for (moment, name, expected_day, expected_time) in cases {
        assert_eq!(at(moment).day(&zone(name)), day(expected_day), "{moment} {name}");
        assert_eq!(at(moment).wall_time(&zone(name)), time(expected_time), "{moment} {name}");
    }
}

#[test]
fn weeks_begin_on_monday_across_year_ends_and_in_week_53() {
    let cases = [
        ("2026-11-24", "2026-11-23"),
        ("2026-11-23", "2026-11-23"),
        ("2026-11-29", "2026-11-23"),
        ("2027-01-01", "2026-12-28"),
        ("2027-01-03", "2026-12-28"),
        ("2027-01-04", "2027-01-04"),
        ("2021-01-01", "2020-12-28"),
        ("2028-03-01", "2028-02-28"),
        ("2024-12-31", "2024-12-30"),
    ];
    for (text, monday) in cases {
        assert_eq!(monday_of(day(text)), day(monday), "{text}");
    }
    assert_eq!(days_after(day("2028-02-28"), 1), day("2028-02-29"));
    assert_eq!(days_after(day("2027-02-28"), 1), day("2027-03-01"));
    assert_eq!(days_after(day("2026-12-31"), 7), day("2027-01-07"));
    assert_eq!(days_after(day("2026-12-31"), u64::MAX), day("2026-12-31"), "beyond any calendar nothing moves");
}

#[test]
fn moments_are_read_in_any_offset_and_written_in_one() {
    assert_eq!(at("2026-11-24T18:00:00+01:00").to_string(), "2026-11-24T17:00:00.000Z");
    assert_eq!(at("2026-11-24T17:00:00.0009Z").to_string(), "2026-11-24T17:00:00.000Z");
    assert_eq!(at("2026-12-31T23:59:60Z").to_string(), "2027-01-01T00:00:00.000Z", "a leap second is the next one");
    for odd in
        ["", "2026-11-24", "2026-11-24T18:00", "2026-02-29T00:00:00Z", "1899-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"]
    {
        assert_eq!(Instant::parse(odd), None, "{odd}");
    }
    assert_eq!(Instant::from_millis(i64::MAX).to_string(), "9999-12-31T23:59:59.999Z");
    assert_eq!(Instant::from_millis(i64::MIN).to_string(), "1900-01-01T00:00:00.000Z");
    assert_eq!(Instant::from_millis(i64::MAX).plus_minutes(i64::MAX).to_string(), "9999-12-31T23:59:59.999Z");
    assert_eq!(at("2026-11-24T17:00:59Z").minutes_since(at("2026-11-24T17:00:00Z")), 0);
    assert_eq!(at("2026-11-24T16:59:59Z").minutes_since(at("2026-11-24T17:00:00Z")), -1);
}

#[test]
fn wall_times_and_zones_are_read_strictly() {
    assert_eq!(WallTime::parse("18:00:30").map(|time| time.to_string()), Some("18:00".to_owned()));
    for odd in ["", "18", "24:00", "18:60", "-1:00", "18h00"] {
        assert_eq!(WallTime::parse(odd), None, "{odd}");
    }
    assert_eq!(ZoneName::parse("America/Argentina/Buenos_Aires").map(|zone| zone.city()), Some("Buenos Aires".into()));
    assert_eq!(ZoneName::parse("Etc/GMT+5").map(|zone| zone.city()), Some("GMT+5".into()));
    for odd in ["", "l’été", "a b", "../etc", &"x".repeat(65)] {
        assert_eq!(ZoneName::parse(odd), None, "{odd}");
    }
}

#[test]
fn minutes_of_the_sections_add_up() {
    assert_eq!(time_boxes(45), [12, 6, 9, 8, 8, 2]);
    for total in 0..=240 {
        assert_eq!(time_boxes(total).iter().sum::<u32>(), total);
    }
}

proptest! {
    /// Any wall time of any zone since 1970 is a moment that reads back as that wall time, or, where clocks jumped over it, as
    /// one later by the jump; and of two moments it is the earlier.
    #[test]
    fn wall_times_and_moments_go_back_and_forth(
        which in 0..chrono_tz::TZ_VARIANTS.len(),
        days in 0..25_000_u64,
        hour in 0..24_u8,
        minute in 0..60_u8,
    ) {
        let zone = Iana(chrono_tz::TZ_VARIANTS[which]);
        let (day, time) = (days_after(day("1972-01-02"), days), WallTime::new(hour, minute).expect("a wall time"));
        let moment = binome::domain::time::instant_of(day, time, &zone);
        let wanted = day.and_hms_opt(hour.into(), minute.into(), 0).expect("a wall time");
        let read = moment.local(&zone);
        // Liberia's and Guyana's old offsets have seconds; a zone here has whole minutes.
        prop_assert!(read >= wanted && read - wanted <= chrono::Duration::hours(24), "{read} for {wanted}");
        if read == wanted {
            for earlier in [30, 60, 120, 180] {
                prop_assert_ne!(moment.plus_minutes(-earlier).local(&zone), wanted, "there is an earlier one");
            }
        } else {
            for other in (-26 * 60..=26 * 60).step_by(15) {
                prop_assert_ne!(moment.plus_minutes(other).local(&zone), wanted, "it exists after all");
            }
        }
        prop_assert_eq!(moment.day(&zone), read.date());
    }

    #[test]
    fn moments_read_back_as_written(millis in -2_208_988_800_000_i64..253_402_300_800_000) {
        let moment = Instant::from_millis(millis);
        prop_assert_eq!(Instant::parse(&moment.to_string()), Some(moment));
    }
}
