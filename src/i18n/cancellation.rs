//! R3 in words: the answers of the cancellation calculator, each with its date, our reading, and what we assume.

use crate::domain::rule::cancellation::{Cancellation as Asked, Lacking, Ruling, Verdict};
use crate::i18n::Labels;

/// What the rule says of a cancellation: one large sentence with a date, why, and what is still missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The answer.
    pub large: String,
    /// Why.
    pub why: String,
    /// What is missing.
    pub lacking: Option<String>,
}

texts! {
    /// The cancellation calculator.
    pub struct Cancellation {
        title,
        note,
        by_legend,
        session_legend,
        told_legend(name: &str),
        told_now,
        agreed_legend(mentor: &str),
        not_yet,
        new_slot_legend,
        unread,
        unread_why,
        recoverable(deadline: &str),
        recoverable_why(student: &str, notice: &str),
        warn_before(deadline: &str),
        in_time(student: &str, notice: &str),
        lacking_agreement(mentor: &str),
        lacking_slot,
        lacking_both(mentor: &str),
        declined(mentor: &str),
        declined_why,
        late(deadline: &str),
        late_why(student: &str, notice: &str),
        exactly(hours: u32),
        exactly_why(deadline: &str),
        absent(start: &str),
        absent_why,
        nothing_lost(student: &str),
        nothing_lost_why,
        reading(hours: u32),
        assumption(mentor: &str),
        mark_told(name: &str),
        mark_limit(hours: u32),
        mark_session,
        days(days: u32),
    }
}

impl Cancellation {
    /// The notice given: “2 h”, “5 jours”. Beyond four days, hours say nothing any more.
    pub fn notice(&self, minutes: i64, labels: &Labels<'_>) -> String {
        let minutes = u32::try_from(minutes).unwrap_or(0);
        if minutes < 96 * 60 { labels.words.fields().duration(minutes) } else { (self.days)(minutes / (24 * 60)) }
    }

    /// What is missing, in the middle of a sentence.
    pub fn lacking(&self, lacking: Lacking, mentor: &str) -> String {
        match lacking {
            Lacking::Agreement => (self.lacking_agreement)(mentor),
            Lacking::Slot => self.lacking_slot.to_owned(),
            Lacking::Both => (self.lacking_both)(mentor),
        }
    }

    /// What the rule says of a cancellation that somebody asks about.
    pub fn said(&self, asked: &Asked, ruling: &Ruling, labels: &Labels<'_>) -> Said {
        let (mentor, student) = (labels.mentor, labels.student);
        let deadline = labels.moment(ruling.deadline);
        let notice = self.notice(ruling.notice, labels);
        let plain = |large: String, why: String| Said { large, why, lacking: None };
        match ruling.verdict {
            Verdict::NothingLost => plain((self.nothing_lost)(student), self.nothing_lost_why.to_owned()),
            Verdict::Recoverable => plain((self.recoverable)(&deadline), (self.recoverable_why)(student, &notice)),
            Verdict::NotYet(lacking) => Said {
                large: (self.warn_before)(&deadline),
                why: (self.in_time)(student, &notice),
                lacking: Some(self.lacking(lacking, mentor)),
            },
            Verdict::Declined => plain((self.declined)(mentor), self.declined_why.to_owned()),
            Verdict::Late { exactly: true } => plain((self.exactly)(ruling.hours), (self.exactly_why)(&deadline)),
            Verdict::Late { exactly: false } => plain((self.late)(&deadline), (self.late_why)(student, &notice)),
            Verdict::Absent => plain((self.absent)(&labels.moment(asked.start)), self.absent_why.to_owned()),
        }
    }
}

pub(super) static FR: Cancellation = Cancellation {
    title: "Et si l’un de vous ne peut pas venir ?",
    note: "Changez les dates : la réponse suit. Rien de ceci n’est noté.",
    by_legend: "Qui annule ?",
    session_legend: "La session",
    told_legend: |name| format!("{name} prévient"),
    told_now: "À l’instant",
    agreed_legend: |mentor| format!("{mentor} est d’accord ?"),
    not_yet: "Pas encore dit",
    new_slot_legend: "Un nouveau créneau est fixé ?",
    unread: "Quelle session, et quand ?",
    unread_why: "Il manque un jour ou une heure. Choisissez-les, la réponse suivra.",
    recoverable: |deadline| format!("Rattrapable avant {deadline}."),
    recoverable_why: |student, notice| {
        format!("{student} prévient {notice} avant : c’est assez tôt. L’accord est donné, le nouveau créneau fixé.")
    },
    warn_before: |deadline| format!("Prévenez avant {deadline}."),
    in_time: |student, notice| {
        format!("Pas encore rattrapable. {student} prévient {notice} avant, c’est assez tôt. Il manque encore :")
    },
    lacking_agreement: |mentor| format!("l’accord, à demander à {mentor}"),
    lacking_slot: "un nouveau créneau",
    lacking_both: |mentor| format!("l’accord, à demander à {mentor}, et un nouveau créneau"),
    declined: |mentor| format!("Pas rattrapable : {mentor} n’est pas d’accord."),
    declined_why: "Annulée ainsi, la session serait perdue. Gardez-la, ou reparlez-en.",
    late: |deadline| format!("Trop tard depuis {deadline}."),
    late_why: |student, notice| {
        format!("{student} prévient {notice} avant. Annulée, la session serait perdue. Gardez-la.")
    },
    exactly: |hours| format!("{hours} h pile : tardif, selon notre lecture."),
    exactly_why: |deadline| {
        format!("Il fallait prévenir avant {deadline}. Annulée, la session serait perdue. Gardez-la.")
    },
    absent: |start| format!("Perdue depuis {start}."),
    absent_why: "L’heure est passée : c’est une absence, elle ne se rattrape pas. Dites-vous ce qui s’est passé.",
    nothing_lost: |student| format!("{student} n’y perd rien."),
    nothing_lost_why: "Choisissez ensemble un autre créneau.",
    reading: |hours| {
        format!(
            "Plus tard, ou en cas d’absence, la session ne se rattrape pas. {hours} h pile : tardif, selon notre lecture."
        )
    },
    assumption: |mentor| format!("C’est notre hypothèse : la règle ne dit rien d’une session annulée par {mentor}."),
    mark_told: |name| format!("{name} prévient"),
    mark_limit: |hours| format!("{hours} h avant"),
    mark_session: "Session",
    days: |days| if days < 2 { format!("{days} jour") } else { format!("{days} jours") },
};

pub(super) static EN: Cancellation = Cancellation {
    title: "And if one of you cannot come?",
    note: "Change the dates: the answer follows. None of this is recorded.",
    by_legend: "Who cancels?",
    session_legend: "The session",
    told_legend: |name| format!("{name} says so"),
    told_now: "Just now",
    agreed_legend: |mentor| format!("Does {mentor} agree?"),
    not_yet: "Not said yet",
    new_slot_legend: "Is a new slot set?",
    unread: "Which session, and when?",
    unread_why: "A day or a time is missing. Choose them, and the answer follows.",
    recoverable: |deadline| format!("Recoverable before {deadline}."),
    recoverable_why: |student, notice| {
        format!("{student} says so {notice} ahead: early enough. The agreement is given, the new slot is set.")
    },
    warn_before: |deadline| format!("Say so before {deadline}."),
    in_time: |student, notice| {
        format!("Not recoverable yet. {student} says so {notice} ahead, which is early enough, but this is missing:")
    },
    lacking_agreement: |mentor| format!("the agreement, to ask {mentor} for"),
    lacking_slot: "a new slot",
    lacking_both: |mentor| format!("the agreement, to ask {mentor} for, and a new slot"),
    declined: |mentor| format!("Not recoverable: {mentor} does not agree."),
    declined_why: "Cancelled like this, the session would be lost. Keep it, or talk it over.",
    late: |deadline| format!("Too late since {deadline}."),
    late_why: |student, notice| {
        format!("{student} says so {notice} ahead. Cancelled, the session would be lost. Keep it.")
    },
    exactly: |hours| format!("Exactly {hours} h: late, as we read it."),
    exactly_why: |deadline| {
        format!("It had to be said before {deadline}. Cancelled, the session would be lost. Keep it.")
    },
    absent: |start| format!("Lost since {start}."),
    absent_why: "Its time has passed: that is an absence, and not recoverable. Tell each other what happened.",
    nothing_lost: |student| format!("{student} loses nothing."),
    nothing_lost_why: "Choose another slot together.",
    reading: |hours| {
        format!("Later, or when absent, the session is not recoverable. Exactly {hours} h: late, as we read it.")
    },
    assumption: |mentor| format!("This is our assumption: the rule does not speak of a session that {mentor} cancels."),
    mark_told: |name| format!("{name} says so"),
    mark_limit: |hours| format!("{hours} h before"),
    mark_session: "Session",
    days: |days| if days == 1 { "1 day".to_owned() } else { format!("{days} days") },
};
