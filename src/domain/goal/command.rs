//! What people ask of a goal among the others, and whether it may be done.

use crate::domain::command::Context;
use crate::domain::decide::{find_goal, put, typed};
use crate::domain::field::{Change, Value};
use crate::domain::id::{GoalId, ProjectId};
use crate::domain::pairing::Pairing;
use crate::domain::refusal::Refusal;
use crate::domain::schema::{self, name};

use super::GoalStatus;

/// What people ask of a goal among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalCommand {
    /// The project it serves, or none.
    SetProject(GoalId, Option<ProjectId>),
    /// Cut it in two: it stays as the first part with its history, the other goal comes of it with the same words.
    Split(GoalId, GoalId),
}

/// What `command` changes.
pub fn decide(pairing: &Pairing, command: &GoalCommand, context: &Context) -> Result<Vec<Change>, Refusal> {
    Ok(match command {
        GoalCommand::SetProject(id, project) => {
            find_goal(pairing, id)?;
            let is_here = |id: &ProjectId| pairing.programme.projects.iter().any(|project| project.id == *id);
            if project.as_ref().is_some_and(|id| !is_here(id)) {
                return Err(Refusal::Gone);
            }
            vec![put(schema::goal(id, name::PROJECT), typed(project))]
        }
        GoalCommand::Split(id, part) => {
            let goal = find_goal(pairing, id)?;
            if goal.status.is_over() {
                return Err(Refusal::NotNow);
            }
            let texts = [(name::WHAT, &goal.what), (name::EVIDENCE, &goal.evidence), (name::WHY, &goal.why)];
            let written = texts.into_iter().filter(|(_, text)| !text.is_empty());
            let mut changes = vec![
                put(schema::goal(part, name::CREATED), Value::Text(context.now.to_string())),
                put(schema::goal(part, name::FROM), typed(id)),
                put(schema::goal(part, name::STATUS), typed(&GoalStatus::ToDo)),
                put(schema::goal(part, name::START), typed(&context.today)),
                put(schema::goal(part, name::END), typed(&goal.end)),
                put(schema::goal(part, name::PROJECT), typed(&goal.project)),
            ];
            changes.extend(written.map(|(field, text)| put(schema::goal(part, field), Value::from(text.as_str()))));
            changes
        }
    })
}
