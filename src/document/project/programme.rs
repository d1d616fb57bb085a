//! The programme and its projects.

use super::{day, in_range, moment, set, text};
use crate::domain::programme::Project;
use crate::domain::schema::name;
use crate::domain::sorting;
use crate::domain::{Authorisation, Pairing, ProjectId, RecordKey, Value};

/// Puts a value of the programme itself.
pub(super) fn place(pairing: &mut Pairing, field: &str, value: &Value) -> bool {
    let programme = &mut pairing.programme;
    match field {
        name::NAME => set(text(value), |it| programme.name = it),
        name::START => set(day(value), |it| programme.start = Some(it)),
        name::END => set(day(value), |it| programme.end = Some(it)),
        name::CURRENT => set(value.text().and_then(ProjectId::parse), |it| programme.current = Some(it)),
        name::MILESTONE => set(text(value), |it| programme.milestone.what = it),
        name::MILESTONE_BY => set(day(value), |it| programme.milestone.by = Some(it)),
        _ => true,
    }
}

/// Makes room for a project.
pub(super) fn ensure(pairing: &mut Pairing, record: &RecordKey) {
    let projects = &mut pairing.programme.projects;
    if let Some(id) = ProjectId::parse(record.id())
        && projects.last().is_none_or(|project| project.id != id)
    {
        projects.push(Project::empty(id));
    }
}

/// Puts a value into the project whose room was made last.
pub(super) fn place_project(pairing: &mut Pairing, field: &str, value: &Value) -> bool {
    let Some(project) = pairing.programme.projects.last_mut() else { return true };
    match field {
        name::TITLE => set(text(value), |it| project.title = it),
        name::ORDER => set(value.read(), |it| project.order = Some(it)),
        name::MODE => set(value.read(), |it| project.mode = Some(it)),
        name::DELIVERABLES => set(text(value), |it| project.deliverables = it),
        name::VALIDATED => set(day(value), |it| project.validated = Some(it)),
        name::AUTHORISED => set(authorised(value), |it| project.authorised = Some(it)),
        name::READY_TOLD => set(moment(value), |it| project.ready_told = Some(it)),
        name::REASON => set(text(value), |it| project.reason = it),
        name::CREATED => set(moment(value), |it| project.created = Some(it)),
        _ => true,
    }
}

/// An authorisation, on a day that days can be.
fn authorised(value: &Value) -> Option<Authorisation> {
    value.read().filter(|given: &Authorisation| in_range(given.day))
}

/// Projects stand in the order of the path, those without a place at its end; ties by identifier.
pub(super) fn sort(pairing: &mut Pairing) {
    sorting::sort_by(&mut pairing.programme.projects, |a, b| {
        let placed = a.order.is_none().cmp(&b.order.is_none()).then_with(|| a.order.cmp(&b.order));
        placed.then_with(|| a.id.cmp(&b.id))
    });
}
