//! Erasing erases: both stores, copies, drafts, what was set aside; the other tabs obey.

use leptos::prelude::*;

use super::{EraseScope, SaveState, Settings, StorageFault, Store};
use crate::domain::{PairId, Profile};
use crate::web::storage::database::{Area, Op};
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
            EraseScope::ThisPair => self.erase_pair().await,
            EraseScope::Everything => self.erase_everything().await,
        }
    }

    async fn erase_pair(self) -> Result<(), StorageFault> {
        let core = self.core();
        let Some(pair) = core.opened() else { return Ok(()) };
        let names: Vec<PairId> = core
            .with_document(|document| std::iter::once(document.pair()).chain(document.aliases()).cloned().collect())
            .unwrap_or_default();
        self.forget_pair(Some(&pair));
        let mut ops = Vec::new();
        for name in &names {
            for area in [Area::Log, Area::Drafts, Area::Backups, Area::History] {
                ops.push(Op::DeleteAll(area, format!("{name}/")));
            }
            ops.push(Op::DeleteAll(Area::Quarantine, format!("log/{name}/")));
            ops.push(Op::DeleteAll(Area::Quarantine, format!("local/{}", keys::pair(name))));
            ops.push(Op::Delete(Area::Meta, meta::me(name)));
            ops.push(Op::Delete(Area::Meta, meta::undo(name)));
            ops.push(Op::Delete(Area::Meta, meta::given(name)));
            // Should the page stop before local storage is emptied, what is left there must not heal the rest.
            ops.push(Op::Put(Area::Meta, meta::erased(name), String::new()));
        }
        ops.push(Op::Delete(Area::Meta, meta::OPENED.to_owned()));
        let outcome = self.write_durably(ops).await;
        for name in &names {
            let prefixes = [keys::pair(name), format!("{}{}", keys::ASIDE, keys::pair(name))];
            for key in core.local.keys() {
                if prefixes.iter().any(|prefix| key.starts_with(prefix)) {
                    core.local.remove(&key);
                }
            }
        }
        core.local.remove(keys::OPENED);
        if !self.has_pairs() {
            mark::remove().await;
        }
        self.tell_erased(Some(pair));
        outcome?;
        self.write_durably(names.iter().map(|name| Op::Delete(Area::Meta, meta::erased(name))).collect()).await
    }

    async fn erase_everything(self) -> Result<(), StorageFault> {
        let core = self.core();
        self.forget_pair(None);
        let outcome = self.write_durably(Area::ALL.map(Op::Clear).to_vec()).await;
        core.local.keys().iter().for_each(|key| core.local.remove(key));
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
        match pair {
            Some(pair) => core.pairs.borrow_mut().retain(|_, kept| !kept.document.known_as(pair)),
            None => core.pairs.borrow_mut().clear(),
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
        self.summarise_all();
    }

    fn tell_erased(self, pair: Option<PairId>) {
        let core = self.core();
        core.saved.set(None);
        if self.save_state.with_untracked(|state| matches!(state, SaveState::Saved(_))) {
            self.save_state.set(SaveState::Idle);
        }
        if let Some(channel) = core.channel.borrow().as_ref() {
            channel.say(&Message::Erased(pair));
        }
    }
}
