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
use crate::web::storage::local::{checked, checksum};
use crate::web::storage::stamp::{is_later, stamped, text_of};
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
                // What it holds is joined once it answers.
                core.unread.set(true);
                core.behind.set(true);
                self.not_kept(fault);
            }
            Index::default()
        });
        self.set_small_aside(&index.meta).await;
        let ops = self.heal_small(&index.meta);
        let bare = self.know(&index);
        let said = later(core.local.read_checked(keys::OPENED), index.meta.get(meta::OPENED));
        let was_opened = said.is_some();
        let said = said.and_then(|name| PairId::parse(text_of(&name)));
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
        if let Some(id) = opened.as_ref().filter(|id| !core.local.says(keys::OPENED, id.as_str())) {
            // The page's first words, before anything is loaded, go by it. A local storage that refuses has been said.
            let _ = core.local.write(keys::OPENED, &stamped(self.now(), id.as_str()));
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

    /// The database answers that did not at the start: what it holds is joined with what was written meanwhile.
    pub(super) async fn read_late(self) {
        let core = self.core();
        core.loading.set(core.loading.get() + 1);
        if let Ok(index) = self.read_index().await
            && self.core.try_get_value().is_some()
        {
            self.set_small_aside(&index.meta).await;
            let ops = self.heal_small(&index.meta);
            let mut names = self.know(&index);
            names.extend(core.pairs.borrow().values().flat_map(|kept| kept.document.names()));
            self.load_pairs(names, ops).await;
            let said = later(core.local.read_checked(keys::OPENED), index.meta.get(meta::OPENED));
            let said = said.and_then(|name| PairId::parse(text_of(&name)));
            match (core.opened(), self.last_opened(said.as_ref())) {
                // Nobody has begun anything: as at any other start.
                (None, Some(id)) => {
                    let id = self.bring(&id).await;
                    self.show_pair(id);
                }
                _ => self.refresh_pair(),
            }
            self.list_pairs();
            if self.has_pairs() {
                self.leave_mark();
            }
        } else {
            core.unread.set(true);
        }
        self.end_loading();
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
                ops.push(Op::Put(Area::Meta, meta::me(&id), stamped(self.now(), &me.to_string())));
            }
            let given = pair.names.iter().filter_map(|name| Instant::parse(stored.meta.get(&meta::given(name))?)).max();
            by_name.extend(pair.names.into_iter().map(|name| (name, id.clone())));
            let mut pairs = core.pairs.borrow_mut();
            let here = pairs.iter().find(|(_, kept)| kept.document.is_same_pair(&pair.document));
            let here = here.map(|(id, _)| id.clone());
            let mut kept = Kept { document: pair.document, me, undo, given, history: pair.history };
            if let Some(here) = here
                && let Some(other) = pairs.remove(&here)
            {
                // Read twice at once, or written in before the database answered.
                kept.document.join(&other.document);
                kept.me = other.me;
                kept.undo = other.undo.or(kept.undo);
                kept.given = other.given.max(kept.given);
                kept.history.join(other.history);
                if core.opened() == Some(here) {
                    core.opened.replace(Some(id.clone()));
                }
            }
            pairs.insert(id.clone(), kept);
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
        let kinds = [
            ("log", Some(Area::Log), &found.unreadable_log),
            ("drafts", Some(Area::Drafts), &found.unreadable_drafts),
            ("meta", None, &found.unreadable_small),
            ("local", None, &found.unreadable_local),
        ];
        let all: Vec<Quarantined> = kinds.iter().flat_map(|(.., bad)| bad.iter().cloned()).collect();
        if all.is_empty() {
            return BTreeSet::new();
        }
        let mut ops = Vec::new();
        for (from, area, found) in kinds {
            for bad in found {
                // The same thing found again at the next start is the same copy.
                let name = format!("{from}/{}/{}", bad.key, checksum(&bad.text));
                ops.push(Op::Put(Area::Quarantine, name, bad.text.clone()));
                // A row that is JSON, or no text at all, may be a newer version's: it stays for that version to read.
                let is_torn = !bad.text.is_empty() && serde_json::from_str::<IgnoredAny>(&bad.text).is_err();
                ops.extend(area.filter(|_| is_torn).map(|area| Op::Delete(area, bad.key.clone())));
            }
        }
        let copied = self.write_durably(ops).await;
        let mut untouchable = BTreeSet::new();
        for bad in &found.unreadable_local {
            if copied.is_err() && core.local.write_raw(&format!("{}{}", keys::ASIDE, bad.key), &bad.text).is_err() {
                untouchable.insert(bad.key.clone());
            }
        }
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

    /// The mentor's own words, where they do not read: before the other store's heal them, or new ones are written over them.
    async fn set_small_aside(self, kept: &BTreeMap<String, String>) {
        let local = self.core().local;
        let bad = |key: &str, text: &str| Quarantined { key: key.to_owned(), text: text.to_owned() };
        let is_read = |stored: &str| Profile::of_json(text_of(stored)).is_some();
        let mut found = Found::default();
        if let Some(text) = local.read(keys::PROFILE).filter(|text| !checked(text).is_some_and(is_read)) {
            found.unreadable_local.push(bad(keys::PROFILE, &text));
        }
        if let Some(text) = kept.get(meta::PROFILE).filter(|text| !is_read(text)) {
            found.unreadable_small.push(bad(meta::PROFILE, text));
        }
        let untouchable = self.set_aside(&found).await;
        if !found.unreadable_local.is_empty() && !untouchable.contains(keys::PROFILE) {
            local.remove(keys::PROFILE);
        }
    }

    /// Settings, the mentor's own and the device's name: what was written later counts, and heals the other store.
    fn heal_small(self, kept: &BTreeMap<String, String>) -> Vec<Op> {
        let core = self.core();
        let mut ops = Vec::new();
        let mut heal = |local: &str, meta: &str, take: &dyn Fn(&str) -> bool| {
            let (here, kept) = (core.local.read_checked(local), kept.get(meta));
            let counts = |kept: &&String| here.as_ref().is_none_or(|here| is_later(kept, here)) && take(text_of(kept));
            if let Some(kept) = kept.filter(counts) {
                // A local storage that refuses has been said by its probe.
                let _ = core.local.write(local, kept);
            } else if let Some(here) = here.filter(|here| kept != Some(here)) {
                ops.push(Op::Put(Area::Meta, meta.to_owned(), here));
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
            let me = kept.me.to_string();
            let me_key = keys::me(id);
            let mut texts = Vec::new();
            if !core.local.says(&me_key, &me) {
                texts.push((me_key, stamped(self.now(), &me)));
            }
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

/// Of two stored texts the one that was written later; the first when neither was.
fn later(one: Option<String>, other: Option<&String>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) if is_later(other, &one) => Some(other.clone()),
        (one, other) => one.or_else(|| other.cloned()),
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
