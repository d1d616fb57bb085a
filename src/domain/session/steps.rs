//! The guide's five steps of a session, their minutes, and the clock on which they go by.

use crate::domain::call::share_out;
use crate::domain::time::Instant;

use super::{Phase, Session};

/// How long after its planned end a session still counts as going on. Opened later, its clock times would be yesterday's.
const OVERRUN: i64 = 60;

/// The five steps, in the guide's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 1: where do we stand; are the goals reached?
    Progress,
    /// 2: questions, remarks, difficulties.
    Questions,
    /// 3: the deliverables.
    Deliverables,
    /// 4: goals for next time, and its date.
    Goals,
    /// 5: resources, if time is left.
    Resources,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Progress, Self::Questions, Self::Deliverables, Self::Goals, Self::Resources];

    /// 1 to 5.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// Reads `1` to `5`.
    pub fn parse(number: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.number().to_string() == number)
    }

    /// The one after, if any.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// Its share of a session of 45 minutes.
    fn share(self) -> u32 {
        match self {
            Self::Progress => 10,
            Self::Questions | Self::Deliverables => 12,
            Self::Goals => 8,
            Self::Resources => 3,
        }
    }
}

/// The minutes of the five steps in a session of `total` minutes; they add up to `total`.
pub fn step_boxes(total: u32) -> [u32; 5] {
    share_out(Step::ALL.map(Step::share), total)
}

/// The minutes of a session's steps and, while it goes on, the moments at which they begin. Computed from the moment at which it
/// began, its pauses and the present moment, so that it is right after a reload or a sleep of the machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepTable {
    boxes: [u32; 5],
    start: Option<Instant>,
}

impl StepTable {
    /// The table of `session` at `now`: without clock times before it begins and long after it should have ended.
    pub fn of(session: &Session, now: Instant) -> Self {
        let length = session.booking().map_or(0, |booking| booking.minutes);
        let goes_on = |start: &Instant| (-1..i64::from(length) + OVERRUN).contains(&now.minutes_since(*start));
        // Pauses shift the whole plan: the clock starts later by as long as it stood still.
        let start = session.clock_start(now).filter(|_| session.phase() == Some(Phase::During)).filter(goes_on);
        Self { boxes: step_boxes(length), start }
    }

    /// The minutes of a step.
    pub fn minutes(&self, step: Step) -> u32 {
        self.boxes[step as usize]
    }

    /// The session's length.
    pub fn total(&self) -> u32 {
        self.boxes.iter().sum()
    }

    /// When a step ends, by the plan.
    pub fn ends(&self, step: Step) -> Option<Instant> {
        let minutes: u32 = self.boxes.iter().take(step.number()).sum();
        self.start.map(|start| start.plus_minutes(minutes.into()))
    }

    /// The minutes that have gone by at `now`, at most all of them; `None` when there is no clock.
    pub fn lived(&self, now: Instant) -> Option<u32> {
        let gone = now.minutes_since(self.start?).clamp(0, self.total().into());
        u32::try_from(gone).ok()
    }

    /// The minutes left of a step by the plan, at most all of its own; `None` when there is no clock.
    pub fn left(&self, step: Step, now: Instant) -> Option<u32> {
        let gone = now.minutes_since(self.start?);
        let until: u32 = self.boxes.iter().take(step.number()).sum();
        u32::try_from((i64::from(until) - gone).clamp(0, self.minutes(step).into())).ok()
    }
}
