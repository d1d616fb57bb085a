//! The forecast beside the path: the projected end with its range, how it is computed, and what a week sooner or later would change.

use leptos::prelude::*;

use super::super::reading::use_reading;
use crate::domain::rule::forecast::{ENOUGH, Needed, Outlook};
use crate::draw;
use crate::i18n::{Formats, Messages};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::{MarginNote, range_drawing};

/// As wide as the margin of a page, and as a phone.
const WIDTH: f64 = 264.0;

/// What the note says, read at once.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    forecast: crate::domain::rule::forecast::Forecast,
    end: Option<crate::domain::Day>,
    /// The end if the next project were a week sooner, or later.
    shifted: [Option<crate::domain::Day>; 2],
}

/// The note in the margin; nothing while there is no project, or nothing left to foresee.
#[component]
pub fn ForecastNote() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let today = Memo::new(move |_| store.minute().get().day(&store.zone()));
    let told = store.read(move |pair| {
        let course = pair.programme.course(today.get());
        let forecast = course.forecast();
        let is_open = !matches!(forecast.outlook, Outlook::NoProject | Outlook::Done(_));
        let shifted = [-7, 7].map(|days| course.with_next_shifted(days));
        is_open.then_some(Told { end: pair.programme.end, shifted, forecast })
    });
    let title = move || {
        let words = texts.get().path();
        let likely = told.with(|told| told.as_ref().and_then(|told| told.forecast.end()).map(|span| span.likely));
        likely.map_or_else(
            || words.forecast.to_owned(),
            |day| (words.forecast_on)(&reading.with(|labels| labels.formats.day_month(day))),
        )
    };
    let lines = move || {
        let told = told.get();
        let said =
            told.map(|told| reading.with(|labels| lines(&told, texts.get(), labels.formats))).unwrap_or_default();
        said.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
    };
    let ahead = Memo::new(move |_| {
        told.with(|told| told.as_ref().is_some_and(|told| matches!(told.forecast.outlook, Outlook::Ahead(_))))
    });
    view! {
        <Show when=move || told.with(Option::is_some)>
            <MarginNote title=title>
                <Bar told=told/>
                {lines}
                <Show when=move || ahead.get()>
                    <details class="path-how">
                        <summary>{say(|t| t.path().how)}</summary>
                        <p>{say(|t| t.charts().computed)} " " {say(|t| t.charts().reading)}</p>
                    </details>
                </Show>
                <p>
                    <a href=Route::Charts.href()>{say(|t| t.path().all_charts)}</a>
                </p>
            </MarginNote>
        </Show>
    }
}

#[component]
fn Bar(told: Memo<Option<Told>>) -> impl IntoView {
    let texts = use_texts();
    let reading = use_reading();
    move || {
        let told = told.get()?;
        let span = told.forecast.end()?;
        let words = texts.get().path();
        reading.with(|labels| {
            let formats = labels.formats;
            let described = {
                let range = (words.forecast_range)(
                    &formats.dated(span.earliest),
                    &formats.dated(span.latest),
                    &formats.dated(span.likely),
                );
                let end = told.end.map(|end| (texts.get().programme().ends)(&formats.dated(end)));
                end.map_or_else(|| range.clone(), |end| format!("{range} {end}"))
            };
            let plot = draw::range(span, told.end, WIDTH, &|day| formats.day_short(day), &|day| {
                (words.end_short)(&formats.day_short(day))
            });
            Some(view! {
                <div class="path-range" role="img" aria-label=described>
                    {range_drawing(plot)}
                </div>
            })
        })
    }
}

/// The paces, how wide the range is, and what a week would change; or why nothing is said yet.
fn lines(told: &Told, texts: &Messages, formats: &dyn Formats) -> Vec<String> {
    let (words, forecast) = (texts.path(), &told.forecast);
    let Outlook::Ahead(projection) = forecast.outlook else {
        return vec![texts.charts().not_enough.to_owned()];
    };
    let number = |days: i64| formats.tenths(days.saturating_mul(10));
    let mut paces = vec![(words.pace)(&number(projection.mean.days_each()))];
    match forecast.needed {
        Needed::Pace(pace) => paces.push((words.pace_needed)(&number(pace.days / pace.projects))),
        Needed::Over => {
            let end = told.end.map(|end| formats.dated(end)).unwrap_or_default();
            paces.push((texts.charts().end_over)(&end));
        }
        Needed::NoEnd => paces.push(texts.charts().no_end.to_owned()),
    }
    let mut said = vec![paces.join(" ")];
    let mut range = Vec::new();
    if forecast.validated == ENOUGH {
        range.push(words.few.to_owned());
    }
    if let (Some(span), Some(end)) = (forecast.end(), told.end) {
        let missing = (span.latest - end).num_days();
        if missing > 0 && forecast.needed != Needed::Over {
            range.push((words.too_late)(missing));
        }
    }
    if !range.is_empty() {
        said.push(range.join(" "));
    }
    if let [Some(sooner), Some(later)] = told.shifted {
        let sentence = [(words.sooner)(&formats.day_month(sooner)), (words.later)(&formats.day_month(later))];
        said.push(sentence.join(" "));
    }
    said
}
