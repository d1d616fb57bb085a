//! The opened project: whose turn it is, the next act with its deadline, the buttons for it, its stations.

use leptos::prelude::*;

use super::super::names::use_names;
use super::super::reading::{Reading, use_reading};
use super::Seen;
use super::acts::Acts;
use super::corrections::{Corrections, Oddities};
use super::stations::Stations;
use crate::domain::schema::name;
use crate::domain::{Instant, Mode, ProjectId, Role, Stage, Turn, session};
use crate::i18n::Messages;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::kit_href;
use crate::web::ui::TextField;

/// The sheet of a project.
#[component]
pub fn Sheet(
    /// Which.
    id: ProjectId,
    /// What is read of it.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let is_done = Memo::new(move |_| {
        seen.with(|seen| seen.as_ref().is_some_and(|seen| matches!(seen.track.stage, Stage::Validated { .. })))
    });
    let is_defence =
        Memo::new(move |_| seen.with(|seen| seen.as_ref().is_some_and(|seen| seen.track.mode == Some(Mode::Defence))));
    let (acts_of, kit_of, corrected) = (id.clone(), StoredValue::new(kit_href(Some(&id))), id);
    view! {
        <div class="sheet-track">
            <Oddities seen=seen/>
            <Show when=move || !is_done.get()>
                <div class="sheet-track__next">
                    <Next seen=seen marked=true/>
                    <Acts id=acts_of.clone() seen=seen/>
                    {move || is_defence
                        .get()
                        .then(|| view! { <p><a href=kit_of.get_value()>{say(|t| t.kit().link)}</a></p> })}
                </div>
            </Show>
            <Assessor seen=seen/>
            <Stations seen=seen/>
            <Corrections id=corrected seen=seen/>
        </div>
    }
}

/// The act that comes next, without its deadline.
pub fn act_words(seen: &Seen, texts: &Messages) -> String {
    let words = texts.path();
    match (&seen.track.stage, seen.track.mode) {
        (Stage::ModeUnknown, _) => words.do_mode,
        (Stage::ToAuthorise, _) => words.do_authorise,
        (Stage::ToBook { again: true }, Some(Mode::Review)) => words.do_book_again,
        (Stage::ToBook { .. }, Some(Mode::Review)) => words.do_book_review,
        (Stage::ToBook { .. }, _) => words.do_book_defence,
        (Stage::ToDeposit { .. }, _) => words.do_deposit,
        (Stage::ToPresent { .. }, Some(Mode::Review)) => words.do_present_review,
        (Stage::ToPresent { .. }, _) => words.do_present_defence,
        (Stage::ToConclude { .. }, _) => words.do_conclude,
        (Stage::ToResubmit { .. }, _) => words.do_resubmit,
        (Stage::ToDecide { .. }, _) => words.do_decide,
        (Stage::ToTell { .. }, _) => {
            return seen.assessor_name().map_or(words.do_tell_unnamed.to_owned(), words.do_tell);
        }
        (Stage::ToPlan { .. }, _) => words.do_plan,
        (Stage::Validated { .. }, _) => words.do_done,
    }
    .to_owned()
}

/// Why, and how much time is left.
fn notes(seen: &Seen, now: Instant, deposit_hours: u32, reading: Reading) -> Vec<String> {
    reading.with(|labels| {
        let words = labels.words.path();
        let mut said = Vec::new();
        if let Some(deadline) = seen.track.stage.deadline() {
            let left = deadline.minutes_since(now);
            let is_past = deadline < now;
            let length = words.length(left.abs());
            let is_deposit = matches!(seen.track.stage, Stage::ToDeposit { .. });
            match (is_past, is_deposit && seen.track.mode == Some(Mode::Defence)) {
                (false, true) => {
                    said.push((words.note_deposit)(&length, &labels.words.organisation().delay(deposit_hours)));
                }
                (false, false) => said.push((words.left)(&length)),
                (true, is_deposit) => {
                    said.push((words.since)(&length));
                    said.extend(is_deposit.then(|| words.note_deposit_late.to_owned()));
                }
            }
        }
        let note = match (&seen.track.stage, seen.track.mode) {
            (Stage::ModeUnknown, _) => Some(words.note_mode.to_owned()),
            (Stage::ToAuthorise, _) => Some((words.note_authorise)(labels.mentor)),
            (Stage::ToBook { again: true }, Some(Mode::Review)) => Some(words.note_book_again.to_owned()),
            (Stage::ToBook { .. }, Some(Mode::Review)) => Some(words.note_book_review.to_owned()),
            (Stage::ToBook { .. }, _) => Some(words.note_book_defence.to_owned()),
            (Stage::ToDeposit { .. }, Some(Mode::Review)) => Some(words.note_deposit_review.to_owned()),
            (Stage::ToPresent { .. }, _) => Some(words.note_present.to_owned()),
            (Stage::ToConclude { .. }, Some(Mode::Review)) => Some((words.note_conclude_review)(labels.mentor)),
            (Stage::ToConclude { .. }, _) => Some(words.note_conclude_defence.to_owned()),
            (Stage::ToResubmit { .. }, _) => Some(words.note_resubmit.to_owned()),
            (Stage::ToDecide { .. }, _) => Some(words.note_decide.to_owned()),
            (Stage::ToTell { .. }, _) => Some(words.note_tell.to_owned()),
            (Stage::ToPlan { told, .. }, _) => Some((words.note_plan)(&labels.formats.day(told.day(labels.zone)))),
            _ => None,
        };
        said.extend(note);
        said
    })
}

/// Whose turn, what, by when and why.
#[component]
pub fn Next(
    /// What is read of the project.
    seen: Memo<Option<Seen>>,
    /// Whether the deadline has the marker's stroke: one per view.
    marked: bool,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let hours = store.read(|pair| pair.contract.deposit_hours);
    let turn = move || {
        let words = texts.get().path();
        seen.with(|seen| {
            let seen = seen.as_ref()?;
            Some(match seen.track.turn()? {
                Turn::Mentor => names.with(|names| (words.turn)(names.of(Role::Mentor))),
                Turn::Student => names.with(|names| (words.turn)(names.of(Role::Student))),
                Turn::Both => words.turn_both.to_owned(),
                Turn::Assessor => seen.assessor_name().map_or(words.turn_assessor.to_owned(), words.turn),
            })
        })
    };
    let act = move || {
        seen.with(|seen| {
            let seen = seen.as_ref()?;
            let words = act_words(seen, texts.get());
            let due = seen.track.stage.deadline().map(|deadline| reading.moment(deadline));
            Some(match due {
                Some(due) => view! { {words} " " <span class=if marked { "due" } else { "" }>{due}</span> }.into_any(),
                None => words.into_any(),
            })
        })
    };
    let why = move || {
        let now = store.minute().get();
        seen.with(|seen| seen.as_ref().map(|seen| notes(seen, now, hours.get(), reading).join(" ")))
    };
    view! {
        <p class="sheet-track__turn">{turn}</p>
        <p class="sheet-track__do">{act}</p>
        <p class="quiet">{why}</p>
    }
}

/// Who assesses the defence: typed at the first one, carried over to the others.
#[component]
pub fn Assessor(
    /// What is read of the project.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let texts = use_texts();
    let shown = Memo::new(move |_| {
        seen.with(|seen| {
            let seen = seen.as_ref()?;
            let (session, name) = seen.assessor.clone()?;
            // Where it is carried over, the name is written at the first defence only.
            let is_fixed = seen.carried && !name.is_empty();
            Some((session, is_fixed.then_some(name)))
        })
    });
    move || {
        shown.get().map(|(session, fixed)| match fixed {
            Some(name) => {
                let words = move || (texts.get().path().assessor_same)(&crate::i18n::visible(&name));
                view! {
                    <p>
                        <span class="field__label">{say(|t| t.path().assessor)}</span>
                        " "
                        {words}
                    </p>
                }
                .into_any()
            }
            None => view! {
                <TextField
                    label=say(|t| t.path().assessor)
                    hint=say(|t| t.path().assessor_hint)
                    path=session::field(&session, name::ASSESSOR)
                />
            }
            .into_any(),
        })
    }
}
