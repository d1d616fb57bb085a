//! Logs that have grown are folded: the record is the same, what was replaced is still known, and no tab takes anything back.

use binome::domain::{Address, Command, Section, schema};
use binome::web::dispatch::SaveState;
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, rows, self_path};

/// Changes one field that many times.
async fn change(page: &Page, times: usize) {
    for number in 0..times {
        let address = if number % 2 == 0 { Address::Tu } else { Address::Vous };
        page.store.dispatch(Command::SetAddress(Some(address))).expect("done");
    }
    page.saved().await;
}

#[wasm_bindgen_test]
async fn a_log_that_has_grown_is_folded_and_says_the_same() {
    let page = Page::with_pair().await;
    change(&page, 600).await;
    page.store.draft(&self_path(), "Bonjour");
    page.leave(&self_path());
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    let fingerprint = page.store.fingerprint().get_untracked();
    let before = rows(Area::Log).await.len();
    assert!(before > 600);
    // What was read less than five minutes ago stays.
    assert_eq!(page.store.fold_logs_at(page.store.now().plus_minutes(4)).await, Ok(0));
    // What is added meanwhile stays too: local storage may not know of it yet.
    page.store.dispatch(Command::SayDone(Section::Meeting, binome::domain::PersonId::STUDENT, true)).expect("done");
    page.saved().await;
    let went = page.store.fold_logs_at(page.store.now().plus_minutes(6)).await.expect("folded");
    let after = rows(Area::Log).await;
    assert_eq!(after.len(), before + 1 - went);
    assert!(after.len() < 30, "{} rows", after.len());
    assert!(after.iter().any(|(key, row)| !key.contains('~') && row.contains("done-student-1")));
    // Folded once, there is nothing more to do.
    assert_eq!(page.store.fold_logs_at(page.store.now().plus_minutes(60)).await, Ok(0));
    drop(page);
    crate::support::local().clear().expect("local storage");
    let page = Page::open().await;
    let pairing = page.store.pairing().get_untracked().expect("a pair");
    assert_eq!(pairing.call.address, Some(Address::Vous));
    assert_eq!(page.self_words(), "Bonjour");
    assert!(pairing.call.done.contains(&(Section::Meeting, binome::domain::PersonId::STUDENT)));
    assert_ne!(page.store.fingerprint().get_untracked(), fingerprint, "one more was said since");
    assert!(page.store.conflicts().get_untracked().is_empty());
    // The words right under the present ones are still known: a review shows what both sides replaced.
    let rows = rows(Area::Log).await;
    assert!(rows.iter().any(|(_, row)| row.contains(r#""value":"tu""#)));
    assert!(matches!(page.store.save_state().get_untracked(), SaveState::Idle | SaveState::Saved(_)));
}

#[wasm_bindgen_test]
async fn two_tabs_that_fold_and_write_take_nothing_back() {
    let one = Page::with_pair().await;
    change(&one, 300).await;
    drop(one);
    let one = Page::open().await;
    let two = Page::open().await;
    let later = one.store.now().plus_minutes(6);
    assert!(one.store.fold_logs_at(later).await.expect("folded") > 250);
    two.store.draft(&schema::person(binome::domain::PersonId::STUDENT, "name"), "Maya");
    two.leave(&schema::person(binome::domain::PersonId::STUDENT, "name"));
    two.saved().await;
    // This tab looked at rows that the other has folded since.
    assert_eq!(two.store.fold_logs_at(later).await, Ok(0));
    let fingerprint = two.store.fingerprint().get_untracked();
    drop(one);
    drop(two);
    crate::support::local().clear().expect("local storage");
    let page = Page::open().await;
    assert_eq!(page.store.fingerprint().get_untracked(), fingerprint);
    assert_eq!(page.store.pairing().get_untracked().expect("a pair").student.name, "Maya");
}
