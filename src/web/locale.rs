//! The words of the language chosen in the settings, for every component.

use leptos::prelude::*;

use super::dispatch::{Store, use_store};
use crate::i18n::{Locale, Messages};

/// The chosen language.
pub fn use_locale() -> Memo<Locale> {
    let settings = use_store().settings();
    Memo::new(move |_| settings.with(|settings| settings.locale))
}

/// The words of the chosen language: `t.get().common.back` inside a closure follows a change of language.
pub fn use_texts() -> Signal<&'static Messages> {
    let locale = use_locale();
    Signal::derive(move || locale.get().messages())
}

/// The words of the language chosen now, for what ends after a wait: its screen, and the signals made there, may be gone by then.
/// Not followed.
pub fn words_now(store: Store) -> &'static Messages {
    store.settings().with_untracked(|settings| settings.locale.messages())
}

/// One text of the chosen language, for a child, an attribute or a `TextProp`: `{say(|t| t.common.back)}`.
///
/// All these texts have one type, so the page holds the code of showing one once. A closure has a type of its own each time.
pub fn say(pick: fn(&'static Messages) -> &'static str) -> Signal<&'static str> {
    let settings = use_store().settings();
    Signal::derive(move || pick(settings.with(|settings| settings.locale.messages())))
}
