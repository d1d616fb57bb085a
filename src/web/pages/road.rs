//! The end of section 3: the road of projects up to the jury, the project under way and the next milestone.

use leptos::prelude::*;

use super::focus::focus_soon;
use super::points::PointRows;
use super::projects::{ProjectsEditor, day_of, use_day};
use crate::domain::schema::name;
use crate::domain::{Command, PointId, Programme, ProgrammeCommand, ProjectId, programme};
use crate::i18n::{Formats, Programme as Words, visible};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{
    Button, ButtonKind, FieldWidth, Input, Part, Road, RoadEnd, RoadStop, Select, StopState, TextField,
};

/// How much of the project under way is drawn as lived: that it has begun is known, how far it is is not.
const BEGUN: f64 = 0.3;

/// The projects up to the jury, drawn or being written, and where the pair stands on the road.
#[component]
pub fn RoadToJury() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let about = store.read(|pair| (pair.programme.projects.len(), pair.programme.end));
    let note = move || {
        let words = texts.get().programme();
        let (count, end) = about.get();
        let end = end.map(|day| (words.ends)(&store.formats().dated(day)));
        let count = u32::try_from(count).unwrap_or_default();
        let first = if count == 0 { words.nothing_yet.to_owned() } else { (words.projects_then)(count) };
        end.map_or_else(|| first.clone(), |end| format!("{first} {end}"))
    };
    let is_empty = Memo::new(move |_| about.with(|(count, _)| *count == 0));
    // A road without projects has nothing to show: it is written first.
    let editing = RwSignal::new(is_empty.get_untracked());
    // What was pressed goes from the page each time: the focus goes on to what comes next.
    let edit = move || {
        editing.set(true);
        focus_soon(&["#projects-about"]);
    };
    let close = move || {
        editing.set(false);
        focus_soon(&[".road__edit button"]);
    };
    view! {
        <Part
            place="projets"
            title=say(|t| t.points().to_the_jury)
            note=note
            aside=move || {
                view! {
                    <Show when=move || !editing.get()>
                        <span class="road__edit">
                            <Button kind=ButtonKind::Quiet on_click=edit>
                                {say(|t| t.programme().edit)}
                            </Button>
                        </span>
                    </Show>
                }
            }
        >
            <Show when=move || editing.get() fallback=DrawnRoad>
                <ProjectsEditor/>
                <Show when=move || !is_empty.get()>
                    <p>
                        <Button on_click=close>{say(|t| t.programme().close)}</Button>
                    </p>
                </Show>
            </Show>
            <WhereNow/>
            <PointRows points=&[PointId::Jury]/>
        </Part>
    }
}

/// A project's title to read.
pub(super) fn title_words(title: &str, words: &Words) -> String {
    let title = visible(title.trim());
    if title.is_empty() { words.untitled.to_owned() } else { title }
}

/// The line, one project after the other.
#[component]
fn DrawnRoad() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let programme = store.read(|pair| pair.programme.clone());
    let stops = move || {
        let words = texts.get().programme();
        programme.with(|programme| {
            let now = programme.current();
            let of = programme.projects.len();
            let stop = |(at, project): (usize, &crate::domain::Project)| {
                let (state, number) = match now {
                    _ if project.validated.is_some() => (StopState::Done, (words.number)(at + 1)),
                    Some(now) if at < now => (StopState::Done, (words.number)(at + 1)),
                    Some(now) if at == now => (StopState::Now(BEGUN), (words.number_now)(at + 1)),
                    _ => (StopState::Ahead, (words.number)(at + 1)),
                };
                let mode = project.mode.map_or(words.to_decide, |mode| words.mode(mode));
                let title = title_words(&project.title, words);
                let validated = project.validated.map(|day| {
                    let said = (words.validated_day)(&store.formats().dated(day));
                    view! { <p class="road__note">{said}</p> }
                });
                let deliverables = lines(&project.deliverables);
                let is_open = project.mode.is_none();
                view! {
                    <RoadStop at=at of=of state=state>
                        <p class="road__note">{number}</p>
                        <p class="road__title">{title}</p>
                        <p class="road__note" class:to-sharpen=is_open>
                            {mode}
                        </p>
                        {validated}
                        {deliverables}
                    </RoadStop>
                }
            };
            let stops = programme.projects.iter().enumerate().map(stop).collect_view();
            view! {
                {stops}
                <RoadEnd of=of>
                    <p class="road__note">{words.and_then}</p>
                    <p class="road__title road__title--jury">{words.the_jury}</p>
                    <p class="road__note">{words.waiting_list}</p>
                </RoadEnd>
            }
        })
    };
    view! { <Road label=say(|t| t.programme().path)>{stops}</Road> }
}

/// Deliverables as people wrote them, one to a line.
fn lines(text: &str) -> impl IntoView + use<> {
    let lines: Vec<_> = text.lines().map(|line| visible(line.trim())).filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then(|| {
        let items = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <ul class="road__deliverables">{items}</ul> }
    })
}

/// The project under way and the next milestone; what is missing is said, and blocks nothing.
#[component]
fn WhereNow() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let programme = store.read(|pair| pair.programme.clone());
    let current = Signal::derive(move || {
        programme
            .with(|programme| programme.current().and_then(|at| programme.projects.get(at)).map(|now| now.id.clone()))
    });
    let options = Signal::derive(move || {
        let words = texts.get().programme();
        let named = programme.with(|programme| {
            let named = |(at, project): (usize, &crate::domain::Project)| {
                let title = format!("{}, {}", (words.number)(at + 1), title_words(&project.title, words));
                (Some(project.id.clone()), title)
            };
            programme.projects.iter().enumerate().map(named).collect::<Vec<_>>()
        });
        std::iter::once((None, words.none_yet.to_owned())).chain(named).collect::<Vec<_>>()
    });
    let choose = move |id: Option<ProjectId>| {
        // One that was removed elsewhere meanwhile is no longer among the answers.
        let _ = store.dispatch(Command::Programme(ProgrammeCommand::SetCurrent(id)));
    };
    let by = Memo::new(move |_| programme.with(|programme| programme.milestone.by));
    let day = use_day(by, RwSignal::new(None));
    let keep_day = move || {
        // Never refused: any day, or none.
        let _ = store.dispatch(Command::Programme(ProgrammeCommand::SetMilestoneDay(day_of(day))));
    };
    let missing = move || {
        let words = texts.get().programme();
        programme.with(|programme: &Programme| {
            match (programme.current().is_some(), !programme.milestone.what.trim().is_empty()) {
                (true, true) => None,
                (false, true) => Some(words.to_choose_current),
                (true, false) => Some(words.to_choose_milestone),
                (false, false) => Some(words.to_choose),
            }
        })
    };
    view! {
        <section class="where-now" aria-labelledby="where-now">
            <h3 id="where-now">{say(|t| t.programme().now_title)}</h3>
            <div class="where-now__fields">
                <Select
                    label=say(|t| t.programme().current)
                    options=options
                    value=current
                    on_choose=choose
                />
                <TextField
                    label=say(|t| t.programme().milestone)
                    hint=say(|t| t.programme().milestone_hint)
                    path=programme::field(name::MILESTONE)
                />
                <Input
                    label=say(|t| t.programme().milestone_by)
                    value=day
                    input_type="date"
                    width=FieldWidth::Medium
                    on_change=keep_day
                />
            </div>
            {move || missing().map(|words| view! { <p class="hint"><span class="to-sharpen">{words}</span></p> })}
        </section>
    }
}
