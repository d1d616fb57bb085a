//! Section 5: goals, and the date of the next session.

texts! {
    /// Section 5 around its editor: the goals kept, and the next session.
    pub struct NextSession {
        goals_title(student: &str),
        title,
        lede,
        week_of(day: &str),
        day,
        time,
        time_in(city: &str),
        minutes,
        minutes_unit,
        nothing_yet,
        slot(day: &str, time: &str),
        also_for(name: &str, city: &str, time: &str),
        also_for_other_day(name: &str, city: &str, day: &str, time: &str),
        recoverable(moment: &str, mentor: &str),
        on_the_platform,
        book_also(slot: &str),
        booked_also(slot: &str),
        unbook(slot: &str),
        week_after,
        book_usual(slot: &str),
        finish,
        finish_anyway,
        missing_title,
        missing_goal(mentor: &str),
        missing_date,
        missing_both(mentor: &str),
    }
}

pub(super) static FR: NextSession = NextSession {
    goals_title: |student| format!("Les objectifs, écrits par {student}"),
    title: "Où vos chemins se recroisent",
    lede: "Le jour et l’heure de la prochaine session.",
    week_of: |day| format!("Semaine du {day}"),
    day: "Jour",
    time: "Heure",
    time_in: |city| format!("Heure, à {city}"),
    minutes: "Durée",
    minutes_unit: "min",
    nothing_yet: "Pas encore de date",
    slot: |day, time| format!("{day}, {time}"),
    also_for: |name, city, time| format!("Pour {name}, à {city}, il sera {time}."),
    also_for_other_day: |name, city, day, time| format!("Pour {name}, à {city}, ce sera {day}, {time}."),
    recoverable: |moment, mentor| {
        format!("Rattrapable si vous annulez avant {moment} et si {mentor} accepte un autre créneau.")
    },
    on_the_platform: "Réservez aussi ce créneau sur la plateforme : cette page ne le fait pas à votre place.",
    book_also: |slot| format!("Réserver aussi {slot}"),
    booked_also: |slot| format!("Réservé aussi : {slot}"),
    unbook: |slot| format!("Retirer la réservation : {slot}"),
    book_usual: |slot| format!("Réserver votre créneau : {slot}"),
    week_after: "Deux semaines d’avance, c’est fortement conseillé.",
    finish: "Continuer vers le récapitulatif",
    finish_anyway: "Continuer sans",
    missing_title: "Avant de vous quitter",
    missing_goal: |mentor| format!("Aucun objectif. Que verra {mentor} la prochaine fois ?"),
    missing_date: "Pas de date pour la prochaine session. Choisissez un jour, ou continuez sans.",
    missing_both: |mentor| {
        format!("Aucun objectif, pas de date. Que verra {mentor}, et quand ? Vous pouvez aussi continuer sans.")
    },
};

pub(super) static EN: NextSession = NextSession {
    goals_title: |student| format!("The goals, written by {student}"),
    title: "Where your paths cross again",
    lede: "The day and time of the next session.",
    week_of: |day| format!("Week of {day}"),
    day: "Day",
    time: "Time",
    time_in: |city| format!("Time, in {city}"),
    minutes: "Length",
    minutes_unit: "min",
    nothing_yet: "No date yet",
    slot: |day, time| format!("{day}, {time}"),
    also_for: |name, city, time| format!("For {name}, in {city}, it will be {time}."),
    also_for_other_day: |name, city, day, time| format!("For {name}, in {city}, it will be {day}, {time}."),
    recoverable: |moment, mentor| {
        format!("Recoverable if you cancel before {moment} and {mentor} accepts another slot.")
    },
    on_the_platform: "Book this slot on the platform too: this page does not do it for you.",
    book_also: |slot| format!("Also book {slot}"),
    booked_also: |slot| format!("Also booked: {slot}"),
    unbook: |slot| format!("Remove the booking: {slot}"),
    book_usual: |slot| format!("Book your slot: {slot}"),
    week_after: "Booking two weeks ahead is strongly advised.",
    finish: "Continue to the recap",
    finish_anyway: "Continue without",
    missing_title: "Before you leave",
    missing_goal: |mentor| format!("No goal. What will {mentor} see next time?"),
    missing_date: "No date for the next session. Choose a day, or continue without.",
    missing_both: |mentor| {
        format!("No goal, no date. What will {mentor} see, and when? You can also continue without.")
    },
};
