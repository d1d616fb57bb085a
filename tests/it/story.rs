//! Where a goal comes from, and which goals the board shows.

use binome::document::{Document, project};
use binome::domain::goal::filter::{Filter, Group, OfProject};
use binome::domain::goal::story::{Event, Place, story};
use binome::domain::{
    Booking, Command, GoalCommand, GoalResult, GoalStatus, Instant, PersonId, ProgrammeCommand, Rest, SessionCommand,
};

use super::support::{act, at, goal, karim, lea, path, project_id, session, started};

const NOT_YET: GoalResult = GoalResult::NotYet { rest: None };

/// A session of a Tuesday at 18:00 in Paris: booked, begun on time, `during` it something is asked, closed after 40 minutes.
fn held(document: &mut Document, name: &str, day: &str, during: &[SessionCommand]) {
    let moment = |time: &str| format!("{day}T{time}:00Z");
    let slot = Booking { start: at(&moment("17:00")), minutes: 45 };
    if project(document).session(&session(name)).is_none() {
        act(document, &Command::Book(session(name), slot), &karim(), "2026-11-24T18:00:00Z");
    }
    act(document, &Command::Session(SessionCommand::Begin(session(name))), &karim(), &moment("17:00"));
    for command in during {
        act(document, &Command::Session(command.clone()), &karim(), &moment("17:20"));
    }
    act(document, &Command::Session(SessionCommand::Close(session(name), 40)), &karim(), &moment("17:40"));
}

fn concluded(name: &str, of: &str, result: GoalResult) -> SessionCommand {
    SessionCommand::Conclude { session: session(name), goal: goal(of), result, until: None }
}

fn reworded(name: &str, of: &str, into: &[&str]) -> SessionCommand {
    let into = into.iter().map(|id| goal(id)).collect();
    SessionCommand::Reword { session: session(name), goal: goal(of), into, until: None }
}

/// The story in short: where, and what happened there.
fn told(document: &Document, of: &str, now: &str) -> Vec<String> {
    let pairing = project(document);
    let one = pairing.goals.iter().find(|it| it.id == goal(of)).expect("a goal");
    let place = |place: &Place| match place {
        Place::Unknown => "?".to_owned(),
        Place::Call => "call".to_owned(),
        Place::Week(at) => at.to_string().get(..10).unwrap_or_default().to_owned(),
        Place::Session(id) => id.to_string(),
    };
    let event = |event: &Event| match event {
        Event::Written { goal, by } => format!("{goal} by {}", by.map(|it| it.to_string()).unwrap_or_default()),
        Event::CameOf { goal, from, how } => format!("{goal} of {from} {how:?}"),
        Event::Concluded { goal, result, evidence } => {
            let rest = result.rest().map(|rest| format!(" {rest:?}")).unwrap_or_default();
            format!("{goal} {:?}{rest}{}{evidence}", result.status(), if evidence.is_empty() { "" } else { " " })
        }
        Event::Left(goal) => format!("{goal} left"),
        Event::Became { into, how } => format!("became {} {how:?}", into.len()),
        Event::Waits { carried, may_split } => format!("waits {carried}{}", if *may_split { " split" } else { "" }),
    };
    let stops = story(&pairing, one, at(now));
    stops
        .iter()
        .map(|stop| format!("{}: {}", place(&stop.place), stop.events.iter().map(event).collect::<Vec<_>>().join(", ")))
        .collect()
}

#[test]
fn a_goal_of_the_first_call_waits_for_the_first_session() {
    assert_eq!(told(&started(), "g1", "2026-11-25T08:00:00Z"), ["call: g1 by mentor-1", "s1: waits 0"]);
}

#[test]
fn each_session_says_what_it_made_of_the_goal_and_the_third_carry_is_foretold() {
    let mut document = started();
    let carried = NOT_YET.with_rest(Some(Rest::Carried));
    held(&mut document, "s1", "2026-12-01", &[concluded("s1", "g1", carried)]);
    act(
        &mut document,
        &Command::Write(path("outcome/s1-g1/evidence"), "Deux cas sur cinq".into()),
        &lea(),
        "2026-12-01T17:30:00Z",
    );
    held(&mut document, "s2", "2026-12-08", &[]);
    let slot = Booking { start: at("2026-12-15T17:00:00Z"), minutes: 45 };
    act(&mut document, &Command::Book(session("s3"), slot), &karim(), "2026-12-08T18:00:00Z");
    assert_eq!(
        told(&document, "g1", "2026-12-09T08:00:00Z"),
        ["call: g1 by mentor-1", "s1: g1 NotYet Carried Deux cas sur cinq", "s2: g1 left", "s3: waits 2 split"],
    );
}

#[test]
fn a_goal_written_anew_tells_the_story_of_the_one_it_came_of() {
    let mut document = started();
    held(&mut document, "s1", "2026-12-01", &[concluded("s1", "g1", NOT_YET), reworded("s1", "g1", &["g2"])]);
    held(&mut document, "s2", "2026-12-08", &[concluded("s2", "g2", GoalResult::Reached)]);
    let expected = ["call: g1 by mentor-1", "s1: g1 NotYet Reworded, g2 of g1 Reworded", "s2: g2 Reached"];
    assert_eq!(told(&document, "g2", "2026-12-09T08:00:00Z"), expected);
    let expected = ["call: g1 by mentor-1", "s1: g1 NotYet Reworded, became 1 Reworded"];
    assert_eq!(told(&document, "g1", "2026-12-09T08:00:00Z"), expected);
}

#[test]
fn a_goal_cut_in_a_session_or_in_the_week_says_so_on_both_sides() {
    let mut document = started();
    held(&mut document, "s1", "2026-12-01", &[concluded("s1", "g1", NOT_YET), reworded("s1", "g1", &["g2", "g3"])]);
    let expected = ["call: g1 by mentor-1", "s1: g1 NotYet Reworded, became 2 Split"];
    assert_eq!(told(&document, "g1", "2026-12-02T08:00:00Z"), expected);
    let split = Command::Goal(GoalCommand::Split(goal("g2"), goal("g4")));
    act(&mut document, &split, &lea(), "2026-12-03T08:00:00Z");
    let expected = ["call: g1 by mentor-1", "s1: g1 NotYet Reworded, g2 of g1 Split", "2026-12-03: became 1 Split"];
    assert_eq!(told(&document, "g2", "2026-12-04T08:00:00Z"), expected);
}

#[test]
fn goals_that_came_of_each_other_in_a_ring_are_told_once() {
    let mut document = started();
    act(&mut document, &Command::AddGoal(goal("g2")), &lea(), "2026-11-26T08:00:00Z");
    for (of, from) in [("g1", "g2"), ("g2", "g1")] {
        let field = format!("goal/{of}/from");
        super::support::write(&mut document, &field, from, &lea(), "2026-11-26T08:00:00Z");
    }
    let pairing = project(&document);
    assert!(
        pairing
            .goals
            .iter()
            .all(|it| story(&pairing, it, Instant::parse("2026-11-27T08:00:00Z").expect("a moment")).len() < 4)
    );
}

#[test]
fn the_board_shows_what_the_filter_lets_through() {
    let mut document = started();
    let p1 = project_id("p1");
    let add = ProgrammeCommand::AddProjects(vec![(p1.clone(), "Une bibliothèque".into())]);
    act(&mut document, &Command::Programme(add), &lea(), "2026-11-25T08:00:00Z");
    act(&mut document, &Command::AddGoal(goal("g2")), &lea(), "2026-11-25T08:00:00Z");
    act(&mut document, &Command::Write(path("goal/g2/what"), "lit".into()), &lea(), "2026-11-25T08:00:00Z");
    let serve = Command::Goal(GoalCommand::SetProject(goal("g2"), Some(p1.clone())));
    act(&mut document, &serve, &lea(), "2026-11-25T08:00:00Z");
    held(&mut document, "s1", "2026-12-01", &[concluded("s1", "g2", GoalResult::Reached)]);
    held(&mut document, "s2", "2026-12-08", &[concluded("s2", "g1", NOT_YET.with_rest(Some(Rest::Carried)))]);
    act(&mut document, &Command::SetGoalStatus(goal("g1"), GoalStatus::Doing), &lea(), "2026-12-09T08:00:00Z");
    let pairing = project(&document);
    assert_eq!(pairing.goals[1].written_by, Some(PersonId::STUDENT));
    let shown = |filter: Filter| {
        let admitted = pairing.goals.iter().filter(|it| filter.admits(&pairing, it));
        admitted.map(|it| it.id.to_string()).collect::<Vec<_>>()
    };
    let gone = project_id("gone");
    let any = Filter::default;
    for (filter, expected) in [
        (any(), vec!["g1", "g2"]),
        (Filter { project: OfProject::One(p1), ..any() }, vec!["g2"]),
        (Filter { project: OfProject::None, ..any() }, vec!["g1"]),
        (Filter { project: OfProject::One(gone), ..any() }, vec!["g1", "g2"]),
        (Filter { since: Some(session("s1")), ..any() }, vec!["g1", "g2"]),
        (Filter { since: Some(session("s2")), ..any() }, vec!["g1"]),
        (Filter { since: Some(session("gone")), ..any() }, vec!["g1", "g2"]),
        (Filter { group: Some(Group::Over), ..any() }, vec!["g2"]),
        (Filter { group: Some(Group::Doing), ..any() }, vec!["g1"]),
        (Filter { group: Some(Group::ToDo), ..any() }, vec![]),
    ] {
        assert_eq!(shown(filter.clone()), expected, "{filter:?}");
    }
    assert!(any().is_open());
}
