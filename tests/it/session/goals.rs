//! The goals that a session has before it, what they come to in it, and what it leaves to the next.

use binome::document::project;
use binome::domain::schema::{self, name};
use binome::domain::{Command, Goal, GoalResult, GoalStatus, Outcome, Pairing, Rest, SessionCommand};
use proptest::prelude::*;

use super::{BEFORE, DURING, History, PARTLY, conclude, concluded, id, reworded, session_of};
use crate::support::{act, at, day, goal, karim, lea};

fn written(mut history: History, id: &str, what: &str, moment: &str) -> History {
    history = history.and(&Command::AddGoal(goal(id)), moment);
    history.and(&Command::Write(schema::goal(&goal(id), name::WHAT), what.into()), moment)
}

fn goal_of<'a>(pairing: &'a Pairing, id: &str) -> &'a Goal {
    pairing.goals.iter().find(|it| it.id == goal(id)).expect("the goal")
}

fn up(pairing: &Pairing, session: &str) -> Vec<String> {
    pairing.goals_up(session_of(pairing, session)).map(|goal| goal.id.to_string()).collect()
}

fn for_next(pairing: &Pairing, session: &str) -> Vec<String> {
    let session = session_of(pairing, session);
    pairing.goals.iter().filter(|goal| pairing.is_for_next(goal, session)).map(|goal| goal.id.to_string()).collect()
}

fn carried(pairing: &Pairing, goal: &str) -> Vec<String> {
    pairing.carried_by(goal_of(pairing, goal)).into_iter().map(|session| session.id.to_string()).collect()
}

#[test]
fn goals_of_last_time_are_those_written_before_it_began() {
    let history = written(History::new().begun(), "g2", "livre le schéma", DURING);
    let pairing = history.pairing();
    assert_eq!(up(&pairing, "s1"), ["g1"]);
    assert_eq!(for_next(&pairing, "s1"), ["g2"]);
    assert_eq!(up(&pairing, "s2"), ["g1", "g2"], "the next one has both before it");
    let without_words = History::new().begun().and(&Command::AddGoal(goal("g0")), BEFORE).pairing();
    assert_eq!(up(&without_words, "s1"), ["g1"]);
}

#[test]
fn each_answer_leaves_its_goal_where_it_says() {
    let rest = |rest| GoalResult::Partly { rest: Some(rest) };
    let cases = [
        (GoalResult::Reached, GoalStatus::Reached, &[][..]),
        (PARTLY, GoalStatus::Doing, &["g1"][..]),
        (rest(Rest::Carried), GoalStatus::Doing, &["g1"]),
        (rest(Rest::Dropped), GoalStatus::Partly, &[]),
        (rest(Rest::Reworded), GoalStatus::Partly, &[]),
        (GoalResult::NotYet { rest: Some(Rest::Dropped) }, GoalStatus::NotYet, &[]),
    ];
    for (result, status, next) in cases {
        let history = History::new()
            .begun()
            .and(&Command::SetGoalStatus(goal("g1"), GoalStatus::Doing), BEFORE)
            .then(concluded("g1", result), DURING);
        let pairing = history.closed().pairing();
        assert_eq!(goal_of(&pairing, "g1").status, status, "{result:?}");
        assert_eq!(up(&pairing, "s1"), ["g1"], "{result:?}: what was looked at stays in its session");
        assert_eq!(up(&pairing, "s2"), next, "{result:?}");
        assert_eq!(pairing.outcome(&id("s1"), &goal("g1")).and_then(|it| it.result), Some(result));
    }
}

#[test]
fn another_answer_opens_a_goal_again() {
    let history = History::new().begun().then(concluded("g1", GoalResult::Reached), DURING);
    let history = history.then(concluded("g1", PARTLY), DURING);
    assert_eq!(goal_of(&history.pairing(), "g1").status, GoalStatus::Doing);
    assert_eq!(history.pairing().outcomes.len(), 1, "one goal in one session is one record");
}

#[test]
fn a_goal_marked_in_the_week_is_looked_at_once_and_then_rests() {
    let marked = Command::SetGoalStatus(goal("g1"), GoalStatus::Reached);
    let history = History::new().begun().and(&marked, BEFORE);
    assert_eq!(up(&history.pairing(), "s1"), ["g1"]);
    let pairing = history.closed().pairing();
    let outcome = pairing.outcome(&id("s1"), &goal("g1")).expect("put down on closing");
    assert_eq!(outcome.result, Some(GoalResult::Reached));
    assert_eq!(up(&pairing, "s2"), [""; 0]);
    assert_eq!(carried(&pairing, "g1"), [""; 0]);
}

#[test]
fn a_carried_goal_ends_with_the_next_session_unless_it_has_longer() {
    let carry = concluded("g1", GoalResult::NotYet { rest: Some(Rest::Carried) });
    let until = |end: Option<&str>| {
        let days = Command::SetGoalDays(goal("g1"), None, end.map(day));
        let history = History::new().begun().and(&days, BEFORE).then(carry.clone(), DURING);
        goal_of(&history.pairing(), "g1").end
    };
    assert_eq!(until(None), Some(day("2026-12-08")));
    assert_eq!(until(Some("2026-12-01")), Some(day("2026-12-08")));
    assert_eq!(until(Some("2026-12-22")), Some(day("2026-12-22")));
}

/// The weekly sessions after the first, each held and closed, the goal answered as said in each.
fn weeks(answers: &[Option<GoalResult>]) -> Pairing {
    let mut history = History::new();
    for (week, answer) in answers.iter().enumerate() {
        let name = format!("s{}", week + 1);
        let start = at("2026-12-01T17:00:00Z").plus_minutes(i64::try_from(week).expect("a week") * 7 * 24 * 60);
        let moment = |minutes: i64| start.plus_minutes(minutes).to_string();
        history = history.booked(&name, &start.to_string()).then(SessionCommand::Begin(id(&name)), &moment(0));
        if let Some(answer) = answer {
            history = history.then(conclude(&name, "g1", *answer), &moment(5));
        }
        history = history.then(SessionCommand::Close(id(&name), 45), &moment(45));
    }
    history.pairing()
}

#[test]
fn carries_are_counted_by_session() {
    let carry = Some(GoalResult::NotYet { rest: Some(Rest::Carried) });
    let (reached, dropped) = (Some(GoalResult::Reached), Some(GoalResult::NotYet { rest: Some(Rest::Dropped) }));
    let cases: [(&[Option<GoalResult>], &[&str]); 8] = [
        (&[], &[]),
        (&[reached], &[]),
        (&[dropped], &[]),
        (&[carry], &["s1"]),
        // Nobody looked at it, or nobody chose: it goes on all the same, and is said to.
        (&[None, Some(PARTLY)], &["s1", "s2"]),
        (&[carry, None, carry], &["s1", "s2", "s3"]),
        (&[carry, reached], &["s1"]),
        (&[carry, dropped, None], &["s1"]),
    ];
    for (answers, expected) in cases {
        assert_eq!(carried(&weeks(answers), "g1"), expected, "{answers:?}");
    }
}

#[test]
fn a_carry_chosen_in_a_session_under_way_counts_at_once() {
    let history = History::new().begun();
    assert_eq!(carried(&history.pairing(), "g1"), [""; 0]);
    let history = history.then(concluded("g1", GoalResult::NotYet { rest: Some(Rest::Carried) }), DURING);
    assert_eq!(carried(&history.pairing(), "g1"), ["s1"]);
    assert_eq!(carried(&history.closed().pairing(), "g1"), ["s1"], "and once only");
}

#[test]
fn a_goal_written_anew_begins_with_the_words_of_the_old() {
    let history = History::new()
        .begun()
        .and(&Command::Write(schema::goal(&goal("g1"), name::WHY), "le projet 2".into()), BEFORE)
        .then(concluded("g1", PARTLY), DURING)
        .then(reworded(&["g2", "g3"]), DURING);
    let pairing = history.pairing();
    assert_eq!(goal_of(&pairing, "g1").status, GoalStatus::Partly);
    for new in ["g2", "g3"] {
        let made = goal_of(&pairing, new);
        assert_eq!((made.what.as_str(), made.why.as_str()), ("rédige 5 cas", "le projet 2"));
        assert_eq!((made.from.clone(), made.status), (Some(goal("g1")), GoalStatus::ToDo));
        assert_eq!((made.start, made.end), (Some(day("2026-12-01")), Some(day("2026-12-08"))));
        assert_eq!(carried(&pairing, new), [""; 0]);
    }
    assert_eq!(for_next(&pairing, "s1"), ["g2", "g3"]);
    assert_eq!(up(&history.closed().pairing(), "s2"), ["g2", "g3"]);
}

#[test]
fn deciding_otherwise_takes_back_copies_that_nobody_changed() {
    let split = || History::new().begun().then(concluded("g1", PARTLY), DURING).then(reworded(&["g2", "g3"]), DURING);
    let changed = Command::Write(schema::goal(&goal("g3"), name::WHAT), "rédige 2 cas".into());
    let carry = || concluded("g1", GoalResult::Partly { rest: Some(Rest::Carried) });
    let left = |history: History| for_next(&history.pairing(), "s1");
    assert_eq!(left(split().then(carry(), DURING)), ["g1"]);
    assert_eq!(left(split().and(&changed, DURING).then(carry(), DURING)), ["g1", "g3"]);
    assert_eq!(left(split().then(reworded(&["g4"]), DURING)), ["g4"]);
}

#[test]
fn removing_a_goal_takes_what_it_came_to_along() {
    let outcome = Outcome::of(&id("s1"), &goal("g1"));
    let evidence = Command::Write(binome::domain::outcome::field(&outcome, name::EVIDENCE), "quatre cas".into());
    let history = History::new().begun().then(concluded("g1", PARTLY), DURING).and(&evidence, DURING);
    assert_eq!(history.pairing().outcomes[0].evidence, "quatre cas");
    let history = history.and(&Command::RemoveGoal(goal("g1")), DURING);
    assert_eq!(history.pairing().outcomes, []);
}

#[test]
fn two_devices_that_answer_make_one_record_and_keep_both_answers() {
    let (begun, mut hers) = (History::new().begun(), History::new().begun().0);
    let mut his = begun.0;
    act(&mut his, &Command::Session(concluded("g1", GoalResult::Reached)), &karim(), DURING);
    act(&mut hers, &Command::Session(concluded("g1", PARTLY)), &lea(), "2026-12-01T17:21:00Z");
    his.join(&hers);
    assert_eq!(project(&his).outcomes.len(), 1);
    let disputed: Vec<_> = his.conflicts().into_iter().map(|conflict| conflict.path.to_string()).collect();
    assert_eq!(disputed, ["goal/g1/status", "outcome/s1-g1/result"]);
}

proptest! {
    /// Whatever is answered week after week, a goal is never carried by more sessions than were held, nor once it ended.
    #[test]
    fn a_goal_is_carried_until_it_ends(answers in prop::collection::vec(0..6_usize, 0..6)) {
        let carried_on = GoalResult::NotYet { rest: Some(Rest::Carried) };
        let all = [None, Some(GoalResult::Reached), Some(PARTLY), Some(carried_on),
            Some(PARTLY.with_rest(Some(Rest::Dropped))), Some(PARTLY.with_rest(Some(Rest::Reworded)))];
        let answers: Vec<_> = answers.into_iter().map(|answer| all[answer]).collect();
        // A goal that ended is not looked at again.
        let ended = answers.iter().position(|answer| answer.is_some_and(GoalResult::ends_it));
        let answers = &answers[..ended.map_or(answers.len(), |at| at + 1)];
        let counted = carried(&weeks(answers), "g1");
        prop_assert_eq!(counted.len(), ended.unwrap_or(answers.len()));
    }
}
