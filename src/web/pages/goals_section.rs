//! Section 5: one to three goals, and the next session. It warns once of what is missing and lets the two go.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::goal_editor::{GoalEditor, KeptGoal, RemoveGoal, provide_lines_that_ask};
use super::names::use_names;
use super::next_session::NextSessionPicker;
use super::section::SectionFrame;
use crate::domain::{GoalId, Section};
use crate::i18n::Messages;
use crate::web::dispatch::{new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, navigate};
use crate::web::ui::{Button, Notice, Part};

/// As many goals as a week holds.
const MOST: usize = 3;

/// What a call or a session ends without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Goal,
    Date,
    Both,
}

impl Missing {
    /// What is missing, if anything is.
    pub fn of(has_goal: bool, has_date: bool) -> Option<Self> {
        match (has_goal, has_date) {
            (true, true) => None,
            (false, true) => Some(Self::Goal),
            (true, false) => Some(Self::Date),
            (false, false) => Some(Self::Both),
        }
    }

    /// What to say of it.
    pub fn words(self, texts: &Messages, mentor: &str) -> String {
        let words = texts.next_session();
        match self {
            Self::Goal => (words.missing_goal)(mentor),
            Self::Date => words.missing_date.to_owned(),
            Self::Both => (words.missing_both)(mentor),
        }
    }
}

/// Section 5.
#[component]
pub fn GoalsSectionPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let kept = store.read(|pair| {
        pair.goals.iter().filter(|goal| !goal.status.is_over()).map(|goal| goal.id.clone()).collect::<Vec<_>>()
    });
    let warned = RwSignal::new(false);
    let warning = NodeRef::<html::Div>::new();
    let missing = store.read(move |pair| {
        let goal = pair.goals.iter().any(|goal| !goal.what.trim().is_empty());
        Missing::of(goal, pair.next_session(store.now()).is_some())
    });
    // What is missing, once somebody tried to leave; it goes as soon as it is there.
    let told = Memo::new(move |_| missing.get().filter(|_| warned.get()));
    let finish = move || {
        // Once is enough: the same Continue then lets them go.
        if missing.with_untracked(Option::is_none) || warned.get_untracked() {
            navigate(Route::Recap);
            return;
        }
        warned.set(true);
        request_animation_frame(move || {
            if let Some(warning) = warning.try_get_untracked().flatten() {
                let _ = warning.focus();
            }
        });
    };
    let words = Signal::derive(move || {
        let words = texts.get().next_session();
        if told.with(Option::is_some) { words.finish_anyway } else { words.finish }.to_owned()
    });
    view! {
        <SectionFrame section=Section::Goals on_continue=finish continue_words=words>
            <Part title=move || names.with(|names| (texts.get().next_session().goals_title)(&names.student))>
                <GoalsToSet goals=kept/>
            </Part>
            <Part place="prochaine-session" title=say(|t| t.next_session().title) note=say(|t| t.next_session().lede)>
                <NextSessionPicker/>
            </Part>
            <Show when=move || told.with(Option::is_some)>
                <div class="section-warning" tabindex="-1" node_ref=warning>
                    <Notice title=say(|t| t.next_session().missing_title)>
                        <p>
                            {move || {
                                told.get()
                                    .map(|missing| names.with(|names| missing.words(texts.get(), &names.mentor)))
                            }}
                        </p>
                    </Notice>
                </div>
            </Show>
        </SectionFrame>
    }
}

/// Puts the focus on the first such control within an element.
fn focus_first(around: NodeRef<html::Div>, control: &str) {
    let found = around.try_get_untracked().flatten().and_then(|around| around.query_selector(control).ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

/// The goals kept, the one being written, and room for more.
#[component]
pub fn GoalsToSet(
    /// Those that are there.
    goals: Memo<Vec<GoalId>>,
) -> impl IntoView {
    let texts = use_texts();
    provide_lines_that_ask();
    let kept = goals;
    let fresh = || GoalId::parse(&new_id());
    // A call that comes here without a goal finds the editor open.
    let editing = RwSignal::new(if kept.with_untracked(Vec::is_empty) { fresh() } else { None });
    let removing = RwSignal::new(None::<GoalId>);
    let add = NodeRef::<html::Button>::new();
    let around = NodeRef::<html::Div>::new();
    // What was pressed goes from the page each time: the focus goes on to what comes next.
    let go_on = move || {
        request_animation_frame(move || match add.try_get_untracked().flatten() {
            Some(add) => drop(add.focus()),
            None => focus_first(around, "button"),
        });
    };
    let keep = move || {
        editing.set(None);
        go_on();
    };
    let open = move |id: Option<GoalId>| {
        editing.set(id);
        request_animation_frame(move || focus_first(around, "textarea"));
    };
    let rows = move || {
        let open = editing.get();
        let mut ids = kept.get();
        if let Some(open) = &open
            && !ids.contains(open)
        {
            ids.push(open.clone());
        }
        ids.into_iter().enumerate().map(|(at, id)| (at + 1, Some(&id) == open.as_ref(), id)).collect::<Vec<_>>()
    };
    let room = Memo::new(move |_| editing.with(Option::is_none) && kept.with(|kept| kept.len() < MOST));
    view! {
            <div class="goals-part" node_ref=around>
            <ol class="goal-list">
                <For
                    each=rows
                    key=|(number, open, id)| (*number, *open, id.clone())
                    children=move |(number, is_open, id)| {
                        if is_open {
                            view! { <li><GoalEditor goal=id number=number on_keep=keep/></li> }.into_any()
                        } else {
                            let (change, remove) = (id.clone(), id.clone());
                            view! {
                                <KeptGoal
                                    goal=id
                                    number=number
                                    on_change=move || open(Some(change.clone()))
                                    on_remove=move || removing.set(Some(remove.clone()))
                                    on_kept=go_on
                                />
                            }
                                .into_any()
                        }
                    }
                />
            </ol>
            <Show when=move || room.get()>
                <Button node_ref=add on_click=move || open(fresh())>
                    {move || {
                        let words = texts.get().goal_editor();
                        if kept.with(Vec::is_empty) { words.add } else { words.add_another }
                    }}
                </Button>
            </Show>
            <Show when=move || kept.with(|kept| kept.len() >= MOST)>
                <p class="hint">{say(|t| t.goal_editor().enough)}</p>
            </Show>
            </div>
            <RemoveGoal asked=removing on_removed=keep/>
    }
}
