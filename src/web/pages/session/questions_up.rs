//! Step 2 of a session: its questions, one by one, answered or carried on.

use leptos::prelude::*;

use super::{Here, use_here};
use crate::domain::{QuestionId, QuestionOrigin, SessionCommand};
use crate::web::locale::{say, use_texts};
use crate::web::pages::names::use_names;
use crate::web::pages::questions::{Answers, AskForm, Origin, words_of};
use crate::web::ui::{Button, ButtonKind, Checkbox, Initial};

/// The questions that the session takes up, by identifier.
pub fn use_questions_up(here: &Here) -> Memo<Vec<QuestionId>> {
    let id = here.id.clone();
    here.store.read(move |pair| {
        let Some(session) = pair.session(&id) else { return Vec::new() };
        pair.questions_up(session).into_iter().map(|question| question.id.clone()).collect()
    })
}

/// The questions of a session that is under way.
#[component]
pub fn QuestionsUp() -> impl IntoView {
    let here = use_here();
    let ids = use_questions_up(&here);
    view! {
        <Show
            when=move || ids.with(|ids| !ids.is_empty())
            fallback=|| view! { <p class="quiet">{say(|t| t.session().no_question)}</p> }
        >
            <ul class="rows">
                <For each=move || ids.get() key=QuestionId::clone let:id>
                    <QuestionUp id=id/>
                </For>
            </ul>
        </Show>
        <AskForm label=say(|t| t.session().add_question)/>
    }
}

/// One question: its words and origin, the answers, whether it is answered or carried on.
#[component]
fn QuestionUp(id: QuestionId) -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = use_names();
    let wanted = id.clone();
    let question = here.store.read(move |pair| pair.questions.iter().find(|question| question.id == wanted).cloned());
    let words = Memo::new(move |_| {
        question.with(|question| {
            let found = question.as_ref().map(|found| (found.text.as_str(), found.origin));
            let (text, origin) = found.unwrap_or(("", QuestionOrigin::Unknown));
            names.with(|names| words_of(text, origin, texts.get(), names))
        })
    });
    let settled = Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(|found| found.settled)));
    let carried = {
        let id = here.id.clone();
        let is_it = move |question: &crate::domain::Question| question.carried_in.as_ref() == Some(&id);
        Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(&is_it)))
    };
    let origin = question.with_untracked(|found| found.as_ref().map_or(QuestionOrigin::Unknown, |found| found.origin));
    let mark = match origin {
        QuestionOrigin::Written(person) => view! {
            <Initial person=person name=move || names.with(|names| names.of(person.role()).to_owned())/>
        }
        .into_any(),
        _ => view! { <span class="row__dot" aria-hidden="true"></span> }.into_any(),
    };
    let answer = {
        let (here, id) = (here.clone(), id.clone());
        move |yes: bool| {
            // Refused only for what was removed elsewhere meanwhile, which leaves the list by itself.
            let _ = here.ask(SessionCommand::Answer(here.id.clone(), id.clone(), yes));
        }
    };
    let carry = {
        let (here, id) = (here.clone(), id.clone());
        Callback::new(move |yes: bool| {
            let _ = here.ask(SessionCommand::Carry(here.id.clone(), id.clone(), yes));
        })
    };
    let act = move || {
        let all = texts.get().session();
        let (shown, named, to) = if carried.get() {
            (all.keep_question, all.keep_question_named, false)
        } else {
            (all.carry_question, all.carry_question_named, true)
        };
        (!settled.get()).then(|| {
            view! {
                <Show when=move || carried.get()>
                    <span>{say(|t| t.session().carried_question)}</span>
                </Show>
                <Button kind=ButtonKind::Quiet label=move || named(&words.get()) on_click=move || carry.run(to)>
                    {shown}
                </Button>
            }
        })
    };
    view! {
        <li class="row question">
            {mark}
            <div class="row__body question__body">
                <h3 class="row__title">{words}</h3>
                <Origin id=id.clone()/>
                <Answers id=id settled=settled question=question/>
                <div class="goal__acts">
                    <Checkbox label=say(|t| t.session().answered) checked=settled on_change=answer/>
                    {act}
                </div>
            </div>
        </li>
    }
}
