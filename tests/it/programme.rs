//! The programme: its commands, what they refuse, and what the model makes of odd records.

use binome::document::{Document, project};
use binome::domain::programme::{MAX_PROJECTS, Towards};
use binome::domain::{
    Change, Command, Context, Mode, Oddity, Pairing, PointId, Programme, ProgrammeCommand, RecordKey, Refusal,
    TrackCommand, Value, decide,
};
use binome::i18n::Locale;
use rstest::rstest;

use super::support::{act, at, day, handed_over, joined, karim, lea, path, project_id as id, put, started, write};

const NOW: &str = "2026-11-24T17:25:00Z";

fn added(titles: &[(&str, &str)]) -> Command {
    let projects = titles.iter().map(|(project, title)| (id(project), (*title).to_owned())).collect();
    Command::Programme(ProgrammeCommand::AddProjects(projects))
}

/// A path of four projects, the second under way.
fn document() -> Document {
    let mut document = started();
    let add = added(&[("p1", "Préparer son année"), ("p2", "Enquêter"), ("p3", "Maquetter"), ("p4", "Tester")]);
    act(&mut document, &add, &karim(), NOW);
    act(&mut document, &Command::Programme(ProgrammeCommand::SetCurrent(Some(id("p2")))), &karim(), NOW);
    document
}

fn asked(pairing: &Pairing, command: ProgrammeCommand) -> Result<Vec<Change>, Refusal> {
    let context = Context { now: at(NOW), today: day("2026-11-24"), author: lea() };
    decide(pairing, &Command::Programme(command), &context)
}

fn does(document: &mut Document, command: ProgrammeCommand) {
    act(document, &Command::Programme(command), &lea(), "2026-11-24T17:30:00Z");
}

fn titles(programme: &Programme) -> Vec<&str> {
    programme.projects.iter().map(|project| project.title.as_str()).collect()
}

fn ids(document: &Document) -> Vec<String> {
    project(document).programme.projects.iter().map(|project| project.id.to_string()).collect()
}

#[test]
fn every_refusal_begins_where_it_should() {
    use ProgrammeCommand::{
        AddProjects, MoveProject, RemoveProject, SetCurrent, SetDays, SetMilestoneDay, SetMode, SetValidated,
    };
    let (monday, tuesday) = (Some(day("2026-11-23")), Some(day("2026-11-24")));
    let many =
        |count: usize| AddProjects((0..count).map(|at| (id(&format!("n{at}")), format!("Titre {at}"))).collect());
    let one = |title: &str| AddProjects(vec![(id("n"), title.to_owned())]);
    let cases = [
        (SetDays(tuesday, monday), Err(Refusal::EndBeforeStart)),
        (SetDays(tuesday, tuesday), Ok(())),
        (SetDays(None, monday), Ok(())),
        (SetMilestoneDay(None), Ok(())),
        (one(" \u{a0}"), Err(Refusal::TitleMissing)),
        (one(&"é".repeat(50_001)), Err(Refusal::TextTooLong)),
        (many(MAX_PROJECTS - 4), Ok(())),
        (many(MAX_PROJECTS - 3), Err(Refusal::TooManyProjects)),
        (AddProjects(vec![]), Ok(())),
        (MoveProject(id("gone"), Towards::Jury), Err(Refusal::Gone)),
        (SetMode(id("gone"), None), Err(Refusal::Gone)),
        (SetMode(id("p1"), Some(Mode::Defence)), Ok(())),
        (SetValidated(id("gone"), day("2026-11-24")), Err(Refusal::Gone)),
        (SetValidated(id("p1"), day("2026-11-24")), Ok(())),
        (SetValidated(id("p1"), day("2026-11-25")), Err(Refusal::DayAhead)),
        (RemoveProject(id("gone")), Err(Refusal::Gone)),
        (SetCurrent(Some(id("gone"))), Err(Refusal::Gone)),
        (SetCurrent(None), Ok(())),
    ];
    let pairing = project(&document());
    for (command, expected) in cases {
        assert_eq!(asked(&pairing, command.clone()).map(drop), expected, "{command:?}");
    }
}

#[test]
fn what_a_command_asks_for_is_what_the_model_then_says() {
    let mut document = document();
    does(&mut document, ProgrammeCommand::SetDays(Some(day("2026-09-01")), Some(day("2027-08-31"))));
    does(&mut document, ProgrammeCommand::SetMode(id("p1"), Some(Mode::Review)));
    does(&mut document, ProgrammeCommand::SetMilestoneDay(Some(day("2026-12-03"))));
    for (field, words) in [
        ("programme/main/name", "Développement web"),
        ("programme/main/milestone", "Session bilan"),
        ("project/p1/title", "Préparer son année d’étude"),
        ("project/p1/deliverables", "Un calendrier\nUn bilan"),
    ] {
        act(&mut document, &Command::Write(path(field), words.into()), &lea(), NOW);
    }
    let pairing = project(&document);
    let programme = &pairing.programme;
    assert_eq!(titles(programme), ["Préparer son année d’étude", "Enquêter", "Maquetter", "Tester"]);
    assert_eq!(programme.name, "Développement web");
    assert_eq!((programme.start, programme.end), (Some(day("2026-09-01")), Some(day("2027-08-31"))));
    assert_eq!((programme.milestone.what.as_str(), programme.milestone.by), ("Session bilan", Some(day("2026-12-03"))));
    assert_eq!(programme.current(), Some(1));
    let first = &programme.projects[0];
    assert_eq!((first.mode, first.deliverables.as_str()), (Some(Mode::Review), "Un calendrier\nUn bilan"));
    assert_eq!(first.created, Some(at(NOW)));
    assert_eq!(pairing.oddities, []);
}

#[test]
fn a_name_of_a_programme_may_be_emptied_and_its_projects_titles_too() {
    let pairing = project(&document());
    let context = Context { now: at(NOW), today: day("2026-11-24"), author: lea() };
    for field in ["programme/main/name", "programme/main/milestone", "project/p1/title", "contact/c1/name"] {
        let changes = decide(&pairing, &Command::Write(path(field), String::new()), &context);
        assert_eq!(changes, Ok(vec![put(field, "")]));
    }
}

#[rstest]
#[case("p1", Towards::Jury, ["p2", "p1", "p3", "p4"])]
#[case("p3", Towards::Start, ["p1", "p3", "p2", "p4"])]
#[case("p2", Towards::Start, ["p2", "p1", "p3", "p4"])]
#[case("p3", Towards::Jury, ["p1", "p2", "p4", "p3"])]
#[case("p1", Towards::Start, ["p1", "p2", "p3", "p4"])]
#[case("p4", Towards::Jury, ["p1", "p2", "p3", "p4"])]
fn a_project_changes_places_with_its_neighbour(
    #[case] moved: &str,
    #[case] towards: Towards,
    #[case] expected: [&str; 4],
) {
    let mut document = document();
    let changes = asked(&project(&document), ProgrammeCommand::MoveProject(id(moved), towards)).expect("allowed");
    assert!(changes.len() < 2, "one place is written: {changes:?}");
    does(&mut document, ProgrammeCommand::MoveProject(id(moved), towards));
    assert_eq!(ids(&document), expected);
}

#[test]
fn equal_and_missing_places_are_put_in_order_by_the_first_move() {
    let mut document = document();
    for project in ["p1", "p2", "p3"] {
        write(&mut document, &format!("project/{project}/order"), "m", &karim(), NOW);
    }
    write(&mut document, "project/p4/order", "not a place", &karim(), NOW);
    assert_eq!(ids(&document), ["p1", "p2", "p3", "p4"], "ties by identifier, without a place last");
    does(&mut document, ProgrammeCommand::MoveProject(id("p2"), Towards::Jury));
    assert_eq!(ids(&document), ["p1", "p3", "p2", "p4"]);
    does(&mut document, ProgrammeCommand::MoveProject(id("p4"), Towards::Start));
    assert_eq!(ids(&document), ["p1", "p3", "p4", "p2"]);
    assert_eq!(project(&document).oddities, [], "and every place can be read again");
}

#[test]
fn what_is_added_comes_last_even_after_a_project_without_a_place() {
    let mut document = document();
    write(&mut document, "project/p9/title", "Venu d’ailleurs", &karim(), NOW);
    act(&mut document, &added(&[("n1", "Le dernier"), ("n2", "Après lui")]), &lea(), NOW);
    assert_eq!(ids(&document), ["p1", "p2", "p3", "p4", "p9", "n1", "n2"]);
}

#[test]
fn removing_the_project_under_way_leaves_none_under_way() {
    let mut document = document();
    let removal = Change::Remove(RecordKey::new("project", "p2"));
    let expected = Ok(vec![removal.clone(), Change::Put(path("programme/main/current"), Value::Null)]);
    assert_eq!(asked(&project(&document), ProgrammeCommand::RemoveProject(id("p2"))), expected);
    let other = asked(&project(&document), ProgrammeCommand::RemoveProject(id("p1")));
    assert_eq!(other, Ok(vec![Change::Remove(RecordKey::new("project", "p1"))]));
    does(&mut document, ProgrammeCommand::RemoveProject(id("p2")));
    let programme = project(&document).programme;
    assert_eq!((titles(&programme).len(), programme.current), (3, None));
}

#[test]
fn one_removed_elsewhere_is_no_longer_under_way() {
    let mut document = document();
    write(&mut document, "programme/main/current", "gone", &karim(), NOW);
    let programme = project(&document).programme;
    assert_eq!((programme.current.clone(), programme.current()), (Some(id("gone")), None));
}

#[test]
fn two_who_reorder_apart_need_not_choose() {
    let mut hers = handed_over(&document()).document;
    let mut his = document();
    act(
        &mut hers,
        &Command::Programme(ProgrammeCommand::MoveProject(id("p1"), Towards::Jury)),
        &lea(),
        "2026-11-25T08:00:00Z",
    );
    for moment in ["2026-11-25T09:00:00Z", "2026-11-25T09:01:00Z"] {
        let further = Command::Programme(ProgrammeCommand::MoveProject(id("p1"), Towards::Jury));
        act(&mut his, &further, &karim(), moment);
    }
    let both = joined(&his, &hers);
    assert_eq!(both.conflicts(), []);
    assert_eq!(ids(&both), ["p2", "p1", "p3", "p4"], "the earlier of the two stands, on either side");
    assert_eq!(ids(&both), ids(&joined(&hers, &his)));
}

#[rstest]
#[case("programme/main/start", Value::from("2026-13-01"))]
#[case("programme/main/end", Value::from("99999-01-01"))]
#[case("programme/main/current", Value::from("Pas Un Identifiant"))]
#[case("programme/main/name", Value::Int(3))]
#[case("programme/main/milestone-by", Value::Bool(true))]
#[case("project/p1/order", Value::from("a0"))]
#[case("project/p1/mode", Value::from("exam"))]
#[case("project/p1/title", Value::List(vec![]))]
#[case("project/p1/created", Value::from("hier"))]
fn a_value_of_another_form_is_listed_and_the_rest_loads(#[case] field: &str, #[case] value: Value) {
    let mut document = document();
    write(&mut document, field, value, &karim(), "2026-11-24T17:40:00Z");
    let pairing = project(&document);
    assert_eq!(pairing.oddities, [Oddity::Unreadable(path(field))]);
    assert_eq!(pairing.programme.projects.len(), 4);
}

#[test]
fn fields_and_records_of_a_newer_version_are_passed_over() {
    let mut document = document();
    for field in ["programme/other/name", "programme/main/colour", "project/p1/colour"] {
        write(&mut document, field, Value::Int(1), &karim(), NOW);
    }
    assert_eq!(project(&document), project(&self::document()));
}

#[test]
fn the_deadline_that_is_marked_stands_in_the_steps_of_a_defence() {
    for locale in Locale::ALL {
        let points = locale.messages().points();
        let steps = points.lines(PointId::Defence, "Karim", "Léa");
        let marked = steps.iter().filter(|line| line.contains(points.deadline)).count();
        assert_eq!(marked, 1, "{locale:?}: {}", points.deadline);
    }
}

#[test]
fn a_validation_is_noted_and_taken_back_and_the_project_stays() {
    let mut document = document();
    does(&mut document, ProgrammeCommand::SetValidated(id("p1"), day("2026-11-20")));
    let validated = |document: &Document| project(document).programme.projects[0].validated;
    assert_eq!(validated(&document), Some(day("2026-11-20")));
    assert_eq!(project(&document).programme.current(), Some(1), "which project is under way stays for the two to say");
    act(&mut document, &Command::Track(TrackCommand::Unvalidate(id("p1"), "trop tôt".into())), &lea(), NOW);
    assert_eq!(validated(&document), None);
    assert_eq!(ids(&document), ["p1", "p2", "p3", "p4"]);
}

#[test]
fn the_project_to_go_on_with_is_the_next_one_that_is_not_validated() {
    let mut document = document();
    let next = |document: &Document, after: &str| {
        project(document).programme.next_after(&id(after)).map(|project| project.id.to_string())
    };
    assert_eq!(next(&document, "p2").as_deref(), Some("p3"));
    does(&mut document, ProgrammeCommand::SetValidated(id("p3"), day("2026-11-20")));
    does(&mut document, ProgrammeCommand::SetValidated(id("p4"), day("2026-11-20")));
    assert_eq!(next(&document, "p2").as_deref(), Some("p1"), "none after it: the first one left");
    does(&mut document, ProgrammeCommand::SetValidated(id("p1"), day("2026-11-20")));
    assert_eq!(next(&document, "p2"), None);
}
