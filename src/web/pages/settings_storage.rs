//! In the settings: what the browser promises, and what it could not read.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::focus::focus_soon;
use crate::i18n::Keeping;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts, words_now};
use crate::web::platform::files;
use crate::web::ui::{Button, ButtonKind, Dialog, Notice, NoticeKind, Part};

/// Where links lead to it.
const PLACE: &str = "stockage";

/// What the browser promises to keep.
#[component]
pub fn StorageSettings() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let promised = store.promised();
    let refused = RwSignal::new(false);
    let words = move || {
        let words = texts.get().keeping();
        match promised.get() {
            Some(true) => words.promised,
            Some(false) => words.not_promised,
            None => words.never_promises,
        }
    };
    let ask = move || {
        spawn_local(async move {
            let kept = store.ask_again_to_keep().await;
            refused.set(!kept);
            if kept {
                // The button goes.
                focus_soon(&["#stockage h2"]);
            }
            let words = words_now(store).keeping();
            store.announce(if kept { words.promised } else { words.promise_refused }.to_owned());
        });
    };
    view! {
        <Part place=PLACE title=say(|t| t.keeping().memory_title)>
            <div class="stack">
                <p>{move || words()}</p>
                <Show when=move || promised.get() == Some(false)>
                    <p class="actions">
                        <Button on_click=ask>{say(|t| t.keeping().ask_promise)}</Button>
                    </p>
                </Show>
                <Show when=move || refused.get()>
                    <p class="quiet">{say(|t| t.keeping().promise_refused)}</p>
                </Show>
            </div>
            <SetAside/>
        </Part>
    }
}

/// What was set aside because it did not read: to save elsewhere, byte for byte, or to remove.
#[component]
fn SetAside() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let bytes = RwSignal::new(None::<String>);
    let said = RwSignal::new(None::<fn(&Keeping) -> &'static str>);
    let look = move || {
        spawn_local(async move {
            let found = store.set_aside_text().await;
            let _ = bytes.try_set(found);
        });
    };
    look();
    let tell = move |words: fn(&Keeping) -> &'static str| {
        said.set(Some(words));
        store.announce(words(words_now(store).keeping()).to_owned());
    };
    let save = move || {
        let text = bytes.get_untracked().unwrap_or_default();
        let saved = files::download("binome-mis-de-cote.json", files::FileKind::Json, &text).is_ok();
        tell(if saved { |words| words.aside_saved } else { |words| words.aside_failed });
    };
    let asking = RwSignal::new(false);
    let forget = move || {
        spawn_local(async move {
            let gone = store.drop_set_aside().await.is_ok();
            asking.set(false);
            tell(if gone { |words| words.aside_dropped } else { |words| words.aside_failed });
            look();
            if gone {
                // What was pressed goes.
                focus_soon(&["#stockage h2"]);
            }
        });
    };
    view! {
        <Show when=move || bytes.with(Option::is_some)>
            <Notice kind=NoticeKind::Warning title=say(|t| t.keeping().aside_title)>
                <p>{say(|t| t.keeping().aside_body)}</p>
                <p class="actions">
                    <Button on_click=save>{say(|t| t.keeping().aside_save)}</Button>
                    <Button kind=ButtonKind::Quiet on_click=move || asking.set(true)>
                        {say(|t| t.keeping().aside_drop)}
                    </Button>
                </p>
            </Notice>
        </Show>
        {move || said.get().map(|words| view! { <p class="quiet">{words(texts.get().keeping())}</p> })}
        <Dialog open=asking title=say(|t| t.keeping().aside_question)>
            <p>{say(|t| t.keeping().aside_question_body)}</p>
            <div class="actions">
                <Button autofocus=true kind=ButtonKind::Primary on_click=move || asking.set(false)>
                    {say(|t| t.common().cancel)}
                </Button>
                <Button on_click=save>{say(|t| t.keeping().aside_save)}</Button>
                <Button on_click=forget>{say(|t| t.keeping().aside_drop)}</Button>
            </div>
        </Dialog>
    }
}
