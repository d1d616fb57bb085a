//! Words anywhere in the record: `#/chercher`. Each result leads to its place.

use leptos::prelude::*;

use super::reading::use_reading;
use crate::domain::search::Query;
use crate::domain::session;
use crate::export::search::{Entry, Group, Index, Place, entries, private};
use crate::i18n::Search as Words;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, report_href, session_href};
use crate::web::ui::Input;

/// About how many letters of what is under a title are shown.
const ROOM: usize = 160;

impl Group {
    fn title(self, words: &Words) -> &'static str {
        match self {
            Self::Goals => words.goals,
            Self::Questions => words.questions,
            Self::Sessions => words.sessions,
            Self::Reports => words.reports,
            Self::Private => words.private,
            Self::Contacts => words.contacts,
            Self::Projects => words.projects,
        }
    }
}

/// Where a result leads.
fn href(place: &Place) -> String {
    match place {
        Place::Goal(id) => format!("{}?vers=goal-{id}", Route::Goals.href()),
        Place::Question(id) => format!("{}?vers=question-{id}", Route::Questions.href()),
        Place::Session(id) | Place::Private(id) => session_href(id),
        Place::Report(id) => report_href(id),
        Place::Contact(_) => Route::Contacts.href().to_owned(),
        Place::Project(_) => Route::Section(crate::domain::Section::Programme).href().to_owned(),
    }
}

/// The search's screen.
#[component]
pub fn SearchPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let typed = RwSignal::new(String::new());
    // Folded once for each state of the record. One's own notes are not even read while both look at the screen.
    let index = Memo::new(move |_| {
        let me = (!store.shared_screen().get()).then(|| store.me().get());
        store.pairing().with(|pair| {
            let Some(pair) = pair else { return Index::default() };
            reading.with(|labels| {
                let mut found = entries(pair, labels);
                if let Some(me) = me {
                    found.extend(pair.sessions.iter().filter_map(|session| {
                        let note = store.text(&session::private_note(&session.id, me));
                        private(pair, session, &note, labels)
                    }));
                }
                Index::new(found)
            })
        })
    });
    let query = Memo::new(move |_| typed.with(|typed| Query::new(typed)));
    let found = Memo::new(move |_| {
        index.with(|index| query.with(|query| index.find(query).into_iter().cloned().collect::<Vec<_>>()))
    });
    let count = move || u32::try_from(found.with(Vec::len)).unwrap_or(u32::MAX);
    let said = move || {
        let words = texts.get().search();
        match (query.with(Query::is_empty), count()) {
            (true, _) => String::new(),
            (false, 0) => (words.nothing)(&crate::i18n::visible(typed.get().trim())),
            (false, count) => (words.found)(count),
        }
    };
    view! {
        <PageTitle text=Signal::derive(move || texts.get().search().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.search().title)}</h1>
            <p class="lede">{say(|t| t.search().lede)}</p>
        </div>
        <form class="search" role="search" on:submit=|event| event.prevent_default()>
            <Input
                id="search-words"
                label=say(|t| t.search().label)
                hint=say(|t| t.search().hint)
                value=typed
                input_type="search"
            />
        </form>
        <p class="search__count" role="status">{said}</p>
        <Show when=move || store.shared_screen().get()>
            <p class="quiet">{say(|t| t.search().hidden_private)}</p>
        </Show>
        <div class="search__groups">
            {Group::ALL.map(|group| view! { <Found group=group found=found query=query/> })}
        </div>
    }
}

/// The results of one group.
#[component]
fn Found(group: Group, found: Memo<Vec<Entry>>, query: Memo<Query>) -> impl IntoView {
    let texts = use_texts();
    let mine = Memo::new(move |_| {
        found.with(|found| found.iter().filter(|entry| entry.place.group() == group).cloned().collect::<Vec<_>>())
    });
    let id = format!("found-{}", group as u8);
    view! {
        <Show when=move || mine.with(|mine| !mine.is_empty())>
            <section class="section" aria-labelledby=id.clone()>
                <h2 id=id.clone()>
                    {move || group.title(texts.get().search())} " "
                    <span class="board__count">{move || mine.with(Vec::len)}</span>
                </h2>
                <Show when=move || group == Group::Private>
                    <p class="hint">
                        {say(|t| t.search().private_hint)}
                    </p>
                </Show>
                <ul class="rows">
                    <For each=move || mine.get() key=|entry| entry.place.clone() let:entry>
                        <Result entry=entry query=query/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// One result: its title and the words around what was looked for.
#[component]
fn Result(entry: Entry, query: Memo<Query>) -> impl IntoView {
    let Entry { place, title, body, .. } = entry;
    let marked =
        move |text: String| {
            query.with(|query| {
                let pieces = query.marked(&text).into_iter();
                pieces
                    .map(|(is_found, piece)| {
                        if is_found {
                            view! { <mark class="found">{piece}</mark> }.into_any()
                        } else {
                            piece.into_any()
                        }
                    })
                    .collect_view()
            })
        };
    let words = {
        let body = body.clone();
        move || marked(query.with(|query| query.excerpt(&body, ROOM)))
    };
    view! {
        <li class="search__result">
            <h3 class="row__title"><a href=href(&place)>{move || marked(title.clone())}</a></h3>
            <p class="row__meta search__words" hidden=body.is_empty()>{words}</p>
        </li>
    }
}
