//! R1, R2 and R4: weeks where calendars break, sessions that make up for others, and whatever a merge makes of them.

use binome::domain::rule::attendance::{Attendance, attendance};
use binome::domain::rule::horizon::unbooked;
use binome::domain::rule::same_week::{SameWeek, same_week};
use binome::domain::{Booking, Instant, PairId, Pairing, PersonId, Session, SessionId, SessionKind, SessionState};
use proptest::prelude::*;
use rstest::rstest;

use super::support::{at, day, session as id};
use super::time::{Iana, zone};

pub fn paris() -> Iana {
    zone("Europe/Paris")
}

pub fn pairing(sessions: Vec<Session>) -> Pairing {
    let mut pairing = Pairing::empty(PairId::parse("k-0pair").expect("a pair"));
    pairing.sessions = sessions;
    pairing
}

pub fn with(name: &str, state: SessionState) -> Session {
    Session { state: Some(state), ..Session::empty(id(name)) }
}

pub fn held(name: &str, start: &str) -> Session {
    with(name, SessionState::Held { start: at(start), minutes: 45, lasted: None })
}

pub fn booked(name: &str, start: &str) -> Session {
    with(name, SessionState::Booked(Booking { start: at(start), minutes: 45 }))
}

pub fn defence(name: &str, start: &str) -> Session {
    Session { kind: SessionKind::Defence, ..booked(name, start) }
}

pub fn cancelled(name: &str, start: &str, told: &str, by: &str) -> Session {
    let by = PersonId::parse(by).expect("a person");
    with(name, SessionState::Cancelled { start: at(start), minutes: 45, by, told: at(told) })
}

pub fn replaced(mut session: Session, by: &str) -> Session {
    session.agreed = Some(true);
    session.replaced_by = Some(id(by));
    session
}

/// Each week as its Monday and a letter: H held, B booked, M made up, R recoverable, L lost, E excused, a point for nothing.
fn told_in(pair: &Pairing, now: &str, zone: &Iana) -> Vec<String> {
    let letter = |attendance: &Attendance| match attendance {
        Attendance::Held => "H".to_owned(),
        Attendance::Booked => "B".to_owned(),
        Attendance::MadeUp(by) => format!("M {by}"),
        Attendance::Recoverable(id) => format!("R {id}"),
        Attendance::Lost(id) => format!("L {id}"),
        Attendance::Excused => "E".to_owned(),
        Attendance::Empty => ".".to_owned(),
    };
    attendance(pair, at(now), zone).iter().map(|week| format!("{} {}", week.monday, letter(&week.attendance))).collect()
}

fn told(pair: &Pairing, now: &str) -> Vec<String> {
    told_in(pair, now, &paris())
}

#[test]
fn weeks_run_from_the_first_session_to_the_last_or_to_this_week() {
    assert_eq!(told(&pairing(vec![]), "2026-12-09T08:00:00Z"), [""; 0]);
    let one = pairing(vec![held("s1", "2026-11-24T17:00:00Z")]);
    assert_eq!(told(&one, "2026-12-09T08:00:00Z"), ["2026-11-23 H", "2026-11-30 .", "2026-12-07 ."]);
    let ahead = pairing(vec![held("s1", "2026-11-24T17:00:00Z"), booked("s2", "2026-12-08T17:00:00Z")]);
    assert_eq!(told(&ahead, "2026-11-25T08:00:00Z"), ["2026-11-23 H", "2026-11-30 .", "2026-12-07 B"]);
    let mut ends = one.clone();
    ends.programme.end = Some(day("2026-12-18"));
    assert_eq!(told(&ends, "2026-11-25T08:00:00Z").last().map(String::as_str), Some("2026-12-14 ."));
    let mut call = pairing(vec![booked("s1", "2026-12-01T17:00:00Z")]);
    call.call.started = Some(at("2026-11-24T17:00:00Z"));
    assert_eq!(told(&call, "2026-11-25T08:00:00Z"), ["2026-11-23 H", "2026-11-30 B"]);
}

#[test]
fn week_53_and_the_end_of_a_year_are_weeks_like_others() {
    // 2026 has a week 53: it begins on 28 December and ends on 3 January.
    let pair = pairing(vec![
        held("s1", "2026-12-22T17:00:00Z"),
        held("s2", "2027-01-03T22:30:00Z"),
        booked("s3", "2027-01-03T23:30:00Z"),
    ]);
    assert_eq!(told(&pair, "2027-01-03T12:00:00Z"), ["2026-12-21 H", "2026-12-28 H", "2027-01-04 B"]);
}

#[rstest]
#[case::sunday_before_midnight_in_spring("2026-03-29T21:59:00Z", "2026-03-23")]
#[case::monday_at_midnight_in_spring("2026-03-29T22:00:00Z", "2026-03-30")]
#[case::sunday_before_midnight_in_autumn("2026-10-25T22:59:00Z", "2026-10-19")]
#[case::monday_at_midnight_in_autumn("2026-10-25T23:00:00Z", "2026-10-26")]
fn a_week_ends_at_midnight_on_sunday_even_when_clocks_change(#[case] start: &str, #[case] monday: &str) {
    assert_eq!(told(&pairing(vec![held("s1", start)]), start), [format!("{monday} H")]);
}

#[test]
fn a_week_is_read_in_the_pairs_zone() {
    // Sunday evening in Paris is Monday morning on Réunion.
    let pair = pairing(vec![held("s1", "2026-11-29T21:00:00Z")]);
    assert_eq!(told(&pair, "2026-11-29T21:00:00Z"), ["2026-11-23 H"]);
    assert_eq!(told_in(&pair, "2026-11-29T21:00:00Z", &zone("Indian/Reunion")), ["2026-11-30 H"]);
}

#[test]
fn a_session_that_makes_up_for_another_counts_once_for_that_week() {
    let off = || replaced(cancelled("s1", "2026-12-01T17:00:00Z", "2026-11-28T08:00:00Z", "student-1"), "s2");
    let alone = pairing(vec![off(), held("s2", "2026-12-10T17:00:00Z")]);
    assert_eq!(told(&alone, "2026-12-11T08:00:00Z"), ["2026-11-30 M s2", "2026-12-07 ."]);
    let weeks = attendance(&alone, at("2026-12-11T08:00:00Z"), &paris());
    assert_eq!((&weeks[1].sessions, &weeks[1].stand_ins), (&vec![id("s2")], &vec![id("s2")]));
    let beside = pairing(vec![off(), held("s3", "2026-12-08T17:00:00Z"), held("s2", "2026-12-10T17:00:00Z")]);
    assert_eq!(told(&beside, "2026-12-11T08:00:00Z"), ["2026-11-30 M s2", "2026-12-07 H"]);
    let same_week = pairing(vec![off(), booked("s2", "2026-12-04T17:00:00Z")]);
    assert_eq!(told(&same_week, "2026-12-01T18:00:00Z"), ["2026-11-30 B"]);
    // Two that name the same stand-in, as a merge can make of them: it makes up for one.
    let second = replaced(cancelled("s4", "2026-11-24T17:00:00Z", "2026-11-21T08:00:00Z", "student-1"), "s2");
    let twice = pairing(vec![second, off(), held("s2", "2026-12-10T17:00:00Z")]);
    assert_eq!(told(&twice, "2026-12-11T08:00:00Z"), ["2026-11-23 M s2", "2026-11-30 R s1", "2026-12-07 ."]);
}

#[rstest]
#[case::in_time("2026-11-28T08:00:00Z", "student-1", "R s1")]
#[case::late("2026-12-01T08:00:00Z", "student-1", "L s1")]
#[case::late_by_the_mentor("2026-12-01T08:00:00Z", "mentor-1", "R s1")]
fn a_cancelled_session_is_recoverable_or_lost_as_the_rule_says(
    #[case] told_at: &str,
    #[case] by: &str,
    #[case] expected: &str,
) {
    let pair = pairing(vec![cancelled("s1", "2026-12-01T17:00:00Z", told_at, by)]);
    assert_eq!(told(&pair, "2026-12-02T08:00:00Z"), [format!("2026-11-30 {expected}")]);
}

#[test]
fn another_session_in_the_week_outweighs_one_that_was_lost() {
    let lost = || cancelled("s1", "2026-12-01T17:00:00Z", "2026-12-01T08:00:00Z", "student-1");
    let pair = pairing(vec![lost(), booked("s2", "2026-12-04T17:00:00Z")]);
    assert_eq!(told(&pair, "2026-12-02T08:00:00Z"), ["2026-11-30 B"]);
    // Told on Sunday of a session on Monday: that week is still to come, and nothing in it is lost yet.
    let monday = cancelled("s1", "2026-11-30T08:00:00Z", "2026-11-29T20:00:00Z", "student-1");
    assert_eq!(told(&pairing(vec![monday.clone()]), "2026-11-29T21:00:00Z"), ["2026-11-30 ."]);
    assert_eq!(told(&pairing(vec![monday]), "2026-11-30T08:00:00Z"), ["2026-11-30 L s1"]);
}

#[test]
fn each_of_the_two_coming_weeks_wants_a_booked_session() {
    let mondays = |pair: &Pairing, now: &str| {
        unbooked(pair, at(now), &paris()).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let now = "2026-11-25T08:00:00Z";
    assert_eq!(mondays(&pairing(vec![]), now), ["2026-11-30", "2026-12-07"]);
    let one = pairing(vec![booked("s1", "2026-12-01T17:00:00Z")]);
    assert_eq!(mondays(&one, now), ["2026-12-07"]);
    let early = pairing(vec![held("s1", "2026-12-01T17:00:00Z")]);
    assert_eq!(mondays(&early, now), ["2026-12-07"], "held before its day");
    let off = cancelled("s1", "2026-12-01T17:00:00Z", "2026-11-25T08:00:00Z", "student-1");
    assert_eq!(mondays(&pairing(vec![off]), now), ["2026-11-30", "2026-12-07"], "a cancelled one is not booked");
    let mut over = pairing(vec![]);
    over.programme.end = Some(day("2026-12-06"));
    assert_eq!(mondays(&over, now), ["2026-11-30"], "nothing after the end");
    // On a Sunday night in Paris the coming weeks are the same; an hour later they are the next ones.
    assert_eq!(mondays(&pairing(vec![]), "2026-11-29T22:59:00Z"), ["2026-11-30", "2026-12-07"]);
    assert_eq!(mondays(&pairing(vec![]), "2026-11-29T23:00:00Z"), ["2026-12-07", "2026-12-14"]);
}

#[rstest]
#[case::before_it(SessionKind::Mentoring, "2026-12-01T17:00:00Z", Some(true))]
#[case::after_it(SessionKind::Mentoring, "2026-12-04T17:00:00Z", Some(false))]
#[case::another_week(SessionKind::Mentoring, "2026-12-08T17:00:00Z", None)]
#[case::a_review(SessionKind::Review, "2026-12-01T17:00:00Z", None)]
#[case::another_defence(SessionKind::Defence, "2026-12-01T17:00:00Z", None)]
fn mentoring_beside_a_defence_is_flagged(
    #[case] kind: SessionKind,
    #[case] start: &str,
    #[case] mentoring_first: Option<bool>,
) {
    let other = at("2026-12-03T13:00:00Z");
    let defence = Session { kind: SessionKind::Defence, ..booked("s1", "2026-12-03T13:00:00Z") };
    let pair = pairing(vec![defence]);
    let flagged = same_week(&pair, None, kind, at(start), &paris());
    assert_eq!(flagged, mentoring_first.map(|mentoring_first| SameWeek { other, mentoring_first }));
    assert_eq!(same_week(&pair, Some(&id("s1")), kind, at(start), &paris()), None, "not beside itself");
}

pub fn any_session() -> impl Strategy<Value = Session> {
    let moment = || (0..60_000_000_000_i64).prop_map(|millis| Instant::from_millis(1_780_000_000_000 + millis));
    let ids = || prop::sample::select(vec!["s0", "s1", "s2", "s3", "s4"]);
    (ids(), 0..5_u8, moment(), moment(), any::<bool>(), prop::option::of(any::<bool>()), prop::option::of(ids()))
        .prop_map(|(name, state, start, told, student, agreed, by)| {
            let who = if student { PersonId::STUDENT } else { PersonId::MENTOR };
            let minutes = 45;
            let state = match state {
                0 => None,
                1 => Some(SessionState::Booked(Booking { start, minutes })),
                2 => Some(SessionState::Held { start, minutes, lasted: None }),
                3 => Some(SessionState::Cancelled { start, minutes, by: who, told }),
                _ => Some(SessionState::Absent { start, minutes, who }),
            };
            let replaced_by: Option<SessionId> = by.map(id);
            Session { state, agreed, replaced_by, ..Session::empty(id(name)) }
        })
}

proptest! {
    /// Whatever sessions there are: one answer for each week in a row, each session in one of them, and no week ahead is lost.
    #[test]
    fn every_week_has_one_answer(
        sessions in prop::collection::vec(any_session(), 0..6),
        now in 0..60_000_000_000_i64,
        end in prop::option::of(0..700_u64),
    ) {
        let now = Instant::from_millis(1_780_000_000_000 + now);
        let mut pair = pairing(sessions);
        pair.programme.end = end.map(|days| binome::domain::time::days_after(day("2026-06-01"), days));
        let weeks = attendance(&pair, now, &paris());
        for pair in weeks.windows(2) {
            prop_assert_eq!((pair[1].monday - pair[0].monday).num_days(), 7);
        }
        for week in &weeks {
            prop_assert!(!(week.is_ahead && matches!(week.attendance, Attendance::Lost(_))));
        }
        let told: usize = weeks.iter().map(|week| week.sessions.len()).sum();
        prop_assert!(told <= pair.sessions.len());
        let made_up = weeks.iter().filter(|week| matches!(week.attendance, Attendance::MadeUp(_))).count();
        let stand_ins: usize = weeks.iter().map(|week| week.stand_ins.len()).sum();
        // Sessions of one name are one in a record; here they may be several.
        prop_assert!(made_up == 0 || stand_ins > 0);
        unbooked(&pair, now, &paris());
    }
}
