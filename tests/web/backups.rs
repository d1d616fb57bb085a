//! Backups of a pair, restoring one, and the file of the whole browser.

use binome::document::backup::Reason;
use binome::document::review::Choice;
use binome::domain::person::IntroPrompt;
use binome::domain::{Address, Command, PersonId, Role, schema};
use binome::web::dispatch::{ImportError, WholeNews};
use binome::web::storage::database::{Area, Op};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Misbehaving, Page, empty, rows, self_path, started_elsewhere, write};

fn address(page: &Page) -> Option<Address> {
    page.store.pairing().get_untracked().expect("a pair").call.address
}

async fn until_backups(count: usize) {
    for _ in 0..200 {
        if rows(Area::Backups).await.len() == count {
            return;
        }
        binome::web::platform::timer::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("{:?}", rows(Area::Backups).await.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>());
}

#[wasm_bindgen_test]
async fn one_backup_a_day_is_made_when_a_pair_is_opened() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    until_backups(1).await;
    drop(page);
    let page = Page::open().await;
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    binome::web::platform::timer::sleep(std::time::Duration::from_millis(200)).await;
    until_backups(1).await;
    let backups = page.store.backups().await.expect("a list");
    assert_eq!((backups.len(), backups[0].reason), (1, Reason::Daily));
    assert!(rows(Area::Backups).await[0].1.contains("Bonjour"));
}

#[wasm_bindgen_test]
async fn a_backup_is_looked_at_restored_as_new_writing_and_undone() {
    let page = Page::with_pair().await;
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    until_backups(1).await;
    page.store.dispatch(Command::SetAddress(Some(Address::Vous))).expect("done");
    page.type_in(&self_path(), "Depuis");
    page.leave(&self_path());
    let backup = page.store.open_backup(&page.store.backups().await.expect("a list")[0]).await.expect("it reads");
    let review = page.store.preview(&backup, false).expect("a pair");
    assert_eq!((review.counts().changed, review.nothing_new), (2, false));
    assert_eq!(address(&page), Some(Address::Vous));
    page.store.restore(backup.clone(), false).await.expect("restored");
    assert_eq!((address(&page), page.self_words().as_str()), (Some(Address::Tu), ""));
    assert!(page.store.preview(&backup, false).expect("a pair").nothing_new);
    let reasons: Vec<_> = page.store.backups().await.expect("a list").iter().map(|backup| backup.reason).collect();
    assert_eq!(reasons, [Reason::Restore, Reason::Daily]);
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(address(&page), Some(Address::Tu));
    page.store.turn(true).await.expect("no trouble").expect("something to undo");
    assert_eq!((address(&page), page.self_words().as_str()), (Some(Address::Vous), "Depuis"));
    assert!(page.store.conflicts().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn nothing_is_restored_nor_removed_when_the_backup_before_it_fails() {
    let page = Page::with_pair().await;
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    until_backups(1).await;
    page.store.dispatch(Command::SetAddress(Some(Address::Vous))).expect("done");
    page.saved().await;
    let backup = page.store.open_backup(&page.store.backups().await.expect("a list")[0]).await.expect("it reads");
    let _failing = Misbehaving::now(
        "window.__commit = IDBTransaction.prototype.commit;
         IDBTransaction.prototype.commit = function () { this.abort(); };",
        "IDBTransaction.prototype.commit = window.__commit;",
    );
    let outcome = page.store.restore(backup, false).await;
    assert!(matches!(outcome, Err(ImportError::BackupFailed(_))), "{outcome:?}");
    let outcome = page.store.retire().await;
    assert!(matches!(outcome, Err(ImportError::BackupFailed(_))), "{outcome:?}");
    assert_eq!(address(&page), Some(Address::Vous));
    assert_eq!(page.store.pairs().get_untracked().len(), 1);
}

#[wasm_bindgen_test]
async fn a_full_backup_brings_an_emptied_browser_back() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.store.start_pair("Karim", "Nadia", 30, Role::Mentor).expect("a pair");
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.store.keep_profile(|profile| profile.say(IntroPrompt::Story, "Dix ans de web."));
    let (name, text, unread) = page.store.full_backup().await;
    assert_eq!(unread, 0);
    assert!(name.starts_with("binome-sauvegarde-complete-"), "{name}");
    drop(page);
    empty().await;
    let page = Page::open().await;
    let whole = page.store.read_whole(text.as_bytes()).expect("read");
    assert_eq!(whole.pairs.len(), 2);
    for pair in &whole.pairs {
        assert_eq!(page.store.whole_news(pair).await, WholeNews::New);
    }
    assert_eq!(page.store.profile_news(&whole), Some(true));
    page.store.restore_whole(whole.clone()).await.expect("back");
    assert_eq!(page.store.profile_news(&whole), Some(false));
    for pair in &whole.pairs {
        assert_eq!(page.store.whole_news(pair).await, WholeNews::Nothing);
    }
    // A second time changes nothing.
    let before = page.store.full_backup().await.1;
    page.store.restore_whole(whole).await.expect("nothing new");
    assert_eq!(page.store.full_backup().await.1, before);
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    let known = page.store.pairs().get_untracked();
    let mut people: Vec<_> = known.iter().map(|pair| (pair.student.as_str(), pair.me)).collect();
    people.sort_unstable();
    assert_eq!(people, [("Karim", PersonId::STUDENT), ("Nadia", PersonId::MENTOR)]);
    assert_eq!(page.store.full_backup().await.1, text);
}

#[wasm_bindgen_test]
async fn a_removed_pair_leaves_the_list_and_can_be_put_back() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.saved().await;
    page.store.retire().await.expect("removed");
    assert!(page.store.pairing().get_untracked().is_none());
    assert!(page.store.pairs().get_untracked().is_empty());
    drop(page);
    let page = Page::open().await;
    assert!(page.store.pairing().get_untracked().is_none() && page.store.pairs().get_untracked().is_empty());
    assert!(page.store.lost().get_untracked().is_none());
    let retired = page.store.retired().get_untracked();
    assert_eq!((retired.len(), retired[0].pair.mentor.as_str()), (1, "Léa"));
    page.store.open_pair(retired[0].pair.id.clone()).await;
    assert_eq!(page.self_words(), "Bonjour");
    assert!(page.store.retired().get_untracked().is_empty());
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.self_words(), "Bonjour");
}

#[wasm_bindgen_test]
async fn after_thirty_days_a_removed_pair_is_erased_with_its_backups() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Secret");
    page.saved().await;
    let id = page.store.pairs().get_untracked()[0].id.clone();
    page.store.retire().await.expect("removed");
    drop(page);
    write(Op::Put(Area::Meta, format!("retired/{id}"), "2020-01-01T00:00:00Z".to_owned())).await;
    let page = Page::open().await;
    let retired = page.store.retired();
    crate::support::until("erased", || retired.get_untracked().is_empty()).await;
    until_backups(0).await;
    drop(page);
    let page = Page::open().await;
    assert!(page.store.pairs().get_untracked().is_empty());
    assert!(rows(Area::Log).await.is_empty());
}

#[wasm_bindgen_test]
async fn a_pair_removed_in_one_tab_leaves_the_list_of_the_other() {
    let one = Page::with_pair().await;
    let two = Page::open().await;
    one.store.retire().await.expect("removed");
    let pairs = two.store.pairs();
    crate::support::until("heard", || pairs.get_untracked().is_empty()).await;
    assert_eq!(two.store.retired().get_untracked().len(), 1);
    two.store.open_pair(two.store.retired().get_untracked()[0].pair.id.clone()).await;
    let pairs = one.store.pairs();
    crate::support::until("heard back", || pairs.get_untracked().len() == 1).await;
}

/// Both people had started the pair: its name becomes the smaller of the two, and what was kept under the other is still its own.
#[wasm_bindgen_test]
async fn backups_made_before_the_pair_took_another_name_are_still_there() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.saved().await;
    let id = page.store.pairs().get_untracked()[0].id.clone();
    page.store.import(started_elsewhere(&page), vec![Choice::SamePair]).await.expect("taken in");
    let renamed = page.store.pairs().get_untracked()[0].id.clone();
    assert_ne!(renamed, id);
    for _ in 0..2 {
        let backups = page.store.backups().await.expect("a list");
        assert_eq!(backups.iter().map(|backup| backup.reason).collect::<Vec<_>>(), [Reason::Import]);
        let before = page.store.open_backup(&backups[0]).await.expect("it reads");
        assert_eq!(before.pair(), &id);
    }
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.store.backups().await.expect("a list").len(), 1);
}

/// A full backup that does not hold everything says so.
#[wasm_bindgen_test]
async fn a_pair_that_cannot_be_read_is_counted_beside_the_full_backup() {
    let page = Page::with_pair().await;
    page.store.start_pair("Karim", "Nadia", 30, Role::Mentor).expect("a pair");
    page.saved().await;
    let first =
        page.store.pairs().get_untracked().into_iter().find(|pair| pair.student == "Karim").expect("the pair").id;
    drop(page);
    // Only the database has it, as after fifty others were opened; then the database stops answering.
    for key in crate::support::local_keys() {
        if key.starts_with(&format!("binome:{first}:")) && !key.ends_with("~summary") {
            crate::support::local().remove_item(&key).expect("removed");
        }
    }
    let page = Page::open().await;
    let _failing = Misbehaving::now(
        "window.__get = IDBObjectStore.prototype.getAllKeys;
         IDBObjectStore.prototype.getAllKeys = function () { throw new DOMException('no', 'UnknownError'); };",
        "IDBObjectStore.prototype.getAllKeys = window.__get;",
    );
    let (_, text, unread) = page.store.full_backup().await;
    assert_eq!(unread, 1);
    assert!(text.contains("Nadia") && !text.contains("Karim\n"));
}

/// A first name left empty stays a draft; then a copy is taken in that gives the pair another name, and the first name is typed.
#[wasm_bindgen_test]
async fn what_is_being_typed_while_the_pair_takes_another_name_is_kept_once() {
    let page = Page::with_pair().await;
    let name = schema::person(PersonId::STUDENT, schema::name::NAME);
    page.store.draft(&name, "");
    page.saved().await;
    let under = rows(Area::Drafts).await.remove(0).0;
    page.store.import(started_elsewhere(&page), vec![Choice::SamePair]).await.expect("taken in");
    assert!(!under.starts_with(page.store.pairs().get_untracked()[0].id.as_str()));
    page.type_in(&name, "Karim-Ali");
    page.leave(&name);
    page.saved().await;
    assert_eq!(rows(Area::Drafts).await, Vec::new());
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").student.name, "Karim-Ali");
    assert!(page.store.conflicts().get_untracked().is_empty());
}
