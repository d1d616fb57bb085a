//! One line noted from anywhere: a goal or a question. Until it is kept it waits in local storage, with its pair and outside its record.

use leptos::prelude::*;

use super::{Store, new_id};
use crate::domain::{Command, GoalId, QuestionId, Refusal};
use crate::web::storage::keys;

/// What a line becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jot {
    /// A goal to do until the next session.
    Goal,
    /// A question for the next session.
    Question,
}

impl Jot {
    fn name(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Question => "question",
        }
    }
}

impl Store {
    /// The line that was begun and not kept.
    pub fn jotted(self, jot: Jot) -> String {
        let core = self.core();
        let key = core.opened().map(|pair| keys::jot(&pair, jot.name()));
        key.and_then(|key| core.local.read_checked(&key)).unwrap_or_default()
    }

    /// Lets the line wait as it is typed. Where local storage refuses, it waits in its field alone.
    pub fn jot(self, jot: Jot, line: &str) {
        let core = self.core();
        let Some(pair) = core.opened().filter(|_| !self.is_outdated()) else { return };
        let key = keys::jot(&pair, jot.name());
        if line.is_empty() {
            core.local.remove(&key);
        } else {
            self.note_local(core.local.write(&key, line));
        }
    }

    /// Keeps the line in the record.
    ///
    /// # Errors
    /// When it has no words, or too many; it waits then as before.
    pub fn keep_jot(self, jot: Jot, line: &str) -> Result<(), Refusal> {
        let id = new_id();
        let command = match jot {
            Jot::Goal => {
                let now = self.now();
                let next = self.pairing.with_untracked(|pair| {
                    let (_, booking) = pair.as_deref()?.next_session(now)?;
                    Some(booking.start.day(&self.zone()))
                });
                Command::NoteGoal(GoalId::parse(&id).ok_or(Refusal::Gone)?, line.to_owned(), next)
            }
            Jot::Question => Command::Ask(QuestionId::parse(&id).ok_or(Refusal::Gone)?, line.to_owned()),
        };
        self.dispatch(command)?;
        self.jot(jot, "");
        Ok(())
    }
}
