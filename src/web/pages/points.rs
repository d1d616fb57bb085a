//! Sections 2 to 4: every point of the guide under small headings, each one clear or to clarify.

use leptos::prelude::*;

use super::guide_link::LinkOut;
use super::names::use_names;
use super::section::SectionFrame;
use crate::domain::{Command, PointId, PointState, Section};
use crate::i18n::{GroupKind, Lines, lines_of, links_of};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Choices, Part};

/// One of the sections 2 to 4.
#[component]
pub fn PointsPage(
    /// Which.
    section: Section,
) -> impl IntoView {
    let texts = use_texts();
    // Which points stand where does not depend on the language, only the headings do.
    let groups = texts.get_untracked().points.groups(section);
    let parts = groups
        .into_iter()
        .enumerate()
        .map(|(at, group)| {
            let title = move || texts.get().points.groups(section).get(at).map_or("", |group| group.title);
            view! {
                <Part title=title>
                    <PointGroup kind=group.kind points=group.points/>
                </Part>
            }
        })
        .collect_view();
    view! {
        <SectionFrame section=section>
            <p class="points-note">{say(|t| t.points.becomes_a_question)}</p>
            {parts}
        </SectionFrame>
    }
}

/// The points of one heading: in rows; or what holds for all, then side by side, then what follows from it.
#[component]
fn PointGroup(kind: GroupKind, points: &'static [PointId]) -> impl IntoView {
    let row = |point: &PointId| view! { <li class="point"><Point point=*point/></li> };
    let beside = |point: &PointId| {
        matches!(point, PointId::Before | PointId::During | PointId::After | PointId::Review | PointId::Defence)
    };
    let class = match kind {
        GroupKind::Rows => return view! { <ul class="points">{points.iter().map(row).collect_view()}</ul> }.into_any(),
        GroupKind::Phases => "points points--phases",
        GroupKind::Ways => "points points--ways",
    };
    let before = points.iter().take_while(|point| !beside(point)).map(row).collect_view();
    let between = points
        .iter()
        .filter(|point| beside(point))
        .map(|point| view! { <li class="point point--column"><Point point=*point/></li> })
        .collect_view();
    let after = points.iter().skip_while(|point| !beside(point)).filter(|point| !beside(point)).map(row).collect_view();
    view! { <ul class=class>{before} {between} {after}</ul> }.into_any()
}

/// One point: its title, its lines, the guide's links, and what the two say of it.
#[component]
fn Point(point: PointId) -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let title = move || names.with(|names| texts.get().points.title(point, &names.mentor));
    let beside = move || {
        names.with(|names| texts.get().points.beside(point, &names.mentor, &names.student)).map(|words| {
            view! { <span class="point__beside">" "{words}</span> }
        })
    };
    let lines = move || {
        let lines = names.with(|names| texts.get().points.lines(point, &names.mentor, &names.student));
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
    let links = links_of(point).iter().map(|link| view! { <li><LinkOut to=*link/></li> }).collect_view();
    let has_links = !links_of(point).is_empty();
    view! {
        <div class="point__words">
            <h3>{title} {beside}</h3>
            {lines}
            {has_links.then(|| view! { <ul class="point__links">{links}</ul> })}
        </div>
        <Mark point=point/>
    }
}

/// Clear, or to clarify: the latter becomes a question.
#[component]
fn Mark(point: PointId) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let state = store.read(move |pair| pair.call.points.get(&point).copied());
    let options = Signal::derive(move || {
        let points = texts.get().points;
        vec![(PointState::Understood, points.clear.to_owned()), (PointState::ToClarify, points.to_clarify.to_owned())]
    });
    view! {
        <div class="point__mark">
            <Choices
                legend=move || names.with(|names| texts.get().points.title(point, &names.mentor))
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
