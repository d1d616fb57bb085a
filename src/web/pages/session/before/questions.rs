//! The questions that wait for the session, whether Companion was asked first, and a new one.

use leptos::prelude::*;

use crate::domain::{Command, QuestionId, QuestionOrigin, Role, SessionCommand};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::names::use_names;
use crate::web::pages::questions::{AskForm, Origin, words_of};
use crate::web::pages::session::questions_up::use_questions_up;
use crate::web::pages::session::use_here;
use crate::web::ui::{Checkbox, Initial};

/// The questions that wait, whether Companion was asked first, and a new one.
#[component]
pub fn Questions(
    /// Whether the words here are the student's to write.
    is_student: Memo<bool>,
) -> impl IntoView {
    let here = use_here();
    let ids = use_questions_up(&here);
    view! {
        <Show
            when=move || ids.with(|ids| !ids.is_empty())
            fallback=|| view! { <p class="quiet">{say(|t| t.session().no_question)}</p> }
        >
            <ul class="rows">
                <For each=move || ids.get() key=QuestionId::clone let:id>
                    <Question id=id is_student=is_student/>
                </For>
            </ul>
        </Show>
        <AskForm label=say(|t| t.session().another_question)/>
    }
}

#[component]
fn Question(id: QuestionId, is_student: Memo<bool>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let wanted = id.clone();
    let found = store.read(move |pair| pair.questions.iter().find(|question| question.id == wanted).cloned());
    let words = move || {
        found.with(|found| {
            let question = found.as_ref()?;
            Some(names.with(|names| words_of(&question.text, question.origin, texts.get(), names)))
        })
    };
    let searched = Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|question| question.searched)));
    let mark = move || {
        let origin = found.with(|found| found.as_ref().map(|question| question.origin));
        match origin {
            Some(QuestionOrigin::Written(person)) => view! {
                <Initial person=person name=move || names.with(|names| names.of(person.role()).to_owned())/>
            }
            .into_any(),
            _ => view! { <span class="row__dot" aria-hidden="true"></span> }.into_any(),
        }
    };
    // Companion is the student's: a question of the mentor's is not for it.
    let is_mentors = Memo::new(move |_| {
        let origin = found.with(|found| found.as_ref().map(|question| question.origin));
        matches!(origin, Some(QuestionOrigin::Written(person)) if person.role() == Role::Mentor)
    });
    let companion = {
        let id = id.clone();
        move || {
            let id = id.clone();
            if is_mentors.get() {
                ().into_any()
            } else if is_student.get() {
                let tick = move |yes: bool| {
                    // A question removed meanwhile leaves the list by itself.
                    let _ = store.dispatch(Command::Session(SessionCommand::Searched(id.clone(), yes)));
                };
                view! { <Checkbox label=say(|t| t.session().searched) checked=searched on_change=tick/> }.into_any()
            } else {
                let said = move || {
                    let words = texts.get().session();
                    if searched.get() { words.searched } else { words.not_searched }
                };
                view! { <p class="row__meta">{said}</p> }.into_any()
            }
        }
    };
    view! {
        <li class="row">
            {mark}
            <div class="row__body">
                <h3 class="row__title">{words}</h3>
                <Origin id=id/>
                {companion}
            </div>
        </li>
    }
}
