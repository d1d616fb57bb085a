//! Sessions that do not take place and can still be made up for: until when, and what they lack.

use leptos::prelude::*;

use super::nudge::WholeRule;
use crate::domain::rule::answer::GuideRule;
use crate::domain::rule::cancellation::{Waiting, waiting};
use crate::web::dispatch::use_store;
use crate::web::pages::ledger::use_ledger_words;
use crate::web::pages::reading::use_reading;
use crate::web::pages::rules::use_rules;
use crate::web::route::session_href;
use crate::web::ui::MarginNote;

/// Nothing while there is none.
#[component]
pub fn WaitingSessions() -> impl IntoView {
    let store = use_store();
    let words = use_ledger_words();
    let rules = use_rules();
    let reading = use_reading();
    let found = store.read(move |pair| waiting(pair, store.minute().get()));
    let row = move |waiting: Waiting| {
        let href = session_href(&waiting.session);
        let said = move || reading.with(|labels| rules.get().waiting_said(&waiting, labels));
        view! {
            <li>
                <p>{said}</p>
                <a href=href>{move || words.get().see_session}</a>
            </li>
        }
    };
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <MarginNote title=move || words.get().waiting_title>
                <ul class="nudges waiting">
                    <For each=move || found.get() key=Clone::clone children=row/>
                </ul>
                <WholeRule rule=GuideRule::Cancellation/>
            </MarginNote>
        </Show>
    }
}
