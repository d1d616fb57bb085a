//! A world of replicas that write, type, remove, exchange whole files in any order, decide conflicts, undo imports, find old files and
//! restore old profiles, by clocks that are wrong; and an oracle beside it that simply remembers which edits each has seen.
//!
//! Three programs live on it: the property tests (`tests/it/laws.rs`), the long run (`cargo xtask soak`) and the fuzzer
//! (`fuzz/fuzz_targets/join.rs`). It speaks to the crate as the page does, through files and reviews. Its stories write bare fields;
//! those of `life.rs` beside it do what people do on the page, and ask the same oracle.

#![allow(dead_code, reason = "three programs, each of which uses its part")]

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use binome::document::file::{self, HandEdit};
use binome::document::review::{self, Choice, Decision};
use binome::document::{Document, Draft, Edit, EditId, Incoming};
use binome::domain::{Author, Change, Instant, PairId, Path, RecordKey, Value};

/// The fields that are written in: two of a record that is removed at times, one of a person, one that settles itself, one that is
/// private to the first person.
pub const PATHS: [&str; 6] = [
    "goal/g1/what",
    "goal/g1/why",
    "goal/g1/status",
    "person/mentor-1/name",
    "question/q1/order",
    "private/mentor-1/note/n1/text",
];

/// How far clocks are off, in hours, at most: two days.
pub const SKEW: i64 = 48;

/// One thing that happens.
#[derive(Clone, Debug)]
pub enum Step {
    /// Somebody writes, by a clock that is off by so many hours.
    Write { who: usize, field: usize, value: u8, skew: i64 },
    /// Somebody removes the goal.
    Remove { who: usize, skew: i64 },
    /// Somebody begins to type: what they see is noted.
    Begin { who: usize, field: usize },
    /// They leave the field, later.
    Seal { who: usize, value: u8 },
    /// One hands the other a file of now.
    Send { from: usize, to: usize },
    /// The same, and the other decides what is in conflict: a decision for each field, by turns.
    Decide { from: usize, to: usize, decisions: [u8; 3] },
    /// The same, and a field of the readable part was changed by hand on the way; it is taken.
    ByHand { from: usize, to: usize, field: usize, value: u8 },
    /// One undoes the last import.
    Undo { who: usize },
    /// One puts a file away.
    Keep { who: usize },
    /// A file that was put away turns up.
    Stale { file: usize, to: usize },
    /// A profile is restored to what it was when a file was put away.
    Rollback { file: usize },
}

/// Where steps come from: a generator of numbers, or a fuzzer's bytes.
pub trait Draw {
    /// A number below `bound`; `None` when there is nothing left to draw.
    fn below(&mut self, bound: u32) -> Option<u32>;
}

impl Step {
    /// Draws a step.
    pub fn draw(from: &mut impl Draw) -> Option<Self> {
        let kind = from.below(25)?;
        let mut index = |bound: usize| Some(from.below(u32::try_from(bound).ok()?)? as usize);
        let (who, other, field) = (index(5)?, index(5)?, index(PATHS.len())?);
        let value = u8::try_from(index(4)?).ok()?;
        let skew = i64::try_from(index(97)?).ok()? - SKEW;
        Some(match kind {
            0..=5 => Self::Write { who, field, value, skew },
            6 => Self::Remove { who, skew },
            7 | 8 => Self::Begin { who, field },
            9 | 10 => Self::Seal { who, value },
            11..=14 => Self::Send { from: who, to: other },
            15 | 16 => {
                let mut decision = || u8::try_from(index(5)?).ok();
                Self::Decide { from: who, to: other, decisions: [decision()?, decision()?, decision()?] }
            }
            17 => Self::ByHand { from: who, to: other, field, value },
            18 => Self::Undo { who },
            19 | 20 => Self::Keep { who },
            21 | 22 => Self::Stale { file: index(64)?, to: who },
            _ => Self::Rollback { file: index(64)? },
        })
    }
}

/// Which edits somebody has ever seen: what the document has to stand for. An edit's name says where it was made, too.
pub type Seen = BTreeSet<EditId>;

/// One person's copy on one device.
#[derive(Clone)]
pub struct Replica {
    /// The copy.
    pub document: Document,
    /// What it has to stand for.
    pub seen: Seen,
    /// What undoing its last import needs.
    undo: Option<Rc<Memory>>,
    /// What doing it again needs, once it was undone.
    redo: Option<Rc<Memory>>,
}

impl Replica {
    /// Whether its last import can be undone, or done again.
    pub fn can_turn_import(&self, undo: bool) -> bool {
        if undo { self.undo.is_some() } else { self.redo.is_some() }
    }
}

/// A copy before and after an import.
struct Memory {
    before: (Document, Seen),
    after: (Document, Seen),
}

/// What went wrong, counted; all zero when all is well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wrongs {
    /// Edits that nobody had replaced, and that no longer stand.
    pub lost: usize,
    /// Edits that somebody had replaced, and that stand again.
    pub back: usize,
    /// Bytes in which copies differ that have all been exchanged.
    pub diverging: usize,
}

impl Wrongs {
    /// Whether all is well.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    /// Adds up.
    pub fn add(&mut self, other: Self) {
        self.lost += other.lost;
        self.back += other.back;
        self.diverging += other.diverging;
    }
}

/// A world of replicas, and everything that was ever written in it.
pub struct World {
    /// The copies.
    pub replicas: Vec<Replica>,
    drafts: BTreeMap<usize, Draft>,
    /// Files and profiles that were put away, and whose they were.
    pub files: Vec<(usize, Replica)>,
    /// What each edit replaced.
    over: BTreeMap<EditId, BTreeSet<EditId>>,
    /// Where it was made, and by whom.
    made: BTreeMap<EditId, (Path, Author)>,
    /// What undoing an import put back although it was replaced since: the document no longer knows by which edit, and shows both.
    revived: Seen,
    ticks: i64,
    /// How many files were taken in.
    pub merges: u64,
}

/// Numbers by chance (splitmix64): each story has its own, so that any of them can be told again alone.
#[derive(Clone)]
pub struct Chance(u64);

impl Chance {
    /// The numbers of one story.
    pub fn of_story(seed: u64, number: u64) -> Self {
        let mut chance = Self(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        chance.next();
        Self(chance.next() ^ number)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`.
    pub fn number(&mut self, bound: u32) -> usize {
        self.below(bound).map_or(0, |number| number as usize)
    }
}

impl Draw for Chance {
    fn below(&mut self, bound: u32) -> Option<u32> {
        u32::try_from(self.next() % u64::from(bound.max(1))).ok()
    }
}

/// Files are exchanged as bytes; whether they are of one pair is asked as the page asks it.
fn is_same_pair(mine: &Document, incoming: &Incoming) -> bool {
    mine.is_same_pair(&incoming.document)
}

fn path(field: usize) -> Path {
    Path::parse(PATHS[field % PATHS.len()]).expect("a path")
}

/// The identifier of the pair that they all have.
pub fn pair() -> PairId {
    PairId::parse("one").expect("a pair")
}

impl World {
    /// So many replicas of a pair of which nothing is known.
    pub fn new(replicas: usize) -> Self {
        let replica = Replica { document: Document::new(pair()), seen: Seen::new(), undo: None, redo: None };
        Self {
            replicas: vec![replica; replicas],
            drafts: BTreeMap::new(),
            files: Vec::new(),
            over: BTreeMap::new(),
            made: BTreeMap::new(),
            revived: Seen::new(),
            ticks: 0,
            merges: 0,
        }
    }

    /// Who writes at a replica: the first is the mentor's, the others are the student's.
    pub fn author(who: usize) -> Author {
        let person = if who == 0 { "mentor-1" } else { "student-1" };
        Author::parse(&format!("{person}.device{who}")).expect("an author")
    }

    /// Where an edit was made.
    pub fn path_of(&self, edit: &EditId) -> &Path {
        &self.made[edit].0
    }

    /// How many edits were made.
    pub fn edits(&self) -> usize {
        self.over.len()
    }

    /// Lets so many minutes go by.
    pub fn wait(&mut self, minutes: i64) {
        self.ticks += minutes;
    }

    /// The next moment, by a clock that is off by so many hours.
    pub fn moment(&mut self, skew: i64) -> Instant {
        self.ticks += 1;
        Instant::from_millis(1_700_000_000_000).plus_minutes(self.ticks + skew * 60)
    }

    /// Notes edits made at a replica, and what each replaced.
    fn note(&mut self, who: usize, made: Vec<(Path, Edit)>, over: impl Fn(&Path, &Edit) -> BTreeSet<EditId>) {
        for (path, edit) in made {
            let id = edit.id(&path);
            self.over.insert(id, over(&path, &edit));
            self.made.insert(id, (path, edit.by));
            self.replicas[who].seen.insert(id);
        }
    }

    /// Lets one thing happen.
    pub fn run(&mut self, step: &Step) {
        let count = self.replicas.len();
        match *step {
            Step::Write { who, field, value, skew } => {
                let change = Change::Put(path(field), Value::Text(format!("wording {value}")));
                self.change(who % count, &change, skew);
            }
            Step::Remove { who, skew } => {
                self.change(who % count, &Change::Remove(RecordKey::new("goal", "g1")), skew);
            }
            Step::Begin { who, field } => {
                let who = who % count;
                let (path, at) = (path(field), self.moment(0));
                let seen = self.replicas[who].document.head_ids(&path);
                self.drafts.insert(who, Draft { path, text: String::new(), seen, author: Self::author(who), at });
            }
            Step::Seal { who, value } => self.seal(who % count, value),
            Step::Send { from, to } => self.send(from % count, to % count, |_| {}, &|_, _| Vec::new()),
            Step::Decide { from, to, decisions } => {
                self.send(from % count, to % count, |_| {}, &|mine, theirs| choices(mine, theirs, decisions));
            }
            Step::ByHand { from, to, field, value } => {
                let path = path(field);
                let take = Choice::TakeHandEdit(path.clone());
                let edit = |incoming: &mut Incoming| {
                    let before = incoming.document.value(&path).cloned();
                    let after = Value::Text(format!("by hand {value}"));
                    if !path.is_private() {
                        incoming.by_hand.push(HandEdit { path: path.clone(), before, after });
                    }
                };
                self.send(from % count, to % count, edit, &|_, _| vec![take.clone()]);
            }
            Step::Undo { who } => self.undo(who % count),
            Step::Keep { who } => self.files.push((who % count, self.replicas[who % count].clone())),
            Step::Stale { file, to } => {
                if let Some((_, kept)) = self.pick(file) {
                    self.receive(&kept, to % count, |_| {}, &|_, _| Vec::new());
                }
            }
            Step::Rollback { file } => {
                if let Some((who, kept)) = self.pick(file) {
                    self.replicas[who] = kept;
                    self.drafts.remove(&who);
                }
            }
        }
    }

    fn change(&mut self, who: usize, change: &Change, skew: i64) {
        let now = self.moment(skew);
        self.apply(who, std::slice::from_ref(change), now);
    }

    /// Somebody does what changes that. Gives the edits made.
    pub fn apply(&mut self, who: usize, changes: &[Change], now: Instant) -> Vec<(Path, Edit)> {
        let before = self.replicas[who].document.clone();
        let made = self.replicas[who].document.apply(changes, &Self::author(who), now);
        // Whoever writes sees all that stands there, and replaces it, whatever the edit itself says. Of two edits of one field in one
        // go, the later one replaces the earlier.
        let mut earlier: BTreeMap<Path, BTreeSet<EditId>> = BTreeMap::new();
        for (path, edit) in &made {
            let replaced = earlier.get(path).cloned().unwrap_or_else(|| before.head_ids(path));
            earlier.insert(path.clone(), BTreeSet::from([edit.id(path)]));
            self.note(who, vec![(path.clone(), edit.clone())], |_, _| replaced.clone());
        }
        made
    }

    fn seal(&mut self, who: usize, value: u8) {
        if let Some(mut draft) = self.drafts.remove(&who) {
            draft.text = format!("typed {value}");
            self.seal_draft(who, &draft);
        }
    }

    /// A draft becomes an edit. Gives it, when there is one.
    pub fn seal_draft(&mut self, who: usize, draft: &Draft) -> Option<(Path, Edit)> {
        let made = self.replicas[who].document.seal(draft);
        // A draft replaces what its author saw when they began.
        self.note(who, made.iter().cloned().collect(), |_, _| draft.seen.clone());
        made
    }

    /// Notes what somebody put back, or did again: it replaces what they had put there themselves, and nobody else's words, whatever
    /// the edits say.
    pub fn note_turned(&mut self, who: usize, edits: &[(Path, Edit)]) {
        let own = Self::author(who);
        let is_own = |id: &&EditId| self.made.get(*id).is_some_and(|(_, by)| *by == own);
        let made_here: Seen = edits.iter().flat_map(|(_, edit)| edit.over.iter().filter(is_own)).copied().collect();
        self.note(who, edits.to_vec(), |_, edit| edit.over.intersection(&made_here).copied().collect());
    }

    /// One begins with that record.
    pub fn begin_with(&mut self, who: usize, document: &Document) {
        let seen = heads(document);
        for (path, field) in document.fields() {
            for (id, edit) in field.heads() {
                self.over.insert(*id, BTreeSet::new());
                self.made.insert(*id, (path.clone(), edit.by.clone()));
            }
        }
        self.replicas[who] = Replica { document: document.clone(), seen, undo: None, redo: None };
    }

    fn pick(&self, file: usize) -> Option<(usize, Replica)> {
        let count = self.files.len();
        (count > 0).then(|| self.files[file % count].clone())
    }

    fn send(
        &mut self,
        from: usize,
        to: usize,
        on_the_way: impl FnOnce(&mut Incoming),
        choose: &dyn Fn(&Document, &Incoming) -> Vec<Choice>,
    ) {
        let sent = self.replicas[from].clone();
        self.receive(&sent, to, on_the_way, choose);
    }

    /// One takes in a file of `sent`, after what happened to it on the way, with what they choose. Gives the new edits of it, for the
    /// log, when anything changed.
    pub fn receive(
        &mut self,
        sent: &Replica,
        to: usize,
        on_the_way: impl FnOnce(&mut Incoming),
        choose: &dyn Fn(&Document, &Incoming) -> Vec<Choice>,
    ) -> bool {
        let mut incoming = file::read(file::write(&sent.document).as_bytes()).expect("what is written can be read");
        on_the_way(&mut incoming);
        let now = self.moment(0);
        let mine = self.replicas[to].clone();
        let mut choices = choose(&mine.document, &incoming);
        let asked = !choices.is_empty();
        if !is_same_pair(&mine.document, &incoming) {
            choices.push(Choice::SamePair);
        }
        let takes_by_hand = choices.iter().any(|choice| matches!(choice, Choice::TakeHandEdit(_)));
        let shown = review::review(&mine.document, &incoming);
        let applied = review::apply(&mine.document, &incoming, &choices, &Self::author(to), now);
        let is_same = applied.document == mine.document;
        if !asked {
            let nothing_new = is_same && incoming.by_hand.is_empty();
            assert_eq!(shown.nothing_new, nothing_new, "the review says whether anything changes");
        }
        self.merges += 1;
        self.replicas[to].document = applied.document;
        let shared = sent.seen.iter().filter(|id| !self.made[*id].0.is_private());
        self.replicas[to].seen.extend(shared.copied());
        // Edits of its own: choices, and records removed on one side and written in on the other, which are put back whole.
        // Whoever changed a file by hand saw what the file had; that edit is made last. Whoever decides sees what both had.
        let by_hand = incoming
            .by_hand
            .first()
            .filter(|_| takes_by_hand)
            .and(applied.edits.last())
            .map(|(path, edit)| edit.id(path));
        self.note(to, applied.edits, |path, edit| {
            if by_hand == Some(edit.id(path)) { incoming.document.head_ids(path) } else { edit.over.clone() }
        });
        if !is_same {
            let after = (self.replicas[to].document.clone(), self.replicas[to].seen.clone());
            self.replicas[to].undo = Some(Rc::new(Memory { before: (mine.document, mine.seen), after }));
            self.replicas[to].redo = None;
        } else if let Some(memory) = &mine.undo {
            // A file that brought nothing new leaves nothing to undo: what it said goes with the import that had said it before.
            let before = memory.before.clone();
            let news = sent.seen.difference(&mine.seen).filter(|id| !self.made[*id].0.is_private());
            let known = memory.after.1.iter().chain(news).copied().collect();
            self.replicas[to].undo = Some(Rc::new(Memory { before, after: (memory.after.0.clone(), known) }));
        }
        !is_same
    }

    /// One joins all that another page of the same person has.
    pub fn join(&mut self, who: usize, said: &Replica) {
        let replica = &mut self.replicas[who];
        replica.document.join(&said.document);
        replica.seen.extend(&said.seen);
    }

    /// What came in with the last import goes; what was there before it and what was written since stays.
    pub fn undo(&mut self, who: usize) {
        let replica = &mut self.replicas[who];
        let Some(memory) = replica.undo.take() else { return };
        replica.redo = Some(memory.clone());
        let (before, after) = (&memory.before, &memory.after);
        replica.document = review::undo(&before.0, &replica.document, &after.0);
        replica.seen = before.1.iter().chain(replica.seen.difference(&after.1)).copied().collect();
        // Words written since over what came in stand beside what stood before it, even if some words between had replaced that too.
        let (stands, should) = (heads(&replica.document), replica.seen.clone());
        let again = heads(&before.0).intersection(&stands).copied().collect::<Seen>();
        self.revived.extend(again.difference(&self.standing(&should)));
        // What was being typed there saw words that are gone.
        self.drafts.remove(&who);
    }

    /// What came in with the import that was undone comes in again, beside what was written since.
    pub fn redo(&mut self, who: usize) {
        let replica = &mut self.replicas[who];
        let Some(memory) = replica.redo.take() else { return };
        let before = (replica.document.clone(), replica.seen.clone());
        replica.document = review::redo(&replica.document, &memory.after.0);
        replica.seen.extend(&memory.after.1);
        let after = (replica.document.clone(), replica.seen.clone());
        replica.undo = Some(Rc::new(Memory { before, after }));
    }

    /// Every edit that `seen` holds and that none of `seen` replaced.
    pub fn standing(&self, seen: &Seen) -> Seen {
        let replaced: Seen = seen.iter().flat_map(|id| &self.over[id]).copied().collect();
        seen.difference(&replaced).copied().collect()
    }

    /// What is wrong with the copies as they are: exactly what nobody replaced stands.
    pub fn wrongs(&self) -> Wrongs {
        let mut wrongs = Wrongs::default();
        for who in 0..self.replicas.len() {
            wrongs.add(self.wrongs_of(who));
        }
        wrongs
    }

    /// What is wrong with one copy.
    pub fn wrongs_of(&self, who: usize) -> Wrongs {
        let replica = &self.replicas[who];
        let (stands, should) = (heads(&replica.document), self.standing(&replica.seen));
        let back = stands.difference(&should).filter(|edit| !self.revived.contains(edit)).count();
        Wrongs { lost: should.difference(&stands).count(), back, diverging: 0 }
    }

    /// Everybody hands everybody a file until nobody has any news; then what is wrong.
    pub fn converge(&mut self) -> Wrongs {
        let count = self.replicas.len();
        self.exchange((0..count).flat_map(|from| (0..count).map(move |to| (from, to))).collect())
    }

    /// The same with the fewest files: everybody hands one of them theirs, who then hands everybody what came of it.
    pub fn converge_at_one(&mut self) -> Wrongs {
        let others = 1..self.replicas.len();
        self.exchange(others.clone().map(|from| (from, 0)).chain(others.map(|to| (0, to))).collect())
    }

    fn exchange(&mut self, ways: Vec<(usize, usize)>) -> Wrongs {
        let bytes = |world: &Self| world.replicas.iter().map(|it| file::write(&it.document)).collect::<Vec<_>>();
        let mut before = bytes(self);
        // Each round carries everything everywhere; records put back on the way are news for one round more.
        for _ in 0..4 {
            for &(from, to) in &ways {
                if from != to {
                    self.send(from, to, |_| {}, &|_, _| Vec::new());
                }
            }
            let now = bytes(self);
            if now == before {
                break;
            }
            before = now;
        }
        let mut wrongs = self.wrongs();
        wrongs.diverging = before.iter().map(|other| differing(before[0].as_bytes(), other.as_bytes())).sum();
        wrongs
    }

    /// Lets a whole story happen and everybody exchange at its end. What is wrong at any moment counts.
    pub fn live(&mut self, steps: impl IntoIterator<Item = Step>) -> Wrongs {
        let mut wrongs = Wrongs::default();
        for step in steps {
            self.run(&step);
            wrongs.add(self.wrongs());
        }
        wrongs.add(self.converge());
        wrongs
    }
}

/// A decision for each field in conflict, by turns; 4 lets it wait.
fn choices(mine: &Document, incoming: &Incoming, decisions: [u8; 3]) -> Vec<Choice> {
    let now = Instant::from_millis(0);
    let joined = review::apply(mine, incoming, &[], &World::author(0), now).document;
    let conflicts = joined.conflicts().into_iter().zip(decisions.into_iter().cycle());
    conflicts
        .filter_map(|(conflict, decision)| {
            let decision = match decision {
                0 => Decision::Mine,
                1 => Decision::Theirs,
                2 => Decision::Both,
                3 => Decision::This(conflict.heads.last()?.0),
                _ => return None,
            };
            Some(Choice::Settle(conflict.path, decision))
        })
        .collect()
}

/// The edits that stand in a document.
pub fn heads(document: &Document) -> Seen {
    document.fields().flat_map(|(_, field)| field.heads().keys().copied()).collect()
}

fn differing(one: &[u8], two: &[u8]) -> usize {
    one.iter().zip(two).filter(|(a, b)| a != b).count() + one.len().abs_diff(two.len())
}
