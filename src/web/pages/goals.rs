//! The goals' screen: to do, under way, done; what it shows, the goal being written, and where one comes from.

mod card;
mod filters;
mod moves;
mod story;
mod sub_steps;

use leptos::prelude::*;

use self::card::{Card, Opened};
use self::filters::{Filtered, Filters, asked_for};
use self::story::GoalStory;
use self::sub_steps::StraySubSteps;
use super::calendar::{Dates, FoldedDates};
use super::focus::focus_soon;
use super::goal_editor::{GoalEditor, RemoveGoal, provide_lines_that_ask};
use super::reading::use_reading;
use crate::domain::GoalId;
use crate::domain::goal::filter::Group;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, session_href};
use crate::web::ui::{Button, ButtonKind};

pub use self::card::{Said, use_what};
pub use self::sub_steps::SubSteps;

/// The button that writes a goal, where the focus goes when a goal has gone.
const WRITE: &str = "main .opening .button";

/// How many of the goals done stand there at first, and how many more there must be for folding them to be worth a press.
const IN_SIGHT: usize = 5;
const WORTH_FOLDING: usize = 3;

/// The goals' screen.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let opened =
        Opened { editing: RwSignal::new(None), removing: RwSignal::new(None), told: RwSignal::new(None::<GoalId>) };
    let reading = use_reading();
    let none = store.read(|pair| pair.goals.is_empty());
    let filtered = Filtered::new();
    provide_lines_that_ask();
    let session = store.read(move |pair| {
        let session = pair.session_to_open(store.minute().get())?;
        Some((session.id.clone(), session.booking()?.start))
    });
    let open_new = move || opened.editing.set(GoalId::parse(&store.new_id()));
    let gone = move || {
        store.announce(texts.get_untracked().goals().removed.to_owned());
        focus_soon(&[WRITE]);
    };
    view! {
        <PageTitle text=Signal::derive(move || texts.get().goals().title.to_owned())/>
        <div class="opening">
            <div class="opening__row">
                <h1 tabindex="-1">{say(|t| t.goals().title)}</h1>
                <Button kind=ButtonKind::Primary on_click=open_new>
                    {say(|t| t.goals().write)}
                </Button>
            </div>
            <Show when=move || none.get() && opened.editing.with(Option::is_none)>
                <p class="lede">{say(|t| t.goals().none)}</p>
            </Show>
            {move || {
                session
                    .get()
                    .map(|(id, start)| {
                        let words = (texts.get().goals().until_session)(&reading.moment(start));
                        view! { <p><a href=session_href(&id)>{words}</a></p> }
                    })
            }}
            <p>
                <a href=Route::Charts.href()>{say(|t| t.charts().link)}</a>
            </p>
            <FoldedDates
                of=Dates::Whole
                summary=say(|t| t.calendar().title)
                note=say(|t| t.calendar().whole_note)
            />
        </div>
        <OpenEditor editing=opened.editing filtered=filtered/>
        <Show when=move || !none.get()>
            <Filters of=filtered/>
        </Show>
        <div class="board">
            {Group::ALL.map(|group| view! { <Column group=group filtered=filtered opened=opened/> })}
        </div>
        <Show when=move || !none.get()>
            <p class="hint board__keys">{say(|t| t.goals().keys)}</p>
        </Show>
        <StraySubSteps/>
        {move || opened.told.get().map(|id| view! { <GoalStory id=id told=opened.told/> })}
        <RemoveGoal asked=opened.removing on_removed=gone/>
    }
}

/// The editor of the goal being written or changed, above the columns, which are too narrow for it.
#[component]
fn OpenEditor(editing: RwSignal<Option<GoalId>>, filtered: Filtered) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    Effect::new(move |_| {
        if editing.with(Option::is_some) {
            focus_soon(&["#goal-open-title"]);
        }
    });
    let is_known = move |id: &GoalId| {
        store
            .pairing()
            .with_untracked(|pair| pair.as_ref().is_some_and(|pair| pair.goals.iter().any(|goal| goal.id == *id)))
    };
    move || {
        editing.get().map(|id| {
            let known = is_known(&id);
            let kept = id.clone();
            let keep = move || {
                editing.set(None);
                if is_known(&kept) {
                    // What was just written is seen, whatever the board was showing.
                    if !filtered.shows(&kept) {
                        filtered.open();
                    }
                    focus_goal(&kept);
                } else {
                    focus_soon(&[WRITE]);
                }
            };
            view! {
                <section class="part goal-open" aria-labelledby="goal-open-title">
                    <h2 id="goal-open-title" tabindex="-1">
                        {move || {
                            let words = texts.get().goals();
                            if known { words.edit_goal } else { words.new_goal }
                        }}
                    </h2>
                    <GoalEditor goal=id on_keep=keep/>
                </section>
            }
        })
    }
}

/// Puts the focus on a goal's title once it stands in its place.
fn focus_goal(id: &GoalId) {
    focus_soon(&[&format!("#{}", title_id(id))]);
}

fn title_id(id: &GoalId) -> String {
    format!("goal-{id}")
}

/// One group with the goals that are shown.
#[component]
fn Column(group: Group, filtered: Filtered, opened: Opened) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let mine = store.read(move |pair| {
        let mine = pair.goals.iter().filter(|goal| Group::of(goal.status) == group);
        mine.map(|goal| goal.id.clone()).collect::<Vec<_>>()
    });
    let ids = Memo::new(move |_| {
        let mut mine = mine.get();
        filtered.shown.with(|shown| mine.retain(|id| shown.contains(id)));
        // What was done last is what people come back to.
        if group == Group::Over {
            mine.reverse();
        }
        mine
    });
    // Which ones wait folded is said once: what moves here later is in sight, wherever its place.
    let folded = RwSignal::new(match group {
        Group::Over => ids.with_untracked(|ids| ids.iter().skip(IN_SIGHT).cloned().collect()),
        Group::ToDo | Group::Doing => Vec::new(),
    });
    if folded
        .with_untracked(|folded| folded.len() < WORTH_FOLDING || asked_for().is_some_and(|id| folded.contains(&id)))
    {
        folded.set(Vec::new());
    }
    // Whoever looks for something sees all of what answers.
    let unfolded = move || filtered.is_set() || folded.with(Vec::is_empty);
    let seen = Memo::new(move |_| {
        let mut ids = ids.get();
        if !unfolded() {
            folded.with(|folded| ids.retain(|id| !folded.contains(id)));
        }
        ids
    });
    let rest = Memo::new(move |_| ids.with(Vec::len) - seen.with(Vec::len));
    let unfold = move || {
        let first = folded.with_untracked(|folded| folded.first().cloned());
        folded.set(Vec::new());
        if let Some(first) = first {
            focus_goal(&first);
        }
    };
    let nothing = move || {
        let words = texts.get().goals();
        if mine.with(Vec::is_empty) { words.nothing_here } else { words.nothing_shown }
    };
    view! {
        <section class="board__column">
            <h2>
                {move || texts.get().goals().group(group)} " "
                <span class="board__count">{move || ids.with(Vec::len)}</span>
            </h2>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="quiet">{nothing}</p>
            </Show>
            <ul>
                <For each=move || seen.get() key=GoalId::clone let:id>
                    <Card id=id opened=opened/>
                </For>
            </ul>
            <Show when=move || rest.get() != 0>
                <Button kind=ButtonKind::Quiet on_click=unfold>
                    {move || (texts.get().goals().earlier)(u32::try_from(rest.get()).unwrap_or_default())}
                </Button>
            </Show>
        </section>
    }
}
