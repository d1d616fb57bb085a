//! The rules in French.

use super::Rules;

pub(super) static FR: Rules = Rules {
    title: "Règles",
    lede: "Ce que chaque règle dit pour vous deux, aujourd’hui.",
    contents: "Les dix règles",
    today: |moment| format!("Réponses au {moment}."),
    number: |number| format!("Règle {number}"),
    source_title: "Source",
    source: "Le guide de la première session.",
    reading_title: "Notre lecture",
    facts_title: "Ce qui a servi",

    contract_title: "Votre contrat",
    contract_note: "Le guide donne ces délais. Votre contrat de formation en dit d’autres ? Changez-les : toutes les réponses suivent.",
    contract_usual: |number| format!("Le guide : {number}."),
    contract_back: |number| format!("Revenir à {number}"),
    contract_conditional: "Une soutenance peut passer sous condition",
    contract_conditional_hint: "Vu en pratique, pas dans le guide : la personne qui évalue demande un complément, puis décide.",
    contract_practice: "Vu en pratique, pas dans le guide.",
    contract_said: "Contrat changé, les réponses suivent.",
    contract_unread: "Écrivez un nombre entier.",

    title_attendance: "Une session par semaine",
    title_horizon: "Réserver d’avance",
    title_cancellation: "Annuler une session",
    title_same_week: "Mentorat et soutenance la même semaine",
    title_deposit: "Déposer les livrables",
    title_authorisation: "L’autorisation de soutenir",
    title_same_assessor: "La même personne pour évaluer",
    title_end_date: "Finir à temps",
    title_jury: "Le jury",
    title_open_words: "Parler tôt, changer de binôme",

    attendance: "Une session chaque semaine : mentorat, bilan ou soutenance.",
    horizon: |weeks| format!("Réservez au moins {weeks} d’avance."),
    cancellation: |hours, mentor| {
        format!(
            "Annulée plus de {hours} h avant, une session se rattrape si {mentor} est d’accord et si un nouveau créneau est fixé. Plus tard, ou en cas d’absence, elle est perdue."
        )
    },
    same_week: "Mentorat et soutenance ne vont dans la même semaine que pour une soutenance à retravailler, le mentorat d’abord.",
    deposit: |hours| format!("Les livrables sont déposés au moins {hours} h avant la soutenance."),
    authorisation: |mentor| format!("Pas de soutenance sans autorisation : {mentor} la donne."),
    same_assessor: "Une soutenance à retravailler se repasse avec la personne qui a évalué la première.",
    end_date: "Tous les projets sont validés avant la fin de la formation.",
    jury: "Une fois tous les projets validés, le dossier rejoint la liste d’attente du jury, sans démarche.",
    open_words: "Dites tôt ce qui freine. Changer de binôme reste possible : prévenez-vous d’abord.",

    reading_attendance: "Une semaine va du lundi au dimanche, de la première session à la fin de la formation. Une session qui remplace compte pour la semaine remplacée. Une pause que vous notez n’est pas une semaine perdue : c’est notre hypothèse.",
    reading_horizon: "Chacune des semaines qui viennent a sa session.",
    reading_cancellation: |hours, mentor, student| {
        format!(
            "{hours} h pile : tardif. Accord et créneau sont à réunir avant la même limite. Si {mentor} annule, {student} n’y perd rien : c’est notre hypothèse, la règle n’en dit rien."
        )
    },
    reading_same_week: "La page le signale et laisse faire : à vous de savoir si la soutenance est à retravailler.",
    reading_deposit: |hours| format!("{hours} h pile : à temps."),
    reading_authorisation: |student| format!("{student} peut noter l’autorisation reçue, avec son jour."),
    reading_same_assessor: "Cela vaut pour chaque reprise, s’il y en a plusieurs.",

    no_week: "Aucune session notée : les semaines comptent à partir de la première.",
    week: |week, word| format!("{week} : {word}."),
    booked_ahead: |weeks| {
        if weeks < 2 {
            "La semaine qui vient a sa session.".to_owned()
        } else {
            format!("Chacune des {weeks} semaines qui viennent a sa session.")
        }
    },
    session: |moment| format!("Session : {moment}."),
    too_late: |deadline| format!("Trop tard depuis {deadline} : annulée, la session serait perdue. Gardez-la."),
    waiting_until: |session, until| format!("Session annulée, {session} : rattrapable avant {until}."),
    waiting: |session| format!("Session annulée, {session} : à rattraper."),
    missing: |lacking| format!("Il manque encore : {lacking}."),
    the_sooner: "Le plus tôt est le mieux.",
    apart: "Rien à signaler dans les semaines à venir.",
    defence: |moment| format!("Soutenance : {moment}."),
    no_defence: "Aucune soutenance n’est réservée.",
    deposit_before: |deadline, left| format!("Déposez au plus tard {deadline}, dans {left}."),
    deposit_late: |deadline, mentor| {
        format!("La limite est passée depuis {deadline}. Déposez sans attendre, et dites-le à {mentor}.")
    },
    deposited: |at, deadline| format!("Déposé {at} : à temps, la limite est {deadline}."),
    deposited_late: |at, deadline| format!("Déposé {at} : la limite était {deadline}. Dites-le à qui évalue."),
    needs_word: |moment, mentor| {
        format!("Soutenance, {moment} : l’autorisation n’est pas encore notée. {mentor} la donne.")
    },
    authorised: |moment, day| format!("Soutenance, {moment} : autorisée le {day}."),
    no_rework: "Aucune soutenance n’est à retravailler.",
    same_assessor_as: |moment, assessor| format!("Soutenance, {moment} : avec {assessor}, comme la première fois."),
    same_assessor_unnamed: |moment| {
        format!("Soutenance, {moment} : avec la même personne que la première fois. Son nom n’est pas noté.")
    },
    to_plan: |moment, assessor| {
        format!("À retravailler depuis {moment} : la suivante se fixe avec {assessor}, une fois tout prêt.")
    },
    to_plan_unnamed: |moment| {
        format!("À retravailler depuis {moment} : la suivante se fixe avec la même personne, une fois tout prêt.")
    },
    in_time: |end| format!("C’est à temps : la formation finit le {end}."),
    beyond: |end| format!("C’est après la fin, le {end} : parlez-en à la prochaine session."),
    over: |projects| {
        if projects < 2 {
            format!("La formation est finie, il reste {projects} projet à valider.")
        } else {
            format!("La formation est finie, il reste {projects} projets à valider.")
        }
    },
    jury_waits: |day| format!("Tout est validé depuis le {day} : le dossier est sur la liste d’attente du jury."),
    jury_left: |projects| {
        if projects < 2 {
            format!("Encore {projects} projet à valider avant le jury.")
        } else {
            format!("Encore {projects} projets à valider avant le jury.")
        }
    },
    open: "Rien à calculer ici : c’est à vous deux.",
    days_and_hours: |days, hours| {
        if hours == 0 { format!("{days} jours") } else { format!("{days} jours et {hours} h") }
    },

    fact_now: "À ce moment",
    fact_today: "Ce jour",
    fact_weeks: "Semaines d’avance",
    fact_hours: "Délai",
    fact_session: "Prochaine session",
    fact_defence: "Soutenance",
    fact_tally: "Semaines",
    fact_end: "Fin de la formation",
    fact_projects: "Projets validés",
    fact_pace: "Pour finir à temps",
    projects_of: |validated, of| format!("{validated} sur {of}"),
    pace: |days| format!("un projet en {days} jours"),

    held: |count| if count < 2 { format!("{count} tenue") } else { format!("{count} tenues") },
    booked: |count| if count < 2 { format!("{count} réservée") } else { format!("{count} réservées") },
    made_up: |count| if count < 2 { format!("{count} rattrapée") } else { format!("{count} rattrapées") },
    recoverable: |count| format!("{count} à rattraper"),
    lost: |count| if count < 2 { format!("{count} perdue") } else { format!("{count} perdues") },
    excused: |count| format!("{count} en pause"),
    stand_in: |count| format!("{count} de rattrapage"),
    empty: |count| format!("{count} sans session"),
    nothing: "rien encore",
};
