//! Where a call stands: the thread of its sections, each as wide as its minutes.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::strand::lying;
use super::thread::Strands;

/// One step of the thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressStep {
    /// Its name: “Rencontre”.
    pub name: String,
    /// Its minutes in words: “12 min”.
    pub note: String,
    /// Its minutes.
    pub minutes: u32,
    /// Where it is.
    pub href: &'static str,
}

/// The thread of a call, its steps' names and minutes under it. On a phone the steps keep their numbers.
///
/// ```ignore
/// view! { <Progress label=move || t.get().call.steps steps=steps current=Signal::stored(0) lived=minutes_lived/> }
/// ```
#[component]
pub fn Progress(
    /// The name of the list of steps.
    #[prop(into)]
    label: TextProp,
    /// The steps, the last one being the recap.
    #[prop(into)]
    steps: Signal<Vec<ProgressStep>>,
    /// Which step is open, from 0.
    #[prop(into)]
    current: Signal<usize>,
    /// How many minutes of the call are lived, all steps together.
    #[prop(into)]
    lived: Signal<f64>,
    /// Called with the step chosen, when the steps stand on this same screen; their addresses are then not used.
    #[prop(optional, into)]
    on_go: Option<Callback<(usize,)>>,
) -> impl IntoView {
    // The list is rebuilt only when its words change: a passing minute redraws the thread alone.
    let steps = Memo::new(move |_| steps.get());
    let drawing = move || {
        let minutes: Vec<u32> = steps.with(|steps| steps.iter().map(|step| step.minutes).collect());
        view! { <Strands drawing=lying(&minutes, lived.get()) current=current.get()/> }
    };
    let columns = move || {
        steps.with(|steps| {
            steps.iter().map(|step| format!("minmax(0,{}fr)", step.minutes.max(1))).collect::<Vec<_>>().join(" ")
        })
    };
    let items = move || {
        steps
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, step)| {
                let words = view! {
                    <span class="progress__number" aria-hidden="true">{at + 1}</span>
                    <span class="progress__name">{step.name}</span>
                    <small class="progress__note">" "{step.note}</small>
                };
                let now = move || (current.get() == at).then_some("step");
                let step = match on_go {
                    Some(go) => view! {
                        <button type="button" aria-current=now on:click=move |_| go.run((at,))>
                            {words}
                        </button>
                    }
                    .into_any(),
                    None => view! { <a href=step.href aria-current=now>{words}</a> }.into_any(),
                };
                view! { <li class="progress__step">{step}</li> }
            })
            .collect_view()
    };
    view! {
        <nav class="progress" class:progress--here=on_go.is_some() aria-label=move || label.get()>
            <div class="progress__thread">{move || drawing()}</div>
            <ol class="progress__steps" style:grid-template-columns=columns>
                {move || items()}
            </ol>
        </nav>
    }
}
