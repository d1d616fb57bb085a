//! The path to the jury, `#/parcours`: the projects as one line, the one that matters today opened on its sheet, the forecast beside.

mod acts;
mod corrections;
mod forecast;
mod line;
mod notes;
mod sheet;
mod stations;

use leptos::prelude::*;

use self::forecast::ForecastNote;
use self::line::Line;
use super::focus::focus_soon;
use super::projects::ProjectsEditor;
use super::reading::use_reading;
use crate::domain::rule::answer::GuideRule;
use crate::domain::{Pairing, Project, ProjectId, Session, SessionKind, Stage, Track};
use crate::i18n::number_words;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_locale, use_texts};
use crate::web::route::rule_href;
use crate::web::ui::{Button, MarginNote};

pub use self::notes::{DashboardNote, SessionNote};

/// What a project's sheet shows: read from the record at once, so that it changes as a whole.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    project: Project,
    track: Track,
    /// Its place in the path, from 0.
    at: usize,
    /// The sessions that are or were attempts at it, and those that did not take place, oldest first.
    sessions: Vec<Session>,
    /// The attempt whose assessor counts, with the name as typed; nothing for a project without a defence.
    assessor: Option<(crate::domain::SessionId, String)>,
    /// Whether that name is carried over from the first defence.
    carried: bool,
}

impl Seen {
    fn of(pair: &Pairing, id: &ProjectId, now: crate::domain::Instant) -> Option<Self> {
        let at = pair.programme.projects.iter().position(|project| project.id == *id)?;
        let project = pair.programme.projects.get(at)?;
        let is_its = |session: &&Session| session.kind.validates() && session.project.as_ref() == Some(id);
        let last = pair.attempts(id).filter(|session| session.kind == SessionKind::Defence).last();
        let source = last.map(|last| pair.assessor_from(last).unwrap_or(last));
        Some(Self {
            track: Track::of(pair, project, now),
            project: project.clone(),
            at,
            sessions: pair.sessions.iter().filter(is_its).cloned().collect(),
            assessor: source.map(|source| (source.id.clone(), source.assessor.trim().to_owned())),
            carried: last.is_some_and(|last| pair.assessor_from(last).is_some()),
        })
    }

    fn session(&self, id: &crate::domain::SessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == *id)
    }

    /// The assessor's name, once noted.
    fn assessor_name(&self) -> Option<&str> {
        self.assessor.as_ref().map(|(_, name)| name.as_str()).filter(|name| !name.is_empty())
    }
}

/// The track of one project, as it changes and as minutes pass.
fn use_seen(id: &ProjectId) -> Memo<Option<Seen>> {
    let (store, id) = (use_store(), id.clone());
    store.read(move |pair| Seen::of(pair, &id, store.minute().get()))
}

/// The path.
#[component]
pub fn PathPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let is_empty = store.read(|pair| pair.programme.projects.is_empty());
    let editing = RwSignal::new(false);
    let edit = move || {
        editing.set(true);
        focus_soon(&["#projects-about"]);
    };
    let close = move || {
        editing.set(false);
        focus_soon(&["#path-edit button"]);
    };
    let words = move || {
        let words = texts.get().path();
        if is_empty.get() { words.write_first } else { words.edit }
    };
    view! {
        <PageTitle text=Signal::derive(move || texts.get().path().page.to_owned())/>
        <Opening/>
        <div class="split">
            <div class="stack">
                <Show
                    when=move || editing.get()
                    fallback=move || {
                        view! {
                            <Line/>
                            <p class="actions" id="path-edit">
                                <Button on_click=edit>{words}</Button>
                            </p>
                        }
                    }
                >
                    <ProjectsEditor/>
                    <p>
                        <Button on_click=close>{say(|t| t.path().edit_done)}</Button>
                    </p>
                </Show>
            </div>
            <div class="margin">
                <ForecastNote/>
                <div class="no-print">
                    <ForDefence/>
                </div>
            </div>
        </div>
    }
}

/// The title with the number of projects, and how far the pair has come.
#[component]
fn Opening() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let locale = use_locale();
    let reading = use_reading();
    let seen = store.read(move |pair| {
        let programme = &pair.programme;
        let validated = programme.projects.iter().filter(|project| project.validated.is_some()).count();
        let opened = programme.opened().and_then(|project| Seen::of(pair, &project.id, store.minute().get()));
        let passes = opened.and_then(|seen| {
            let (Stage::ToDeposit { start, .. } | Stage::ToPresent { start, .. }) = seen.track.stage else {
                return None;
            };
            Some((seen.at + 1, seen.track.mode?, start))
        });
        (programme.projects.len(), validated, programme.jury(), passes)
    });
    let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let title = move || {
        let words = texts.get().path();
        let (count, _, jury, _) = seen.get();
        let number = number_words(locale.get(), count);
        match (count, jury) {
            (0, _) => words.title_empty.to_owned(),
            (_, Some(_)) => (words.jury_title)(&number.to_lowercase(), short(count)),
            _ => (words.title)(&number, short(count)),
        }
    };
    let lede = move || {
        let words = texts.get().path();
        let (count, validated, jury, passes) = seen.get();
        if let Some(day) = jury {
            return (words.jury_lede)(&reading.with(|labels| labels.formats.dated(day)));
        }
        if count == 0 {
            return words.lede_empty.to_owned();
        }
        let first = (words.validated_count)(&number_words(locale.get(), validated), short(validated));
        match passes {
            Some((number, mode, start)) => {
                let says = match mode {
                    crate::domain::Mode::Review => words.lede_passes_review,
                    crate::domain::Mode::Defence => words.lede_passes_defence,
                };
                format!("{first} {}", says(number, &reading.day(reading.day_of(start))))
            }
            None => first,
        }
    };
    view! {
        <div class="opening">
            <h1 tabindex="-1">{title}</h1>
            <p class="lede">{lede}</p>
        </div>
    }
}

/// What helps with a defence, while one is on its way.
#[component]
fn ForDefence() -> impl IntoView {
    let store = use_store();
    let is_on = store
        .read(|pair| pair.programme.opened().is_some_and(|project| project.mode == Some(crate::domain::Mode::Defence)));
    view! {
        <Show when=move || is_on.get()>
            <MarginNote title=say(|t| t.path().for_defence)>
                <ul class="plain">
                    <li>
                        <a href=rule_href(GuideRule::Deposit)>{say(|t| t.path().what_rule)}</a>
                    </li>
                </ul>
            </MarginNote>
        </Show>
    }
}
