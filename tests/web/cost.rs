//! What an edit costs: bytes handed to both stores, counted where the browser takes them. The same for a new pair and for one of two years.

use binome::document::file::{read, write};
use binome::document::{Document, Incoming};
use binome::domain::{Author, Change, Instant, PairId, Path, Role, Value};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, script, self_path};

/// The copy of a pair after so many weekly sessions, each with its goals and questions.
fn after(sessions: u32) -> Incoming {
    let mut document = Document::new(PairId::parse("cost").expect("a pair"));
    let author = Author::parse("mentor-1.cost").expect("an author");
    let words = "Ce qui a été fait, ce qui reste, et comment nous le verrons tous les deux.";
    let mut put = |field: String, value: Value, week: u32| {
        let at = Instant::from_millis(1_700_000_000_000).plus_minutes(i64::from(week) * 7 * 24 * 60);
        document.apply(&[Change::Put(Path::parse(&field).expect("a path"), value)], &author, at);
    };
    for (person, name) in [("mentor-1", "Léa"), ("student-1", "Karim")] {
        put(format!("person/{person}/name"), Value::from(name), 0);
    }
    for week in 0..sessions {
        for number in 0..3 {
            for field in ["what", "evidence", "why", "progress-mentor-1", "progress-student-1"] {
                put(format!("goal/g{week}-{number}/{field}"), Value::from(words), week);
            }
            for field in ["text", "answer-mentor-1", "answer-student-1"] {
                put(format!("question/q{week}-{number}/{field}"), Value::from(words), week);
            }
        }
        let start = Instant::from_millis(1_700_000_000_000).plus_minutes(i64::from(week) * 7 * 24 * 60);
        let state =
            [("minutes", Value::Int(45)), ("start", start.to_string().as_str().into()), ("state", "booked".into())];
        let state = state.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        put(format!("session/s{week}/state"), Value::Map(state), week);
    }
    read(write(&document).as_bytes()).expect("a file")
}

/// Counts what both stores are handed, in characters of keys and values.
const COUNT: &str = "window.__put = IDBObjectStore.prototype.put; window.__set = Storage.prototype.setItem;
    window.__bytes = { database: 0, local: 0 };
    IDBObjectStore.prototype.put = function (value, key) {
        window.__bytes.database += String(key).length + (typeof value === 'string' ? value : JSON.stringify(value)).length;
        return window.__put.apply(this, arguments);
    };
    Storage.prototype.setItem = function (key, value) {
        window.__bytes.local += String(key).length + String(value).length;
        return window.__set.apply(this, arguments);
    };";
const COUNT_NO_MORE: &str =
    "IDBObjectStore.prototype.put = window.__put; Storage.prototype.setItem = window.__set; delete window.__bytes;";

/// What was counted since the last call: database, local storage.
fn counted() -> [f64; 2] {
    let read = |store: &str| {
        let taken = format!("const taken = window.__bytes.{store}; window.__bytes.{store} = 0; return taken;");
        script(&taken).as_f64().expect("a number")
    };
    [read("database"), read("local")]
}

/// What a pause while typing and then leaving the field cost a pair of so many sessions.
async fn cost(sessions: u32) -> [[f64; 2]; 2] {
    let page = Page::fresh().await;
    page.store.adopt(after(sessions), Role::Student).await.expect("taken over");
    page.saved().await;
    let _counting = Misbehaving::now(COUNT, COUNT_NO_MORE);
    page.type_in(&self_path(), "Comptable pendant six ans, je change de métier.");
    page.saved().await;
    let pause = counted();
    page.leave(&self_path());
    page.saved().await;
    [pause, counted()]
}

#[wasm_bindgen_test]
async fn an_edit_costs_the_same_with_a_hundred_sessions() {
    let (new, old) = (cost(1).await, cost(100).await);
    for (what, new, old) in [("a pause", new[0], old[0]), ("an edit", new[1], old[1])] {
        for (store, new, old) in [("the database", new[0], old[0]), ("local storage", new[1], old[1])] {
            assert!(new > 0.0, "{what} writes nothing to {store}");
            assert!((old - new).abs() <= new / 10.0, "{what} in {store}: {new} with 1 session, {old} with 100");
        }
    }
}
