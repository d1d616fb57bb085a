//! What the store says and is told, as values.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::document::Document;
pub use crate::document::history::Seen;
use crate::domain::{Booking, Day, Instant, PairId, Pairing, PersonId};
use crate::i18n::Locale;
pub use crate::web::storage::{Missing, Quarantined, StorageFault};

/// Whether what was done and typed is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was done yet.
    #[default]
    Idle,
    /// On its way to the disk.
    Saving,
    /// On the disk since then: the database's transaction has completed.
    Saved(Instant),
    /// Not on the disk: it lives in this page, and in what local storage took.
    NotKept(StorageFault),
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How large words are, beside what the browser is set to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// As designed.
    #[default]
    Normal,
    /// Larger.
    Large,
    /// Larger still.
    Larger,
}

/// What is set for this browser, whatever the pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language.
    pub locale: Locale,
    /// Light or dark.
    pub theme: Theme,
    /// Whether single keys do things outside fields.
    pub single_keys: bool,
    /// How large words are.
    pub text_size: TextSize,
}

impl Settings {
    /// What is set before anybody chose: the language is the browser's.
    pub fn of_browser() -> Self {
        let tag = web_sys::window().and_then(|window| window.navigator().language());
        Self {
            locale: tag.map(|tag| Locale::of_tag(&tag)).unwrap_or_default(),
            theme: Theme::Auto,
            single_keys: true,
            text_size: TextSize::Normal,
        }
    }

    /// As stored.
    pub(super) fn to_json(self) -> String {
        let stored = StoredSettings {
            locale: Some(self.locale.tag().to_owned()),
            theme: Some(self.theme),
            single_keys: Some(self.single_keys),
            text_size: Some(self.text_size),
        };
        // Only texts and a boolean, so the fallback is never taken.
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// Reads stored settings; what is missing is as before anybody chose.
    pub(super) fn of_json(json: &str) -> Option<Self> {
        let stored: StoredSettings = serde_json::from_str(json).ok()?;
        let plain = Self::of_browser();
        Some(Self {
            locale: stored.locale.map_or(plain.locale, |tag| Locale::of_tag(&tag)),
            theme: stored.theme.unwrap_or(plain.theme),
            single_keys: stored.single_keys.unwrap_or(plain.single_keys),
            text_size: stored.text_size.unwrap_or(plain.text_size),
        })
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct StoredSettings {
    locale: Option<String>,
    theme: Option<Theme>,
    single_keys: Option<bool>,
    text_size: Option<TextSize>,
}

/// One pair of this browser, for the list of pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairSummary {
    /// Which.
    pub id: PairId,
    /// The mentor's first name.
    pub mentor: String,
    /// The student's first name.
    pub student: String,
    /// Who uses this browser in it.
    pub me: PersonId,
    /// The next session.
    pub next: Option<Booking>,
    /// Questions that wait.
    pub waiting: usize,
}

/// A pair was here, and the browser erased it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The last day on which it was here, when something still says so.
    pub seen: Option<Day>,
}

/// A pair that was removed from the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetiredPair {
    /// It.
    pub pair: PairSummary,
    /// The moment from which it cannot be put back any more.
    pub until: Instant,
}

/// What to erase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EraseScope {
    /// The opened pair.
    ThisPair,
    /// A pair of this browser.
    Pair(PairId),
    /// Every pair, the settings, everything that this page ever kept here.
    Everything,
}

/// What came of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// The record has what the file had.
    Done,
    /// There was nothing new in the file; nothing changed.
    NothingNew,
}

/// Why an import was not done. Nothing changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// No pair is open to take the file in.
    #[error("no pair is open")]
    NoPair,
    /// The copy that comes first could not be kept, so the import stopped.
    #[error("the copy before the import failed: {0}")]
    BackupFailed(StorageFault),
    /// The file's content could not be kept.
    #[error("what the import brought could not be kept: {0}")]
    NotKept(StorageFault),
    /// There is no import to undo any more.
    #[error("no import to undo")]
    NothingToUndo,
}

/// An import that can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndoableImport {
    /// When it was done.
    pub at: Instant,
}

/// What undoing an import needs, kept until the next one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ImportMemory {
    pub(super) at: Instant,
    pub(super) before: Document,
    pub(super) after: Document,
    /// It was undone, and can be done again.
    #[serde(default)]
    pub(super) undone: bool,
}

/// Something done, undone or done again, for telling people.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What became of it.
    pub turn: Turn,
    /// What people see of it.
    pub seen: Seen,
    /// Fields where somebody had written meanwhile: both versions wait for a choice.
    pub beside: usize,
    /// The pair as it was before.
    pub before: Option<Arc<Pairing>>,
}

/// What became of something that somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It was done.
    Done,
    /// It was undone.
    Undone,
    /// It was done again.
    Redone,
}

/// What can be undone and done again now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turns {
    /// Something can be undone.
    pub undo: bool,
    /// Something can be done again.
    pub redo: bool,
}
