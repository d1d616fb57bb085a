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
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    // The rest knows the answers by their places alone, so that the page holds its code once, whatever the answers are.
    let words =
        Memo::new(move |_| options.with(|options| options.iter().map(|(_, words)| words.clone()).collect::<Vec<_>>()));
    let at = Memo::new(move |_| {
        let value = value.get();
        options.with(|options| options.iter().position(|(option, _)| *option == value))
    });
    let choose = Callback::new(move |(at,): (usize,)| {
        if let Some((option, _)) = options.with_untracked(|options| options.get(at).cloned()) {
            on_choose.run((option,));
        }
    });
    list(label, words, at, choose, hint, width)
}

fn list(
    label: TextProp,
    words: Memo<Vec<String>>,
    chosen: Memo<Option<usize>>,
    on_choose: Callback<(usize,)>,
    hint: Option<TextProp>,
    width: FieldWidth,
) -> AnyView {
    let id = fresh_id("select");
    let hint_id = hint.is_some().then(|| format!("{id}-hint"));
    // Rebuilt only when the answers' words change, so that an open list is not shut.
    let items = move || {
        words
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, words)| {
                view! {
                    <option value=at.to_string() prop:selected=move || chosen.get() == Some(at)>
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
                    if let Ok(at) = event_target_value(&event).parse::<usize>() {
                        on_choose.run((at,));
                    }
                }
            >
                {items}
            </select>
        </div>
    }
    .into_any()
}
