//! Where a goal stands, changed by buttons, by a menu and by keys; and cutting it in two.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::focus_goal;
use crate::domain::{Command, GoalCommand, GoalId, GoalStatus, Refusal};
use crate::i18n::capitalised;
use crate::web::dispatch::{Store, new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Menu};

/// From how many carries on cutting a goal in two is offered beside the usual moves; before, it waits in the menu.
const MANY: usize = 2;

/// Moves a goal to a status, says so, and takes the focus along to the column where it now stands.
fn move_to(store: Store, id: &GoalId, to: GoalStatus) -> Result<(), Refusal> {
    store.dispatch(Command::SetGoalStatus(id.clone(), to))?;
    let texts = store.settings().with_untracked(|settings| settings.locale.messages());
    store.announce((texts.goals().now_status)(texts.fields().status_word(to)));
    focus_goal(id);
    Ok(())
}

/// The status that Alt with ↓ or ↑ leads to: the next or the previous in the order of the menu; nothing at its ends, and inside
/// fields the keys are the field's own.
pub fn asked_by(event: &web_sys::KeyboardEvent, status: GoalStatus) -> Option<GoalStatus> {
    let is_field = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.matches("input, textarea, select").unwrap_or_default());
    if is_field || !event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    let at = GoalStatus::ALL.iter().position(|it| *it == status)?;
    let to = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.checked_sub(1)?,
        _ => return None,
    };
    GoalStatus::ALL.get(to).copied()
}

/// Listens to the keys of a card.
pub fn use_keys(id: &GoalId, status: Memo<GoalStatus>) -> impl Fn(web_sys::KeyboardEvent) + Clone + use<> {
    let (store, id) = (use_store(), id.clone());
    move |event: web_sys::KeyboardEvent| {
        if let Some(to) = asked_by(&event, status.get_untracked()) {
            event.prevent_default();
            // Refused only for what was removed elsewhere meanwhile, which leaves the board by itself.
            let _ = move_to(store, &id, to);
        }
    }
}

/// The usual next states as buttons, every state in a menu.
#[component]
pub fn Moves(
    /// Which goal.
    id: GoalId,
    /// Where it stands.
    status: Memo<GoalStatus>,
    /// Its words.
    what: Memo<String>,
    /// The goal whose editor is open.
    editing: RwSignal<Option<GoalId>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let trouble = RwSignal::new(None);
    let counted = id.clone();
    let carried = store.read(move |pair| {
        let goal = pair.goals.iter().find(|goal| goal.id == counted);
        goal.map_or(0, |goal| pair.carried_by(goal).len())
    });
    let split = {
        let id = id.clone();
        Callback::new(move |()| {
            let Some(part) = GoalId::parse(&new_id()) else { return };
            let outcome = store.dispatch(Command::Goal(GoalCommand::Split(id.clone(), part.clone())));
            trouble.set(outcome.err());
            if outcome.is_ok() {
                store.announce(texts.get_untracked().goals().now_split.to_owned());
                // What each part is comes next: the new one is open, the first one stands below it.
                editing.set(Some(part));
            }
        })
    };
    let go = Callback::new(move |to: GoalStatus| trouble.set(move_to(store, &id, to).err()));
    let usual = move || match status.get() {
        GoalStatus::ToDo => vec![(GoalStatus::Doing, texts.get().goals().start)],
        GoalStatus::Doing => {
            vec![(GoalStatus::Reached, texts.get().goals().finish), (GoalStatus::ToDo, texts.get().goals().back_to_do)]
        }
        GoalStatus::Reached | GoalStatus::Partly | GoalStatus::NotYet => {
            vec![(GoalStatus::Doing, texts.get().goals().reopen)]
        }
    };
    let buttons = move || {
        let button = |(to, words): (GoalStatus, &'static str)| {
            let label = move || (texts.get().goals().about)(words, &what.get());
            view! {
                <Button kind=ButtonKind::Quiet label=label on_click=move || go.run(to)>{words}</Button>
            }
        };
        usual().into_iter().map(button).collect_view()
    };
    let now = move || capitalised(texts.get().fields().status_word(status.get()));
    let can_split = Memo::new(move |_| !status.get().is_over());
    let in_sight = Memo::new(move |_| can_split.get() && carried.get() >= MANY);
    let split_label = move || (texts.get().goals().about)(texts.get().goals().split, &what.get());
    view! {
        <div class="goal__moves">
            <Menu text=now label=move || (texts.get().goals().about)(&now(), &what.get())>
                {GoalStatus::ALL
                    .map(|to| {
                        view! {
                            <Button kind=ButtonKind::Quiet on_click=move || go.run(to)>
                                {move || capitalised(texts.get().fields().status_word(to))}
                            </Button>
                        }
                    })
                    .collect_view()}
                <Show when=move || can_split.get() && !in_sight.get()>
                    <Button kind=ButtonKind::Quiet label=split_label on_click=split>
                        {say(|t| t.goals().split)}
                    </Button>
                </Show>
            </Menu>
            {move || buttons()}
            <Show when=move || in_sight.get()>
                <Button kind=ButtonKind::Quiet label=split_label on_click=split>{say(|t| t.goals().split)}</Button>
            </Show>
        </div>
        {move || trouble.get().map(|refusal| view! { <p class="field__error">{texts.get().refusals().of(refusal)}</p> })}
    }
}
