//! The thread of a pair's weeks on the dashboard.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::strand::{Joint, MarkShape, weeks};

/// One week of the thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// What it is: a knot, or strands apart.
    pub joint: Joint,
    /// Its day: “24 nov.”, “8”.
    pub label: String,
    /// A word under the day: “manquée”, “pause”, “soutenance”.
    pub note: Option<String>,
    /// A word above the line: “P2 validé”.
    pub above: Option<String>,
}

/// The weeks of a pair: an ink disc for a session held, an open one for a session booked, a diamond for a defence; lived solid,
/// ahead dotted, parted at today's stem. Phones get the weeks around today in a drawing of their own.
///
/// ```ignore
/// view! { <WeekThread weeks=weeks now=Signal::derive(move || 9.3) label=summary today=move || t.get().dashboard.today/> }
/// ```
#[component]
pub fn WeekThread(
    /// The weeks in order.
    #[prop(into)]
    weeks: Signal<Vec<Week>>,
    /// Today, in weeks since the first of them.
    #[prop(into)]
    now: Signal<f64>,
    /// The whole thread in one or two sentences.
    #[prop(into)]
    label: TextProp,
    /// The word at today's stem.
    #[prop(into)]
    today: TextProp,
) -> impl IntoView {
    let narrow = {
        let (label, today) = (label.clone(), today.clone());
        move || {
            let now = now.get();
            weeks.with(|weeks| {
                // Two weeks behind today and three ahead are what a phone can show.
                #[allow(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a few weeks, clamped to none"
                )]
                let first = (now.floor().max(0.0) as usize).saturating_sub(2).min(weeks.len().saturating_sub(6));
                let around = weeks.get(first..(first + 6).min(weeks.len())).unwrap_or_default();
                #[allow(clippy::cast_precision_loss, reason = "a thread has a dozen weeks")]
                let since = now - first as f64;
                drawing(
                    "week-thread__drawing week-thread__drawing--narrow",
                    around,
                    since,
                    340.0,
                    &label.get(),
                    &today.get(),
                )
            })
        }
    };
    let wide = move || {
        weeks.with(|weeks| {
            drawing(
                "week-thread__drawing week-thread__drawing--wide",
                weeks,
                now.get(),
                1070.0,
                &label.get(),
                &today.get(),
            )
        })
    };
    view! { <div class="week-thread">{wide} {narrow}</div> }
}

const LINE: f64 = 82.0;

/// The hand that draws it: the same seed, the same drawing.
const SEED: u32 = 11;

fn drawing(class: &'static str, run: &[Week], now: f64, width: f64, label: &str, today: &str) -> impl IntoView + use<> {
    let joints: Vec<Joint> = run.iter().map(|week| week.joint).collect();
    let drawn = weeks(&joints, now, width, LINE, SEED);
    let words = run
        .iter()
        .zip(&drawn.columns)
        .enumerate()
        .map(|(at, (week, x))| words(week, *x, at == 0, at + 1 == run.len()))
        .collect_view();
    let marks = drawn
        .marks
        .into_iter()
        .map(|mark| {
            let class = match mark.shape {
                MarkShape::Full => "week-thread__knot",
                MarkShape::Open => "week-thread__knot week-thread__knot--open",
            };
            view! { <path class=class d=mark.path></path> }
        })
        .collect_view();
    let today = today.to_owned();
    let stem = drawn.today.map(|x| {
        // Near an edge the word leans inwards, so that it never leaves the drawing.
        let (anchor, at) = match x {
            x if x < 40.0 => ("start", 0.0),
            x if x > width - 40.0 => ("end", width),
            x => ("middle", x),
        };
        view! {
            <path class="week-thread__stem" d=format!("M{x:.1} {}C{:.1} {} {:.1} {} {x:.1} {}", LINE - 24.0, x + 0.6, LINE - 8.0, x - 0.6, LINE + 10.0, LINE + 24.0)></path>
            <text class="week-thread__label" x=format!("{at:.1}") y=(LINE - 32.0).to_string() text-anchor=anchor>{today}</text>
        }
    });
    view! {
        <svg class=class viewBox=format!("0 0 {width} 150") role="img" aria-label=label.to_owned()>
            <path class="strands__mentor" d=drawn.lived.mentor></path>
            <path class="strands__student" d=drawn.lived.student></path>
            <path class="week-thread__ahead week-thread__ahead--mentor" d=drawn.ahead.mentor></path>
            <path class="week-thread__ahead week-thread__ahead--student" d=drawn.ahead.student></path>
            {stem}
            {marks}
            {words}
        </svg>
    }
}

/// A week's words: its day, why there is no knot, what was validated.
fn words(week: &Week, x: f64, first: bool, last: bool) -> impl IntoView + use<> {
    let (anchor, at) = match (first, last) {
        (true, _) => ("start", (x - 9.0).max(0.0)),
        (_, true) => ("end", x + 9.0),
        _ => ("middle", x),
    };
    let class = match week.joint {
        Joint::Booked | Joint::Defence => "week-thread__label week-thread__label--strong",
        Joint::Held | Joint::Apart => "week-thread__label",
    };
    let text = move |class: &'static str, y: f64, words: String| {
        view! { <text class=class x=format!("{at:.1}") y=y.to_string() text-anchor=anchor>{words}</text> }
    };
    let above = week.above.clone().map(|above| {
        view! {
            <path class="week-thread__stem" d=format!("M{x:.1} {}C{:.1} {} {:.1} {} {x:.1} {}", LINE - 12.0, x + 1.0, LINE - 26.0, x - 1.0, LINE - 34.0, LINE - 42.0)></path>
            {text("week-thread__label week-thread__label--head", LINE - 50.0, above)}
        }
    });
    view! {
        {text(class, LINE + 42.0, week.label.clone())}
        {week.note.clone().map(|note| text(class, LINE + 60.0, note))}
        {above}
    }
}
