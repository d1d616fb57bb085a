//! The start: either store heals the other, and a lower generation does not count.

use binome::domain::{Address, Command};
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, empty_database, local, local_keys, rows, self_path};

#[wasm_bindgen_test]
async fn a_wiped_local_storage_heals_from_the_database() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.saved().await;
    let keys = local_keys();
    drop(page);
    local().clear().expect("cleared");
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
    let mut healed = local_keys();
    let mut before = keys;
    healed.sort();
    before.sort();
    assert_eq!(healed, before);
}

#[wasm_bindgen_test]
async fn a_wiped_database_heals_from_local_storage() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.saved().await;
    let before = page.store.fingerprint().get_untracked();
    drop(page);
    empty_database().await;
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
    drop(page);
    // Now the database alone is enough again.
    local().clear().expect("cleared");
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
    assert_eq!(page.store.fingerprint().get_untracked(), before);
    assert_eq!(page.store.me().get_untracked(), binome::domain::PersonId::STUDENT);
}

#[wasm_bindgen_test]
async fn what_only_one_of_the_stores_took_is_joined() {
    let page = Page::with_pair().await;
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.saved().await;
    // The log keeps the address; local storage loses that record.
    let lost = local_keys().into_iter().find(|key| key.ends_with(":pair/main")).expect("the record");
    let old = local().get_item(&lost).expect("read").expect("a text");
    page.store.dispatch(Command::SetAddress(Some(Address::Vous))).expect("done");
    page.saved().await;
    drop(page);
    local().set_item(&lost, &old).expect("written");
    let page = Page::open().await;
    let pairing = page.store.pairing().get_untracked().expect("a pair");
    assert_eq!(pairing.call.address, Some(Address::Vous));
    assert!(page.store.conflicts().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn an_empty_browser_starts_with_no_pair() {
    let page = Page::fresh().await;
    assert!(page.store.pairing().get_untracked().is_none());
    assert!(page.store.pairs().get_untracked().is_empty());
    assert_eq!(page.store.missing().get_untracked(), binome::web::dispatch::Missing::default());
    assert!(rows(Area::Log).await.is_empty());
}

#[wasm_bindgen_test]
async fn several_pairs_live_in_one_browser() {
    let page = Page::with_pair().await;
    let first = page.store.pairs().get_untracked()[0].id.clone();
    page.store.start_pair("Léa", "Nadia", 30, binome::domain::Role::Mentor).expect("a pair");
    page.saved().await;
    assert_eq!(page.store.me().get_untracked(), binome::domain::PersonId::MENTOR);
    page.store.open_pair(first.clone()).await;
    page.saved().await;
    assert_eq!(page.store.me().get_untracked(), binome::domain::PersonId::STUDENT);
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.store.pairs().get_untracked().len(), 2);
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").id, first);
}

/// Browsers write local storage late: one that is killed may find there what the page had taken away, while the database, which is
/// waited for, has all that came after. `cargo xtask torture` met it.
#[wasm_bindgen_test]
async fn a_draft_that_local_storage_forgot_to_forget_makes_no_conflict() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bon");
    page.saved().await;
    let draft = local_keys().into_iter().find(|key| key.contains("~draft")).expect("a draft");
    let early = local().get_item(&draft).expect("read").expect("a text");
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.saved().await;
    drop(page);
    let mut words = "Bonjour";
    for next in ["Bonjour à tous", "Bonsoir"] {
        local().set_item(&draft, &early).expect("written");
        let page = Page::open().await;
        assert_eq!(page.self_words(), words);
        assert!(page.store.conflicts().get_untracked().is_empty());
        assert!(!local_keys().iter().any(|key| key.contains("~draft")));
        page.type_in(&self_path(), next);
        page.leave(&self_path());
        page.saved().await;
        words = next;
    }
}

/// What local storage alone has of a draft, because the database had not answered yet, counts.
#[wasm_bindgen_test]
async fn a_draft_that_only_local_storage_has_is_kept() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bon");
    page.leave(&self_path());
    page.type_in(&self_path(), "Bonjour");
    page.saved().await;
    drop(page);
    let (key, _) = rows(Area::Drafts).await.remove(0);
    crate::support::write(binome::web::storage::database::Op::Delete(Area::Drafts, key)).await;
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
    assert!(page.store.conflicts().get_untracked().is_empty());
}
