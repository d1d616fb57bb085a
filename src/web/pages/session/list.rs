//! The sessions of the pair in a few lines, to go from one to another.

use leptos::prelude::*;

use super::within;
use crate::domain::{Phase, SessionId};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::reading::use_reading;
use crate::web::route::session_href;

/// Every session but the one on screen, the latest first.
#[component]
pub fn SessionList() -> impl IntoView {
    let store = use_store();
    let here = within();
    let ids = store.read(move |pair| {
        let readable = pair.sessions.iter().rev().filter(|session| session.state.is_some());
        readable.map(|session| session.id.clone()).filter(|id| Some(id) != here.as_ref()).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <section class="section session-list" aria-labelledby="session-list">
                <h2 id="session-list">{say(|t| t.session.list_title)}</h2>
                <ul class="rows">
                    <For each=move || ids.get() key=SessionId::clone let:id>
                        <Line id=id/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// One session: what it is called, when, and where it stands.
#[component]
fn Line(id: SessionId) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let href = session_href(&id);
    let found = store.read(move |pair| {
        let session = pair.session(&id)?;
        Some((pair.session_number(&id)?, session.state?, session.phase()?))
    });
    let title = move || found.get().map(|(number, ..)| (texts.get().session.title)(number));
    let when = move || found.get().map(|(_, state, _)| reading.moment(state.booking().start));
    let stands = move || {
        let words = texts.get();
        found.get().map(|(_, state, phase)| match (phase, state.lasted()) {
            (Phase::Before, _) => words.session.planned.to_owned(),
            (Phase::During, _) => words.session.under_way.to_owned(),
            (Phase::After, Some(lasted)) => (words.session.held)(&words.fields.duration(lasted)),
            (Phase::After, None) => words.session.took_place.to_owned(),
        })
    };
    view! {
        <li class="row row--bare">
            <p class="row__title"><a href=href>{title}</a></p>
            <p class="row__meta">{when} " · " {stands}</p>
        </li>
    }
}
