//! “Qui contacter ?”: the situations, whom to turn to and why, and the message that is drafted for it.

use super::links::GuideLink;
use super::{Helps, link_of};
use crate::domain::whom::Need;

texts! {
    /// “Qui contacter ?” in `#/contacts`.
    pub struct Whom {
        title,
        note,
        ask,
        ask_hint,
        find,
        pick,
        pick_none,
        unknown,
        between,
        perhaps,
        this_one(need: &str),
        first(help: &str),
        then(help: &str),

        stuck,
        advice,
        moving,
        ready,
        alone,
        platform,
        funding,
        file,
        partner,
        job,
        rules,

        advice_why(mentor: &str),
        moving_why(mentor: &str, hours: u32),
        moving_until(deadline: &str),
        file_why,
        partner_why(mentor: &str),
        rules_why,

        draft(student: &str),
        draft_hint,
        draft_copy,
        draft_copied,
        draft_not_copied,
        draft_anew,

        hello,
        hello_name(name: &str),
        hello_all,
        i_am(name: &str),
        i_am_in(name: &str, programme: &str),
        said_nothing,
        blank(what: &str),
        about_platform,
        tried,
        device,
        look_please,
        about_funding,
        about_file,
        answer_please,
        about_stuck(project: &str),
        wanted,
        any_idea,
        about_advice(project: &str),
        tell_me_tu,
        tell_me_vous,
        about_moving(moment: &str),
        moving_ok_tu,
        moving_ok_vous,
        moving_new,
        about_ready(project: &str),
        ready_ok_tu,
        ready_ok_vous,
        about_alone(project: &str),
        alone_who,
        about_partner(mentor: &str),
        partner_told(mentor: &str),
        about_job,
        job_how,
        about_rules,
        fact_project(project: &str),
        fact_mentor(mentor: &str),
        fact_session(moment: &str),
        project_unnamed,
        thanks,
    }
}

impl Whom {
    /// What happens, in a few words.
    pub fn need(&self, need: Need) -> &'static str {
        match need {
            Need::Stuck => self.stuck,
            Need::Advice => self.advice,
            Need::Move => self.moving,
            Need::Ready => self.ready,
            Need::Alone => self.alone,
            Need::Platform => self.platform,
            Need::Funding => self.funding,
            Need::File => self.file,
            Need::Partner => self.partner,
            Need::Job => self.job,
            Need::Rules => self.rules,
        }
    }

    /// Why the first help is the nearest, and what the second brings: of a case of the call, what is said there. `hours` is R3's.
    pub fn why(&self, need: Need, helps: &Helps, mentor: &str, hours: u32) -> Vec<String> {
        if let Some(case) = need.case() {
            let mut why = helps.why(case, need.first(), mentor);
            if let Some(also) = need.also() {
                why.extend(helps.why(case, also, mentor).into_iter().take(1));
            }
            return why;
        }
        vec![match need {
            Need::Advice => (self.advice_why)(mentor),
            Need::Move => (self.moving_why)(mentor, hours),
            Need::Partner => (self.partner_why)(mentor),
            Need::Rules => self.rules_why.to_owned(),
            _ => self.file_why.to_owned(),
        }]
    }
}

/// The guide's links that lead to the helps of a situation; those of a case of the call are the case's.
pub fn links_of_need(need: Need) -> Vec<GuideLink> {
    match need {
        Need::File => vec![GuideLink::SupportForm],
        Need::Move => vec![GuideLink::ManageSessions],
        Need::Partner => vec![GuideLink::ChangeMentor, GuideLink::SupportForm],
        Need::Rules => vec![GuideLink::HelpCentre, GuideLink::Jury, GuideLink::SupportForm],
        Need::Advice => Vec::new(),
        Need::Platform | Need::Funding | Need::Stuck | Need::Ready | Need::Alone | Need::Job => {
            need.case().and_then(link_of).into_iter().collect()
        }
    }
}

pub(super) static FR: Whom = Whom {
    title: "Qui contacter ?",
    note: "Dites ce qui se passe, ou choisissez. Rien ne part d’ici : le message proposé, vous l’envoyez.",
    ask: "Que se passe-t-il ?",
    ask_hint: "Quelques mots suffisent : mon code plante, je dois annuler mardi…",
    find: "Trouver qui contacter",
    pick: "Ou choisissez la situation",
    pick_none: "Aucune pour l’instant",
    unknown: "Nous ne reconnaissons pas la situation. Choisissez la plus proche dans la liste.",
    between: "Nous hésitons entre deux situations. Laquelle est la vôtre ?",
    perhaps: "Peut-être cette situation ?",
    this_one: |need| format!("C’est cela : {need}"),
    first: |help| format!("D’abord {help}."),
    then: |help| format!("Ensuite {help}."),

    stuck: "Un blocage entre deux sessions",
    advice: "Un avis sur un travail, un projet, un outil",
    moving: "Une session à annuler ou à déplacer",
    ready: "Une soutenance à préparer ou à réserver",
    alone: "La solitude, l’élan qui manque",
    platform: "La plateforme qui ne marche pas",
    funding: "Le financement",
    file: "Un retard, une absence, une pause",
    partner: "Un binôme qui ne va plus",
    job: "La recherche d’un emploi",
    rules: "Une règle, le jury, le diplôme",

    advice_why: |mentor| {
        format!(
            "{mentor} répond sur les projets et les outils, en session ou par message. Companion aide tout de suite, depuis le projet."
        )
    },
    moving_why: |mentor, hours| {
        format!(
            "Si {mentor} accepte un autre créneau et si vous le dites plus de {hours} h avant, la session se rattrape."
        )
    },
    moving_until: |deadline| format!("Pour la prochaine session : avant {deadline}."),
    file_why: "Le Support reçoit la demande. Le conseiller pédagogique, qui suit les dossiers, prend le relais.",
    partner_why: |mentor| {
        format!(
            "Changer de binôme est possible : le Support est la première porte. Le dire avant à {mentor} est apprécié."
        )
    },
    rules_why: "Le centre d’aide a des réponses écrites. Si la vôtre n’y est pas, le Support la donne.",

    draft: |student| format!("Message signé {student}, à relire et à envoyer"),
    draft_hint: "Il reste dans cette page. Changez tout ce que vous voulez.",
    draft_copy: "Copier le message",
    draft_copied: "Message copié. Collez-le là où vous l’envoyez.",
    draft_not_copied: "Le navigateur refuse de copier. Le message est sélectionné : copiez-le.",
    draft_anew: "Repartir du message proposé",

    hello: "Bonjour,",
    hello_name: |name| format!("Bonjour {name},"),
    hello_all: "Bonjour à tout le monde,",
    i_am: |name| format!("Je m’appelle {name} et je suis une formation OpenClassrooms."),
    i_am_in: |name, programme| format!("Je m’appelle {name} et je suis la formation « {programme} »."),
    said_nothing: "ce qui se passe",
    blank: |what| format!("[À compléter : {what}]"),
    about_platform: "La plateforme me pose un problème :",
    tried: "ce que j’ai déjà essayé",
    device: "appareil et navigateur",
    look_please: "Pouvez-vous regarder ?",
    about_funding: "Ma demande est pour le conseiller pédagogique. Elle porte sur mon financement :",
    about_file: "Ma demande est pour le conseiller pédagogique. Elle porte sur le suivi de ma formation :",
    answer_please: "Pouvez-vous me dire quoi faire, et pour quand ?",
    about_stuck: |project| format!("Je bloque sur le projet « {project} » :"),
    wanted: "ce que j’attendais, ce qui arrive",
    any_idea: "Une idée, une piste à chercher ?",
    about_advice: |project| format!("J’ai une demande sur le projet « {project} » :"),
    tell_me_tu: "Tu peux me dire ce que tu en penses, ici ou à la prochaine session ?",
    tell_me_vous: "Pouvez-vous me dire ce que vous en pensez, ici ou à la prochaine session ?",
    about_moving: |moment| format!("Je ne pourrai pas être là à notre session : {moment}."),
    moving_ok_tu: "Es-tu d’accord pour un autre créneau ?",
    moving_ok_vous: "Êtes-vous d’accord pour un autre créneau ?",
    moving_new: "jour et heure que je propose",
    about_ready: |project| format!("Le projet « {project} » me semble prêt pour la soutenance."),
    ready_ok_tu: "M’autorises-tu à la réserver ?",
    ready_ok_vous: "M’autorisez-vous à la réserver ?",
    about_alone: |project| format!("Je travaille sur le projet « {project} » et je ne veux plus avancer en solo."),
    alone_who: "Qui veut travailler ensemble, une heure par semaine ?",
    about_partner: |mentor| format!("Je travaille avec {mentor} et je pense à changer de binôme :"),
    partner_told: |mentor| format!("{mentor} le sait déjà, ou pas encore"),
    about_job: "La fin de ma formation approche et je cherche un emploi :",
    job_how: "Quel coaching collectif peut m’aider, et quand a-t-il lieu ?",
    about_rules: "Je n’ai pas trouvé la réponse dans le centre d’aide :",
    fact_project: |project| format!("Projet en cours : {project}"),
    fact_mentor: |mentor| format!("Mentor : {mentor}"),
    fact_session: |moment| format!("Prochaine session : {moment}"),
    project_unnamed: "en cours",
    thanks: "Merci d’avance,",
};

pub(super) static EN: Whom = Whom {
    title: "Who to contact?",
    note: "Say what happens, or choose. Nothing leaves this page: the message it drafts, you send.",
    ask: "What is happening?",
    ask_hint: "A few words will do: my code crashes, I must cancel Tuesday…",
    find: "Find who to contact",
    pick: "Or choose the situation",
    pick_none: "None for now",
    unknown: "We do not recognise the situation. Choose the nearest in the list.",
    between: "We hesitate between two situations. Which one is yours?",
    perhaps: "Perhaps this situation?",
    this_one: |need| format!("That is it: {need}"),
    first: |help| format!("First {help}."),
    then: |help| format!("Then {help}."),

    stuck: "Stuck between two sessions",
    advice: "An opinion on some work, a project, a tool",
    moving: "A session to cancel or move",
    ready: "A defence to prepare or book",
    alone: "Working alone, running out of drive",
    platform: "The platform does not work",
    funding: "Funding",
    file: "Lateness, an absence, a pause",
    partner: "A pair that no longer works",
    job: "Looking for a job",
    rules: "A rule, the jury, the diploma",

    advice_why: |mentor| {
        format!(
            "{mentor} answers on projects and tools, in a session or by message. Companion helps at once, from the project."
        )
    },
    moving_why: |mentor, hours| {
        format!(
            "When {mentor} accepts another slot and you say so more than {hours} h ahead, the session is recoverable."
        )
    },
    moving_until: |deadline| format!("For the next session: before {deadline}."),
    file_why: "Support receives the request. The educational adviser, who follows the files, takes over.",
    partner_why: |mentor| {
        format!("Changing partner is possible: Support is the first door. Telling {mentor} beforehand is appreciated.")
    },
    rules_why: "The help centre has written answers. When yours is not there, Support gives it.",

    draft: |student| format!("{student}’s message, to read over and send"),
    draft_hint: "It stays in this page. Change whatever you like.",
    draft_copy: "Copy the message",
    draft_copied: "Message copied. Paste it where you send it.",
    draft_not_copied: "The browser refuses to copy. The message is selected: copy it.",
    draft_anew: "Start again from the draft",

    hello: "Hello,",
    hello_name: |name| format!("Hello {name},"),
    hello_all: "Hello everyone,",
    i_am: |name| format!("My name is {name} and I follow an OpenClassrooms programme."),
    i_am_in: |name, programme| format!("My name is {name} and I follow the programme “{programme}”."),
    said_nothing: "what is happening",
    blank: |what| format!("[To fill in: {what}]"),
    about_platform: "I have a problem with the platform:",
    tried: "what I have already tried",
    device: "device and browser",
    look_please: "Could you have a look?",
    about_funding: "My request is for the educational adviser. It is about my funding:",
    about_file: "My request is for the educational adviser. It is about how my programme goes:",
    answer_please: "Could you tell me what to do, and by when?",
    about_stuck: |project| format!("I am stuck on the project “{project}”:"),
    wanted: "what I expected, what happens",
    any_idea: "Any idea, anything to look up?",
    about_advice: |project| format!("I have a request about the project “{project}”:"),
    tell_me_tu: "Could you tell me what you think, here or in the next session?",
    tell_me_vous: "Could you tell me what you think, here or in the next session?",
    about_moving: |moment| format!("I will not be able to come to our session: {moment}."),
    moving_ok_tu: "Would you agree to another slot?",
    moving_ok_vous: "Would you agree to another slot?",
    moving_new: "day and time I suggest",
    about_ready: |project| format!("The project “{project}” seems ready for the defence."),
    ready_ok_tu: "Do you authorise me to book it?",
    ready_ok_vous: "Do you authorise me to book it?",
    about_alone: |project| format!("I am working on the project “{project}” and would rather not go on alone."),
    alone_who: "Who would like to work together, an hour a week?",
    about_partner: |mentor| format!("I work with {mentor} and am thinking of changing partner:"),
    partner_told: |mentor| format!("{mentor} knows already, or not yet"),
    about_job: "The end of my programme is near and I am looking for a job:",
    job_how: "Which group coaching could help me, and when is it?",
    about_rules: "I did not find the answer in the help centre:",
    fact_project: |project| format!("Current project: {project}"),
    fact_mentor: |mentor| format!("Mentor: {mentor}"),
    fact_session: |moment| format!("Next session: {moment}"),
    project_unnamed: "under way",
    thanks: "Thank you in advance,",
};
