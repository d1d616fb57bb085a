//! The usual slot, once section 4 has one: offered for the next session before any other day.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::choice::{Agenda, Choice};
use super::slot_words;
use crate::domain::Instant;
use crate::domain::time::days_after;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::use_texts;
use crate::web::platform::IntlZone;
use crate::web::ui::Button;

/// The usual slot in the coming week.
pub(super) fn usual_next_week(store: Store) -> Option<Instant> {
    let slot = store.pairing().with(|pair| pair.as_ref()?.organisation.slot.clone())?;
    let zone = IntlZone::named(&slot.zone)?;
    Some(slot.in_week_of(days_after(store.now().day(&zone), 7), &zone))
}

/// The usual slot of the coming week, offered before any other day.
#[component]
pub(super) fn UsualSlot(agenda: Memo<Agenda>, choice: Choice, #[prop(into)] on_choose: Callback<()>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    move || {
        let start = usual_next_week(store).filter(|_| agenda.with(|agenda| agenda.next.is_none()))?;
        let take = move || {
            let zone = store.zone();
            choice.day.set(Some(start.day(&zone)));
            choice.time.set(start.wall_time(&zone).to_string());
            on_choose.run(());
            // This button goes with the booking: the focus goes on to the day that it chose.
            request_animation_frame(|| {
                let day = document().query_selector(".booking .days__day :checked").ok().flatten();
                if let Some(day) = day.and_then(|day| day.dyn_into::<web_sys::HtmlElement>().ok()) {
                    let _ = day.focus();
                }
            });
        };
        Some(view! {
            <p>
                <Button on_click=take>
                    {move || {
                        let words = texts.get().next_session();
                        (words.book_usual)(&slot_words(store, words, start))
                    }}
                </Button>
            </p>
        })
    }
}
