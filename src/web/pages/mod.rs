//! One module per screen. Pages read small slices of the record, dispatch commands, and take every word from `i18n`.

mod cancellation;
mod cases;
mod conflict;
mod contacts;
mod copy_age;
mod dashboard;
mod floor;
mod focus;
mod goal_editor;
mod goals;
mod goals_section;
mod guide_link;
mod habits;
mod help;
mod helps;
mod history;
mod hub;
mod import;
mod import_pick;
mod import_review;
mod import_whose;
mod lost;
mod meeting;
mod names;
mod next_session;
mod organisation;
mod pairs;
mod points;
mod programme;
mod projects;
mod promises;
mod questions;
mod reading;
mod recap;
mod removal;
mod road;
mod section;
mod session;
mod settings;
mod settings_storage;
mod share;
mod sheet;
mod signing;
mod ways;
mod week_line;
mod welcome;

use leptos::prelude::*;

use self::goals_section::GoalsSectionPage;
use self::hub::HubPage;
use self::meeting::MeetingPage;
use self::organisation::OrganisationPage;
use self::welcome::WelcomePage;
use super::route::{Route, Screen};
use crate::domain::Section;

pub use self::copy_age::{CopyAge, CopyReminder};
pub use self::goal_editor::{GoalEditor, KeptGoal, RemoveGoal, use_goal};
pub use self::guide_link::LinkOut;
pub use self::history::{HistoryBar, HistoryButtons, asks_to_turn, use_turning};
pub use self::names::{Names, use_names};

/// The page shown for a screen.
pub fn page(screen: Screen) -> AnyView {
    let route = match screen {
        Screen::Route(route) => route,
        Screen::Session(id) => return view! { <session::SessionPage id=id/> }.into_any(),
        Screen::NoSession => return view! { <session::NoSession/> }.into_any(),
    };
    match route {
        Route::Welcome => view! { <WelcomePage/> }.into_any(),
        Route::Call => view! { <HubPage/> }.into_any(),
        Route::Section(Section::Meeting) => view! { <MeetingPage/> }.into_any(),
        Route::Section(Section::Helps) => view! { <helps::HelpsSectionPage/> }.into_any(),
        Route::Section(Section::Programme) => view! { <programme::ProgrammePage/> }.into_any(),
        Route::Section(Section::Goals) => view! { <GoalsSectionPage/> }.into_any(),
        Route::Section(Section::Organisation) => view! { <OrganisationPage/> }.into_any(),
        Route::Recap => view! { <recap::RecapPage/> }.into_any(),
        Route::Home => view! { <dashboard::DashboardPage/> }.into_any(),
        Route::Goals => view! { <goals::GoalsPage/> }.into_any(),
        Route::Questions => view! { <questions::QuestionsPage/> }.into_any(),
        Route::Contacts => view! { <helps::ContactsPage/> }.into_any(),
        Route::Share => view! { <share::SharePage/> }.into_any(),
        Route::Import => view! { <import::ImportPage/> }.into_any(),
        Route::Settings => view! { <settings::SettingsPage/> }.into_any(),
        Route::Help => view! { <help::HelpPage/> }.into_any(),
        Route::Lost => view! { <lost::LostPage/> }.into_any(),
        Route::Pairs => view! { <pairs::PairsPage/> }.into_any(),
    }
}
