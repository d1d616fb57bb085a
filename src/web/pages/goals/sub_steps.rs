//! The sub-steps of a goal: ticked, added one after the other, renamed, moved and removed.

use leptos::html;
use leptos::prelude::*;

use crate::domain::schema::name;
use crate::domain::sub_step::{self, Towards};
use crate::domain::{Command, GoalId, Refusal, SubStep, SubStepCommand, SubStepId};
use crate::i18n::visible;
use crate::web::dispatch::{new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::ui::{Button, ButtonKind, Checkbox, Menu, TextField, fresh_id};

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The sub-steps of a goal with a tick each; where people work on the goal, also a field for the next one and what changes them.
#[component]
pub fn SubSteps(
    /// Whose.
    goal: GoalId,
    /// The goal's words, for the names of lists and fields.
    what: Memo<String>,
    /// Whether they can be added to and changed here, or only ticked.
    #[prop(into)]
    open: Signal<bool>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let of = goal.clone();
    let ids = store.read(move |pair| pair.sub_steps_of(&of).map(|step| step.id.clone()).collect::<Vec<_>>());
    let of = goal.clone();
    let done = store.read(move |pair| {
        pair.sub_steps_of(&of).fold((0, 0), |(done, all), step| (done + u32::from(step.done), all + 1))
    });
    let adding = RwSignal::new(false);
    let is_empty = move || ids.with(Vec::is_empty);
    // The field has its own identifier, so that the focus comes back to it from what was removed.
    let field = fresh_id("sub-step");
    let (row_field, around) = (field.clone(), around(&field));
    view! {
        <div class="sub-steps" id=around>
            <Show when=move || !is_empty()>
                <p class="row__meta">
                    {move || {
                        let (done, all) = done.get();
                        (texts.get().sub_steps().done_of)(done, all)
                    }}
                </p>
            </Show>
            <ul class="sub-steps__list" hidden=is_empty aria-label=move || (texts.get().sub_steps().list_of)(&what.get())>
                <For
                    each=move || ids.get()
                    key=SubStepId::clone
                    children={
                        let goal = goal.clone();
                        move |id| view! { <Row id=id goal=goal.clone() open=open field=row_field.clone()/> }
                    }
                />
            </ul>
            <Show when=move || open.get() && adding.get()>
                <Add goal=goal.clone() what=what field=field.clone() adding=adding/>
            </Show>
            <Show when=move || open.get() && !adding.get()>
                <p class="goal__acts">
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().sub_steps().add_label_of)(&what.get())
                        on_click=move || adding.set(true)
                    >
                        {say(|t| t.sub_steps().add_label)}
                    </Button>
                </p>
            </Show>
        </div>
    }
}

/// The identifier of what stands around the field for the next sub-step.
fn around(field: &str) -> String {
    format!("{field}-around")
}

/// Puts the focus on what changes a sub-step, once it stands in its place.
fn focus_row(id: &SubStepId) {
    focus_soon(&[&format!("#sub-step-{id} .menu__opener"), &format!("#sub-step-{id} input")]);
}

/// One sub-step: a tick with its words, and what changes it.
#[component]
fn Row(id: SubStepId, goal: GoalId, open: Signal<bool>, field: String) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let wanted = id.clone();
    let step = store.read(move |pair| pair.sub_steps.iter().find(|step| step.id == wanted).cloned());
    let text = Memo::new(move |_| words_of(step.with(Option::clone).as_ref(), texts.get().sub_steps().untitled));
    let done = Memo::new(move |_| step.with(|step| step.as_ref().is_some_and(|step| step.done)));
    let renaming = RwSignal::new(false);
    let tick = {
        let (id, goal) = (id.clone(), goal.clone());
        move |yes: bool| {
            // Refused only for what was removed elsewhere meanwhile, which leaves the list by itself.
            if store.dispatch(Command::SubStep(SubStepCommand::Tick(id.clone(), yes))).is_ok() {
                let counted = store.pairing().with_untracked(|pair| {
                    pair.as_ref().map(|pair| {
                        pair.sub_steps_of(&goal)
                            .fold((0, 0), |(done, all), step| (done + u32::from(step.done), all + 1))
                    })
                });
                let (done, all) = counted.unwrap_or_default();
                store.announce((texts.get_untracked().sub_steps().ticked)(done, all));
            }
        }
    };
    let (acted, kept) = (id.clone(), id.clone());
    view! {
        <li class="sub-step" class:is-done=move || done.get() id=format!("sub-step-{id}")>
            <Show
                when=move || renaming.get()
                fallback={
                    let tick = Callback::new(move |(yes,): (bool,)| tick(yes));
                    move || view! { <Checkbox label=move || text.get() checked=done on_change=move |yes| tick.run((yes,))/> }
                }
            >
                <Rename id=kept.clone() renaming=renaming/>
            </Show>
            <Show when=move || open.get() && !renaming.get()>
                <Acts id=acted.clone() goal=goal.clone() text=text renaming=renaming field=field.clone()/>
            </Show>
        </li>
    }
}

fn words_of(step: Option<&SubStep>, untitled: &str) -> String {
    let words = step.map(|step| visible(step.text.trim())).unwrap_or_default();
    if words.is_empty() { untitled.to_owned() } else { words }
}

/// New words for a sub-step; Enter keeps them.
#[component]
fn Rename(id: SubStepId, renaming: RwSignal<bool>) -> impl IntoView {
    let field = fresh_id("rename");
    let selector = format!("#{field}");
    Effect::new(move |_| focus_soon(&[&selector]));
    let store = use_store();
    let path = sub_step::field(&id, name::TEXT);
    let kept = path.clone();
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // The field goes with this form, and not every browser says that a field that goes is left. What may not stand there is kept
        // as typed.
        let _ = store.seal(&kept);
        renaming.set(false);
        focus_row(&id);
    };
    view! {
        <form class="sub-step__rename" on:submit=keep novalidate>
            <TextField label=say(|t| t.sub_steps().rename_label) id=field path=path/>
            <Button type_="submit">{say(|t| t.sub_steps().keep)}</Button>
        </form>
    }
}

/// Rename, up, down, remove.
#[component]
fn Acts(id: SubStepId, goal: GoalId, text: Memo<String>, renaming: RwSignal<bool>, field: String) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let of = goal.clone();
    let shift = {
        let id = id.clone();
        Callback::new(move |towards: Towards| {
            if store.dispatch(Command::SubStep(SubStepCommand::Move(id.clone(), towards))).is_ok() {
                let found = store.pairing().with_untracked(|pair| {
                    let pair = pair.as_ref()?;
                    let at = pair.sub_steps_of(&goal).position(|step| step.id == id)?;
                    Some((count(at + 1), count(pair.sub_steps_of(&goal).count())))
                });
                if let Some((place, all)) = found {
                    store.announce((texts.get_untracked().sub_steps().moved)(&text.get_untracked(), place, all));
                }
                focus_row(&id);
            }
        })
    };
    let remove = move || {
        if store.dispatch(Command::SubStep(SubStepCommand::Remove(id.clone()))).is_ok() {
            store.announce((texts.get_untracked().sub_steps().removed)(&text.get_untracked()));
        }
        // Where the next one is written, else the goal.
        focus_soon(&[&format!("#{field}"), &format!("#{}", super::title_id(&of))]);
    };
    let remove = Callback::new(move |()| remove());
    view! {
        <Menu text=say(|t| t.sub_steps().acts) label=move || (texts.get().sub_steps().acts_named)(&text.get())>
            <Button
                kind=ButtonKind::Quiet
                label=move || (texts.get().sub_steps().change_named)(&text.get())
                on_click=move || renaming.set(true)
            >
                {say(|t| t.sub_steps().change)}
            </Button>
            <Button
                kind=ButtonKind::Quiet
                label=move || (texts.get().sub_steps().up_named)(&text.get())
                on_click=move || shift.run(Towards::Up)
            >
                {say(|t| t.sub_steps().up)}
            </Button>
            <Button
                kind=ButtonKind::Quiet
                label=move || (texts.get().sub_steps().down_named)(&text.get())
                on_click=move || shift.run(Towards::Down)
            >
                {say(|t| t.sub_steps().down)}
            </Button>
            <Button
                kind=ButtonKind::Quiet
                label=move || (texts.get().sub_steps().remove_named)(&text.get())
                on_click=move || remove.run(())
            >
                {say(|t| t.sub_steps().remove)}
            </Button>
        </Menu>
    }
}

/// A field for the next sub-step: Enter adds it and leaves the field empty for the one after.
#[component]
fn Add(goal: GoalId, what: Memo<String>, field: String, adding: RwSignal<bool>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<Refusal>);
    let control = NodeRef::<html::Input>::new();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        let Some(id) = SubStepId::parse(&new_id()).filter(|_| !text.trim().is_empty()) else {
            return;
        };
        let outcome = store.dispatch(Command::SubStep(SubStepCommand::Add(id, goal.clone(), text.clone())));
        if outcome.is_ok() {
            typed.set(String::new());
            let all =
                store.pairing().with_untracked(|pair| pair.as_ref().map_or(0, |pair| pair.sub_steps_of(&goal).count()));
            store.announce((texts.get_untracked().sub_steps().added)(text.trim(), count(all)));
        }
        refused.set(outcome.err());
        if let Some(control) = control.get_untracked() {
            let _ = control.focus();
        }
    };
    Effect::new(move |_| {
        if let Some(control) = control.get() {
            // It comes because somebody asked for it.
            request_animation_frame(move || drop(control.focus()));
        }
    });
    let opener = format!("#{} > .goal__acts button", around(&field));
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            adding.set(false);
            focus_soon(&[&opener]);
        }
    };
    let error = format!("{field}-error");
    let described = {
        let (hint, error) = (format!("{field}-hint"), error.clone());
        move || if refused.get().is_some() { format!("{hint} {error}") } else { hint.clone() }
    };
    view! {
        <form class="sub-steps__add" on:submit=add on:keydown=escape novalidate>
            <label class="field__label" for=field.clone()>
                {say(|t| t.sub_steps().add_label)}
                <span class="visually-hidden">" – "{move || what.get()}</span>
            </label>
            <span class="sub-steps__row">
                <input
                    class="field__control"
                    type="text"
                    id=field.clone()
                    autocomplete="off"
                    enterkeyhint="next"
                    node_ref=control
                    aria-describedby=described
                    aria-invalid=move || refused.get().map(|_| "true")
                    prop:value=typed
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        refused.set(None);
                    }
                />
                <Button type_="submit" label=move || (texts.get().goals().about)(texts.get().sub_steps().add, &what.get())>
                    {say(|t| t.sub_steps().add)}
                </Button>
            </span>
            <span class="hint" id=format!("{field}-hint")>{say(|t| t.sub_steps().add_hint)}</span>
            {move || {
                let id = error.clone();
                refused.get().map(|refusal| view! { <span class="field__error" id=id>{texts.get().refusals().of(refusal)}</span> })
            }}
        </form>
    }
}

/// Sub-steps whose goal was removed on another device meanwhile: kept apart, each can become a goal of its own.
#[component]
pub fn StraySubSteps() -> impl IntoView {
    let store = use_store();
    let ids = store.read(|pair| pair.stray_sub_steps().map(|step| step.id.clone()).collect::<Vec<_>>());
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <section class="section" aria-labelledby="stray-title">
                <h2 id="stray-title" tabindex="-1">{say(|t| t.sub_steps().stray_title)}</h2>
                <p class="quiet">{say(|t| t.sub_steps().stray_body)}</p>
                <ul class="rows">
                    <For each=move || ids.get() key=SubStepId::clone let:id>
                        <Stray id=id/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Stray(id: SubStepId) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let wanted = id.clone();
    let step = store.read(move |pair| pair.sub_steps.iter().find(|step| step.id == wanted).cloned());
    let text = Memo::new(move |_| words_of(step.with(Option::clone).as_ref(), texts.get().sub_steps().untitled));
    let promoted = id.clone();
    let promote = move || {
        let Some(goal) = GoalId::parse(&new_id()) else { return };
        let made = Command::SubStep(SubStepCommand::Promote(promoted.clone(), goal.clone()));
        if store.dispatch(made).is_ok() {
            store.announce(texts.get_untracked().sub_steps().promoted.to_owned());
            super::focus_goal(&goal);
        }
    };
    let remove = move || {
        if store.dispatch(Command::SubStep(SubStepCommand::Remove(id.clone()))).is_ok() {
            store.announce((texts.get_untracked().sub_steps().removed)(&text.get_untracked()));
        }
        focus_soon(&["#stray-title", super::WRITE]);
    };
    view! {
        <li class="row">
            <span class="row__dot" aria-hidden="true"></span>
            <div class="row__body">
                <p>{text}</p>
                <p class="goal__acts">
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().sub_steps().promote_named)(&text.get())
                        on_click=promote
                    >
                        {say(|t| t.sub_steps().promote)}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().sub_steps().remove_named)(&text.get())
                        on_click=remove
                    >
                        {say(|t| t.sub_steps().remove)}
                    </Button>
                </p>
            </div>
        </li>
    }
}
