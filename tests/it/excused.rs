//! Weeks that the pair excuses: noted with a reason, taken back, and what copies make of them.

use binome::document::{Document, project};
use binome::domain::rule::excused::{MOST, week_in};
use binome::domain::{Command, Context, Refusal, Value, WeekCommand, decide};

use super::support::{act, at, day, handed_over, joined, karim, lea, started, write};

fn pause(from: &str, to: &str, reason: &str) -> Command {
    Command::Week(WeekCommand::Excuse { from: day(from), to: day(to), reason: reason.into() })
}

fn asked(document: &Document, command: &Command) -> Result<(), Refusal> {
    let context = Context { now: at("2026-11-24T18:00:00Z"), today: day("2026-11-24"), author: lea() };
    decide(&project(document), command, &context).map(drop)
}

fn excused(document: &Document) -> Vec<(String, String)> {
    let pair = project(document);
    let weeks = pair.weeks.iter().filter(|week| pair.excused(week.monday).is_some());
    weeks.map(|week| (week.monday.to_string(), week.reason.clone())).collect()
}

#[test]
fn a_break_is_every_week_that_it_touches() {
    let mut document = started();
    act(&mut document, &pause("2026-12-23", "2027-01-04", "  Fêtes  "), &karim(), "2026-11-24T18:00:00Z");
    let noted = ["2026-12-21", "2026-12-28", "2027-01-04"].map(|monday| (monday.to_owned(), "Fêtes".to_owned()));
    assert_eq!(excused(&document), noted);
    let back = Command::Week(WeekCommand::Count(day("2026-12-28")));
    act(&mut document, &back, &lea(), "2026-11-24T18:01:00Z");
    assert_eq!(excused(&document).len(), 2);
    assert_eq!(asked(&document, &back), Err(Refusal::Gone), "it counts already");
    act(&mut document, &pause("2026-12-28", "2026-12-28", "Fêtes"), &lea(), "2026-11-24T18:02:00Z");
    assert_eq!(excused(&document).len(), 3, "and is excused again");
}

#[test]
fn a_break_has_a_reason_and_an_end() {
    let document = started();
    let ask = |from, to, reason| asked(&document, &pause(from, to, reason));
    assert_eq!(ask("2026-12-21", "2026-12-27", " "), Err(Refusal::ReasonMissing));
    assert_eq!(ask("2026-12-27", "2026-12-21", "Fêtes"), Err(Refusal::EndBeforeStart));
    assert_eq!(ask("2026-01-05", "2126-01-05", "Fêtes"), Err(Refusal::TooManyWeeks));
    let last = binome::domain::time::days_after(day("2026-01-05"), 7 * (MOST as u64 - 1)).to_string();
    assert_eq!(ask("2026-01-05", &last, "Fêtes"), Ok(()));
    let text = "x".repeat(binome::domain::decide::MAX_TEXT + 1);
    assert_eq!(ask("2026-12-21", "2026-12-21", &text), Err(Refusal::TextTooLong));
}

#[test]
fn both_may_excuse_a_week_and_it_is_one_week() {
    let mut here = started();
    let mut there = handed_over(&here).document;
    act(&mut here, &pause("2026-12-21", "2026-12-21", "Fêtes"), &karim(), "2026-11-24T18:00:00Z");
    act(&mut there, &pause("2026-12-21", "2026-12-28", "Fêtes"), &lea(), "2026-11-24T18:00:00Z");
    assert_eq!(excused(&joined(&here, &there)).len(), 2);
}

#[test]
fn what_names_no_week_or_says_nothing_of_it_excuses_none() {
    let mut document = started();
    let mut put = |field: &str, value: Value| write(&mut document, field, value, &lea(), "2026-11-24T18:00:00Z");
    put("week/2026-12-22/excused", Value::Bool(true));
    put("week/someday/excused", Value::Bool(true));
    put("week/2026-12-28/excused", Value::from("oui"));
    put("week/2027-01-04/reason", Value::from("Fêtes"));
    assert_eq!(excused(&document), []);
    assert_eq!(project(&document).oddities.len(), 1, "only the value of another form");
    let cases = [("2026-12-21", true), ("2026-12-22", false), ("2026-2-2", false), ("", false), ("-2026-12-21", false)];
    assert!(cases.into_iter().all(|(text, is_week)| week_in(text).is_some() == is_week));
}
