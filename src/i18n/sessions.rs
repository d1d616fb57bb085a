//! The sessions' screen: what is ahead and behind, the weeks one by one, and what has not been noted yet.

use crate::domain::rule::attendance::{Attendance, AttendedWeek};

texts! {
    /// The sessions' screen, `#/sessions`.
    pub struct Sessions {
        title,
        none,
        counted(held: usize, ahead: usize),
        coming,
        no_coming,
        past,
        goals_reached(count: usize),
        goals_partly(count: usize),
        goals_not_yet(count: usize),

        nothing_in(week: &str),
        book_usual(slot: &str),
        book_there,
        booked_said(slot: &str),
        ahead_title(weeks: u32),
        ahead_why(weeks: u32),

        weeks_title,
        weeks_note,
        week_of(day: &str),
        held,
        booked,
        to_confirm,
        made_up,
        recoverable,
        lost,
        excused,
        empty,
        free,
        first_call,
        stand_in,
        today,
        all_weeks(count: usize),
        near_weeks,

        book_title,
        book_note,
        book(slot: &str),
        book_plain,
        recall_title,
        recall_note,
        recall,
        recalled_said,
        when,
    }
}

impl Sessions {
    /// What a week came to, in a word; `passed` when its booked session should be over.
    pub fn week(&self, week: &AttendedWeek, passed: bool) -> &'static str {
        match week.attendance {
            Attendance::Held if week.is_first_call => self.first_call,
            Attendance::Held => self.held,
            Attendance::Booked if passed => self.to_confirm,
            Attendance::Booked => self.booked,
            Attendance::MadeUp(_) => self.made_up,
            Attendance::Recoverable(_) => self.recoverable,
            Attendance::Lost(_) => self.lost,
            Attendance::Excused => self.excused,
            Attendance::Empty if !week.stand_ins.is_empty() => self.stand_in,
            Attendance::Empty if week.is_ahead || week.is_now => self.free,
            Attendance::Empty => self.empty,
        }
    }
}

pub(super) static FR: Sessions = Sessions {
    title: "Sessions",
    none: "Pas de session. Réservez la première.",
    counted: |held, ahead| {
        let held = if held < 2 { format!("{held} tenue") } else { format!("{held} tenues") };
        format!("{held}, {ahead} à venir.")
    },
    coming: "À venir",
    no_coming: "Rien n’est réservé. Choisissez un créneau plus bas.",
    past: "Passées",
    goals_reached: |count| if count < 2 { format!("{count} atteint") } else { format!("{count} atteints") },
    goals_partly: |count| format!("{count} en partie"),
    goals_not_yet: |count| format!("{count} pas encore"),

    nothing_in: |week| format!("Rien la semaine du {week}."),
    book_usual: |slot| format!("Réserver {slot}"),
    book_there: "Choisir un créneau",
    booked_said: |slot| format!("Réservé : {slot}."),
    ahead_title: |weeks| match weeks {
        1 => "Une semaine d’avance".to_owned(),
        2 => "Deux semaines d’avance".to_owned(),
        weeks => format!("{weeks} semaines d’avance"),
    },
    ahead_why: |weeks| {
        if weeks < 2 {
            "C’est fortement conseillé. Notre lecture : une session la semaine qui vient.".to_owned()
        } else {
            let weeks = if weeks == 2 { "deux".to_owned() } else { weeks.to_string() };
            format!(
                "C’est fortement conseillé. Notre lecture : une session dans chacune des {weeks} semaines qui viennent."
            )
        }
    },

    weeks_title: "Semaine après semaine",
    weeks_note: "Une session par semaine, du lundi au dimanche, selon notre lecture. Une session qui remplace compte pour la semaine remplacée.",
    week_of: |day| format!("Semaine du {day}"),
    held: "tenue",
    booked: "réservée",
    to_confirm: "à confirmer",
    made_up: "rattrapée",
    recoverable: "à rattraper",
    lost: "perdue",
    excused: "pause",
    empty: "sans session",
    free: "libre",
    first_call: "premier appel",
    stand_in: "rattrapage",
    today: "cette semaine",
    all_weeks: |count| format!("Montrer les {count} semaines"),
    near_weeks: "Montrer les semaines proches",

    book_title: "Réserver une session",
    book_note: "Réservez aussi ce créneau sur la plateforme : cette page ne le fait pas à votre place.",
    book: |slot| format!("Réserver {slot}"),
    book_plain: "Réserver",
    recall_title: "Une session a eu lieu sans être notée ?",
    recall_note: "Dites quand, et combien de temps elle a duré.",
    recall: "Noter cette session",
    recalled_said: "Session notée.",
    when: "Quand ?",
};

pub(super) static EN: Sessions = Sessions {
    title: "Sessions",
    none: "No session. Book the first.",
    counted: |held, ahead| format!("{held} held, {ahead} ahead."),
    coming: "Ahead",
    no_coming: "Nothing is booked. Choose a slot below.",
    past: "Past",
    goals_reached: |count| format!("{count} reached"),
    goals_partly: |count| format!("{count} partly"),
    goals_not_yet: |count| format!("{count} not yet"),

    nothing_in: |week| format!("Nothing in the week of {week}."),
    book_usual: |slot| format!("Book {slot}"),
    book_there: "Choose a slot",
    booked_said: |slot| format!("Booked: {slot}."),
    ahead_title: |weeks| match weeks {
        1 => "One week ahead".to_owned(),
        2 => "Two weeks ahead".to_owned(),
        weeks => format!("{weeks} weeks ahead"),
    },
    ahead_why: |weeks| {
        if weeks == 1 {
            "It is strongly advised. Our reading: a session in the coming week.".to_owned()
        } else {
            let weeks = if weeks == 2 { "two".to_owned() } else { weeks.to_string() };
            format!("It is strongly advised. Our reading: a session in each of the {weeks} coming weeks.")
        }
    },

    weeks_title: "Week by week",
    weeks_note: "One session a week, Monday to Sunday, as we read it. A session that replaces another counts for the week it replaces.",
    week_of: |day| format!("Week of {day}"),
    held: "held",
    booked: "booked",
    to_confirm: "to confirm",
    made_up: "made up",
    recoverable: "to make up",
    lost: "lost",
    excused: "on a break",
    empty: "no session",
    free: "free",
    first_call: "first call",
    stand_in: "made up here",
    today: "this week",
    all_weeks: |count| format!("Show all {count} weeks"),
    near_weeks: "Show the weeks around now",

    book_title: "Book a session",
    book_note: "Book this slot on the platform too: this page does not do it for you.",
    book: |slot| format!("Book {slot}"),
    book_plain: "Book",
    recall_title: "Did a session take place without being noted?",
    recall_note: "Say when, and how long it lasted.",
    recall: "Note this session",
    recalled_said: "Session noted.",
    when: "When?",
};
