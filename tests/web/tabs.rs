//! Two tabs on one pair: neither loses what the other wrote.

use binome::domain::{Address, Command, Section};
use binome::web::dispatch::EraseScope;
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, rows, self_path, until};

#[wasm_bindgen_test]
async fn what_one_tab_does_the_other_shows() {
    let one = Page::with_pair().await;
    let two = Page::open().await;
    one.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    let address = two.store.pairing();
    until("heard", || address.get_untracked().expect("a pair").call.address == Some(Address::Tu)).await;
    assert_eq!(one.store.fingerprint().get_untracked(), two.store.fingerprint().get_untracked());
}

#[wasm_bindgen_test]
async fn two_tabs_that_write_at_once_lose_nothing() {
    let one = Page::with_pair().await;
    let two = Page::open().await;
    for section in Section::ALL {
        one.store.dispatch(Command::SayDone(section, binome::domain::PersonId::STUDENT, true)).expect("done");
        two.store.dispatch(Command::SayDone(section, binome::domain::PersonId::MENTOR, true)).expect("done");
    }
    one.saved().await;
    two.saved().await;
    drop(one);
    drop(two);
    let page = Page::open().await;
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").call.done.len(), 10);
}

#[wasm_bindgen_test]
async fn a_living_tabs_draft_is_left_alone() {
    let one = Page::with_pair().await;
    one.type_in(&self_path(), "En train");
    one.saved().await;
    let two = Page::open().await;
    assert_eq!(two.self_words(), "");
    assert_eq!(rows(Area::Drafts).await.len(), 1);
    one.type_in(&self_path(), "En train d’écrire");
    one.leave(&self_path());
    until("heard", || two.self_words() == "En train d’écrire").await;
    assert!(two.store.conflicts().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn words_typed_over_what_came_in_meanwhile_stand_beside_it() {
    let one = Page::with_pair().await;
    let two = Page::open().await;
    // Both show the empty field; then both write.
    assert_eq!(one.store.text(&self_path()), "");
    assert_eq!(two.store.text(&self_path()), "");
    one.type_in(&self_path(), "Un");
    one.leave(&self_path());
    until("heard", || two.self_words() == "Un").await;
    two.type_in(&self_path(), "Deux");
    two.leave(&self_path());
    let conflicts = two.store.conflicts().get_untracked();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].heads.len(), 2);
}

#[wasm_bindgen_test]
async fn a_tab_obeys_the_erasing_of_another() {
    let one = Page::with_pair().await;
    let two = Page::open().await;
    one.store.erase(EraseScope::Everything).await.expect("erased");
    let pairing = two.store.pairing();
    until("erased", || pairing.get_untracked().is_none()).await;
    assert!(two.store.pairs().get_untracked().is_empty());
    assert!(rows(Area::Log).await.is_empty());
}
