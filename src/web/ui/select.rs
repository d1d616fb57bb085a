//! One answer among many: the browser's own list.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{FieldWidth, head};
use super::id::fresh_id;

/// One answer among many.
///
/// ```ignore
/// view! { <Select label=move || t.get().settings.language options=languages value=locale on_choose=move |l| set_locale(l)/> }
/// ```
#[component]
pub fn Select<T>(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// The answers and their words.
    #[prop(into)]
    options: Signal<Vec<(T, String)>>,
    /// The present answer.
    #[prop(into)]
    value: Signal<T>,
    /// Called with the answer chosen.
    #[prop(into)]
    on_choose: Callback<(T,)>,
    /// A line of help under the label.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// How wide.
    #[prop(optional)]
    width: FieldWidth,
    /// The control's identifier; made up when none is given.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let id = id.unwrap_or_else(|| fresh_id("select"));
    let hint_id = hint.is_some().then(|| format!("{id}-hint"));
    // Rebuilt only when the answers' words change, so that an open list is not shut.
    let options = Memo::new(move |_| options.get());
    let items = move || {
        options
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, (option, words))| {
                view! {
                    <option value=at.to_string() prop:selected=move || value.with(|value| *value == option)>
                        {words}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <div class=width.class()>
            {head(&id, label, None, hint)}
            <select
                class="field__control"
                id=id
                aria-describedby=hint_id
                on:change=move |event| {
                    let chosen = event_target_value(&event).parse::<usize>().ok();
                    let option = chosen.and_then(|at| options.with_untracked(|all| all.get(at).map(|(option, _)| option.clone())));
                    if let Some(option) = option {
                        on_choose.run((option,));
                    }
                }
            >
                {move || items()}
            </select>
        </div>
    }
}
