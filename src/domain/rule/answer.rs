//! The ten rules of the guide, each with what it says for one pair at one moment, and the facts that it took.
//!
//! Every rule has an answer for every record: what the record does not say is an answer too. Whatever stands in one place for a rule
//! (its sentence, its source, our reading) is worded in `i18n`; here is what changes from pair to pair.

use super::attendance::{Attendance, AttendedWeek, Tally, attendance};
use super::cancellation::{Waiting, deadline, waiting};
use super::deposit::{Deposit, Standing};
use super::forecast::{Needed, Outlook, Span};
use super::horizon::unbooked;
use super::same_week::{SameWeek, same_week};
use crate::domain::id::SessionId;
use crate::domain::pairing::Pairing;
use crate::domain::session::{Session, SessionKind, SessionState};
use crate::domain::time::{Day, Instant, Zone};
use crate::domain::track::{Stage, Track};

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
    /// R5: deliverables were submitted in time.
    Deposited {
        /// When.
        at: Instant,
        /// The limit.
        deadline: Instant,
    },
    /// R5: deliverables were submitted after the limit.
    DepositedLate {
        /// When.
        at: Instant,
        /// The limit.
        deadline: Instant,
    },
    /// R6: a defence is booked, and no authorisation is noted.
    NeedsWord(Instant),
    /// R6: a defence is booked, and its project was authorised that day.
    Authorised {
        /// The defence's start.
        defence: Instant,
        /// The day.
        day: Day,
    },
    /// R7: no defence is to rework.
    NoRework,
    /// R7: a defence follows one to rework, with the assessor of that one, once noted.
    SameAssessor {
        /// Its start.
        defence: Instant,
        /// The assessor as noted, or nothing.
        assessor: String,
    },
    /// R7: a defence was to rework, and the next one is not booked.
    ToPlan {
        /// The start of the one to rework.
        defence: Instant,
        /// Its assessor as noted, or nothing.
        assessor: String,
    },
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
        GuideRule::SameAssessor => same_assessor(pair, now),
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

/// The defences to come, by start.
fn coming(pair: &Pairing, now: Instant) -> impl Iterator<Item = (&Session, Instant)> {
    let defences = pair.sessions.iter().filter(|session| session.kind == SessionKind::Defence);
    defences.filter_map(move |session| match session.state {
        Some(SessionState::Booked(slot)) if slot.end() > now => Some((session, slot.start)),
        _ => None,
    })
}

fn together(pair: &Pairing, now: Instant, zone: &dyn Zone) -> Told {
    let mut says: Vec<Says> = coming(pair, now)
        .filter_map(|(session, defence)| {
            let flag = same_week(pair, Some(&session.id), SessionKind::Defence, defence, zone)?;
            Some(Says::Together { defence, flag })
        })
        .collect();
    if says.is_empty() {
        says.push(Says::Apart);
    }
    (says, coming(pair, now).map(|(_, start)| Fact::Defence(start)).collect())
}

fn deposit(pair: &Pairing, now: Instant) -> Told {
    let hours = pair.contract.deposit_hours;
    let mut facts = vec![Fact::Now(now), Fact::Hours(hours)];
    let mut says = Vec::new();
    for (session, start) in coming(pair, now) {
        let deposit = Deposit { start, hours, submitted: session.deposited };
        let deadline = deposit.deadline();
        says.push(match (deposit.standing(now), session.deposited) {
            (Standing::Late(_), Some(at)) => Says::DepositedLate { at, deadline },
            (_, Some(at)) => Says::Deposited { at, deadline },
            (Standing::Due(left), None) => Says::DepositBefore { deadline, left },
            (_, None) => Says::DepositLate(deadline),
        });
        facts.push(Fact::Defence(start));
    }
    if says.is_empty() {
        says.push(Says::NoDefence);
    }
    (says, facts)
}

fn authorisation(pair: &Pairing, now: Instant) -> Told {
    let said = coming(pair, now).map(|(session, defence)| {
        let project = session.project.as_ref().and_then(|id| pair.project(id));
        let authorised = project.and_then(|project| project.authorised);
        authorised.map_or(Says::NeedsWord(defence), |word| Says::Authorised { defence, day: word.day })
    });
    let mut says: Vec<Says> = said.collect();
    if says.is_empty() {
        says.push(Says::NoDefence);
    }
    (says, coming(pair, now).map(|(_, start)| Fact::Defence(start)).collect())
}

fn same_assessor(pair: &Pairing, now: Instant) -> Told {
    let assessor = |session| pair.assessor(session).to_owned();
    let reworks = coming(pair, now).filter(|(session, _)| pair.assessor_from(session).is_some());
    let mut says: Vec<Says> =
        reworks.map(|(session, defence)| Says::SameAssessor { defence, assessor: assessor(session) }).collect();
    for project in &pair.programme.projects {
        if let Stage::ToTell { after } | Stage::ToPlan { after, .. } = Track::of(pair, project, now).stage
            && let Some(session) = pair.session(&after)
            && let Some(slot) = session.booking()
        {
            says.push(Says::ToPlan { defence: slot.start, assessor: assessor(session) });
        }
    }
    if says.is_empty() {
        says.push(Says::NoRework);
    }
    (says, Vec::new())
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
