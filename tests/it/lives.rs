//! A few of the lives that `cargo xtask soak` goes on telling, with a fixed seed: copies that live as on the page lose nothing, come to the
//! same bytes, and answer whatever is read of them.

#[path = "../soak/commands.rs"]
mod commands;
#[path = "../soak/life.rs"]
mod life;
#[path = "../soak/reading.rs"]
mod reading;
use super::laws::world;

use commands::Tally;
use life::{Life, Step};
use world::{Chance, Wrongs};

/// Tells lives of that seed, so many, and counts their commands.
fn tell(seed: u64, numbers: std::ops::Range<u64>, most: u32) -> Tally {
    let mut tally = Tally::default();
    for number in numbers {
        let mut chance = Chance::of_story(seed, number);
        let mut life = Life::new(&mut chance);
        let steps = 10 + chance.number(most);
        let story: Vec<Step> = (0..steps).filter_map(|_| Step::draw(&mut chance)).collect();
        assert_eq!(life.live(story), Wrongs::default(), "life {number}");
        tally.add(&life.tally);
    }
    tally
}

#[test]
fn copies_that_live_as_on_the_page_lose_nothing_and_come_to_the_same_bytes() {
    let lives = if std::env::var_os("BINOME_LONG").is_some() { 200 } else { 8 };
    let [done, refused] = tell(7, 0..lives, 40).all();
    assert!(refused * 10 < done, "commands are mostly done: {done} done, {refused} refused");
}

#[test]
fn every_kind_of_command_is_done() {
    let mut tally = Tally::default();
    for number in 0..10 {
        let mut life = Life::new(&mut Chance::of_story(0, number));
        life.tally = tally;
        assert_eq!(life.practise(6), Wrongs::default());
        tally = life.tally;
        if tally.never_done().is_empty() {
            return;
        }
    }
    panic!("never done: {:?}\n{}", tally.never_done(), tally.lines().join("\n"));
}
