//! Erasing erases: both stores, copies, drafts, what was set aside; the other tabs obey.

use leptos::prelude::*;

use super::{EraseScope, SaveState, Settings, StorageFault, Store};
use crate::domain::{PairId, Profile};
use crate::web::storage::database::{Area, Op};
use crate::web::storage::stamp::text_of;
use crate::web::storage::start::meta;
use crate::web::storage::tabs::Message;
use crate::web::storage::{keys, mark};

impl Store {
    /// Erases for good. What the other person holds remains theirs.
    ///
    /// # Errors
    /// When the database could not be emptied: what this page holds and local storage are erased all the same.
    pub async fn erase(self, scope: EraseScope) -> Result<(), StorageFault> {
        match scope {
            EraseScope::ThisPair => match self.core().opened() {
                Some(pair) => self.erase_pair(pair).await,
                None => Ok(()),
            },
            EraseScope::Pair(pair) => self.erase_pair(pair).await,
            EraseScope::Everything => self.erase_everything().await,
        }
    }

    async fn erase_pair(self, pair: PairId) -> Result<(), StorageFault> {
        let core = self.core();
        let Some(id) = self.known_as(&pair) else { return Ok(()) };
        let names = core.known.borrow().get(&id).map(|summary| summary.names.clone()).unwrap_or_default();
        // First of all: whatever another tab, or this one, still writes of it does not count any more.
        let mut ops = self.bury(&names);
        let was_opened = core.opened() == Some(pair.clone());
        self.forget_pair(Some(&pair));
        ops.extend(names.iter().flat_map(everything_of));
        if was_opened {
            ops.push(Op::Delete(Area::Meta, meta::OPENED.to_owned()));
            core.local.remove(keys::OPENED);
        }
        let outcome = self.erase_durably(ops).await;
        for name in &names {
            let prefixes = [keys::pair(name), format!("{}{}", keys::ASIDE, keys::pair(name))];
            for key in core.local.keys() {
                if prefixes.iter().any(|prefix| key.starts_with(prefix)) {
                    core.local.remove(&key);
                }
            }
        }
        if !self.has_pairs() {
            mark::remove().await;
        }
        self.tell_erased(Some(pair));
        outcome
    }

    /// Takes something out of the database. What fails is tried again with whatever is written next, until it is done.
    async fn erase_durably(self, ops: Vec<Op>) -> Result<(), StorageFault> {
        let core = self.core();
        let outcome = self.write_durably(ops.clone()).await;
        if outcome.is_err() {
            // Should this page not live to see it done, the next start knows.
            for (key, last) in core.tombstones.borrow().iter().filter_map(|(key, last)| Some((told(key)?, last))) {
                let _ = core.local.write(&key, &last.to_string());
            }
            core.erasing.borrow_mut().extend(ops);
        }
        outcome
    }

    /// What says of these names that what was written of them up to now was erased.
    fn bury(self, names: &[PairId]) -> Vec<Op> {
        let core = self.core();
        let known = core.known.borrow();
        let mut tombstones = core.tombstones.borrow_mut();
        let mut bury = |name: &PairId| {
            let of_name = known.values().filter(|summary| summary.names.contains(name));
            let last = tombstones.entry(meta::erased(name)).or_default();
            *last = of_name.map(|summary| summary.generation).max().unwrap_or_default().max(*last);
            Op::Put(Area::Meta, meta::erased(name), last.to_string())
        };
        names.iter().map(&mut bury).collect()
    }

    async fn erase_everything(self) -> Result<(), StorageFault> {
        let core = self.core();
        let names: Vec<PairId> = core.known.borrow().values().flat_map(|summary| summary.names.clone()).collect();
        let tombstones = self.bury(&names);
        self.forget_pair(None);
        let ops = Area::ALL.map(Op::Clear).into_iter().chain(tombstones).collect();
        let outcome = self.erase_durably(ops).await;
        let is_told = |key: &&String| outcome.is_ok() || !key.starts_with(keys::ERASED);
        core.local.keys().iter().filter(is_told).for_each(|key| core.local.remove(key));
        mark::remove().await;
        core.device.replace(super::core::new_device());
        // Setting them as they were before anybody chose must not keep them again: the plain ones are what an empty store means.
        let plain = Settings::of_browser();
        if self.settings.get_untracked() != plain {
            core.hold_settings.set(true);
            self.settings.set(plain);
        }
        self.profile.set(Profile::default());
        self.shared_screen.set(false);
        self.tell_erased(None);
        outcome
    }

    /// Takes a pair, or all, off this page.
    pub(super) fn forget_pair(self, pair: Option<&PairId>) {
        let core = self.core();
        let is_gone = |names: &[PairId]| pair.is_none_or(|pair| names.contains(pair));
        core.pairs.borrow_mut().retain(|_, kept| !is_gone(&kept.document.names()));
        core.known.borrow_mut().retain(|_, summary| !is_gone(&summary.names));
        core.retired.borrow_mut().retain(|id, _| !is_gone(std::slice::from_ref(id)));
        core.new_summaries.borrow_mut().retain(|id, _| core.known.borrow().contains_key(id));
        match pair {
            Some(pair) => {
                let of_pair = small_of(pair);
                let is_opened = |text: &Option<String>| text.as_deref().map(text_of) == Some(pair.as_str());
                core.small.borrow_mut().retain(|key, text| !of_pair.contains(key) && !is_opened(text));
            }
            None => core.small.borrow_mut().clear(),
        }
        if let Some(pause) = core.pause.take() {
            pause.clear();
        }
        let gone = core.opened().is_some_and(|opened| !core.pairs.borrow().contains_key(&opened));
        if gone {
            self.show_pair(None);
            core.saved.set(None);
            self.save_state.set(SaveState::Idle);
        }
        self.around().quarantined.set(Vec::new());
        self.list_pairs();
    }

    fn tell_erased(self, pair: Option<PairId>) {
        let core = self.core();
        core.saved.set(None);
        if self.save_state.with_untracked(|state| matches!(state, SaveState::Saved(_))) {
            self.save_state.set(SaveState::Idle);
        }
        self.say(&Message::Erased(pair));
    }
}

/// Where local storage says of a pair that it was erased; `key` is the database's.
fn told(key: &str) -> Option<String> {
    key.strip_prefix("erased/").map(|sum| format!("{}{sum}", keys::ERASED))
}

/// What takes everything of a pair out of the database, but for what says that it was erased.
pub(super) fn everything_of(pair: &PairId) -> Vec<Op> {
    let under = [Area::Log, Area::Drafts, Area::Backups, Area::History];
    let mut ops: Vec<Op> = under.map(|area| Op::DeleteAll(area, format!("{pair}/"))).into();
    ops.push(Op::DeleteAll(Area::Quarantine, format!("log/{pair}/")));
    ops.push(Op::DeleteAll(Area::Quarantine, format!("drafts/{pair}/")));
    ops.push(Op::DeleteAll(Area::Quarantine, format!("local/{}", keys::pair(pair))));
    ops.extend(small_of(pair).map(|key| Op::Delete(Area::Meta, key)));
    ops
}

/// The keys of a pair's small things in the database.
fn small_of(pair: &PairId) -> [String; 5] {
    [meta::me(pair), meta::undo(pair), meta::given(pair), meta::retired(pair), meta::summary(pair)]
}
