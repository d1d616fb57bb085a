//! What may be done in which phase, its steps and its clock, and which session comes next.

use binome::document::{file, project};
use binome::domain::schema;
use binome::domain::session::{self, step_boxes};
use binome::domain::{
    Change, Command, GoalResult, Instant, PersonId, Phase, Preparation, Refusal, SessionCommand, SessionId,
    SessionState, Step, StepTable, Value,
};
use proptest::prelude::*;

use super::{BEFORE, BEGUN, CLOSED, DURING, History, concluded, id, reworded, session_of};
use crate::support::{act, at, karim, lea, path, question, started};

#[test]
fn every_act_has_its_phase() {
    use Refusal::{AlreadyHeld, Gone, LengthOutOfRange, NotBegunYet, NotNow};
    let (planned, begun) = (History::new(), History::new().begun());
    let held = History::new().begun().closed();
    let s1 = || id("s1");
    let cases: Vec<(SessionCommand, [Result<(), Refusal>; 3])> = vec![
        (SessionCommand::Prepare(s1(), Preparation::Scenario, true), [Ok(()), Ok(()), Ok(())]),
        (SessionCommand::Begin(s1()), [Ok(()), Err(NotNow), Err(NotNow)]),
        (SessionCommand::TakeBack(s1()), [Err(NotNow), Ok(()), Err(NotNow)]),
        (SessionCommand::FinishStep(s1(), Step::Progress, true), [Err(NotNow), Ok(()), Err(NotNow)]),
        (SessionCommand::Close(s1(), 42), [Ok(()), Ok(()), Err(AlreadyHeld)]),
        (SessionCommand::Close(s1(), 4), [Err(LengthOutOfRange); 3]),
        (SessionCommand::Close(s1(), 5), [Ok(()), Ok(()), Err(AlreadyHeld)]),
        (SessionCommand::Close(s1(), 240), [Ok(()), Ok(()), Err(AlreadyHeld)]),
        (SessionCommand::Close(s1(), 241), [Err(LengthOutOfRange); 3]),
        (SessionCommand::Reopen(s1()), [Err(NotNow), Err(NotNow), Ok(())]),
        (SessionCommand::Survey(s1(), PersonId::STUDENT, true), [Ok(()); 3]),
        (concluded("g1", GoalResult::Reached), [Ok(()); 3]),
        (concluded("gone", GoalResult::Reached), [Err(Gone); 3]),
        (SessionCommand::Answer(s1(), question("point-companion"), true), [Ok(()); 3]),
        (SessionCommand::Answer(s1(), question("gone"), true), [Err(Gone); 3]),
        (SessionCommand::Carry(s1(), question("gone"), true), [Err(Gone); 3]),
        (SessionCommand::Searched(question("gone"), true), [Err(Gone); 3]),
        (SessionCommand::Begin(id("gone")), [Err(Gone); 3]),
        (SessionCommand::Close(id("gone"), 45), [Err(Gone); 3]),
        // Nothing was said of the goal yet, so nothing of it is left to write anew.
        (reworded(&["g2"]), [Err(NotNow); 3]),
    ];
    for (command, expected) in cases {
        let answers = [&planned, &begun, &held].map(|history| history.asked(command.clone(), DURING).map(|_| ()));
        assert_eq!(answers, expected, "{command:?}");
    }
    // One that is still to come cannot have taken place, unless the two have begun it early.
    assert_eq!(planned.asked(SessionCommand::Close(s1(), 45), BEFORE), Err(NotBegunYet));
    let early = planned.then(SessionCommand::Begin(s1()), BEFORE);
    assert!(early.asked(SessionCommand::Close(s1(), 45), BEFORE).is_ok());
}

#[test]
fn a_session_goes_from_before_to_after_and_back() {
    let phases = |history: &History| session_of(&history.pairing(), "s1").phase();
    let history = History::new();
    assert_eq!(phases(&history), Some(Phase::Before));
    let history = history.begun();
    assert_eq!(phases(&history), Some(Phase::During));
    let history = history.closed();
    assert_eq!(phases(&history), Some(Phase::After));
    let held = session_of(&history.pairing(), "s1").state.expect("a state");
    assert_eq!((held.lasted(), held.booking().minutes), (Some(42), 45), "the plan stays beside what it was");
    let history = history.then(SessionCommand::Reopen(id("s1")), CLOSED);
    assert_eq!(phases(&history), Some(Phase::During), "its beginning is not forgotten");
    let history = history.then(SessionCommand::TakeBack(id("s1")), CLOSED);
    assert_eq!(phases(&history), Some(Phase::Before));
    assert_eq!(history.pairing().oddities, []);
}

#[test]
fn a_session_held_before_lengths_were_noted_is_read_as_before() {
    let mut document = started();
    let state = [("minutes", Value::Int(45)), ("start", Value::from("2026-11-17T17:00:00.000Z"))];
    let state = state.into_iter().chain([("state", Value::from("held"))]);
    let state = Value::Map(state.map(|(name, value)| (name.to_owned(), value)).collect());
    document.apply(&[Change::Put(path("session/s0/state"), state.clone())], &karim(), at(DURING));
    let held = session_of(&project(&document), "s0").state.expect("a state");
    assert_eq!((held.is_held(), held.lasted(), held.booking().minutes), (true, None, 45));
    assert_eq!(Value::of(&held).expect("a value"), state, "and written as before");
}

#[test]
fn preparing_and_finishing_steps_are_kept_and_taken_back() {
    let s1 = || id("s1");
    let history = History::new()
        .begun()
        .then(SessionCommand::Prepare(s1(), Preparation::Scenario, true), BEFORE)
        .then(SessionCommand::Prepare(s1(), Preparation::Deliverables, true), BEFORE)
        .then(SessionCommand::Prepare(s1(), Preparation::Deliverables, false), BEFORE)
        .then(SessionCommand::FinishStep(s1(), Step::Progress, true), "2026-12-01T17:13:00Z")
        .then(SessionCommand::FinishStep(s1(), Step::Questions, true), DURING)
        .then(SessionCommand::FinishStep(s1(), Step::Questions, false), DURING)
        .then(SessionCommand::Survey(s1(), PersonId::STUDENT, true), CLOSED)
        .and(&Command::Write(session::remarks(&s1(), PersonId::MENTOR), "Relire le titre.".into()), DURING)
        .and(&Command::Write(session::resources(&s1(), PersonId::MENTOR), "Le cours sur SQL".into()), DURING);
    let pairing = history.pairing();
    let session = session_of(&pairing, "s1");
    assert_eq!(session.prepared.iter().collect::<Vec<_>>(), [&Preparation::Scenario]);
    assert_eq!(session.finished.get(&Step::Progress), Some(&at("2026-12-01T17:13:00Z")));
    assert_eq!(session.current_step(), Some(Step::Questions));
    assert_eq!(session.surveyed.iter().collect::<Vec<_>>(), [&PersonId::STUDENT]);
    assert_eq!(session.remarks[&PersonId::MENTOR], "Relire le titre.");
    assert_eq!(session.resources[&PersonId::MENTOR], "Le cours sur SQL");
    assert_eq!(pairing.oddities, []);
}

#[test]
fn a_private_note_is_typed_like_any_text_and_never_handed_over() {
    let note = session::private_note(&id("s1"), PersonId::STUDENT);
    assert_eq!(note.as_str(), "private/student-1/session/s1/note");
    let history = History::new().and(&Command::Write(note, "Demander un autre créneau".into()), BEFORE);
    assert!(!file::write(&history.0).contains("autre créneau"));
}

#[test]
fn boxes_are_the_guides_and_add_up_whatever_the_length() {
    assert_eq!(step_boxes(45), [10, 12, 12, 8, 3]);
    assert_eq!(step_boxes(30), [7, 8, 8, 5, 2]);
    for length in 5..=240 {
        assert_eq!(step_boxes(length).iter().sum::<u32>(), length);
    }
}

#[test]
fn the_clock_of_the_steps_is_computed_from_two_moments() {
    let pairing = History::new().begun().pairing();
    let session = session_of(&pairing, "s1");
    let table = |now: &str| StepTable::of(session, at(now));
    let half = table(DURING);
    assert_eq!(half.lived(at(DURING)), Some(18));
    assert_eq!(half.ends(Step::Progress), Some(at("2026-12-01T17:12:00Z")));
    assert_eq!(half.ends(Step::Resources), Some(at("2026-12-01T17:47:00Z")));
    let left = Step::ALL.map(|step| half.left(step, at(DURING)));
    assert_eq!(left, [Some(0), Some(4), Some(12), Some(8), Some(3)]);
    // After a long sleep of the machine it is simply over; much later there is no clock any more.
    let late = "2026-12-01T18:30:00Z";
    assert_eq!(table(late).lived(at(late)), Some(45));
    assert_eq!(table("2026-12-02T08:00:00Z").ends(Step::Progress), None);
    let (planned, held) = (History::new().pairing(), History::new().begun().closed().pairing());
    for pairing in [&planned, &held] {
        let table = StepTable::of(session_of(pairing, "s1"), at(DURING));
        assert_eq!((table.lived(at(DURING)), table.total()), (None, 45));
    }
}

#[test]
fn two_devices_that_begin_need_not_choose() {
    let mut hers = started();
    let mut his = started();
    act(&mut his, &Command::Session(SessionCommand::Begin(id("s1"))), &karim(), BEGUN);
    act(&mut hers, &Command::Session(SessionCommand::Begin(id("s1"))), &lea(), "2026-12-01T17:03:00Z");
    his.join(&hers);
    assert_eq!(his.conflicts().len(), 0);
    assert_eq!(session_of(&project(&his), "s1").began, Some(at(BEGUN)));
}

#[test]
fn from_within_a_session_the_next_one_is_the_one_after() {
    let pairing = History::new().begun().pairing();
    let next = |besides: Option<&SessionId>| {
        pairing.session_besides(besides, at(DURING)).map(|(session, _)| session.id.to_string())
    };
    assert_eq!(next(None).as_deref(), Some("s1"), "a session under way is still the next one");
    assert_eq!(next(Some(&id("s1"))).as_deref(), Some("s2"));
    let opened = |now: &str| pairing.session_to_open(at(now)).map(|session| session.id.to_string());
    assert_eq!(opened("2026-12-02T08:00:00Z").as_deref(), Some("s1"), "one that nobody closed waits to be");
    let held = History::new().begun().closed().pairing();
    assert_eq!(held.session_to_open(at(CLOSED)).map(|session| &session.id), Some(&id("s2")));
    assert_eq!(pairing.session_number(&id("s2")), Some(2));
    assert_eq!(pairing.session_number(&id("gone")), None);
}

#[test]
fn a_length_that_no_session_has_is_not_read() {
    let state = |lasted: u32| SessionState::Held { start: at(BEGUN), minutes: 45, lasted: Some(lasted) };
    for (lasted, is_read) in [(0, false), (5, true), (240, true), (241, false)] {
        let mut document = started();
        let change = Change::Put(schema::session(&id("s1")), Value::of(&state(lasted)).expect("a value"));
        document.apply(&[change], &karim(), at(CLOSED));
        assert_eq!(session_of(&project(&document), "s1").state.is_some(), is_read, "{lasted}");
    }
}

proptest! {
    /// The clock never runs backwards and never beyond the session, whatever moment a machine wakes up at.
    #[test]
    fn the_clock_stays_within_the_session(minutes in -100..2_000_i64) {
        let pairing = History::new().begun().pairing();
        let now: Instant = at(BEGUN).plus_minutes(minutes);
        let table = StepTable::of(session_of(&pairing, "s1"), now);
        if let Some(lived) = table.lived(now) {
            prop_assert!(lived <= 45);
            let left: u32 = Step::ALL.iter().filter_map(|step| table.left(*step, now)).sum();
            prop_assert_eq!(lived + left, 45);
        }
    }
}
