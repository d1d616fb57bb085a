//! The two ways to validate a project, side by side as two tracks: who acts at each knot, and the strand of whoever is there.

use leptos::prelude::*;

use super::names::use_names;
use super::points::{Point, PointLinks, PointMark, PointTitle};
use super::reading::{placeholder, with_strokes};
use crate::domain::{PointId, Role};
use crate::web::locale::use_texts;
use crate::web::ui::{StitchDrawing, StopState};

/// What holds for every project, the review and the defence, and the rework that may follow.
#[component]
pub fn Ways() -> impl IntoView {
    view! {
        <ul class="points points--ways">
            <li class="point">
                <Point point=PointId::EveryProject/>
            </li>
            <li class="point point--column point--review">
                <Track point=PointId::Review/>
            </li>
            <li class="point point--column">
                <Track point=PointId::Defence/>
            </li>
            <li class="point point--column point--rework">
                <Point point=PointId::Rework/>
            </li>
        </ul>
    }
}

/// One way as a track of its steps.
#[component]
fn Track(point: PointId) -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let steps = move || {
        let words = texts.get().points();
        // With signs in the place of the names, which are then drawn.
        let lines = words.lines(point, placeholder(Role::Mentor), placeholder(Role::Student));
        let last = lines.len().saturating_sub(1);
        lines
            .into_iter()
            .enumerate()
            .map(|(at, line)| {
                // From the booking of a defence to its result the mentor has no part.
                let alone = point == PointId::Defence && at > 0;
                let said = names.with(|names| match line.split_once(words.deadline) {
                    Some((before, after)) => {
                        let deadline = view! { <strong class="due">{words.deadline}</strong> };
                        view! { {with_strokes(before, names)} {deadline} {with_strokes(after, names)} }.into_any()
                    }
                    None => with_strokes(&line, names),
                });
                view! {
                    <li>
                        <span class="track__strands">
                            <StitchDrawing at=at state=StopState::Done last=at == last alone=alone/>
                        </span>
                        <div class="track__what">{said}</div>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div class="point__words">
            <PointTitle point=point/>
            <ol class="track">{steps}</ol>
            <PointLinks point=point/>
        </div>
        <PointMark point=point/>
    }
}
