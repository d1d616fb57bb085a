//! Giving a copy: what leaves, the file, the same as text, and what the other does with it.

use leptos::html;
use leptos::prelude::*;

use super::copy_age::CopyAge;
use super::names::use_names;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::platform::{clipboard, files};
use crate::web::route::Route;
use crate::web::ui::{Button, ButtonKind, LinkButton, MarginNote, Notice, NoticeKind};

/// The screen.
#[component]
pub fn SharePage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let other = Signal::derive(move || names.with(|names| names.of(store.me().get().role().other()).to_owned()));
    // Made once on entering: sealing what is being typed, the copy then stands still while it is read and compared.
    let (name, json) = store.export();
    let (name, json) = (StoredValue::new(name), StoredValue::new(json));
    view! {
        <PageTitle text=Signal::derive(move || texts.get().share().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.share().title)}</h1>
            <p class="lede">{move || (texts.get().share().lede)(&other.get())}</p>
        </div>
        <div class="split">
            <div class="stack stack--wide">
                <FileToSave name=name json=json/>
                <SameAsText json=json/>
            </div>
            <div class="margin">
                <Inside/>
                <Compare/>
                <OtherSide other=other/>
            </div>
        </div>
    }
}

/// The file: its name, its size, the button that saves it.
#[component]
fn FileToSave(name: StoredValue<String>, json: StoredValue<String>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let outcome = RwSignal::new(None::<bool>);
    let save = move || {
        let saved =
            name.with_value(|name| json.with_value(|json| files::download(name, files::FileKind::Json, json))).is_ok();
        outcome.set(Some(saved));
        let words = texts.get_untracked().share();
        if saved {
            store.copy_given();
        }
        store.announce(if saved { words.downloaded } else { words.download_failed }.to_owned());
    };
    let size = move || size_words(json.with_value(String::len), texts.get().share().kilobytes);
    view! {
        <section class="section" aria-labelledby="share-file">
            <h2 id="share-file">{say(|t| t.share().file_title)}</h2>
            <p class="file-name">
                <strong>{name.get_value()}</strong>
                " "
                <span class="quiet">{move || size()}</span>
            </p>
            <div class="quiet"><CopyAge/></div>
            <p class="actions">
                <Button kind=ButtonKind::Primary big=true on_click=save>{say(|t| t.share().download)}</Button>
                <LinkButton kind=ButtonKind::Quiet href=Route::Import.href()>
                    {say(|t| t.share().receive)}
                </LinkButton>
            </p>
            {move || {
                outcome.get().map(|saved| {
                    let words = texts.get().share();
                    if saved {
                        view! { <Notice kind=NoticeKind::Done><p>{words.downloaded}</p></Notice> }.into_any()
                    } else {
                        view! { <Notice kind=NoticeKind::Error><p>{words.download_failed}</p></Notice> }.into_any()
                    }
                })
            }}
        </section>
    }
}

/// A size in kilobytes with one decimal below ten: “14 ko”, “0,9 ko”.
pub(super) fn size_words(bytes: usize, words: fn(&str) -> String) -> String {
    use crate::i18n::Formats;
    let tenths = i64::try_from(bytes.div_ceil(100)).unwrap_or(i64::MAX);
    let shown = if tenths < 100 { tenths } else { (tenths + 5) / 10 * 10 };
    words(&use_store().formats().tenths(shown))
}

/// The same as text, for places that block files.
#[component]
fn SameAsText(json: StoredValue<String>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let area = NodeRef::<html::Textarea>::new();
    let outcome = RwSignal::new(None::<bool>);
    let copy = move || {
        let (words, text) = (texts.get_untracked().share(), json.get_value());
        leptos::task::spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            outcome.set(Some(copied));
            if copied {
                store.copy_given();
            } else if let Some(area) = area.try_get_untracked().flatten() {
                area.select();
                let _ = area.focus();
            }
            store.announce(if copied { words.copied } else { words.copy_failed }.to_owned());
        });
    };
    view! {
        <section class="section" aria-labelledby="share-text">
            <h2 id="share-text">{say(|t| t.share().text_title)}</h2>
            <p>{say(|t| t.share().text_intro)}</p>
            <label class="field__label" for="share-json">{say(|t| t.share().text_label)}</label>
            <textarea
                id="share-json"
                class="field__control copy-text"
                readonly
                rows="6"
                spellcheck="false"
                node_ref=area
                prop:value=json.get_value()
            ></textarea>
            <p class="actions">
                <Button on_click=copy>{say(|t| t.share().copy_text)}</Button>
                <span class="quiet">
                    {move || {
                        let words = texts.get().share();
                        outcome.get().map(|copied| if copied { words.copied } else { words.copy_failed })
                    }}
                </span>
            </p>
        </section>
    }
}

/// What the copy holds.
#[component]
fn Inside() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let counts = store.read(|pair| {
        let projects = pair.programme.projects.len();
        [pair.goals.len(), pair.questions.len(), pair.sessions.len(), projects, pair.contacts.len()]
            .map(|count| u32::try_from(count).unwrap_or(u32::MAX))
    });
    let items = move || {
        let words = texts.get().share();
        let said = [words.goals, words.questions, words.sessions, words.projects, words.contacts];
        let items = said.into_iter().zip(counts.get()).map(|(said, count)| said(count));
        items.map(|item| view! { <li>{item}</li> }).collect_view()
    };
    view! {
        <MarginNote title=say(|t| t.share().inside_title)>
            <ul class="plain">
                <li>{say(|t| t.share().inside_call)}</li>
                {items}
            </ul>
            <p>{say(|t| t.share().private_never)}</p>
            <p>{say(|t| t.share().nobody_else)}</p>
        </MarginNote>
    }
}

/// The eight digits to compare.
#[component]
fn Compare() -> impl IntoView {
    let store = use_store();
    let fingerprint = store.fingerprint();
    view! {
        <MarginNote title=say(|t| t.share().fingerprint_title)>
            <p class="fingerprint">{move || fingerprint.get()}</p>
            <p>{say(|t| t.share().fingerprint_compare)}</p>
        </MarginNote>
    }
}

/// What happens on the other side, and what stays elsewhere.
#[component]
fn OtherSide(other: Signal<String>) -> impl IntoView {
    let texts = use_texts();
    let steps = move || {
        let words = texts.get().share();
        let other = other.get();
        let steps = [(words.other_opens)(&other), words.other_reviews.to_owned(), (words.other_returns)(&other)];
        steps.map(|step| view! { <li>{step}</li> }).collect_view()
    };
    view! {
        <MarginNote title=move || (texts.get().share().other_title)(&other.get())>
            <ol class="plain">{steps}</ol>
        </MarginNote>
        <MarginNote title=say(|t| t.share().platform_title)>
            <p>{say(|t| t.share().platform)}</p>
        </MarginNote>
    }
}
