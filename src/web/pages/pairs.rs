//! Every pair of this browser: the next session, what waits, and the way in.

use leptos::prelude::*;

use super::reading::use_reading;
use super::removal_pair::RetiredPairs;
use crate::domain::sorting;
use crate::domain::{PersonId, Role};
use crate::i18n::{capitalised, visible};
use crate::web::app::PageTitle;
use crate::web::dispatch::{PairSummary, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, navigate};
use crate::web::ui::{ButtonKind, Initial, LinkButton, Notice, NoticeKind};

/// The list of pairs, the soonest session first.
#[component]
pub fn PairsPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let pairs = Memo::new(move |_| {
        let mut pairs = store.pairs().get();
        sorting::sort_by_key(&mut pairs, |pair| {
            (pair.next.is_none(), pair.next.map(|next| next.start), pair.id.clone())
        });
        pairs
    });
    // The example is nobody's pair.
    let count = move || {
        pairs.with(|pairs| u32::try_from(pairs.iter().filter(|it| !it.id.is_example()).count()).unwrap_or_default())
    };
    // A pair that was to be opened and does not read any more.
    let unreadable = RwSignal::new(None::<String>);
    view! {
        <PageTitle text=Signal::derive(move || texts.get().pairs().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.pairs().title)}</h1>
            <p class="lede">{move || (texts.get().pairs().lede)(count())}</p>
        </div>
        <div role="alert">
            {move || {
                unreadable.get().map(|name| {
                    let words = texts.get().keeping();
                    view! {
                        <Notice kind=NoticeKind::Error>
                            <p>{(words.pair_unreadable)(&name)}</p>
                            <p class="actions">
                                <LinkButton href=Route::Import.href()>{words.import}</LinkButton>
                                <LinkButton kind=ButtonKind::Quiet href=format!("{}?vers=stockage", Route::Settings.href())>
                                    {words.see_set_aside}
                                </LinkButton>
                            </p>
                        </Notice>
                    }
                })
            }}
        </div>
        <ul class="pairs">
            <For each=move || pairs.get() key=|pair| format!("{pair:?}") let:pair>
                <Row pair=pair unreadable=unreadable/>
            </For>
        </ul>
        <RetiredPairs/>
        <p class="actions pairs__acts">
            <LinkButton kind=ButtonKind::Primary href=Route::Welcome.href()>{say(|t| t.pairs().start)}</LinkButton>
            <LinkButton kind=ButtonKind::Quiet href=Route::Import.href()>{say(|t| t.pairs().receive)}</LinkButton>
        </p>
    }
}

/// One pair: the other person, the next session, what waits.
#[component]
fn Row(pair: PairSummary, unreadable: RwSignal<Option<String>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let me = pair.me.role();
    let other = me.other();
    let name = visible(match other {
        Role::Mentor => &pair.mentor,
        Role::Student => &pair.student,
    });
    let is_example = pair.id.is_example();
    let id = pair.id.clone();
    let open = {
        let (id, name) = (id.clone(), name.clone());
        move |_| {
            let id = id.clone();
            let name = name.clone();
            leptos::task::spawn_local(async move {
                store.open_pair(id.clone()).await;
                let opened = store.pairing().with_untracked(|pair| pair.as_ref().map(|pair| pair.id.clone()));
                // Nothing of it reads any more.
                if opened.is_none() {
                    let _ = unreadable.try_set(Some(name));
                } else {
                    navigate(Route::Home);
                }
            });
        }
    };
    let is_open = move || store.pairing().with(|opened| opened.as_ref().is_some_and(|opened| opened.id == id));
    let next = pair.next.map(|next| next.start);
    let waiting = u32::try_from(pair.waiting).unwrap_or(u32::MAX);
    let waits = move || {
        let words = texts.get().pairs();
        if waiting > 0 { (words.questions)(waiting) } else { words.nothing_waits.to_owned() }
    };
    let label = {
        let name = name.clone();
        move || (texts.get().pairs().open)(&name)
    };
    let who = name.clone();
    view! {
        <li class="pair">
            <div>
                <h2 class="pair__name">
                    <button type="button" class="pair__open" on:click=open>
                        <span class="visually-hidden">{label}</span>
                        <span aria-hidden="true">
                            <Initial person=PersonId::of(other) name=who shown=true/>
                        </span>
                    </button>
                </h2>
                <p class="row__meta">
                    {move || {
                        let words = texts.get().pairs();
                        match me {
                            Role::Mentor => words.you_are_mentor,
                            Role::Student => words.you_are_student,
                        }
                    }}
                    {move || is_example.then(|| format!(" · {}", texts.get().example().tag))}
                    {move || is_open().then(|| format!(" · {}", texts.get().pairs().opened))}
                </p>
            </div>
            <p>
                <span class="row__meta">{say(|t| t.pairs().next_session)}</span>
                <b>
                    {move || match next {
                        Some(at) => capitalised(&reading.moment(at)),
                        None => texts.get().pairs().nothing_booked.to_owned(),
                    }}
                </b>
            </p>
            <p>
                <span class="row__meta">{say(|t| t.pairs().what_waits)}</span>
                <b>{move || waits()}</b>
            </p>
        </li>
    }
}
