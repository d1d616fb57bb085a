//! The ways out of what is prepared: into the session, at the hour of the call, and a copy for the mentor.

use leptos::prelude::*;

use crate::domain::{Role, SessionCommand};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::floor::forget_turns;
use crate::web::pages::focus::focus_soon;
use crate::web::pages::names::use_names;
use crate::web::pages::session::use_here;
use crate::web::route::Route;
use crate::web::ui::{Button, ButtonKind, LinkButton, MarginNote};

/// The way into the session, at the hour of the call.
#[component]
pub fn Start() -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let trouble = RwSignal::new(None);
    let start = here.read(|session| session.booking().map(|booking| (booking.start, booking.minutes)));
    let has_passed = move || start.get().is_some_and(|(start, _)| start <= store.minute().get());
    let begin = {
        let here = here.clone();
        move || {
            let outcome = here.ask(SessionCommand::Begin(here.id.clone()));
            if outcome.is_ok() {
                forget_turns();
                store.announce(texts.get_untracked().session().began.to_owned());
                focus_soon(&["main h1"]);
            }
            trouble.set(outcome.err());
        }
    };
    let held = move || {
        let minutes = start.get_untracked().map_or(0, |(_, minutes)| minutes);
        let outcome = here.ask(SessionCommand::Close(here.id.clone(), minutes));
        if outcome.is_ok() {
            focus_soon(&["main h1"]);
        }
        trouble.set(outcome.err());
    };
    view! {
        <MarginNote title=move || texts.get().session().begin>
            <p>{say(|t| t.session().begin_hint)}</p>
            <p class="actions">
                <Button kind=ButtonKind::Primary on_click=begin>{say(|t| t.session().begin)}</Button>
            </p>
            <Show when=has_passed>
                <p class="actions">
                    <Button kind=ButtonKind::Quiet on_click=held.clone()>{say(|t| t.session().already_held)}</Button>
                </p>
            </Show>
            {move || {
                trouble.get().map(|refusal| view! { <p class="field__error">{texts.get().refusals().of(refusal)}</p> })
            }}
        </MarginNote>
    }
}

/// Once it is prepared, a copy for the mentor.
#[component]
pub fn Copy() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let is_mine = move || store.me().get().role() == Role::Student;
    let body = move || names.with(|names| (texts.get().session().when_done_body)(&names.mentor));
    let give = move || names.with(|names| (texts.get().session().give_copy)(&names.mentor));
    view! {
        <Show when=is_mine>
            <MarginNote title=say(|t| t.session().when_done)>
                <p>{body}</p>
                <p class="actions">
                    <LinkButton href=Route::Share.href()>{give}</LinkButton>
                </p>
            </MarginNote>
        </Show>
    }
}
