//! The same two strands, upright, with whole parts of a page hanging on them: numbered knots, each with its heading.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::icon::{Icon, IconShape};
use super::rail::{StitchDrawing, StopState};

/// The numbered steps of a page.
///
/// ```ignore
/// view! { <Steps label=move || t.get().session.steps><StepStop at=0 id="step-1" state=state title=…>…</StepStop></Steps> }
/// ```
#[component]
pub fn Steps(
    /// The list's name.
    #[prop(into)]
    label: TextProp,
    /// Its [`StepStop`]s.
    children: Children,
) -> impl IntoView {
    view! {
        <ol class="steps" aria-label=move || label.get()>
            {children()}
        </ol>
    }
}

/// One step: its knot, with a number or a tick once done, its heading and what belongs to it.
#[component]
pub fn StepStop(
    /// Which stop, from 0: neighbours swing to opposite sides.
    at: usize,
    /// The heading's identifier, to put the focus on it.
    #[prop(into)]
    id: String,
    /// Where it stands.
    #[prop(into)]
    state: Signal<StopState>,
    /// Its heading.
    #[prop(into)]
    title: TextProp,
    /// What stands beside the heading: minutes, a time.
    #[prop(optional, into)]
    note: Option<TextProp>,
    /// Whether no strands leave it.
    #[prop(optional)]
    last: bool,
    /// What belongs to it.
    children: Children,
) -> impl IntoView {
    let class = move || match state.get() {
        StopState::Done => "step is-done",
        StopState::Now(_) => "step is-now",
        StopState::Ahead => "step is-ahead",
    };
    let knot = move || match state.get() {
        StopState::Done => view! { <Icon shape=IconShape::Tick/> }.into_any(),
        _ => (at + 1).into_any(),
    };
    view! {
        <li class=class>
            <div class="step__strands">
                {move || view! { <StitchDrawing at=at state=state.get() last=last/> }}
            </div>
            <span class="step__knot" aria-hidden="true">{knot}</span>
            <div class="step__what">
                <div class="step__head">
                    <h2 id=id tabindex="-1">{move || title.get()}</h2>
                    {note.map(|note| view! { <p class="step__note">{move || note.get()}</p> })}
                </div>
                {children()}
            </div>
        </li>
    }
}
