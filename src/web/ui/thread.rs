//! The drawing of two strands that lie across the page; what the progress and the days are made of.

use leptos::prelude::*;

use super::strand::{Lying, Point, dot};

/// What a knot of a thread says of its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Knot {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// Ahead.
    Ahead,
}

/// One knot. Its disc is a stroke, so it stays round when the drawing is stretched.
pub(super) fn knot(at: Point, state: Knot) -> impl IntoView {
    let (outer, inner) = match state {
        Knot::Done => ("strands__knot is-done", None),
        Knot::Now => ("strands__knot is-now", Some("strands__eye is-now")),
        Knot::Ahead => ("strands__knot", Some("strands__eye")),
    };
    let path = dot(at);
    view! {
        <path class=outer d=path.clone()></path>
        {inner.map(|inner| view! { <path class=inner d=path></path> })}
    }
}

/// Two strands that lie across the page, stretched to the width they are given. Decorative: the words beside them say the same.
///
/// ```ignore
/// view! { <Strands drawing=strand::lying(&[12, 6, 9], 4.0)/> }
/// ```
#[component]
pub fn Strands(
    /// What to draw.
    drawing: Lying,
    /// Which knot is where the pair is now; those before are behind. `None`: all knots are open.
    #[prop(optional)]
    current: Option<usize>,
) -> impl IntoView {
    let Lying { width, height, lived, ahead, knots, tips } = drawing;
    let knots = knots
        .into_iter()
        .enumerate()
        .map(|(index, at)| {
            let state = match current {
                Some(current) if index < current => Knot::Done,
                Some(current) if index == current => Knot::Now,
                _ => Knot::Ahead,
            };
            knot(at, state)
        })
        .collect_view();
    view! {
        <svg class="strands" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="none" aria-hidden="true">
            <path class="strands__ahead" d=ahead.mentor></path>
            <path class="strands__ahead strands__ahead--student" d=ahead.student></path>
            <path class="strands__mentor" d=lived.mentor></path>
            <path class="strands__student" d=lived.student></path>
            {knots}
            {tips
                .map(|tips| {
                    view! {
                        <path class="strands__tip strands__tip--mentor" d=dot(tips.mentor)></path>
                        <path class="strands__tip strands__tip--student" d=dot(tips.student)></path>
                    }
                })}
        </svg>
    }
}
