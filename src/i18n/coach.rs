//! The coach's one question about a goal, and its two answers.

use crate::domain::coach::HOURS_A_DAY;
use crate::domain::{DayTrouble, Rule, Suggestion};

use super::{Formats, capitalised, visible};

texts! {
    /// The coach's one question about a goal, and its two answers.
    pub struct Coach {
        region,
        vague(said: &str),
        unseen,
        too_much(asked: &str, free: &str),
        too_much_alone(asked: &str, free: &str),
        our_reading(hours: u32),
        comes_back(times: usize),
        no_day,
        no_day_session(session: &str),
        before_start,
        mend_what,
        mend_evidence,
        mend_hours,
        mend_part,
        mend_day,
        keep,
        kept,
    }
}

impl Coach {
    /// The question.
    pub fn question(&self, suggestion: &Suggestion, formats: &impl Formats) -> String {
        let hours = |minutes: u32| formats.tenths((i64::from(minutes) + 3) / 6);
        match suggestion {
            Suggestion::Vague { said, .. } => (self.vague)(&capitalised(&visible(said))),
            Suggestion::Unseen => self.unseen.to_owned(),
            Suggestion::TooMuch { asked, free, is_said, is_alone } => {
                let words = if *is_alone { self.too_much_alone } else { self.too_much };
                let words = words(&hours(*asked), &hours(*free));
                if *is_said { words } else { format!("{words} {}", (self.our_reading)(HOURS_A_DAY)) }
            }
            Suggestion::ComesBack { times } => (self.comes_back)(*times),
            Suggestion::Day { trouble, session, .. } => {
                let session = session.map(|day| formats.day(day));
                match (trouble, session) {
                    (DayTrouble::BeforeStart, _) => self.before_start.to_owned(),
                    (_, Some(session)) => (self.no_day_session)(&session),
                    (_, None) => self.no_day.to_owned(),
                }
            }
        }
    }

    /// The answer that mends the goal.
    pub fn mend(&self, rule: Rule) -> &'static str {
        match rule {
            Rule::Specific => self.mend_what,
            Rule::Measurable => self.mend_evidence,
            Rule::Achievable => self.mend_hours,
            Rule::Relevant => self.mend_part,
            Rule::Dated => self.mend_day,
        }
    }
}

/// A number of times in letters, as far as sessions go.
fn times(names: [&str; 6], times: usize, unit: &str) -> String {
    let name = times.checked_sub(3).and_then(|at| names.get(at));
    name.map_or_else(|| format!("{times}\u{a0}{unit}"), |name| format!("{name} {unit}"))
}

pub(super) static FR: Coach = Coach {
    region: "Une question sur cet objectif",
    vague: |said| format!("« {said} » : que ferez-vous au juste ?"),
    unseen: "À quoi verra-t-on que c’est fait ?",
    too_much: |asked, free| format!("{asked} h pour {free} h libres : lequel peut attendre ?"),
    too_much_alone: |asked, free| format!("{asked} h pour {free} h libres : quelle part peut attendre ?"),
    our_reading: |hours| format!("Libres selon notre lecture : {hours} h par jour."),
    comes_back: |count| {
        let times = times(["trois", "quatre", "cinq", "six", "sept", "huit"], count, "fois");
        format!("Reporté {times}. Quelle part tient cette semaine ?")
    },
    no_day: "Pour quand ?",
    no_day_session: |session| format!("Pour quand ? La session est {session}."),
    before_start: "Le dernier jour vient avant le premier. Pour quand ?",
    mend_what: "Préciser l’action",
    mend_evidence: "Ajouter une preuve",
    mend_hours: "Revoir les heures",
    mend_part: "Écrire la part qui tient",
    mend_day: "Choisir le jour",
    keep: "Garder tel quel",
    kept: "Gardé tel quel. La question ne revient pas tant que les mots restent.",
};

pub(super) static EN: Coach = Coach {
    region: "One question about this goal",
    vague: |said| format!("“{said}”: what exactly will you do?"),
    unseen: "How will we see it is done?",
    too_much: |asked, free| format!("{asked} h for {free} h free: which one can wait?"),
    too_much_alone: |asked, free| format!("{asked} h for {free} h free: which part can wait?"),
    our_reading: |hours| format!("Free as we read it: {hours} h a day."),
    comes_back: |count| {
        let times = times(["three", "four", "five", "six", "seven", "eight"], count, "times");
        format!("Carried over {times}. Which part fits this week?")
    },
    no_day: "By when?",
    no_day_session: |session| format!("By when? The session is on {session}."),
    before_start: "The last day comes before the first. By when?",
    mend_what: "Say what exactly",
    mend_evidence: "Add evidence",
    mend_hours: "Change the hours",
    mend_part: "Write the part that fits",
    mend_day: "Choose the day",
    keep: "Keep as it is",
    kept: "Kept as it is. It is not asked again while the words stay.",
};
