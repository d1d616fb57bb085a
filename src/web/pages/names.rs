//! The two first names of the opened pair, which most sentences hold.

use leptos::prelude::*;

use crate::domain::{PersonId, Role};
use crate::web::dispatch::use_store;

/// The two first names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The mentor's.
    pub mentor: String,
    /// The student's.
    pub student: String,
}

impl Names {
    /// The name of whoever has that role.
    pub fn of(&self, role: Role) -> &str {
        match role {
            Role::Mentor => &self.mentor,
            Role::Student => &self.student,
        }
    }
}

/// The names of the opened pair, as they change.
pub fn use_names() -> Memo<Names> {
    use_store().read(|pair| Names {
        mentor: pair.name(PersonId::MENTOR).to_owned(),
        student: pair.name(PersonId::STUDENT).to_owned(),
    })
}
