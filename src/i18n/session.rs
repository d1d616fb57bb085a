//! One weekly session: before, during, after.

mod en;
mod fr;

use crate::domain::{GoalResult, Preparation, Rest, Role, Step};

pub(super) use self::{en::EN, fr::FR};

texts! {
    /// The session's screen, `#/session?id=…`.
    pub struct Session {
        title(number: usize),
        named(number: usize),
        of_day(session: &str, day: &str),
        both(mentor: &str, student: &str),

        gone_title,
        gone_body,
        gone_goals,
        list_title,
        planned,
        under_way,
        held(lasted: &str),
        took_place,

        before_page(session: &str),
        before_title,
        before_title_other(student: &str),
        before_lede(mentor: &str),
        before_lede_other(student: &str),
        before_steps,
        scenario,
        scenario_of(project: &str),
        scenario_read,
        scenario_said(student: &str),
        deliverables,
        deliverables_asked,
        deliverables_known,
        deliverables_said(student: &str),
        not_said_yet(student: &str),
        done_title,
        done_title_other(student: &str),
        done_none,
        done_mine,
        nothing_written(student: &str),
        questions_title,
        questions_title_other(student: &str),
        searched,
        not_searched,
        another_question,
        when_done,
        when_done_body(mentor: &str),
        give_copy(name: &str),
        begin,
        begin_hint,
        began,
        already_held,
        private_title,
        private_label,
        private_hint,

        steps,
        step_page(number: usize, session: &str),
        left(minutes: u32),
        over,
        minutes_until(minutes: u32, time: &str),
        minutes_done(minutes: u32, time: &str),
        go_to_step(number: usize),
        now_step(number: usize, name: &str),
        resume_step,
        resume_step_named(name: &str),
        take_back,
        progress,
        progress_short,
        questions,
        questions_short,
        deliverables_step,
        deliverables_short,
        goals,
        goals_short,
        resources,
        resources_short,
        progress_mentor,
        progress_student,
        progress_both,
        questions_mentor,
        questions_student,
        questions_both,
        deliverables_mentor,
        deliverables_student(mentor: &str),
        deliverables_both,
        goals_mentor,
        goals_student(mentor: &str),
        goals_both,
        resources_mentor,
        resources_student,
        resources_both,

        no_goal_up,
        result_of(goal: &str),
        reached,
        partly,
        not_yet,
        expected(evidence: &str),
        nothing_expected,
        carried_since(session: &str, times: usize),
        carried_since_call,
        rewritten_from(goal: &str),
        seen,
        rest,
        rest_of(goal: &str),
        carry_to(session: &str),
        carry,
        reword,
        drop,
        third_time,
        split,
        carry_as_is,
        reworded(count: usize),
        go_write,

        no_question,
        answered,
        carry_question,
        carry_question_named(question: &str),
        carried_question,
        keep_question,
        keep_question_named(question: &str),
        question_since(session: &str),
        add_question,

        review_of(mentor: &str),
        review_project(project: &str),
        remarks,
        remarks_hint,

        goals_title(student: &str),
        next_title,

        resources_lede,
        resources_label,
        resources_hint,

        close_title,
        close_lede,
        lasted,
        minutes_unit,
        close,
        close_anyway,
        close_missing,
        closed,

        after_page(session: &str),
        after_title,
        after_title_undated,
        after_held(session: &str, day: &str, lasted: &str),
        after_next(day: &str),
        after_no_next,
        week_title(student: &str),
        week_none,
        steps_title(student: &str),
        after_reread,
        after_work,
        after_prepare,
        after_blocked,
        after_helps,
        said_title,
        said_goals,
        said_questions,
        said_remarks,
        said_resources,
        said_nothing,
        question_answered,
        question_carried,
        survey_title,
        survey_body,
        survey_group,
        survey_done(name: &str),
        copy_title,
        copy_body,
        reopen,
        reopen_hint,
        reopened,
    }
}

impl Session {
    /// The name of a step.
    pub fn step(&self, step: Step) -> &'static str {
        match step {
            Step::Progress => self.progress,
            Step::Questions => self.questions,
            Step::Deliverables => self.deliverables_step,
            Step::Goals => self.goals,
            Step::Resources => self.resources,
        }
    }

    /// The name of a step in a word or two.
    pub fn step_short(&self, step: Step) -> &'static str {
        match step {
            Step::Progress => self.progress_short,
            Step::Questions => self.questions_short,
            Step::Deliverables => self.deliverables_short,
            Step::Goals => self.goals_short,
            Step::Resources => self.resources_short,
        }
    }

    /// What the person who has the floor does in a step; both when `turn` is nobody's.
    pub fn instruction(&self, step: Step, turn: Option<Role>, mentor: &str) -> String {
        match (step, turn) {
            (Step::Progress, Some(Role::Mentor)) => self.progress_mentor.into(),
            (Step::Progress, Some(Role::Student)) => self.progress_student.into(),
            (Step::Progress, None) => self.progress_both.into(),
            (Step::Questions, Some(Role::Mentor)) => self.questions_mentor.into(),
            (Step::Questions, Some(Role::Student)) => self.questions_student.into(),
            (Step::Questions, None) => self.questions_both.into(),
            (Step::Deliverables, Some(Role::Mentor)) => self.deliverables_mentor.into(),
            (Step::Deliverables, Some(Role::Student)) => (self.deliverables_student)(mentor),
            (Step::Deliverables, None) => self.deliverables_both.into(),
            (Step::Goals, Some(Role::Mentor)) => self.goals_mentor.into(),
            (Step::Goals, Some(Role::Student)) => (self.goals_student)(mentor),
            (Step::Goals, None) => self.goals_both.into(),
            (Step::Resources, Some(Role::Mentor)) => self.resources_mentor.into(),
            (Step::Resources, Some(Role::Student)) => self.resources_student.into(),
            (Step::Resources, None) => self.resources_both.into(),
        }
    }

    /// What the student says of something to see to, on its box.
    pub fn i_prepared(&self, what: Preparation) -> &'static str {
        match what {
            Preparation::Scenario => self.scenario_read,
            Preparation::Deliverables => self.deliverables_known,
        }
    }

    /// The same, told to the mentor.
    pub fn has_prepared(&self, what: Preparation, student: &str) -> String {
        match what {
            Preparation::Scenario => (self.scenario_said)(student),
            Preparation::Deliverables => (self.deliverables_said)(student),
        }
    }

    /// One of the three answers, as on its button.
    pub fn answer(&self, result: GoalResult) -> &'static str {
        match result {
            GoalResult::Reached => self.reached,
            GoalResult::Partly { .. } => self.partly,
            GoalResult::NotYet { .. } => self.not_yet,
        }
    }

    /// What becomes of the rest, as on its button; `next` is what the next session is called, once it is booked.
    pub fn rest(&self, rest: Rest, next: Option<&str>) -> String {
        match (rest, next) {
            (Rest::Carried, Some(next)) => (self.carry_to)(next),
            (Rest::Carried, None) => self.carry.to_owned(),
            (Rest::Reworded, _) => self.reword.to_owned(),
            (Rest::Dropped, _) => self.drop.to_owned(),
        }
    }
}
