//! What a session is and where it stands: its kind, moving, cancelling, absence, corrections, and the pauses of its clock.

use crate::domain::schema::name;
use crate::domain::session::{PauseEnd, pause_in};
use crate::domain::{SessionKind, Standing};

texts! {
    /// Kinds and states of a session, and what changes them.
    pub struct Standings {
        kind,
        mentoring,
        review,
        defence,
        project,
        no_project,
        project_untitled(number: usize),
        kind_of(kind: &str, project: &str),
        same_week_first(other: &str),
        same_week_after(other: &str),

        booked,
        held,
        cancelled,
        absent,
        cancelled_by(name: &str),
        absent_of(name: &str),
        to_confirm,
        moved(from: &str, to: &str),
        moved_hour(day: &str, from: &str, to: &str),
        stands_in_for(session: &str),
        replaced_by(session: &str, moment: &str),
        corrected(from: &str),
        corrected_why(from: &str, reason: &str),
        lasted_of(lasted: &str, planned: &str),

        change_title,
        change_note,
        change_what,
        do_cancel,
        do_move,
        do_absent,
        told_legend(name: &str),
        new_slot,
        not_yet,
        another,
        new_when,
        kind_title,
        cancel,
        cancel_anyway,
        cancel_and_book(slot: &str),
        cancelled_said,
        move_large,
        move_to(slot: &str),
        move_where,
        move_why,
        move_source,
        moved_said(slot: &str),
        who_absent,
        absent_early(moment: &str),
        absent_third(time: &str),
        note_absence,
        absent_said,
        passed(moment: &str),

        off_page(session: &str),
        off_title,
        off_title_past,
        off_told(name: &str, notice: &str),
        off_not_yet,
        off_recoverable,
        off_late(deadline: &str),
        off_late_exactly(hours: u32),
        off_declined(mentor: &str),
        off_declined_why,
        off_absent,
        off_missing,
        off_until(moment: &str),
        off_no_date(hours: u32),
        off_made_up(session: &str, moment: &str),
        off_agreement(mentor: &str),
        off_new_slot,
        off_book(slot: &str),
        off_booked_said(slot: &str),
        replacement,
        go_to(session: &str),

        correct_title,
        corrected_title,
        correct_lede,
        correct_open,
        correct_to,
        to_booked,
        to_held,
        to_cancelled(name: &str),
        to_absent(name: &str),
        reason,
        reason_hint,
        correct,
        correct_cancel,
        corrected_said,

        length_title,
        length_hint(planned: &str),
        length_said,

        pause,
        resume,
        paused_since(time: &str),
        paused_said,
        resumed_said,

        field_moved,
        field_agreed,
        field_replaced,
        field_corrected,
        field_reason,
        field_paused(number: &str),
        field_resumed(number: &str),
        value_cancelled(slot: &str, name: &str, moment: &str),
        value_absent(slot: &str, name: &str),
    }
}

impl Standings {
    /// A kind, in lower case.
    pub fn kind(&self, kind: SessionKind) -> &'static str {
        match kind {
            SessionKind::Mentoring => self.mentoring,
            SessionKind::Review => self.review,
            SessionKind::Defence => self.defence,
        }
    }

    /// A state, in lower case.
    pub fn state(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Booked => self.booked,
            Standing::Held => self.held,
            Standing::Cancelled => self.cancelled,
            Standing::Absent => self.absent,
        }
    }

    /// A field of a session in words, when it is one of these.
    pub(super) fn field(&self, field: &str) -> Option<String> {
        let fixed = match field {
            name::KIND => self.kind,
            name::PROJECT => self.project,
            name::MOVED_FROM => self.field_moved,
            name::AGREED => self.field_agreed,
            name::REPLACED_BY => self.field_replaced,
            name::CORRECTED_FROM => self.field_corrected,
            name::REASON => self.field_reason,
            _ => {
                let (end, number) = pause_in(field)?;
                let words = match end {
                    PauseEnd::Paused => self.field_paused,
                    PauseEnd::Resumed => self.field_resumed,
                };
                return Some(words(&number.to_string()));
            }
        };
        Some(fixed.to_owned())
    }
}

pub(super) static FR: Standings = Standings {
    kind: "type",
    mentoring: "mentorat",
    review: "bilan",
    defence: "soutenance",
    project: "projet",
    no_project: "À préciser",
    project_untitled: |number| format!("Projet {number}"),
    kind_of: |kind, project| format!("{kind} : {project}"),
    same_week_first: |other| {
        format!(
            "La même semaine : {other}. Mentorat et soutenance ne vont ensemble que pour une soutenance à retravailler, le mentorat d’abord. C’est bien l’ordre ici."
        )
    },
    same_week_after: |other| {
        format!(
            "La même semaine : {other}. Mentorat et soutenance ne vont ensemble que pour une soutenance à retravailler, et le mentorat vient avant. Ici, il vient après."
        )
    },

    booked: "réservée",
    held: "tenue",
    cancelled: "annulée",
    absent: "absence",
    cancelled_by: |name| format!("annulée par {name}"),
    absent_of: |name| format!("absence : {name}"),
    to_confirm: "à confirmer",
    moved: |from, to| format!("déplacée du {from} au {to}"),
    moved_hour: |day, from, to| format!("déplacée {day} à {to}, d’abord à {from}"),
    stands_in_for: |session| format!("remplace la {session}"),
    replaced_by: |session, moment| format!("remplacée par la {session}, {moment}"),
    corrected: |from| format!("corrigée, d’abord notée « {from} »"),
    corrected_why: |from, reason| format!("corrigée, d’abord notée « {from} » : {reason}"),
    lasted_of: |lasted, planned| format!("tenue en {lasted}, {planned} prévues"),

    change_title: "Annuler, déplacer, noter une absence",
    change_note: "La réponse suit vos choix. Rien n’est noté avant le bouton.",
    change_what: "Que se passe-t-il ?",
    do_cancel: "Annuler",
    do_move: "Déplacer",
    do_absent: "Absence",
    told_legend: |name| format!("{name} prévient"),
    new_slot: "Le nouveau créneau",
    not_yet: "Pas encore choisi",
    another: "À un autre moment",
    new_when: "Quel jour, à quelle heure ?",
    kind_title: "Type de session",
    cancel: "Annuler la session",
    cancel_anyway: "Annuler quand même",
    cancel_and_book: |slot| format!("Annuler et réserver {slot}"),
    cancelled_said: "Session annulée.",
    move_large: "Déplacer n’est pas annuler.",
    move_to: |slot| format!("Déplacer à {slot}"),
    move_where: "Choisissez un jour et une heure, tous deux d’accord.",
    move_why: "La session garde sa préparation, et l’ancien créneau reste en vue.",
    move_source: "Lu sur les pages d’aide publiques : à vérifier sur la plateforme.",
    moved_said: |slot| format!("Session déplacée : {slot}."),
    who_absent: "Qui n’est pas venu ?",
    absent_early: |moment| format!("La session commence {moment}. Une absence se note après."),
    absent_third: |time| {
        format!("Les pages d’aide publiques parlent d’absence une fois le tiers de la session passé : {time}.")
    },
    note_absence: "Noter l’absence",
    absent_said: "Absence notée.",
    passed: |moment| format!("Son heure est passée depuis {moment}. Notez qu’elle a eu lieu, ou une absence."),

    off_page: |session| format!("La {session} n’a pas lieu"),
    off_title: "Cette session n’a pas lieu",
    off_title_past: "Cette session n’a pas eu lieu",
    off_told: |name, notice| format!("{name} a prévenu {notice} avant."),
    off_not_yet: "Pas encore rattrapable.",
    off_recoverable: "Rattrapable : l’accord est donné, le créneau réservé.",
    off_late: |deadline| format!("Perdue : il fallait prévenir avant {deadline}."),
    off_late_exactly: |hours| format!("Perdue, selon notre lecture : {hours} h pile, c’est tardif."),
    off_declined: |mentor| format!("Perdue : {mentor} n’est pas d’accord."),
    off_declined_why: "L’accord peut encore être donné : reparlez-en.",
    off_absent: "Perdue : une absence ne se rattrape pas.",
    off_missing: "Il manque encore :",
    off_until: |moment| format!("À réunir avant {moment}, selon notre lecture."),
    off_no_date: |hours| {
        format!("Les {hours} h sont passées, et la règle ne dit pas jusqu’à quand. Le plus tôt est le mieux.")
    },
    off_made_up: |session, moment| format!("La {session} la remplace : {moment}."),
    off_agreement: |mentor| format!("{mentor} est d’accord ?"),
    off_new_slot: "Le nouveau créneau",
    off_book: |slot| format!("Réserver {slot}"),
    off_booked_said: |slot| format!("Nouveau créneau réservé : {slot}."),
    replacement: "Remplacement",
    go_to: |session| format!("Ouvrir la {session}"),

    correct_title: "Une erreur dans cette note ?",
    corrected_title: "Note corrigée",
    correct_lede: "Dites où en est vraiment la session. La raison reste à côté.",
    correct_open: "Corriger",
    correct_to: "En vérité",
    to_booked: "Elle est encore à tenir",
    to_held: "Elle a été tenue",
    to_cancelled: |name| format!("Elle a été annulée par {name}"),
    to_absent: |name| format!("{name} était en absence"),
    reason: "Pourquoi cette correction",
    reason_hint: "Quelques mots, lisibles par vous deux.",
    correct: "Corriger la note",
    correct_cancel: "Laisser ainsi",
    corrected_said: "Note corrigée.",

    length_title: "Durée réelle",
    length_hint: |planned| format!("{planned} étaient prévues."),
    length_said: "Durée notée.",

    pause: "Mettre en pause",
    resume: "Reprendre",
    paused_since: |time| format!("En pause depuis {time}"),
    paused_said: "En pause. Le temps attend.",
    resumed_said: "Le temps reprend.",

    field_moved: "créneau d’avant",
    field_agreed: "accord donné",
    field_replaced: "remplacée par",
    field_corrected: "notée d’abord",
    field_reason: "raison de la correction",
    field_paused: |number| format!("pause {number}, début"),
    field_resumed: |number| format!("pause {number}, fin"),
    value_cancelled: |slot, name, moment| format!("{slot}, annulée par {name} ({moment})"),
    value_absent: |slot, name| format!("{slot}, absence : {name}"),
};

pub(super) static EN: Standings = Standings {
    kind: "kind",
    mentoring: "mentoring",
    review: "review session",
    defence: "defence",
    project: "project",
    no_project: "To sharpen",
    project_untitled: |number| format!("Project {number}"),
    kind_of: |kind, project| format!("{kind}: {project}"),
    same_week_first: |other| {
        format!(
            "The same week: {other}. Mentoring and a defence go together only when the defence is to rework, mentoring first. That is the order here."
        )
    },
    same_week_after: |other| {
        format!(
            "The same week: {other}. Mentoring and a defence go together only when the defence is to rework, and mentoring comes before. Here it comes after."
        )
    },

    booked: "booked",
    held: "held",
    cancelled: "cancelled",
    absent: "absence",
    cancelled_by: |name| format!("cancelled by {name}"),
    absent_of: |name| format!("absent: {name}"),
    to_confirm: "to confirm",
    moved: |from, to| format!("moved from {from} to {to}"),
    moved_hour: |day, from, to| format!("moved on {day}, from {from} to {to}"),
    stands_in_for: |session| format!("replaces {session}"),
    replaced_by: |session, moment| format!("replaced by {session}, {moment}"),
    corrected: |from| format!("corrected, first noted as “{from}”"),
    corrected_why: |from, reason| format!("corrected, first noted as “{from}”: {reason}"),
    lasted_of: |lasted, planned| format!("held in {lasted}, {planned} planned"),

    change_title: "Cancel, move, note an absence",
    change_note: "The answer follows your choices. Nothing is noted before the button.",
    change_what: "What is happening?",
    do_cancel: "Cancel",
    do_move: "Move",
    do_absent: "Absence",
    told_legend: |name| format!("{name} says so"),
    new_slot: "The new slot",
    not_yet: "Not chosen yet",
    another: "Another time",
    new_when: "Which day, at what time?",
    kind_title: "Kind of session",
    cancel: "Cancel the session",
    cancel_anyway: "Cancel anyway",
    cancel_and_book: |slot| format!("Cancel and book {slot}"),
    cancelled_said: "Session cancelled.",
    move_large: "Moving is not cancelling.",
    move_to: |slot| format!("Move to {slot}"),
    move_where: "Choose a day and a time that suit you both.",
    move_why: "The session keeps its preparation, and the slot it had stays in sight.",
    move_source: "Read on public help pages: to check on the platform.",
    moved_said: |slot| format!("Session moved: {slot}."),
    who_absent: "Who did not come?",
    absent_early: |moment| format!("The session starts {moment}. An absence is noted after that."),
    absent_third: |time| format!("Public help pages speak of absence once a third of the session has passed: {time}."),
    note_absence: "Note the absence",
    absent_said: "Absence noted.",
    passed: |moment| format!("Its time has passed since {moment}. Note that it took place, or an absence."),

    off_page: |session| format!("{session} does not take place"),
    off_title: "This session does not take place",
    off_title_past: "This session did not take place",
    off_told: |name, notice| format!("{name} said so {notice} ahead."),
    off_not_yet: "Not recoverable yet.",
    off_recoverable: "Recoverable: the agreement is given, the slot booked.",
    off_late: |deadline| format!("Lost: it had to be said before {deadline}."),
    off_late_exactly: |hours| format!("Lost, as we read it: exactly {hours} h is late."),
    off_declined: |mentor| format!("Lost: {mentor} does not agree."),
    off_declined_why: "The agreement can still be given: talk it over.",
    off_absent: "Lost: an absence is not recoverable.",
    off_missing: "Still missing:",
    off_until: |moment| format!("To be had before {moment}, as we read it."),
    off_no_date: |hours| {
        format!("The {hours} h have passed, and the rule does not say until when. The sooner the better.")
    },
    off_made_up: |session, moment| format!("It is replaced by {session}: {moment}."),
    off_agreement: |mentor| format!("Does {mentor} agree?"),
    off_new_slot: "The new slot",
    off_book: |slot| format!("Book {slot}"),
    off_booked_said: |slot| format!("New slot booked: {slot}."),
    replacement: "Replacement",
    go_to: |session| format!("Open {session}"),

    correct_title: "Is this note wrong?",
    corrected_title: "Note corrected",
    correct_lede: "Say where the session really stands. The reason stays beside it.",
    correct_open: "Correct it",
    correct_to: "In truth",
    to_booked: "It is still to be held",
    to_held: "It was held",
    to_cancelled: |name| format!("{name} cancelled it"),
    to_absent: |name| format!("{name} was absent"),
    reason: "Why this correction",
    reason_hint: "A few words, for you both to read.",
    correct: "Correct the note",
    correct_cancel: "Leave it",
    corrected_said: "Note corrected.",

    length_title: "Real length",
    length_hint: |planned| format!("{planned} were planned."),
    length_said: "Length noted.",

    pause: "Pause",
    resume: "Resume",
    paused_since: |time| format!("Paused since {time}"),
    paused_said: "Paused. Time waits.",
    resumed_said: "Time goes on.",

    field_moved: "earlier slot",
    field_agreed: "agreement given",
    field_replaced: "replaced by",
    field_corrected: "first noted as",
    field_reason: "reason for the correction",
    field_paused: |number| format!("pause {number}, start"),
    field_resumed: |number| format!("pause {number}, end"),
    value_cancelled: |slot, name, moment| format!("{slot}, cancelled by {name} ({moment})"),
    value_absent: |slot, name| format!("{slot}, absent: {name}"),
};
