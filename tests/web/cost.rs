//! What an edit and a start cost: characters handed to both stores and read from them, counted where the browser takes and gives them. An
//! edit costs the same in a new pair and in one of two years; a start the same with one pair and with fifty, but for their summaries.

use binome::document::file::{read, write};
use binome::document::{Document, Incoming};
use binome::domain::{Author, Change, Instant, PairId, Path, Role, Value};
use binome::web::storage::database::{Area, Op};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, script, self_path, write as write_row};

/// The copy of a pair after so many weekly sessions, each with its goals and questions.
fn after(name: &str, sessions: u32) -> Incoming {
    let mut document = Document::new(PairId::parse(name).expect("a pair"));
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
    page.store.adopt(after("cost", sessions), Role::Student).await.expect("taken over");
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

/// Counts what both stores give, in characters of values, while a page opens.
const COUNT_READ: &str = "window.__read = { database: 0, local: 0 };
    window.__all = IDBObjectStore.prototype.getAll; window.__get = Storage.prototype.getItem;
    IDBObjectStore.prototype.getAll = function () {
        const request = window.__all.apply(this, arguments);
        request.addEventListener('success', () => {
            for (const value of request.result) window.__read.database += String(value).length;
        });
        return request;
    };
    Storage.prototype.getItem = function (key) {
        const value = window.__get.apply(this, arguments);
        window.__read.local += (value || '').length;
        return value;
    };";
const COUNT_READ_NO_MORE: &str =
    "IDBObjectStore.prototype.getAll = window.__all; Storage.prototype.getItem = window.__get; delete window.__read;";

/// What opening the page reads: characters of the database, of local storage; and how many pairs it then lists.
async fn start() -> ([f64; 2], usize) {
    let _counting = Misbehaving::now(COUNT_READ, COUNT_READ_NO_MORE);
    let page = Page::open().await;
    let read = |store: &str| script(&format!("return window.__read.{store};")).as_f64().expect("a number");
    ([read("database"), read("local")], page.store.pairs().get_untracked().len())
}

#[wasm_bindgen_test]
async fn a_start_reads_the_opened_pair_and_the_summaries_of_the_others() {
    let page = Page::fresh().await;
    page.store.adopt(after("opened", 10), Role::Student).await.expect("taken over");
    page.saved().await;
    drop(page);
    let (alone, _) = start().await;
    let others = 49;
    for number in 0..others {
        let name = format!("other{number}");
        let record = serde_json::to_string(&after(&name, 5).document).expect("JSON");
        let part = format!("{{\"part\":{{\"document\":{record}}}}}");
        write_row(Op::Put(Area::Log, format!("{name}/0/~whole"), part)).await;
    }
    // The first start that meets them reads them, and keeps a summary of each.
    let page = Page::open().await;
    page.saved().await;
    drop(page);
    let (with_others, listed) = start().await;
    assert_eq!(listed, others + 1);
    let more = (with_others[0] - alone[0]) + (with_others[1] - alone[1]);
    assert!(more < 500.0 * 49.0, "{alone:?} alone, {with_others:?} with {others} more");
}
