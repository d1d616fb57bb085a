//! How old the last copy is, wherever it matters.

use leptos::prelude::*;

use super::reading::use_reading;
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;
use crate::web::route::Route;

/// From how many days on a copy is old: some browsers erase what is kept after as many without a visit.
const OLD: i64 = 7;

/// Beside what is saved, on every page: how old the last copy is, and the way to give one. On a shared screen, its age alone.
#[component]
pub fn CopySince() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let days = Memo::new(move |_| {
        let at = store.last_export().get()?;
        Some((reading.day_of(store.minute().get()) - reading.day_of(at)).num_days())
    });
    let words = move || {
        let words = texts.get().keeping();
        match days.get().map(u32::try_from) {
            None => words.copy_since_never.to_owned(),
            Some(Ok(days)) if days > 0 => (words.copy_since)(&(words.days)(days)),
            Some(_) => words.copy_since_today.to_owned(),
        }
    };
    let is_old = move || days.get().is_some_and(|days| days >= OLD);
    view! {
        <Show
            when=move || !store.shared_screen().get()
            fallback=move || view! { <span class="save-status">{words}</span> }
        >
            <a class="save-status save-status--link" class:is-old=is_old href=Route::Share.href()>
                {words}
            </a>
        </Show>
    }
}

/// “Dernière copie enregistrée : mardi 24 novembre, 18 h 00, il y a 3 jours.”
#[component]
pub fn CopyAge() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let words = move || {
        let texts = texts.get();
        let Some(at) = store.last_export().get() else { return texts.dashboard().copy_never.to_owned() };
        let days = (reading.day_of(store.minute().get()) - reading.day_of(at)).num_days();
        let moment = reading.moment(at);
        match u32::try_from(days) {
            Ok(days) if days > 0 => (texts.keeping().copy_age)(&moment, &(texts.keeping().days)(days)),
            _ => (texts.keeping().copy_today)(&moment),
        }
    };
    view! { <p>{move || words()}</p> }
}
