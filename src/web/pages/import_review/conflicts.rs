//! The fields in conflict, side by side with the choice that each asks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::{Chosen, about};
use crate::document::review::{Decision, FieldNews, RecordNews, can_keep_both};
use crate::document::{Edit, EditId, Review, project};
use crate::domain::{Pairing, Path, Value};
use crate::i18n::visible;
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;
use crate::web::pages::conflict::{ConflictCard, Pick, Placed, tell_apart};
use crate::web::pages::history::short;
use crate::web::pages::import::Received;
use crate::web::pages::names::Names;
use crate::web::pages::reading::{use_reading, words_of_value};

/// Every field in conflict, side by side with its choice.
#[component]
pub(super) fn Conflicts(
    /// The copy.
    received: Received,
    /// What it would change.
    review: Arc<Review>,
    /// What was chosen so far.
    chosen: Chosen,
) -> impl IntoView {
    let texts = use_texts();
    let count = u32::try_from(review.counts().conflicts).unwrap_or(u32::MAX);
    (count > 0).then(|| {
        let theirs = Arc::new(project(&received.incoming.document));
        let cards = review
            .records
            .iter()
            .flat_map(|record| record.fields.iter().map(move |field| (record.news, field)))
            .filter_map(|(news, field)| match &field.news {
                FieldNews::Conflict { mine, theirs, common } => {
                    Some((news, field.path.clone(), mine.clone(), theirs.clone(), common.clone()))
                }
                FieldNews::Changed { .. } => None,
            })
            .map(|(news, path, here, there, common)| {
                view! {
                    <Disputed
                        path=path
                        news=news
                        here=here
                        there=there
                        common=common
                        names=received.names.clone()
                        pair=theirs.clone()
                        picks=chosen.picks
                    />
                }
            })
            .collect_view();
        view! {
            <section class="section" aria-labelledby="review-conflicts">
                <h2 id="review-conflicts">{move || (texts.get().import().conflicts_title)(count)}</h2>
                <div class="stack stack--wide">{cards}</div>
            </section>
        }
    })
}

/// One field in conflict.
#[component]
fn Disputed(
    path: Path,
    news: RecordNews,
    here: Vec<(EditId, Edit)>,
    there: Vec<(EditId, Edit)>,
    common: Option<Value>,
    names: Names,
    pair: Arc<Pairing>,
    picks: RwSignal<BTreeMap<Path, Pick>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let me = store.me().get_untracked();
    let mine = store.pairing().get_untracked();
    let about = untrack(|| about(&path.record(), &pair, mine.as_deref(), reading, &names));
    let other = visible(names.of(me.role().other()));
    // My own other device may have written what the copy holds: then it is not “chez” the other.
    let from_other = there.first().is_some_and(|(_, edit)| edit.by.person != me);
    let versions = {
        let words = texts.get_untracked().conflict();
        let placed = |place: String| {
            move |(id, edit): &(EditId, Edit)| Placed { id: *id, edit: edit.clone(), place: place.clone() }
        };
        let there_words = if from_other { (words.theirs)(&other) } else { words.in_copy.to_owned() };
        let mut versions: Vec<Placed> = here.iter().map(placed(words.mine.to_owned())).collect();
        versions.extend(there.iter().map(placed(there_words)));
        versions
    };
    let inside_copy = here.is_empty();
    let options = {
        let (path, versions, other, names, pair) =
            (path.clone(), versions.clone(), other.clone(), names.clone(), pair.clone());
        Signal::derive(move || {
            let words = texts.get().conflict();
            let mut options = if inside_copy {
                let keep = |placed: &Placed| {
                    let name = visible(names.of(placed.edit.by.person.role()));
                    let said = (words.keep_by_at)(&name, &reading.moment(placed.edit.at));
                    (Pick::Now(Decision::This(placed.id)), said)
                };
                let mut kept: Vec<(Pick, String)> = versions.iter().map(keep).collect();
                tell_apart(&mut kept, |at| {
                    let value = &versions[at].edit.value;
                    let value = reading.with_names(&names, |labels| words_of_value(&path, value, &[&*pair], labels));
                    (words.keep_words)(&short(&value))
                });
                kept
            } else {
                let theirs = if from_other { (words.keep_theirs)(&other) } else { words.keep_copy.to_owned() };
                vec![(Pick::Now(Decision::Mine), words.keep_mine.to_owned()), (Pick::Now(Decision::Theirs), theirs)]
            };
            if can_keep_both(&path) {
                options.push((Pick::Now(Decision::Both), words.keep_both.to_owned()));
            }
            options.push((Pick::Later, words.later.to_owned()));
            options
        })
    };
    let key = path.clone();
    let pick = Signal::derive(move || Some(picks.with(|picks| picks.get(&key).copied().unwrap_or(Pick::Later))));
    let key = path.clone();
    let against = move || match news {
        RecordNews::RemovedAgainstWords { here: true } => Some(texts.get().import().removed_here.to_owned()),
        RecordNews::RemovedAgainstWords { here: false } => Some((texts.get().import().removed_there)(&other)),
        _ => None,
    };
    view! {
        {move || against().map(|words| view! { <p class="quiet">{words}</p> })}
        <ConflictCard
            path=path
            about=about
            versions=versions
            common=common
            names=names
            options=options
            pick=pick
            on_pick=move |chosen| picks.update(|picks| {
                picks.insert(key.clone(), chosen);
            })
        />
    }
}
