//! Whom to turn to: the seven helps around the student, the six cases that try the map, and the pair's own contacts.

use super::call::PointId;
use super::command::Context;
use super::field::{Change, Path, RecordKey, Value};
use super::id::ContactId;
use super::pairing::Pairing;
use super::refusal::Refusal;
use super::schema::{kind, name};
use super::time::Instant;

/// One of the seven helps, in the guide's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Help {
    /// The first contact, for any problem.
    Support,
    /// Written answers.
    HelpCentre,
    /// Follows students' files; takes over from Support, and comes by themselves to students in difficulty.
    Adviser,
    /// The accompanying mentor.
    Mentor,
    /// The virtual assistant of each project, between sessions.
    Companion,
    /// Former and new students.
    Community,
    /// Group coaching towards employment, at the end of the programme.
    Coaching,
}

impl Help {
    /// All seven, in the order of the map: those of every week, those of the day when something is stuck, the one of the end.
    pub const ALL: [Self; 7] = [
        Self::Mentor,
        Self::Companion,
        Self::Community,
        Self::Support,
        Self::HelpCentre,
        Self::Adviser,
        Self::Coaching,
    ];

    /// The point of section 2 that is about it: its words, its links and whether it is clear.
    pub fn point(self) -> PointId {
        match self {
            Self::Support => PointId::Support,
            Self::HelpCentre => PointId::HelpCentre,
            Self::Adviser => PointId::Adviser,
            Self::Mentor => PointId::MentorRole,
            Self::Companion => PointId::Companion,
            Self::Community => PointId::Community,
            Self::Coaching => PointId::Coaching,
        }
    }

    /// The identifier in values.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            other => other.point().slug(),
        }
    }

    /// Reads an identifier.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|help| help.slug() == slug)
    }
}

/// A case in which the student needs somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Situation {
    /// The platform misbehaves.
    Platform,
    /// Funding stops, attendance is in question.
    Funding,
    /// Stuck in the middle of the week.
    Stuck,
    /// Ready for the defence.
    Ready,
    /// Working alone weighs.
    Alone,
    /// Looking for a job, near the end.
    Job,
}

/// How an answer to a case compares with the guide. Nobody is told off: each of the seven helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The one to turn to first.
    First,
    /// A good one too, after or beside the first.
    Also,
    /// Somebody else is nearer.
    Rather,
}

impl Situation {
    /// All six, in the order they are put.
    pub const ALL: [Self; 6] = [Self::Platform, Self::Funding, Self::Stuck, Self::Ready, Self::Alone, Self::Job];

    /// The identifier in paths.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Funding => "funding",
            Self::Stuck => "stuck",
            Self::Ready => "ready",
            Self::Alone => "alone",
            Self::Job => "job",
        }
    }

    /// Reads an identifier.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|situation| situation.slug() == slug)
    }

    /// Whom to turn to first.
    pub fn first(self) -> Help {
        match self {
            Self::Platform | Self::Funding => Help::Support,
            Self::Stuck => Help::Companion,
            Self::Ready => Help::Mentor,
            Self::Alone => Help::Community,
            Self::Job => Help::Coaching,
        }
    }

    /// Who helps as well: the adviser, to whom Support passes funding on; peers, after Companion; the mentor, who wants to hear
    /// early what weighs (R10) and shares advice from the trade.
    pub fn also(self) -> Option<Help> {
        match self {
            Self::Platform | Self::Ready => None,
            Self::Funding => Some(Help::Adviser),
            Self::Stuck => Some(Help::Community),
            Self::Alone | Self::Job => Some(Help::Mentor),
        }
    }

    /// What to say of an answer.
    pub fn verdict(self, answer: Help) -> Verdict {
        if answer == self.first() {
            Verdict::First
        } else if Some(answer) == self.also() {
            Verdict::Also
        } else {
            Verdict::Rather
        }
    }
}

/// Somebody the pair noted for itself: a peer, a tutor, a former student.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Which.
    pub id: ContactId,
    /// Who, as typed.
    pub name: String,
    /// What for.
    pub purpose: String,
    /// How to reach them.
    pub reach: String,
    /// When it was first written.
    pub created: Option<Instant>,
}

impl Contact {
    /// A contact of whom nothing is known yet.
    pub fn empty(id: ContactId) -> Self {
        Self { id, name: String::new(), purpose: String::new(), reach: String::new(), created: None }
    }
}

/// What people ask of the contacts and the cases. Running text goes through [`Command::Write`](super::Command::Write).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactCommand {
    /// Begin a contact: puts down when it was first written, so that contacts keep their order.
    Add(ContactId),
    /// Remove a contact with all its words.
    Remove(ContactId),
    /// Whom the student would turn to in a case.
    Answer(Situation, Help),
}

/// A field of a contact.
pub fn field(id: &ContactId, field: &str) -> Path {
    Path::of(kind::CONTACT, id.as_str(), field)
}

/// A contact's record.
pub fn record(id: &ContactId) -> RecordKey {
    RecordKey::new(kind::CONTACT, id.as_str())
}

/// The answer given to a case.
pub fn answer(situation: Situation) -> Path {
    Path::of(kind::CASE, situation.slug(), name::ANSWER)
}

/// What `command` changes.
pub(super) fn decide(pairing: &Pairing, command: &ContactCommand, context: &Context) -> Result<Vec<Change>, Refusal> {
    Ok(match command {
        ContactCommand::Add(id) => {
            vec![Change::Put(field(id, name::CREATED), Value::Text(context.now.to_string()))]
        }
        ContactCommand::Remove(id) => {
            pairing.contacts.iter().find(|contact| contact.id == *id).ok_or(Refusal::Gone)?;
            vec![Change::Remove(record(id))]
        }
        ContactCommand::Answer(situation, help) => {
            vec![Change::Put(answer(*situation), Value::from(help.slug()))]
        }
    })
}
