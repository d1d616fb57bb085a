//! Undoing an import.

use crate::document::map::Document;

/// Takes in again, in the present generation, what an import that was undone had brought.
#[must_use]
pub fn redo(now: &Document, imported: &Document) -> Document {
    let mut redone = now.clone();
    redone.join_fields(imported);
    redone
}

/// Puts back `backup`, taken before an import, with the edits made in this browser since, under the next generation: stores
/// and tabs that still hold what the import brought no longer count. `imported` is the document as the import left it, `now`
/// as it is.
///
/// An edit made since over something that the import had brought stands beside what was there before the import: both are
/// shown, and somebody chooses.
#[must_use]
pub fn undo(backup: &Document, now: &Document, imported: &Document) -> Document {
    let mut restored = backup.clone();
    restored.generation = now.generation.max(backup.generation).saturating_add(1);
    restored.names.extend(now.names.difference(&imported.names).cloned());
    for (path, field) in now.fields() {
        if let Some(since) = field.since(imported.field(path)) {
            restored.join_field(path, &since);
        }
    }
    restored
}
