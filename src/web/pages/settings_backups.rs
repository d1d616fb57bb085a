//! In the settings: the backups kept here, what restoring one would change, and the file of the whole browser.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::focus::focus_soon;
use super::import::Received;
use super::import_review::Records;
use super::reading::use_reading;
use crate::document::backup::{BackupName, Reason};
use crate::document::{Document, Incoming};
use crate::i18n::Backups as Words;
use crate::web::dispatch::{ImportError, StorageFault, use_store};
use crate::web::locale::{say, use_texts, words_now};
use crate::web::platform::files::{self, FileKind};
use crate::web::route::Route;
use crate::web::ui::{Button, ButtonKind, LinkButton, Notice, NoticeKind, Part, Switch};

type Line = fn(&Words) -> &'static str;

/// A backup that was opened to be looked at.
#[derive(Clone)]
struct Opened {
    name: BackupName,
    document: Document,
}

/// Backups of the opened pair.
#[component]
pub fn BackupSettings() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let found = RwSignal::new(Ok::<_, StorageFault>(Vec::<BackupName>::new()));
    let opened = RwSignal::new(None::<Opened>);
    let said = RwSignal::new(None::<Line>);
    let look = move || {
        spawn_local(async move {
            let backups = store.backups().await;
            let _ = found.try_set(backups);
        });
    };
    Effect::new(move |_| {
        store.pairing().with(|pair| pair.as_ref().map(|pair| pair.id.clone()));
        look();
    });
    let tell = move |words: Line| {
        said.set(Some(words));
        store.announce(words(words_now(store).backups()).to_owned());
    };
    let open = move |name: BackupName| {
        spawn_local(async move {
            match store.open_backup(&name).await {
                Some(document) => {
                    said.set(None);
                    opened.set(Some(Opened { name, document }));
                    focus_soon(&["#restore-title"]);
                }
                None => tell(|words| words.gone),
            }
        });
    };
    let list = move || match found.get() {
        Err(_) => view! { <p class="quiet">{say(|t| t.backups().unreadable)}</p> }.into_any(),
        Ok(names) if names.is_empty() => view! { <p class="quiet">{say(|t| t.backups().none)}</p> }.into_any(),
        Ok(names) => {
            let lines = names.into_iter().map(|name| view! { <Backup name=name on_look=open/> }).collect_view();
            view! { <ul class="rows">{lines}</ul> }.into_any()
        }
    };
    let done = Callback::new(move |outcome: Option<Result<(), ImportError>>| {
        opened.set(None);
        // The preview goes, and what was pressed in it.
        focus_soon(&["#sauvegardes h2"]);
        match outcome {
            None => {}
            Some(Ok(())) => tell(|words| words.restored),
            Some(Err(_)) => tell(|words| words.backup_failed),
        }
        look();
    });
    view! {
        <Part place="sauvegardes" title=say(|t| t.backups().title) note=say(|t| t.backups().note)>
            {move || said.get().map(|words| view! { <Notice kind=NoticeKind::Info><p>{words(texts.get().backups())}</p></Notice> })}
            {move || match opened.get() {
                Some(opened) => view! { <Preview opened=opened on_end=done/> }.into_any(),
                None => list(),
            }}
        </Part>
    }
}

/// One backup: when, why, and looking at it.
#[component]
fn Backup(name: BackupName, #[prop(into)] on_look: Callback<(BackupName,)>) -> impl IntoView {
    let texts = use_texts();
    let reading = use_reading();
    let at = name.at;
    let reason = name.reason;
    let words = move || {
        let words = texts.get().backups();
        let reason = match reason {
            Reason::Daily => words.daily,
            Reason::Import => words.before_import,
            Reason::Restore => words.before_restore,
            Reason::Removal => words.before_removal,
        };
        (words.line)(&reading.moment(at), reason)
    };
    let label = move || (texts.get().backups().look_at)(&reading.moment(at));
    view! {
        <li class="row row--bare">
            <p class="row__title">{move || words()}</p>
            <p>
                <Button kind=ButtonKind::Quiet label=label on_click=move || on_look.run((name.clone(),))>
                    {say(|t| t.backups().look)}
                </Button>
            </p>
        </li>
    }
}

/// What restoring would change, before anything does.
#[component]
fn Preview(opened: Opened, on_end: Callback<Option<Result<(), ImportError>>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let exactly = RwSignal::new(false);
    let at = opened.name.at;
    let document = StoredValue::new(opened.document);
    let review = Memo::new(move |_| {
        let exactly = exactly.get();
        document.with_value(|backup| store.preview(backup, exactly)).map(Arc::new)
    });
    let count = move || {
        review.with(|review| {
            let records = review.as_ref().map_or(0, |review| review.records.len());
            u32::try_from(records).unwrap_or(u32::MAX)
        })
    };
    let received = StoredValue::new(document.with_value(|backup| {
        let incoming =
            Incoming { document: backup.clone(), by_hand: Vec::new(), refused: Vec::new(), unplaced: Vec::new() };
        Received::new(incoming, 0)
    }));
    let restore = move || {
        let (backup, exactly) = (document.get_value(), exactly.get_untracked());
        spawn_local(async move {
            let outcome = store.restore(backup, exactly).await;
            // Whoever has left the settings is told by the status alone.
            if on_end.try_run(Some(outcome.clone())).is_none() {
                let words = words_now(store).backups();
                store.announce(if outcome.is_ok() { words.restored } else { words.backup_failed }.to_owned());
            }
        });
    };
    view! {
        <div class="stack">
            <h3 id="restore-title" tabindex="-1">
                {move || (texts.get().backups().preview_title)(&reading.moment(at))}
            </h3>
            <p>{say(|t| t.backups().preview_body)}</p>
            <Switch
                label=say(|t| t.backups().remove_later)
                hint=say(|t| t.backups().remove_later_hint)
                checked=exactly
                on_change=move |on| exactly.set(on)
            />
            {move || match review.get() {
                Some(review) if review.nothing_new => {
                    view! { <p class="quiet">{say(|t| t.backups().nothing)}</p> }.into_any()
                }
                Some(review) => view! { <Records received=received.get_value() review=review nested=true/> }.into_any(),
                None => ().into_any(),
            }}
            <p class="actions">
                <Show when=move || { count() > 0 }>
                    <Button kind=ButtonKind::Primary on_click=restore>
                        {move || (texts.get().backups().restore)(count())}
                    </Button>
                </Show>
                <Button kind=ButtonKind::Quiet on_click=move || on_end.run(None)>{say(|t| t.backups().cancel)}</Button>
            </p>
        </div>
    }
}

/// The file of the whole browser, and bringing one back.
#[component]
pub fn WholeBrowser() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    // How many pairs are not in the file that was saved; an error when none was.
    let outcome = RwSignal::new(None::<Result<usize, ()>>);
    let words = |words: &Words, outcome: Result<usize, ()>| match outcome {
        Ok(0) => words.full_saved.to_owned(),
        Ok(unread) => (words.full_partial)(unread),
        Err(()) => words.full_failed.to_owned(),
    };
    let save = move || {
        spawn_local(async move {
            let (name, text, unread) = store.full_backup().await;
            let saved = files::download(&name, FileKind::Json, &text).map(|()| unread).map_err(drop);
            let _ = outcome.try_set(Some(saved));
            if saved.is_ok() {
                // It holds the opened pair too.
                store.copy_given();
            }
            store.announce(words(words_now(store).backups(), saved));
        });
    };
    let any = move || store.pairs().with(|pairs| !pairs.is_empty());
    view! {
        <Part place="tout" title=say(|t| t.backups().full_title) note=say(|t| t.backups().full_note)>
            <p class="actions">
                <Show when=any>
                    <Button on_click=save>{say(|t| t.backups().full_save)}</Button>
                </Show>
                <LinkButton kind=ButtonKind::Quiet href=Route::Import.href()>
                    {say(|t| t.backups().full_reopen)}
                </LinkButton>
            </p>
            {move || {
                outcome.get().map(|saved| {
                    let words = words(texts.get().backups(), saved);
                    if saved == Ok(0) {
                        view! { <p class="quiet">{words}</p> }.into_any()
                    } else {
                        view! { <Notice kind=NoticeKind::Warning><p>{words}</p></Notice> }.into_any()
                    }
                })
            }}
        </Part>
    }
}
