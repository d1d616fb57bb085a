//! Section 4 in the model: how the two work together, and their agreement.

use std::cmp::Ordering;

use super::{boolean, moment, oldest_first, set, text, whole};
use crate::domain::kit::Stage;
use crate::domain::organisation::HOURS;
use crate::domain::rule::excused::week_in;
use crate::domain::schema::{self, name};
use crate::domain::{
    Agreement, Channel, Contract, ExcusedWeek, Given, Kit, Organisation, Pairing, Promise, PromiseId, RecordKey,
    Threshold, Value,
};

pub(super) fn place_organisation(how: &mut Organisation, field: &str, value: &Value) -> bool {
    let hours = |value: &Value| whole(value).filter(|hours| HOURS.contains(hours));
    match field {
        name::SLOT => set(value.read(), |slot| how.slot = Some(slot)),
        name::CHANNELS => set(text(value), |note| how.channels_note = note),
        name::PREPARE_HOURS => set(hours(value), |it| how.prepare_hours = Some(it)),
        name::PREPARATION => set(text(value), |it| how.preparation = it),
        _ => {
            if let Some(channel) = Channel::of_field(field) {
                return set(boolean(value), |used| {
                    if used {
                        how.channels.insert(channel);
                    }
                });
            }
            match schema::person_in(field, name::ANSWER_HOURS) {
                Some(person) => set(hours(value), |it| {
                    how.answers.insert(person, it);
                }),
                None => true,
            }
        }
    }
}

pub(super) fn place_contract(contract: &mut Contract, field: &str, value: &Value) -> bool {
    if field == name::CONDITIONAL {
        return set(boolean(value), |can| contract.conditional = can);
    }
    Threshold::of_field(field)
        .is_none_or(|threshold| whole(value).is_some_and(|number| contract.put(threshold, number)))
}

pub(super) fn place_kit(kit: &mut Kit, field: &str, value: &Value) -> bool {
    match field {
        name::SURNAME => set(text(value), |it| kit.surname = it),
        name::ARCHIVE => set(text(value), |it| kit.archive = it),
        name::FILES => set(text(value), |it| kit.files = it),
        _ => Stage::of_field(field).is_none_or(|stage| whole(value).is_some_and(|minutes| kit.put(stage, minutes))),
    }
}

/// Makes room for a week. Records come sorted, and so do the days that name them.
pub(super) fn ensure_week(pairing: &mut Pairing, record: &RecordKey) {
    if let Some(monday) = week_in(record.id())
        && pairing.weeks.last().is_none_or(|week| week.monday != monday)
    {
        pairing.weeks.push(ExcusedWeek { monday, excused: false, reason: String::new() });
    }
}

/// Puts a value into a week; of one that no calendar has, nothing is known.
pub(super) fn place_week(pairing: &mut Pairing, id: &str, field: &str, value: &Value) -> bool {
    let monday = week_in(id);
    let Some(week) = pairing.weeks.last_mut().filter(|week| Some(week.monday) == monday) else { return true };
    match field {
        name::EXCUSED => set(boolean(value), |it| week.excused = it),
        name::REASON => set(text(value), |it| week.reason = it),
        _ => true,
    }
}

pub(super) fn place_promise(agreement: &mut Agreement, id: &str, field: &str, value: &Value) -> bool {
    let Some(id) = PromiseId::parse(id) else { return true };
    let promise = match id {
        // Fields come sorted by path, so a record's are together and its room is the last.
        PromiseId::Own(_) => {
            if agreement.promises.last().is_none_or(|promise| promise.id != id) {
                agreement.promises.push(Promise::empty(id));
            }
            agreement.promises.last_mut()
        }
        PromiseId::Given(_) => agreement.promises.iter_mut().take(Given::ALL.len()).find(|promise| promise.id == id),
    };
    let Some(promise) = promise else { return true };
    match field {
        name::TEXT => set(text(value), |it| promise.text = it),
        name::CREATED => set(moment(value), |it| promise.created = Some(it)),
        name::REVISIT => set(boolean(value), |it| promise.revisit = it),
        _ => match schema::person_in(field, name::TICK) {
            Some(person) => set(boolean(value), |accepted| {
                if accepted {
                    promise.ticks.insert(person);
                }
            }),
            None => true,
        },
    }
}

pub(super) fn place_signature(agreement: &mut Agreement, field: &str, value: &Value) -> bool {
    match schema::person_in(field, name::SIGNED) {
        Some(person) => set(value.read(), |signature| {
            agreement.signatures.insert(person, signature);
        }),
        None => true,
    }
}

/// The given ones in the agreement's order, then the pair's own, oldest first; ties by identifier.
pub(super) fn promises_in_order(a: &Promise, b: &Promise) -> Ordering {
    match (&a.id, &b.id) {
        (PromiseId::Own(_), PromiseId::Own(_)) => oldest_first(a.created, b.created).then_with(|| a.id.cmp(&b.id)),
        (one, two) => one.cmp(two),
    }
}
