//! Removing a pair from the list: nothing goes for thirty days, then everything does.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{EraseScope, ImportError, RetiredPair, Store};
use crate::document::backup::Reason;
use crate::domain::{Instant, PairId};
use crate::web::storage::database::{Area, Op};
use crate::web::storage::keys;
use crate::web::storage::start::meta;
use crate::web::storage::tabs::Message;

/// How long a removed pair can be put back, in minutes.
const KEPT_MINUTES: i64 = 30 * 24 * 60;

/// The moment from which a pair removed at `at` cannot be put back any more.
pub(super) fn until(at: Instant) -> Instant {
    at.plus_minutes(KEPT_MINUTES)
}

impl Store {
    /// Pairs that were removed from the list and can still be put back.
    pub fn retired(self) -> Signal<Vec<RetiredPair>> {
        self.around().retired.into()
    }

    /// Removes the opened pair from the list, after a backup. It can be put back for thirty days.
    ///
    /// # Errors
    /// When the backup or the removal could not be kept; nothing changed then.
    pub async fn retire(self) -> Result<(), ImportError> {
        self.seal_all();
        self.back_up(Reason::Removal).await.map_err(ImportError::BackupFailed)?;
        let core = self.core();
        let pair = core.opened().ok_or(ImportError::NoPair)?;
        let at = self.now();
        let ops = vec![
            Op::Put(Area::Meta, meta::retired(&pair), at.to_string()),
            Op::Delete(Area::Meta, meta::OPENED.to_owned()),
        ];
        self.write_durably(ops).await.map_err(ImportError::NotKept)?;
        core.local.remove(keys::OPENED);
        self.hear_retired(&pair, Some(at));
        self.tell_retired(pair, Some(at));
        Ok(())
    }

    /// Puts a removed pair back in the list; opening one does.
    pub(super) fn put_back(self, pair: &PairId) {
        let core = self.core();
        let was_retired = core.retired.borrow().contains_key(pair);
        if was_retired {
            self.write_small(&meta::retired(pair), None);
            self.hear_retired(pair, None);
            self.tell_retired(pair.clone(), None);
        }
    }

    /// A pair was removed from the list or put back, here or in another tab.
    pub(super) fn hear_retired(self, pair: &PairId, at: Option<Instant>) {
        let core = self.core();
        if at.is_some() && core.opened().as_ref() == Some(pair) {
            self.seal_all();
            self.show_pair(None);
        }
        match at {
            Some(at) => core.retired.borrow_mut().insert(pair.clone(), at),
            None => core.retired.borrow_mut().remove(pair),
        };
        self.list_pairs();
    }

    fn tell_retired(self, pair: PairId, at: Option<Instant>) {
        self.say(&Message::Retired { pair, at });
    }

    /// Erases what was removed thirty days ago.
    pub(super) fn end_retirements(self) {
        let now = self.now();
        let over: Vec<PairId> = self.around().retired.with_untracked(|retired| {
            retired.iter().filter(|retired| retired.until <= now).map(|retired| retired.pair.id.clone()).collect()
        });
        if over.is_empty() {
            return;
        }
        spawn_local(async move {
            for pair in over {
                if self.core.try_get_value().is_some() {
                    // Should it fail, the next start does it again.
                    let _ = self.erase(EraseScope::Pair(pair)).await;
                }
            }
        });
    }
}
