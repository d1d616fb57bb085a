//! Refusals in words: what happened, what is safe, what to do.

use crate::domain::Refusal;

texts! {
    /// Why a command is not done.
    pub struct Refusals {
        name_missing,
        length_out_of_range,
        effort_out_of_range,
        end_before_start,
        slot_in_the_past,
        question_empty,
        goal_empty,
        gone,
        not_text,
        hours_out_of_range,
        nothing_to_sign,
        text_too_long,
        not_now,
        title_missing,
        too_many_projects,
        sub_step_empty,
        too_many_sub_steps,
        already_held,
        called_off,
        already_begun,
        not_begun_yet,
        told_ahead,
        reason_missing,
        day_ahead,
    }
}

impl Refusals {
    /// The words for `refusal`.
    pub fn of(&self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::NameMissing => self.name_missing,
            Refusal::LengthOutOfRange => self.length_out_of_range,
            Refusal::EffortOutOfRange => self.effort_out_of_range,
            Refusal::EndBeforeStart => self.end_before_start,
            Refusal::SlotInThePast => self.slot_in_the_past,
            Refusal::QuestionEmpty => self.question_empty,
            Refusal::GoalEmpty => self.goal_empty,
            Refusal::Gone => self.gone,
            Refusal::NotText => self.not_text,
            Refusal::HoursOutOfRange => self.hours_out_of_range,
            Refusal::NothingToSign => self.nothing_to_sign,
            Refusal::TextTooLong => self.text_too_long,
            Refusal::NotNow => self.not_now,
            Refusal::TitleMissing => self.title_missing,
            Refusal::TooManyProjects => self.too_many_projects,
            Refusal::SubStepEmpty => self.sub_step_empty,
            Refusal::TooManySubSteps => self.too_many_sub_steps,
            Refusal::AlreadyHeld => self.already_held,
            Refusal::CalledOff => self.called_off,
            Refusal::AlreadyBegun => self.already_begun,
            Refusal::NotBegunYet => self.not_begun_yet,
            Refusal::ToldAhead => self.told_ahead,
            Refusal::ReasonMissing => self.reason_missing,
            Refusal::DayAhead => self.day_ahead,
        }
    }
}

pub(super) static FR: Refusals = Refusals {
    name_missing: "Il manque un prénom. Le reste est gardé. Ajoutez-le.",
    length_out_of_range: "La durée va de 5 à 240 minutes. Le reste est gardé. Corrigez-la.",
    effort_out_of_range: "Le temps prévu va d’une minute à 168 heures. Le reste est gardé. Corrigez-le.",
    end_before_start: "La fin précède le début. Le reste est gardé. Choisissez un jour plus tard.",
    slot_in_the_past: "Ce créneau est déjà passé. Rien n’a changé ici. Choisissez un moment à venir.",
    question_empty: "La question n’a pas encore de mots. Rien n’a changé ici. Écrivez-la.",
    goal_empty: "L’objectif n’a pas encore de mots. Rien n’a changé ici. Écrivez-le.",
    gone: "Cela n’existe plus ici. Rien n’a changé. Rechargez la page pour voir l’état présent.",
    not_text: "Ce texte n’a pas de place ici. Rien n’a changé. Rechargez la page.",
    hours_out_of_range: "Un délai va d’une heure à 14 jours. Le reste est gardé. Corrigez-le.",
    nothing_to_sign: "Aucune promesse n’est encore acceptée à deux. Rien n’a changé ici. Acceptez-en une d’abord.",
    text_too_long: "Ce texte dépasse 100 000 caractères. Ce qui précède est gardé. Raccourcissez-le.",
    not_now: "La session n’en est pas là. Rien n’a changé ici. Rechargez la page pour voir où elle en est.",
    title_missing: "Il manque un titre. Rien n’a changé ici. Écrivez-le.",
    too_many_projects: "Une formation tient en 40 projets ici. Rien n’a changé. Raccourcissez la liste.",
    sub_step_empty: "La sous-étape n’a pas encore de mots. Rien n’a changé ici. Écrivez-la.",
    too_many_sub_steps: "Un objectif tient en 40 sous-étapes ici. Rien n’a changé. Découpez-le.",
    already_held: "La session a été tenue. Rien n’a changé ici. Si c’est une erreur, corrigez la note.",
    called_off: "La session n’a pas lieu. Rien n’a changé ici. Si c’est une erreur, corrigez la note.",
    already_begun: "La session avait déjà commencé. Rien n’a changé ici. Notez plutôt une absence.",
    not_begun_yet: "Ce moment est encore à venir. Rien n’a changé ici. Attendez-le, ou choisissez-en un passé.",
    told_ahead: "Personne n’a encore pu prévenir à ce moment-là. Rien n’a changé ici. Choisissez un moment passé.",
    reason_missing: "Il manque la raison. Rien n’a changé ici. Écrivez-la en quelques mots.",
    day_ahead: "Ce jour n’est pas encore venu. Rien n’a changé ici. Choisissez aujourd’hui ou avant.",
};

pub(super) static EN: Refusals = Refusals {
    name_missing: "A first name is missing. The rest is kept. Add it.",
    length_out_of_range: "A length goes from 5 to 240 minutes. The rest is kept. Change it.",
    effort_out_of_range: "Planned time goes from one minute to 168 hours. The rest is kept. Change it.",
    end_before_start: "It ends before it starts. The rest is kept. Choose a later day.",
    slot_in_the_past: "This slot has passed. Nothing changed here. Choose a time to come.",
    question_empty: "The question has no words yet. Nothing changed here. Write it.",
    goal_empty: "The goal has no words yet. Nothing changed here. Write it.",
    gone: "This is no longer here. Nothing changed. Reload the page to see how things stand.",
    not_text: "This text has no place here. Nothing changed. Reload the page.",
    hours_out_of_range: "A delay goes from one hour to 14 days. The rest is kept. Change it.",
    nothing_to_sign: "No promise is accepted by both yet. Nothing changed here. Accept one first.",
    text_too_long: "This text is over 100,000 characters. What came before is kept. Shorten it.",
    not_now: "The session is not at that point. Nothing changed here. Reload the page to see where it stands.",
    title_missing: "A title is missing. Nothing changed here. Write it.",
    too_many_projects: "A programme holds 40 projects here. Nothing changed. Shorten the list.",
    sub_step_empty: "The sub-step has no words yet. Nothing changed here. Write it.",
    too_many_sub_steps: "A goal holds 40 sub-steps here. Nothing changed. Split it.",
    already_held: "The session was held. Nothing changed here. If that is wrong, correct the note.",
    called_off: "The session does not take place. Nothing changed here. If that is wrong, correct the note.",
    already_begun: "The session had begun. Nothing changed here. Note an absence instead.",
    not_begun_yet: "That time is still to come. Nothing changed here. Wait for it, or choose one that has passed.",
    told_ahead: "Nobody can have said so at that time yet. Nothing changed here. Choose a time that has passed.",
    reason_missing: "The reason is missing. Nothing changed here. Write it in a few words.",
    day_ahead: "This day has not come yet. Nothing changed here. Choose today or earlier.",
};
