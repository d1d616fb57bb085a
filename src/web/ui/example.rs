//! On every screen of the example: that it is one, the way out, and the way to a pair of one's own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::PairId;
use crate::web::app::use_screen;
use crate::web::dispatch::{EraseScope, use_store};
use crate::web::locale::{say, words_now};
use crate::web::route::{Route, navigate};

/// What says that the opened pair is the example.
#[component]
pub fn ExampleBanner() -> impl IntoView {
    let store = use_store();
    let screen = use_screen();
    let is_example = move || {
        screen.get() != Route::Welcome
            && store.pairing().with(|pair| pair.as_ref().is_some_and(|pair| PairId::is_example(&pair.id)))
    };
    let remove = move |_| {
        spawn_local(async move {
            let outcome = store.erase(EraseScope::ThisPair).await;
            let words = words_now(store);
            store.announce(
                if outcome.is_ok() { words.example().removed } else { words.settings().erase_failed }.to_owned(),
            );
            navigate(if store.pairs().with_untracked(Vec::is_empty) { Route::Welcome } else { Route::Home });
        });
    };
    view! {
        <Show when=is_example>
            <p class="banner banner--example no-print">
                <span>{say(|t| t.example().banner)}</span>
                <button type="button" class="link" on:click=remove>
                    {say(|t| t.example().remove)}
                </button>
                <a href=Route::Welcome.href()>{say(|t| t.example().own)}</a>
            </p>
        </Show>
    }
}
