//! The typed model of one pair: everything the screens read. A projection of the document's fields; it never refuses.

use std::collections::BTreeMap;

use super::agreement::Agreement;
use super::call::FirstCall;
use super::contact::{Contact, Help, Situation};
use super::field::Path;
use super::goal::Goal;
use super::id::PairId;
use super::kit::Kit;
use super::organisation::Organisation;
use super::outcome::Outcome;
use super::person::{Person, PersonId, Role};
use super::programme::Programme;
use super::question::Question;
use super::report::Report;
use super::rule::{Contract, ExcusedWeek};
use super::session::{Booking, Session};
use super::sub_step::SubStep;
use super::time::{Instant, ZoneName};

/// Something in the record that the model cannot read or place. Shown as such; the rest loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// The field holds a value of another form than expected.
    Unreadable(Path),
}

/// One mentor and one student, and everything they record together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// Which pair.
    pub id: PairId,
    /// The accompanying mentor.
    pub mentor: Person,
    /// The student.
    pub student: Person,
    /// The zone in which the pair's days and weeks are read, when someone set it.
    pub zone: Option<ZoneName>,
    /// The first call.
    pub call: FirstCall,
    /// How the two work together.
    pub organisation: Organisation,
    /// What they promised each other.
    pub agreement: Agreement,
    /// Goals, oldest first; ties by identifier.
    pub goals: Vec<Goal>,
    /// Sub-steps of goals in their order, those without a place last; ties by identifier.
    pub sub_steps: Vec<SubStep>,
    /// Questions, oldest first; ties by identifier.
    pub questions: Vec<Question>,
    /// Sessions by start; those without a readable state last.
    pub sessions: Vec<Session>,
    /// The pair's own contacts, oldest first; ties by identifier.
    pub contacts: Vec<Contact>,
    /// Whom the student would turn to in each case of section 2, once said.
    pub cases: BTreeMap<Situation, Help>,
    /// The programme and its projects.
    pub programme: Programme,
    /// The thresholds of the rules.
    pub contract: Contract,
    /// The defence kit.
    pub kit: Kit,
    /// The weeks of which something is noted, oldest first.
    pub weeks: Vec<ExcusedWeek>,
    /// What goals came to in sessions, by identifier.
    pub outcomes: Vec<Outcome>,
    /// What was rewritten of the sessions' reports, by session.
    pub reports: Vec<Report>,
    /// What could not be read.
    pub oddities: Vec<Oddity>,
}

impl Pairing {
    /// A pair of which nothing is known yet.
    pub fn empty(id: PairId) -> Self {
        Self {
            id,
            mentor: Person::unknown(PersonId::MENTOR),
            student: Person::unknown(PersonId::STUDENT),
            zone: None,
            call: FirstCall::default(),
            organisation: Organisation::default(),
            agreement: Agreement::default(),
            goals: Vec::new(),
            sub_steps: Vec::new(),
            questions: Vec::new(),
            sessions: Vec::new(),
            contacts: Vec::new(),
            cases: BTreeMap::new(),
            programme: Programme::default(),
            contract: Contract::default(),
            kit: Kit::default(),
            weeks: Vec::new(),
            outcomes: Vec::new(),
            reports: Vec::new(),
            oddities: Vec::new(),
        }
    }

    /// The person of that role.
    pub fn person(&self, role: Role) -> &Person {
        match role {
            Role::Mentor => &self.mentor,
            Role::Student => &self.student,
        }
    }

    /// The first name of that person; of a later mentor, the mentor's.
    pub fn name(&self, person: PersonId) -> &str {
        &self.person(person.role()).name
    }

    /// The zone in which the pair's days are read: the one set, else the student's, else the mentor's.
    pub fn zone(&self) -> Option<&ZoneName> {
        self.zone.as_ref().or(self.student.zone.as_ref()).or(self.mentor.zone.as_ref())
    }

    /// The booked session that ends soonest after `now`: a session under way is still the next one.
    pub fn next_session(&self, now: Instant) -> Option<(&Session, Booking)> {
        self.session_besides(None, now)
    }
}
