//! A session in a calendar.

texts! {
    /// A session in a calendar.
    pub struct Calendar {
        summary(mentor: &str, student: &str),
        goals,
        recoverable(moment: &str, mentor: &str),
        on_the_platform,
        alarm(moment: &str, deadline: &str),
    }
}

pub(super) static FR: Calendar = Calendar {
    summary: |mentor, student| format!("Session de mentorat : {mentor} et {student}"),
    goals: "Objectifs",
    recoverable: |moment, mentor| {
        format!("Rattrapable si vous annulez avant {moment} et si {mentor} accepte un autre créneau.")
    },
    on_the_platform: "À réserver aussi sur la plateforme.",
    alarm: |moment, deadline| format!("Session {moment}. Un empêchement ? Dites-le avant {deadline}."),
};

pub(super) static EN: Calendar = Calendar {
    summary: |mentor, student| format!("Mentoring session: {mentor} and {student}"),
    goals: "Goals",
    recoverable: |moment, mentor| {
        format!("Recoverable if you cancel before {moment} and {mentor} accepts another slot.")
    },
    on_the_platform: "To book on the platform too.",
    alarm: |moment, deadline| format!("Session {moment}. Something comes up? Say so before {deadline}."),
};
