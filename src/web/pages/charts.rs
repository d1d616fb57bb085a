//! The plots: goals session by session, projects against the calendar. Each has its table; none of them grades anybody.

mod goals;
mod projects;

use leptos::prelude::*;

use self::goals::GoalsFigure;
use self::projects::ProjectsFigure;
use crate::web::app::PageTitle;
use crate::web::locale::{say, use_texts};

/// The plots.
#[component]
pub fn ChartsPage() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().charts().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.charts().title)}</h1>
            <p class="lede">{say(|t| t.charts().lede)}</p>
        </div>
        <GoalsFigure/>
        <ProjectsFigure/>
    }
}
