//! A fault at any write. One story of a pair is told in acts, by the store's own doors; every write that it makes is counted, in the
//! database and in local storage. Then it is told again for each of them, and that one fails, or all from there on, or the page dies
//! right there. Whatever happens, what the page called saved is in the database alone, comes back at the next start, nobody has to
//! choose between words that nobody set against each other, what was not kept was said, and what was erased stays so.
//!
//! Chromium takes every other write and Firefox the others, each with one way of failing: together every write, within some tens of
//! seconds each. Compiled with `BINOME_SWEEP=all`, either browser takes every write with every way of failing, some minutes long.

mod diary;
mod stores;
mod story;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::rc::Rc;

use binome::document::backup::{BackupName, Reason};
use binome::domain::PairId;
use binome::web::dispatch::SaveState;
use binome::web::storage::mark;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use self::diary::{Moment, Says, die, settled};
use self::stores::Stores;
use self::story::{ACTS, Step, play};
use crate::support::{Page, empty, script, self_path};

/// What is held, by name: of each pair its record, who uses the browser, what can be undone; and of the browser.
pub type Held = BTreeMap<String, String>;

/// One thing that happened to a store, or a moment of the page.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A transaction was completed, and what it did.
    Wrote(Vec<Write>),
    /// A transaction was made to fail, and what it was to do.
    Failed(u32, Vec<Write>),
    /// Local storage took a text under a key, or gave it up; with the number of the task that asked for it.
    Local(u32, String, Option<String>),
    /// Local storage was made to refuse a text under a key.
    Refused(String, String),
    /// See [`Moment`], by its place.
    Moment(usize),
}

/// One thing that a transaction does.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Write {
    /// Store, key, text.
    Put(String, String, String),
    /// Store, first key, last key.
    Delete(String, String, String),
}

/// What fails in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    kind: Kind,
    /// The number of the first write that fails.
    from: u32,
    /// How many writes fail in a row.
    times: u32,
}

/// How a write fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Nothing,
    /// The transaction is aborted as it commits.
    Abort,
    /// There is no room for the transaction.
    Full,
    /// The browser closes the connection; nothing stands in the way of another.
    Closed,
    /// There is no room in local storage.
    Local,
}

impl Fault {
    const NONE: Self = Self { kind: Kind::Nothing, from: 0, times: 0 };

    /// As the script has it.
    fn plan(self) -> (&'static str, u32, u32) {
        let kind = match self.kind {
            Kind::Nothing => "none",
            Kind::Abort => "abort",
            Kind::Full => "full",
            Kind::Closed => "closed",
            Kind::Local => "local",
        };
        (kind, self.from, self.from.saturating_add(self.times))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at write {} × {}", self.kind, self.from, self.times)
    }
}

/// An act as it goes when nothing fails.
struct Act {
    name: &'static str,
    steps: &'static [Step],
    /// What both stores hold at its beginning.
    start: Stores,
    /// What the page before called saved.
    held: Held,
    /// The copy that comes in.
    copy: String,
    run: Run,
}

/// An act as it went.
struct Run {
    events: Vec<Event>,
    moments: Vec<Moment>,
    end: Stores,
    /// How many writes were begun, in the database and in local storage.
    writes: (u32, u32),
    /// Steps that failed although they were tried again.
    stuck: Vec<String>,
    /// Pairs of which somebody was told that they are erased.
    erased: Vec<PairId>,
}

thread_local! {
    static TOLD: RefCell<Option<Rc<Vec<Act>>>> = RefCell::default();
}

/// The story without any fault, told once for all sweeps.
async fn told() -> Rc<Vec<Act>> {
    if let Some(told) = TOLD.with_borrow(Clone::clone) {
        return told;
    }
    empty().await;
    let mut acts: Vec<Act> = Vec::new();
    for (name, steps) in ACTS {
        let start = acts.last().map(|act| act.run.end.clone()).unwrap_or_default();
        let held = acts.last().map_or_else(|| Stores::default().in_database(), |act| act.run.last().clone());
        let copy = if steps.contains(&Step::Import) { story::answer(&start.document()) } else { String::new() };
        let run = run(&start, &held, steps, &copy, Fault::NONE).await;
        assert_eq!(run.stuck, Vec::<String>::new(), "{name}");
        acts.push(Act { name, steps, start, held, copy, run });
    }
    let told = Rc::new(acts);
    TOLD.set(Some(Rc::clone(&told)));
    told
}

/// Tells an act.
async fn run(start: &Stores, held: &Held, steps: &[Step], copy: &str, fault: Fault) -> Run {
    start.put().await;
    if start.rows.is_empty() {
        // Nobody was here yet.
        mark::remove().await;
    }
    diary::begin(held, fault);
    let page = diary::open().await;
    settled(page.store).await;
    diary::step_over(page.store, false);
    let mut stuck = Vec::new();
    for step in steps {
        let mut outcome = play(*step, &page, copy).await;
        settled(page.store).await;
        let erred = outcome.is_err();
        for _ in 0..ATTEMPTS {
            if outcome.is_err() {
                // What went wrong is said, and whoever reads it tries again.
                diary::note(page.store, true);
                outcome = play(*step, &page, copy).await;
                settled(page.store).await;
            }
        }
        stuck.extend(outcome.err().map(|error| format!("{step:?}: {error}")));
        diary::step_over(page.store, erred);
    }
    die(page).await;
    let writes = diary::counts();
    let (events, moments, erased) = diary::end();
    Run { events, moments, end: Stores::now().await, writes, stuck, erased }
}

impl Run {
    /// What the page held in the end.
    fn last(&self) -> &Held {
        &self.moments.last().expect("a moment").held
    }

    /// What the page may be expected to have kept, when it stops at that place of the events: what it held when it last said “saved”,
    /// or whatever it held since, up to the end of the step during which it stops.
    fn kept_at(&self, place: usize) -> Vec<&Moment> {
        let moment = |event: &Event| match event {
            Event::Moment(moment) => Some(*moment),
            _ => None,
        };
        let is_saved = |at: &usize| self.moments[*at].says == Says::Saved;
        let said = self.events[..place].iter().filter_map(moment).rfind(is_saved).unwrap_or(0);
        let next = self.events[place..].iter().find_map(moment).unwrap_or(self.moments.len() - 1);
        let step = self.moments[next].step;
        self.moments[said..].iter().take_while(|moment| moment.step <= step).collect()
    }

    /// At every moment at which the page said “saved”, everything that it held was in the database alone.
    fn saved_is_kept(&self, start: &Stores) -> Vec<String> {
        let mut stores = start.clone();
        let mut troubles = Vec::new();
        let mut found: Option<Held> = None;
        // Up to there it goes as it does without any fault.
        let first = self.events.iter().position(|event| matches!(event, Event::Failed(..) | Event::Refused(..)));
        for (place, event) in self.events.iter().enumerate() {
            stores.take(event);
            match event {
                Event::Wrote(..) => found = None,
                Event::Moment(moment) if Some(place) > first && self.moments[*moment].says == Says::Saved => {
                    let found = found.get_or_insert_with(|| stores.in_database());
                    let moment = &self.moments[*moment];
                    let after = differences(found, &self.kept_at(place + 1));
                    for text in after {
                        // The first time says it.
                        if !troubles.iter().any(|(_, told)| *told == text) {
                            troubles.push((moment.step, text));
                        }
                    }
                }
                _ => {}
            }
        }
        assert_eq!(stores.rows, self.end.rows, "the journal does not tell everything");
        assert_eq!(stores.local, self.end.local, "the journal does not tell everything");
        troubles.into_iter().map(|(step, text)| format!("called saved in step {step}: {text}")).collect()
    }

    /// What failed was said, in the step in which it did; or it was being said still.
    fn faults_are_said(&self, start: &Stores) -> Vec<String> {
        let mut stores = start.clone();
        let mut troubles = Vec::new();
        let mut said = Says::Nothing;
        for (place, event) in self.events.iter().enumerate() {
            stores.take(event);
            let moments = self.events[place..].iter().filter_map(|event| match event {
                Event::Moment(moment) => Some(&self.moments[*moment]),
                _ => None,
            });
            let step = moments.clone().next().expect("a step has an end").step;
            let mut in_step = moments.take_while(|moment| moment.step == step);
            match event {
                Event::Moment(moment) if self.moments[*moment].says != Says::Nothing => {
                    said = self.moments[*moment].says;
                }
                Event::Failed(number, writes)
                    if said != Says::NotKept
                        && !writes.iter().all(is_of_daily_backup)
                        && !in_step.any(|moment| moment.says == Says::NotKept || moment.erred) =>
                {
                    troubles.push(format!("write {number} failed in step {step}, and nothing was said: {writes:?}"));
                }
                Event::Refused(key, text)
                    if is_worth_saying(key)
                        && !stores.has(key, text)
                        && !in_step.any(|moment| moment.local_refused) =>
                {
                    troubles.push(format!("local storage refused {key} in step {step}, and nothing was said"));
                }
                _ => {}
            }
        }
        troubles
    }

    /// Nothing fails any more after the one write that did: in the end, all is kept, and said to be.
    fn recovers(&self) -> Vec<String> {
        let failed = self.events.iter().rposition(|event| matches!(event, Event::Failed(..)));
        let wrote = self.events.iter().rposition(|event| matches!(event, Event::Wrote(..)));
        let says = self.moments.last().expect("a moment").says;
        let is_over = failed.is_none_or(|failed| wrote.is_some_and(|wrote| wrote > failed));
        let mut troubles = self.stuck.clone();
        if is_over && says != Says::Saved {
            troubles.push(format!("all went well since, and the page says {says:?}"));
        }
        troubles
    }

    /// A page opened on what is left has what was called saved: on the database alone when that is asked for, then on both stores.
    /// There people go on writing, and nobody has to choose.
    async fn comes_back(&self, alone_too: bool) -> Vec<String> {
        let kept = self.kept_at(self.events.len());
        let alone = self.end.with_local_of(&Stores::default());
        let mut troubles = Vec::new();
        let variants = [(&alone, "the database alone"), (&self.end, "both stores")];
        for (stores, name) in variants.into_iter().skip(usize::from(!ALL && !alone_too)) {
            let found = reopened(stores, !stores.local.is_empty()).await;
            troubles.extend(differences(&found, &kept).into_iter().map(|text| format!("from {name}: {text}")));
            let is_back = |id: &&PairId| found.contains_key(&format!("list {id}"));
            troubles.extend(
                self.erased.iter().filter(is_back).map(|id| format!("from {name}: {id} was erased and is back")),
            );
        }
        troubles
    }
}

/// Once a day a copy is made in the background; what failed comes the next day, and nothing waits for it.
fn is_of_daily_backup(write: &Write) -> bool {
    let (Write::Put(store, key, _) | Write::Delete(store, key, _)) = write;
    let name = key.split_once('/').and_then(|(_, name)| BackupName::parse(name));
    store == "backups" && name.is_some_and(|name| name.reason == Reason::Daily)
}

/// What the page cannot do without: the others it makes again from what it has.
fn is_worth_saying(key: &str) -> bool {
    !["~summary", "~recent", "~opened", "~device", "~me"].iter().any(|name| key.ends_with(name))
}

/// Where what was found is nothing that the page had. While somebody types, a command may be kept before the words are.
fn differences(found: &Held, kept: &[&Moment]) -> Vec<String> {
    let is_typing = kept.iter().any(|moment| moment.is_typing);
    let first = &kept[0].held;
    let keys: BTreeSet<&String> = found.keys().chain(first.keys()).collect();
    let is_kept = |key: &String| {
        (key == "opened" && !found.contains_key(key))
            || kept.iter().any(|moment| moment.held.get(key) == found.get(key))
    };
    let told = |key: &String| {
        let none = String::new();
        let (is, was) = (found.get(key).unwrap_or(&none), first.get(key).unwrap_or(&none));
        let same = is.chars().zip(was.chars()).take_while(|(is, was)| is == was).count();
        let around = |text: &str| -> String { text.chars().skip(same.saturating_sub(30)).take(90).collect() };
        let what = key.split_once(' ').map_or(&**key, |(what, _)| what);
        format!("{what}: found …{}… where …{}… was kept", around(is), around(was))
    };
    let mut lost: Vec<&String> = keys.into_iter().filter(|key| !is_kept(key)).collect();
    let is_of_part = |key: &&String| ["record ", "self ", "why "].iter().any(|part| key.starts_with(part));
    if is_typing || lost.iter().any(is_of_part) {
        lost.retain(|key| !key.starts_with("whole "));
    }
    lost.into_iter().map(told).collect()
}

/// What a page says that is opened on these stores, and what goes wrong: when people write on in each pair, too.
async fn reopened(stores: &Stores, writing_on: bool) -> Held {
    stores.put().await;
    let page = Page::open().await;
    settled(page.store).await;
    let mut held = Held::new();
    diary::say_page(page.store, &BTreeMap::new(), &mut held);
    let mut trouble = |what: String| drop(held.insert(format!("trouble {what}"), what));
    let state = page.store.save_state().get_untracked();
    if matches!(state, SaveState::NotKept(_)) {
        trouble(format!("{state:?}"));
    }
    let quarantined = page.store.quarantined().get_untracked();
    if !quarantined.is_empty() {
        trouble(format!("{quarantined:?}"));
    }
    let (there, gone) = (page.store.pairs().get_untracked(), page.store.retired().get_untracked());
    let ids: Vec<PairId> =
        there.into_iter().chain(gone.into_iter().map(|gone| gone.pair)).map(|pair| pair.id).collect();
    for id in &ids {
        if let Some(of_pair) = of_pair(&page, id).await {
            held.extend(of_pair);
        } else {
            let opened = page.store.pairing().get_untracked().map(|pairing| pairing.id.clone());
            held.insert(format!("trouble {id}"), format!("its line in the list opens {opened:?}"));
        }
    }
    if !writing_on {
        die(page).await;
        return held;
    }
    for id in &ids {
        if of_pair(&page, id).await.is_some() {
            page.type_in(&self_path(), "La suite");
            page.leave(&self_path());
            settled(page.store).await;
        }
    }
    die(page).await;
    // A second start, of which nothing but the written words is news.
    let page = Page::open().await;
    for id in &ids {
        let Some(now) = of_pair(&page, id).await else { continue };
        let conflicts = |held: &Held| held.get(&format!("conflicts {id}")).cloned().unwrap_or_default();
        let (before, after, words) = (conflicts(&held), conflicts(&now), page.self_words());
        if words != "La suite" || (before != after && after != "[]") {
            let what = format!("written on: {words}, conflicts {before} and then {after}");
            held.insert(format!("trouble {what}"), what);
        }
    }
    die(page).await;
    held
}

/// What a page says of a pair once it is opened; nothing when it is not there.
async fn of_pair(page: &Page, id: &PairId) -> Option<Held> {
    page.store.open_pair(id.clone()).await;
    settled(page.store).await;
    let is_open = page.store.pairing().get_untracked().is_some_and(|pairing| pairing.id == *id);
    let mut held = Held::new();
    diary::say_page(page.store, &BTreeMap::new(), &mut held);
    // That it is in the list is no news now: opening it puts it back.
    is_open
        .then(|| held.into_iter().filter(|(key, _)| key.ends_with(id.as_str()) && !key.starts_with("list ")).collect())
}

/// Whether everything is taken.
const ALL: bool = option_env!("BINOME_SWEEP").is_some();

/// What this browser takes of a list: every other one.
fn sampled<T>(list: Vec<T>) -> impl Iterator<Item = T> {
    let is_firefox = script("return navigator.userAgent.includes('Firefox')") == true;
    let is_taken = move |place: usize| ALL || place % 2 == usize::from(is_firefox);
    list.into_iter().enumerate().filter_map(move |(place, item)| is_taken(place).then_some(item))
}

/// For good.
const EVER: u32 = u32::MAX;

/// How often somebody tries again: what fails twice in a row may fail each time at the first write of what they do.
const ATTEMPTS: u32 = 2;

/// A fault at each write, of two sorts in turn so that either browser gets both; of both, where it takes everything.
fn faults(count: u32, sorts: [(Kind, u32); 2]) -> Vec<Fault> {
    let is_first = |from: u32| from % 4 < 2;
    let of_sort = |(kind, times): (Kind, u32), from: u32| Fault { kind, from, times };
    let [one, other] = sorts;
    let mut faults: Vec<Fault> =
        (1..=count).map(|from| of_sort(if is_first(from) { one } else { other }, from)).collect();
    if ALL && one != other {
        faults.extend((1..=count).map(|from| of_sort(if is_first(from) { other } else { one }, from)));
    }
    faults
}

/// Tells each act again with each sampled fault: nothing of what was called saved is lost, and what failed was said.
async fn sweep(name: &str, faults: impl Fn(&Act) -> Vec<Fault>) {
    let acts = told().await;
    let (mut all, mut tried, mut failures) = (0, 0, Vec::new());
    for act in acts.iter() {
        let faults = faults(act);
        all += faults.len();
        for fault in sampled(faults) {
            let run = run(&act.start, &act.held, act.steps, &act.copy, fault).await;
            tried += 1;
            let mut troubles = run.saved_is_kept(&act.start);
            troubles.extend(run.faults_are_said(&act.start));
            if fault.kind == Kind::Local || fault.times != EVER {
                troubles.extend(run.recovers());
            }
            // What saved words are in the database is known by now: every third time a page is opened on it as well.
            troubles.extend(run.comes_back(fault.from % 3 == 0).await);
            let is_met = run.events.iter().any(|event| matches!(event, Event::Failed(..) | Event::Refused(..)));
            if !is_met && fault.kind != Kind::Closed {
                troubles.push("the fault never came".to_owned());
            }
            failures.extend(troubles.into_iter().map(|text| format!("{} · {fault} · {text}", act.name)));
        }
    }
    report(name, all, tried, failures);
}

fn report(name: &str, all: usize, tried: usize, failures: Vec<String>) {
    console_log!("{name}: {tried} of {all} tried, {} troubles", failures.len());
    assert!(failures.is_empty(), "{} troubles\n{}", failures.len(), failures.join("\n"));
}

#[wasm_bindgen_test]
async fn the_story_of_the_sweeps_loses_nothing_when_nothing_fails() {
    let acts = told().await;
    let mut troubles = Vec::new();
    for act in acts.iter() {
        console_log!("{}: {:?} writes", act.name, act.run.writes);
        troubles.extend(act.run.saved_is_kept(&act.start));
        troubles.extend(act.run.recovers());
        troubles.extend(act.run.comes_back(true).await);
    }
    assert!(troubles.is_empty(), "{}", troubles.join("\n"));
}

#[wasm_bindgen_test]
async fn a_write_of_the_database_that_fails_loses_nothing_that_was_called_saved() {
    sweep("a write fails", |act| faults(act.run.writes.0, [(Kind::Abort, 1), (Kind::Full, 1)])).await;
}

#[wasm_bindgen_test]
async fn a_database_that_fails_twice_or_for_good_loses_nothing_that_was_called_saved() {
    sweep("writes fail in a row", |act| faults(act.run.writes.0, [(Kind::Full, EVER), (Kind::Abort, 2)])).await;
}

#[wasm_bindgen_test]
async fn a_connection_that_the_browser_closes_loses_nothing_that_was_called_saved() {
    sweep("the connection is closed", |act| faults(act.run.writes.0, [(Kind::Closed, 1); 2])).await;
}

#[wasm_bindgen_test]
async fn a_local_storage_that_refuses_once_or_for_good_loses_nothing_that_was_called_saved() {
    sweep("local storage refuses", |act| faults(act.run.writes.1, [(Kind::Local, 1), (Kind::Local, EVER)])).await;
}

/// Where a page may die: after each thing that was written, but not in the midst of what one task gave to local storage.
fn ends(events: &[Event]) -> Vec<usize> {
    let turn = |event: &Event| match event {
        Event::Local(turn, ..) => Some(Some(*turn)),
        Event::Moment(_) => None,
        _ => Some(None),
    };
    let is_end = |place: &usize| {
        let last = place.checked_sub(1).and_then(|last| turn(&events[last]));
        let next = events[*place..].iter().find_map(turn);
        *place == 0 || last.is_some_and(|last| last.is_none() || next != Some(last))
    };
    (0..=events.len()).filter(is_end).collect()
}

/// A browser that is killed has in its database what was completed, and in local storage what it had got round to writing: all of it,
/// some of it, or what stood there when the page was opened.
#[wasm_bindgen_test]
async fn a_page_that_dies_at_any_write_loses_nothing_that_was_called_saved() {
    let acts = told().await;
    let (mut all, mut tried, mut failures) = (0, 0, Vec::new());
    let mut turn = 0;
    for (number, act) in acts.iter().enumerate() {
        let events = &act.run.events;
        let places = ends(events);
        all += places.len() * 5;
        let at = |place: usize| {
            let mut stores = act.start.clone();
            events[..place].iter().for_each(|event| stores.take(event));
            stores
        };
        let older = number.checked_sub(1).map(|before| acts[before].start.clone()).unwrap_or_default();
        for place in sampled(places.clone()) {
            let now = at(place);
            let earlier = places.iter().rfind(|earlier| **earlier <= place * 2 / 3).copied().unwrap_or(0);
            let lates = [
                ("up to date", now.clone()),
                ("as it was some time ago", at(earlier)),
                ("as this page found it", act.start.clone()),
                ("as the page before found it", older.clone()),
                ("emptied", Stores::default()),
            ];
            let kept = act.run.kept_at(place);
            let is_none_open = now.in_database().get("opened").is_some_and(|opened| opened == "None");
            turn += 1;
            for (sort, (name, late)) in lates.into_iter().enumerate() {
                // One after the other, unless everything is taken.
                if !ALL && sort != turn % 5 {
                    continue;
                }
                let mut found = reopened(&now.with_local_of(&late), sort > 0).await;
                if sort > 0 && is_none_open {
                    // The database says of none that it is open: local storage may say which one was.
                    found.remove("opened");
                }
                tried += 1;
                let last = place.checked_sub(1).map(|last| format!("{:?}", events[last])).unwrap_or_default();
                let last: String = last.chars().take(100).collect();
                let what = format!("{} · dies after {place}: {last} · local storage {name}", act.name);
                failures.extend(differences(&found, &kept).into_iter().map(|text| format!("{what} · {text}")));
            }
        }
    }
    report("the page dies", all, tried, failures);
}
