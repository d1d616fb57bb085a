//! `cargo xtask soak`: the property tests for as long as one likes. Random stories of three to five copies, with stale files, restored
//! profiles, imports undone and clocks off by days; then every bit of a real file flipped.
//!
//! Two kinds of stories by turns. Some write bare *fields*, which nothing refuses. Others are *lives*: copies that do what people do on
//! the page, by commands drawn by chance and decided on what each one sees. After each exchange and at the end everything that reads a
//! record does, and what was done is undone and done again against what was shown before.
//!
//! Prints how many files were merged, how many edits were lost, how many came back, in how many bytes copies differed that had all been
//! exchanged, and how often something did not answer; of lives, how often each kind of command was done. Anything but zero is a failure,
//! told with the story's number: `--seed <seed> --kind <kind> --from <number> --stories 1` runs it again.
//!
//! Bugs planted by hand, one at a time, and what it said within 3,000 stories of seed 1 (20 s):
//!
//! | planted in | bug | said |
//! | --- | --- | --- |
//! | `Field::join` | of two wordings the latest stands | story 0: 46 lost |
//! | `Field::join` | a longer past replaces the whole field | story 0: 19 lost |
//! | `Field::join` | what the other copy replaced is forgotten | its own file cannot be read |
//! | `Field::begin` | a removal leaves no trace of what it replaced | its own file cannot be read |
//! | `Field::since` | undoing an import drops what was written since in fields it touched | story 57: 14 lost, 3 back |
//! | `Document::seal` | a draft replaces what stands now, not what its author saw | story 9: 42 lost |
//! | `review::apply` | a change by hand replaces what stands here, not what the file had | story 5: 62 lost |
//! | `file::write` | a field with three wordings is left out | story 1: 3 lost, 385 bytes apart |
//!
//! The seventh was not seen at first: the oracle believed what the edit itself said it replaced. It now goes by what its author saw.
//!
//! And within 300 lives of seed 1 (two minutes):
//!
//! | planted in | bug | said |
//! | --- | --- | --- |
//! | `history::Step` | what is undone replaces all that stands, not only one's own | life 261: 28 lost |
//! | `History::turn` | what an undone deed had replaced is forgotten in the others | life 226: a field is not as it was |
//! | `review::redo` | an import done again forgets what was written since | life 1: 41 lost, 2 back |
//! | `review::undo` | an import is undone in the same generation | life 0: the generation stays |
//! | `review::restore` | what was empty in the backup stays | life 3: a field is not as in the backup |
//! | `Row::replay` | edits of a lower generation count | life 23: the log says otherwise |
//! | `Document::part_of` | a record forgets the pair's other name | life 2: the parts are not the whole |
//! | `Document::seal` | a draft replaces what stands now | life 208: 60 lost |
//! | `decide` | no minutes are written as none | life 1: a field does not read |
//! | `Pairing::past` | two sessions in one week | life 1: panicked |
//! | `review::restore` | a conflict stays open | life 8: a conflict that should be settled |
//! | `review::apply` | a record is brought back without one of its fields | life 18: a piece of a record |
//! | `Document::apply` | a removal leaves fields in conflict | life 226: a removed record lives |
//! | `project` | sub-steps with one place are one | life 4: one is not shown |
//!
//! The last four were not seen at first, and each taught what to ask.

mod commands;
mod life;
mod reading;
mod world;

use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use binome::document::file;
use commands::Tally;
use life::Life;
use world::{Chance, Step, World, Wrongs};

const FIXTURE: &str = include_str!("../it/fixtures/file-v1.json");

const USAGE: &str = "soak [--minutes N] [--stories N] [--seed N] [--from N] [--kind fields|lives]
  --minutes N   go on for so long (5)
  --stories N   go on for so many stories of each kind instead
  --seed N      what the stories are drawn from (by the clock)
  --from N      begin with this story (0)
  --kind NAME   only stories of bare fields, or only lives; by turns otherwise";

struct Options {
    limit: Duration,
    stories: Option<u64>,
    seed: u64,
    from: u64,
    kind: Option<String>,
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(fault) => {
            eprintln!("{fault}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    println!("seed {}", options.seed);
    std::panic::set_hook(Box::new(|panic| {
        *SAID.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = panic.to_string();
    }));
    let stories = tell(&options);
    let bits = flip_every_bit();
    if stories && bits { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let clock = std::time::UNIX_EPOCH.elapsed().map_or(1, |since| since.as_secs());
    let mut options = Options { limit: Duration::from_mins(5), stories: None, seed: clock, from: 0, kind: None };
    while let Some(word) = words.next() {
        let value = words.next();
        if word == "--kind" {
            let known = value.filter(|kind| KINDS.contains(&kind.as_str()));
            options.kind = Some(known.ok_or_else(|| format!("--kind is one of {}", KINDS.join(", ")))?);
            continue;
        }
        let value = value.and_then(|value| value.parse::<u64>().ok());
        let value = value.ok_or_else(|| format!("{word} needs a whole number"))?;
        match word.as_str() {
            "--minutes" => options.limit = Duration::from_secs(value * 60),
            "--stories" => options.stories = Some(value),
            "--seed" => options.seed = value,
            "--from" => options.from = value,
            _ => return Err(format!("unknown argument {word}")),
        }
    }
    Ok(options)
}

/// The kinds of stories.
const KINDS: [&str; 2] = ["fields", "lives"];

/// What the last panic said.
static SAID: Mutex<String> = Mutex::new(String::new());

/// What a story came to, or all of a kind.
#[derive(Default)]
struct Outcome {
    edits: usize,
    merges: u64,
    wrongs: Wrongs,
    /// Something did not answer, or two that must agree did not: what was said, and of which kind of story.
    panics: usize,
    commands: Tally,
}

impl Outcome {
    fn is_well(&self) -> bool {
        self.wrongs.is_none() && self.panics == 0
    }

    fn add(&mut self, other: &Self) {
        self.edits += other.edits;
        self.merges += other.merges;
        self.wrongs.add(other.wrongs);
        self.panics += other.panics;
        self.commands.add(&other.commands);
    }
}

/// All stories of one kind so far.
struct Told {
    kind: &'static str,
    stories: u64,
    spent: Duration,
    all: Outcome,
}

impl Told {
    fn line(&self) -> String {
        let Outcome { edits, merges, wrongs: Wrongs { lost, back, diverging }, panics, commands } = &self.all;
        let mut line = format!(
            "{}: {} stories, {edits} edits, {merges} merges: {lost} edits lost, {back} edits come back, \
             {diverging} diverging bytes, {panics} panics · {:.0} s",
            self.kind,
            self.stories,
            self.spent.as_secs_f32()
        );
        let [done, refused] = commands.all();
        if done + refused > 0 {
            line = format!("{line} · {done} commands done, {refused} refused");
        }
        line
    }

    /// Tells one story; whether to go on.
    fn tell(&mut self, seed: u64, number: u64) -> bool {
        let began = Instant::now();
        let outcome = match self.kind {
            "fields" => fields(seed, number),
            _ => life(seed, number),
        };
        self.spent += began.elapsed();
        self.stories += 1;
        self.all.add(&outcome);
        // One is enough to look at; some more show whether it is rare.
        let Wrongs { lost, back, diverging } = self.all.wrongs;
        lost + back + diverging <= 1_000 && self.all.panics < 10
    }
}

/// Tells stories, of both kinds for as long, until the time or their number is up; whether all went well.
fn tell(options: &Options) -> bool {
    let is_told = |kind: &&str| options.kind.as_deref().is_none_or(|only| only == *kind);
    let new = |kind| Told { kind, stories: 0, spent: Duration::ZERO, all: Outcome::default() };
    let mut told: Vec<Told> = KINDS.into_iter().filter(is_told).map(new).collect();
    let (started, mut said) = (Instant::now(), Instant::now());
    loop {
        let is_open = |told: &&mut Told| match options.stories {
            Some(stories) => told.stories < stories,
            None => started.elapsed() < options.limit,
        };
        let Some(next) = told.iter_mut().filter(is_open).min_by_key(|told| told.spent) else { break };
        if !next.tell(options.seed, options.from + next.stories) {
            break;
        }
        if said.elapsed() > Duration::from_secs(20) {
            said = Instant::now();
            for told in &told {
                println!("  {} so far", told.line());
            }
        }
    }
    for told in &told {
        if told.kind == "lives" {
            for line in told.all.commands.lines() {
                println!("    {line}");
            }
            let never = told.all.commands.never_done();
            if !never.is_empty() {
                println!("    never done: {never:?}");
            }
        }
        println!("{}", told.line());
    }
    told.iter().all(|told| told.all.is_well())
}

fn fields(seed: u64, number: u64) -> Outcome {
    let mut chance = Chance::of_story(seed, number);
    let count = 3 + chance.number(3);
    let steps = 10 + chance.number(50);
    let story = (0..steps).filter_map(|_| Step::draw(&mut chance)).collect();
    let live = |steps: Vec<Step>| {
        let mut world = World::new(count);
        let wrongs = world.live(steps);
        Outcome { edits: world.edits(), merges: world.merges, wrongs, ..Outcome::default() }
    };
    told("fields", number, story, &live)
}

fn life(seed: u64, number: u64) -> Outcome {
    let mut chance = Chance::of_story(seed, number);
    let begins = chance.clone();
    let _ = Life::new(&mut chance);
    let steps = 20 + chance.number(120);
    let story = (0..steps).filter_map(|_| life::Step::draw(&mut chance)).collect();
    let live = |steps: Vec<life::Step>| {
        let mut life = Life::new(&mut begins.clone());
        let wrongs = life.live(steps);
        let (edits, merges) = (life.world.edits(), life.world.merges);
        Outcome { edits, merges, wrongs, panics: 0, commands: life.tally }
    };
    told("lives", number, story, &live)
}

/// Tells a story; one that goes wrong is said, without the steps that it goes wrong without.
fn told<S: Clone + Debug>(kind: &str, number: u64, mut story: Vec<S>, live: &dyn Fn(Vec<S>) -> Outcome) -> Outcome {
    let live = |story: Vec<S>| {
        let outcome = catch_unwind(AssertUnwindSafe(|| live(story)));
        outcome.unwrap_or_else(|_| Outcome { panics: 1, ..Outcome::default() })
    };
    let outcome = live(story.clone());
    if outcome.is_well() {
        return outcome;
    }
    let said = |outcome: &Outcome| {
        if outcome.panics > 0 {
            SAID.lock().map(|said| said.clone()).unwrap_or_default()
        } else {
            format!("{:?}", outcome.wrongs)
        }
    };
    println!("{kind}, story {number}: {}", said(&outcome));
    // Ever smaller pieces are left out, each that it goes wrong without all the same; not for longer than somebody would wait.
    let (began, mut last) = (Instant::now(), None);
    let mut piece = story.len().div_ceil(2);
    while piece > 0 && began.elapsed() < Duration::from_mins(2) {
        let mut at = 0;
        while at < story.len() {
            let mut without = story.clone();
            without.drain(at..(at + piece).min(story.len()));
            let shorter = live(without.clone());
            if shorter.is_well() {
                at += piece;
            } else {
                story = without;
                last = Some(said(&shorter));
            }
        }
        piece /= 2;
    }
    for step in &story {
        println!("    {step:?}");
    }
    if let Some(last) = last {
        println!("  so shortened: {last}");
    }
    outcome
}

/// Flips every bit of a real file; whether each was refused or left the record as it was, with what changed in the readable part offered.
fn flip_every_bit() -> bool {
    let whole = file::read(FIXTURE.as_bytes()).expect("the fixture");
    let mut bytes = FIXTURE.as_bytes().to_vec();
    let (mut refused, mut offered, mut wrong) = (0_u32, 0_u32, 0_u32);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            match file::read(&bytes) {
                Err(_) => refused += 1,
                Ok(read) if read.document == whole.document && read != whole => offered += 1,
                Ok(_) => {
                    wrong += 1;
                    println!("bit {bit} of byte {at} was flipped unseen");
                }
            }
            bytes[at] ^= 1 << bit;
        }
    }
    println!(
        "{} bits flipped: {refused} refused, {offered} only offered as changes made by hand, {wrong} half read",
        bytes.len() * 8
    );
    wrong == 0
}
