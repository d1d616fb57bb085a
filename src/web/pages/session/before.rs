//! Before a session: what the student sees to, and what the mentor finds of it.

use leptos::prelude::*;

use super::change::Change;
use super::correct::Reason;
use super::facts::{Facts, KindNote, TrackNote};
use super::note::PrivateNote;
use super::{Here, SessionList, use_here};
use crate::domain::session::Preparation;
use crate::domain::{Command, GoalId, Pairing, PersonId, QuestionId, QuestionOrigin, Role, SessionCommand, schema};
use crate::i18n::visible;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::calendar::SessionDates;
use crate::web::pages::floor::forget_turns;
use crate::web::pages::focus::focus_soon;
use crate::web::pages::goal_editor::use_goal;
use crate::web::pages::goals::Said;
use crate::web::pages::names::use_names;
use crate::web::pages::questions::{AskForm, Origin, words_of};
use crate::web::route::Route;
use crate::web::ui::{
    Button, ButtonKind, Checkbox, GoalMark, Initial, LinkButton, MarginNote, StepStop, Steps, StopState, TextArea,
};

/// Whether the words here are the student's to write: in the student's browser, and on a screen that both look at.
fn use_is_student() -> Memo<bool> {
    let store = use_store();
    Memo::new(move |_| store.me().get().role() == Role::Student || store.shared_screen().get())
}

/// The goals that the session takes up, by identifier.
pub fn use_goals_up(here: &Here) -> Memo<Vec<GoalId>> {
    let id = here.id.clone();
    here.store.read(move |pair| {
        let session = pair.session(&id);
        session.into_iter().flat_map(|session| pair.goals_up(session)).map(|goal| goal.id.clone()).collect()
    })
}

/// The questions that the session takes up, by identifier.
pub fn use_questions_up(here: &Here) -> Memo<Vec<QuestionId>> {
    let id = here.id.clone();
    here.store.read(move |pair| {
        let Some(session) = pair.session(&id) else { return Vec::new() };
        pair.questions_up(session).into_iter().map(|question| question.id.clone()).collect()
    })
}

/// The project under way: its title and what it asks for.
pub fn project(pair: &Pairing) -> Option<(String, String)> {
    let project = pair.programme.projects.get(pair.programme.current()?)?;
    Some((visible(project.title.trim()), visible(project.deliverables.trim())))
}

/// Before the session.
#[component]
pub fn Before() -> impl IntoView {
    let here = use_here();
    let (store, dates) = (here.store, here.id.clone());
    let texts = use_texts();
    let names = use_names();
    let is_student = use_is_student();
    let (title, called, moment) = (here.title(), here.named(), here.moment());
    let heading = move || {
        let words = texts.get().session;
        if is_student.get() {
            words.before_title.to_owned()
        } else {
            names.with(|names| (words.before_title_other)(&names.student))
        }
    };
    let lede = move || {
        let words = texts.get().session;
        names.with(|names| {
            if is_student.get() {
                (words.before_lede)(&names.mentor)
            } else {
                (words.before_lede_other)(&names.student)
            }
        })
    };
    let goals = use_goals_up(&here);
    let prepared = here.read(|session| session.prepared.clone());
    let written = store.read({
        let id = here.id.clone();
        move |pair| {
            let up = pair.session(&id).into_iter().flat_map(|session| pair.goals_up(session));
            up.map(|goal| goal.status.is_over() || goal.progress.contains_key(&PersonId::STUDENT)).collect::<Vec<_>>()
        }
    });
    let done = move |at: usize| match at {
        0 => prepared.with(|prepared| prepared.contains(&Preparation::Scenario)),
        1 => prepared.with(|prepared| prepared.contains(&Preparation::Deliverables)),
        2 => written.with(|written| written.iter().all(|written| *written)),
        _ => false,
    };
    let state = move |at: usize| {
        Signal::derive(move || {
            if done(at) {
                StopState::Done
            } else if (0..at).all(done) {
                StopState::Now(0.0)
            } else {
                StopState::Ahead
            }
        })
    };
    let project = store.read(project);
    let scenario = move || {
        let words = texts.get().session;
        project.with(|project| {
            let title = project.as_ref().map(|(title, _)| title).filter(|title| !title.is_empty());
            title.map_or_else(|| words.scenario.to_owned(), |title| (words.scenario_of)(title))
        })
    };
    let asked = move || project.with(|project| project.as_ref().map(|(_, asked)| asked.clone()).unwrap_or_default());
    let heard = move |mine: &'static str, theirs: fn(&str) -> String| {
        if is_student.get() { mine.to_owned() } else { names.with(|names| theirs(&names.student)) }
    };
    let done_title = move || heard(texts.get().session.done_title, texts.get().session.done_title_other);
    let questions_title = move || heard(texts.get().session.questions_title, texts.get().session.questions_title_other);
    view! {
        <PageTitle text=Signal::derive(move || (texts.get().session.before_page)(&called.get()))/>
        <div class="opening">
            <p class="eyebrow">{move || (texts.get().session.of_day)(&title.get(), &moment.get())}</p>
            <h1 tabindex="-1">{heading}</h1>
            <p class="lede">{lede}</p>
            <Facts/>
        </div>
        <div class="split">
            <Steps label=say(|t| t.session.before_steps)>
                <StepStop at=0 id="prepare-1" state=state(0) title=scenario>
                    <Seen what=Preparation::Scenario/>
                </StepStop>
                <StepStop at=1 id="prepare-2" state=state(1) title=say(|t| t.session.deliverables)>
                    <Show when=move || !asked().is_empty()>
                        <div class="session-asked">
                            <p class="hint">{say(|t| t.session.deliverables_asked)}</p>
                            <p class="said__words">{asked}</p>
                        </div>
                    </Show>
                    <Seen what=Preparation::Deliverables/>
                </StepStop>
                <StepStop at=2 id="prepare-3" state=state(2) title=done_title>
                    <Show
                        when=move || goals.with(|goals| !goals.is_empty())
                        fallback=|| view! { <p class="quiet">{say(|t| t.session.done_none)}</p> }
                    >
                        <ul class="rows">
                            <For each=move || goals.get() key=GoalId::clone let:id>
                                <Done id=id is_student=is_student/>
                            </For>
                        </ul>
                    </Show>
                </StepStop>
                <StepStop at=3 id="prepare-4" state=state(3) title=questions_title last=true>
                    <Questions is_student=is_student/>
                </StepStop>
            </Steps>
            <div class="margin">
                <Start/>
                <TrackNote/>
                <Copy/>
                <KindNote/>
                <Reason/>
                <SessionDates id=dates/>
                <PrivateNote/>
            </div>
        </div>
        <Change/>
        <SessionList/>
    }
}

/// One thing to have seen to: a box for the student, its answer for the mentor.
#[component]
fn Seen(what: Preparation) -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = use_names();
    let is_student = use_is_student();
    let done = here.read(move |session| session.prepared.contains(&what));
    let theirs = move || {
        let words = texts.get().session;
        names.with(|names| {
            if done.get() { words.has_prepared(what, &names.student) } else { (words.not_said_yet)(&names.student) }
        })
    };
    move || {
        let here = here.clone();
        if is_student.get() {
            let tick = move |done: bool| {
                // Refused only once the session is gone, and then its screen says so.
                let _ = here.ask(SessionCommand::Prepare(here.id.clone(), what, done));
            };
            view! { <Checkbox label=move || texts.get().session.i_prepared(what) checked=done on_change=tick/> }
                .into_any()
        } else {
            view! { <p>{theirs}</p> }.into_any()
        }
    }
}

/// One goal of last time, and what the student did of it.
#[component]
fn Done(id: GoalId, is_student: Memo<bool>) -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let goal = use_goal(&id);
    let status = Memo::new(move |_| goal.with(|goal| goal.status));
    let what = move || goal.with(|goal| visible(goal.what.trim()));
    let said = Memo::new(move |_| {
        goal.with(|goal| goal.progress.get(&PersonId::STUDENT).map(|text| visible(text.trim())).unwrap_or_default())
    });
    let words = move || {
        if is_student.get() {
            let path = schema::progress(&id, PersonId::STUDENT);
            view! {
                <TextArea label=say(|t| t.session.done_mine) path=path rows=2/>
            }
            .into_any()
        } else if said.with(String::is_empty) {
            let none = move || names.with(|names| (texts.get().session.nothing_written)(&names.student));
            view! { <p class="row__meta">{none}</p> }.into_any()
        } else {
            view! { <Said person=PersonId::STUDENT text=said.get() names=names/> }.into_any()
        }
    };
    view! {
        <li class="row">
            <GoalMark status=status label=move || texts.get().fields.status_word(status.get())/>
            <div class="row__body stack">
                <h3 class="row__title">{what}</h3>
                {words}
            </div>
        </li>
    }
}

/// The questions that wait, whether Companion was asked first, and a new one.
#[component]
fn Questions(is_student: Memo<bool>) -> impl IntoView {
    let here = use_here();
    let ids = use_questions_up(&here);
    view! {
        <Show
            when=move || ids.with(|ids| !ids.is_empty())
            fallback=|| view! { <p class="quiet">{say(|t| t.session.no_question)}</p> }
        >
            <ul class="rows">
                <For each=move || ids.get() key=QuestionId::clone let:id>
                    <Question id=id is_student=is_student/>
                </For>
            </ul>
        </Show>
        <AskForm label=say(|t| t.session.another_question)/>
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
                view! { <Checkbox label=say(|t| t.session.searched) checked=searched on_change=tick/> }.into_any()
            } else {
                let said = move || {
                    let words = texts.get().session;
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

/// The way into the session, at the hour of the call.
#[component]
fn Start() -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let trouble = RwSignal::new(None);
    let start = here.read(|session| session.booking().map(|booking| (booking.start, booking.minutes)));
    let has_passed = move || start.get().is_some_and(|(start, _)| start <= store.minute().get());
    let begin = {
        let here = here.clone();
        move || {
            let outcome = here.ask(SessionCommand::Begin(here.id.clone()));
            if outcome.is_ok() {
                forget_turns();
                store.announce(texts.get_untracked().session.began.to_owned());
                focus_soon(&["main h1"]);
            }
            trouble.set(outcome.err());
        }
    };
    let held = move || {
        let minutes = start.get_untracked().map_or(0, |(_, minutes)| minutes);
        let outcome = here.ask(SessionCommand::Close(here.id.clone(), minutes));
        if outcome.is_ok() {
            focus_soon(&["main h1"]);
        }
        trouble.set(outcome.err());
    };
    view! {
        <MarginNote title=move || texts.get().session.begin>
            <p>{say(|t| t.session.begin_hint)}</p>
            <p class="actions">
                <Button kind=ButtonKind::Primary on_click=begin>{say(|t| t.session.begin)}</Button>
            </p>
            <Show when=has_passed>
                <p class="actions">
                    <Button kind=ButtonKind::Quiet on_click=held.clone()>{say(|t| t.session.already_held)}</Button>
                </p>
            </Show>
            {move || {
                trouble.get().map(|refusal| view! { <p class="field__error">{texts.get().refusals.of(refusal)}</p> })
            }}
        </MarginNote>
    }
}

/// Once it is prepared, a copy for the mentor.
#[component]
fn Copy() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let is_mine = move || store.me().get().role() == Role::Student;
    let body = move || names.with(|names| (texts.get().session.when_done_body)(&names.mentor));
    let give = move || names.with(|names| (texts.get().session.give_copy)(&names.mentor));
    view! {
        <Show when=is_mine>
            <MarginNote title=say(|t| t.session.when_done)>
                <p>{body}</p>
                <p class="actions">
                    <LinkButton href=Route::Share.href()>{give}</LinkButton>
                </p>
            </MarginNote>
        </Show>
    }
}
