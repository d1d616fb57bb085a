//! A new question, and what is asked before one goes.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::domain::{Command, QuestionId, Refusal};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::removal::Removal;
use crate::web::ui::{Button, ButtonKind, Input};

/// A new question, in the margin.
#[component]
pub fn Ask(
    /// Grows when the focus should come here.
    focus: RwSignal<u32>,
) -> impl IntoView {
    Effect::new(move |before: Option<u32>| {
        let now = focus.get();
        if before.is_some_and(|before| before != now) {
            focus_soon(&["#ask"]);
        }
        now
    });
    view! {
        <section class="margin-note" aria-labelledby="ask-title">
            <h2 id="ask-title">{say(|t| t.questions().ask_title)}</h2>
            <AskForm label=say(|t| t.questions().ask_label) kind=ButtonKind::Primary/>
        </section>
    }
}

/// A field for a new question and the button that notes it.
#[component]
pub fn AskForm(
    /// The field's label.
    #[prop(into)]
    label: TextProp,
    /// What the button is for.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Refusal>);
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(id) = QuestionId::parse(&store.new_id()) else { return };
        let outcome = store.dispatch(Command::Ask(id, typed.get_untracked()));
        if outcome.is_ok() {
            typed.set(String::new());
            store.announce(texts.get_untracked().questions().asked.to_owned());
        }
        wrong.set(outcome.err());
        focus_soon(&["#ask"]);
    };
    view! {
        <form class="stack" on:submit=ask novalidate>
            <Input
                id="ask"
                label=label
                hint=say(|t| t.questions().ask_hint)
                value=typed
                error=Signal::derive(move || wrong.get().map(|refusal| texts.get().refusals().of(refusal).to_owned()))
            />
            <p class="actions">
                <Button kind=kind type_="submit">{say(|t| t.questions().ask_button)}</Button>
            </p>
        </form>
    }
}

/// Asks before all the words of a question go.
#[component]
pub fn Remove(
    /// The question to remove, while that is asked.
    asked: RwSignal<Option<QuestionId>>,
    /// Called once it is gone.
    #[prop(into)]
    on_removed: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let remove = move |id: QuestionId| {
        // Already removed elsewhere is as good as removed here.
        let _ = store.dispatch(Command::RemoveQuestion(id));
        store.announce(texts.get_untracked().questions().removed.to_owned());
        on_removed.run(());
    };
    view! {
        <Removal
            asked=asked
            title=say(|t| t.questions().remove_title)
            body=say(|t| t.questions().remove_body)
            keep=say(|t| t.questions().remove_keep)
            remove=say(|t| t.questions().remove_yes)
            on_remove=remove
        />
    }
}
