//! Whom to turn to: the map of the seven helps, the six cases, and the pair's own contacts.

use super::links::GuideLink;
use crate::domain::{Help, Path, Situation, Value, Verdict, contact, schema::name};

texts! {
    /// Section 2, and `#/contacts` afterwards.
    pub struct Helps {
        page,
        page_lede,
        map_title(student: &str),
        map_note,
        cases_title,
        cases_note,
        case_of(number: usize),
        all_cases,
        case_named(number: usize, case: &str),
        answered,
        ask,
        yes(help: &str),
        yes_also(help: &str),
        rather(help: &str),
        show_answer,
        next_case,
        all_seen,

        platform,
        platform_why,
        funding,
        funding_why,
        funding_also,
        stuck,
        stuck_why,
        stuck_also,
        ready,
        ready_why(mentor: &str),
        alone,
        alone_why,
        alone_also(mentor: &str),
        job,
        job_why,
        job_also(mentor: &str),

        own_title,
        own_note,
        own_none,
        own_add,
        own_name,
        own_purpose,
        own_purpose_hint,
        own_reach,
        own_reach_hint,
        own_keep,
        own_unnamed,
        own_remove_title,
        own_remove_body,
        own_remove_keep,
        own_remove_yes,
        own_removed,

        record_contact,
        record_case,
        field_name,
        field_purpose,
        field_reach,
        field_answer,

        dashboard_title,
        dashboard_body,
        dashboard_link,
    }
}

impl Helps {
    /// What happens in a case.
    pub fn case(&self, situation: Situation) -> &'static str {
        match situation {
            Situation::Platform => self.platform,
            Situation::Funding => self.funding,
            Situation::Stuck => self.stuck,
            Situation::Ready => self.ready,
            Situation::Alone => self.alone,
            Situation::Job => self.job,
        }
    }

    /// Whom to turn to, said of an answer.
    pub fn verdict(&self, situation: Situation, answer: Help, named: impl Fn(Help) -> String) -> String {
        match situation.verdict(answer) {
            Verdict::First => (self.yes)(&named(answer)),
            Verdict::Also => (self.yes_also)(&named(answer)),
            Verdict::Rather => (self.rather)(&named(situation.first())),
        }
    }

    /// Why, in one or two paragraphs: of the help that was answered when it is a good one too, then of the first.
    pub fn why(&self, situation: Situation, answer: Help, mentor: &str) -> Vec<String> {
        let why = match situation {
            Situation::Platform => self.platform_why.to_owned(),
            Situation::Funding => self.funding_why.to_owned(),
            Situation::Stuck => self.stuck_why.to_owned(),
            Situation::Ready => (self.ready_why)(mentor),
            Situation::Alone => self.alone_why.to_owned(),
            Situation::Job => self.job_why.to_owned(),
        };
        let also = match (situation.verdict(answer), situation) {
            (Verdict::Also, Situation::Funding) => Some(self.funding_also.to_owned()),
            (Verdict::Also, Situation::Stuck) => Some(self.stuck_also.to_owned()),
            (Verdict::Also, Situation::Alone) => Some((self.alone_also)(mentor)),
            (Verdict::Also, Situation::Job) => Some((self.job_also)(mentor)),
            _ => None,
        };
        also.into_iter().chain([why]).collect()
    }

    /// A field of a contact or a case in words; nothing for the others.
    pub(super) fn field(&self, path: &Path) -> &'static str {
        match path.field() {
            name::NAME => self.field_name,
            name::PURPOSE => self.field_purpose,
            name::REACH => self.field_reach,
            name::ANSWER => self.field_answer,
            _ => "",
        }
    }
}

/// The guide's link that goes with the answer to a case, when there is one.
pub fn link_of(situation: Situation) -> Option<GuideLink> {
    match situation {
        Situation::Platform | Situation::Funding => Some(GuideLink::SupportForm),
        Situation::Ready => Some(GuideLink::Defences),
        Situation::Stuck | Situation::Alone | Situation::Job => None,
    }
}

/// The help that a value names: the answer to a case.
pub(super) fn answered(path: &Path, value: &Value) -> Option<Help> {
    let situation = Situation::parse(path.id())?;
    (*path == contact::answer(situation)).then(|| value.text().and_then(Help::parse)).flatten()
}

pub(super) static FR: Helps = Helps {
    page: "Contacts",
    page_lede: "Quand ça bloque : sept aides, six cas pour s’y retrouver, et vos contacts.",
    map_title: |student| format!("Sept aides, {student} au centre"),
    map_note: "Chacune a son rôle. Mieux vaut demander tôt.",
    cases_title: "Vers qui vous tourner ?",
    cases_note: "Six cas, un à un. Passez ceux que vous voulez, revenez-y quand vous voulez.",
    case_of: |number| format!("Cas {number} sur 6"),
    all_cases: "Les six cas",
    case_named: |number, case| format!("Cas {number} : {case}"),
    answered: "avec réponse",
    ask: "Vers qui d’abord ?",
    yes: |help| format!("Oui, {help}."),
    yes_also: |help| format!("Oui, {help} aussi."),
    rather: |help| format!("Plutôt {help}."),
    show_answer: "Voir la réponse",
    next_case: "Cas suivant",
    all_seen: "Les six cas ont leur réponse. Elles restent ici.",

    platform: "Un projet ne s’ouvre plus",
    platform_why: "Le Support est la première porte, pour tout souci. Son formulaire suffit.",
    funding: "Un financement s’arrête",
    funding_why: "Le Support reçoit la demande. Le conseiller pédagogique prend le relais, comme pour un retard ou l’assiduité.",
    funding_also: "Le conseiller pédagogique suit ces dossiers : on y arrive par le Support.",
    stuck: "Le code plante dimanche",
    stuck_why: "Companion répond depuis le projet, entre deux sessions. Ce qui résiste se note pour la suivante.",
    stuck_also: "Des pairs peuvent aider. Companion est plus près : dans le projet même.",
    ready: "La soutenance approche",
    ready_why: |mentor| format!("{mentor} autorise la soutenance. La date se réserve ensuite."),
    alone: "Travailler en solo pèse",
    alone_why: "La communauté réunit des pairs, d’hier et d’aujourd’hui : des groupes de travail, des idées, de l’élan.",
    alone_also: |mentor| format!("{mentor} accompagne mieux quand vous dites tôt ce qui pèse."),
    job: "Un entretien approche",
    job_why: "Le coaching collectif accompagne vers l’emploi, en fin de parcours.",
    job_also: |mentor| format!("{mentor} partage des conseils du métier."),

    own_title: "Vos contacts",
    own_note: "D’autres personnes sur qui compter. Elles partent avec les copies que vous vous donnez.",
    own_none: "Aucun contact. Ajoutez-en un.",
    own_add: "Ajouter un contact",
    own_name: "Nom",
    own_purpose: "Pour quoi",
    own_purpose_hint: "Relire, réviser, débloquer.",
    own_reach: "Comment joindre",
    own_reach_hint: "Une adresse, un numéro, un pseudonyme.",
    own_keep: "Garder le contact",
    own_unnamed: "Contact à préciser",
    own_remove_title: "Retirer ce contact ?",
    own_remove_body: "Ses mots partent d’ici et des prochaines copies.",
    own_remove_keep: "Garder le contact",
    own_remove_yes: "Retirer le contact",
    own_removed: "Contact retiré.",

    record_contact: "Contact",
    record_case: "Cas",
    field_name: "nom",
    field_purpose: "pour quoi",
    field_reach: "comment joindre",
    field_answer: "vers qui d’abord",

    dashboard_title: "Quand ça bloque",
    dashboard_body: "Sept aides et vos contacts, avec leurs liens.",
    dashboard_link: "Vers qui vous tourner",
};

pub(super) static EN: Helps = Helps {
    page: "Contacts",
    page_lede: "When something is stuck: seven helps, six cases to find your way, and your own contacts.",
    map_title: |student| format!("Seven helps, {student} at the centre"),
    map_note: "Each has its part. Better to ask early.",
    cases_title: "Where would you turn?",
    cases_note: "Six cases, one by one. Skip the ones you like, come back whenever you like.",
    case_of: |number| format!("Case {number} of 6"),
    all_cases: "The six cases",
    case_named: |number, case| format!("Case {number}: {case}"),
    answered: "answered",
    ask: "Whom first?",
    yes: |help| format!("Yes, {help}."),
    yes_also: |help| format!("Yes, {help} too."),
    rather: |help| format!("Rather {help}."),
    show_answer: "Show the answer",
    next_case: "Next case",
    all_seen: "All six cases have an answer. They stay here.",

    platform: "A project will not open",
    platform_why: "Support is the first door, for any trouble. Its form is enough.",
    funding: "Funding stops",
    funding_why: "Support receives the request. The educational adviser takes over, as for lateness or attendance.",
    funding_also: "The educational adviser follows these files: Support leads there.",
    stuck: "Code crashes on Sunday",
    stuck_why: "Companion answers from the project, between sessions. What resists is noted for the next one.",
    stuck_also: "Peers can help. Companion is nearer: inside the project itself.",
    ready: "The defence nears",
    ready_why: |mentor| format!("{mentor} authorises the defence. Booking a date comes next."),
    alone: "Working alone feels heavy",
    alone_why: "The community brings peers together, past and present: working groups, ideas, a push forward.",
    alone_also: |mentor| format!("{mentor} guides better when you say early what weighs."),
    job: "An interview is near",
    job_why: "Group coaching leads towards a job, at the end of the programme.",
    job_also: |mentor| format!("{mentor} shares advice from the trade."),

    own_title: "Your own contacts",
    own_note: "Others you can count on. They go into the copies you give each other.",
    own_none: "No contact. Add one.",
    own_add: "Add a contact",
    own_name: "Name",
    own_purpose: "What for",
    own_purpose_hint: "Reading over, revising, getting unstuck.",
    own_reach: "How to reach them",
    own_reach_hint: "An address, a number, a nickname.",
    own_keep: "Keep this contact",
    own_unnamed: "Contact to sharpen",
    own_remove_title: "Remove this contact?",
    own_remove_body: "Its words leave this browser and the copies to come.",
    own_remove_keep: "Keep the contact",
    own_remove_yes: "Remove the contact",
    own_removed: "Contact removed.",

    record_contact: "Contact",
    record_case: "Case",
    field_name: "name",
    field_purpose: "what for",
    field_reach: "how to reach",
    field_answer: "whom first",

    dashboard_title: "When something is stuck",
    dashboard_body: "Seven helps and your own contacts, with their links.",
    dashboard_link: "Where to turn",
};
