//! Where a question comes from, said alike in the backlog and in a session.

use leptos::prelude::*;

use crate::domain::{QuestionId, QuestionOrigin};
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;
use crate::web::pages::names::use_names;
use crate::web::pages::reading::use_reading;

/// Whether a question comes first, and where it comes from: who noted it and when, or which point of the first call; and since which session it is carried.
#[component]
pub fn Origin(
    /// Which question.
    id: QuestionId,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let found = store.read(move |pair| {
        let question = pair.questions.iter().find(|question| question.id == id)?;
        let since = pair.carried_question(question).first().and_then(|session| pair.session_number(&session.id));
        Some((question.origin, question.created, since, question.first && !question.settled))
    });
    let words = move || {
        let all = texts.get();
        let (origin, created, since, first) = found.get()?;
        let from = match (origin, created) {
            (QuestionOrigin::Point(point), _) => (all.questions().origin_point)(all.call().name(point.section())),
            (QuestionOrigin::Written(person), Some(at)) => {
                let date = reading.day(reading.day_of(at));
                names.with(|names| (all.questions().asked_by)(names.of(person.role()), &date))
            }
            (QuestionOrigin::Written(person), None) => {
                names.with(|names| (all.questions().asked_by_undated)(names.of(person.role())))
            }
            (QuestionOrigin::Unknown, _) => all.questions().origin_unknown.to_owned(),
        };
        let since = since.map(|number| (all.session().question_since)(&(all.session().named)(number)));
        let said = since.map_or_else(|| from.clone(), |since| format!("{from} · {since}"));
        let first = first.then(|| view! { <b class="question__first">{all.questions().first}</b> " · " });
        Some(view! { {first} {said} })
    };
    view! { <p class="row__meta">{words}</p> }
}
