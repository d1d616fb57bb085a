//! The copy that start.js makes when the page cannot start or has stopped: both stores as they are. It comes back as a full backup does.

use serde_json::{Map, Value};

use crate::document::file::{self, MAX_WHOLE_BYTES, Whole};
use crate::domain::schema::name;
use crate::domain::{PersonId, Profile};
use crate::web::storage::stamp::text_of;
use crate::web::storage::start::{Found, Stored, assemble, meta};
use crate::web::storage::{keys, local};

/// Reads such a copy; nothing when it is none, or holds no pair that reads.
///
/// What is read of it is written as a full backup and read again, so that everything which guards those guards it.
pub fn read_rescue(bytes: &[u8]) -> Option<Whole> {
    if bytes.len() > MAX_WHOLE_BYTES {
        return None;
    }
    let copy: Map<String, Value> = serde_json::from_slice(bytes).ok()?;
    if copy.get("binome")?.as_str()? != "rescue" {
        return None;
    }
    let stored = stored(&copy);
    let profile = profile(&stored);
    let found = assemble(&stored);
    let text = file::write_whole(pairs(&found).iter().map(|(me, document)| (*me, document)), &profile);
    file::read_whole(text.as_bytes()).ok().filter(|whole| !whole.pairs.is_empty())
}

/// What the stores held. What is no text, or stands where none belongs, is nothing.
fn stored(copy: &Map<String, Value>) -> Stored {
    let mut stored = Stored::default();
    let local = copy.get("localStorage").and_then(Value::as_object).into_iter().flatten();
    stored.local.extend(local.filter_map(|(key, text)| Some((key.clone(), text.as_str()?.to_owned()))));
    let databases = copy.get("indexedDB").and_then(Value::as_array).into_iter().flatten();
    let areas = databases.filter_map(|database| database.get("stores")?.as_array()).flatten();
    for area in areas {
        let list = |name: &str| area.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
        let rows = list("keys").into_iter().zip(list("rows"));
        let rows = rows.filter_map(|(key, row)| Some((key.as_str()?.to_owned(), row.as_str().map(str::to_owned))));
        match area.get("store").and_then(Value::as_str) {
            Some("log") => stored.log.extend(rows),
            Some("drafts") => stored.drafts.extend(rows),
            Some("meta") => stored.meta.extend(rows.filter_map(|(key, text)| Some((key, text?)))),
            _ => {}
        }
    }
    stored
}

/// What a mentor kept for the students to come.
fn profile(stored: &Stored) -> Profile {
    let of_local = stored.local.iter().find(|(key, _)| key == keys::PROFILE).and_then(|(_, text)| local::checked(text));
    let kept = of_local.or_else(|| stored.meta.get(meta::PROFILE).map(String::as_str));
    kept.and_then(|kept| Profile::of_json(text_of(kept))).unwrap_or_default()
}

/// The pairs, with what was being typed in them when the page stopped.
fn pairs(found: &Found) -> Vec<(PersonId, crate::document::Document)> {
    let mut pairs = Vec::new();
    for pair in &found.pairs {
        let mut document = pair.document.clone();
        for typed in found.drafts.iter().filter(|typed| pair.names.contains(&typed.pair) && !typed.is_sealed) {
            // A first name cannot be empty: left so, the one before stands.
            if typed.draft.path.field() != name::NAME || !typed.draft.text.trim().is_empty() {
                let _ = document.seal(&typed.draft);
            }
        }
        pairs.push((pair.me.unwrap_or(PersonId::MENTOR), document));
    }
    pairs
}
