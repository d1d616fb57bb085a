//! R4: in one week, a mentoring session and a defence only when the defence is to be reworked, the mentoring session before it.
//! Flagged when booking, never refused: whether it is a rework, the two know.

use crate::domain::id::SessionId;
use crate::domain::pairing::Pairing;
use crate::domain::session::SessionKind;
use crate::domain::time::{Instant, Zone, monday_of};

/// A mentoring session and a defence in one week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SameWeek {
    /// The start of the one already there.
    pub other: Instant,
    /// Whether the mentoring session comes first, as a rework asks for.
    pub mentoring_first: bool,
}

/// What is flagged of a session of that kind and start; `session` is the one being changed, when it exists already.
pub fn same_week(
    pair: &Pairing,
    session: Option<&SessionId>,
    kind: SessionKind,
    start: Instant,
    zone: &dyn Zone,
) -> Option<SameWeek> {
    let against = match kind {
        SessionKind::Mentoring => SessionKind::Defence,
        SessionKind::Defence => SessionKind::Mentoring,
        SessionKind::Review => return None,
    };
    let week = monday_of(start.day(zone));
    let others = pair.sessions.iter().filter(|other| Some(&other.id) != session && other.kind == against);
    let starts = others.filter_map(|other| other.state.filter(|state| !state.is_off())).map(|it| it.booking().start);
    let other = starts.filter(|other| monday_of(other.day(zone)) == week).min_by_key(|other| {
        // The one that is in the wrong order says more.
        let mentoring_first = if kind == SessionKind::Mentoring { start < *other } else { *other < start };
        (mentoring_first, *other)
    })?;
    let mentoring_first = if kind == SessionKind::Mentoring { start < other } else { other < start };
    Some(SameWeek { other, mentoring_first })
}
