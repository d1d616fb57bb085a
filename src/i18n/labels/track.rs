//! A project's track in a review: when it was authorised, and what its sessions came to.

use super::Labels;
use crate::domain::field::Value;
use crate::domain::schema::name;
use crate::domain::{AttemptResult, Authorisation};

impl Labels<'_> {
    /// What a field of a track says.
    pub(super) fn track_value(&self, field: &str, value: &Value) -> Option<String> {
        let words = self.words.track();
        match field {
            name::AUTHORISED => value
                .read()
                .map(|Authorisation { day, by }| (words.value_authorised)(&self.formats.dated(day), self.person(by))),
            name::RESULT => value.read().map(|AttemptResult { result, day, .. }| {
                (words.value_result)(words.finding(result), &self.formats.dated(day))
            }),
            name::READY_TOLD | name::DEPOSITED | name::RESUBMITTED => self.at(value),
            _ => None,
        }
    }
}
