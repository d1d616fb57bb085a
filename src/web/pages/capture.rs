//! Noting a goal or a question from anywhere, in one line: by a key, or by the buttons under every page.

use leptos::prelude::*;

use super::focus::focus_soon;
use crate::domain::Refusal;
use crate::web::dispatch::{Jot, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Dialog, Input};

/// What is being noted, while its dialog is open.
#[derive(Clone, Copy)]
pub struct Noting(pub RwSignal<Option<Jot>>);

/// The dialog in which a line is noted. Esc leaves it: what was typed waits until it is opened again.
#[component]
pub fn Capture() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let Noting(noting) = expect_context::<Noting>();
    let open = RwSignal::new(false);
    // The last thing noted keeps its words while the dialog closes.
    let jot = RwSignal::new(Jot::Goal);
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<Refusal>);
    Effect::new(move |_| {
        let Some(wanted) = noting.get() else { return };
        jot.set(wanted);
        typed.set(store.jotted(wanted));
        refused.set(None);
        open.set(true);
        focus_soon(&["#jot"]);
    });
    Effect::new(move |_| {
        if !open.get() && noting.with_untracked(Option::is_some) {
            noting.set(None);
        }
    });
    Effect::new(move |before: Option<String>| {
        let line = typed.get();
        if open.get_untracked() && before.is_some_and(|before| before != line) {
            store.jot(jot.get_untracked(), &line);
        }
        line
    });
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let outcome = store.keep_jot(jot.get_untracked(), &typed.get_untracked());
        match outcome {
            Ok(()) => {
                let words = texts.get_untracked().capture();
                store.announce(match jot.get_untracked() {
                    Jot::Goal => words.goal_noted.to_owned(),
                    Jot::Question => words.question_noted.to_owned(),
                });
                typed.set(String::new());
                open.set(false);
            }
            Err(refusal) => {
                refused.set(Some(refusal));
                focus_soon(&["#jot"]);
            }
        }
    };
    let pick = move |goal: &'static str, question: &'static str| match jot.get() {
        Jot::Goal => goal,
        Jot::Question => question,
    };
    let title = move || pick(texts.get().capture().note_goal, texts.get().capture().note_question);
    let label = move || pick(texts.get().capture().goal_label, texts.get().capture().question_label);
    let hint = move || pick(texts.get().capture().goal_hint, texts.get().capture().question_hint);
    view! {
        <Dialog open=open title=title>
            <form class="stack" on:submit=keep novalidate>
                <Input
                    id="jot"
                    label=label
                    hint=hint
                    value=typed
                    error=Signal::derive(move || refused.get().map(|refusal| texts.get().refusals().of(refusal).to_owned()))
                />
                <p class="actions">
                    <Button kind=ButtonKind::Primary type_="submit">{say(|t| t.capture().keep)}</Button>
                    <Button kind=ButtonKind::Quiet on_click=move || open.set(false)>{say(|t| t.capture().later)}</Button>
                </p>
            </form>
        </Dialog>
    }
}

/// The ways to note something, for those without a keyboard.
#[component]
pub fn CaptureButtons() -> impl IntoView {
    let Noting(noting) = expect_context::<Noting>();
    view! {
        <button type="button" class="link" on:click=move |_| noting.set(Some(Jot::Goal))>
            {say(|t| t.capture().note_goal)}
        </button>
        <button type="button" class="link" on:click=move |_| noting.set(Some(Jot::Question))>
            {say(|t| t.capture().note_question)}
        </button>
    }
}
