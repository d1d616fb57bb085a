//! What is booked, in one large sentence, with the other person's clock and until when it can be cancelled.

use leptos::prelude::*;

use super::choice::Agenda;
use super::slot_words;
use crate::domain::rule::cancellation::deadline;
use crate::domain::{Instant, PersonId, Role};
use crate::i18n::{Formats, capitalised};
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;
use crate::web::pages::names::use_names;
use crate::web::platform::IntlZone;

/// The date in one large sentence, the other person's clock, and until when it can be cancelled.
#[component]
pub(super) fn Answer(agenda: Memo<Agenda>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let start = move || agenda.with(|agenda| agenda.next.as_ref().map(|(_, booking)| booking.start));
    let large = move || {
        let words = texts.get().next_session();
        start().map_or_else(|| words.nothing_yet.to_owned(), |at| capitalised(&slot_words(store, words, at)))
    };
    let contract = store.read(|pair| pair.contract);
    let recoverable = move || {
        start().map(|at| {
            let words = texts.get().next_session();
            let before = slot_words(store, words, deadline(at, &contract.get()));
            view! { <p>{names.with(|names| (words.recoverable)(&before, &names.mentor))}</p> }
        })
    };
    view! {
        <div class="booking__answer">
            <p class="booking__date">{move || large()}</p>
            <div class="hint">
                <Elsewhere start=Signal::derive(start)/>
                {move || recoverable()}
            </div>
        </div>
    }
}

/// The clock of whoever lives in another zone than the pair's.
#[component]
fn Elsewhere(start: Signal<Option<Instant>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let away = store.read(|pair| {
        let ours = pair.zone().cloned();
        [PersonId::MENTOR, PersonId::STUDENT]
            .into_iter()
            .filter_map(|person| {
                let zone = pair.person(person.role()).zone.clone()?;
                (Some(&zone) != ours.as_ref()).then_some((person.role(), zone))
            })
            .collect::<Vec<(Role, _)>>()
    });
    move || {
        let at = start.get()?;
        let words = texts.get().next_session();
        let formats = store.formats();
        let here = at.day(&store.zone());
        let lines = away.get().into_iter().filter_map(|(role, name)| {
            // A zone that this browser does not know has no clock to show.
            let there = IntlZone::named(&name)?;
            let time = formats.time(at.wall_time(&there));
            let line = names.with(|names| {
                if at.day(&there) == here {
                    (words.also_for)(names.of(role), &name.city(), &time)
                } else {
                    (words.also_for_other_day)(names.of(role), &name.city(), &formats.day(at.day(&there)), &time)
                }
            });
            Some(view! { <p>{line}</p> })
        });
        Some(lines.collect_view())
    }
}
