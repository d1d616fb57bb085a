//! The rules in words: what each asks, what it says for a pair, where it comes from, and how we read it.
//!
//! They stay out of [`Messages`](super::Messages): the first screens do not fetch them.

mod en;
mod fr;
mod said;

use super::{GuideLink, Locale};
use crate::domain::rule::answer::GuideRule;

texts! {
    /// The rules, `#/regles`.
    pub struct Rules {
        title,
        lede,
        contents,
        today(moment: &str),
        number(number: usize),
        source_title,
        source,
        reading_title,
        facts_title,

        contract_title,
        contract_note,
        contract_usual(number: &str),
        contract_back(number: &str),
        contract_conditional,
        contract_conditional_hint,
        contract_practice,
        contract_said,
        contract_unread,

        title_attendance,
        title_horizon,
        title_cancellation,
        title_same_week,
        title_deposit,
        title_authorisation,
        title_same_assessor,
        title_end_date,
        title_jury,
        title_open_words,

        attendance,
        horizon(weeks: &str),
        cancellation(hours: u32, mentor: &str),
        same_week,
        deposit(hours: u32),
        authorisation(mentor: &str),
        same_assessor,
        end_date,
        jury,
        open_words,

        reading_attendance,
        reading_horizon,
        reading_cancellation(hours: u32, mentor: &str, student: &str),
        reading_same_week,
        reading_deposit(hours: u32),
        reading_authorisation(student: &str),
        reading_same_assessor,

        no_week,
        week(week: &str, word: &str),
        booked_ahead(weeks: u32),
        session(moment: &str),
        too_late(deadline: &str),
        waiting_until(session: &str, until: &str),
        waiting(session: &str),
        missing(lacking: &str),
        the_sooner,
        apart,
        defence(moment: &str),
        no_defence,
        deposit_before(deadline: &str, left: &str),
        deposit_late(deadline: &str, mentor: &str),
        deposited(at: &str, deadline: &str),
        deposited_late(at: &str, deadline: &str),
        needs_word(moment: &str, mentor: &str),
        authorised(moment: &str, day: &str),
        no_rework,
        same_assessor_as(moment: &str, assessor: &str),
        same_assessor_unnamed(moment: &str),
        to_plan(moment: &str, assessor: &str),
        to_plan_unnamed(moment: &str),
        in_time(end: &str),
        beyond(end: &str),
        over(projects: u32),
        jury_waits(day: &str),
        jury_left(projects: u32),
        open,
        days_and_hours(days: u32, hours: u32),

        fact_now,
        fact_today,
        fact_weeks,
        fact_hours,
        fact_session,
        fact_defence,
        fact_tally,
        fact_end,
        fact_projects,
        fact_pace,
        projects_of(validated: u32, of: u32),
        pace(days: &str),

        held(count: u32),
        booked(count: u32),
        made_up(count: u32),
        recoverable(count: u32),
        lost(count: u32),
        excused(count: u32),
        stand_in(count: u32),
        empty(count: u32),
        nothing,
    }
}

impl Rules {
    /// The words of a language.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Fr => &fr::FR,
            Locale::En => &en::EN,
        }
    }

    /// Calls `visit` with every text and its name: what typography tests read.
    pub fn visit(&self, visit: &mut dyn FnMut(&str, &str)) {
        self.each(&mut |name, text| visit(&format!("rules.{name}"), text));
    }

    /// What a rule is called.
    pub fn name(&self, rule: GuideRule) -> &'static str {
        match rule {
            GuideRule::Attendance => self.title_attendance,
            GuideRule::Horizon => self.title_horizon,
            GuideRule::Cancellation => self.title_cancellation,
            GuideRule::SameWeek => self.title_same_week,
            GuideRule::Deposit => self.title_deposit,
            GuideRule::Authorisation => self.title_authorisation,
            GuideRule::SameAssessor => self.title_same_assessor,
            GuideRule::EndDate => self.title_end_date,
            GuideRule::Jury => self.title_jury,
            GuideRule::OpenWords => self.title_open_words,
        }
    }

    /// Where a rule stands: the link of the guide that speaks of it.
    pub fn link(rule: GuideRule) -> GuideLink {
        match rule {
            GuideRule::Attendance => GuideLink::HowSessionsGo,
            GuideRule::Horizon | GuideRule::Cancellation => GuideLink::ManageSessions,
            GuideRule::SameWeek | GuideRule::Deposit | GuideRule::Authorisation | GuideRule::SameAssessor => {
                GuideLink::Defences
            }
            GuideRule::EndDate | GuideRule::Jury => GuideLink::Jury,
            GuideRule::OpenWords => GuideLink::ChangeMentor,
        }
    }
}
