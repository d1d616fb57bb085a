//! The pair agreement: promises that each person accepts for themselves, and the two signatures under them.
//!
//! Seven promises are given, made of the guide's good practices; their words are in `i18n` and say what section 4 chose. A pair can
//! add its own. A signature keeps the terms it was given under, so that what changed since can be named.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::command::Context;
use super::decide::{put, typed};
use super::field::{Change, Value};
use super::id::OwnPromiseId;
use super::organisation::Channel;
use super::pairing::Pairing;
use super::person::PersonId;
use super::refusal::Refusal;
use super::schema::{self, name};
use super::time::Instant;
use crate::domain::sorting::Gather as _;

/// A promise that every agreement offers. In the order of the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Given {
    /// A session every week, at the usual slot.
    Weekly,
    /// Two weeks booked ahead.
    Ahead,
    /// The student prepares.
    Prepared,
    /// How soon each answers, and where.
    Answers,
    /// Telling early when something comes up.
    Notice,
    /// Saying early what slows down.
    Blocks,
    /// Telling each other before changing partner.
    Partner,
}

impl Given {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Weekly, Self::Ahead, Self::Prepared, Self::Answers, Self::Notice, Self::Blocks, Self::Partner];

    /// The identifier in paths.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Ahead => "ahead",
            Self::Prepared => "prepared",
            Self::Answers => "answers",
            Self::Notice => "notice",
            Self::Blocks => "blocks",
            Self::Partner => "partner",
        }
    }
}

/// Which promise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromiseId {
    /// One that every agreement offers.
    Given(Given),
    /// One that the pair wrote.
    Own(OwnPromiseId),
}

impl PromiseId {
    /// Reads the identifier of a promise's record.
    pub fn parse(text: &str) -> Option<Self> {
        match Given::ALL.into_iter().find(|given| given.slug() == text) {
            Some(given) => Some(Self::Given(given)),
            None => OwnPromiseId::parse(text).map(Self::Own),
        }
    }

    /// The identifier of its record.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Given(given) => given.slug(),
            Self::Own(id) => id.as_str(),
        }
    }
}

/// Where a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseState {
    /// Both accepted it.
    Agreed,
    /// Left for another time.
    ToRevisit,
    /// Nobody, or one of the two, accepted it so far.
    Open,
}

/// One promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Which.
    pub id: PromiseId,
    /// The words of one that the pair wrote; empty for a given one.
    pub text: String,
    /// When the pair first wrote it.
    pub created: Option<Instant>,
    /// Who accepted it.
    pub ticks: BTreeSet<PersonId>,
    /// Whether the two left it for another time.
    pub revisit: bool,
}

impl Promise {
    /// A promise of which nothing was said.
    pub fn empty(id: PromiseId) -> Self {
        Self { id, text: String::new(), created: None, ticks: BTreeSet::new(), revisit: false }
    }

    /// Where it stands. Someone who wants to revisit it is heard, even when both had accepted meanwhile.
    pub fn state(&self) -> PromiseState {
        let both = [PersonId::MENTOR, PersonId::STUDENT].iter().all(|person| self.ticks.contains(person));
        match (self.revisit, both) {
            (true, _) => PromiseState::ToRevisit,
            (false, true) => PromiseState::Agreed,
            (false, false) => PromiseState::Open,
        }
    }

    /// Whether somebody accepted it or left it for another time.
    pub fn is_discussed(&self) -> bool {
        self.revisit || !self.ticks.is_empty()
    }

    /// Whether there is anything to accept: one that the pair wrote needs words.
    pub fn has_words(&self) -> bool {
        matches!(self.id, PromiseId::Given(_)) || !self.text.trim().is_empty()
    }
}

/// A name under the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// When.
    pub at: Instant,
    /// What every promise said then, by the identifier of its record.
    pub terms: BTreeMap<String, String>,
}

/// The agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its promises: the given ones in order, then the pair's own, oldest first.
    pub promises: Vec<Promise>,
    /// Who signed, and what.
    pub signatures: BTreeMap<PersonId, Signature>,
}

impl Default for Agreement {
    fn default() -> Self {
        let given = |given| Promise::empty(PromiseId::Given(given));
        Self { promises: Given::ALL.map(given).into(), signatures: BTreeMap::new() }
    }
}

impl Agreement {
    /// As many promises as a pair adds to the given ones: what one printed page holds.
    pub const MOST_OWN: usize = 3;

    /// One promise.
    pub fn promise(&self, id: &PromiseId) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.id == *id)
    }

    /// The promises that have words, in order.
    pub fn worded(&self) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(|promise| promise.has_words())
    }

    /// How many promises stand so.
    pub fn count(&self, state: PromiseState) -> usize {
        self.worded().filter(|promise| promise.state() == state).count()
    }
}

/// What changed since somebody signed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedTerms {
    /// Promises that say something else now, or stand otherwise.
    pub promises: Vec<PromiseId>,
    /// Whether promises were taken away.
    pub removed: bool,
}

impl Pairing {
    /// What every promise says now, by the identifier of its record: the same in every language.
    pub fn terms(&self) -> BTreeMap<String, String> {
        let term = |promise: &Promise| (promise.id.as_str().to_owned(), self.term(promise));
        self.agreement.worded().map(term).gather()
    }

    fn term(&self, promise: &Promise) -> String {
        let how = &self.organisation;
        let mut term = match promise.state() {
            PromiseState::Agreed => String::from("agreed"),
            PromiseState::ToRevisit => String::from("revisit"),
            PromiseState::Open => promise.ticks.iter().fold(String::from("open"), |all, who| format!("{all} {who}")),
        };
        // Writing into a string does not fail.
        let _ = match &promise.id {
            PromiseId::Given(Given::Weekly) => match &how.slot {
                Some(slot) => write!(term, "; {} {} {}", slot.weekday, slot.time, slot.zone.as_str()),
                None => Ok(()),
            },
            PromiseId::Given(Given::Prepared) => match how.prepare_hours {
                Some(hours) => write!(term, "; {hours} h; {}", how.preparation.trim()),
                None => write!(term, "; {}", how.preparation.trim()),
            },
            PromiseId::Given(Given::Answers) => {
                let hours = how.answers.iter().map(|(who, hours)| format!("{who} {hours} h"));
                let channels = how.channels.iter().map(|channel| Channel::field(*channel).to_owned());
                let all: Vec<String> = hours.chain(channels).collect();
                write!(term, "; {}; {}", all.join(", "), how.channels_note.trim())
            }
            PromiseId::Given(Given::Ahead | Given::Notice | Given::Blocks | Given::Partner) => Ok(()),
            PromiseId::Own(_) => write!(term, "; {}", promise.text.trim()),
        };
        term
    }

    /// What changed since `signature` was given.
    pub fn changed_since(&self, signature: &Signature) -> ChangedTerms {
        let now = self.terms();
        let changed = |promise: &&Promise| now.get(promise.id.as_str()) != signature.terms.get(promise.id.as_str());
        ChangedTerms {
            promises: self.agreement.worded().filter(changed).map(|promise| promise.id.clone()).collect(),
            removed: signature.terms.keys().any(|id| !now.contains_key(id)),
        }
    }
}

/// What the two ask of the agreement. The words of a promise go through [`Command::Write`](super::Command::Write).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreementCommand {
    /// Somebody accepts a promise, or no longer does.
    Tick(PromiseId, PersonId, bool),
    /// Leave a promise for another time, or take it up again.
    Revisit(PromiseId, bool),
    /// Begin a promise of the pair's own.
    Add(OwnPromiseId),
    /// Remove a promise of the pair's own with its words.
    Remove(OwnPromiseId),
    /// Sign the agreement as it stands.
    Sign(PersonId),
    /// Take a signature back.
    Unsign(PersonId),
}

/// What `command` changes.
pub(super) fn decide(pairing: &Pairing, command: &AgreementCommand, context: &Context) -> Result<Vec<Change>, Refusal> {
    let promise = |id: &PromiseId| pairing.agreement.promise(id).ok_or(Refusal::Gone);
    let changes = match command {
        AgreementCommand::Tick(id, person, accepted) => {
            let before = promise(id)?;
            let mut changes = vec![put(schema::tick(id, *person), Value::Bool(*accepted))];
            let mut after = before.clone();
            after.ticks.insert(*person);
            after.revisit = false;
            // Accepted by both, there is nothing left to revisit.
            if *accepted && before.revisit && after.state() == PromiseState::Agreed {
                changes.push(put(schema::promise(id, name::REVISIT), Value::Bool(false)));
            }
            changes
        }
        AgreementCommand::Revisit(id, later) => {
            promise(id)?;
            vec![put(schema::promise(id, name::REVISIT), Value::Bool(*later))]
        }
        AgreementCommand::Add(id) => {
            let created = Value::Text(context.now.to_string());
            vec![put(schema::promise(&PromiseId::Own(id.clone()), name::CREATED), created)]
        }
        AgreementCommand::Remove(id) => {
            promise(&PromiseId::Own(id.clone()))?;
            vec![Change::Remove(schema::promise_record(id))]
        }
        AgreementCommand::Sign(person) => {
            if pairing.agreement.count(PromiseState::Agreed) == 0 {
                return Err(Refusal::NothingToSign);
            }
            let signature = Signature { at: context.now, terms: pairing.terms() };
            vec![put(schema::signed(*person), typed(&signature))]
        }
        AgreementCommand::Unsign(person) => vec![put(schema::signed(*person), Value::Null)],
    };
    Ok(changes)
}
