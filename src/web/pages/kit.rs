//! The defence kit, `#/soutenance?id=<project>`: until when the deliverables are due, how the files are called, and how the time is shared.

mod deposit;
mod names;
mod plan;

use leptos::prelude::*;

use self::deposit::Deposited;
use self::names::{Check, Names};
use self::plan::Plan;
use crate::domain::kit::{self, pattern::Rendered};
use crate::domain::{Day, Instant, Pairing, Project, ProjectId, Session, SessionId};
use crate::i18n::visible;
use crate::web::app::PageTitle;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, kit_href, session_href};
use crate::web::ui::{LinkButton, MarginNote};

/// The project that the screen is about.
#[derive(Clone)]
struct Here {
    store: Store,
    asked: Option<ProjectId>,
}

fn use_here() -> Here {
    expect_context()
}

/// What is expected to be handed in: the archive, then each deliverable.
type Expected = (Rendered, Vec<(String, Rendered)>);

impl Here {
    /// A part of the pair and its project, followed; the type's default when there is none.
    fn read<T>(&self, read: impl Fn(&Pairing, &Project) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        let asked = self.asked.clone();
        self.store.read(move |pair| pair.project_to_defend(asked.as_ref()).map(|it| read(pair, it)).unwrap_or_default())
    }

    /// The defence: which session, its start and its length.
    fn defence(&self) -> Memo<Option<(SessionId, Instant, u32)>> {
        self.read(|pair, project| {
            let session = pair.defence_of(&project.id)?;
            let booking = session.booking()?;
            Some((session.id.clone(), booking.start, booking.minutes))
        })
    }

    /// The names of its files, dated by the defence's day, or today's while none is booked.
    fn names(&self) -> Memo<Option<Expected>> {
        let store = self.store;
        self.read(move |pair, project| {
            let start = pair.defence_of(&project.id).and_then(Session::booking).map(|slot| slot.start);
            let day: Day = start.unwrap_or_else(|| store.minute().get()).day(&store.zone());
            Some(kit::names(pair, project, day))
        })
    }
}

/// The kit's screen.
#[component]
pub fn KitPage(
    /// The project; without one, the next to be defended.
    asked: Option<ProjectId>,
) -> impl IntoView {
    let here = Here { store: use_store(), asked };
    provide_context(here.clone());
    let texts = use_texts();
    let project = here.read(|_, project| Some(visible(project.title.trim())));
    let title = Memo::new(move |_| {
        let words = texts.get().kit();
        match project.get().filter(|title| !title.is_empty()) {
            Some(title) => (words.title)(&title),
            None => words.page.to_owned(),
        }
    });
    let any = Memo::new(move |_| project.with(Option::is_some));
    let defence = here.defence();
    view! {
        <PageTitle text=title/>
        <div class="opening">
            <h1 tabindex="-1">{title}</h1>
            {move || {
                defence
                    .get()
                    .map(|(id, ..)| view! { <p><a href=session_href(&id)>{say(|t| t.kit().to_session)}</a></p> })
            }}
        </div>
        <Show when=move || any.get() fallback=NoProject>
            <div class="split">
                <div class="stack stack--wide">
                    <Deposited/>
                    <Names/>
                    <Check/>
                </div>
                <div class="margin">
                    <Plan/>
                </div>
            </div>
        </Show>
    }
}

/// Nothing to defend: where projects are noted.
#[component]
fn NoProject() -> impl IntoView {
    view! {
        <p class="lede">{say(|t| t.kit().no_project)}</p>
        <p>{say(|t| t.kit().no_project_body)}</p>
        <p class="actions">
            <LinkButton href=PROGRAMME.href()>{say(|t| t.kit().no_project_link)}</LinkButton>
        </p>
    }
}

/// Where projects and their deliverables are noted.
const PROGRAMME: Route = Route::Section(crate::domain::Section::Programme);

/// Leads from a defence to its kit.
#[component]
pub fn KitNote(
    /// The project, once the defence says which.
    project: Option<ProjectId>,
) -> impl IntoView {
    view! {
        <MarginNote title=say(|t| t.kit().page)>
            <p>
                <a href=kit_href(project.as_ref())>{say(|t| t.kit().link)}</a>
            </p>
        </MarginNote>
    }
}
