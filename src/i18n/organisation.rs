//! Section 4, the habits: the usual slot, messages between sessions, preparation.

use crate::domain::Channel;

texts! {
    /// Section 4, the habits.
    pub struct Organisation {
        slot_legend,
        slot_large(day: &str, time: &str),
        slot_none,
        slot_for(name: &str, city: &str, day: &str, time: &str),
        slot_varies,
        slot_remove,
        zones,
        channels_legend,
        platform,
        email,
        chat,
        phone,
        channels_note,
        channels_hint,
        answers(name: &str),
        to_agree,
        hours(hours: u32),
        days(days: u32),
        prepare(student: &str),
        prepare_before(hours: &str),
        preparation,
        preparation_hint,
        field_note,
        field_answers(name: &str),
        field_prepare_hours,
        field_preparation,
    }
}

impl Organisation {
    /// The name of a channel.
    pub fn channel(&self, channel: Channel) -> &'static str {
        match channel {
            Channel::Platform => self.platform,
            Channel::Email => self.email,
            Channel::Chat => self.chat,
            Channel::Phone => self.phone,
        }
    }

    /// Hours as people say them: “48 h”, “7 jours”.
    pub fn delay(&self, hours: u32) -> String {
        if hours > 72 && hours.is_multiple_of(24) { (self.days)(hours / 24) } else { (self.hours)(hours) }
    }
}

pub(super) static FR: Organisation = Organisation {
    slot_legend: "Quel jour, chaque semaine ?",
    slot_large: |day, time| format!("Le {day}, {time}"),
    slot_none: "Pas encore de créneau",
    slot_for: |name, city, day, time| format!("Pour {name}, à {city} : {day}, {time}."),
    slot_varies: "L’écart change au passage à l’heure d’été ou d’hiver.",
    slot_remove: "Retirer le créneau",
    zones: "Vous ne vivez pas à la même heure ?",
    channels_legend: "Par où vous écrire ?",
    platform: "La plateforme",
    email: "L’e-mail",
    chat: "Une messagerie",
    phone: "Le téléphone",
    channels_note: "Bon à savoir",
    channels_hint: "Une adresse, le nom de la messagerie, les heures calmes.",
    answers: |name| format!("{name} répond sous"),
    to_agree: "à convenir",
    hours: |hours| format!("{hours} h"),
    days: |days| format!("{days} jours"),
    prepare: |student| format!("{student} envoie ses questions"),
    prepare_before: |hours| format!("{hours} avant"),
    preparation: "Préparer une session, entre vous",
    preparation_hint: "Par exemple : scénario lu, brouillon déposé, questions classées.",
    field_note: "bon à savoir sur les messages",
    field_answers: |name| format!("délai de réponse, {name}"),
    field_prepare_hours: "avance des questions",
    field_preparation: "préparation",
};

pub(super) static EN: Organisation = Organisation {
    slot_legend: "Which day, every week?",
    slot_large: |day, time| format!("Every {day}, {time}"),
    slot_none: "No slot yet",
    slot_for: |name, city, day, time| format!("For {name}, in {city}: {day}, {time}."),
    slot_varies: "The difference shifts when clocks change in spring or autumn.",
    slot_remove: "Remove the slot",
    zones: "Do your clocks differ?",
    channels_legend: "Where will you write to each other?",
    platform: "The platform",
    email: "E-mail",
    chat: "A chat",
    phone: "Phone",
    channels_note: "Good to know",
    channels_hint: "An address, the name of the chat, quiet hours.",
    answers: |name| format!("{name} answers within"),
    to_agree: "to agree on",
    hours: |hours| format!("{hours} h"),
    days: |days| if days == 1 { "1 day".to_owned() } else { format!("{days} days") },
    prepare: |student| format!("{student} sends their questions"),
    prepare_before: |hours| format!("{hours} ahead"),
    preparation: "Preparing a session, between you",
    preparation_hint: "For example: scenario read, draft handed in, questions sorted.",
    field_note: "good to know about messages",
    field_answers: |name| format!("{name}’s time to answer"),
    field_prepare_hours: "questions ahead by",
    field_preparation: "preparation",
};
