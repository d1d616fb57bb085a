//! Reads how many tests passed and failed from what test programs print.

use std::ops::AddAssign;

/// How many tests did what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Did what they say.
    pub passed: usize,
    /// Did not.
    pub failed: usize,
    /// Were left out by their own mark.
    pub ignored: usize,
}

impl Counts {
    /// A check that is one test.
    pub fn one(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed), ignored: 0 }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }
}

/// The sum of the `test result:` lines of `cargo test`, which in-browser tests print too.
pub fn of_libtest(said: &str) -> Counts {
    let mut counts = Counts::default();
    for line in said.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
        // A line printed twice, as a browser's console may, is the caller's to prevent: every line counts.
        counts += read(line);
    }
    counts
}

/// The last `N passed, N failed` of the journeys.
pub fn of_journeys(said: &str) -> Counts {
    said.lines().rev().map(read).find(|counts| *counts != Counts::default()).unwrap_or_default()
}

/// Reads `3 passed`, `1 failed` and `2 ignored` wherever they are in a line.
fn read(line: &str) -> Counts {
    let words: Vec<&str> = line.split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '.')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let mut counts = Counts::default();
    for pair in words.windows(2) {
        let Ok(number) = pair[0].parse() else { continue };
        match pair[1] {
            "passed" => counts.passed = number,
            "failed" => counts.failed = number,
            "ignored" => counts.ignored = number,
            _ => {}
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::{Counts, of_journeys, of_libtest};

    #[test]
    fn the_binaries_of_one_run_add_up() {
        let said = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
                    test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(of_libtest(said), Counts { passed: 15, failed: 2, ignored: 1 });
    }

    #[test]
    fn a_run_that_did_not_compile_counts_nothing() {
        assert_eq!(of_libtest("error: could not compile"), Counts::default());
        assert_eq!(of_journeys(""), Counts::default());
    }

    #[test]
    fn the_journeys_last_line_is_their_count() {
        let said = "  ok     chromium fr: starts (1.0 s)\ne2e chromium: 3 passed, 1 failed\n3 passed, 1 failed\n";
        assert_eq!(of_journeys(said), Counts { passed: 3, failed: 1, ignored: 0 });
    }
}
