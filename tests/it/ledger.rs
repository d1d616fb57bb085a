//! The attendance ledger for the educational adviser, in words.

use binome::domain::{ExcusedWeek, Pairing, Session, Standing};
use binome::export::ledger::Ledger;
use binome::i18n::{LedgerWords, Locale, Rules};

use super::attendance::{booked, cancelled, held, pairing, replaced};
use super::support::words::in_words;
use super::support::{at, day};

fn autumn() -> Pairing {
    let corrected = Session {
        corrected_from: Some(Standing::Absent),
        reason: "Léa était là, en retard".into(),
        ..held("s2", "2026-11-10T17:00:00Z")
    };
    let mut pair = pairing(vec![
        held("s1", "2026-11-03T17:00:00Z"),
        corrected,
        replaced(cancelled("s3", "2026-11-17T17:00:00Z", "2026-11-14T08:00:00Z", "student-1"), "s4"),
        held("s4", "2026-11-26T17:00:00Z"),
        cancelled("s5", "2026-12-01T17:00:00Z", "2026-12-01T16:00:00Z", "student-1"),
        booked("s6", "2027-01-05T17:00:00Z"),
    ]);
    pair.mentor.name = "Karim".into();
    pair.student.name = "Léa".into();
    pair.programme.name = "Développement web".into();
    pair.programme.end = Some(day("2027-06-30"));
    let excused = |monday: &str| ExcusedWeek { monday: day(monday), excused: true, reason: "Fêtes".into() };
    pair.weeks = ["2026-12-21", "2026-12-28"].map(excused).into();
    pair
}

fn ledger(locale: Locale, pair: &Pairing) -> Ledger {
    let (words, rules) = (LedgerWords::of(locale), Rules::of(locale));
    in_words(locale, pair, |labels| Ledger::of(pair, at("2026-12-09T08:00:00Z"), labels, words, rules))
}

fn lines(ledger: &Ledger) -> Vec<String> {
    let row = |row: &binome::export::ledger::LedgerRow| {
        let rest = row.sessions.iter().chain(&row.remarks).map(|said| format!(" | {said}"));
        format!("{} | {}{}", row.week, row.word, rest.collect::<Vec<_>>().concat()).replace('\u{a0}', " ")
    };
    ledger.rows.iter().map(row).collect()
}

#[test]
fn every_week_is_told_with_its_sessions_and_reasons() {
    let told = ledger(Locale::Fr, &autumn());
    assert_eq!(
        lines(&told),
        [
            "2 novembre 2026 | tenue | mentorat, mardi 3 novembre, 18 h 00, tenue",
            "9 novembre 2026 | tenue | mentorat, mardi 10 novembre, 18 h 00, tenue | Session 2 : corrigée, d’abord notée « absence » : Léa était là, en retard",
            "16 novembre 2026 | rattrapée | mentorat, mardi 17 novembre, 18 h 00, annulée par Léa, remplacée par la session 4, jeudi 26 novembre, 18 h 00",
            "23 novembre 2026 | rattrapage | mentorat, jeudi 26 novembre, 18 h 00, tenue",
            "30 novembre 2026 | perdue | mentorat, mardi 1er décembre, 18 h 00, annulée par Léa",
            "7 décembre 2026 | libre",
            "14 décembre 2026 | libre",
            "21 décembre 2026 | pause | Pause : Fêtes",
            "28 décembre 2026 | pause | Pause : Fêtes",
            "4 janvier 2027 | réservée | mentorat, mardi 5 janvier, 18 h 00, réservée",
        ]
    );
    assert_eq!(
        told.totals.replace('\u{a0}', " "),
        "2 tenues, 1 réservée, 1 rattrapée, 1 perdue, 2 en pause, 1 de rattrapage"
    );
    assert_eq!(told.period.replace('\u{a0}', " "), "2 novembre 2026 – 10 janvier 2027");
    assert_eq!(told.as_of.replace('\u{a0}', " "), "Mercredi 9 décembre 2026, 9 h 00");
    assert_eq!(told.pair, "Léa, avec Karim");
}

#[test]
fn the_same_in_english() {
    let told = ledger(Locale::En, &autumn());
    let lines = lines(&told);
    assert_eq!(lines[4], "30 November 2026 | lost | mentoring, Tuesday 1 December, 18:00, cancelled by Léa");
    assert_eq!(lines[7], "21 December 2026 | on a break | Break: Fêtes");
    assert_eq!(told.totals, "2 held, 1 booked, 1 made up, 1 lost, 2 on a break, 1 to make up for another");
}

#[test]
fn a_pair_without_sessions_has_an_empty_ledger() {
    let told = ledger(Locale::Fr, &pairing(vec![]));
    assert_eq!((told.rows.len(), told.period.as_str()), (0, ""));
}
