//! How the two work together between and around sessions: section 4 of the first call.

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::decide::{int, put, typed};
use super::field::{Change, Value};
use super::person::PersonId;
use super::refusal::Refusal;
use super::schema::{self, name};
use super::time::{Day, Instant, WallTime, Weekday, Zone, ZoneName, days_after, instant_of, monday_of};

/// The usual weekly slot: what a clock on a wall of its zone shows, whatever the season.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The day of the week.
    pub weekday: Weekday,
    /// The wall time.
    pub time: WallTime,
    /// The zone in which both are read.
    pub zone: ZoneName,
}

/// A slot as the clocks of another zone show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The day of the week there.
    pub weekday: Weekday,
    /// The wall time there.
    pub time: WallTime,
    /// Whether it differs at another time of the year: the two zones do not change their clocks together.
    pub varies: bool,
}

impl Slot {
    /// The slot in the week of `day`, a day of its zone.
    pub fn in_week_of(&self, day: Day, zone: &dyn Zone) -> Instant {
        let after_monday = u64::from(self.weekday.num_days_from_monday());
        instant_of(days_after(monday_of(day), after_monday), self.time, zone)
    }

    /// The next time the slot comes, strictly after `now`; `zone` is the slot's.
    pub fn next(&self, now: Instant, zone: &dyn Zone) -> Instant {
        let today = now.day(zone);
        let this_week = self.in_week_of(today, zone);
        if this_week > now { this_week } else { self.in_week_of(days_after(today, 7), zone) }
    }

    /// What the clocks of `there` show at the slot's next time, and whether that holds all year; `here` is the slot's zone.
    pub fn elsewhere(&self, now: Instant, here: &dyn Zone, there: &dyn Zone) -> Elsewhere {
        let read = |at: Instant| (at.day(there).weekday(), at.wall_time(there));
        let (weekday, time) = read(self.next(now, here));
        let today = now.day(here);
        let varies = (1..=52).any(|week| read(self.in_week_of(days_after(today, week * 7), here)) != (weekday, time));
        Elsewhere { weekday, time, varies }
    }
}

/// Where the two write to each other between sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// The platform's own messages.
    Platform,
    /// E-mail.
    Email,
    /// A chat: the one the pair names beside it.
    Chat,
    /// Text messages and calls.
    Phone,
}

impl Channel {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Platform, Self::Email, Self::Chat, Self::Phone];

    /// The name of its field: `channel-email`.
    pub fn field(self) -> &'static str {
        match self {
            Self::Platform => "channel-platform",
            Self::Email => "channel-email",
            Self::Chat => "channel-chat",
            Self::Phone => "channel-phone",
        }
    }

    /// The channel whose field it is.
    pub fn of_field(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.field() == field)
    }
}

/// How the two work together, as far as they said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    /// The usual weekly slot.
    pub slot: Option<Slot>,
    /// Where they write to each other.
    pub channels: BTreeSet<Channel>,
    /// What goes with the channels: an address, hours, which chat.
    pub channels_note: String,
    /// Within how many hours each answers.
    pub answers: BTreeMap<PersonId, u32>,
    /// How many hours before a session the student sends what they prepared.
    pub prepare_hours: Option<u32>,
    /// What goes with the preparation, in their words.
    pub preparation: String,
}

/// Hours to answer in, or to prepare ahead: from one to two weeks.
pub const HOURS: std::ops::RangeInclusive<u32> = 1..=14 * 24;

/// What the two ask of section 4's own fields. Running text goes through [`Command::Write`](super::Command::Write).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganisationCommand {
    /// Choose the usual slot, or none.
    SetSlot(Option<Slot>),
    /// Write to each other there, or not.
    UseChannel(Channel, bool),
    /// Within how many hours somebody answers.
    SetAnswerHours(PersonId, Option<u32>),
    /// How many hours before a session the student sends what they prepared.
    SetPrepareHours(Option<u32>),
}

/// What `command` changes.
pub(super) fn decide(command: &OrganisationCommand) -> Result<Vec<Change>, Refusal> {
    let change = match command {
        OrganisationCommand::SetSlot(slot) => put(schema::organisation(name::SLOT), typed(slot)),
        OrganisationCommand::UseChannel(channel, used) => {
            put(schema::organisation(channel.field()), Value::Bool(*used))
        }
        OrganisationCommand::SetAnswerHours(person, hours) => put(schema::answer_hours(*person), checked(*hours)?),
        OrganisationCommand::SetPrepareHours(hours) => put(schema::organisation(name::PREPARE_HOURS), checked(*hours)?),
    };
    Ok(vec![change])
}

fn checked(hours: Option<u32>) -> Result<Value, Refusal> {
    match hours {
        Some(hours) if !HOURS.contains(&hours) => Err(Refusal::HoursOutOfRange),
        hours => Ok(hours.map_or(Value::Null, int)),
    }
}
