//! Goals session by session: a dozen columns at a time, the latest first, and their table.

use std::ops::Range;

use leptos::prelude::*;

use crate::domain::past::{Stretch, Tally};
use crate::draw::{Slot, pages};
use crate::i18n::{Charts as Words, Formats};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::ui::{Button, Plot, goals_rows};

/// How many sessions it takes for a drawing.
const ENOUGH: usize = 4;

/// The drawing and its table, once there are enough sessions.
#[component]
pub fn GoalsFigure() -> impl IntoView {
    let store = use_store();
    let past = store.read(move |pair| pair.past(&store.zone()));
    let enough = Memo::new(move |_| past.with(|past| past.iter().filter_map(held).count() >= ENOUGH));
    view! {
        <section class="figure" aria-labelledby="goals-by-session">
            <h2 id="goals-by-session" tabindex="-1">
                {say(|t| t.charts().goals_title)}
            </h2>
            <Show
                when=move || enough.get()
                fallback=move || view! { <p class="quiet">{say(|t| t.charts().too_early)}</p> }
            >
                <Pages past=past/>
            </Show>
        </section>
    }
}

fn held(stretch: &Stretch) -> Option<(usize, Tally)> {
    match stretch {
        Stretch::Held { number, tally, .. } => Some((*number, *tally)),
        Stretch::Apart(_) => None,
    }
}

/// One page of columns at a time.
#[component]
fn Pages(past: Memo<Vec<Stretch>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let page = RwSignal::new(0_usize);
    let all = Memo::new(move |_| pages(past.with(Vec::len)));
    let at = Memo::new(move |_| page.get().min(all.with(Vec::len).saturating_sub(1)));
    let shown = Memo::new(move |_| {
        let range: Range<usize> = all.with(|all| all.get(at.get()).cloned()).unwrap_or_default();
        past.with(|past| past.get(range).unwrap_or_default().to_vec())
    });
    let numbers = Memo::new(move |_| {
        shown.with(|shown| {
            let mut numbers = shown.iter().filter_map(held).map(|(number, _)| number);
            let first = numbers.next().unwrap_or_default();
            (first, numbers.next_back().unwrap_or(first))
        })
    });
    let slots = Memo::new(move |_| {
        let words = texts.get().charts();
        let formats = store.formats();
        shown.with(|shown| shown.iter().map(|stretch| slot(stretch, words, &formats)).collect::<Vec<_>>())
    });
    let described = move || {
        let (first, last) = numbers.get();
        let sum = shown.with(|shown| in_all(shown));
        (texts.get().charts().goals_described)(first, last, sum.reached, sum.partly, sum.not_yet)
    };
    view! {
        <p class="quiet">{say(|t| t.charts().goals_key)}</p>
        <div class="figure__both">
            <div class="figure__plot">
                <Plot label=described draw=move |width| slots.with(|slots| goals_rows(slots, width))/>
                <Turning page=page at=at all=all numbers=numbers past=past/>
            </div>
            <Table shown=shown past=past/>
        </div>
    }
}

fn in_all(past: &[Stretch]) -> Tally {
    past.iter().filter_map(held).fold(Tally::default(), |sum, (_, tally)| sum.plus(tally))
}

fn slot(stretch: &Stretch, words: &Words, formats: &dyn Formats) -> Slot {
    match stretch {
        Stretch::Held { number, day, tally, .. } => Slot::Held {
            number: number.to_string(),
            day: formats.day_short(*day),
            goals: [tally.reached, tally.partly, tally.not_yet],
        },
        Stretch::Apart(weeks) => Slot::Apart { words: (words.weeks_short)(*weeks) },
    }
}

/// To earlier and later sessions, when there are more than one page holds.
#[component]
fn Turning(
    page: RwSignal<usize>,
    at: Memo<usize>,
    all: Memo<Vec<Range<usize>>>,
    numbers: Memo<(usize, usize)>,
    past: Memo<Vec<Stretch>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let shown = move || {
        let (first, last) = numbers.get();
        let newest = past.with(|past| past.iter().rev().find_map(held)).map_or(last, |(number, _)| number);
        (texts.get().charts().shown)(first, last, newest)
    };
    let turn = move |to: usize, buttons: [&'static str; 2]| {
        page.set(to);
        store.announce(untrack(shown));
        // At either end the button pressed is gone: the other one is there.
        focus_soon(&buttons.map(|side| match side {
            "earlier" => ".figure__earlier button",
            _ => ".figure__later button",
        }));
    };
    let has_earlier = Memo::new(move |_| at.get() + 1 < all.with(Vec::len));
    let has_later = Memo::new(move |_| at.get() > 0);
    view! {
        <Show when=move || all.with(|all| all.len() > 1)>
            <p class="figure__turning no-print">
                <Show when=move || has_earlier.get()>
                    <span class="figure__earlier">
                        <Button on_click=move || turn(at.get_untracked() + 1, ["earlier", "later"])>
                            {say(|t| t.charts().earlier)}
                        </Button>
                    </span>
                </Show>
                <Show when=move || has_later.get()>
                    <span class="figure__later">
                        <Button on_click=move || turn(at.get_untracked().saturating_sub(1), ["later", "earlier"])>
                            {say(|t| t.charts().later)}
                        </Button>
                    </span>
                </Show>
                <span class="quiet">{shown}</span>
            </p>
        </Show>
    }
}

/// The same in figures; the last row counts every session.
#[component]
fn Table(shown: Memo<Vec<Stretch>>, past: Memo<Vec<Stretch>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let cells = |tally: Tally| {
        [tally.reached, tally.partly, tally.not_yet].map(|count| view! { <td>{count}</td> }).collect_view()
    };
    let row = move |stretch: &Stretch| {
        let words = texts.get().charts();
        match stretch {
            Stretch::Held { number, day, tally, .. } => {
                let named = (words.session_of)(*number, &store.formats().day_short(*day));
                view! {
                    <tr>
                        <th scope="row">{named}</th>
                        {cells(*tally)}
                    </tr>
                }
                .into_any()
            }
            Stretch::Apart(weeks) => {
                let said = (words.weeks_apart)(*weeks);
                view! {
                    <tr class="data__aside">
                        <th scope="row" colspan="4">
                            {said}
                        </th>
                    </tr>
                }
                .into_any()
            }
        }
    };
    view! {
        <table class="data">
            <caption class="visually-hidden">{say(|t| t.charts().goals_table)}</caption>
            <thead>
                <tr>
                    <th scope="col">{say(|t| t.charts().session)}</th>
                    <th scope="col">{say(|t| t.charts().reached)}</th>
                    <th scope="col">{say(|t| t.charts().partly)}</th>
                    <th scope="col">{say(|t| t.charts().not_yet)}</th>
                </tr>
            </thead>
            <tbody>{move || shown.with(|shown| shown.iter().map(row).collect_view())}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{say(|t| t.charts().in_all)}</th>
                    {move || cells(past.with(|past| in_all(past)))}
                </tr>
            </tfoot>
        </table>
    }
}
