//! An answer of the rules in words.

use super::Rules;
use crate::domain::Contract;
use crate::domain::rule::answer::{Answer, Fact, GuideRule, Says};
use crate::domain::rule::attendance::Tally;
use crate::domain::rule::cancellation::Waiting;
use crate::domain::rule::forecast::Span;
use crate::domain::{Day, Instant, Threshold};
use crate::i18n::{Labels, visible};

impl Rules {
    /// What a rule asks, with the numbers of the contract.
    pub fn sentence(&self, rule: GuideRule, contract: &Contract, labels: &Labels<'_>) -> String {
        match rule {
            GuideRule::Attendance => self.attendance.to_owned(),
            GuideRule::Horizon => {
                (self.horizon)(&labels.words.contract().number(Threshold::Horizon, contract.horizon_weeks))
            }
            GuideRule::Cancellation => (self.cancellation)(contract.notice_hours, labels.mentor),
            GuideRule::SameWeek => self.same_week.to_owned(),
            GuideRule::Deposit => (self.deposit)(contract.deposit_hours),
            GuideRule::Authorisation => (self.authorisation)(labels.mentor),
            GuideRule::SameAssessor => self.same_assessor.to_owned(),
            GuideRule::EndDate => self.end_date.to_owned(),
            GuideRule::Jury => self.jury.to_owned(),
            GuideRule::OpenWords => self.open_words.to_owned(),
        }
    }

    /// How we read a rule where the guide is silent or can be read in several ways.
    pub fn reading(&self, rule: GuideRule, contract: &Contract, labels: &Labels<'_>) -> Option<String> {
        Some(match rule {
            GuideRule::Attendance => self.reading_attendance.to_owned(),
            GuideRule::Horizon => self.reading_horizon.to_owned(),
            GuideRule::Cancellation => {
                (self.reading_cancellation)(contract.notice_hours, labels.mentor, labels.student)
            }
            GuideRule::SameWeek => self.reading_same_week.to_owned(),
            GuideRule::Deposit => (self.reading_deposit)(contract.deposit_hours),
            GuideRule::Authorisation => (self.reading_authorisation)(labels.student),
            GuideRule::SameAssessor => self.reading_same_assessor.to_owned(),
            GuideRule::EndDate => format!("{} {}", labels.words.charts().computed, labels.words.charts().reading),
            GuideRule::Jury | GuideRule::OpenWords => return None,
        })
    }

    /// What a rule says for the pair, one sentence or more for each thing it says.
    pub fn said(&self, answer: &Answer, labels: &Labels<'_>) -> Vec<String> {
        answer.says.iter().map(|says| self.one(answer.rule, says, labels)).collect()
    }

    fn one(&self, rule: GuideRule, says: &Says, labels: &Labels<'_>) -> String {
        let words = labels.words;
        let moment = |at: &Instant| labels.moment(*at);
        let dated = |day: Day| labels.formats.dated(day);
        match says {
            Says::NoWeek => self.no_week.to_owned(),
            Says::Week { week, passed } => {
                let of = (words.sessions().week_of)(&labels.formats.day_month(week.monday));
                (self.week)(&of, words.sessions().week(week, *passed))
            }
            Says::BookedAhead(weeks) => (self.booked_ahead)(*weeks),
            Says::Unbooked(weeks) => {
                let said = weeks.iter().map(|week| (words.sessions().nothing_in)(&labels.formats.day_month(*week)));
                said.collect::<Vec<_>>().join(" ")
            }
            Says::NoSession => words.dashboard().no_session_next.to_owned(),
            Says::CancelBefore { start, deadline } => {
                let rule = (words.next_session().recoverable)(&moment(deadline), labels.mentor);
                format!("{} {rule}", (self.session)(&moment(start)))
            }
            Says::CancelTooLate { start, deadline } => {
                format!("{} {}", (self.session)(&moment(start)), (self.too_late)(&moment(deadline)))
            }
            Says::Waiting(waiting) => self.waiting_said(waiting, labels),
            Says::Apart => self.apart.to_owned(),
            Says::Together { defence, flag } => {
                let standing = words.standing();
                let said = if flag.mentoring_first { standing.same_week_first } else { standing.same_week_after };
                format!("{} {}", (self.defence)(&moment(defence)), said(&moment(&flag.other)))
            }
            Says::NoDefence => self.no_defence.to_owned(),
            Says::DepositBefore { deadline, left } => {
                (self.deposit_before)(&moment(deadline), &self.span(*left, labels))
            }
            Says::DepositLate(deadline) => (self.deposit_late)(&moment(deadline), labels.mentor),
            Says::NeedsWord(defence) => (self.needs_word)(&moment(defence), labels.mentor),
            Says::Deposited { at, deadline } => (self.deposited)(&moment(at), &moment(deadline)),
            Says::DepositedLate { at, deadline } => (self.deposited_late)(&moment(at), &moment(deadline)),
            Says::Authorised { defence, day } => (self.authorised)(&moment(defence), &dated(*day)),
            Says::NoRework => self.no_rework.to_owned(),
            Says::SameAssessor { defence, assessor } if assessor.is_empty() => {
                (self.same_assessor_unnamed)(&moment(defence))
            }
            Says::SameAssessor { defence, assessor } => (self.same_assessor_as)(&moment(defence), &visible(assessor)),
            Says::ToPlan { defence, assessor } if assessor.is_empty() => (self.to_plan_unnamed)(&moment(defence)),
            Says::ToPlan { defence, assessor } => (self.to_plan)(&moment(defence), &visible(assessor)),
            Says::NoProject => words.charts().no_project.to_owned(),
            Says::AllValidated(day) if rule == GuideRule::Jury => (self.jury_waits)(&dated(*day)),
            Says::AllValidated(day) => (words.charts().all_done)(&dated(*day)),
            Says::NoForecast => words.charts().not_enough.to_owned(),
            Says::Forecast { span, end } => self.forecast(*span, *end, labels),
            Says::Over(left) => (self.over)(*left),
            Says::ProjectsLeft(left) => (self.jury_left)(*left),
            Says::Open => self.open.to_owned(),
        }
    }

    /// A cancelled session that can still be made up for: until when, and what it lacks.
    pub fn waiting_said(&self, waiting: &Waiting, labels: &Labels<'_>) -> String {
        let session = labels.moment(waiting.start);
        let missing = (self.missing)(&labels.words.cancellation().lacking(waiting.lacking, labels.mentor));
        match waiting.until {
            Some(until) => format!("{} {missing}", (self.waiting_until)(&session, &labels.moment(until))),
            None => format!("{} {missing} {}", (self.waiting)(&session), self.the_sooner),
        }
    }

    fn forecast(&self, span: Span, end: Option<Day>, labels: &Labels<'_>) -> String {
        let (charts, dated) = (labels.words.charts(), |day| labels.formats.dated(day));
        let mut said = vec![(charts.likely)(&dated(span.likely))];
        if span.earliest != span.latest {
            said.push((charts.range)(&dated(span.earliest), &dated(span.latest)));
        }
        said.push(match end {
            None => charts.no_end.to_owned(),
            Some(end) if span.likely <= end => (self.in_time)(&dated(end)),
            Some(end) => (self.beyond)(&dated(end)),
        });
        said.join(" ")
    }

    /// A length of time as people say it: “2 jours et 3 h”, “5 h 20”.
    pub fn span(&self, minutes: i64, labels: &Labels<'_>) -> String {
        let minutes = u32::try_from(minutes).unwrap_or(0);
        let hours = minutes / 60;
        if hours < 48 { labels.words.fields().duration(minutes) } else { (self.days_and_hours)(hours / 24, hours % 24) }
    }

    /// What a fact is called, and what it says.
    pub fn fact(&self, fact: &Fact, labels: &Labels<'_>) -> (&'static str, String) {
        let number = |threshold, number| labels.words.contract().number(threshold, number);
        match fact {
            Fact::Now(at) => (self.fact_now, labels.moment(*at)),
            Fact::Today(day) => (self.fact_today, labels.formats.dated(*day)),
            Fact::Weeks(weeks) => (self.fact_weeks, number(Threshold::Horizon, *weeks)),
            Fact::Hours(hours) => (self.fact_hours, number(Threshold::Notice, *hours)),
            Fact::Session(at) => (self.fact_session, labels.moment(*at)),
            Fact::Defence(at) => (self.fact_defence, labels.moment(*at)),
            Fact::Tally(tally) => (self.fact_tally, self.tally(tally)),
            Fact::End(day) => (self.fact_end, labels.formats.dated(*day)),
            Fact::Projects(validated, of) => (self.fact_projects, (self.projects_of)(*validated, *of)),
            Fact::Pace(days, projects) => {
                (self.fact_pace, (self.pace)(&labels.formats.tenths(days.saturating_mul(10) / (*projects).max(1))))
            }
        }
    }

    /// How many weeks came to what; what there is none of is left out.
    pub fn tally(&self, tally: &Tally) -> String {
        let counted = [
            (self.held, tally.held),
            (self.booked, tally.booked),
            (self.made_up, tally.made_up),
            (self.recoverable, tally.recoverable),
            (self.lost, tally.lost),
            (self.excused, tally.excused),
            (self.stand_in, tally.stand_in),
            (self.empty, tally.empty),
        ];
        let said = counted.iter().filter(|(_, count)| *count > 0).map(|(words, count)| words(*count));
        let said = said.collect::<Vec<_>>().join(", ");
        if said.is_empty() { self.nothing.to_owned() } else { said }
    }
}
