//! The browser's time zones say what the world's clocks show, also when they change.

use binome::domain::time::instant_of;
use binome::domain::{Day, Instant, WallTime, Zone, ZoneName};
use binome::web::platform::IntlZone;
use wasm_bindgen_test::wasm_bindgen_test;

fn zone(name: &str) -> IntlZone {
    IntlZone::named(&ZoneName::parse(name).expect("a name")).expect("a zone that browsers know")
}

fn offset(name: &str, at: &str) -> i32 {
    zone(name).offset_minutes(Instant::parse(at).expect("a moment"))
}

fn moment(name: &str, day: &str, time: &str) -> String {
    let day: Day = day.parse().expect("a day");
    instant_of(day, WallTime::parse(time).expect("a time"), &zone(name)).to_string()
}

#[wasm_bindgen_test]
fn offsets_follow_the_clocks() {
    for (name, at, minutes) in [
        ("Europe/Paris", "2026-11-24T17:00:00Z", 60),
        ("Europe/Paris", "2026-07-14T10:00:00Z", 120),
        // One second before and at both changes of 2026.
        ("Europe/Paris", "2026-03-29T00:59:59Z", 60),
        ("Europe/Paris", "2026-03-29T01:00:00Z", 120),
        ("Europe/Paris", "2026-10-25T00:59:59Z", 120),
        ("Europe/Paris", "2026-10-25T01:00:00Z", 60),
        ("America/New_York", "2026-11-01T05:59:59Z", -240),
        ("America/New_York", "2026-11-01T06:00:00Z", -300),
        ("Asia/Kathmandu", "2026-11-24T00:00:00Z", 345),
        ("Indian/Reunion", "2026-11-24T00:00:00Z", 240),
        ("Pacific/Kiritimati", "2026-11-24T00:00:00Z", 840),
        ("Pacific/Pago_Pago", "2026-11-24T00:00:00Z", -660),
        ("Australia/Lord_Howe", "2026-01-15T00:00:00Z", 660),
        ("Australia/Lord_Howe", "2026-07-15T00:00:00Z", 630),
        ("UTC", "2026-11-24T00:00:00Z", 0),
        // Midnight, and years with other rules.
        ("Europe/Paris", "2026-11-23T23:00:00Z", 60),
        ("Europe/Paris", "1970-07-01T12:00:00Z", 60),
        ("Europe/Paris", "2400-02-29T12:00:00Z", 60),
    ] {
        assert_eq!(offset(name, at), minutes, "{name} at {at}");
    }
}

#[wasm_bindgen_test]
fn wall_times_are_read_at_both_changes() {
    for (name, day, time, at) in [
        ("Europe/Paris", "2026-11-24", "18:00", "2026-11-24T17:00:00.000Z"),
        // Jumped over: later, by the jump.
        ("Europe/Paris", "2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"),
        ("Europe/Paris", "2026-03-29", "01:59", "2026-03-29T00:59:00.000Z"),
        ("Europe/Paris", "2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"),
        // Shown twice: the first time.
        ("Europe/Paris", "2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"),
        ("Europe/Paris", "2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"),
        ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30:00.000Z"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00.000Z"),
    ] {
        assert_eq!(moment(name, day, time), at, "{name} {day} {time}");
    }
}

#[wasm_bindgen_test]
fn a_zone_that_does_not_exist_is_an_answer() {
    for name in ["Europe/Nowhere", "Mars/Olympus", "x", "-"] {
        assert_eq!(IntlZone::named(&ZoneName::parse(name).expect("a name by its form")), None, "{name}");
    }
    let own = IntlZone::of_browser();
    assert_eq!(IntlZone::or_browser(ZoneName::parse("Europe/Nowhere").as_ref()), own);
    assert_eq!(IntlZone::or_browser(None), own);
}

#[wasm_bindgen_test]
fn the_list_of_zones_holds_cities_and_this_browser() {
    let all = IntlZone::all();
    assert!(all.len() > 300, "{}", all.len());
    assert!(all.contains(&ZoneName::parse("Europe/Paris").expect("a name")));
    assert!(all.contains(IntlZone::of_browser().name()));
    assert!(all.iter().all(|name| IntlZone::named(name).is_some()));
}
