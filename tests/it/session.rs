//! A weekly session: what may be done in which phase, what it has before it, and what it leaves to the next.

use binome::document::{Document, file, project};
use binome::domain::schema::{self, name};
use binome::domain::session::{self, step_boxes};
use binome::domain::{
    Booking, Change, Command, Context, Goal, GoalResult, GoalStatus, Instant, Outcome, Pairing, PersonId, Phase,
    Preparation, Refusal, Rest, Session, SessionCommand, SessionId, SessionState, Step, StepTable, Value, decide,
};
use proptest::prelude::*;

use super::support::{act, at, day, goal, karim, lea, path, question, session as id, started};

/// The first session begins on 1 December at 18:02 in Paris; a second one is booked a week later.
const BEFORE: &str = "2026-11-30T20:00:00Z";
const BEGUN: &str = "2026-12-01T17:02:00Z";
const DURING: &str = "2026-12-01T17:20:00Z";
const CLOSED: &str = "2026-12-01T17:44:00Z";

const PARTLY: GoalResult = GoalResult::Partly { rest: None };

/// What was done since the evening of the first call.
struct History(Document);

impl History {
    fn new() -> Self {
        Self(started())
    }

    fn then(mut self, command: SessionCommand, moment: &str) -> Self {
        act(&mut self.0, &Command::Session(command), &karim(), moment);
        self
    }

    fn and(mut self, command: &Command, moment: &str) -> Self {
        act(&mut self.0, command, &lea(), moment);
        self
    }

    fn booked(self, name: &str, start: &str) -> Self {
        let slot = Booking { start: at(start), minutes: 45 };
        // Booked long before, whatever is tested.
        self.and(&Command::Book(id(name), slot), "2026-11-24T17:41:00Z")
    }

    fn begun(self) -> Self {
        self.booked("s2", "2026-12-08T17:00:00Z").then(SessionCommand::Begin(id("s1")), BEGUN)
    }

    fn closed(self) -> Self {
        self.then(SessionCommand::Close(id("s1"), 42), CLOSED)
    }

    fn pairing(&self) -> Pairing {
        project(&self.0)
    }

    fn asked(&self, command: SessionCommand, moment: &str) -> Result<Vec<Change>, Refusal> {
        let context = Context { now: at(moment), today: day("2026-12-01"), author: lea() };
        decide(&self.pairing(), &Command::Session(command), &context)
    }
}

fn concluded(of: &str, result: GoalResult) -> SessionCommand {
    conclude("s1", of, result)
}

fn conclude(session: &str, of: &str, result: GoalResult) -> SessionCommand {
    SessionCommand::Conclude { session: id(session), goal: goal(of), result, until: Some(day("2026-12-08")) }
}

fn reworded(into: &[&str]) -> SessionCommand {
    let into = into.iter().map(|id| goal(id)).collect();
    SessionCommand::Reword { session: id("s1"), goal: goal("g1"), into, until: Some(day("2026-12-08")) }
}

fn written(mut history: History, id: &str, what: &str, moment: &str) -> History {
    history = history.and(&Command::AddGoal(goal(id)), moment);
    history.and(&Command::Write(schema::goal(&goal(id), name::WHAT), what.into()), moment)
}

fn session_of<'a>(pairing: &'a Pairing, name: &str) -> &'a Session {
    pairing.session(&id(name)).expect("the session")
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

fn asked_in(pairing: &Pairing, session: &str) -> Vec<String> {
    let session = session_of(pairing, session);
    let asked = pairing.questions.iter().filter(|question| pairing.is_asked(question, session));
    asked.map(|question| question.id.to_string()).collect()
}

fn left(pairing: &Pairing, id: &str) -> Vec<String> {
    let question = pairing.questions.iter().find(|it| it.id == question(id)).expect("the question");
    pairing.carried_question(question).into_iter().map(|session| session.id.to_string()).collect()
}

#[test]
fn questions_are_answered_in_a_session_or_go_on_to_the_next() {
    let ask = Command::Ask(question("q1"), "Un lien suffit-il ?".into());
    let answer = SessionCommand::Answer(id("s1"), question("point-companion"), true);
    let history = History::new().and(&ask, BEFORE).begun();
    assert_eq!(asked_in(&history.pairing(), "s1"), ["point-companion", "q1"]);
    let pairing = history.then(answer, DURING).closed().pairing();
    assert_eq!(asked_in(&pairing, "s1"), ["point-companion", "q1"], "the session still shows what it had");
    assert_eq!(asked_in(&pairing, "s2"), ["q1"]);
    assert_eq!(left(&pairing, "q1"), ["s1"]);
    assert_eq!(left(&pairing, "point-companion"), [""; 0]);
}

#[test]
fn a_question_asked_after_a_session_is_not_carried_by_it() {
    let ask = Command::Ask(question("q1"), "Un lien suffit-il ?".into());
    let pairing = History::new().begun().closed().and(&ask, "2026-12-03T08:00:00Z").pairing();
    assert_eq!(asked_in(&pairing, "s1"), ["point-companion"]);
    assert_eq!(asked_in(&pairing, "s2"), ["point-companion", "q1"]);
    assert_eq!((left(&pairing, "q1"), left(&pairing, "point-companion")), (vec![], vec!["s1".to_owned()]));
}

#[test]
fn carrying_a_question_is_said_and_taken_back_and_an_answer_ends_it() {
    let of = |history: &History| {
        let question = history.pairing().questions[0].clone();
        (question.carried_in, question.settled_in, question.settled)
    };
    let companion = || question("point-companion");
    let history = History::new().begun().then(SessionCommand::Carry(id("s1"), companion(), true), DURING);
    assert_eq!(of(&history), (Some(id("s1")), None, false));
    let history = history.then(SessionCommand::Carry(id("s1"), companion(), false), DURING);
    assert_eq!(of(&history), (None, None, false));
    let history = history
        .then(SessionCommand::Carry(id("s1"), companion(), true), DURING)
        .then(SessionCommand::Answer(id("s1"), companion(), true), DURING);
    assert_eq!(of(&history), (None, Some(id("s1")), true));
    let history = history.then(SessionCommand::Answer(id("s1"), companion(), false), DURING);
    assert_eq!(of(&history), (None, None, false));
    let history = history.then(SessionCommand::Searched(companion(), true), DURING);
    assert!(history.pairing().questions[0].searched);
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
