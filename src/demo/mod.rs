//! The example: four months of a pair who do not exist, told through the same commands as people's.
//!
//! Its days are counted from the day it is asked for, so that its next session is always a few days ahead. What it says comes
//! from `i18n`; nothing here is random, and what is not allowed to people is refused here too.

mod call;
mod weeks;

use crate::document::{Document, project};
use crate::domain::time::{days_after, instant_of};
use crate::domain::{
    Author, Command, Context, Day, DeviceId, Instant, PairId, Pairing, PersonId, Refusal, Role, WallTime, Weekday,
    Zone, ZoneName, decide,
};
use crate::i18n::{Demo, Locale};

/// How many weeks lie between the first call and the next session.
const WEEKS: u64 = 17;

/// The hour of every session.
const HOUR: u8 = 18;

/// Whose browser shows the example, when and where.
pub struct Asked<'a> {
    /// The example's identifier.
    pub pair: PairId,
    /// The moment.
    pub now: Instant,
    /// The zone of the browser, by name.
    pub zone: ZoneName,
    /// The same zone's clocks.
    pub clocks: &'a dyn Zone,
    /// The language in which it is told.
    pub locale: Locale,
    /// Whose private notes it holds.
    pub owner: Role,
}

/// The example as a record.
///
/// # Errors
/// Never for the words and days of this module, which tests hold for every day of several years.
pub fn example(asked: &Asked<'_>) -> Result<Document, Refusal> {
    let mut story = Story::new(asked);
    call::tell(&mut story)?;
    weeks::tell(&mut story)?;
    Ok(story.document)
}

/// The record while it is told.
struct Story<'a> {
    asked: &'a Asked<'a>,
    words: &'static Demo,
    document: Document,
    /// The day of the next session.
    next: Day,
    /// The moment at which the last thing was done.
    at: Instant,
}

impl<'a> Story<'a> {
    fn new(asked: &'a Asked<'a>) -> Self {
        let today = asked.now.day(asked.clocks);
        // Two days ahead, and on no weekend: the session before it is over whatever the hour.
        let ahead = (2..=4).map(|days| days_after(today, days));
        let is_weekday = |day: &Day| !matches!(chrono::Datelike::weekday(day), Weekday::Sat | Weekday::Sun);
        let next = ahead.into_iter().find(is_weekday).unwrap_or(today);
        let words = Demo::of(asked.locale);
        Self { asked, words, document: Document::new(asked.pair.clone()), next, at: asked.now }
    }

    /// The day of the session of week `week`; the first call is in week 0.
    fn day(&self, week: u64) -> Day {
        let back = (WEEKS - week.min(WEEKS)) * 7;
        self.next.checked_sub_days(chrono::Days::new(back)).unwrap_or(self.next)
    }

    /// The moment at that time of that day, in the pair's zone.
    fn moment(&self, day: Day, hour: u8, minute: u8) -> Instant {
        WallTime::new(hour, minute).map_or(self.at, |time| instant_of(day, time, self.asked.clocks))
    }

    /// The start of the session of that week.
    fn start(&self, week: u64) -> Instant {
        self.moment(self.day(week), HOUR, 0)
    }

    /// Goes on from that moment.
    fn go_to(&mut self, at: Instant) {
        self.at = at;
    }

    fn pairing(&self) -> Pairing {
        project(&self.document)
    }

    /// That person does something, a few seconds after the last; never in the future.
    fn act(&mut self, who: Role, command: &Command) -> Result<(), Refusal> {
        self.at = Instant::from_millis(self.at.millis() + 7_000).min(self.asked.now);
        let author = Author { person: PersonId::of(who), device: device(who).ok_or(Refusal::Gone)? };
        let context = Context { now: self.at, today: self.at.day(self.asked.clocks), author };
        let changes = decide(&self.pairing(), command, &context)?;
        self.document.apply(&changes, &context.author, context.now);
        Ok(())
    }

    fn mentor(&mut self, command: &Command) -> Result<(), Refusal> {
        self.act(Role::Mentor, command)
    }

    fn student(&mut self, command: &Command) -> Result<(), Refusal> {
        self.act(Role::Student, command)
    }
}

/// The devices of two people who do not exist.
fn device(who: Role) -> Option<DeviceId> {
    DeviceId::parse(match who {
        Role::Mentor => "exemplem",
        Role::Student => "exemplee",
    })
}

/// An identifier made of a word and a number; every one made here is one.
macro_rules! numbered {
    ($id:ident, $word:expr, $number:expr) => {
        crate::domain::$id::parse(&format!("{}-{:02}", $word, $number)).ok_or(crate::domain::Refusal::Gone)
    };
}
use numbered;
