//! After a session: the goals as the student's list for the week, what was concluded, the survey, a copy each.

use leptos::prelude::*;

use super::correct::Correction;
use super::during::shown;
use super::facts::{Facts, KindNote, LengthNote, TrackNote};
use super::goals_up::use_goals_up;
use super::note::PrivateNote;
use super::questions_up::use_questions_up;
use super::{SessionList, use_carried, use_here};
use crate::domain::{GoalId, PersonId, QuestionId, QuestionOrigin, Role, Section, Session, SessionCommand};
use crate::i18n::visible;
use crate::web::app::PageTitle;
use crate::web::locale::{say, use_texts};
use crate::web::pages::CopyAge;
use crate::web::pages::focus::focus_soon;
use crate::web::pages::goal_editor::use_goal;
use crate::web::pages::goals::Said;
use crate::web::pages::names::use_names;
use crate::web::pages::questions::words_of;
use crate::web::pages::reading::use_reading;
use crate::web::pages::report::{CopyReport, use_report};
use crate::web::route::{Route, report_href};
use crate::web::ui::{Button, ButtonKind, Duo, GoalMark, LinkButton, MarginNote, Notice, NoticeKind};

/// After the session.
#[component]
pub fn After() -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let reading = use_reading();
    let (title, called, moment) = (here.title(), here.named(), here.moment());
    let lasted = here.read(|session| session.state.map(|state| state.lasted().unwrap_or(state.booking().minutes)));
    let id = here.id.clone();
    let next =
        store.read(move |pair| pair.session_besides(Some(&id), store.minute().get()).map(|(_, booking)| booking.start));
    // Closing the last session asks for a copy, until one is given: here, rather than under all that follows on a phone.
    let id = here.id.clone();
    let last_began = store.read(move |pair| {
        let began = |session: &Session| session.state.map(|state| state.booking().start);
        let held = pair.sessions.iter().filter(|session| session.is_held());
        held.max_by_key(|session| began(session)).filter(|session| session.id == id).and_then(began)
    });
    let asks_for_copy = Memo::new(move |_| {
        last_began.get().is_some_and(|began| store.last_export().get().is_none_or(|given| given < began))
    });
    let eyebrow = move || {
        let lasted = texts.get().fields().duration(lasted.get().unwrap_or_default());
        (texts.get().session().after_held)(&title.get(), &moment.get(), &lasted)
    };
    let heading = move || {
        let words = texts.get().session();
        if next.get().is_some() { words.after_title } else { words.after_title_undated }
    };
    let lede = move || {
        let words = texts.get().session();
        next.get().map_or_else(|| words.after_no_next.to_owned(), |at| (words.after_next)(&reading.moment(at)))
    };
    view! {
        <PageTitle text=Signal::derive(move || (texts.get().session().after_page)(&called.get()))/>
        <div class="opening">
            <p class="eyebrow">{eyebrow}</p>
            <h1 tabindex="-1">{heading}</h1>
            <p class="lede">{lede}</p>
            <Facts/>
            <Show when=move || asks_for_copy.get()><AskForCopy/></Show>
            <Show when=move || next.get().is_none()>
                <p class="actions">
                    <LinkButton kind=ButtonKind::Primary href=Route::Section(Section::Goals).href()>
                        {say(|t| t.session().gone_goals)}
                    </LinkButton>
                </p>
            </Show>
        </div>
        <div class="split">
            <div class="stack stack--wide">
                <Week/>
                <Concluded/>
            </div>
            <div class="margin">
                <TrackNote/>
                <ReportNote/>
                <Show when=move || !asks_for_copy.get()><Copy/></Show>
                <Survey/>
                <Todo/>
                <KindNote/>
                <LengthNote/>
                <PrivateNote/>
                <Reopen/>
                <Correction/>
            </div>
        </div>
        <SessionList/>
    }
}

/// The goals until the next session: those set or carried, and those that nobody was done with.
#[component]
fn Week() -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = use_names();
    let id = here.id.clone();
    let ids = here.store.read(move |pair| {
        let Some(session) = pair.session(&id) else { return Vec::new() };
        let wanted = pair.goals.iter().filter(|goal| {
            let is_left = !goal.status.is_over() && pair.is_up(goal, session);
            !goal.what.trim().is_empty() && (is_left || pair.is_for_next(goal, session))
        });
        wanted.map(|goal| goal.id.clone()).collect::<Vec<_>>()
    });
    let title = move || names.with(|names| (texts.get().session().week_title)(&names.student));
    view! {
        <section class="section" aria-labelledby="week-list">
            <h2 id="week-list">{title}</h2>
            <Show
                when=move || ids.with(|ids| !ids.is_empty())
                fallback=|| view! { <p class="quiet">{say(|t| t.session().week_none)}</p> }
            >
                <ul class="rows">
                    <For each=move || ids.get() key=GoalId::clone let:id>
                        <WeekGoal id=id/>
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn WeekGoal(id: GoalId) -> impl IntoView {
    let texts = use_texts();
    let reading = use_reading();
    let goal = use_goal(&id);
    let status = Memo::new(move |_| goal.with(|goal| goal.status));
    let carried = use_carried(&id);
    let meta = move || {
        let all = texts.get();
        let (evidence, end) = goal.with(|goal| (visible(goal.evidence.trim()), goal.end));
        let evidence = (!evidence.is_empty()).then(|| (all.dashboard().evidence)(&evidence));
        let due = end.map(|end| (all.dashboard().due)(&reading.day(end)));
        [evidence, due, carried.get()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    view! {
        <li class="row row--side">
            <GoalMark status=status label=move || texts.get().fields().status_word(status.get())/>
            <div class="row__body">
                <p class="row__title">
                    <a href=Route::Goals.href()>{move || goal.with(|goal| visible(goal.what.trim()))}</a>
                </p>
                <p class="row__meta">{meta}</p>
            </div>
            <p class="row__side">
                {move || goal.with(|goal| goal.minutes).map(|minutes| texts.get().fields().duration(minutes))}
            </p>
        </li>
    }
}

/// What the session concluded: outcomes, questions, deliverables, resources.
#[component]
fn Concluded() -> impl IntoView {
    let here = use_here();
    let names = use_names();
    let goals = use_goals_up(&here);
    let questions = use_questions_up(&here);
    let remarks = here.read(|session| shown(&session.remarks));
    let resources = here.read(|session| shown(&session.resources));
    let words = move |said: Memo<Vec<(PersonId, String)>>, title: Signal<&'static str>| {
        view! {
            <Show when=move || said.with(|said| !said.is_empty())>
                <h3>{title}</h3>
                {move || {
                    let said = said.get().into_iter();
                    said.map(|(person, text)| view! { <Said person=person text=text names=names/> }).collect_view()
                }}
            </Show>
        }
    };
    let nothing = move || {
        let said = |said: Memo<Vec<(PersonId, String)>>| said.with(|said| !said.is_empty());
        let listed = goals.with(|goals| !goals.is_empty()) || questions.with(|questions| !questions.is_empty());
        !(listed || said(remarks) || said(resources))
    };
    view! {
        <section class="section" aria-labelledby="concluded">
            <h2 id="concluded">{say(|t| t.session().said_title)}</h2>
            <Show when=nothing><p class="quiet">{say(|t| t.session().said_nothing)}</p></Show>
            <Show when=move || goals.with(|goals| !goals.is_empty())>
                <h3>{say(|t| t.session().said_goals)}</h3>
                <ul class="rows">
                    <For each=move || goals.get() key=GoalId::clone let:id>
                        <Came id=id/>
                    </For>
                </ul>
            </Show>
            <Show when=move || questions.with(|questions| !questions.is_empty())>
                <h3>{say(|t| t.session().said_questions)}</h3>
                <ul class="rows">
                    <For each=move || questions.get() key=QuestionId::clone let:id>
                        <Asked id=id/>
                    </For>
                </ul>
            </Show>
            {words(remarks, say(|t| t.session().said_remarks))}
            {words(resources, say(|t| t.session().said_resources))}
        </section>
    }
}

/// A goal of last time and what it came to.
#[component]
fn Came(id: GoalId) -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let goal = use_goal(&id);
    let session = here.id;
    let outcome = here.store.read(move |pair| {
        let outcome = pair.outcome(&session, &id)?;
        Some((outcome.result?, visible(outcome.evidence.trim())))
    });
    let status = Memo::new(move |_| {
        outcome.with(|outcome| outcome.as_ref().map(|(result, _)| result.status())).unwrap_or_default()
    });
    let meta = move || {
        let all = texts.get();
        outcome.with(|outcome| match outcome {
            Some((result, evidence)) if evidence.is_empty() => all.outcomes().result(*result),
            Some((result, evidence)) => format!("{} · {evidence}", all.outcomes().result(*result)),
            None => all.fields().status_word(status.get_untracked()).to_owned(),
        })
    };
    view! {
        <li class="row">
            <GoalMark status=status/>
            <div class="row__body">
                <p class="row__title">{move || goal.with(|goal| visible(goal.what.trim()))}</p>
                <p class="row__meta">{meta}</p>
            </div>
        </li>
    }
}

/// A question, answered or carried on.
#[component]
fn Asked(id: QuestionId) -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = use_names();
    let session = here.id;
    let found = here.store.read(move |pair| {
        let question = pair.questions.iter().find(|question| question.id == id)?;
        let answered = question.settled && question.settled_in.as_ref() == Some(&session);
        Some((question.text.clone(), question.origin, answered, shown(&question.answers)))
    });
    let words = move || {
        let (text, origin) = found.with(|found| {
            found
                .as_ref()
                .map_or((String::new(), QuestionOrigin::Unknown), |(text, origin, ..)| (text.clone(), *origin))
        });
        names.with(|names| words_of(&text, origin, texts.get(), names))
    };
    let stands = move || {
        let words = texts.get().session();
        let answered = found.with(|found| found.as_ref().is_some_and(|(_, _, answered, _)| *answered));
        if answered { words.question_answered } else { words.question_carried }
    };
    let answers = move || {
        let answers = found.get().map(|(.., answers)| answers).unwrap_or_default();
        answers.into_iter().map(|(person, text)| view! { <Said person=person text=text names=names/> }).collect_view()
    };
    view! {
        <li class="row row--bare">
            <p class="row__title">{words}</p>
            <p class="row__meta">{stands}</p>
            {answers}
        </li>
    }
}

/// The report, to paste at once or to read over first.
#[component]
fn ReportNote() -> impl IntoView {
    let here = use_here();
    let report = use_report(&here.id);
    view! {
        <MarginNote title=say(|t| t.session_report().name)>
            <p>{say(|t| t.session_report().note_body)}</p>
            <div class="report-acts">
                <CopyReport report=report/>
                <LinkButton kind=ButtonKind::Quiet href=report_href(&here.id)>
                    {say(|t| t.session_report().read)}
                </LinkButton>
            </div>
        </MarginNote>
    }
}

/// A copy for each, asked for.
#[component]
fn AskForCopy() -> impl IntoView {
    view! { <Notice kind=NoticeKind::Warning title=say(|t| t.session().copy_title)><CopyWords/></Notice> }
}

/// A copy for each.
#[component]
fn Copy() -> impl IntoView {
    view! { <MarginNote title=say(|t| t.session().copy_title)><CopyWords/></MarginNote> }
}

#[component]
fn CopyWords() -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = use_names();
    let other = move || here.store.me().get().role().other();
    let give = move || names.with(|names| (texts.get().session().give_copy)(names.of(other())));
    view! {
        <p>{say(|t| t.session().copy_body)}</p>
        <CopyAge/>
        <p class="actions">
            <LinkButton href=Route::Share.href()>{give}</LinkButton>
        </p>
    }
}

/// Both are reminded of the survey, and say for themselves that they answered it.
#[component]
fn Survey() -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = use_names();
    let done = |person: PersonId| here.read(move |session| session.surveyed.contains(&person));
    let (mentor, student) = (done(PersonId::MENTOR), done(PersonId::STUDENT));
    let tell = Callback::new(move |(person, yes): (PersonId, bool)| {
        // Refused only once the session is gone, and then its screen says so.
        let _ = here.ask(SessionCommand::Survey(here.id.clone(), person, yes));
    });
    let said = move |role: Role| names.with(|names| (texts.get().session().survey_done)(names.of(role)));
    view! {
        <MarginNote title=say(|t| t.session().survey_title)>
            <p>{say(|t| t.session().survey_body)}</p>
            <Duo
                label=say(|t| t.session().survey_group)
                mentor_name=move || said(Role::Mentor)
                student_name=move || said(Role::Student)
                mentor=mentor
                student=student
                on_mentor=move |yes| tell.run((PersonId::MENTOR, yes))
                on_student=move |yes| tell.run((PersonId::STUDENT, yes))
            />
        </MarginNote>
    }
}

/// What the guide says comes after a session.
#[component]
fn Todo() -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let title = move || names.with(|names| (texts.get().session().steps_title)(&names.student));
    view! {
        <MarginNote title=title>
            <ol>
                <li>{say(|t| t.session().after_reread)}</li>
                <li>{say(|t| t.session().after_work)}</li>
                <li>{say(|t| t.session().after_prepare)}</li>
                <li>{say(|t| t.session().after_blocked)}</li>
            </ol>
            <p>
                <a href=Route::Contacts.href()>{say(|t| t.session().after_helps)}</a>
            </p>
        </MarginNote>
    }
}

/// A session closed too early, or with a wrong answer, can be opened again.
#[component]
fn Reopen() -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let store = here.store;
    let reopen = move || {
        if here.ask(SessionCommand::Reopen(here.id.clone())).is_ok() {
            store.announce(texts.get_untracked().session().reopened.to_owned());
            focus_soon(&["main h1"]);
        }
    };
    view! {
        <MarginNote title=say(|t| t.session().reopen)>
            <p>{say(|t| t.session().reopen_hint)}</p>
            <p class="actions">
                <Button on_click=reopen>{say(|t| t.session().reopen)}</Button>
            </p>
        </MarginNote>
    }
}
