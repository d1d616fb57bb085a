//! Places in a list: there is always one between two others, and it sorts there.

use binome::domain::OrderKey;
use proptest::prelude::*;

fn key(text: &str) -> OrderKey {
    OrderKey::parse(text).expect("a place")
}

/// Any place that can be read, up to a length that leaves room.
fn place() -> impl Strategy<Value = OrderKey> {
    "[0-9a-z]{0,11}[1-9a-z]".prop_map(|text| key(&text))
}

#[test]
fn a_place_is_small_letters_and_digits_and_never_ends_in_zero() {
    for text in ["a", "1", "z", "01", "a0b", &"z".repeat(64)] {
        assert_eq!(OrderKey::parse(text).map(|key| key.to_string()).as_deref(), Some(text));
    }
    for text in ["", "0", "a0", "A", "é", "a b", "-", &"z".repeat(65)] {
        assert_eq!(OrderKey::parse(text), None, "{text:?}");
    }
}

#[test]
fn the_middle_is_as_short_as_it_can_be() {
    let cases = [
        (None, None, "i"),
        (Some("a"), None, "n"),
        (None, Some("a"), "5"),
        (Some("a"), Some("c"), "b"),
        (Some("a"), Some("b"), "ai"),
        (Some("a"), Some("b1"), "b"),
        (Some("a"), Some("a1"), "a0i"),
        (Some("z"), None, "zi"),
        (None, Some("1"), "0i"),
        (None, Some("01"), "00i"),
        (Some("ab"), Some("ad"), "ac"),
        (Some("az"), Some("b"), "azi"),
    ];
    for (before, after, expected) in cases {
        let (before, after) = (before.map(key), after.map(key));
        let between = OrderKey::between(before.as_ref(), after.as_ref());
        assert_eq!(between, Some(key(expected)), "{before:?} {after:?}");
    }
}

#[test]
fn there_is_nothing_between_a_place_and_itself_or_the_wrong_way_round() {
    assert_eq!(OrderKey::between(Some(&key("a")), Some(&key("a"))), None);
    assert_eq!(OrderKey::between(Some(&key("b")), Some(&key("a"))), None);
}

#[test]
fn a_place_that_would_be_too_long_is_not_made() {
    let deep = key(&format!("{}1", "0".repeat(63)));
    assert_eq!(OrderKey::between(None, Some(&deep)), None);
    assert_eq!(key(&"z".repeat(64)).after(), None);
}

#[test]
fn a_list_that_grows_at_its_end_keeps_short_places() {
    let mut last = OrderKey::first();
    for _ in 0..200 {
        let next = last.after().expect("a place after it");
        assert!(next > last, "{next} after {last}");
        last = next;
    }
    assert!(last.as_str().len() < 8, "{last}");
}

proptest! {
    #[test]
    fn between_two_places_there_is_one_that_sorts_between(one in place(), two in place()) {
        prop_assume!(one != two);
        let (low, high) = if one < two { (one, two) } else { (two, one) };
        let between = OrderKey::between(Some(&low), Some(&high)).expect("room");
        prop_assert!(low < between && between < high, "{low} < {between} < {high}");
    }

    #[test]
    fn before_and_after_any_place_there_is_one(one in place()) {
        let before = OrderKey::between(None, Some(&one)).expect("room");
        let after = OrderKey::between(Some(&one), None).expect("room");
        prop_assert!(before < one && one < after && one < one.after().expect("room"), "{before} < {one} < {after}");
    }

    #[test]
    fn a_list_filled_anywhere_stays_sorted(spots in prop::collection::vec(0_usize..1000, 1..60)) {
        let mut list: Vec<OrderKey> = Vec::new();
        for spot in spots {
            let at = spot % (list.len() + 1);
            let before = at.checked_sub(1).and_then(|at| list.get(at));
            let Some(between) = OrderKey::between(before, list.get(at)) else { continue };
            list.insert(at, between);
        }
        prop_assert!(list.windows(2).all(|two| two[0] < two[1]), "{list:?}");
    }
}
