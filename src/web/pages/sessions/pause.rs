//! A break that the two note: the weeks it excuses, each to be counted again.

use leptos::prelude::*;

use crate::domain::time::{days_after, monday_of};
use crate::domain::{Command, Day, Refusal, WeekCommand};
use crate::i18n::{Formats, visible};
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;
use crate::web::pages::focus::focus_soon;
use crate::web::pages::ledger::use_ledger_words;
use crate::web::ui::{Button, ButtonKind, FieldWidth, Input, MarginNote};

/// Noting a break, and those that are noted.
#[component]
pub fn Pauses() -> impl IntoView {
    let words = use_ledger_words();
    let is_open = RwSignal::new(false);
    let open = move || {
        is_open.set(true);
        focus_soon(&["#pause-form input"]);
    };
    view! {
        <MarginNote title=move || words.get().pause_title>
            <p>{move || words.get().pause_lede}</p>
            <Excused/>
            <Show
                when=move || is_open.get()
                fallback=move || {
                    view! {
                        <p class="actions">
                            <Button on_click=open>{move || words.get().pause_open}</Button>
                        </p>
                    }
                }
            >
                <Form on_close=move || {
                    is_open.set(false);
                    focus_soon(&[".pauses button", "main h1"]);
                }/>
            </Show>
        </MarginNote>
    }
}

/// What is wrong with what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Unread,
    Refused(Refusal),
}

#[component]
fn Form(#[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let words = use_ledger_words();
    let monday = days_after(monday_of(store.now().day(&store.zone())), 7);
    let from = RwSignal::new(monday.to_string());
    let to = RwSignal::new(days_after(monday, 6).to_string());
    let reason = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<Fault>);
    let add = move || {
        let day = |typed: RwSignal<String>| typed.with_untracked(|typed| typed.trim().parse::<Day>().ok());
        let (Some(from), Some(to)) = (day(from), day(to)) else {
            fault.set(Some(Fault::Unread));
            return;
        };
        let command = WeekCommand::Excuse { from, to, reason: reason.get_untracked() };
        match store.dispatch(Command::Week(command)) {
            Ok(()) => {
                store.announce(words.get_untracked().pause_added.to_owned());
                on_close.run(());
            }
            Err(refusal) => fault.set(Some(Fault::Refused(refusal))),
        }
    };
    let of = move |mine: fn(Fault) -> bool| {
        Signal::derive(move || {
            fault.get().filter(|fault| mine(*fault)).map(|fault| match fault {
                Fault::Unread => words.get().pause_unread.to_owned(),
                Fault::Refused(refusal) => texts.get().refusals().of(refusal).to_owned(),
            })
        })
    };
    let of_reason = |fault| matches!(fault, Fault::Refused(Refusal::ReasonMissing | Refusal::TextTooLong));
    view! {
        <div id="pause-form" class="calc__ask">
            <Input
                label=move || words.get().pause_from
                value=from
                input_type="date"
                width=FieldWidth::Medium
            />
            <Input
                label=move || words.get().pause_to
                value=to
                input_type="date"
                width=FieldWidth::Medium
                error=of(|fault| !matches!(fault, Fault::Refused(Refusal::ReasonMissing | Refusal::TextTooLong)))
            />
            <Input
                label=move || words.get().pause_reason
                hint=move || words.get().pause_reason_hint
                value=reason
                error=of(of_reason)
            />
            <p class="actions">
                <Button on_click=add>{move || words.get().pause_add}</Button>
                <Button kind=ButtonKind::Quiet on_click=move || on_close.run(())>{move || words.get().pause_close}</Button>
            </p>
        </div>
    }
}

/// The weeks that are excused, the latest first.
#[component]
fn Excused() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let words = use_ledger_words();
    let weeks = store.read(|pair| {
        let weeks = pair.weeks.iter().rev().filter(|week| week.excused);
        weeks.map(|week| (week.monday, week.reason.clone())).collect::<Vec<_>>()
    });
    let row = move |(monday, reason): (Day, String)| {
        let reason = visible(reason.trim());
        let named = move || store.formats().dated(monday);
        let count = move || {
            if store.dispatch(Command::Week(WeekCommand::Count(monday))).is_ok() {
                store.announce(words.get_untracked().pause_counted.to_owned());
                // The row goes with its button.
                focus_soon(&[".pauses button", "main h1"]);
            }
        };
        view! {
            <li>
                <p>{move || (words.get().pause_noted)(&(texts.get().sessions().week_of)(&named()), &reason)}</p>
                <Button kind=ButtonKind::Quiet on_click=count>{move || (words.get().pause_count)(&named())}</Button>
            </li>
        }
    };
    view! {
        <Show when=move || weeks.with(|weeks| !weeks.is_empty())>
            <ul class="nudges pauses" aria-label=move || words.get().pauses>
                <For each=move || weeks.get() key=Clone::clone children=row/>
            </ul>
        </Show>
    }
}
