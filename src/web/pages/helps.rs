//! Section 2, and `#/contacts` afterwards: the map of the seven helps, the six cases, the pair's own contacts;
//! afterwards, “Qui contacter ?” first.

use leptos::prelude::*;

use super::cases::Cases;
use super::contacts::OwnContacts;
use super::names::use_names;
use super::points::Point;
use super::section::SectionFrame;
use super::whom::WhomToContact;
use crate::domain::{Help, PersonId, Section};
use crate::web::app::PageTitle;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::strand::{dot, ray, stitch};
use crate::web::ui::{Initial, MarginNote, Part};

/// Section 2.
#[component]
pub fn HelpsSectionPage() -> impl IntoView {
    view! {
        <SectionFrame section=Section::Helps>
            <p class="points-note">{say(|t| t.points().becomes_a_question)}</p>
            <WhomToTurnTo/>
        </SectionFrame>
    }
}

/// `#/contacts`.
#[component]
pub fn ContactsPage() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().helps().page.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.helps().page)}</h1>
            <p class="lede">{say(|t| t.helps().page_lede)}</p>
        </div>
        <WhomToContact/>
        <WhomToTurnTo/>
    }
}

/// What both screens hold.
#[component]
fn WhomToTurnTo() -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    view! {
        <Part
            title=move || names.with(|names| (texts.get().helps().map_title)(&names.student))
            note=say(|t| t.helps().map_note)
        >
            <HelpsMap/>
        </Part>
        <Cases/>
        <OwnContacts/>
    }
}

/// How many of the helps stand on the left of the map; the others on the right.
const LEFT: usize = 3;

/// The student, and a line to each help. A list for whoever listens to it; in one column it hangs on an upright strand.
#[component]
fn HelpsMap() -> impl IntoView {
    let names = use_names();
    let helps = Help::ALL
        .into_iter()
        .enumerate()
        .map(|(at, help)| {
            let class = if at < LEFT { "helps-map__help helps-map__help--left" } else { "helps-map__help" };
            view! {
                <li class=class>
                    <Upright at=at/>
                    <Point point=help.point()/>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="helps-map">
            <Rays/>
            <p class="helps-map__student">
                <Initial
                    person=PersonId::STUDENT
                    name=move || names.with(|names| names.student.clone())
                    shown=true
                />
            </p>
            <ul class="helps-map__list">{helps}</ul>
        </div>
    }
}

/// The lines of the wide map. The coaching's is thin: it lies ahead, at the end of the programme.
#[component]
fn Rays() -> impl IntoView {
    let rays = Help::ALL
        .into_iter()
        .enumerate()
        .map(|(at, help)| {
            let (row, rows, is_left) =
                if at < LEFT { (at, LEFT, true) } else { (at - LEFT, Help::ALL.len() - LEFT, false) };
            let way = |bend: f64| ray(row, rows, is_left, bend);
            let class = if help == Help::Coaching { "strands__ahead" } else { "strands__student" };
            let knot = if help == Help::Mentor { "strands__knot is-done" } else { "strands__knot" };
            let eye = (help != Help::Mentor).then(|| view! { <path class="strands__eye" d=dot(way(0.0).end)></path> });
            view! {
                {(help == Help::Mentor).then(|| view! { <path class="strands__mentor" d=way(20.0).path></path> })}
                <path class=class d=way(0.0).path></path>
                <path class=knot d=dot(way(0.0).end)></path>
                {eye}
            }
        })
        .collect_view();
    view! {
        <svg class="strands helps-map__rays" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {rays}
        </svg>
    }
}

/// The strand of the one column, from a help's knot to the next one's; the mentor's strand is there where the mentor is.
#[component]
fn Upright(at: usize) -> impl IntoView {
    let help = Help::ALL.get(at).copied();
    let drawing = stitch(at, 26.0, 1.0).lived;
    let last = at + 1 == Help::ALL.len();
    let (knot, eye) = match help {
        Some(Help::Mentor) => ("strands__knot is-done", None),
        _ => ("strands__knot", Some("strands__eye")),
    };
    let top = "M50 0h.01";
    view! {
        <span class="helps-map__upright">
            <svg class="strands" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                {(!last)
                    .then(|| {
                        let mentor = (help == Some(Help::Mentor))
                            .then(|| view! { <path class="strands__mentor" d=drawing.mentor></path> });
                        let student = if at + 2 == Help::ALL.len() { "strands__ahead" } else { "strands__student" };
                        view! {
                            {mentor}
                            <path class=student d=drawing.student></path>
                        }
                    })}
                <path class=knot d=top></path>
                {eye.map(|eye| view! { <path class=eye d=top></path> })}
            </svg>
        </span>
    }
}

/// Where the dashboard leads when something is stuck.
#[component]
pub fn WhenStuck() -> impl IntoView {
    view! {
        <MarginNote title=say(|t| t.helps().dashboard_title)>
            <p>{say(|t| t.helps().dashboard_body)}</p>
            <p>
                <a href=Route::Contacts.href()>{say(|t| t.helps().dashboard_link)}</a>
            </p>
        </MarginNote>
    }
}
