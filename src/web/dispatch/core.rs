//! What the store holds between two events: the records, who writes, what is being typed, the stores' handles.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use leptos::leptos_dom::helpers::TimeoutHandle;

use super::folding::ReadLog;
use super::listen::Listening;
use super::summaries::Summary;
use super::types::{ImportMemory, Settings};
use crate::document::Row;
use crate::document::{Document, Draft, Edit, EditId, History};
use crate::domain::{Author, DeviceId, Instant, PairId, Path, PersonId, Profile, Value};
use crate::web::platform::random;
use crate::web::storage::database::{Area, Database, Op};
use crate::web::storage::keys;
use crate::web::storage::local::Local;
use crate::web::storage::stamp::text_of;
use crate::web::storage::tabs::{Channel, TabLock};

/// One pair of this browser.
pub(super) struct Kept {
    pub(super) document: Document,
    pub(super) me: PersonId,
    pub(super) undo: Option<ImportMemory>,
    /// What was done here and can be undone.
    pub(super) history: History,
    /// When a copy was last given.
    pub(super) given: Option<Instant>,
}

/// What is being typed in one field.
pub(super) struct Typing {
    pub(super) draft: Draft,
    /// Its latest words are not on their way to the disk yet.
    pub(super) dirty: bool,
    /// Some row of it may be on the disk.
    pub(super) stored: bool,
}

/// Everything the store holds. Signals never live in here.
pub(super) struct Core {
    pub(super) local: Local,
    pub(super) device: RefCell<DeviceId>,
    pub(super) tab: String,
    pub(super) database: RefCell<Option<Database>>,
    pub(super) pairs: RefCell<BTreeMap<PairId, Kept>>,
    pub(super) opened: RefCell<Option<PairId>>,
    pub(super) typing: RefCell<BTreeMap<Path, Typing>>,
    /// The edits that stood in a field when its words were last put on screen: what someone who types there replaces.
    pub(super) seen: RefCell<BTreeMap<Path, BTreeSet<EditId>>>,
    /// What earlier edits said, as far as the log of this browser remembers.
    remembered: RefCell<HashMap<EditId, Value>>,
    /// What is known of every pair of this browser, opened or not, without reading its record.
    pub(super) known: RefCell<BTreeMap<PairId, Summary>>,
    /// Summaries on their way to the database with the next write.
    pub(super) new_summaries: RefCell<BTreeMap<PairId, Op>>,
    /// Every name under which something is stored.
    pub(super) stored_names: RefCell<BTreeSet<PairId>>,
    /// When pairs were removed from the list.
    pub(super) retired: RefCell<BTreeMap<PairId, Instant>>,
    /// Pairs that are too large for local storage or had to leave it; the database has all of them.
    pub(super) outside: RefCell<BTreeSet<PairId>>,
    /// Records being read, and what other tabs said meanwhile.
    pub(super) loading: Cell<u32>,
    pub(super) heard: RefCell<Vec<(PairId, Vec<Row>)>>,
    /// The logs that were read, by the name they stand under: when, and their rows.
    pub(super) read_logs: RefCell<BTreeMap<PairId, ReadLog>>,
    /// The last generation that does not count of what was erased.
    pub(super) tombstones: RefCell<BTreeMap<String, u32>>,
    /// How many deeds this tab has noted: two of one moment keep their order.
    pub(super) deeds: Cell<u32>,
    /// Writes on their way.
    pub(super) pending: Cell<u32>,
    /// Some write failed: the next one carries along all that this page holds.
    pub(super) behind: Cell<bool>,
    /// What an erasing has still to take out of the database, because it failed.
    pub(super) erasing: RefCell<Vec<Op>>,
    /// The database did not answer at the start: what it holds is not in this page yet.
    pub(super) unread: Cell<bool>,
    /// Small things of the database as this page last wrote them, or took them away.
    pub(super) small: RefCell<BTreeMap<String, Option<String>>>,
    pub(super) saved: Cell<Option<Instant>>,
    pub(super) pause: Cell<Option<TimeoutHandle>>,
    pub(super) dirty_since: Cell<Option<Instant>>,
    pub(super) channel: RefCell<Option<Channel>>,
    pub(super) lock: RefCell<Option<TabLock>>,
    pub(super) listening: RefCell<Vec<Listening>>,
    /// Pairs were here at the start: whoever writes has come back.
    pub(super) came_back: Cell<bool>,
    /// The browser was asked to keep what is stored.
    pub(super) asked_to_keep: Cell<bool>,
    /// The next change of the settings is not to be kept: they were just erased.
    pub(super) hold_settings: Cell<bool>,
}

impl Core {
    pub(super) fn new() -> Self {
        let local = Local;
        let known = local.read_checked(keys::DEVICE).and_then(|name| DeviceId::parse(text_of(&name)));
        Self {
            local,
            device: RefCell::new(known.unwrap_or_else(new_device)),
            tab: random::id(),
            database: RefCell::default(),
            pairs: RefCell::default(),
            opened: RefCell::default(),
            typing: RefCell::default(),
            seen: RefCell::default(),
            remembered: RefCell::default(),
            known: RefCell::default(),
            new_summaries: RefCell::default(),
            stored_names: RefCell::default(),
            retired: RefCell::default(),
            outside: RefCell::default(),
            loading: Cell::new(0),
            heard: RefCell::default(),
            read_logs: RefCell::default(),
            tombstones: RefCell::default(),
            deeds: Cell::new(0),
            pending: Cell::new(0),
            behind: Cell::new(false),
            erasing: RefCell::default(),
            unread: Cell::new(false),
            small: RefCell::default(),
            saved: Cell::new(None),
            pause: Cell::new(None),
            dirty_since: Cell::new(None),
            channel: RefCell::default(),
            lock: RefCell::default(),
            listening: RefCell::default(),
            came_back: Cell::new(false),
            asked_to_keep: Cell::new(false),
            hold_settings: Cell::new(false),
        }
    }

    /// The opened pair.
    pub(super) fn opened(&self) -> Option<PairId> {
        self.opened.borrow().clone()
    }

    /// Reads the opened pair's record.
    pub(super) fn with_document<T>(&self, read: impl FnOnce(&Document) -> T) -> Option<T> {
        let pairs = self.pairs.borrow();
        let opened = self.opened.borrow();
        Some(read(&pairs.get(opened.as_ref()?)?.document))
    }

    /// Changes the opened pair's record.
    pub(super) fn change_document<T>(&self, change: impl FnOnce(&mut Document) -> T) -> Option<T> {
        let mut pairs = self.pairs.borrow_mut();
        let opened = self.opened.borrow();
        Some(change(&mut pairs.get_mut(opened.as_ref()?)?.document))
    }

    /// Who writes now, on this device.
    pub(super) fn author(&self) -> Author {
        let pairs = self.pairs.borrow();
        let opened = self.opened.borrow();
        let kept = opened.as_ref().and_then(|pair| pairs.get(pair));
        Author { person: kept.map_or(PersonId::MENTOR, |kept| kept.me), device: self.device.borrow().clone() }
    }

    /// This page itself put these fields' words there: whoever types on replaces them.
    pub(super) fn saw(&self, paths: &[Path]) {
        let mut seen = self.seen.borrow_mut();
        for path in paths {
            if let Some(heads) = seen.get_mut(path) {
                *heads = self.with_document(|document| document.head_ids(path)).unwrap_or_default();
            }
        }
    }

    pub(super) fn remember(&self, edits: &[(Path, Edit)]) {
        let mut remembered = self.remembered.borrow_mut();
        remembered.extend(edits.iter().map(|(path, edit)| (edit.id(path), edit.value.clone())));
    }

    /// Remembers what stands in these fields of the opened pair: it is about to be replaced.
    pub(super) fn remember_standing<'a>(&self, paths: impl IntoIterator<Item = &'a Path>) {
        let standing = self.with_document(|document| {
            let fields = paths.into_iter().filter_map(|path| document.field(path));
            let heads = fields.flat_map(|field| field.heads().iter().map(|(id, edit)| (*id, edit.value.clone())));
            heads.collect::<Vec<_>>()
        });
        self.remembered.borrow_mut().extend(standing.into_iter().flatten());
    }

    pub(super) fn remember_all(&self, values: HashMap<EditId, Value>) {
        self.remembered.borrow_mut().extend(values);
    }

    pub(super) fn recall(&self, id: &EditId) -> Option<Value> {
        self.remembered.borrow().get(id).cloned()
    }

    /// Forgets what is being typed at `path`; what takes it off the disk comes back.
    pub(super) fn forget_draft(&self, path: &Path) -> Vec<Op> {
        if !self.typing.borrow_mut().remove(path).is_some_and(|typing| typing.stored) {
            return Vec::new();
        }
        // Begun before a copy said that the pair goes by another name, it stands under the former one.
        let names = self.with_document(Document::names).unwrap_or_default();
        let forget = |pair: &PairId| {
            self.local.remove(&keys::draft(pair, &self.tab, path));
            Op::Delete(Area::Drafts, self.draft_key(pair, path))
        };
        names.iter().map(forget).collect()
    }

    pub(super) fn draft_key(&self, pair: &PairId, path: &Path) -> String {
        format!("{pair}/{}/{path}", self.tab)
    }

    pub(super) fn is_typing_unkept(&self) -> bool {
        self.typing.borrow().values().any(|typing| typing.dirty)
    }
}

pub(super) fn new_device() -> DeviceId {
    let name = random::id();
    // Made of letters and digits, 16 of them; `device` stands for a generator that would not keep to that.
    DeviceId::parse(&name).or_else(|| DeviceId::parse("device")).expect("letters only")
}

/// What the mentor keeps, in local storage.
pub(super) fn stored_profile() -> Option<Profile> {
    Profile::of_json(text_of(&Local.read_checked(keys::PROFILE)?))
}

/// The settings in local storage, readable before anything else is.
pub(super) fn stored_settings() -> Option<Settings> {
    Settings::of_json(text_of(&Local.read_checked(keys::SETTINGS)?))
}

impl Drop for Core {
    /// A connection that nobody uses must not keep a newer version of the page from the database.
    fn drop(&mut self) {
        if let Some(database) = self.database.take() {
            database.close();
        }
    }
}
