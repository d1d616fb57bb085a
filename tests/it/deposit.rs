//! R5: deliverables at least so many hours before a defence.

use binome::domain::rule::deposit::{Deposit, Standing, deadline};
use proptest::prelude::*;
use rstest::rstest;

use super::support::at;

#[rstest]
#[case::two_days_before(48, None, "2026-11-29T13:00:00Z", Standing::Due(2 * 24 * 60))]
#[case::at_the_limit(48, None, "2026-12-01T13:00:00Z", Standing::Due(0))]
#[case::a_moment_after_it(48, None, "2026-12-01T13:00:00.001Z", Standing::Overdue(0))]
#[case::the_defence_is_over(48, None, "2026-12-04T13:00:00Z", Standing::Overdue(3 * 24 * 60))]
#[case::well_ahead(48, Some("2026-11-30T13:00:00Z"), "2026-12-04T13:00:00Z", Standing::OnTime(24 * 60))]
#[case::exactly_48_hours(48, Some("2026-12-01T13:00:00Z"), "2026-12-04T13:00:00Z", Standing::OnTime(0))]
#[case::a_minute_late(48, Some("2026-12-01T13:01:00Z"), "2026-12-04T13:00:00Z", Standing::Late(1))]
#[case::another_contract(72, Some("2026-12-01T13:00:00Z"), "2026-12-04T13:00:00Z", Standing::Late(24 * 60))]
fn a_deposit_is_on_time_late_or_has_so_long_left(
    #[case] hours: u32,
    #[case] submitted: Option<&str>,
    #[case] now: &str,
    #[case] expected: Standing,
) {
    let deposit = Deposit { start: at("2026-12-03T13:00:00Z"), hours, submitted: submitted.map(at) };
    assert_eq!(deposit.standing(at(now)), expected);
}

#[rstest]
#[case::clocks_go_back("2026-10-26T08:00:00Z", "2026-10-24T08:00:00Z")]
#[case::clocks_go_forward("2027-03-29T08:00:00Z", "2027-03-27T08:00:00Z")]
#[case::new_year("2027-01-01T10:00:00Z", "2026-12-30T10:00:00Z")]
#[case::leap_day("2028-03-01T10:00:00Z", "2028-02-28T10:00:00Z")]
fn hours_are_hours_whatever_the_clocks_on_the_wall_do(#[case] start: &str, #[case] expected: &str) {
    assert_eq!(deadline(at(start), 48), at(expected));
}

proptest! {
    #[test]
    fn every_deposit_has_an_answer_that_counts_from_its_limit(
        start in any::<i64>(), hours in any::<u32>(), submitted in prop::option::of(any::<i64>()), now in any::<i64>(),
    ) {
        let moment = binome::domain::Instant::from_millis;
        let deposit = Deposit { start: moment(start), hours, submitted: submitted.map(moment) };
        let minutes = match deposit.standing(moment(now)) {
            Standing::OnTime(left) | Standing::Late(left) | Standing::Due(left) | Standing::Overdue(left) => left,
        };
        prop_assert!(minutes >= 0);
    }
}
