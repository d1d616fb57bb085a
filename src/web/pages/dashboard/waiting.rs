//! What waits for the next session: the first goals and the first questions, each list with the way to its screen.

use leptos::prelude::*;

use super::use_next;
use crate::domain::{GoalId, Instant, QuestionId, QuestionOrigin};
use crate::i18n::visible;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::goal_editor::use_goal;
use crate::web::pages::names::use_names;
use crate::web::pages::questions::words_of;
use crate::web::pages::reading::use_reading;
use crate::web::pages::session::use_carried;
use crate::web::route::Route;
use crate::web::ui::{GoalMark, Initial};

/// How many goals or questions the dashboard shows before it leads to their screen.
const SHOWN: usize = 5;

/// The goals until the next session, as a list with their marks.
#[component]
pub fn GoalsAhead() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let next = use_next();
    let goals = store.read(|pair| pair.goals.iter().filter(|goal| !goal.status.is_over()).cloned().collect::<Vec<_>>());
    let any = store.read(|pair| !pair.goals.is_empty());
    let title = move || {
        let words = texts.get().dashboard();
        let count = u32::try_from(goals.with(Vec::len)).unwrap_or_default();
        match next.get() {
            Some(booking) => (words.goals_by)(count, &reading.with(|labels| weekday(labels, booking.start))),
            None => (words.goals)(count),
        }
    };
    let empty = move || {
        let words = texts.get().dashboard();
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
                <a href=Route::Goals.href()>{say(|t| t.dashboard().all_goals)}</a>
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
        let words = texts.get().dashboard();
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
            <GoalMark status=status label=move || texts.get().fields().status_word(status.get())/>
            <div class="row__body">
                <p class="row__title">
                    <a href=Route::Goals.href()>
                        {move || {
                            let what = goal.with(|goal| visible(goal.what.trim()));
                            if what.is_empty() { texts.get().goal_editor().without_words.to_owned() } else { what }
                        }}
                    </a>
                </p>
                <p class="row__meta">{move || meta()}</p>
            </div>
            <p class="row__side">{move || minutes().map(|minutes| texts.get().fields().duration(minutes))}</p>
        </li>
    }
}

/// The questions that wait for the next session.
#[component]
pub fn QuestionsWaiting() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let questions = store.read(|pair| pair.questions_waiting().cloned().collect::<Vec<_>>());
    let title = move || {
        let count = u32::try_from(questions.with(Vec::len)).unwrap_or_default();
        (texts.get().dashboard().questions)(count)
    };
    view! {
        <section class="section" aria-labelledby="questions-waiting">
            <div class="section__head">
                <h2 id="questions-waiting">{move || title()}</h2>
                <a href=Route::Questions.href()>
                    {move || {
                        let words = texts.get().dashboard();
                        if questions.with(Vec::is_empty) { words.ask } else { words.all_questions }
                    }}
                </a>
            </div>
            <Show
                when=move || questions.with(|questions| !questions.is_empty())
                fallback=move || view! { <p class="quiet">{say(|t| t.dashboard().no_question)}</p> }
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
        words_of(&text, origin, texts.get(), &names.get())
    };
    let meta = move || match (origin(), found.with(|found| found.as_ref().and_then(|(_, _, created)| *created))) {
        (QuestionOrigin::Point(_), _) => texts.get().dashboard().from_call.to_owned(),
        (QuestionOrigin::Written(person), Some(at)) => {
            let date = reading.day(reading.day_of(at));
            names.with(|names| (texts.get().dashboard().asked_by)(names.of(person.role()), &date))
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
