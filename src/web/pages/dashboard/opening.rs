//! What comes next, very large: the next session or the step of the first call, and the way to it.

use leptos::prelude::*;

use super::use_next;
use crate::domain::{Booking, Instant, Pairing, Phase, Role, Section, SessionKind};
use crate::i18n::{capitalised, visible};
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;
use crate::web::pages::names::use_names;
use crate::web::pages::reading::{placeholder, use_reading, with_people};
use crate::web::pages::session::{CHANGE, kind_words};
use crate::web::route::{Route, session_href};
use crate::web::ui::{ButtonKind, LinkButton};

/// What comes next, very large, and the one thing to do about it.
#[component]
pub fn Opening() -> impl IntoView {
    let texts = use_texts();
    let next = use_next();
    let section = use_store().read(Pairing::current_section);
    let has_past = use_store().read(|pair| pair.sessions.iter().any(|session| session.state.is_some()));
    let title = move || match (next.get(), section.get()) {
        (Some(booking), _) => view! { <BigDate at=booking.start/> }.into_any(),
        (None, Some(section)) => {
            let texts = texts.get();
            let number = u32::try_from(section.number()).unwrap_or_default();
            (texts.dashboard().step_of)(number, texts.call().name(section)).into_any()
        }
        (None, None) if has_past.get() => texts.get().dashboard().no_session_ahead.into_any(),
        (None, None) => texts.get().dashboard().no_session_title.into_any(),
    };
    view! {
        <div class="opening">
            <Eyebrow next=next section=section/>
            <h1 class="display" tabindex="-1">
                {move || title()}
            </h1>
            <Lede next=next section=section/>
            <p class="actions">
                <NextAct section=section/>
            </p>
        </div>
    }
}

/// The line above the date: with whom and how soon, or where the first call stands.
#[component]
fn Eyebrow(next: Memo<Option<Booking>>, section: Memo<Option<Section>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let moment = move |booking: Booking| {
        let words = texts.get().dashboard();
        let now = store.minute().get();
        if booking.start <= now {
            return words.under_way.to_owned();
        }
        let days = (reading.day_of(booking.start) - reading.day_of(now)).num_days();
        (words.in_days)(u32::try_from(days).unwrap_or_default())
    };
    let sentence = move || {
        let words = texts.get().dashboard();
        let (mentor, student) = (placeholder(Role::Mentor), placeholder(Role::Student));
        match (next.get(), section.get()) {
            (Some(booking), _) if store.shared_screen().get() => Some((words.next)(&moment(booking))),
            (Some(booking), _) => {
                let other = store.me().get().role().other();
                Some((words.next_with)(placeholder(other), &moment(booking)))
            }
            (None, Some(_)) => Some((words.call_under_way)(mentor, student)),
            (None, None) => None,
        }
    };
    view! {
        <p class="eyebrow">
            {move || sentence().map(|sentence| names.with(|names| with_people(&sentence, names)))}
        </p>
    }
}

/// A date in words over two lines, its first of the month as “1er” in French.
#[component]
fn BigDate(at: Instant) -> impl IntoView {
    let reading = use_reading();
    let words = move || {
        reading.with(|labels| {
            let day = capitalised(&labels.formats.day(at.day(labels.zone)));
            (day, labels.formats.time(at.wall_time(labels.zone)))
        })
    };
    move || {
        let (day, time) = words();
        // The fonts have no raised letters of their own: “1er” is raised here.
        let day = match day.split_once("1er") {
            Some((before, after)) => view! { {format!("{before}1")} <sup>"er"</sup> {after.to_owned()} }.into_any(),
            None => day.into_any(),
        };
        view! { {day} "," <br/> {time} }
    }
}

/// One sentence under the title: what there is to do until then.
#[component]
fn Lede(next: Memo<Option<Booking>>, section: Memo<Option<Section>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let done = store.read(|pair| Section::ALL.into_iter().filter(|section| pair.is_done(*section)).count());
    let first_goal = store.read(|pair| {
        let mut open = pair.goals.iter().filter(|goal| !goal.status.is_over() && !goal.what.trim().is_empty());
        open.next().map(|goal| goal.what.trim().to_owned())
    });
    let reading = use_reading();
    // The weekly kind goes without saying.
    let kind = store.read(move |pair| {
        let (session, _) = pair.next_session(store.minute().get())?;
        let is_said = session.kind != SessionKind::Mentoring;
        is_said.then(|| reading.with(|labels| capitalised(&kind_words(pair, session, labels))))
    });
    let has_past = store.read(|pair| pair.sessions.iter().any(|session| session.state.is_some()));
    let words = move || {
        let words = texts.get().dashboard();
        match (next.get(), section.get()) {
            (_, Some(_)) => (words.steps_done)(u32::try_from(done.get()).unwrap_or_default()),
            (Some(booking), None) => {
                let planned = match kind.get() {
                    Some(kind) => format!("{kind}. {}", (words.minutes_planned)(booking.minutes)),
                    None => (words.minutes_planned)(booking.minutes),
                };
                match first_goal.get() {
                    Some(goal) => format!("{planned} {}", (words.until_then)(&visible(&goal))),
                    None => planned,
                }
            }
            (None, None) if has_past.get() => words.no_session_next.to_owned(),
            (None, None) => words.no_session_first.to_owned(),
        }
    };
    view! { <p class="lede">{words}</p> }
}

/// The way forward, and another where there is one.
#[component]
fn NextAct(section: Memo<Option<Section>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let started = store.read(|pair| {
        Section::ALL.into_iter().any(|section| pair.is_done(section))
            || !pair.goals.is_empty()
            || !pair.call.points.is_empty()
    });
    let session = store.read(move |pair| {
        let session = pair.session_to_open(store.minute().get())?;
        Some((session.id.clone(), session.phase()?))
    });
    let next_id =
        store.read(move |pair| pair.next_session(store.minute().get()).map(|(session, _)| session.id.clone()));
    // The student prepares a session; whoever comes to one that is under way goes on with it.
    let open = move || {
        let words = texts.get().dashboard();
        session.get().map(|(id, phase)| {
            let words = match (phase, store.me().get().role()) {
                (Phase::During, _) => words.resume_session,
                (_, Role::Student) => words.prepare_session,
                (_, Role::Mentor) => words.open_session,
            };
            (session_href(&id), words)
        })
    };
    let forward = move || {
        let words = texts.get().dashboard();
        match (open(), section.get()) {
            (_, Some(_)) if started.get() => (Route::Call.href().to_owned(), words.resume_call),
            (_, Some(_)) => (Route::Call.href().to_owned(), words.start_call),
            (Some(session), None) => session,
            (None, None) => (Route::Sessions.href().to_owned(), words.book),
        }
    };
    let others = move || {
        let to_move = next_id
            .get()
            .map(|id| (format!("{}&vers={CHANGE}", session_href(&id)), texts.get().dashboard().move_session));
        let session = section.get().and_then(|_| open());
        session.into_iter().chain(to_move).collect::<Vec<_>>()
    };
    view! {
        {move || {
            let (to, words) = forward();
            view! { <LinkButton kind=ButtonKind::Primary big=true arrow=true href=to>{words}</LinkButton> }
        }}
        {move || {
            let links = others().into_iter();
            links
                .map(|(to, words)| view! { <LinkButton kind=ButtonKind::Quiet href=to>{words}</LinkButton> })
                .collect_view()
        }}
    }
}
