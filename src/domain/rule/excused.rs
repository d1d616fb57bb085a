//! Weeks without a session that both agreed on: holidays, an illness, a move. Our assumption, since the guide is silent: a week that the
//! pair excuses is not one that was missed. Each week is a record of its own, so that copies agree week by week.

use super::super::decide::check_text;
use super::super::field::{Change, Path, RecordKey, Value};
use super::super::pairing::Pairing;
use super::super::refusal::Refusal;
use super::super::schema::{kind, name};
use super::super::time::{Day, days_after, monday_of};

/// The most weeks that are excused at once: half a year, so that a year typed wrong does not fill the record.
pub const MOST: usize = 26;

/// A week that the pair excuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcusedWeek {
    /// Its Monday.
    pub monday: Day,
    /// Whether it is excused: a reason can be there without it, once copies were joined.
    pub excused: bool,
    /// Why, in their words.
    pub reason: String,
}

/// What people ask of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeekCommand {
    /// Excuse every week from the one of the first day to that of the last.
    Excuse {
        /// A day of the first week.
        from: Day,
        /// A day of the last week.
        to: Day,
        /// Why.
        reason: String,
    },
    /// A week counts after all.
    Count(Day),
}

/// A field of a week.
pub fn field(monday: Day, field: &str) -> Path {
    Path::of(kind::WEEK, &monday.to_string(), field)
}

/// The week that a record's identifier names: its Monday, `2026-11-30`.
pub fn week_in(id: &str) -> Option<Day> {
    let day: Day = id.parse().ok()?;
    (monday_of(day) == day && day.to_string() == id).then_some(day)
}

/// The Mondays from one day's week to another's, no more than one beyond [`MOST`].
fn weeks(from: Day, to: Day) -> Vec<Day> {
    let mut mondays = vec![monday_of(from)];
    while let Some(last) = mondays.last()
        && *last < monday_of(to)
        && mondays.len() <= MOST
    {
        mondays.push(days_after(*last, 7));
    }
    mondays
}

/// What `command` changes.
pub(in crate::domain) fn decide(pairing: &Pairing, command: &WeekCommand) -> Result<Vec<Change>, Refusal> {
    match command {
        WeekCommand::Excuse { from, to, reason } => {
            let reason = reason.trim();
            if reason.is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            check_text(reason)?;
            if to < from {
                return Err(Refusal::EndBeforeStart);
            }
            let weeks = weeks(*from, *to);
            if weeks.len() > MOST {
                return Err(Refusal::TooManyWeeks);
            }
            let changes = weeks.into_iter().flat_map(|monday| {
                [
                    Change::Put(field(monday, name::EXCUSED), Value::Bool(true)),
                    Change::Put(field(monday, name::REASON), Value::from(reason)),
                ]
            });
            Ok(changes.collect())
        }
        WeekCommand::Count(monday) => {
            pairing.excused(*monday).ok_or(Refusal::Gone)?;
            Ok(vec![Change::Remove(RecordKey::new(kind::WEEK, &monday.to_string()))])
        }
    }
}

impl Pairing {
    /// Why a week is excused, when it is.
    pub fn excused(&self, monday: Day) -> Option<&str> {
        let week = self.weeks.iter().find(|week| week.monday == monday)?;
        week.excused.then_some(week.reason.as_str())
    }
}
