//! The first and last day of a goal: two dates that are refused only together.

use leptos::prelude::*;

use super::{begin, field_id, use_next_day};
use crate::domain::schema::name;
use crate::domain::{Command, Day, Goal, GoalId, Refusal};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{FieldWidth, Input};

/// The first and last day of a goal.
#[component]
pub(super) fn Days(goal: GoalId, record: Memo<Goal>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let typed = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let last_id = field_id(&goal, name::END);
    // A goal not begun yet shows the days it would begin with.
    let is_new = record.with_untracked(|goal| goal.created.is_none());
    let (first, last) = record.with_untracked(|goal| (goal.start, goal.end));
    let start = RwSignal::new(typed(if is_new { Some(store.today()) } else { first }));
    let next_day = use_next_day();
    let end = RwSignal::new(typed(if is_new { next_day.get_untracked() } else { last }));
    let wrong = RwSignal::new(None::<Refusal>);
    // Each day by itself, and only once it changes in the record: the other one may be half typed.
    for (shown, of) in [(start, (|goal| goal.start) as fn(&Goal) -> Option<Day>), (end, |goal| goal.end)] {
        let kept = Memo::new(move |_| record.with(of));
        Effect::new(move |before: Option<Option<Day>>| {
            let now = kept.get();
            if before.is_some_and(|before| before != now) && wrong.with_untracked(Option::is_none) {
                shown.set(typed(now));
            }
            now
        });
    }
    let keep = Callback::new(move |()| {
        // A half-typed date reads as no day, as the browser gives it.
        let day = |typed: RwSignal<String>| typed.with_untracked(|text| text.parse::<Day>().ok());
        let (first, last) = (day(start), day(end));
        begin(store, &goal, next_day.get_untracked());
        wrong.set(store.dispatch(Command::SetGoalDays(goal.clone(), first, last)).err());
    });
    let error = Signal::derive(move || wrong.get().map(|refusal| texts.get().refusals().of(refusal).to_owned()));
    view! {
        <fieldset class="goal-editor__days">
            <legend class="field__label">{say(|t| t.goal_editor().days)}</legend>
            <div class="goal-editor__two">
                <Input
                    label=say(|t| t.goal_editor().from)
                    value=start
                    input_type="date"
                    width=FieldWidth::Medium
                    on_change=keep
                />
                <Input
                    id=last_id
                    label=say(|t| t.goal_editor().until)
                    value=end
                    error=error
                    input_type="date"
                    width=FieldWidth::Medium
                    on_change=keep
                />
            </div>
        </fieldset>
    }
}
