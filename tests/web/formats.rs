//! Dates, times and numbers in both languages, the same in every engine.

use binome::domain::{Day, WallTime};
use binome::i18n::{Formats, Locale};
use binome::web::dispatch::new_id;
use binome::web::platform::IntlFormats;
use wasm_bindgen_test::wasm_bindgen_test;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn time(text: &str) -> WallTime {
    WallTime::parse(text).expect("a time")
}

#[wasm_bindgen_test]
fn french() {
    let words = IntlFormats::new(Locale::Fr);
    assert_eq!(words.day(day("2026-11-24")), "mardi 24\u{a0}novembre");
    assert_eq!(words.day(day("2026-12-01")), "mardi 1er\u{a0}décembre");
    assert_eq!(words.weekday(day("2026-08-02")), "dimanche");
    assert_eq!(words.weekday_short(day("2026-11-24")), "mar.");
    assert_eq!(words.day_month(day("2026-02-28")), "28\u{a0}février");
    assert_eq!(words.time(time("18:00")), "18\u{a0}h\u{a0}00");
    assert_eq!(words.time(time("09:05")), "9\u{a0}h\u{a0}05");
    assert_eq!(words.tenths(123_456), "12\u{a0}345,6");
    assert_eq!(words.tenths(20), "2");
    assert_eq!(words.tenths(5), "0,5");
}

#[wasm_bindgen_test]
fn english() {
    let words = IntlFormats::new(Locale::En);
    assert_eq!(words.day(day("2026-11-24")), "Tuesday 24\u{a0}November");
    assert_eq!(words.day(day("2026-12-01")), "Tuesday 1\u{a0}December");
    assert_eq!(words.weekday_short(day("2026-11-24")), "Tue");
    assert_eq!(words.time(time("18:00")), "18:00");
    assert_eq!(words.time(time("09:05")), "09:05");
    assert_eq!(words.tenths(123_456), "12,345.6");
    assert_eq!(words.tenths(20), "2");
}

#[wasm_bindgen_test]
fn nothing_holds_a_thin_space() {
    for locale in Locale::ALL {
        let words = IntlFormats::new(locale);
        for month in 1..=12 {
            let day = Day::from_ymd_opt(2026, month, 1).expect("a day");
            let text = format!("{} {} {}", words.day(day), words.weekday_short(day), words.tenths(10_000_005));
            assert!(!text.contains(['\u{202f}', '\u{2009}']), "{text}");
        }
    }
}

#[wasm_bindgen_test]
fn new_identifiers_are_segments_of_a_path_and_never_the_same() {
    let ids: std::collections::BTreeSet<String> = (0..1000).map(|_| new_id()).collect();
    assert_eq!(ids.len(), 1000);
    assert!(ids.iter().all(|id| binome::domain::id::is_segment(id)));
    assert!(ids.iter().all(|id| binome::domain::DeviceId::parse(id).is_some()));
}
