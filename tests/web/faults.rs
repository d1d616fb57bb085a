//! A browser that blocks or fills: the page goes on, and says what is not kept.

use binome::domain::{Address, Command, Role};
use binome::web::dispatch::{SaveState, StorageFault};
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, local, local_keys, rows, self_path, until};

const NO_LOCAL: (&str, &str) = (
    "window.__local = Object.getOwnPropertyDescriptor(window, 'localStorage');
     Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });",
    "Object.defineProperty(window, 'localStorage', window.__local);",
);

const FULL_LOCAL: (&str, &str) = (
    "window.__set = Storage.prototype.setItem;
     Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); };",
    "Storage.prototype.setItem = window.__set;",
);

pub const NO_DATABASE: (&str, &str) = (
    "window.__idb = Object.getOwnPropertyDescriptor(window, 'indexedDB');
     Object.defineProperty(window, 'indexedDB', { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });",
    "Object.defineProperty(window, 'indexedDB', window.__idb);",
);

const NO_DATABASE_AT_ALL: (&str, &str) = (
    "window.__idb = Object.getOwnPropertyDescriptor(window, 'indexedDB');
     Object.defineProperty(window, 'indexedDB', { configurable: true, get() { return undefined; } });",
    "Object.defineProperty(window, 'indexedDB', window.__idb);",
);

pub const WRITES_FAIL: (&str, &str) = (
    "window.__commit = IDBTransaction.prototype.commit;
     IDBTransaction.prototype.commit = function () { this.abort(); };",
    "IDBTransaction.prototype.commit = window.__commit;",
);

#[wasm_bindgen_test]
async fn without_local_storage_the_database_keeps_everything() {
    crate::support::empty().await;
    {
        let _blocked = Misbehaving::now(NO_LOCAL.0, NO_LOCAL.1);
        let page = Page::open().await;
        assert_eq!(page.store.missing().get_untracked().local, Some(StorageFault::Blocked));
        page.store.start_pair("Léa", "Karim", 45, Role::Student).expect("a pair");
        page.type_in(&self_path(), "Bonjour");
        page.leave(&self_path());
        page.saved().await;
        drop(page);
        let page = Page::open().await;
        assert_eq!(page.self_words(), "Bonjour");
    }
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
    assert_eq!(page.store.missing().get_untracked().local, None);
}

#[wasm_bindgen_test]
async fn a_full_local_storage_is_said_and_nothing_is_lost() {
    let page = Page::with_pair().await;
    {
        let _full = Misbehaving::now(FULL_LOCAL.0, FULL_LOCAL.1);
        page.type_in(&self_path(), "Bonjour");
        page.leave(&self_path());
        page.saved().await;
        assert_eq!(page.store.missing().get_untracked().local, Some(StorageFault::Full));
        drop(page);
        let page = Page::open().await;
        assert_eq!(page.self_words(), "Bonjour");
    }
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
}

#[wasm_bindgen_test]
async fn without_a_database_nothing_is_called_saved_and_local_storage_brings_it_back() {
    for no_database in [NO_DATABASE, NO_DATABASE_AT_ALL] {
        crate::support::empty().await;
        {
            let _blocked = Misbehaving::now(no_database.0, no_database.1);
            let page = Page::open().await;
            let state = page.store.save_state();
            assert_eq!(state.get_untracked(), SaveState::NotKept(StorageFault::Blocked));
            page.store.start_pair("Léa", "Karim", 45, Role::Student).expect("a pair");
            page.type_in(&self_path(), "Bonjour");
            binome::web::platform::timer::sleep(std::time::Duration::from_millis(700)).await;
            assert_eq!(state.get_untracked(), SaveState::NotKept(StorageFault::Blocked));
            let (_, file) = page.store.export();
            assert!(file.contains("Bonjour"));
            assert!(page.store.missing().get_untracked().database.is_some());
        }
        let page = Page::open().await;
        assert_eq!(page.self_words(), "Bonjour");
        assert_eq!(page.store.missing().get_untracked().database, None);
    }
}

#[wasm_bindgen_test]
async fn with_neither_store_the_page_goes_on_in_memory() {
    crate::support::empty().await;
    let _local = Misbehaving::now(NO_LOCAL.0, NO_LOCAL.1);
    let _database = Misbehaving::now(NO_DATABASE.0, NO_DATABASE.1);
    let page = Page::open().await;
    page.store.start_pair("Léa", "Karim", 45, Role::Student).expect("a pair");
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").call.address, Some(Address::Tu));
    let missing = page.store.missing().get_untracked();
    assert!(missing.local.is_some() && missing.database.is_some());
}

#[wasm_bindgen_test]
async fn a_write_that_fails_is_said_and_the_next_one_carries_it_along() {
    let page = Page::with_pair().await;
    {
        let _failing = Misbehaving::now(WRITES_FAIL.0, WRITES_FAIL.1);
        page.type_in(&self_path(), "Bonjour");
        page.leave(&self_path());
        let state = page.store.save_state();
        until("not kept", || matches!(state.get_untracked(), SaveState::NotKept(_))).await;
        assert!(!rows(Area::Log).await.iter().any(|(_, row)| row.contains("Bonjour")));
    }
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.saved().await;
    assert_eq!(page.store.missing().get_untracked().database, None);
    drop(page);
    local().clear().expect("cleared");
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
}

#[wasm_bindgen_test]
async fn a_local_storage_that_takes_again_takes_everything_and_the_banner_goes() {
    let page = Page::with_pair().await;
    {
        let _full = Misbehaving::now(FULL_LOCAL.0, FULL_LOCAL.1);
        page.type_in(&self_path(), "Bonjour");
        page.leave(&self_path());
        page.saved().await;
        assert_eq!(page.store.missing().get_untracked().local, Some(StorageFault::Full));
    }
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.saved().await;
    assert_eq!(page.store.missing().get_untracked().local, None);
    drop(page);
    // Local storage alone has all of it.
    crate::support::empty_database().await;
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
}

/// What is being typed is carried along like everything else: “saved” is true of it too.
#[wasm_bindgen_test]
async fn what_is_being_typed_is_carried_along_by_the_write_after_one_that_failed() {
    let page = Page::with_pair().await;
    let state = page.store.save_state();
    {
        let _failing = Misbehaving::now(WRITES_FAIL.0, WRITES_FAIL.1);
        page.type_in(&self_path(), "Bonjour");
        until("not kept", || matches!(state.get_untracked(), SaveState::NotKept(_))).await;
    }
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.saved().await;
    drop(page);
    local().clear().expect("cleared");
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
}

/// Two writes at once of which the first fails: the second knew nothing of it, so that nothing is called saved before a third.
#[wasm_bindgen_test]
async fn of_two_writes_at_once_neither_is_called_saved_while_one_has_failed() {
    let page = Page::with_pair().await;
    let _once = Misbehaving::now(
        "window.__commit = IDBTransaction.prototype.commit;
         let failed = false;
         IDBTransaction.prototype.commit = function () {
             if (failed) { return window.__commit.call(this); }
             failed = true;
             this.abort();
         };",
        "IDBTransaction.prototype.commit = window.__commit;",
    );
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.saved().await;
    drop(page);
    local().clear().expect("cleared");
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").call.address, Some(Address::Tu));
}

/// The edit and the forgetting of its draft were one transaction, which failed: what became of the draft is known all the same.
#[wasm_bindgen_test]
async fn a_draft_that_the_database_could_not_forget_makes_no_conflict() {
    for carried in [true, false] {
        let page = Page::with_pair().await;
        page.type_in(&self_path(), "Bonjour");
        page.saved().await;
        {
            let _failing = Misbehaving::now(WRITES_FAIL.0, WRITES_FAIL.1);
            page.type_in(&self_path(), "Bonjour à tous");
            page.leave(&self_path());
            let state = page.store.save_state();
            until("not kept", || matches!(state.get_untracked(), SaveState::NotKept(_))).await;
        }
        if carried {
            page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
            page.saved().await;
            assert_eq!(rows(Area::Drafts).await, Vec::new());
            local().clear().expect("cleared");
        }
        drop(page);
        let page = Page::open().await;
        assert_eq!(page.self_words(), "Bonjour à tous");
        assert!(page.store.conflicts().get_untracked().is_empty());
    }
}

/// A database that did not answer at the start is joined once it does, with what was written meanwhile.
#[wasm_bindgen_test]
async fn a_database_that_answers_late_is_joined() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.saved().await;
    drop(page);
    // The record of the student is in the database alone.
    let key = local_keys().into_iter().find(|key| key.ends_with(":person/student-1")).expect("the record");
    local().remove_item(&key).expect("removed");
    let blocked = Misbehaving::now(NO_DATABASE.0, NO_DATABASE.1);
    let page = Page::open().await;
    assert_ne!(page.self_words(), "Bonjour");
    drop(blocked);
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    until("joined", || page.self_words() == "Bonjour").await;
    page.saved().await;
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").call.address, Some(Address::Tu));
    assert!(page.store.conflicts().get_untracked().is_empty());
}

/// Nothing is in local storage and the database does not answer: that is not a browser that erased everything.
#[wasm_bindgen_test]
async fn a_database_that_does_not_answer_is_not_taken_for_an_emptied_browser() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.saved().await;
    drop(page);
    local().clear().expect("cleared");
    let blocked = Misbehaving::now(NO_DATABASE.0, NO_DATABASE.1);
    let page = Page::open().await;
    assert!(page.store.lost().get_untracked().is_none());
    assert!(page.store.missing().get_untracked().database.is_some());
    drop(blocked);
    page.store.settings().update(|settings| settings.single_keys = false);
    let pairing = page.store.pairing();
    until("opened", || pairing.get_untracked().is_some()).await;
    assert_eq!(page.self_words(), "Bonjour");
}
