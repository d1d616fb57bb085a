//! SMART goals: what the student will have done by a date, and how both will see it.

mod command;
pub mod filter;
pub mod story;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::coach::Rule;
use super::id::{GoalId, ProjectId};
use super::person::PersonId;
use super::time::{Day, Instant};

pub use self::command::GoalCommand;
pub(super) use self::command::decide;

/// Where a goal stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalStatus {
    /// Not started.
    #[default]
    ToDo,
    /// Under way.
    Doing,
    /// Reached.
    Reached,
    /// Reached in part.
    Partly,
    /// Not yet reached when the session looked at it.
    NotYet,
}

impl GoalStatus {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::ToDo, Self::Doing, Self::Reached, Self::Partly, Self::NotYet];

    /// Whether a session has nothing left to expect of it.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Reached | Self::Partly | Self::NotYet)
    }
}

/// One SMART goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Which.
    pub id: GoalId,
    /// S: “By the next session, I …”; empty until typed.
    pub what: String,
    /// M: how we will see that it is done.
    pub evidence: String,
    /// A: minutes the student gives it.
    pub minutes: Option<u32>,
    /// R: why it matters (the project it serves).
    pub why: String,
    /// T: from that day, in the pair's zone.
    pub start: Option<Day>,
    /// T: until that day, in the pair's zone.
    pub end: Option<Day>,
    /// When and where the student starts.
    pub first_step: String,
    /// Where it stands.
    pub status: GoalStatus,
    /// What each person wrote of its progress.
    pub progress: BTreeMap<PersonId, String>,
    /// The goal that this one was written anew from.
    pub from: Option<GoalId>,
    /// The project it serves, as written: it may have been removed elsewhere meanwhile.
    pub project: Option<ProjectId>,
    /// What was kept as it is when the coach asked, by rule.
    pub kept: BTreeMap<Rule, String>,
    /// Who wrote it first, as the record's edits say.
    pub written_by: Option<PersonId>,
    /// When it was first written.
    pub created: Option<Instant>,
}

impl Goal {
    /// A goal of which nothing is known yet.
    pub fn empty(id: GoalId) -> Self {
        Self {
            id,
            what: String::new(),
            evidence: String::new(),
            minutes: None,
            why: String::new(),
            start: None,
            end: None,
            first_step: String::new(),
            status: GoalStatus::default(),
            progress: BTreeMap::new(),
            from: None,
            project: None,
            kept: BTreeMap::new(),
            written_by: None,
            created: None,
        }
    }

    /// Which of the five letters the goal answers so far, in the order S, M, A, R, T.
    pub fn letters(&self) -> [bool; 5] {
        [
            !self.what.trim().is_empty(),
            !self.evidence.trim().is_empty(),
            self.minutes.is_some(),
            !self.why.trim().is_empty(),
            self.end.is_some(),
        ]
    }
}

/// Hours as people write them (`2`, `2,5`, `2.5`, `1 h 30`) in whole minutes; `None` when they cannot be read.
pub fn effort_of(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase().replace(',', ".");
    let (hours, minutes) = match text.split_once('h') {
        Some((hours, minutes)) => (hours.trim(), minutes.trim()),
        None => (text.as_str(), ""),
    };
    let (whole, fraction) = hours.split_once('.').unwrap_or((hours, ""));
    let is_number = |digits: &str| digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() && fraction.is_empty() || ![whole, fraction, minutes].into_iter().all(is_number) {
        return None;
    }
    // Empty parts are nothing; parts of up to four digits always fit.
    let number = |digits: &str| digits.parse::<u32>().unwrap_or(0);
    let tenth_power = 10_u32.pow(u32::try_from(fraction.len()).ok()?);
    let part = (number(fraction) * 60 + tenth_power / 2) / tenth_power;
    if number(minutes) >= 60 || (part > 0 && !minutes.is_empty()) {
        return None;
    }
    Some(number(whole) * 60 + part + number(minutes))
}
