//! A wrong entry put right: where the session really stands, and why. The reason stays beside it.

use leptos::prelude::*;

use super::change::Refused;
use super::use_here;
use crate::domain::session::field;
use crate::domain::{Booking, Instant, PersonId, Refusal, Role, SessionState, Standing, StandingCommand, schema::name};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::moment::{Moment, MomentFields};
use crate::web::pages::names::use_names;
use crate::web::ui::{Button, ButtonKind, Choices, ChoicesLook, Input, MarginNote, TextArea};

/// What a session can be corrected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Truth {
    Booked,
    Held,
    Cancelled(Role),
    Absent(Role),
}

impl Truth {
    const ALL: [Self; 6] = [
        Self::Held,
        Self::Booked,
        Self::Cancelled(Role::Student),
        Self::Cancelled(Role::Mentor),
        Self::Absent(Role::Student),
        Self::Absent(Role::Mentor),
    ];

    fn standing(self) -> Standing {
        match self {
            Self::Booked => Standing::Booked,
            Self::Held => Standing::Held,
            Self::Cancelled(_) => Standing::Cancelled,
            Self::Absent(_) => Standing::Absent,
        }
    }

    /// The state, in the slot that the session has; `told` is when the other was told of one that was cancelled.
    fn state(self, slot: Booking, told: Instant) -> SessionState {
        let Booking { start, minutes } = slot;
        match self {
            Self::Booked => SessionState::Booked(slot),
            Self::Held => SessionState::Held { start, minutes, lasted: Some(minutes) },
            Self::Cancelled(by) => SessionState::Cancelled { start, minutes, by: PersonId::of(by), told },
            Self::Absent(who) => SessionState::Absent { start, minutes, who: PersonId::of(who) },
        }
    }
}

/// Correcting the session on screen, and the reason of the last correction.
#[component]
pub fn Correction() -> impl IntoView {
    let is_open = RwSignal::new(false);
    view! {
        <MarginNote title=say(|t| t.standing().correct_title)>
            <ReasonField/>
            <Show
                when=move || is_open.get()
                fallback=move || {
                    view! {
                        <p>{say(|t| t.standing().correct_lede)}</p>
                        <p class="actions">
                            <Button
                                on_click=move || {
                                    is_open.set(true);
                                    focus_soon(&["#correct-form input"]);
                                }
                            >
                                {say(|t| t.standing().correct_open)}
                            </Button>
                        </p>
                    }
                }
            >
                <Form on_close=move || is_open.set(false)/>
            </Show>
        </MarginNote>
    }
}

/// The reason of the last correction, still to be worded better.
#[component]
fn ReasonField() -> impl IntoView {
    let here = use_here();
    let is_corrected = here.read(|session| session.corrected_from.is_some());
    let id = here.id;
    move || {
        is_corrected.get().then(|| {
            let path = field(&id, name::REASON);
            view! { <TextArea label=say(|t| t.standing().reason) hint=say(|t| t.standing().reason_hint) path=path rows=2/> }
        })
    }
}

/// The same where the correction itself is elsewhere: on the screen of a session that is to be held after all.
#[component]
pub fn Reason() -> impl IntoView {
    let here = use_here();
    let is_corrected = here.read(|session| session.corrected_from.is_some());
    view! {
        <Show when=move || is_corrected.get()>
            <MarginNote title=say(|t| t.standing().corrected_title)>
                <ReasonField/>
            </MarginNote>
        </Show>
    }
}

#[component]
fn Form(#[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let names = use_names();
    let state = here.read(|session| session.state);
    let truth = RwSignal::new(None::<Truth>);
    let reason = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<Refusal>);
    // Nobody knows any more, as far as the page can tell: at the latest, shown to be said better.
    let latest = state.get_untracked().map_or(store.now(), |state| state.booking().start.plus_minutes(-1));
    let told = Moment::new(store, latest.min(store.now()));
    let cancels = move || match truth.get() {
        Some(Truth::Cancelled(role)) => Some(role),
        _ => None,
    };
    let told_legend = Signal::derive(move || {
        let role = cancels().unwrap_or(Role::Student);
        names.with(|names| (texts.get().standing().told_legend)(names.of(role)))
    });
    let options = Signal::derive(move || {
        let words = texts.get().standing();
        let now = state.get().map(|state| state.standing());
        let word = |truth: Truth| {
            names.with(|names| match truth {
                Truth::Booked => words.to_booked.to_owned(),
                Truth::Held => words.to_held.to_owned(),
                Truth::Cancelled(role) => (words.to_cancelled)(names.of(role)),
                Truth::Absent(role) => (words.to_absent)(names.of(role)),
            })
        };
        let others = Truth::ALL.into_iter().filter(|truth| Some(truth.standing()) != now);
        others.map(|truth| (truth, word(truth))).collect::<Vec<_>>()
    });
    let act = move || {
        let (Some(truth), Some(state)) = (truth.get_untracked(), state.get_untracked()) else { return };
        let Some(at) = untrack(|| told.read(store)) else { return };
        let to = truth.state(state.booking(), at);
        let outcome = here.stand(StandingCommand::Correct(here.id.clone(), to, reason.get_untracked()));
        if outcome.is_ok() {
            store.announce(texts.get_untracked().standing().corrected_said.to_owned());
            focus_soon(&["main h1"]);
        }
        refused.try_set(outcome.err());
    };
    let cancel = move || {
        on_close.run(());
        focus_soon(&["main h1"]);
    };
    let missing = Signal::derive(move || {
        let of_reason = refused.get().filter(|refusal| *refusal == Refusal::ReasonMissing);
        of_reason.map(|refusal| texts.get().refusals().of(refusal).to_owned())
    });
    view! {
        <div class="calc__ask" id="correct-form">
            <Choices
                legend=say(|t| t.standing().correct_to)
                options=options
                value=truth
                on_choose=move |to| truth.set(Some(to))
                look=ChoicesLook::Stack
            />
            <Show when=move || cancels().is_some()>
                <MomentFields legend=told_legend moment=told/>
            </Show>
            <Input
                label=say(|t| t.standing().reason)
                hint=say(|t| t.standing().reason_hint)
                value=reason
                rows=2
                error=missing
            />
            <Refused refused=Signal::derive(move || {
                refused.get().filter(|refusal| *refusal != Refusal::ReasonMissing)
            })/>
            <p class="actions">
                <Button on_click=act>{say(|t| t.standing().correct)}</Button>
                <Button kind=ButtonKind::Quiet on_click=cancel>{say(|t| t.standing().correct_cancel)}</Button>
            </p>
        </div>
    }
}
