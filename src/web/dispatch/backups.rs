//! Backups kept in this browser: one a day, one before whatever replaces a record; restoring one, as new edits. And the file of the
//! whole browser.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keeping::to_json;
use super::{ImportError, StorageFault, Store};
use crate::document::backup::{BackupName, Reason, surplus};
use crate::document::file::{self, Whole, WholePair};
use crate::document::history::Before;
use crate::document::review::{self, Counts};
use crate::document::{Document, ReadError, Review};
use crate::domain::sorting;
use crate::domain::{PairId, PersonId};
use crate::web::platform::random;
use crate::web::storage::database::{Area, Database, Op};

/// What a full backup would bring of one pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WholeNews {
    /// The pair is not here.
    New,
    /// It is here, and has all of it.
    Nothing,
    /// It is here and would change.
    Changes(Counts),
}

impl Store {
    /// The backups of the opened pair, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn backups(self) -> Result<Vec<BackupName>, StorageFault> {
        let core = self.core();
        let Some(pair) = core.opened() else { return Ok(Vec::new()) };
        let database = self.database()?;
        let mut names: Vec<BackupName> = names_of(&database, &pair).await?;
        sorting::sort_by(&mut names, |one, two| two.cmp(one));
        Ok(names)
    }

    /// What a backup of the opened pair holds; nothing when it is gone or does not read.
    pub async fn open_backup(self, name: &BackupName) -> Option<Document> {
        let pair = self.core().opened()?;
        let text = self.database().ok()?.get(Area::Backups, &format!("{pair}/{name}")).await.ok()??;
        serde_json::from_str(&text).ok()
    }

    /// What restoring a backup would change in the opened pair.
    pub fn preview(self, backup: &Document, remove_later: bool) -> Option<Review> {
        self.seal_all();
        self.core().with_document(|document| review::restore(document, backup, remove_later).0)
    }

    /// Restores a backup as new edits, after a backup of how it is now.
    ///
    /// # Errors
    /// When that backup could not be kept; nothing changed then.
    pub async fn restore(self, backup: Document, remove_later: bool) -> Result<(), ImportError> {
        self.seal_all();
        self.back_up(Reason::Restore).await.map_err(ImportError::BackupFailed)?;
        let core = self.core();
        let context = self.context();
        // Looked at again: somebody may have written while the backup was being kept.
        let (before, changes) = core
            .with_document(|document| {
                let (_, changes) = review::restore(document, &backup, remove_later);
                (Before::of_changes(document, &changes), changes)
            })
            .ok_or(ImportError::NoPair)?;
        let edits =
            core.change_document(|document| document.apply(&changes, &context.author, context.now)).unwrap_or_default();
        let ops = self.note_deed(Some(before), &edits);
        self.keep_edits(edits, ops);
        Ok(())
    }

    /// Keeps the opened pair's record as it is now, and lets go of backups that newer ones replace.
    pub(super) async fn back_up(self, reason: Reason) -> Result<(), StorageFault> {
        let core = self.core();
        let Some(pair) = core.opened() else { return Ok(()) };
        let Some(text) = core.with_document(to_json) else { return Ok(()) };
        let name = BackupName { at: self.now(), reason, tag: random::id() };
        let mut names = match self.database() {
            Ok(database) => names_of(&database, &pair).await.unwrap_or_default(),
            // The write below opens it again, or says why not.
            Err(_) => Vec::new(),
        };
        names.push(name.clone());
        let mut ops = vec![Op::Put(Area::Backups, format!("{pair}/{name}"), text)];
        ops.extend(surplus(&names, name.at).iter().map(|old| Op::Delete(Area::Backups, format!("{pair}/{old}"))));
        self.write_durably(ops).await
    }

    /// Once a day, the opened pair as it is when it is opened. In the background and unsaid: nothing waits for it, and the record
    /// itself is kept whatever becomes of it.
    pub(super) fn back_up_daily(self) {
        let (Some(pair), Ok(database)) = (self.core().opened(), self.database()) else { return };
        spawn_local(async move {
            let Ok(mut names) = names_of(&database, &pair).await else { return };
            if self.core.try_get_value().is_none() {
                return;
            }
            let now = self.now();
            let day = |name: &BackupName| name.at.millis().div_euclid(86_400_000);
            let name = BackupName { at: now, reason: Reason::Daily, tag: random::id() };
            if names.iter().any(|made| day(made) == day(&name)) {
                return;
            }
            let Some(newest) = names.iter().max().map(|newest| format!("{pair}/{newest}")) else {
                return self.keep_daily(&database, &pair, &mut names, name, None).await;
            };
            let last = database.get(Area::Backups, &newest).await.ok().flatten();
            self.keep_daily(&database, &pair, &mut names, name, last).await;
        });
    }

    async fn keep_daily(
        self,
        database: &Database,
        pair: &PairId,
        names: &mut Vec<BackupName>,
        name: BackupName,
        last: Option<String>,
    ) {
        // Erased, or the page gone, since this began: nothing may come back.
        let Some(core) = self.core.try_get_value() else { return };
        let Some(text) = core.pairs.borrow().get(pair).map(|kept| to_json(&kept.document)) else { return };
        if last.as_ref() == Some(&text) {
            return;
        }
        names.push(name.clone());
        let mut ops = vec![Op::Put(Area::Backups, format!("{pair}/{name}"), text)];
        ops.extend(surplus(names, name.at).iter().map(|old| Op::Delete(Area::Backups, format!("{pair}/{old}"))));
        // A full disk has been said by whatever else was to be written; tomorrow is another day.
        let _ = database.write(&ops).await;
    }

    /// The file of this whole browser, private notes included: its name and its text.
    pub async fn full_backup(self) -> (String, String) {
        self.seal_all();
        let core = self.core();
        let known: Vec<PairId> = core.known.borrow().keys().cloned().collect();
        for pair in known {
            self.bring(&pair).await;
        }
        let pairs = core.pairs.borrow();
        let kept = pairs.values().map(|kept| (kept.me, &kept.document));
        let text = self.profile.with_untracked(|profile| file::write_whole(kept, profile));
        (format!("binome-sauvegarde-complete-{}.json", self.today()), text)
    }

    /// Reads a full backup. Changes nothing.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read_whole(self, bytes: &[u8]) -> Result<Whole, ReadError> {
        file::read_whole(bytes)
    }

    /// What a full backup would bring of one pair.
    pub async fn whole_news(self, pair: &WholePair) -> WholeNews {
        let core = self.core();
        if let Some(here) = self.pair_of(&pair.incoming.document) {
            self.bring(&here).await;
        }
        let pairs = core.pairs.borrow();
        let Some(kept) = pairs.values().find(|kept| kept.document.is_same_pair(&pair.incoming.document)) else {
            return WholeNews::New;
        };
        let review = review::review(&kept.document, &pair.incoming);
        if review.nothing_new { WholeNews::Nothing } else { WholeNews::Changes(review.counts()) }
    }

    /// Whether a full backup would bring something of what a mentor keeps for the students to come; `None` when it has nothing of it.
    pub fn profile_news(self, whole: &Whole) -> Option<bool> {
        (!whole.profile.is_empty()).then(|| {
            self.profile.with_untracked(|profile| {
                let mut more = profile.clone();
                more.take_missing(&whole.profile);
                more != *profile
            })
        })
    }

    /// Takes in a full backup: pairs that are not here come back whole, those that are here take in what is new, each after a
    /// backup of its own, and conflicts wait for a choice. What a mentor keeps here stands; what is missing of it comes back.
    ///
    /// # Errors
    /// At the first pair that could not be kept: those before it are in.
    pub async fn restore_whole(self, whole: Whole) -> Result<(), ImportError> {
        let opened = self.core().opened();
        if self.profile_news(&whole) == Some(true) {
            self.keep_profile(|profile| profile.take_missing(&whole.profile));
        }
        for WholePair { me, incoming } in whole.pairs {
            if let Some(here) = self.pair_of(&incoming.document) {
                self.open_pair(here).await;
                self.import(incoming, Vec::new()).await?;
            } else {
                self.adopt(incoming, me.role()).await?;
                if self.me.get_untracked() != me {
                    self.set_me(me);
                }
            }
        }
        if let Some(opened) = opened {
            self.open_pair(opened).await;
        }
        Ok(())
    }

    pub(super) fn database(self) -> Result<Database, StorageFault> {
        self.core().database.borrow().clone().ok_or(StorageFault::Blocked)
    }

    /// Who a full backup says somebody is, for its preview.
    pub fn whole_names(self, pair: &WholePair) -> (String, String, PersonId) {
        let pairing = crate::document::project(&pair.incoming.document);
        (pairing.mentor.name, pairing.student.name, pair.me)
    }
}

async fn names_of(database: &Database, pair: &PairId) -> Result<Vec<BackupName>, StorageFault> {
    let prefix = format!("{pair}/");
    let keys = database.keys_under(Area::Backups, &prefix).await?;
    Ok(keys.iter().filter_map(|key| BackupName::parse(key.strip_prefix(&prefix)?)).collect())
}
