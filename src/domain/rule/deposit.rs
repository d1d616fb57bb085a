//! R5, the deposit: deliverables are in at least 48 h before a defence.
//!
//! The guide: at least 48 h before. Our reading: exactly 48 h before is on time, a minute later is late. Late is flagged, never refused:
//! whether the assessor still takes it, the platform knows.

use crate::domain::time::Instant;

/// The deliverables of one defence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// The defence's start.
    pub start: Instant,
    /// How many hours before it they have to be in.
    pub hours: u32,
    /// When they were submitted, once they were.
    pub submitted: Option<Instant>,
}

/// Where a deposit stands; every length in whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Submitted so long before the limit.
    OnTime(i64),
    /// Submitted so long after the limit.
    Late(i64),
    /// Not submitted yet, and so long is left.
    Due(i64),
    /// Not submitted yet, and the limit was so long ago.
    Overdue(i64),
}

/// The last moment at which the deliverables of a defence are on time.
pub fn deadline(start: Instant, hours: u32) -> Instant {
    start.plus_minutes(-60 * i64::from(hours))
}

impl Deposit {
    /// The last moment at which they are on time.
    pub fn deadline(&self) -> Instant {
        deadline(self.start, self.hours)
    }

    /// Where it stands. Every deposit has an answer.
    pub fn standing(&self, now: Instant) -> Standing {
        let deadline = self.deadline();
        match self.submitted {
            Some(at) if at <= deadline => Standing::OnTime(deadline.minutes_since(at)),
            Some(at) => Standing::Late(at.minutes_since(deadline)),
            None if now <= deadline => Standing::Due(deadline.minutes_since(now)),
            None => Standing::Overdue(now.minutes_since(deadline)),
        }
    }
}
