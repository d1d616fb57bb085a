//! Projects validated against the calendar.

use leptos::prelude::*;

use super::{drawing, rounded, words};
use crate::draw::{Fan, ProjectsPlot};
use crate::web::ui::strand::{Hand, Point};

/// The drawing.
pub fn projects_drawing(plot: ProjectsPlot) -> AnyView {
    let mut hand = Hand::new(7);
    let frame = plot.frame;
    let across = move |y: f64| format!("M{} {}H{}", rounded(frame.left), rounded(y), rounded(frame.right));
    let lines = plot.lines.into_iter().map(|y| view! { <path class="plot__line" d=across(y)></path> }).collect_view();
    let months = plot.ticks.into_iter().map(|x| {
        view! { <path class="plot__line" d=format!("M{} {}v6", rounded(x), rounded(frame.bottom))></path> }
    });
    let months = months.collect_view();
    let upright = move |x: f64| format!("M{} {}V{}", rounded(x), rounded(frame.top), rounded(frame.bottom));
    let end = plot.end.map(|x| view! { <path class="plot__end" d=upright(x)></path> });
    let arrival = plot.fan.as_ref().and_then(|fan| fan.arrival);
    let arrival = arrival.map(|(x, y)| {
        view! { <path class="plot__knot plot__knot--open" d=hand.disc(Point::new(x, y), 7.0)></path> }
    });
    let discs = plot.discs.into_iter().map(|(x, y)| {
        view! { <path class="plot__knot" d=hand.disc(Point::new(x, y), 6.0)></path> }
    });
    let discs = discs.collect_view();
    let labels = words(plot.labels);
    drawing(
        plot.width,
        plot.height,
        view! {
            {plot.fan.as_ref().map(|fan| view! { <path class="plot__fan" d=fan.area.clone()></path> })}
            {lines}
            {months}
            {plot.fan.map(fan)}
            {end}
            <path class="plot__today" d=upright(plot.today)></path>
            <path class="plot__steps" d=plot.steps></path>
            {arrival}
            {discs}
            {labels}
        },
    )
    .into_any()
}

/// The lines of the forecast, dotted since they are ahead.
fn fan(fan: Fan) -> impl IntoView {
    let [fast, slow] = fan.bounds;
    view! {
        <path class="plot__bound" d=fast></path>
        <path class="plot__bound" d=slow></path>
        <path class="plot__likely" d=fan.likely></path>
    }
}
