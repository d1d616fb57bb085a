//! The pair agreement in words: its promises, where they stand, its signatures.

use super::Labels;
use super::format::weekday_words;
use crate::domain::{Channel, Given, Pairing, PersonId, Promise, PromiseId, PromiseState, Slot};

texts! {
    /// The pair agreement.
    pub struct Agreement {
        title,
        record,
        field_tick(name: &str),
        field_signed(name: &str),
        counted(agreed: usize, total: usize),
        counted_revisit(revisit: usize),
        weekly_title,
        weekly,
        weekly_at(slot: &str),
        slot(day: &str, time: &str),
        slot_in(day: &str, time: &str, city: &str),
        ahead_title,
        ahead,
        prepared_title,
        prepared(student: &str),
        prepared_before(student: &str, delay: &str),
        answers_title,
        answers,
        answers_both(delay: &str),
        answers_one(name: &str, delay: &str),
        answers_each(mentor: &str, delay: &str, student: &str, other: &str),
        by_platform,
        by_email,
        by_chat,
        by_phone,
        and_more(first: &str, second: &str),
        notice_title,
        notice,
        blocks_title,
        blocks,
        partner_title,
        partner,
        own_title,
        own_hint,
        add,
        remove,
        remove_named(promise: &str),
        accept(promise: &str),
        leave_for_later,
        leave_named(promise: &str),
        take_up,
        take_up_named(promise: &str),
        state_agreed,
        state_revisit,
        state_open,
        state_by(name: &str),
        signed_at(moment: &str),
        not_signed,
        sign(name: &str),
        sign_elsewhere(name: &str),
        unsign,
        unsign_named(name: &str),
        signed_now(name: &str),
        unsigned_now(name: &str),
        nothing_to_sign,
        changed_before(name: &str),
        changed_removed,
        sign_again(name: &str),
        between(mentor: &str, student: &str),
        printed_foot,
    }
}

impl Agreement {
    /// How many promises are accepted, and how many wait: “5 promesses acceptées à deux sur 7, 1 à revoir.”
    pub fn count(&self, agreement: &crate::domain::Agreement) -> String {
        let agreed = (self.counted)(agreement.count(PromiseState::Agreed), agreement.worded().count());
        match agreement.count(PromiseState::ToRevisit) {
            0 => format!("{agreed}."),
            revisit => format!("{agreed}, {}.", (self.counted_revisit)(revisit)),
        }
    }

    fn by(&self, channel: Channel) -> &'static str {
        match channel {
            Channel::Platform => self.by_platform,
            Channel::Email => self.by_email,
            Channel::Chat => self.by_chat,
            Channel::Phone => self.by_phone,
        }
    }
}

impl Labels<'_> {
    /// A few words that name a promise.
    pub fn promise_title(&self, id: &PromiseId) -> &'static str {
        let words = self.words.agreement();
        match id {
            PromiseId::Given(Given::Weekly) => words.weekly_title,
            PromiseId::Given(Given::Ahead) => words.ahead_title,
            PromiseId::Given(Given::Prepared) => words.prepared_title,
            PromiseId::Given(Given::Answers) => words.answers_title,
            PromiseId::Given(Given::Notice) => words.notice_title,
            PromiseId::Given(Given::Blocks) => words.blocks_title,
            PromiseId::Given(Given::Partner) => words.partner_title,
            PromiseId::Own(_) => words.own_title,
        }
    }

    /// What a promise says, with what section 4 chose.
    pub fn promise(&self, promise: &Promise, pair: &Pairing) -> String {
        let words = self.words.agreement();
        match promise.id {
            PromiseId::Given(Given::Weekly) => match &pair.organisation.slot {
                Some(slot) => (words.weekly_at)(&self.slot(slot, pair)),
                None => words.weekly.to_owned(),
            },
            PromiseId::Given(Given::Ahead) => words.ahead.to_owned(),
            PromiseId::Given(Given::Prepared) => {
                let said = match pair.organisation.prepare_hours {
                    Some(hours) => (words.prepared_before)(self.student, &self.words.organisation().delay(hours)),
                    None => (words.prepared)(self.student),
                };
                with_note(said, &pair.organisation.preparation)
            }
            PromiseId::Given(Given::Answers) => with_note(self.answers(pair), &pair.organisation.channels_note),
            PromiseId::Given(Given::Notice) => words.notice.to_owned(),
            PromiseId::Given(Given::Blocks) => words.blocks.to_owned(),
            PromiseId::Given(Given::Partner) => words.partner.to_owned(),
            PromiseId::Own(_) => super::visible(promise.text.trim()),
        }
    }

    /// Where a promise stands: “acceptée à deux”, “acceptée par Karim”.
    pub fn promise_state(&self, promise: &Promise) -> String {
        let words = self.words.agreement();
        match (promise.state(), promise.ticks.first()) {
            (PromiseState::Agreed, _) => words.state_agreed.to_owned(),
            (PromiseState::ToRevisit, _) => words.state_revisit.to_owned(),
            (PromiseState::Open, Some(person)) => (words.state_by)(self.person(*person)),
            (PromiseState::Open, None) => words.state_open.to_owned(),
        }
    }

    /// The usual slot: “mardi 18 h 00”, with its city when somebody lives elsewhere.
    pub fn slot(&self, slot: &Slot, pair: &Pairing) -> String {
        let (day, time) = (weekday_words(self.formats, slot.weekday), self.formats.time(slot.time));
        let elsewhere = [&pair.mentor, &pair.student]
            .into_iter()
            .any(|person| person.zone.as_ref().is_some_and(|zone| *zone != slot.zone));
        if elsewhere || pair.zone().is_some_and(|zone| *zone != slot.zone) {
            (self.words.agreement().slot_in)(&day, &time, &slot.zone.city())
        } else {
            (self.words.agreement().slot)(&day, &time)
        }
    }

    /// Who answers how soon, and where.
    fn answers(&self, pair: &Pairing) -> String {
        let words = self.words.agreement();
        let how = &pair.organisation;
        let delay = |person| how.answers.get(&person).map(|hours| self.words.organisation().delay(*hours));
        let said = match (delay(PersonId::MENTOR), delay(PersonId::STUDENT)) {
            (Some(one), Some(two)) if one == two => (words.answers_both)(&one),
            (Some(one), Some(two)) => (words.answers_each)(self.mentor, &one, self.student, &two),
            (Some(one), None) => (words.answers_one)(self.mentor, &one),
            (None, Some(two)) => (words.answers_one)(self.student, &two),
            (None, None) => words.answers.to_owned(),
        };
        let by = how.channels.iter().map(|channel| words.by(*channel).to_owned());
        match by.reduce(|all, next| (words.and_more)(&all, &next)) {
            Some(by) => format!("{said}, {by}."),
            None => format!("{said}."),
        }
    }
}

/// A sentence and what the pair wrote beside it.
fn with_note(said: String, note: &str) -> String {
    match note.trim() {
        "" => said,
        note => format!("{said} {}", super::visible(note)),
    }
}

pub(super) static FR: Agreement = Agreement {
    title: "Votre charte",
    record: "Charte",
    field_tick: |name| format!("{name} accepte"),
    field_signed: |name| format!("{name} a signé"),
    counted: |agreed, total| {
        if agreed < 2 {
            format!("{agreed} promesse acceptée à deux sur {total}")
        } else {
            format!("{agreed} promesses acceptées à deux sur {total}")
        }
    },
    counted_revisit: |revisit| format!("{revisit} à revoir"),
    weekly_title: "Le créneau",
    weekly: "Nous nous voyons chaque semaine.",
    weekly_at: |slot| format!("Nous nous voyons chaque semaine, {slot}."),
    slot: |day, time| format!("{day} {time}"),
    slot_in: |day, time, city| format!("{day} {time} à {city}"),
    ahead_title: "La réservation",
    ahead: "Nous réservons deux semaines d’avance.",
    prepared_title: "La préparation",
    prepared: |student| format!("{student} arrive scénario lu, questions notées."),
    prepared_before: |student, delay| format!("{student} arrive scénario lu, questions envoyées {delay} avant."),
    answers_title: "Les réponses",
    answers: "Nous nous répondons entre deux sessions",
    answers_both: |delay| format!("Nous répondons sous {delay}"),
    answers_one: |name, delay| format!("{name} répond sous {delay}"),
    answers_each: |mentor, delay, student, other| format!("{mentor} répond sous {delay}, {student} sous {other}"),
    by_platform: "sur la plateforme",
    by_email: "par e-mail",
    by_chat: "par messagerie",
    by_phone: "par téléphone",
    and_more: |first, second| format!("{first} ou {second}"),
    notice_title: "Les imprévus",
    notice: "Un empêchement ? Nous le disons plus de 24 h avant, avec un autre créneau.",
    blocks_title: "Quand ça freine",
    blocks: "Nous parlons tôt de ce qui freine.",
    partner_title: "Le changement de binôme",
    partner: "Nous nous prévenons avant de changer de binôme.",
    own_title: "Une promesse à vous",
    own_hint: "Une phrase que vous pourrez tenir. Par exemple : nous coupons les notifications.",
    add: "Ajouter une promesse à vous",
    remove: "Retirer",
    remove_named: |promise| format!("Retirer la promesse : {promise}"),
    accept: |promise| format!("{promise} : d’accord ?"),
    leave_for_later: "Laisser à revoir",
    leave_named: |promise| format!("Laisser à revoir : {promise}"),
    take_up: "Reprendre maintenant",
    take_up_named: |promise| format!("Reprendre maintenant : {promise}"),
    state_agreed: "acceptée à deux",
    state_revisit: "à revoir",
    state_open: "pas encore acceptée",
    state_by: |name| format!("acceptée par {name}"),
    signed_at: |moment| format!("a signé {moment}"),
    not_signed: "pas encore signé",
    sign: |name| format!("{name} signe"),
    sign_elsewhere: |name| format!("{name} signe dans son navigateur, ou ici en écran partagé."),
    unsign: "Retirer la signature",
    unsign_named: |name| format!("Retirer la signature : {name}"),
    signed_now: |name| format!("{name} a signé."),
    unsigned_now: |name| format!("{name} n’a plus de signature ici."),
    nothing_to_sign: "Rien à signer encore : acceptez d’abord une promesse à deux.",
    changed_before: |name| format!("Changé depuis la signature, côté {name} : "),
    changed_removed: "une promesse retirée",
    sign_again: |name| format!("{name} signe à nouveau"),
    between: |mentor, student| format!("Entre {mentor} et {student}"),
    printed_foot: "Charte du binôme, écrite avec Binôme. Elle n’engage que la parole donnée.",
};

pub(super) static EN: Agreement = Agreement {
    title: "Your agreement",
    record: "Agreement",
    field_tick: |name| format!("{name} accepts"),
    field_signed: |name| format!("{name} has signed"),
    counted: |agreed, total| {
        if agreed == 1 {
            format!("1 promise of {total} accepted by both")
        } else {
            format!("{agreed} promises of {total} accepted by both")
        }
    },
    counted_revisit: |revisit| format!("{revisit} to revisit"),
    weekly_title: "The slot",
    weekly: "We meet every week.",
    weekly_at: |slot| format!("We meet every week, {slot}."),
    slot: |day, time| format!("{day} {time}"),
    slot_in: |day, time, city| format!("{day} {time} in {city}"),
    ahead_title: "Booking",
    ahead: "We book two weeks ahead.",
    prepared_title: "Preparation",
    prepared: |student| format!("{student} comes with scenario read, questions noted."),
    prepared_before: |student, delay| format!("{student} comes with scenario read, questions sent {delay} ahead."),
    answers_title: "Answers",
    answers: "We answer each other between sessions",
    answers_both: |delay| format!("We answer within {delay}"),
    answers_one: |name, delay| format!("{name} answers within {delay}"),
    answers_each: |mentor, delay, student, other| format!("{mentor} answers within {delay}, {student} within {other}"),
    by_platform: "on the platform",
    by_email: "by e-mail",
    by_chat: "by chat",
    by_phone: "by phone",
    and_more: |first, second| format!("{first} or {second}"),
    notice_title: "When something comes up",
    notice: "Something comes up? We say so over 24 h ahead, with another slot.",
    blocks_title: "When it slows down",
    blocks: "We say early what slows us down.",
    partner_title: "Changing partner",
    partner: "We tell each other before changing partner.",
    own_title: "A promise of your own",
    own_hint: "A sentence you can keep. For example: we mute notifications.",
    add: "Add a promise of your own",
    remove: "Remove",
    remove_named: |promise| format!("Remove the promise: {promise}"),
    accept: |promise| format!("{promise}: agreed?"),
    leave_for_later: "Leave to revisit",
    leave_named: |promise| format!("Leave to revisit: {promise}"),
    take_up: "Take up again now",
    take_up_named: |promise| format!("Take up again now: {promise}"),
    state_agreed: "accepted by both",
    state_revisit: "to revisit",
    state_open: "not accepted yet",
    state_by: |name| format!("accepted by {name}"),
    signed_at: |moment| format!("signed on {moment}"),
    not_signed: "not signed yet",
    sign: |name| format!("{name} signs"),
    sign_elsewhere: |name| format!("{name} signs in their own browser, or here on the shared screen."),
    unsign: "Remove the signature",
    unsign_named: |name| format!("Remove the signature: {name}"),
    signed_now: |name| format!("{name} has signed."),
    unsigned_now: |name| format!("{name} no longer has a signature here."),
    nothing_to_sign: "Nothing to sign yet: accept one promise together first.",
    changed_before: |name| format!("Changed since the signature, for {name}: "),
    changed_removed: "a promise removed",
    sign_again: |name| format!("{name} signs again"),
    between: |mentor, student| format!("Between {mentor} and {student}"),
    printed_foot: "The pair’s agreement, written with Binôme. It binds nothing but a word given.",
};
