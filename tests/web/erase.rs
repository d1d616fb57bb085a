//! Erasing leaves nothing.

use binome::domain::Role;
use binome::web::dispatch::EraseScope;
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, local_keys, rows, self_path};

async fn everything_in_the_database() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for area in Area::ALL {
        all.extend(rows(area).await);
    }
    all
}

#[wasm_bindgen_test]
async fn erasing_everything_leaves_nothing() {
    let page = Page::with_pair().await;
    page.store.settings().update(|settings| settings.single_keys = false);
    page.type_in(&self_path(), "Secret");
    page.saved().await;
    page.store.erase(EraseScope::Everything).await.expect("erased");
    assert!(page.store.pairing().get_untracked().is_none());
    assert!(page.store.pairs().get_untracked().is_empty());
    binome::web::platform::timer::sleep(std::time::Duration::from_millis(600)).await;
    assert_eq!(local_keys(), Vec::<String>::new());
    assert_eq!(everything_in_the_database().await, Vec::new());
    drop(page);
    let page = Page::open().await;
    assert!(page.store.pairing().get_untracked().is_none());
    assert!(page.store.settings().get_untracked().single_keys);
}

#[wasm_bindgen_test]
async fn erasing_one_pair_leaves_the_other_alone() {
    let page = Page::with_pair().await;
    page.store.start_pair("Léa", "Nadia", 30, Role::Mentor).expect("a pair");
    let erased = page.store.pairing().get_untracked().expect("a pair").id.clone();
    page.type_in(&self_path(), "Secret");
    page.saved().await;
    page.store.erase(EraseScope::ThisPair).await.expect("erased");
    assert!(page.store.pairing().get_untracked().is_none());
    assert_eq!(page.store.pairs().get_untracked().len(), 1);
    let all = everything_in_the_database().await;
    let names = |text: &str| text.contains(erased.as_str()) || text.contains("Secret") || text.contains("Nadia");
    assert!(!all.iter().any(|(key, text)| names(key) || names(text)));
    assert!(!local_keys().iter().any(|key| names(key)));
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").student.name, "Karim");
}

#[wasm_bindgen_test]
async fn a_new_pair_can_be_started_after_erasing() {
    let page = Page::with_pair().await;
    page.store.erase(EraseScope::Everything).await.expect("erased");
    page.store.start_pair("Léa", "Nadia", 30, Role::Mentor).expect("a pair");
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").student.name, "Nadia");
}
