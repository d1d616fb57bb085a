//! The first call's timetable: clock times while it goes on, none before and long after, and what comes next.

use binome::domain::{
    Booking, FirstCall, Goal, GoalId, Instant, PairId, Pairing, PersonId, Section, Session, SessionId, SessionState,
    Timetable,
};

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("a moment")
}

fn call(minutes: u32) -> FirstCall {
    FirstCall { started: Some(at("2026-11-24T17:00:00Z")), minutes: Some(minutes), ..FirstCall::default() }
}

fn pairing(call: FirstCall) -> Pairing {
    Pairing { call, ..Pairing::empty(PairId::parse("pair-1").expect("an identifier")) }
}

#[test]
fn a_call_of_45_minutes_has_the_times_of_the_pictures() {
    let table = Timetable::of(&call(45), at("2026-11-24T17:15:00Z"));
    let begins = Section::ALL.map(|section| table.begins(section).expect("a clock"));
    assert_eq!(begins, ["17:00", "17:12", "17:18", "17:27", "17:35"].map(|time| at(&format!("2026-11-24T{time}:00Z"))));
    assert_eq!(table.end(), Some(at("2026-11-24T17:45:00Z")));
    assert_eq!(table.lived(Section::Helps, at("2026-11-24T17:15:30Z")), Some(3));
    assert_eq!(table.lived(Section::Goals, at("2026-11-24T17:15:30Z")), Some(0));
    assert_eq!(table.lived(Section::Meeting, at("2026-11-24T17:15:30Z")), Some(12));
    let gone =
        ["16:59", "17:00", "17:15", "17:45", "18:30"].map(|time| table.gone(at(&format!("2026-11-24T{time}:00Z"))));
    assert_eq!(gone, [Some(0), Some(0), Some(15), Some(45), Some(45)]);
}

#[test]
fn a_call_opened_the_next_day_has_no_clock_times() {
    let table = Timetable::of(&call(30), at("2026-11-25T09:00:00Z"));
    assert_eq!(table.begins(Section::Meeting), None);
    assert_eq!(table.lived(Section::Meeting, at("2026-11-25T09:00:00Z")), None);
    assert_eq!(table.gone(at("2026-11-25T09:00:00Z")), None);
    assert_eq!(table.minutes(Section::Meeting), 8);
    assert_eq!(Timetable::of(&FirstCall::default(), at("2026-11-25T09:00:00Z")).end(), None);
}

#[test]
fn minutes_add_up_whatever_the_length() {
    for length in 5..=240 {
        let table = Timetable::of(&call(length), at("2026-11-24T17:00:00Z"));
        assert_eq!(table.boxes().iter().sum::<u32>(), length);
        assert_eq!(table.end(), Some(at("2026-11-24T17:00:00Z").plus_minutes(length.into())));
    }
}

#[test]
fn a_section_is_done_when_both_said_so_and_the_last_with_a_goal_and_a_date() {
    let mut pair = pairing(call(45));
    assert_eq!(pair.current_section(), Some(Section::Meeting));
    assert_eq!(pair.minutes_left(), 45);
    pair.call.done.insert((Section::Meeting, PersonId::MENTOR));
    assert!(!pair.is_done(Section::Meeting));
    pair.call.done.insert((Section::Meeting, PersonId::STUDENT));
    assert_eq!(pair.current_section(), Some(Section::Helps));
    assert_eq!(pair.minutes_left(), 33);

    let mut goal = Goal::empty(GoalId::parse("g1").expect("an identifier"));
    pair.sessions.push(Session {
        state: Some(SessionState::Booked(Booking { start: at("2026-12-01T17:00:00Z"), minutes: 45 })),
        ..Session::empty(SessionId::parse("s1").expect("an identifier"))
    });
    pair.goals.push(goal.clone());
    assert!(!pair.is_done(Section::Goals), "a goal without words is not a goal yet");
    goal.what = "write 5 test cases".into();
    pair.goals = vec![goal];
    assert!(pair.is_done(Section::Goals));
}

#[test]
fn what_is_written_until_an_hour_after_the_call_is_of_the_call() {
    let started = Instant::parse("2026-11-24T17:00:00Z");
    let call = FirstCall { started, minutes: Some(45), ..Default::default() };
    let written = |text: &str| Instant::parse(text).is_some_and(|at| call.is_during(at));
    assert!(!written("2026-11-24T16:59:00Z"));
    assert!(written("2026-11-24T17:00:00Z"));
    assert!(written("2026-11-24T18:44:00Z"));
    assert!(!written("2026-11-24T18:45:00Z"));
    assert!(!FirstCall::default().is_during(started.unwrap_or(Instant::from_millis(0))));
}
