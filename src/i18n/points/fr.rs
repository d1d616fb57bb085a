//! The points in French.

use super::Points;

pub(in crate::i18n) static FR: Points = Points {
    becomes_a_question: "Un point à éclaircir devient une question : elle attend la prochaine session.",
    clear: "C’est clair",
    to_clarify: "À éclaircir",

    support_title: "Le Support",
    support: "La première porte, pour tout souci.",
    help_centre_title: "Le centre d’aide",
    help_centre: "Des réponses écrites, par thème.",
    adviser_title: "Le conseiller pédagogique",
    adviser: "Suit les dossiers. Prend le relais du Support pour le complexe : retard, assiduité, financement.\nVient vers vous si ça coince.",
    mentor_role_title: |mentor| mentor.to_owned(),
    mentor_role: "Chaque semaine : projets, outils, autorisation de soutenir, ressources et conseils du métier.\nLe rythme et la durée suivent le contrat de formation.\nGuide sans faire cours.",
    companion_title: "Companion",
    companion: "L’assistant virtuel, ouvert depuis chaque projet, entre deux sessions.",
    community_title: "La communauté",
    community: "Des pairs, d’hier et d’aujourd’hui : groupes de travail, idées, conseils, élan.",
    coaching_title: "Le coaching collectif",
    coaching: "En fin de parcours, vers l’emploi.",

    a_project: "Un projet, du premier jour à l’évaluation",
    a_session: "Une session, avant, pendant, après",
    two_ways: "Deux façons de valider un projet",
    to_the_jury: "Du premier projet au jury",
    work_alone_title: "Du travail en autonomie",
    work_alone: |student| {
        format!(
            "Entre deux sessions, {student} travaille de son côté : on ne peut s’en passer.\nUne session préparée profite de tout le temps prescrit.\nEntre-temps : Companion, les groupes de travail, les ressources citées dans le projet."
        )
    },
    mission_title: "Une mission",
    mission: "Chaque projet en confie une, à mener à son terme.",
    deliverables_title: "Des livrables, puis une évaluation",
    deliverables: |student| {
        format!(
            "Les livrables exercent des compétences. {student} les démontre en session bilan ou en soutenance.\nTout projet se termine par une évaluation. Tous validés, le dossier va au jury."
        )
    },
    two_mentors_title: "Deux sortes de mentors",
    two_mentors: |mentor, student| {
        format!(
            "{mentor} accompagne : en session, guide et fixe des objectifs pour aider {student} à progresser.\nUne autre personne évalue : elle n’intervient qu’en soutenance."
        )
    },
    book_ahead_title: "Deux semaines d’avance",
    book_ahead: "Réserver au moins deux semaines à l’avance est fortement conseillé.\nUne session préparée tient dans son temps.",
    before_title: "Avant",
    before: "Lire le scénario du projet.\nPrendre connaissance des livrables.\nNoter les questions et remarques sans réponse dans Companion, pour la session.",
    during_title: "Pendant",
    during: |mentor| {
        format!(
            "Le point : qu’est-ce qui a avancé depuis la dernière fois ? Les objectifs sont-ils atteints ?\nLes questions, les remarques, les difficultés.\nLes livrables : {mentor} lit, corrige, conseille en vue de la soutenance.\nLes objectifs SMART suivants, écrits dans le compte-rendu, et la session suivante, réservée.\nEn plus, s’il reste du temps : des ressources. Sinon, elles partent avec le compte-rendu."
        )
    },
    after_title: "Après",
    after: "Relire les objectifs.\nAvancer sur les livrables.\nPréparer la prochaine session, ou la soutenance à venir.\nEn cas de blocage : Companion, l’entraide entre pairs, les cours, les ressources et les groupes du projet.\nÀ deux : répondre à l’enquête de satisfaction.",
    on_their_side: |student| format!("{student}, de son côté"),
    both_of_you: "à vous deux",
    every_project_title: "Tous les projets se valident",
    every_project: "La formation est une suite de projets. Chacun se valide en session bilan ou en soutenance.",
    review_title: "La session bilan",
    review: |mentor, student| {
        format!(
            "{student} dépose son livrable.\n{student} et {mentor} en parlent en session de mentorat.\n{mentor} valide le projet."
        )
    },
    review_with: |mentor| format!("avec {mentor}"),
    defence_title: "La soutenance",
    defence: |mentor, student| {
        format!(
            "{mentor} autorise la soutenance.\n{student} réserve la date. La personne qui évalue est tirée au sort.\n{student} dépose ses livrables au moins 48 h avant.\nLe jour venu, {student} présente son projet.\nLa personne qui évalue écrit le compte-rendu et le résultat."
        )
    },
    defence_with: "devant une autre personne, qui évalue",
    deadline: "au moins 48 h avant",
    rework_title: "Et si la soutenance est à retravailler ?",
    rework: |student| {
        format!(
            "La deuxième se passe avec la même personne.\n{student} lui fait savoir que tout est prêt.\nCette personne réserve la date à la main sur la plateforme, comme convenu avec {student}."
        )
    },
    jury_title: "La liste d’attente du jury",
    jury: "Tous les projets validés, l’inscription est automatique.\nLe jury vérifie les compétences demandées pour le diplôme ou le certificat.",

    habits: "Vos habitudes, pour les prochains mois",
    rules: "Les règles des sessions",
    partnership: "Partenaires",
    the_end: "Le cap",
    slot_title: "Votre créneau",
    slot: "Choisissez un jour et une heure qui tiennent chaque semaine.",
    channels_title: "Vos messages entre deux sessions",
    channels: "Convenez par où vous écrire, et en combien de temps répondre.",
    between_title: "Ce qui aide entre deux sessions",
    between: "Companion, l’assistant virtuel.\nLes ressources en ligne.\nLa page des conseillers pédagogiques.\nLe centre d’aide.\nLe formulaire de contact.",
    attendance_title: "Une session par semaine",
    attendance: "De mentorat, bilan ou soutenance. L’assiduité est impérative.",
    prepare_title: "Réserver et préparer",
    prepare: "Réservez vos sessions à l’avance, et préparez-les.",
    cancel_early_title: "Annuler plus de 24 h avant",
    cancel_early: |mentor| format!("Session rattrapable, si {mentor} est d’accord et si un nouveau créneau est prévu."),
    cancel_late_title: "Annuler tard, ou ne pas venir",
    cancel_late: "À moins de 24 h, ou en cas d’absence, la session n’est pas rattrapable.\n24 h pile : tardif, selon notre lecture.",
    same_week_title: "Mentorat et soutenance la même semaine",
    same_week: "Seulement si la soutenance est à retravailler. La session de mentorat vient alors avant la nouvelle soutenance.",
    partners_title: "La réussite, à deux",
    partners: |mentor, student| format!("{mentor} et {student} avancent en partenaires."),
    open_words_title: "Parler tôt, même quand c’est difficile",
    open_words: "Une parole ouverte et courageuse compte beaucoup pour réussir.\nDites ce qui pèse sur la progression.",
    surveys_title: "Répondre aux enquêtes",
    surveys: "Après chaque session, l’enquête de satisfaction attend votre avis.",
    change_partner_title: "Changer de binôme",
    change_partner: "C’est possible, pour vous deux. Se prévenir est apprécié : c’est une marque de sérieux.",
    end_date_title: "La fin de la formation",
    end_date: "Tous les projets se valident avant cette date.",
};
