//! Both stores emptied by the browser: said, and not taken for a first visit. And the promise asked of it, at the right moment.

use binome::domain::{Address, Command, Role};
use binome::web::dispatch::EraseScope;
use binome::web::route::{Pairs, Route};
use binome::web::storage::mark;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, empty_database, local, script, self_path, until};

/// What the browser does to a site that it forgets: both stores at once.
async fn wipe() {
    local().clear().expect("cleared");
    empty_database().await;
}

#[wasm_bindgen_test]
async fn both_stores_emptied_by_the_browser_is_said_with_the_last_day() {
    let page = Page::with_pair().await;
    let today = page.store.today();
    until_marked().await;
    drop(page);
    wipe().await;
    let page = Page::open().await;
    assert_eq!(page.store.lost().get_untracked().expect("lost").seen, Some(today));
    assert!(page.store.pairs().get_untracked().is_empty());
    // Starting again, or bringing a copy in, ends it.
    page.store.start_pair("Léa", "Nadia", 45, Role::Mentor).expect("a pair");
    assert_eq!(page.store.lost().get_untracked(), None);
}

#[wasm_bindgen_test]
async fn without_caches_the_tab_itself_remembers() {
    let _none = Misbehaving::now(
        "window.__caches = Object.getOwnPropertyDescriptor(window, 'caches');
         Object.defineProperty(window, 'caches', { configurable: true, value: undefined });",
        "if (window.__caches) Object.defineProperty(window, 'caches', window.__caches); else delete window.caches;",
    );
    let page = Page::with_pair().await;
    until_marked().await;
    drop(page);
    wipe().await;
    let page = Page::open().await;
    assert!(page.store.lost().get_untracked().is_some());
}

#[wasm_bindgen_test]
async fn words_of_one_store_that_name_a_pair_are_a_mark_too() {
    let page = Page::with_pair().await;
    page.saved().await;
    drop(page);
    let opened = local().get_item("binome:~opened").expect("read").expect("a pair was open");
    crate::support::empty().await;
    local().set_item("binome:~opened", &opened).expect("written");
    let page = Page::open().await;
    assert_eq!(page.store.lost().get_untracked().expect("lost").seen, None);
}

#[wasm_bindgen_test]
async fn a_new_browser_has_lost_nothing() {
    let page = Page::fresh().await;
    assert_eq!(page.store.lost().get_untracked(), None);
}

#[wasm_bindgen_test]
async fn what_was_erased_on_purpose_is_not_lost() {
    for scope in [EraseScope::ThisPair, EraseScope::Everything] {
        let page = Page::with_pair().await;
        until_marked().await;
        page.store.erase(scope).await.expect("erased");
        assert_eq!(mark::find().await, None);
        drop(page);
        let page = Page::open().await;
        assert_eq!(page.store.lost().get_untracked(), None);
    }
}

#[wasm_bindgen_test]
fn a_browser_that_lost_a_pair_leads_to_the_way_back_and_never_to_a_blank_page() {
    for route in [Route::Home, Route::Goals, Route::Call, Route::Share, Route::Lost] {
        assert_eq!(route.with(Pairs::Lost), Route::Lost);
    }
    for route in [Route::Welcome, Route::Import, Route::Settings, Route::Help] {
        assert_eq!(route.with(Pairs::Lost), route);
    }
    assert_eq!(Route::Lost.with(Pairs::None), Route::Lost);
    assert_eq!(Route::Lost.with(Pairs::Opened), Route::Home);
    assert_eq!(Route::Lost.with(Pairs::NoneOpened), Route::Pairs);
    assert_eq!(Route::parse(Route::Lost.href()), Some(Route::Lost));
}

#[wasm_bindgen_test]
async fn the_browser_is_asked_to_keep_on_the_second_visit_when_somebody_writes() {
    crate::support::empty().await;
    let _watched = Misbehaving::now(
        "window.__storage = Object.getOwnPropertyDescriptor(Navigator.prototype, 'storage'); window.__asked = 0;
         Object.defineProperty(navigator, 'storage', { configurable: true, value: {
             persisted: async () => false, persist: async () => { window.__asked += 1; return true; },
         } });",
        "delete navigator.storage;",
    );
    let asked = || script("return window.__asked").as_f64();
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.saved().await;
    assert_eq!(asked(), Some(0.0));
    drop(page);
    let page = Page::open().await;
    assert_eq!((asked(), page.store.promised().get_untracked()), (Some(0.0), Some(false)));
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.store.dispatch(Command::SetAddress(Some(Address::Vous))).expect("done");
    let promised = page.store.promised();
    until("promised", || promised.get_untracked() == Some(true)).await;
    assert_eq!(asked(), Some(1.0));
}

#[wasm_bindgen_test]
async fn a_browser_without_promises_is_no_trouble() {
    crate::support::empty().await;
    let _none = Misbehaving::now(
        "Object.defineProperty(navigator, 'storage', { configurable: true, value: undefined });",
        "delete navigator.storage;",
    );
    let page = Page::with_pair().await;
    drop(page);
    let page = Page::open().await;
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.saved().await;
    assert_eq!(page.store.promised().get_untracked(), None);
}

async fn until_marked() {
    for _ in 0..200 {
        if mark::find().await.is_some() {
            return;
        }
        binome::web::platform::timer::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("no mark was left");
}
