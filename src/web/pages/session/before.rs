//! Before a session: what the student sees to, and what the mentor finds of it.

mod questions;
mod ways;

use leptos::prelude::*;

use self::questions::Questions;
use self::ways::{Copy, Start};
use super::change::Change;
use super::correct::Reason;
use super::facts::{Facts, KindNote, TrackNote};
use super::goals_up::use_goals_up;
use super::note::PrivateNote;
use super::{SessionList, use_here};
use crate::domain::session::Preparation;
use crate::domain::{GoalId, Pairing, PersonId, Role, SessionCommand, schema};
use crate::i18n::visible;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::calendar::SessionDates;
use crate::web::pages::goal_editor::use_goal;
use crate::web::pages::goals::Said;
use crate::web::pages::names::use_names;
use crate::web::ui::{Checkbox, GoalMark, StepStop, Steps, StopState, TextArea};

/// Whether the words here are the student's to write: in the student's browser, and on a screen that both look at.
fn use_is_student() -> Memo<bool> {
    let store = use_store();
    Memo::new(move |_| store.me().get().role() == Role::Student || store.shared_screen().get())
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
        let words = texts.get().session();
        if is_student.get() {
            words.before_title.to_owned()
        } else {
            names.with(|names| (words.before_title_other)(&names.student))
        }
    };
    let lede = move || {
        let words = texts.get().session();
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
        let words = texts.get().session();
        project.with(|project| {
            let title = project.as_ref().map(|(title, _)| title).filter(|title| !title.is_empty());
            title.map_or_else(|| words.scenario.to_owned(), |title| (words.scenario_of)(title))
        })
    };
    let asked = move || project.with(|project| project.as_ref().map(|(_, asked)| asked.clone()).unwrap_or_default());
    let heard = move |mine: &'static str, theirs: fn(&str) -> String| {
        if is_student.get() { mine.to_owned() } else { names.with(|names| theirs(&names.student)) }
    };
    let done_title = move || heard(texts.get().session().done_title, texts.get().session().done_title_other);
    let questions_title =
        move || heard(texts.get().session().questions_title, texts.get().session().questions_title_other);
    view! {
        <PageTitle text=Signal::derive(move || (texts.get().session().before_page)(&called.get()))/>
        <div class="opening">
            <p class="eyebrow">{move || (texts.get().session().of_day)(&title.get(), &moment.get())}</p>
            <h1 tabindex="-1">{heading}</h1>
            <p class="lede">{lede}</p>
            <Facts/>
        </div>
        <div class="split">
            <Steps label=say(|t| t.session().before_steps)>
                <StepStop at=0 id="prepare-1" state=state(0) title=scenario>
                    <Seen what=Preparation::Scenario/>
                </StepStop>
                <StepStop at=1 id="prepare-2" state=state(1) title=say(|t| t.session().deliverables)>
                    <Show when=move || !asked().is_empty()>
                        <div class="session-asked">
                            <p class="hint">{say(|t| t.session().deliverables_asked)}</p>
                            <p class="said__words">{asked}</p>
                        </div>
                    </Show>
                    <Seen what=Preparation::Deliverables/>
                </StepStop>
                <StepStop at=2 id="prepare-3" state=state(2) title=done_title>
                    <Show
                        when=move || goals.with(|goals| !goals.is_empty())
                        fallback=|| view! { <p class="quiet">{say(|t| t.session().done_none)}</p> }
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
        let words = texts.get().session();
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
            view! { <Checkbox label=move || texts.get().session().i_prepared(what) checked=done on_change=tick/> }
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
                <TextArea label=say(|t| t.session().done_mine) path=path rows=2/>
            }
            .into_any()
        } else if said.with(String::is_empty) {
            let none = move || names.with(|names| (texts.get().session().nothing_written)(&names.student));
            view! { <p class="row__meta">{none}</p> }.into_any()
        } else {
            view! { <Said person=PersonId::STUDENT text=said.get() names=names/> }.into_any()
        }
    };
    view! {
        <li class="row">
            <GoalMark status=status label=move || texts.get().fields().status_word(status.get())/>
            <div class="row__body stack">
                <h3 class="row__title">{what}</h3>
                {words}
            </div>
        </li>
    }
}
