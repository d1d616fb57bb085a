//! Removing a pair from the list, putting it back, and erasing it for good.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::focus::focus_soon;
use super::names::use_names;
use super::reading::use_reading;
use crate::domain::{PairId, Role};
use crate::i18n::visible;
use crate::web::dispatch::{EraseScope, RetiredPair, use_store};
use crate::web::locale::{say, use_texts, words_now};
use crate::web::route::{Route, navigate};
use crate::web::ui::{Button, ButtonKind, Dialog, LinkButton, Part};

/// In the settings: removing the opened pair, or erasing it.
#[component]
pub fn PairRemoval() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let (removing, erasing, failed) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let other = move || names.with(|names| visible(names.of(store.me().get().role().other())));
    let until = move || reading.day(reading.day_of(store.minute().get().plus_minutes(30 * 24 * 60)));
    let retire = move || {
        spawn_local(async move {
            let outcome = store.retire().await;
            removing.set(false);
            failed.set(outcome.is_err());
            let words = words_now(store).removal();
            store.announce(if outcome.is_ok() { words.retired } else { words.failed }.to_owned());
            if outcome.is_ok() {
                navigate(Route::Pairs);
            }
        });
    };
    let opened = move || store.pairing().with_untracked(|pair| pair.as_ref().map(|pair| pair.id.clone()));
    view! {
        <Part title=say(|t| t.removal().title) note=say(|t| t.removal().note)>
            <p class="actions">
                <Button on_click=move || removing.set(true)>{say(|t| t.removal().retire_button)}</Button>
                <Button kind=ButtonKind::Quiet on_click=move || erasing.set(true)>
                    {say(|t| t.removal().erase_button)}
                </Button>
            </p>
            <Show when=move || failed.get()>
                <p class="field__error" role="alert">{say(|t| t.removal().failed)}</p>
            </Show>
        </Part>
        <Dialog open=removing title=move || (texts.get().removal().retire_question)(&other())>
            <p>{move || (texts.get().removal().retire_body)(&until())}</p>
            <div class="actions">
                <Button autofocus=true kind=ButtonKind::Primary on_click=move || removing.set(false)>
                    {say(|t| t.removal().keep)}
                </Button>
                <Button on_click=retire>{say(|t| t.removal().retire_button)}</Button>
            </div>
        </Dialog>
        <EraseQuestion open=erasing pair=Signal::derive(opened) name=Signal::derive(other) copy=true/>
    }
}

/// Before a pair goes for good: what goes, what stays elsewhere, and a copy first.
#[component]
fn EraseQuestion(
    open: RwSignal<bool>,
    #[prop(into)] pair: Signal<Option<PairId>>,
    #[prop(into)] name: Signal<String>,
    #[prop(optional)] copy: bool,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let failed = RwSignal::new(false);
    let erase = move || {
        let Some(pair) = pair.get_untracked() else { return };
        spawn_local(async move {
            let outcome = store.erase(EraseScope::Pair(pair)).await;
            let words = words_now(store);
            let said = if outcome.is_ok() { words.removal().erased } else { words.settings().erase_failed };
            store.announce(said.to_owned());
            if outcome.is_ok() {
                open.set(false);
                navigate(Route::Pairs);
                // In the list already, what was pressed is gone with its line.
                focus_soon(&["main h1"]);
            } else {
                failed.set(true);
            }
        });
    };
    view! {
        <Dialog open=open title=move || (texts.get().removal().erase_question)(&name.get())>
            <p>{move || (texts.get().removal().erase_body)(&name.get())}</p>
            <Show when=move || failed.get()>
                <p class="field__error" role="alert">{say(|t| t.settings().erase_failed)}</p>
            </Show>
            <div class="actions">
                <Button autofocus=true kind=ButtonKind::Primary on_click=move || open.set(false)>
                    {say(|t| t.removal().keep)}
                </Button>
                // A pair that is not open is in the file of the whole browser.
                {if copy {
                    view! { <LinkButton href=Route::Share.href()>{say(|t| t.settings().erase_copy_first)}</LinkButton> }
                } else {
                    let href = format!("{}?vers=tout", Route::Settings.href());
                    view! { <LinkButton href=href>{say(|t| t.removal().copy_first)}</LinkButton> }
                }}
                <Button on_click=erase>{say(|t| t.removal().erase_yes)}</Button>
            </div>
        </Dialog>
    }
}

/// Under the list of pairs: those removed from it, until when, and the ways back and out.
#[component]
pub fn RetiredPairs() -> impl IntoView {
    let store = use_store();
    let retired = store.retired();
    view! {
        <Show when=move || retired.with(|retired| !retired.is_empty())>
            <section class="section" aria-labelledby="pairs-retired">
                <h2 id="pairs-retired">{say(|t| t.removal().list_title)}</h2>
                <ul class="rows">
                    <For each=move || retired.get() key=|retired| format!("{retired:?}") let:retired>
                        <RetiredRow retired=retired/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn RetiredRow(retired: RetiredPair) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let erasing = RwSignal::new(false);
    let name = visible(match retired.pair.me.role() {
        Role::Mentor => &retired.pair.student,
        Role::Student => &retired.pair.mentor,
    });
    let until = retired.until;
    let id = retired.pair.id;
    let back = {
        let id = id.clone();
        move || {
            let id = id.clone();
            spawn_local(async move {
                store.open_pair(id).await;
                store.announce(words_now(store).removal().put_back_done.to_owned());
                navigate(Route::Home);
            });
        }
    };
    let (shown, back_name, erase_name, asked) = (name.clone(), name.clone(), name.clone(), name);
    view! {
        <li class="row row--bare">
            <p class="row__title">{shown}</p>
            <p class="row__meta">
                {move || (texts.get().removal().until)(&reading.day(reading.day_of(until)))}
            </p>
            <p class="actions">
                <Button label=move || (texts.get().removal().put_back_named)(&back_name) on_click=back>
                    {say(|t| t.removal().put_back)}
                </Button>
                <Button
                    kind=ButtonKind::Quiet
                    label=move || (texts.get().removal().erase_named)(&erase_name)
                    on_click=move || erasing.set(true)
                >
                    {say(|t| t.removal().erase_yes)}
                </Button>
            </p>
            <EraseQuestion
                open=erasing
                pair=Signal::derive(move || Some(id.clone()))
                name=Signal::derive(move || asked.clone())
            />
        </li>
    }
}
