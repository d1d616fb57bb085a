//! Whatever the browser's two stores hold, start reads it: rows of the log, drafts, deeds, small things, keys of local storage, names of
//! backups. Read, or set aside byte for byte; never a panic, and nothing of it forgotten. And folding any set of rows says the same as
//! replaying them.
//!
//! The input is a list of things stored, line by line: some as they come, some made to fit (named after what they say, with the right
//! checksum), some made as the page makes them.

#![no_main]

mod lines;

mod forge;

use binome::{document, domain};

/// What start does with the stores, compiled in: it is of the browser's layer, and knows no browser.
#[allow(dead_code, reason = "start uses the rest")]
#[path = "."]
mod storage {
    #[path = "../../src/web/storage/keys.rs"]
    pub mod keys;
    #[path = "../../src/web/storage/stamp.rs"]
    pub mod stamp;
    #[path = "../../src/web/storage/start.rs"]
    pub mod start;
    #[path = "../../src/web/storage/sum.rs"]
    pub mod sum;

    /// As the storage has it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Quarantined {
        pub key: String,
        pub text: String,
    }
}

use std::collections::{BTreeMap, BTreeSet};

use binome::document::backup::{BackupName, surplus};
use binome::document::history::{Before, Deed, What};
use binome::document::{Document, Draft, History, Row, file, fold, project};
use binome::domain::{Author, Change, Instant, PairId, Path, Profile, Value};
use libfuzzer_sys::fuzz_target;
use lines::Lines;
use storage::Quarantined;
use storage::start::{Found, Stored, assemble, meta};
use storage::sum::checksum;

/// What is stored, and the record and history of the page that stored it.
struct Kept {
    stored: Stored,
    log: BTreeMap<String, String>,
    document: Document,
    history: History,
    number: i64,
}

fn pair(text: &str) -> PairId {
    PairId::parse(text).expect("a pair")
}

fn author(who: u8) -> Author {
    Author::parse(if who.is_multiple_of(2) { "mentor-1.a" } else { "student-1.b" }).expect("an author")
}

fuzz_target!(|bytes: &[u8]| {
    let mut lines = Lines(bytes);
    let mut kept = Kept {
        stored: Stored::default(),
        log: BTreeMap::new(),
        document: Document::new(pair("p")),
        history: History::default(),
        number: 0,
    };
    let mut names = Vec::new();
    while let Some(what) = lines.byte() {
        if kept.take(what, &mut lines, &mut names).is_none() {
            break;
        }
    }
    kept.stored.log = kept.log.iter().map(|(key, text)| (key.clone(), Some(text.clone()))).collect();
    let found = assemble(&kept.stored);
    everything_is_somewhere(&kept.stored, &found);
    for pair in &found.pairs {
        pair_reads(&pair.document, &pair.history, &found);
    }
    folding_says_the_same(&kept, &found, bytes.len());
    backups(&names);
});

impl Kept {
    /// One thing that is stored; `None` at the end of the input.
    fn take(&mut self, what: u8, lines: &mut Lines<'_>, names: &mut Vec<BackupName>) -> Option<()> {
        self.number += 1;
        let now = Instant::from_millis(1_700_000_000_000).plus_minutes(self.number);
        match what % 18 {
            0 => drop(self.log.insert(lines.line()?.to_owned(), lines.line()?.to_owned())),
            // The same under the name of what it says.
            1 => {
                let (of, value) = (lines.line()?, lines.value()?);
                let (generation, text) = fitting(value)?;
                let row = serde_json::from_str::<Row>(&text).ok();
                let key = row.map_or_else(
                    || format!("{of}/{generation}/~x"),
                    |row| row.key(&PairId::parse(of).unwrap_or_else(|| pair("p")), || format!("x{}", self.number)),
                );
                self.log.insert(key, text);
            }
            2..=5 => {
                let (Some(path), Some(value)) = (lines.line().and_then(Path::parse), lines.value()) else {
                    return Some(());
                };
                let change = if what & 32 == 0 { Change::Put(path, value) } else { Change::Remove(path.record()) };
                self.does(&change, what, now);
            }
            6 => self.part(None),
            7 => self.part(lines.line().and_then(Path::parse)),
            8 => {
                self.document.raise_generation(self.document.generation().saturating_add(1));
                self.part(None);
            }
            9 => self.stored.drafts.push((lines.line()?.to_owned(), Some(lines.line()?.to_owned()))),
            10 => {
                let (path, text) = (lines.line().and_then(Path::parse)?, lines.line()?.to_owned());
                let seen = self.document.head_ids(&path);
                let draft = Draft { path: path.clone(), text, seen, author: author(what / 18), at: now };
                let json = serde_json::to_string(&draft).expect("JSON");
                if what & 16 == 0 {
                    let key = storage::keys::draft(self.document.pair(), "tab", &path);
                    self.local(&key, &json);
                } else {
                    self.stored.drafts.push((format!("{}/tab/{path}", self.document.pair()), Some(json)));
                }
            }
            11 => self.stored.history.push((lines.line()?.to_owned(), Some(lines.line()?.to_owned()))),
            12 => drop(self.stored.meta.insert(lines.line()?.to_owned(), lines.line()?.to_owned())),
            13 => self.stored.local.push((lines.line()?.to_owned(), lines.line()?.to_owned())),
            14 => {
                let (key, value) = (lines.line()?, lines.value()?);
                let json = match value {
                    Value::Map(members) if members.contains_key("edits") => forge::fitting(members),
                    other => serde_json::to_string(&other).expect("JSON"),
                };
                self.local(key, &json);
            }
            15 => {
                let key = storage::keys::record(self.document.pair(), &lines.line().and_then(Path::parse)?.record());
                let record = Path::parse(key.rsplit(':').next().map(|it| format!("{it}/x"))?.as_str())?.record();
                let part = serde_json::to_string(&self.document.part_of(&record)).expect("JSON");
                self.local(&key, &part);
            }
            16 => {
                if let Some(name) = BackupName::parse(lines.line()?) {
                    assert_eq!(BackupName::parse(&name.to_string()).as_ref(), Some(&name));
                    names.push(name);
                }
            }
            _ => {
                let line = lines.line()?;
                if let Some(profile) = Profile::of_json(line) {
                    assert_eq!(Profile::of_json(&profile.to_json()), Some(profile));
                }
                // Erased up to that generation, whatever comes back.
                let last = u32::from(what / 18) % 4;
                if line == "erased" {
                    self.stored.meta.insert(meta::erased(self.document.pair()), last.to_string());
                }
            }
        }
        Some(())
    }

    fn local(&mut self, key: &str, json: &str) {
        self.stored.local.push((key.to_owned(), format!("{} {json}", checksum(json))));
    }

    /// As the page does something: in the record, the log and the history.
    fn does(&mut self, change: &Change, who: u8, now: Instant) {
        let before = Before::of_changes(&self.document, std::slice::from_ref(change));
        let edits = self.document.apply(std::slice::from_ref(change), &author(who), now);
        if let Some(what) = before.what(&self.document, &edits) {
            let key = format!("{:09}", self.number);
            self.history.note(key.clone(), what);
            let deed = self.history.get(&key).expect("noted");
            let json = serde_json::to_string(deed).expect("JSON");
            self.stored.history.push((format!("{}/{key}", self.document.pair()), Some(json)));
        }
        for row in Row::edits(&self.document, edits) {
            self.row(&row);
        }
    }

    fn part(&mut self, of: Option<Path>) {
        let document = match of {
            Some(path) => self.document.part_of(&path.record()),
            None => self.document.clone(),
        };
        self.row(&Row::Part { document });
    }

    fn row(&mut self, row: &Row) {
        let key = row.key(self.document.pair(), || format!("fresh{}", self.number));
        assert_eq!(Row::read(&key, &row.text()), Some((self.document.pair().clone(), row.clone())), "read as written");
        self.log.insert(key, row.text());
    }
}

/// A row whose part has edits under their own names and a check value that fits, with the generation that it says.
fn fitting(mut value: Value) -> Option<(i64, String)> {
    let mut generation = 0;
    if let Value::Map(row) = &mut value
        && let Some(Value::Map(part)) = row.get_mut("part")
        && let Some(Value::Map(document)) = part.remove("document")
    {
        if let Some(Value::Int(number)) = document.get("generation") {
            generation = *number;
        }
        let whole = serde_json::from_str(&forge::fitting(document)).ok()?;
        part.insert("document".to_owned(), whole);
    }
    Some((generation, serde_json::to_string(&value).ok()?))
}

/// Everything stored was read, or is set aside byte for byte, or was erased before.
fn everything_is_somewhere(stored: &Stored, found: &Found) {
    for (key, text) in &stored.log {
        let text = text.clone().unwrap_or_default();
        let read = Row::read(key, &text);
        let aside = found.unreadable_log.contains(&Quarantined { key: key.clone(), text: text.clone() });
        assert_eq!(read.is_none(), aside, "{key}: {text}");
        let Some((pair, row)) = read else { continue };
        let is_erased = found.tombstones.get(&meta::erased(&pair)).is_some_and(|last| row.generation() <= *last);
        assert_eq!(is_erased, found.stale_log.contains(key), "{key}");
        let kept = found.pairs.iter().find(|kept| kept.names.contains(&pair));
        assert!(is_erased || kept.is_some(), "{key} is of a pair that was found");
        let Some(kept) = kept.filter(|_| !is_erased && row.generation() >= 1) else { continue };
        assert!(kept.document.generation() >= row.generation() || matches!(row, Row::Edit { .. }), "{key}");
    }
    for (key, text) in &stored.drafts {
        let text = text.clone().unwrap_or_default();
        let read = serde_json::from_str::<Draft>(&text).ok().filter(|_| key.matches('/').count() > 1);
        let read = read.filter(|_| key.split('/').next().is_some_and(|pair| PairId::parse(pair).is_some()));
        let aside = found.unreadable_drafts.contains(&Quarantined { key: key.clone(), text });
        let Some(draft) = read else {
            assert!(aside, "{key} is set aside");
            continue;
        };
        let (pair, rest) = key.split_once('/').expect("a pair");
        let (pair, tab) = (PairId::parse(pair).expect("a pair"), rest.split('/').next().expect("a tab"));
        let is_it = |kept: &&storage::start::FoundDraft| {
            kept.pair == pair && kept.tab == tab && kept.draft.path == draft.path && kept.draft.at >= draft.at
        };
        assert!(aside || found.erased.contains(&pair) || found.drafts.iter().any(|kept| is_it(&kept)), "{key}");
    }
    for (key, text) in &stored.local {
        let aside = found.unreadable_local.iter().any(|aside| aside.key == *key && aside.text == *text);
        let is_ours = key.starts_with(storage::keys::PREFIX);
        assert!(is_ours || !aside, "{key} is somebody else's");
    }
    assert!(found.pairs.iter().all(|pair| pair.names.iter().all(|name| pair.document.known_as(name))));
    let ids: BTreeSet<&PairId> = found.pairs.iter().flat_map(|pair| &pair.names).collect();
    assert_eq!(ids.len(), found.pairs.iter().map(|pair| pair.names.len()).sum::<usize>(), "each name is of one pair");
}

/// What start shows: the record in every way, each draft made an edit, each deed undone and done again.
fn pair_reads(document: &Document, history: &History, found: &Found) {
    let _ = (project(document), document.conflicts(), document.fingerprint());
    let read = file::read(file::write(document).as_bytes()).expect("what start read can be handed over");
    assert_eq!(read.document.fingerprint(), document.fingerprint());
    let again: Document = serde_json::from_str(&serde_json::to_string(document).expect("JSON")).expect("stored");
    assert_eq!(again, *document);
    let mut typed = document.clone();
    for draft in found.drafts.iter().filter(|draft| document.known_as(&draft.pair)) {
        typed.seal(&draft.draft);
        assert_eq!(typed.seal(&draft.draft), None, "an edit once");
    }
    let deeds = |even: bool| {
        let numbered = history.deeds().cloned().enumerate();
        History::of(numbered.filter(|(at, _)| (at % 2 == 0) == even).map(|(_, deed)| deed).collect())
    };
    let mut joined = deeds(true);
    joined.join(deeds(false));
    assert_eq!(joined, *history, "two halves are the whole");
    let (mut document, mut history) = (document.clone(), history.clone());
    let now = Instant::from_millis(1_800_000_000_000);
    for undo in [true, false, true] {
        for _ in 0..History::KEPT {
            let next = if undo { history.undoable() } else { history.redoable() };
            let Some(Deed { key, what, .. }) = next.cloned() else { break };
            if what == What::Import {
                history.turn_import(undo);
                history.forget(&key);
                continue;
            }
            assert!(history.turn(undo, &mut document, &author(0), now).is_some());
        }
    }
    let _ = project(&document);
}

/// Replayed after folding, the log says what it said; what does not read, and what is another pair's, is not touched.
fn folding_says_the_same(kept: &Kept, found: &Found, salt: usize) {
    let rows: Vec<(String, String)> = kept.log.clone().into_iter().collect();
    let pairs: BTreeSet<PairId> =
        rows.iter().filter_map(|(key, text)| Row::read(key, text)).map(|(pair, _)| pair).collect();
    let mut log = kept.log.clone();
    for name in &pairs {
        for whole in [false, true] {
            let rows: Vec<(String, String)> = log.clone().into_iter().collect();
            let settled = |key: &str| whole || (key.len() * 7 + salt) % 3 > 0;
            let Some(folded) = fold(name, &rows, &settled) else { continue };
            let is_own = |key: &String| {
                log.get(key).is_some_and(|text| Row::read(key, text).is_some_and(|(pair, _)| pair == *name))
            };
            assert!(folded.deletes.iter().all(is_own), "only what was read goes");
            let covers = |key: &String| !log.contains_key(key) || is_own(key);
            assert!(folded.puts.iter().all(|(key, _)| covers(key)), "nothing is written over what does not read");
            let before = replayed(name, &log);
            log.extend(folded.puts);
            folded.deletes.iter().for_each(|key| drop(log.remove(key)));
            assert_eq!(replayed(name, &log), before, "a folded log says the same");
            if whole {
                let rows: Vec<(String, String)> = log.clone().into_iter().collect();
                let again = fold(name, &rows, &settled).expect("can be folded again");
                assert!(again.puts.is_empty() && again.deletes.is_empty(), "{again:?}");
            }
        }
    }
    let mut stored = kept.stored.clone();
    stored.log = log.into_iter().map(|(key, text)| (key, Some(text))).collect();
    let after = assemble(&stored);
    let documents = |found: &Found| found.pairs.iter().map(|pair| pair.document.clone()).collect::<Vec<_>>();
    if found.stale_log.is_empty() && after.stale_log.is_empty() {
        assert_eq!(documents(&after), documents(found), "start finds the same");
        assert_eq!(after.unreadable_log, found.unreadable_log);
    }
}

fn replayed(name: &PairId, log: &BTreeMap<String, String>) -> Document {
    let mut document = Document::new(name.clone());
    let rows: Vec<Row> = (log.iter())
        .filter_map(|(key, text)| Row::read(key, text))
        .filter(|(pair, _)| pair == name)
        .map(|(_, row)| row)
        .collect();
    Row::replay_all(&rows, &mut document);
    document
}

/// Of any names, the newest backup stays, and those that go are of those that are there.
fn backups(names: &[BackupName]) {
    let now = Instant::from_millis(1_700_000_000_000);
    let gone = surplus(names, now);
    assert!(gone.iter().all(|name| names.contains(name)));
    assert!(names.iter().max().is_none_or(|newest| !gone.contains(newest)), "the newest stays");
}
