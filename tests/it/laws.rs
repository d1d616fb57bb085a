//! The three laws of joining, and that nothing is lost: replicas that exchange whole files in any order, with stale copies,
//! restored profiles and clocks that are wrong by days, against an oracle that simply remembers which edits each has seen.
//!
//! `BINOME_LONG=1` runs a hundred times as many traces.

use binome::document::{Document, Draft, EditId, file, project, review};
use binome::domain::{Author, Change, Instant, Path, RecordKey, Value};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

use super::support::{handed_over, joined, pair, path};

const PATHS: [&str; 5] =
    ["goal/g1/what", "goal/g1/why", "person/mentor-1/name", "question/q1/order", "private/mentor-1/note/n1/text"];

#[derive(Clone, Debug)]
enum Step {
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
    /// One puts a file away.
    Keep { who: usize },
    /// A file that was put away turns up.
    Stale { file: usize, to: usize },
    /// A profile is restored to what it was when a file was put away.
    Rollback { file: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let (who, field, value, skew) = (0..5_usize, 0..PATHS.len(), 0..4_u8, -48..48_i64);
    prop_oneof![
        6 => (who.clone(), field.clone(), value.clone(), skew.clone())
            .prop_map(|(who, field, value, skew)| Step::Write { who, field, value, skew }),
        1 => (who.clone(), skew).prop_map(|(who, skew)| Step::Remove { who, skew }),
        2 => (who.clone(), field).prop_map(|(who, field)| Step::Begin { who, field }),
        2 => (who.clone(), value).prop_map(|(who, value)| Step::Seal { who, value }),
        4 => (who.clone(), who.clone()).prop_map(|(from, to)| Step::Send { from, to }),
        2 => who.clone().prop_map(|who| Step::Keep { who }),
        2 => (any::<prop::sample::Index>(), who).prop_map(|(file, to)| Step::Stale { file: file.index(64), to }),
        1 => any::<prop::sample::Index>().prop_map(|file| Step::Rollback { file: file.index(64) }),
    ]
}

/// Which edits somebody has ever seen: what the document has to stand for.
type Seen = BTreeSet<(Path, EditId)>;

#[derive(Clone)]
struct Replica {
    document: Document,
    seen: Seen,
}

/// A world of replicas, and everything that was ever written in it.
struct World {
    replicas: Vec<Replica>,
    drafts: BTreeMap<usize, Draft>,
    files: Vec<(usize, Replica)>,
    /// What each edit replaced.
    over: BTreeMap<(Path, EditId), BTreeSet<EditId>>,
    ticks: i64,
}

impl World {
    fn new(replicas: usize) -> Self {
        let replica = Replica { document: Document::new(pair("one")), seen: Seen::new() };
        Self {
            replicas: vec![replica; replicas],
            drafts: BTreeMap::new(),
            files: Vec::new(),
            over: BTreeMap::new(),
            ticks: 0,
        }
    }

    /// The pair's private fields belong to one person: replica 0 is the only one of theirs that writes there.
    fn author(who: usize) -> Author {
        let person = if who == 0 { "mentor-1" } else { "student-1" };
        Author::parse(&format!("{person}.device{who}")).expect("an author")
    }

    fn moment(&mut self, skew: i64) -> Instant {
        self.ticks += 1;
        Instant::from_millis(1_700_000_000_000).plus_minutes(self.ticks + skew * 60)
    }

    fn note(&mut self, who: usize, made: Vec<(Path, binome::document::Edit)>) {
        for (path, edit) in made {
            let id = edit.id(&path);
            self.over.insert((path.clone(), id), edit.over);
            self.replicas[who].seen.insert((path, id));
        }
    }

    fn run_all(&mut self, steps: &[Step]) {
        for step in steps {
            self.run(step);
        }
    }

    fn run(&mut self, step: &Step) {
        let count = self.replicas.len();
        match *step {
            Step::Write { who, field, value, skew } => {
                let who = who % count;
                let change = Change::Put(path(PATHS[field]), Value::Text(format!("wording {value}")));
                let now = self.moment(skew);
                let made = self.replicas[who].document.apply(&[change], &Self::author(who), now);
                self.note(who, made);
            }
            Step::Remove { who, skew } => {
                let who = who % count;
                let now = self.moment(skew);
                let change = Change::Remove(RecordKey::new("goal", "g1"));
                let made = self.replicas[who].document.apply(&[change], &Self::author(who), now);
                self.note(who, made);
            }
            Step::Begin { who, field } => {
                let who = who % count;
                let (path, now) = (path(PATHS[field]), self.moment(0));
                let seen = self.replicas[who].document.head_ids(&path);
                let draft = Draft { path, text: String::new(), seen, author: Self::author(who), at: now };
                self.drafts.insert(who, draft);
            }
            Step::Seal { who, value } => {
                let who = who % count;
                if let Some(mut draft) = self.drafts.remove(&who) {
                    draft.text = format!("typed {value}");
                    let made = self.replicas[who].document.seal(&draft);
                    assert!(
                        made.iter().all(|(_, edit)| edit.over == draft.seen),
                        "a draft replaces what its author saw"
                    );
                    self.note(who, made.into_iter().collect());
                }
            }
            Step::Send { from, to } => {
                let sent = self.replicas[from % count].clone();
                self.receive(&sent, to % count);
            }
            Step::Keep { who } => self.files.push((who % count, self.replicas[who % count].clone())),
            Step::Stale { file, to } => {
                if let Some((_, kept)) = self.pick(file) {
                    self.receive(&kept, to % count);
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

    fn pick(&self, file: usize) -> Option<(usize, Replica)> {
        let count = self.files.len();
        (count > 0).then(|| self.files[file % count].clone())
    }

    fn receive(&mut self, sent: &Replica, to: usize) {
        let incoming = handed_over(&sent.document);
        let now = self.moment(0);
        let mine = &self.replicas[to].document;
        let shown = review::review(mine, &incoming);
        let applied = review::apply(mine, &incoming, &[], &Self::author(to), now);
        assert_eq!(shown.nothing_new, applied.document == *mine, "the review says whether anything changes");
        self.replicas[to].document = applied.document;
        self.replicas[to].seen.extend(sent.seen.iter().filter(|(path, _)| !path.is_private()).cloned());
        // Edits of its own: records that were removed on one side and written in on the other are put back whole.
        self.note(to, applied.edits);
    }

    /// Every edit that `seen` holds and that none of `seen` replaced.
    fn standing(&self, seen: &Seen) -> Seen {
        let replaced: Seen = seen
            .iter()
            .flat_map(|(path, id)| self.over[&(path.clone(), *id)].iter().map(|over| (path.clone(), *over)))
            .collect();
        seen.difference(&replaced).cloned().collect()
    }

    fn check(&self) {
        for replica in &self.replicas {
            assert_eq!(heads(&replica.document), self.standing(&replica.seen), "exactly what nobody replaced stands");
        }
    }
}

fn heads(document: &Document) -> Seen {
    document.fields().flat_map(|(path, field)| field.heads().keys().map(move |id| (path.clone(), *id))).collect()
}

fn same_bytes(one: &Document, two: &Document) {
    assert_eq!(one, two);
    assert_eq!(file::write_backup(one), file::write_backup(two));
    assert_eq!(project(one), project(two));
}

fn config() -> ProptestConfig {
    let cases = if std::env::var_os("BINOME_LONG").is_some() { 20_000 } else { 160 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_is_lost_that_nobody_replaced(count in 3..=5_usize, steps in prop::collection::vec(step(), 1..40)) {
        let mut world = World::new(count);
        for step in &steps {
            world.run(step);
            world.check();
        }
        // Whatever any device or file still holds comes together to the same bytes, whatever the order.
        let all: Vec<&Replica> = world.replicas.iter().chain(world.files.iter().map(|(_, kept)| kept)).collect();
        let forward = all.iter().fold(Document::new(pair("one")), |sum, one| joined(&sum, &one.document));
        let backward = all.iter().rev().fold(Document::new(pair("one")), |sum, one| joined(&one.document, &sum));
        same_bytes(&forward, &backward);
        let seen: Seen = all.iter().flat_map(|one| one.seen.iter().cloned()).collect();
        prop_assert_eq!(heads(&forward), world.standing(&seen));
    }

    #[test]
    fn joining_is_commutative_associative_and_idempotent(steps in prop::collection::vec(step(), 1..30)) {
        let mut world = World::new(3);
        world.run_all(&steps);
        let [a, b, c] = [0, 1, 2].map(|who: usize| &world.replicas[who].document);
        same_bytes(&joined(a, b), &joined(b, a));
        same_bytes(&joined(&joined(a, b), c), &joined(a, &joined(b, c)));
        same_bytes(&joined(a, a), a);
        same_bytes(&joined(&joined(a, b), b), &joined(a, b));
    }

    #[test]
    fn a_log_replays_to_the_same_bytes_in_any_order(
        steps in prop::collection::vec(step(), 1..30),
        order in any::<prop::sample::Index>(),
    ) {
        let mut world = World::new(1);
        let mut log = Vec::new();
        for step in &steps {
            let before = world.replicas[0].seen.clone();
            // One device alone, so that every edit is in the log.
            if matches!(step, Step::Rollback { .. } | Step::Stale { .. }) {
                continue;
            }
            world.run(step);
            let now = &world.replicas[0];
            for (path, id) in now.seen.difference(&before) {
                let edit = &now.document.field(path).expect("a field").heads()[id];
                log.push((path.clone(), edit.clone()));
            }
        }
        let mut replayed = Document::new(pair("one"));
        let turn = if log.is_empty() { 0 } else { order.index(log.len()) };
        log.rotate_left(turn);
        for (path, edit) in log.iter().rev() {
            replayed.insert(path.clone(), edit.clone());
        }
        same_bytes(&replayed, &world.replicas[0].document);
    }

    #[test]
    fn what_is_written_reads_back_the_same(steps in prop::collection::vec(step(), 1..30)) {
        let mut world = World::new(3);
        world.run_all(&steps);
        for replica in &world.replicas {
            let document = &replica.document;
            let owner = World::author(0).person;
            let kept = file::read_backup(file::write_backup(document).as_bytes(), owner).expect("a backup");
            prop_assert_eq!(&kept.document, document);
            prop_assert!(kept.by_hand.is_empty() && kept.refused.is_empty() && kept.unplaced.is_empty());

            let incoming = handed_over(document);
            prop_assert_eq!(file::write(&incoming.document), file::write(document));
            prop_assert!(!file::write(document).contains("private/"));
            prop_assert_eq!(incoming.document.fingerprint(), document.fingerprint());
            prop_assert!(review::review(document, &incoming).nothing_new);

            let parts = document.records().iter().map(|key| document.part_of(key)).collect::<Vec<_>>();
            let whole = parts.iter().fold(Document::new(pair("one")), |sum, part| joined(&sum, part));
            prop_assert_eq!(&whole, document);
        }
    }
}
