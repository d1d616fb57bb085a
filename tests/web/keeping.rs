//! What is called saved is on disk, and comes back.

use std::time::Duration;

use binome::domain::{Address, Command};
use binome::web::dispatch::{SaveState, Theme};
use binome::web::platform::timer::sleep;
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, local_keys, rows, script, self_path, until};

#[wasm_bindgen_test]
async fn a_pair_that_was_started_is_there_after_the_page_is_opened_again() {
    let page = Page::with_pair().await;
    let before = page.store.fingerprint().get_untracked();
    drop(page);
    let page = Page::open().await;
    let pairing = page.store.pairing().get_untracked().expect("a pair");
    assert_eq!((pairing.mentor.name.as_str(), pairing.student.name.as_str()), ("Léa", "Karim"));
    assert_eq!(page.store.me().get_untracked(), binome::domain::PersonId::STUDENT);
    assert_eq!(page.store.fingerprint().get_untracked(), before);
    assert_eq!(page.store.pairs().get_untracked().len(), 1);
}

#[wasm_bindgen_test]
async fn saved_is_said_only_once_a_strict_transaction_has_completed() {
    let page = Page::with_pair().await;
    let _watched = Misbehaving::now(
        "const real = IDBDatabase.prototype.transaction; window.__real = real; window.__writes = [];
         IDBDatabase.prototype.transaction = function (stores, mode, options) {
             const transaction = real.apply(this, arguments);
             if (mode === 'readwrite') {
                 const write = { strict: options && options.durability === 'strict', done: false };
                 transaction.addEventListener('complete', () => { write.done = true; });
                 window.__writes.push(write);
             }
             return transaction;
         };",
        "IDBDatabase.prototype.transaction = window.__real;",
    );
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    assert_eq!(page.store.save_state().get_untracked(), SaveState::Saving);
    let open = || script("return window.__writes.filter(write => !write.done).length").as_f64() != Some(0.0);
    let state = page.store.save_state();
    until("saved", || {
        let is_saved = matches!(state.get_untracked(), SaveState::Saved(_));
        assert!(!(is_saved && open()), "saved was said before the transaction completed");
        is_saved
    })
    .await;
    let all_strict = script("return window.__writes.length > 0 && window.__writes.every(write => write.strict)");
    assert_eq!(all_strict.as_bool(), Some(true));
}

#[wasm_bindgen_test]
async fn typing_is_saving_at_once_and_saved_after_a_pause_as_one_draft() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Je suis graphiste.");
    assert_eq!(page.store.save_state().get_untracked(), SaveState::Saving);
    sleep(Duration::from_millis(100)).await;
    assert_eq!(page.store.save_state().get_untracked(), SaveState::Saving);
    page.saved().await;
    let drafts = rows(Area::Drafts).await;
    assert_eq!(drafts.len(), 1);
    assert!(drafts[0].1.contains("Je suis graphiste."));
    // Not an edit yet: the field was not left.
    assert_eq!(page.self_words(), "");
    assert_eq!(page.store.text(&self_path()), "Je suis graphiste.");
}

#[wasm_bindgen_test]
async fn a_keystroke_does_not_touch_the_pairing() {
    let page = Page::with_pair().await;
    let pairing = page.store.pairing();
    let before = pairing.get_untracked().expect("a pair");
    page.type_in(&self_path(), "Bonjour");
    page.saved().await;
    let after = pairing.get_untracked().expect("a pair");
    assert!(std::sync::Arc::ptr_eq(&before, &after));
}

#[wasm_bindgen_test]
async fn leaving_a_field_makes_one_edit_and_takes_the_draft_away() {
    let page = Page::with_pair().await;
    let edits = rows(Area::Log).await.len();
    page.type_in(&self_path(), "Bonjour");
    page.saved().await;
    page.leave(&self_path());
    page.saved().await;
    assert_eq!(page.self_words(), "Bonjour");
    assert_eq!(rows(Area::Log).await.len(), edits + 1);
    assert!(rows(Area::Drafts).await.is_empty());
    assert!(!local_keys().iter().any(|key| key.contains("~draft")));
}

#[wasm_bindgen_test]
async fn leaving_a_field_as_it_was_makes_no_edit_and_nothing_waits() {
    let page = Page::with_pair().await;
    let edits = rows(Area::Log).await.len();
    page.store.draft(&self_path(), "a");
    page.store.draft(&self_path(), "");
    page.leave(&self_path());
    page.saved().await;
    assert_eq!(rows(Area::Log).await.len(), edits);
    assert!(page.store.conflicts().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn a_name_left_empty_is_refused_and_stays_as_typed() {
    let page = Page::with_pair().await;
    let path = binome::domain::schema::person(binome::domain::PersonId::STUDENT, "name");
    page.store.draft(&path, " ");
    assert_eq!(page.store.seal(&path), Err(binome::domain::Refusal::NameMissing));
    assert_eq!(page.store.text(&path), " ");
    page.store.draft(&path, " Karima ");
    assert_eq!(page.store.seal(&path), Ok(()));
    assert_eq!(page.store.text(&path), "Karima");
}

#[wasm_bindgen_test]
async fn words_typed_in_a_tab_that_died_become_an_edit_at_the_next_start() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Je viens du graphisme");
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Je viens du graphisme");
    assert!(rows(Area::Drafts).await.is_empty());
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Je viens du graphisme");
    assert!(page.store.conflicts().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn leaving_the_page_keeps_words_that_no_pause_had_kept_yet() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Vite");
    script("window.dispatchEvent(new Event('pagehide'))");
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Vite");
}

#[wasm_bindgen_test]
async fn going_to_another_screen_leaves_the_field() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "En passant");
    script("window.dispatchEvent(new Event('hashchange'))");
    assert_eq!(page.self_words(), "En passant");
}

#[wasm_bindgen_test]
async fn a_page_out_of_sight_keeps_words_at_once_and_goes_on() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Sur le quai");
    script(
        "Object.defineProperty(document, 'hidden', { configurable: true, value: true });
         document.dispatchEvent(new Event('visibilitychange'));
         delete document.hidden;",
    );
    assert!(local_keys().iter().any(|key| key.contains("~draft")));
    page.saved().await;
    assert_eq!(rows(Area::Drafts).await.len(), 1);
    // Still being typed.
    page.type_in(&self_path(), "Sur le quai de la gare");
    page.leave(&self_path());
    assert_eq!(page.self_words(), "Sur le quai de la gare");
    assert!(page.store.conflicts().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn settings_are_there_after_the_page_is_opened_again() {
    let page = Page::fresh().await;
    page.store.settings().update(|settings| settings.theme = Theme::Dark);
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.store.settings().get_untracked().theme, Theme::Dark);
    // Local storage wiped: the database heals it.
    drop(page);
    crate::support::local().clear().expect("cleared");
    let page = Page::open().await;
    assert_eq!(page.store.settings().get_untracked().theme, Theme::Dark);
}
