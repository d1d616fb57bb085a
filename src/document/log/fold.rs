//! Folding: many rows of a log become one for each record, which say the same.
//!
//! A log grows by a row for every edit, and is read whole when its pair is opened. What edits said that were replaced long since
//! goes, except where the present words stand right over it: that is what a review shows as replaced by both sides.

use std::collections::{BTreeMap, BTreeSet};

use super::Row;
use crate::document::{Document, Edit, EditId};
use crate::domain::sorting::Gather as _;
use crate::domain::{PairId, Path};

/// What folding asks of the store, all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// Rows to write, by key.
    pub puts: Vec<(String, String)>,
    /// Keys of rows to take away.
    pub deletes: Vec<String>,
}

impl Folded {
    /// By how many rows the log gets shorter.
    pub fn saves(&self) -> usize {
        self.deletes.len().saturating_sub(self.puts.len())
    }
}

/// Folds those rows of a pair's log whose keys are `settled`; the others, and those that do not read, stay as they are beside what
/// comes of it. `rows` are all that the log has: what was folded before is always folded again with the rest, since its new form
/// stands under the same key.
///
/// Each record becomes one part. Of what was replaced, the edits right under the present ones stay, as rows. `None` when there is
/// nothing to fold or when it cannot be done for certain: an edit belongs to a generation of which the beginning is missing, or
/// what was folded does not read back as the same.
pub fn fold(pair: &PairId, rows: &[(String, String)], settled: &dyn Fn(&str) -> bool) -> Option<Folded> {
    let rows = rows.iter().filter(|(key, _)| settled(key) || is_folded(key));
    let rows: Vec<_> = rows.filter_map(|(key, text)| Some((key, text, read(pair, key, text)?))).collect();
    let there: BTreeMap<&String, &String> = rows.iter().map(|(key, text, _)| (*key, *text)).gather();
    let old: Vec<Row> = rows.into_iter().map(|(.., row)| row).collect();
    let document = replayed(pair, &old);
    let is_ahead = |row: &Row| matches!(row, Row::Edit { generation, .. } if *generation > document.generation());
    if old.iter().any(is_ahead) {
        return None;
    }
    let under = edits_under(&document, &old);
    let parts = document.records().into_iter().map(|record| {
        let part = Row::Part { document: document.part_of(&record) };
        // A record's name has a `/`, which the names of other parts have not.
        (part.key(pair, || record.as_str().to_owned()), part)
    });
    let edits = under.into_iter().map(|(path, edit)| {
        let row = Row::Edit { generation: document.generation(), path: path.clone(), edit: edit.clone() };
        (row.key(pair, String::new), row)
    });
    let new: BTreeMap<String, String> = parts.chain(edits).map(|(key, row)| (key, row.text())).gather();
    let again: Option<Vec<Row>> = new.iter().map(|(key, text)| read(pair, key, text)).collect();
    if new.is_empty() || replayed(pair, &again?) != document {
        return None;
    }
    let deletes = there.keys().filter(|key| !new.contains_key(**key)).map(|key| (*key).clone()).collect();
    let puts = new.iter().filter(|(key, text)| there.get(key) != Some(text));
    let puts = puts.map(|(key, text)| (key.clone(), text.clone())).collect();
    Some(Folded { puts, deletes })
}

/// Whether a row came of folding: `<pair>/<generation>/~<kind>/<record>`.
fn is_folded(key: &str) -> bool {
    key.splitn(3, '/').nth(2).is_some_and(|name| name.starts_with('~') && name.contains('/'))
}

fn read(pair: &PairId, key: &str, text: &str) -> Option<Row> {
    Row::read(key, text).filter(|(of, _)| of == pair).map(|(_, row)| row)
}

fn replayed(pair: &PairId, rows: &[Row]) -> Document {
    let mut document = Document::new(pair.clone());
    Row::replay_all(rows, &mut document);
    document
}

/// The edits that the present ones stand right over, as far as the rows say them.
fn edits_under<'a>(document: &Document, rows: &'a [Row]) -> Vec<(&'a Path, &'a Edit)> {
    let heads = document.fields().flat_map(|(_, field)| field.heads().values());
    let under: BTreeSet<EditId> = heads.flat_map(|edit| edit.over.iter().copied()).gather();
    let said = rows.iter().flat_map(Row::edits_said).filter(|(_, id, _)| under.contains(id));
    let said: BTreeMap<EditId, (&Path, &Edit)> = said.map(|(path, id, edit)| (id, (path, edit))).gather();
    said.into_values().collect()
}
