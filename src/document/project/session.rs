//! Sessions, and what goals came to in them.

use super::{boolean, in_range, moment, set, text};
use crate::domain::decide::LENGTHS;
use crate::domain::schema::{self, name};
use crate::domain::session::{pause_in, step_in};
use crate::domain::{AttemptResult, Outcome, OutcomeId, Pairing, Preparation, RecordKey, SessionState, Value};

/// Makes room for an outcome.
pub(super) fn ensure_outcome(pairing: &mut Pairing, record: &RecordKey) {
    if let Some(id) = OutcomeId::parse(record.id())
        && pairing.outcomes.last().is_none_or(|outcome| outcome.id != id)
    {
        pairing.outcomes.push(Outcome::empty(id));
    }
}

/// Puts a value into the outcome whose room was made last.
pub(super) fn place_outcome(pairing: &mut Pairing, field: &str, value: &Value) -> bool {
    let Some(outcome) = pairing.outcomes.last_mut() else { return true };
    match field {
        name::SESSION => set(value.read(), |it| outcome.session = Some(it)),
        name::GOAL => set(value.read(), |it| outcome.goal = Some(it)),
        name::RESULT => set(value.read(), |it| outcome.result = Some(it)),
        name::EVIDENCE => set(text(value), |it| outcome.evidence = it),
        _ => true,
    }
}

/// Puts a value into the session whose room was made last.
pub(super) fn place(pairing: &mut Pairing, field: &str, value: &Value) -> bool {
    let Some(session) = pairing.sessions.last_mut() else { return true };
    if let Some(what) = Preparation::ALL.into_iter().find(|what| what.field() == field) {
        return set(boolean(value), |done| {
            if done {
                session.prepared.insert(what);
            }
        });
    }
    if let Some(step) = step_in(field) {
        return set(moment(value), |at| {
            session.finished.insert(step, at);
        });
    }
    for (name, words) in [(name::REMARKS, &mut session.remarks), (name::RESOURCES, &mut session.resources)] {
        if let Some(person) = schema::person_in(field, name) {
            return set(text(value), |it| {
                if !it.is_empty() {
                    words.insert(person, it);
                }
            });
        }
    }
    if let Some(person) = schema::person_in(field, name::SURVEYED) {
        return set(boolean(value), |done| {
            if done {
                session.surveyed.insert(person);
            }
        });
    }
    if let Some((end, number)) = pause_in(field) {
        return set(moment(value), |at| session.pauses.note(end, number, at));
    }
    match field {
        name::KIND => set(value.read(), |it| session.kind = it),
        name::PROJECT => set(value.read(), |it| session.project = Some(it)),
        name::CREATED => set(moment(value), |it| session.created = Some(it)),
        name::MOVED_FROM => set(moment(value), |it| session.moved_from = Some(it)),
        name::AGREED => set(boolean(value), |it| session.agreed = Some(it)),
        name::REPLACED_BY => set(value.read(), |it| session.replaced_by = Some(it)),
        name::CORRECTED_FROM => set(value.read(), |it| session.corrected_from = Some(it)),
        name::REASON => set(text(value), |it| session.reason = it),
        name::STATE => set(state(value), |it| session.state = Some(it)),
        name::BEGAN => set(moment(value), |it| session.began = Some(it)),
        name::DEPOSITED => set(moment(value), |it| session.deposited = Some(it)),
        name::ASSESSOR => set(text(value), |it| session.assessor = it),
        name::RESULT => set(result(value), |it| session.result = Some(it)),
        name::RESUBMITTED => set(moment(value), |it| session.resubmitted = Some(it)),
        name::RESULT_REASON => set(text(value), |it| session.result_reason = it),
        _ => true,
    }
}

/// What a session came to, on a day that days can be.
fn result(value: &Value) -> Option<AttemptResult> {
    value.read().filter(|result: &AttemptResult| in_range(result.day))
}

/// A session's state, when its slot and what it lasted have a length that a session can have.
fn state(value: &Value) -> Option<SessionState> {
    let has_lengths = |state: &SessionState| {
        LENGTHS.contains(&state.booking().minutes) && state.lasted().is_none_or(|lasted| LENGTHS.contains(&lasted))
    };
    value.read().filter(has_lengths)
}
