//! What does not read is set aside byte for byte; the rest loads.

use binome::web::storage::database::{Area, Op};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, local, local_keys, rows, self_path, write};

#[wasm_bindgen_test]
async fn a_damaged_key_of_local_storage_is_set_aside_and_healed() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.saved().await;
    drop(page);
    let key = local_keys().into_iter().find(|key| key.ends_with(":person/student-1")).expect("the record");
    let good = local().get_item(&key).expect("read").expect("a text");
    let bad = good.replace("Bonjour", "Bonsoir");
    local().set_item(&key, &bad).expect("written");
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
    let found = page.store.quarantined().get_untracked();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].key.as_str(), found[0].text.as_str()), (key.as_str(), bad.as_str()));
    let kept = rows(Area::Quarantine).await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].1, bad);
    assert_eq!(local().get_item(&key).expect("read").as_deref(), Some(good.as_str()));
    drop(page);
    let page = Page::open().await;
    assert!(page.store.quarantined().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn a_damaged_row_of_the_log_is_set_aside_and_the_rest_loads() {
    let page = Page::with_pair().await;
    let pair = page.store.pairs().get_untracked()[0].id.clone();
    drop(page);
    write(Op::Put(Area::Log, format!("{pair}/0/000000000000000000000000"), "{\"edit\":".to_owned())).await;
    let page = Page::open().await;
    assert!(page.store.pairing().get_untracked().is_some());
    assert_eq!(page.store.quarantined().get_untracked().len(), 1);
    assert_eq!(rows(Area::Quarantine).await[0].1, "{\"edit\":");
    drop(page);
    let page = Page::open().await;
    assert!(page.store.quarantined().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn a_row_that_a_newer_version_wrote_stays_for_it() {
    let page = Page::with_pair().await;
    let pair = page.store.pairs().get_untracked()[0].id.clone();
    drop(page);
    let key = format!("{pair}/0/~newer");
    write(Op::Put(Area::Log, key.clone(), "{\"fold\":{}}".to_owned())).await;
    let page = Page::open().await;
    assert_eq!(page.store.quarantined().get_untracked().len(), 1);
    assert!(rows(Area::Log).await.iter().any(|(found, _)| *found == key));
}

#[wasm_bindgen_test]
async fn nothing_that_stands_in_our_keys_stops_the_start() {
    let page = Page::with_pair().await;
    let pair = page.store.pairs().get_untracked()[0].id.clone();
    drop(page);
    for (name, text) in [
        ("person/student-1", ""),
        ("~me", "nobody"),
        ("~draft/tab/goal/x/what", "{}"),
        ("~else", "?"),
        ("goal/é", "\u{0}"),
    ] {
        local().set_item(&format!("binome:{pair}:{name}"), text).expect("written");
    }
    for key in ["binome:", "binome:~settings", "binome:~device", "binome:~opened", "binome:A:person/x"] {
        local().set_item(key, "[[[").expect("written");
    }
    let page = Page::open().await;
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").student.name, "Karim");
    assert!(!page.store.quarantined().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn what_was_set_aside_can_be_saved_and_then_removed() {
    let page = Page::with_pair().await;
    page.saved().await;
    drop(page);
    let key = local_keys().into_iter().find(|key| key.ends_with(":pair/main")).expect("the record");
    local().set_item(&key, "0123456789abcdef {\"fields\": \u{fffd}").expect("written");
    write(Op::Put(Area::Log, "torn/0/row".to_owned(), "{ torn".to_owned())).await;
    let page = Page::open().await;
    let text = page.store.set_aside_text().await.expect("something");
    assert!(text.contains("{ torn") && text.contains("0123456789abcdef {\\\"fields\\\": \u{fffd}"), "{text}");
    drop(page);
    // Found at an earlier start: still there to save.
    let page = Page::open().await;
    assert!(page.store.quarantined().get_untracked().is_empty());
    assert_eq!(page.store.set_aside_text().await.expect("still there"), text);
    page.store.drop_set_aside().await.expect("removed");
    assert_eq!(page.store.set_aside_text().await, None);
}

#[wasm_bindgen_test]
async fn a_damaged_draft_of_the_database_is_set_aside() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.saved().await;
    drop(page);
    let (key, text) = rows(Area::Drafts).await.remove(0);
    let torn = text.replace("\"text\":\"Bonjour\"", "\"text\":\"Bonjour");
    write(Op::Put(Area::Drafts, key, torn.clone())).await;
    for draft in local_keys().into_iter().filter(|key| key.contains("~draft")) {
        local().remove_item(&draft).expect("removed");
    }
    let page = Page::open().await;
    let found = page.store.quarantined().get_untracked();
    assert_eq!(found.iter().map(|bad| bad.text.as_str()).collect::<Vec<_>>(), [torn.as_str()]);
    assert!(rows(Area::Drafts).await.is_empty());
    drop(page);
    let page = Page::open().await;
    assert!(page.store.quarantined().get_untracked().is_empty());
    assert!(page.store.set_aside_text().await.expect("still there").contains("Bonjour"));
    // Erased with its pair.
    page.store.erase(binome::web::dispatch::EraseScope::ThisPair).await.expect("erased");
    assert!(rows(Area::Quarantine).await.is_empty());
}
