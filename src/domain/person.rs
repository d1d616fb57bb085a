//! The two people of a pair, and who wrote an edit on which device.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

use super::time::ZoneName;

/// What someone is to the other in a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Guides week after week; authorises a defence; not a teacher.
    Mentor,
    /// Works alone between sessions; owns the deliverables.
    Student,
}

impl Role {
    /// The other one of the pair.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Mentor => Self::Student,
            Self::Student => Self::Mentor,
        }
    }
}

/// One person across devices: `mentor-1`, `student-1`; a handover to another mentor adds `mentor-2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonId {
    role: Role,
    number: u8,
}

impl PersonId {
    /// The mentor a pair starts with.
    pub const MENTOR: Self = Self { role: Role::Mentor, number: 1 };
    /// The student a pair starts with.
    pub const STUDENT: Self = Self { role: Role::Student, number: 1 };

    /// The first person of that role.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Mentor => Self::MENTOR,
            Role::Student => Self::STUDENT,
        }
    }

    /// What this person is in the pair.
    pub fn role(self) -> Role {
        self.role
    }

    /// Reads `mentor-1`; the number is 1 to 255 without leading zeros.
    pub fn parse(text: &str) -> Option<Self> {
        let (role, number) = text.split_once('-')?;
        let role = match role {
            "mentor" => Role::Mentor,
            "student" => Role::Student,
            _ => return None,
        };
        let parsed: u8 = number.parse().ok()?;
        (parsed > 0 && parsed.to_string() == number).then_some(Self { role, number: parsed })
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let role = match self.role {
            Role::Mentor => "mentor",
            Role::Student => "student",
        };
        write!(f, "{role}-{}", self.number)
    }
}

impl TryFrom<String> for PersonId {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a person is mentor-1, student-1, mentor-2 …")
    }
}

impl From<PersonId> for String {
    fn from(id: PersonId) -> Self {
        id.to_string()
    }
}

/// A random name for one browser profile: 1 to 32 of `a-z` and `0-9`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(String);

impl DeviceId {
    /// Reads a device's name.
    pub fn parse(text: &str) -> Option<Self> {
        ((1..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
            .then(|| Self(text.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who wrote an edit: a person on a device, as text `mentor-1.k3f9`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Author {
    /// The person.
    pub person: PersonId,
    /// The browser profile they wrote in.
    pub device: DeviceId,
}

impl Author {
    /// Reads `mentor-1.k3f9`.
    pub fn parse(text: &str) -> Option<Self> {
        let (person, device) = text.split_once('.')?;
        Some(Self { person: PersonId::parse(person)?, device: DeviceId::parse(device)? })
    }
}

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.person, self.device.as_str())
    }
}

impl TryFrom<String> for Author {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("an author is a person, a dot and a device")
    }
}

impl From<Author> for String {
    fn from(author: Author) -> Self {
        author.to_string()
    }
}

/// What the pair's record says of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// First name as typed; empty until given.
    pub name: String,
    /// Where their days begin and end; `None` means the pair's zone.
    pub zone: Option<ZoneName>,
    /// What they wrote of themselves in section 1, by prompt; prompts left empty are absent.
    pub intro: BTreeMap<IntroPrompt, String>,
}

impl Person {
    /// Someone of whom nothing is known yet.
    pub fn unknown(id: PersonId) -> Self {
        Self { id, name: String::new(), zone: None, intro: BTreeMap::new() }
    }
}

/// The prompts of the two cards of section 1, in the guide's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntroPrompt {
    /// Mentor: background in a few words.
    Story,
    /// Mentor: strengths.
    Strengths,
    /// Mentor: qualities as a guide.
    Qualities,
    /// Mentor: what matters in working together.
    Matters,
    /// Student: who they are.
    Self_,
    /// Student: why this online programme.
    Why,
    /// Student: what they expect of the mentor.
    Expectations,
    /// Student: the kind of guidance that suits them.
    Guidance,
    /// Student: how they learn.
    Learning,
}

impl IntroPrompt {
    /// The mentor's prompts, in order.
    pub const MENTOR: [Self; 4] = [Self::Story, Self::Strengths, Self::Qualities, Self::Matters];
    /// The student's prompts, in order.
    pub const STUDENT: [Self; 5] = [Self::Self_, Self::Why, Self::Expectations, Self::Guidance, Self::Learning];

    /// The prompts put to someone of that role.
    pub fn of(role: Role) -> &'static [Self] {
        match role {
            Role::Mentor => &Self::MENTOR,
            Role::Student => &Self::STUDENT,
        }
    }

    /// The field's name in paths.
    pub fn field(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Strengths => "strengths",
            Self::Qualities => "qualities",
            Self::Matters => "matters",
            Self::Self_ => "self",
            Self::Why => "why",
            Self::Expectations => "expectations",
            Self::Guidance => "guidance",
            Self::Learning => "learning",
        }
    }
}
