//! What the two stores hold at the start, joined: everything readable counts, what does not read is set aside.
//!
//! No browser is needed for it, so that `cargo xtask fuzz rows` can feed it: it knows `keys.rs`, `stamp.rs` and `sum.rs` beside it, and
//! nothing else of this room.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Quarantined;
use super::keys::{self, LocalKey};
use super::stamp;
use super::sum::{checked, checksum};
use crate::document::Row;
use crate::document::history::Deed;
use crate::document::{Document, Draft, EditId, History};
use crate::domain::sorting::{self, Gather as _};
use crate::domain::{Instant, PairId, Path, PersonId, Value};

/// Keys of the database's small things.
pub mod meta {
    use crate::domain::PairId;

    /// The settings of this browser.
    pub const SETTINGS: &str = "settings";
    /// What the mentor keeps in this browser for the students to come.
    pub const PROFILE: &str = "profile";
    /// The random name of this browser.
    pub const DEVICE: &str = "device";
    /// The pair opened last.
    pub const OPENED: &str = "opened";

    /// Who uses this browser in a pair.
    pub fn me(pair: &PairId) -> String {
        format!("me/{pair}")
    }

    /// When a copy of a pair was last given.
    pub fn given(pair: &PairId) -> String {
        format!("given/{pair}")
    }

    /// A pair was erased; under it stands the last generation that no longer counts. It says nothing of who the pair was.
    pub fn erased(pair: &PairId) -> String {
        format!("erased/{}", super::checksum(pair.as_str()))
    }

    /// What the list of pairs says of a pair.
    pub fn summary(pair: &PairId) -> String {
        format!("summary/{pair}")
    }

    /// When a pair was removed from the list.
    pub fn retired(pair: &PairId) -> String {
        format!("retired/{pair}")
    }

    /// What undoing the last import of a pair needs.
    pub fn undo(pair: &PairId) -> String {
        format!("undo/{pair}")
    }
}

/// Everything as read from the stores.
#[derive(Clone, Debug, Default)]
pub struct Stored {
    /// Rows of the log by key; `None` where no text stands.
    pub log: Vec<(String, Option<String>)>,
    /// Drafts by key.
    pub drafts: Vec<(String, Option<String>)>,
    /// Small things by key.
    pub meta: BTreeMap<String, String>,
    /// What was done and can be undone, by key.
    pub history: Vec<(String, Option<String>)>,
    /// Keys of local storage.
    pub local: Vec<(String, String)>,
}

/// One pair as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPair {
    /// Both stores joined.
    pub document: Document,
    /// What was done here and can be undone.
    pub history: History,
    /// Whether the log alone gives the same.
    pub in_log: bool,
    /// The names under which it is stored.
    pub names: BTreeSet<PairId>,
    /// Who uses this browser.
    pub me: Option<PersonId>,
}

/// What someone was typing in a tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDraft {
    /// The pair.
    pub pair: PairId,
    /// The tab.
    pub tab: String,
    /// It.
    pub draft: Draft,
    /// A later form of it was made an edit: browsers write local storage late, and one that is killed may find there what it had
    /// taken away long since. Only to be taken away again.
    pub is_sealed: bool,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Pairs by name.
    pub pairs: Vec<FoundPair>,
    /// Drafts, the latest of each tab and field.
    pub drafts: Vec<FoundDraft>,
    /// Pairs that were erased and of which something is still there: a page stopped, or another tab wrote on.
    pub erased: BTreeSet<PairId>,
    /// Rows of the log from before an erasing, of pairs that came back since.
    pub stale_log: Vec<String>,
    /// The same in local storage.
    pub stale_local: Vec<String>,
    /// The last generation that does not count of what was erased, by [`meta::erased`].
    pub tombstones: BTreeMap<String, u32>,
    /// Rows of the log that do not read, by key.
    pub unreadable_log: Vec<Quarantined>,
    /// Rows of what was being typed that do not read, by key.
    pub unreadable_drafts: Vec<Quarantined>,
    /// Small things of the database that hold people's words and do not read, by key.
    pub unreadable_small: Vec<Quarantined>,
    /// Keys of local storage that do not read.
    pub unreadable_local: Vec<Quarantined>,
    /// What earlier edits said, for showing what both sides of a conflict replaced.
    pub remembered: HashMap<EditId, Value>,
}

#[derive(Default)]
struct Rows {
    log: Vec<Row>,
    local: Vec<Row>,
}

/// Puts together what the stores hold.
pub fn assemble(stored: &Stored) -> Found {
    let tombstones = stored.meta.iter().filter(|(key, _)| key.starts_with("erased/"));
    let tombstones = tombstones.map(|(key, text)| (key.clone(), text.parse().unwrap_or(u32::MAX))).gather();
    let mut found = Found { tombstones, ..Found::default() };
    let mut dead: BTreeSet<PairId> = BTreeSet::new();
    let mut rows: BTreeMap<PairId, Rows> = BTreeMap::new();
    let mut me = People::new();
    for (key, text) in &stored.meta {
        if let Some(pair) = key.strip_prefix("me/").and_then(PairId::parse) {
            keep_later(&mut me, pair, text);
        }
    }
    for (key, text) in &stored.log {
        match text.as_deref().and_then(|text| Row::read(key, text)) {
            Some((pair, row)) if found.is_erased(&pair, row.generation()) => {
                found.stale_log.push(key.clone());
                dead.insert(pair);
            }
            Some((pair, row)) => rows.entry(pair).or_default().log.push(row),
            None => found.unreadable_log.push(unreadable(key, text.as_deref())),
        }
    }
    let mut drafts = BTreeMap::new();
    for (key, text) in &stored.drafts {
        match text.as_deref().and_then(|text| read_draft(key, text)) {
            Some((pair, tab, draft)) => keep_latest(&mut drafts, pair, tab, draft),
            None => found.unreadable_drafts.push(unreadable(key, text.as_deref())),
        }
    }
    let in_database: BTreeSet<Place> = drafts.keys().cloned().gather();
    for (key, text) in &stored.local {
        read_local(key, text, &mut rows, &mut me, &mut drafts, &mut found);
    }
    dead.extend(drafts.values().map(|found| found.pair.clone()).chain(me.keys().cloned()));
    dead.extend(stored.local.iter().filter_map(|(key, _)| keys::pair_of(key)));
    dead.retain(|pair| found.tombstones.contains_key(&meta::erased(pair)) && !rows.contains_key(pair));
    found.erased = dead;
    for (place, typed) in &mut drafts {
        let Some(rows) = rows.get(&typed.pair) else { continue };
        // Sealing a draft takes it off the database in the same transaction. What is still there was not sealed, or that transaction
        // failed, and then the edit is in local storage at most: it counts when it has all the words.
        typed.is_sealed = if in_database.contains(place) {
            rows.local.iter().any(|row| seals(row, &typed.draft, true))
        } else {
            rows.log.iter().any(|row| seals(row, &typed.draft, false))
        };
    }
    let mut pairs = Vec::new();
    for (pair, rows) in &rows {
        let pair = found_pair(pair.clone(), rows, &me);
        found.remembered.extend(replaced(&rows.log, &pair.document));
        pairs.push(pair);
    }
    found.pairs = unite(pairs);
    for pair in &mut found.pairs {
        pair.history = history_of(&pair.names, &stored.history);
    }
    found.drafts = drafts.into_values().filter(|draft| !found.erased.contains(&draft.pair)).collect();
    found
}

/// What was done in a pair, under whatever name; what stands under the name that it goes by, the smallest, counts before the rest. A
/// row that does not read is one thing less that can be undone, nothing more.
fn history_of(names: &BTreeSet<PairId>, rows: &[(String, Option<String>)]) -> History {
    let mut deeds = Vec::new();
    for name in names {
        let of_name = rows.iter().filter(|(key, _)| key.split_once('/').is_some_and(|(pair, _)| pair == name.as_str()));
        deeds.extend(of_name.filter_map(|(_, text)| serde_json::from_str::<Deed>(text.as_deref()?).ok()));
    }
    History::of(deeds)
}

impl Found {
    /// Whether what belongs to that generation of a pair was erased.
    fn is_erased(&self, pair: &PairId, generation: u32) -> bool {
        self.tombstones.get(&meta::erased(pair)).is_some_and(|last| generation <= *last)
    }
}

/// A pair, a tab, and a path.
type Place = (PairId, String, String);
type Drafts = BTreeMap<Place, FoundDraft>;

/// Whether an edit is what `draft` became: by the same author, over the same words, typed on since or not; with all its words when
/// that is asked for.
fn seals(row: &Row, draft: &Draft, with_words: bool) -> bool {
    row.edits_said().into_iter().any(|(path, _, edit)| {
        let is_its = *path == draft.path && edit.by == draft.author && edit.over == draft.seen && edit.at >= draft.at;
        let has_words = || edit.value.text().is_some_and(|text| text.starts_with(draft.text.trim()));
        is_its && (!with_words || has_words())
    })
}

fn read_local(
    key: &str,
    text: &str,
    rows: &mut BTreeMap<PairId, Rows>,
    me: &mut People,
    drafts: &mut Drafts,
    found: &mut Found,
) {
    let json = checked(text);
    let is_read = match keys::read(key) {
        Some(LocalKey::Record(pair)) => match json.and_then(|json| serde_json::from_str::<Document>(json).ok()) {
            Some(document) if document.known_as(&pair) && found.is_erased(&pair, document.generation()) => {
                found.stale_local.push(key.to_owned());
                true
            }
            Some(document) if document.known_as(&pair) => {
                rows.entry(pair).or_default().local.push(Row::Part { document });
                true
            }
            _ => false,
        },
        Some(LocalKey::Me(pair)) => json.is_some_and(|text| keep_later(me, pair, text)),
        Some(LocalKey::Draft(pair, tab)) => match json.and_then(|json| serde_json::from_str::<Draft>(json).ok()) {
            Some(draft) => {
                keep_latest(drafts, pair, tab, draft);
                true
            }
            None => false,
        },
        Some(LocalKey::Own) | None => true,
    };
    if !is_read {
        found.unreadable_local.push(unreadable(key, Some(text)));
    }
}

fn unreadable(key: &str, text: Option<&str>) -> Quarantined {
    Quarantined { key: key.to_owned(), text: text.unwrap_or_default().to_owned() }
}

fn read_draft(key: &str, text: &str) -> Option<(PairId, String, Draft)> {
    let (pair, rest) = key.split_once('/')?;
    let (tab, _) = rest.split_once('/')?;
    Some((PairId::parse(pair)?, tab.to_owned(), serde_json::from_str(text).ok()?))
}

fn keep_latest(drafts: &mut Drafts, pair: PairId, tab: String, draft: Draft) {
    let place = (pair.clone(), tab.clone(), draft.path.to_string());
    let kept = drafts.entry(place).or_insert_with(|| FoundDraft { pair, tab, draft: draft.clone(), is_sealed: false });
    if draft.at > kept.draft.at {
        kept.draft = draft;
    }
}

/// Who uses this browser in each pair, and since when that is said.
type People = BTreeMap<PairId, (Option<Instant>, PersonId)>;

/// Takes in who uses this browser in a pair, unless something later was said; whether it reads at all.
fn keep_later(people: &mut People, pair: PairId, stored: &str) -> bool {
    let (at, text) = stamp::read(stored);
    let Some(person) = PersonId::parse(text) else { return false };
    if people.get(&pair).is_none_or(|(known, _)| *known <= at) {
        people.insert(pair, (at, person));
    }
    true
}

fn found_pair(pair: PairId, rows: &Rows, me: &People) -> FoundPair {
    let mut document = Document::new(pair.clone());
    let has_log = !rows.log.is_empty();
    Row::replay_all(&rows.log, &mut document);
    let log_alone = document.clone();
    Row::replay_all(&rows.local, &mut document);
    FoundPair {
        in_log: has_log && document == log_alone,
        document,
        history: History::default(),
        me: me.get(&pair).map(|(_, person)| *person),
        names: std::iter::once(pair).gather(),
    }
}

/// What the log says of edits that were replaced since, for showing what both sides of a conflict replaced.
fn replaced<'a>(log: &'a [Row], document: &'a Document) -> impl Iterator<Item = (EditId, Value)> + 'a {
    let is_past = |path: &Path, id: &EditId| document.field(path).is_some_and(|field| field.past().contains(id));
    let said = log.iter().flat_map(Row::edits_said).filter(move |(path, id, _)| is_past(path, id));
    said.map(|(_, id, edit)| (id, edit.value.clone()))
}

/// Pairs stored under several names because both people had started them become one.
fn unite(pairs: Vec<FoundPair>) -> Vec<FoundPair> {
    let mut united: Vec<FoundPair> = Vec::new();
    for mut pair in pairs {
        while let Some(place) = united.iter().position(|other| other.document.is_same_pair(&pair.document)) {
            let other = united.swap_remove(place);
            pair.document.join(&other.document);
            // Each of the two comes out of the log alone, so joined they do.
            pair.in_log &= other.in_log;
            pair.names.extend(other.names);
            pair.me = other.me.or(pair.me);
        }
        united.push(pair);
    }
    sorting::sort_by(&mut united, |one, two| one.document.pair().cmp(two.document.pair()));
    united
}
