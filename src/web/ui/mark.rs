//! Where a goal stands, as one drawing used in rows, choices and reports. Shape says it; never red.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::domain::GoalStatus;

pub(super) const RING: &str =
    "M11 2.1C16.2 2 20 6 19.9 11 19.8 16.2 15.8 20 10.9 19.9 5.8 19.8 2 15.9 2.1 10.9 2.2 5.9 6 2.2 11 2.1Z";
pub(super) const HALF: &str = "M11 2.1C11.2 7 10.8 15 10.9 19.9 5.8 19.8 2 15.9 2.1 10.9 2.2 5.9 6 2.2 11 2.1Z";
const DOT: &str = "M11 7.4C13 7.3 14.7 9 14.6 11 14.5 13 13 14.7 10.9 14.6 9 14.5 7.3 13 7.4 10.9 7.5 9 9 7.4 11 7.4Z";
pub(super) const TICK: &str = "M6.3 11.4C7.8 12.4 8.8 13.5 9.7 15.1 11 11.8 13 9 15.8 7";

/// A goal's mark: full with a tick when reached, half when partly, an empty ring when not yet, a dashed one to do, a dot under way.
///
/// ```ignore
/// view! { <GoalMark status=goal.status label=move || t.get().goals.status(goal.status)/> }
/// ```
#[component]
pub fn GoalMark(
    /// Where the goal stands.
    #[prop(into)]
    status: Signal<GoalStatus>,
    /// The same in words; without them the mark is decoration beside words that say it.
    #[prop(optional, into)]
    label: Option<TextProp>,
) -> impl IntoView {
    let fill = move || match status.get() {
        GoalStatus::Reached => Some(RING),
        GoalStatus::Partly => Some(HALF),
        GoalStatus::Doing => Some(DOT),
        GoalStatus::ToDo | GoalStatus::NotYet => None,
    };
    let tick = move || (status.get() == GoalStatus::Reached).then_some(TICK);
    let hidden = label.is_none().then_some("true");
    let role = label.is_some().then_some("img");
    view! {
        <svg
            class="mark"
            class:mark--todo=move || status.get() == GoalStatus::ToDo
            viewBox="0 0 22 22"
            role=role
            aria-hidden=hidden
            aria-label=label.map(|label| move || label.get())
        >
            <path class="mark__fill" d=fill></path>
            <path class="mark__ring" d=RING></path>
            <path class="mark__tick" d=tick></path>
        </svg>
    }
}
