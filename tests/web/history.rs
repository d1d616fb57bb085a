//! Undo and redo in the page: across reloads, over other tabs' words, imports included; and at what cost.

use binome::document::history::Seen;
use binome::document::review::Choice;
use binome::domain::{Address, Command, GoalId, RecordKey, Role, schema};
use binome::web::dispatch::{EraseScope, Imported, Turn, Turns};
use binome::web::storage::database::Area;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Page, rows, self_path, started_elsewhere, until};

fn address(page: &Page) -> Option<Address> {
    page.store.pairing().get_untracked().expect("a pair").call.address
}

async fn turn(page: &Page, undo: bool) -> binome::web::dispatch::Told {
    page.store.turn(undo).await.expect("no trouble").expect("something to turn")
}

#[wasm_bindgen_test]
async fn what_was_done_is_undone_and_done_again() {
    let page = Page::with_pair().await;
    assert_eq!(page.store.turns().get_untracked(), Turns::default());
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.store.dispatch(Command::SetAddress(Some(Address::Vous))).expect("done");
    let told = turn(&page, true).await;
    assert_eq!(address(&page), Some(Address::Tu));
    assert_eq!((told.turn, told.beside), (Turn::Undone, 0));
    assert_eq!(told.seen, Seen::Field(schema::pair("address")));
    assert_eq!(page.store.turns().get_untracked(), Turns { undo: true, redo: true });
    turn(&page, true).await;
    assert_eq!(address(&page), None);
    turn(&page, false).await;
    turn(&page, false).await;
    assert_eq!(address(&page), Some(Address::Vous));
    assert_eq!(page.store.turn(false).await, Ok(None));
    assert!(page.store.conflicts().get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn what_was_typed_and_what_was_undone_can_be_turned_after_a_reload() {
    let page = Page::with_pair().await;
    page.type_in(&self_path(), "Un");
    page.leave(&self_path());
    page.type_in(&self_path(), "Deux");
    page.leave(&self_path());
    turn(&page, true).await;
    assert_eq!(page.self_words(), "Un");
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.store.turns().get_untracked(), Turns { undo: true, redo: true });
    turn(&page, false).await;
    assert_eq!(page.self_words(), "Deux");
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    turn(&page, true).await;
    turn(&page, true).await;
    assert_eq!(page.self_words(), "");
    assert!(page.store.conflicts().get_untracked().is_empty());
    // What stands in the field is what someone who types there now replaces.
    assert_eq!(page.store.text(&self_path()), "");
    page.type_in(&self_path(), "Trois");
    page.leave(&self_path());
    assert!(page.store.conflicts().get_untracked().is_empty());
    assert_eq!(page.store.turns().get_untracked(), Turns { undo: true, redo: false });
}

#[wasm_bindgen_test]
async fn a_removed_goal_is_told_and_comes_back_with_its_words() {
    let page = Page::with_pair().await;
    let goal = GoalId::parse("g1").expect("an id");
    let what = schema::goal(&goal, "what");
    page.store.dispatch(Command::AddGoal(goal.clone())).expect("done");
    page.store.dispatch(Command::Write(what, "rédige 5 cas".into())).expect("done");
    assert!(page.store.told().get_untracked().is_none());
    page.store.dispatch(Command::RemoveGoal(goal.clone())).expect("done");
    let told = page.store.told().get_untracked().expect("told");
    let record = RecordKey::new("goal", "g1");
    assert_eq!((told.turn, &told.seen), (Turn::Done, &Seen::Record { record: record.clone(), is_live: false }));
    let told = turn(&page, true).await;
    assert_eq!(told.seen, Seen::Record { record, is_live: true });
    let goals = page.store.pairing().get_untracked().expect("a pair").goals.clone();
    assert_eq!((goals.len(), goals[0].what.as_str()), (1, "rédige 5 cas"));
    // Anything else ends it.
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    assert!(page.store.told().get_untracked().is_none());
}

#[wasm_bindgen_test]
async fn another_tabs_words_stay_when_mine_are_undone() {
    let one = Page::with_pair().await;
    let two = Page::open().await;
    one.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    until("heard", || address(&two) == Some(Address::Tu)).await;
    two.store.dispatch(Command::SetAddress(Some(Address::Vous))).expect("done");
    until("heard", || address(&one) == Some(Address::Vous)).await;
    let told = turn(&one, true).await;
    assert_eq!(told.beside, 1);
    let conflicts = one.store.conflicts().get_untracked();
    assert_eq!((conflicts.len(), conflicts[0].heads.len()), (1, 2));
}

#[wasm_bindgen_test]
async fn an_import_is_undone_and_done_again_like_anything_else() {
    let page = Page::with_pair().await;
    let (_, file) = page.store.export();
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    let (_, later) = page.store.export();
    turn(&page, true).await;
    let incoming = page.store.read_file(later.as_bytes()).expect("read");
    assert_ne!(file, later);
    // The copy has the answer that was undone here: what undoing wrote stands over it, so nothing is new in it.
    assert_eq!(page.store.import(incoming, Vec::new()).await, Ok(Imported::NothingNew));
    drop(page);

    let karim = Page::with_pair().await;
    let (_, file) = karim.store.export();
    drop(karim);
    let lea = Page::fresh().await;
    let incoming = lea.store.read_file(file.as_bytes()).expect("read");
    lea.store.adopt(incoming, Role::Mentor).await.expect("adopted");
    lea.store.dispatch(Command::SetAddress(Some(Address::Vous))).expect("done");
    let (_, hers) = lea.store.export();
    drop(lea);
    let karim = Page::fresh().await;
    let incoming = karim.store.read_file(file.as_bytes()).expect("read");
    karim.store.adopt(incoming, Role::Student).await.expect("adopted");
    let incoming = karim.store.read_file(hers.as_bytes()).expect("read");
    assert_eq!(karim.store.import(incoming, Vec::new()).await, Ok(Imported::Done));
    assert_eq!(address(&karim), Some(Address::Vous));
    karim.type_in(&self_path(), "Depuis");
    karim.leave(&self_path());
    karim.saved().await;
    drop(karim);
    let karim = Page::open().await;
    turn(&karim, true).await;
    assert_eq!(karim.self_words(), "");
    assert_eq!(turn(&karim, true).await.seen, Seen::Import);
    assert_eq!(address(&karim), None);
    assert!(karim.store.can_undo_import().get_untracked().is_none());
    karim.saved().await;
    drop(karim);
    let karim = Page::open().await;
    assert_eq!(turn(&karim, false).await.seen, Seen::Import);
    assert_eq!(address(&karim), Some(Address::Vous));
    turn(&karim, false).await;
    assert_eq!(karim.self_words(), "Depuis");
    assert!(karim.store.can_undo_import().get_untracked().is_some());
}

#[wasm_bindgen_test]
async fn a_deed_costs_one_small_row_and_only_the_last_200_are_kept() {
    let page = Page::with_pair().await;
    for number in 0..210_u32 {
        page.store.dispatch(Command::SetCallMinutes(10 + number)).expect("done");
    }
    page.saved().await;
    let kept = rows(Area::History).await;
    assert_eq!(kept.len(), 200);
    assert!(kept.iter().all(|(_, row)| row.len() < 400), "{}", kept[0].1);
    page.store.erase(EraseScope::ThisPair).await.expect("erased");
    assert!(rows(Area::History).await.is_empty());
}

/// Both people had started the pair, and its name becomes the smaller of the two: what is undone from then on stays undone, and what is
/// forgotten stays forgotten.
#[wasm_bindgen_test]
async fn what_was_done_before_the_pair_took_another_name_is_undone_once() {
    let page = Page::with_pair().await;
    page.store.dispatch(Command::SetAddress(Some(Address::Tu))).expect("done");
    page.store.dispatch(Command::SetAddress(Some(Address::Vous))).expect("done");
    page.saved().await;
    let theirs = started_elsewhere(&page);
    page.store.import(theirs, vec![Choice::SamePair]).await.expect("taken in");
    page.saved().await;
    let id = page.store.pairs().get_untracked()[0].id.clone();
    let of_it = |rows: Vec<(String, String)>| rows.iter().all(|(key, _)| key.starts_with(&format!("{id}/")));
    assert!(of_it(rows(Area::History).await));
    // The import, then the second thing done: the pair goes by its first name again.
    turn(&page, true).await;
    turn(&page, true).await;
    assert_eq!(address(&page), Some(Address::Tu));
    page.saved().await;
    drop(page);
    let page = Page::open().await;
    turn(&page, true).await;
    assert_eq!(address(&page), None, "what was undone is not undone again");
    page.saved().await;
    assert_eq!(rows(Area::History).await.len(), 3);
}
