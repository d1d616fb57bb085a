//! Screens that are not part of the first download: their machine code arrives in parts, fetched once the page stands.
//!
//! A published build is cut at the functions that `part!` makes (`cargo xtask build`, docs/adr/0007). Every other build has all
//! screens in one piece, and the same functions answer at once.

// What the cut needs is imported and exported by name, which the compiler counts as unsafe. All of it is the macro's.
#![cfg_attr(lazy_screens, allow(unsafe_code))]

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::goals_section::GoalsSectionPage;
use super::organisation::OrganisationPage;
use super::{
    charts, dashboard, example, goals, help, helps, import, kit, ledger, lost, pairs, path, programme, questions,
    recap, report, rules, search, session, sessions, settings, share,
};
use crate::domain::Section;
use crate::web::app::PageTitle;
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, Screen};
use crate::web::ui::{Button, ButtonKind};

/// A part did not arrive: the line is down, or the host has another version by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Missing;

#[cfg(lazy_screens)]
impl From<leptos::wasm_split::SplitLoaderError> for Missing {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A part: the function that draws its screens, and the one that only fetches it.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident, $fetch:ident, $screen:ident => $page:expr) => {
        $(#[$doc])*
        #[cfg(lazy_screens)]
        #[leptos::wasm_split::wasm_split($name, wasm_split_path = ::leptos::wasm_split, preload($fetch), fallible)]
        fn $name($screen: Screen) -> Result<AnyView, Missing> {
            Ok($page)
        }

        $(#[$doc])*
        #[cfg(not(lazy_screens))]
        #[allow(clippy::unused_async)]
        async fn $name($screen: Screen) -> Result<AnyView, Missing> {
            Ok($page)
        }

        #[cfg(not(lazy_screens))]
        #[allow(clippy::unused_async)]
        async fn $fetch() -> Result<(), Missing> {
            Ok(())
        }
    };
}

part! {
    /// The rest of the first call.
    call, fetch_call, screen => match screen {
        Screen::Route(Route::Section(Section::Helps)) => view! { <helps::HelpsSectionPage/> }.into_any(),
        Screen::Route(Route::Section(Section::Programme)) => view! { <programme::ProgrammePage/> }.into_any(),
        Screen::Route(Route::Section(Section::Goals)) => view! { <GoalsSectionPage/> }.into_any(),
        Screen::Route(Route::Section(Section::Organisation)) => view! { <OrganisationPage/> }.into_any(),
        Screen::Route(Route::Recap) => view! { <recap::RecapPage/> }.into_any(),
        _ => view! { <helps::ContactsPage/> }.into_any(),
    }
}

part! {
    /// What people come back to every week.
    weeks, fetch_weeks, screen => match screen {
        Screen::Session(id) => view! { <session::SessionPage id=id/> }.into_any(),
        Screen::NoSession => view! { <session::NoSession/> }.into_any(),
        Screen::Route(Route::Sessions) => view! { <sessions::SessionsPage/> }.into_any(),
        Screen::Route(Route::Ledger) => view! { <ledger::LedgerPage/> }.into_any(),
        Screen::Route(Route::Rules) => view! { <rules::RulesPage/> }.into_any(),
        Screen::Route(Route::Charts) => view! { <charts::ChartsPage/> }.into_any(),
        Screen::Report(id) => view! { <report::ReportPage id=id/> }.into_any(),
        Screen::Reports => view! { <report::ReportsPage/> }.into_any(),
        Screen::Kit(asked) => view! { <kit::KitPage asked=asked/> }.into_any(),
        Screen::Route(Route::Goals) => view! { <goals::GoalsPage/> }.into_any(),
        Screen::Route(Route::Questions) => view! { <questions::QuestionsPage/> }.into_any(),
        Screen::Route(Route::Path) => view! { <path::PathPage/> }.into_any(),
        Screen::Route(Route::Search) => view! { <search::SearchPage/> }.into_any(),
        Screen::Route(Route::Pairs) => view! { <pairs::PairsPage/> }.into_any(),
        Screen::Route(_) => view! { <dashboard::DashboardPage/> }.into_any(),
    }
}

part! {
    /// Copies to and fro, settings, help.
    around, fetch_around, screen => match screen {
        Screen::Route(Route::Share) => view! { <share::SharePage/> }.into_any(),
        Screen::Route(Route::Import) => view! { <import::ImportPage/> }.into_any(),
        Screen::Route(Route::Settings) => view! { <settings::SettingsPage/> }.into_any(),
        Screen::Route(Route::Example) => view! { <example::ExamplePage/> }.into_any(),
        Screen::Route(Route::Lost) => view! { <lost::LostPage/> }.into_any(),
        _ => view! { <help::HelpPage/> }.into_any(),
    }
}

async fn draw(screen: Screen) -> Result<AnyView, Missing> {
    match &screen {
        Screen::Route(Route::Section(_) | Route::Recap | Route::Contacts) => call(screen).await,
        Screen::Route(Route::Share | Route::Import | Route::Settings | Route::Lost | Route::Help | Route::Example) => {
            around(screen).await
        }
        _ => weeks(screen).await,
    }
}

/// Fetches every part, so that a later screen opens at once, and without a line too. What does not arrive now is asked for again
/// by its screen.
pub async fn fetch_all() {
    let _ = fetch_call().await;
    let _ = fetch_weeks().await;
    let _ = fetch_around().await;
}

/// Where a part is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetch {
    UnderWay,
    Here,
    Missing,
}

/// A screen of a part, once the part is here.
#[component]
pub fn Fetched(screen: Screen) -> impl IntoView {
    let texts = use_texts();
    let state = RwSignal::new(Fetch::UnderWay);
    let drawn = StoredValue::new_local(None::<AnyView>);
    // What the screen makes belongs to this component and finds its contexts, also when a press of a button asks again.
    let owner = Owner::current();
    let fetch = move || {
        let screen = screen.clone();
        let ask = move || {
            spawn_local_scoped_with_cancellation(async move {
                match draw(screen).await {
                    Ok(view) => {
                        drawn.try_set_value(Some(view));
                        state.set(Fetch::Here);
                    }
                    Err(Missing) => state.set(Fetch::Missing),
                }
            });
        };
        match &owner {
            Some(owner) => owner.with(ask),
            None => ask(),
        }
    };
    fetch();
    let again = Callback::new(move |()| fetch());
    move || {
        match state.get() {
        Fetch::UnderWay => ().into_any(),
        Fetch::Here => drawn.try_update_value(Option::take).flatten().into_any(),
        Fetch::Missing => view! {
            <PageTitle text=Signal::derive(move || texts.get().common().part_missing.to_owned())/>
            <div class="opening">
                <h1 tabindex="-1">{say(|t| t.common().part_missing)}</h1>
                <p class="lede">{say(|t| t.common().part_missing_body)}</p>
                <p class="actions">
                    <Button kind=ButtonKind::Primary on_click=move || again.run(())>{say(|t| t.common().try_again)}</Button>
                    <Button on_click=|| drop(window().location().reload())>{say(|t| t.common().reload)}</Button>
                </p>
            </div>
        }
        .into_any(),
    }
    }
}
