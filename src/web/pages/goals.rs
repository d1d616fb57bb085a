//! The goals' screen: to do, under way, done; each with its state, its progress and its editor.

use leptos::prelude::*;

use super::focus::focus_soon;
use super::goal_editor::{GoalEditor, RemoveGoal, use_goal};
use super::names::use_names;
use super::reading::use_reading;
use super::session::use_carried;
use crate::domain::{Command, Goal, GoalId, GoalStatus, PersonId, Role, schema};
use crate::i18n::{GoalsPage as Words, capitalised, visible};
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, session_href};
use crate::web::ui::{Button, ButtonKind, GoalMark, Initial, Menu, TextArea};

/// The button that writes a goal, where the focus goes when a goal has gone.
const WRITE: &str = "main .opening .button";

/// The three groups, in the order work goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    ToDo,
    Doing,
    Over,
}

impl Group {
    const ALL: [Self; 3] = [Self::ToDo, Self::Doing, Self::Over];

    fn of(status: GoalStatus) -> Self {
        match status {
            GoalStatus::ToDo => Self::ToDo,
            GoalStatus::Doing => Self::Doing,
            GoalStatus::Reached | GoalStatus::Partly | GoalStatus::NotYet => Self::Over,
        }
    }

    fn title(self, words: &Words) -> &'static str {
        match self {
            Self::ToDo => words.to_do,
            Self::Doing => words.doing,
            Self::Over => words.over,
        }
    }
}

/// The goals' screen.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let editing = RwSignal::new(None::<GoalId>);
    let removing = RwSignal::new(None::<GoalId>);
    let reading = use_reading();
    let none = store.read(|pair| pair.goals.is_empty());
    let session = store.read(move |pair| {
        let session = pair.session_to_open(store.minute().get())?;
        Some((session.id.clone(), session.booking()?.start))
    });
    let open_new = move || editing.set(GoalId::parse(&store.new_id()));
    let gone = move || {
        store.announce(texts.get_untracked().goals.removed.to_owned());
        focus_soon(&[WRITE]);
    };
    view! {
        <PageTitle text=Signal::derive(move || texts.get().goals.title.to_owned())/>
        <div class="opening">
            <div class="opening__row">
                <h1 tabindex="-1">{say(|t| t.goals.title)}</h1>
                <Button kind=ButtonKind::Primary on_click=open_new>
                    {say(|t| t.goals.write)}
                </Button>
            </div>
            <Show when=move || none.get() && editing.with(Option::is_none)>
                <p class="lede">{say(|t| t.goals.none)}</p>
            </Show>
            {move || {
                session
                    .get()
                    .map(|(id, start)| {
                        let words = (texts.get().goals.until_session)(&reading.moment(start));
                        view! { <p><a href=session_href(&id)>{words}</a></p> }
                    })
            }}
            <p>
                <a href=Route::Charts.href()>{say(|t| t.charts.link)}</a>
            </p>
        </div>
        <OpenEditor editing=editing/>
        <div class="board">
            {Group::ALL.map(|group| view! { <Column group=group editing=editing removing=removing/> })}
        </div>
        <RemoveGoal asked=removing on_removed=gone/>
    }
}

/// The editor of the goal being written or changed, above the columns, which are too narrow for it.
#[component]
fn OpenEditor(editing: RwSignal<Option<GoalId>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    Effect::new(move |_| {
        if editing.with(Option::is_some) {
            focus_soon(&["#goal-open-title"]);
        }
    });
    let is_known = move |id: &GoalId| {
        store
            .pairing()
            .with_untracked(|pair| pair.as_ref().is_some_and(|pair| pair.goals.iter().any(|goal| goal.id == *id)))
    };
    move || {
        editing.get().map(|id| {
            let known = is_known(&id);
            let kept = id.clone();
            let keep = move || {
                editing.set(None);
                if is_known(&kept) {
                    focus_goal(&kept);
                } else {
                    focus_soon(&[WRITE]);
                }
            };
            view! {
                <section class="part goal-open" aria-labelledby="goal-open-title">
                    <h2 id="goal-open-title" tabindex="-1">
                        {move || {
                            let words = texts.get().goals;
                            if known { words.edit_goal } else { words.new_goal }
                        }}
                    </h2>
                    <GoalEditor goal=id on_keep=keep/>
                </section>
            }
        })
    }
}

/// Puts the focus on a goal's title once it stands in its place.
fn focus_goal(id: &GoalId) {
    focus_soon(&[&format!("#{}", title_id(id))]);
}

fn title_id(id: &GoalId) -> String {
    format!("goal-{id}")
}

/// One group with its goals.
#[component]
fn Column(group: Group, editing: RwSignal<Option<GoalId>>, removing: RwSignal<Option<GoalId>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let ids = store.read(move |pair| {
        let mine = pair.goals.iter().filter(|goal| Group::of(goal.status) == group);
        mine.map(|goal| goal.id.clone()).collect::<Vec<_>>()
    });
    view! {
        <section class="board__column">
            <h2>
                {move || group.title(texts.get().goals)} " "
                <span class="board__count">{move || ids.with(Vec::len)}</span>
            </h2>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="quiet">{say(|t| t.goals.nothing_here)}</p>
            </Show>
            <ul class="board__goals">
                <For each=move || ids.get() key=GoalId::clone let:id>
                    <Card id=id editing=editing removing=removing/>
                </For>
            </ul>
        </section>
    }
}

/// One goal: what, when, how it is seen, where it stands, how it goes.
#[component]
fn Card(id: GoalId, editing: RwSignal<Option<GoalId>>, removing: RwSignal<Option<GoalId>>) -> impl IntoView {
    let texts = use_texts();
    let goal = use_goal(&id);
    let status = Memo::new(move |_| goal.with(|goal| goal.status));
    let what = Memo::new(move |_| {
        let words = visible(goal.with(|goal| goal.what.trim().to_owned()).as_str());
        if words.is_empty() { texts.get().goal_editor.without_words.to_owned() } else { words }
    });
    let (edited, removed) = (id.clone(), id.clone());
    view! {
        <li class="goal">
            <GoalMark status=status label=move || texts.get().fields.status_word(status.get())/>
            <div class="goal__body">
                <h3 class="goal__title" id=title_id(&id) tabindex="-1">
                    {move || what.get()}
                </h3>
                <Details id=id.clone() goal=goal/>
                <Moves id=id.clone() status=status what=what/>
                <ProgressTexts id=id status=status goal=goal/>
                <p class="goal__acts">
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().goal_editor.change_named)(&what.get())
                        on_click=move || editing.set(Some(edited.clone()))
                    >
                        {say(|t| t.common.change)}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().goal_editor.remove_named)(&what.get())
                        on_click=move || removing.set(Some(removed.clone()))
                    >
                        {say(|t| t.goal_editor.remove)}
                    </Button>
                </p>
            </div>
        </li>
    }
}

/// Dates, hours, evidence, use and first step, each on its line when there is one.
#[component]
fn Details(id: GoalId, goal: Memo<Goal>) -> impl IntoView {
    let carried = use_carried(&id);
    let texts = use_texts();
    let reading = use_reading();
    let lines = move || {
        let words = texts.get().goals;
        let goal = goal.get();
        let written = |text: &str, said: fn(&str) -> String| {
            let text = visible(text.trim());
            (!text.is_empty()).then(|| said(&text))
        };
        let day = goal.end.map(|day| (words.by)(&reading.day(day)));
        let time = goal.minutes.map(|minutes| (words.planned)(&texts.get().fields.duration(minutes)));
        let when = [day, time].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let lines = [
            (!when.is_empty()).then_some(when),
            written(&goal.evidence, words.evidence),
            written(&goal.why, words.why),
            written(&goal.first_step, words.first_step),
            carried.get(),
        ];
        lines.into_iter().flatten().map(|line| view! { <p class="row__meta">{line}</p> }).collect_view()
    };
    view! { <div class="goal__details">{lines}</div> }
}

/// The usual next state as buttons, every state in a menu.
#[component]
fn Moves(id: GoalId, status: Memo<GoalStatus>, what: Memo<String>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let trouble = RwSignal::new(None);
    let move_to = Callback::new(move |to: GoalStatus| {
        let outcome = store.dispatch(Command::SetGoalStatus(id.clone(), to));
        trouble.set(outcome.err());
        if outcome.is_ok() {
            let texts = texts.get_untracked();
            store.announce((texts.goals.now_status)(texts.fields.status_word(to)));
            // The goal now stands in another column: the focus goes there with it.
            focus_goal(&id);
        }
    });
    let usual = move || match status.get() {
        GoalStatus::ToDo => vec![(GoalStatus::Doing, texts.get().goals.start)],
        GoalStatus::Doing => {
            vec![(GoalStatus::Reached, texts.get().goals.finish), (GoalStatus::ToDo, texts.get().goals.back_to_do)]
        }
        GoalStatus::Reached | GoalStatus::Partly | GoalStatus::NotYet => {
            vec![(GoalStatus::Doing, texts.get().goals.reopen)]
        }
    };
    let buttons = move || {
        let button = |(to, words): (GoalStatus, &'static str)| {
            let label = move || (texts.get().goals.about)(words, &what.get());
            view! {
                <Button kind=ButtonKind::Quiet label=label on_click=move || move_to.run(to)>{words}</Button>
            }
        };
        usual().into_iter().map(button).collect_view()
    };
    let now = move || capitalised(texts.get().fields.status_word(status.get()));
    view! {
        <div class="goal__moves">
            <Menu text=now label=move || (texts.get().goals.about)(&now(), &what.get())>
                {GoalStatus::ALL
                    .map(|to| {
                        view! {
                            <Button kind=ButtonKind::Quiet on_click=move || move_to.run(to)>
                                {move || capitalised(texts.get().fields.status_word(to))}
                            </Button>
                        }
                    })
                    .collect_view()}
            </Menu>
            {move || buttons()}
        </div>
        {move || trouble.get().map(|refusal| view! { <p class="field__error">{texts.get().refusals.of(refusal)}</p> })}
    }
}

/// What each person says of how it goes: a field for whoever's browser this is, words to read for the other.
#[component]
fn ProgressTexts(id: GoalId, status: Memo<GoalStatus>, goal: Memo<Goal>) -> impl IntoView {
    let store = use_store();
    let names = use_names();
    let me = store.me();
    // What is over is read; taking the goal up again opens its field.
    let is_open = Memo::new(move |_| !status.get().is_over());
    let field = move || {
        let path = schema::progress(&id, me.get());
        is_open.get().then(|| {
            view! {
                <TextArea
                    label=say(|t| t.goals.progress_mine)
                    hint=say(|t| t.goals.progress_hint)
                    path=path
                    rows=1
                />
            }
        })
    };
    let others = move || {
        let me = me.get();
        let said = goal.with(|goal| {
            let has_field = |person: PersonId| person == me && is_open.get();
            let others = goal.progress.iter().filter(|(person, text)| !has_field(**person) && !text.trim().is_empty());
            others.map(|(person, text)| (*person, visible(text.trim()))).collect::<Vec<_>>()
        });
        said.into_iter().map(|(person, text)| view! { <Said person=person text=text names=names/> }).collect_view()
    };
    view! {
        {others}
        {move || field()}
    }
}

/// What someone wrote, with who.
#[component]
pub fn Said(
    /// Who wrote it.
    person: PersonId,
    /// Their words.
    text: String,
    /// The pair's names.
    names: Memo<super::names::Names>,
) -> impl IntoView {
    let class = match person.role() {
        Role::Mentor => "said said--mentor",
        Role::Student => "said said--student",
    };
    view! {
        <div class=class>
            <p class="said__who">
                <Initial person=person name=move || names.with(|names| names.of(person.role()).to_owned()) shown=true/>
            </p>
            <p class="said__words">{text}</p>
        </div>
    }
}
