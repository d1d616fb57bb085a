//! The attendance ledger for the educational adviser, and the breaks that the two note.
//!
//! Apart from [`Messages`](super::Messages), as the rules are: the first screens do not fetch them.

use super::Locale;

texts! {
    /// The ledger, `#/assiduite`, and breaks.
    pub struct LedgerWords {
        title,
        link,
        pair(student: &str, mentor: &str),
        programme,
        period,
        from_to(from: &str, to: &str),
        as_of,
        note,
        totals,
        week,
        came_to,
        sessions,
        session(kind: &str, moment: &str),
        corrected(session: &str, correction: &str),
        excused_why(reason: &str),
        nothing_yet,
        print,
        back,
        own_reading,

        pause_title,
        pause_lede,
        pause_open,
        pause_close,
        pause_from,
        pause_to,
        pause_reason,
        pause_reason_hint,
        pause_add,
        pause_added,
        pause_unread,
        pauses,
        pause_noted(week: &str, reason: &str),
        pause_count(week: &str),
        pause_counted,

        waiting_title,
        this_week,
        same_week_title,
        move_it,
        see_session,
    }
}

impl LedgerWords {
    /// The words of a language.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Fr => &FR,
            Locale::En => &EN,
        }
    }

    /// Calls `visit` with every text and its name: what typography tests read.
    pub fn visit(&self, visit: &mut dyn FnMut(&str, &str)) {
        self.each(&mut |name, text| visit(&format!("ledger.{name}"), text));
    }
}

static FR: LedgerWords = LedgerWords {
    title: "Relevé d’assiduité",
    link: "Relevé d’assiduité, à imprimer",
    pair: |student, mentor| format!("{student}, avec {mentor}"),
    programme: "Formation",
    period: "Période",
    from_to: |from, to| format!("{from} – {to}"),
    as_of: "État au",
    note: "Une ligne par semaine, du lundi au dimanche. Une session qui remplace compte pour la semaine remplacée. Les semaines à venir ne sont jamais perdues.",
    totals: "En tout",
    week: "Semaine du",
    came_to: "État",
    sessions: "Sessions",
    session: |kind, moment| format!("{kind}, {moment}"),
    corrected: |session, correction| format!("{session} : {correction}"),
    excused_why: |reason| format!("Pause : {reason}"),
    nothing_yet: "Aucune session notée. Le relevé commence à la première.",
    print: "Imprimer le relevé",
    back: "Toutes les sessions",
    own_reading: "Relevé tenu par le binôme dans Binôme, qui n’est pas un document d’OpenClassrooms. Les semaines et les pauses sont lues à notre façon.",

    pause_title: "Une pause ?",
    pause_lede: "Congés, maladie, déménagement : une semaine excusée n’est pas une semaine perdue. C’est notre hypothèse, le guide n’en dit rien.",
    pause_open: "Noter une pause",
    pause_close: "Fermer sans noter",
    pause_from: "Premier jour",
    pause_to: "Dernier jour",
    pause_reason: "Raison",
    pause_reason_hint: "Elle figure au relevé.",
    pause_add: "Excuser ces semaines",
    pause_added: "Pause notée.",
    pause_unread: "Il manque un jour. Choisissez-le.",
    pauses: "Semaines excusées",
    pause_noted: |week, reason| format!("{week} : {reason}"),
    pause_count: |week| format!("Compter la semaine du {week}"),
    pause_counted: "La semaine compte à nouveau.",

    waiting_title: "À rattraper",
    this_week: "Rien cette semaine.",
    same_week_title: "Mentorat et soutenance",
    move_it: "Déplacer le mentorat",
    see_session: "Voir la session",
};

static EN: LedgerWords = LedgerWords {
    title: "Attendance record",
    link: "Attendance record, to print",
    pair: |student, mentor| format!("{student}, with {mentor}"),
    programme: "Programme",
    period: "Period",
    from_to: |from, to| format!("{from} – {to}"),
    as_of: "As of",
    note: "One line a week, Monday to Sunday. A session that replaces another counts for the week it replaces. Weeks to come are never lost.",
    totals: "In all",
    week: "Week of",
    came_to: "State",
    sessions: "Sessions",
    session: |kind, moment| format!("{kind}, {moment}"),
    corrected: |session, correction| format!("{session}: {correction}"),
    excused_why: |reason| format!("Break: {reason}"),
    nothing_yet: "No session is noted. The record starts with the first.",
    print: "Print the record",
    back: "All sessions",
    own_reading: "Kept by the pair in Binôme, which is not a document of OpenClassrooms. Weeks and breaks are as we read them.",

    pause_title: "A break?",
    pause_lede: "Holidays, illness, moving house: an excused week is not a lost week. That is our assumption, the guide does not speak of it.",
    pause_open: "Note a break",
    pause_close: "Close without noting",
    pause_from: "First day",
    pause_to: "Last day",
    pause_reason: "Reason",
    pause_reason_hint: "It stands in the record.",
    pause_add: "Excuse these weeks",
    pause_added: "Break noted.",
    pause_unread: "A day is missing. Choose it.",
    pauses: "Weeks excused",
    pause_noted: |week, reason| format!("{week}: {reason}"),
    pause_count: |week| format!("Count the week of {week}"),
    pause_counted: "The week counts again.",

    waiting_title: "To make up",
    this_week: "Nothing this week.",
    same_week_title: "Mentoring and defence",
    move_it: "Move the mentoring session",
    see_session: "See the session",
};
