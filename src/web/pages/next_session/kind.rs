//! What the next session is for: mentoring unless somebody says otherwise.

use leptos::prelude::*;

use super::choice::Agenda;
use crate::domain::{Command, ProjectId, SessionCommand, SessionId, SessionKind, StandingCommand};
use crate::web::dispatch::{Store, use_store};
use crate::web::pages::session::{KindChoice, SameWeekNote};

/// A kind, and the project that it validates.
pub(super) type Chosen = (SessionKind, Option<ProjectId>);

/// Says what a booked session is for.
pub(super) fn set_kind(store: Store, id: SessionId, (kind, project): Chosen) {
    // Refused only once the session is gone, and then nothing shows it any more.
    let _ = store.dispatch(Command::Session(SessionCommand::Standing(StandingCommand::SetKind(id, kind, project))));
}

/// Choosing it: of the session that is booked, else of the one about to be.
#[component]
pub(super) fn Kind(agenda: Memo<Agenda>, waiting: RwSignal<Chosen>) -> impl IntoView {
    let store = use_store();
    let next = Memo::new(move |_| agenda.with(|agenda| agenda.next.clone()));
    let chosen = store.read(move |pair| {
        let booked = next.with(|next| next.as_ref().and_then(|(id, _)| pair.session(id)));
        booked.map_or_else(|| waiting.get(), |session| (session.kind, session.project.clone()))
    });
    let choose = move |kind: SessionKind, project: Option<ProjectId>| match next.get_untracked() {
        Some((id, _)) => set_kind(store, id, (kind, project)),
        None => waiting.set((kind, project)),
    };
    let kind = Memo::new(move |_| chosen.with(|(kind, _)| *kind));
    let start = Memo::new(move |_| next.with(|next| next.as_ref().map(|(_, slot)| slot.start)));
    let flag = move || {
        let id = next.with(|next| next.as_ref().map(|(id, _)| id.clone()));
        view! { <SameWeekNote id=id kind=kind start=start/> }
    };
    view! {
        <div class="booking__kind">
            <KindChoice chosen=chosen on_choose=choose/>
            {flag}
        </div>
    }
}
