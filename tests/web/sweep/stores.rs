//! What both stores hold, as values: taken down, changed by what a page wrote, put back, and read as the next start would.

use std::collections::BTreeMap;

use binome::document::{Document, project};
use binome::domain::person::IntroPrompt;
use binome::domain::{Instant, PairId, Pairing, PersonId, Profile};
use binome::web::dispatch::Theme;
use binome::web::storage::database::{Area, Database, Op};
use binome::web::storage::local::checked;
use binome::web::storage::stamp::text_of;
use binome::web::storage::start::{Found, Stored, assemble, meta};

use super::{Event, Held, Write, diary};
use crate::support::{local, local_keys};

/// The stores of the database, in the order of [`Area::ALL`].
const NAMES: [&str; 6] = ["log", "drafts", "backups", "history", "quarantine", "meta"];

/// What both stores hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stores {
    /// Rows of the database by store and key.
    pub rows: BTreeMap<(String, String), String>,
    /// Keys of local storage.
    pub local: BTreeMap<String, String>,
}

impl Stores {
    /// Takes down what the browser holds now.
    pub async fn now() -> Self {
        let database = Database::open().await.expect("a database");
        let mut stores = Self::default();
        for (area, name) in Area::ALL.into_iter().zip(NAMES) {
            let rows = database.read(area).await.expect("a read");
            stores.rows.extend(rows.into_iter().map(|(key, text)| ((name.to_owned(), key), text.expect("a text"))));
        }
        database.close();
        let text = |key: String| local().get_item(&key).expect("read").map(|text| (key, text));
        stores.local = local_keys().into_iter().filter_map(text).collect();
        stores
    }

    /// Puts all of it into the browser, in the place of what is there.
    pub async fn put(&self) {
        diary::clear().await;
        local().clear().expect("cleared");
        for (key, text) in &self.local {
            local().set_item(key, text).expect("written");
        }
        let mut ops: Vec<Op> = Area::ALL.map(Op::Clear).into();
        ops.extend(self.rows.iter().map(|((name, key), text)| Op::Put(area(name), key.clone(), text.clone())));
        let database = Database::open().await.expect("a database");
        database.write(&ops).await.expect("a write");
        database.close();
    }

    /// The database as it is, local storage as in `other`.
    pub fn with_local_of(&self, other: &Self) -> Self {
        Self { rows: self.rows.clone(), local: other.local.clone() }
    }

    /// Takes in what a page did to a store; nothing where it failed.
    pub fn take(&mut self, event: &Event) {
        match event {
            Event::Wrote(writes) => writes.iter().for_each(|write| self.write(write)),
            Event::Local(_, key, Some(text)) => drop(self.local.insert(key.clone(), text.clone())),
            Event::Local(_, key, None) => drop(self.local.remove(key)),
            Event::Failed(..) | Event::Refused(..) | Event::Moment(_) => {}
        }
    }

    /// Whether local storage has that text under that key, whenever it was written.
    pub fn has(&self, key: &str, text: &str) -> bool {
        let said = |text: &str| checked(text).map(text_of).map(str::to_owned);
        self.local.get(key).is_some_and(|there| said(there) == said(text))
    }

    fn write(&mut self, write: &Write) {
        match write {
            Write::Put(store, key, text) => drop(self.rows.insert((store.clone(), key.clone()), text.clone())),
            Write::Delete(store, from, to) => {
                self.rows.retain(|(of, key), _| of != store || key < from || key > to);
            }
        }
    }

    fn area(&self, store: &str) -> impl Iterator<Item = (&str, &str)> {
        let of_store = self.rows.iter().filter(move |((of, _), _)| of == store);
        of_store.map(|((_, key), text)| (key.as_str(), text.as_str()))
    }

    fn small(&self, key: &str) -> Option<&str> {
        self.rows.get(&("meta".to_owned(), key.to_owned())).map(String::as_str)
    }

    /// The record of the only pair.
    pub fn document(&self) -> Document {
        self.found().pairs.remove(0).document
    }

    fn found(&self) -> Found {
        let rows = |store: &str| -> Vec<(String, Option<String>)> {
            self.area(store).map(|(key, text)| (key.to_owned(), Some(text.to_owned()))).collect()
        };
        let meta = self.area("meta").map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        let stored =
            Stored { log: rows("log"), drafts: rows("drafts"), history: rows("history"), meta, local: Vec::new() };
        assemble(&stored)
    }

    /// What a start would find in the database alone: of every pair, with what was being typed sealed, and of the browser.
    pub fn in_database(&self) -> Held {
        let mut found = self.found();
        assert!(found.unreadable_log.is_empty(), "{:?}", found.unreadable_log);
        found.drafts.sort_by_key(|typed| typed.draft.at);
        let mut held = Held::new();
        let (mut listed, mut is_opened) = (Vec::new(), None);
        for pair in found.pairs {
            let mut document = pair.document;
            let typed = found.drafts.iter().filter(|typed| document.known_as(&typed.pair) && !typed.is_sealed);
            let typed: Vec<_> = typed.map(|typed| typed.draft.clone()).collect();
            for draft in typed {
                document.seal(&draft);
            }
            let id = document.pair().clone();
            // What was kept before two pairs became one stands under either name.
            let names = document.names();
            let memory = names.iter().find_map(|name| self.small(&meta::undo(name)));
            let undo = memory.is_some_and(|json| {
                let memory: serde_json::Value = serde_json::from_str(json).expect("JSON");
                memory["undone"] != true && memory["after"]["generation"] == document.generation()
            });
            let given = names.iter().filter_map(|name| self.small(&meta::given(name)).and_then(Instant::parse)).max();
            let opened = self.small(meta::OPENED).map(text_of).and_then(PairId::parse);
            if opened.is_some_and(|opened| document.known_as(&opened)) {
                is_opened = Some(id.clone());
            }
            PairHeld {
                pairing: project(&document),
                conflicts: conflicts(&document),
                me: pair.me.unwrap_or(PersonId::MENTOR),
                given,
                undo: pair.history.undoable().is_some(),
                redo: pair.history.redoable().is_some(),
                import: undo,
            }
            .say(&mut held);
            listed.push(id);
        }
        let (gone, there): (Vec<PairId>, Vec<PairId>) =
            listed.into_iter().partition(|id| self.small(&meta::retired(id)).is_some());
        say_browser(
            &mut held,
            there,
            gone,
            is_opened.as_ref(),
            self.theme(),
            &self.small(meta::PROFILE).map(text_of).and_then(Profile::of_json).unwrap_or_default(),
        );
        held
    }

    fn theme(&self) -> Theme {
        let settings = self.small(meta::SETTINGS).map(|text| serde_json::from_str::<serde_json::Value>(text_of(text)));
        let theme = settings.map(|settings| settings.expect("JSON")["theme"].clone());
        theme.map(|theme| serde_json::from_value(theme).expect("a theme")).unwrap_or_default()
    }
}

/// What is held of a pair.
pub struct PairHeld {
    pub pairing: Pairing,
    pub conflicts: Vec<String>,
    pub me: PersonId,
    pub given: Option<Instant>,
    pub undo: bool,
    pub redo: bool,
    pub import: bool,
}

impl PairHeld {
    /// Says each of its things by name.
    pub fn say(self, held: &mut Held) {
        let Self { mut pairing, conflicts, me, given, undo, redo, import } = self;
        let id = pairing.id.clone();
        let mut say = |what: &str, text: String| drop(held.insert(format!("{what} {id}"), text));
        say("whole", format!("{pairing:?}"));
        for prompt in [IntroPrompt::Self_, IntroPrompt::Why] {
            say(prompt.field(), pairing.student.intro.remove(&prompt).unwrap_or_default());
        }
        say("record", format!("{pairing:?}"));
        say("conflicts", format!("{conflicts:?}"));
        say("me", me.to_string());
        say("copy given", format!("{given:?}"));
        say("undo", format!("undo {undo}, redo {redo}"));
        say("import", format!("can be undone: {import}"));
    }
}

/// Says what is held of the browser.
pub fn say_browser(
    held: &mut Held,
    listed: Vec<PairId>,
    gone: Vec<PairId>,
    opened: Option<&PairId>,
    theme: Theme,
    profile: &Profile,
) {
    held.extend(listed.iter().map(|id| (format!("list {id}"), "in it".to_owned())));
    held.extend(gone.iter().map(|id| (format!("list {id}"), "removed from it".to_owned())));
    held.insert("opened".into(), format!("{opened:?}"));
    held.insert("settings".into(), format!("{theme:?}"));
    held.insert("profile".into(), format!("{profile:?}"));
}

fn conflicts(document: &Document) -> Vec<String> {
    document.conflicts().into_iter().map(|conflict| conflict.path.to_string()).collect()
}

fn area(name: &str) -> Area {
    let place = NAMES.iter().position(|other| *other == name).expect("a store of ours");
    Area::ALL[place]
}
