//! Taking in a file, with what people chose.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::edit::{Edit, EditId};
use crate::document::file::Incoming;
use crate::document::map::Document;
use crate::domain::sorting::Gather as _;
use crate::domain::{Author, Change, Instant, Path, RecordKey, Value, schema};

/// Something that people chose in a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A file under another identifier is of this pair: join the two for good.
    SamePair,
    /// What stands at a field in conflict. Fields without a choice wait.
    Settle(Path, Decision),
    /// Take what somebody wrote by hand in the readable part of the file.
    TakeHandEdit(Path),
}

/// How a conflict ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// What is shown here now.
    Mine,
    /// What the file shows.
    Theirs,
    /// Both texts, the one that is shown first above the other. For texts only; other fields wait on.
    Both,
    /// This one of several.
    This(EditId),
}

/// What came of taking in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The record with the file taken in.
    pub document: Document,
    /// The new edits that the choices made, for the log; the file's own edits are in `document`.
    pub edits: Vec<(Path, Edit)>,
}

/// Takes in `incoming` whole: a join, then one new edit over all heads for each choice.
///
/// A file of another pair changes nothing unless [`Choice::SamePair`] is among the choices. The generation stays.
///
/// A record that one side removed and the other wrote in lives on, whole: its other fields are put back as the side that kept
/// them has them, unless the removal is what somebody chose.
pub fn apply(mine: &Document, incoming: &Incoming, choices: &[Choice], author: &Author, at: Instant) -> Applied {
    let theirs = &incoming.document;
    if !mine.is_same_pair(theirs) && !choices.contains(&Choice::SamePair) {
        return Applied { document: mine.clone(), edits: Vec::new() };
    }
    let mut taking = Taking { mine, theirs, document: mine.clone(), edits: Vec::new(), author, at };
    taking.document.join_fields(theirs);
    let decided: Vec<(&Path, Value)> = choices
        .iter()
        .filter_map(|choice| match choice {
            Choice::Settle(path, decision) => Some((path, taking.decided(*decision, path)?)),
            Choice::SamePair | Choice::TakeHandEdit(_) => None,
        })
        .collect();
    let against: Vec<RecordKey> = taking.removed_against_words();
    for record in &against {
        let chosen: Vec<&Value> =
            decided.iter().filter(|(path, _)| path.record() == *record).map(|(_, value)| value).collect();
        if !chosen.is_empty() && chosen.iter().all(|value| value.is_null()) {
            taking.edits.extend(taking.document.apply(&[Change::Remove(record.clone())], author, at));
        } else {
            taking.bring_back(record);
        }
    }
    for (path, value) in decided {
        if taking.document.field(path).is_some_and(|field| !field.says(&value)) {
            taking.replace(path.clone(), value);
        }
    }
    for choice in choices {
        if let Choice::TakeHandEdit(path) = choice {
            for hand in incoming.by_hand.iter().filter(|hand| hand.path == *path) {
                taking.by_hand(path, &hand.after);
            }
        }
    }
    Applied { document: taking.document, edits: taking.edits }
}

/// A file on its way in.
struct Taking<'a> {
    mine: &'a Document,
    theirs: &'a Document,
    document: Document,
    edits: Vec<(Path, Edit)>,
    author: &'a Author,
    at: Instant,
}

impl Taking<'_> {
    fn replace(&mut self, path: Path, value: Value) {
        self.edits.push(self.document.replace(path, value, self.author, self.at));
    }

    /// The value that a decision puts at a field in conflict; `None` when it does not fit.
    fn decided(&self, decision: Decision, path: &Path) -> Option<Value> {
        let field = self.document.field(path).filter(|field| field.is_conflict())?;
        let shown = |document: &Document| Some(document.field(path)?.shown().value.clone());
        match decision {
            Decision::Mine => shown(self.mine),
            Decision::Theirs => shown(self.theirs),
            Decision::This(id) => Some(field.heads().get(&id)?.value.clone()),
            Decision::Both => both(path, field.versions().into_iter().map(|(_, edit)| edit)),
        }
    }

    /// The records that live only because one side wrote in them while the other removed them: in a field that the removal emptied,
    /// so that somebody has to choose, or in one that the record did not have before.
    fn removed_against_words(&self) -> Vec<RecordKey> {
        let open = self.document.conflicts();
        let mut records: BTreeSet<RecordKey> = open.iter().map(|conflict| conflict.path.record()).gather();
        let removable = self.document.fields().filter(|(path, _)| schema::null_is_removal(path));
        records.extend(removable.map(|(path, _)| path.record()).filter(|record| self.document.is_live(record)));
        records.into_iter().filter(|record| keeper(self.mine, self.theirs, record).is_some()).collect()
    }

    /// Puts back the fields of a record that the removal emptied.
    fn bring_back(&mut self, record: &RecordKey) {
        let Some(keeper) = keeper(self.mine, self.theirs, record) else { return };
        let is_lost = |path: &Path| self.document.field(path).is_some_and(|field| field.says(&Value::Null));
        let lost: Vec<(Path, Value)> = keeper
            .record(record)
            .filter(|(path, field)| field.is_live() && is_lost(path))
            .map(|(path, field)| (path.clone(), field.shown().value.clone()))
            .collect();
        for (path, value) in lost {
            self.replace(path, value);
        }
    }

    /// A hand-made change is an edit over the file's heads: what its author had before them. What stands here besides stays.
    fn by_hand(&mut self, path: &Path, after: &Value) {
        let over = self.theirs.head_ids(path);
        let edit = Edit { by: self.author.clone(), at: self.at, value: after.clone(), over, extra: BTreeMap::new() };
        self.document.insert(path.clone(), edit.clone());
        self.edits.push((path.clone(), edit));
    }
}

/// The side that kept a record which the other removed.
pub(super) fn keeper<'a>(mine: &'a Document, theirs: &'a Document, record: &RecordKey) -> Option<&'a Document> {
    // A side that never had the record did not remove it.
    let is_removed = |document: &Document| document.record(record).next().is_some() && !document.is_live(record);
    match (is_removed(mine), is_removed(theirs)) {
        (false, true) => Some(mine),
        (true, false) => Some(theirs),
        _ => None,
    }
}

/// Whether “both” makes sense at a field in conflict: for texts only, and not for names and titles. One line with two of them in it
/// would be neither.
pub fn can_keep_both(path: &Path) -> bool {
    schema::is_text(path) && !matches!(path.field(), schema::name::NAME | schema::name::TITLE)
}

/// All the texts of a field in conflict, one above the other, each once; `None` where a field cannot hold that.
pub fn both<'a>(path: &Path, versions: impl IntoIterator<Item = &'a Edit>) -> Option<Value> {
    if !can_keep_both(path) {
        return None;
    }
    let mut texts: Vec<&str> = Vec::new();
    for edit in versions {
        match &edit.value {
            Value::Text(text) if !texts.contains(&text.as_str()) && !text.is_empty() => texts.push(text),
            Value::Text(_) | Value::Null => {}
            _ => return None,
        }
    }
    Some(Value::Text(texts.join("\n\n")))
}
