//! R4: in one week, a mentoring session and a defence only when the defence is to be reworked, the mentoring session before it.
//! Flagged when booking, never refused. A defence that the record knows to be a rework, with the mentoring session before it, is what
//! the rule allows: nothing is said of it.

use crate::domain::id::SessionId;
use crate::domain::pairing::Pairing;
use crate::domain::session::{Session, SessionKind};
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
    let is_rework = |defence: &Session| pair.assessor_from(defence).is_some();
    let moved = session.and_then(|id| pair.session(id)).is_some_and(is_rework);
    let others = pair.sessions.iter().filter(|other| Some(&other.id) != session && other.kind == against);
    let allowed = |other: &Session, at: Instant| match kind {
        SessionKind::Mentoring => start < at && is_rework(other),
        _ => at < start && moved,
    };
    let starts = others.filter_map(|other| {
        let at = other.state.filter(|state| !state.is_off())?.booking().start;
        (!allowed(other, at)).then_some(at)
    });
    let other = starts.filter(|other| monday_of(other.day(zone)) == week).min_by_key(|other| {
        // The one that is in the wrong order says more.
        let mentoring_first = if kind == SessionKind::Mentoring { start < *other } else { *other < start };
        (mentoring_first, *other)
    })?;
    let mentoring_first = if kind == SessionKind::Mentoring { start < other } else { other < start };
    Some(SameWeek { other, mentoring_first })
}
