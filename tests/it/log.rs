//! The log of a browser: folded at any moment, in any part, it says the same. `BINOME_LONG=1` runs a hundred times as many stories.

use std::collections::{BTreeMap, BTreeSet};

use binome::document::{Document, EditId, Row, fold};
use binome::domain::{Author, Change, Instant, PairId, Path, Value};
use proptest::prelude::*;

use super::support::{self, karim, lea};

/// A log as a store keeps it.
type Log = BTreeMap<String, String>;

/// Something that happens to a log.
#[derive(Clone, Debug)]
enum Step {
    /// Somebody writes over what the record has.
    Write { who: usize, path: usize, value: u8 },
    /// Somebody writes without having seen the last edits.
    Beside { who: usize, path: usize, value: u8 },
    /// Somebody removes a record.
    Remove { path: usize },
    /// Everything at once is put into the log.
    Part,
    /// The record goes on in a higher generation.
    Generation,
    /// The rows that were there when it was last looked at are folded.
    Fold,
    /// The page looks at the rows.
    Look,
}

const PATHS: [&str; 6] =
    ["goal/one/what", "goal/one/why", "goal/two/what", "question/q/text", "pair/main/zone", "person/mentor-1/name"];

fn step() -> impl Strategy<Value = Step> {
    let (who, path, value) = (0..2_usize, 0..PATHS.len(), 0..4_u8);
    prop_oneof![
        12 => (who.clone(), path.clone(), value.clone()).prop_map(|(who, path, value)| Step::Write { who, path, value }),
        4 => (who, path.clone(), value).prop_map(|(who, path, value)| Step::Beside { who, path, value }),
        1 => path.prop_map(|path| Step::Remove { path }),
        1 => Just(Step::Part),
        1 => Just(Step::Generation),
        2 => Just(Step::Fold),
        2 => Just(Step::Look),
    ]
}

fn pair() -> PairId {
    support::pair("k3f9")
}

fn author(who: usize) -> Author {
    if who == 0 { karim() } else { lea() }
}

fn words(value: u8) -> Value {
    if value == 0 { Value::Text(String::new()) } else { Value::Text(format!("mots {value}")) }
}

fn path(number: usize) -> Path {
    support::path(PATHS[number])
}

/// A record and the log that is kept of it.
struct Kept {
    document: Document,
    /// The record as it was at the last look: what somebody who has not seen more writes over.
    before: Document,
    log: Log,
    looked_at: BTreeSet<String>,
    number: u32,
}

impl Kept {
    fn new() -> Self {
        let document = Document::new(pair());
        Self { before: document.clone(), document, log: Log::new(), looked_at: BTreeSet::new(), number: 0 }
    }

    fn add(&mut self, rows: Vec<Row>) {
        for row in rows {
            self.number += 1;
            let fresh = format!("fresh{}", self.number);
            self.log.insert(row.key(&pair(), || fresh), row.text());
        }
    }

    fn part(&mut self) {
        let part = Row::Part { document: self.document.clone() };
        self.add(vec![part]);
    }

    fn live(&mut self, step: &Step) {
        let at = Instant::from_millis(1_700_000_000_000 + i64::from(self.number) * 1000);
        match *step {
            Step::Write { who, path: number, value } => {
                let changes = [Change::Put(path(number), words(value))];
                let edits = self.document.apply(&changes, &author(who), at);
                let rows = Row::edits(&self.document, edits);
                self.add(rows);
            }
            Step::Beside { who, path: number, value } => {
                let changes = [Change::Put(path(number), words(value))];
                // Rows of another generation do not count in this one: the page would have put the edit back in it.
                let edits = self.before.clone().apply(&changes, &author(who), at);
                for (path, edit) in edits.clone() {
                    self.document.insert(path, edit);
                }
                let rows = Row::edits(&self.document, edits);
                self.add(rows);
            }
            Step::Remove { path: number } => {
                let changes = [Change::Remove(path(number).record())];
                let edits = self.document.apply(&changes, &author(0), at);
                let rows = Row::edits(&self.document, edits);
                self.add(rows);
            }
            Step::Part => self.part(),
            Step::Generation => {
                self.document.raise_generation(self.document.generation() + 1);
                self.part();
            }
            Step::Look => {
                self.looked_at = self.log.keys().cloned().collect();
                self.before = self.document.clone();
            }
            Step::Fold => {
                let rows: Vec<_> = self.log.clone().into_iter().collect();
                if let Some(folded) = fold(&pair(), &rows, &|key| self.looked_at.contains(key)) {
                    apply(&mut self.log, folded.puts, folded.deletes);
                }
            }
        }
    }
}

fn apply(log: &mut Log, puts: Vec<(String, String)>, deletes: Vec<String>) {
    log.extend(puts);
    for key in deletes {
        log.remove(&key);
    }
}

fn rows_of(log: &Log) -> Vec<Row> {
    log.iter().map(|(key, text)| Row::read(key, text).expect("a row").1).collect()
}

fn read(log: &Log) -> Document {
    let mut document = Document::new(pair());
    Row::replay_all(&rows_of(log), &mut document);
    document
}

fn fold_all(log: &mut Log) -> usize {
    let rows: Vec<_> = log.clone().into_iter().collect();
    let folded = fold(&pair(), &rows, &|_| true).unwrap_or_default();
    let saved = folded.saves();
    apply(log, folded.puts, folded.deletes);
    saved
}

/// What the log says of edits, replaced ones too.
fn said(log: &Log) -> BTreeMap<EditId, Value> {
    let rows = rows_of(log);
    rows.iter().flat_map(Row::edits_said).map(|(_, id, edit)| (id, edit.value.clone())).collect()
}

proptest! {
    #![proptest_config(super::laws::config_of(100))]

    #[test]
    fn a_log_folded_at_any_moment_says_the_same(steps in prop::collection::vec(step(), 1..80)) {
        let mut kept = Kept::new();
        for step in &steps {
            kept.live(step);
            prop_assert_eq!(&read(&kept.log), &kept.document);
        }
    }

    #[test]
    fn a_log_folded_whole_has_a_row_for_each_record_and_one_for_what_it_stands_over(
        steps in prop::collection::vec(step(), 1..80),
    ) {
        let mut kept = Kept::new();
        for step in &steps {
            kept.live(step);
        }
        let known = said(&kept.log);
        fold_all(&mut kept.log);
        prop_assert_eq!(&read(&kept.log), &kept.document);
        let over: BTreeSet<EditId> = kept
            .document
            .fields()
            .flat_map(|(_, field)| field.heads().values().flat_map(|edit| edit.over.clone()))
            .collect();
        let still = said(&kept.log);
        for id in over.iter().filter(|id| known.contains_key(id)) {
            prop_assert_eq!(still.get(id), known.get(id), "what the present words replaced is still known");
        }
        let records = kept.document.records().len();
        prop_assert!(records == 0 || kept.log.len() <= records + over.len());
        // There is nothing left to do.
        let before = kept.log.clone();
        prop_assert_eq!(fold_all(&mut kept.log), 0);
        prop_assert_eq!(before, kept.log);
    }
}

fn written(times: u32) -> Kept {
    let mut kept = Kept::new();
    for number in 0..times {
        let value = u8::try_from(number % 3 + 1).expect("small");
        kept.live(&Step::Write { who: 0, path: 0, value });
    }
    kept
}

#[test]
fn a_field_written_a_thousand_times_is_two_rows() {
    let mut kept = written(1000);
    assert_eq!(kept.log.len(), 1000);
    assert_eq!(fold_all(&mut kept.log), 998);
    assert_eq!(read(&kept.log), kept.document);
    assert_eq!(read(&kept.log).value(&path(0)), kept.document.value(&path(0)));
}

#[test]
fn a_tab_that_looked_before_another_folded_takes_nothing_back() {
    let mut kept = written(10);
    kept.live(&Step::Look);
    fold_all(&mut kept.log);
    kept.live(&Step::Fold);
    assert_eq!(read(&kept.log), kept.document);
}

#[test]
fn a_row_that_does_not_read_stays_where_it_is() {
    let mut kept = written(10);
    let strange = format!("{}/0/~newer", pair());
    kept.log.insert(strange.clone(), r#"{"something_newer":{"of":"a later version"}}"#.to_owned());
    let rows: Vec<_> = kept.log.clone().into_iter().collect();
    let folded = fold(&pair(), &rows, &|_| true).expect("the others are folded");
    assert!(!folded.deletes.contains(&strange));
    assert!(!folded.puts.iter().any(|(key, _)| *key == strange));
    assert_eq!((folded.deletes.len(), folded.puts.len()), (9, 1));
}

#[test]
fn edits_of_a_generation_whose_beginning_is_missing_are_not_folded_into_a_lower_one() {
    let mut kept = written(3);
    kept.live(&Step::Generation);
    kept.live(&Step::Write { who: 0, path: 2, value: 1 });
    let beginning = |text: &String| Row::read("p/1/~x", text).is_some_and(|(_, row)| matches!(row, Row::Part { .. }));
    kept.log.retain(|_, text| !beginning(text));
    let rows: Vec<_> = kept.log.clone().into_iter().collect();
    assert_eq!(fold(&pair(), &rows, &|_| true), None);
}

#[test]
fn rows_of_a_lower_generation_go() {
    let mut kept = written(20);
    kept.live(&Step::Generation);
    fold_all(&mut kept.log);
    assert_eq!(read(&kept.log), kept.document);
    assert!(kept.log.keys().all(|key| key.starts_with(&format!("{}/1/", pair()))));
}

#[test]
fn nothing_is_folded_into_nothing() {
    assert_eq!(fold(&pair(), &[], &|_| true), None);
    let other = support::pair("other");
    let rows: Vec<_> = written(3).log.into_iter().collect();
    assert_eq!(fold(&other, &rows, &|_| true), None);
}

#[test]
fn the_names_of_a_pair_that_both_started_stay() {
    let mut kept = written(5);
    let other = support::pair("alias");
    let mut twin = Document::new(other.clone());
    twin.apply(
        &[Change::Put(path(4), Value::from("Europe/Paris"))],
        &author(1),
        Instant::from_millis(1_700_000_000_000),
    );
    kept.document.join(&twin);
    kept.part();
    fold_all(&mut kept.log);
    assert_eq!(read(&kept.log), kept.document);
    assert!(read(&kept.log).known_as(&other));
}
