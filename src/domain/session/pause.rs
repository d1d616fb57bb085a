//! When the clock of a session stood still. Each pause is two moments in fields of their own, so that a reload, a machine that
//! slept and another tab all read the same.

use std::collections::BTreeMap;

use crate::domain::schema::name;
use crate::domain::sorting;
use crate::domain::time::Instant;

use super::Session;

/// One of the two ends of a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PauseEnd {
    /// The clock stopped.
    Paused,
    /// It went on.
    Resumed,
}

impl PauseEnd {
    /// The field's name without its number.
    fn name(self) -> &'static str {
        match self {
            Self::Paused => name::PAUSED,
            Self::Resumed => name::RESUMED,
        }
    }

    /// The field of pause `number`: `paused-1`.
    pub(super) fn field(self, number: u32) -> String {
        format!("{}-{number}", self.name())
    }
}

/// The end of a pause that a field's name says, and of which one: `paused-1`, `resumed-1`.
pub fn pause_in(field: &str) -> Option<(PauseEnd, u32)> {
    [PauseEnd::Paused, PauseEnd::Resumed].into_iter().find_map(|end| {
        let number: u32 = field.strip_prefix(end.name())?.strip_prefix('-')?.parse().ok()?;
        (field == end.field(number)).then_some((end, number))
    })
}

/// The pauses of a session, by number: when each began, and when it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pauses(BTreeMap<u32, (Option<Instant>, Option<Instant>)>);

impl Pauses {
    /// Puts down one end of a pause.
    pub fn note(&mut self, end: PauseEnd, number: u32, at: Instant) {
        let pause = self.0.entry(number).or_default();
        match end {
            PauseEnd::Paused => pause.0 = Some(at),
            PauseEnd::Resumed => pause.1 = Some(at),
        }
    }

    /// The number that the next pause takes.
    pub(super) fn next_number(&self) -> u32 {
        self.0.last_key_value().map_or(1, |(number, _)| number.saturating_add(1))
    }

    /// The pauses that still go on, by number: two tabs can each have begun one.
    pub(super) fn open(&self) -> impl Iterator<Item = u32> {
        self.0.iter().filter(|(_, (from, to))| from.is_some() && to.is_none()).map(|(number, _)| *number)
    }

    /// The fields that hold them.
    pub(super) fn fields(&self) -> impl Iterator<Item = String> {
        self.0.iter().flat_map(|(number, (from, to))| {
            let ends = [(PauseEnd::Paused, from), (PauseEnd::Resumed, to)].into_iter();
            ends.filter(|(_, at)| at.is_some()).map(|(end, _)| end.field(*number))
        })
    }

    /// Since when the clock stands still; `None` while it runs.
    pub fn since(&self) -> Option<Instant> {
        self.0.values().filter(|(_, to)| to.is_none()).filter_map(|(from, _)| *from).min()
    }

    /// The milliseconds between `from` and `now` in which the clock stood still. Pauses of two tabs that lie on one another count
    /// once, and one that ends before it begins counts for nothing.
    fn millis(&self, from: Instant, now: Instant) -> i64 {
        let mut spans: Vec<(i64, i64)> = self
            .0
            .values()
            .filter_map(|(begun, ended)| {
                let begun = (*begun)?.max(from).millis();
                let ended = ended.unwrap_or(now).min(now).millis();
                (begun < ended).then_some((begun, ended))
            })
            .collect();
        sorting::sort(&mut spans);
        let (mut total, mut reached) = (0, i64::MIN);
        for (begun, ended) in spans {
            total += (ended - begun.max(reached)).max(0);
            reached = reached.max(ended);
        }
        total
    }
}

impl Session {
    /// The moment at which its clock would have begun to show at `now` what it shows, had it never stood still.
    pub fn clock_start(&self, now: Instant) -> Option<Instant> {
        let began = self.began?;
        Some(Instant::from_millis(began.millis() + self.pauses.millis(began, now)))
    }

    /// The minutes gone by at `now` since it began, its pauses left out.
    pub fn gone(&self, now: Instant) -> Option<i64> {
        self.clock_start(now).map(|start| now.minutes_since(start))
    }
}
