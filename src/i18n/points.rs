//! Sections 2 to 4: every point of the guide, in our own words. A point's lines stand one under the other.

mod en;
mod fr;

use crate::domain::{PointId, Section};

use super::links::GuideLink;

pub(super) use self::{en::EN, fr::FR};

texts! {
    /// Every point of sections 2 to 4.
    pub struct Points {
        becomes_a_question,
        clear,
        to_clarify,

        support_title, support,
        help_centre_title, help_centre,
        adviser_title, adviser,
        mentor_role_title(mentor: &str), mentor_role,
        companion_title, companion,
        community_title, community,
        coaching_title, coaching,

        a_project,
        a_session,
        two_ways,
        to_the_jury,
        work_alone_title, work_alone(student: &str),
        mission_title, mission,
        deliverables_title, deliverables(student: &str),
        two_mentors_title, two_mentors(mentor: &str, student: &str),
        book_ahead_title, book_ahead,
        before_title, before,
        during_title, during(mentor: &str),
        after_title, after,
        on_their_side(student: &str),
        both_of_you,
        every_project_title, every_project,
        review_title, review(mentor: &str, student: &str),
        review_with(mentor: &str),
        defence_title, defence(mentor: &str, student: &str),
        defence_with,
        deadline,
        rework_title, rework(student: &str),
        jury_title, jury,

        habits,
        rules,
        partnership,
        the_end,
        slot_title, slot,
        channels_title, channels,
        between_title, between,
        attendance_title, attendance,
        prepare_title, prepare,
        cancel_early_title, cancel_early(mentor: &str),
        cancel_late_title, cancel_late,
        same_week_title, same_week,
        partners_title, partners(mentor: &str, student: &str),
        open_words_title, open_words,
        surveys_title, surveys,
        change_partner_title, change_partner,
        end_date_title, end_date,
    }
}

/// How the lines of a point stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Sentences, one under the other.
    Said,
    /// Things to do, in no order.
    Listed,
    /// Steps in order.
    Numbered,
}

impl Points {
    /// The title of a point: what a question made of it is about.
    pub fn title(&self, point: PointId, mentor: &str) -> String {
        match point {
            PointId::Support => self.support_title,
            PointId::HelpCentre => self.help_centre_title,
            PointId::Adviser => self.adviser_title,
            PointId::MentorRole => return (self.mentor_role_title)(mentor),
            PointId::Companion => self.companion_title,
            PointId::Community => self.community_title,
            PointId::Coaching => self.coaching_title,
            PointId::WorkAlone => self.work_alone_title,
            PointId::Mission => self.mission_title,
            PointId::Deliverables => self.deliverables_title,
            PointId::TwoMentors => self.two_mentors_title,
            PointId::BookAhead => self.book_ahead_title,
            PointId::Before => self.before_title,
            PointId::During => self.during_title,
            PointId::After => self.after_title,
            PointId::EveryProject => self.every_project_title,
            PointId::Review => self.review_title,
            PointId::Defence => self.defence_title,
            PointId::Rework => self.rework_title,
            PointId::Jury => self.jury_title,
            PointId::Slot => self.slot_title,
            PointId::Channels => self.channels_title,
            PointId::Between => self.between_title,
            PointId::Attendance => self.attendance_title,
            PointId::Prepare => self.prepare_title,
            PointId::CancelEarly => self.cancel_early_title,
            PointId::CancelLate => self.cancel_late_title,
            PointId::SameWeek => self.same_week_title,
            PointId::Partners => self.partners_title,
            PointId::OpenWords => self.open_words_title,
            PointId::Surveys => self.surveys_title,
            PointId::ChangePartner => self.change_partner_title,
            PointId::EndDate => self.end_date_title,
        }
        .to_owned()
    }

    /// The lines of a point.
    pub fn lines(&self, point: PointId, mentor: &str, student: &str) -> Vec<String> {
        let text = match point {
            PointId::Support => self.support.to_owned(),
            PointId::HelpCentre => self.help_centre.to_owned(),
            PointId::Adviser => self.adviser.to_owned(),
            PointId::MentorRole => self.mentor_role.to_owned(),
            PointId::Companion => self.companion.to_owned(),
            PointId::Community => self.community.to_owned(),
            PointId::Coaching => self.coaching.to_owned(),
            PointId::WorkAlone => (self.work_alone)(student),
            PointId::Mission => self.mission.to_owned(),
            PointId::Deliverables => (self.deliverables)(student),
            PointId::TwoMentors => (self.two_mentors)(mentor, student),
            PointId::BookAhead => self.book_ahead.to_owned(),
            PointId::Before => self.before.to_owned(),
            PointId::During => (self.during)(mentor),
            PointId::After => self.after.to_owned(),
            PointId::EveryProject => self.every_project.to_owned(),
            PointId::Review => (self.review)(mentor, student),
            PointId::Defence => (self.defence)(mentor, student),
            PointId::Rework => (self.rework)(student),
            PointId::Jury => self.jury.to_owned(),
            PointId::Slot => self.slot.to_owned(),
            PointId::Channels => self.channels.to_owned(),
            PointId::Between => self.between.to_owned(),
            PointId::Attendance => self.attendance.to_owned(),
            PointId::Prepare => self.prepare.to_owned(),
            PointId::CancelEarly => (self.cancel_early)(mentor),
            PointId::CancelLate => self.cancel_late.to_owned(),
            PointId::SameWeek => self.same_week.to_owned(),
            PointId::Partners => (self.partners)(mentor, student),
            PointId::OpenWords => self.open_words.to_owned(),
            PointId::Surveys => self.surveys.to_owned(),
            PointId::ChangePartner => self.change_partner.to_owned(),
            PointId::EndDate => self.end_date.to_owned(),
        };
        text.lines().map(str::to_owned).collect()
    }

    /// The name of a point that is a help, inside a sentence: “le Support”, “Karim”.
    pub fn in_sentence(&self, point: PointId, mentor: &str) -> String {
        let title = self.title(point, mentor);
        let article = point != PointId::MentorRole && ["Le ", "La ", "The "].iter().any(|it| title.starts_with(it));
        if !article {
            return title;
        }
        let mut letters = title.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    }

    /// A few words beside the title, about who is there.
    pub fn beside(&self, point: PointId, mentor: &str, student: &str) -> Option<String> {
        match point {
            PointId::Before | PointId::After => Some((self.on_their_side)(student)),
            PointId::During => Some(self.both_of_you.to_owned()),
            PointId::Review => Some((self.review_with)(mentor)),
            PointId::Defence => Some(self.defence_with.to_owned()),
            _ => None,
        }
    }

    /// The points of a section under their small headings, where a section is nothing but points.
    pub fn groups(&self, section: Section) -> Vec<Group> {
        let group = |title, points| Group { title, points };
        match section {
            Section::Organisation => vec![
                group(self.habits, &[PointId::Slot, PointId::Channels, PointId::Between][..]),
                group(
                    self.rules,
                    &[
                        PointId::Attendance,
                        PointId::Prepare,
                        PointId::CancelEarly,
                        PointId::CancelLate,
                        PointId::SameWeek,
                    ],
                ),
                group(
                    self.partnership,
                    &[PointId::Partners, PointId::OpenWords, PointId::Surveys, PointId::ChangePartner],
                ),
                group(self.the_end, &[PointId::EndDate]),
            ],
            _ => Vec::new(),
        }
    }
}

/// Points that belong together, under a small heading.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The heading.
    pub title: &'static str,
    /// The points, in order.
    pub points: &'static [PointId],
}

/// How the lines of a point stand.
pub fn lines_of(point: PointId) -> Lines {
    match point {
        PointId::Before | PointId::After | PointId::Between => Lines::Listed,
        PointId::During | PointId::Review | PointId::Defence => Lines::Numbered,
        _ => Lines::Said,
    }
}

/// The guide's links that belong to a point.
pub fn links_of(point: PointId) -> &'static [GuideLink] {
    match point {
        PointId::Support => &[GuideLink::SupportForm],
        PointId::HelpCentre => &[GuideLink::HelpCentre],
        PointId::BookAhead => &[GuideLink::HowSessionsGo],
        PointId::Defence => &[GuideLink::Defences],
        PointId::Jury => &[GuideLink::Jury],
        PointId::Between => &[GuideLink::AdvisersPage, GuideLink::HelpCentre, GuideLink::SupportForm],
        PointId::SameWeek => &[GuideLink::ManageSessions],
        PointId::ChangePartner => &[GuideLink::ChangeMentor],
        _ => &[],
    }
}
