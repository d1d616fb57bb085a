//! The attendance of a pair for its educational adviser: week by week, what it came to, its sessions, why something was corrected or
//! excused, and the totals. What is still to come and empty is left out.

use super::dated_moment;
use crate::domain::rule::attendance::{Attendance, AttendedWeek, Tally, attendance};
use crate::domain::{Instant, Pairing, Session, SessionState};
use crate::i18n::{Labels, LedgerWords, Rules, capitalised, visible};

/// One week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    /// Its first day.
    pub week: String,
    /// What it came to, in a word.
    pub word: String,
    /// Its sessions, whatever became of them.
    pub sessions: Vec<String>,
    /// Corrections with their reasons, and why it is excused.
    pub remarks: Vec<String>,
}

/// The ledger, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The two names.
    pub pair: String,
    /// The programme's name, once written.
    pub programme: String,
    /// From the first to the last week told.
    pub period: String,
    /// The moment at which it stands so.
    pub as_of: String,
    /// The weeks, oldest first.
    pub rows: Vec<LedgerRow>,
    /// How many weeks came to what.
    pub totals: String,
}

impl Ledger {
    /// The ledger of a pair at a moment.
    pub fn of(pair: &Pairing, now: Instant, labels: &Labels<'_>, words: &LedgerWords, rules: &Rules) -> Self {
        let mut weeks = attendance(pair, now, labels.zone);
        while weeks.last().is_some_and(|week| week.is_ahead && week.attendance == Attendance::Empty) {
            weeks.pop();
        }
        let last = weeks.last().map(|week| crate::domain::time::days_after(week.monday, 6));
        let period = match (weeks.first(), last) {
            (Some(first), Some(last)) => {
                (words.from_to)(&labels.formats.dated(first.monday), &labels.formats.dated(last))
            }
            _ => String::new(),
        };
        Self {
            pair: (words.pair)(labels.student, labels.mentor),
            programme: visible(pair.programme.name.trim()),
            period,
            as_of: capitalised(&dated_moment(labels, now)),
            rows: weeks.iter().map(|week| row(pair, week, now, labels, words)).collect(),
            totals: rules.tally(&Tally::of(&weeks)),
        }
    }
}

fn row(pair: &Pairing, week: &AttendedWeek, now: Instant, labels: &Labels<'_>, words: &LedgerWords) -> LedgerRow {
    let sessions: Vec<&Session> = week.sessions.iter().filter_map(|id| pair.session(id)).collect();
    let is_open = |session: &&Session| matches!(session.state, Some(SessionState::Booked(slot)) if slot.end() > now);
    let passed = week.attendance == Attendance::Booked && !sessions.iter().any(is_open);
    let mut remarks: Vec<String> =
        sessions.iter().filter_map(|session| correction(pair, session, labels, words)).collect();
    if week.attendance == Attendance::Excused {
        let reason = pair.excused(week.monday).unwrap_or_default();
        remarks.push((words.excused_why)(&visible(reason.trim())));
    }
    LedgerRow {
        week: labels.formats.dated(week.monday),
        word: labels.words.sessions().week(week, passed).to_owned(),
        sessions: sessions.iter().filter_map(|session| told(pair, session, now, labels, words)).collect(),
        remarks,
    }
}

/// “mentorat, mardi 24 novembre, 18 h 00, tenue”, with what stands in for one that was called off.
fn told(pair: &Pairing, session: &Session, now: Instant, labels: &Labels<'_>, words: &LedgerWords) -> Option<String> {
    let state = session.state?;
    let standing = labels.words.standing();
    let moment = labels.moment(state.booking().start);
    let became = match state {
        SessionState::Cancelled { by, .. } => (standing.cancelled_by)(labels.person(by)),
        SessionState::Absent { who, .. } => (standing.absent_of)(labels.person(who)),
        SessionState::Booked(slot) if slot.end() <= now => standing.to_confirm.to_owned(),
        _ => standing.state(state.standing()).to_owned(),
    };
    let stand_in = if state.is_off() { pair.stand_in(session) } else { None };
    let replaced = stand_in.and_then(|other| {
        let named = (labels.words.session().named)(pair.session_number(&other.id)?);
        Some((standing.replaced_by)(&named, &labels.moment(other.booking()?.start)))
    });
    let said = (words.session)(standing.kind(session.kind), &moment);
    Some([Some(said), Some(became), replaced].into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// What a session was first noted as, and why that was put right.
fn correction(pair: &Pairing, session: &Session, labels: &Labels<'_>, words: &LedgerWords) -> Option<String> {
    let standing = labels.words.standing();
    let from = standing.state(session.corrected_from?);
    let reason = visible(session.reason.trim());
    let said = if reason.is_empty() { (standing.corrected)(from) } else { (standing.corrected_why)(from, &reason) };
    let named = (labels.words.session().named)(pair.session_number(&session.id)?);
    Some((words.corrected)(&capitalised(&named), &said))
}
