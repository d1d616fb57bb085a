//! What a file would change here, shown before anything does; then doing it, and undoing it.

mod apply;
mod restore;
mod undo;

use std::collections::BTreeMap;

use super::edit::{Edit, EditId};
use super::field::Field;
use super::file::{HandEdit, Incoming, slug};
use super::map::{Document, settles_itself};
use super::project::project;
use crate::domain::schema::null_is_removal;
use crate::domain::{PairId, Path, RecordKey, Value};

use apply::keeper;
pub use apply::{Applied, Choice, Decision, apply, both, can_keep_both};
pub use restore::restore;
pub use undo::{redo, undo};

/// What a file would change here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The file's pair.
    pub pair: PairId,
    /// Whether it is the pair that is open here.
    pub relation: Relation,
    /// Taking it in would change nothing at all: one's own copy, the same file again, an older one.
    pub nothing_new: bool,
    /// What people would see change, record by record, in the order of paths.
    pub records: Vec<RecordReview>,
    /// Fields where both wrote the same, or where only what the page itself notes differs: joined, nothing to see.
    pub quiet: usize,
    /// Fields whose readable part somebody edited by hand, to take or leave one by one; left unless chosen.
    pub by_hand: Vec<HandEdit>,
    /// Somebody's private fields in the file: left out.
    pub refused: Vec<Path>,
    /// Members of the readable part that name no field: left out.
    pub unplaced: Vec<String>,
}

/// Whether a file is of the pair that is open here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It is.
    Same,
    /// Another identifier but the same two names: both people may have started the pair before they exchanged. Taken in only
    /// with [`Choice::SamePair`]; the two are the same pair from then on.
    StartedTwice {
        /// The names are the same, but each stands where the other's is here.
        roles_swapped: bool,
    },
    /// Another pair, as far as its names say. To open apart; [`Choice::SamePair`] takes it in all the same.
    Other,
}

/// What would change in one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordReview {
    /// The record.
    pub record: RecordKey,
    /// What becomes of it as a whole.
    pub news: RecordNews,
    /// Its fields that change or are in conflict, by path.
    pub fields: Vec<FieldReview>,
}

/// What becomes of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordNews {
    /// It is not here yet.
    New,
    /// Some of its fields change.
    Changed,
    /// The other copy removed it, and nobody here wrote in it since.
    Removed,
    /// It was removed on one side and written in on the other: the words stay until somebody chooses. Choosing words brings
    /// the whole record back.
    RemovedAgainstWords {
        /// It was removed here; otherwise there.
        here: bool,
    },
}

/// What would change in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldReview {
    /// The field.
    pub path: Path,
    /// How.
    pub news: FieldNews,
}

/// How a field would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldNews {
    /// The other copy replaced what is here, or fills what was empty.
    Changed {
        /// What is shown here now; `None` when nothing is.
        before: Option<Value>,
        /// What will be shown; `None` when it was emptied.
        after: Option<Value>,
        /// The edit that will be shown: who, when.
        edit: Edit,
        /// A conflict that waits here is settled by it.
        settles: bool,
    },
    /// Both wrote without seeing each other.
    Conflict {
        /// What stands here and not in the file, first the one that is shown; may be empty when the conflict is in the file.
        mine: Vec<(EditId, Edit)>,
        /// What stands in the file and not here.
        theirs: Vec<(EditId, Edit)>,
        /// What both replaced, when it is still known.
        common: Option<Value>,
    },
}

/// How many records a review holds of each sort, and how many fields wait for a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New records.
    pub new: usize,
    /// Records with changed fields.
    pub changed: usize,
    /// Removed records.
    pub removed: usize,
    /// Fields in conflict.
    pub conflicts: usize,
}

impl Review {
    /// How many of each.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for record in &self.records {
            let conflicts = record.fields.iter().filter(|field| field.is_conflict()).count();
            counts.conflicts += conflicts;
            match record.news {
                RecordNews::New => counts.new += 1,
                RecordNews::Removed => counts.removed += 1,
                RecordNews::Changed if conflicts < record.fields.len() => counts.changed += 1,
                RecordNews::Changed | RecordNews::RemovedAgainstWords { .. } => {}
            }
        }
        counts
    }
}

impl FieldReview {
    /// Whether it waits for a choice.
    pub fn is_conflict(&self) -> bool {
        matches!(self.news, FieldNews::Conflict { .. })
    }
}

/// What taking in `incoming` would change in `mine`.
pub fn review(mine: &Document, incoming: &Incoming) -> Review {
    review_with(mine, incoming, &|_, _| None)
}

/// As [`review`], with a memory of earlier edits (the log, a backup), so that conflicts can show what both replaced.
pub fn review_with(mine: &Document, incoming: &Incoming, recall: &dyn Fn(&Path, &EditId) -> Option<Value>) -> Review {
    let theirs = &incoming.document;
    let mut joined = mine.clone();
    joined.join_fields(theirs);
    let mut records: BTreeMap<RecordKey, Vec<FieldReview>> = BTreeMap::new();
    let mut quiet = 0;
    for (path, _) in theirs.fields() {
        let Some(after) = joined.field(path) else { continue };
        let before = mine.field(path);
        match field_news(path, before, after, recall) {
            Some(news) => records.entry(path.record()).or_default().push(FieldReview { path: path.clone(), news }),
            None => quiet += usize::from(before.is_none_or(|before| before.heads() != after.heads())),
        }
    }
    for (record, fields) in records.iter_mut().filter(|(_, fields)| !fields.iter().any(FieldReview::is_conflict)) {
        let before = fields.len();
        fields.retain(|field| !stays(mine, theirs, &joined, record, &field.news));
        quiet += before - fields.len();
    }
    let records = records
        .into_iter()
        .filter(|(_, fields)| !fields.is_empty())
        .map(|(record, fields)| RecordReview {
            news: record_news(mine, theirs, &joined, &record, &fields),
            record,
            fields,
        })
        .collect();
    Review {
        pair: theirs.pair().clone(),
        relation: relation(mine, theirs),
        nothing_new: joined == *mine && incoming.by_hand.is_empty(),
        records,
        quiet,
        by_hand: incoming.by_hand.clone(),
        refused: incoming.refused.clone(),
        unplaced: incoming.unplaced.clone(),
    }
}

fn relation(mine: &Document, theirs: &Document) -> Relation {
    if mine.is_same_pair(theirs) {
        return Relation::Same;
    }
    let names = |document: &Document| {
        let pairing = project(document);
        [pairing.mentor.name, pairing.student.name].map(|name| {
            let folded = slug(&name);
            // Names in other scripts fold to nothing; they are then compared as they are written.
            if folded.is_empty() { name.trim().to_lowercase() } else { folded }
        })
    };
    let (here, [their_mentor, their_student]) = (names(mine), names(theirs));
    if here.iter().any(String::is_empty) {
        Relation::Other
    } else if here == [their_mentor.clone(), their_student.clone()] {
        Relation::StartedTwice { roles_swapped: false }
    } else if here == [their_student, their_mentor] {
        Relation::StartedTwice { roles_swapped: true }
    } else {
        Relation::Other
    }
}

/// How a field changes for people to see; `None` when it does not.
fn field_news(
    path: &Path,
    before: Option<&Field>,
    after: &Field,
    recall: &dyn Fn(&Path, &EditId) -> Option<Value>,
) -> Option<FieldNews> {
    if before.is_some_and(|before| before.heads() == after.heads()) {
        return None;
    }
    let is_open = |field: &Field| field.is_conflict() && !settles_itself(path);
    if is_open(after) {
        let versions = |keep: &dyn Fn(&EditId) -> bool| {
            let versions = after.versions().into_iter().filter(|(id, _)| keep(id));
            versions.map(|(id, edit)| (*id, edit.clone())).collect::<Vec<_>>()
        };
        let is_here = |id: &EditId| before.is_some_and(|before| before.heads().contains_key(id));
        let (mine, theirs) = (versions(&is_here), versions(&|id| !is_here(id)));
        let common = common(path, &mine, &theirs, recall);
        return Some(FieldNews::Conflict { mine, theirs, common });
    }
    let shown = |field: &Field| Some(field.shown().value.clone()).filter(|value| !value.is_null());
    let (was, will) = (before.and_then(shown), shown(after));
    let settles = before.is_some_and(is_open);
    if was == will && !settles {
        return None;
    }
    Some(FieldNews::Changed { before: was, after: will, edit: after.shown().clone(), settles })
}

/// What both sides replaced: the value of an edit that stands in the `over` of each, when something still remembers it.
fn common(
    path: &Path,
    mine: &[(EditId, Edit)],
    theirs: &[(EditId, Edit)],
    recall: &dyn Fn(&Path, &EditId) -> Option<Value>,
) -> Option<Value> {
    let replaced = |edits: &[(EditId, Edit)], id: &EditId| edits.iter().any(|(_, edit)| edit.over.contains(id));
    let mut shared = mine.iter().flat_map(|(_, edit)| &edit.over).filter(|id| replaced(theirs, id));
    shared.find_map(|id| recall(path, id))
}

/// Whether a field that the other copy emptied stays as it is here: its record was removed there and written in here.
fn stays(mine: &Document, theirs: &Document, joined: &Document, record: &RecordKey, news: &FieldNews) -> bool {
    let is_emptied = matches!(news, FieldNews::Changed { after: None, .. });
    let is_kept = || keeper(mine, theirs, record).is_some_and(|keeper| std::ptr::eq(keeper, mine));
    let is_removable = || mine.record(record).any(|(path, _)| null_is_removal(path));
    is_emptied && is_kept() && joined.is_live(record) && is_removable()
}

fn record_news(
    mine: &Document,
    theirs: &Document,
    joined: &Document,
    record: &RecordKey,
    fields: &[FieldReview],
) -> RecordNews {
    let was_here = mine.record(record).next().is_some();
    let (alive_here, theirs_is_alive) = (mine.is_live(record), theirs.is_live(record));
    if !was_here {
        RecordNews::New
    } else if alive_here && !joined.is_live(record) {
        RecordNews::Removed
    } else if alive_here != theirs_is_alive && fields.iter().any(FieldReview::is_conflict) {
        RecordNews::RemovedAgainstWords { here: !alive_here }
    } else if !alive_here {
        RecordNews::New
    } else {
        RecordNews::Changed
    }
}
