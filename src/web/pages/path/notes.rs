//! The same acts where they matter: the deadline on the dashboard, and a project's track on the screen of its session.

use leptos::prelude::*;

use super::super::reading::use_reading;
use super::super::road::title_words;
use super::acts::Acts;
use super::sheet::{Assessor, Next, act_words};
use super::stations::Stations;
use super::{Seen, use_seen};
use crate::domain::{ProjectId, SessionId, Stage};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::MarginNote;

/// The next act on the path, with its date and how long is left; nothing while no project is written down.
#[component]
pub fn DashboardNote() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let seen = store.read(move |pair| {
        let project = pair.programme.opened()?;
        Seen::of(pair, &project.id, store.minute().get())
    });
    let jury = store.read(|pair| pair.programme.jury());
    let project = move || {
        let texts = texts.get();
        seen.with(|seen| {
            let seen = seen.as_ref()?;
            Some((texts.path().dash_project)(seen.at + 1, &title_words(&seen.project.title, texts.programme())))
        })
    };
    let act = move || {
        let (texts, now) = (texts.get(), store.minute().get());
        let words = texts.path();
        seen.with(|seen| {
            let seen = seen.as_ref()?;
            let act = act_words(seen, texts);
            let Some(deadline) = seen.track.stage.deadline() else { return Some(format!("{act}.")) };
            let (moment, length) = (reading.moment(deadline), words.length(deadline.minutes_since(now).abs()));
            let says = if deadline < now { words.dash_overdue } else { words.dash_due };
            Some(says(&act, &moment, &length))
        })
    };
    let done =
        move || jury.get().map(|day| (texts.get().path().jury_lede)(&reading.with(|labels| labels.formats.dated(day))));
    view! {
        <Show when=move || seen.with(Option::is_some) || jury.get().is_some()>
            <MarginNote title=say(|t| t.path().dash_title)>
                {move || project().map(|words| view! { <p>{words}</p> })}
                {move || act().map(|words| view! { <p class="path-due"><strong>{words}</strong></p> })}
                {move || done().map(|words| view! { <p>{words}</p> })}
                <p>
                    <a href=Route::Path.href()>{say(|t| t.path().dash_link)}</a>
                </p>
            </MarginNote>
        </Show>
    }
}

/// On the screen of a session that validates: its project's next act with its buttons, and the stations.
#[component]
pub fn SessionNote(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let store = use_store();
    let mine = id.clone();
    let of = store.read(move |pair| {
        let session = pair.session(&id).filter(|session| session.kind.validates())?;
        Some(session.project.clone().filter(|project| pair.project(project).is_some()))
    });
    move || {
        of.get().map(|project| match project {
            Some(project) => view! { <ProjectHere project=project session=mine.clone()/> }.into_any(),
            None => view! {
                <MarginNote title=say(|t| t.path().session_title)>
                    <p>{say(|t| t.path().name_project)}</p>
                </MarginNote>
            }
            .into_any(),
        })
    }
}

#[component]
fn ProjectHere(project: ProjectId, session: SessionId) -> impl IntoView {
    let texts = use_texts();
    let seen = use_seen(&project);
    // Only the acts that are about this very session; the path has the others.
    let is_here = Memo::new(move |_| {
        seen.with(|seen| seen.as_ref().is_some_and(|seen| seen.track.stage.session() == Some(&session)))
    });
    let is_open = Memo::new(move |_| {
        seen.with(|seen| seen.as_ref().is_some_and(|seen| !matches!(seen.track.stage, Stage::Validated { .. })))
    });
    let title = move || {
        let texts = texts.get();
        seen.with(|seen| {
            let seen = seen.as_ref();
            let title = seen.map_or("", |seen| &seen.project.title);
            (texts.path().dash_project)(seen.map_or(0, |seen| seen.at) + 1, &title_words(title, texts.programme()))
        })
    };
    let id = project.clone();
    view! {
        <MarginNote title=title>
            <div class="path-here" id=format!("path-{project}")>
                <Show when=move || is_open.get()>
                    <Next seen=seen marked=false/>
                </Show>
                <Show when=move || is_here.get()>
                    <Acts id=id.clone() seen=seen here=true/>
                    <Assessor seen=seen/>
                </Show>
                <Stations seen=seen/>
                <p>
                    <a href=Route::Path.href()>{say(|t| t.path().dash_link)}</a>
                </p>
            </div>
        </MarginNote>
    }
}
