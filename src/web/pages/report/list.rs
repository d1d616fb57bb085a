//! The other reports: the one before, the one after, all of them.

use leptos::prelude::*;

use super::use_here;
use crate::domain::{Pairing, Session, SessionId};
use crate::export::session_report::told;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::reading::use_reading;
use crate::web::route::report_href;
use crate::web::ui::MarginNote;

/// A report to go to: its session and what that is counted as.
type Other = (SessionId, usize);

fn other(pair: &Pairing, session: &Session) -> Option<Other> {
    Some((session.id.clone(), pair.session_number(&session.id)?))
}

/// The report before and the report after, and the way to all of them.
#[component]
pub(super) fn Neighbours() -> impl IntoView {
    let here = use_here();
    let id = here.id.clone();
    let beside = here.store.read(move |pair| {
        let from = pair.session(&id).and_then(Session::opened);
        let before = told(pair).rfind(|session| session.opened() < from).and_then(|session| other(pair, session));
        let after = told(pair).find(|session| session.opened() > from).and_then(|session| other(pair, session));
        (before, after)
    });
    let link = move |found: Option<Other>, words: fn(&crate::i18n::SessionReport) -> fn(&str) -> String| {
        let texts = use_texts();
        found.map(|(id, number)| {
            let name = move || words(texts.get().session_report())(&(texts.get().session().named)(number));
            view! { <li><a href=report_href(&id)>{name}</a></li> }
        })
    };
    view! {
        <MarginNote title=say(|t| t.session_report().list_title)>
            <ul class="plain">
                {move || link(beside.get().0, |words| words.before)}
                {move || link(beside.get().1, |words| words.after)}
                <li>
                    <a href=crate::web::route::Screen::Reports.href().into_owned()>
                        {say(|t| t.session_report().all)}
                    </a>
                </li>
            </ul>
        </MarginNote>
    }
}

/// Every report, the latest first.
#[component]
pub(super) fn ReportList() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let all = store.read(|pair| {
        let all = told(pair).rev().filter_map(|session| Some((other(pair, session)?, session.booking()?.start)));
        all.collect::<Vec<_>>()
    });
    let line = move |((id, number), start): (Other, crate::domain::Instant)| {
        view! {
            <li class="row row--bare">
                <p class="row__title">
                    <a href=report_href(&id)>{move || (texts.get().session_report().title)(number)}</a>
                </p>
                <p class="row__meta">{move || reading.moment(start)}</p>
            </li>
        }
    };
    view! {
        <Show
            when=move || all.with(|all| !all.is_empty())
            fallback=|| view! { <p class="quiet">{say(|t| t.session_report().none)}</p> }
        >
            <ul class="rows session-list">
                <For each=move || all.get() key=|((id, _), _)| id.clone() children=line/>
            </ul>
        </Show>
    }
}
