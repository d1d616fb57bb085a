//! Two tabs on one pair: neither loses what the other wrote.

use binome::domain::{Address, Command, Section};
use binome::web::dispatch::EraseScope;
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, close_strays, local, local_keys, rows, script, self_path, until};

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
async fn tabs_of_a_browser_without_channels_hear_each_other_all_the_same() {
    // Changes of local storage are told to every page of the site but the one that made them. The frame stands for the other tab:
    // whatever is told there is told to both tabs of this test, as their browser would.
    let _without = Misbehaving::now(
        "window.__channel = window.BroadcastChannel;
         window.BroadcastChannel = function () { throw new Error('no channels'); };
         const frame = document.createElement('iframe');
         frame.id = 'other-tab';
         document.body.append(frame);
         frame.contentWindow.addEventListener('storage', (told) =>
             window.dispatchEvent(new StorageEvent('storage', { key: told.key, newValue: told.newValue })));",
        "window.BroadcastChannel = window.__channel; document.getElementById('other-tab').remove();",
    );
    let one = Page::with_pair().await;
    let two = Page::open().await;
    one.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    let address = two.store.pairing();
    until("heard", || address.get_untracked().expect("a pair").call.address == Some(Address::Tu)).await;
    two.type_in(&self_path(), "Ici");
    two.leave(&self_path());
    until("heard", || one.self_words() == "Ici").await;
    assert_eq!(one.store.fingerprint().get_untracked(), two.store.fingerprint().get_untracked());
    assert!(!local_keys().iter().any(|key| key.contains("~line")), "nothing stays behind");
    one.store.erase(EraseScope::Everything).await.expect("erased");
    until("erased", || address.get_untracked().is_none()).await;
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

/// Puts the database of this origin in the hands of a newer version, or takes it away again.
async fn newer_database(take: bool) {
    let code = if take {
        "return new Promise((yes, no) => { const ask = indexedDB.open('binome', 99); ask.onsuccess = () => { ask.result.close(); yes(); }; ask.onerror = no; setTimeout(no, 60000); })"
    } else {
        "return new Promise((yes, no) => { const ask = indexedDB.deleteDatabase('binome'); ask.onsuccess = yes; ask.onerror = no; setTimeout(no, 60000); })"
    };
    let promise: js_sys::Promise = wasm_bindgen::JsCast::unchecked_into(script(code));
    wasm_bindgen_futures::JsFuture::from(promise).await.expect("the database lets go");
}

#[wasm_bindgen_test]
async fn an_older_page_keeps_its_words_and_gives_way_to_a_newer_one() {
    close_strays();
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Avant la mise à jour");
    script("new BroadcastChannel('binome').postMessage(JSON.stringify({ here: { stores: 99 } }))");
    let outdated = page.store.outdated();
    until("outdated", || outdated.get_untracked()).await;
    // What was typed is there, and the newer page gets the database.
    until("kept", || page.self_words() == "Avant la mise à jour").await;
    let mut waits = 0;
    while !rows(Area::Log).await.iter().any(|(_, row)| row.contains("Avant la mise à jour")) {
        assert!(waits < 100, "what was typed is not in the database");
        waits += 1;
        binome::web::platform::timer::sleep(std::time::Duration::from_millis(50)).await;
    }
    let keys = local().length().expect("a length");
    assert!(page.store.dispatch(Command::SetAddress(Some(Address::Tu))).is_err());
    page.store.draft(&self_path(), "Après");
    newer_database(true).await;
    // A page of this version that is opened now shows what local storage has, and touches nothing.
    let late = Page::open().await;
    assert!(late.store.outdated().get_untracked());
    assert_eq!(late.self_words(), "Avant la mise à jour");
    assert!(late.store.dispatch(Command::SetAddress(Some(Address::Tu))).is_err());
    assert_eq!(local().length().expect("a length"), keys);
    drop(page);
    drop(late);
    newer_database(false).await;
}

#[wasm_bindgen_test]
async fn a_page_of_the_same_version_is_no_reason_to_stop() {
    let one = Page::with_pair().await;
    let two = Page::open().await;
    binome::web::platform::timer::sleep(std::time::Duration::from_millis(100)).await;
    assert!(!one.store.outdated().get_untracked() && !two.store.outdated().get_untracked());
}
