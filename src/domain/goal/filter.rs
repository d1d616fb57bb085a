//! Which goals the board shows: by project, since a session, by where they stand.

use crate::domain::id::{PairId, ProjectId, SessionId};
use crate::domain::pairing::Pairing;

use super::{Goal, GoalStatus};

/// The three groups of the board, in the order work goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Not started.
    ToDo,
    /// Under way.
    Doing,
    /// Reached, in part or not: nothing left to do.
    Over,
}

impl Group {
    /// All three.
    pub const ALL: [Self; 3] = [Self::ToDo, Self::Doing, Self::Over];

    /// The group of a status.
    pub fn of(status: GoalStatus) -> Self {
        match status {
            GoalStatus::ToDo => Self::ToDo,
            GoalStatus::Doing => Self::Doing,
            GoalStatus::Reached | GoalStatus::Partly | GoalStatus::NotYet => Self::Over,
        }
    }
}

/// Of which project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OfProject {
    /// Whatever they serve.
    #[default]
    Any,
    /// Those that serve no project of the programme.
    None,
    /// Those that serve this one.
    One(ProjectId),
}

/// What the board shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of which project.
    pub project: OfProject,
    /// Those that mattered since that session: still open, or written or looked at in it or later.
    pub since: Option<SessionId>,
    /// Of which group.
    pub group: Option<Group>,
}

impl Filter {
    /// Whether it lets every goal through.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it lets a goal through. A project or session that is no longer here holds nothing back.
    pub fn admits(&self, pairing: &Pairing, goal: &Goal) -> bool {
        let is_here = |id: &ProjectId| pairing.programme.projects.iter().any(|project| project.id == *id);
        let project = match &self.project {
            OfProject::Any => true,
            OfProject::None => !goal.project.as_ref().is_some_and(is_here),
            OfProject::One(id) => goal.project.as_ref() == Some(id) || !is_here(id),
        };
        project && self.group.is_none_or(|group| Group::of(goal.status) == group) && self.is_recent(pairing, goal)
    }

    fn is_recent(&self, pairing: &Pairing, goal: &Goal) -> bool {
        let Some(since) = self.since.as_ref().and_then(|id| pairing.session(id)?.opened()) else { return true };
        let looked_at = || {
            let mine = pairing.outcomes.iter().filter(|it| it.goal.as_ref() == Some(&goal.id));
            mine.filter_map(|it| pairing.session(it.session.as_ref()?)?.opened()).any(|opened| opened >= since)
        };
        !goal.status.is_over() || goal.created.is_some_and(|created| created >= since) || looked_at()
    }
}

/// A filter with the pair it was set for: another pair has other projects and sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Whose.
    pub pair: PairId,
    /// The filter.
    pub filter: Filter,
    /// Words looked for.
    pub words: String,
}
