//! Every command: what it changes, and every refusal at the edges where it begins.

use binome::document::{Document, project};
use binome::domain::decide::MAX_TEXT;
use binome::domain::schema::{self, name};
use binome::domain::{
    Address, Booking, Change, Command, Context, GoalStatus, Pairing, PersonId, PointId, PointState, Question,
    QuestionOrigin, RecordKey, Refusal, Section, Value, ZoneName, decide,
};

use super::support::{act, at, day, goal, karim, lea, pair, path, put, question, session, started, write};

const NOW: &str = "2026-11-24T17:50:00Z";

fn asked(pairing: &Pairing, command: &Command) -> Result<Vec<Change>, Refusal> {
    let context = Context { now: at(NOW), today: day("2026-11-24"), author: lea() };
    decide(pairing, command, &context)
}

/// A pair with a goal, a question, a booked session, and one that took place.
fn document() -> Document {
    let mut document = started();
    act(&mut document, &Command::Ask(question("q1"), "Faut-il un schéma ?".into()), &lea(), "2026-11-24T17:45:00Z");
    let slot = [("minutes", Value::Int(45)), ("start", Value::from("2026-11-17T17:00:00.000Z"))];
    let held = slot.into_iter().chain([("state", Value::from("held"))]);
    let held = Value::Map(held.map(|(name, value)| (name.to_owned(), value)).collect());
    write(&mut document, "session/s0/state", held, &karim(), "2026-11-24T17:46:00Z");
    document
}

fn start(mentor: &str, student: &str, minutes: u32) -> Command {
    Command::Start { mentor: mentor.into(), student: student.into(), minutes, zone: None }
}

fn book(start: &str, minutes: u32) -> Command {
    Command::Book(session("s9"), Booking { start: at(start), minutes })
}

fn say(field: &str, text: impl Into<String>) -> Command {
    Command::Write(path(field), text.into())
}

#[test]
fn every_refusal_begins_where_it_should() {
    use Refusal::{
        EffortOutOfRange, EndBeforeStart, GoalEmpty, Gone, LengthOutOfRange, NameMissing, NotText, QuestionEmpty,
        SlotInThePast, TextTooLong,
    };
    let (longest, too_long) = ("é".repeat(MAX_TEXT / 2), "é".repeat(MAX_TEXT / 2 + 1));
    let (monday, tuesday) = (Some(day("2026-11-23")), Some(day("2026-11-24")));
    let cases: Vec<(Command, Result<(), Refusal>)> = vec![
        (start("Karim", "Léa", 45), Ok(())),
        (start("", "Léa", 45), Err(NameMissing)),
        (start("Karim", " \t\u{a0}", 45), Err(NameMissing)),
        (start("Karim", &too_long, 45), Err(TextTooLong)),
        (start("Karim", "Léa", 4), Err(LengthOutOfRange)),
        (start("Karim", "Léa", 5), Ok(())),
        (start("Karim", "Léa", 240), Ok(())),
        (start("Karim", "Léa", 241), Err(LengthOutOfRange)),
        (say("person/student-1/name", " "), Err(NameMissing)),
        (say("person/student-1/name", "Léa"), Ok(())),
        (say("person/mentor-1/story", ""), Ok(())),
        (say("person/mentor-1/story", longest.clone()), Ok(())),
        (say("person/mentor-1/story", too_long.clone()), Err(TextTooLong)),
        (say("person/mentor-1/learning", "un conseil"), Err(NotText)),
        (say("person/mentor-1/zone", "Europe/Paris"), Err(NotText)),
        (say("goal/g1/status", "reached"), Err(NotText)),
        (say("session/s1/state", "held"), Err(NotText)),
        (say("goal/gone/what", "il revient"), Ok(())),
        (Command::SetCallMinutes(4), Err(LengthOutOfRange)),
        (Command::SetCallMinutes(30), Ok(())),
        (Command::SetCallMinutes(241), Err(LengthOutOfRange)),
        (Command::SetGoalMinutes(goal("g1"), Some(0)), Err(EffortOutOfRange)),
        (Command::SetGoalMinutes(goal("g1"), Some(1)), Ok(())),
        (Command::SetGoalMinutes(goal("g1"), Some(168 * 60)), Ok(())),
        (Command::SetGoalMinutes(goal("g1"), Some(168 * 60 + 1)), Err(EffortOutOfRange)),
        (Command::SetGoalMinutes(goal("g1"), None), Ok(())),
        (Command::SetGoalMinutes(goal("gone"), None), Err(Gone)),
        (Command::SetGoalDays(goal("g1"), tuesday, monday), Err(EndBeforeStart)),
        (Command::SetGoalDays(goal("g1"), tuesday, tuesday), Ok(())),
        (Command::SetGoalDays(goal("g1"), None, monday), Ok(())),
        (Command::SetGoalDays(goal("gone"), None, None), Err(Gone)),
        (Command::SetGoalStatus(goal("g1"), GoalStatus::Reached), Ok(())),
        (Command::SetGoalStatus(goal("gone"), GoalStatus::Reached), Err(Gone)),
        (Command::RemoveGoal(goal("g1")), Ok(())),
        (Command::RemoveGoal(goal("gone")), Err(Gone)),
        (Command::Ask(question("q2"), "Pourquoi ?".into()), Ok(())),
        (Command::Ask(question("q2"), " \n ".into()), Err(QuestionEmpty)),
        (Command::NoteGoal(goal("g9"), " \n ".into(), None), Err(GoalEmpty)),
        (Command::Ask(question("q2"), too_long), Err(TextTooLong)),
        (Command::Settle(question("q1"), true), Ok(())),
        (Command::Settle(question("gone"), true), Err(Gone)),
        (Command::RemoveQuestion(question("q1")), Ok(())),
        (Command::RemoveQuestion(question("gone")), Err(Gone)),
        (book("2026-11-24T17:50:00.001Z", 45), Ok(())),
        (book(NOW, 45), Err(SlotInThePast)),
        (book("2026-11-23T17:00:00Z", 45), Err(SlotInThePast)),
        (book("2026-12-01T17:00:00Z", 4), Err(LengthOutOfRange)),
        (book("2026-12-01T17:00:00Z", 241), Err(LengthOutOfRange)),
        (Command::Unbook(session("s1")), Ok(())),
        (Command::Unbook(session("s0")), Err(Gone)),
        (Command::Unbook(session("gone")), Err(Gone)),
    ];
    let pairing = project(&document());
    for (command, expected) in cases {
        let answer = asked(&pairing, &command).map(|_| ());
        let command = format!("{command:.60?}");
        assert_eq!(answer, expected, "{}", command.chars().take(200).collect::<String>());
    }
}

#[test]
fn starting_puts_down_names_length_zone_and_moment() {
    let command = Command::Start {
        mentor: " Karim ".into(),
        student: "Léa\n".into(),
        minutes: 30,
        zone: ZoneName::parse("Europe/Paris"),
    };
    let changes = asked(&Pairing::empty(pair("p")), &command).expect("allowed");
    let expected = [
        put("person/mentor-1/name", "Karim"),
        put("person/student-1/name", "Léa"),
        Change::Put(path("pair/main/call-minutes"), Value::Int(30)),
        put("pair/main/call-started", "2026-11-24T17:50:00.000Z"),
        put("pair/main/zone", "Europe/Paris"),
    ];
    assert_eq!(changes, expected);
}

/// Does commands one after the other, and gives the model that comes of them.
fn after(commands: &[Command]) -> Pairing {
    let mut document = document();
    for command in commands {
        act(&mut document, command, &lea(), NOW);
    }
    project(&document)
}

#[test]
fn what_a_command_asks_for_is_what_the_model_then_says() {
    let week = (Some(day("2026-11-25")), Some(day("2026-12-01")));
    let pairing = after(&[
        Command::SetCallMinutes(60),
        Command::SetAddress(Some(Address::Tu)),
        Command::SetZone(ZoneName::parse("Indian/Reunion").expect("a zone")),
        Command::SetPersonZone(PersonId::STUDENT, ZoneName::parse("Europe/Paris").expect("a zone")),
        Command::SayDone(Section::Meeting, PersonId::MENTOR, true),
        Command::SayDone(Section::Meeting, PersonId::STUDENT, true),
        Command::SayDone(Section::Helps, PersonId::STUDENT, true),
        Command::SayDone(Section::Helps, PersonId::STUDENT, false),
        Command::AddGoal(goal("g2")),
        Command::SetGoalMinutes(goal("g2"), Some(90)),
        Command::SetGoalDays(goal("g2"), week.0, week.1),
        Command::SetGoalStatus(goal("g2"), GoalStatus::Partly),
        Command::Settle(question("q1"), true),
        Command::Book(session("s1"), Booking { start: at("2026-12-02T17:00:00Z"), minutes: 30 }),
    ]);
    assert_eq!(pairing.call.length(), 60);
    assert_eq!(pairing.call.address, Some(Address::Tu));
    assert_eq!(pairing.zone().map(ZoneName::as_str), Some("Indian/Reunion"));
    assert_eq!(pairing.student.zone.as_ref().map(ZoneName::city), Some("Paris".to_owned()));
    assert!(pairing.call.both_done(Section::Meeting) && !pairing.call.both_done(Section::Helps));
    assert!(!pairing.call.done.contains(&(Section::Helps, PersonId::STUDENT)));
    let made = pairing.goals.iter().find(|it| it.id == goal("g2")).expect("the goal");
    assert_eq!((made.minutes, made.start, made.end, made.status), (Some(90), week.0, week.1, GoalStatus::Partly));
    assert!(pairing.questions.iter().any(|it| it.id == question("q1") && it.settled));
    let (next, booking) = pairing.next_session(at(NOW)).expect("a session");
    assert_eq!((&next.id, booking.minutes), (&session("s1"), 30), "booking again moves it");
    assert_eq!(pairing.oddities, []);
}

#[test]
fn a_new_goal_begins_today_and_says_nothing_yet() {
    let pairing = after(&[Command::AddGoal(goal("g2"))]);
    let made = pairing.goals.last().expect("a goal");
    assert_eq!((made.start, made.created), (Some(day("2026-11-24")), Some(at(NOW))));
    assert_eq!(made.letters(), [false; 5]);
}

#[test]
fn each_letter_of_a_goal_waits_for_its_own_words() {
    let id = goal("g2");
    let written = |field, words: &str| Command::Write(schema::goal(&id, field), words.into());
    let days = |from, until| Command::SetGoalDays(id.clone(), Some(day(from)), Some(day(until)));
    let answers = [
        written(name::WHAT, "rédige 5 cas"),
        written(name::EVIDENCE, "le fichier"),
        Command::SetGoalMinutes(id.clone(), Some(150)),
        written(name::WHY, "le projet 4"),
        days("2026-11-24", "2026-12-01"),
    ];
    let mut asked = vec![Command::AddGoal(id.clone())];
    for (at, answer) in answers.into_iter().enumerate() {
        asked.push(answer);
        let letters = after(&asked).goals.last().map(binome::domain::Goal::letters);
        assert_eq!(letters, Some(std::array::from_fn(|letter| letter <= at)), "after {:?}", asked.last());
    }
}

#[test]
fn a_point_to_clarify_becomes_a_question_and_understood_takes_it_back() {
    let jury = Question::of_point(PointId::Jury).expect("a question");
    let mark = |state| Command::MarkPoint(PointId::Jury, state);
    let asked = after(&[mark(Some(PointState::ToClarify))]);
    let made = asked.questions.iter().find(|it| it.id == jury).expect("a question");
    assert_eq!((made.origin, made.settled), (QuestionOrigin::Point(PointId::Jury), false));
    assert_eq!(asked.call.points[&PointId::Jury], PointState::ToClarify);

    for state in [Some(PointState::Understood), None] {
        let taken_back = after(&[mark(Some(PointState::ToClarify)), mark(state)]);
        assert!(taken_back.questions.iter().all(|it| it.id != jury));
        assert_eq!(taken_back.call.points.get(&PointId::Jury), state.as_ref());
    }
    // Words in it are worth keeping.
    let answer = Command::Write(schema::answer(&jury, PersonId::MENTOR), "Après le dernier projet.".into());
    let kept = after(&[mark(Some(PointState::ToClarify)), answer, mark(Some(PointState::Understood))]);
    assert!(kept.questions.iter().any(|it| it.id == jury && it.settled));
    let removed = after(&[mark(Some(PointState::ToClarify)), Command::RemoveQuestion(jury.clone())]);
    assert!(!removed.call.points.contains_key(&PointId::Jury), "and the point is as if not looked at");
}

#[test]
fn removing_takes_every_word_along() {
    let mut document = document();
    act(&mut document, &Command::RemoveGoal(goal("g1")), &lea(), NOW);
    act(&mut document, &Command::Unbook(session("s1")), &lea(), NOW);
    let pairing = project(&document);
    assert!(pairing.goals.is_empty() && pairing.sessions.len() == 1);
    let what = schema::goal(&goal("g1"), name::WHAT);
    assert!(document.field(&what).is_some_and(|field| field.shown().value.is_null()));
}

#[test]
fn choosing_a_removal_takes_the_record_whole_and_choosing_nothing_clears_a_field() {
    let choose = |field: &str, value: Value| Command::Choose(path(field), value);
    let pairing = project(&document());
    let whole = |record: &str, field: &str| {
        let (kind, id) = record.split_once('/').expect("a record");
        let expected = Ok(vec![Change::Remove(RecordKey::new(kind, id))]);
        assert_eq!(asked(&pairing, &choose(&format!("{record}/{field}"), Value::Null)), expected, "{record}/{field}");
    };
    whole("goal/g1", "what");
    whole("goal/g1", "progress-student-1");
    whole("question/q1", "text");
    whole("session/s1", "state");
    for field in ["goal/g1/minutes", "goal/g1/end", "pair/main/address", "point/jury/state"] {
        let expected = Ok(vec![Change::Put(path(field), Value::Null)]);
        assert_eq!(asked(&pairing, &choose(field, Value::Null)), expected, "{field}");
    }
    let words = asked(&pairing, &choose("goal/g1/what", "rédige".into()));
    assert_eq!(words, Ok(vec![put("goal/g1/what", "rédige")]));
}
