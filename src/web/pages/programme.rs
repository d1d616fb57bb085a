//! Section 3: how a project is worked, how a session goes, how a project is validated, and the road to the jury.

use leptos::prelude::*;

use super::names::use_names;
use super::points::{Point, PointMark, PointRows, PointTitle};
use super::reading::{placeholder, with_strokes};
use super::road::RoadToJury;
use super::section::SectionFrame;
use super::ways::Ways;
use crate::domain::{PointId, Role, Section};
use crate::web::locale::{say, use_texts};
use crate::web::ui::Part;

/// Section 3.
#[component]
pub fn ProgrammePage() -> impl IntoView {
    view! {
        <SectionFrame section=Section::Programme>
            <p class="points-note">{say(|t| t.points().becomes_a_question)}</p>
            <Part title=say(|t| t.points().a_project)>
                <PointRows points=&[PointId::WorkAlone, PointId::Mission, PointId::Deliverables]/>
                <TwoMentors/>
            </Part>
            <Part title=say(|t| t.points().a_session)>
                <Phases/>
            </Part>
            <Part title=say(|t| t.points().two_ways)>
                <Ways/>
            </Part>
            <RoadToJury/>
        </SectionFrame>
    }
}

/// The two kinds of mentor, each with what they are there for.
#[component]
fn TwoMentors() -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let kinds = move || {
        let lines =
            texts.get().points().lines(PointId::TwoMentors, placeholder(Role::Mentor), placeholder(Role::Student));
        let said = |line: String| {
            let said = names.with(|names| with_strokes(&line, names));
            view! { <p>{said}</p> }
        };
        lines.into_iter().map(said).collect_view()
    };
    view! {
        <div class="point">
            <div class="point__words">
                <PointTitle point=PointId::TwoMentors/>
                <div class="two-mentors">{kinds}</div>
            </div>
            <PointMark point=PointId::TwoMentors/>
        </div>
    }
}

/// The strands over one phase of a session, in a drawing of 100 by 96: the mentor's, the student's, where they meet.
type Over = (&'static str, &'static str, &'static [&'static str]);

const BEFORE: Over = ("M0 16C35 18 74 2 100 48", "M0 76C33 92 74 94 100 48", &[]);
const DURING: Over = ("M0 48C17 94 34 94 50 48S83 4 100 48", "M0 48C17 2 34 4 50 48S83 92 100 48", &["M0 48h.01"]);
const AFTER: Over = ("M0 48C30 2 57 16 100 12", "M0 48C30 92 60 94 100 78", &["M0 48h.01"]);

/// A session's three phases side by side under their strands, below what holds for all of them.
#[component]
fn Phases() -> impl IntoView {
    let phases = [(PointId::Before, BEFORE), (PointId::During, DURING), (PointId::After, AFTER)];
    let columns = phases
        .into_iter()
        .map(|(point, (mentor, student, knots))| {
            // Outside the session the mentor is not at work on it.
            let mentor_class = if point == PointId::During { "strands__mentor" } else { "strands__ahead" };
            let knots = knots.iter().map(|knot| view! { <path class="strands__knot is-done" d=*knot></path> }).collect_view();
            view! {
                <li class="point point--column">
                    <svg class="strands phase__strands" viewBox="0 0 100 96" preserveAspectRatio="none" aria-hidden="true">
                        <path class=mentor_class d=mentor></path>
                        <path class="strands__student" d=student></path>
                        {knots}
                    </svg>
                    <Point point=point/>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="points points--phases">
            <li class="point">
                <Point point=PointId::BookAhead/>
            </li>
            {columns}
        </ul>
    }
}
