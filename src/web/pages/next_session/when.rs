//! When it is: a day of one of the coming weeks or any other, a time in the pair's zone, a length.

use chrono::Datelike;
use leptos::prelude::*;

use super::choice::Choice;
use crate::domain::Refusal;
use crate::domain::time::{days_after, monday_of};
use crate::i18n::Formats;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{DayChoice, DayPicker, FieldWidth, Input};

/// The seven days of one of the coming weeks.
#[component]
pub(super) fn Week(
    /// How many weeks from this one.
    from: u64,
    choice: Choice,
    #[prop(into)] on_choose: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let monday = Memo::new(move |_| {
        // Read again as the minutes pass: the page may stay open past midnight.
        let _ = store.minute().get();
        days_after(monday_of(store.today()), from * 7)
    });
    let days = Signal::derive(move || {
        let _ = texts.get();
        let formats = store.formats();
        (0..7)
            .map(|after| {
                let day = days_after(monday.get(), after);
                DayChoice {
                    day,
                    weekday: formats.weekday_short(day),
                    number: day.day().to_string(),
                    full: formats.day(day),
                }
            })
            .collect::<Vec<_>>()
    });
    let legend = move || (texts.get().next_session().week_of)(&store.formats().day_month(monday.get()));
    view! {
        <DayPicker
            legend=legend
            days=days
            value=choice.day
            on_choose=move |day| {
                choice.day.set(Some(day));
                on_choose.run(());
            }
        />
    }
}

/// Another day, the time in the pair's zone and the length.
#[component]
pub(super) fn Slot(choice: Choice, #[prop(into)] on_change: Callback<()>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let typed_day = RwSignal::new(String::new());
    Effect::new(move |_| typed_day.set(choice.day.get().map(|day| day.to_string()).unwrap_or_default()));
    let another_day = move || {
        if let Ok(day) = typed_day.get_untracked().parse() {
            choice.day.set(Some(day));
            on_change.run(());
        }
    };
    let city = store.read(|pair| pair.zone().map(crate::domain::ZoneName::city));
    let error = move |of: fn(Refusal) -> bool| {
        Signal::derive(move || {
            choice
                .refused
                .get()
                .filter(|refusal| of(*refusal))
                .map(|refusal| texts.get().refusals().of(refusal).to_owned())
        })
    };
    view! {
        <div class="booking__fields">
            <Input
                label=say(|t| t.next_session().day)
                value=typed_day
                input_type="date"
                width=FieldWidth::Medium
                error=error(|refusal| refusal != Refusal::LengthOutOfRange)
                on_change=another_day
            />
            <Input
                label=move || {
                    let words = texts.get().next_session();
                    city.get().map_or_else(|| words.time.to_owned(), |city| (words.time_in)(&city))
                }
                value=choice.time
                input_type="time"
                width=FieldWidth::Medium
                on_change=on_change
            />
            <Input
                label=say(|t| t.next_session().minutes)
                suffix=say(|t| t.next_session().minutes_unit)
                value=choice.minutes
                inputmode="numeric"
                maxlength=4
                width=FieldWidth::Short
                error=error(|refusal| refusal == Refusal::LengthOutOfRange)
                on_change=on_change
            />
        </div>
    }
}
