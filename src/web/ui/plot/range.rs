//! The forecast in a bar.

use leptos::prelude::*;

use super::{drawing, rounded, words};
use crate::draw::RangePlot;
use crate::web::ui::strand::{Hand, Point};

/// The drawing: the line, the bar with its two ends, the disc of the likely day, the stem of the programme's end.
pub fn range_drawing(plot: RangePlot) -> AnyView {
    let mut hand = Hand::new(5);
    let (from, to) = plot.bar;
    let line = plot.line;
    let tick = |x: f64| format!("M{} {}v18", rounded(x), rounded(line - 9.0));
    let end = plot.end.map(|x| {
        let stem = format!("M{} {}V{}", rounded(x), rounded(line), rounded(line - 26.0));
        view! { <path class="plot__end" d=stem></path> }
    });
    let labels = words(plot.labels);
    drawing(
        plot.width,
        plot.height,
        view! {
            <path class="plot__line" d=format!("M2 {0}H{1}", rounded(line), rounded(plot.width - 2.0))></path>
            {end}
            <path class="plot__steps" d=format!("M{} {}H{}", rounded(from), rounded(line), rounded(to))></path>
            <path class="plot__steps" d=format!("{}{}", tick(from), tick(to))></path>
            <path class="plot__knot" d=hand.disc(Point::new(plot.likely, line), 7.0)></path>
            {labels}
        },
    )
    .into_any()
}
