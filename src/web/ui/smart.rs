//! The five letters of a SMART goal: what is answered, and what is still to sharpen.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmartLetter {
    /// S, M, A, R or T.
    pub letter: &'static str,
    /// Its word: “Mesurable”.
    pub name: String,
    /// What answers it, or what is missing: “à préciser : quelle preuve ?”.
    pub said: String,
    /// Whether it is answered.
    pub held: bool,
}

/// The five letters, large, with what answers each or what is still to sharpen. Dashed, never red, never blocking.
///
/// ```ignore
/// view! { <SmartLetters label=move || t.get().goals.smart letters=letters/> }
/// ```
#[component]
pub fn SmartLetters(
    /// The list's name.
    #[prop(into)]
    label: TextProp,
    /// The letters in order.
    #[prop(into)]
    letters: Signal<Vec<SmartLetter>>,
) -> impl IntoView {
    let items = move || {
        letters
            .get()
            .into_iter()
            .map(|letter| {
                view! {
                    <li class=if letter.held { "smart__letter is-held" } else { "smart__letter" }>
                        <span class="smart__sign" aria-hidden="true">{letter.letter}</span>
                        <span class="smart__words">
                            <b>{letter.name}</b>
                            <span class="smart__said">" "{letter.said}</span>
                        </span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ol class="smart" aria-label=move || label.get()>
            {move || items()}
        </ol>
    }
}
