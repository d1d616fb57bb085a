//! Restoring a backup: what would change, and the changes that do it. They are new edits, so that nothing is rewritten.

use std::collections::{BTreeMap, BTreeSet};

use super::{FieldNews, FieldReview, RecordNews, RecordReview, Relation, Review};
use crate::document::map::{Document, settles_itself};
use crate::domain::sorting::Gather as _;
use crate::domain::{Change, Path, RecordKey, Value};

/// What restoring `backup` over `mine` would change, for people to see, and the changes that do it.
///
/// Records that were begun since the backup stay, unless `remove_later` asks for the record exactly as it was.
pub fn restore(mine: &Document, backup: &Document, remove_later: bool) -> (Review, Vec<Change>) {
    let paths: BTreeSet<&Path> = mine.fields().chain(backup.fields()).map(|(path, _)| path).gather();
    let mut records: BTreeMap<RecordKey, Vec<FieldReview>> = BTreeMap::new();
    let (mut changes, mut quiet) = (Vec::new(), 0);
    for path in paths {
        let record = path.record();
        if !backup.is_live(&record) && !remove_later {
            continue;
        }
        let (before, after) = (mine.value(path).cloned(), backup.value(path).cloned());
        let settles = mine.field(path).is_some_and(crate::document::Field::is_conflict) && !settles_itself(path);
        if before == after && !settles {
            continue;
        }
        changes.push(Change::Put(path.clone(), after.clone().unwrap_or(Value::Null)));
        // What the page itself notes comes back along, unseen.
        let Some(field) = backup.field(path).or_else(|| mine.field(path)).filter(|_| !settles_itself(path)) else {
            quiet += 1;
            continue;
        };
        let news = FieldNews::Changed { before, after, edit: field.shown().clone(), settles };
        records.entry(record).or_default().push(FieldReview { path: path.clone(), news });
    }
    let news = |record: &RecordKey| match (mine.is_live(record), backup.is_live(record)) {
        (false, true) => RecordNews::New,
        (true, false) => RecordNews::Removed,
        _ => RecordNews::Changed,
    };
    let records: Vec<RecordReview> =
        records.into_iter().map(|(record, fields)| RecordReview { news: news(&record), record, fields }).collect();
    let review = Review {
        pair: backup.pair().clone(),
        relation: Relation::Same,
        nothing_new: changes.is_empty(),
        records,
        quiet,
        by_hand: Vec::new(),
        refused: Vec::new(),
        unplaced: Vec::new(),
    };
    (review, changes)
}
