//! The sub-steps of a goal: records of their own, so that two people who add, tick or move some apart lose nothing.

use super::command::Context;
use super::decide::{MAX_TEXT, put, typed};
use super::field::{Change, Path, RecordKey, Value};
use super::id::{GoalId, SubStepId};
use super::order::{OrderKey, rearranged};
use super::pairing::Pairing;
use super::refusal::Refusal;
use super::schema::{self, kind, name};
use super::time::Instant;

/// The most sub-steps of one goal: what needs more is several goals.
pub const MAX_SUB_STEPS: usize = 40;

/// One sub-step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubStep {
    /// Which.
    pub id: SubStepId,
    /// The goal it is of; `None` when the record does not say.
    pub goal: Option<GoalId>,
    /// What to do, as typed.
    pub text: String,
    /// Whether it is done.
    pub done: bool,
    /// Its place among those of its goal; without one it stands at the end.
    pub order: Option<OrderKey>,
    /// When it was first written.
    pub created: Option<Instant>,
}

impl SubStep {
    /// A sub-step of which nothing is known yet.
    pub fn empty(id: SubStepId) -> Self {
        Self { id, goal: None, text: String::new(), done: false, order: None, created: None }
    }
}

/// Which neighbour a sub-step changes places with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// The one above.
    Up,
    /// The one below.
    Down,
}

/// What people ask of sub-steps. Running text goes through [`Command::Write`](super::Command::Write).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubStepCommand {
    /// Add one at the end of a goal's.
    Add(SubStepId, GoalId, String),
    /// It is done, or not after all.
    Tick(SubStepId, bool),
    /// Let it change places with its neighbour.
    Move(SubStepId, Towards),
    /// Remove it with its words.
    Remove(SubStepId),
    /// Make a goal of it: its words become the goal's, and it goes.
    Promote(SubStepId, GoalId),
}

impl Pairing {
    /// The sub-steps of a goal, in their order.
    pub fn sub_steps_of<'a>(&'a self, goal: &'a GoalId) -> impl Iterator<Item = &'a SubStep> {
        self.sub_steps.iter().filter(move |step| step.goal.as_ref() == Some(goal))
    }

    /// Sub-steps whose goal is not here: removed on one device while they were written on another. They are shown apart, since no
    /// words are lost.
    pub fn stray_sub_steps(&self) -> impl Iterator<Item = &SubStep> {
        let is_here = |id: &GoalId| self.goals.iter().any(|goal| goal.id == *id);
        self.sub_steps.iter().filter(move |step| !step.goal.as_ref().is_some_and(is_here))
    }

    fn sub_step(&self, id: &SubStepId) -> Result<&SubStep, Refusal> {
        self.sub_steps.iter().find(|step| step.id == *id).ok_or(Refusal::Gone)
    }
}

/// A field of a sub-step.
pub fn field(id: &SubStepId, field: &str) -> Path {
    Path::of(kind::SUB_STEP, id.as_str(), field)
}

/// A sub-step's record.
pub fn record(id: &SubStepId) -> RecordKey {
    RecordKey::new(kind::SUB_STEP, id.as_str())
}

/// What `command` changes.
pub(super) fn decide(pairing: &Pairing, command: &SubStepCommand, context: &Context) -> Result<Vec<Change>, Refusal> {
    Ok(match command {
        SubStepCommand::Add(id, goal, text) => add(pairing, id, goal, text, context)?,
        SubStepCommand::Tick(id, done) => {
            pairing.sub_step(id)?;
            vec![put(field(id, name::DONE), Value::Bool(*done))]
        }
        SubStepCommand::Move(id, towards) => moved(pairing, pairing.sub_step(id)?, *towards),
        SubStepCommand::Remove(id) => {
            pairing.sub_step(id)?;
            vec![Change::Remove(record(id))]
        }
        SubStepCommand::Promote(id, goal) => {
            let step = pairing.sub_step(id)?;
            vec![
                put(schema::goal(goal, name::CREATED), Value::Text(context.now.to_string())),
                put(schema::goal(goal, name::START), typed(&context.today)),
                put(schema::goal(goal, name::WHAT), Value::from(step.text.as_str())),
                Change::Remove(record(id)),
            ]
        }
    })
}

fn add(
    pairing: &Pairing,
    id: &SubStepId,
    goal: &GoalId,
    text: &str,
    context: &Context,
) -> Result<Vec<Change>, Refusal> {
    if !pairing.goals.iter().any(|it| it.id == *goal) {
        return Err(Refusal::Gone);
    }
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::SubStepEmpty);
    }
    if text.len() > MAX_TEXT {
        return Err(Refusal::TextTooLong);
    }
    let mine: Vec<&SubStep> = pairing.sub_steps_of(goal).collect();
    if mine.len() >= MAX_SUB_STEPS {
        return Err(Refusal::TooManySubSteps);
    }
    let mut places: Vec<Option<&OrderKey>> = mine.iter().map(|step| step.order.as_ref()).collect();
    places.push(None);
    // The last place is the new one's; the others change when there is no room after them.
    let mut changes = Vec::new();
    for (at, place) in rearranged(&places, mine.len()) {
        changes.push(put(field(mine.get(at).map_or(id, |step| &step.id), name::ORDER), typed(&place)));
    }
    changes.extend([
        put(field(id, name::GOAL), typed(goal)),
        put(field(id, name::TEXT), Value::from(text)),
        put(field(id, name::CREATED), Value::Text(context.now.to_string())),
    ]);
    Ok(changes)
}

/// Nothing at the end of the list.
fn moved(pairing: &Pairing, step: &SubStep, towards: Towards) -> Vec<Change> {
    let Some(goal) = &step.goal else { return Vec::new() };
    let mut list: Vec<&SubStep> = pairing.sub_steps_of(goal).collect();
    let Some(from) = list.iter().position(|it| it.id == step.id) else { return Vec::new() };
    let to = match towards {
        Towards::Up => from.checked_sub(1),
        Towards::Down => Some(from + 1).filter(|to| *to < list.len()),
    };
    let Some(to) = to else { return Vec::new() };
    list.swap(from, to);
    let places: Vec<Option<&OrderKey>> = list.iter().map(|it| it.order.as_ref()).collect();
    let places = rearranged(&places, to).into_iter();
    places.filter_map(|(at, place)| Some(put(field(&list.get(at)?.id, name::ORDER), typed(&place)))).collect()
}
