//! One weekly session, `#/session?id=…`: before, during and after it; and what is said when it is not here.

mod after;
mod before;
mod change;
mod close;
mod correct;
mod during;
mod facts;
mod goals_up;
mod list;
mod note;
mod off;
mod questions_up;
mod slot;

use leptos::prelude::*;

use self::after::After;
use self::before::Before;
use self::during::During;
use self::list::SessionList;
use self::off::Off;
use super::reading::use_reading;
use crate::domain::{Command, GoalId, Phase, Refusal, Session, SessionCommand, SessionId, StandingCommand};
use crate::web::app::PageTitle;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::LinkButton;

pub use self::change::{CHANGE, Refused};
pub use self::facts::{KindChoice, SameWeekNote, kind_words};
pub use self::list::SessionLine;
pub use self::slot::TOO_SOON;

/// The session that the screen is about, for the goals' editor and the booking inside it: what follows is the one after.
pub fn within() -> Option<SessionId> {
    use_context::<Here>().map(|here| here.id)
}

/// Since which session a goal is carried on, and how often, in words; nothing when it is not.
pub fn use_carried(id: &GoalId) -> Signal<Option<String>> {
    let (store, texts, id) = (use_store(), use_texts(), id.clone());
    let carried = store.read(move |pair| {
        let goal = pair.goals.iter().find(|goal| goal.id == id)?;
        let sessions = pair.carried_by(goal);
        Some((pair.session_number(&sessions.first()?.id)?, sessions.len()))
    });
    Signal::derive(move || {
        let words = texts.get().session();
        carried.get().map(|(number, times)| (words.carried_since)(&(words.named)(number), times))
    })
}

/// What the parts of a session's screen read of it.
#[derive(Clone)]
struct Here {
    store: Store,
    id: SessionId,
    session: Memo<Option<Session>>,
    number: Memo<Option<usize>>,
}

fn use_here() -> Here {
    expect_context()
}

impl Here {
    fn new(id: SessionId) -> Self {
        let store = use_store();
        let (wanted, counted) = (id.clone(), id.clone());
        let session = store.read(move |pair| pair.session(&wanted).cloned());
        let number = store.read(move |pair| pair.session_number(&counted));
        Self { store, id, session, number }
    }

    /// A part of it, followed; the type's default once it is gone.
    fn read<T>(&self, read: impl Fn(&Session) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        let session = self.session;
        Memo::new(move |_| session.with(|session| session.as_ref().map(&read)).unwrap_or_default())
    }

    fn ask(&self, command: SessionCommand) -> Result<(), Refusal> {
        self.store.dispatch(Command::Session(command))
    }

    /// Where it stands from now on.
    fn stand(&self, command: StandingCommand) -> Result<(), Refusal> {
        self.ask(SessionCommand::Standing(command))
    }

    /// “Session 4”.
    fn title(&self) -> Signal<String> {
        let (texts, number) = (use_texts(), self.number);
        Signal::derive(move || (texts.get().session().title)(number.get().unwrap_or_default()))
    }

    /// “session 4”, inside a sentence.
    fn named(&self) -> Signal<String> {
        let (texts, number) = (use_texts(), self.number);
        Signal::derive(move || (texts.get().session().named)(number.get().unwrap_or_default()))
    }

    /// Its day and time in words.
    fn moment(&self) -> Signal<String> {
        let reading = use_reading();
        let start = self.read(|session| session.booking().map(|booking| booking.start));
        Signal::derive(move || start.get().map(|start| reading.moment(start)).unwrap_or_default())
    }
}

/// The session's screen.
#[component]
pub fn SessionPage(
    /// Which.
    id: SessionId,
) -> impl IntoView {
    let here = Here::new(id);
    let phase = Memo::new({
        let session = here.session;
        move |_| session.with(|session| session.as_ref().and_then(Session::phase))
    });
    provide_context(here);
    move || match phase.get() {
        Some(Phase::Before) => view! { <Before/> }.into_any(),
        Some(Phase::During) => view! { <During/> }.into_any(),
        Some(Phase::After) => view! { <After/> }.into_any(),
        Some(Phase::Off) => view! { <Off/> }.into_any(),
        None => view! { <NoSession/> }.into_any(),
    }
}

/// The address names a session that is not in the record: removed meanwhile, another pair's, or mistyped.
#[component]
pub fn NoSession() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().session().gone_title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.session().gone_title)}</h1>
            <p class="lede">{say(|t| t.session().gone_body)}</p>
            <p class="actions">
                <LinkButton href=Route::Section(crate::domain::Section::Goals).href()>
                    {say(|t| t.session().gone_goals)}
                </LinkButton>
            </p>
        </div>
        <SessionList/>
    }
}
