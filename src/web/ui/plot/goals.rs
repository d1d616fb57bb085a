//! Goals session by session: marks over the two strands, which meet at each session.

use leptos::prelude::*;

use super::{drawing, rounded, words};
use crate::draw::{Column, GoalsPlot, MARK, Seen, Slot, goals};
use crate::web::ui::mark::{HALF, RING, TICK};
use crate::web::ui::strand::{Joint, weeks};

/// The rows of the drawing at that width.
pub fn goals_rows(slots: &[Slot], width: f64) -> AnyView {
    goals(slots, width).into_iter().map(row).collect_view().into_any()
}

/// What `strand::weeks` leaves beside its first and last knot.
const PAD: f64 = 9.0;

/// The drawing of the hand; the same seed, the same drawing.
const SEED: u32 = 13;

#[allow(clippy::cast_precision_loss, reason = "a row has a dozen columns")]
fn row(plot: GoalsPlot) -> impl IntoView {
    let joint = |column: &Column| if column.meets { Joint::Held } else { Joint::Apart };
    let joints: Vec<Joint> = plot.columns.iter().map(joint).collect();
    let gaps = joints.len().saturating_sub(1) as f64;
    let strands = weeks(&joints, f64::MAX, gaps * plot.step + PAD * 2.0, plot.line, SEED);
    let first = plot.columns.first().map_or(0.0, |column| column.x);
    let knots = strands.marks.into_iter().map(|mark| view! { <path class="plot__knot" d=mark.path></path> });
    let marks = plot.columns.iter().flat_map(|column| column.marks.iter().map(|(seen, y)| mark(*seen, column.x, *y)));
    let marks = marks.collect_view();
    let labels = words(plot.labels);
    drawing(
        plot.width,
        plot.height,
        view! {
            <g transform=format!("translate({} 0)", rounded(first - PAD))>
                <path class="strands__mentor" d=strands.lived.mentor></path>
                <path class="strands__student" d=strands.lived.student></path>
                {knots.collect_view()}
            </g>
            {marks}
            {labels}
        },
    )
}

/// A goal's mark, as in rows and reports: full with a tick, half, or empty.
fn mark(seen: Seen, x: f64, y: f64) -> impl IntoView {
    const SCALE: f64 = MARK / 22.0;
    let (fill, tick) = match seen {
        Seen::Reached => (Some(RING), Some(TICK)),
        Seen::Partly => (Some(HALF), None),
        Seen::NotYet => (None, None),
    };
    let at = |middle: f64| rounded(middle - MARK / 2.0);
    view! {
        <g transform=format!("translate({} {}) scale({SCALE:.3})", at(x), at(y))>
            <path class="mark__fill" d=fill></path>
            <path class="mark__ring" d=RING></path>
            <path class="mark__tick" d=tick></path>
        </g>
    }
}
