//! Section 4: habits chosen by both, the rules with their calculator, and the pair agreement.

use leptos::prelude::*;

use super::cancellation::CancellationCalculator;
use super::habits::{MessagesEditor, PreparationEditor, SlotEditor};
use super::points::Point;
use super::promises::AgreementPart;
use super::section::SectionFrame;
use crate::domain::{PointId, Section};
use crate::web::locale::{say, use_texts};
use crate::web::ui::Part;

/// Section 4.
#[component]
pub fn OrganisationPage() -> impl IntoView {
    let texts = use_texts();
    // Which points stand where does not depend on the language, only the headings do.
    let groups = texts.get_untracked().points().groups(Section::Organisation);
    let parts = groups
        .into_iter()
        .enumerate()
        .map(|(at, group)| {
            let title = move || {
                let groups = texts.get().points().groups(Section::Organisation);
                groups.get(at).map_or("", |group| group.title)
            };
            let rows = group.points.iter().map(|point| row(*point)).collect_view();
            let rules = group.points.contains(&PointId::CancelLate);
            view! {
                <Part title=title>
                    <ul class="points">{rows}</ul>
                </Part>
                {rules.then(|| view! { <CancellationCalculator/> })}
            }
        })
        .collect_view();
    view! {
        <SectionFrame section=Section::Organisation>
            <p class="points-note">{say(|t| t.points().becomes_a_question)}</p>
            {parts}
            <AgreementPart/>
        </SectionFrame>
    }
}

/// A point, and below it what the two decide of it.
fn row(point: PointId) -> AnyView {
    let (place, editor) = match point {
        PointId::Slot => (Some("creneau"), Some(view! { <SlotEditor/> }.into_any())),
        PointId::Channels => (Some("messages"), Some(view! { <MessagesEditor/> }.into_any())),
        PointId::Prepare => (Some("preparation"), Some(view! { <PreparationEditor/> }.into_any())),
        _ => (None, None),
    };
    view! {
        <li class="point" id=place>
            <Point point=point/>
            {editor.map(|editor| view! { <div class="habit">{editor}</div> })}
        </li>
    }
    .into_any()
}
