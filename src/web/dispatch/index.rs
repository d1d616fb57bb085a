//! What the start reads of every pair without reading its record: which names are stored, their summaries, what was erased.

use std::collections::{BTreeMap, BTreeSet};

use super::summaries::Summary;
use super::{StorageFault, Store};
use crate::domain::sorting::Gather as _;
use crate::domain::{Instant, PairId};
use crate::web::storage::database::{Area, Database, Op};
use crate::web::storage::start::{Found, meta};
use crate::web::storage::{Quarantined, keys};

/// What is read at the start of every pair.
#[derive(Default)]
pub(super) struct Index {
    /// Small things by key.
    pub(super) meta: BTreeMap<String, String>,
    /// Names under which there are rows.
    pub(super) pairs: BTreeSet<PairId>,
    /// Keys of the log, and beginnings of keys, that name no pair.
    pub(super) strays: Vec<String>,
}

impl Store {
    pub(super) async fn read_index(self) -> Result<Index, StorageFault> {
        let database = Database::open().await?;
        let mut index = Index::default();
        // What undoing an import needs is large, and read with its pair.
        for few in [meta::SETTINGS, meta::DEVICE, meta::OPENED, meta::PROFILE, "erased/", "retired/", "summary/", "me/"]
        {
            let rows = database.read_under(Area::Meta, few).await?;
            index.meta.extend(rows.into_iter().filter_map(|(key, text)| text.map(|text| (key, text))));
        }
        for area in [Area::Log, Area::Drafts] {
            let (beginnings, strays) = database.beginnings(area).await?;
            let (pairs, others): (Vec<_>, Vec<_>) =
                beginnings.into_iter().map(|name| PairId::parse(&name).ok_or(name)).partition(Result::is_ok);
            index.pairs.extend(pairs.into_iter().flatten());
            if area == Area::Log {
                index.strays.extend(strays);
                index.strays.extend(others.into_iter().filter_map(|name| name.err().map(|name| format!("{name}/"))));
            }
        }
        if let Some(former) = self.core().database.replace(Some(database)) {
            former.close();
        }
        Ok(index)
    }

    /// Takes in what is known of every pair without reading its record. Gives the names of which nothing is: those are read.
    pub(super) fn know(self, index: &Index) -> BTreeSet<PairId> {
        let core = self.core();
        let local = core.local.keys();
        let tombstones = index.meta.iter().filter(|(key, _)| key.starts_with("erased/"));
        let mut tombstones: BTreeMap<String, u32> =
            tombstones.map(|(key, text)| (key.clone(), text.parse().unwrap_or(u32::MAX))).gather();
        // The database could not be told of these: it is now, and before anything of them is read.
        for (key, sum) in local.iter().filter_map(|key| Some((key, key.strip_prefix(keys::ERASED)?))) {
            let last: u32 = core.local.read_checked(key).and_then(|text| text.parse().ok()).unwrap_or_default();
            let known = tombstones.entry(format!("erased/{sum}")).or_default();
            *known = last.max(*known);
            let tell = Op::Put(Area::Meta, format!("erased/{sum}"), known.to_string());
            core.erasing.borrow_mut().push(tell);
            core.behind.set(true);
        }
        core.tombstones.replace(tombstones);
        let of_meta = |kind: &str| {
            let kind = kind.to_owned();
            index
                .meta
                .iter()
                .filter_map(move |(key, text)| Some((PairId::parse(key.strip_prefix(&kind)?)?, text.clone())))
        };
        let retired = of_meta("retired/").filter_map(|(pair, at)| Some((pair, Instant::parse(&at)?)));
        core.retired.replace(retired.gather());
        let in_local = local.iter().filter_map(|key| Some((keys::summary_of(key)?, core.local.read_checked(key)?)));
        let is_erased = |summary: &Summary| {
            let tombstones = core.tombstones.borrow();
            let last = |name: &PairId| tombstones.get(&meta::erased(name)).copied();
            summary.names.iter().filter_map(last).any(|last| summary.generation <= last)
        };
        for (pair, json) in in_local.chain(of_meta("summary/")) {
            if let Some(summary) = serde_json::from_str::<Summary>(&json).ok().filter(|summary| !is_erased(summary)) {
                // Either store heals the other.
                if index.meta.get(&meta::summary(&pair)) != Some(&json) {
                    let op = Op::Put(Area::Meta, meta::summary(&pair), json.clone());
                    core.new_summaries.borrow_mut().insert(pair.clone(), op);
                } else if core.local.read_checked(&keys::summary(&pair)).as_ref() != Some(&json) {
                    // A local storage that refuses has been said by its probe.
                    let _ = core.local.write(&keys::summary(&pair), &json);
                    core.new_summaries.borrow_mut().remove(&pair);
                }
                core.known.borrow_mut().insert(pair, summary);
            }
        }
        let mut stored: BTreeSet<PairId> = index.pairs.clone();
        stored.extend(local.iter().filter_map(|key| keys::pair_of(key)));
        stored.extend(of_meta("me/").map(|(pair, _)| pair));
        // A summary alone, its record gone from both stores, says nothing.
        core.known
            .borrow_mut()
            .retain(|id, summary| stored.contains(id) || summary.names.iter().any(|name| stored.contains(name)));
        let known: BTreeSet<PairId> = core
            .known
            .borrow()
            .iter()
            .flat_map(|(id, summary)| std::iter::once(id).chain(&summary.names).cloned().collect::<Vec<_>>())
            .gather();
        let bare = stored.difference(&known).cloned().gather();
        core.stored_names.replace(stored);
        bare
    }

    /// Rows of the log that belong to no pair are set aside.
    pub(super) async fn set_strays_aside(self, strays: &[String]) {
        let Ok(database) = self.database() else { return };
        let mut found = Found::default();
        for stray in strays {
            let rows = if stray.ends_with('/') {
                database.read_under(Area::Log, stray).await.unwrap_or_default()
            } else {
                database.get(Area::Log, stray).await.map(|text| vec![(stray.clone(), text)]).unwrap_or_default()
            };
            let bad = rows.into_iter().map(|(key, text)| Quarantined { key, text: text.unwrap_or_default() });
            found.unreadable_log.extend(bad);
        }
        self.set_aside(&found).await;
    }

    /// The pair to open: the one that was open last, or the only one.
    pub(super) fn last_opened(self, said: Option<&PairId>) -> Option<PairId> {
        let core = self.core();
        let retired = core.retired.borrow();
        let said = said.and_then(|said| self.known_as(said)).filter(|id| !retired.contains_key(id));
        let known = core.known.borrow();
        // With several pairs and none said, the list is shown; opening one unasked might show the wrong student.
        let mut shown = known.keys().filter(|id| !retired.contains_key(id));
        let only = shown.next().filter(|_| shown.next().is_none());
        said.or_else(|| only.cloned())
    }
}
