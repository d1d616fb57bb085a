//! Choosing a day: the strands meet where the two will meet.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id::fresh_id;
use super::strand::meeting;
use super::thread::Strands;
use crate::domain::Day;

/// One day on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayChoice {
    /// The day.
    pub day: Day,
    /// Its short name: “mar.”.
    pub weekday: String,
    /// Its number: “15”; empty for a day of every week.
    pub number: String,
    /// The day in full, for screen readers: “mardi 15 septembre”.
    pub full: String,
}

/// A strip of days; the strands come together above the chosen one.
///
/// ```ignore
/// view! { <DayPicker legend=move || t.get().booking.day days=days value=day on_choose=move |d| day.set(Some(d))/> }
/// ```
#[component]
pub fn DayPicker(
    /// What is asked.
    #[prop(into)]
    legend: TextProp,
    /// The days on offer, in order.
    #[prop(into)]
    days: Signal<Vec<DayChoice>>,
    /// The chosen day.
    #[prop(into)]
    value: Signal<Option<Day>>,
    /// Called with the day chosen.
    #[prop(into)]
    on_choose: Callback<(Day,)>,
) -> impl IntoView {
    let name = fresh_id("day");
    // Rebuilt only when the days change, so that the focus survives every other change.
    let days = Memo::new(move |_| days.get());
    let drawing = move || {
        let chosen = value.get();
        let (count, column) = days.with(|days| (days.len(), days.iter().position(|choice| Some(choice.day) == chosen)));
        let drawing = meeting(count, column);
        if column.is_some() {
            view! { <Strands drawing=drawing current=0/> }.into_any()
        } else {
            view! { <Strands drawing=drawing/> }.into_any()
        }
    };
    let items = move || {
        let name = name.clone();
        days.get()
            .into_iter()
            .map(move |choice| {
                let day = choice.day;
                view! {
                    <label class="days__day">
                        <input
                            type="radio"
                            name=name.clone()
                            aria-label=choice.full
                            prop:checked=move || value.get() == Some(day)
                            on:change=move |_| on_choose.run((day,))
                        />
                        <span aria-hidden="true">{choice.weekday}</span>
                        {(!choice.number.is_empty()).then(|| view! { <b aria-hidden="true">{choice.number.clone()}</b> })}
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset class="days">
            <legend class="field__label">{move || legend.get()}</legend>
            <div class="days__thread">{drawing}</div>
            <div class="days__strip">{move || items()}</div>
        </fieldset>
    }
}
