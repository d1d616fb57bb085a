//! Taking in a file: a copy first, everything or nothing, and back.

use binome::document::Incoming;
use binome::document::review::Relation;
use binome::domain::{Address, Command, Role, Section};
use binome::web::dispatch::{ImportError, Imported};
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, empty, local, rows, self_path};

/// What the other of the pair sends back: the copy of `page`, taken over in an empty browser, with some words more.
/// Empties this browser, then puts `page`'s copy back in it, as the same pair.
async fn answer(page: Page) -> (Page, Incoming) {
    let (_, mine) = page.store.export();
    drop(page);
    empty().await;
    let theirs = Page::open().await;
    let incoming = theirs.store.read_file(mine.as_bytes()).expect("a file");
    theirs.store.adopt(incoming, Role::Mentor).await.expect("taken over");
    assert_eq!(theirs.store.me().get_untracked(), binome::domain::PersonId::MENTOR);
    theirs.type_in(&self_path(), "Écrit chez Léa");
    theirs.leave(&self_path());
    theirs.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    let (_, text) = theirs.store.export();
    drop(theirs);
    empty().await;
    let page = Page::open().await;
    let own = page.store.read_file(mine.as_bytes()).expect("a file");
    page.store.adopt(own, Role::Student).await.expect("taken over");
    let incoming = page.store.read_file(text.as_bytes()).expect("a file");
    (page, incoming)
}

#[wasm_bindgen_test]
async fn an_import_brings_what_the_review_said_and_keeps_it() {
    let (page, incoming) = answer(Page::with_pair().await).await;
    let review = page.store.review(&incoming);
    assert_eq!(review.relation, Relation::Same);
    assert!(!review.nothing_new);
    assert_eq!(page.store.import(incoming.clone(), Vec::new()).await, Ok(Imported::Done));
    assert_eq!(page.self_words(), "Écrit chez Léa");
    assert!(page.store.review(&incoming).nothing_new);
    assert_eq!(page.store.import(incoming, Vec::new()).await, Ok(Imported::NothingNew));
    assert_eq!(rows(Area::Backups).await.len(), 1);
    drop(page);
    local().clear().expect("cleared");
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Écrit chez Léa");
}

#[wasm_bindgen_test]
async fn an_import_stops_when_its_backup_fails() {
    let (page, incoming) = answer(Page::with_pair().await).await;
    let before = page.store.fingerprint().get_untracked();
    {
        let _failing = Misbehaving::now(
            "window.__commit = IDBTransaction.prototype.commit;
             IDBTransaction.prototype.commit = function () { this.abort(); };",
            "IDBTransaction.prototype.commit = window.__commit;",
        );
        let outcome = page.store.import(incoming.clone(), Vec::new()).await;
        assert!(matches!(outcome, Err(ImportError::BackupFailed(_))), "{outcome:?}");
    }
    assert_eq!(page.store.fingerprint().get_untracked(), before);
    assert_eq!(page.self_words(), "");
    assert_eq!(page.store.import(incoming, Vec::new()).await, Ok(Imported::Done));
}

#[wasm_bindgen_test]
async fn undoing_an_import_puts_back_what_was_and_keeps_what_was_done_since() {
    let (page, incoming) = answer(Page::with_pair().await).await;
    assert_eq!(page.store.can_undo_import().get_untracked(), None);
    page.store.import(incoming, Vec::new()).await.expect("imported");
    page.store.dispatch(Command::SayDone(Section::Meeting, binome::domain::PersonId::STUDENT, true)).expect("done");
    page.saved().await;
    drop(page);
    // Also after the page was opened again.
    let page = Page::open().await;
    assert!(page.store.can_undo_import().get_untracked().is_some());
    assert_eq!(page.self_words(), "Écrit chez Léa");
    page.store.undo_import().await.expect("undone");
    let check = |page: &Page| {
        let pairing = page.store.pairing().get_untracked().expect("a pair");
        assert_eq!(page.self_words(), "");
        assert_eq!(pairing.call.address, None);
        assert!(pairing.call.done.contains(&(Section::Meeting, binome::domain::PersonId::STUDENT)));
        assert_eq!(page.store.can_undo_import().get_untracked(), None);
    };
    check(&page);
    assert_eq!(page.store.undo_import().await, Err(ImportError::NothingToUndo));
    drop(page);
    let page = Page::open().await;
    check(&page);
    drop(page);
    local().clear().expect("cleared");
    check(&Page::open().await);
}

#[wasm_bindgen_test]
async fn what_is_done_and_typed_while_an_import_is_undone_stays() {
    let (page, incoming) = answer(Page::with_pair().await).await;
    page.store.import(incoming, Vec::new()).await.expect("imported");
    let path =
        binome::domain::schema::intro(binome::domain::PersonId::STUDENT, binome::domain::person::IntroPrompt::Why);
    let store = page.store;
    let typed = path.clone();
    leptos::task::spawn_local(async move {
        store.dispatch(Command::SayDone(Section::Helps, binome::domain::PersonId::STUDENT, true)).expect("done");
        store.draft(&typed, "Pendant ce temps");
    });
    page.store.undo_import().await.expect("undone");
    assert_eq!(page.store.text(&path), "Pendant ce temps");
    page.leave(&path);
    page.saved().await;
    drop(page);
    local().clear().expect("cleared");
    let page = Page::open().await;
    let pairing = page.store.pairing().get_untracked().expect("a pair");
    assert!(pairing.call.done.contains(&(Section::Helps, binome::domain::PersonId::STUDENT)));
    assert_eq!(page.store.text(&path), "Pendant ce temps");
    assert_eq!(page.self_words(), "");
}

#[wasm_bindgen_test]
async fn another_pairs_file_becomes_another_pair() {
    let page = Page::with_pair().await;
    let (_, file) = page.store.export();
    drop(page);
    let page = Page::with_pair().await;
    let incoming = page.store.read_file(file.as_bytes()).expect("a file");
    assert!(matches!(page.store.review(&incoming).relation, Relation::StartedTwice { .. }));
    page.store.adopt(incoming, Role::Mentor).await.expect("taken over");
    assert_eq!(page.store.pairs().get_untracked().len(), 2);
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.store.pairs().get_untracked().len(), 2);
}

#[wasm_bindgen_test]
async fn a_pair_started_twice_becomes_one_and_stays_one() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Écrit ailleurs");
    let (_, file) = page.store.export();
    drop(page);
    let page = Page::with_pair().await;
    let incoming = page.store.read_file(file.as_bytes()).expect("a file");
    let choices = vec![binome::document::review::Choice::SamePair];
    page.store.import(incoming, choices).await.expect("imported");
    let print = page.store.fingerprint().get_untracked();
    assert_eq!(page.self_words(), "Écrit ailleurs");
    assert_eq!(page.store.pairs().get_untracked().len(), 1);
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    let printed = page.store.fingerprint().get_untracked();
    assert_ne!(printed, print);
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.store.fingerprint().get_untracked(), printed);
    assert_eq!(page.store.pairs().get_untracked().len(), 1);
    assert_eq!(page.store.me().get_untracked(), binome::domain::PersonId::STUDENT);
    page.store.undo_import().await.expect("undone");
    assert_eq!(page.self_words(), "");
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.self_words(), "");
    assert_eq!(page.store.pairs().get_untracked().len(), 1);
    let pairing = page.store.pairing().get_untracked().expect("a pair");
    assert_eq!(pairing.call.address, Some(Address::Tu));
}
