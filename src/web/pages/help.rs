//! Help: where words live, the keys, accessibility, what Binôme is and is not.

use leptos::prelude::*;

use crate::i18n::Help as Words;
use crate::web::app::PageTitle;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::LinkButton;

type Line = fn(&Words) -> &'static str;

/// The help's screen.
#[component]
pub fn HelpPage() -> impl IntoView {
    let texts = use_texts();
    let lines = move |lines: &[Line]| {
        lines
            .iter()
            .map(|line| {
                let line = *line;
                view! { <p>{move || line(texts.get().help())}</p> }
            })
            .collect_view()
    };
    view! {
        <PageTitle text=Signal::derive(move || texts.get().help().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.help().title)}</h1>
        </div>
        <div class="split">
            <div class="stack stack--wide">
                <section class="section" aria-labelledby="help-kept">
                    <h2 id="help-kept">{say(|t| t.help().kept_title)}</h2>
                    <div class="stack">
                        {lines(&[|w| w.kept_here, |w| w.kept_erase, |w| w.kept_copy, |w| w.kept_saved])}
                    </div>
                    <p class="actions">
                        <LinkButton href=Route::Share.href()>{say(|t| t.help().give_copy)}</LinkButton>
                    </p>
                </section>
                <Keys/>
                <section class="section" aria-labelledby="help-access">
                    <h2 id="help-access">{say(|t| t.help().access_title)}</h2>
                    <div class="stack">{lines(&[|w| w.access_aim, |w| w.access_tested, |w| w.access_limits])}</div>
                </section>
            </div>
            <div class="margin">
                <section class="margin-note" aria-labelledby="help-is">
                    <h2 id="help-is">{say(|t| t.help().is_title)}</h2>
                    {lines(&[|w| w.is_independent, |w| w.is_not_platform, |w| w.is_not_grades, |w| w.is_private, |w| w.is_reading])}
                </section>
            </div>
        </div>
    }
}

/// The keys, as a list of pairs.
#[component]
fn Keys() -> impl IntoView {
    let texts = use_texts();
    let key = move |name: Line, does: Line| {
        view! {
            <div class="keys__row">
                <dt><kbd>{move || name(texts.get().help())}</kbd></dt>
                <dd>{move || does(texts.get().help())}</dd>
            </div>
        }
    };
    view! {
        <section class="section" aria-labelledby="help-keys">
            <h2 id="help-keys">{say(|t| t.help().keys_title)}</h2>
            <dl class="keys">
                <CaptureKeys/>
                {key(|_| "P", |w| w.key_shared)}
                {key(|_| "?", |w| w.key_help)}
                <SearchKey/>
                {key(|w| w.key_continue_name, |w| w.key_continue)}
                <HistoryKeys/>
            </dl>
            <p class="quiet">
                {say(|t| t.help().keys_off)} " "
                <a href=Route::Settings.href()>{say(|t| t.help().settings_link)}</a>
            </p>
        </section>
    }
}

/// Noting from anywhere, among the keys.
#[component]
fn CaptureKeys() -> impl IntoView {
    view! {
        <div class="keys__row">
            <dt><kbd>"N"</kbd></dt>
            <dd>{say(|t| t.capture().key_goal)}</dd>
        </div>
        <div class="keys__row">
            <dt><kbd>"Q"</kbd></dt>
            <dd>{say(|t| t.capture().key_question)}</dd>
        </div>
    }
}

/// The search and a goal's status, among the keys.
#[component]
fn SearchKey() -> impl IntoView {
    view! {
        <div class="keys__row">
            <dt><kbd>"/"</kbd></dt>
            <dd>{say(|t| t.search().key)}</dd>
        </div>
        <div class="keys__row">
            <dt><kbd>{say(|t| t.goals().key_status_name)}</kbd></dt>
            <dd>{say(|t| t.goals().key_status)}</dd>
        </div>
    }
}

/// Undo and redo, among the keys.
#[component]
fn HistoryKeys() -> impl IntoView {
    view! {
        <div class="keys__row">
            <dt><kbd>{say(|t| t.history().keys_undo_name)}</kbd></dt>
            <dd>{say(|t| t.history().keys_undo)}</dd>
        </div>
        <div class="keys__row">
            <dt><kbd>{say(|t| t.history().keys_redo_name)}</kbd></dt>
            <dd>{say(|t| t.history().keys_redo)}</dd>
        </div>
    }
}
