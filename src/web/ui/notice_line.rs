//! The line of a cancellation: solid while it can be told, dotted once it is too late, with the moment of telling on it.

use leptos::prelude::*;

use super::strand::{Point, dot};
use crate::domain::sorting;

/// The drawing's size, and where on it the notice ends and the session begins.
const WIDTH: f64 = 530.0;
const HEIGHT: f64 = 44.0;
const LIMIT: f64 = 290.0;
const EDGE: f64 = 6.0;

/// How far along the line a moment stands, that many minutes before the session: two days before the limit fill its first half.
fn along(notice: i64, limit: i64) -> f64 {
    let minutes = |span: i64| f64::from(i32::try_from(span).unwrap_or(i32::MAX));
    let notice = notice.clamp(0, limit + 2 * 24 * 60);
    if notice >= limit {
        LIMIT - (minutes(notice - limit) / minutes(2 * 24 * 60)) * (LIMIT - EDGE)
    } else {
        WIDTH - EDGE - (minutes(notice) / minutes(limit)) * (WIDTH - EDGE - LIMIT)
    }
}

/// A slightly wavering piece of the line; neighbours waver to opposite sides.
fn piece(from: f64, to: f64, at: usize) -> String {
    let (middle, third) = (HEIGHT / 2.0, (to - from) / 3.0);
    let sway = if at.is_multiple_of(2) { -6.0 } else { 6.0 };
    format!(
        "M{from:.1} {middle}C{:.1} {} {:.1} {} {to:.1} {middle}",
        from + third,
        middle + sway,
        to - third,
        middle - sway
    )
}

/// The line from now to a session. Decorative: the dates under it say the same.
///
/// ```ignore
/// view! { <NoticeLine notice=ruling.notice limit=24 * 60/> }
/// ```
#[component]
pub fn NoticeLine(
    /// Minutes between telling and the session.
    notice: i64,
    /// Minutes before the session at which telling becomes late.
    limit: i64,
) -> impl IntoView {
    let told = along(notice, limit);
    let mut stops = [EDGE, told, LIMIT, WIDTH - EDGE];
    sorting::sort_by(&mut stops, f64::total_cmp);
    let pieces = stops
        .windows(2)
        .enumerate()
        .filter_map(|(at, ends)| {
            let [from, to] = ends else { return None };
            let class = if *to <= LIMIT { "notice-line__early" } else { "notice-line__late" };
            (to - from > 0.5).then(|| view! { <path class=class d=piece(*from, *to, at)></path> })
        })
        .collect_view();
    let at = |x: f64| dot(Point::new(x, HEIGHT / 2.0));
    view! {
        <svg
            class="strands notice-line"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            {pieces}
            <path class="strands__knot is-done" d=at(LIMIT)></path>
            <path class="strands__knot is-done" d=at(WIDTH - EDGE)></path>
            <path class="strands__knot is-now" d=at(told)></path>
            <path class="strands__eye is-now" d=at(told)></path>
        </svg>
    }
}
