//! Any story of three to five copies: nothing is lost, nothing comes back, and copies that were all exchanged are the same.

#![no_main]

#[path = "../../tests/soak/world.rs"]
mod world;

use libfuzzer_sys::fuzz_target;
use world::{Draw, Step, World, Wrongs};

/// Numbers from the fuzzer's bytes, until they are used up.
struct Bytes<'a>(&'a [u8]);

impl Draw for Bytes<'_> {
    fn below(&mut self, bound: u32) -> Option<u32> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(u32::from(*first) % bound.max(1))
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = Bytes(bytes);
    let Some(more) = bytes.below(3) else { return };
    let story: Vec<Step> = std::iter::from_fn(|| Step::draw(&mut bytes)).take(60).collect();
    let wrongs = World::new(3 + more as usize).live(story.iter().cloned());
    assert_eq!(wrongs, Wrongs::default(), "{story:#?}");
});
