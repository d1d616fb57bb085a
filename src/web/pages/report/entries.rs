//! What a part of the report says, drawn: goals with their marks, items, numbered ones, paragraphs.

use leptos::prelude::*;

use crate::export::session_report::{Entry, Marker};
use crate::web::pages::typed::Typed;
use crate::web::ui::GoalMark;

/// The entries of a part, neighbours of one kind in one list.
pub(super) fn drawn(entries: &[Entry]) -> AnyView {
    let kind = |entry: &Entry| match entry.marker {
        Marker::None => 0,
        Marker::Bullet => 1,
        Marker::Number(_) => 2,
    };
    let lists = entries.chunk_by(|one, next| kind(one) == kind(next));
    lists.map(list).collect_view().into_any()
}

fn list(entries: &[Entry]) -> AnyView {
    match entries.first().map(|entry| entry.marker) {
        Some(Marker::Bullet) => {
            let items = entries.iter().map(|entry| view! { <li class="report-line">{line(entry)}</li> });
            // Where first words or marks stand out, each item is seen without a dot.
            let is_plain = entries.iter().all(|entry| entry.lead.is_empty() && entry.status.is_none());
            let class = if is_plain { "report-lines report-lines--plain" } else { "report-lines" };
            view! { <ul class=class>{items.collect_view()}</ul> }.into_any()
        }
        Some(Marker::Number(_)) => {
            let items = entries.iter().map(|entry| {
                let number = match entry.marker {
                    Marker::Number(number) => Some(number.to_string()),
                    Marker::None | Marker::Bullet => None,
                };
                view! { <li class="report-line" value=number>{line(entry)}</li> }
            });
            view! { <ol class="report-lines report-lines--numbered">{items.collect_view()}</ol> }.into_any()
        }
        _ => {
            let items = entries.iter().map(|entry| view! { <div>{line(entry)}</div> });
            view! { <div class="report-lines">{items.collect_view()}</div> }.into_any()
        }
    }
}

fn line(entry: &Entry) -> impl IntoView + use<> {
    // The words beside the mark say the same.
    let mark = entry.status.map(|status| view! { <GoalMark status=Signal::stored(status)/> });
    let lead = (!entry.lead.is_empty()).then(|| view! { <strong>{entry.lead.clone()}</strong> " " });
    let details = entry.details.iter().map(|detail| {
        view! {
            <p class="report-line__detail">
                <Typed text=detail.clone()/>
            </p>
        }
    });
    view! {
        {mark}
        <p class="report-line__text">
            {lead}
            <Typed text=entry.text.clone()/>
        </p>
        {details.collect_view()}
    }
}
