//! The plots: drawings from [`crate::draw`], each in the widths that a phone, a tablet and a page take; the styles show the one that
//! fits. Their words have the page's own size.

mod goals;
mod projects;
mod range;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::draw::{Label, Voice, WIDTHS};

pub use goals::goals_rows;
pub use projects::projects_drawing;
pub use range::range_drawing;

/// One plot in every width, with its gist as a name.
///
/// ```ignore
/// view! { <Plot label=described draw=move |width| goals_rows(&slots.get(), width)/> }
/// ```
#[component]
pub fn Plot(
    /// What the drawing shows, in a sentence; the table beside it says the rest.
    #[prop(into)]
    label: TextProp,
    /// The drawing at a width.
    draw: impl Fn(f64) -> AnyView + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let fits = ["plot__fit plot__fit--narrow", "plot__fit plot__fit--middle", "plot__fit plot__fit--wide"];
    let drawings = fits.into_iter().zip(WIDTHS).map(|(class, width)| {
        let label = label.clone();
        view! {
            <div class=class role="img" aria-label=move || label.get()>
                {move || draw(width)}
            </div>
        }
    });
    view! { <div class="plot">{drawings.collect_view()}</div> }
}

/// A drawing of that size: a sixteenth of the text's size is its unit.
fn drawing(width: f64, height: f64, content: impl IntoView) -> impl IntoView {
    view! {
        <svg class="plot__drawing" viewBox=format!("0 0 {width} {height}") width=format!("{}rem", width / 16.0) aria-hidden="true">
            {content}
        </svg>
    }
}

/// Words of a drawing.
fn words(labels: Vec<Label>) -> impl IntoView {
    labels
        .into_iter()
        .map(|label| {
            let class = match label.voice {
                Voice::Quiet => "plot__label",
                Voice::Strong => "plot__label plot__label--strong",
            };
            view! {
                <text class=class x=rounded(label.x) y=rounded(label.y) text-anchor=label.anchor.attribute()>
                    {label.text}
                </text>
            }
        })
        .collect_view()
}

/// A number with one decimal.
fn rounded(number: f64) -> String {
    format!("{number:.1}")
}
