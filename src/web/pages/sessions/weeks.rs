//! R1 on screen: every week of the pair, a knot where the two met and a word where they did not.

use leptos::prelude::*;

use crate::domain::rule::attendance::{AttendedWeek, attendance};
use crate::domain::{Instant, Pairing, Session, SessionKind, SessionState};
use crate::i18n::Labels;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::ledger::use_ledger_words;
use crate::web::pages::reading::use_reading;
use crate::web::route::{Route, session_href};
use crate::web::ui::strand::Joint;
use crate::web::ui::{Button, ButtonKind, GridWeek, WeekGrid};

/// How many weeks around the present one are shown at first.
const BEFORE: usize = 11;
const AFTER: usize = 6;

/// The session that a week is told by: the one that was held, else the one booked, else whichever there was.
fn told_by<'a>(pair: &'a Pairing, week: &AttendedWeek) -> Option<&'a Session> {
    let sessions = || week.sessions.iter().filter_map(|id| pair.session(id));
    let booked = |session: &&Session| matches!(session.state, Some(SessionState::Booked(_)));
    sessions().find(|session| session.is_held()).or_else(|| sessions().find(booked)).or_else(|| sessions().next())
}

fn drawn(pair: &Pairing, week: &AttendedWeek, now: Instant, labels: &Labels<'_>) -> GridWeek {
    let session = told_by(pair, week);
    let state = session.and_then(|session| session.state);
    let joint = match (state, session.map(|session| session.kind)) {
        (Some(SessionState::Held { .. }), _) => Joint::Held,
        _ if week.is_first_call => Joint::Held,
        (Some(SessionState::Booked(_)), Some(SessionKind::Defence)) => Joint::Defence,
        (Some(SessionState::Booked(_)), _) => Joint::Booked,
        _ => Joint::Apart,
    };
    let passed = matches!(state, Some(SessionState::Booked(slot)) if slot.end() <= now);
    let days = (now.day(labels.zone) - week.monday).num_days();
    let words = labels.words.sessions();
    let mut word = words.week(week, passed).to_owned();
    if let Some(kind) = session.map(|session| session.kind).filter(|kind| *kind != SessionKind::Mentoring) {
        word = format!("{}, {word}", labels.words.standing().kind(kind));
    }
    GridWeek {
        joint,
        label: labels.formats.day_month(week.monday),
        full: (words.week_of)(&labels.formats.day_month(week.monday)),
        word,
        // The middle of the day: a week is never drawn as lived before it has begun.
        lived: f64::from(i32::try_from(days).unwrap_or(0)).clamp(-1.0, 7.0) / 7.0 + 0.07,
        now: (0..7).contains(&days).then(|| words.today.to_owned()),
        href: session.map(|session| session_href(&session.id)),
    }
}

/// The weeks, those around the present one first.
#[component]
pub fn Weeks() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let ledger = use_ledger_words();
    let every = RwSignal::new(false);
    let all = store.read(move |pair| {
        let now = store.minute().get();
        let weeks = attendance(pair, now, &store.zone());
        reading.with(|labels| weeks.iter().map(|week| drawn(pair, week, now, labels)).collect::<Vec<_>>())
    });
    let near = Memo::new(move |_| {
        all.with(|all| {
            let now = all.iter().position(|week| week.now.is_some()).unwrap_or(0);
            let range = now.saturating_sub(BEFORE)..(now + AFTER + 1).min(all.len());
            all.get(range).unwrap_or_default().to_vec()
        })
    });
    let shown = Signal::derive(move || if every.get() { all.get() } else { near.get() });
    let count = Memo::new(move |_| all.with(Vec::len));
    let has_more = Memo::new(move |_| near.with(Vec::len) < count.get());
    let more = move || {
        let words = texts.get().sessions();
        if every.get() { words.near_weeks.to_owned() } else { (words.all_weeks)(count.get()) }
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <section class="section" aria-labelledby="weeks-grid">
                <h2 id="weeks-grid">{say(|t| t.sessions().weeks_title)}</h2>
                <WeekGrid label=say(|t| t.sessions().weeks_title) weeks=shown/>
                <Show when=move || has_more.get()>
                    <p class="actions">
                        <Button kind=ButtonKind::Quiet on_click=move || every.update(|every| *every = !*every)>{more}</Button>
                    </p>
                </Show>
                <p class="quiet">{say(|t| t.sessions().weeks_note)}</p>
                <p class="no-print">
                    <a href=Route::Ledger.href()>{move || ledger.get().link}</a>
                </p>
            </section>
        </Show>
    }
}
