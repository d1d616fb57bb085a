//! Writing the programme down: its name and days, its projects in order, and a list of them typed or pasted.

use leptos::prelude::*;

use super::focus::focus_soon;
use super::profile::OwnProgrammes;
use super::removal::Removal;
use super::road::title_words;
use super::validated::ValidatedOn;
use crate::domain::programme::{LeftOut, Pasted, Towards, pasted};
use crate::domain::schema::name;
use crate::domain::{Command, Day, Mode, Programme, ProgrammeCommand, Project, ProjectId, Refusal, programme};
use crate::i18n::{capitalised, visible};
use crate::web::dispatch::{new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Choices, ChoicesLook, FieldWidth, Input, TextArea, TextField};

/// The field in which projects are added.
const ADD: &str = "projects-add";

/// The programme and its projects, to write.
#[component]
pub fn ProjectsEditor() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let ids = store.read(|pair| pair.programme.projects.iter().map(|project| project.id.clone()).collect::<Vec<_>>());
    let removing = RwSignal::new(None::<String>);
    let remove = move |id: String| {
        if let Some(id) = ProjectId::parse(&id) {
            // Already removed elsewhere is as good as removed here.
            let _ = store.dispatch(Command::Programme(ProgrammeCommand::RemoveProject(id)));
            store.announce(texts.get_untracked().programme().removed.to_owned());
        }
        focus_soon(&[&format!("#{ADD}")]);
    };
    view! {
        <div class="projects">
            <About/>
            <section class="projects__part" aria-labelledby="projects-list">
                <h3 id="projects-list">{say(|t| t.programme().list)}</h3>
                <ol>
                    <For each=move || ids.get() key=ProjectId::clone let:id>
                        <ProjectRow id=id removing=removing/>
                    </For>
                </ol>
                <AddProjects/>
                <OwnProgrammes/>
            </section>
            <Removal
                asked=removing
                title=say(|t| t.programme().remove_ask_title)
                body=say(|t| t.programme().remove_body)
                keep=say(|t| t.programme().remove_keep)
                remove=say(|t| t.programme().remove_yes)
                on_remove=remove
            />
        </div>
    }
}

/// The text of a field for a day: follows the record, except while what was chosen is refused and stays to be mended.
pub fn use_day(kept: Memo<Option<Day>>, refused: RwSignal<Option<Refusal>>) -> RwSignal<String> {
    let typed = RwSignal::new(String::new());
    Effect::new(move |_| {
        let day = kept.get();
        if refused.with_untracked(Option::is_none) {
            typed.set(day.map(|day| day.to_string()).unwrap_or_default());
        }
    });
    typed
}

/// The day that such a text says; a half-typed date reads as no day, as the browser gives it.
pub fn day_of(typed: RwSignal<String>) -> Option<Day> {
    typed.with_untracked(|text| text.parse().ok())
}

/// The programme's name, first and last day.
#[component]
fn About() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let refused = RwSignal::new(None::<Refusal>);
    let first = use_day(store.read(|pair| pair.programme.start), refused);
    let last = use_day(store.read(|pair| pair.programme.end), refused);
    let keep = move || {
        let days = ProgrammeCommand::SetDays(day_of(first), day_of(last));
        refused.set(store.dispatch(Command::Programme(days)).err());
    };
    let error = Signal::derive(move || refused.get().map(|refusal| texts.get().refusals().of(refusal).to_owned()));
    view! {
        <section class="projects__part" aria-labelledby="projects-about">
            <h3 id="projects-about" tabindex="-1">{say(|t| t.programme().about)}</h3>
            <div class="where-now__fields">
                <TextField label=say(|t| t.programme().name) path=programme::field(name::NAME)/>
                <Input
                    label=say(|t| t.programme().first_day)
                    value=first
                    input_type="date"
                    width=FieldWidth::Medium
                    on_change=keep
                />
                <Input
                    label=say(|t| t.programme().last_day)
                    hint=say(|t| t.programme().last_day_hint)
                    value=last
                    error=error
                    input_type="date"
                    width=FieldWidth::Medium
                    on_change=keep
                />
            </div>
        </section>
    }
}

/// A project and its place in the path.
fn use_project(id: &ProjectId) -> Memo<(usize, usize, Option<Project>)> {
    let id = id.clone();
    use_store().read(move |pair| {
        let projects = &pair.programme.projects;
        let at = projects.iter().position(|project| project.id == id);
        (at.unwrap_or(0), projects.len(), at.and_then(|at| projects.get(at)).cloned())
    })
}

/// One project: its title, how it is validated, what it asks for, its place.
#[component]
fn ProjectRow(id: ProjectId, removing: RwSignal<Option<String>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let project = use_project(&id);
    let at = Memo::new(move |_| project.with(|(at, ..)| *at));
    let title = Memo::new(move |_| {
        let words = texts.get().programme();
        project.with(|(.., project)| title_words(project.as_ref().map_or("", |project| &project.title), words))
    });
    let mode = Signal::derive(move || project.with(|(.., project)| project.as_ref().and_then(|project| project.mode)));
    let modes = Signal::derive(move || {
        let words = texts.get().programme();
        Mode::ALL.into_iter().map(|mode| (mode, capitalised(words.mode(mode)))).collect::<Vec<_>>()
    });
    let (chosen, row) = (id.clone(), format!("project-{id}"));
    view! {
        <li class="project" id=row>
            <div class="project__fields" role="group" aria-label=title>
                <TextField
                    label=move || (texts.get().programme().title_of)(at.get() + 1)
                    path=programme::project(&id, name::TITLE)
                />
                <Choices
                    legend=say(|t| t.programme().validated_by)
                    options=modes
                    value=mode
                    look=ChoicesLook::Segments
                    on_choose=move |mode| {
                        // Removed elsewhere meanwhile, its row goes from the page by itself.
                        let _ = store.dispatch(Command::Programme(ProgrammeCommand::SetMode(chosen.clone(), Some(mode))));
                    }
                />
                <TextArea
                    label=say(|t| t.programme().deliverables)
                    tag=say(|t| t.programme().deliverables_hint)
                    path=programme::project(&id, name::DELIVERABLES)
                    rows=1
                />
                <ValidatedOn id=id.clone() title=title/>
            </div>
            <Place id=id title=title project=project removing=removing/>
        </li>
    }
}

/// Buttons that move a project along the path, and the one that removes it.
#[component]
fn Place(
    id: ProjectId,
    title: Memo<String>,
    project: Memo<(usize, usize, Option<Project>)>,
    removing: RwSignal<Option<String>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let is_first = Memo::new(move |_| project.with(|(at, ..)| *at == 0));
    let is_last = Memo::new(move |_| project.with(|(at, count, _)| at + 1 >= *count));
    let moved = id.clone();
    let step = Callback::new(move |towards: Towards| {
        let moving = ProgrammeCommand::MoveProject(moved.clone(), towards);
        if store.dispatch(Command::Programme(moving)).is_ok() {
            let words = texts.get_untracked().programme();
            store.announce((words.moved)(&title.get_untracked(), project.with_untracked(|(at, ..)| at + 1)));
        }
        // The row moves in the page, and the button may be gone at an end of the path: the other one is still there.
        let [earlier, later] = ["earlier", "later"].map(|side| format!("#project-{moved} .project__{side} button"));
        match towards {
            Towards::Start => focus_soon(&[&earlier, &later]),
            Towards::Jury => focus_soon(&[&later, &earlier]),
        }
    });
    let keys = move |event: web_sys::KeyboardEvent| {
        let towards = match event.key().as_str() {
            "ArrowUp" if event.alt_key() => Towards::Start,
            "ArrowDown" if event.alt_key() => Towards::Jury,
            _ => return,
        };
        event.prevent_default();
        step.run(towards);
    };
    let removed = id.to_string();
    view! {
        <div class="project__acts" on:keydown=keys>
            <Show when=move || !is_first.get()>
                <span class="project__earlier">
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().programme().earlier_named)(&title.get())
                        on_click=move || step.run(Towards::Start)
                    >
                        {say(|t| t.programme().earlier)}
                    </Button>
                </span>
            </Show>
            <Show when=move || !is_last.get()>
                <span class="project__later">
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().programme().later_named)(&title.get())
                        on_click=move || step.run(Towards::Jury)
                    >
                        {say(|t| t.programme().later)}
                    </Button>
                </span>
            </Show>
            <Button
                kind=ButtonKind::Quiet
                label=move || (texts.get().goal_editor().remove_named)(&title.get())
                on_click=move || removing.set(Some(removed.clone()))
            >
                {say(|t| t.goal_editor().remove)}
            </Button>
        </div>
    }
}

/// Projects to add: typed or pasted, and what was understood of them before they are.
#[component]
fn AddProjects() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<Refusal>);
    let programme = store.read(|pair| pair.programme.clone());
    let read = Memo::new(move |_| typed.with(|text| programme.with(|programme: &Programme| pasted(text, programme))));
    let count = move || u32::try_from(read.with(|read| read.titles.len())).unwrap_or_default();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let titles = read.with_untracked(|read| read.titles.clone());
        if titles.is_empty() {
            refused.set(Some(Refusal::TitleMissing));
            focus_soon(&[&format!("#{ADD}")]);
            return;
        }
        let added = untrack(count);
        let projects = titles.into_iter().filter_map(|title| Some((ProjectId::parse(&new_id())?, title))).collect();
        let outcome = store.dispatch(Command::Programme(ProgrammeCommand::AddProjects(projects)));
        if outcome.is_ok() {
            typed.set(String::new());
            store.announce((texts.get_untracked().programme().added)(added));
        }
        refused.set(outcome.err());
        focus_soon(&[&format!("#{ADD}")]);
    };
    view! {
        <form class="projects__add" on:submit=add novalidate>
            <AddField typed=typed refused=refused/>
            <Understood read=read/>
            <p>
                <Button type_="submit">
                    {move || {
                        let words = texts.get().programme();
                        if count() == 0 { words.add.to_owned() } else { (words.add_these)(count()) }
                    }}
                </Button>
            </p>
        </form>
    }
}

/// A few lines that are not of the record yet.
#[component]
fn AddField(typed: RwSignal<String>, refused: RwSignal<Option<Refusal>>) -> impl IntoView {
    let texts = use_texts();
    let words = move || match refused.get()? {
        Refusal::TitleMissing => Some(texts.get().programme().nothing_to_add),
        other => Some(texts.get().refusals().of(other)),
    };
    view! {
        <div class="field" class:has-error=move || words().is_some()>
            <label class="field__label" for=ADD>
                {say(|t| t.programme().add)}
            </label>
            <span class="hint" id="projects-add-hint">
                {say(|t| t.programme().add_hint)}
            </span>
            {move || words().map(|words| view! { <span class="field__error" id="projects-add-error">{words}</span> })}
            <textarea
                class="field__control"
                id=ADD
                rows="3"
                autocomplete="off"
                aria-describedby=move || {
                    if words().is_some() { "projects-add-hint projects-add-error" } else { "projects-add-hint" }
                }
                aria-invalid=move || words().is_some().then_some("true")
                prop:value=typed
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    refused.set(None);
                }
            ></textarea>
        </div>
    }
}

/// What was understood, and what will be left out with why.
#[component]
fn Understood(read: Memo<Pasted>) -> impl IntoView {
    let texts = use_texts();
    move || {
        let words = texts.get().programme();
        let Pasted { titles, left_out } = read.get();
        let count = u32::try_from(titles.len()).unwrap_or_default();
        let left = left_out
            .into_iter()
            .map(|(title, why)| {
                let title = visible(&title);
                let said = match why {
                    LeftOut::Double => (words.left_double)(&title),
                    LeftOut::TooLong => (words.left_long)(&title),
                    LeftOut::TooMany => (words.left_many)(&title),
                };
                view! { <p class="hint">{said}</p> }
            })
            .collect_view();
        let known = (count > 0).then(|| {
            let titles = titles.into_iter().map(|title| view! { <li>{visible(&title)}</li> }).collect_view();
            view! {
                <p class="field__label">{(words.understood)(count)}</p>
                <ol class="projects__understood">{titles}</ol>
            }
        });
        view! {
            <div class="projects__read">
                {known}
                {left}
            </div>
        }
    }
}
