//! Undoing and doing again: whatever was done, undoing all of it shows what was before, doing it again shows what was after; and
//! nobody else's words go.

use binome::document::history::{Before, History, Seen, What};
use binome::document::{Document, Draft};
use binome::domain::{Change, Path, RecordKey, Value};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

use super::support::{at, karim, lea, pair, path, put, shown, started, write};

const NOW: &str = "2026-12-01T10:00:00Z";
const PATHS: [&str; 5] = ["goal/g1/what", "goal/g1/why", "goal/g2/what", "person/mentor-1/name", "question/q1/settled"];

/// Does something and remembers it.
fn act(document: &mut Document, history: &mut History, changes: &[Change]) {
    let before = Before::of_changes(document, changes);
    let edits = document.apply(changes, &karim(), at(NOW));
    if let Some(what) = before.what(document, &edits) {
        history.note(fresh_key(), what);
    }
}

fn fresh_key() -> String {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static LAST: AtomicUsize = AtomicUsize::new(0);
    format!("{:09}", LAST.fetch_add(1, Ordering::Relaxed))
}

fn undo(document: &mut Document, history: &mut History) -> binome::document::history::Turned {
    history.turn(true, document, &karim(), at(NOW)).expect("something to undo")
}

fn redo(document: &mut Document, history: &mut History) -> binome::document::history::Turned {
    history.turn(false, document, &karim(), at(NOW)).expect("something to do again")
}

/// What every field says: all versions where there are several; nothing where it is empty.
fn says(document: &Document) -> BTreeMap<Path, BTreeSet<String>> {
    let values = |field: &binome::document::Field| {
        field.heads().values().map(|edit| format!("{:?}", edit.value)).collect::<BTreeSet<_>>()
    };
    let fields = document.fields().map(|(path, field)| (path.clone(), values(field)));
    let nothing = BTreeSet::from([format!("{:?}", Value::Null)]);
    fields.filter(|(_, said)| *said != nothing).collect()
}

#[test]
fn what_was_written_is_undone_and_done_again() {
    let mut document = started();
    let mut history = History::default();
    act(&mut document, &mut history, &[put("goal/g1/what", "rédige 8 cas")]);
    let turned = undo(&mut document, &mut history);
    assert_eq!(shown(&document, "goal/g1/what"), Some(&Value::from("rédige 5 cas")));
    assert_eq!((turned.seen, turned.beside), (Seen::Field(path("goal/g1/what")), 0));
    assert!(document.conflicts().is_empty());
    assert!(history.undoable().is_none());
    redo(&mut document, &mut history);
    assert_eq!(shown(&document, "goal/g1/what"), Some(&Value::from("rédige 8 cas")));
    assert!(document.conflicts().is_empty());
    assert!(history.redoable().is_none());
}

#[test]
fn a_removed_record_comes_back_whole() {
    let mut document = started();
    let before = says(&document);
    let mut history = History::default();
    act(&mut document, &mut history, &[Change::Remove(RecordKey::new("goal", "g1"))]);
    assert!(!document.is_live(&RecordKey::new("goal", "g1")));
    let turned = undo(&mut document, &mut history);
    assert_eq!(turned.seen, Seen::Record { record: RecordKey::new("goal", "g1"), is_live: true });
    assert_eq!(says(&document), before);
    let turned = redo(&mut document, &mut history);
    assert_eq!(turned.seen, Seen::Record { record: RecordKey::new("goal", "g1"), is_live: false });
    assert!(!document.is_live(&RecordKey::new("goal", "g1")));
}

#[test]
fn over_what_somebody_else_wrote_since_both_are_shown() {
    let mut document = started();
    let mut history = History::default();
    act(&mut document, &mut history, &[put("goal/g1/what", "rédige 8 cas")]);
    write(&mut document, "goal/g1/what", "rédige 3 cas", &lea(), "2026-12-01T09:00:00Z");
    let turned = undo(&mut document, &mut history);
    assert_eq!(turned.beside, 1);
    let conflicts = document.conflicts();
    let said: BTreeSet<_> = conflicts[0].heads.iter().filter_map(|(_, edit)| edit.value.text()).collect();
    assert_eq!(said, BTreeSet::from(["rédige 3 cas", "rédige 5 cas"]));
}

#[test]
fn somebody_who_put_the_same_back_leaves_nothing_to_undo_and_doing_it_again_shows_both() {
    let mut document = started();
    let mut history = History::default();
    act(&mut document, &mut history, &[put("goal/g1/what", "rédige 8 cas")]);
    write(&mut document, "goal/g1/what", "rédige 5 cas", &lea(), "2026-12-01T09:00:00Z");
    let turned = undo(&mut document, &mut history);
    assert_eq!((turned.edits.len(), turned.beside), (0, 0));
    assert_eq!(redo(&mut document, &mut history).beside, 1);
    assert_eq!(document.conflicts()[0].heads.len(), 2);
}

#[test]
fn a_choice_between_two_versions_is_undone_to_both() {
    let mut document = started();
    let mut hers = document.clone();
    write(&mut document, "goal/g1/what", "huit", &karim(), "2026-11-30T09:00:00Z");
    write(&mut hers, "goal/g1/what", "trois", &lea(), "2026-11-30T09:00:00Z");
    document.join(&hers);
    let before = says(&document);
    let mut history = History::default();
    act(&mut document, &mut history, &[put("goal/g1/what", "huit")]);
    assert!(document.conflicts().is_empty());
    let turned = undo(&mut document, &mut history);
    assert_eq!((says(&document), turned.beside), (before, 0));
    redo(&mut document, &mut history);
    assert!(document.conflicts().is_empty());
}

#[test]
fn words_sealed_beside_what_came_in_meanwhile_go_and_what_came_in_stays() {
    let mut document = started();
    let field = path("goal/g1/what");
    let draft = Draft {
        path: field.clone(),
        text: "les miens".into(),
        seen: document.head_ids(&field),
        author: karim(),
        at: at(NOW),
    };
    write(&mut document, "goal/g1/what", "venus entre-temps", &lea(), "2026-12-01T09:00:00Z");
    let mut history = History::default();
    let before = Before::of_paths(&document, [field.clone()]);
    let edit = document.seal(&draft).expect("new words");
    history.note(fresh_key(), before.what(&document, &[edit]).expect("done"));
    assert_eq!(document.conflicts().len(), 1);
    undo(&mut document, &mut history);
    assert!(document.conflicts().is_empty());
    assert_eq!(shown(&document, "goal/g1/what"), Some(&Value::from("venus entre-temps")));
}

#[test]
fn something_new_ends_what_could_be_done_again_and_200_are_kept() {
    let mut document = Document::new(pair("k-0pair"));
    let mut history = History::default();
    for number in 0..250_i64 {
        act(&mut document, &mut history, &[put("goal/g1/minutes", Value::Int(number))]);
    }
    let mut undone = 0;
    while history.undoable().is_some() {
        undo(&mut document, &mut history);
        undone += 1;
    }
    assert_eq!((undone, shown(&document, "goal/g1/minutes")), (History::KEPT, Some(&Value::Int(49))));
    redo(&mut document, &mut history);
    act(&mut document, &mut history, &[put("goal/g1/minutes", Value::Int(1_000))]);
    assert!(history.redoable().is_none());
}

#[test]
fn one_import_is_remembered_and_what_was_done_before_an_earlier_one_is_not() {
    let mut document = started();
    let mut history = History::default();
    act(&mut document, &mut history, &[put("goal/g1/what", "un")]);
    assert!(history.note("1".into(), What::Import).is_empty());
    assert!(history.turn(true, &mut document, &karim(), at(NOW)).is_none());
    let forgotten = history.note("2".into(), What::Import);
    assert_eq!(forgotten.len(), 2);
    assert_eq!(history.turn_import(true).as_deref(), Some("2"));
    assert!(history.undoable().is_none());
    assert_eq!(history.redoable().map(|deed| deed.key.as_str()), Some("2"));
}

#[test]
fn of_two_rows_of_one_deed_the_first_counts() {
    let mut document = started();
    let mut history = History::default();
    act(&mut document, &mut history, &[put("goal/g1/what", "rédige 8 cas")]);
    let before = history.undoable().cloned().expect("a deed");
    undo(&mut document, &mut history);
    let undone = history.redoable().cloned().expect("the same deed");
    let known = History::of(vec![undone.clone(), before.clone()]);
    assert!(known.undoable().is_none(), "it was undone");
    assert_eq!(known.redoable(), Some(&undone));
    assert_eq!(History::of(vec![before.clone(), undone]).undoable(), Some(&before));
}

#[derive(Clone, Debug)]
enum Act {
    Write(usize, u8),
    Remove(usize),
    Undo,
    Redo,
    Foreign(usize, u8),
    Reload,
}

fn an_act(foreign: bool) -> impl Strategy<Value = Act> {
    let weight = u32::from(foreign) * 3;
    prop_oneof![
        5 => (0..PATHS.len(), 0..4_u8).prop_map(|(field, value)| Act::Write(field, value)),
        1 => (0..PATHS.len()).prop_map(Act::Remove),
        3 => Just(Act::Undo),
        3 => Just(Act::Redo),
        weight => (0..PATHS.len(), 0..4_u8).prop_map(|(field, value)| Act::Foreign(field, value)),
        1 => Just(Act::Reload),
    ]
}

fn reload(history: &History) -> History {
    let mut deeds = Vec::new();
    let mut left = history.clone();
    while let Some(deed) = left.undoable().or(left.redoable()).cloned() {
        left.forget(&deed.key);
        let text = serde_json::to_string(&deed).expect("JSON");
        deeds.push(serde_json::from_str(&text).expect("read back"));
    }
    History::of(deeds)
}

proptest! {
    #[test]
    fn undoing_shows_what_was_before_and_doing_again_what_was_after(acts in prop::collection::vec(an_act(false), 1..40)) {
        let mut document = started();
        let mut history = History::default();
        // What every field says after each thing that is done and not undone.
        let mut states = vec![says(&document)];
        let mut later = Vec::new();
        for act_now in acts {
            match act_now {
                Act::Write(field, value) => {
                    let before = says(&document);
                    act(&mut document, &mut history, &[put(PATHS[field], Value::Int(value.into()))]);
                    if says(&document) != before { states.push(says(&document)); later.clear(); }
                }
                Act::Remove(field) => {
                    let before = says(&document);
                    act(&mut document, &mut history, &[Change::Remove(path(PATHS[field]).record())]);
                    if says(&document) != before { states.push(says(&document)); later.clear(); }
                }
                Act::Undo if history.undoable().is_some() => {
                    let turned = undo(&mut document, &mut history);
                    prop_assert_eq!(turned.beside, 0);
                    later.push(states.pop().expect("a state"));
                    prop_assert_eq!(&says(&document), states.last().expect("a state"));
                }
                Act::Redo if history.redoable().is_some() => {
                    redo(&mut document, &mut history);
                    states.push(later.pop().expect("a state"));
                    prop_assert_eq!(&says(&document), states.last().expect("a state"));
                }
                Act::Reload => history = reload(&history),
                Act::Undo | Act::Redo | Act::Foreign(..) => {}
            }
            prop_assert!(document.conflicts().is_empty());
        }
    }

    #[test]
    fn nobody_elses_words_go_when_something_is_undone(acts in prop::collection::vec(an_act(true), 1..60)) {
        let mut document = started();
        let mut history = History::default();
        for (number, act_now) in acts.into_iter().enumerate() {
            let before = document.clone();
            match act_now {
                Act::Write(field, value) => act(&mut document, &mut history, &[put(PATHS[field], Value::Int(value.into()))]),
                Act::Remove(field) => {
                    act(&mut document, &mut history, &[Change::Remove(path(PATHS[field]).record())]);
                }
                Act::Foreign(field, value) => {
                    let moment = format!("2026-12-02T10:00:{:02}Z", number % 60);
                    document.apply(&[put(PATHS[field], Value::Int(i64::from(value) + 100))], &lea(), at(&moment));
                }
                Act::Undo | Act::Redo => {
                    let undo = matches!(act_now, Act::Undo);
                    history.turn(undo, &mut document, &karim(), at(NOW));
                    for (field, stood) in before.fields() {
                        let now = document.field(field).expect("fields stay");
                        for (id, edit) in stood.heads().iter().filter(|(_, edit)| edit.by == lea()) {
                            prop_assert!(now.heads().contains_key(id), "{} of {field:?} is gone", edit.at);
                        }
                    }
                }
                Act::Reload => history = reload(&history),
            }
        }
        // What is kept can be read again.
        let text = serde_json::to_string(&document).expect("JSON");
        prop_assert_eq!(&serde_json::from_str::<Document>(&text).expect("read back"), &document);
    }
}
