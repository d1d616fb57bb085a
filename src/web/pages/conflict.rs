//! One field in several versions, side by side, with the choice: in the review of a copy, and on the dashboard afterwards.

use leptos::prelude::*;

use super::focus::focus_soon;
use super::history::short;
use super::names::Names;
use super::reading::{Reading, use_reading, words_of_record, words_of_value};
use crate::document::review::{Decision, both, can_keep_both};
use crate::document::{Conflict as Disputed, Edit, EditId};
use crate::domain::{Command, Pairing, Path, Value};
use crate::i18n::{Labels, visible};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, Choices, ChoicesLook, Conflict, Version, changed_words};

/// What people chose of a field in conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// This.
    Now(Decision),
    /// Nothing yet: the versions wait side by side.
    Later,
}

/// One version and where it is: “chez vous”, “dans la copie”; nothing once both are in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its identifier.
    pub id: EditId,
    /// The edit.
    pub edit: Edit,
    /// Where it is.
    pub place: String,
}

/// The value in words, nothing as “retiré” or “vide”.
fn said(labels: &Labels<'_>, path: &Path, value: &Value, pair: Option<&Pairing>) -> String {
    if value.is_null() {
        return labels.words.conflict().removed.to_owned();
    }
    words_of_value(path, value, pair.as_slice(), labels)
}

/// The most pairs of words that are compared; beyond, pages of text would freeze the browser and both stand unmarked.
const COMPARABLE: usize = 1_000_000;

/// The words of `after`, marked where they differ from `before`.
fn marked(before: &str, after: &str) -> Vec<(String, bool)> {
    let count = |text: &str| text.split_whitespace().count();
    if count(before).saturating_mul(count(after)) > COMPARABLE {
        return vec![(after.to_owned(), false)];
    }
    changed_words(before, after)
}

/// A version as it is shown, its words marked where they differ from `before`.
fn version(
    reading: Reading,
    names: &Names,
    path: &Path,
    placed: &Placed,
    before: &str,
    pair: Option<&Pairing>,
) -> Version {
    reading.with_names(names, |labels| Version {
        person: placed.edit.by.person,
        name: visible(names.of(placed.edit.by.person.role())),
        place: placed.place.clone(),
        words: marked(before, &said(labels, path, &placed.edit.value, pair)),
        when: labels.moment(placed.edit.at),
    })
}

/// The versions of one field and the choice between them.
#[component]
pub fn ConflictCard(
    /// The field.
    path: Path,
    /// What the record calls it: the goal's or question's words.
    about: Option<String>,
    /// Its versions, at least two.
    versions: Vec<Placed>,
    /// What both replaced, when it is known.
    common: Option<Value>,
    /// The names of the pair.
    names: Names,
    /// The choices and their words.
    #[prop(into)]
    options: Signal<Vec<(Pick, String)>>,
    /// What is chosen.
    #[prop(into)]
    pick: Signal<Option<Pick>>,
    /// Called with the choice.
    #[prop(into)]
    on_pick: Callback<(Pick,)>,
    /// What follows the choice: a button, where it is applied at once.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let texts = use_texts();
    let reading = use_reading();
    let is_both = move || pick.get() == Some(Pick::Now(Decision::Both));
    let children = StoredValue::new(children);
    // Where a value names a record, the record's words are said; those of a copy not taken in yet are not here.
    let here = use_store().pairing();
    // Drawn anew when the language changes; the radio buttons inside follow their own signals.
    move || {
        let words = texts.get().conflict();
        let title = reading.with_names(&names, |labels| {
            let field = labels.path(&path);
            about.as_ref().map_or_else(|| field.clone(), |about| (texts.get().goals().about)(&field, about))
        });
        let here = here.get_untracked();
        let pair = here.as_deref();
        let before = common.as_ref().map(|value| reading.with_names(&names, |labels| said(labels, &path, value, pair)));
        let mut shown = versions.iter();
        let (Some(first), Some(second)) = (shown.next(), shown.next()) else { return ().into_any() };
        // Without a wording both started from, each is compared with the other.
        let other =
            |placed: &Placed| reading.with_names(&names, |labels| said(labels, &path, &placed.edit.value, pair));
        let left = version(reading, &names, &path, first, before.as_deref().unwrap_or(&other(second)), pair);
        let right = version(reading, &names, &path, second, before.as_deref().unwrap_or(&other(first)), pair);
        let more = shown
            .map(|placed| {
                let edit = &placed.edit;
                let (who, when) = (visible(names.of(edit.by.person.role())), reading.moment(edit.at));
                let line = format!("{} ({})", other(placed), (words.by)(&who, &when));
                view! { <p class="conflict__said">{line}</p> }
            })
            .collect_view();
        let note = if before.is_some() { words.before.to_owned() } else { String::new() };
        view! {
            <Conflict title=title before_note=note before=before mine=left theirs=right>
                {more}
                <Choices
                    legend=say(|t| t.conflict().legend)
                    options=options
                    value=pick
                    on_choose=on_pick
                    look=ChoicesLook::Stack
                />
                <Show when=is_both>
                    <p class="hint">{say(|t| t.conflict().both_hint)}</p>
                </Show>
                {children.with_value(|children| children.as_ref().map(|children| children()))}
            </Conflict>
        }
        .into_any()
    }
}

/// The conflicts that wait in the record, each with its choice.
#[component]
pub fn WaitingConflicts() -> impl IntoView {
    let store = use_store();
    let conflicts = store.conflicts();
    view! {
        <Show when=move || conflicts.with(|conflicts| !conflicts.is_empty())>
            <section class="section" aria-labelledby="to-decide">
                <h2 id="to-decide" tabindex="-1">{say(|t| t.conflict().title)}</h2>
                <p>{say(|t| t.conflict().intro_here)}</p>
                <div class="stack stack--wide">
                    <For
                        each=move || conflicts.get()
                        key=|conflict| {
                            let heads: Vec<String> = conflict.heads.iter().map(|(id, _)| id.to_string()).collect();
                            (conflict.path.clone(), heads)
                        }
                        let:conflict
                    >
                        <Waiting conflict=conflict/>
                    </For>
                </div>
            </section>
        </Show>
    }
}

/// Two versions that one person wrote in one minute are told apart by their words: `words` gives the choice at a place so.
pub fn tell_apart(options: &mut [(Pick, String)], words: impl Fn(usize) -> String) {
    let said: Vec<String> = options.iter().map(|(_, said)| said.clone()).collect();
    for (at, (_, option)) in options.iter_mut().enumerate() {
        if said.iter().filter(|other| **other == said[at]).count() > 1 {
            *option = words(at);
        }
    }
}

/// One conflict of the record, decided at once.
#[component]
fn Waiting(conflict: Disputed) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let names = super::names::use_names().get_untracked();
    let pick = RwSignal::new(None::<Pick>);
    let Disputed { path, heads } = conflict;
    let about = store.pairing().with_untracked(|pair| {
        pair.as_ref()
            .and_then(|pair| reading.with_names(&names, |labels| words_of_record(&path.record(), pair, labels)))
    });
    let versions: Vec<Placed> =
        heads.iter().map(|(id, edit)| Placed { id: *id, edit: edit.clone(), place: String::new() }).collect();
    let options = {
        let (heads, path, names) = (heads.clone(), path.clone(), names.clone());
        Signal::derive(move || {
            let words = texts.get().conflict();
            let person = |edit: &Edit| edit.by.person.role();
            let once = |edit: &Edit| heads.iter().filter(|(_, other)| person(other) == person(edit)).count() == 1;
            let mut options: Vec<(Pick, String)> = heads
                .iter()
                .map(|(id, edit)| {
                    let name = visible(names.of(person(edit)));
                    let said = if once(edit) {
                        (words.keep_by)(&name)
                    } else {
                        (words.keep_by_at)(&name, &reading.moment(edit.at))
                    };
                    (Pick::Now(Decision::This(*id)), said)
                })
                .collect();
            tell_apart(&mut options, |at| {
                let value = &heads[at].1.value;
                let pair = store.pairing().get_untracked();
                let value = reading.with_names(&names, |labels| said(labels, &path, value, pair.as_deref()));
                (words.keep_words)(&short(&value))
            });
            if can_keep_both(&path) {
                options.push((Pick::Now(Decision::Both), words.keep_both.to_owned()));
            }
            options
        })
    };
    let trouble = RwSignal::new(None);
    let decide = {
        let (path, heads) = (path.clone(), heads.clone());
        Callback::new(move |()| {
            let Some(Pick::Now(decision)) = pick.get_untracked() else { return };
            let Some(value) = decided(decision, &path, &heads) else { return };
            let outcome = store.dispatch(Command::Choose(path.clone(), value));
            trouble.set(outcome.err());
            if outcome.is_ok() {
                store.announce(texts.get_untracked().conflict().decided.to_owned());
                // The card goes: the focus stays on the page, at what is decided next.
                focus_soon(&["#to-decide", "main h1"]);
            }
        })
    };
    view! {
        <ConflictCard
            path=path
            about=about
            versions=versions
            common=None
            names=names
            options=options
            pick=pick
            on_pick=move |chosen| pick.set(Some(chosen))
        >
            <Show when=move || pick.get().is_some()>
                <p class="actions">
                    <Button on_click=decide>{say(|t| t.conflict().decide)}</Button>
                </p>
            </Show>
            {move || {
                trouble.get().map(|refusal| view! { <p class="field__error">{texts.get().refusals().of(refusal)}</p> })
            }}
        </ConflictCard>
    }
}

/// What a decision puts in the field.
fn decided(decision: Decision, path: &Path, heads: &[(EditId, Edit)]) -> Option<Value> {
    match decision {
        Decision::This(chosen) => heads.iter().find(|(id, _)| *id == chosen).map(|(_, edit)| edit.value.clone()),
        Decision::Both => both(path, heads.iter().map(|(_, edit)| edit)),
        // Only a review of a file knows which side is whose.
        Decision::Mine | Decision::Theirs => None,
    }
}
