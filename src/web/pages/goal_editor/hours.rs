//! The hours given to a goal: typed as people write them, kept as minutes.

use leptos::prelude::*;

use super::field_id;
use crate::domain::goal::effort_of;
use crate::domain::schema::name;
use crate::domain::{Command, Goal, GoalId, Refusal};
use crate::i18n::{Formats, Messages};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{FieldWidth, Input};

/// Minutes as hours with at most one decimal.
pub(super) fn hours_words(minutes: u32, formats: &impl Formats) -> String {
    formats.tenths((i64::from(minutes) + 3) / 6)
}

/// The hours given to a goal.
#[component]
pub(super) fn Hours(goal: GoalId, record: Memo<Goal>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let id = field_id(&goal, name::MINUTES);
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<fn(&Messages) -> &'static str>);
    // Followed by itself: a change of the goal's other fields must not touch what is being typed here.
    let kept = Memo::new(move |_| record.with(|goal| goal.minutes));
    Effect::new(move |_| {
        let (kept, formats) = (kept.get(), store.formats());
        // Shows what the record has, unless what is typed already means that or is still to mend.
        if effort_of(&typed.get_untracked()) != kept && wrong.with_untracked(Option::is_none) {
            typed.set(kept.map(|minutes| hours_words(minutes, &formats)).unwrap_or_default());
        }
    });
    let keep = move || {
        let text = typed.get_untracked();
        let minutes = if text.trim().is_empty() { Some(None) } else { effort_of(&text).map(Some) };
        let outcome = minutes.map(|minutes| store.dispatch(Command::SetGoalMinutes(goal.clone(), minutes)));
        wrong.set(match outcome {
            None => Some(|texts| texts.goal_editor().hours_wrong),
            Some(Err(Refusal::EffortOutOfRange)) => Some(|texts| texts.refusals().effort_out_of_range),
            Some(Err(_)) => Some(|texts| texts.refusals().gone),
            Some(Ok(())) => None,
        });
    };
    view! {
        <Input
            id=id
            label=say(|t| t.goal_editor().hours)
            suffix=say(|t| t.goal_editor().hours_unit)
            value=typed
            error=Signal::derive(move || wrong.get().map(|words| words(texts.get()).to_owned()))
            inputmode="decimal"
            maxlength=6
            width=FieldWidth::Short
            on_change=keep
        />
    }
}
