//! Keeping: local storage at once, then the log; “saved” only when the log's transaction has completed.

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::core::Core;
use super::{SaveState, StorageFault, Store};
use crate::document::Document;
use crate::document::Row;
use crate::domain::sorting::Gather as _;
use crate::domain::{PairId, Profile, RecordKey};
use crate::web::platform::{clock, random};
use crate::web::storage::database::{Area, Database, Op};
use crate::web::storage::keys;
use crate::web::storage::start::meta;
use crate::web::storage::tabs::Message;

impl Store {
    /// Keeps rows of the opened pair, and `ops` with them in the same transaction.
    pub(super) fn keep(self, rows: Vec<Row>, mut ops: Vec<Op>) {
        let core = self.core();
        let Some(pair) = core.opened() else { return };
        self.keep_local(&pair, &touched(&rows));
        ops.extend(puts(&pair, &rows));
        ops.extend(self.take_summaries());
        let message = (!rows.is_empty()).then_some(Message::Rows { pair, rows });
        self.write(ops, message);
    }

    /// Rewrites the keys of these records in local storage from the joined state.
    pub(super) fn keep_local(self, pair: &PairId, records: &BTreeSet<RecordKey>) {
        if self.is_outdated() {
            return;
        }
        let core = self.core();
        let pairs = core.pairs.borrow();
        let Some(kept) = pairs.get(pair).filter(|_| !core.outside.borrow().contains(pair)) else { return };
        // What it refused once stands there as it was before: when it takes again, it takes everything.
        let behind = self.missing.with_untracked(|missing| missing.local.is_some());
        let all = if behind { kept.document.records() } else { Vec::new() };
        let outcome = records.iter().chain(&all).try_for_each(|record| {
            core.local.write(&keys::record(pair, record), &to_json(&kept.document.part_of(record)))
        });
        drop(pairs);
        self.note_local(outcome);
    }

    /// Says whether local storage takes what it is given.
    pub(super) fn note_local(self, outcome: Result<(), StorageFault>) {
        let fault = outcome.err();
        if self.missing.with_untracked(|missing| missing.local != fault) {
            self.missing.update(|missing| missing.local = fault);
        }
    }

    /// Writes one transaction in the background, tells the other tabs once it has completed, and says so on screen.
    pub(super) fn write(self, ops: Vec<Op>, message: Option<Message>) {
        if ops.is_empty() || self.is_outdated() {
            self.settle();
            return;
        }
        self.begin_saving();
        let core = self.core();
        core.pending.set(core.pending.get() + 1);
        spawn_local(async move {
            let outcome = write_now(&core, ops).await;
            core.pending.set(core.pending.get().saturating_sub(1));
            if self.core.try_get_value().is_none() {
                return;
            }
            if let (Ok(()), Some(message), Some(channel)) = (&outcome, &message, core.channel.borrow().as_ref()) {
                channel.say(message);
            }
            self.report(outcome);
        });
    }

    /// Writes one transaction and returns once it has completed.
    pub(super) async fn write_durably(self, ops: Vec<Op>) -> Result<(), StorageFault> {
        if self.is_outdated() {
            return Err(StorageFault::Newer);
        }
        let core = self.core();
        self.begin_saving();
        core.pending.set(core.pending.get() + 1);
        let outcome = write_now(&core, ops).await;
        core.pending.set(core.pending.get().saturating_sub(1));
        if self.core.try_get_value().is_some() {
            self.report(outcome.clone());
        }
        outcome
    }

    /// Something is on its way. While nothing can be kept, that is what is said.
    pub(super) fn begin_saving(self) {
        let quiet = self.save_state.with_untracked(|state| matches!(state, SaveState::Saving | SaveState::NotKept(_)));
        if !quiet {
            self.save_state.set(SaveState::Saving);
        }
    }

    fn report(self, outcome: Result<(), StorageFault>) {
        let core = self.core();
        match outcome {
            Ok(()) => {
                core.saved.set(Some(clock::now()));
                if self.missing.with_untracked(|missing| missing.database.is_some()) {
                    self.missing.update(|missing| missing.database = None);
                }
                self.save_state.update_untracked(|state| {
                    if matches!(state, SaveState::NotKept(_)) {
                        *state = SaveState::Saving;
                    }
                });
                self.settle();
            }
            Err(fault) => self.not_kept(fault),
        }
    }

    pub(super) fn not_kept(self, fault: StorageFault) {
        self.missing.update(|missing| missing.database = Some(fault.clone()));
        self.save_state.set(SaveState::NotKept(fault));
    }

    /// When nothing is on its way any more, that is said.
    pub(super) fn settle(self) {
        let core = self.core();
        let is_saving = self.save_state.with_untracked(|state| matches!(state, SaveState::Saving));
        if is_saving && core.pending.get() == 0 && !core.is_typing_unkept() {
            self.save_state.set(core.saved.get().map_or(SaveState::Idle, SaveState::Saved));
        }
    }

    /// Keeps the settings whenever they change.
    pub(super) fn keep_settings(self) {
        let settings = self.settings;
        Effect::new(move |before: Option<super::Settings>| {
            let now = settings.get();
            let held = self.core.with_value(|core| core.hold_settings.replace(false));
            if !held && before.is_some_and(|before| before != now) {
                let json = now.to_json();
                self.keep_small(keys::SETTINGS, meta::SETTINGS, &json);
            }
            now
        });
    }

    /// Changes what the mentor keeps in this browser, on top of what another tab kept meanwhile.
    pub fn keep_profile(self, change: impl FnOnce(&mut Profile)) {
        let mut profile = super::core::stored_profile().unwrap_or_else(|| self.profile.get_untracked());
        change(&mut profile);
        self.keep_small(keys::PROFILE, meta::PROFILE, &profile.to_json());
        self.profile.set(profile);
    }

    /// Keeps one small thing in both stores.
    pub(super) fn keep_small(self, local: &str, meta: &str, text: &str) {
        if self.is_outdated() {
            return;
        }
        let core = self.core();
        if let Err(fault) = core.local.write(local, text) {
            self.missing.update(|missing| missing.local = Some(fault));
        }
        self.write(vec![Op::Put(Area::Meta, meta.to_owned(), text.to_owned())], None);
    }
}

/// The records that rows touch.
pub(super) fn touched(rows: &[Row]) -> BTreeSet<RecordKey> {
    rows.iter()
        .flat_map(|row| match row {
            Row::Edit { path, .. } => vec![path.record()],
            Row::Part { document } => document.records(),
        })
        .gather()
}

/// What puts rows into a pair's log.
pub(super) fn puts(pair: &PairId, rows: &[Row]) -> Vec<Op> {
    rows.iter().map(|row| Op::Put(Area::Log, row.key(pair, random::id), row.text())).collect()
}

pub(super) fn to_json(document: &Document) -> String {
    // A document holds only what JSON can say, so the fallback is never taken.
    serde_json::to_string(document).unwrap_or_default()
}

/// One transaction, after which everything up to now is on disk: when an earlier one failed, whole records go along.
async fn write_now(core: &Rc<Core>, mut ops: Vec<Op>) -> Result<(), StorageFault> {
    let was_behind = core.behind.replace(false);
    if was_behind {
        let pairs = core.pairs.borrow();
        for (pair, kept) in pairs.iter() {
            ops.extend(puts(pair, &[Row::Part { document: kept.document.clone() }]));
        }
    }
    let outcome = try_write(core, &ops).await;
    if outcome.is_err() {
        core.behind.set(true);
    }
    outcome
}

async fn try_write(core: &Rc<Core>, ops: &[Op]) -> Result<(), StorageFault> {
    let open = core.database.borrow().clone();
    if let Some(database) = open {
        match database.write(ops).await {
            // The browser closes connections when it clears data or under pressure: the next one may do.
            Err(StorageFault::Failed(name)) if name == "InvalidStateError" => {}
            outcome => return outcome,
        }
    }
    let database = Database::open().await?;
    let outcome = database.write(ops).await;
    core.database.replace(Some(database));
    outcome
}
