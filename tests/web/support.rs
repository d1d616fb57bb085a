//! A page to test: a store on its own, with empty stores under it, that can be opened, left and opened again.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use binome::document::{Document, Incoming, file};
use binome::domain::person::IntroPrompt;
use binome::domain::{Author, Change, PairId, Path, PersonId, Role, schema};
use binome::web::dispatch::{SaveState, Store};
use binome::web::platform::timer::sleep;
use binome::web::storage::database::{Area, Database, Op};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::{JsCast, JsValue};

/// A page with a store, as a tab has one. Dropping it is what a crash does: nothing is sealed, nothing more is written.
pub struct Page {
    pub store: Store,
    _mounted: UnmountHandle<AnyViewState>,
}

impl Page {
    /// Opens a page on whatever the stores hold.
    pub async fn open() -> Self {
        Self::open_watched(|_| ()).await
    }

    /// Opens a page on whatever the stores hold; `watch` gets the store before it has read anything.
    pub async fn open_watched(watch: impl FnOnce(Store) + 'static) -> Self {
        let slot = Rc::new(RefCell::new(None));
        let given = Rc::clone(&slot);
        let host = document().create_element("div").expect("an element").unchecked_into();
        let mounted = mount_to(host, move || {
            let store = Store::new();
            watch(store);
            given.replace(Some(store));
            ().into_any()
        });
        let store = slot.take().expect("the store");
        store.load().await;
        Self { store, _mounted: mounted }
    }

    /// Opens a page on empty stores.
    pub async fn fresh() -> Self {
        empty().await;
        Self::open().await
    }

    /// Opens a page on empty stores and starts a pair, Karim's and Léa's, on Karim's browser, saved.
    pub async fn with_pair() -> Self {
        let page = Self::fresh().await;
        page.store.start_pair("Léa", "Karim", 45, Role::Student).expect("a pair");
        page.saved().await;
        page
    }

    /// Waits until everything is saved.
    pub async fn saved(&self) {
        let state = self.store.save_state();
        until("saved", || matches!(state.get_untracked(), SaveState::Saved(_))).await;
    }

    /// Types into a field as someone would: the words so far at each input.
    pub fn type_in(&self, path: &Path, words: &str) {
        let mut so_far = String::new();
        for letter in words.chars() {
            so_far.push(letter);
            self.store.draft(path, &so_far);
        }
    }

    /// Leaves a field.
    pub fn leave(&self, path: &Path) {
        self.store.seal(path).expect("words that may stand there");
    }

    /// What the student wrote about themself.
    pub fn self_words(&self) -> String {
        let pairing = self.store.pairing().get_untracked().expect("a pair");
        pairing.student.intro.get(&IntroPrompt::Self_).cloned().unwrap_or_default()
    }
}

/// The field in which the student says who they are.
pub fn self_path() -> Path {
    schema::intro(PersonId::STUDENT, IntroPrompt::Self_)
}

/// Empties both stores.
pub async fn empty() {
    note_connections();
    local().clear().expect("local storage");
    empty_database().await;
    binome::web::storage::mark::remove().await;
}

/// Closes the connections of pages that earlier tests dropped, as the end of a tab does at once. A task of theirs that still
/// waits would hold one for as long as it likes, and with it keep a newer version from the database.
pub fn close_strays() {
    script("(window.__connections || []).splice(0).forEach((one) => one.close());");
}

/// Notes every connection from now on, for [`close_strays`].
fn note_connections() {
    script(
        "if (window.__connections) { return; }
         window.__connections = [];
         const real = IDBFactory.prototype.open;
         IDBFactory.prototype.open = function (...how) {
             const asked = real.apply(this, how);
             asked.addEventListener('success', () => window.__connections.push(asked.result));
             return asked;
         };",
    );
}

/// Empties the database.
pub async fn empty_database() {
    let database = Database::open().await.expect("a database");
    database.write(&Area::ALL.map(Op::Clear)).await.expect("a write");
    database.close();
}

/// Everything in one store of the database.
pub async fn rows(area: Area) -> Vec<(String, String)> {
    let database = Database::open().await.expect("a database");
    let rows = database.read(area).await.expect("a read");
    database.close();
    rows.into_iter().map(|(key, text)| (key, text.unwrap_or_default())).collect()
}

/// Writes into the database behind the store's back.
pub async fn write(op: Op) {
    let database = Database::open().await.expect("a database");
    database.write(&[op]).await.expect("a write");
    database.close();
}

/// The browser's local storage itself.
pub fn local() -> web_sys::Storage {
    window().local_storage().expect("access").expect("local storage")
}

/// The keys in local storage that are ours.
pub fn local_keys() -> Vec<String> {
    let storage = local();
    let count = storage.length().expect("a length");
    (0..count).filter_map(|index| storage.key(index).ok().flatten()).filter(|key| key.starts_with("binome")).collect()
}

/// Waits for something to become true, at most ten seconds.
pub async fn until(what: &str, is_true: impl Fn() -> bool) {
    for _ in 0..500 {
        if is_true() {
            return;
        }
        sleep(Duration::from_millis(20)).await;
    }
    panic!("waited in vain: {what}");
}

/// Runs a script in the page: for making the browser misbehave.
pub fn script(code: &str) -> JsValue {
    js_sys::Function::new_no_args(code).call0(&JsValue::NULL).expect("the script")
}

/// A browser made to misbehave; dropping it makes it behave again, also when the test fails.
pub struct Misbehaving(&'static str);

impl Misbehaving {
    pub fn now(start: &str, end: &'static str) -> Self {
        script(start);
        Self(end)
    }
}

impl Drop for Misbehaving {
    fn drop(&mut self) {
        script(self.0);
    }
}

/// What the other sends who had started the same pair, under a name that becomes that of both.
pub fn started_elsewhere(page: &Page) -> Incoming {
    let author = Author::parse("mentor-1.elsewhere").expect("an author");
    let mut theirs = Document::new(PairId::parse("-").expect("the smallest name there is"));
    let name = Change::Put(schema::person(PersonId::MENTOR, schema::name::NAME), "Léa".into());
    theirs.apply(&[name], &author, page.store.now());
    page.store.read_file(file::write(&theirs).as_bytes()).expect("a copy")
}
