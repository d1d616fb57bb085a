//! R3, when a cancelled session is recoverable: to the millisecond around 24 and 48 hours, and where days have 23 or 25 of them.

use binome::domain::rule::cancellation::{Cancellation, Lacking, Verdict, deadline};
use binome::domain::{Instant, Role};
use proptest::prelude::*;
use rstest::rstest;

use super::support::at;

const START: &str = "2026-12-01T17:00:00Z";

fn told(moment: Instant) -> Cancellation {
    Cancellation { start: at(START), told: moment, by: Role::Student, agreed: Some(true), new_slot: true }
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
    assert_eq!(told(at(moment)).ruling().verdict, expected);
    let by_mentor = Cancellation { by: Role::Mentor, ..told(at(moment)) };
    assert_eq!(by_mentor.ruling().verdict, Verdict::NothingLost);
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
    assert_eq!(early.ruling().verdict, expected);
    let late = Cancellation { told: at("2026-11-30T17:00:00Z"), ..early };
    assert_eq!(late.ruling().verdict, Verdict::Late { exactly: true }, "late, nothing else counts");
}

/// Hours are hours: 24 of them before a session at 18:00 on the Sunday that clocks change are not 18:00 on the Saturday.
#[rstest]
#[case::spring("2026-03-29T16:00:00Z", "2026-03-28T16:00:00Z")]
#[case::autumn("2026-10-25T17:00:00Z", "2026-10-24T17:00:00Z")]
#[case::leap_day("2028-03-01T17:00:00Z", "2028-02-29T17:00:00Z")]
#[case::new_year("2027-01-01T08:00:00Z", "2026-12-31T08:00:00Z")]
#[case::at_the_end_of_time("9999-12-31T23:59:59.999Z", "9999-12-30T23:59:59.999Z")]
fn the_deadline_is_a_moment(#[case] start: &str, #[case] expected: &str) {
    assert_eq!(deadline(at(start)), at(expected));
}

proptest! {
    /// Whatever the moments: an answer, and never a better one for telling later.
    #[test]
    fn the_rule_answers_for_any_moments(start in any::<i64>(), told in any::<i64>(), later in any::<u32>()) {
        let rank = |verdict| match verdict {
            Verdict::Recoverable => 0,
            Verdict::Late { .. } => 1,
            Verdict::Absent => 2,
            other => panic!("{other:?} with an agreement and a slot"),
        };
        let cancelled = |told: Instant| Cancellation {
            start: Instant::from_millis(start), told, by: Role::Student, agreed: Some(true), new_slot: true,
        };
        let (first, second) = (Instant::from_millis(told), Instant::from_millis(told.saturating_add(later.into())));
        prop_assert!(rank(cancelled(first).ruling().verdict) <= rank(cancelled(second).ruling().verdict));
    }
}
