//! A session in a review: its slot and what became of it, its kind, and the moments of its clock.

use super::Labels;
use crate::domain::field::Value;
use crate::domain::schema::name;
use crate::domain::session::{pause_in, step_in};
use crate::domain::{Booking, SessionState};

impl Labels<'_> {
    /// What a field of a session says.
    pub(super) fn session_value(&self, field: &str, value: &Value) -> Option<String> {
        match field {
            name::STATE => value.read().map(|state| self.session(&state)),
            name::KIND => value.read().map(|kind| self.words.standing().kind(kind).to_owned()),
            name::CORRECTED_FROM => value.read().map(|standing| self.words.standing().state(standing).to_owned()),
            name::BEGAN | name::MOVED_FROM => self.at(value),
            // An identifier says nothing to people; that there is one does.
            name::REPLACED_BY => Some(self.words.fields().session.to_owned()),
            name::PROJECT => Some(self.words.programme().record_project.to_owned()),
            field if step_in(field).is_some() || pause_in(field).is_some() => self.at(value),
            field => self.track_value(field, value),
        }
    }

    fn session(&self, state: &SessionState) -> String {
        let (words, standing) = (self.words.fields(), self.words.standing());
        let Booking { start, minutes } = state.booking();
        let slot = (words.moment)(&self.moment(start), &words.duration(minutes));
        match state {
            SessionState::Booked(_) => (words.booked)(&slot),
            SessionState::Held { lasted: Some(minutes), .. } => (words.held_for)(&slot, &words.duration(*minutes)),
            SessionState::Held { lasted: None, .. } => (words.held)(&slot),
            SessionState::Cancelled { by, told, .. } => {
                (standing.value_cancelled)(&slot, self.person(*by), &self.moment(*told))
            }
            SessionState::Absent { who, .. } => (standing.value_absent)(&slot, self.person(*who)),
        }
    }
}
