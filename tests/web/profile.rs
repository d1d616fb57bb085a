//! What a mentor keeps in a browser: outside any pair, in both stores, gone with everything else.

use binome::domain::person::IntroPrompt;
use std::time::Duration;

use binome::domain::{Address, Command, PersonId, ProfileCommand, Role};
use binome::web::dispatch::{EraseScope, SaveState, Theme};
use binome::web::platform::timer::sleep;
use binome::web::storage::database::{Area, Op};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::faults::WRITES_FAIL;
use crate::support::{Misbehaving, Page, empty_database, local, local_keys, rows, until, write};

const STORY: &str = "Dix ans de développement web";

fn keep(page: &Page) {
    page.store.keep_profile(|profile| {
        profile.name = "Karim".into();
        profile.say(IntroPrompt::Story, STORY);
    });
}

fn story(page: &Page) -> Option<String> {
    page.store.profile().with_untracked(|profile| profile.intro.get(&IntroPrompt::Story).cloned())
}

#[wasm_bindgen_test]
async fn it_is_there_after_a_reload_and_heals_from_either_store() {
    let page = Page::with_pair().await;
    keep(&page);
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(story(&page).as_deref(), Some(STORY));
    drop(page);
    local().clear().expect("cleared");
    let page = Page::open().await;
    assert_eq!(story(&page).as_deref(), Some(STORY));
    drop(page);
    empty_database().await;
    let page = Page::open().await;
    assert_eq!(story(&page).as_deref(), Some(STORY));
    drop(page);
    local().clear().expect("cleared");
    assert_eq!(story(&Page::open().await).as_deref(), Some(STORY));
}

#[wasm_bindgen_test]
async fn the_next_student_gets_its_words_and_no_copy_carries_the_rest() {
    let page = Page::fresh().await;
    keep(&page);
    page.store.start_pair("Karim", "Nadia", 45, Role::Mentor).expect("a pair");
    let words = ProfileCommand::TakeWords(page.store.profile().get_untracked());
    page.store.dispatch(Command::Profile(words)).expect("done");
    let pairing = page.store.pairing().get_untracked().expect("a pair");
    assert_eq!(pairing.mentor.intro.get(&IntroPrompt::Story).map(String::as_str), Some(STORY));
    // What is kept stays the browser's: changing it changes no pair.
    page.store.keep_profile(|profile| profile.say(IntroPrompt::Story, "Autre chose"));
    let pairing = page.store.pairing().get_untracked().expect("a pair");
    assert_eq!(pairing.mentor.intro.get(&IntroPrompt::Story).map(String::as_str), Some(STORY));
    assert!(!page.store.export().1.contains("Autre chose"));
}

#[wasm_bindgen_test]
async fn erasing_one_pair_leaves_it_and_erasing_everything_does_not() {
    let page = Page::with_pair().await;
    keep(&page);
    page.saved().await;
    page.store.erase(EraseScope::ThisPair).await.expect("erased");
    assert_eq!(story(&page).as_deref(), Some(STORY));
    page.store.erase(EraseScope::Everything).await.expect("erased");
    assert_eq!(story(&page), None);
    assert_eq!(local_keys(), Vec::<String>::new());
    assert!(!rows(Area::Meta).await.iter().any(|(_, text)| text.contains(STORY)));
    drop(page);
    assert_eq!(story(&Page::open().await), None);
}

#[wasm_bindgen_test]
async fn two_tabs_keep_on_top_of_each_other() {
    let one = Page::with_pair().await;
    let two = Page::open().await;
    keep(&one);
    two.store.keep_profile(|profile| profile.say(IntroPrompt::Matters, "La franchise"));
    assert_eq!(story(&two).as_deref(), Some(STORY), "what the other tab kept stays");
    two.saved().await;
    // Erased in one tab, it is not kept on by the other.
    one.store.erase(EraseScope::Everything).await.expect("erased");
    until("the other tab obeys", || story(&two).is_none()).await;
}

/// A browser that is killed finds its local storage as it was up to a minute before; the database, which is waited for, has more.
#[wasm_bindgen_test]
async fn what_was_called_saved_counts_even_where_local_storage_went_back() {
    let page = Page::with_pair().await;
    keep(&page);
    page.saved().await;
    let former: Vec<(String, String)> = local_keys()
        .into_iter()
        .filter_map(|key| local().get_item(&key).expect("read").map(|text| (key, text)))
        .collect();
    // Clocks count in milliseconds.
    sleep(Duration::from_millis(5)).await;
    page.store.keep_profile(|profile| profile.say(IntroPrompt::Story, "Douze ans de développement"));
    page.store.settings().update(|settings| settings.theme = Theme::Dark);
    page.store.set_me(PersonId::MENTOR);
    page.saved().await;
    drop(page);
    for (key, text) in former {
        local().set_item(&key, &text).expect("written");
    }
    for address in [Address::Tu, Address::Vous] {
        let page = Page::open().await;
        assert_eq!(story(&page).as_deref(), Some("Douze ans de développement"));
        assert_eq!(page.store.settings().get_untracked().theme, Theme::Dark);
        assert_eq!(page.store.me().get_untracked(), PersonId::MENTOR);
        page.store.dispatch(Command::SetAddress(Some(address))).expect("done");
        page.saved().await;
    }
}

/// A database that refuses is behind local storage, and what was written there later counts.
#[wasm_bindgen_test]
async fn what_only_local_storage_took_counts_when_it_is_later() {
    let page = Page::with_pair().await;
    keep(&page);
    page.saved().await;
    {
        let _failing = Misbehaving::now(WRITES_FAIL.0, WRITES_FAIL.1);
        sleep(Duration::from_millis(5)).await;
        page.store.keep_profile(|profile| profile.say(IntroPrompt::Story, "Douze ans"));
        page.store.set_me(PersonId::MENTOR);
        let state = page.store.save_state();
        until("not kept", || matches!(state.get_untracked(), SaveState::NotKept(_))).await;
        drop(page);
    }
    let page = Page::open().await;
    assert_eq!(story(&page).as_deref(), Some("Douze ans"));
    assert_eq!(page.store.me().get_untracked(), PersonId::MENTOR);
    page.saved().await;
    drop(page);
    local().clear().expect("cleared");
    assert_eq!(story(&Page::open().await).as_deref(), Some("Douze ans"));
}

/// The mentor's words are set aside like anybody's when they do not read.
#[wasm_bindgen_test]
async fn a_profile_that_does_not_read_is_set_aside() {
    let page = Page::with_pair().await;
    keep(&page);
    page.saved().await;
    drop(page);
    let damaged = local().get_item("binome:~profile").expect("read").expect("a text").replace("Dix", "Six");
    local().set_item("binome:~profile", &damaged).expect("written");
    write(Op::Put(Area::Meta, "profile".to_owned(), "{\"name\":".to_owned())).await;
    let page = Page::open().await;
    assert_eq!(story(&page), None);
    let aside = page.store.set_aside_text().await.expect("something");
    assert!(aside.contains("Six ans de développement web") && aside.contains("{\\\"name\\\":"), "{aside}");
    drop(page);
    let page = Page::open().await;
    assert!(page.store.quarantined().get_untracked().len() <= 1);
    keep(&page);
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(story(&page).as_deref(), Some(STORY));
    assert!(page.store.quarantined().get_untracked().is_empty());
    assert!(page.store.set_aside_text().await.expect("still there").contains("Six ans"));
}
