//! Undo and redo: the bar that follows a removal, the two buttons under every page, the keys, and the words of what was undone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::focus::focus_soon;
use super::reading::{Reading, use_reading, words_of_record};
use crate::domain::{Pairing, RecordKey};
use crate::i18n::{Messages, visible};
use crate::web::app::use_screen;
use crate::web::dispatch::{Seen, Store, Told, Turn, use_store};
use crate::web::locale::{say, use_texts, words_now};
use crate::web::route::Screen;
use crate::web::ui::{Button, ButtonKind};

/// The longest piece of a text that is said back.
const SAID: usize = 60;

/// Undoes or does again, and says in words what that was.
#[derive(Clone, Copy)]
pub struct Turning {
    store: Store,
    reading: Reading,
    texts: Signal<&'static Messages>,
}

/// Undo and redo for a page.
pub fn use_turning() -> Turning {
    Turning { store: use_store(), reading: use_reading(), texts: use_texts() }
}

impl Turning {
    /// Does it.
    pub fn turn(self, undo: bool) {
        spawn_local(async move {
            let outcome = self.store.turn(undo).await;
            let words = words_now(self.store).history();
            let said = match outcome {
                Ok(Some(told)) => untrack(|| self.words(&told)),
                Ok(None) => if undo { words.nothing_to_undo } else { words.nothing_to_redo }.to_owned(),
                Err(_) => words.failed.to_owned(),
            };
            self.store.announce(said);
        });
    }

    /// What was done, in words. Follows the language.
    pub fn words(self, told: &Told) -> String {
        let words = self.texts.get().history();
        let first = match told.turn {
            Turn::Done => None,
            Turn::Undone => Some(words.undone),
            Turn::Redone => Some(words.redone),
        };
        let what = match &told.seen {
            Seen::Import if told.turn == Turn::Undone => return words.import_undone.to_owned(),
            Seen::Import => return words.import_redone.to_owned(),
            Seen::Record { record, is_live: true } => (words.back)(&self.named(record, told)),
            Seen::Record { record, is_live: false } => (words.gone)(&self.named(record, told)),
            Seen::Fields(count) => (words.fields)(u32::try_from(*count).unwrap_or(u32::MAX)),
            Seen::Field(path) => {
                let value = self.store.value(path);
                self.reading.with(|labels| (words.field)(&labels.path(path), &short(&labels.value(path, &value))))
            }
        };
        let beside = (told.beside > 0).then_some(words.beside);
        [first, Some(what.as_str()), beside].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// A record's kind and, when there are any, its words: now, or before it went.
    fn named(self, record: &RecordKey, told: &Told) -> String {
        let now = self.store.pairing().get();
        self.reading.with(|labels| {
            let said = |pair: Option<&Pairing>| words_of_record(record, pair?, labels);
            let kind = labels.record(record);
            match said(now.as_deref()).or_else(|| said(told.before.as_deref())) {
                Some(said) => (labels.words.history().named)(&kind, &short(&said)),
                None => kind,
            }
        })
    }
}

/// A text on one line, cut when it is long.
pub(super) fn short(text: &str) -> String {
    let text = visible(text.trim());
    if text.chars().count() <= SAID {
        return text;
    }
    let cut: String = text.chars().take(SAID).collect();
    format!("{}…", cut.trim_end())
}

/// After a removal, and after each undo: what happened and the way back, until something else is done.
#[component]
pub fn HistoryBar() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let turning = use_turning();
    let told = store.told();
    let is_undone = move || told.with(|told| told.as_ref().is_some_and(|told| told.turn == Turn::Undone));
    let words = move || told.with(|told| told.as_ref().map(|told| turning.words(told)));
    let close = move || {
        told.set(None);
        // What was pressed goes; the page stays where it is.
        focus_soon(&["main"]);
    };
    // Elsewhere it would be about something that is not on the screen; the buttons under the page remain.
    let screen = use_screen();
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            told.set(None);
        }
        now
    });
    view! {
        <Show when=move || told.with(Option::is_some)>
            <div class="deed" role="group" aria-label=say(|t| t.history().region_label)>
                <p class="deed__words">{move || words()}</p>
                <Button on_click=move || turning.turn(!untrack(is_undone))>
                    {move || {
                        let words = texts.get().history();
                        if is_undone() { words.redo } else { words.undo }
                    }}
                </Button>
                <Button kind=ButtonKind::Quiet on_click=close>{say(|t| t.common().close)}</Button>
            </div>
        </Show>
    }
}

/// Undo and redo under every page, while there is something to.
#[component]
pub fn HistoryButtons() -> impl IntoView {
    let store = use_store();
    let turning = use_turning();
    view! {
        <Show when=move || store.turns().with(|turns| turns.undo)>
            <button type="button" class="link" on:click=move |_| turning.turn(true)>{say(|t| t.history().undo)}</button>
        </Show>
        <Show when=move || store.turns().with(|turns| turns.redo)>
            <button type="button" class="link" on:click=move |_| turning.turn(false)>{say(|t| t.history().redo)}</button>
        </Show>
    }
}

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y: whether the keys ask to undo (true) or to redo.
pub fn asks_to_turn(event: &web_sys::KeyboardEvent) -> Option<bool> {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match event.key().as_str() {
        "z" | "Z" if is_command => Some(!event.shift_key()),
        "y" | "Y" if is_command && event.ctrl_key() => Some(false),
        _ => None,
    }
}
