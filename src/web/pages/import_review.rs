//! What a copy would change, grouped by record, before anything does: conflicts first, then what is new, changed, removed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use super::conflict::{ConflictCard, Pick, Placed, tell_apart};
use super::history::short;
use super::import::{Received, Receiving, Stage, Trouble};
use super::names::Names;
use super::reading::{Reading, use_reading, words_of_record, words_of_value};
use super::share::size_words;
use crate::document::review::{Choice, Decision, FieldNews, FieldReview, RecordNews, RecordReview, can_keep_both};
use crate::document::{Edit, EditId, Review, project};
use crate::domain::report::over_in;
use crate::domain::schema::{kind, name};
use crate::domain::{Pairing, Path, PersonId, Value};
use crate::i18n::visible;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Checkbox, MarginNote};

/// What was chosen so far.
#[derive(Clone, Copy)]
struct Chosen {
    picks: RwSignal<BTreeMap<Path, Pick>>,
    by_hand: RwSignal<BTreeSet<Path>>,
}

impl Chosen {
    fn choices(self, same_pair: bool) -> Vec<Choice> {
        let mut choices = if same_pair { vec![Choice::SamePair] } else { Vec::new() };
        self.picks.with_untracked(|picks| {
            choices.extend(picks.iter().filter_map(|(path, pick)| match pick {
                Pick::Now(decision) => Some(Choice::Settle(path.clone(), *decision)),
                Pick::Later => None,
            }));
        });
        self.by_hand.with_untracked(|paths| choices.extend(paths.iter().cloned().map(Choice::TakeHandEdit)));
        choices
    }
}

/// The review and its two ways out.
#[component]
pub fn Reviewing(receiving: Receiving, received: Received, review: Arc<Review>, same_pair: bool) -> impl IntoView {
    let texts = use_texts();
    let chosen = Chosen { picks: RwSignal::default(), by_hand: RwSignal::default() };
    let counts = review.counts();
    let changes = u32::try_from(counts.new + counts.changed + counts.removed).unwrap_or(u32::MAX);
    let conflicts = u32::try_from(counts.conflicts).unwrap_or(u32::MAX);
    let title = Signal::derive(move || {
        let words = texts.get().import;
        let headline = words.headline(counts);
        // Only what the page itself notes differs, or what somebody changed by hand.
        if headline.is_empty() { words.title.to_owned() } else { headline }
    });
    let (names, bytes) = (received.names.clone(), received.bytes);
    let eyebrow = move || {
        let words = texts.get().import;
        let whose = (words.copy_of)(&visible(&names.mentor), &visible(&names.student));
        format!("{whose} · {}", size_words(bytes, words.size))
    };
    let waiting = move || {
        let decided = chosen.picks.with(|picks| picks.values().filter(|pick| **pick != Pick::Later).count());
        conflicts.saturating_sub(u32::try_from(decided).unwrap_or(u32::MAX))
    };
    let apply = {
        let received = received.clone();
        move || receiving.apply(&received, chosen.choices(same_pair), changes)
    };
    view! {
        <PageTitle text=title/>
        <div class="opening">
            <p class="eyebrow">{move || eyebrow()}</p>
            <h1 tabindex="-1">{title}</h1>
            <p class="lede">{say(|t| t.import.safe_first)}</p>
        </div>
        <Conflicts received=received.clone() review=review.clone() chosen=chosen/>
        <div class="split">
            <div class="stack stack--wide">
                <Records received=received.clone() review=review.clone()/>
                <ByHand received=received review=review.clone() chosen=chosen/>
                <Trouble receiving=receiving/>
                <div class="stack">
                    <Show when=move || { waiting() > 0 }>
                        <p class="quiet">{move || (texts.get().import.waiting_choices)(waiting())}</p>
                    </Show>
                    <p class="actions">
                        <Button kind=ButtonKind::Primary big=true on_click=apply>
                            {move || {
                                let words = texts.get().import;
                                if changes > 0 { (words.apply)(changes) } else { words.apply_decisions.to_owned() }
                            }}
                        </Button>
                        <Button kind=ButtonKind::Quiet on_click=move || receiving.show(Stage::Pick)>
                            {say(|t| t.import.cancel)}
                        </Button>
                    </p>
                </div>
            </div>
            <div class="margin">
                <LeftOut review=review/>
                <MarginNote title=say(|t| t.import.same_title)>
                    <p>{say(|t| t.import.same_body)}</p>
                </MarginNote>
                <MarginNote title=say(|t| t.import.twice_title)>
                    <p>{say(|t| t.import.twice_body)}</p>
                </MarginNote>
            </div>
        </div>
    }
}

/// What the copy's or the open pair's record says of itself; the copy's words win, being what is looked at.
fn about(
    record: &crate::domain::RecordKey,
    theirs: &Pairing,
    mine: Option<&Pairing>,
    reading: Reading,
    names: &Names,
) -> Option<String> {
    reading.with_names(names, |labels| {
        words_of_record(record, theirs, labels).or_else(|| words_of_record(record, mine?, labels))
    })
}

/// Every field in conflict, side by side with its choice.
#[component]
fn Conflicts(received: Received, review: Arc<Review>, chosen: Chosen) -> impl IntoView {
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
                <h2 id="review-conflicts">{move || (texts.get().import.conflicts_title)(count)}</h2>
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
        let words = texts.get_untracked().conflict;
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
            let words = texts.get().conflict;
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
        RecordNews::RemovedAgainstWords { here: true } => Some(texts.get().import.removed_here.to_owned()),
        RecordNews::RemovedAgainstWords { here: false } => Some((texts.get().import.removed_there)(&other)),
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
            let words = move || title(texts.get().import)(count);
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
                view! { <FieldRow field=field.clone() names=names.clone() is_new=is_new theirs=theirs mine=mine/> }
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
fn FieldRow(
    field: FieldReview,
    names: Names,
    is_new: bool,
    theirs: Arc<Pairing>,
    mine: Option<Arc<Pairing>>,
) -> impl IntoView {
    let texts = use_texts();
    let reading = use_reading();
    move || {
        let words = texts.get().import;
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
        let change = match (was, is_new) {
            (Some(was), _) => view! {
                <del>{was}</del>
                " "
                {words.becomes}
                " "
                <b>{after}</b>
            }
            .into_any(),
            (None, _) => view! { <span class="review-fields__new">{after}</span> }.into_any(),
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

/// What somebody changed in the file's readable part: to take or leave, one by one.
#[component]
fn ByHand(received: Received, review: Arc<Review>, chosen: Chosen) -> impl IntoView {
    let texts = use_texts();
    let reading = use_reading();
    let names = received.names;
    (!review.by_hand.is_empty()).then(|| {
        let rows = review
            .by_hand
            .iter()
            .map(|edit| {
                let (path, names) = (edit.path.clone(), names.clone());
                let after = edit.after.clone();
                let label = move || {
                    let said = reading.with_names(&names, |labels| {
                        format!("{} · {}", labels.path(&path), labels.value(&path, &after))
                    });
                    (texts.get().import.by_hand_take)(&said)
                };
                let (shown, toggled) = (edit.path.clone(), edit.path.clone());
                view! {
                    <Checkbox
                        label=label
                        checked=Signal::derive(move || chosen.by_hand.with(|paths| paths.contains(&shown)))
                        on_change=move |yes: bool| {
                            chosen.by_hand.update(|paths| {
                                if yes { paths.insert(toggled.clone()) } else { paths.remove(&toggled) };
                            });
                        }
                    />
                }
            })
            .collect_view();
        view! {
            <section class="section" aria-labelledby="review-by-hand">
                <h2 id="review-by-hand">{say(|t| t.import.by_hand_title)}</h2>
                <p>{say(|t| t.import.by_hand)}</p>
                {rows}
            </section>
        }
    })
}

/// What was left out of the copy.
#[component]
fn LeftOut(review: Arc<Review>) -> impl IntoView {
    let texts = use_texts();
    let [refused, unplaced] =
        [review.refused.len(), review.unplaced.len()].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    (refused + unplaced > 0).then(|| {
        view! {
            <MarginNote title=say(|t| t.import.left_out_title)>
                {move || (refused > 0).then(|| view! { <p>{(texts.get().import.private_refused)(refused)}</p> })}
                {move || (unplaced > 0).then(|| view! { <p>{(texts.get().import.unplaced)(unplaced)}</p> })}
            </MarginNote>
        }
    })
}
