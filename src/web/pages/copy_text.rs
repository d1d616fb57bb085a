//! A button that copies a text; where the clipboard is refused, the text itself appears, selected, to be copied by hand.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::i18n::Messages;
use crate::web::dispatch::use_store;
use crate::web::locale::{use_texts, words_now};
use crate::web::platform::clipboard;
use crate::web::ui::{Button, ButtonKind};

/// What is said of a copied text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CopyWords {
    /// It is copied.
    pub copied: &'static str,
    /// It could not be; it stands below, selected.
    pub refused: &'static str,
    /// What the text is.
    pub text: &'static str,
}

/// The button, and what came of it.
#[component]
pub fn CopyText(
    /// Gives the text when it is asked for.
    #[prop(into)]
    text: Callback<(), String>,
    /// What is said of it.
    words: fn(&'static Messages) -> CopyWords,
    /// The button's colour.
    #[prop(optional)]
    kind: ButtonKind,
    /// A fuller name for the button, when its words alone would be said of several texts.
    #[prop(optional, into)]
    label: Option<TextProp>,
    /// The button's words.
    children: Children,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let area = NodeRef::<html::Textarea>::new();
    let outcome = RwSignal::new(None::<bool>);
    // The text as it was when it could not be copied.
    let by_hand = RwSignal::new(String::new());
    let told = move |texts: &'static Messages, copied: bool| {
        let words = words(texts);
        if copied { words.copied } else { words.refused }
    };
    let copy = move || {
        let text = untrack(|| text.run(()));
        leptos::task::spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            by_hand.try_set(if copied { String::new() } else { text });
            outcome.try_set(Some(copied));
            if !copied {
                request_animation_frame(move || {
                    if let Some(area) = area.try_get_untracked().flatten() {
                        let _ = area.focus();
                        area.select();
                    }
                });
            }
            store.announce(told(words_now(store), copied).to_owned());
        });
    };
    let label = label.map_or_else(String::new, |label| label.get().into_owned());
    let button = if label.is_empty() {
        view! { <Button kind=kind on_click=copy>{children()}</Button> }.into_any()
    } else {
        view! { <Button kind=kind label=label on_click=copy>{children()}</Button> }.into_any()
    };
    view! {
        <div class="copy-act">
            {button}
            <p class="hint">{move || outcome.get().map(|copied| told(texts.get(), copied))}</p>
            <Show when=move || outcome.get() == Some(false)>
                <textarea
                    class="field__control copy-text"
                    readonly
                    rows="8"
                    spellcheck="false"
                    aria-label=move || words(texts.get()).text
                    node_ref=area
                    prop:value=by_hand
                ></textarea>
            </Show>
        </div>
    }
}
