//! What was rewritten of the sessions' reports.

use super::{set, text};
use crate::domain::report::over_in;
use crate::domain::{Pairing, RecordKey, Report, ReportPart, SessionId, Value};

/// Makes room for a report.
pub(super) fn ensure(pairing: &mut Pairing, record: &RecordKey) {
    if let Some(id) = SessionId::parse(record.id())
        && pairing.reports.last().is_none_or(|report| report.session != id)
    {
        pairing.reports.push(Report::empty(id));
    }
}

/// Puts a value into the report whose room was made last.
pub(super) fn place(pairing: &mut Pairing, field: &str, value: &Value) -> bool {
    let Some(report) = pairing.reports.last_mut() else { return true };
    match (ReportPart::parse(field), over_in(field)) {
        (Some(part), _) => set(text(value), |it| report.part_mut(part).words = it),
        (None, Some(part)) => set(text(value), |it| report.part_mut(part).over = it),
        (None, None) => true,
    }
}
