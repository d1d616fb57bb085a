//! What stands in the way of Continue, in one place, with the focus on it.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;

/// Puts the focus on the control of that identifier, or on the first control inside it.
pub fn focus_field(id: &str) {
    let Some(found) = document().get_element_by_id(id) else { return };
    let control = if found.matches("input, select, textarea, button, a[href]").unwrap_or(false) {
        Some(found)
    } else {
        found.query_selector("input, select, textarea, button, a[href]").ok().flatten()
    };
    if let Some(control) = control.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) {
        control.scroll_into_view();
        let _ = control.focus();
    }
}

/// The list of what is missing after Continue: takes the focus when it appears, leads to each field, and says the same words as
/// the fields. Nothing is shown while the list is empty.
///
/// ```ignore
/// let errors = RwSignal::new(Vec::new()); // (field id, words); set anew on every Continue
/// view! { <ErrorSummary title=move || t.get().common.error_summary_title errors=errors/> }
/// ```
#[component]
pub fn ErrorSummary(
    /// What happened, in a few words.
    #[prop(into)]
    title: TextProp,
    /// For each error the field's identifier and the words.
    #[prop(into)]
    errors: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if errors.with(Vec::is_empty) {
            return;
        }
        // The summary is in the page only once this change has been drawn.
        request_animation_frame(move || {
            // The screen may have been left meanwhile.
            if let Some(node) = node.try_get_untracked().flatten() {
                let _ = node.focus();
            }
        });
    });
    let items = move || {
        errors
            .get()
            .into_iter()
            .map(|(field, words)| {
                view! {
                    <li>
                        <button type="button" class="button--quiet" on:click=move |_| focus_field(&field)>
                            {words}
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || errors.with(|errors| !errors.is_empty())>
            <div class="error-summary" role="group" tabindex="-1" node_ref=node aria-labelledby="error-summary-title">
                <h2 class="error-summary__title" id="error-summary-title">
                    {
                        let title = title.clone();
                        move || title.get()
                    }
                </h2>
                <ul>{move || items()}</ul>
            </div>
        </Show>
    }
}
