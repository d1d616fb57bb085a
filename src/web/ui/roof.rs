//! The mark: the circumflex of Binôme is the two people leaning together.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The roof that two people hold: dotted until someone holds it, a half each. Decorative; the words beside it say the same.
///
/// ```ignore
/// view! { <Roof mentor=mentor_agrees student=student_agrees/> }
/// ```
#[component]
pub fn Roof(
    /// Whether the mentor's half stands.
    #[prop(into)]
    mentor: Signal<bool>,
    /// Whether the student's half stands.
    #[prop(into)]
    student: Signal<bool>,
) -> impl IntoView {
    view! {
        <svg class="roof" viewBox="0 0 32 20" aria-hidden="true">
            <path class="roof__mentor" class:is-up=mentor d="M3.5 17 14 3.5"></path>
            <path class="roof__student" class:is-up=student d="M18 3.5 28.5 17"></path>
        </svg>
    }
}

/// The name of the page, its accent drawn as the two people, leading home.
///
/// ```ignore
/// view! { <Logo href=Route::Home.href() name=move || t.get().common.brand/> }
/// ```
#[component]
pub fn Logo(
    /// Where home is.
    href: &'static str,
    /// The name as it is said.
    #[prop(into)]
    name: TextProp,
) -> impl IntoView {
    view! {
        // The name is text, not a label: the letters drawn are not the name's own, so that a label would not say what is seen.
        <a class="logo" href=href>
            <span class="visually-hidden">{move || name.get()}</span>
            <span aria-hidden="true">
                "Bin"<span class="logo__o">"o"<Roof mentor=true student=true/></span>"me"
            </span>
        </a>
    }
}
