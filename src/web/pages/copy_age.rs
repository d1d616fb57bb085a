//! How old the last copy is, wherever it matters, and the reminder at the end of a session.

use leptos::prelude::*;

use super::names::use_names;
use super::reading::use_reading;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::{LinkButton, Notice, NoticeKind};

/// “Dernière copie enregistrée : mardi 24 novembre, 18 h 00, il y a 3 jours.”
#[component]
pub fn CopyAge() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let words = move || {
        let texts = texts.get();
        let Some(at) = store.last_export().get() else { return texts.dashboard.copy_never.to_owned() };
        let days = (reading.day_of(store.minute().get()) - reading.day_of(at)).num_days();
        let moment = reading.moment(at);
        match u32::try_from(days) {
            Ok(days) if days > 0 => (texts.keeping.copy_age)(&moment, &(texts.keeping.days)(days)),
            _ => (texts.keeping.copy_today)(&moment),
        }
    };
    view! { <p>{move || words()}</p> }
}

/// Asks for a copy where work ends: the browser may erase what only it holds.
#[component]
pub fn CopyReminder() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let other = move || names.with(|names| names.of(store.me().get().role().other()).to_owned());
    view! {
        <Notice kind=NoticeKind::Warning title=say(|t| t.keeping.reminder_title)>
            <p>{say(|t| t.keeping.reminder_body)}</p>
            <CopyAge/>
            <p class="actions">
                <LinkButton href=Route::Share.href()>{move || (texts.get().dashboard.give_copy)(&other())}</LinkButton>
            </p>
        </Notice>
    }
}
