//! Many pairs, and large ones: only the opened one is read, local storage keeps to its share, and nothing leaves it that the
//! database does not hold.

use std::collections::BTreeSet;

use binome::document::{Document, Incoming};
use binome::domain::{
    Address, Author, Booking, Change, Command, Instant, PairId, Path, PersonId, Role, SessionId, Value,
};
use binome::web::platform::timer::sleep;
use binome::web::storage::database::{Area, Op};
use binome::web::storage::local::Local;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, empty_database, local, local_keys, rows, script, self_path, until, write};

/// A pair whose record takes about so many characters.
fn large(name: &str, units: usize) -> Incoming {
    let mut document = Document::new(PairId::parse(name).expect("a name"));
    let author = Author::parse("mentor-1.k3f9").expect("an author");
    let at = Instant::parse("2026-11-24T17:00:00Z").expect("a moment");
    let put = |path: &str, text: String| Change::Put(Path::parse(path).expect("a path"), Value::from(text.as_str()));
    let mut changes =
        vec![put("person/mentor-1/name", "Karim".into()), put("person/student-1/name", format!("Léa-{name}"))];
    changes.extend((0..units / 10_000).map(|number| put(&format!("goal/g{number}/what"), "x".repeat(10_000))));
    document.apply(&changes, &author, at);
    Incoming { document, by_hand: Vec::new(), refused: Vec::new(), unplaced: Vec::new() }
}

fn record_keys(pair: &str) -> usize {
    let prefix = format!("binome:{pair}:");
    local_keys().iter().filter(|key| key.strip_prefix(&prefix).is_some_and(|rest| !rest.starts_with('~'))).count()
}

fn units() -> usize {
    Local.units(&Local.keys())
}

#[wasm_bindgen_test]
async fn the_list_of_pairs_reads_no_record_and_another_pair_is_read_when_it_is_opened() {
    let page = Page::with_pair().await;
    let first = page.store.pairs().get_untracked()[0].id.clone();
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    let start = page.store.now().plus_minutes(24 * 60);
    let session = SessionId::parse("s1").expect("a session");
    page.store.dispatch(Command::Book(session, Booking { start, minutes: 45 })).expect("done");
    page.store.start_pair("Karim", "Nadia", 30, Role::Mentor).expect("a pair");
    page.saved().await;
    drop(page);
    // Every key of the database that is read from now on.
    let _watched = Misbehaving::now(
        "window.__real = IDBObjectStore.prototype.getAll; window.__read = [];
         IDBObjectStore.prototype.getAll = function (range) {
             window.__read.push(`${this.name} ${range ? range.lower : '*'}`);
             return window.__real.apply(this, arguments);
         };",
        "IDBObjectStore.prototype.getAll = window.__real;",
    );
    let page = Page::open().await;
    let read = script("return window.__read.join('\\n')").as_string().expect("a list");
    assert!(!read.contains(first.as_str()) && !read.contains('*'), "{read}");
    let pairs = page.store.pairs().get_untracked();
    let line = pairs.iter().find(|pair| pair.id == first).expect("its line");
    assert_eq!((line.mentor.as_str(), line.student.as_str(), line.me), ("Léa", "Karim", PersonId::STUDENT));
    assert_eq!(line.next.map(|next| next.start), Some(start));
    page.store.open_pair(first).await;
    assert_eq!(page.self_words(), "Bonjour");
    assert_eq!(page.store.me().get_untracked(), PersonId::STUDENT);
}

#[wasm_bindgen_test]
async fn a_pair_that_is_not_open_heals_and_sets_aside_when_it_is_opened() {
    let page = Page::with_pair().await;
    let first = page.store.pairs().get_untracked()[0].id.clone();
    page.type_in(&self_path(), "Bonjour");
    page.saved().await;
    page.leave(&self_path());
    page.store.start_pair("Karim", "Nadia", 30, Role::Mentor).expect("a pair");
    page.saved().await;
    drop(page);
    // The database is lost; what local storage has of the other pair is damaged in one place.
    empty_database().await;
    local().set_item(&format!("binome:{first}:pair/main"), "0123456789abcdef {").expect("written");
    let page = Page::open().await;
    assert_eq!(page.store.pairs().get_untracked().len(), 2);
    page.store.open_pair(first.clone()).await;
    assert_eq!(page.self_words(), "Bonjour");
    assert_eq!(page.store.quarantined().get_untracked().len(), 1);
    page.saved().await;
    drop(page);
    local().clear().expect("cleared");
    let page = Page::open().await;
    page.store.open_pair(first).await;
    assert_eq!(page.self_words(), "Bonjour");
}

#[wasm_bindgen_test]
async fn a_summary_that_is_gone_or_does_not_read_is_made_again() {
    let page = Page::with_pair().await;
    let first = page.store.pairs().get_untracked()[0].id.clone();
    page.store.start_pair("Karim", "Nadia", 30, Role::Mentor).expect("a pair");
    page.saved().await;
    let before = page.store.pairs().get_untracked();
    drop(page);
    local().remove_item(&format!("binome:{first}:~summary")).expect("removed");
    write(Op::Put(Area::Meta, format!("summary/{first}"), "{ torn".to_owned())).await;
    let page = Page::open().await;
    assert_eq!(page.store.pairs().get_untracked(), before);
    page.saved().await;
    let healed = rows(Area::Meta).await.into_iter().find(|(key, _)| *key == format!("summary/{first}"));
    assert!(healed.expect("there").1.contains("Karim"));
}

#[wasm_bindgen_test]
async fn another_tab_sees_the_line_of_a_pair_that_it_has_not_read() {
    let one = Page::with_pair().await;
    let first = one.store.pairs().get_untracked()[0].id.clone();
    one.store.start_pair("Karim", "Nadia", 30, Role::Mentor).expect("a pair");
    one.saved().await;
    let two = Page::open().await;
    one.store.open_pair(first.clone()).await;
    let name = binome::domain::schema::person(PersonId::STUDENT, "name");
    one.store.dispatch(Command::Write(name, "Karima".into())).expect("done");
    let pairs = two.store.pairs();
    let line = || pairs.get_untracked().into_iter().find(|pair| pair.id == first).expect("its line").student;
    until("heard", || line() == "Karima").await;
    // And a pair begun in the other tab.
    one.store.start_pair("Karim", "Omar", 30, Role::Mentor).expect("a pair");
    until("heard of", || pairs.get_untracked().len() == 3).await;
}

#[wasm_bindgen_test]
async fn local_storage_keeps_the_pairs_opened_last_within_its_share() {
    let page = Page::fresh().await;
    for name in ["one", "two", "three", "four"] {
        page.store.adopt(large(name, 1_000_000), Role::Mentor).await.expect("kept");
    }
    for _ in 0..100 {
        if units() <= 3_100_000 {
            break;
        }
        sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(units() <= 3_100_000, "{}", units());
    assert_eq!(record_keys("one"), 0);
    assert!(record_keys("four") > 0);
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    let known: BTreeSet<String> = page.store.pairs().get_untracked().into_iter().map(|pair| pair.student).collect();
    assert_eq!(known.len(), 4);
    let one = PairId::parse("one").expect("a name");
    page.store.open_pair(one).await;
    let goals = page.store.pairing().get_untracked().expect("a pair").goals.len();
    assert_eq!(goals, 100);
    // Opened last, it is in local storage again.
    assert!(record_keys("one") > 0);
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.saved().await;
}

#[wasm_bindgen_test]
async fn nothing_leaves_local_storage_that_the_database_does_not_hold() {
    let page = Page::fresh().await;
    page.store.adopt(large("one", 1_500_000), Role::Mentor).await.expect("kept");
    page.saved().await;
    drop(page);
    empty_database().await;
    // Before the first pair is read again, a second and a third push it towards the edge.
    let page = Page::open().await;
    {
        let _failing = Misbehaving::now(
            "window.__commit = IDBTransaction.prototype.commit;
             IDBTransaction.prototype.commit = function () { this.abort(); };",
            "IDBTransaction.prototype.commit = window.__commit;",
        );
        let _ = page.store.adopt(large("two", 1_600_000), Role::Mentor).await;
        sleep(std::time::Duration::from_millis(300)).await;
        assert!(record_keys("two") > 0);
    }
    drop(page);
    let page = Page::open().await;
    for name in ["one", "two"] {
        page.store.open_pair(PairId::parse(name).expect("a name")).await;
        let student = page.store.pairing().get_untracked().expect("a pair").student.name.clone();
        assert_eq!(student, format!("Léa-{name}"));
    }
}
