//! R8, the forecast: when all projects would be validated at the pace seen so far, and the pace it takes to be done in time.
//!
//! The guide: every project is validated before the programme's end. Our reading of “pace”: the days that one validation took
//! since the one before, the first one since the programme's first day. The likely day takes their mean, the earliest and the
//! latest day the shortest and the longest of them. Days that have passed since the last validation count as soon as they make
//! the pace slower: a project that takes long is not forgotten until it is validated. Before two validations nothing is said.

use std::cmp::Ordering;

use crate::domain::sorting;
use crate::domain::time::{Day, days_after, days_before};

/// How far ahead a forecast goes: beyond a hundred years it says nothing that anybody could use.
const HORIZON: i64 = 36_525;

/// How many validations it takes for a forecast.
pub const ENOUGH: u32 = 2;

/// What a forecast is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The programme's first day.
    pub start: Option<Day>,
    /// The programme's last day.
    pub end: Option<Day>,
    /// The days on which projects were validated, in any order.
    pub validated: Vec<Day>,
    /// How many projects the programme has.
    pub projects: u32,
    /// Today, in the pair's zone.
    pub today: Day,
}

/// So many projects in so many days. The slower of two paces is the greater one.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Days; none when several projects were validated on one day.
    pub days: i64,
    /// Projects, at least one.
    pub projects: i64,
}

impl Pace {
    /// Days for `count` projects, begun ones counting whole.
    pub fn days_for(self, count: i64) -> i64 {
        let days = self.days.saturating_mul(count);
        days.div_euclid(self.projects) + i64::from(days.rem_euclid(self.projects) > 0)
    }

    /// Days for one project, rounded to the nearest.
    pub fn days_each(self) -> i64 {
        (self.days.saturating_mul(2).saturating_add(self.projects)).div_euclid(self.projects.saturating_mul(2))
    }
}

impl Ord for Pace {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mine, theirs) = (i128::from(self.days), i128::from(other.days));
        (mine * i128::from(other.projects)).cmp(&(theirs * i128::from(self.projects)))
    }
}

impl PartialOrd for Pace {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Pace {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Pace {}

/// The days on which something would be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// At the fastest pace seen.
    pub earliest: Day,
    /// At the mean pace.
    pub likely: Day,
    /// At the slowest pace seen.
    pub latest: Day,
}

/// Paces seen so far, and the days they lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    /// The fastest pace seen.
    pub fastest: Pace,
    /// The mean pace.
    pub mean: Pace,
    /// The slowest pace seen, the wait since the last validation included.
    pub slowest: Pace,
    last: Day,
    today: Day,
}

impl Projection {
    /// When that many more projects would be validated. The first of them cannot be before today.
    pub fn after(&self, more: u32) -> Span {
        let more = i64::from(more);
        let day = |pace: Pace| {
            let from_last = (self.last - self.today).num_days().saturating_add(pace.days_for(more));
            let from_today = pace.days_for((more - 1).max(0));
            later(self.today, from_last.max(from_today).min(HORIZON))
        };
        Span { earliest: day(self.fastest), likely: day(self.mean), latest: day(self.slowest) }
    }
}

/// What can be said of the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// There is no project yet.
    NoProject,
    /// Every project is validated, the last one that day.
    Done(Day),
    /// Too little was validated so far, or all on one day.
    NotEnough,
    /// Enough to look ahead.
    Ahead(Projection),
}

/// The pace it takes to be done in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// The programme's end is not known.
    NoEnd,
    /// The programme's end has come.
    Over,
    /// This pace.
    Pace(Pace),
}

/// Something in the days that the forecast leaves out, to be said with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// So many validations are on days to come: those projects count as not validated.
    Ahead(u32),
    /// The first validation is before the programme's first day, which then says nothing of the pace.
    BeforeStart,
    /// The programme begins after today.
    StartAhead,
}

/// The forecast of one programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Projects validated by today.
    pub validated: u32,
    /// Projects left.
    pub left: u32,
    /// Days until the programme's end; none without one or when it has come.
    pub days_left: Option<i64>,
    /// The pace it takes.
    pub needed: Needed,
    /// What can be said of the end.
    pub outlook: Outlook,
    /// What was left out.
    pub left_out: Vec<LeftOut>,
}

impl Forecast {
    /// When all projects would be validated, as soon as it can be said.
    pub fn end(&self) -> Option<Span> {
        match self.outlook {
            Outlook::Ahead(projection) => Some(projection.after(self.left)),
            _ => None,
        }
    }
}

impl Course {
    /// What the days so far say. Every course has an answer.
    pub fn forecast(&self) -> Forecast {
        let mut days: Vec<Day> = self.validated.iter().copied().filter(|day| *day <= self.today).collect();
        sorting::sort(&mut days);
        days.truncate(usize::try_from(self.projects).unwrap_or(usize::MAX));
        let validated = u32::try_from(days.len()).unwrap_or(u32::MAX);
        let left = self.projects - validated.min(self.projects);
        let days_left = self.end.map(|end| (end - self.today).num_days()).filter(|days| *days > 0);
        let needed = match (self.end, days_left) {
            (None, _) => Needed::NoEnd,
            (Some(_), None) => Needed::Over,
            (Some(_), Some(days)) => Needed::Pace(Pace { days, projects: i64::from(left.max(1)) }),
        };
        let outlook = match days.last() {
            _ if self.projects == 0 => Outlook::NoProject,
            Some(last) if left == 0 => Outlook::Done(*last),
            _ if validated < ENOUGH => Outlook::NotEnough,
            _ => self.projection(&days).map_or(Outlook::NotEnough, Outlook::Ahead),
        };
        Forecast { validated, left, days_left, needed, outlook, left_out: self.left_out(&days) }
    }

    /// When all would be validated if the next project were so many days after the likely day, before it when negative, and never
    /// before today.
    pub fn with_next_shifted(&self, days: i64) -> Option<Day> {
        let Outlook::Ahead(projection) = self.forecast().outlook else { return None };
        let likely = projection.after(1).likely;
        let shift = days.unsigned_abs();
        let day = if days < 0 { days_before(likely, shift) } else { days_after(likely, shift) };
        let mut course = self.clone();
        course.today = day.max(self.today);
        course.validated.retain(|validated| *validated <= self.today);
        course.validated.push(course.today);
        match course.forecast().outlook {
            Outlook::Done(day) => Some(day),
            Outlook::Ahead(projection) => Some(projection.after(course.forecast().left).likely),
            Outlook::NoProject | Outlook::NotEnough => None,
        }
    }

    fn left_out(&self, past: &[Day]) -> Vec<LeftOut> {
        let ahead = self.validated.iter().filter(|day| **day > self.today).count();
        let mut found = Vec::new();
        if ahead > 0 {
            found.push(LeftOut::Ahead(u32::try_from(ahead).unwrap_or(u32::MAX)));
        }
        match (self.start, past.first()) {
            (Some(start), Some(first)) if *first < start => found.push(LeftOut::BeforeStart),
            (Some(start), None) if start > self.today => found.push(LeftOut::StartAhead),
            _ => {}
        }
        found
    }

    /// The paces between `days`, sorted and none of them ahead; none when no time passed between them.
    fn projection(&self, days: &[Day]) -> Option<Projection> {
        let (first, last) = (*days.first()?, *days.last()?);
        let start = self.start.filter(|start| *start < first);
        let from = start.unwrap_or(first);
        // Those of the first day say nothing of the pace when it is not known since when.
        let mut stretches: Vec<Pace> = Vec::new();
        let mut since = start;
        for day in days {
            match (since, stretches.last_mut()) {
                (Some(before), _) if before < *day => {
                    stretches.push(Pace { days: (*day - before).num_days(), projects: 1 });
                }
                (Some(_), Some(stretch)) => stretch.projects += 1,
                _ => {}
            }
            since = Some(*day);
        }
        let projects = stretches.iter().map(|stretch| stretch.projects).sum::<i64>();
        let (fastest, longest) = (*stretches.iter().min()?, *stretches.iter().max()?);
        let wait = (self.today - last).num_days();
        let run = (last - from).num_days();
        let so_far = Pace { days: run, projects };
        let with_wait = Pace { days: run.saturating_add(wait), projects: projects + 1 };
        Some(Projection {
            fastest,
            mean: so_far.max(with_wait),
            slowest: longest.max(Pace { days: wait, projects: 1 }),
            last,
            today: self.today,
        })
    }
}

/// The day that many days later, never before `day`.
fn later(day: Day, days: i64) -> Day {
    days_after(day, u64::try_from(days).unwrap_or(0))
}
