//! One goal of the board: what, when, how it is seen, its sub-steps, where it stands, how it goes.

use leptos::prelude::*;

use super::focus_goal;
use super::moves::{Moves, use_keys};
use super::sub_steps::SubSteps;
use super::title_id;
use crate::domain::{Goal, GoalId, GoalStatus, PersonId, Role, Session, schema};
use crate::i18n::{capitalised, visible};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::calendar::GoalDates;
use crate::web::pages::goal_editor::{AskedOnItsLine, use_goal};
use crate::web::pages::names::{Names, use_names};
use crate::web::pages::reading::use_reading;
use crate::web::pages::session::use_carried;
use crate::web::ui::{Button, ButtonKind, GoalMark, Initial, TextArea};

/// What the board has open: the goal in the editor, the one to remove, the one whose history stands below.
#[derive(Clone, Copy)]
pub struct Opened {
    /// In the editor.
    pub editing: RwSignal<Option<GoalId>>,
    /// To remove, while that is asked.
    pub removing: RwSignal<Option<GoalId>>,
    /// Its history stands below the board.
    pub told: RwSignal<Option<GoalId>>,
}

/// The words of a goal, or what stands for them.
pub fn use_what(goal: Memo<Goal>) -> Memo<String> {
    let texts = use_texts();
    Memo::new(move |_| {
        let words = visible(goal.with(|goal| goal.what.trim().to_owned()).as_str());
        if words.is_empty() { texts.get().goal_editor().without_words.to_owned() } else { words }
    })
}

/// One goal.
#[component]
pub fn Card(
    /// Which.
    id: GoalId,
    /// What the board has open.
    opened: Opened,
) -> impl IntoView {
    let texts = use_texts();
    let goal = use_goal(&id);
    let status = Memo::new(move |_| goal.with(|goal| goal.status));
    let what = use_what(goal);
    let open = Signal::derive(move || !status.get().is_over());
    let has_day = Memo::new(move |_| goal.with(|goal| goal.end.is_some() && !goal.status.is_over()));
    let keys = use_keys(&id, status);
    let (edited, removed, told, current) = (id.clone(), id.clone(), id.clone(), id.clone());
    let (asked, kept) = (id.clone(), id.clone());
    let is_told = Memo::new(move |_| opened.told.with(|told| told.as_ref() == Some(&current)));
    view! {
        <li class="goal" aria-current=move || is_told.get().then_some("true") on:keydown=keys>
            <GoalMark status=status label=move || texts.get().fields().status_word(status.get())/>
            <div class="goal__body">
                <h3 class="goal__title" id=title_id(&id) tabindex="-1">
                    {move || what.get()}
                </h3>
                <AskedOnItsLine
                    goal=id.clone()
                    on_mend=move || opened.editing.set(Some(asked.clone()))
                    on_kept=move || focus_goal(&kept)
                />
                <Details id=id.clone() goal=goal/>
                <SubSteps goal=id.clone() what=what open=open/>
                <Moves id=id.clone() status=status what=what editing=opened.editing/>
                <ProgressTexts id=id.clone() status=status goal=goal/>
                <GoalDates id=id what=what has_day=has_day/>
                <p class="goal__acts">
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().goal_editor().change_named)(&what.get())
                        on_click=move || opened.editing.set(Some(edited.clone()))
                    >
                        {say(|t| t.common().change)}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().goals().about)(texts.get().goals().history, &what.get())
                        on_click=move || opened.told.set(Some(told.clone()))
                    >
                        {say(|t| t.goals().history)}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().goal_editor().remove_named)(&what.get())
                        on_click=move || opened.removing.set(Some(removed.clone()))
                    >
                        {say(|t| t.goal_editor().remove)}
                    </Button>
                </p>
            </div>
        </li>
    }
}

/// Dates, hours, project, evidence, use and first step, each on its line when there is one.
#[component]
fn Details(id: GoalId, goal: Memo<Goal>) -> impl IntoView {
    let store = use_store();
    let carried = use_carried(&id);
    let last = store.read(move |pair| {
        let looked_at = |session: &Session| {
            let outcome = pair.outcome(&session.id, &id)?;
            Some((outcome.result?, pair.session_number(&session.id)?, visible(outcome.evidence.trim())))
        };
        pair.sessions.iter().rev().find_map(looked_at)
    });
    let texts = use_texts();
    let reading = use_reading();
    let project = store.read(move |pair| {
        let id = goal.with(|goal| goal.project.clone())?;
        let found = pair.programme.projects.iter().find(|project| project.id == id)?;
        Some(visible(found.title.trim()))
    });
    let lines = move || {
        let words = texts.get().goals();
        let goal = goal.get();
        let written = |text: &str, said: fn(&str) -> String| {
            let text = visible(text.trim());
            (!text.is_empty()).then(|| said(&text))
        };
        // Of what is over, what it came to says more than the day it was for.
        let came_to = last.get().filter(|_| goal.status.is_over()).map(|(result, number, seen)| {
            let result = capitalised(&texts.get().outcomes().result(result));
            let said = (words.in_session)(&result, &(texts.get().session().named)(number));
            if seen.is_empty() { said } else { (words.seen)(&said, &seen) }
        });
        let day = goal.end.filter(|_| !goal.status.is_over()).map(|day| (words.by)(&reading.day(day)));
        let time = goal.minutes.map(|minutes| (words.planned)(&texts.get().fields().duration(minutes)));
        let when = [day, time].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let lines = [
            came_to,
            (!when.is_empty()).then_some(when),
            carried.get().filter(|_| !goal.status.is_over()),
            written(&goal.evidence, words.evidence),
            written(&goal.why, words.why),
            written(&goal.first_step, words.first_step),
            project.get().map(|title| (words.of_project)(&title)),
        ];
        lines.into_iter().flatten().map(|line| view! { <p class="row__meta">{line}</p> }).collect_view()
    };
    view! { <div class="goal__details">{lines}</div> }
}

/// What each person says of how it goes: a field for whoever's browser this is, words to read for the other.
#[component]
fn ProgressTexts(id: GoalId, status: Memo<GoalStatus>, goal: Memo<Goal>) -> impl IntoView {
    let store = use_store();
    let names = use_names();
    let me = store.me();
    // What is over is read; taking the goal up again opens its field.
    let is_open = Memo::new(move |_| !status.get().is_over());
    let field = move || {
        let path = schema::progress(&id, me.get());
        is_open.get().then(|| {
            view! {
                <TextArea
                    label=say(|t| t.goals().progress_mine)
                    hint=say(|t| t.goals().progress_hint)
                    path=path
                    rows=1
                />
            }
        })
    };
    let others = move || {
        let me = me.get();
        let said = goal.with(|goal| {
            let has_field = |person: PersonId| person == me && is_open.get();
            let others = goal.progress.iter().filter(|(person, text)| !has_field(**person) && !text.trim().is_empty());
            others.map(|(person, text)| (*person, visible(text.trim()))).collect::<Vec<_>>()
        });
        said.into_iter().map(|(person, text)| view! { <Said person=person text=text names=names/> }).collect_view()
    };
    view! {
        {others}
        {move || field()}
    }
}

/// What someone wrote, with who.
#[component]
pub fn Said(
    /// Who wrote it.
    person: PersonId,
    /// Their words.
    text: String,
    /// The pair's names.
    names: Memo<Names>,
) -> impl IntoView {
    let class = match person.role() {
        Role::Mentor => "said said--mentor",
        Role::Student => "said said--student",
    };
    view! {
        <div class=class>
            <p class="said__who">
                <Initial person=person name=move || names.with(|names| names.of(person.role()).to_owned()) shown=true/>
            </p>
            <p class="said__words">{text}</p>
        </div>
    }
}
