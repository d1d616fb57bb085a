//! The sub-steps of goals.

use super::{boolean, moment, set, text};
use crate::domain::schema::name;
use crate::domain::sorting;
use crate::domain::{Pairing, RecordKey, SubStep, SubStepId, Value};

/// Makes room for a sub-step.
pub(super) fn ensure(pairing: &mut Pairing, record: &RecordKey) {
    if let Some(id) = SubStepId::parse(record.id())
        && pairing.sub_steps.last().is_none_or(|step| step.id != id)
    {
        pairing.sub_steps.push(SubStep::empty(id));
    }
}

/// Puts a value into the sub-step whose room was made last.
pub(super) fn place(pairing: &mut Pairing, field: &str, value: &Value) -> bool {
    let Some(step) = pairing.sub_steps.last_mut() else { return true };
    match field {
        name::GOAL => set(value.read(), |it| step.goal = Some(it)),
        name::TEXT => set(text(value), |it| step.text = it),
        name::DONE => set(boolean(value), |it| step.done = it),
        name::ORDER => set(value.read(), |it| step.order = Some(it)),
        name::CREATED => set(moment(value), |it| step.created = Some(it)),
        _ => true,
    }
}

/// In the order of their goal, those without a place at its end; ties by identifier.
pub(super) fn sort(pairing: &mut Pairing) {
    sorting::sort_by(&mut pairing.sub_steps, |a, b| {
        let placed = a.order.is_none().cmp(&b.order.is_none()).then_with(|| a.order.cmp(&b.order));
        placed.then_with(|| a.id.cmp(&b.id))
    });
}
