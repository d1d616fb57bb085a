//! Erasing leaves nothing.

use binome::domain::Role;
use binome::web::dispatch::EraseScope;
use binome::web::storage::database::{Area, Op};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, local, local_keys, rows, self_path, write};

/// All that is there, but for the marks that say that something was erased: they name nobody.
async fn everything_in_the_database() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for area in Area::ALL {
        all.extend(rows(area).await.into_iter().filter(|(key, _)| area != Area::Meta || !key.starts_with("erased/")));
    }
    all
}

/// Everything there is of the pair, rows and keys, to be put back behind the page's back.
async fn remains() -> (Vec<Op>, Vec<(String, String)>) {
    let mut ops = Vec::new();
    for area in [Area::Log, Area::Drafts, Area::Backups, Area::History] {
        ops.extend(rows(area).await.into_iter().map(|(key, text)| Op::Put(area, key, text)));
    }
    let keys = local_keys().into_iter().filter(|key| !key.contains('~') || key.contains("~me"));
    let texts = keys.map(|key| (key.clone(), local().get_item(&key).expect("read").expect("a text")));
    (ops, texts.collect())
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

#[wasm_bindgen_test]
async fn what_a_sleeping_tab_writes_of_an_erased_pair_does_not_bring_it_back() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Secret");
    page.leave(&self_path());
    page.saved().await;
    let (ops, keys) = remains().await;
    page.store.erase(EraseScope::ThisPair).await.expect("erased");
    drop(page);
    for op in ops {
        write(op).await;
    }
    for (key, text) in keys {
        local().set_item(&key, &text).expect("written");
    }
    let page = Page::open().await;
    assert!(page.store.pairs().get_untracked().is_empty());
    assert!(page.store.lost().get_untracked().is_none());
    drop(page);
    // And it is gone again.
    assert_eq!(rows(Area::Log).await, Vec::new());
    assert_eq!(rows(Area::Backups).await, Vec::new());
    assert!(!local_keys().iter().any(|key| key.contains(":pair/")));
}

#[wasm_bindgen_test]
async fn an_erased_pair_comes_back_from_a_copy_and_what_was_left_of_it_does_not_mix_in() {
    let page = Page::with_pair().await;
    let (_, copy) = page.store.export();
    page.type_in(&self_path(), "Secret");
    page.leave(&self_path());
    page.saved().await;
    let (ops, keys) = remains().await;
    page.store.erase(EraseScope::ThisPair).await.expect("erased");
    let incoming = page.store.read_file(copy.as_bytes()).expect("read");
    page.store.adopt(incoming, Role::Student).await.expect("back");
    page.saved().await;
    drop(page);
    for op in ops {
        write(op).await;
    }
    for (key, text) in keys {
        local().set_item(&key, &text).expect("written");
    }
    let page = Page::open().await;
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").student.name, "Karim");
    assert_eq!(page.self_words(), "");
    drop(page);
    assert!(!rows(Area::Log).await.iter().any(|(_, row)| row.contains("Secret")));
}
