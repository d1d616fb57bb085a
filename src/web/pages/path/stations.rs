//! The stations of a track: what was done with its day, the one that comes next, those still to come.

use leptos::prelude::*;

use super::super::reading::use_reading;
use super::Seen;
use crate::domain::rule::deposit::{Deposit, Standing};
use crate::domain::track::{At, Station, Stop, StopState};
use crate::domain::{Finding, Mode, Role, Session};
use crate::i18n::{Labels, PathWords, visible};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};

/// The stations, oldest first.
#[component]
pub fn Stations(
    /// What is read of the project.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let hours = store.read(|pair| pair.contract.deposit_hours);
    let any = Memo::new(move |_| seen.with(|seen| seen.as_ref().is_some_and(|seen| !seen.track.stations.is_empty())));
    let rows = move || {
        seen.with(|seen| {
            let seen = seen.as_ref()?;
            let row = |station: &Station| {
                let (title, note) = reading.with(|labels| words(station, seen, hours.get(), labels));
                let state = state_words(station.state, texts.get().path());
                let class = if station.state == StopState::Done { "stations__stop is-done" } else { "stations__stop" };
                view! {
                    <li class=class class:is-now=station.state == StopState::Now>
                        {mark(station.state)}
                        <p>
                            <b>{title} <span class="visually-hidden">", " {state}</span></b>
                            {note.map(|note| view! { <span class="stations__note">{note}</span> })}
                        </p>
                    </li>
                }
            };
            Some(seen.track.stations.iter().map(row).collect_view())
        })
    };
    view! {
        <Show when=move || any.get()>
            <ol class="stations" aria-label=say(|t| t.path().stations)>
                {rows}
            </ol>
        </Show>
    }
}

fn state_words(state: StopState, words: &PathWords) -> &'static str {
    match state {
        StopState::Done => words.mark_done,
        StopState::Now => words.mark_now,
        StopState::Later => words.mark_later,
        StopState::Passed => words.mark_passed,
    }
}

/// A disc and its tick, an open disc with its point, a dashed one.
fn mark(state: StopState) -> impl IntoView {
    let inner = match state {
        StopState::Done => view! {
            <circle class="stations__disc" cx="12" cy="12" r="9"></circle>
            <path class="stations__tick" d="M7.6 12.3C9 13.3 10 14.4 10.8 16 12.2 12.8 14 10.2 16.6 8.2"></path>
        }
        .into_any(),
        StopState::Now => view! {
            <circle class="stations__ring" cx="12" cy="12" r="9"></circle>
            <circle class="stations__disc" cx="12" cy="12" r="4.2"></circle>
        }
        .into_any(),
        StopState::Later => view! { <circle class="stations__later" cx="12" cy="12" r="9"></circle> }.into_any(),
        StopState::Passed => view! { <circle class="stations__ring" cx="12" cy="12" r="9"></circle> }.into_any(),
    };
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            {inner}
        </svg>
    }
}

/// What a station says, and what is worth knowing of it.
fn words(station: &Station, seen: &Seen, hours: u32, labels: &Labels<'_>) -> (String, Option<String>) {
    let words = labels.words.path();
    let session = station.session.as_ref().and_then(|id| seen.session(id));
    let when = station.at.map(|at| match at {
        At::Day(day) => labels.formats.day(day),
        At::Moment(at) => labels.moment(at),
    });
    let is_review = seen.track.mode == Some(Mode::Review);
    let assessor = seen.assessor_name().map(visible);
    let is_done = station.state == StopState::Done;
    match station.stop {
        Stop::Authorised(None) => (words.stop_authorise.to_owned(), None),
        Stop::Authorised(Some(by)) => {
            let noted = when.map(|day| match by.role() {
                Role::Mentor => day,
                Role::Student => (words.stop_noted_by)(&day, labels.person(by)),
            });
            ((words.stop_authorised)(labels.mentor), noted)
        }
        Stop::CalledOff => (words.stop_off.to_owned(), when),
        Stop::Earlier(finding) => (words.earlier(finding).to_owned(), when),
        Stop::Told => match (is_done, &assessor) {
            (false, _) => (words.stop_tell.to_owned(), None),
            (true, Some(name)) => ((words.stop_told)(name), when),
            (true, None) => (words.stop_told_unnamed.to_owned(), when),
        },
        Stop::Booked { again } => match when.filter(|_| is_done) {
            None => ((if again { words.stop_book_again } else { words.stop_book }).to_owned(), None),
            Some(moment) => {
                let says = if is_review { words.stop_booked_review } else { words.stop_booked };
                let with = if is_review { Some(labels.mentor.to_owned()) } else { assessor };
                let moved = session
                    .and_then(|session| session.moved_from)
                    .map(|from| (words.stop_moved)(&labels.formats.day(from.day(labels.zone))));
                let notes: Vec<_> = with.map(|name| (words.stop_with)(&name)).into_iter().chain(moved).collect();
                (says(&moment), Some(notes.join(", ")).filter(|notes| !notes.is_empty()))
            }
        },
        Stop::Deposited if station.state == StopState::Passed => {
            (words.stop_deposited.to_owned(), Some(words.stop_deposit_unnoted.to_owned()))
        }
        Stop::Deposited if is_done => {
            (words.stop_deposited.to_owned(), when.map(|at| late(session, hours, &at, is_review, labels)))
        }
        Stop::Deposited => (words.stop_deposit.to_owned(), deliverables(seen)),
        Stop::Presented => {
            let says = if is_review { words.stop_present_review } else { words.stop_present_defence };
            (says.to_owned(), when)
        }
        Stop::Conditional => (words.stop_conditional.to_owned(), when),
        Stop::Resubmitted => (words.stop_resubmit.to_owned(), when.filter(|_| is_done)),
        Stop::Result => match session.and_then(Session::finding).filter(|_| is_done) {
            Some(Finding::Validated) => (words.stop_validated.to_owned(), when),
            Some(finding) => (words.earlier(finding).to_owned(), when),
            None => {
                let to_come = seen.track.mode.map(|mode| words.result_of(mode).to_owned());
                (words.stop_result.to_owned(), to_come)
            }
        },
    }
}

/// When the deliverables were submitted, and by how much they were late.
fn late(session: Option<&Session>, hours: u32, at: &str, is_review: bool, labels: &Labels<'_>) -> String {
    let words = labels.words.path();
    let Some((session, slot)) = session.and_then(|session| Some((session, session.booking()?))) else {
        return at.to_owned();
    };
    let deposit = Deposit { start: slot.start, hours, submitted: session.deposited };
    match deposit.standing(slot.start) {
        Standing::Late(minutes) if !is_review => (words.stop_late)(at, &words.length(minutes.max(1))),
        _ => at.to_owned(),
    }
}

/// What there is to submit, on one line.
fn deliverables(seen: &Seen) -> Option<String> {
    let lines = seen.project.deliverables.lines().map(|line| visible(line.trim())).filter(|line| !line.is_empty());
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}
