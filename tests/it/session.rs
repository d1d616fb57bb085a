//! A weekly session: what may be done in which phase, the goals it has before it, the questions it has before it.
//!
//! Here is what its three parts share: a pair with one session booked, and what was done of it since.

mod goals;
mod phases;
mod questions;

use binome::document::{Document, project};
use binome::domain::{
    Booking, Change, Command, Context, GoalResult, Pairing, Refusal, Session, SessionCommand, decide,
};

use super::support::{act, at, day, goal, karim, lea, session as id, started};

/// The first session begins on 1 December at 18:02 in Paris; a second one is booked a week later.
const BEFORE: &str = "2026-11-30T20:00:00Z";
const BEGUN: &str = "2026-12-01T17:02:00Z";
const DURING: &str = "2026-12-01T17:20:00Z";
const CLOSED: &str = "2026-12-01T17:44:00Z";

const PARTLY: GoalResult = GoalResult::Partly { rest: None };

/// What was done since the evening of the first call.
struct History(Document);

impl History {
    fn new() -> Self {
        Self(started())
    }

    fn then(mut self, command: SessionCommand, moment: &str) -> Self {
        act(&mut self.0, &Command::Session(command), &karim(), moment);
        self
    }

    fn and(mut self, command: &Command, moment: &str) -> Self {
        act(&mut self.0, command, &lea(), moment);
        self
    }

    fn booked(self, name: &str, start: &str) -> Self {
        let slot = Booking { start: at(start), minutes: 45 };
        // Booked long before, whatever is tested.
        self.and(&Command::Book(id(name), slot), "2026-11-24T17:41:00Z")
    }

    fn begun(self) -> Self {
        self.booked("s2", "2026-12-08T17:00:00Z").then(SessionCommand::Begin(id("s1")), BEGUN)
    }

    fn closed(self) -> Self {
        self.then(SessionCommand::Close(id("s1"), 42), CLOSED)
    }

    fn pairing(&self) -> Pairing {
        project(&self.0)
    }

    fn asked(&self, command: SessionCommand, moment: &str) -> Result<Vec<Change>, Refusal> {
        let context = Context { now: at(moment), today: day("2026-12-01"), author: lea() };
        decide(&self.pairing(), &Command::Session(command), &context)
    }
}

fn concluded(of: &str, result: GoalResult) -> SessionCommand {
    conclude("s1", of, result)
}

fn conclude(session: &str, of: &str, result: GoalResult) -> SessionCommand {
    SessionCommand::Conclude { session: id(session), goal: goal(of), result, until: Some(day("2026-12-08")) }
}

fn reworded(into: &[&str]) -> SessionCommand {
    let into = into.iter().map(|id| goal(id)).collect();
    SessionCommand::Reword { session: id("s1"), goal: goal("g1"), into, until: Some(day("2026-12-08")) }
}

fn session_of<'a>(pairing: &'a Pairing, name: &str) -> &'a Session {
    pairing.session(&id(name)).expect("the session")
}
