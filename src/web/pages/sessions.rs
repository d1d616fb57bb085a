//! The sessions of the pair, `#/sessions`: those to come, those behind, the weeks one by one, and what has not been noted yet.

mod book;
mod nudge;
mod pause;
mod waiting;
mod weeks;

use leptos::prelude::*;

use self::book::{Book, Recall};
use self::pause::Pauses;
use self::weeks::Weeks;
use super::calendar::CalendarNote;
use super::session::SessionLine;
use crate::domain::{Instant, Pairing, SessionId, SessionState};
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::Screen;

pub use self::nudge::{Nudges, WholeRule};
pub use self::waiting::WaitingSessions;

/// Whether a session is still to be held, or to be told what became of it.
fn is_ahead(state: SessionState) -> bool {
    matches!(state, SessionState::Booked(_))
}

/// The sessions on one side of the present: what is to come the soonest first, what is behind the latest first. One that waits to be
/// told what became of it stays ahead, and so does one called off, until its time has passed.
fn listed(pair: &Pairing, now: Instant, ahead: bool) -> Vec<SessionId> {
    let is_of_side =
        |state: SessionState| (is_ahead(state) || (state.is_off() && state.booking().end() > now)) == ahead;
    let of_side = pair.sessions.iter().filter(|session| session.state.is_some_and(is_of_side));
    let ids = of_side.map(|session| session.id.clone());
    if ahead { ids.collect() } else { ids.rev().collect() }
}

/// The sessions' screen.
#[component]
pub fn SessionsPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let counted = store.read(|pair| {
        let states = || pair.sessions.iter().filter_map(|session| session.state);
        (states().count(), states().filter(SessionState::is_held).count(), states().filter(|it| is_ahead(*it)).count())
    });
    let lede = move || {
        let words = texts.get().sessions();
        match counted.get() {
            (0, ..) => words.none.to_owned(),
            (_, held, ahead) => (words.counted)(held, ahead),
        }
    };
    let any = Memo::new(move |_| counted.get().0 > 0);
    let coming = store.read(move |pair| listed(pair, store.minute().get(), true));
    let past = store.read(move |pair| listed(pair, store.minute().get(), false));
    view! {
        <PageTitle text=Signal::derive(move || texts.get().sessions().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.sessions().title)}</h1>
            <p class="lede">{lede}</p>
        </div>
        <Weeks/>
        <div class="split">
            <div class="stack stack--wide">
                <Show when=move || any.get()>
                    <section class="section" aria-labelledby="sessions-coming">
                        <h2 id="sessions-coming">{say(|t| t.sessions().coming)}</h2>
                        <Rows ids=coming none=say(|t| t.sessions().no_coming)/>
                    </section>
                </Show>
                <Show when=move || past.with(|past| !past.is_empty())>
                    <section class="section" aria-labelledby="sessions-past">
                        <h2 id="sessions-past">{say(|t| t.sessions().past)}</h2>
                        <Rows ids=past none=say(|t| t.sessions().none)/>
                        <p><a href=Screen::Reports.href().into_owned()>{say(|t| t.session_report().all)}</a></p>
                    </section>
                </Show>
            </div>
            <div class="margin no-print">
                <WaitingSessions/>
                <Nudges/>
                <Book/>
                <Recall/>
                <Pauses/>
                <CalendarNote/>
            </div>
        </div>
    }
}

#[component]
fn Rows(ids: Memo<Vec<SessionId>>, none: Signal<&'static str>) -> impl IntoView {
    view! {
        <Show
            when=move || ids.with(|ids| !ids.is_empty())
            fallback=move || view! { <p class="quiet">{none}</p> }
        >
            <ul class="rows">
                <For each=move || ids.get() key=SessionId::clone let:id>
                    <SessionLine id=id/>
                </For>
            </ul>
        </Show>
    }
}
