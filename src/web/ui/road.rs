//! The road to the jury: an ordered list drawn as one line, lying where there is room, upright on a phone.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::rail::{StitchDrawing, StopState};
use super::strand::{Point, dot, stretch};
use super::thread::{Knot, knot};

/// The stops of the road, the jury last.
///
/// ```ignore
/// view! { <Road label=say(|t| t.programme.path)><RoadStop at=0 of=6 state=state>…</RoadStop><RoadEnd>…</RoadEnd></Road> }
/// ```
#[component]
pub fn Road(
    /// The list's name.
    #[prop(into)]
    label: TextProp,
    /// Its stops.
    children: Children,
) -> impl IntoView {
    view! {
        <ol class="road" aria-label=move || label.get()>
            {children()}
        </ol>
    }
}

/// One project on the road. Both drawings are there; the styles show the one that fits.
#[component]
pub fn RoadStop(
    /// Which stop, from 0.
    at: usize,
    /// How many there are.
    of: usize,
    /// Where it stands.
    state: StopState,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let drawing = stretch(at, of, state.lived());
    view! {
        <li class="road__stop">
            <span class="road__lying">
                <svg class="strands" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                    <path class="strands__ahead" d=drawing.ahead.mentor></path>
                    <path class="strands__ahead strands__ahead--student" d=drawing.ahead.student></path>
                    <path class="strands__mentor" d=drawing.lived.mentor></path>
                    <path class="strands__student" d=drawing.lived.student></path>
                    {drawing
                        .tips
                        .map(|tips| {
                            view! {
                                <path class="strands__tip strands__tip--mentor" d=dot(tips.mentor)></path>
                                <path class="strands__tip strands__tip--student" d=dot(tips.student)></path>
                            }
                        })}
                    {knot(drawing.knot, state.knot())}
                </svg>
            </span>
            <span class="road__upright">
                <StitchDrawing at=at state=state/>
            </span>
            <div class="road__words">{children()}</div>
        </li>
    }
}

/// The end of the road: the jury.
#[component]
pub fn RoadEnd(
    /// How many stops come before.
    of: usize,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let at = stretch(of, of, 0.0).knot;
    view! {
        <li class="road__stop road__stop--end">
            <span class="road__lying">
                <svg class="strands" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                    {knot(at, Knot::Done)}
                </svg>
            </span>
            <span class="road__upright">
                <svg class="strands" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                    {knot(Point::new(50.0, 0.0), Knot::Done)}
                </svg>
            </span>
            <div class="road__words">{children()}</div>
        </li>
    }
}
