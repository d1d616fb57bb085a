//! The rail: the same two strands, upright, with things to do hanging on it. A row is as tall as its minutes.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::strand::{Point, dot, stitch};
use super::thread::{Knot, knot};

/// Where a stop of the rail stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum StopState {
    /// Behind.
    Done,
    /// Here; how much of it is lived, 0 to 1.
    Now(f64),
    /// Ahead.
    #[default]
    Ahead,
}

impl StopState {
    fn class(self) -> &'static str {
        match self {
            Self::Done => "rail__stop is-done",
            Self::Now(_) => "rail__stop is-now",
            Self::Ahead => "rail__stop is-ahead",
        }
    }

    pub(super) fn lived(self) -> f64 {
        match self {
            Self::Done => 1.0,
            Self::Now(share) => share,
            Self::Ahead => 0.0,
        }
    }

    pub(super) fn knot(self) -> Knot {
        match self {
            Self::Done => Knot::Done,
            Self::Now(_) => Knot::Now,
            Self::Ahead => Knot::Ahead,
        }
    }
}

/// The stops of a rail: the steps of a call with their clock times.
///
/// ```ignore
/// view! { <Rail label=move || t.get().call.steps><RailStop at=0 minutes=12 state=state …>…</RailStop></Rail> }
/// ```
#[component]
pub fn Rail(
    /// The list's name.
    #[prop(into)]
    label: TextProp,
    /// Its [`RailStop`]s.
    children: Children,
) -> impl IntoView {
    view! {
        <ol class="rail" aria-label=move || label.get()>
            {children()}
        </ol>
    }
}

/// One stop of a rail.
///
/// ```ignore
/// view! {
///     <RailStop at=1 minutes=6 state=state time="18 h 12" status=move || t.get().call.under_way note="3 min sur 6">
///         <h2><a href=…>"Écosystème"</a></h2>
///         <p>"Qui aide à quoi."</p>
///     </RailStop>
/// }
/// ```
#[component]
pub fn RailStop(
    /// Which stop, from 0: neighbours swing to opposite sides.
    at: usize,
    /// Its minutes: the row's height.
    #[prop(into)]
    minutes: Signal<u32>,
    /// Where it stands.
    #[prop(into)]
    state: Signal<StopState>,
    /// Whether no strands leave it.
    #[prop(optional)]
    last: bool,
    /// The clock time at its knot.
    #[prop(optional, into)]
    time: Option<TextProp>,
    /// Its state in words: “En cours”.
    #[prop(optional, into)]
    status: Option<TextProp>,
    /// More on the state: “3 min sur 6”.
    #[prop(optional, into)]
    note: Option<TextProp>,
    /// What hangs there: a heading, a sentence, a button.
    children: Children,
) -> impl IntoView {
    let swing = move || 22.0 + f64::from(minutes.get()) * 2.0;
    view! {
        <li class=move || state.get().class() style:--minutes=move || minutes.get().to_string()>
            {time.map(|time| view! { <p class="rail__time">{move || time.get()}</p> })}
            <div class="rail__strands">
                {move || view! { <StitchDrawing at=at state=state.get() swing=swing().min(46.0) last=last/> }}
            </div>
            <div class="rail__what">{children()}</div>
            {status
                .map(|status| {
                    view! {
                        <p class="rail__state">
                            <b>{move || status.get()}</b>
                            {note.map(|note| view! { <span>" "{move || note.get()}</span> })}
                        </p>
                    }
                })}
        </li>
    }
}

/// The strands of one stop alone, for lists of a page's own; stretched to the box they are put in. Decorative.
///
/// ```ignore
/// view! { <li class="track"><span class="track__strands"><StitchDrawing at=0 state=StopState::Done/></span><div>…</div></li> }
/// ```
#[component]
pub fn StitchDrawing(
    /// Which stop, from 0: neighbours swing to opposite sides.
    at: usize,
    /// Where it stands.
    state: StopState,
    /// How wide the strands swing; 46 fills the box.
    #[prop(default = 36.0)]
    swing: f64,
    /// Whether no strands leave it.
    #[prop(optional)]
    last: bool,
    /// Whether the student goes on alone: the mentor's strand is dotted.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let drawing = stitch(at, swing, state.lived());
    let mentor = if alone { "strands__mentor strands__mentor--away" } else { "strands__mentor" };
    view! {
        <svg class="strands" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {(!last)
                .then(|| {
                    view! {
                        <path class="strands__ahead" d=drawing.ahead.mentor></path>
                        <path class="strands__ahead strands__ahead--student" d=drawing.ahead.student></path>
                        <path class=mentor d=drawing.lived.mentor></path>
                        <path class="strands__student" d=drawing.lived.student></path>
                        {drawing
                            .tips
                            .map(|tips| {
                                view! {
                                    <path class="strands__tip strands__tip--mentor" d=dot(tips.mentor)></path>
                                    <path class="strands__tip strands__tip--student" d=dot(tips.student)></path>
                                }
                            })}
                    }
                })}
            {knot(Point::new(50.0, 0.0), state.knot())}
        </svg>
    }
}
