//! The sessions of the pair in a few lines, to go from one to another.

use leptos::prelude::*;

use super::facts::{kind_words, notes, stands};
use super::within;
use crate::domain::{GoalResult, Instant, Pairing, Session, SessionId, SessionKind};
use crate::i18n::Labels;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::reading::use_reading;
use crate::web::route::{Route, report_href, session_href};

/// How many sessions are shown on either side of the one on screen.
const NEIGHBOURS: usize = 2;

/// The sessions just after and just before the one on screen, the latest first; without one, the latest.
#[component]
pub fn SessionList() -> impl IntoView {
    let store = use_store();
    let here = within();
    let ids = store.read(move |pair| {
        let readable: Vec<&Session> = pair.sessions.iter().rev().filter(|session| session.state.is_some()).collect();
        let at = readable.iter().position(|session| Some(&session.id) == here.as_ref()).unwrap_or(NEIGHBOURS);
        let near = at.saturating_sub(NEIGHBOURS)..=at + NEIGHBOURS;
        let near = readable.into_iter().enumerate().filter(|(place, _)| near.contains(place));
        near.map(|(_, session)| session.id.clone()).filter(|id| Some(id) != here.as_ref()).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <section class="section session-list" aria-labelledby="session-list">
                <div class="section__head">
                    <h2 id="session-list">{say(|t| t.session().list_title)}</h2>
                    <a href=Route::Sessions.href()>{say(|t| t.dashboard().all_sessions)}</a>
                </div>
                <ul class="rows">
                    <For each=move || ids.get() key=SessionId::clone let:id>
                        <SessionLine id=id/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// What the goals that a session looked at came to: “2 atteints, 1 pas encore”; nothing when it looked at none.
fn goals_words(pair: &Pairing, session: &Session, labels: &Labels<'_>) -> Option<String> {
    let words = labels.words.sessions();
    let results = pair.outcomes.iter().filter(|outcome| outcome.session.as_ref() == Some(&session.id));
    let mut counts = [0_usize; 3];
    for result in results.filter_map(|outcome| outcome.result) {
        counts[match result {
            GoalResult::Reached => 0,
            GoalResult::Partly { .. } => 1,
            GoalResult::NotYet { .. } => 2,
        }] += 1;
    }
    let say = [words.goals_reached, words.goals_partly, words.goals_not_yet];
    let said: Vec<String> =
        counts.into_iter().zip(say).filter(|(count, _)| *count > 0).map(|(count, say)| say(count)).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// All that a line says of a session: when, its kind, where it stands, its goals, how it came to stand there.
fn about(pair: &Pairing, session: &Session, now: Instant, labels: &Labels<'_>) -> String {
    let when = session.booking().map(|slot| labels.moment(slot.start));
    // Mentoring is what sessions are unless something else is said.
    let kind = (session.kind != SessionKind::Mentoring).then(|| kind_words(pair, session, labels));
    let facts = kind.into_iter().chain([stands(session, now, labels)]);
    let goals = goals_words(pair, session, labels);
    when.into_iter().chain(facts).chain(goals).chain(notes(pair, session, labels)).collect::<Vec<_>>().join(" · ")
}

/// One session: what it is called, and all that is worth saying of it.
#[component]
pub fn SessionLine(id: SessionId) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let (href, report) = (session_href(&id), report_href(&id));
    let found = store.read(move |pair| {
        let session = pair.session(&id)?;
        let number = pair.session_number(&id)?;
        let about = reading.with(|labels| about(pair, session, store.minute().get(), labels));
        Some((number, about, session.is_held()))
    });
    let title = move || found.get().map(|(number, ..)| (texts.get().session().title)(number));
    let meta = move || found.get().map(|(_, meta, _)| meta);
    let told =
        Memo::new(move |_| found.with(|found| found.as_ref().and_then(|(number, _, held)| held.then_some(*number))));
    let report = move || {
        let words = texts.get().session_report();
        told.get().map(|number| {
            view! {
                " · "
                <a href=report.clone() aria-label=(words.title)(number)>{words.name}</a>
            }
        })
    };
    view! {
        <li class="row row--bare">
            <p class="row__title"><a href=href>{title}</a></p>
            <p class="row__meta">{meta} {report}</p>
        </li>
    }
}
