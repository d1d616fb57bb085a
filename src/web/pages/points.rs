//! The points of sections 2 to 4, each one clear or to clarify.

use leptos::prelude::*;

use super::guide_link::LinkOut;
use super::names::use_names;
use crate::domain::{Command, PointId, PointState};
use crate::i18n::{Lines, lines_of, links_of};
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;
use crate::web::ui::Choices;

/// Points one under the other, each in its row.
#[component]
pub fn PointRows(
    /// Which, in order.
    points: &'static [PointId],
) -> impl IntoView {
    let rows = points.iter().map(|point| view! { <li class="point"><Point point=*point/></li> }).collect_view();
    view! { <ul class="points">{rows}</ul> }
}

/// A point's title, with a few words beside it.
#[component]
pub fn PointTitle(
    /// Which.
    point: PointId,
) -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let title = move || names.with(|names| texts.get().points().title(point, &names.mentor));
    let beside = move || {
        names.with(|names| texts.get().points().beside(point, &names.mentor, &names.student)).map(|words| {
            view! { <span class="point__beside">" "{words}</span> }
        })
    };
    view! { <h3 id=format!("point-{}", point.slug())>{title} {beside}</h3> }
}

/// One point: its title, its lines, the guide's links, and what the two say of it.
#[component]
pub fn Point(
    /// Which.
    point: PointId,
) -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let lines = move || {
        let lines = names.with(|names| texts.get().points().lines(point, &names.mentor, &names.student));
        match lines_of(point) {
            Lines::Said => lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view().into_any(),
            Lines::Listed => {
                let items = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
                view! { <ul class="point__list">{items}</ul> }.into_any()
            }
            Lines::Numbered => {
                let items = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
                view! { <ol class="point__steps">{items}</ol> }.into_any()
            }
        }
    };
    view! {
        <div class="point__words">
            <PointTitle point=point/>
            {lines}
            <PointLinks point=point/>
        </div>
        <PointMark point=point/>
    }
}

/// The guide's links that belong to a point.
#[component]
pub fn PointLinks(
    /// Which.
    point: PointId,
) -> impl IntoView {
    let links = links_of(point).iter().map(|link| view! { <li><LinkOut to=*link/></li> }).collect_view();
    (!links_of(point).is_empty()).then(|| view! { <ul class="point__links">{links}</ul> })
}

/// Clear, or to clarify: the latter becomes a question.
#[component]
pub fn PointMark(
    /// Which.
    point: PointId,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let state = store.read(move |pair| pair.call.points.get(&point).copied());
    let options = Signal::derive(move || {
        let points = texts.get().points();
        vec![(PointState::Understood, points.clear.to_owned()), (PointState::ToClarify, points.to_clarify.to_owned())]
    });
    view! {
        <div class="point__mark">
            <Choices
                legend=move || names.with(|names| texts.get().points().title(point, &names.mentor))
                legend_hidden=true
                options=options
                value=state
                on_choose=move |chosen| {
                    // Never refused: a point can be marked again and again.
                    let _ = store.dispatch(Command::MarkPoint(point, Some(chosen)));
                }
            />
        </div>
    }
}
