//! What a copy would change, grouped by record, before anything does: conflicts first, then what is new, changed, removed.

mod conflicts;
mod records;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use self::conflicts::Conflicts;
pub use self::records::Records;
use super::conflict::Pick;
use super::import::{Received, Receiving, Stage, Trouble};
use super::names::Names;
use super::reading::{Reading, use_reading, words_of_record};
use super::share::size_words;
use crate::document::Review;
use crate::document::review::Choice;
use crate::domain::{Pairing, Path};
use crate::i18n::visible;
use crate::web::app::PageTitle;
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
        let words = texts.get().import();
        let headline = words.headline(counts);
        // Only what the page itself notes differs, or what somebody changed by hand.
        if headline.is_empty() { words.title.to_owned() } else { headline }
    });
    let (names, bytes) = (received.names.clone(), received.bytes);
    let eyebrow = move || {
        let words = texts.get().import();
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
            <p class="lede">{say(|t| t.import().safe_first)}</p>
        </div>
        <Conflicts received=received.clone() review=review.clone() chosen=chosen/>
        <div class="split">
            <div class="stack stack--wide">
                <Records received=received.clone() review=review.clone()/>
                <ByHand received=received review=review.clone() chosen=chosen/>
                <Trouble receiving=receiving/>
                <div class="stack">
                    <Show when=move || { waiting() > 0 }>
                        <p class="quiet">{move || (texts.get().import().waiting_choices)(waiting())}</p>
                    </Show>
                    <p class="actions">
                        <Button kind=ButtonKind::Primary big=true on_click=apply>
                            {move || {
                                let words = texts.get().import();
                                if changes > 0 { (words.apply)(changes) } else { words.apply_decisions.to_owned() }
                            }}
                        </Button>
                        <Button kind=ButtonKind::Quiet on_click=move || receiving.show(Stage::Pick)>
                            {say(|t| t.import().cancel)}
                        </Button>
                    </p>
                </div>
            </div>
            <div class="margin">
                <LeftOut review=review/>
                <MarginNote title=say(|t| t.import().same_title)>
                    <p>{say(|t| t.import().same_body)}</p>
                </MarginNote>
                <MarginNote title=say(|t| t.import().twice_title)>
                    <p>{say(|t| t.import().twice_body)}</p>
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
                    (texts.get().import().by_hand_take)(&said)
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
                <h2 id="review-by-hand">{say(|t| t.import().by_hand_title)}</h2>
                <p>{say(|t| t.import().by_hand)}</p>
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
            <MarginNote title=say(|t| t.import().left_out_title)>
                {move || (refused > 0).then(|| view! { <p>{(texts.get().import().private_refused)(refused)}</p> })}
                {move || (unplaced > 0).then(|| view! { <p>{(texts.get().import().unplaced)(unplaced)}</p> })}
            </MarginNote>
        }
    })
}
