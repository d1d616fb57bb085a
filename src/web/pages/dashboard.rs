//! The dashboard: the next session, what to do before it, the weeks, and what waits.

mod opening;
mod waiting;

use leptos::prelude::*;

use self::opening::Opening;
use self::waiting::{GoalsAhead, QuestionsWaiting};
use super::conflict::WaitingConflicts;
use super::copy_age::CopyAge;
use super::helps::WhenStuck;
use super::names::use_names;
use super::path::DashboardNote;
use super::reading::use_reading;
use super::sessions::{Nudges, WaitingSessions};
use super::week_line::WeekLine;
use crate::domain::{Booking, Oddity};
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::{ButtonKind, LinkButton, MarginNote};

/// The dashboard.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().dashboard().title.to_owned())/>
        <Opening/>
        <WaitingConflicts/>
        <WeekLine/>
        <div class="split">
            <div class="stack stack--wide">
                <GoalsAhead/>
                <QuestionsWaiting/>
            </div>
            <div class="margin">
                <DashboardNote/>
                <WaitingSessions/>
                <Nudges/>
                <WhenStuck/>
                <CopyNote/>
                <OddFields/>
            </div>
        </div>
    }
}

/// The next session, if one is booked.
fn use_next() -> Memo<Option<Booking>> {
    let store = use_store();
    store.read(move |pair| pair.next_session(store.minute().get()).map(|(_, booking)| booking))
}

/// What is known of copies outside this browser, and how to make one.
#[component]
fn CopyNote() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let other = move || names.with(|names| names.of(store.me().get().role().other()).to_owned());
    view! {
        <MarginNote title=say(|t| t.dashboard().copy_title)>
            <CopyAge/>
            <p>{say(|t| t.dashboard().copy_why)}</p>
            <p class="actions">
                <LinkButton href=Route::Share.href()>{move || (texts.get().dashboard().give_copy)(&other())}</LinkButton>
                <LinkButton kind=ButtonKind::Quiet href=Route::Import.href()>
                    {say(|t| t.dashboard().receive_copy)}
                </LinkButton>
            </p>
        </MarginNote>
    }
}

/// Fields that do not read, by name.
#[component]
fn OddFields() -> impl IntoView {
    let store = use_store();
    let reading = use_reading();
    let odd = store.read(|pair| pair.oddities.clone());
    let named = move || {
        let fields = odd.get().into_iter().map(|Oddity::Unreadable(path)| reading.with(|labels| labels.path(&path)));
        fields.map(|words| view! { <li>{words}</li> }).collect_view()
    };
    view! {
        <Show when=move || odd.with(|odd| !odd.is_empty())>
            <MarginNote title=say(|t| t.dashboard().odd_title)>
                <p>{say(|t| t.dashboard().odd_intro)}</p>
                <ul class="plain">{move || named()}</ul>
            </MarginNote>
        </Show>
    }
}
