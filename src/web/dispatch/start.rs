//! The start: everything readable in both stores joined, what does not read set aside, what a dead tab left sealed, each store
//! healed from the other.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use serde::de::IgnoredAny;

use super::core::Kept;
use super::index::Index;
use super::keeping::{puts, to_json};
use super::types::ImportMemory;
use super::{Settings, StorageFault, Store};
use crate::document::Row;
use crate::domain::schema::name;
use crate::domain::sorting;
use crate::domain::{DeviceId, Instant, PairId, PersonId, Profile};
use crate::web::storage::database::{Area, Database, Op};
use crate::web::storage::local::checksum;
use crate::web::storage::start::{Found, FoundDraft, Stored, assemble, meta};
use crate::web::storage::tabs::{self, TabLock};
use crate::web::storage::{Quarantined, keys};

impl Store {
    /// Reads what this browser keeps, and opens the pair that was open last. Pages may be shown once it returns; it never fails:
    /// what is missing is in [`Store::missing`].
    ///
    /// Of the other pairs only the summaries are read: their records are joined, set aside and healed when they are opened.
    pub async fn load(self) {
        let core = self.core();
        core.lock.replace(Some(TabLock::take(&core.tab).await));
        if let Err(fault) = core.local.probe() {
            self.missing.update(|missing| missing.local = Some(fault));
        }
        core.loading.set(core.loading.get() + 1);
        self.listen();
        let index = self.read_index().await.unwrap_or_else(|fault| {
            if fault == StorageFault::Newer {
                self.around().outdated.set(true);
            } else {
                self.not_kept(fault);
            }
            Index::default()
        });
        let ops = self.heal_small(&index.meta);
        let bare = self.know(&index);
        let said = core.local.read_checked(keys::OPENED).or_else(|| index.meta.get(meta::OPENED).cloned());
        let was_opened = said.is_some();
        let said = said.and_then(|name| PairId::parse(&name));
        let mut names = bare;
        if let Some(id) = said.as_ref().and_then(|said| self.known_as(said)) {
            names.extend(core.known.borrow().get(&id).into_iter().flat_map(|summary| summary.names.clone()));
        }
        self.set_strays_aside(&index.strays).await;
        self.load_pairs(names, ops).await;
        let opened = match self.last_opened(said.as_ref()) {
            Some(id) => self.bring(&id).await,
            None => None,
        };
        self.list_pairs();
        if let Some(id) =
            opened.as_ref().filter(|id| core.local.read_checked(keys::OPENED).as_deref() != Some(id.as_str()))
        {
            // The page's first words, before anything is loaded, go by it. A local storage that refuses has been said.
            let _ = core.local.write(keys::OPENED, id.as_str());
        }
        self.show_pair(opened.clone());
        self.end_loading();
        self.compare_with_mark(was_opened).await;
        self.end_retirements();
        if let Some(opened) = opened {
            self.note_opened(&opened);
        }
        self.back_up_daily();
    }

    /// Reads the records of the pairs that go by these names, from both stores joined; what does not read is set aside, what dead
    /// tabs left is sealed, and each store healed from the other. `ops` go along.
    pub(super) async fn load_pairs(self, mut names: BTreeSet<PairId>, mut ops: Vec<Op>) {
        let core = self.core();
        core.loading.set(core.loading.get() + 1);
        let (stored, found) = loop {
            let stored = self.read_pairs(&names).await;
            self.note_logs(&names, &stored.log);
            let found = assemble(&stored);
            let also: Vec<PairId> = found.pairs.iter().flat_map(|pair| pair.document.names()).collect();
            let more: Vec<PairId> = also
                .into_iter()
                .filter(|name| core.stored_names.borrow().contains(name) && !names.contains(name))
                .collect();
            if more.is_empty() {
                break (stored, found);
            }
            names.extend(more);
        };
        let untouchable = self.set_aside(&found).await;
        self.finish_erasing(&found).await;
        core.remember_all(found.remembered);
        let mut by_name = BTreeMap::new();
        let mut loaded = BTreeSet::new();
        for pair in found.pairs {
            let id = pair.document.pair().clone();
            let undo = pair
                .names
                .iter()
                .filter_map(|name| serde_json::from_str::<ImportMemory>(stored.meta.get(&meta::undo(name))?).ok())
                .find(|memory| memory.undone || memory.after.generation() == pair.document.generation());
            let me = pair.me.unwrap_or(PersonId::MENTOR);
            if !pair.in_log {
                ops.extend(puts(&id, &[Row::Part { document: pair.document.clone() }]));
                ops.push(Op::Put(Area::Meta, meta::me(&id), me.to_string()));
            }
            let given = pair.names.iter().filter_map(|name| Instant::parse(stored.meta.get(&meta::given(name))?)).max();
            by_name.extend(pair.names.into_iter().map(|name| (name, id.clone())));
            let mut pairs = core.pairs.borrow_mut();
            if let Some(kept) = pairs.get_mut(&id) {
                // Read twice at once.
                kept.document.join(&pair.document);
            } else {
                let kept = Kept { document: pair.document, me, undo, given, history: pair.history };
                pairs.insert(id.clone(), kept);
            }
            loaded.insert(id);
        }
        let sealed = self.seal_dead(&found.drafts, &by_name, &mut ops).await;
        self.heal_local(&loaded, &untouchable);
        for id in &loaded {
            self.note_pair(id);
        }
        ops.extend(self.take_summaries());
        let kept = if ops.is_empty() { Ok(()) } else { self.write_durably(ops).await };
        if kept.is_ok() {
            for key in &sealed {
                core.local.remove(key);
            }
        }
        self.end_loading();
    }

    /// What other tabs said while something was read is joined now.
    fn end_loading(self) {
        let core = self.core();
        core.loading.set(core.loading.get().saturating_sub(1));
        if core.loading.get() == 0 {
            let heard = std::mem::take(&mut *core.heard.borrow_mut());
            for (pair, rows) in heard {
                self.hear_rows(&pair, rows);
            }
        }
    }

    /// Both stores' rows of the pairs that go by these names. A database that does not answer was said; local storage has its part.
    async fn read_pairs(self, names: &BTreeSet<PairId>) -> Stored {
        let core = self.core();
        let mut stored = Stored::default();
        let tombstones = core.tombstones.borrow().clone();
        stored.meta.extend(tombstones.into_iter().map(|(key, last)| (key, last.to_string())));
        if let Ok(database) = self.database()
            && let Err(fault) = read_rows(&database, names, &mut stored).await
        {
            self.not_kept(fault);
        }
        let is_of = |key: &String| keys::pair_of(key).is_some_and(|pair| names.contains(&pair));
        let local = core.local.keys().into_iter().filter(is_of);
        stored.local = local.filter_map(|key| core.local.read(&key).map(|text| (key, text))).collect();
        stored
    }

    /// Copies what does not read, byte for byte. Gives the keys of local storage that nothing may be written over because they
    /// could not be copied.
    pub(super) async fn set_aside(self, found: &Found) -> BTreeSet<String> {
        let core = self.core();
        if found.unreadable_log.is_empty() && found.unreadable_local.is_empty() {
            return BTreeSet::new();
        }
        let aside = |from: &str, bad: &Quarantined| {
            // The same thing found again at the next start is the same copy.
            let name = format!("{from}/{}/{}", bad.key, checksum(&bad.text));
            Op::Put(Area::Quarantine, name, bad.text.clone())
        };
        let mut ops: Vec<Op> = found.unreadable_log.iter().map(|bad| aside("log", bad)).collect();
        // A row that is JSON, or no text at all, may be a newer version's: it stays for that version to read.
        let is_torn =
            |bad: &&Quarantined| !bad.text.is_empty() && serde_json::from_str::<IgnoredAny>(&bad.text).is_err();
        let torn = found.unreadable_log.iter().filter(is_torn);
        ops.extend(torn.map(|bad| Op::Delete(Area::Log, bad.key.clone())));
        ops.extend(found.unreadable_local.iter().map(|bad| aside("local", bad)));
        let copied = self.write_durably(ops).await;
        let mut untouchable = BTreeSet::new();
        for bad in &found.unreadable_local {
            if copied.is_err() && core.local.write_raw(&format!("{}{}", keys::ASIDE, bad.key), &bad.text).is_err() {
                untouchable.insert(bad.key.clone());
            }
        }
        let all = found.unreadable_log.iter().chain(&found.unreadable_local);
        let all: Vec<Quarantined> = all.cloned().collect();
        self.around().quarantined.update(|quarantined| quarantined.extend(all));
        untouchable
    }

    /// Ends an erasing that the page did not live to end.
    async fn finish_erasing(self, found: &Found) {
        let core = self.core();
        if self.is_outdated() {
            return;
        }
        for key in &found.stale_local {
            core.local.remove(key);
        }
        for pair in &found.erased {
            let prefix = keys::pair(pair);
            core.local.keys().iter().filter(|key| key.starts_with(&prefix)).for_each(|key| core.local.remove(key));
        }
        let mut ops: Vec<Op> = found.erased.iter().flat_map(super::erase::everything_of).collect();
        ops.extend(found.stale_log.iter().map(|key| Op::Delete(Area::Log, key.clone())));
        if !ops.is_empty() {
            // Should this fail, the next start does it again.
            let _ = self.write_durably(ops).await;
        }
    }

    /// Settings, the mentor's own and the device's name: local storage counts, the database heals it.
    fn heal_small(self, kept: &BTreeMap<String, String>) -> Vec<Op> {
        let core = self.core();
        let mut ops = Vec::new();
        let mut heal = |local: &str, meta: &str, take: &dyn Fn(&str) -> bool| {
            match (core.local.read_checked(local), kept.get(meta)) {
                (None, Some(kept)) if take(kept) => {
                    // A local storage that refuses has been said by its probe.
                    let _ = core.local.write(local, kept);
                }
                (Some(text), kept) if kept != Some(&text) => {
                    ops.push(Op::Put(Area::Meta, meta.to_owned(), text));
                }
                _ => {}
            }
        };
        heal(keys::SETTINGS, meta::SETTINGS, &|json| {
            Settings::of_json(json).map(|settings| self.settings.set(settings)).is_some()
        });
        heal(keys::PROFILE, meta::PROFILE, &|json| {
            Profile::of_json(json).map(|profile| self.profile.set(profile)).is_some()
        });
        heal(keys::DEVICE, meta::DEVICE, &|device| {
            DeviceId::parse(device).map(|known| core.device.replace(known)).is_some()
        });
        ops
    }

    /// Makes edits of what dead tabs left in typing. Gives the keys of local storage to take away once that is on disk.
    async fn seal_dead(
        self,
        drafts: &[FoundDraft],
        names: &BTreeMap<PairId, PairId>,
        ops: &mut Vec<Op>,
    ) -> Vec<String> {
        let core = self.core();
        if drafts.is_empty() {
            return Vec::new();
        }
        let living = tabs::living().await.unwrap_or_default();
        let mut dead: Vec<&FoundDraft> = drafts.iter().filter(|draft| !living.contains(&draft.tab)).collect();
        sorting::sort_by_key(&mut dead, |found| found.draft.at);
        let mut sealed = Vec::new();
        let mut pairs = core.pairs.borrow_mut();
        for FoundDraft { pair, tab, draft, is_sealed } in dead {
            let Some((id, kept)) = names.get(pair).and_then(|id| Some((id, pairs.get_mut(id)?))) else { continue };
            // A first name cannot be empty: left so, the one before stands.
            let is_nothing = draft.path.field() == name::NAME && draft.text.trim().is_empty();
            let edit = if is_nothing || *is_sealed { None } else { kept.document.seal(draft) };
            if let Some(edit) = edit {
                ops.extend(puts(id, &Row::edits(&kept.document, vec![edit])));
            }
            ops.push(Op::Delete(Area::Drafts, format!("{pair}/{tab}/{}", draft.path)));
            sealed.push(keys::draft(pair, tab, &draft.path));
        }
        sealed
    }

    /// Writes every record of these pairs in local storage that is not as it should be.
    pub(super) fn heal_local(self, ids: &BTreeSet<PairId>, untouchable: &BTreeSet<String>) {
        if self.is_outdated() {
            return;
        }
        let core = self.core();
        let mut fault = None;
        for (id, kept) in core.pairs.borrow().iter().filter(|(id, _)| ids.contains(*id)) {
            let mut texts = vec![(keys::me(id), kept.me.to_string())];
            for record in kept.document.records() {
                texts.push((keys::record(id, &record), to_json(&kept.document.part_of(&record))));
            }
            for (key, text) in texts {
                if untouchable.contains(&key) || core.local.read_checked(&key).as_ref() == Some(&text) {
                    continue;
                }
                if let Err(refused) = core.local.write(&key, &text) {
                    fault = Some(refused);
                }
            }
        }
        if let Some(fault) = fault {
            self.missing.update(|missing| missing.local = Some(fault));
        }
    }
}

async fn read_rows(database: &Database, names: &BTreeSet<PairId>, stored: &mut Stored) -> Result<(), StorageFault> {
    for name in names {
        let prefix = format!("{name}/");
        stored.log.extend(database.read_under(Area::Log, &prefix).await?);
        stored.drafts.extend(database.read_under(Area::Drafts, &prefix).await?);
        stored.history.extend(database.read_under(Area::History, &prefix).await?);
        for key in [meta::me(name), meta::given(name), meta::undo(name)] {
            if let Some(text) = database.get(Area::Meta, &key).await? {
                stored.meta.insert(key, text);
            }
        }
    }
    Ok(())
}
