//! The pair agreement, item by item: each person accepts for themselves, and what can wait is left for another time.

use leptos::html;
use leptos::prelude::*;

use super::names::use_names;
use super::reading::use_reading;
use crate::domain::schema::{self, name};
use crate::domain::{
    Agreement, AgreementCommand, Command, OwnPromiseId, PersonId, Promise, PromiseId, PromiseState, Role,
};
use crate::web::dispatch::{Store, new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Duo, Part, Roof, TextField};

/// Asks for a change of the agreement. A promise removed elsewhere meanwhile is as good as changed here.
fn order(store: Store, command: AgreementCommand) {
    let _ = store.dispatch(Command::Agreement(command));
}

/// The agreement as a part of section 4.
#[component]
pub fn AgreementPart() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let ids = store.read(|pair| pair.agreement.promises.iter().map(|promise| promise.id.clone()).collect::<Vec<_>>());
    let agreement = store.read(|pair| Some(pair.agreement.clone()));
    let counted = move || {
        let words = texts.get().agreement();
        agreement.with(|agreement| agreement.as_ref().map(|agreement| words.count(agreement)).unwrap_or_default())
    };
    let own = Memo::new(move |_| ids.with(|ids| ids.iter().filter(|id| matches!(id, PromiseId::Own(_))).count()));
    // The promise that was just added takes the focus.
    let fresh = RwSignal::new(None::<PromiseId>);
    let add = move || {
        if let Some(id) = OwnPromiseId::parse(&new_id()) {
            fresh.set(Some(PromiseId::Own(id.clone())));
            order(store, AgreementCommand::Add(id));
        }
    };
    let button = NodeRef::<html::Button>::new();
    let removed = move || {
        request_animation_frame(move || {
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        });
    };
    view! {
        <Part place="charte" title=say(|t| t.agreement().title) note=counted>
            <div class="pact-part">
                <ol class="pact">
                    <For
                        each=move || ids.get()
                        key=PromiseId::clone
                        children=move |id| view! { <PromiseRow id=id fresh=fresh on_removed=removed/> }
                    />
                </ol>
                <Show when=move || { own.get() < Agreement::MOST_OWN }>
                    <Button kind=ButtonKind::Quiet node_ref=button on_click=add>{say(|t| t.agreement().add)}</Button>
                </Show>
            </div>
        </Part>
    }
}

/// One promise: its roof, its words, and the two ticks that make it whole.
#[component]
fn PromiseRow(
    id: PromiseId,
    fresh: RwSignal<Option<PromiseId>>,
    #[prop(into)] on_removed: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let id = StoredValue::new(id);
    let promise = store.read(move |pair| pair.agreement.promise(&id.get_value()).cloned());
    let read = move |of: fn(&Promise) -> bool| {
        Signal::derive(move || promise.with(|promise| promise.as_ref().is_some_and(of)))
    };
    let ticked = move |person: PersonId| {
        Signal::derive(move || promise.with(|it| it.as_ref().is_some_and(|it| it.ticks.contains(&person))))
    };
    let tick = move |person: PersonId, yes: bool| order(store, AgreementCommand::Tick(id.get_value(), person, yes));
    let title = move || reading.with(|labels| labels.promise_title(&id.get_value()));
    let sentence = Memo::new(move |_| {
        let promise = promise.get()?;
        let pair = store.pairing().get()?;
        Some(reading.with(|labels| labels.promise(&promise, &pair)))
    });
    // What buttons and ticks are about: a promise of the pair's own by its words, the others by their title.
    let about = move || match promise.with(|promise| promise.as_ref().map(|it| it.text.trim().to_owned())) {
        Some(text) if !text.is_empty() => text,
        _ => title().to_owned(),
    };
    let revisit = read(|promise| promise.revisit);
    let undecided = read(|promise| promise.state() != PromiseState::Agreed);
    let leave = move || order(store, AgreementCommand::Revisit(id.get_value(), !revisit.get_untracked()));
    let words = match id.get_value() {
        PromiseId::Given(_) => view! {
            <h3 class="pact__title">{title}</h3>
            <p class="pact__text">{move || sentence.get()}</p>
        }
        .into_any(),
        PromiseId::Own(own) => {
            view! { <OwnPromise id=own fresh=fresh about=Signal::derive(about) on_removed/> }.into_any()
        }
    };
    view! {
        <li class="pact__promise">
            <Roof mentor=ticked(PersonId::MENTOR) student=ticked(PersonId::STUDENT)/>
            <div class="pact__words">
                {words}
                <Show when=move || undecided.get()>
                    <p class="pact__later">
                        {move || {
                            revisit.get().then(|| view! { <span class="to-sharpen">{say(|t| t.agreement().state_revisit)}</span> " " })
                        }}
                        <Button
                            kind=ButtonKind::Quiet
                            label=move || {
                                let words = texts.get().agreement();
                                let named = if revisit.get() { words.take_up_named } else { words.leave_named };
                                named(&about())
                            }
                            on_click=leave
                        >
                            {move || {
                                let words = texts.get().agreement();
                                if revisit.get() { words.take_up } else { words.leave_for_later }
                            }}
                        </Button>
                    </p>
                </Show>
            </div>
            <Duo
                label=move || (texts.get().agreement().accept)(&about())
                mentor_name=move || names.with(|names| names.of(Role::Mentor).to_owned())
                student_name=move || names.with(|names| names.of(Role::Student).to_owned())
                mentor=ticked(PersonId::MENTOR)
                student=ticked(PersonId::STUDENT)
                on_mentor=move |yes| tick(PersonId::MENTOR, yes)
                on_student=move |yes| tick(PersonId::STUDENT, yes)
            />
        </li>
    }
}

/// The words of a promise that the pair added, and the button that removes it.
#[component]
fn OwnPromise(
    id: OwnPromiseId,
    fresh: RwSignal<Option<PromiseId>>,
    about: Signal<String>,
    on_removed: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let field = NodeRef::<html::Input>::new();
    let key = PromiseId::Own(id.clone());
    let path = schema::promise(&key, name::TEXT);
    if fresh.get_untracked().as_ref() == Some(&key) {
        fresh.set(None);
        request_animation_frame(move || {
            if let Some(field) = field.get_untracked() {
                let _ = field.focus();
            }
        });
    }
    let remove = move || {
        order(store, AgreementCommand::Remove(id.clone()));
        on_removed.run(());
    };
    view! {
        <TextField label=say(|t| t.agreement().own_title) hint=say(|t| t.agreement().own_hint) path=path node_ref=field/>
        <p>
            <Button
                kind=ButtonKind::Quiet
                label=move || (texts.get().agreement().remove_named)(&about.get())
                on_click=remove
            >
                {say(|t| t.agreement().remove)}
            </Button>
        </p>
    }
}
