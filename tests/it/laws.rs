//! The three laws of joining, and that nothing is lost: replicas that exchange whole files in any order, with stale copies,
//! restored profiles and clocks that are wrong by days, against an oracle that simply remembers which edits each has seen.
//!
//! `BINOME_LONG=1` runs a hundred times as many traces; `cargo xtask soak` goes on for as long as it is told.

#[path = "../soak/world.rs"]
pub mod world;

use binome::document::{Document, file, project, review};
use proptest::prelude::*;

use super::support::{handed_over, joined, pair};
use world::{PATHS, Replica, SKEW, Seen, Step, World, Wrongs, heads};

fn step() -> impl Strategy<Value = Step> {
    let (who, field, value, skew) = (0..5_usize, 0..PATHS.len(), 0..4_u8, -SKEW..=SKEW);
    let file = || any::<prop::sample::Index>().prop_map(|file| file.index(64));
    prop_oneof![
        6 => (who.clone(), field.clone(), value.clone(), skew.clone())
            .prop_map(|(who, field, value, skew)| Step::Write { who, field, value, skew }),
        1 => (who.clone(), skew).prop_map(|(who, skew)| Step::Remove { who, skew }),
        2 => (who.clone(), field.clone()).prop_map(|(who, field)| Step::Begin { who, field }),
        2 => (who.clone(), value.clone()).prop_map(|(who, value)| Step::Seal { who, value }),
        4 => (who.clone(), who.clone()).prop_map(|(from, to)| Step::Send { from, to }),
        2 => (who.clone(), who.clone(), prop::array::uniform3(0..5_u8))
            .prop_map(|(from, to, decisions)| Step::Decide { from, to, decisions }),
        1 => (who.clone(), who.clone(), field, value)
            .prop_map(|(from, to, field, value)| Step::ByHand { from, to, field, value }),
        2 => who.clone().prop_map(|who| Step::Keep { who }),
        2 => (file(), who).prop_map(|(file, to)| Step::Stale { file, to }),
        1 => file().prop_map(|file| Step::Rollback { file }),
    ]
}

/// The same, and imports undone: from then on a copy's generation is its own.
fn step_or_undo() -> impl Strategy<Value = Step> {
    prop_oneof![20 => step(), 1 => (0..5_usize).prop_map(|who| Step::Undo { who })]
}

fn run_all(world: &mut World, steps: &[Step]) {
    for step in steps {
        world.run(step);
    }
}

fn same_bytes(one: &Document, two: &Document) {
    assert_eq!(one, two);
    assert_eq!(file::write_backup(one), file::write_backup(two));
    assert_eq!(project(one), project(two));
}

fn config() -> ProptestConfig {
    config_of(160)
}

pub fn config_of(cases: u32) -> ProptestConfig {
    let cases = if std::env::var_os("BINOME_LONG").is_some() { cases * 125 } else { cases };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config_of(40))]

    #[test]
    fn copies_that_were_all_exchanged_are_the_same(
        count in 3..=5_usize,
        steps in prop::collection::vec(step_or_undo(), 1..40),
    ) {
        prop_assert_eq!(World::new(count).live(steps), Wrongs::default());
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_is_lost_that_nobody_replaced(count in 3..=5_usize, steps in prop::collection::vec(step(), 1..40)) {
        let mut world = World::new(count);
        for step in &steps {
            world.run(step);
            prop_assert_eq!(world.wrongs(), Wrongs::default(), "exactly what nobody replaced stands");
        }
        // Whatever any device or file still holds comes together to the same bytes, whatever the order.
        let all: Vec<&Replica> = world.replicas.iter().chain(world.files.iter().map(|(_, kept)| kept)).collect();
        let forward = all.iter().fold(Document::new(pair("one")), |sum, one| joined(&sum, &one.document));
        let backward = all.iter().rev().fold(Document::new(pair("one")), |sum, one| joined(&one.document, &sum));
        same_bytes(&forward, &backward);
        let seen: Seen = all.iter().flat_map(|one| one.seen.iter().copied()).collect();
        prop_assert_eq!(heads(&forward), world.standing(&seen));
    }

    #[test]
    fn joining_is_commutative_associative_and_idempotent(steps in prop::collection::vec(step(), 1..30)) {
        let mut world = World::new(3);
        run_all(&mut world, &steps);
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
            for id in now.seen.difference(&before) {
                let path = world.path_of(id);
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
        run_all(&mut world, &steps);
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
