//! The SMART goal editor: what, evidence, hours, first step, why and days, with the five letters beside them.
//!
//! A goal comes into the record with its first typed character. Nothing here blocks: what is not answered is “à préciser”.

mod coach;
mod days;
mod hours;
mod kept;
mod letters;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::coach::{CoachAsks, use_coach};
use self::days::Days;
use self::hours::Hours;
use self::letters::Letters;
use super::focus::focus_soon;
use super::goal_project::GoalProject;
use super::names::use_names;
use super::session::within;
use crate::domain::schema::{self, name};
use crate::domain::{Command, Day, Goal, GoalId};
use crate::i18n::Formats;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, TextArea, TextField};

pub use self::coach::{AskedOnItsLine, provide_lines_that_ask};
pub use self::kept::{KeptGoal, RemoveGoal};

/// The identifier of one of the editor's controls: where the coach leads.
fn field_id(goal: &GoalId, field: &str) -> String {
    format!("edit-{goal}-{field}")
}

/// The goal of that identifier as the record has it; an empty one until its first character.
pub fn use_goal(id: &GoalId) -> Memo<Goal> {
    let store = use_store();
    let wanted = id.clone();
    let found = store.read(move |pair| pair.goals.iter().find(|goal| goal.id == wanted).cloned());
    let empty = Goal::empty(id.clone());
    Memo::new(move |_| found.get().unwrap_or_else(|| empty.clone()))
}

/// The day of the next session in the pair's zone, when there is one; within a session, of the one that follows.
pub fn use_next_day() -> Memo<Option<Day>> {
    let store = use_store();
    let within = within();
    let start =
        store.read(move |pair| pair.session_besides(within.as_ref(), store.now()).map(|(_, booking)| booking.start));
    Memo::new(move |_| start.get().map(|start| start.day(&store.zone())))
}

/// Puts a goal into the record, from today until the next session, unless it is there.
fn begin(store: Store, id: &GoalId, until: Option<Day>) {
    let there = store.pairing().with_untracked(|pair| {
        pair.as_ref().is_some_and(|pair| pair.goals.iter().any(|goal| goal.id == *id && goal.created.is_some()))
    });
    if there {
        return;
    }
    // Neither is refused: the identifier is new, and a next session is never before today.
    let _ = store.dispatch(Command::AddGoal(id.clone()));
    if until.is_some() {
        let _ = store.dispatch(Command::SetGoalDays(id.clone(), Some(store.today()), until));
    }
}

/// The editor of one goal. Its words go to the record as they are typed; `on_keep` closes it.
#[component]
pub fn GoalEditor(
    /// Which goal: a new identifier for a new goal.
    goal: GoalId,
    /// Its number among those on the page, when it has one.
    #[prop(optional)]
    number: Option<usize>,
    /// Called when the person is done with it.
    #[prop(into)]
    on_keep: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let next_day = use_next_day();
    let record = use_goal(&goal);
    let coach = use_coach(&goal, number.is_some());
    let (what_id, evidence_id) = (field_id(&goal, name::WHAT), field_id(&goal, name::EVIDENCE));
    let asks_id = format!("{what_id}-asks");
    let keep = move || {
        coach.put_away();
        on_keep.run(());
    };
    let field = {
        let goal = goal.clone();
        move |field: &str| schema::goal(&goal, field)
    };
    let what_label = move || {
        let words = texts.get().goal_editor();
        let label = next_day
            .get()
            .map_or_else(|| words.by_next_session.to_owned(), |day| (words.by_day)(&store.formats().day(day)));
        number.map_or_else(|| label.clone(), |number| (words.numbered)(number, &label))
    };
    let first_character = {
        let goal = goal.clone();
        move |event: web_sys::Event| {
            // A date says nothing until it is whole: its field begins the goal itself, with what was typed.
            let is_date = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            if is_date.is_none_or(|input| input.type_() != "date") {
                begin(store, &goal, next_day.get_untracked());
            }
        }
    };
    view! {
        <div class="goal-editor" on:input=first_character on:focusout=move |event| coach.left(&event)>
            <div class="goal-editor__fields">
                <TextArea
                    id=what_id
                    coach=asks_id.clone()
                    label=what_label
                    hint=say(|t| t.goal_editor().what_hint)
                    path=field(name::WHAT)
                    large=true
                    rows=2
                />
                <CoachAsks
                    id=asks_id
                    coach=coach
                    on_mend=|field: String| focus_soon(&[&field])
                    on_kept=|()| focus_soon(&[".goal-editor__keep button"])
                />
                <TextField
                    id=evidence_id
                    label=say(|t| t.goal_editor().evidence)
                    hint=move || names.with(|names| (texts.get().goal_editor().evidence_hint)(&names.mentor))
                    path=field(name::EVIDENCE)
                />
                <div class="goal-editor__two">
                    <Hours goal=goal.clone() record=record/>
                    <TextField
                        label=say(|t| t.goal_editor().first_step)
                        hint=say(|t| t.goal_editor().first_step_hint)
                        path=field(name::FIRST_STEP)
                    />
                </div>
                <TextField
                    label=say(|t| t.goal_editor().why)
                    hint=say(|t| t.goal_editor().why_hint)
                    path=field(name::WHY)
                />
                <Days goal=goal.clone() record=record/>
                <GoalProject goal=goal.clone() record=record/>
            </div>
            <Letters record=record coach=coach/>
            <div class="goal-editor__keep">
                <Button on_click=keep>{say(|t| t.goal_editor().keep)}</Button>
            </div>
        </div>
    }
}
