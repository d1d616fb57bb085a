//! Yes or no: a box to tick, or a switch whose effect is immediate.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id::fresh_id;

/// A box to tick.
///
/// ```ignore
/// view! { <Checkbox label="Karim accepte" checked=agrees on_change=move |yes| agrees.set(yes)/> }
/// ```
#[component]
pub fn Checkbox(
    /// What ticking it says.
    #[prop(into)]
    label: TextProp,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<(bool,)>,
    /// A line of help under the label.
    #[prop(optional, into)]
    hint: Option<TextProp>,
) -> impl IntoView {
    toggle("toggle", None, label, checked, on_change, hint)
}

/// A switch: what it says happens at once.
///
/// ```ignore
/// view! { <Switch label=move || t.get().welcome.shared checked=shared on_change=move |on| shared.set(on)/> }
/// ```
#[component]
pub fn Switch(
    /// What is on or off.
    #[prop(into)]
    label: TextProp,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<(bool,)>,
    /// A line of help under the label.
    #[prop(optional, into)]
    hint: Option<TextProp>,
) -> impl IntoView {
    toggle("toggle toggle--switch", Some("switch"), label, checked, on_change, hint)
}

fn toggle(
    class: &'static str,
    role: Option<&'static str>,
    label: TextProp,
    checked: Signal<bool>,
    on_change: Callback<(bool,)>,
    hint: Option<TextProp>,
) -> impl IntoView {
    let id = fresh_id("toggle");
    let hint_id = hint.is_some().then(|| format!("{id}-hint"));
    view! {
        <div class=class>
            <input
                type="checkbox"
                id=id.clone()
                role=role
                aria-describedby=hint_id.clone()
                prop:checked=checked
                on:change=move |event| on_change.run((event_target_checked(&event),))
            />
            <label for=id>{move || label.get()}</label>
            {hint.map(|hint| view! { <span class="hint" id=hint_id>{move || hint.get()}</span> })}
        </div>
    }
}
