//! Sections 2 to 4: every point of the guide, in our own words. A point's lines stand one under the other.

use crate::domain::{PointId, Section};

use super::links::GuideLink;

texts! {
    /// Every point of sections 2 to 4.
    pub struct Points {
        becomes_a_question,
        clear,
        to_clarify,

        support_title, support,
        help_centre_title, help_centre,
        adviser_title, adviser,
        mentor_role_title(mentor: &str), mentor_role,
        companion_title, companion,
        community_title, community,
        coaching_title, coaching,

        a_project,
        a_session,
        two_ways,
        to_the_jury,
        work_alone_title, work_alone(student: &str),
        mission_title, mission,
        deliverables_title, deliverables(student: &str),
        two_mentors_title, two_mentors(mentor: &str, student: &str),
        book_ahead_title, book_ahead,
        before_title, before,
        during_title, during(mentor: &str),
        after_title, after,
        on_their_side(student: &str),
        both_of_you,
        every_project_title, every_project,
        review_title, review(mentor: &str, student: &str),
        review_with(mentor: &str),
        defence_title, defence(mentor: &str, student: &str),
        defence_with,
        deadline,
        rework_title, rework(student: &str),
        jury_title, jury,

        habits,
        rules,
        partnership,
        the_end,
        slot_title, slot,
        channels_title, channels,
        between_title, between,
        attendance_title, attendance,
        prepare_title, prepare,
        cancel_early_title, cancel_early(mentor: &str),
        cancel_late_title, cancel_late,
        same_week_title, same_week,
        partners_title, partners(mentor: &str, student: &str),
        open_words_title, open_words,
        surveys_title, surveys,
        change_partner_title, change_partner,
        end_date_title, end_date,
    }
}

/// How the lines of a point stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Sentences, one under the other.
    Said,
    /// Things to do, in no order.
    Listed,
    /// Steps in order.
    Numbered,
}

impl Points {
    /// The title of a point: what a question made of it is about.
    pub fn title(&self, point: PointId, mentor: &str) -> String {
        match point {
            PointId::Support => self.support_title,
            PointId::HelpCentre => self.help_centre_title,
            PointId::Adviser => self.adviser_title,
            PointId::MentorRole => return (self.mentor_role_title)(mentor),
            PointId::Companion => self.companion_title,
            PointId::Community => self.community_title,
            PointId::Coaching => self.coaching_title,
            PointId::WorkAlone => self.work_alone_title,
            PointId::Mission => self.mission_title,
            PointId::Deliverables => self.deliverables_title,
            PointId::TwoMentors => self.two_mentors_title,
            PointId::BookAhead => self.book_ahead_title,
            PointId::Before => self.before_title,
            PointId::During => self.during_title,
            PointId::After => self.after_title,
            PointId::EveryProject => self.every_project_title,
            PointId::Review => self.review_title,
            PointId::Defence => self.defence_title,
            PointId::Rework => self.rework_title,
            PointId::Jury => self.jury_title,
            PointId::Slot => self.slot_title,
            PointId::Channels => self.channels_title,
            PointId::Between => self.between_title,
            PointId::Attendance => self.attendance_title,
            PointId::Prepare => self.prepare_title,
            PointId::CancelEarly => self.cancel_early_title,
            PointId::CancelLate => self.cancel_late_title,
            PointId::SameWeek => self.same_week_title,
            PointId::Partners => self.partners_title,
            PointId::OpenWords => self.open_words_title,
            PointId::Surveys => self.surveys_title,
            PointId::ChangePartner => self.change_partner_title,
            PointId::EndDate => self.end_date_title,
        }
        .to_owned()
    }

    /// The lines of a point.
    pub fn lines(&self, point: PointId, mentor: &str, student: &str) -> Vec<String> {
        let text = match point {
            PointId::Support => self.support.to_owned(),
            PointId::HelpCentre => self.help_centre.to_owned(),
            PointId::Adviser => self.adviser.to_owned(),
            PointId::MentorRole => self.mentor_role.to_owned(),
            PointId::Companion => self.companion.to_owned(),
            PointId::Community => self.community.to_owned(),
            PointId::Coaching => self.coaching.to_owned(),
            PointId::WorkAlone => (self.work_alone)(student),
            PointId::Mission => self.mission.to_owned(),
            PointId::Deliverables => (self.deliverables)(student),
            PointId::TwoMentors => (self.two_mentors)(mentor, student),
            PointId::BookAhead => self.book_ahead.to_owned(),
            PointId::Before => self.before.to_owned(),
            PointId::During => (self.during)(mentor),
            PointId::After => self.after.to_owned(),
            PointId::EveryProject => self.every_project.to_owned(),
            PointId::Review => (self.review)(mentor, student),
            PointId::Defence => (self.defence)(mentor, student),
            PointId::Rework => (self.rework)(student),
            PointId::Jury => self.jury.to_owned(),
            PointId::Slot => self.slot.to_owned(),
            PointId::Channels => self.channels.to_owned(),
            PointId::Between => self.between.to_owned(),
            PointId::Attendance => self.attendance.to_owned(),
            PointId::Prepare => self.prepare.to_owned(),
            PointId::CancelEarly => (self.cancel_early)(mentor),
            PointId::CancelLate => self.cancel_late.to_owned(),
            PointId::SameWeek => self.same_week.to_owned(),
            PointId::Partners => (self.partners)(mentor, student),
            PointId::OpenWords => self.open_words.to_owned(),
            PointId::Surveys => self.surveys.to_owned(),
            PointId::ChangePartner => self.change_partner.to_owned(),
            PointId::EndDate => self.end_date.to_owned(),
        };
        text.lines().map(str::to_owned).collect()
    }

    /// The name of a point that is a help, inside a sentence: “le Support”, “Karim”.
    pub fn in_sentence(&self, point: PointId, mentor: &str) -> String {
        let title = self.title(point, mentor);
        let article = point != PointId::MentorRole && ["Le ", "La ", "The "].iter().any(|it| title.starts_with(it));
        if !article {
            return title;
        }
        let mut letters = title.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    }

    /// A few words beside the title, about who is there.
    pub fn beside(&self, point: PointId, mentor: &str, student: &str) -> Option<String> {
        match point {
            PointId::Before | PointId::After => Some((self.on_their_side)(student)),
            PointId::During => Some(self.both_of_you.to_owned()),
            PointId::Review => Some((self.review_with)(mentor)),
            PointId::Defence => Some(self.defence_with.to_owned()),
            _ => None,
        }
    }

    /// The points of a section under their small headings, where a section is nothing but points.
    pub fn groups(&self, section: Section) -> Vec<Group> {
        let group = |title, points| Group { title, points };
        match section {
            Section::Organisation => vec![
                group(self.habits, &[PointId::Slot, PointId::Channels, PointId::Between][..]),
                group(
                    self.rules,
                    &[
                        PointId::Attendance,
                        PointId::Prepare,
                        PointId::CancelEarly,
                        PointId::CancelLate,
                        PointId::SameWeek,
                    ],
                ),
                group(
                    self.partnership,
                    &[PointId::Partners, PointId::OpenWords, PointId::Surveys, PointId::ChangePartner],
                ),
                group(self.the_end, &[PointId::EndDate]),
            ],
            _ => Vec::new(),
        }
    }
}

/// Points that belong together, under a small heading.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The heading.
    pub title: &'static str,
    /// The points, in order.
    pub points: &'static [PointId],
}

/// How the lines of a point stand.
pub fn lines_of(point: PointId) -> Lines {
    match point {
        PointId::Before | PointId::After | PointId::Between => Lines::Listed,
        PointId::During | PointId::Review | PointId::Defence => Lines::Numbered,
        _ => Lines::Said,
    }
}

/// The guide's links that belong to a point.
pub fn links_of(point: PointId) -> &'static [GuideLink] {
    match point {
        PointId::Support => &[GuideLink::SupportForm],
        PointId::HelpCentre => &[GuideLink::HelpCentre],
        PointId::BookAhead => &[GuideLink::HowSessionsGo],
        PointId::Defence => &[GuideLink::Defences],
        PointId::Jury => &[GuideLink::Jury],
        PointId::Between => &[GuideLink::AdvisersPage, GuideLink::HelpCentre, GuideLink::SupportForm],
        PointId::SameWeek => &[GuideLink::ManageSessions],
        PointId::ChangePartner => &[GuideLink::ChangeMentor],
        _ => &[],
    }
}

pub(super) static FR: Points = Points {
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

pub(super) static EN: Points = Points {
    becomes_a_question: "A point to clarify becomes a question that waits for the next session.",
    clear: "It’s clear",
    to_clarify: "To clarify",

    support_title: "Support",
    support: "The first door, for any trouble.",
    help_centre_title: "The help centre",
    help_centre: "Written answers, by topic.",
    adviser_title: "The educational adviser",
    adviser: "Follows students’ files. Takes over from Support when it is complex: lateness, attendance, funding.\nComes to you if you struggle.",
    mentor_role_title: |mentor| mentor.to_owned(),
    mentor_role: "Each week: projects, tools, defence authorisation, resources and advice from the trade.\nRhythm and length follow the training contract.\nGuides, does not teach.",
    companion_title: "Companion",
    companion: "The virtual assistant, open from each project, between sessions.",
    community_title: "The community",
    community: "Peers, past and present: working groups, ideas, advice, a push forward.",
    coaching_title: "Group coaching",
    coaching: "At the end of the programme, towards a job.",

    a_project: "A project, from the first day to its assessment",
    a_session: "A session: before, during, after",
    two_ways: "Two ways to validate a project",
    to_the_jury: "From the first project to the jury",
    work_alone_title: "Work on one’s own",
    work_alone: |student| {
        format!(
            "Between sessions, {student} works alone: there is no way round it.\nA session that is prepared makes full use of the prescribed time.\nMeanwhile: Companion, working groups, the resources named in the project."
        )
    },
    mission_title: "A mission",
    mission: "Each project sets one, to be carried through.",
    deliverables_title: "Deliverables, then an assessment",
    deliverables: |student| {
        format!(
            "Deliverables exercise skills. {student} demonstrates them in a review session or a defence.\nEvery project ends with an assessment. Once all are validated, the file goes to the jury."
        )
    },
    two_mentors_title: "Two kinds of mentor",
    two_mentors: |mentor, student| {
        format!(
            "{mentor} accompanies: in sessions, guides and sets goals so that {student} makes progress.\nSomebody else assesses, and only at a defence."
        )
    },
    book_ahead_title: "Two weeks ahead",
    book_ahead: "Booking at least two weeks ahead is strongly advised.\nA session that is prepared keeps to its time.",
    before_title: "Before",
    before: "Read the project’s scenario.\nGet to know the deliverables.\nWrite down, for the session, the questions and remarks that Companion did not answer.",
    during_title: "During",
    during: |mentor| {
        format!(
            "Where things stand: what moved since last time? Are the goals reached?\nQuestions, remarks, difficulties.\nDeliverables: {mentor} reads, corrects, advises towards the defence.\nThe next SMART goals, written in the session report, and the next session, booked.\nA bonus if time is left: more resources. Otherwise they go with the report."
        )
    },
    after_title: "After",
    after: "Read the goals again.\nWork on the deliverables.\nPrepare the next session, or the coming defence.\nWhen stuck: Companion, peers, the courses, the project’s resources and groups.\nBoth: answer the satisfaction survey.",
    on_their_side: |student| format!("{student}, alone"),
    both_of_you: "both of you",
    every_project_title: "Every project is validated",
    every_project: "The programme is a series of projects. Each is validated in a review session or a defence.",
    review_title: "The review session",
    review: |mentor, student| {
        format!(
            "{student} submits the deliverable.\n{student} and {mentor} talk it over in a mentoring session.\n{mentor} validates the project."
        )
    },
    review_with: |mentor| format!("with {mentor}"),
    defence_title: "The defence",
    defence: |mentor, student| {
        format!(
            "{mentor} authorises the defence.\n{student} books the date. The assessor is drawn at random.\n{student} submits the deliverables at least 48 h before.\nOn the day, {student} presents the project.\nThe assessor writes the report and the result."
        )
    },
    defence_with: "before an assessor, somebody else",
    deadline: "at least 48 h before",
    rework_title: "And if the defence is to rework?",
    rework: |student| {
        format!(
            "The second one is with the same assessor.\n{student} tells them when all is ready.\nThe assessor books the date by hand on the platform, as agreed with {student}."
        )
    },
    jury_title: "The jury’s waiting list",
    jury: "Once every project is validated, enrolment is automatic.\nThe jury verifies the skills that the diploma or certificate requires.",

    habits: "Your habits, for the coming months",
    rules: "The rules of sessions",
    partnership: "Partners",
    the_end: "The horizon",
    slot_title: "Your slot",
    slot: "Choose a day and a time that hold every week.",
    channels_title: "Your messages between sessions",
    channels: "Agree on where to write to each other, and how soon to answer.",
    between_title: "What helps between sessions",
    between: "Companion, the virtual assistant.\nOnline resources.\nThe educational advisers’ page.\nThe help centre.\nThe contact form.",
    attendance_title: "One session a week",
    attendance: "Mentoring, review or defence. Attendance is a must.",
    prepare_title: "Book and prepare",
    prepare: "Book your sessions ahead, and prepare them.",
    cancel_early_title: "Cancelling over 24 h before",
    cancel_early: |mentor| format!("The session is recoverable, if {mentor} agrees and a new slot is set."),
    cancel_late_title: "Cancelling late, or not coming",
    cancel_late: "Under 24 h before, or when absent, the session is not recoverable.\nExactly 24 h: late, as we read it.",
    same_week_title: "Mentoring and a defence in one week",
    same_week: "Only if the defence is to rework. The mentoring session then comes before the new defence.",
    partners_title: "Success takes two",
    partners: |mentor, student| format!("{mentor} and {student} go forward as partners."),
    open_words_title: "Speaking early, even when it is hard",
    open_words: "Open and courageous words count for a lot in success.\nSay what weighs on progress.",
    surveys_title: "Answering surveys",
    surveys: "After each session, the satisfaction survey waits for your view.",
    change_partner_title: "Changing partner",
    change_partner: "Either of you can. Telling each other is appreciated, and a mark of professionalism.",
    end_date_title: "The end of the programme",
    end_date: "All projects are validated before that date.",
};
