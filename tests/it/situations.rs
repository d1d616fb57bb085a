//! Situations of real life, told in a sentence each, with the answer that the page gives, letter by letter, in both languages.
//!
//! Léa and Karim meet on Tuesdays at 18:00 in Paris; the session is that of Tuesday 1 December 2026.

use binome::domain::rule::answer::{GuideRule, answer};
use binome::domain::rule::cancellation::Cancellation;
use binome::domain::{Contract, ExcusedWeek, Instant, Pairing, Role, Session};
use binome::i18n::{Locale, Rules, Said};

use super::attendance::{booked, cancelled, defence, held, pairing, paris};
use super::support::words::in_words;
use super::support::{at, day};

const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/snapshots/situations.txt");

const TUESDAY: &str = "2026-12-01T17:00:00Z";

fn two(mut sessions: Vec<Session>) -> Pairing {
    sessions.sort_by_key(|session| session.booking().map(|slot| slot.start));
    let mut pair = pairing(sessions);
    pair.mentor.name = "Karim".into();
    pair.student.name = "Léa".into();
    pair
}

/// What the calculator of R3 says, as its screen joins it.
fn calculated(asked: Cancellation, contract: Contract) -> [String; 2] {
    let pair = two(vec![]);
    Locale::ALL.map(|locale| {
        in_words(locale, &pair, |labels| {
            let Said { large, why, lacking } =
                labels.words.cancellation().said(&asked, &asked.ruling(&contract), labels);
            let lacking = lacking.map(|lacking| format!(" {lacking}.")).unwrap_or_default();
            format!("{large} {why}{lacking}")
        })
    })
}

/// What `#/regles` says of a rule.
fn ruled(rule: GuideRule, pair: &Pairing, now: &str) -> [String; 2] {
    let told = answer(rule, pair, at(now), &paris());
    Locale::ALL.map(|locale| in_words(locale, pair, |labels| Rules::of(locale).said(&told, labels).join(" ")))
}

fn lea(told: &str, agreed: Option<bool>, new_slot: bool) -> Cancellation {
    Cancellation { start: at(TUESDAY), told: at(told), by: Role::Student, agreed, new_slot }
}

fn karim(told: &str) -> Cancellation {
    Cancellation { by: Role::Mentor, ..lea(told, None, false) }
}

fn usual(asked: Cancellation) -> [String; 2] {
    calculated(asked, Contract::default())
}

fn on_sunday(start: &str, told: &str) -> Cancellation {
    let (start, told): (Instant, Instant) = (at(start), at(told));
    Cancellation { start, told, by: Role::Student, agreed: Some(true), new_slot: true }
}

fn christmas() -> Pairing {
    let mut pair = two(vec![held("s1", "2026-12-15T17:00:00Z"), booked("s2", "2027-01-05T17:00:00Z")]);
    let excused = |monday: &str| ExcusedWeek { monday: day(monday), excused: true, reason: "Fêtes".into() };
    pair.weeks = ["2026-12-21", "2026-12-28"].map(excused).into();
    pair
}

#[test]
fn situations_of_real_life_have_the_answers_of_the_page() {
    let told: Vec<(&str, [String; 2])> = vec![
        ("Léa’s train is late: she says so at 17:10 for 18:00", usual(lea("2026-12-01T16:10:00Z", None, false))),
        ("Karim is ill that very morning", usual(karim("2026-12-01T07:00:00Z"))),
        (
            "Léa says on Sunday that she cannot come, and asks nothing yet",
            usual(lea("2026-11-29T09:00:00Z", None, false)),
        ),
        ("Karim agrees, and Thursday is set instead", usual(lea("2026-11-29T09:00:00Z", Some(true), true))),
        ("Karim does not agree", usual(lea("2026-11-29T09:00:00Z", Some(false), true))),
        ("Léa says so on Monday at 18:00 sharp", usual(lea("2026-11-30T17:00:00Z", Some(true), true))),
        ("Léa forgets", usual(lea(TUESDAY, None, false))),
        (
            "Clocks go back in the night: told on Saturday at 18:30 for Sunday at 18:00",
            usual(on_sunday("2026-10-25T17:00:00Z", "2026-10-24T16:30:00Z")),
        ),
        (
            "Clocks go forward in the night: told on Saturday at 17:30 for Sunday at 18:00",
            usual(on_sunday("2026-03-29T16:00:00Z", "2026-03-28T16:30:00Z")),
        ),
        (
            "The contract asks for 48 h, and Léa says so on Sunday at 20:00",
            calculated(
                lea("2026-11-29T19:00:00Z", Some(true), true),
                Contract { notice_hours: 48, ..Contract::default() },
            ),
        ),
        (
            "Two slots are booked in one week, none in the next",
            ruled(
                GuideRule::Horizon,
                &two(vec![booked("s1", TUESDAY), booked("s2", "2026-12-03T17:00:00Z")]),
                "2026-11-25T08:00:00Z",
            ),
        ),
        (
            "A defence on Thursday, mentoring on Friday",
            ruled(
                GuideRule::SameWeek,
                &two(vec![booked("s1", "2026-12-04T17:00:00Z"), defence("s2", "2026-12-03T13:00:00Z")]),
                "2026-11-25T08:00:00Z",
            ),
        ),
        (
            "A defence on Saturday at 14:00, asked on Tuesday at 9:00",
            ruled(GuideRule::Deposit, &two(vec![defence("s1", "2026-12-05T13:00:00Z")]), "2026-12-01T08:00:00Z"),
        ),
        (
            "A session cancelled on Saturday still has no new slot on Sunday",
            ruled(
                GuideRule::Cancellation,
                &two(vec![cancelled("s1", TUESDAY, "2026-11-28T08:00:00Z", "student-1")]),
                "2026-11-29T08:00:00Z",
            ),
        ),
        ("A break over Christmas", ruled(GuideRule::Attendance, &christmas(), "2026-12-30T08:00:00Z")),
    ];
    let said: Vec<String> = told.iter().map(|(situation, [fr, en])| format!("{situation}\n  {fr}\n  {en}\n")).collect();
    let said = said.concat();
    if std::env::var_os("BINOME_BLESS").is_some() {
        std::fs::write(KEPT, &said).expect("writable");
    }
    let kept = std::fs::read_to_string(KEPT).expect("the answers");
    assert!(
        said == kept,
        "the answers changed; once they are right, BINOME_BLESS=1 cargo test --test it situations\n{said}"
    );
}
