//! A goal once it is written: its line, and what is asked before it goes.

use leptos::prelude::*;

use super::coach::AskedOnItsLine;
use super::hours::hours_words;
use super::use_goal;
use crate::domain::{Command, GoalId};
use crate::i18n::Formats;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::removal::Removal;
use crate::web::ui::{Button, ButtonKind};

/// Asks before all the words of a goal go. `asked` holds the goal while the question is open.
#[component]
pub fn RemoveGoal(
    /// The goal to remove, while the question is open.
    asked: RwSignal<Option<GoalId>>,
    /// Called once it is gone.
    #[prop(optional, into)]
    on_removed: Option<Callback<()>>,
) -> impl IntoView {
    let store = use_store();
    let remove = move |id: GoalId| {
        // Already removed elsewhere is as good as removed here.
        let _ = store.dispatch(Command::RemoveGoal(id));
        if let Some(told) = on_removed {
            told.run(());
        }
    };
    view! {
        <Removal
            asked=asked
            title=say(|t| t.goal_editor().remove_title)
            body=say(|t| t.goal_editor().remove_text)
            keep=say(|t| t.goal_editor().remove_cancel)
            remove=say(|t| t.goal_editor().remove)
            on_remove=remove
        />
    }
}

/// A goal in one line, with what changes and what removes it.
#[component]
pub fn KeptGoal(
    /// Which.
    goal: GoalId,
    /// Its number.
    number: usize,
    /// Opens its editor.
    #[prop(into)]
    on_change: Callback<()>,
    /// Asks whether to remove it.
    #[prop(into)]
    on_remove: Callback<()>,
    /// Puts the focus where it goes on once the goal is kept as it is.
    #[prop(into)]
    on_kept: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let record = use_goal(&goal);
    let what = move || {
        let words = texts.get().goal_editor();
        record.with(|goal| if goal.what.trim().is_empty() { words.without_words.to_owned() } else { goal.what.clone() })
    };
    let details = move || {
        let words = texts.get().goal_editor();
        let formats = store.formats();
        record.with(|goal| {
            let evidence = Some(goal.evidence.clone()).filter(|text| !text.trim().is_empty());
            let hours = goal.minutes.map(|minutes| (words.hours_given)(&hours_words(minutes, &formats)));
            let day = goal.end.map(|day| (words.until_day)(&formats.day(day)));
            [evidence, hours, day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    view! {
        <li class="kept-goal">
            <span class="kept-goal__number" aria-hidden="true">{number}</span>
            <div>
                <p class="kept-goal__what">{move || what()}</p>
                <p class="hint">{move || details()}</p>
                <AskedOnItsLine goal=goal is_before_the_day=true on_mend=on_change on_kept=on_kept/>
            </div>
            <div class="kept-goal__acts">
                <Button
                    kind=ButtonKind::Quiet
                    label=move || (texts.get().goal_editor().change_named)(&what())
                    on_click=on_change
                >
                    {say(|t| t.common().change)}
                </Button>
                <Button
                    kind=ButtonKind::Quiet
                    label=move || (texts.get().goal_editor().remove_named)(&what())
                    on_click=on_remove
                >
                    {say(|t| t.goal_editor().remove)}
                </Button>
            </div>
        </li>
    }
}
