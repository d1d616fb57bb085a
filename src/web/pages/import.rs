//! Receiving a copy: picking it, saying whose it is when that is not plain, reviewing it, and what was done.
//!
//! Nothing changes before the review is applied, and applying takes the whole file: only conflicts are chosen.

use std::sync::Arc;

use leptos::prelude::*;

use super::focus::focus_soon;
use super::import_pick::Pick;
use super::import_review::Reviewing;
use super::import_whole::Whole;
use super::import_whose::{Stranger, Whose};
use super::names::{Names, use_names};
use crate::document::file;
use crate::document::review::{Choice, Relation};
use crate::document::{Incoming, Review, project};
use crate::domain::Role;
use crate::i18n::Import as Words;
use crate::web::app::PageTitle;
use crate::web::dispatch::{ImportError, Imported, Store, WholeNews, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, navigate};
use crate::web::ui::{Button, ButtonKind, LinkButton, MarginNote, Notice, NoticeKind};

/// A copy that was read, with what the review says and how large it is.
#[derive(Clone)]
pub struct Received {
    /// The copy.
    pub incoming: Arc<Incoming>,
    /// Its size in bytes.
    pub bytes: usize,
    /// The names in it.
    pub names: Names,
}

impl Received {
    /// What was read, with the names it holds.
    pub fn new(incoming: Incoming, bytes: usize) -> Self {
        let pair = project(&incoming.document);
        let names = Names { mentor: pair.mentor.name, student: pair.student.name };
        Self { incoming: Arc::new(incoming), bytes, names }
    }
}

/// Where receiving stands.
#[derive(Clone)]
pub enum Stage {
    /// Nothing is picked yet.
    Pick,
    /// A copy of another pair than the one open.
    Stranger(Received, Relation),
    /// A pair that this browser does not have: whose browser is it?
    Whose(Received),
    /// A full backup of one's own.
    Whole(file::Whole, Vec<WholeNews>),
    /// What would change.
    Review(Received, Arc<Review>, /* both started the pair */ bool),
    /// The copy says nothing that is not here.
    NothingNew,
    /// Taken in.
    Done {
        /// Records that came or changed.
        changes: u32,
    },
    /// The import was undone.
    Undone,
}

/// One of the screen's texts, picked when it is shown: the language may have changed since.
pub type Line = fn(&Words) -> &'static str;

/// The screen's state, for its parts.
#[derive(Clone, Copy)]
pub struct Receiving {
    /// Where it stands.
    pub stage: RwSignal<Stage>,
    /// What went wrong last.
    pub trouble: RwSignal<Option<Line>>,
    store: Store,
}

impl Receiving {
    /// Decides what to ask about a copy that was read.
    pub fn receive(self, received: Received) {
        self.trouble.set(None);
        let here = self.store.pairing().with_untracked(|pair| pair.as_ref().map(|pair| pair.id.clone()));
        let known = self.known_pair(&received);
        match (here, known) {
            (None, Some(pair)) => {
                self.review_in(pair, received);
            }
            (None, None) => self.show(Stage::Whose(received)),
            (Some(_), _) => {
                let review = self.store.review(&received.incoming);
                match review.relation {
                    Relation::Same => self.review(received, false),
                    relation => self.show(Stage::Stranger(received, relation)),
                }
            }
        }
    }

    /// Opens the pair that the copy is of, then shows what the copy would change.
    pub fn review_in(self, pair: crate::domain::PairId, received: Received) {
        leptos::task::spawn_local(async move {
            self.store.open_pair(pair).await;
            self.review(received, false);
        });
    }

    /// The pair of this browser that goes by one of the copy's identifiers.
    pub fn known_pair(self, received: &Received) -> Option<crate::domain::PairId> {
        self.store.pair_of(&received.incoming.document)
    }

    /// Shows what the copy would change.
    pub fn review(self, received: Received, same_pair: bool) {
        let review = self.store.review(&received.incoming);
        // Joining two beginnings of one pair is news in itself.
        if review.nothing_new && !same_pair {
            self.show(Stage::NothingNew);
        } else {
            self.show(Stage::Review(received, Arc::new(review), same_pair));
        }
    }

    /// Opens the copy as a pair of its own.
    pub fn adopt(self, received: &Received, me: Role) {
        let incoming = Incoming::clone(&received.incoming);
        leptos::task::spawn_local(async move {
            match self.store.adopt(incoming, me).await {
                Ok(_) => navigate(Route::Home),
                Err(error) => self.trouble.set(Some(words_of(&error))),
            }
        });
    }

    /// Takes the copy in.
    pub fn apply(self, received: &Received, choices: Vec<Choice>, changes: u32) {
        let incoming = Incoming::clone(&received.incoming);
        leptos::task::spawn_local(async move {
            match self.store.import(incoming, choices).await {
                Ok(Imported::Done) => self.show(Stage::Done { changes }),
                Ok(Imported::NothingNew) => self.show(Stage::NothingNew),
                Err(error) => self.trouble.set(Some(words_of(&error))),
            }
        });
    }

    /// Puts everything back as it was before the last import.
    pub fn undo(self) {
        leptos::task::spawn_local(async move {
            match self.store.undo_import().await {
                Ok(()) => self.show(Stage::Undone),
                Err(error) => self.trouble.set(Some(words_of(&error))),
            }
        });
    }

    /// Shows what a full backup would bring.
    pub fn receive_whole(self, whole: file::Whole) {
        leptos::task::spawn_local(async move {
            let mut news = Vec::new();
            for pair in &whole.pairs {
                news.push(self.store.whole_news(pair).await);
            }
            self.show(Stage::Whole(whole, news));
        });
    }

    /// Something could not be kept.
    pub fn stop(self) {
        self.trouble.set(Some(|words| words.not_kept));
    }

    /// Goes to a stage, its title taking the focus as that of a new screen does.
    pub fn show(self, stage: Stage) {
        self.trouble.set(None);
        if self.stage.try_set(stage).is_some() {
            // Somebody has gone elsewhere meanwhile.
            return;
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_soon(&["main h1"]);
    }
}

fn words_of(error: &ImportError) -> Line {
    match error {
        ImportError::NoPair | ImportError::NothingToUndo => |words| words.gone_meanwhile,
        ImportError::BackupFailed(_) => |words| words.backup_failed,
        ImportError::NotKept(_) => |words| words.not_kept,
    }
}

/// The screen.
#[component]
pub fn ImportPage() -> impl IntoView {
    let store = use_store();
    let receiving = Receiving { stage: RwSignal::new(Stage::Pick), trouble: RwSignal::new(None), store };
    move || match receiving.stage.get() {
        Stage::Pick => view! { <Pick receiving=receiving/> }.into_any(),
        Stage::Stranger(received, relation) => {
            view! { <Stranger receiving=receiving received=received relation=relation/> }.into_any()
        }
        Stage::Whose(received) => view! { <Whose receiving=receiving received=received/> }.into_any(),
        Stage::Review(received, review, same_pair) => {
            view! { <Reviewing receiving=receiving received=received review=review same_pair=same_pair/> }.into_any()
        }
        Stage::Whole(whole, news) => view! { <Whole receiving=receiving whole=whole news=news/> }.into_any(),
        Stage::NothingNew => view! { <NothingNew receiving=receiving/> }.into_any(),
        Stage::Done { changes } => view! { <Done receiving=receiving changes=changes/> }.into_any(),
        Stage::Undone => view! { <Undone/> }.into_any(),
    }
}

/// What went wrong last, among the page's content.
#[component]
pub fn Trouble(receiving: Receiving) -> impl IntoView {
    let texts = use_texts();
    move || {
        receiving.trouble.get().map(|words| {
            view! {
                <div role="alert">
                    <Notice kind=NoticeKind::Error>
                        <p>{move || words(texts.get().import())}</p>
                    </Notice>
                </div>
            }
        })
    }
}

/// The copy brings nothing.
#[component]
fn NothingNew(receiving: Receiving) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let fingerprint = store.fingerprint();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().import().nothing_title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.import().nothing_title)}</h1>
            <p class="lede">{say(|t| t.import().nothing_body)}</p>
            <p class="quiet">{move || (texts.get().import().fingerprint)(&fingerprint.get())}</p>
            <p class="actions">
                <LinkButton kind=ButtonKind::Primary href=Route::Home.href()>
                    {say(|t| t.import().to_home)}
                </LinkButton>
                <Button kind=ButtonKind::Quiet on_click=move || receiving.show(Stage::Pick)>
                    {say(|t| t.import().pick)}
                </Button>
            </p>
        </div>
    }
}

/// The copy is in: what came, what still waits, how to undo it, and giving one back.
#[component]
fn Done(receiving: Receiving, changes: u32) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let other = move || names.with(|names| names.of(store.me().get().role().other()).to_owned());
    let waiting = move || u32::try_from(store.conflicts().with(Vec::len)).unwrap_or(u32::MAX);
    let undoable = store.can_undo_import();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().import().done_title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.import().done_title)}</h1>
            <p class="lede">
                {move || (texts.get().import().done_changes)(changes)}
                {move || (waiting() > 0).then(|| format!(" {}", (texts.get().import().done_waiting)(waiting())))}
            </p>
            <Trouble receiving=receiving/>
            <p class="actions">
                <LinkButton kind=ButtonKind::Primary href=Route::Home.href()>
                    {say(|t| t.import().to_home)}
                </LinkButton>
                <Show when=move || undoable.with(Option::is_some)>
                    <Button kind=ButtonKind::Quiet on_click=move || receiving.undo()>
                        {say(|t| t.import().undo)}
                    </Button>
                </Show>
            </p>
        </div>
        <div class="split">
            <MarginNote title=say(|t| t.share().fingerprint_title)>
                <p class="fingerprint">{move || store.fingerprint().get()}</p>
                <p>{move || (texts.get().import().done_return)(&other())}</p>
                <p class="actions">
                    <LinkButton href=Route::Share.href()>{move || (texts.get().import().to_share)(&other())}</LinkButton>
                </p>
            </MarginNote>
        </div>
    }
}

/// The import was undone.
#[component]
fn Undone() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().import().undone.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.import().undone)}</h1>
            <p class="lede">{say(|t| t.import().undone_body)}</p>
            <p class="actions">
                <LinkButton kind=ButtonKind::Primary href=Route::Home.href()>
                    {say(|t| t.import().to_home)}
                </LinkButton>
            </p>
        </div>
    }
}
