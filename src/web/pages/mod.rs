//! One module per screen. Pages read small slices of the record, dispatch commands, and take every word from `i18n`.

mod calendar;
mod cancellation;
mod capture;
mod cases;
mod charts;
mod conflict;
mod contacts;
mod copy_age;
mod copy_text;
mod dashboard;
mod example;
mod floor;
mod focus;
mod goal_editor;
mod goal_project;
mod goals;
mod goals_section;
mod going_on;
mod guide_link;
mod habits;
mod help;
mod helps;
mod history;
mod hub;
mod import;
mod import_pick;
mod import_rescue;
mod import_review;
mod import_whole;
mod import_whose;
mod kit;
mod ledger;
mod lost;
mod meeting;
mod moment;
mod names;
mod next_session;
mod organisation;
mod pairs;
mod parts;
mod path;
mod points;
mod profile;
mod programme;
mod projects;
mod promises;
mod questions;
mod reading;
mod recap;
mod removal;
mod removal_pair;
mod report;
mod road;
mod rules;
mod search;
mod section;
mod session;
mod sessions;
mod settings;
mod settings_backups;
mod settings_storage;
mod share;
mod sheet;
mod signing;
mod typed;
mod validated;
mod ways;
mod week_line;
mod welcome;
mod whom;

use leptos::prelude::*;

use self::hub::HubPage;
use self::meeting::MeetingPage;
use self::welcome::WelcomePage;
use super::route::{Route, Screen};
use crate::domain::Section;

pub use self::capture::{Capture, CaptureButtons, Noting};
pub use self::copy_age::{CopyAge, CopySince};
pub use self::focus::focus_soon;
pub use self::history::{HistoryBar, HistoryButtons, asks_to_turn, use_turning};
pub use self::parts::fetch_all;

/// The page shown for a screen. Those of the first minutes come with the page; the others arrive in [`parts`].
pub fn page(screen: Screen) -> AnyView {
    match screen {
        Screen::Route(Route::Welcome) => view! { <WelcomePage/> }.into_any(),
        Screen::Route(Route::Call) => view! { <HubPage/> }.into_any(),
        Screen::Route(Route::Section(Section::Meeting)) => view! { <MeetingPage/> }.into_any(),
        later => view! { <parts::Fetched screen=later/> }.into_any(),
    }
}
