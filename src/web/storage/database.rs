//! IndexedDB: everything, durably. A write counts once its transaction has *completed* with strict durability; a request that
//! succeeded is not yet on disk.

use std::time::Duration;

use indexed_db_futures::database::Database as Connection;
use indexed_db_futures::error::{Error, OpenDbError, UnexpectedDataError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use indexed_db_futures::{KeyRange, query_source::QuerySource};
use wasm_bindgen::JsValue;

use super::StorageFault;
use crate::domain::sorting;
use crate::web::platform::timer;

/// The database's name.
pub const NAME: &str = "binome";

/// Its version: grows when a store is added, or when what stands in one is written in another way. A page that knows a lower one than
/// it finds must not write.
pub const VERSION: u8 = 3;

/// Its stores. Keys and values are texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Rows of the log: `<pair>/<generation>/<edit>`.
    Log,
    /// What someone is typing: `<pair>/<tab>/<path>`.
    Drafts,
    /// Whole records as they were before something replaced them: `<pair>/<moment>`.
    Backups,
    /// What was done in this browser and can be undone: `<pair>/<deed>`.
    History,
    /// What did not read, byte for byte: `<where>/<checksum>`.
    Quarantine,
    /// Settings, and who uses this browser.
    Meta,
}

impl Area {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Log, Self::Drafts, Self::Backups, Self::History, Self::Quarantine, Self::Meta];

    fn name(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Drafts => "drafts",
            Self::Backups => "backups",
            Self::History => "history",
            Self::Quarantine => "quarantine",
            Self::Meta => "meta",
        }
    }
}

/// One thing to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Put a value under a key.
    Put(Area, String, String),
    /// Take a key away.
    Delete(Area, String),
    /// Take away every key that begins so.
    DeleteAll(Area, String),
    /// Empty a store.
    Clear(Area),
}

impl Op {
    fn area(&self) -> Area {
        match self {
            Self::Put(area, ..) | Self::Delete(area, _) | Self::DeleteAll(area, _) | Self::Clear(area) => *area,
        }
    }
}

/// The database, open.
#[derive(Clone, Debug)]
pub struct Database(Connection);

/// How long opening may take: another tab that holds on to an older version would block it for ever.
const OPENING: Duration = Duration::from_secs(8);

impl Database {
    /// Opens it, and makes its stores the first time.
    ///
    /// # Errors
    /// When the browser has none, blocks it, or does not answer.
    pub async fn open() -> Result<Self, StorageFault> {
        let opened = timer::within(OPENING, async {
            Connection::open(NAME)
                .with_version(VERSION)
                .with_on_upgrade_needed(|_, connection| {
                    let there: Vec<String> = connection.object_store_names().collect();
                    for area in Area::ALL.iter().filter(|area| !there.iter().any(|name| name == area.name())) {
                        connection.create_object_store(area.name()).build()?;
                    }
                    Ok(())
                })
                .await
        });
        match opened.await {
            Some(Ok(connection)) => Ok(Self(connection)),
            Some(Err(error)) => Err(open_fault(error)),
            None => Err(StorageFault::Silent),
        }
    }

    /// Writes all of it or nothing, and returns once it is on disk.
    ///
    /// # Errors
    /// When any of it cannot be written; nothing is then.
    pub async fn write(&self, ops: &[Op]) -> Result<(), StorageFault> {
        if ops.is_empty() {
            return Ok(());
        }
        let mut areas: Vec<&'static str> = ops.iter().map(|op| op.area().name()).collect();
        sorting::sort(&mut areas);
        areas.dedup();
        let transaction = self
            .0
            .transaction(areas)
            .with_mode(TransactionMode::Readwrite)
            .with_options(strict())
            .build()
            .map_err(fault)?;
        for op in ops {
            request(&transaction, op).map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)
    }

    /// Every key and text of a store, by key; `None` where no text stands under a key.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub async fn read(&self, area: Area) -> Result<Vec<(String, Option<String>)>, StorageFault> {
        let transaction = self.0.transaction(area.name()).build().map_err(fault)?;
        let store = transaction.object_store(area.name()).map_err(fault)?;
        // Both are asked for at once, so that they see the same state, and both come by key.
        let keys = store.get_all_keys::<String>().primitive().map_err(fault)?;
        let texts = store.get_all::<String>().primitive().map_err(fault)?;
        let keys = keys.await.map_err(fault)?;
        let texts = texts.await.map_err(fault)?;
        Ok(keys.zip(texts).filter_map(|(key, text)| Some((key.ok()?, text.ok()))).collect())
    }

    /// Every key and text under a prefix, by key; `None` where no text stands under a key.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub async fn read_under(&self, area: Area, prefix: &str) -> Result<Vec<(String, Option<String>)>, StorageFault> {
        let transaction = self.0.transaction(area.name()).build().map_err(fault)?;
        read_all(&transaction, area, prefix).await
    }

    /// Reads every text under a prefix, by key, and writes what `change` makes of them, all in one transaction: nobody writes in
    /// between, and either all of it is done or nothing. Returns once it is on disk, with what was written.
    ///
    /// # Errors
    /// When it cannot be read or written; nothing changed then.
    pub async fn change_under(
        &self,
        area: Area,
        prefix: &str,
        change: impl FnOnce(Vec<(String, Option<String>)>) -> Vec<Op>,
    ) -> Result<Vec<Op>, StorageFault> {
        let transaction = self
            .0
            .transaction(area.name())
            .with_mode(TransactionMode::Readwrite)
            .with_options(strict())
            .build()
            .map_err(fault)?;
        let rows = read_all(&transaction, area, prefix).await?;
        let ops = change(rows);
        for op in &ops {
            request(&transaction, op).map_err(fault)?;
        }
        transaction.commit().await.map_err(fault)?;
        Ok(ops)
    }

    /// The keys under a prefix, without what stands there.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub async fn keys_under(&self, area: Area, prefix: &str) -> Result<Vec<String>, StorageFault> {
        let transaction = self.0.transaction(area.name()).build().map_err(fault)?;
        let store = transaction.object_store(area.name()).map_err(fault)?;
        let keys = store.get_all_keys::<String>().with_query::<String, _>(under(prefix)).primitive().map_err(fault)?;
        Ok(keys.await.map_err(fault)?.filter_map(Result::ok).collect())
    }

    /// What the keys of a store begin with, up to their first `/`; and the keys that have none. Asks once for each, whatever the
    /// number of rows.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub async fn beginnings(&self, area: Area) -> Result<(Vec<String>, Vec<String>), StorageFault> {
        let transaction = self.0.transaction(area.name()).build().map_err(fault)?;
        let store = transaction.object_store(area.name()).map_err(fault)?;
        let (mut beginnings, mut strays, mut from) = (Vec::new(), Vec::new(), String::new());
        loop {
            let next = store.get_key::<String, _>(KeyRange::LowerBound(from, false)).primitive().map_err(fault)?;
            let Some(key) = next.await.map_err(fault)? else { break };
            if let Some((beginning, _)) = key.split_once('/') {
                // `0` comes right after `/`.
                from = format!("{beginning}0");
                beginnings.push(beginning.to_owned());
            } else {
                from = format!("{key}\u{0}");
                strays.push(key);
            }
        }
        Ok((beginnings, strays))
    }

    /// The text under a key.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub async fn get(&self, area: Area, key: &str) -> Result<Option<String>, StorageFault> {
        let transaction = self.0.transaction(area.name()).build().map_err(fault)?;
        let store = transaction.object_store(area.name()).map_err(fault)?;
        let text = store.get::<String, String, _>(KeyRange::Only(key.to_owned())).primitive().map_err(fault)?;
        text.await.map_err(fault)
    }

    /// Lets go of it.
    pub fn close(self) {
        self.0.close();
    }
}

/// Every key and text under a prefix, by key.
async fn read_all(
    transaction: &Transaction<'_>,
    area: Area,
    prefix: &str,
) -> Result<Vec<(String, Option<String>)>, StorageFault> {
    let store = transaction.object_store(area.name()).map_err(fault)?;
    // Both are asked for at once, so that they see the same state, and both come by key.
    let keys = store.get_all_keys::<String>().with_query::<String, _>(under(prefix)).primitive().map_err(fault)?;
    let texts = store.get_all::<String>().with_query::<String, _>(under(prefix)).primitive().map_err(fault)?;
    let keys = keys.await.map_err(fault)?;
    let texts = texts.await.map_err(fault)?;
    Ok(keys.zip(texts).filter_map(|(key, text)| Some((key.ok()?, text.ok()))).collect())
}

/// Every key that begins with `prefix`.
fn under(prefix: &str) -> KeyRange<String> {
    KeyRange::Bound(prefix.to_owned(), false, format!("{prefix}\u{ffff}"), false)
}

fn strict() -> TransactionOptions {
    TransactionOptions::new().with_durability(TransactionDurability::Strict)
}

/// Asks for one thing; whether it was done is known when the transaction ends.
fn request(transaction: &Transaction<'_>, op: &Op) -> Result<(), Error> {
    let store = transaction.object_store(op.area().name())?;
    match op {
        Op::Put(_, key, text) => drop(store.put(text.as_str()).with_key(key.as_str()).without_key_type().primitive()?),
        Op::Delete(_, key) => drop(store.delete::<String, _>(key.clone()).primitive()?),
        Op::DeleteAll(_, prefix) => {
            drop(store.delete::<String, _>(under(prefix)).primitive()?);
        }
        Op::Clear(_) => drop(store.clear()?),
    }
    Ok(())
}

fn open_fault(error: OpenDbError) -> StorageFault {
    match error {
        OpenDbError::Base(error) => fault(error),
        OpenDbError::NullFactory | OpenDbError::UnsupportedEnvironment => StorageFault::Blocked,
        OpenDbError::VersionZero => StorageFault::Failed("VersionZero".to_owned()),
    }
}

fn fault(error: Error) -> StorageFault {
    match error {
        Error::DomException(exception) => StorageFault::of_exception(&JsValue::from(exception)),
        Error::Unknown(exception) => StorageFault::of_exception(&JsValue::from(exception)),
        Error::MissingData(UnexpectedDataError::TransactionAborted) => StorageFault::of_name("AbortError"),
        Error::MissingData(other) => StorageFault::Failed(format!("{other:?}")),
        Error::Serialisation(_) => StorageFault::Failed("DataError".to_owned()),
    }
}
