//! What keeps the record safe beyond the two stores: a mark that a pair was here, the browser's promise to keep what it stores,
//! and what did not read, to be saved elsewhere.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Lost, Quarantined, StorageFault, Store};
use crate::web::platform::timer::sleep;
use crate::web::platform::{IntlZone, persist};
use crate::web::storage::database::{Area, Op};
use crate::web::storage::{keys, mark};

impl Store {
    /// A pair was here and both stores are empty of it: the browser erased them.
    pub fn lost(self) -> Signal<Option<Lost>> {
        self.around().lost.into()
    }

    /// Whether the browser promised to keep what is stored; nothing where it makes no promises.
    pub fn promised(self) -> Signal<Option<bool>> {
        self.around().promised.into()
    }

    /// Asks the browser to keep what is stored: at the end of the first call, and when somebody who came back writes. Not before:
    /// some browsers ask the person, who has then seen what there is to keep.
    pub fn ask_to_keep(self) {
        let core = self.core();
        if core.asked_to_keep.replace(true) || self.around().promised.get_untracked() == Some(true) {
            return;
        }
        spawn_local(async move {
            let promised = persist::ask().await;
            if self.core.try_get_value().is_some() {
                self.around().promised.set(promised);
            }
        });
    }

    /// Asks the browser again, because somebody wants it to; whether it promised.
    pub async fn ask_again_to_keep(self) -> bool {
        let promised = persist::ask().await;
        self.around().promised.set(promised);
        promised == Some(true)
    }

    /// Somebody does or types something: whoever came back, or ended the first call, is asked for the browser's promise now.
    pub(super) fn note_act(self) {
        let call_is_over =
            || self.pairing.with_untracked(|pair| pair.as_ref().is_some_and(|pair| pair.current_section().is_none()));
        if self.core.with_value(|core| core.came_back.get()) || call_is_over() {
            self.ask_to_keep();
        }
    }

    /// At the end of the start: leaves the mark when there is a pair, or finds one that says there was.
    pub(super) async fn compare_with_mark(self, was_opened: bool) {
        let core = self.core();
        self.around().promised.set(persist::granted().await);
        if self.has_pairs() {
            core.came_back.set(true);
            self.leave_mark();
        } else if !core.unread.get() {
            let seen = mark::find().await;
            self.around().lost.set((was_opened || seen.is_some()).then_some(Lost { seen }));
        }
    }

    /// A newer version of the page is open, or has been: this one shows what it has, and writes no more.
    pub fn outdated(self) -> Signal<bool> {
        self.around().outdated.into()
    }

    pub(super) fn is_outdated(self) -> bool {
        self.around().outdated.get_untracked()
    }

    /// A newer version of the page was opened in another tab: what was typed here is kept first, then the stores are the other's.
    pub(super) fn give_way(self) {
        if self.is_outdated() {
            return;
        }
        self.seal_all();
        self.keep_drafts();
        self.around().outdated.set(true);
        spawn_local(async move {
            for _ in 0..100 {
                let Some(core) = self.core.try_get_value() else { return };
                if core.pending.get() == 0 {
                    break;
                }
                sleep(Duration::from_millis(20)).await;
            }
            let database = self.core.try_get_value().and_then(|core| core.database.take());
            if let Some(database) = database {
                database.close();
            }
        });
    }

    /// Whether some pair is in this browser.
    pub(super) fn has_pairs(self) -> bool {
        !self.core().known.borrow().is_empty()
    }

    /// Leaves the mark that a pair is here.
    pub(super) fn leave_mark(self) {
        self.around().lost.set(None);
        let today = self.now().day(&IntlZone::of_browser());
        spawn_local(mark::leave(today));
    }

    /// Everything that ever was set aside because it did not read, as one text to save; nothing when there is none.
    pub async fn set_aside_text(self) -> Option<String> {
        let core = self.core();
        let database = core.database.borrow().clone();
        let mut kept: Vec<Quarantined> = match database {
            Some(database) => database.read(Area::Quarantine).await.unwrap_or_default(),
            None => Vec::new(),
        }
        .into_iter()
        .map(|(key, text)| Quarantined { key, text: text.unwrap_or_default() })
        .collect();
        let aside = core.local.keys().into_iter().filter(|key| key.starts_with(keys::ASIDE));
        kept.extend(aside.filter_map(|key| core.local.read(&key).map(|text| Quarantined { key, text })));
        if kept.is_empty() {
            kept = self.around().quarantined.get_untracked();
        }
        let rows: Vec<_> = kept.iter().map(|bad| (&bad.key, &bad.text)).collect();
        // Pairs of texts, so the fallback is never taken.
        (!rows.is_empty()).then(|| serde_json::to_string_pretty(&rows).unwrap_or_default())
    }

    /// Throws away what was set aside.
    ///
    /// # Errors
    /// When the database refuses; nothing is thrown away then.
    pub async fn drop_set_aside(self) -> Result<(), StorageFault> {
        let core = self.core();
        self.write_durably(vec![Op::Clear(Area::Quarantine)]).await?;
        for key in core.local.keys().iter().filter(|key| key.starts_with(keys::ASIDE)) {
            core.local.remove(key);
        }
        self.around().quarantined.set(Vec::new());
        Ok(())
    }
}
