//! The same slot a week later.

use leptos::prelude::*;

use super::choice::{Agenda, Booked};
use super::slot_words;
use crate::domain::time::{days_after, instant_of};
use crate::domain::{Booking, Command, Instant, SessionId};
use crate::web::dispatch::{new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind};

/// The same slot a week later: offered, or already booked.
#[component]
pub(super) fn WeekAfter(agenda: Memo<Agenda>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    // A day later by the calendar, not by 7 × 24 hours: clocks may change in between.
    let same_slot = move |booking: Booking| {
        let zone = store.zone();
        let day = days_after(booking.start.day(&zone), 7);
        Booking { start: instant_of(day, booking.start.wall_time(&zone), &zone), ..booking }
    };
    let words = move |at: Instant| slot_words(store, texts.get().next_session(), at);
    let offer = move |slot: Booking| {
        let book = move || {
            if let Some(id) = SessionId::parse(&new_id()) {
                // A slot a week after a session to come is to come too.
                let _ = store.dispatch(Command::Book(id, slot));
                store.announce((texts.get_untracked().next_session().booked_also)(&words(slot.start)));
            }
        };
        view! {
            <p>{say(|t| t.next_session().week_after)}</p>
            <Button on_click=book>{move || (texts.get().next_session().book_also)(&words(slot.start))}</Button>
        }
    };
    let booked = move |(id, slot): Booked| {
        // Taken back elsewhere meanwhile is as good as taken back here.
        let unbook = move || {
            let _ = store.dispatch(Command::Unbook(id.clone()));
        };
        view! {
            <p>{move || (texts.get().next_session().booked_also)(&words(slot.start))}</p>
            <Button
                kind=ButtonKind::Quiet
                label=move || (texts.get().next_session().unbook)(&words(slot.start))
                on_click=unbook
            >
                {say(|t| t.goal_editor().remove)}
            </Button>
        }
    };
    move || {
        let Agenda { next, after } = agenda.get();
        let (_, next) = next?;
        let inside = match after {
            Some(after) => booked(after).into_any(),
            None => offer(same_slot(next)).into_any(),
        };
        Some(view! { <div class="booking__after">{inside}</div> })
    }
}
