//! R2 on screen: the coming weeks in which nothing is booked, each with the usual slot to book in one act.

use leptos::prelude::*;

use crate::domain::rule::horizon::unbooked;
use crate::domain::{Booking, Command, Day, Instant, Session, SessionId};
use crate::i18n::Formats;
use crate::web::dispatch::{new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::next_session::slot_words;
use crate::web::platform::IntlZone;
use crate::web::route::Route;
use crate::web::ui::{Button, MarginNote};

/// Nothing while each of the two coming weeks has a session.
#[component]
pub fn Nudges() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let ahead = store.read(|pair| pair.contract.horizon_weeks);
    let weeks = store.read(move |pair| {
        // A pair whose first call is not over yet books its sessions there.
        let is_known = pair.sessions.iter().any(|session| session.state.is_some());
        if is_known { unbooked(pair, store.minute().get(), &store.zone()) } else { Vec::new() }
    });
    view! {
        <Show when=move || weeks.with(|weeks| !weeks.is_empty())>
            <MarginNote title=move || (texts.get().sessions.ahead_title)(ahead.get())>
                <ul class="nudges">
                    <For each=move || weeks.get() key=|monday| *monday let:monday>
                        <Nudge monday=monday/>
                    </For>
                </ul>
                <p class="hint">{move || (texts.get().sessions.ahead_why)(ahead.get())}</p>
            </MarginNote>
        </Show>
    }
}

#[component]
fn Nudge(monday: Day) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let usual = store.read(move |pair| {
        let slot = pair.organisation.slot.as_ref()?;
        let start = slot.in_week_of(monday, &IntlZone::named(&slot.zone)?);
        // As long as the last one booked.
        let minutes = pair.sessions.iter().rev().find_map(Session::booking).map(|slot| slot.minutes);
        Some(Booking { start, minutes: minutes.unwrap_or_else(|| pair.call.length()) })
    });
    let words = move || (texts.get().sessions.nothing_in)(&store.formats().day_month(monday));
    let slot = move |at: Instant| slot_words(store, texts.get().next_session, at);
    let act = move || {
        let booking = usual.get().map(|booking| {
            let book = move || {
                let Some(id) = SessionId::parse(&new_id()) else { return };
                if store.dispatch(Command::Book(id, booking)).is_ok() {
                    store.announce((texts.get_untracked().sessions.booked_said)(&untrack(|| slot(booking.start))));
                    // The nudge goes with its button.
                    focus_soon(&[".nudges button", "main h1"]);
                }
            };
            view! { <Button on_click=book>{move || (texts.get().sessions.book_usual)(&slot(booking.start))}</Button> }
        });
        match booking {
            Some(button) => button.into_any(),
            None => view! { <a href=Route::Sessions.href()>{say(|t| t.sessions.book_there)}</a> }.into_any(),
        }
    };
    view! { <li><p>{words}</p> {act}</li> }
}
