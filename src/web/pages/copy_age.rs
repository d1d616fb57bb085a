//! How old the last copy is, wherever it matters.

use leptos::prelude::*;

use super::reading::use_reading;
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;

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
