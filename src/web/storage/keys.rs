//! Names of what is stored, in both stores. One place, so that erasing finds everything.

use crate::domain::{PairId, Path, RecordKey};

/// What every key of ours in local storage begins with: other pages of the same host have theirs.
pub const PREFIX: &str = "binome:";
/// The settings of this browser.
pub const SETTINGS: &str = "binome:~settings";
/// What the mentor keeps in this browser for the students to come.
pub const PROFILE: &str = "binome:~profile";
/// The random name of this browser.
pub const DEVICE: &str = "binome:~device";
/// The pair opened last.
pub const OPENED: &str = "binome:~opened";
/// The pairs opened last, the latest first.
pub const RECENT: &str = "binome:~recent";
/// What one tab tells the others, for a moment, where the browser has no channel between tabs.
pub const LINE: &str = "binome:~line";
/// What an erasing says of the pairs that it erased, as long as the database could not be told.
pub const ERASED: &str = "binome:~erased/";
/// Where unreadable keys are set aside when the database is not there to take them.
pub const ASIDE: &str = "binome:~aside:";

/// What the keys of one pair begin with.
pub fn pair(pair: &PairId) -> String {
    format!("{PREFIX}{pair}:")
}

/// One record of a pair.
pub fn record(pair: &PairId, key: &RecordKey) -> String {
    format!("{PREFIX}{pair}:{}", key.as_str())
}

/// Who uses this browser in a pair. `~` never stands in a record's name.
pub fn me(pair: &PairId) -> String {
    format!("{PREFIX}{pair}:~me")
}

/// What the list of pairs says of a pair.
pub fn summary(pair: &PairId) -> String {
    format!("{PREFIX}{pair}:~summary")
}

/// What someone is typing.
pub fn draft(pair: &PairId, tab: &str, path: &Path) -> String {
    format!("{PREFIX}{pair}:~draft/{tab}/{path}")
}

/// A line that somebody began to note in a pair, and has not kept yet.
pub fn jot(pair: &PairId, what: &str) -> String {
    format!("{PREFIX}{pair}:~jot/{what}")
}

/// The pair whose summary stands under a key.
pub fn summary_of(key: &str) -> Option<PairId> {
    PairId::parse(key.strip_prefix(PREFIX)?.strip_suffix(":~summary")?)
}

/// The pair whose record stands under a key.
pub fn record_of(key: &str) -> Option<PairId> {
    match read(key)? {
        LocalKey::Record(pair) => Some(pair),
        _ => None,
    }
}

/// The pair that a key of local storage belongs to.
pub fn pair_of(key: &str) -> Option<PairId> {
    match read(key)? {
        LocalKey::Record(pair) | LocalKey::Me(pair) | LocalKey::Draft(pair, _) => Some(pair),
        LocalKey::Own => None,
    }
}

/// A key of local storage, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocalKey {
    /// A record of a pair.
    Record(PairId),
    /// Who uses this browser in a pair.
    Me(PairId),
    /// What someone was typing in a tab.
    Draft(PairId, String),
    /// Settings, device and the like.
    Own,
}

/// Reads a key of local storage; `None` for other pages' keys.
pub fn read(key: &str) -> Option<LocalKey> {
    let rest = key.strip_prefix(PREFIX)?;
    if rest.starts_with('~') {
        return Some(LocalKey::Own);
    }
    let (pair, what) = rest.split_once(':')?;
    let pair = PairId::parse(pair)?;
    Some(match what.strip_prefix('~') {
        None => LocalKey::Record(pair),
        Some("me") => LocalKey::Me(pair),
        Some(other) => match other.strip_prefix("draft/").and_then(|rest| rest.split_once('/')) {
            Some((tab, _)) => LocalKey::Draft(pair, tab.to_owned()),
            None => LocalKey::Own,
        },
    })
}
