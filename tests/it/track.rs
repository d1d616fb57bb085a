//! The track of a project: which act each state allows, what it then says, and what it makes of records that copies brought together.

use binome::document::{Document, project};
use binome::domain::schema::name;
use binome::domain::track::{Station, Stop, StopState};
use binome::domain::{
    Author, Booking, Change, Command, Context, Finding, Mode, Pairing, PersonId, ProgrammeCommand, Refusal,
    SessionCommand, SessionKind, SessionState, Stage, StandingCommand, Track, TrackCommand, TrackOddity, Turn, Value,
    decide, session,
};
use rstest::rstest;

mod laws;

use super::support::{act, at, day, karim, lea, path, project_id as pid, session as sid, started, write};

/// Hours of a fortnight: the acts of a story follow one another by them.
const MONDAY: &str = "2026-11-30T09:00:00Z";
const THURSDAY: &str = "2026-12-03T13:00:00Z";
const FRIDAY: &str = "2026-12-04T09:00:00Z";
const SECOND: &str = "2026-12-10T13:00:00Z";
const LATER: &str = "2026-12-11T09:00:00Z";

fn slot(start: &str) -> Booking {
    Booking { start: at(start), minutes: 30 }
}

/// A pair with a project of each mode, `r` and `d`, and one that says nothing of it, `n`.
#[derive(Clone)]
struct Story(Document);

impl Story {
    fn new() -> Self {
        let mut story = Self(started());
        let added = ["r", "d", "n"].map(|id| (pid(id), format!("Projet {id}")));
        let moment = "2026-11-24T17:45:00Z";
        story.act(&Command::Programme(ProgrammeCommand::AddProjects(added.to_vec())), moment);
        for (id, mode) in [("r", Mode::Review), ("d", Mode::Defence)] {
            story.act(&Command::Programme(ProgrammeCommand::SetMode(pid(id), Some(mode))), moment);
        }
        story
    }

    fn act(&mut self, command: &Command, moment: &str) {
        act(&mut self.0, command, &karim(), moment);
    }

    fn then(mut self, command: TrackCommand, moment: &str) -> Self {
        self.act(&Command::Track(command), moment);
        self
    }

    fn stands(mut self, command: StandingCommand, moment: &str) -> Self {
        self.act(&Command::Session(SessionCommand::Standing(command)), moment);
        self
    }

    fn writes(mut self, field: &str, value: impl Into<Value>) -> Self {
        write(&mut self.0, field, value, &lea(), FRIDAY);
        self
    }

    fn pairing(&self) -> Pairing {
        project(&self.0)
    }

    fn track(&self, id: &str, moment: &str) -> Track {
        let pairing = self.pairing();
        Track::of(&pairing, pairing.project(&pid(id)).expect("the project"), at(moment))
    }

    fn refused(&self, command: &Command, moment: &str) -> Option<Refusal> {
        let context = Context { now: at(moment), today: day(&moment[..10]), author: karim() };
        decide(&self.pairing(), command, &context).err()
    }

    fn conditional(mut self) -> Self {
        write(&mut self.0, "contract/main/conditional", true, &karim(), MONDAY);
        self
    }
}

use TrackCommand::{Authorise, Book, Conclude, Correct, Deposit, Resubmit, TellReady, Unvalidate, Withdraw};

fn authorised() -> Story {
    Story::new().then(Authorise(pid("d"), day("2026-11-24")), MONDAY)
}

fn booked() -> Story {
    authorised().then(Book(pid("d"), sid("a"), slot(THURSDAY)), MONDAY)
}

fn deposited() -> Story {
    booked().then(Deposit(sid("a"), Some(at("2026-12-01T12:00:00Z"))), "2026-12-01T12:05:00Z")
}

fn concluded(finding: Finding) -> Story {
    deposited().conditional().then(Conclude(sid("a"), finding, day("2026-12-03")), "2026-12-03T14:00:00Z")
}

fn to_rework() -> Story {
    concluded(Finding::ToRework)
}

fn told() -> Story {
    to_rework().then(TellReady(pid("d"), Some(at(FRIDAY))), FRIDAY)
}

fn planned() -> Story {
    told().then(Book(pid("d"), sid("b"), slot(SECOND)), FRIDAY)
}

fn validated() -> Story {
    planned().then(Conclude(sid("b"), Finding::Validated, day("2026-12-10")), "2026-12-10T14:00:00Z")
}

fn off() -> Story {
    booked().stands(StandingCommand::MissedBy(sid("a"), PersonId::STUDENT), "2026-12-03T15:00:00Z")
}

fn stand(command: StandingCommand) -> Command {
    Command::Session(SessionCommand::Standing(command))
}

/// Every act on a project of mode defence, from every state of its track.
#[test]
fn every_state_of_a_defence_allows_what_the_path_allows_and_says_why_not() {
    // The state, and the moment at which it is looked at.
    let states = [
        (Story::new(), MONDAY),
        (authorised(), MONDAY),
        (booked(), MONDAY),
        (deposited(), "2026-12-03T14:00:00Z"),
        (to_rework(), FRIDAY),
        (told(), FRIDAY),
        (planned(), FRIDAY),
        (validated(), LATER),
        (off(), FRIDAY),
    ];
    let a = || sid("a");
    let cases: Vec<(&str, Command, &str)> = vec![
        (
            "authorise",
            Command::Track(Authorise(pid("d"), day("2026-11-30"))),
            "yes yes yes yes yes yes yes AlreadyValidated yes",
        ),
        (
            "withdraw",
            Command::Track(Withdraw(pid("d"), "erreur".into())),
            "OutOfTurn yes AuthorisationUsed AuthorisationUsed AuthorisationUsed AuthorisationUsed AuthorisationUsed AuthorisationUsed yes",
        ),
        (
            "book",
            Command::Track(Book(pid("d"), sid("z"), slot("2026-12-20T13:00:00Z"))),
            "NotAuthorised yes AttemptOpen AttemptOpen NotToldReady yes AttemptOpen AlreadyValidated yes",
        ),
        (
            "deposit",
            Command::Track(Deposit(a(), Some(at("2026-11-30T08:00:00Z")))),
            "Gone Gone yes yes HasResult HasResult HasResult HasResult CalledOff",
        ),
        (
            "result",
            Command::Track(Conclude(a(), Finding::Validated, day("2026-11-30"))),
            "Gone Gone NotPresented NotPresented NotPresented NotPresented NotPresented NotPresented CalledOff",
        ),
        (
            "ready",
            Command::Track(TellReady(pid("d"), None)),
            "OutOfTurn OutOfTurn OutOfTurn OutOfTurn yes yes AttemptOpen OutOfTurn OutOfTurn",
        ),
        (
            "resubmit",
            Command::Track(Resubmit(a(), Some(at("2026-11-30T08:00:00Z")))),
            "Gone Gone OutOfTurn OutOfTurn OutOfTurn OutOfTurn OutOfTurn OutOfTurn CalledOff",
        ),
        (
            "validate by hand",
            Command::Programme(ProgrammeCommand::SetValidated(pid("d"), day("2026-11-30"))),
            "yes yes ByItsSession ByItsSession ByItsSession ByItsSession ByItsSession ByItsSession yes",
        ),
        (
            "take the validation back",
            Command::Track(Unvalidate(pid("d"), "erreur".into())),
            "OutOfTurn OutOfTurn OutOfTurn OutOfTurn OutOfTurn OutOfTurn OutOfTurn ByItsSession OutOfTurn",
        ),
        (
            "change its mode",
            Command::Programme(ProgrammeCommand::SetMode(pid("d"), Some(Mode::Review))),
            "yes TrackBegun TrackBegun TrackBegun TrackBegun TrackBegun TrackBegun TrackBegun TrackBegun",
        ),
        (
            "make the weekly session its defence",
            stand(StandingCommand::SetKind(sid("s1"), SessionKind::Defence, Some(pid("d")))),
            "NotAuthorised yes AttemptOpen AttemptOpen OutOfTurn OutOfTurn AttemptOpen AlreadyValidated yes",
        ),
        (
            "make the defence a weekly session",
            stand(StandingCommand::SetKind(a(), SessionKind::Mentoring, None)),
            "Gone Gone yes yes HasResult HasResult HasResult HasResult yes",
        ),
        (
            "move the defence",
            Command::Book(a(), slot("2026-12-20T13:00:00Z")),
            "yes yes yes yes HasResult HasResult HasResult HasResult CalledOff",
        ),
        ("unbook it", Command::Unbook(a()), "Gone Gone yes yes Gone Gone Gone Gone Gone"),
        (
            "say that nobody came",
            stand(StandingCommand::MissedBy(a(), PersonId::STUDENT)),
            "Gone Gone NotBegunYet yes HasResult HasResult HasResult HasResult CalledOff",
        ),
        (
            "reopen it",
            Command::Session(SessionCommand::Reopen(a())),
            "Gone Gone NotNow NotNow HasResult HasResult HasResult HasResult NotNow",
        ),
    ];
    for (name, command, expected) in cases {
        let answer = |(story, moment): &(Story, &str)| story.refused(&command, moment);
        let said = |answer: Option<Refusal>| answer.map_or("yes".to_owned(), |refusal| format!("{refusal:?}"));
        let answers: Vec<String> = states.iter().map(answer).map(said).collect();
        assert_eq!(answers.join(" "), expected, "{name}");
    }
}

#[test]
fn what_a_defence_comes_to_is_noted_once_it_is_presented_and_no_other_way() {
    let now = "2026-12-03T14:00:00Z";
    let note = |finding| Command::Track(Conclude(sid("a"), finding, day("2026-12-03")));
    let cases = [
        (deposited(), note(Finding::Validated), now, None),
        (booked(), note(Finding::ToRework), now, None),
        (deposited(), note(Finding::NotYet), now, Some(Refusal::OtherMode)),
        (deposited(), note(Finding::Conditional), now, Some(Refusal::NoConditional)),
        (deposited().conditional(), note(Finding::Conditional), now, None),
        (deposited(), note(Finding::Validated), "2026-12-03T12:59:00Z", Some(Refusal::NotPresented)),
        (
            deposited(),
            Command::Track(Conclude(sid("a"), Finding::Validated, day("2026-12-04"))),
            now,
            Some(Refusal::DayAhead),
        ),
        (to_rework(), note(Finding::Validated), FRIDAY, Some(Refusal::HasResult)),
        (off(), note(Finding::Validated), FRIDAY, Some(Refusal::CalledOff)),
        (concluded(Finding::Conditional), note(Finding::Conditional), FRIDAY, Some(Refusal::HasResult)),
        (concluded(Finding::Conditional), note(Finding::ToRework), FRIDAY, None),
    ];
    for (story, command, moment, expected) in cases {
        assert_eq!(story.refused(&command, moment), expected, "{command:?}");
    }
    let nameless = Story::new().stands(StandingCommand::SetKind(sid("s1"), SessionKind::Defence, None), MONDAY);
    let command = Command::Track(Conclude(sid("s1"), Finding::Validated, day("2026-12-01")));
    assert_eq!(nameless.refused(&command, FRIDAY), Some(Refusal::ProjectMissing), "booked without its project");
    let weekly = Command::Track(Conclude(sid("s1"), Finding::Validated, day("2026-12-01")));
    assert_eq!(Story::new().refused(&weekly, FRIDAY), Some(Refusal::OutOfTurn), "a weekly session validates nothing");
}

#[test]
fn a_correction_says_why_and_never_what_a_later_attempt_builds_on() {
    let to = |finding| Some((finding, day("2026-12-03")));
    let why = |to| Command::Track(Correct(sid("a"), to, "mauvais projet".into()));
    let blank = Command::Track(Correct(sid("a"), None, " ".into()));
    assert_eq!(to_rework().refused(&blank, FRIDAY), Some(Refusal::ReasonMissing));
    assert_eq!(to_rework().refused(&why(to(Finding::ToRework)), FRIDAY), Some(Refusal::OutOfTurn), "nothing changes");
    assert_eq!(deposited().refused(&why(to(Finding::Validated)), FRIDAY), Some(Refusal::OutOfTurn), "no result yet");
    assert_eq!(planned().refused(&why(None), FRIDAY), Some(Refusal::LaterAttempt));
    assert_eq!(validated().refused(&why(None), LATER), Some(Refusal::LaterAttempt));

    let taken_back = told().then(Correct(sid("a"), None, "trop tôt".into()), FRIDAY);
    let pairing = taken_back.pairing();
    assert_eq!(taken_back.track("d", FRIDAY).stage, Stage::ToConclude { session: sid("a") });
    assert_eq!(pairing.project(&pid("d")).and_then(|project| project.ready_told), None);
    assert_eq!(pairing.session(&sid("a")).map(|it| it.result_reason.clone()).as_deref(), Some("trop tôt"));
    let passed = to_rework().then(Correct(sid("a"), to(Finding::Validated), "mal lu".into()), FRIDAY);
    assert_eq!(passed.track("d", FRIDAY).stage, Stage::Validated { day: day("2026-12-03") });
    let failed =
        validated().then(Correct(sid("b"), Some((Finding::ToRework, day("2026-12-10"))), "mal lu".into()), LATER);
    assert_eq!(failed.track("d", LATER).stage, Stage::ToTell { after: sid("b") }, "more than one rework");
    assert_eq!(failed.track("d", LATER).oddities, []);
}

#[test]
fn a_defence_goes_from_the_authorisation_to_its_result_and_says_whose_turn_it_is() {
    let deadline = at("2026-12-01T13:00:00Z");
    let cases: Vec<(Story, &str, Stage, Option<Turn>)> = vec![
        (Story::new(), MONDAY, Stage::ToAuthorise, Some(Turn::Mentor)),
        (authorised(), MONDAY, Stage::ToBook { again: false }, Some(Turn::Student)),
        (booked(), MONDAY, Stage::ToDeposit { session: sid("a"), start: at(THURSDAY), deadline }, Some(Turn::Student)),
        (
            deposited(),
            "2026-12-02T09:00:00Z",
            Stage::ToPresent { session: sid("a"), start: at(THURSDAY) },
            Some(Turn::Student),
        ),
        (deposited(), FRIDAY, Stage::ToConclude { session: sid("a") }, Some(Turn::Assessor)),
        (booked(), FRIDAY, Stage::ToConclude { session: sid("a") }, Some(Turn::Assessor)),
        (off(), FRIDAY, Stage::ToBook { again: false }, Some(Turn::Student)),
        (
            concluded(Finding::Conditional),
            FRIDAY,
            Stage::ToResubmit { session: sid("a"), deadline: at("2026-12-05T14:00:00Z") },
            Some(Turn::Student),
        ),
        (
            concluded(Finding::Conditional).then(Resubmit(sid("a"), Some(at(FRIDAY))), FRIDAY),
            FRIDAY,
            Stage::ToDecide { session: sid("a"), deadline: at("2026-12-06T09:00:00Z") },
            Some(Turn::Assessor),
        ),
        (to_rework(), FRIDAY, Stage::ToTell { after: sid("a") }, Some(Turn::Student)),
        (told(), FRIDAY, Stage::ToPlan { after: sid("a"), told: at(FRIDAY) }, Some(Turn::Assessor)),
        (validated(), LATER, Stage::Validated { day: day("2026-12-10") }, None),
    ];
    for (story, moment, stage, turn) in cases {
        let track = story.track("d", moment);
        assert_eq!((&track.stage, track.turn()), (&stage, turn));
        assert_eq!(track.oddities, []);
    }
}

#[test]
fn a_bilan_is_submitted_debriefed_and_validated_or_followed_by_another() {
    let stage = |story: &Story, moment: &str| story.track("r", moment).stage;
    let turn = |story: &Story, moment: &str| story.track("r", moment).turn();
    let new = Story::new();
    assert_eq!(stage(&new, MONDAY), Stage::ToBook { again: false });
    let named = new.stands(StandingCommand::SetKind(sid("s1"), SessionKind::Review, Some(pid("r"))), MONDAY);
    let start = at("2026-12-01T17:00:00Z");
    assert_eq!(stage(&named, MONDAY), Stage::ToDeposit { session: sid("s1"), start, deadline: start });
    let submitted = named.then(Deposit(sid("s1"), Some(at(MONDAY))), MONDAY);
    assert_eq!(
        (stage(&submitted, MONDAY), turn(&submitted, MONDAY)),
        (Stage::ToPresent { session: sid("s1"), start }, Some(Turn::Both))
    );
    assert_eq!(turn(&submitted, FRIDAY), Some(Turn::Mentor));
    let again = submitted.clone().then(Conclude(sid("s1"), Finding::NotYet, day("2026-12-01")), "2026-12-01T18:00:00Z");
    assert_eq!(stage(&again, FRIDAY), Stage::ToBook { again: true });
    assert_eq!(again.track("r", FRIDAY).oddities, []);
    let second = again.then(Book(pid("r"), sid("b"), slot(SECOND)), FRIDAY);
    let done = second.then(Conclude(sid("b"), Finding::Validated, day("2026-12-10")), SECOND);
    assert_eq!(stage(&done, LATER), Stage::Validated { day: day("2026-12-10") });
    let authorise = Command::Track(Authorise(pid("r"), day("2026-11-24")));
    assert_eq!(Story::new().refused(&authorise, MONDAY), Some(Refusal::OtherMode));
    let rework = Command::Track(Conclude(sid("s1"), Finding::ToRework, day("2026-12-01")));
    assert_eq!(submitted.refused(&rework, FRIDAY), Some(Refusal::OtherMode));
}

#[test]
fn a_project_that_does_not_say_how_it_is_validated_says_so_first() {
    let story = Story::new();
    assert_eq!(
        (story.track("n", MONDAY).stage, story.track("n", MONDAY).turn()),
        (Stage::ModeUnknown, Some(Turn::Both))
    );
    for command in [
        Command::Track(Authorise(pid("n"), day("2026-11-24"))),
        Command::Track(Book(pid("n"), sid("z"), slot(SECOND))),
        stand(StandingCommand::SetKind(sid("s1"), SessionKind::Defence, Some(pid("n")))),
    ] {
        assert_eq!(story.refused(&command, MONDAY), Some(Refusal::ModeMissing), "{command:?}");
    }
    let named = story.stands(StandingCommand::SetKind(sid("s1"), SessionKind::Review, Some(pid("n"))), MONDAY);
    let mode = named.pairing().project(&pid("n")).and_then(|project| project.mode);
    assert_eq!(mode, Some(Mode::Review), "a bilan that names it says it");
}

#[test]
fn the_second_defence_is_with_the_first_one_s_assessor() {
    let write = |id: &str| Command::Write(session::field(&sid(id), name::ASSESSOR), "Paul".into());
    let mut story = booked();
    story.act(&Command::Write(session::field(&sid("a"), name::ASSESSOR), "Inès Morvan".into()), MONDAY);
    let story = story
        .then(Conclude(sid("a"), Finding::ToRework, day("2026-12-03")), "2026-12-03T14:00:00Z")
        .then(TellReady(pid("d"), Some(at(FRIDAY))), FRIDAY)
        .then(Book(pid("d"), sid("b"), slot(SECOND)), FRIDAY);
    let pairing = story.pairing();
    assert_eq!(pairing.assessor(pairing.session(&sid("b")).expect("the second")), "Inès Morvan");
    assert_eq!(story.refused(&write("b"), FRIDAY), Some(Refusal::AnotherAssessor));
    assert_eq!(story.refused(&write("a"), FRIDAY), None, "the first one's may be put right");
    let merged = story.writes("session/b/assessor", "Paul");
    assert_eq!(merged.track("d", FRIDAY).oddities, [TrackOddity::AnotherAssessor(sid("b"))]);
    let pairing = merged.pairing();
    assert_eq!(
        pairing.assessor(pairing.session(&sid("b")).expect("the second")),
        "Inès Morvan",
        "carried over all the same"
    );
}

#[test]
fn a_defence_that_was_missed_or_cancelled_keeps_its_authorisation_and_is_booked_anew() {
    let again = off().then(Book(pid("d"), sid("b"), slot(SECOND)), FRIDAY);
    let track = again.track("d", FRIDAY);
    assert!(matches!(track.stage, Stage::ToDeposit { .. }));
    assert_eq!(track.oddities, []);
    let revived =
        stand(StandingCommand::Correct(sid("a"), SessionState::Booked(slot(THURSDAY)), "elle est venue".into()));
    assert_eq!(again.refused(&revived, FRIDAY), Some(Refusal::AttemptOpen), "two at once");
    assert_eq!(off().refused(&revived, FRIDAY), None);
    let replaced = stand(StandingCommand::Replace(sid("a"), sid("c"), slot(SECOND)));
    assert_eq!(again.refused(&replaced, FRIDAY), Some(Refusal::AttemptOpen));
    assert_eq!(off().refused(&replaced, FRIDAY), None);
}

#[test]
fn deliverables_are_submitted_in_the_past_and_before_the_presentation() {
    let submit = |moment: &str| Command::Track(Deposit(sid("a"), Some(at(moment))));
    assert_eq!(booked().refused(&submit(FRIDAY), MONDAY), Some(Refusal::NotBegunYet));
    assert_eq!(booked().refused(&submit(THURSDAY), FRIDAY), Some(Refusal::AfterPresentation));
    assert_eq!(booked().refused(&submit("2026-12-03T12:59:00Z"), FRIDAY), None, "late, and flagged");
}

#[test]
fn the_stations_tell_what_was_done_and_what_comes() {
    use StopState::{Done, Later, Now, Passed};
    let of = |story: &Story, moment: &str| -> Vec<(Stop, StopState)> {
        story.track("d", moment).stations.into_iter().map(|Station { stop, state, .. }| (stop, state)).collect()
    };
    let karim = Stop::Authorised(Some(PersonId::MENTOR));
    let first = Stop::Booked { again: false };
    assert_eq!(
        of(&booked(), MONDAY),
        [(karim, Done), (first, Done), (Stop::Deposited, Now), (Stop::Presented, Later), (Stop::Result, Later)]
    );
    assert_eq!(
        of(&booked(), FRIDAY),
        [(karim, Done), (first, Done), (Stop::Deposited, Passed), (Stop::Presented, Done), (Stop::Result, Now)]
    );
    assert_eq!(
        of(&told(), FRIDAY),
        [
            (karim, Done),
            (Stop::Earlier(Finding::ToRework), Done),
            (Stop::Told, Done),
            (Stop::Booked { again: true }, Now),
            (Stop::Deposited, Later),
            (Stop::Presented, Later),
            (Stop::Result, Later)
        ]
    );
    assert_eq!(of(&off(), FRIDAY)[1], (Stop::CalledOff, Done));
    assert!(of(&validated(), LATER).iter().all(|(_, state)| matches!(state, Done | Passed)));
}

#[rstest]
#[case("project/d/validated", Value::from("2026-12-20"), TrackOddity::AfterValidation(sid("a")))]
#[case("project/d/authorised", Value::Null, TrackOddity::Unauthorised(sid("a")))]
#[case("project/d/mode", Value::from("review"), TrackOddity::OtherMode(sid("a")))]
fn what_a_merge_brought_is_shown_as_something_to_check(
    #[case] field: &str,
    #[case] value: Value,
    #[case] expected: TrackOddity,
) {
    let story = booked().writes(field, value);
    assert!(story.track("d", MONDAY).oddities.contains(&expected));
}

#[test]
fn a_validation_that_one_side_took_back_is_something_to_check() {
    let story = validated().writes("project/d/validated", Value::Null);
    let track = story.track("d", LATER);
    assert_eq!(track.oddities, [TrackOddity::NotNoted(sid("b"), day("2026-12-10"))]);
    assert_eq!(track.stage, Stage::ToConclude { session: sid("b") });
}

#[test]
fn once_all_projects_are_validated_the_jury_s_list_begins_with_the_last_day() {
    let mut story = validated();
    assert_eq!(story.pairing().programme.jury(), None);
    for (id, on) in [("r", "2026-11-24"), ("n", "2026-11-20")] {
        story.act(&Command::Programme(ProgrammeCommand::SetValidated(pid(id), day(on))), LATER);
    }
    assert_eq!(story.pairing().programme.jury(), Some(day("2026-12-10")));
    assert_eq!(project(&started()).programme.jury(), None, "none while there is no project");
}

#[test]
fn what_a_command_writes_is_read_again() {
    let author: Author = lea();
    let context = Context { now: at(FRIDAY), today: day("2026-12-04"), author };
    let changes = decide(&Story::new().pairing(), &Command::Track(Authorise(pid("d"), day("2026-12-03"))), &context);
    let members = [("by".to_owned(), Value::from("student-1")), ("day".to_owned(), Value::from("2026-12-03"))];
    let expected = Change::Put(path("project/d/authorised"), Value::Map(members.into_iter().collect()));
    assert_eq!(changes, Ok(vec![expected]), "a student alone may note it: who did is told");
}
