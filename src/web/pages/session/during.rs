//! During a session: the guide's five steps, each with its share of the time.

use leptos::prelude::*;

use super::before::project;
use super::close::Closing;
use super::facts::{Facts, TrackNote};
use super::goals_up::GoalsUp;
use super::note::PrivateNote;
use super::questions_up::QuestionsUp;
use super::{Here, use_here};
use crate::domain::{GoalId, PersonId, SessionCommand, StandingCommand, Step, StepTable, session};
use crate::i18n::{Formats, capitalised, visible};
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::floor::{Floor, Talk};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::goals::Said;
use crate::web::pages::goals_section::GoalsToSet;
use crate::web::pages::going_on::on_continue_key;
use crate::web::pages::names::use_names;
use crate::web::pages::next_session::NextSessionPicker;
use crate::web::pages::reading::{placeholder, with_people};
use crate::web::ui::{Button, ButtonKind, Progress, ProgressStep, StepStop, Steps, StopState, TextArea};

/// The steps' minutes on the clock, as the minutes pass.
fn use_table() -> Memo<StepTable> {
    let here = use_here();
    let store = here.store;
    here.read(move |session| StepTable::of(session, store.minute().get()))
}

/// The step under way; the last one once all are finished.
pub fn use_step() -> Memo<Step> {
    let here = use_here();
    let step = here.read(|session| Some(session.current_step().unwrap_or(Step::Resources)));
    Memo::new(move |_| step.get().unwrap_or(Step::Progress))
}

fn go_to(step: usize) {
    focus_soon(&[&format!("#step-{step}")]);
}

/// Finishes a step and goes to the next; the last one is finished by closing the session.
fn finish_step(here: &Here, words: &crate::i18n::Session, step: Step) {
    let Some(next) = step.next() else { return };
    // Refused only when the session was closed elsewhere meanwhile, and then its screen says so.
    if here.ask(SessionCommand::FinishStep(here.id.clone(), step, true)).is_ok() {
        here.store.announce((words.now_step)(next.number(), words.step(next)));
        go_to(next.number());
    }
}

/// The session under way.
#[component]
pub fn During() -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let table = use_table();
    let step = use_step();
    let named = here.title();
    let page = Signal::derive(move || (texts.get().session().step_page)(step.get().number(), &named.get()));
    let go_on = here.clone();
    on_continue_key(move || finish_step(&go_on, texts.get_untracked().session(), step.get_untracked()));
    // A banner for each step: who begins and what they do changes with it.
    let floor = move || {
        let step = step.get();
        let minutes = Signal::derive(move || table.with(|table| table.minutes(step)));
        let left = Signal::derive(move || table.with(|table| table.left(step, store.minute().get())));
        view! { <Floor talk=Talk::Step(step) left=left minutes=minutes/> }
    };
    view! {
        <PageTitle text=page/>
        <Where/>
        {floor}
        <div class="session-steps">
            <Steps label=say(|t| t.session().steps)>
                <Stop step=Step::Progress><GoalsUp/></Stop>
                <Stop step=Step::Questions><QuestionsUp/></Stop>
                <Stop step=Step::Deliverables><Deliverables/></Stop>
                <Stop step=Step::Goals><NextTime/></Stop>
                <Stop step=Step::Resources><Resources/></Stop>
            </Steps>
        </div>
        <Closing/>
        <div class="session-note">
            <TrackNote/>
            <PrivateNote/>
        </div>
    }
}

/// The day, the two, the session and the time left, with the thread of its steps.
#[component]
fn Where() -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let names = use_names();
    let table = use_table();
    let step = use_step();
    let (title, moment) = (here.title(), here.moment());
    let finished = here.read(|session| session.finished.keys().copied().collect::<Vec<_>>());
    let steps = Signal::derive(move || {
        let words = texts.get();
        let table = table.get();
        let step = |step: Step| ProgressStep {
            name: words.session().step_short(step).to_owned(),
            note: (words.call().minutes)(table.minutes(step)),
            minutes: table.minutes(step),
            href: "",
        };
        Step::ALL.map(step).to_vec()
    });
    let lived = Signal::derive(move || {
        let table = table.get();
        let finished = || finished.with(|steps| steps.iter().map(|step| table.minutes(*step)).sum());
        f64::from(table.lived(store.minute().get()).unwrap_or_else(finished))
    });
    let eyebrow = move || {
        let both = (texts.get().session().both)(
            placeholder(crate::domain::Role::Mentor),
            placeholder(crate::domain::Role::Student),
        );
        let line = (texts.get().session().of_day)(&capitalised(&moment.get()), &both);
        names.with(|names| with_people(&line, names))
    };
    view! {
        <div class="section-head">
            <p class="eyebrow session-head__when">{eyebrow}</p>
            <div class="section-head__title">
                <h1 tabindex="-1">{move || title.get()}</h1>
                <Clock/>
            </div>
            <Facts/>
            <Progress
                label=say(|t| t.session().steps)
                steps=steps
                current=Signal::derive(move || step.get() as usize)
                lived=lived
                on_go=|at: usize| go_to(at + 1)
            />
        </div>
    }
}

/// The time left, silent, and whether it runs.
#[component]
fn Clock() -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let table = use_table();
    let since = here.read(|session| session.pauses.since());
    let left = move || {
        let words = texts.get().session();
        let table = table.get();
        table.lived(store.minute().get()).map(|lived| match table.total().saturating_sub(lived) {
            0 => words.over.to_owned(),
            left => (words.left)(left),
        })
    };
    let paused = move || {
        since.get().map(|at| {
            let time = store.formats().time(at.wall_time(&store.zone()));
            view! { <p class="session-clock__since">{(texts.get().standing().paused_since)(&time)}</p> }
        })
    };
    let turn = Callback::new(move |()| {
        let (command, said) = if since.with_untracked(Option::is_some) {
            (StandingCommand::Resume(here.id.clone()), texts.get_untracked().standing().resumed_said)
        } else {
            (StandingCommand::Pause(here.id.clone()), texts.get_untracked().standing().paused_said)
        };
        // Refused only when the session was closed elsewhere meanwhile, and then its screen says so.
        if here.stand(command).is_ok() {
            store.announce(said.to_owned());
        }
    });
    let words = move || {
        let words = texts.get().standing();
        if since.with(Option::is_some) { words.resume } else { words.pause }
    };
    let runs = Memo::new(move |_| table.with(|table| table.lived(store.minute().get()).is_some()));
    view! {
        <div class="session-time">
            {move || left().map(|words| view! { <p class="session-clock" role="timer">{words}</p> })}
            {paused}
            <Show when=move || runs.get() || since.with(Option::is_some)>
                <Button kind=ButtonKind::Quiet on_click=move || turn.run(())>{words}</Button>
            </Show>
        </div>
    }
}

/// One step with its minutes, and the way on to the next.
#[component]
fn Stop(step: Step, children: Children) -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let table = use_table();
    let now = use_step();
    let finished = here.read(move |session| session.finished.get(&step).copied());
    let state = Signal::derive(move || {
        let minutes = f64::from(table.with(|table| table.minutes(step)).max(1));
        match (finished.get(), now.get() == step) {
            (Some(_), _) => StopState::Done,
            (None, true) => {
                let left = table.with(|table| table.left(step, store.minute().get()));
                StopState::Now(left.map_or(0.0, |left| 1.0 - f64::from(left) / minutes))
            }
            (None, false) => StopState::Ahead,
        }
    });
    let note = move || {
        let words = texts.get();
        let table = table.get();
        let minutes = table.minutes(step);
        let time = |at: crate::domain::Instant| store.formats().time(at.wall_time(&store.zone()));
        match (finished.get(), table.ends(step)) {
            (Some(at), _) => (words.session().minutes_done)(minutes, &time(at)),
            (None, Some(end)) => (words.session().minutes_until)(minutes, &time(end)),
            (None, None) => (words.call().minutes)(minutes),
        }
    };
    let finish = {
        let here = here.clone();
        move || finish_step(&here, texts.get_untracked().session(), step)
    };
    let resume = move || {
        let _ = here.ask(SessionCommand::FinishStep(here.id.clone(), step, false));
        go_to(step.number());
    };
    let name = move || texts.get().session().step(step);
    let is_now = Memo::new(move |_| now.get() == step && finished.with(Option::is_none));
    let forward = step.next().map(|next| {
        view! {
            <Show when=move || is_now.get()>
                <p class="actions">
                    <Button kind=ButtonKind::Primary arrow=true on_click=finish.clone()>
                        {move || (texts.get().session().go_to_step)(next.number())}
                    </Button>
                </p>
            </Show>
        }
    });
    view! {
        <StepStop
            at=step as usize
            id=format!("step-{}", step.number())
            state=state
            title=name
            note=note
            last=step.next().is_none()
        >
            {children()}
            {forward}
            <Show when=move || finished.with(Option::is_some)>
                <p class="actions">
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().session().resume_step_named)(name())
                        on_click=resume.clone()
                    >
                        {say(|t| t.session().resume_step)}
                    </Button>
                </p>
            </Show>
        </StepStop>
    }
}

/// What both wrote in a field that each has: the other's words to read, one's own to write.
#[component]
fn Each(
    said: Memo<Vec<(PersonId, String)>>,
    path: fn(&crate::domain::SessionId, PersonId) -> crate::domain::Path,
    label: Signal<&'static str>,
    hint: Signal<&'static str>,
) -> impl IntoView {
    let here = use_here();
    let store = use_store();
    let names = use_names();
    let me = store.me();
    let id = here.id;
    let others = move || {
        let me = me.get();
        let others = said.get().into_iter().filter(|(person, _)| *person != me);
        others.map(|(person, text)| view! { <Said person=person text=text names=names/> }).collect_view()
    };
    view! {
        {others}
        {move || view! { <TextArea label=label hint=hint path=path(&id, me.get()) rows=2/> }}
    }
}

/// Words by person as they are shown; empty ones are none.
pub fn shown(words: &std::collections::BTreeMap<PersonId, String>) -> Vec<(PersonId, String)> {
    let shown = words.iter().map(|(person, text)| (*person, visible(text.trim())));
    shown.filter(|(_, text)| !text.is_empty()).collect()
}

/// Step 3: what the project asks for, and what is to take up again.
#[component]
fn Deliverables() -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = use_names();
    let said = here.read(|session| shown(&session.remarks));
    let project = here.store.read(project);
    let intro = move || names.with(|names| (texts.get().session().review_of)(&names.mentor));
    let asked = move || {
        project.get().map(|(title, asked)| {
            let title = (!title.is_empty()).then(|| (texts.get().session().review_project)(&title));
            view! {
                <div class="session-asked">
                    <p class="hint">{title}</p>
                    <p class="said__words">{asked}</p>
                </div>
            }
        })
    };
    view! {
        <p class="measure">{intro}</p>
        {asked}
        <Each
            said=said
            path=session::remarks
            label=say(|t| t.session().remarks)
            hint=say(|t| t.session().remarks_hint)
        />
    }
}

/// Step 4: the goals for next time, and its date.
#[component]
fn NextTime() -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = use_names();
    let id = here.id;
    let goals = here.store.read(move |pair| {
        let Some(session) = pair.session(&id) else { return Vec::new() };
        let open = pair.goals.iter().filter(|goal| !goal.status.is_over() && pair.is_for_next(goal, session));
        open.map(|goal| goal.id.clone()).collect::<Vec<GoalId>>()
    });
    view! {
        <h3>{move || names.with(|names| (texts.get().session().goals_title)(&names.student))}</h3>
        <GoalsToSet goals=goals/>
        <h3>{say(|t| t.session().next_title)}</h3>
        <NextSessionPicker/>
    }
}

/// Step 5: what helps beyond the session.
#[component]
fn Resources() -> impl IntoView {
    let here = use_here();
    let said = here.read(|session| shown(&session.resources));
    view! {
        <p class="measure">{say(|t| t.session().resources_lede)}</p>
        <Each
            said=said
            path=session::resources
            label=say(|t| t.session().resources_label)
            hint=say(|t| t.session().resources_hint)
        />
    }
}
