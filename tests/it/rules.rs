//! The ten rules: what each says for a pair at a moment, where clocks and calendars break, and for any record at all.

use std::collections::BTreeSet;

use binome::domain::rule::answer::{Answer, Fact, GuideRule, Says, answer, answers};
use binome::domain::rule::attendance::{Attendance, Tally, attendance};
use binome::domain::rule::cancellation::{Lacking, waiting};
use binome::domain::rule::lint::{Lint, lints};
use binome::domain::rule::same_week::SameWeek;
use binome::domain::track::{AttemptResult, Authorisation, Finding};
use binome::domain::{Contract, ExcusedWeek, Instant, Pairing, PersonId, Project, Session, SessionKind};
use binome::i18n::{Locale, Rules};
use proptest::prelude::*;
use rstest::rstest;

use super::attendance::{any_session, booked, cancelled, defence, held, pairing, paris, replaced};
use super::support::words::in_words;
use super::support::{at, day, project_id};
use super::time::zone;

fn says(rule: GuideRule, pair: &Pairing, now: &str) -> Vec<Says> {
    answer(rule, pair, at(now), &paris()).says
}

fn excused(pair: &mut Pairing, monday: &str) {
    pair.weeks.push(ExcusedWeek { monday: day(monday), excused: true, reason: "Congés".into() });
}

fn validated(pair: &mut Pairing, days: &[Option<&str>]) {
    let project = |(at, validated): (usize, Option<&str>)| {
        let id = project_id(&format!("p{at}"));
        Project { validated: validated.map(day), ..Project::empty(id) }
    };
    pair.programme.projects = days.iter().copied().enumerate().map(project).collect();
}

/// R1 at the seams of the calendar: what the present week is.
#[rstest]
#[case::clocks_go_forward("2026-03-29T16:00:00Z", "2026-03-29T21:59:59Z", "2026-03-23")]
#[case::clocks_go_back("2026-10-25T17:00:00Z", "2026-10-25T22:59:59Z", "2026-10-19")]
#[case::week_53("2026-12-31T17:00:00Z", "2027-01-03T22:59:59Z", "2026-12-28")]
#[case::leap_day("2028-02-29T17:00:00Z", "2028-03-01T08:00:00Z", "2028-02-28")]
#[case::new_year("2029-01-01T17:00:00Z", "2028-12-31T23:00:00Z", "2029-01-01")]
fn the_present_week_is_the_one_of_the_calendar(#[case] start: &str, #[case] now: &str, #[case] monday: &str) {
    let said = says(GuideRule::Attendance, &pairing(vec![held("s1", start)]), now);
    let [Says::Week { week, passed: false }] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!((week.monday, &week.attendance), (day(monday), &Attendance::Held));
}

#[test]
fn the_present_week_is_the_one_of_the_pairs_zone() {
    let pair = pairing(vec![held("s1", "2026-11-24T17:00:00Z")]);
    // Sunday evening in Paris is Monday morning on Réunion.
    let now = at("2026-11-29T21:00:00Z");
    let monday = |name: &str| match answer(GuideRule::Attendance, &pair, now, &zone(name)).says.as_slice() {
        [Says::Week { week, .. }] => week.monday,
        other => panic!("{other:?}"),
    };
    assert_eq!([monday("Europe/Paris"), monday("Indian/Reunion")], [day("2026-11-23"), day("2026-11-30")]);
}

#[test]
fn a_week_that_is_not_over_is_never_missed() {
    let mut pair = pairing(vec![held("s1", "2026-11-10T17:00:00Z"), booked("s2", "2026-12-08T17:00:00Z")]);
    pair.programme.end = Some(day("2027-01-31"));
    let weeks = attendance(&pair, at("2026-11-25T08:00:00Z"), &paris());
    // The week of 16 November alone: the present one, that of 30 November and those after 8 December may still have theirs.
    assert_eq!(Tally::of(&weeks), Tally { held: 1, booked: 1, empty: 1, ..Tally::default() });
}

#[test]
fn an_excused_week_is_neither_missed_nor_asked_for() {
    let mut pair = pairing(vec![held("s1", "2026-12-15T17:00:00Z"), booked("s2", "2027-01-05T17:00:00Z")]);
    excused(&mut pair, "2026-12-21");
    excused(&mut pair, "2026-12-28");
    assert_eq!(says(GuideRule::Horizon, &pair, "2026-12-16T08:00:00Z"), [Says::BookedAhead(2)]);
    let weeks = attendance(&pair, at("2027-01-06T08:00:00Z"), &paris());
    let came_to: Vec<_> = weeks.iter().map(|week| week.attendance.clone()).collect();
    assert_eq!(came_to, [Attendance::Held, Attendance::Excused, Attendance::Excused, Attendance::Booked]);
    // One that was held all the same counts as held, one that was lost is excused.
    pair.sessions.push(held("s3", "2026-12-22T17:00:00Z"));
    pair.sessions.push(cancelled("s4", "2026-12-29T17:00:00Z", "2026-12-29T16:00:00Z", "student-1"));
    let weeks = attendance(&pair, at("2027-01-06T08:00:00Z"), &paris());
    assert_eq!(Tally::of(&weeks), Tally { held: 2, excused: 1, booked: 1, ..Tally::default() });
    // A break that is announced is seen before it comes.
    let mut ahead = pairing(vec![held("s1", "2026-12-15T17:00:00Z")]);
    excused(&mut ahead, "2026-12-28");
    let weeks = attendance(&ahead, at("2026-12-16T08:00:00Z"), &paris());
    assert_eq!(weeks.last().map(|week| (week.monday, week.is_ahead)), Some((day("2026-12-28"), true)));
}

/// R3 around its limit.
#[rstest]
#[case::two_days_before("2026-11-29T17:00:00Z", true)]
#[case::a_moment_before("2026-11-30T16:59:59.999Z", true)]
#[case::exactly_24_hours("2026-11-30T17:00:00Z", false)]
#[case::an_hour_before_it("2026-12-01T16:00:00Z", false)]
fn the_next_session_is_cancelled_in_time_or_not(#[case] now: &str, #[case] in_time: bool) {
    let pair = pairing(vec![booked("s1", "2026-12-01T17:00:00Z")]);
    let (start, deadline) = (at("2026-12-01T17:00:00Z"), at("2026-11-30T17:00:00Z"));
    let expected =
        if in_time { Says::CancelBefore { start, deadline } } else { Says::CancelTooLate { start, deadline } };
    assert_eq!(says(GuideRule::Cancellation, &pair, now), [expected]);
}

#[test]
fn a_cancelled_session_waits_until_its_limit_and_then_without_one() {
    let off = || cancelled("s1", "2026-12-01T17:00:00Z", "2026-11-28T08:00:00Z", "student-1");
    let pair = pairing(vec![off()]);
    let found = waiting(&pair, at("2026-11-29T08:00:00Z"));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].lacking, found[0].until), (Lacking::Both, Some(at("2026-11-30T17:00:00Z"))));
    assert_eq!(waiting(&pair, at("2026-11-30T17:00:00Z"))[0].until, None, "the limit itself has passed");
    let made_up = pairing(vec![replaced(off(), "s2"), booked("s2", "2026-12-04T17:00:00Z")]);
    assert!(waiting(&made_up, at("2026-11-29T08:00:00Z")).is_empty());
    let late = cancelled("s1", "2026-12-01T17:00:00Z", "2026-12-01T08:00:00Z", "student-1");
    assert!(waiting(&pairing(vec![late]), at("2026-12-01T09:00:00Z")).is_empty(), "lost, nothing to wait for");
    let by_mentor = cancelled("s1", "2026-12-01T17:00:00Z", "2026-12-01T08:00:00Z", "mentor-1");
    let found = waiting(&pairing(vec![by_mentor]), at("2026-12-01T09:00:00Z"));
    assert_eq!((found[0].lacking, found[0].until), (Lacking::Slot, None));
}

#[test]
fn a_defence_and_mentoring_in_one_week_are_said() {
    let flagged = defence("s2", "2026-12-03T13:00:00Z");
    let pair = pairing(vec![booked("s1", "2026-12-01T17:00:00Z"), flagged]);
    let flag = SameWeek { other: at("2026-12-01T17:00:00Z"), mentoring_first: true };
    let expected = Says::Together { defence: at("2026-12-03T13:00:00Z"), flag };
    assert_eq!(says(GuideRule::SameWeek, &pair, "2026-11-25T08:00:00Z"), [expected]);
    assert_eq!(says(GuideRule::SameWeek, &pair, "2026-12-05T08:00:00Z"), [Says::Apart], "it is over");
}

/// R5 in hours that pass, not on wall clocks: the weekend of a change has 47 or 49 of them in two days.
#[rstest]
#[case::exactly_48_hours("2026-12-05T13:00:00Z", "2026-12-03T13:00:00Z", Some(0))]
#[case::a_minute_late("2026-12-05T13:00:00Z", "2026-12-03T13:01:00Z", None)]
#[case::clocks_go_forward("2026-03-30T12:00:00Z", "2026-03-28T12:00:00Z", Some(0))]
#[case::clocks_go_back("2026-10-26T13:00:00Z", "2026-10-24T12:00:00Z", Some(60))]
#[case::leap_day("2028-03-01T13:00:00Z", "2028-02-28T13:00:00Z", Some(0))]
fn deliverables_are_in_time_to_the_minute(#[case] start: &str, #[case] now: &str, #[case] left: Option<i64>) {
    let deadline = at(start).plus_minutes(-48 * 60);
    let expected = left.map_or(Says::DepositLate(deadline), |left| Says::DepositBefore { deadline, left });
    assert_eq!(says(GuideRule::Deposit, &pairing(vec![defence("s1", start)]), now), [expected]);
}

#[test]
fn a_defence_says_its_word_its_deposit_and_its_assessor() {
    let project = project_id("p0");
    let of = |session: Session| Session { project: Some(project.clone()), ..session };
    let mut pair = pairing(vec![of(defence("s2", "2026-12-05T13:00:00Z"))]);
    validated(&mut pair, &[None]);
    let now = "2026-12-02T08:00:00Z";
    let start = at("2026-12-05T13:00:00Z");
    assert_eq!(says(GuideRule::Authorisation, &pair, now), [Says::NeedsWord(start)]);
    assert_eq!(says(GuideRule::SameAssessor, &pair, now), [Says::NoRework]);
    pair.programme.projects[0].authorised = Some(Authorisation { day: day("2026-11-20"), by: PersonId::MENTOR });
    let authorised = Says::Authorised { defence: start, day: day("2026-11-20") };
    assert_eq!(says(GuideRule::Authorisation, &pair, now), [authorised]);
    let deadline = at("2026-12-03T13:00:00Z");
    for (moment, is_late) in
        [("2026-12-01T08:00:00Z", false), ("2026-12-03T13:00:00Z", false), ("2026-12-03T13:00:00.001Z", true)]
    {
        pair.sessions[0].deposited = Some(at(moment));
        let at = at(moment);
        let expected = if is_late { Says::DepositedLate { at, deadline } } else { Says::Deposited { at, deadline } };
        assert_eq!(says(GuideRule::Deposit, &pair, "2026-12-04T08:00:00Z"), [expected]);
    }
    let result = AttemptResult { result: Finding::ToRework, day: day("2026-11-12"), at: at("2026-11-12T15:00:00Z") };
    let first = Session {
        kind: SessionKind::Defence,
        assessor: "Inès".into(),
        result: Some(result),
        ..held("s1", "2026-11-12T13:00:00Z")
    };
    pair.sessions.insert(0, of(first));
    let again = Says::SameAssessor { defence: start, assessor: "Inès".into() };
    assert_eq!(says(GuideRule::SameAssessor, &pair, now), [again]);
    // Mentoring before a rework in its week is what R4 allows; after it, it is flagged.
    assert_eq!(says(GuideRule::SameWeek, &pair, now), [Says::Apart]);
    pair.sessions.push(booked("s3", "2026-12-03T17:00:00Z"));
    assert_eq!(says(GuideRule::SameWeek, &pair, now), [Says::Apart]);
    assert_eq!(lints(&pair, at(now), &paris()), [Lint::Unbooked(day("2026-12-07")), Lint::Unbooked(day("2026-12-14"))]);
    pair.sessions[2] = booked("s3", "2026-12-06T17:00:00Z");
    assert!(matches!(says(GuideRule::SameWeek, &pair, now).as_slice(), [Says::Together { .. }]));
    pair.sessions.truncate(1);
    let plan = Says::ToPlan { defence: at("2026-11-12T13:00:00Z"), assessor: "Inès".into() };
    assert_eq!(says(GuideRule::SameAssessor, &pair, now), [plan]);
}

#[test]
fn the_end_and_the_jury_follow_the_validations() {
    let mut pair = pairing(vec![]);
    let now = "2026-11-24T08:00:00Z";
    let ask = |pair: &Pairing, rule| says(rule, pair, now).remove(0);
    assert_eq!(ask(&pair, GuideRule::EndDate), Says::NoProject);
    validated(&mut pair, &[Some("2026-10-01"), None]);
    assert_eq!(ask(&pair, GuideRule::EndDate), Says::NoForecast);
    assert_eq!(ask(&pair, GuideRule::Jury), Says::ProjectsLeft(1));
    validated(&mut pair, &[Some("2026-10-01"), Some("2026-11-01"), None]);
    pair.programme.end = Some(day("2027-06-30"));
    assert!(matches!(ask(&pair, GuideRule::EndDate), Says::Forecast { end: Some(_), .. }));
    pair.programme.end = Some(day("2026-11-20"));
    assert_eq!(ask(&pair, GuideRule::EndDate), Says::Over(1));
    validated(&mut pair, &[Some("2026-10-01"), Some("2026-11-01")]);
    assert_eq!(ask(&pair, GuideRule::EndDate), Says::AllValidated(day("2026-11-01")));
    assert_eq!(ask(&pair, GuideRule::Jury), Says::AllValidated(day("2026-11-01")));
}

#[test]
fn rules_have_names_of_their_own() {
    let names: BTreeSet<&str> = GuideRule::ALL.map(GuideRule::slug).into();
    assert_eq!(names.len(), GuideRule::ALL.len());
}

/// Everything a rule can say is worded, whatever it took.
fn worded(pair: &Pairing, told: &Answer) {
    for locale in Locale::ALL {
        let words = Rules::of(locale);
        in_words(locale, pair, |labels| {
            let said = words.said(told, labels);
            assert!(!said.is_empty() && said.iter().all(|said| said.ends_with('.')), "{said:?}");
            assert!(words.sentence(told.rule, &pair.contract, labels).ends_with('.'));
            assert!(words.reading(told.rule, &pair.contract, labels).is_none_or(|said| said.ends_with('.')));
            assert!(told.facts.iter().all(|fact| !words.fact(fact, labels).1.is_empty()));
        });
    }
}

fn moments() -> impl Strategy<Value = Instant> {
    prop_oneof![any::<i64>(), 1_780_000_000_000..1_840_000_000_000_i64].prop_map(Instant::from_millis)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    /// Every rule answers in both languages, whatever the record, the contract and the moment.
    #[test]
    fn every_rule_answers_for_any_record(
        sessions in prop::collection::vec((any_session(), 0..3_usize), 0..6),
        now in moments(),
        end in prop::option::of(0..700_u64),
        days in prop::collection::vec(prop::option::of(0..900_u64), 0..5),
        hours in (1..=336_u32, 1..=336_u32, 1..=8_u32),
        weeks in prop::collection::btree_set(0..60_u64, 0..4),
    ) {
        let with_kind = |(session, kind): (Session, usize)| Session { kind: SessionKind::ALL[kind], ..session };
        let mut pair = pairing(sessions.into_iter().map(with_kind).collect());
        let later = |days| binome::domain::time::days_after(day("2026-06-01"), days);
        pair.programme.end = end.map(later);
        pair.contract = Contract { notice_hours: hours.0, deposit_hours: hours.1, horizon_weeks: hours.2, ..Contract::default() };
        pair.weeks = weeks.into_iter().map(|week| ExcusedWeek { monday: later(week * 7), excused: true, reason: String::new() }).collect();
        let project = |(at, validated): (usize, Option<u64>)| {
            let id = project_id(&format!("p{at}"));
            Project { validated: validated.map(later), ..Project::empty(id) }
        };
        pair.programme.projects = days.into_iter().enumerate().map(project).collect();
        let told = answers(&pair, now, &paris());
        prop_assert_eq!(told.iter().map(|it| it.rule).collect::<Vec<_>>(), GuideRule::ALL);
        for one in &told {
            prop_assert!(!one.says.is_empty());
            worded(&pair, one);
        }
        let hours_told = told.iter().flat_map(|it| &it.facts).filter(|fact| matches!(fact, Fact::Hours(_)));
        prop_assert_eq!(hours_told.count(), 2, "the contract's hours are among the facts");
    }
}

#[test]
fn the_weeks_say_what_they_lack_and_a_break_lacks_nothing() {
    let sunday = "2026-11-29T08:00:00Z";
    let ask = |pair: &Pairing, now: &str| lints(pair, at(now), &paris());
    assert_eq!(ask(&pairing(vec![]), sunday), [], "the first call books the first session");
    let mut pair = pairing(vec![held("s1", "2026-11-17T17:00:00Z"), booked("s2", "2026-12-01T17:00:00Z")]);
    assert_eq!(ask(&pair, sunday), [Lint::ThisWeek(day("2026-11-23")), Lint::Unbooked(day("2026-12-07"))]);
    excused(&mut pair, "2026-11-23");
    excused(&mut pair, "2026-12-07");
    assert_eq!(ask(&pair, sunday), []);
    pair.sessions.push(defence("s3", "2026-12-03T13:00:00Z"));
    let flag = SameWeek { other: at("2026-12-03T13:00:00Z"), mentoring_first: true };
    let start = at("2026-12-01T17:00:00Z");
    assert_eq!(ask(&pair, sunday), [Lint::SameWeek { session: super::support::session("s2"), start, flag }]);
    pair.programme.end = Some(day("2026-11-20"));
    pair.weeks.clear();
    assert!(ask(&pair, sunday).iter().all(|lint| matches!(lint, Lint::SameWeek { .. })), "nothing after the end");
}
