//! R1, attendance: one session a week, of any kind, from the week of the first one to the end of the programme.
//!
//! Our reading: weeks are ISO weeks, Monday to Sunday, in the pair's zone. A session that replaces another counts once, for the week
//! that it makes up for. What is to come is never lost.

use super::cancellation::{Cancellation, Verdict};
use crate::domain::id::SessionId;
use crate::domain::pairing::Pairing;
use crate::domain::session::{Session, SessionState};
use crate::domain::time::{Day, Instant, Zone, days_after, days_before, monday_of};

/// At most this many weeks before the present one are told, and this many after: a year typed wrong must not fill the page.
const BACK: u64 = 156;
const AHEAD: u64 = 104;

/// What a week came to, or stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attendance {
    /// A session was held.
    Held,
    /// A session is booked; once its time has passed, nobody has said yet what became of it.
    Booked,
    /// Its session was cancelled in time, and this one stands in for it.
    MadeUp(SessionId),
    /// This session was cancelled, and can still be made up for.
    Recoverable(SessionId),
    /// This session was cancelled too late, or somebody did not come.
    Lost(SessionId),
    /// Nothing was held, and the pair excuses it. Our assumption.
    Excused,
    /// Nothing.
    Empty,
}

impl Attendance {
    /// What counts more of two sessions in one week.
    fn weight(&self) -> u8 {
        match self {
            Self::Held => 6,
            Self::Booked => 5,
            Self::MadeUp(_) => 4,
            Self::Excused => 3,
            Self::Recoverable(_) => 2,
            Self::Lost(_) => 1,
            Self::Empty => 0,
        }
    }
}

/// One week of the pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendedWeek {
    /// Its Monday.
    pub monday: Day,
    /// What it came to.
    pub attendance: Attendance,
    /// Whether it is still to come.
    pub is_ahead: bool,
    /// Whether it is the present one, which is not over.
    pub is_now: bool,
    /// The sessions in it by start, whatever became of them.
    pub sessions: Vec<SessionId>,
    /// The sessions in it that make up for another week.
    pub stand_ins: Vec<SessionId>,
    /// Whether the first call was in it.
    pub is_first_call: bool,
}

/// How many weeks came to what. A week that is not over is never missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Weeks with a session held, the first call's among them.
    pub held: u32,
    /// Weeks with a session booked.
    pub booked: u32,
    /// Weeks whose session was made up for.
    pub made_up: u32,
    /// Weeks whose session can still be made up for.
    pub recoverable: u32,
    /// Weeks whose session is lost.
    pub lost: u32,
    /// Weeks that the pair excuses.
    pub excused: u32,
    /// Weeks whose session counts for another one.
    pub stand_in: u32,
    /// Weeks that are over, without any session.
    pub empty: u32,
}

impl Tally {
    /// Counts weeks.
    pub fn of(weeks: &[AttendedWeek]) -> Self {
        let mut tally = Self::default();
        for week in weeks {
            let count = match week.attendance {
                Attendance::Held => &mut tally.held,
                Attendance::Booked => &mut tally.booked,
                Attendance::MadeUp(_) => &mut tally.made_up,
                Attendance::Recoverable(_) => &mut tally.recoverable,
                Attendance::Lost(_) => &mut tally.lost,
                Attendance::Excused => &mut tally.excused,
                Attendance::Empty if !week.stand_ins.is_empty() => &mut tally.stand_in,
                Attendance::Empty if week.is_ahead || week.is_now => continue,
                Attendance::Empty => &mut tally.empty,
            };
            *count += 1;
        }
        tally
    }
}

/// The weeks of a pair, oldest first; none while nothing is booked or held.
pub fn attendance(pair: &Pairing, now: Instant, zone: &dyn Zone) -> Vec<AttendedWeek> {
    let week_of = |at: Instant| monday_of(at.day(zone));
    let this_week = week_of(now);
    let call = pair.call.started.map(week_of);
    let placed: Vec<(Day, &Session, SessionState)> = pair
        .sessions
        .iter()
        .filter_map(|session| session.state.map(|state| (week_of(state.booking().start), session, state)))
        .collect();
    let weeks = || placed.iter().map(|(week, ..)| *week).chain(call);
    let excused = pair.weeks.iter().rev().find(|week| week.excused).map(|week| week.monday);
    let (Some(first), Some(last)) = (weeks().min(), weeks().max()) else { return Vec::new() };
    let end = pair.programme.end.map_or(this_week, monday_of).max(last);
    // A break that is announced is seen before it comes.
    let end = excused.map_or(end, |monday| end.max(monday));
    let first = first.max(days_before(this_week, 7 * BACK));
    let end = end.min(days_after(this_week, 7 * AHEAD));

    let mut stand_ins: Vec<&SessionId> = Vec::new();
    let judged: Vec<(Day, &SessionId, Attendance)> = placed
        .iter()
        .map(|(week, session, state)| {
            let attendance = match state {
                SessionState::Held { .. } => Attendance::Held,
                SessionState::Booked(_) => Attendance::Booked,
                SessionState::Cancelled { .. } | SessionState::Absent { .. } => called_off(pair, session, |stand_in| {
                    let is_elsewhere = stand_in.booking().is_some_and(|slot| week_of(slot.start) != *week);
                    let is_free = is_elsewhere && !stand_ins.contains(&&stand_in.id);
                    if is_free {
                        stand_ins.push(&stand_in.id);
                    }
                    is_free
                }),
            };
            (*week, &session.id, attendance)
        })
        .collect();

    let mut told = Vec::new();
    let mut monday = first;
    while monday <= end {
        let here = || judged.iter().filter(|(week, ..)| *week == monday);
        let is_ahead = monday > this_week;
        let is_first_call = call == Some(monday);
        let counted = here().filter(|(_, id, _)| !stand_ins.contains(id)).map(|(.., attendance)| attendance);
        let excused = pair.excused(monday).map(|_| &Attendance::Excused);
        let counted = counted.chain(excused).max_by_key(|attendance| attendance.weight()).cloned();
        let attendance = match counted {
            _ if is_first_call => Attendance::Held,
            Some(Attendance::Lost(_)) if is_ahead => Attendance::Empty,
            counted => counted.unwrap_or(Attendance::Empty),
        };
        told.push(AttendedWeek {
            monday,
            attendance,
            is_ahead,
            is_now: monday == this_week,
            sessions: here().map(|(_, id, _)| (*id).clone()).collect(),
            stand_ins: here().filter(|(_, id, _)| stand_ins.contains(id)).map(|(_, id, _)| (*id).clone()).collect(),
            is_first_call,
        });
        let next = days_after(monday, 7);
        if next == monday {
            break;
        }
        monday = next;
    }
    told
}

/// What a week has of a session that does not take place; `takes` says whether the session that replaces it counts for that week.
fn called_off<'a>(pair: &'a Pairing, session: &'a Session, takes: impl FnOnce(&'a Session) -> bool) -> Attendance {
    let id = session.id.clone();
    let verdict = Cancellation::of(pair, session).map(|cancellation| cancellation.ruling(&pair.contract).verdict);
    match verdict {
        Some(Verdict::Recoverable | Verdict::NothingLost) => match pair.stand_in(session) {
            Some(stand_in) if takes(stand_in) => Attendance::MadeUp(stand_in.id.clone()),
            _ => Attendance::Recoverable(id),
        },
        Some(Verdict::NotYet(_)) | None => Attendance::Recoverable(id),
        Some(Verdict::Declined | Verdict::Late { .. } | Verdict::Absent) => Attendance::Lost(id),
    }
}
