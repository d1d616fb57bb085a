//! Three to five copies that live as on the page: commands decided on each one's own record, by its own clock and author; typing; files
//! exchanged, stale and changed by hand ones too; conflicts settled; imports and deeds undone and done again; backups restored; profiles
//! put back; logs folded and read anew. The oracle of `world.rs` stands beside them.
//!
//! Told by the long run (`cargo xtask soak`), and a few with fixed seeds by the native tests (`tests/it/lives.rs`).

#![allow(dead_code, reason = "two programs, each of which uses its part")]

use std::collections::{BTreeMap, BTreeSet};

use binome::document::history::{Before, Deed, History, What};
use binome::document::review::{self, Choice, Decision};
use binome::document::{Document, Draft, Edit, EditId, Incoming, ReadError, Row, file, fold, project};
use binome::domain::schema;
use binome::domain::{
    Author, Change, Command, Context, Instant, PairId, Pairing, Path, RecordKey, Refusal, Value, decide,
};
use binome::i18n::Locale;

use super::commands::{self, Dice, Kind, Tally};
use super::reading::{self, Clocks};
use super::world::{Draw, Replica, World, Wrongs};

/// One thing that happens. What it is exactly, the dice say: they are thrown when it happens, by what is there then.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Who does it, or who takes in.
    who: usize,
    /// Whose file it is.
    other: usize,
    what: Happening,
    dice: u32,
}

#[derive(Clone, Copy, Debug)]
enum Happening {
    /// Some commands, one after the other.
    Act,
    /// Somebody begins to type.
    Type,
    /// They leave the field.
    Leave,
    /// A copy is taken in; conflicts wait, or are settled on the way.
    Receive,
    /// The same, and somebody changed its readable part by hand.
    ReceiveByHand,
    /// The last thing done here is undone.
    Undo,
    /// It is done again.
    Redo,
    /// The last import is undone, whatever was done since.
    UndoImport,
    /// A copy is put away.
    Keep,
    /// A page hears what another page of the same person did, as tabs do: nothing is left or taken in by anybody, what is being typed
    /// stays.
    Hear,
    /// A copy that was put away turns up.
    Stale,
    /// The profile becomes what it was when its copy was put away.
    Rollback,
    /// A backup of one's own is restored.
    Restore,
    /// The log is folded.
    Fold,
    /// The page is closed and opened again.
    Reload,
    /// Hours go by.
    Wait,
}

impl Step {
    /// Draws a step.
    pub fn draw(from: &mut impl Draw) -> Option<Self> {
        let what = match from.below(64)? {
            0..=27 => Happening::Act,
            28..=30 => Happening::Type,
            31..=33 => Happening::Leave,
            34..=41 => Happening::Receive,
            42 => Happening::ReceiveByHand,
            43..=46 => Happening::Undo,
            47..=49 => Happening::Redo,
            50 => Happening::UndoImport,
            51 | 52 => Happening::Keep,
            53 => Happening::Stale,
            54 => Happening::Rollback,
            55 => Happening::Restore,
            56 => Happening::Fold,
            57 => Happening::Reload,
            58..=60 => Happening::Hear,
            _ => Happening::Wait,
        };
        let who = from.below(5)? as usize;
        Some(Self { who, other: from.below(5)? as usize, what, dice: from.below(u32::MAX)? })
    }
}

/// What a browser holds beside the record.
#[derive(Clone, Default)]
struct Kept {
    history: History,
    /// Deeds as stored, by key.
    deeds: BTreeMap<String, String>,
    /// The log as stored.
    log: BTreeMap<String, String>,
    /// The keys that the log had when it was last looked at.
    settled: BTreeSet<String>,
    /// What was shown before each deed and after it, in the fields that it touched.
    shown: BTreeMap<String, Shown>,
    /// How often each field was changed by something that cannot be undone here.
    foreign: BTreeMap<Path, u32>,
    draft: Option<Draft>,
}

/// The fields that a deed touched: what each said before and after, and how often others had changed it by then.
#[derive(Clone)]
struct Shown(BTreeMap<Path, (Said, Said, u32)>);

/// Every version of a field; none when it is empty.
type Said = BTreeSet<Value>;

fn said(document: &Document, path: &Path) -> Said {
    let values = document.field(path).map(|field| field.heads().values().map(|edit| edit.value.clone()).collect());
    let values: Said = values.unwrap_or_default();
    if values.iter().all(Value::is_null) { Said::new() } else { values }
}

/// Copies that live, and what they came to so far.
pub struct Life {
    /// The copies and the oracle.
    pub world: World,
    kept: Vec<Kept>,
    /// What was put away, by the number of its file.
    away: Vec<Kept>,
    /// By how many hours each clock is off.
    skews: Vec<i64>,
    /// Whether they work towards defences more than anything else.
    towards_defences: bool,
    keys: u32,
    /// The commands given so far.
    pub tally: Tally,
}

impl Life {
    /// Three to five copies, whose clocks are off by up to two days. Some begin with a pair that has lived for months.
    pub fn new(from: &mut impl Draw) -> Self {
        let count = 3 + from.below(3).unwrap_or(0) as usize;
        let mut world = World::new(count);
        let mut begun = if from.below(12) == Some(0) { lived() } else { started(super::world::pair(), 0) };
        for who in 0..count {
            world.begin_with(who, &begun);
            // What is the mentor’s own is in their browsers alone.
            begun = if who == 0 { file::read(file::write(&begun).as_bytes()).expect("a file").document } else { begun };
        }
        if from.below(4) == Some(0) {
            // Both started the pair before they exchanged.
            world.begin_with(1, &started(PairId::parse("another").expect("a pair"), 1));
        }
        let skew = |from: &mut dyn FnMut(u32) -> Option<u32>| match from(2) {
            Some(0) => 0,
            _ => i64::from(from(97).unwrap_or(48)) - super::world::SKEW,
        };
        let skews = (0..count).map(|_| skew(&mut |bound| from.below(bound))).collect();
        let mut life = Self {
            kept: vec![Kept::default(); count],
            world,
            away: Vec::new(),
            skews,
            towards_defences: from.below(3) == Some(0),
            keys: 0,
            tally: Tally::default(),
        };
        for who in 0..count {
            life.log_whole(who);
        }
        life
    }

    /// Lets a whole story happen, everybody exchange at its end, and everything be read. What is wrong at any moment counts.
    pub fn live(&mut self, steps: impl IntoIterator<Item = Step>) -> Wrongs {
        let mut wrongs = Wrongs::default();
        for step in steps {
            wrongs.add(self.run(step));
        }
        for who in 0..self.kept.len() {
            self.leave(who);
            self.reload(who);
        }
        wrongs.add(self.world.converge_at_one());
        let shown: Vec<_> = self.world.replicas.iter().map(|replica| project(&replica.document)).collect();
        assert!(shown.iter().all(|other| *other == shown[0]), "everybody sees the same");
        for who in 0..self.kept.len() {
            self.read_files(who);
        }
        wrongs
    }

    /// Lets one thing happen; what is wrong then.
    fn run(&mut self, step: Step) -> Wrongs {
        let count = self.kept.len();
        let (who, other) = (step.who % count, step.other % count);
        let mut dice = Dice::new(step.dice.into());
        match step.what {
            Happening::Act => {
                for _ in 0..=dice.below(4) {
                    self.act(who, &mut dice);
                }
            }
            Happening::Type => self.begin_typing(who, &mut dice),
            Happening::Leave => {
                if let Some(draft) = &mut self.kept[who].draft {
                    draft.text = dice.text();
                }
                self.leave(who);
            }
            Happening::Receive => {
                let sent = self.world.replicas[other].clone();
                self.receive(&sent, who, false, &mut dice);
            }
            Happening::ReceiveByHand => {
                let sent = self.world.replicas[other].clone();
                self.receive(&sent, who, true, &mut dice);
            }
            Happening::Undo => self.turn(who, true),
            Happening::Redo => self.turn(who, false),
            Happening::UndoImport => self.turn_import(who, true),
            Happening::Keep => {
                self.world.files.push((who, self.world.replicas[who].clone()));
                self.away.push(self.kept[who].clone());
            }
            Happening::Hear => self.hear(who, other),
            Happening::Stale => {
                if let Some((_, sent)) = dice.of(&self.world.files).cloned() {
                    self.receive(&sent, who, false, &mut dice);
                }
            }
            Happening::Rollback => {
                let own: Vec<usize> =
                    (0..self.away.len()).filter(|number| self.world.files[*number].0 == who).collect();
                if let Some(number) = dice.of(&own) {
                    self.world.replicas[who] = self.world.files[*number].1.clone();
                    self.kept[who] = self.away[*number].clone();
                }
            }
            Happening::Restore => self.restore(who, &mut dice),
            Happening::Fold => self.fold(who, dice.once_in(2)),
            Happening::Reload => self.reload(who),
            Happening::Wait => self.world.wait(i64::try_from(60 * (1 + dice.below(60))).expect("days")),
        }
        self.world.wrongs_of(who)
    }

    fn author(who: usize) -> Author {
        World::author(who)
    }

    fn now(&mut self, who: usize) -> Instant {
        self.world.moment(self.skews[who])
    }

    fn document(&self, who: usize) -> &Document {
        &self.world.replicas[who].document
    }

    /// Reads everything of a copy.
    fn read(&mut self, who: usize) {
        let now = self.now(who);
        reading::read(self.document(who), now);
    }

    /// Reads a copy, and what is written of it back.
    fn read_files(&mut self, who: usize) {
        self.read(who);
        reading::files(self.document(who));
    }

    /// Somebody gives a command: mostly one that may be done.
    fn act(&mut self, who: usize, dice: &mut Dice) {
        let now = self.now(who);
        let pair = project(self.document(who));
        let context = Context { now, today: now.day(&Clocks::of(&pair)), author: Self::author(who) };
        for _ in 0..12 {
            let kind = Kind::draw(dice, self.towards_defences);
            if self.act_so(who, kind, &pair, &context, dice) {
                return;
            }
        }
    }

    /// Somebody gives a command of that kind; false when nothing came of it.
    fn act_so(&mut self, who: usize, kind: Kind, pair: &Pairing, context: &Context, dice: &mut Dice) -> bool {
        let mut refused = None;
        for _ in 0..6 {
            let Some(command) = commands::draw(kind, pair, self.document(who), context, dice) else { continue };
            match decide(pair, &command, context) {
                Ok(changes) => {
                    self.tally.count(Kind::of(&command), true);
                    self.does(who, &command, &changes, context.now);
                    return true;
                }
                Err(refusal) => refused = Some(refusal),
            }
        }
        if let Some(refusal) = refused {
            self.tally.count(kind, false);
            is_worded(refusal);
        }
        false
    }

    /// Two of them go through every kind of command, then give any, and those that could not be given yet, so often or until each was
    /// done; in between they hand each other what came of it.
    pub fn practise(&mut self, rounds: u64) -> Wrongs {
        let mut wrongs = Wrongs::default();
        for round in 0..rounds {
            let mut dice = Dice::new(round);
            for number in 0..Kind::ALL.len() {
                let waits = self.tally.never_done();
                let any = Kind::draw(&mut dice, true);
                let waiting = dice.of(&waits).copied().filter(|_| number % 3 == 0);
                let kind = if round == 0 { Kind::ALL[number] } else { waiting.unwrap_or(any) };
                let who = dice.below(2);
                let now = self.now(who);
                let pair = project(self.document(who));
                let context = Context { now, today: now.day(&Clocks::of(&pair)), author: Self::author(who) };
                self.act_so(who, kind, &pair, &context, &mut dice);
                if number % 6 == 0 {
                    self.world.wait(11 * 60);
                }
            }
            for (from, to) in [(0, 1), (1, 0)] {
                let sent = self.world.replicas[from].clone();
                self.receive(&sent, to, false, &mut dice);
                wrongs.add(self.world.wrongs_of(to));
            }
            if self.tally.never_done().is_empty() {
                break;
            }
        }
        wrongs
    }

    fn does(&mut self, who: usize, command: &Command, changes: &[Change], now: Instant) {
        if let Command::Write(path, _) = command
            && self.kept[who].draft.as_ref().is_some_and(|draft| draft.path == *path)
        {
            // What was being typed there is replaced by what is written now.
            self.kept[who].draft = None;
        }
        let document = self.document(who).clone();
        let before = Before::of_changes(&document, changes);
        let edits = self.world.apply(who, changes, now);
        for change in changes {
            if let Change::Remove(record) = change {
                assert!(!self.document(who).is_live(record), "{record:?}, removed by {command:?}");
            }
        }
        self.log_edits(who, &edits);
        if command.is_aside() {
            self.changed_by_others(who, &document);
        } else {
            self.note(who, &document, &before, &edits);
        }
    }

    /// Remembers something done, as the page does.
    fn note(&mut self, who: usize, document: &Document, before: &Before, edits: &[(Path, Edit)]) {
        let Some(what) = before.what(self.document(who), edits) else {
            assert!(edits.is_empty(), "what was done can be undone");
            return;
        };
        let mut shown = BTreeMap::new();
        for (path, _) in edits {
            let foreign = self.kept[who].foreign.get(path).copied().unwrap_or_default();
            shown.insert(path.clone(), (said(document, path), said(self.document(who), path), foreign));
        }
        let key = self.note_what(who, what);
        self.kept[who].shown.insert(key, Shown(shown));
    }

    fn note_what(&mut self, who: usize, what: What) -> String {
        self.keys += 1;
        let key = format!("{:09}", self.keys);
        let kept = &mut self.kept[who];
        for forgotten in kept.history.note(key.clone(), what) {
            kept.deeds.remove(&forgotten);
        }
        self.store_deeds(who, [&key]);
        key
    }

    fn store_deeds<'a>(&mut self, who: usize, keys: impl IntoIterator<Item = &'a String>) {
        let kept = &mut self.kept[who];
        for key in keys {
            if let Some(deed) = kept.history.get(key) {
                kept.deeds.insert(key.clone(), serde_json::to_string(deed).expect("JSON"));
            }
        }
    }

    fn begin_typing(&mut self, who: usize, dice: &mut Dice) {
        self.leave(who);
        let at = self.now(who);
        let pair = project(self.document(who));
        let context = Context { now: at, today: at.day(&Clocks::of(&pair)), author: Self::author(who) };
        let Some(path) = commands::text_path(&pair, &context, dice) else { return };
        let seen = self.document(who).head_ids(&path);
        let draft = Draft { path, text: dice.text(), seen, author: Self::author(who), at };
        let stored: Draft = serde_json::from_str(&serde_json::to_string(&draft).expect("JSON")).expect("a draft");
        assert_eq!(stored, draft);
        self.kept[who].draft = Some(stored);
    }

    /// Somebody leaves the field that they typed in: its words become an edit, where they may stand there.
    fn leave(&mut self, who: usize) {
        let Some(mut draft) = self.kept[who].draft.take() else { return };
        let now = self.now(who);
        let pair = project(self.document(who));
        let context = Context { now, today: now.day(&Clocks::of(&pair)), author: Self::author(who) };
        let Ok(changes) = decide(&pair, &Command::Write(draft.path.clone(), draft.text.clone()), &context) else {
            return;
        };
        for change in changes {
            if let Change::Put(_, Value::Text(text)) = change {
                draft.text = text;
            }
        }
        draft.at = now;
        let document = self.document(who).clone();
        let before = Before::of_paths(&document, [draft.path.clone()]);
        let edits: Vec<_> = self.world.seal_draft(who, &draft).into_iter().collect();
        self.log_edits(who, &edits);
        self.note(who, &document, &before, &edits);
    }

    /// A copy is taken in, with what is chosen in its review.
    fn receive(&mut self, sent: &Replica, who: usize, by_hand: bool, dice: &mut Dice) {
        self.leave(who);
        let mine = self.document(who).clone();
        let changed = if by_hand { changed_by_hand(&sent.document, dice) } else { None };
        let settles = dice.once_in(2);
        let takes = !dice.once_in(4);
        let seed = dice.below(1 << 20) as u64;
        let choose = |mine: &Document, incoming: &Incoming| {
            let mut choices: Vec<Choice> = Vec::new();
            if settles {
                choices = settled(mine, incoming, &mut Dice::new(seed));
            }
            let by_hand = incoming.by_hand.iter().filter(|_| takes);
            choices.extend(by_hand.map(|hand| Choice::TakeHandEdit(hand.path.clone())));
            choices
        };
        let on_the_way = |incoming: &mut Incoming| {
            if let Some(changed) = changed {
                *incoming = changed;
            }
            let review = review::review(&mine, incoming);
            let counts = review.counts();
            assert!(counts.new + counts.changed + counts.removed <= review.records.len());
        };
        let edits_before = self.world.edits();
        if !self.world.receive(sent, who, on_the_way, &choose) {
            assert_eq!(self.world.edits(), edits_before, "a copy without news makes no edit");
            return;
        }
        if !settles && !by_hand {
            let theirs = file::read(file::write(&sent.document).as_bytes()).expect("a file").document;
            stand_whole(&mine, &theirs, self.document(who));
        }
        self.log_whole(who);
        self.note_what(who, What::Import);
        self.changed_by_others(who, &mine);
        self.read(who);
    }

    /// What another page says is joined, where both are of one person and neither undid an import that the other did not.
    fn hear(&mut self, who: usize, other: usize) {
        let is_same = Self::author(who).person == Self::author(other).person
            && self.document(who).is_same_pair(self.document(other))
            && self.document(who).generation() == self.document(other).generation();
        if !is_same || who == other {
            return;
        }
        let before = self.document(who).clone();
        let said = self.world.replicas[other].clone();
        // Pages of one browser hear each other at once: none is so far behind that somebody else has replaced its words meanwhile.
        let mine = &self.world.replicas[who];
        let is_replaced = |id: &EditId| before.field(self.world.path_of(id)).is_some_and(|it| it.past().contains(id));
        if said.seen.difference(&mine.seen).any(is_replaced) {
            return;
        }
        self.world.join(who, &said);
        self.log_rows(who, before.pair(), vec![Row::Part { document: said.document }]);
        self.changed_by_others(who, &before);
        self.read(who);
    }

    /// Undoes the last thing done, or does it again.
    fn turn(&mut self, who: usize, undo: bool) {
        self.leave(who);
        let next = {
            let history = &self.kept[who].history;
            if undo { history.undoable() } else { history.redoable() }.cloned()
        };
        let Some(deed) = next else { return };
        if deed.what == What::Import {
            return self.turn_import(who, undo);
        }
        let now = self.now(who);
        let author = Self::author(who);
        let document = self.document(who).clone();
        let kept = &mut self.kept[who];
        let turned = kept.history.turn(undo, &mut self.world.replicas[who].document, &author, now);
        let turned = turned.expect("what can be turned is");
        self.world.note_turned(who, &turned.edits);
        self.log_edits(who, &turned.edits);
        self.store_deeds(who, &turned.changed);
        let Some(Shown(shown)) = self.kept[who].shown.get(&deed.key) else { return };
        let now = self.document(who);
        for (path, (before, after, foreign)) in shown {
            if self.kept[who].foreign.get(path).copied().unwrap_or_default() == *foreign {
                let (from, to) = if undo { (after, before) } else { (before, after) };
                assert_eq!(said(&document, path), *from, "{path}: nobody else wrote there since");
                assert_eq!(said(now, path), *to, "{path}: as it was, undone: {undo}");
            }
        }
        assert_eq!(turned.beside > 0, turned.beside > 0 && !now.conflicts().is_empty(), "beside something");
    }

    fn turn_import(&mut self, who: usize, undo: bool) {
        self.leave(who);
        if !self.world.replicas[who].can_turn_import(undo) {
            return;
        }
        let before = self.document(who).clone();
        if undo {
            self.world.undo(who);
            assert_eq!(self.document(who).generation(), before.generation() + 1);
        } else {
            self.world.redo(who);
            assert_eq!(self.document(who).generation(), before.generation());
        }
        self.log_whole(who);
        if let Some(key) = self.kept[who].history.turn_import(undo) {
            self.store_deeds(who, [&key]);
        }
        self.changed_by_others(who, &before);
        self.read(who);
    }

    /// A backup is restored: what its preview showed is what stands there then.
    fn restore(&mut self, who: usize, dice: &mut Dice) {
        self.leave(who);
        let own: Vec<&Replica> =
            self.world.files.iter().filter(|(whose, _)| *whose == who).map(|(_, kept)| kept).collect();
        let Some(backup) = dice.of(&own).map(|kept| kept.document.clone()) else { return };
        let remove_later = dice.once_in(3);
        let document = self.document(who).clone();
        let now = self.now(who);
        let (review, changes) = review::restore(&document, &backup, remove_later);
        assert_eq!(review.nothing_new, changes.is_empty());
        let before = Before::of_changes(&document, &changes);
        let edits = self.world.apply(who, &changes, now);
        self.log_edits(who, &edits);
        self.note(who, &document, &before, &edits);
        let says =
            |document: &Document, path: &Path| document.value(path).filter(|value| value.text() != Some("")).cloned();
        for (path, _) in document.fields().chain(backup.fields()) {
            let record = path.record();
            let expected = if backup.is_live(&record) || remove_later { &backup } else { &document };
            assert_eq!(says(self.document(who), path), says(expected, path), "{path}, restored: {remove_later}");
        }
        let restored = |path: &Path| backup.is_live(&path.record()) || remove_later;
        let open = self.document(who).conflicts().into_iter().find(|conflict| restored(&conflict.path));
        assert!(open.is_none(), "what was in conflict there is settled: {open:?}");
        self.read_files(who);
    }

    // What the browser keeps.

    fn log_edits(&mut self, who: usize, edits: &[(Path, Edit)]) {
        let document = &self.world.replicas[who].document;
        let rows = Row::edits(document, edits.to_vec());
        let pair = document.pair().clone();
        self.log_rows(who, &pair, rows);
    }

    fn log_whole(&mut self, who: usize) {
        let document = self.document(who).clone();
        let pair = document.pair().clone();
        self.log_rows(who, &pair, vec![Row::Part { document }]);
    }

    fn log_rows(&mut self, who: usize, pair: &PairId, rows: Vec<Row>) {
        for row in rows {
            self.keys += 1;
            let fresh = format!("fresh{}", self.keys);
            self.kept[who].log.insert(row.key(pair, || fresh), row.text());
        }
    }

    /// The fields that are not as they were in `before`: what cannot be undone here changed them.
    fn changed_by_others(&mut self, who: usize, before: &Document) {
        let now = &self.world.replicas[who].document;
        for (path, _) in now.fields().chain(before.fields()) {
            if now.head_ids(path) != before.head_ids(path) {
                // Met twice where both have the field: any other number will do.
                *self.kept[who].foreign.entry(path.clone()).or_default() += 1;
            }
        }
    }

    fn names(&self, who: usize) -> BTreeSet<PairId> {
        self.kept[who].log.keys().filter_map(|key| PairId::parse(key.split_once('/')?.0)).collect()
    }

    /// The record as the log says it: under whatever name, joined where it is one pair.
    fn replayed(&self, who: usize) -> Document {
        let mut all: Option<Document> = None;
        for name in self.names(who) {
            let mut document = Document::new(name.clone());
            let rows: Vec<Row> = (self.kept[who].log.iter())
                .filter(|(key, _)| key.starts_with(&format!("{name}/")))
                .map(|(key, text)| Row::read(key, text).expect("a row").1)
                .collect();
            Row::replay_all(&rows, &mut document);
            match &mut all {
                Some(all) => all.join(&document),
                None => all = Some(document),
            }
        }
        all.expect("a log")
    }

    /// Folds the log: all of it, or what was there at the last look.
    fn fold(&mut self, who: usize, whole: bool) {
        for name in self.names(who) {
            let prefix = format!("{name}/");
            let rows: Vec<(String, String)> = (self.kept[who].log.iter())
                .filter(|(key, _)| key.starts_with(&prefix))
                .map(|(key, text)| (key.clone(), text.clone()))
                .collect();
            let settled = &self.kept[who].settled;
            let Some(folded) = fold(&name, &rows, &|key| whole || settled.contains(key)) else { continue };
            self.kept[who].log.extend(folded.puts);
            for key in folded.deletes {
                self.kept[who].log.remove(&key);
            }
        }
        self.kept[who].settled = self.kept[who].log.keys().cloned().collect();
        assert_eq!(self.replayed(who), *self.document(who), "a folded log says the same");
    }

    /// The page is closed and opened again: what the stores say is what was there.
    fn reload(&mut self, who: usize) {
        assert_eq!(self.replayed(who), *self.document(who), "the log says what was there");
        let kept = &mut self.kept[who];
        let deeds = kept.deeds.values().map(|text| serde_json::from_str::<Deed>(text).expect("a deed"));
        assert_eq!(History::of(deeds.collect()), kept.history, "what can be undone is still known");
        kept.settled = kept.log.keys().cloned().collect();
    }
}

/// What one removed and the other wrote in meanwhile is there as a whole: no record of which only a piece is left.
fn stand_whole(mine: &Document, theirs: &Document, now: &Document) {
    let is_removed =
        |document: &Document, record: &RecordKey| document.record(record).next().is_some() && !document.is_live(record);
    // What can be cleared field by field is nothing that is removed.
    let is_removable = |record: &RecordKey| now.record(record).any(|(path, _)| schema::null_is_removal(path));
    for record in now.records().into_iter().filter(|record| now.is_live(record) && is_removable(record)) {
        let keeper = match (is_removed(mine, &record), is_removed(theirs, &record)) {
            (true, false) => theirs,
            (false, true) => mine,
            _ => continue,
        };
        for (path, field) in keeper.record(&record).filter(|(_, field)| field.is_live()) {
            let stands = now.field(path).is_some_and(binome::document::Field::is_live);
            assert!(stands, "{path} of a record that was removed and lives: {:?}", field.shown().value);
        }
    }
}

/// Every refusal has words in both languages.
fn is_worded(refusal: Refusal) {
    for locale in Locale::ALL {
        assert!(!locale.messages().refusals().of(refusal).is_empty());
    }
}

/// A decision for some of the fields in conflict.
fn settled(mine: &Document, incoming: &Incoming, dice: &mut Dice) -> Vec<Choice> {
    let choices = [Choice::SamePair];
    let now = Instant::from_millis(0);
    let joined = review::apply(mine, incoming, &choices, &World::author(0), now).document;
    let mut decide = |heads: &[(EditId, Edit)]| {
        Some(match dice.below(5) {
            0 => Decision::Mine,
            1 => Decision::Theirs,
            2 => Decision::Both,
            3 => Decision::This(heads.last()?.0),
            _ => return None,
        })
    };
    let conflicts = joined.conflicts().into_iter();
    conflicts.filter_map(|conflict| Some(Choice::Settle(conflict.path, decide(&conflict.heads)?))).collect()
}

/// A copy whose readable part somebody changed in one place; `None` when it cannot be read any more, which is said with a reason.
fn changed_by_hand(document: &Document, dice: &mut Dice) -> Option<Incoming> {
    let mut json: serde_json::Value = serde_json::from_str(&file::write(document)).expect("JSON");
    let places: Vec<String> = json["data"]
        .as_object()?
        .iter()
        .flat_map(|(kind, records)| {
            let records = records.as_object().into_iter().flatten();
            records.flat_map(move |(id, fields)| {
                let fields = fields.as_object().into_iter().flatten();
                fields.map(move |(field, _)| format!("/data/{kind}/{id}/{field}"))
            })
        })
        .collect();
    let place = json.pointer_mut(dice.of(&places)?)?;
    *place = match dice.below(6) {
        0 => serde_json::json!(null),
        1 => serde_json::json!(dice.below(400)),
        2 => serde_json::json!("2026-11-24"),
        3 => serde_json::json!({ "state": "held", "start": "2023-11-20T10:00:00.000Z", "minutes": 45 }),
        4 => serde_json::json!(dice.once_in(2)),
        _ => serde_json::json!(dice.text()),
    };
    match file::read(json.to_string().as_bytes()) {
        Ok(incoming) => Some(incoming),
        Err(ReadError::Unreadable { path, .. }) => {
            assert!(document.field(&path).is_some());
            None
        }
        Err(other) => panic!("only the readable part was changed: {other}"),
    }
}

/// A pair just started by that one.
fn started(pair: PairId, who: usize) -> Document {
    let mut document = Document::new(pair);
    let author = World::author(who);
    let now = Instant::from_millis(1_700_000_000_000);
    let start = Command::Start { mentor: "Karim".into(), student: "Léa".into(), minutes: 45, zone: None };
    let context = Context { now, today: now.day(&Clocks::of(&project(&document))), author: author.clone() };
    let changes = decide(&project(&document), &start, &context).expect("a start");
    document.apply(&changes, &author, now);
    document
}

/// A pair that has lived for months: the example that the page shows.
fn lived() -> Document {
    use binome::demo::{Asked, example};
    use binome::domain::{Role, ZoneName};
    let zone = ZoneName::parse("Europe/Paris").expect("a zone");
    let now = Instant::from_millis(1_700_000_000_000);
    let clocks = Clocks::of(&project(&Document::new(super::world::pair())));
    let asked =
        Asked { pair: super::world::pair(), now, zone, clocks: &clocks, locale: Locale::Fr, owner: Role::Mentor };
    example(&asked).expect("the example is told without a refusal")
}
