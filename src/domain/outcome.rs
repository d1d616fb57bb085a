//! What a goal came to when a session looked at it: a record of its own, so that the goal can go on and be looked at again.

use serde::{Deserialize, Serialize};

use super::field::{Path, RecordKey};
use super::goal::GoalStatus;
use super::id::{GoalId, OutcomeId, SessionId};
use super::schema::kind;

/// What becomes of what is left of a goal. The two choose it; nothing is ever carried over by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rest {
    /// It stands for the next session as it is.
    Carried,
    /// It is written anew: other goals come from it.
    Reworded,
    /// It is given up.
    Dropped,
}

impl Rest {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Carried, Self::Reworded, Self::Dropped];
}

/// What a goal came to: one tagged value, since only an unfinished goal leaves a rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum GoalResult {
    /// Reached.
    Reached,
    /// Reached in part.
    Partly {
        /// What becomes of the rest, once chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rest: Option<Rest>,
    },
    /// Not yet.
    NotYet {
        /// What becomes of it, once chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rest: Option<Rest>,
    },
}

impl GoalResult {
    /// The three answers, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Reached, Self::Partly { rest: None }, Self::NotYet { rest: None }];

    /// What becomes of the rest, once chosen.
    pub fn rest(self) -> Option<Rest> {
        match self {
            Self::Reached => None,
            Self::Partly { rest } | Self::NotYet { rest } => rest,
        }
    }

    /// The same answer with that rest; a goal that is reached leaves none.
    #[must_use]
    pub fn with_rest(self, rest: Option<Rest>) -> Self {
        match self {
            Self::Reached => Self::Reached,
            Self::Partly { .. } => Self::Partly { rest },
            Self::NotYet { .. } => Self::NotYet { rest },
        }
    }

    /// The answer alone.
    #[must_use]
    pub fn plain(self) -> Self {
        self.with_rest(None)
    }

    /// The same as a goal's status.
    pub fn status(self) -> GoalStatus {
        match self {
            Self::Reached => GoalStatus::Reached,
            Self::Partly { .. } => GoalStatus::Partly,
            Self::NotYet { .. } => GoalStatus::NotYet,
        }
    }

    /// The answer that a goal's status gives by itself; none while it is open.
    pub fn of_status(status: GoalStatus) -> Option<Self> {
        match status {
            GoalStatus::ToDo | GoalStatus::Doing => None,
            GoalStatus::Reached => Some(Self::Reached),
            GoalStatus::Partly => Some(Self::Partly { rest: None }),
            GoalStatus::NotYet => Some(Self::NotYet { rest: None }),
        }
    }

    /// Whether no later session has anything left to expect of the goal.
    pub fn ends_it(self) -> bool {
        matches!((self, self.rest()), (Self::Reached, _) | (_, Some(Rest::Reworded | Rest::Dropped)))
    }
}

/// What one goal came to in one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Which.
    pub id: OutcomeId,
    /// The session that looked at it; `None` when the record does not say.
    pub session: Option<SessionId>,
    /// The goal; `None` when the record does not say.
    pub goal: Option<GoalId>,
    /// What it came to.
    pub result: Option<GoalResult>,
    /// What both saw of it.
    pub evidence: String,
}

impl Outcome {
    /// An outcome of which nothing is known yet.
    pub fn empty(id: OutcomeId) -> Self {
        Self { id, session: None, goal: None, result: None, evidence: String::new() }
    }

    /// The outcome of a goal in a session: the same on every device, so that two people who both answer make one record.
    ///
    /// # Panics
    /// Never: what is left of two identifiers is one.
    pub fn of(session: &SessionId, goal: &GoalId) -> OutcomeId {
        // An identifier has at most 40 characters, all ASCII; ours have 16.
        let end = |id: &str| id.get(id.len().saturating_sub(19)..).unwrap_or_default().to_owned();
        let id = format!("{}-{}", end(session.as_str()), end(goal.as_str()));
        OutcomeId::parse(&id).expect("one segment of a path")
    }
}

/// A field of an outcome.
pub fn field(id: &OutcomeId, field: &str) -> Path {
    Path::of(kind::OUTCOME, id.as_str(), field)
}

/// An outcome's record.
pub fn record(id: &OutcomeId) -> RecordKey {
    RecordKey::new(kind::OUTCOME, id.as_str())
}
