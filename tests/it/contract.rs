//! The thresholds of a contract: what is said of them, what cannot be, and that the rules follow.

use binome::document::{Document, project};
use binome::domain::organisation::HOURS;
use binome::domain::rule::cancellation::{Cancellation, Verdict, deadline};
use binome::domain::rule::contract::WEEKS;
use binome::domain::rule::horizon::unbooked;
use binome::domain::{Command, Context, Contract, ContractCommand, Refusal, Role, Threshold, decide};
use binome::i18n::Locale;

use super::support::{act, at, day, karim, labels, lea, path, started, write};
use super::time::zone;

fn set(document: &mut Document, threshold: Threshold, number: Option<u32>) {
    act(document, &Command::Contract(ContractCommand::Set(threshold, number)), &karim(), "2026-11-24T18:00:00Z");
}

#[test]
fn a_contract_that_says_nothing_is_the_guides() {
    let usual = Contract::default();
    assert_eq!(project(&started()).contract, usual);
    let numbers = Threshold::ALL.map(|threshold| (threshold.field(), usual.of(threshold)));
    let guide = [
        ("horizon-weeks", 2),
        ("notice-hours", 24),
        ("deposit-hours", 48),
        ("resubmit-hours", 48),
        ("decision-hours", 48),
    ];
    assert_eq!(numbers, guide);
    assert!(!usual.conditional);
}

#[test]
fn every_threshold_is_said_and_taken_back() {
    let mut document = started();
    for threshold in Threshold::ALL {
        set(&mut document, threshold, Some(3));
        let contract = project(&document).contract;
        let expected = |other: Threshold| if other == threshold { 3 } else { other.usual() };
        assert_eq!(Threshold::ALL.map(|other| contract.of(other)), Threshold::ALL.map(expected));
        set(&mut document, threshold, None);
        assert_eq!(project(&document).contract, Contract::default());
    }
    act(&mut document, &Command::Contract(ContractCommand::SetConditional(true)), &karim(), "2026-11-24T18:01:00Z");
    assert!(project(&document).contract.conditional);
}

#[test]
fn a_threshold_out_of_bounds_is_refused_in_words() {
    let pair = project(&started());
    let context = Context { now: at("2026-11-24T18:00:00Z"), today: day("2026-11-24"), author: lea() };
    for threshold in Threshold::ALL {
        let (bounds, refusal) = match threshold {
            Threshold::Horizon => (WEEKS, Refusal::WeeksOutOfRange),
            _ => (HOURS, Refusal::HoursOutOfRange),
        };
        let ask = |number| {
            decide(&pair, &Command::Contract(ContractCommand::Set(threshold, Some(number))), &context).map(drop)
        };
        assert_eq!([ask(*bounds.start()), ask(*bounds.end())], [Ok(()); 2]);
        assert_eq!([ask(0), ask(bounds.end() + 1), ask(u32::MAX)], [Err(refusal); 3]);
        for locale in Locale::ALL {
            assert!(!locale.messages().refusals().of(refusal).is_empty());
        }
    }
}

#[test]
fn what_cannot_be_read_is_set_aside_and_the_usual_holds() {
    let mut document = started();
    for (field, value) in [("notice-hours", 0), ("horizon-weeks", 9), ("deposit-hours", -48)] {
        write(
            &mut document,
            &format!("contract/main/{field}"),
            binome::domain::Value::Int(value),
            &lea(),
            "2026-11-24T18:00:00Z",
        );
    }
    write(&mut document, "contract/main/conditional", "oui", &lea(), "2026-11-24T18:00:00Z");
    write(&mut document, "contract/main/weather", "fine", &lea(), "2026-11-24T18:00:00Z");
    let pair = project(&document);
    assert_eq!(pair.contract, Contract::default());
    assert_eq!(pair.oddities.len(), 4, "all but what a newer version may know");
}

#[test]
fn the_rules_follow_the_contract() {
    let mut document = started();
    set(&mut document, Threshold::Notice, Some(48));
    set(&mut document, Threshold::Horizon, Some(3));
    let pair = project(&document);
    let start = at("2026-12-01T17:00:00Z");
    assert_eq!(deadline(start, &pair.contract), at("2026-11-29T17:00:00Z"));
    let told = |moment: &str| {
        let asked = Cancellation { start, told: at(moment), by: Role::Student, agreed: Some(true), new_slot: true };
        asked.ruling(&pair.contract)
    };
    assert_eq!(told("2026-11-29T16:59:59.999Z").verdict, Verdict::Recoverable);
    assert_eq!(told("2026-11-29T17:00:00Z").verdict, Verdict::Late { exactly: true });
    assert_eq!(told("2026-11-30T16:00:00Z").verdict, Verdict::Late { exactly: false });
    assert_eq!(told("2026-11-29T16:00:00Z").hours, 48);
    let weeks = unbooked(&pair, at("2026-11-25T08:00:00Z"), &zone("Europe/Paris"));
    assert_eq!(weeks.last(), Some(&day("2026-12-14")), "the third week counts too");
}

#[test]
fn a_review_names_the_contract() {
    let said = [
        (
            "contract/main/notice-hours",
            36,
            ["Contrat · délai pour annuler", "Contract · notice to cancel"],
            "36\u{a0}h",
        ),
        (
            "contract/main/horizon-weeks",
            1,
            ["Contrat · semaines réservées d’avance", "Contract · weeks booked ahead"],
            "1\u{a0}semaine",
        ),
    ];
    for (field, number, names, value) in said {
        assert_eq!(Locale::ALL.map(|locale| labels(locale).path(&path(field))), names);
        assert_eq!(labels(Locale::Fr).value(&path(field), &binome::domain::Value::Int(number)), value);
    }
}
