//! What several test files share: short ways to name people, moments and paths, and one pair with a history.

pub mod plain;
pub mod words;

use binome::document::{Document, Edit, file};
use binome::domain::schema::{self, name};
use binome::domain::{
    Author, Booking, Change, Command, Context, Day, GoalId, GoalStatus, Instant, PairId, Path, PointId, PointState,
    ProjectId, QuestionId, SessionId, Value, ZoneName, decide,
};
use binome::i18n::{Labels, Locale};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

pub fn at(text: &str) -> Instant {
    Instant::parse(text).expect("a moment")
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub fn path(text: &str) -> Path {
    Path::parse(text).expect("a path")
}

pub fn pair(text: &str) -> PairId {
    PairId::parse(text).expect("a pair")
}

pub fn karim() -> Author {
    Author::parse("mentor-1.k3f9").expect("an author")
}

pub fn lea() -> Author {
    Author::parse("student-1.l7a2").expect("an author")
}

pub fn put(field: &str, value: impl Into<Value>) -> Change {
    Change::Put(path(field), value.into())
}

/// Puts one value at a path.
pub fn write(document: &mut Document, field: &str, value: impl Into<Value>, author: &Author, moment: &str) {
    document.apply(&[put(field, value)], author, at(moment));
}

/// What is shown at a path.
pub fn shown<'a>(document: &'a Document, field: &str) -> Option<&'a Value> {
    document.value(&path(field))
}

/// The copy that somebody else reads.
pub fn handed_over(document: &Document) -> file::Incoming {
    file::read(file::write(document).as_bytes()).expect("what is written can be read")
}

/// Two copies joined.
pub fn joined(one: &Document, two: &Document) -> Document {
    let mut joined = one.clone();
    joined.join(two);
    joined
}

/// Does a command as `author` and puts down what it changes.
pub fn act(document: &mut Document, command: &Command, author: &Author, moment: &str) {
    let now = at(moment);
    let today = moment.get(..10).map(day).expect("a day");
    let context = Context { now, today, author: author.clone() };
    let changes = decide(&binome::document::project(document), command, &context).expect("an allowed command");
    document.apply(&changes, author, now);
}

pub fn goal(id: &str) -> GoalId {
    GoalId::parse(id).expect("a goal")
}

pub fn question(id: &str) -> QuestionId {
    QuestionId::parse(id).expect("a question")
}

pub fn session(id: &str) -> SessionId {
    SessionId::parse(id).expect("a session")
}

pub fn project_id(id: &str) -> ProjectId {
    ProjectId::parse(id).expect("a project")
}

/// The words of a language for Karim and Léa, with plain dates.
pub fn labels(locale: Locale) -> Labels<'static> {
    plain::labels(locale, "Karim", "Léa")
}

/// A pair on the evening of its first call, as on Karim's device.
pub fn started() -> Document {
    let mut document = Document::new(pair("k-0pair"));
    let mut karim_does = |command: &Command, moment: &str| act(&mut document, command, &karim(), moment);
    let start = Command::Start {
        mentor: "Karim".into(),
        student: "Léa".into(),
        minutes: 45,
        zone: ZoneName::parse("Europe/Paris"),
    };
    karim_does(&start, "2026-11-24T17:00:00Z");
    let story = "Dix ans de développement web, puis l’envie de transmettre.\nJ’aime les questions « bêtes ».";
    karim_does(&Command::Write(path("person/mentor-1/story"), story.into()), "2026-11-24T17:05:00Z");
    karim_does(&Command::MarkPoint(PointId::Companion, Some(PointState::ToClarify)), "2026-11-24T17:15:00Z");
    karim_does(&Command::AddGoal(goal("g1")), "2026-11-24T17:36:00Z");
    karim_does(&Command::Write(schema::goal(&goal("g1"), name::WHAT), "rédige 5 cas".into()), "2026-11-24T17:37:00Z");
    let booking = Booking { start: at("2026-12-01T17:00:00Z"), minutes: 45 };
    karim_does(&Command::Book(session("s1"), booking), "2026-11-24T17:40:00Z");
    document
}

/// The same pair a week later: both wrote on their own devices, Léa's copy came back to Karim, and one wording is in conflict.
/// It holds an alias, a removed question and members that a newer version wrote.
pub fn with_history() -> Document {
    let mut hers = handed_over(&started()).document;
    let mut his = started();
    let mut lea_does = |command: &Command, moment: &str| act(&mut hers, command, &lea(), moment);
    lea_does(
        &Command::Write(schema::goal(&goal("g1"), name::WHAT), "rédige 5 cas de test".into()),
        "2026-11-26T08:00:00Z",
    );
    lea_does(&Command::SetGoalStatus(goal("g1"), GoalStatus::Doing), "2026-11-26T08:01:00Z");
    lea_does(&Command::SetGoalMinutes(goal("g1"), Some(90)), "2026-11-26T08:02:00Z");
    lea_does(&Command::Ask(question("q1"), "Faut-il un schéma ?".into()), "2026-11-26T08:03:00Z");
    lea_does(&Command::RemoveQuestion(question("q1")), "2026-11-26T08:04:00Z");
    act(
        &mut his,
        &Command::Write(schema::goal(&goal("g1"), name::WHAT), "rédige 8 cas".into()),
        &karim(),
        "2026-11-25T19:00:00Z",
    );
    his.join(&hers);
    his.join(&Document::new(pair("l-0pair")));
    his.insert(
        path("report/r1/mood"),
        Edit {
            by: lea(),
            at: at("2026-11-27T10:00:00Z"),
            value: Value::List(vec![Value::Int(-3), Value::Bool(true), Value::Null]),
            over: BTreeSet::new(),
            extra: BTreeMap::from([("via".to_owned(), Value::from("a newer version"))]),
        },
    );
    his
}

/// A file with members changed and a check value that fits them: what a newer version could write, or somebody bent on harm.
pub fn forged(file: &str, change: impl FnOnce(&mut BTreeMap<String, Value>)) -> String {
    let Ok(Value::Map(mut members)) = serde_json::from_str(file) else { panic!("a file is an object") };
    change(&mut members);
    let data = members.remove("data");
    members.remove("check");
    // The check value as the format defines it, computed here a second time.
    let checked = Value::List(vec!["binome-file-1".into(), Value::Map(members.clone())]);
    let hash = Sha256::digest(serde_json::to_string(&checked).expect("JSON"));
    let number = hash.iter().take(12).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    members.insert("check".into(), Value::Text(format!("{number:024x}")));
    members.extend(data.map(|data| ("data".into(), data)));
    serde_json::to_string(&Value::Map(members)).expect("JSON")
}
