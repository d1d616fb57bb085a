//! The dashboard: the next session, what to do before it, the weeks, and what waits.

use leptos::prelude::*;

use super::conflict::WaitingConflicts;
use super::copy_age::CopyAge;
use super::goal_editor::use_goal;
use super::helps::WhenStuck;
use super::names::use_names;
use super::path::DashboardNote;
use super::reading::{placeholder, use_reading, with_people};
use super::session::{CHANGE, kind_words, use_carried};
use super::sessions::{Nudges, WaitingSessions};
use super::week_line::WeekLine;
use crate::domain::{
    Booking, GoalId, Instant, Oddity, Pairing, Phase, QuestionId, QuestionOrigin, Role, Section, SessionKind,
};
use crate::i18n::{capitalised, visible};
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, session_href};
use crate::web::ui::{ButtonKind, GoalMark, Initial, LinkButton, MarginNote};

/// How many goals or questions the dashboard shows before it leads to their screen.
const SHOWN: usize = 5;

/// The dashboard.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().dashboard.title.to_owned())/>
        <Opening/>
        <WaitingConflicts/>
        <WeekLine/>
        <div class="split">
            <div class="stack stack--wide">
                <GoalsAhead/>
                <QuestionsWaiting/>
            </div>
            <div class="margin">
                <DashboardNote/>
                <WaitingSessions/>
                <Nudges/>
                <WhenStuck/>
                <CopyNote/>
                <OddFields/>
            </div>
        </div>
    }
}

/// The next session, if one is booked.
fn use_next() -> Memo<Option<Booking>> {
    let store = use_store();
    store.read(move |pair| pair.next_session(store.minute().get()).map(|(_, booking)| booking))
}

/// What comes next, very large, and the one thing to do about it.
#[component]
fn Opening() -> impl IntoView {
    let texts = use_texts();
    let next = use_next();
    let section = use_store().read(Pairing::current_section);
    let has_past = use_store().read(|pair| pair.sessions.iter().any(|session| session.state.is_some()));
    let title = move || match (next.get(), section.get()) {
        (Some(booking), _) => view! { <BigDate at=booking.start/> }.into_any(),
        (None, Some(section)) => {
            let texts = texts.get();
            let number = u32::try_from(section.number()).unwrap_or_default();
            (texts.dashboard.step_of)(number, texts.call.name(section)).into_any()
        }
        (None, None) if has_past.get() => texts.get().dashboard.no_session_ahead.into_any(),
        (None, None) => texts.get().dashboard.no_session_title.into_any(),
    };
    view! {
        <div class="opening">
            <Eyebrow next=next section=section/>
            <h1 class="display" tabindex="-1">
                {move || title()}
            </h1>
            <Lede next=next section=section/>
            <p class="actions">
                <NextAct section=section/>
            </p>
        </div>
    }
}

/// The line above the date: with whom and how soon, or where the first call stands.
#[component]
fn Eyebrow(next: Memo<Option<Booking>>, section: Memo<Option<Section>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let moment = move |booking: Booking| {
        let words = texts.get().dashboard;
        let now = store.minute().get();
        if booking.start <= now {
            return words.under_way.to_owned();
        }
        let days = (reading.day_of(booking.start) - reading.day_of(now)).num_days();
        (words.in_days)(u32::try_from(days).unwrap_or_default())
    };
    let sentence = move || {
        let words = texts.get().dashboard;
        let (mentor, student) = (placeholder(Role::Mentor), placeholder(Role::Student));
        match (next.get(), section.get()) {
            (Some(booking), _) if store.shared_screen().get() => Some((words.next)(&moment(booking))),
            (Some(booking), _) => {
                let other = store.me().get().role().other();
                Some((words.next_with)(placeholder(other), &moment(booking)))
            }
            (None, Some(_)) => Some((words.call_under_way)(mentor, student)),
            (None, None) => None,
        }
    };
    view! {
        <p class="eyebrow">
            {move || sentence().map(|sentence| names.with(|names| with_people(&sentence, names)))}
        </p>
    }
}

/// A date in words over two lines, its first of the month as “1er” in French.
#[component]
fn BigDate(at: Instant) -> impl IntoView {
    let reading = use_reading();
    let words = move || {
        reading.with(|labels| {
            let day = capitalised(&labels.formats.day(at.day(labels.zone)));
            (day, labels.formats.time(at.wall_time(labels.zone)))
        })
    };
    move || {
        let (day, time) = words();
        // The fonts have no raised letters of their own: “1er” is raised here.
        let day = match day.split_once("1er") {
            Some((before, after)) => view! { {format!("{before}1")} <sup>"er"</sup> {after.to_owned()} }.into_any(),
            None => day.into_any(),
        };
        view! { {day} "," <br/> {time} }
    }
}

/// One sentence under the title: what there is to do until then.
#[component]
fn Lede(next: Memo<Option<Booking>>, section: Memo<Option<Section>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let done = store.read(|pair| Section::ALL.into_iter().filter(|section| pair.is_done(*section)).count());
    let first_goal = store.read(|pair| {
        let mut open = pair.goals.iter().filter(|goal| !goal.status.is_over() && !goal.what.trim().is_empty());
        open.next().map(|goal| goal.what.trim().to_owned())
    });
    let reading = use_reading();
    // The weekly kind goes without saying.
    let kind = store.read(move |pair| {
        let (session, _) = pair.next_session(store.minute().get())?;
        let is_said = session.kind != SessionKind::Mentoring;
        is_said.then(|| reading.with(|labels| capitalised(&kind_words(pair, session, labels))))
    });
    let has_past = store.read(|pair| pair.sessions.iter().any(|session| session.state.is_some()));
    let words = move || {
        let words = texts.get().dashboard;
        match (next.get(), section.get()) {
            (_, Some(_)) => (words.steps_done)(u32::try_from(done.get()).unwrap_or_default()),
            (Some(booking), None) => {
                let planned = match kind.get() {
                    Some(kind) => format!("{kind}. {}", (words.minutes_planned)(booking.minutes)),
                    None => (words.minutes_planned)(booking.minutes),
                };
                match first_goal.get() {
                    Some(goal) => format!("{planned} {}", (words.until_then)(&visible(&goal))),
                    None => planned,
                }
            }
            (None, None) if has_past.get() => words.no_session_next.to_owned(),
            (None, None) => words.no_session_first.to_owned(),
        }
    };
    view! { <p class="lede">{words}</p> }
}

/// The way forward, and another where there is one.
#[component]
fn NextAct(section: Memo<Option<Section>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let started = store.read(|pair| {
        Section::ALL.into_iter().any(|section| pair.is_done(section))
            || !pair.goals.is_empty()
            || !pair.call.points.is_empty()
    });
    let session = store.read(move |pair| {
        let session = pair.session_to_open(store.minute().get())?;
        Some((session.id.clone(), session.phase()?))
    });
    let next_id =
        store.read(move |pair| pair.next_session(store.minute().get()).map(|(session, _)| session.id.clone()));
    // The student prepares a session; whoever comes to one that is under way goes on with it.
    let open = move || {
        let words = texts.get().dashboard;
        session.get().map(|(id, phase)| {
            let words = match (phase, store.me().get().role()) {
                (Phase::During, _) => words.resume_session,
                (_, Role::Student) => words.prepare_session,
                (_, Role::Mentor) => words.open_session,
            };
            (session_href(&id), words)
        })
    };
    let forward = move || {
        let words = texts.get().dashboard;
        match (open(), section.get()) {
            (_, Some(_)) if started.get() => (Route::Call.href().to_owned(), words.resume_call),
            (_, Some(_)) => (Route::Call.href().to_owned(), words.start_call),
            (Some(session), None) => session,
            (None, None) => (Route::Sessions.href().to_owned(), words.book),
        }
    };
    let others = move || {
        let to_move = next_id
            .get()
            .map(|id| (format!("{}&vers={CHANGE}", session_href(&id)), texts.get().dashboard.move_session));
        let session = section.get().and_then(|_| open());
        session.into_iter().chain(to_move).collect::<Vec<_>>()
    };
    view! {
        {move || {
            let (to, words) = forward();
            view! { <LinkButton kind=ButtonKind::Primary big=true arrow=true href=to>{words}</LinkButton> }
        }}
        {move || {
            let links = others().into_iter();
            links
                .map(|(to, words)| view! { <LinkButton kind=ButtonKind::Quiet href=to>{words}</LinkButton> })
                .collect_view()
        }}
    }
}

/// The goals until the next session, as a list with their marks.
#[component]
fn GoalsAhead() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let next = use_next();
    let goals = store.read(|pair| pair.goals.iter().filter(|goal| !goal.status.is_over()).cloned().collect::<Vec<_>>());
    let any = store.read(|pair| !pair.goals.is_empty());
    let title = move || {
        let words = texts.get().dashboard;
        let count = u32::try_from(goals.with(Vec::len)).unwrap_or_default();
        match next.get() {
            Some(booking) => (words.goals_by)(count, &reading.with(|labels| weekday(labels, booking.start))),
            None => (words.goals)(count),
        }
    };
    let empty = move || {
        let words = texts.get().dashboard;
        let other = reading
            .with(|labels| next.get().map(|booking| (words.no_goal)(labels.mentor, &weekday(labels, booking.start))));
        match other {
            _ if any.get() => words.all_reached.to_owned(),
            Some(asked) => asked,
            None => words.no_goal_undated.to_owned(),
        }
    };
    view! {
        <section class="section" aria-labelledby="goals-ahead">
            <div class="section__head">
                <h2 id="goals-ahead">{move || title()}</h2>
                <a href=Route::Goals.href()>{say(|t| t.dashboard.all_goals)}</a>
            </div>
            <Show when=move || goals.with(|goals| !goals.is_empty()) fallback=move || view! { <p class="quiet">{move || empty()}</p> }>
                <ul class="rows">
                    <For each=move || goals.with(|goals| shown(goals, |goal| &goal.id)) key=GoalId::clone let:id>
                        <GoalRow id=id/>
                    </For>
                </ul>
            </Show>
        </section>
    }
}

/// The identifiers of the first few.
fn shown<T, Id: Clone>(all: &[T], id: impl Fn(&T) -> &Id) -> Vec<Id> {
    all.iter().take(SHOWN).map(|one| id(one).clone()).collect()
}

fn weekday(labels: &crate::i18n::Labels<'_>, at: Instant) -> String {
    labels.formats.weekday(at.day(labels.zone))
}

#[component]
fn GoalRow(id: GoalId) -> impl IntoView {
    let texts = use_texts();
    let reading = use_reading();
    let goal = use_goal(&id);
    let carried = use_carried(&id);
    let status = Memo::new(move |_| goal.with(|goal| goal.status));
    let minutes = move || goal.with(|goal| goal.minutes);
    let meta = move || {
        let words = texts.get().dashboard;
        let mut said = Vec::new();
        let (evidence, end) = goal.with(|goal| (visible(goal.evidence.trim()), goal.end));
        if !evidence.is_empty() {
            said.push((words.evidence)(&evidence));
        }
        if let Some(end) = end {
            said.push((words.due)(&reading.day(end)));
        }
        said.extend(carried.get());
        said.join(" · ")
    };
    view! {
        <li class="row row--side">
            <GoalMark status=status label=move || texts.get().fields.status_word(status.get())/>
            <div class="row__body">
                <p class="row__title">
                    <a href=Route::Goals.href()>
                        {move || {
                            let what = goal.with(|goal| visible(goal.what.trim()));
                            if what.is_empty() { texts.get().goal_editor.without_words.to_owned() } else { what }
                        }}
                    </a>
                </p>
                <p class="row__meta">{move || meta()}</p>
            </div>
            <p class="row__side">{move || minutes().map(|minutes| texts.get().fields.duration(minutes))}</p>
        </li>
    }
}

/// The questions that wait for the next session.
#[component]
fn QuestionsWaiting() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let questions = store.read(|pair| pair.questions_waiting().cloned().collect::<Vec<_>>());
    let title = move || {
        let count = u32::try_from(questions.with(Vec::len)).unwrap_or_default();
        (texts.get().dashboard.questions)(count)
    };
    view! {
        <section class="section" aria-labelledby="questions-waiting">
            <div class="section__head">
                <h2 id="questions-waiting">{move || title()}</h2>
                <a href=Route::Questions.href()>
                    {move || {
                        let words = texts.get().dashboard;
                        if questions.with(Vec::is_empty) { words.ask } else { words.all_questions }
                    }}
                </a>
            </div>
            <Show
                when=move || questions.with(|questions| !questions.is_empty())
                fallback=move || view! { <p class="quiet">{say(|t| t.dashboard.no_question)}</p> }
            >
                <ul class="rows">
                    <For
                        each=move || questions.with(|questions| shown(questions, |question| &question.id))
                        key=QuestionId::clone
                        let:id
                    >
                        <QuestionRow id=id/>
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn QuestionRow(id: QuestionId) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let found = store.read(move |pair| {
        let question = pair.questions.iter().find(|question| question.id == id)?;
        Some((question.text.clone(), question.origin, question.created))
    });
    let origin = move || found.with(|found| found.as_ref().map_or(QuestionOrigin::Unknown, |(_, origin, _)| *origin));
    let words = move || {
        let (text, origin, _) = found.get().unwrap_or((String::new(), QuestionOrigin::Unknown, None));
        super::questions::words_of(&text, origin, texts.get(), &names.get())
    };
    let meta = move || match (origin(), found.with(|found| found.as_ref().and_then(|(_, _, created)| *created))) {
        (QuestionOrigin::Point(_), _) => texts.get().dashboard.from_call.to_owned(),
        (QuestionOrigin::Written(person), Some(at)) => {
            let date = reading.day(reading.day_of(at));
            names.with(|names| (texts.get().dashboard.asked_by)(names.of(person.role()), &date))
        }
        _ => String::new(),
    };
    let mark = move || match origin() {
        QuestionOrigin::Written(person) => {
            let name = names.with(|names| names.of(person.role()).to_owned());
            view! { <Initial person=person name=name/> }.into_any()
        }
        _ => view! { <span class="row__dot" aria-hidden="true"></span> }.into_any(),
    };
    view! {
        <li class="row">
            {move || mark()}
            <div class="row__body">
                <p class="row__title">{move || words()}</p>
                <p class="row__meta">{move || meta()}</p>
            </div>
        </li>
    }
}

/// What is known of copies outside this browser, and how to make one.
#[component]
fn CopyNote() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let other = move || names.with(|names| names.of(store.me().get().role().other()).to_owned());
    view! {
        <MarginNote title=say(|t| t.dashboard.copy_title)>
            <CopyAge/>
            <p>{say(|t| t.dashboard.copy_why)}</p>
            <p class="actions">
                <LinkButton href=Route::Share.href()>{move || (texts.get().dashboard.give_copy)(&other())}</LinkButton>
                <LinkButton kind=ButtonKind::Quiet href=Route::Import.href()>
                    {say(|t| t.dashboard.receive_copy)}
                </LinkButton>
            </p>
        </MarginNote>
    }
}

/// Fields that do not read, by name.
#[component]
fn OddFields() -> impl IntoView {
    let store = use_store();
    let reading = use_reading();
    let odd = store.read(|pair| pair.oddities.clone());
    let named = move || {
        let fields = odd.get().into_iter().map(|Oddity::Unreadable(path)| reading.with(|labels| labels.path(&path)));
        fields.map(|words| view! { <li>{words}</li> }).collect_view()
    };
    view! {
        <Show when=move || odd.with(|odd| !odd.is_empty())>
            <MarginNote title=say(|t| t.dashboard.odd_title)>
                <p>{say(|t| t.dashboard.odd_intro)}</p>
                <ul class="plain">{move || named()}</ul>
            </MarginNote>
        </Show>
    }
}
