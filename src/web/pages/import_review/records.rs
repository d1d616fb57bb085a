//! What is new, changed and removed, record by record, each field before → after.

use std::sync::Arc;

use leptos::prelude::*;

use super::about;
use crate::document::review::{FieldNews, FieldReview, RecordNews, RecordReview};
use crate::document::{Review, project};
use crate::domain::report::over_in;
use crate::domain::schema::{kind, name};
use crate::domain::{Pairing, Path, PersonId, Value};
use crate::i18n::visible;
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;
use crate::web::pages::import::Received;
use crate::web::pages::names::Names;
use crate::web::pages::reading::{use_reading, words_of_value};

/// Which records belong in a group, and the words that count them.
type Group = (fn(RecordNews) -> bool, fn(&crate::i18n::Import) -> fn(u32) -> String);

/// New, changed and removed records, each group under its count.
#[component]
pub fn Records(
    /// The copy.
    received: Received,
    /// What it would change.
    review: Arc<Review>,
    /// Whether it stands under a title of the third level rather than that of the screen.
    #[prop(optional)]
    nested: bool,
) -> impl IntoView {
    let texts = use_texts();
    let store = use_store();
    let theirs = Arc::new(project(&received.incoming.document));
    let mine = store.pairing().get_untracked();
    let groups: [Group; 3] = [
        (|news| news == RecordNews::New, |words| words.new),
        (|news| matches!(news, RecordNews::Changed | RecordNews::RemovedAgainstWords { .. }), |words| words.changed),
        (|news| news == RecordNews::Removed, |words| words.removed),
    ];
    groups
        .into_iter()
        .filter_map(|(belongs, title)| {
            let records: Vec<&RecordReview> = review
                .records
                .iter()
                .filter(|record| belongs(record.news) && record.fields.iter().any(|field| !field.is_conflict()))
                .collect();
            let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
            let rows = records
                .into_iter()
                .map(|record| {
                    view! {
                        <RecordRow
                            record=record.clone()
                            names=received.names.clone()
                            theirs=theirs.clone()
                            mine=mine.clone()
                            nested=nested
                        />
                    }
                })
                .collect_view();
            let words = move || title(texts.get().import())(count);
            let heading =
                if nested { view! { <h4>{words}</h4> }.into_any() } else { view! { <h2>{words}</h2> }.into_any() };
            (count > 0).then(|| {
                view! {
                    <section class="section">
                        {heading}
                        <ul class="rows">{rows}</ul>
                    </section>
                }
            })
        })
        .collect_view()
}

/// One record: what it is, who wrote, and each field before → after.
#[component]
fn RecordRow(
    record: RecordReview,
    names: Names,
    theirs: Arc<Pairing>,
    mine: Option<Arc<Pairing>>,
    nested: bool,
) -> impl IntoView {
    let reading = use_reading();
    move || {
        let kind = reading.with_names(&names, |labels| labels.record(&record.record));
        let words = about(&record.record, &theirs, mine.as_deref(), reading, &names);
        let is_new = record.news == RecordNews::New;
        let title = words.clone().unwrap_or_else(|| kind.clone());
        let heading = if nested {
            view! { <h5 class="row__title">{title}</h5> }.into_any()
        } else {
            view! { <h3 class="row__title">{title}</h3> }.into_any()
        };
        let author = author(&record.fields).map(|person| visible(names.of(person.role())));
        let meta: Vec<String> = words.is_some().then_some(kind).into_iter().chain(author).collect();
        let fields = record
            .fields
            .iter()
            .filter(|field| !field.is_conflict() && (!is_new || !is_bookkeeping(&field.path)))
            // The title already says the words of what is new.
            .filter(|field| !(is_new && words.is_some() && is_title(&field.path)))
            .map(|field| {
                let (theirs, mine) = (theirs.clone(), mine.clone());
                view! { <FieldRow field=field.clone() names=names.clone() theirs=theirs mine=mine/> }
            })
            .collect_view();
        view! {
            <li class="row row--bare review-record">
                {heading}
                <p class="row__meta">{meta.join(" · ")}</p>
                <dl class="review-fields">{fields}</dl>
            </li>
        }
    }
}

/// Whether the title of a record is what this field says.
fn is_title(path: &Path) -> bool {
    matches!(path.field(), name::WHAT | name::TEXT | name::TITLE)
        || (path.kind() == kind::CONTACT && path.field() == name::NAME)
}

/// What the page itself notes, of no interest in something new.
fn is_bookkeeping(path: &Path) -> bool {
    matches!(path.field(), name::CREATED | name::ASKED_BY | name::CALL_STARTED | name::ORDER)
        || (path.kind() == kind::REPORT && over_in(path.field()).is_some())
}

/// The one person who wrote all of it, if it is one.
fn author(fields: &[FieldReview]) -> Option<PersonId> {
    let mut people = fields.iter().filter_map(|field| match &field.news {
        FieldNews::Changed { edit, .. } => Some(edit.by.person),
        FieldNews::Conflict { .. } => None,
    });
    let first = people.next()?;
    people.all(|person| person == first).then_some(first)
}

/// One field: its name, what it was and what it becomes.
#[component]
fn FieldRow(field: FieldReview, names: Names, theirs: Arc<Pairing>, mine: Option<Arc<Pairing>>) -> impl IntoView {
    let texts = use_texts();
    let reading = use_reading();
    move || {
        let words = texts.get().import();
        let FieldNews::Changed { before, after, .. } = &field.news else { return ().into_any() };
        let value = |value: &Option<Value>| {
            let pairs: Vec<&Pairing> = std::iter::once(&*theirs).chain(mine.as_deref()).collect();
            let said = |value| reading.with_names(&names, |labels| words_of_value(&field.path, value, &pairs, labels));
            value.as_ref().map(said)
        };
        let label = reading.with_names(&names, |labels| labels.field(&field.path));
        let after = value(after).unwrap_or_else(|| words.empty_value.to_owned());
        // One place in a list after another says nothing; that it changed does.
        let was = value(before).filter(|_| field.path.field() != name::ORDER);
        let change = match was {
            Some(was) => view! {
                <del>{was}</del>
                " "
                {words.becomes}
                " "
                <b>{after}</b>
            }
            .into_any(),
            None => after.into_any(),
        };
        view! {
            <div class="review-fields__row">
                <dt class:asks=label.trim_end().ends_with('?')>{label.clone()}</dt>
                <dd>{change}</dd>
            </div>
        }
        .into_any()
    }
}
