//! Picking a copy: from a file, dropped, or pasted.

use leptos::html;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::import::{Received, Receiving, Trouble};
use super::import_rescue::read_rescue;
use super::reading::use_reading;
use crate::document::ReadError;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::platform::files::{self, FileFault};
use crate::web::ui::{Button, ButtonKind, ErrorSummary, MarginNote};

/// Where an error belongs, for the summary to lead to.
const FILE: &str = "import-file";
const PASTE: &str = "import-paste";

/// Picking a copy.
#[component]
pub fn Pick(receiving: Receiving) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let errors = RwSignal::new(Vec::<(String, String)>::new());
    let fail = move |field: &str, words: String| errors.set(vec![(field.to_owned(), words)]);
    let take = move |bytes: Vec<u8>, field: &'static str| {
        errors.set(Vec::new());
        let size = bytes.len();
        match store.read_file(&bytes) {
            Ok(incoming) => receiving.receive(Received::new(incoming, size)),
            // A full backup of this browser is not a copy to hand over: it has a screen of its own.
            Err(ReadError::NotOurs) if let Ok(whole) = store.read_whole(&bytes) => receiving.receive_whole(whole),
            // Nor is what was saved of a page that could not start.
            Err(ReadError::NotOurs) if let Some(whole) = read_rescue(&bytes) => receiving.receive_whole(whole),
            Err(error) => {
                fail(field, untrack(|| reading.with(|labels| labels.words.import().trouble(&error, labels))));
            }
        }
    };
    let open = Callback::new(move |file: web_sys::File| {
        // Goes with the screen: whoever has left it waits for no answer.
        spawn_local_scoped_with_cancellation(async move {
            let words = texts.get_untracked().import();
            match files::read(&file).await {
                Ok(bytes) => take(bytes, FILE),
                Err(FileFault::TooLarge { .. }) => fail(FILE, words.too_large.to_owned()),
                Err(FileFault::Unreadable) => fail(FILE, words.file_refused.to_owned()),
            }
        });
    });
    let paste = Callback::new(move |text: String| {
        if text.trim().is_empty() {
            fail(PASTE, texts.get_untracked().import().paste_empty.to_owned());
        } else {
            take(text.into_bytes(), PASTE);
        }
    });
    let error_at = move |field: &'static str| {
        Signal::derive(move || {
            errors.with(|all| all.iter().find(|(at, _)| at == field).map(|(_, words)| words.clone()))
        })
    };
    view! {
        <PageTitle
            text=Signal::derive(move || texts.get().import().title.to_owned())
            error=Signal::derive(move || errors.with(|errors| !errors.is_empty()))
        />
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.import().title)}</h1>
            <p class="lede">{say(|t| t.import().lede)}</p>
        </div>
        <ErrorSummary title=say(|t| t.common().error_summary_title) errors=errors/>
        <Trouble receiving=receiving/>
        <div class="split">
            <div class="stack stack--wide">
                <FileZone open=open error=error_at(FILE)/>
                <PasteZone paste=paste error=error_at(PASTE)/>
            </div>
            <div class="margin">
                <UndoNote receiving=receiving/>
                <MarginNote title=say(|t| t.import().twice_title)>
                    <p>{say(|t| t.import().twice_body)}</p>
                </MarginNote>
            </div>
        </div>
    }
}

/// The words under a field when something is wrong with it.
fn error_line(id: &'static str, error: Signal<Option<String>>) -> impl IntoView {
    move || error.get().map(|words| view! { <p class="field__error" id=format!("{id}-error")>{words}</p> })
}

/// A file picker that is also where files are dropped.
#[component]
fn FileZone(open: Callback<web_sys::File>, error: Signal<Option<String>>) -> impl IntoView {
    let over = RwSignal::new(false);
    let picked = move |event: web_sys::Event| {
        use wasm_bindgen::JsCast;
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = files::picked(&input) {
            open.run(file);
        }
        // So that the same file can be picked again after it was mended.
        input.set_value("");
    };
    let dropped = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = files::dropped(&event) {
            open.run(file);
        }
    };
    view! {
        <section
            class="drop-zone"
            class:is-over=over
            aria-labelledby="import-file-title"
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <h2 id="import-file-title">{say(|t| t.import().pick_title)}</h2>
            {error_line(FILE, error)}
            <p class="drop-zone__pick">
                <label class="button button--primary" for=FILE>{say(|t| t.import().pick)}</label>
                <input
                    id=FILE
                    class="drop-zone__input"
                    type="file"
                    accept=".json,.txt,application/json,text/plain"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=move || error.with(Option::is_some).then(|| format!("{FILE}-error"))
                    on:change=picked
                />
                <span class="quiet">{say(|t| t.import().drop_here)}</span>
            </p>
        </section>
    }
}

/// The same as text.
#[component]
fn PasteZone(paste: Callback<String>, error: Signal<Option<String>>) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    let read = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        paste.run(area.get_untracked().map(|area| area.value()).unwrap_or_default());
    };
    view! {
        <section class="section" aria-labelledby="import-paste-title">
            <h2 id="import-paste-title">{say(|t| t.import().or_paste)}</h2>
            <form class="stack" novalidate on:submit=read>
                <div class="field" class:has-error=move || error.with(Option::is_some)>
                    <label class="field__label" for=PASTE>{say(|t| t.import().paste_label)}</label>
                    <span class="hint" id="import-paste-hint">{say(|t| t.import().paste_hint)}</span>
                    {error_line(PASTE, error)}
                    <textarea
                        id=PASTE
                        class="field__control copy-text"
                        rows="4"
                        spellcheck="false"
                        autocomplete="off"
                        node_ref=area
                        aria-invalid=move || error.with(Option::is_some).then_some("true")
                        aria-describedby=move || {
                            if error.with(Option::is_some) { "import-paste-hint import-paste-error" } else { "import-paste-hint" }
                        }
                    ></textarea>
                </div>
                <p class="actions">
                    <Button type_="submit">{say(|t| t.import().paste_read)}</Button>
                </p>
            </form>
        </section>
    }
}

/// The last import can still be undone.
#[component]
fn UndoNote(receiving: Receiving) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let undoable = store.can_undo_import();
    let when = move || undoable.get().map(|import| (texts.get().import().last_import)(&reading.moment(import.at)));
    view! {
        <Show when=move || undoable.with(Option::is_some)>
            <MarginNote title=say(|t| t.import().undo_title)>
                <p>{move || when()}</p>
                <p class="actions">
                    <Button kind=ButtonKind::Secondary on_click=move || receiving.undo()>
                        {say(|t| t.import().undo)}
                    </Button>
                </p>
            </MarginNote>
        </Show>
    }
}
