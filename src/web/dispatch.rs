//! The one writer of the record: command → decide → document → signals → both stores → “saved” comes back as an event.
//!
//! Pages read signals and hand over commands and typed text; nothing else touches the record. What is typed is a draft until
//! its field is left: drafts do not touch the pairing's signal, so a keystroke renders nothing but its own field.
//!
//! Architecture invariant: no rule lives here; whether a command may be done is `domain::decide`'s to say.

mod backups;
mod core;
mod erase;
mod folding;
mod history;
mod import;
mod index;
mod jotting;
mod keeping;
mod listen;
mod pairs;
mod retire;
mod safety;
mod start;
mod summaries;
mod types;
mod typing;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

pub use self::backups::WholeNews;
use self::core::Core;
pub use self::jotting::Jot;
pub use self::types::{
    EraseScope, ImportError, Imported, Lost, Missing, PairSummary, Quarantined, SaveState, Settings, StorageFault,
    TextSize, Theme, UndoableImport,
};
pub use self::types::{RetiredPair, Seen, Told, Turn, Turns};
use super::platform::{IntlFormats, IntlZone, clock, random};
use super::storage::database::Op;
use super::storage::start::meta;
use crate::document::Row;
use crate::document::history::Before;
use crate::document::{Conflict, Document, Edit, Incoming, ReadError, Review, file, review};
use crate::domain::{
    Change, Command, Context, Day, Instant, PairId, Pairing, Path, PersonId, Profile, Refusal, Value, WallTime, decide,
};

/// The one writer. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Store {
    core: StoredValue<Rc<Core>, LocalStorage>,
    around: StoredValue<Around>,
    pairing: RwSignal<Option<Arc<Pairing>>>,
    /// Counts changes of the record: what is dear to compute is computed again only when it is read.
    revision: RwSignal<u64>,
    fingerprint: Memo<String>,
    conflicts: Memo<Vec<Conflict>>,
    save_state: RwSignal<SaveState>,
    missing: RwSignal<Missing>,
    me: RwSignal<PersonId>,
    pairs: RwSignal<Vec<PairSummary>>,
    settings: RwSignal<Settings>,
    profile: RwSignal<Profile>,
    shared_screen: RwSignal<bool>,
    minute: RwSignal<Instant>,
    announcement: RwSignal<String>,
}

/// What is said around the record. Apart, so that handles of the store stay small.
#[derive(Clone, Copy, Default)]
struct Around {
    quarantined: RwSignal<Vec<Quarantined>>,
    lost: RwSignal<Option<Lost>>,
    promised: RwSignal<Option<bool>>,
    undoable: RwSignal<Option<UndoableImport>>,
    turns: RwSignal<Turns>,
    told: RwSignal<Option<Told>>,
    retired: RwSignal<Vec<RetiredPair>>,
    outdated: RwSignal<bool>,
    last_export: RwSignal<Option<Instant>>,
}

/// The store given by context.
pub fn use_store() -> Store {
    expect_context()
}

/// A new identifier for a record: 16 letters and digits.
pub fn new_id() -> String {
    random::id()
}

impl Store {
    /// A store that has not read anything yet; [`Store::load`] does. Lives as long as the present reactive owner.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        let core = StoredValue::new_local(Rc::new(Core::new()));
        let revision = RwSignal::new(0);
        let fingerprint = Memo::new(move |_| {
            revision.track();
            core.with_value(|core| core.with_document(|document| document.fingerprint().to_string()))
                .unwrap_or_default()
        });
        let conflicts = Memo::new(move |_| {
            revision.track();
            core.with_value(|core| core.with_document(Document::conflicts)).unwrap_or_default()
        });
        let store = Self {
            core,
            around: StoredValue::new(Around::default()),
            pairing: RwSignal::new(None),
            revision,
            fingerprint,
            conflicts,
            save_state: RwSignal::new(SaveState::Idle),
            missing: RwSignal::new(Missing::default()),
            me: RwSignal::new(PersonId::MENTOR),
            pairs: RwSignal::new(Vec::new()),
            settings: RwSignal::new(core::stored_settings().unwrap_or_else(Settings::of_browser)),
            profile: RwSignal::new(core::stored_profile().unwrap_or_default()),
            shared_screen: RwSignal::new(false),
            minute: RwSignal::new(clock::now()),
            announcement: RwSignal::new(String::new()),
        };
        store.keep_settings();
        store
    }

    fn around(self) -> Around {
        self.around.get_value()
    }

    fn core(self) -> Rc<Core> {
        self.core.get_value()
    }

    // Reading.

    /// The opened pair; `None` when there is none yet.
    pub fn pairing(self) -> Signal<Option<Arc<Pairing>>> {
        self.pairing.into()
    }

    /// A part of the opened pair, followed; the type's default when no pair is open.
    pub fn read<T>(self, read: impl Fn(&Pairing) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        // Boxed, so that the page holds the code of a memo once for each type read rather than once for each place that reads.
        self.memo(Box::new(read))
    }

    fn memo<T>(self, read: Box<dyn Fn(&Pairing) -> T + Send + Sync>) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        let pairing = self.pairing;
        Memo::new(move |_| pairing.with(|pairing| pairing.as_deref().map(&read)).unwrap_or_default())
    }

    /// Whether what was done and typed is kept.
    pub fn save_state(self) -> Signal<SaveState> {
        self.save_state.into()
    }

    /// Which store does not work.
    pub fn missing(self) -> Signal<Missing> {
        self.missing.into()
    }

    /// What did not read at the start: set aside byte for byte.
    pub fn quarantined(self) -> Signal<Vec<Quarantined>> {
        self.around().quarantined.into()
    }

    /// Fields on which somebody has to choose.
    pub fn conflicts(self) -> Signal<Vec<Conflict>> {
        self.conflicts.into()
    }

    /// Eight digits for comparing two copies; empty when no pair is open.
    pub fn fingerprint(self) -> Signal<String> {
        self.fingerprint.into()
    }

    /// Who uses this browser.
    pub fn me(self) -> Signal<PersonId> {
        self.me.into()
    }

    /// Every pair of this browser.
    pub fn pairs(self) -> Signal<Vec<PairSummary>> {
        self.pairs.into()
    }

    /// What is set for this browser. Setting it keeps it.
    pub fn settings(self) -> RwSignal<Settings> {
        self.settings
    }

    /// What the mentor keeps in this browser for the students to come.
    pub fn profile(self) -> Signal<Profile> {
        self.profile.into()
    }

    /// Whether both look at this screen: a mode of this page, not kept.
    pub fn shared_screen(self) -> RwSignal<bool> {
        self.shared_screen
    }

    /// What is shown at a field now; nothing, said as such, where it is empty. Not followed.
    pub fn value(self, path: &Path) -> Value {
        self.core().with_document(|document| document.value(path).cloned()).flatten().unwrap_or(Value::Null)
    }

    // Clock and words.

    /// The present moment. Not followed: see [`Store::minute`].
    pub fn now(self) -> Instant {
        clock::now()
    }

    /// The present moment, told again at every minute and whenever the page comes back into sight.
    pub fn minute(self) -> Signal<Instant> {
        self.minute.into()
    }

    /// The zone in which the pair's days are read; this browser's when none is set. Not followed.
    pub fn zone(self) -> IntlZone {
        self.pairing.with_untracked(|pairing| IntlZone::or_browser(pairing.as_deref().and_then(Pairing::zone)))
    }

    /// Today in the pair's zone. Not followed.
    pub fn today(self) -> Day {
        self.now().day(&self.zone())
    }

    /// Words for dates, times and numbers in the chosen language; follows it.
    pub fn formats(self) -> IntlFormats {
        IntlFormats::new(self.settings.with(|settings| settings.locale))
    }

    /// What the clocks of the pair's zone show at a moment. Not followed.
    pub fn wall_time(self, at: Instant) -> WallTime {
        at.wall_time(&self.zone())
    }

    /// A new identifier for a record.
    pub fn new_id(self) -> String {
        new_id()
    }

    // Telling.

    /// What the one polite status says.
    pub fn announcement(self) -> Signal<String> {
        self.announcement.into()
    }

    /// Says something in the one polite status.
    pub fn announce(self, mut text: String) {
        // The same words again are no change, and would not be read out.
        if self.announcement.with_untracked(|said| *said == text) {
            text.push('\u{a0}');
        }
        self.announcement.set(text);
    }

    // Writing.

    /// Does what `command` asks for in the opened pair, and keeps it.
    ///
    /// # Errors
    /// When the domain refuses; nothing changed then. Without an opened pair, everything is [`Refusal::Gone`].
    pub fn dispatch(self, command: Command) -> Result<(), Refusal> {
        let core = self.core();
        let pairing = self.pairing.get_untracked().filter(|_| !self.is_outdated()).ok_or(Refusal::Gone)?;
        let context = self.context();
        let changes = decide(&pairing, &command, &context)?;
        let mut ops = match &command {
            // What was being typed there is replaced by what is written now.
            Command::Write(path, _) => core.forget_draft(path),
            _ => Vec::new(),
        };
        let before = core.with_document(|document| Before::of_changes(document, &changes));
        core.remember_standing(changes.iter().filter_map(|change| match change {
            Change::Put(path, _) => Some(path),
            // What a removal takes away comes back whole or not at all, never as a choice between words.
            Change::Remove(_) => None,
        }));
        let edits =
            core.change_document(|document| document.apply(&changes, &context.author, context.now)).unwrap_or_default();
        if !command.is_aside() {
            ops.extend(self.note_deed(before, &edits));
        }
        self.keep_edits(edits, ops);
        self.tell_removal(&changes, pairing);
        self.note_act();
        Ok(())
    }

    /// Shows and keeps edits just made in the opened pair.
    fn keep_edits(self, edits: Vec<(Path, Edit)>, ops: Vec<Op>) {
        let core = self.core();
        let paths: Vec<Path> = edits.iter().map(|(path, _)| path.clone()).collect();
        core.saw(&paths);
        core.remember(&edits);
        let rows = core.with_document(|document| Row::edits(document, edits)).unwrap_or_default();
        if !rows.is_empty() {
            self.show();
        }
        self.keep(rows, ops);
    }

    fn context(self) -> Context {
        let core = self.core();
        Context { now: self.now(), today: self.today(), author: core.author() }
    }

    /// Projects the opened pair for the screens.
    fn show(self) {
        let core = self.core();
        let pairing = core.with_document(crate::document::project);
        self.summarise(pairing.as_ref());
        self.pairing.set(pairing.map(Arc::new));
        self.revision.update(|revision| *revision += 1);
    }

    // Files.

    /// The opened pair's file: its name and its text. What is being typed is sealed first. Both empty when no pair is open.
    pub fn export(self) -> (String, String) {
        self.seal_all();
        let core = self.core();
        let text = core.with_document(file::write).unwrap_or_default();
        let name = self.pairing.with_untracked(|pairing| pairing.as_deref().map(|pair| file::name(pair, self.today())));
        (name.unwrap_or_default(), text)
    }

    /// Reads the opened pair's record with all its edits; what is being typed is sealed first. `None` when no pair is open.
    pub fn with_record<T>(self, read: impl FnOnce(&Document) -> T) -> Option<T> {
        self.seal_all();
        self.core().with_document(read)
    }

    /// Reads a file someone handed over. Changes nothing.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read_file(self, bytes: &[u8]) -> Result<Incoming, ReadError> {
        file::read(bytes)
    }

    /// What taking in a file would change in the opened pair; without one, everything in the file is another pair's news.
    pub fn review(self, incoming: &Incoming) -> Review {
        self.seal_all();
        let core = self.core();
        let reviewed = core.with_document(|document| review::review_with(document, incoming, &|_, id| core.recall(id)));
        reviewed.unwrap_or_else(|| {
            // `none` is an identifier by its form, and nobody's.
            let nobody = PairId::parse("none").unwrap_or_else(|| incoming.document.pair().clone());
            review::review(&Document::new(nobody), incoming)
        })
    }

    /// When a copy of the opened pair was last given: handed out as a file, or copied.
    pub fn last_export(self) -> Signal<Option<Instant>> {
        self.around().last_export.into()
    }

    /// Notes that a copy of the opened pair was given just now.
    pub fn copy_given(self) {
        let core = self.core();
        let Some(pair) = core.opened() else { return };
        let now = self.now();
        if let Some(kept) = core.pairs.borrow_mut().get_mut(&pair) {
            kept.given = Some(now);
        }
        self.around().last_export.set(Some(now));
        self.write_small(&meta::given(&pair), Some(now.to_string()));
    }
}
