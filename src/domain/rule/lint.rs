//! What the coming weeks lack, by R1, R2 and R4, each with something to do about it.

use super::attendance::{Attendance, attendance};
use super::horizon::unbooked;
use super::same_week::{SameWeek, same_week};
use crate::domain::id::SessionId;
use crate::domain::pairing::Pairing;
use crate::domain::session::{SessionKind, SessionState};
use crate::domain::time::{Day, Instant, Zone};

/// Something to see to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lint {
    /// R1: the present week has no session yet.
    ThisWeek(Day),
    /// R2: nothing is booked in a coming week.
    Unbooked(Day),
    /// R4: a mentoring session to come is in the week of a defence.
    SameWeek {
        /// The mentoring session.
        session: SessionId,
        /// Its start.
        start: Instant,
        /// The defence, and which comes first.
        flag: SameWeek,
    },
}

/// What the weeks of a pair lack at `now`, by rule and then by day. A pair whose first call is not over books its sessions there.
pub fn lints(pair: &Pairing, now: Instant, zone: &dyn Zone) -> Vec<Lint> {
    if pair.sessions.iter().all(|session| session.state.is_none()) {
        return Vec::new();
    }
    let weeks = attendance(pair, now, zone);
    let is_over = |monday: Day| pair.programme.end.is_some_and(|end| end < monday);
    let present = weeks.into_iter().find(|week| week.is_now);
    // A week in which one was lost, or is made up for elsewhere, is not without a session.
    let empty = present.filter(|week| week.attendance == Attendance::Empty && week.stand_ins.is_empty());
    let mut found: Vec<Lint> =
        empty.filter(|week| !is_over(week.monday)).map(|week| Lint::ThisWeek(week.monday)).into_iter().collect();
    found.extend(unbooked(pair, now, zone).into_iter().map(Lint::Unbooked));
    found.extend(pair.sessions.iter().filter_map(|session| match session.state {
        Some(SessionState::Booked(slot)) if session.kind == SessionKind::Mentoring && slot.start > now => {
            let flag = same_week(pair, Some(&session.id), session.kind, slot.start, zone)?;
            Some(Lint::SameWeek { session: session.id.clone(), start: slot.start, flag })
        }
        _ => None,
    }));
    found
}
