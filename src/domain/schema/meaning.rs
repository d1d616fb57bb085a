//! What a field says of itself: whether people type text there, what nothing in it means, and which record it names.

use super::{kept_rule, kind, name, person_in};
use crate::domain::agreement::PromiseId;
use crate::domain::field::{Path, RecordKey, Value};
use crate::domain::person::{IntroPrompt, PersonId};
use crate::domain::report::ReportPart;
use crate::domain::session;

/// Whether people type running text there, saved while they type: the fields that
/// [`Command::Write`](crate::domain::Command::Write) accepts.
pub fn is_text(path: &Path) -> bool {
    let field = path.field();
    match path.kind() {
        kind::PERSON => PersonId::parse(path.id())
            .is_some_and(|who| field == name::NAME || IntroPrompt::of(who.role()).iter().any(|p| p.field() == field)),
        kind::GOAL => {
            matches!(field, name::WHAT | name::EVIDENCE | name::WHY | name::FIRST_STEP)
                || person_in(field, name::PROGRESS).is_some()
        }
        kind::SUB_STEP => field == name::TEXT,
        kind::QUESTION => field == name::TEXT || person_in(field, name::ANSWER).is_some(),
        kind::SESSION => session::is_text(field),
        kind::OUTCOME => field == name::EVIDENCE,
        kind::REPORT => ReportPart::parse(field).is_some(),
        kind::PRIVATE => field == name::NOTE,
        kind::CONTACT => matches!(field, name::NAME | name::PURPOSE | name::REACH),
        kind::PROGRAMME => matches!(field, name::NAME | name::MILESTONE),
        kind::PROJECT => matches!(field, name::TITLE | name::DELIVERABLES | name::REASON),
        kind::ORGANISATION => path.id() == "main" && matches!(field, name::CHANNELS | name::PREPARATION),
        kind::WEEK => field == name::REASON,
        kind::PROMISE => field == name::TEXT && is_own_promise(path),
        kind::KIT => path.id() == "main" && matches!(field, name::SURNAME | name::ARCHIVE | name::FILES),
        _ => false,
    }
}

/// Whether nothing at that field means that its record was removed. Text fields are emptied to empty text, and of a goal people
/// can clear the effort, the days and the project alone, of a project how and when it was authorised and validated, of a session when it began, its
/// pauses and what is said of it besides, of a question where it was answered or carried.
pub fn null_is_removal(path: &Path) -> bool {
    match path.kind() {
        kind::CONTACT | kind::OUTCOME | kind::SUB_STEP | kind::WEEK => true,
        kind::SESSION => !session::can_be_cleared(path.field()),
        kind::QUESTION => !matches!(path.field(), name::SETTLED_IN | name::CARRIED_IN),
        kind::PROJECT => !matches!(path.field(), name::MODE | name::VALIDATED | name::AUTHORISED | name::READY_TOLD),
        kind::PROMISE => is_own_promise(path),
        kind::GOAL => {
            !matches!(path.field(), name::MINUTES | name::START | name::END | name::PROJECT)
                && kept_rule(path.field()).is_none()
        }
        _ => false,
    }
}

/// Whether a promise's record is one that the pair added.
fn is_own_promise(path: &Path) -> bool {
    matches!(PromiseId::parse(path.id()), Some(PromiseId::Own(_)))
}

/// The record that a value names, when the field is a relation: the project under way or that of a goal or session, the goal of a
/// sub-step.
pub fn named_by(path: &Path, value: &Value) -> Option<RecordKey> {
    match (path.kind(), path.field()) {
        (kind::PROGRAMME, name::CURRENT) | (kind::GOAL | kind::SESSION, name::PROJECT) => {
            Some(RecordKey::new(kind::PROJECT, value.text()?))
        }
        (kind::SUB_STEP, name::GOAL) => Some(RecordKey::new(kind::GOAL, value.text()?)),
        _ => None,
    }
}
