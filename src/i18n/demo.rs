//! The words of the example: what two people who do not exist wrote in four months. Both languages, each written for itself.
//!
//! They stay out of [`Messages`](super::Messages): a page that never shows the example does not fetch them.

mod en;
mod fr;

use super::Locale;

/// One goal of the example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoGoal {
    /// “By the next session, I …”
    pub what: &'static str,
    /// How both will see it.
    pub evidence: &'static str,
    /// When and where the student starts.
    pub first_step: &'static str,
}

/// The example in one language.
#[derive(Clone, Copy, Debug)]
pub struct Demo {
    /// The mentor's first name.
    pub mentor: &'static str,
    /// The student's first name.
    pub student: &'static str,
    /// Under the mentor's four prompts, then the student's five.
    pub stories: [&'static str; 9],
    /// The programme's name.
    pub programme: &'static str,
    /// Who assesses the defence that comes next.
    pub assessor: &'static str,
    /// The student's family name, for the names of files.
    pub surname: &'static str,
    /// Why two weeks are excused.
    pub pause: &'static str,
    /// The next milestone.
    pub milestone: &'static str,
    /// Titles and deliverables, in the order of the path.
    pub projects: [(&'static str, &'static str); 8],
    /// Why a goal matters, with its project's number.
    pub why: fn(usize) -> String,
    /// Goals, oldest first.
    pub goals: [DemoGoal; 18],
    /// What the goal that was carried three times was cut into.
    pub halves: [DemoGoal; 2],
    /// What goals came to, in a few words.
    pub evidence_seen: [&'static str; 4],
    /// Sub-steps of the last goal but one.
    pub sub_steps: [&'static str; 3],
    /// How the open goals go.
    pub progress: [&'static str; 2],
    /// Questions, and the mentor's answers where there is one.
    pub questions: [(&'static str, &'static str); 7],
    /// The mentor's answers to the two points to clarify.
    pub clarified: [&'static str; 2],
    /// What the mentor noted of deliverables.
    pub remarks: [&'static str; 5],
    /// What the mentor wrote of the last session's deliverables in the place of its report.
    pub rewritten: &'static str,
    /// Resources shared.
    pub resources: [&'static str; 4],
    /// Contacts of their own: who, what for, how.
    pub contacts: [(&'static str, &'static str, &'static str); 2],
    /// A promise of their own.
    pub promise: &'static str,
    /// What goes with the channels.
    pub channels: &'static str,
    /// What goes with the preparation.
    pub preparation: &'static str,
    /// A private note of the mentor's and of the student's.
    pub notes: [&'static str; 2],
}

impl Demo {
    /// The example in that language.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Fr => &fr::FR,
            Locale::En => &en::EN,
        }
    }

    /// Calls `visit` with every text and its name: what typography tests read.
    pub fn each(&self, visit: &mut dyn FnMut(&str, &str)) {
        let mut all = |name: &str, texts: &[&str]| texts.iter().for_each(|text| visit(&format!("demo.{name}"), text));
        all("names", &[self.mentor, self.student]);
        all("stories", &self.stories);
        all("programme", &[self.programme, self.milestone, self.assessor, self.surname, self.pause, &(self.why)(2)]);
        self.projects.iter().for_each(|(title, deliverables)| all("projects", &[title, deliverables]));
        self.goals.iter().chain(&self.halves).for_each(|goal| {
            all("goals", &[goal.what, goal.evidence, goal.first_step]);
        });
        all("evidence", &self.evidence_seen);
        all("sub-steps", &self.sub_steps);
        all("progress", &self.progress);
        self.questions.iter().for_each(|(text, answer)| all("questions", &[text, answer]));
        all("clarified", &self.clarified);
        all("remarks", &self.remarks);
        all("rewritten", &[self.rewritten]);
        all("resources", &self.resources);
        self.contacts.iter().for_each(|(name, purpose, reach)| all("contacts", &[name, purpose, reach]));
        all("working", &[self.promise, self.channels, self.preparation]);
        all("notes", &self.notes);
    }
}
