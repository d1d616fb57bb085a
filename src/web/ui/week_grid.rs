//! The weeks of a pair one by one: an ordered list drawn as one line that wraps, a knot where the two met, a word where they did not.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::strand::{Joint, WEEK_HEIGHT, week_stretch};

/// One week of the grid.
#[derive(Clone, Debug, PartialEq)]
pub struct GridWeek {
    /// What it is: a knot, or strands apart.
    pub joint: Joint,
    /// Its first day: “24 nov.”.
    pub label: String,
    /// The same in full, for screen readers: “Semaine du 24 novembre”.
    pub full: String,
    /// What it came to: “tenue”, “rattrapée”.
    pub word: String,
    /// How much of it is lived, 0 to 1.
    pub lived: f64,
    /// A word for the present week.
    pub now: Option<String>,
    /// Where it leads: the session, if there is one.
    pub href: Option<String>,
}

/// The weeks, oldest first.
///
/// ```ignore
/// view! { <WeekGrid label=say(|t| t.sessions.weeks_title) weeks=weeks/> }
/// ```
#[component]
pub fn WeekGrid(
    /// The list's name.
    #[prop(into)]
    label: TextProp,
    /// Its weeks.
    #[prop(into)]
    weeks: Signal<Vec<GridWeek>>,
) -> impl IntoView {
    let cells = move || {
        let mut flipped = false;
        let drawn = weeks.get().into_iter().enumerate().map(|(at, week)| {
            let meets = week.joint != Joint::Apart;
            let cell = cell(at, week, flipped);
            flipped ^= meets;
            cell
        });
        drawn.collect_view()
    };
    view! {
        <ol class="week-grid" aria-label=move || label.get()>
            {cells}
        </ol>
    }
}

fn cell(at: usize, week: GridWeek, flipped: bool) -> impl IntoView + use<> {
    let GridWeek { joint, label, full, word, lived, now, href } = week;
    let drawing = week_stretch(at, joint != Joint::Apart, flipped, lived);
    let knot = match joint {
        Joint::Held => Some("week-grid__knot"),
        Joint::Booked => Some("week-grid__knot week-grid__knot--open"),
        Joint::Defence => Some("week-grid__knot week-grid__knot--defence"),
        Joint::Apart => None,
    };
    let is_strong = joint == Joint::Booked || joint == Joint::Defence;
    let words = view! {
        <span class="visually-hidden">{full} ", "</span>
        <span class="week-grid__day" aria-hidden="true">{label}</span>
        <span class="week-grid__word">{word}</span>
        {now.map(|now| view! { <span class="week-grid__now">{now}</span> })}
    };
    let words = match href {
        Some(href) => view! { <a class="week-grid__words" class:is-strong=is_strong href=href>{words}</a> }.into_any(),
        None => view! { <span class="week-grid__words">{words}</span> }.into_any(),
    };
    view! {
        <li class="week-grid__week">
            <span class="week-grid__line" aria-hidden="true">
                <svg class="strands" viewBox=format!("0 0 100 {WEEK_HEIGHT}") preserveAspectRatio="none">
                    <path class="strands__ahead" d=drawing.ahead.mentor></path>
                    <path class="strands__ahead strands__ahead--student" d=drawing.ahead.student></path>
                    <path class="strands__mentor" d=drawing.lived.mentor></path>
                    <path class="strands__student" d=drawing.lived.student></path>
                </svg>
                {knot.map(|class| view! { <span class=class></span> })}
            </span>
            {words}
        </li>
    }
}
