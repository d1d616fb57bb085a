//! What a mentor keeps in a browser: outside any pair, in both stores, gone with everything else.

use binome::domain::person::IntroPrompt;
use binome::domain::{Command, ProfileCommand, Role};
use binome::web::dispatch::EraseScope;
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, empty_database, local, local_keys, rows, until};

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
