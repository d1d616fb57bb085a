//! What is always there: whether words are kept, and the way past the navigation.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::errors::focus_field;

/// Whether everything is kept: shown, not announced. Failures are announced by the store.
///
/// ```ignore
/// view! { <SaveStatus text=saved_words trouble=Signal::derive(move || matches!(state.get(), SaveState::NotKept(_)))/> }
/// ```
#[component]
pub fn SaveStatus(
    /// “Enregistré à 14 h 32”.
    #[prop(into)]
    text: TextProp,
    /// Whether words live in this page alone for now.
    #[prop(optional, into)]
    trouble: Signal<bool>,
) -> impl IntoView {
    view! {
        <p class="save-status" class:has-trouble=trouble>
            {move || text.get()}
        </p>
    }
}

/// The way past the navigation, the first thing the keyboard reaches. Moves the focus by script: the address belongs to the routes.
///
/// ```ignore
/// view! { <SkipLink text=move || t.get().common.skip_to_content to="content"/> }
/// ```
#[component]
pub fn SkipLink(
    /// “Aller au contenu”.
    #[prop(into)]
    text: TextProp,
    /// The identifier of the element that takes the focus (with `tabindex="-1"`).
    to: &'static str,
) -> impl IntoView {
    let skip = move |_| {
        use wasm_bindgen::JsCast;
        let target = document().get_element_by_id(to).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
        match target {
            Some(target) if target.has_attribute("tabindex") => {
                let _ = target.focus();
            }
            _ => focus_field(to),
        }
    };
    view! {
        <button type="button" class="skip-link" on:click=skip>
            {move || text.get()}
        </button>
    }
}
