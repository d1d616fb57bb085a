//! The sub-steps of goals, the project a goal serves, cutting one in two, and which question comes first.

use binome::document::{Document, project};
use binome::domain::sub_step::{MAX_SUB_STEPS, Towards};
use binome::domain::{
    Command, Context, GoalCommand, GoalResult, GoalStatus, Pairing, ProgrammeCommand, ProjectId, Refusal, Rest,
    SessionCommand, SubStepCommand, SubStepId, decide,
};
use proptest::prelude::*;

use super::support::{
    act, at, day, goal, handed_over, joined, karim, lea, project_id, question, session, started, write,
};

const NOON: &str = "2026-11-26T12:00:00Z";

fn step(id: &str) -> SubStepId {
    SubStepId::parse(id).expect("a sub-step")
}

fn does(document: &mut Document, command: SubStepCommand) {
    act(document, &Command::SubStep(command), &lea(), NOON);
}

fn adds(document: &mut Document, names: &[&str]) {
    for name in names {
        does(document, SubStepCommand::Add(step(name), goal("g1"), format!("fait {name}")));
    }
}

fn refused(pairing: &Pairing, command: Command) -> Option<Refusal> {
    let context = Context { now: at(NOON), today: day("2026-11-26"), author: lea() };
    decide(pairing, &command, &context).err()
}

/// The names of a goal's sub-steps, in their order.
fn names(document: &Document) -> Vec<String> {
    let pairing = project(document);
    pairing.sub_steps_of(&goal("g1")).map(|step| step.id.to_string()).collect()
}

#[test]
fn sub_steps_stand_in_the_order_in_which_they_were_added() {
    let mut document = started();
    adds(&mut document, &["zo", "ab", "mi"]);
    assert_eq!(names(&document), ["zo", "ab", "mi"]);
    does(&mut document, SubStepCommand::Tick(step("ab"), true));
    let pairing = project(&document);
    let g1 = goal("g1");
    let done: Vec<_> = pairing.sub_steps_of(&g1).map(|step| (step.text.as_str(), step.done)).collect();
    assert_eq!(done, [("fait zo", false), ("fait ab", true), ("fait mi", false)]);
}

#[test]
fn a_sub_step_changes_places_with_its_neighbour_and_stops_at_the_ends() {
    let mut document = started();
    adds(&mut document, &["a", "b", "c"]);
    for (moved, towards, expected) in [
        ("c", Towards::Up, ["a", "c", "b"]),
        ("c", Towards::Up, ["c", "a", "b"]),
        ("c", Towards::Up, ["c", "a", "b"]),
        ("a", Towards::Down, ["c", "b", "a"]),
        ("a", Towards::Down, ["c", "b", "a"]),
    ] {
        does(&mut document, SubStepCommand::Move(step(moved), towards));
        assert_eq!(names(&document), expected, "{moved} {towards:?}");
    }
}

#[test]
fn what_cannot_be_done_with_a_sub_step_is_refused() {
    let mut document = started();
    adds(&mut document, &["a"]);
    let pairing = project(&document);
    let cases = [
        (SubStepCommand::Add(step("b"), goal("g1"), " \n ".into()), Refusal::SubStepEmpty),
        (SubStepCommand::Add(step("b"), goal("gone"), "mots".into()), Refusal::Gone),
        (SubStepCommand::Tick(step("b"), true), Refusal::Gone),
        (SubStepCommand::Move(step("b"), Towards::Up), Refusal::Gone),
        (SubStepCommand::Remove(step("b")), Refusal::Gone),
        (SubStepCommand::Promote(step("b"), goal("g2")), Refusal::Gone),
    ];
    for (command, refusal) in cases {
        assert_eq!(refused(&pairing, Command::SubStep(command.clone())), Some(refusal), "{command:?}");
    }
    for count in 1..MAX_SUB_STEPS {
        does(&mut document, SubStepCommand::Add(step(&format!("n{count}")), goal("g1"), "un de plus".into()));
    }
    let more = SubStepCommand::Add(step("b"), goal("g1"), "un de trop".into());
    assert_eq!(refused(&project(&document), Command::SubStep(more)), Some(Refusal::TooManySubSteps));
}

#[test]
fn sub_steps_that_two_people_add_tick_and_move_apart_all_stay() {
    let mut his = started();
    adds(&mut his, &["a", "b"]);
    let mut hers = handed_over(&his).document;
    act(&mut his, &Command::SubStep(SubStepCommand::Move(step("b"), Towards::Up)), &karim(), NOON);
    act(&mut his, &Command::SubStep(SubStepCommand::Add(step("c"), goal("g1"), "chez Karim".into())), &karim(), NOON);
    does(&mut hers, SubStepCommand::Tick(step("a"), true));
    does(&mut hers, SubStepCommand::Add(step("d"), goal("g1"), "chez Léa".into()));
    let both = joined(&his, &hers);
    assert_eq!(both, joined(&hers, &his));
    let mut all = names(&both);
    assert_eq!(all.first().map(String::as_str), Some("b"), "{all:?}");
    all.sort_unstable();
    assert_eq!(all, ["a", "b", "c", "d"]);
    assert!(project(&both).sub_steps.iter().any(|it| it.id == step("a") && it.done));
}

#[test]
fn removing_a_goal_removes_its_sub_steps_and_those_written_elsewhere_meanwhile_stay_apart() {
    let mut his = started();
    adds(&mut his, &["a"]);
    let mut hers = handed_over(&his).document;
    act(&mut his, &Command::RemoveGoal(goal("g1")), &karim(), NOON);
    assert!(project(&his).sub_steps.is_empty());
    adds(&mut hers, &["b"]);
    let mut both = joined(&his, &hers);
    let pairing = project(&both);
    assert_eq!(pairing.stray_sub_steps().map(|step| step.text.as_str()).collect::<Vec<_>>(), ["fait b"]);
    act(&mut both, &Command::SubStep(SubStepCommand::Promote(step("b"), goal("g9"))), &lea(), NOON);
    let pairing = project(&both);
    assert_eq!(pairing.goals.iter().map(|goal| goal.what.as_str()).collect::<Vec<_>>(), ["fait b"]);
    assert!(pairing.sub_steps.is_empty());
}

#[test]
fn a_goal_serves_a_project_of_the_programme() {
    let mut document = started();
    let p1 = project_id("p1");
    let serve = |to: Option<&ProjectId>| Command::Goal(GoalCommand::SetProject(goal("g1"), to.cloned()));
    assert_eq!(refused(&project(&document), serve(Some(&p1))), Some(Refusal::Gone));
    let add = ProgrammeCommand::AddProjects(vec![(p1.clone(), "Une bibliothèque".into())]);
    act(&mut document, &Command::Programme(add), &lea(), NOON);
    act(&mut document, &serve(Some(&p1)), &lea(), NOON);
    assert_eq!(project(&document).goals[0].project, Some(p1));
    act(&mut document, &serve(None), &lea(), NOON);
    let pairing = project(&document);
    assert_eq!(pairing.goals[0].project, None);
    assert_eq!(pairing.goals[0].what, "rédige 5 cas", "clearing the project removes nothing else");
}

#[test]
fn a_goal_cut_in_two_keeps_its_history_and_the_second_part_says_where_it_comes_from() {
    let mut document = started();
    let split = Command::Goal(GoalCommand::Split(goal("g1"), goal("g2")));
    act(&mut document, &split, &lea(), NOON);
    let pairing = project(&document);
    let [first, second] = pairing.goals.as_slice() else { panic!("two goals: {:?}", pairing.goals) };
    assert_eq!((first.id.as_str(), second.from.as_ref()), ("g1", Some(&goal("g1"))));
    assert_eq!((&second.what, second.end, second.status), (&first.what, first.end, GoalStatus::ToDo));
    act(&mut document, &Command::SetGoalStatus(goal("g1"), GoalStatus::Reached), &lea(), NOON);
    let again = Command::Goal(GoalCommand::Split(goal("g1"), goal("g3")));
    assert_eq!(refused(&project(&document), again), Some(Refusal::NotNow));
}

#[test]
fn a_part_cut_off_in_the_week_stays_when_the_session_carries_the_other() {
    let mut document = started();
    act(&mut document, &Command::Goal(GoalCommand::Split(goal("g1"), goal("g2"))), &lea(), NOON);
    let begin = Command::Session(SessionCommand::Begin(session("s1")));
    act(&mut document, &begin, &karim(), "2026-12-01T17:02:00Z");
    let carry = SessionCommand::Conclude {
        session: session("s1"),
        goal: goal("g1"),
        result: GoalResult::NotYet { rest: Some(Rest::Carried) },
        until: None,
    };
    act(&mut document, &Command::Session(carry), &karim(), "2026-12-01T17:10:00Z");
    assert_eq!(project(&document).goals.len(), 2);
}

#[test]
fn questions_to_take_up_first_lead_the_agenda_of_the_session() {
    let mut document = started();
    for (id, moment) in [("q1", "2026-11-25T08:00:00Z"), ("q2", "2026-11-25T09:00:00Z"), ("q3", "2026-11-25T10:00:00Z")]
    {
        act(&mut document, &Command::Ask(question(id), format!("Pourquoi {id} ?")), &lea(), moment);
    }
    let agenda = |document: &Document| {
        let pairing = project(document);
        let session = pairing.session(&session("s1")).expect("a session");
        pairing.questions_up(session).into_iter().map(|question| question.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(agenda(&document), ["point-companion", "q1", "q2", "q3"]);
    act(&mut document, &Command::SetFirst(question("q3"), true), &lea(), NOON);
    act(&mut document, &Command::SetFirst(question("q2"), true), &lea(), NOON);
    assert_eq!(agenda(&document), ["q2", "q3", "point-companion", "q1"]);
    act(&mut document, &Command::SetFirst(question("q2"), false), &lea(), NOON);
    assert_eq!(agenda(&document), ["q3", "point-companion", "q1", "q2"]);
    assert_eq!(refused(&project(&document), Command::SetFirst(question("gone"), true)), Some(Refusal::Gone));
}

#[test]
fn a_place_that_cannot_be_read_leaves_the_sub_step_at_the_end() {
    let mut document = started();
    adds(&mut document, &["a", "b"]);
    write(&mut document, "goal-step/a/order", "A?", &lea(), NOON);
    assert_eq!(names(&document), ["b", "a"]);
    does(&mut document, SubStepCommand::Move(step("a"), Towards::Up));
    assert_eq!(names(&document), ["a", "b"]);
}

proptest! {
    /// Whatever is added, moved and removed, the list is what a plain list would be.
    #[test]
    fn sub_steps_move_like_things_in_a_list(acts in prop::collection::vec((0..4_usize, 0..12_usize), 1..40)) {
        let mut document = started();
        let mut list: Vec<String> = Vec::new();
        for (count, (act, at)) in acts.into_iter().enumerate() {
            let at = if list.is_empty() { 0 } else { at % list.len() };
            match act {
                0 if !list.is_empty() => {
                    does(&mut document, SubStepCommand::Remove(step(&list.remove(at))));
                }
                1 if !list.is_empty() => {
                    does(&mut document, SubStepCommand::Move(step(&list[at]), Towards::Up));
                    if at > 0 { list.swap(at, at - 1); }
                }
                2 if !list.is_empty() => {
                    does(&mut document, SubStepCommand::Move(step(&list[at]), Towards::Down));
                    if at + 1 < list.len() { list.swap(at, at + 1); }
                }
                _ => {
                    let name = format!("n{count}");
                    adds(&mut document, &[&name]);
                    list.push(name);
                }
            }
            prop_assert_eq!(names(&document), list.clone());
        }
    }
}
