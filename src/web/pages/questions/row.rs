//! One question of the backlog: its words and origin, the answers, its turn in the session, whether it is settled.

use leptos::prelude::*;

use super::origin::Origin;
use super::words_of;
use crate::domain::{Command, Question, QuestionId, QuestionOrigin, SessionCommand, schema};
use crate::i18n::visible;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::goals::Said;
use crate::web::pages::names::use_names;
use crate::web::ui::{Button, ButtonKind, Checkbox, Initial, TextArea};

/// One question: its words, where it comes from, the answers, and whether it is settled.
#[component]
pub fn Row(
    /// Which.
    id: QuestionId,
    /// The question to remove, while that is asked.
    removing: RwSignal<Option<QuestionId>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let wanted = id.clone();
    let question = store.read(move |pair| pair.questions.iter().find(|question| question.id == wanted).cloned());
    let words = Memo::new(move |_| {
        question.with(|question| {
            let found = question.as_ref().map(|found| (found.text.as_str(), found.origin));
            let (text, origin) = found.unwrap_or(("", QuestionOrigin::Unknown));
            names.with(|names| words_of(text, origin, texts.get(), names))
        })
    });
    let origin = question.with_untracked(|found| found.as_ref().map_or(QuestionOrigin::Unknown, |found| found.origin));
    let settled = Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(|found| found.settled)));
    let mark = match origin {
        QuestionOrigin::Written(person) => view! {
            <Initial person=person name=move || names.with(|names| names.of(person.role()).to_owned())/>
        }
        .into_any(),
        _ => view! { <span class="row__dot" aria-hidden="true"></span> }.into_any(),
    };
    let settle = {
        let id = id.clone();
        move || {
            let done = !settled.get_untracked();
            if store.dispatch(Command::Settle(id.clone(), done)).is_ok() {
                let words = texts.get_untracked().questions();
                store.announce(if done { words.now_settled } else { words.now_open }.to_owned());
                focus_row(&id);
            }
        }
    };
    let act = move || {
        let words = texts.get().questions();
        if settled.get() { (words.reopen, words.reopen_named) } else { (words.settle, words.settle_named) }
    };
    let removed = id.clone();
    view! {
        <li class="row question">
            {mark}
            <div class="row__body question__body">
                <h3 class="row__title" id=row_id(&id) tabindex="-1">{words}</h3>
                <Origin id=id.clone()/>
                <Answers id=id.clone() settled=settled question=question/>
                <Show when=move || !settled.get()>
                    <Marks id=id.clone() question=question words=words/>
                </Show>
                <p class="goal__acts">
                    <Button kind=ButtonKind::Quiet label=move || act().1(&words.get()) on_click=settle>
                        {move || act().0}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().questions().remove_named)(&words.get())
                        on_click=move || removing.set(Some(removed.clone()))
                    >
                        {say(|t| t.questions().remove)}
                    </Button>
                </p>
            </div>
        </li>
    }
}

fn row_id(id: &QuestionId) -> String {
    format!("question-{id}")
}

/// Settled or reopened, a question changes group: the focus goes there with it.
fn focus_row(id: &QuestionId) {
    focus_soon(&[&format!("#{}", row_id(id))]);
}

/// Whether it comes first in the session, and whether Companion was asked.
#[component]
fn Marks(id: QuestionId, question: Memo<Option<Question>>, words: Memo<String>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let first = Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(|found| found.first)));
    let searched = Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(|found| found.searched)));
    let asked = id.clone();
    let lead = move |yes: bool| {
        // Refused only for what was removed elsewhere meanwhile, which leaves the list by itself.
        if store.dispatch(Command::SetFirst(id.clone(), yes)).is_ok() {
            let said = texts.get_untracked().questions();
            store.announce(if yes { said.now_first } else { said.now_in_turn }.to_owned());
            // Its place in the list may have changed: the focus stays with it.
            focus_soon(&[&format!("#{} ~ .question__marks input", row_id(&id))]);
        }
    };
    let search = move |yes: bool| {
        let _ = store.dispatch(Command::Session(SessionCommand::Searched(asked.clone(), yes)));
    };
    view! {
        <div class="question__marks" role="group" aria-label=move || words.get()>
            <Checkbox label=say(|t| t.questions().first) checked=first on_change=lead/>
            <Checkbox label=say(|t| t.session().searched) checked=searched on_change=search/>
        </div>
    }
}

/// The other's answer to read, one's own to write.
#[component]
pub fn Answers(
    /// Which question.
    id: QuestionId,
    /// Whether it is settled.
    settled: Memo<bool>,
    /// As the record has it.
    question: Memo<Option<Question>>,
) -> impl IntoView {
    let store = use_store();
    let names = use_names();
    let me = store.me();
    let others = move || {
        let me = me.get();
        let said = question.with(|question| {
            let answers = question.iter().flat_map(|question| question.answers.iter());
            let others = answers.filter(|(person, text)| **person != me && !text.trim().is_empty());
            others.map(|(person, text)| (*person, visible(text.trim()))).collect::<Vec<_>>()
        });
        said.into_iter().map(|(person, text)| view! { <Said person=person text=text names=names/> }).collect_view()
    };
    let answered = Memo::new(move |_| {
        question.with(|question| question.as_ref().is_some_and(|question| question.answers.contains_key(&me.get())))
    });
    let mine = move || {
        let path = schema::answer(&id, me.get());
        // A settled question without an answer here needs no empty field.
        (!settled.get() || answered.get()).then(|| {
            view! { <TextArea label=say(|t| t.questions().answer_mine) path=path rows=1/> }
        })
    };
    view! {
        {others}
        {move || mine()}
    }
}
