//! Nothing is here: the browser erased it, or somebody looks for a pair on a new one. Where copies are, and the way to bring one in.

use leptos::prelude::*;

use super::reading::use_reading;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::{ButtonKind, LinkButton};

/// The screen.
#[component]
pub fn LostPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let lost = store.lost();
    let is_lost = move || lost.with(Option::is_some);
    let title = Signal::derive(move || {
        let words = texts.get().keeping();
        if is_lost() { words.lost_title } else { words.find_title }.to_owned()
    });
    let body = move || {
        let words = texts.get().keeping();
        if is_lost() { words.lost_body } else { words.find_body }
    };
    let seen = move || {
        let day = lost.get()?.seen?;
        Some((texts.get().keeping().lost_seen)(&reading.day(day)))
    };
    view! {
        <PageTitle text=title/>
        <div class="opening">
            <h1 tabindex="-1">{title}</h1>
            <p class="lede">{move || body()}</p>
            {move || seen().map(|seen| view! { <p class="quiet">{seen}</p> })}
            <p class="actions">
                <LinkButton kind=ButtonKind::Primary href=Route::Import.href()>{say(|t| t.keeping().import)}</LinkButton>
                <LinkButton kind=ButtonKind::Quiet href=Route::Welcome.href()>{say(|t| t.pairs().start)}</LinkButton>
            </p>
        </div>
        <section class="section" aria-labelledby="where-copies">
            <h2 id="where-copies">{say(|t| t.keeping().where_title)}</h2>
            <ul class="bullets">
                <li>{say(|t| t.keeping().where_downloads)}</li>
                <li>{say(|t| t.keeping().where_messages)}</li>
                <li>{say(|t| t.keeping().where_other)}</li>
                <li>{say(|t| t.keeping().where_private)}</li>
            </ul>
        </section>
    }
}
