//! The ten rules of the guide, each with what it says for one pair at one moment, and the facts that it took.
//!
//! Every rule has an answer for every record: what the record does not say is an answer too. Whatever stands in one place for a rule
//! (its sentence, its source, our reading) is worded in `i18n`; here is what changes from pair to pair.

use super::attendance::{Attendance, AttendedWeek, Tally, attendance};
use super::cancellation::{Waiting, deadline, waiting};
use super::forecast::{Needed, Outlook, Span};
use super::horizon::unbooked;
use super::same_week::{SameWeek, same_week};
use crate::domain::id::SessionId;
use crate::domain::pairing::Pairing;
use crate::domain::session::{Session, SessionKind, SessionState};
use crate::domain::time::{Day, Instant, Zone};

/// A rule of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuideRule {
    /// R1: one session a week.
    Attendance,
    /// R2: booked ahead.
    Horizon,
    /// R3: cancelling.
    Cancellation,
    /// R4: a mentoring session and a defence in one week.
    SameWeek,
    /// R5: deliverables before a defence.
    Deposit,
    /// R6: the mentor's authorisation.
    Authorisation,
    /// R7: the same assessor.
    SameAssessor,
    /// R8: every project before the end.
    EndDate,
    /// R9: the jury.
    Jury,
    /// R10: open words.
    OpenWords,
}

impl GuideRule {
    /// All of them, in the guide's order.
    pub const ALL: [Self; 10] = [
        Self::Attendance,
        Self::Horizon,
        Self::Cancellation,
        Self::SameWeek,
        Self::Deposit,
        Self::Authorisation,
        Self::SameAssessor,
        Self::EndDate,
        Self::Jury,
        Self::OpenWords,
    ];

    /// Its name in addresses: `#/regles?regle=annulation`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Attendance => "assiduite",
            Self::Horizon => "avance",
            Self::Cancellation => "annulation",
            Self::SameWeek => "meme-semaine",
            Self::Deposit => "depot",
            Self::Authorisation => "autorisation",
            Self::SameAssessor => "evaluation",
            Self::EndDate => "fin",
            Self::Jury => "jury",
            Self::OpenWords => "parole",
        }
    }

    /// The rule of that name.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.slug() == slug)
    }
}

/// What a rule says for a pair at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// R1: nothing was held or booked yet.
    NoWeek,
    /// R1: the present week, or the last one that counts.
    Week {
        /// Which, and what it came to.
        week: AttendedWeek,
        /// Whether the time of its booked session has passed: what became of it is not said yet.
        passed: bool,
    },
    /// R2: each of so many coming weeks has a session.
    BookedAhead(u32),
    /// R2: nothing is booked in these weeks, by their Mondays.
    Unbooked(Vec<Day>),
    /// R2, R3: no session is to come.
    NoSession,
    /// R3: a session can be cancelled in time until then.
    CancelBefore {
        /// Its start.
        start: Instant,
        /// The limit.
        deadline: Instant,
    },
    /// R3: it is too late to cancel a session.
    CancelTooLate {
        /// Its start.
        start: Instant,
        /// The limit.
        deadline: Instant,
    },
    /// R3: a session was cancelled, and can still be made up for.
    Waiting(Waiting),
    /// R4: no week has both.
    Apart,
    /// R4: a defence and a mentoring session are in one week.
    Together {
        /// The defence's start.
        defence: Instant,
        /// The other one, and which comes first.
        flag: SameWeek,
    },
    /// R5, R6: no defence is to come.
    NoDefence,
    /// R5: deliverables are due, so many minutes from now.
    DepositBefore {
        /// The limit.
        deadline: Instant,
        /// Whole minutes until then.
        left: i64,
    },
    /// R5: the limit has passed.
    DepositLate(Instant),
    /// R6: a defence is booked: it takes the mentor's word.
    NeedsWord(Instant),
    /// R7: so many defences were held.
    Defences(usize),
    /// R8: there is no project.
    NoProject,
    /// R8, R9: all are validated, the last one that day.
    AllValidated(Day),
    /// R8: too little was validated to look ahead.
    NoForecast,
    /// R8: the forecast.
    Forecast {
        /// When all would be validated.
        span: Span,
        /// The programme's end, once known.
        end: Option<Day>,
    },
    /// R8: the programme's end has come, with projects left.
    Over(u32),
    /// R9: so many projects are left.
    ProjectsLeft(u32),
    /// R10: nothing to reckon.
    Open,
}

/// Something that a rule took from the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// The moment at which it was asked.
    Now(Instant),
    /// A day: today.
    Today(Day),
    /// Weeks of the contract.
    Weeks(u32),
    /// Hours of the contract.
    Hours(u32),
    /// The start of the next session.
    Session(Instant),
    /// The start of the next defence.
    Defence(Instant),
    /// What the weeks came to.
    Tally(Tally),
    /// The programme's last day.
    End(Day),
    /// Projects validated, of how many.
    Projects(u32, u32),
    /// Days left, and projects to validate in them.
    Pace(i64, i64),
}

/// What a rule says, and from what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which rule.
    pub rule: GuideRule,
    /// What it says, the most pressing first; never empty.
    pub says: Vec<Says>,
    /// What it took.
    pub facts: Vec<Fact>,
}

/// What every rule says for `pair` at `now`, in the guide's order.
pub fn answers(pair: &Pairing, now: Instant, zone: &dyn Zone) -> Vec<Answer> {
    GuideRule::ALL.into_iter().map(|rule| answer(rule, pair, now, zone)).collect()
}

/// What one rule says for `pair` at `now`.
pub fn answer(rule: GuideRule, pair: &Pairing, now: Instant, zone: &dyn Zone) -> Answer {
    let (says, facts) = match rule {
        GuideRule::Attendance => weekly(pair, now, zone),
        GuideRule::Horizon => ahead(pair, now, zone),
        GuideRule::Cancellation => cancelling(pair, now),
        GuideRule::SameWeek => together(pair, now, zone),
        GuideRule::Deposit => deposit(pair, now),
        GuideRule::Authorisation => authorisation(pair, now),
        GuideRule::SameAssessor => {
            let held = pair.sessions.iter().filter(|it| it.kind == SessionKind::Defence && it.is_held()).count();
            (vec![Says::Defences(held)], Vec::new())
        }
        GuideRule::EndDate => end_date(pair, now.day(zone)),
        GuideRule::Jury => jury(pair, now.day(zone)),
        GuideRule::OpenWords => (vec![Says::Open], Vec::new()),
    };
    Answer { rule, says, facts }
}

type Told = (Vec<Says>, Vec<Fact>);

fn weekly(pair: &Pairing, now: Instant, zone: &dyn Zone) -> Told {
    let weeks = attendance(pair, now, zone);
    let present = weeks.iter().find(|week| week.is_now).or_else(|| weeks.last());
    let says = present.cloned().map_or(Says::NoWeek, |week| {
        let booked = |id: &SessionId| {
            matches!(pair.session(id)?.state?, SessionState::Booked(slot) if slot.end() > now).then_some(())
        };
        let passed = week.attendance == Attendance::Booked && !week.sessions.iter().any(|id| booked(id).is_some());
        Says::Week { week, passed }
    });
    (vec![says], vec![Fact::Now(now), Fact::Tally(Tally::of(&weeks))])
}

fn ahead(pair: &Pairing, now: Instant, zone: &dyn Zone) -> Told {
    let weeks = pair.contract.horizon_weeks;
    let missing = unbooked(pair, now, zone);
    let says = if missing.is_empty() { Says::BookedAhead(weeks) } else { Says::Unbooked(missing) };
    (vec![says], vec![Fact::Today(now.day(zone)), Fact::Weeks(weeks)])
}

fn cancelling(pair: &Pairing, now: Instant) -> Told {
    let mut says: Vec<Says> = waiting(pair, now).into_iter().map(Says::Waiting).collect();
    let mut facts = vec![Fact::Now(now), Fact::Hours(pair.contract.notice_hours)];
    let next = pair.next_session(now).map(|(_, slot)| slot.start).filter(|start| *start > now);
    says.push(match next {
        None => Says::NoSession,
        Some(start) => {
            facts.push(Fact::Session(start));
            let deadline = deadline(start, &pair.contract);
            if now < deadline {
                Says::CancelBefore { start, deadline }
            } else {
                Says::CancelTooLate { start, deadline }
            }
        }
    });
    (says, facts)
}

/// The sessions to come of a kind, by start.
fn coming(pair: &Pairing, kind: SessionKind, now: Instant) -> impl Iterator<Item = (&SessionId, Instant)> {
    pair.sessions.iter().filter_map(move |session: &Session| match session.state {
        Some(SessionState::Booked(slot)) if session.kind == kind && slot.end() > now => Some((&session.id, slot.start)),
        _ => None,
    })
}

fn together(pair: &Pairing, now: Instant, zone: &dyn Zone) -> Told {
    let mut says: Vec<Says> = coming(pair, SessionKind::Defence, now)
        .filter_map(|(id, defence)| {
            let flag = same_week(pair, Some(id), SessionKind::Defence, defence, zone)?;
            Some(Says::Together { defence, flag })
        })
        .collect();
    if says.is_empty() {
        says.push(Says::Apart);
    }
    (says, coming(pair, SessionKind::Defence, now).map(|(_, start)| Fact::Defence(start)).collect())
}

fn deposit(pair: &Pairing, now: Instant) -> Told {
    let hours = Fact::Hours(pair.contract.deposit_hours);
    let Some((_, start)) = coming(pair, SessionKind::Defence, now).next() else {
        return (vec![Says::NoDefence], vec![hours]);
    };
    let deadline = start.plus_minutes(-pair.contract.deposit());
    // Exactly at the limit is in time, as we read “at least”.
    let says = if now <= deadline {
        Says::DepositBefore { deadline, left: deadline.minutes_since(now) }
    } else {
        Says::DepositLate(deadline)
    };
    (vec![says], vec![Fact::Now(now), hours, Fact::Defence(start)])
}

fn authorisation(pair: &Pairing, now: Instant) -> Told {
    let next = coming(pair, SessionKind::Defence, now).next();
    match next {
        Some((_, start)) => (vec![Says::NeedsWord(start)], vec![Fact::Defence(start)]),
        None => (vec![Says::NoDefence], Vec::new()),
    }
}

fn end_date(pair: &Pairing, today: Day) -> Told {
    let forecast = pair.programme.forecast(today);
    let end = pair.programme.end;
    let projects = forecast.validated + forecast.left;
    let mut facts = vec![Fact::Today(today), Fact::Projects(forecast.validated, projects)];
    facts.extend(end.map(Fact::End));
    let says = match (forecast.outlook, forecast.end()) {
        (Outlook::NoProject, _) => Says::NoProject,
        (Outlook::Done(day), _) => Says::AllValidated(day),
        _ if forecast.needed == Needed::Over => Says::Over(forecast.left),
        (Outlook::Ahead(_), Some(span)) => Says::Forecast { span, end },
        _ => Says::NoForecast,
    };
    if let (Needed::Pace(pace), true) = (forecast.needed, forecast.left > 0) {
        facts.push(Fact::Pace(pace.days, pace.projects));
    }
    (vec![says], facts)
}

fn jury(pair: &Pairing, today: Day) -> Told {
    let forecast = pair.programme.forecast(today);
    let says = match forecast.outlook {
        Outlook::NoProject => Says::NoProject,
        Outlook::Done(day) => Says::AllValidated(day),
        _ => Says::ProjectsLeft(forecast.left),
    };
    (vec![says], vec![Fact::Projects(forecast.validated, forecast.validated + forecast.left)])
}
