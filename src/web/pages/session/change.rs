//! Cancelling, moving, or noting an absence, on the screen of a booked session: the rule answers while one chooses, then one act does it.

use leptos::prelude::*;

use super::facts::SameWeekNote;
use super::slot::{NewSlot, NewSlotChoice};
use super::use_here;
use crate::domain::rule::cancellation::{Cancellation, Ruling, Verdict};
use crate::domain::{Booking, Command, Instant, PersonId, Refusal, Role, Session, SessionId, StandingCommand};
use crate::web::dispatch::new_id;
use crate::web::locale::{say, use_texts};
use crate::web::pages::cancellation::Answer;
use crate::web::pages::focus::focus_soon;
use crate::web::pages::moment::{Moment, MomentFields, typed};
use crate::web::pages::names::use_names;
use crate::web::pages::next_session::{follow_with_goals, slot_words};
use crate::web::pages::reading::use_reading;
use crate::web::ui::{Button, Choices, ChoicesLook, Part};

/// Where links lead to it: `#/session?id=…&vers=changer`.
pub const CHANGE: &str = "changer";

/// What is happening to the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Happening {
    Cancel,
    Move,
    Absence,
}

/// The answers to who, mentor or student, by name.
pub fn use_who() -> Signal<Vec<(Role, String)>> {
    let names = use_names();
    Signal::derive(move || {
        names.with(|names| [Role::Student, Role::Mentor].map(|role| (role, names.of(role).to_owned())).to_vec())
    })
}

/// The answers to whether the mentor agrees.
pub fn use_agreement() -> Signal<Vec<(Option<bool>, String)>> {
    let texts = use_texts();
    Signal::derive(move || {
        let words = texts.get();
        vec![
            (Some(true), words.common().yes.to_owned()),
            (Some(false), words.common().no.to_owned()),
            (None, words.cancellation().not_yet.to_owned()),
        ]
    })
}

/// What can happen to a session that is booked.
#[component]
pub fn Change() -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let reading = use_reading();
    let happening = RwSignal::new(None::<Happening>);
    let slot = here.read(Session::booking);
    let has_begun = Memo::new(move |_| slot.get().is_some_and(|slot| slot.start <= store.minute().get()));
    let options = Signal::derive(move || {
        let words = texts.get().standing();
        let cancel = Some((Happening::Cancel, words.do_cancel.to_owned()));
        let moved = (!has_begun.get()).then(|| (Happening::Move, words.do_move.to_owned()));
        [cancel, moved, Some((Happening::Absence, words.do_absent.to_owned()))]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    });
    let passed = move || slot.get().map(|slot| (texts.get().standing().passed)(&reading.moment(slot.start)));
    let form = move || {
        let slot = slot.get()?;
        Some(match happening.get()? {
            Happening::Cancel => view! { <Cancelling booked=slot/> }.into_any(),
            Happening::Move => view! { <Moving booked=slot/> }.into_any(),
            Happening::Absence => view! { <Missing booked=slot/> }.into_any(),
        })
    };
    view! {
        <Part place=CHANGE title=say(|t| t.standing().change_title) note=say(|t| t.standing().change_note)>
            <div class="session-change">
                <Show when=move || has_begun.get()><p>{passed}</p></Show>
                <Choices
                    legend=say(|t| t.standing().change_what)
                    options=options
                    value=happening
                    on_choose=move |what| happening.set(Some(what))
                    look=ChoicesLook::Segments
                />
                {form}
            </div>
        </Part>
    }
}

/// What the record refused, in words.
#[component]
pub fn Refused(#[prop(into)] refused: Signal<Option<Refusal>>) -> impl IntoView {
    let texts = use_texts();
    let words =
        move || refused.get().map(|refusal| view! { <p class="field__error">{texts.get().refusals().of(refusal)}</p> });
    view! { <div role="alert">{words}</div> }
}

#[component]
fn Cancelling(booked: Booking) -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let names = use_names();
    let by = RwSignal::new(store.me().get_untracked().role());
    let told = Moment::new(store, store.now());
    // The moment of telling is now, until somebody says another.
    let present = RwSignal::new(typed(store, store.now()));
    Effect::new(move |_| {
        let fresh = typed(store, store.minute().get());
        told.follow(Some(&present.get_untracked()), &fresh);
        present.set(fresh);
    });
    let agreed = RwSignal::new(None::<bool>);
    let new_slot = NewSlot::new(store, booked, true);
    let refused = RwSignal::new(None);
    let contract = store.read(|pair| pair.contract);
    let answer = Memo::new(move |_| {
        let new_slot = new_slot.read(store).is_some();
        let asked =
            Cancellation { start: booked.start, told: told.read(store)?, by: by.get(), agreed: agreed.get(), new_slot };
        Some((asked, asked.ruling(&contract.get())))
    });
    let is_student = move || by.get() == Role::Student;
    let told_legend =
        Signal::derive(move || names.with(|names| (texts.get().standing().told_legend)(names.of(by.get()))));
    let words = move || {
        let words = texts.get();
        let loses = |(_, ruling): &(Cancellation, Ruling)| {
            matches!(ruling.verdict, Verdict::Late { .. } | Verdict::Declined | Verdict::Absent)
        };
        match new_slot.read(store) {
            Some(anew) => (words.standing().cancel_and_book)(&slot_words(store, words.next_session(), anew.start)),
            None if answer.with(|answer| answer.as_ref().is_some_and(loses)) => {
                words.standing().cancel_anyway.to_owned()
            }
            None => words.standing().cancel.to_owned(),
        }
    };
    let act = move || {
        let Some(told) = untrack(|| told.read(store).filter(|_| new_slot.is_said(store))) else { return };
        let anew = untrack(|| new_slot.read(store));
        let replacement = anew.and_then(|anew| Some((SessionId::parse(&new_id())?, anew)));
        let by = by.get_untracked();
        let outcome = here.stand(StandingCommand::Cancel {
            session: here.id.clone(),
            by: PersonId::of(by),
            told,
            agreed: agreed.get_untracked().filter(|_| by == Role::Student),
            replacement,
        });
        if outcome.is_ok() {
            if let Some(anew) = anew {
                follow_with_goals(store, Some(booked.start), anew.start);
            }
            store.announce(texts.get_untracked().standing().cancelled_said.to_owned());
            focus_soon(&["main h1"]);
        }
        refused.try_set(outcome.err());
    };
    view! {
        <div class="calc">
            <div class="calc__ask">
                <Choices
                    legend=say(|t| t.cancellation().by_legend)
                    options=use_who()
                    value=Signal::derive(move || Some(by.get()))
                    on_choose=move |role| by.set(role)
                    look=ChoicesLook::Segments
                />
                <MomentFields legend=told_legend moment=told/>
                <Show when=is_student>
                    <Choices
                        legend=move || names.with(|names| (texts.get().cancellation().agreed_legend)(&names.mentor))
                        options=use_agreement()
                        value=Signal::derive(move || Some(agreed.get()))
                        on_choose=move |said| agreed.set(said)
                        look=ChoicesLook::Segments
                    />
                </Show>
                <NewSlotChoice legend=say(|t| t.standing().new_slot) choice=new_slot/>
                <Refused refused=refused/>
                <p class="actions">
                    <Button on_click=act>{words}</Button>
                </p>
            </div>
            <Answer answer=answer/>
        </div>
    }
}

#[component]
fn Moving(booked: Booking) -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let to = NewSlot::new(store, booked, false);
    let kind = here.read(|session| session.kind);
    let id = here.id.clone();
    let refused = RwSignal::new(None);
    let words = move || {
        let words = texts.get();
        to.read(store).map_or_else(
            || words.standing().do_move.to_owned(),
            |to| (words.standing().move_to)(&slot_words(store, words.next_session(), to.start)),
        )
    };
    let act = move || {
        let Some(to) = untrack(|| to.read(store)) else { return };
        let outcome = store.dispatch(Command::Book(here.id.clone(), to));
        if outcome.is_ok() {
            follow_with_goals(store, Some(booked.start), to.start);
            let words = texts.get_untracked();
            store.announce((words.standing().moved_said)(&slot_words(store, words.next_session(), to.start)));
            focus_soon(&["main h1"]);
        }
        refused.try_set(outcome.err());
    };
    let where_to = move || {
        let words = texts.get();
        to.read(store).map_or_else(
            || words.standing().move_where.to_owned(),
            |to| crate::i18n::capitalised(&slot_words(store, words.next_session(), to.start)),
        )
    };
    view! {
        <div class="calc">
            <div class="calc__ask">
                <NewSlotChoice legend=say(|t| t.standing().new_slot) choice=to/>
                <SameWeekNote id=Some(id) kind=kind start=Signal::derive(move || to.read(store).map(|to| to.start))/>
                <Refused refused=refused/>
                <p class="actions">
                    <Button on_click=act>{words}</Button>
                </p>
            </div>
            <div class="calc__answer">
                <div class="calc__said" role="status">
                    <p class="booking__date">{where_to}</p>
                    <p>{say(|t| t.standing().move_large)} " " {say(|t| t.standing().move_why)}</p>
                </div>
                <p class="hint">{say(|t| t.standing().move_source)}</p>
            </div>
        </div>
    }
}

#[component]
fn Missing(booked: Booking) -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let reading = use_reading();
    let who = RwSignal::new(Role::Student);
    let refused = RwSignal::new(None);
    let contract = store.read(|pair| pair.contract);
    let answer = Memo::new(move |_| {
        let asked =
            Cancellation { start: booked.start, told: booked.start, by: who.get(), agreed: None, new_slot: false };
        Some((asked, asked.ruling(&contract.get())))
    });
    let is_early = Memo::new(move |_| store.minute().get() < booked.start);
    let early = move || (texts.get().standing().absent_early)(&reading.moment(booked.start));
    let third = move || {
        let at: Instant = booked.start.plus_minutes(i64::from(booked.minutes) / 3);
        let time = reading.with(|labels| labels.formats.time(at.wall_time(labels.zone)));
        (texts.get().standing().absent_third)(&time)
    };
    let act = Callback::new(move |()| {
        let outcome = here.stand(StandingCommand::MissedBy(here.id.clone(), PersonId::of(who.get_untracked())));
        if outcome.is_ok() {
            store.announce(texts.get_untracked().standing().absent_said.to_owned());
            focus_soon(&["main h1"]);
        }
        refused.try_set(outcome.err());
    });
    view! {
        <Show when=move || !is_early.get() fallback=move || view! { <p role="status">{early}</p> }>
            <div class="calc">
                <div class="calc__ask">
                    <Choices
                        legend=say(|t| t.standing().who_absent)
                        options=use_who()
                        value=Signal::derive(move || Some(who.get()))
                        on_choose=move |role| who.set(role)
                        look=ChoicesLook::Segments
                    />
                    <p class="hint">{third}</p>
                    <Refused refused=refused/>
                    <p class="actions">
                        <Button on_click=move || act.run(())>{say(|t| t.standing().note_absence)}</Button>
                    </p>
                </div>
                <Answer answer=answer/>
            </div>
        </Show>
    }
}
