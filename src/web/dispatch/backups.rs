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
        let kept = kept_of(&self.database()?, &self.names_opened()).await?;
        let mut names: Vec<BackupName> = kept.into_iter().map(|kept| kept.name).collect();
        sorting::sort_by(&mut names, |one, two| two.cmp(one));
        Ok(names)
    }

    /// Every name that the opened pair goes by: what was kept before it turned out to be one that the other had started too stands
    /// under its former name.
    fn names_opened(self) -> Vec<PairId> {
        self.core().with_document(Document::names).unwrap_or_default()
    }

    /// What a backup of the opened pair holds; nothing when it is gone or does not read.
    pub async fn open_backup(self, name: &BackupName) -> Option<Document> {
        let database = self.database().ok()?;
        for pair in self.names_opened() {
            if let Some(text) = database.get(Area::Backups, &key(&pair, name)).await.ok()? {
                return serde_json::from_str(&text).ok();
            }
        }
        None
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
        let kept = match self.database() {
            Ok(database) => kept_of(&database, &self.names_opened()).await.unwrap_or_default(),
            // The write below opens it again, or says why not.
            Err(_) => Vec::new(),
        };
        self.write_durably(keeping(pair, name, text, kept)).await
    }

    /// Once a day, the opened pair as it is when it is opened. In the background and unsaid: nothing waits for it, and the record
    /// itself is kept whatever becomes of it.
    pub(super) fn back_up_daily(self) {
        let (Some(pair), Ok(database)) = (self.core().opened(), self.database()) else { return };
        let names = self.names_opened();
        spawn_local(async move {
            let Ok(kept) = kept_of(&database, &names).await else { return };
            if self.core.try_get_value().is_none() {
                return;
            }
            let now = self.now();
            let day = |name: &BackupName| name.at.millis().div_euclid(86_400_000);
            let name = BackupName { at: now, reason: Reason::Daily, tag: random::id() };
            if kept.iter().any(|kept| day(&kept.name) == day(&name)) {
                return;
            }
            let last = match kept.iter().max_by(|one, two| one.name.cmp(&two.name)) {
                Some(newest) => database.get(Area::Backups, &key(&newest.under, &newest.name)).await.ok().flatten(),
                None => None,
            };
            // Erased, or the page gone, since this began: nothing may come back.
            let Some(core) = self.core.try_get_value() else { return };
            let Some(text) = core.pairs.borrow().get(&pair).map(|kept| to_json(&kept.document)) else { return };
            if last.as_ref() != Some(&text) {
                // A full disk has been said by whatever else was to be written; tomorrow is another day.
                let _ = database.write(&keeping(pair, name, text, kept)).await;
            }
        });
    }

    /// The file of this whole browser, private notes included: its name, its text, and how many pairs could not be read and are not
    /// in it.
    pub async fn full_backup(self) -> (String, String, usize) {
        self.seal_all();
        let core = self.core();
        let known: Vec<PairId> = core.known.borrow().keys().cloned().collect();
        let mut unread = 0;
        for pair in known {
            unread += usize::from(self.bring(&pair).await.is_none());
        }
        let pairs = core.pairs.borrow();
        let kept = pairs.values().map(|kept| (kept.me, &kept.document));
        let text = self.profile.with_untracked(|profile| file::write_whole(kept, profile));
        (format!("binome-sauvegarde-complete-{}.json", self.today()), text, unread)
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
        let mut outcome = Ok(());
        for pair in whole.pairs {
            outcome = self.restore_pair(pair).await;
            if outcome.is_err() {
                break;
            }
        }
        // Whatever became of the others, whoever was writing goes on in the same pair.
        if let Some(opened) = opened {
            self.open_pair(opened).await;
        }
        outcome
    }

    async fn restore_pair(self, pair: WholePair) -> Result<(), ImportError> {
        let WholePair { me, incoming } = pair;
        if let Some(here) = self.pair_of(&incoming.document) {
            self.open_pair(here).await;
            self.import(incoming, Vec::new()).await?;
        } else {
            self.adopt(incoming, me.role()).await?;
            if self.me.get_untracked() != me {
                self.set_me(me);
            }
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

/// A backup that is kept, and the name of the pair that it stands under.
struct KeptBackup {
    under: PairId,
    name: BackupName,
}

async fn kept_of(database: &Database, names: &[PairId]) -> Result<Vec<KeptBackup>, StorageFault> {
    let mut kept = Vec::new();
    for under in names {
        let prefix = format!("{under}/");
        let keys = database.keys_under(Area::Backups, &prefix).await?;
        let of_pair = keys.iter().filter_map(|key| BackupName::parse(key.strip_prefix(&prefix)?));
        kept.extend(of_pair.map(|name| KeptBackup { under: under.clone(), name }));
    }
    Ok(kept)
}

fn key(pair: &PairId, name: &BackupName) -> String {
    format!("{pair}/{name}")
}

/// What keeps one more backup, and lets go of those that it makes superfluous.
fn keeping(pair: PairId, name: BackupName, text: String, mut kept: Vec<KeptBackup>) -> Vec<Op> {
    let mut ops = vec![Op::Put(Area::Backups, key(&pair, &name), text)];
    let now = name.at;
    kept.push(KeptBackup { under: pair, name });
    let names: Vec<BackupName> = kept.iter().map(|kept| kept.name.clone()).collect();
    for old in surplus(&names, now) {
        let gone = kept.iter().filter(|kept| kept.name == old);
        ops.extend(gone.map(|gone| Op::Delete(Area::Backups, key(&gone.under, &gone.name))));
    }
    ops
}
