//! R3, when a cancelled session is recoverable: to the millisecond around 24 and 48 hours, and where days have 23 or 25 of them.

use binome::domain::rule::cancellation::{Cancellation, Lacking, Verdict, deadline};
use binome::domain::time::instant_of;
use binome::domain::{Contract, Instant, Role};
use proptest::prelude::*;
use rstest::rstest;

use super::support::{at, day};
use super::time::{time, zone};

const START: &str = "2026-12-01T17:00:00Z";

fn told(moment: Instant) -> Cancellation {
    between(at(START), moment)
}

#[rstest]
#[case::two_days("2026-11-29T17:00:00Z", Verdict::Recoverable)]
#[case::just_before("2026-11-30T16:59:59.999Z", Verdict::Recoverable)]
#[case::exactly_a_day("2026-11-30T17:00:00Z", Verdict::Late { exactly: true })]
#[case::just_after("2026-11-30T17:00:00.001Z", Verdict::Late { exactly: false })]
#[case::a_moment_before_the_session("2026-12-01T16:59:59.999Z", Verdict::Late { exactly: false })]
#[case::at_its_start("2026-12-01T17:00:00Z", Verdict::Absent)]
#[case::long_after("2027-12-01T17:00:00Z", Verdict::Absent)]
fn twenty_four_hours_are_late(#[case] moment: &str, #[case] expected: Verdict) {
    assert_eq!(told(at(moment)).ruling(&Contract::default()).verdict, expected);
    let by_mentor = Cancellation { by: Role::Mentor, ..told(at(moment)) };
    assert_eq!(by_mentor.ruling(&Contract::default()).verdict, Verdict::NothingLost);
}

#[rstest]
#[case(Some(true), true, Verdict::Recoverable)]
#[case(Some(true), false, Verdict::NotYet(Lacking::Slot))]
#[case(None, true, Verdict::NotYet(Lacking::Agreement))]
#[case(None, false, Verdict::NotYet(Lacking::Both))]
#[case(Some(false), true, Verdict::Declined)]
#[case(Some(false), false, Verdict::Declined)]
fn in_time_it_takes_an_agreement_and_a_slot(
    #[case] agreed: Option<bool>,
    #[case] slot: bool,
    #[case] expected: Verdict,
) {
    let early = Cancellation { agreed, new_slot: slot, ..told(at("2026-11-29T17:00:00Z")) };
    assert_eq!(early.ruling(&Contract::default()).verdict, expected);
    let late = Cancellation { told: at("2026-11-30T17:00:00Z"), ..early };
    assert_eq!(late.ruling(&Contract::default()).verdict, Verdict::Late { exactly: true }, "late, nothing else counts");
}

/// Hours are hours: 24 of them before a session at 18:00 on the Sunday that clocks change are not 18:00 on the Saturday.
#[rstest]
#[case::spring("2026-03-29T16:00:00Z", "2026-03-28T16:00:00Z")]
#[case::autumn("2026-10-25T17:00:00Z", "2026-10-24T17:00:00Z")]
#[case::leap_day("2028-03-01T17:00:00Z", "2028-02-29T17:00:00Z")]
#[case::new_year("2027-01-01T08:00:00Z", "2026-12-31T08:00:00Z")]
#[case::at_the_end_of_time("9999-12-31T23:59:59.999Z", "9999-12-30T23:59:59.999Z")]
fn the_deadline_is_a_moment(#[case] start: &str, #[case] expected: &str) {
    assert_eq!(deadline(at(start), &Contract::default()), at(expected));
}

/// A student's cancellation, agreed and with a new slot.
fn between(start: Instant, told: Instant) -> Cancellation {
    Cancellation { start, told, by: Role::Student, agreed: Some(true), new_slot: true }
}

/// The notice is hours that pass, not what wall clocks show: on the week-end of a change the same wall time a day before is
/// 23 or 25 hours away.
#[test]
fn clocks_that_change_in_between_do_not_move_the_limit() {
    // Zone, session, told a day before at this wall time, verdict.
    let cases = [
        // Spring: that day has 23 hours.
        ("Europe/Paris", ("2026-03-29", "18:00"), ("2026-03-28", "18:00"), Verdict::Late { exactly: false }),
        ("Europe/Paris", ("2026-03-29", "18:00"), ("2026-03-28", "17:00"), Verdict::Late { exactly: true }),
        ("Europe/Paris", ("2026-03-29", "18:00"), ("2026-03-28", "16:59"), Verdict::Recoverable),
        // Autumn: that day has 25.
        ("Europe/Paris", ("2026-10-25", "18:00"), ("2026-10-24", "18:00"), Verdict::Recoverable),
        ("Europe/Paris", ("2026-10-25", "18:00"), ("2026-10-24", "19:00"), Verdict::Late { exactly: true }),
        ("Europe/Paris", ("2026-10-25", "18:00"), ("2026-10-24", "18:59"), Verdict::Recoverable),
        // Montréal changes on other week-ends.
        ("America/Toronto", ("2026-03-08", "18:00"), ("2026-03-07", "17:00"), Verdict::Late { exactly: true }),
        ("America/Toronto", ("2026-03-08", "18:00"), ("2026-03-07", "16:59"), Verdict::Recoverable),
        ("America/Toronto", ("2026-11-01", "18:00"), ("2026-10-31", "19:00"), Verdict::Late { exactly: true }),
        // La Réunion never does.
        ("Indian/Reunion", ("2026-03-29", "18:00"), ("2026-03-28", "18:00"), Verdict::Late { exactly: true }),
        // Year ends, a leap day, and the day after it.
        ("Europe/Paris", ("2027-01-01", "00:30"), ("2026-12-31", "00:29"), Verdict::Recoverable),
        ("Europe/Paris", ("2027-01-01", "00:30"), ("2026-12-31", "00:30"), Verdict::Late { exactly: true }),
        ("Europe/Paris", ("2028-03-01", "18:00"), ("2028-02-29", "17:59"), Verdict::Recoverable),
        ("Europe/Paris", ("2028-03-01", "18:00"), ("2028-02-29", "18:00"), Verdict::Late { exactly: true }),
    ];
    for (name, (start_day, start), (told_day, told), expected) in cases {
        let zone = zone(name);
        let start = instant_of(day(start_day), time(start), &zone);
        let told = instant_of(day(told_day), time(told), &zone);
        assert_eq!(
            between(start, told).ruling(&Contract::default()).verdict,
            expected,
            "{name} {start_day} {told_day} {told}"
        );
    }
}

#[test]
fn the_notice_is_told_in_whole_minutes() {
    let ruling = told(at("2026-11-30T07:30:00Z")).ruling(&Contract::default());
    assert_eq!((ruling.deadline, ruling.notice), (at("2026-11-30T17:00:00Z"), 33 * 60 + 30));
}

fn moments() -> impl Strategy<Value = Instant> {
    prop_oneof![any::<i64>(), -4_000_000_000_000_i64..4_000_000_000_000].prop_map(Instant::from_millis)
}

fn cancellations() -> impl Strategy<Value = Cancellation> {
    let by = prop_oneof![Just(Role::Mentor), Just(Role::Student)];
    let near = prop_oneof![any::<i64>(), -200_000_000_i64..200_000_000];
    (moments(), near, by, any::<Option<bool>>(), any::<bool>()).prop_map(|(start, before, by, agreed, new_slot)| {
        let told = Instant::from_millis(start.millis().saturating_sub(before));
        Cancellation { start, told, by, agreed, new_slot }
    })
}

proptest! {
    /// Every cancellation has an answer, and it says what the rule says, told here a second time in other words.
    #[test]
    fn every_cancellation_has_the_answer_of_the_rule(asked in cancellations()) {
        let ruling = asked.ruling(&Contract::default());
        let hours_in_time = asked.start.millis() - asked.told.millis() > 24 * 3_600_000;
        let recoverable = asked.by == Role::Student && hours_in_time && asked.agreed == Some(true) && asked.new_slot;
        // At the very beginning of time there is no moment 24 h before.
        prop_assume!(asked.start.millis() - ruling.deadline.millis() == 24 * 3_600_000);
        prop_assert_eq!(ruling.verdict == Verdict::Recoverable, recoverable);
        prop_assert_eq!(ruling.verdict == Verdict::NothingLost, asked.by == Role::Mentor);
        let lost = matches!(ruling.verdict, Verdict::Late { .. } | Verdict::Absent);
        prop_assert_eq!(lost, asked.by == Role::Student && !hours_in_time);
    }

    /// Whatever the moments: an answer, and never a better one for telling later.
    #[test]
    fn the_rule_answers_for_any_moments(start in any::<i64>(), told in any::<i64>(), later in any::<u32>()) {
        let rank = |verdict| match verdict {
            Verdict::Recoverable => 0,
            Verdict::Late { .. } => 1,
            Verdict::Absent => 2,
            other => panic!("{other:?} with an agreement and a slot"),
        };
        let cancelled = |told: Instant| between(Instant::from_millis(start), told);
        let (first, second) = (Instant::from_millis(told), Instant::from_millis(told.saturating_add(later.into())));
        prop_assert!(rank(cancelled(first).ruling(&Contract::default()).verdict) <= rank(cancelled(second).ruling(&Contract::default()).verdict));
    }
}
