//! What the page said and held at every moment of a run, in one order with what it wrote.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use binome::domain::PairId;
use binome::domain::person::IntroPrompt;
use binome::web::dispatch::{SaveState, Store};
use binome::web::storage::tabs;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::stores::{PairHeld, say_browser};
use super::{Event, Fault, Held};
use crate::support::{Page, script};

/// Something the page said, or the end of a step.
#[derive(Clone, Debug)]
pub struct Moment {
    /// What it said of keeping.
    pub says: Says,
    /// Whether it said that local storage does not take what it is given.
    pub local_refused: bool,
    /// Everything it held then.
    pub held: Rc<Held>,
    /// Somebody was typing.
    pub is_typing: bool,
    /// During which step.
    pub step: usize,
    /// The step ended with an error that somebody sees.
    pub erred: bool,
}

/// What the page says of keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Nothing yet, or nothing new.
    Nothing,
    Saved,
    NotKept,
}

#[derive(Default)]
struct Diary {
    moments: Vec<Moment>,
    held: Rc<Held>,
    /// What is being typed in the opened pair.
    typed: BTreeMap<IntroPrompt, String>,
    step: usize,
    /// Pairs of which somebody was told that they are erased.
    erased: Vec<PairId>,
    /// The page has read what the stores hold.
    is_ready: bool,
}

thread_local! {
    static DIARY: RefCell<Diary> = RefCell::default();
    /// Tabs of pages that tests before left behind.
    static STRAYS: RefCell<BTreeSet<String>> = RefCell::default();
}

/// Begins a run on a page that held this when it was last saved.
pub fn begin(held: &Held, fault: Fault) {
    let held = Rc::new(held.clone());
    let before = Moment {
        says: Says::Saved,
        local_refused: false,
        held: Rc::clone(&held),
        is_typing: false,
        step: 0,
        erred: false,
    };
    DIARY.with_borrow_mut(|diary| *diary = Diary { held, moments: vec![before], ..Diary::default() });
    let (kind, from, until) = fault.plan();
    script(&format!(
        "Object.assign(window.__sweep, {{ on: true, hurried: true, kind: '{kind}', from: {from}, until: {until}, database: 0,
            local: 0, journal: [{{ moment: 0 }}] }})"
    ));
}

/// Ends a run: what was written and said, in order, and which pairs were erased.
pub fn end() -> (Vec<Event>, Vec<Moment>, Vec<PairId>) {
    let journal = script(
        "Object.assign(window.__sweep, { on: false, hurried: false, kind: 'none' });
         return JSON.stringify(window.__sweep.journal);",
    );
    let events = serde_json::from_str(&journal.as_string().expect("a text")).expect("events");
    let diary = DIARY.take();
    (events, diary.moments, diary.erased)
}

/// How many writes of the database and of local storage were begun in this run.
pub fn counts() -> (u32, u32) {
    let count = |what: &str| {
        let count = script(&format!("return window.__sweep.{what}")).as_f64().unwrap_or_default();
        format!("{count}").parse().expect("a whole number")
    };
    (count("database"), count("local"))
}

/// Opens a page that is watched from before it reads anything.
pub async fn open() -> Page {
    DIARY.with_borrow_mut(|diary| diary.is_ready = false);
    let page = Page::open_watched(|store| {
        let (state, missing) = (store.save_state(), store.missing());
        ImmediateEffect::new_scoped(move || {
            state.track();
            untrack(|| note(store, false));
        });
        ImmediateEffect::new_scoped(move || {
            missing.track();
            untrack(|| note_as(store, Says::Nothing, false));
        });
    })
    .await;
    DIARY.with_borrow_mut(|diary| diary.is_ready = true);
    page
}

/// What is being typed; nothing more, once the field is left.
pub fn typing(prompt: IntroPrompt, words: Option<&str>) {
    DIARY.with_borrow_mut(|diary| match words {
        Some(words) => drop(diary.typed.insert(prompt, words.to_owned())),
        None => drop(diary.typed.remove(&prompt)),
    });
}

/// Nothing is being typed.
pub fn nothing_typed() {
    DIARY.with_borrow_mut(|diary| diary.typed.clear());
}

/// A pair is erased, and somebody was told so.
pub fn erased(pair: PairId) {
    DIARY.with_borrow_mut(|diary| diary.erased.push(pair));
}

/// Ends a step.
pub fn step_over(store: Store, erred: bool) {
    note(store, erred);
    DIARY.with_borrow_mut(|diary| diary.step += 1);
}

/// Notes what the page says and holds at this moment.
pub fn note(store: Store, erred: bool) {
    let says = match store.save_state().get_untracked() {
        SaveState::Idle | SaveState::Saving => Says::Nothing,
        SaveState::Saved(_) => Says::Saved,
        SaveState::NotKept(_) => Says::NotKept,
    };
    note_as(store, says, erred);
}

fn note_as(store: Store, says: Says, erred: bool) {
    let (is_ready, typed, mut held) =
        DIARY.with_borrow(|diary| (diary.is_ready, diary.typed.clone(), diary.held.clone()));
    if is_ready {
        say_page(store, &typed, Rc::make_mut(&mut held));
    }
    let local_refused = store.missing().get_untracked().local.is_some();
    let place = DIARY.with_borrow_mut(|diary| {
        diary.held = held.clone();
        let is_typing = !typed.is_empty();
        diary.moments.push(Moment { says, local_refused, held, is_typing, step: diary.step, erred });
        diary.moments.len() - 1
    });
    script(&format!("window.__sweep.journal.push({{ moment: {place} }})"));
}

/// Says everything that a page shows of the browser and of the pair that is open.
pub fn say_page(store: Store, typed: &BTreeMap<IntroPrompt, String>, held: &mut Held) {
    let ids = |pairs: Vec<_>| pairs.into_iter().map(|pair: binome::web::dispatch::PairSummary| pair.id).collect();
    let listed: Vec<PairId> = ids(store.pairs().get_untracked());
    let gone: Vec<PairId> = ids(store.retired().get_untracked().into_iter().map(|retired| retired.pair).collect());
    let known: Vec<PairId> = Vec::clone(&listed).into_iter().chain(Vec::clone(&gone)).collect();
    let pairing = store.pairing().get_untracked();
    let opened = pairing.as_ref().map(|pairing| &pairing.id);
    let theme = store.settings().get_untracked().theme;
    say_browser(held, listed, gone, opened, theme, &store.profile().get_untracked());
    held.retain(|key, _| key.rsplit_once(' ').is_none_or(|(_, id)| known.iter().any(|known| known.as_str() == id)));
    let Some(pairing) = pairing else { return };
    let mut pairing = (*pairing).clone();
    for (prompt, words) in typed {
        pairing.student.intro.insert(*prompt, words.clone());
    }
    let turns = store.turns().get_untracked();
    PairHeld {
        pairing,
        conflicts: store.conflicts().get_untracked().iter().map(|conflict| conflict.path.to_string()).collect(),
        me: store.me().get_untracked(),
        given: store.last_export().get_untracked(),
        undo: turns.undo,
        redo: turns.redo,
        import: store.can_undo_import().get_untracked().is_some(),
    }
    .say(held);
}

/// Lets the page go on.
async fn next_task() {
    let next = script("return window.__sweep").unchecked_into::<js_sys::Object>();
    let next = js_sys::Reflect::get(&next, &"next".into()).expect("a member").unchecked_into::<js_sys::Function>();
    let next = next.call0(&JsValue::NULL).expect("a promise").unchecked_into::<js_sys::Promise>();
    let _ = wasm_bindgen_futures::JsFuture::from(next).await;
}

/// Waits until nothing is on its way any more.
pub async fn settled(store: Store) {
    let state = store.save_state();
    let mut quiet = 0;
    for _ in 0..200_000 {
        next_task().await;
        let is_open = script("return window.__sweep.open") != JsValue::from_f64(0.0);
        quiet = if is_open || state.get_untracked() == SaveState::Saving { 0 } else { quiet + 1 };
        if quiet == 8 {
            return;
        }
    }
    panic!("nothing settles: {:?}", state.get_untracked());
}

/// Ends what an earlier run may have left behind, and notes the pages that live on: tests that failed leave theirs.
pub async fn clear() {
    script(include_str!("sweep.js"));
    script("window.__sweep.on = false");
    let living = tabs::living().await.unwrap_or_default();
    STRAYS.set(living);
}

/// Ends a page as a crash does, and waits until nothing of it is left.
pub async fn die(page: Page) {
    drop(page);
    for _ in 0..20_000 {
        let is_open = script("return window.__sweep.open") != JsValue::from_f64(0.0);
        let living = tabs::living().await.unwrap_or_default();
        if !is_open && STRAYS.with_borrow(|strays| living.is_subset(strays)) {
            return;
        }
        next_task().await;
    }
    panic!("something of a page is left");
}
