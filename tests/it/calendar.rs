//! The pair's dates as calendar files: which events they have, read back by a parser that other people wrote; and whatever was typed, they
//! stay valid lines. What happens when they are imported again and again is in `tests/calendars`.

use std::collections::BTreeMap;

use binome::document::{Document, project};
use binome::domain::{Booking, Command, Pairing};
use binome::export::calendar::{self, Revision};
use binome::i18n::Locale;
use icalendar::parser::{read_calendar, unfold};
use proptest::prelude::*;

use super::export::{hostile, told};
use super::support::words::in_words;
use super::support::{act, at, goal, handed_over, joined, karim, lea, session, started, with_history, write};

fn whole(locale: Locale, document: &Document, pair: &Pairing) -> String {
    in_words(locale, pair, |labels| calendar::whole(document, pair, labels))
}

fn whole_of(document: &Document) -> String {
    whole(Locale::Fr, document, &project(document))
}

/// The properties of each event by its UID, as the parser reads them.
fn events(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let mut events = BTreeMap::new();
    for component in &calendar.components {
        assert_eq!(component.name.as_str(), "VEVENT");
        let properties: BTreeMap<String, String> =
            component.properties.iter().map(|it| (it.name.to_string(), it.val.to_string())).collect();
        assert_eq!(properties.len(), component.properties.len(), "no property twice");
        let uid = properties["UID"].trim_end_matches("@binome").to_owned();
        assert!(events.insert(uid, properties).is_none(), "no event twice");
    }
    events
}

/// A defence of a project, with its kind and project as the record has them.
fn with_defence() -> Document {
    let mut document = told();
    write(&mut document, "project/p1/title", "Maquette du site", &karim(), "2026-11-24T19:00:00Z");
    let booking = Booking { start: at("2026-12-17T08:00:00Z"), minutes: 30 };
    act(&mut document, &Command::Book(session("s2"), booking), &karim(), "2026-11-24T19:01:00Z");
    write(&mut document, "session/s2/kind", "defence", &karim(), "2026-11-24T19:02:00Z");
    write(&mut document, "session/s2/project", "p1", &karim(), "2026-11-24T19:02:00Z");
    document
}

#[test]
fn the_dates_of_a_pair() {
    let document = with_defence();
    let pair = project(&document);
    // Lines end with CR LF; the golden file shows them as `↵`.
    insta::assert_snapshot!("whole_fr", whole(Locale::Fr, &document, &pair).replace("\r\n", "↵\n"));
    insta::assert_snapshot!("whole_en", whole(Locale::En, &document, &pair).replace("\r\n", "↵\n"));
}

#[test]
fn one_session_or_one_goal_is_the_same_events_alone() {
    let document = with_defence();
    let pair = project(&document);
    let all = events(&whole(Locale::Fr, &document, &pair));
    let alone = |text: Option<String>| events(&text.expect("a calendar"));
    let s1 = alone(in_words(Locale::Fr, &pair, |it| calendar::session(&document, &pair, &session("s1"), it)));
    let s2 = alone(in_words(Locale::Fr, &pair, |it| calendar::session(&document, &pair, &session("s2"), it)));
    let g1 = alone(in_words(Locale::Fr, &pair, |it| calendar::goal(&document, &pair, &goal("g1"), it)));
    assert_eq!((s1.len(), s2.len(), g1.len(), all.len()), (2, 3, 1, 6));
    for (uid, event) in s1.into_iter().chain(s2).chain(g1) {
        assert_eq!(all[&uid], event, "{uid}");
    }
    assert!(in_words(Locale::Fr, &pair, |it| calendar::goal(&document, &pair, &goal("g9"), it)).is_none());
    assert!(in_words(Locale::Fr, &pair, |it| calendar::session(&document, &pair, &session("s9"), it)).is_none());
}

#[test]
fn a_deposit_is_due_two_days_before_a_defence_and_a_session_can_be_cancelled_until_the_day_before() {
    let all = events(&whole_of(&with_defence()));
    let starts = |uid: &str| all[uid]["DTSTART"].as_str();
    assert_eq!((starts("session-s1"), all["session-s1"]["DTEND"].as_str()), ("20261201T170000Z", "20261201T174500Z"));
    assert_eq!(starts("cancel-s1"), "20261130T170000Z");
    assert_eq!(starts("deposit-s2"), "20261215T080000Z");
    assert_eq!((starts("goal-g1"), all["goal-g1"]["DTEND"].as_str()), ("20261201", "20261202"));
    assert!(!all.contains_key("deposit-s1"), "a weekly session has no deposit");
}

#[test]
fn what_changed_is_newer_and_what_no_longer_stands_is_cancelled() {
    let mut document = with_defence();
    let before = events(&whole_of(&document));
    let moved = Booking { start: at("2026-12-02T17:00:00Z"), minutes: 30 };
    act(&mut document, &Command::Book(session("s1"), moved), &lea(), "2026-11-25T18:00:00Z");
    write(&mut document, "session/s2/kind", "review", &karim(), "2026-11-25T18:01:00Z");
    act(&mut document, &Command::RemoveGoal(goal("g1")), &lea(), "2026-11-25T18:02:00Z");
    let after = events(&whole_of(&document));
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    for (uid, event) in &after {
        let sequence = |event: &BTreeMap<String, String>| event["SEQUENCE"].parse::<i32>().expect("a number");
        assert!(sequence(event) > sequence(&before[uid]), "{uid}");
        let is_off = ["deposit-s2", "goal-g1"].contains(&uid.as_str());
        assert_eq!(event["STATUS"], if is_off { "CANCELLED" } else { "CONFIRMED" }, "{uid}");
    }
    assert_eq!(after["session-s1"]["DTSTART"], "20261202T170000Z");
    act(&mut document, &Command::Unbook(session("s1")), &lea(), "2026-11-25T18:03:00Z");
    let last = events(&whole_of(&document));
    assert!(["session-s1", "cancel-s1"].into_iter().all(|uid| last[uid]["STATUS"] == "CANCELLED"));
    assert!(!whole_of(&document).contains("rédige"), "the words of what was removed are gone");
}

#[test]
fn the_same_record_gives_the_same_bytes_and_a_joined_one_is_newer_than_both() {
    let mine = with_defence();
    assert_eq!(whole_of(&mine), whole_of(&handed_over(&mine).document));
    let (mut his, mut hers) = (mine.clone(), mine.clone());
    for (document, author, start) in
        [(&mut his, karim(), "2026-12-02T17:00:00Z"), (&mut hers, lea(), "2026-12-03T17:00:00Z")]
    {
        let booking = Booking { start: at(start), minutes: 45 };
        act(document, &Command::Book(session("s1"), booking), &author, "2026-11-25T18:00:00Z");
    }
    let number = |document: &Document| Revision::of(document).number;
    let both = joined(&his, &hers);
    assert!(number(&both) > number(&his) && number(&both) > number(&hers) && number(&his) > number(&mine));
    assert_eq!(whole_of(&both), whole_of(&joined(&hers, &his)));
    // A private note is nobody else's news; a generation, which grows when an import is undone, weighs more than any edit.
    let mut noted = mine.clone();
    write(&mut noted, "private/mentor-1/session/s1/note", "à moi", &karim(), "2026-11-26T18:00:00Z");
    assert_eq!(whole_of(&noted), whole_of(&mine));
    let mut undone = started();
    undone.raise_generation(1);
    assert!(number(&undone) > number(&both) && i32::try_from(number(&undone)).is_ok());
    undone.raise_generation(u32::MAX);
    assert!(i32::try_from(number(&undone)).is_ok());
}

#[test]
fn a_record_that_was_merged_oddly_still_makes_a_calendar() {
    let document = with_history();
    assert_eq!(events(&whole_of(&document)).len(), 2);
    let empty = Document::new(super::support::pair("p0"));
    assert!(events(&whole_of(&empty)).is_empty());
}

/// The lines, strict where calendars are: they end with CR LF and have at most 75 octets, none of them a control character; what begins
/// with a space goes on.
fn names_of_lines(text: &str) -> Vec<String> {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    let lines = text.split_terminator("\r\n");
    let checked = lines.inspect(|line| {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(|it| it.is_control() || matches!(it, '\u{2028}' | '\u{2029}')), "{line:?}");
    });
    let begun = checked.filter(|line| !line.starts_with(' '));
    begun.map(|line| line.split([':', ';']).next().unwrap_or_default().to_owned()).collect()
}

proptest! {
    /// Whatever somebody is called or writes, the calendar has the same properties, and says the words.
    #[test]
    fn no_text_breaks_a_calendar(name in hostile(), what in hostile(), title in hostile()) {
        let document = with_defence();
        let mut pair = project(&document);
        pair.goals[0].what = "x".to_owned();
        let plain = whole(Locale::Fr, &document, &pair);
        pair.student.name = name;
        pair.goals[0].what = format!("x{what}");
        pair.programme.projects[0].title = format!("x{title}");
        let odd = whole(Locale::Fr, &document, &pair);
        prop_assert_eq!(names_of_lines(&odd), names_of_lines(&plain));
        prop_assert_eq!(events(&odd).len(), 6);
    }
}
