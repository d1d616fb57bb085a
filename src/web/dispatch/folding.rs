//! Folding logs while nobody looks: what was on disk when this page read it, and only once local storage has long caught up.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{StorageFault, Store};
use crate::document::fold;
use crate::domain::sorting::Gather as _;
use crate::domain::{Instant, PairId};
use crate::web::storage::database::{Area, Database, Op};

/// How long rows stay after they were read, in minutes. Browsers write local storage late, by up to a minute as measured: one that is
/// killed may find a draft there that was made an edit and forgotten. Its row tells so, and without it nobody could.
const SETTLED: i64 = 5;

/// By how many rows a log has to get shorter for it to be worth it.
const WORTH: usize = 256;

/// A log as this page knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReadLog {
    /// When its rows were looked at.
    at: Instant,
    /// Their keys.
    keys: BTreeSet<String>,
    /// How many of them the last folding left.
    left: usize,
}

impl Store {
    /// Notes which rows the logs of these names had when they were read.
    pub(super) fn note_logs(self, names: &BTreeSet<PairId>, rows: &[(String, Option<String>)]) {
        let core = self.core();
        let mut logs = core.read_logs.borrow_mut();
        for name in names {
            let prefix = format!("{name}/");
            let keys = rows.iter().map(|(key, _)| key).filter(|key| key.starts_with(&prefix)).cloned().gather();
            logs.insert(name.clone(), ReadLog { at: self.now(), keys, left: 0 });
        }
    }

    /// Folds the logs that have grown, in the background: the page is out of sight.
    pub(super) fn fold_logs(self) {
        let now = self.now();
        spawn_local(async move {
            // Nothing of it is asked for by anybody: what fails is as it was, and comes up again next time.
            let _ = self.fold_logs_at(now).await;
        });
    }

    /// Folds the logs that have grown by enough since they were looked at, and that long before `now`. Says how many rows went.
    ///
    /// # Errors
    /// When a log could not be read or written; it is as it was then.
    pub async fn fold_logs_at(self, now: Instant) -> Result<usize, StorageFault> {
        let Some(core) = self.core.try_get_value() else { return Ok(0) };
        if self.is_outdated() {
            return Ok(0);
        }
        let database = self.database()?;
        let is_due = |log: &ReadLog| now.minutes_since(log.at) >= SETTLED && log.keys.len() >= log.left + WORTH;
        let due: Vec<PairId> =
            core.read_logs.borrow().iter().filter(|(_, log)| is_due(log)).map(|(name, _)| name.clone()).collect();
        let mut went = 0;
        for name in due {
            let Some(log) = core.read_logs.borrow_mut().remove(&name) else { continue };
            let folded = fold_log(&database, &name, &log.keys).await;
            let saved = *folded.as_ref().unwrap_or(&0);
            // Rows that were added since are looked at from now on.
            let keys = database.keys_under(Area::Log, &format!("{name}/")).await.unwrap_or_default();
            let keys: BTreeSet<String> = keys.into_iter().gather();
            let left = if folded.is_ok() { log.keys.len() - saved } else { 0 };
            core.read_logs.borrow_mut().insert(name, ReadLog { at: now, keys, left });
            went += folded?;
        }
        Ok(went)
    }
}

/// Folds those rows of a log that were there when it was looked at, in one transaction: pages of other tabs, which may fold too, write
/// before it or after it, and either all of it is done or nothing. Says how many rows went.
async fn fold_log(database: &Database, name: &PairId, settled: &BTreeSet<String>) -> Result<usize, StorageFault> {
    let mut saved = 0;
    let fold_rows = |rows: Vec<(String, Option<String>)>| {
        // What does not read was set aside when the pair was opened, and is not this one's to touch.
        let rows: Vec<(String, String)> = rows.into_iter().filter_map(|(key, text)| Some((key, text?))).collect();
        let folded = fold(name, &rows, &|key| settled.contains(key));
        let Some(folded) = folded.filter(|folded| folded.saves() >= WORTH) else { return Vec::new() };
        saved = folded.saves();
        let puts = folded.puts.into_iter().map(|(key, text)| Op::Put(Area::Log, key, text));
        puts.chain(folded.deletes.into_iter().map(|key| Op::Delete(Area::Log, key))).collect()
    };
    database.change_under(Area::Log, &format!("{name}/"), fold_rows).await?;
    Ok(saved)
}
