//! R8: the forecast of the programme's end. A table of what it says, and what must hold whatever the days are.

use binome::domain::Day;
use binome::domain::rule::forecast::{Course, LeftOut, Needed, Outlook, Pace};
use chrono::Days;
use proptest::prelude::*;
use rstest::rstest;

use super::support::day;

/// Seven projects from 15 September to 16 April, seen on 24 November.
fn course(validated: &[&str]) -> Course {
    Course {
        start: Some(day("2026-09-15")),
        end: Some(day("2027-04-16")),
        validated: validated.iter().map(|text| day(text)).collect(),
        projects: 7,
        today: day("2026-11-24"),
    }
}

/// The earliest, likely and latest day of the end, or what is said in their place.
fn said(course: &Course) -> String {
    let forecast = course.forecast();
    match (forecast.outlook, forecast.end()) {
        (_, Some(span)) => format!("{} {} {}", span.earliest, span.likely, span.latest),
        (Outlook::Done(day), _) => format!("done {day}"),
        (Outlook::NoProject, _) => "no project".to_owned(),
        _ => "not enough".to_owned(),
    }
}

#[rstest]
#[case::nothing(&[], "not enough")]
#[case::one(&["2026-09-29"], "not enough")]
// 14 and 35 days: 24.5 on average, five to go, from 3 November on.
#[case::two(&["2026-09-29", "2026-11-03"], "2027-01-19 2027-03-06 2027-04-27")]
#[case::out_of_order(&["2026-11-03", "2026-09-29"], "2027-01-19 2027-03-06 2027-04-27")]
// Both on one day, 49 days after the start: 24.5 days each, whichever way it is seen.
#[case::same_day(&["2026-11-03", "2026-11-03"], "2027-03-06 2027-03-06 2027-03-06")]
// Five weeks of waiting after two fast ones weigh on the mean, and are the slowest pace.
#[case::a_long_wait(&["2026-09-22", "2026-10-06"], "2026-12-22 2027-02-26 2027-06-08")]
#[case::all(&["2026-09-29", "2026-10-02", "2026-10-09", "2026-10-16", "2026-10-23", "2026-10-30", "2026-11-24"], "done 2026-11-24")]
#[case::one_is_ahead(&["2026-09-29", "2026-12-01"], "not enough")]
fn the_end_is_told_with_its_range(#[case] validated: &[&str], #[case] expected: &str) {
    assert_eq!(said(&course(validated)), expected);
}

#[test]
fn without_a_first_day_the_first_validation_only_begins_the_count() {
    let mut course = course(&["2026-09-29", "2026-11-03"]);
    course.start = None;
    assert_eq!(said(&course), "2027-04-27 2027-04-27 2027-04-27");
    course.validated = vec![day("2026-11-03"), day("2026-11-03")];
    assert_eq!(said(&course), "not enough", "all on one day, and not known since when");
}

#[test]
fn what_the_days_cannot_mean_is_left_out_and_said() {
    let early = course(&["2026-09-01", "2026-10-01"]);
    assert_eq!(early.forecast().left_out, [LeftOut::BeforeStart]);
    assert_eq!(said(&early), "2027-03-24 2027-05-11 2027-06-28", "counted from the first validation");
    let ahead = course(&["2026-09-29", "2026-11-03", "2027-01-01", "2027-01-02"]);
    assert_eq!(ahead.forecast().left_out, [LeftOut::Ahead(2)]);
    assert_eq!((ahead.forecast().validated, ahead.forecast().left), (2, 5));
    let mut begun_later = course(&[]);
    begun_later.start = Some(day("2027-01-04"));
    assert_eq!(begun_later.forecast().left_out, [LeftOut::StartAhead]);
    let none = Course { projects: 0, ..course(&[]) };
    assert_eq!(said(&none), "no project");
}

#[test]
fn the_pace_it_takes_is_what_is_left_over_what_remains() {
    let mut course = course(&["2026-09-29", "2026-11-03"]);
    assert_eq!(course.forecast().days_left, Some(143));
    assert_eq!(course.forecast().needed, Needed::Pace(Pace { days: 143, projects: 5 }));
    course.end = Some(day("2026-11-24"));
    assert_eq!(course.forecast().needed, Needed::Over, "the last day has come");
    course.end = None;
    assert_eq!(course.forecast().needed, Needed::NoEnd);
}

#[test]
fn a_pace_is_days_over_projects() {
    assert_eq!(Pace { days: 49, projects: 2 }, Pace { days: 98, projects: 4 });
    assert!(Pace { days: 10, projects: 1 } < Pace { days: 21, projects: 2 });
    assert_eq!(Pace { days: 49, projects: 2 }.days_for(3), 74, "half a day begun is a day");
    assert_eq!(Pace { days: 49, projects: 2 }.days_each(), 25);
    assert_eq!(Pace { days: 0, projects: 3 }.days_each(), 0);
}

fn any_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        8 => (0_u64..900).prop_map(|days| day("2025-01-01") + Days::new(days)),
        1 => Just(day("0001-01-01")),
        1 => Just(day("9999-12-31")),
    ]
}

prop_compose! {
    fn any_course()(
        start in proptest::option::of(any_day()),
        end in proptest::option::of(any_day()),
        validated in proptest::collection::vec(any_day(), 0..45),
        projects in 0_u32..=40,
        today in any_day(),
    ) -> Course {
        Course { start, end, validated, projects, today }
    }
}

proptest! {
    #[test]
    fn every_course_has_an_answer_whose_range_holds_the_likely_day(course in any_course()) {
        let forecast = course.forecast();
        prop_assert!(forecast.validated + forecast.left == course.projects);
        if let Outlook::Ahead(projection) = forecast.outlook {
            prop_assert!(projection.fastest <= projection.mean && projection.mean <= projection.slowest);
            for more in 0..=forecast.left {
                let span = projection.after(more);
                prop_assert!(span.earliest <= span.likely && span.likely <= span.latest, "{span:?}");
                prop_assert!(span.earliest >= course.today);
            }
        }
    }

    #[test]
    fn later_projects_are_never_earlier(course in any_course()) {
        if let Outlook::Ahead(projection) = course.forecast().outlook {
            for more in 1..=course.projects {
                let (one, next) = (projection.after(more - 1), projection.after(more));
                prop_assert!(one.earliest <= next.earliest && one.likely <= next.likely && one.latest <= next.latest);
            }
        }
    }

    #[test]
    fn waiting_never_brings_the_end_nearer(course in any_course(), days in 0_u64..400) {
        let waited = Course { today: course.today.checked_add_days(Days::new(days)).unwrap_or(course.today), ..course.clone() };
        let (before, after) = (course.forecast(), waited.forecast());
        // A validation that was ahead and has come since is not waiting.
        if before.validated == after.validated && let (Some(before), Some(after)) = (before.end(), after.end()) {
            prop_assert!(before.earliest <= after.earliest && before.likely <= after.likely && before.latest <= after.latest);
        }
    }

    #[test]
    fn the_order_in_which_validations_were_written_does_not_count(course in any_course()) {
        let mut turned = course.clone();
        turned.validated.reverse();
        prop_assert_eq!(course.forecast(), turned.forecast());
    }
}

#[rstest]
#[case::a_week_sooner(-7)]
#[case::a_week_later(7)]
fn the_next_project_a_week_sooner_or_later_moves_the_end(#[case] days: i64) {
    let course = course(&["2026-09-29", "2026-11-03"]);
    let likely = course.forecast().end().expect("enough").likely;
    let shifted = course.with_next_shifted(days).expect("an end");
    assert_eq!((shifted - likely).num_days().signum(), days.signum(), "{shifted} and {likely}");
}

#[test]
fn with_one_project_left_the_end_is_its_day_and_too_little_says_nothing() {
    let mut one_left = course(&["2026-09-29", "2026-11-03"]);
    one_left.projects = 3;
    let likely = one_left.forecast().end().expect("enough").likely;
    assert_eq!(one_left.with_next_shifted(7), Some(likely + Days::new(7)));
    assert_eq!(course(&["2026-09-29"]).with_next_shifted(7), None);
    let soon = Course { today: likely - Days::new(2), ..one_left };
    assert_eq!(soon.with_next_shifted(-700), Some(soon.today), "never before today");
}
