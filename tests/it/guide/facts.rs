//! What the guide says is said on screen: every fact of every point in both languages, step by step where there are steps, and on the
//! page of its section.

use std::collections::BTreeSet;

use binome::domain::PointId::{
    Adviser, After, Attendance, Before, Between, BookAhead, CancelEarly, CancelLate, ChangePartner, Channels, Coaching,
    Community, Companion, Defence, Deliverables, During, EndDate, EveryProject, HelpCentre, Jury, MentorRole, Mission,
    OpenWords, Partners, Prepare, Review, Rework, SameWeek, Slot, Support, Surveys, TwoMentors, WorkAlone,
};
use binome::domain::person::IntroPrompt;
use binome::domain::{Help, PointId, Role, Section};
use binome::i18n::{GuideLink, Lines, Locale, lines_of, links_of};

use super::read;

/// What a line must say, in French and in English: pieces of its words, in small letters.
type Line = (&'static [&'static str], &'static [&'static str]);

/// What each line of a point says.
const SAID: &[(PointId, &[Line])] = &[
    (Support, &[(&["première", "tout souci"], &["first", "any trouble"])]),
    (HelpCentre, &[(&["écrites", "par thème"], &["written", "by topic"])]),
    (
        Adviser,
        &[
            (
                &["suit les dossiers", "relais du support", "retard", "assiduité", "financement"],
                &["follows", "files", "over from support", "lateness", "attendance", "funding"],
            ),
            (&["vient vers vous"], &["comes to you"]),
        ],
    ),
    (
        MentorRole,
        &[
            (
                &[
                    "chaque semaine",
                    "projets",
                    "outils",
                    "autorisation de soutenir",
                    "ressources",
                    "conseils du métier",
                ],
                &["each week", "projects", "tools", "authorisation", "resources", "advice from the trade"],
            ),
            (&["rythme", "durée", "contrat de formation"], &["rhythm", "length", "training contract"]),
            (&["sans faire cours"], &["does not teach"]),
        ],
    ),
    (
        Companion,
        &[(
            &["assistant virtuel", "chaque projet", "entre deux sessions"],
            &["virtual assistant", "each project", "between sessions"],
        )],
    ),
    (
        Community,
        &[(
            &["d’hier et d’aujourd’hui", "groupes de travail", "idées", "conseils", "élan"],
            &["past and present", "working groups", "ideas", "advice", "push forward"],
        )],
    ),
    (Coaching, &[(&["en fin de parcours", "emploi"], &["end of the programme", "job"])]),
    (
        WorkAlone,
        &[
            (&["entre deux sessions", "de son côté"], &["between sessions", "alone"]),
            (&["préparée", "temps prescrit"], &["prepared", "prescribed time"]),
            (
                &["companion", "groupes de travail", "ressources", "projet"],
                &["companion", "working groups", "resources", "project"],
            ),
        ],
    ),
    (Mission, &[(&["chaque projet"], &["each project"])]),
    (
        Deliverables,
        &[
            (&["compétences", "démontre", "bilan ou en soutenance"], &["skills", "demonstrates", "review", "defence"]),
            (&["tout projet", "évaluation", "jury"], &["every project", "assessment", "jury"]),
        ],
    ),
    (
        TwoMentors,
        &[
            (&["karim accompagne", "objectifs", "progresser"], &["karim accompanies", "goals", "progress"]),
            (&["évalue", "soutenance"], &["assesses", "defence"]),
        ],
    ),
    (
        BookAhead,
        &[
            (&["deux semaines", "fortement conseillé"], &["two weeks", "strongly advised"]),
            (&["préparée", "son temps"], &["prepared", "its time"]),
        ],
    ),
    (
        Before,
        &[
            (&["lire le scénario"], &["read", "scenario"]),
            (&["livrables"], &["deliverables"]),
            (&["noter", "questions et remarques", "companion"], &["write down", "questions and remarks", "companion"]),
        ],
    ),
    (
        During,
        &[
            (
                &["avancé depuis la dernière fois", "objectifs", "atteints"],
                &["moved since last time", "goals", "reached"],
            ),
            (&["questions", "remarques", "difficultés"], &["questions", "remarks", "difficulties"]),
            (
                &["livrables", "karim lit, corrige, conseille", "soutenance"],
                &["deliverables", "karim reads, corrects, advises", "defence"],
            ),
            (
                &["smart", "compte-rendu", "session suivante, réservée"],
                &["smart", "session report", "next session, booked"],
            ),
            (&["s’il reste du temps", "ressources", "compte-rendu"], &["if time is left", "resources", "report"]),
        ],
    ),
    (
        After,
        &[
            (&["relire les objectifs"], &["goals again"]),
            (&["avancer sur les livrables"], &["deliverables"]),
            (&["prochaine session", "soutenance à venir"], &["next session", "coming defence"]),
            (
                &["blocage", "companion", "pairs", "cours", "ressources", "groupes"],
                &["stuck", "companion", "peers", "courses", "resources", "groups"],
            ),
            (&["enquête de satisfaction"], &["satisfaction survey"]),
        ],
    ),
    (EveryProject, &[(&["suite de projets", "chacun", "bilan ou"], &["series of projects", "each", "review"])]),
    (
        Review,
        &[
            (&["léa dépose"], &["léa submits"]),
            (&["léa et karim", "session de mentorat"], &["léa and karim", "mentoring session"]),
            (&["karim valide"], &["karim validates"]),
        ],
    ),
    (
        Defence,
        &[
            (&["karim autorise"], &["karim authorises"]),
            (&["léa réserve", "tirée au sort"], &["léa books", "at random"]),
            (&["léa dépose", "au moins 48 h avant"], &["léa submits", "at least 48 h before"]),
            (&["léa présente"], &["léa presents"]),
            (&["qui évalue", "compte-rendu", "résultat"], &["assessor", "report", "result"]),
        ],
    ),
    (
        Rework,
        &[
            (&["deuxième", "même personne"], &["second", "same assessor"]),
            (&["léa lui", "prêt"], &["léa tells", "ready"]),
            (&["à la main", "plateforme", "convenu avec léa"], &["by hand", "platform", "agreed with léa"]),
        ],
    ),
    (
        Jury,
        &[
            (&["tous les projets validés", "automatique"], &["every project is validated", "automatic"]),
            (&["compétences", "diplôme", "certificat"], &["skills", "diploma", "certificate"]),
        ],
    ),
    (Slot, &[(&["un jour et une heure", "chaque semaine"], &["a day and a time", "every week"])]),
    (Channels, &[(&["où vous écrire", "répondre"], &["where to write", "answer"])]),
    (
        Between,
        &[
            (&["companion"], &["companion"]),
            (&["ressources en ligne"], &["online resources"]),
            (&["conseillers pédagogiques"], &["educational advisers"]),
            (&["centre d’aide"], &["help centre"]),
            (&["formulaire de contact"], &["contact form"]),
        ],
    ),
    (Attendance, &[(&["mentorat, bilan ou soutenance", "impérative"], &["mentoring, review or defence", "must"])]),
    (Prepare, &[(&["à l’avance", "préparez"], &["ahead", "prepare"])]),
    (
        CancelEarly,
        &[(&["rattrapable", "karim est d’accord", "nouveau créneau"], &["recoverable", "karim agrees", "new slot"])],
    ),
    (
        CancelLate,
        &[
            (&["24 h", "absence", "pas rattrapable"], &["24 h", "absent", "not recoverable"]),
            (&["24 h pile", "notre lecture"], &["exactly 24 h", "we read it"]),
        ],
    ),
    (
        SameWeek,
        &[(
            &["seulement si la soutenance est à retravailler", "avant la nouvelle"],
            &["only if the defence is to rework", "before the new"],
        )],
    ),
    (Partners, &[(&["karim et léa", "partenaires"], &["karim and léa", "partners"])]),
    (
        OpenWords,
        &[
            (&["ouverte et courageuse", "réussir"], &["open and courageous", "success"]),
            (&["progression"], &["progress"]),
        ],
    ),
    (
        Surveys,
        &[(&["après chaque session", "enquête de satisfaction"], &["after each session", "satisfaction survey"])],
    ),
    (ChangePartner, &[(&["vous deux", "se prévenir"], &["either of you", "telling each other"])]),
    (EndDate, &[(&["tous les projets", "avant cette date"], &["all projects", "before that date"])]),
];

/// Small letters and plain spaces, to look for words in.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('\u{a0}', " ")
}

/// The pieces that a text lacks.
fn lacking(text: &str, pieces: &[&'static str]) -> Vec<&'static str> {
    let text = plain(text);
    pieces.iter().copied().filter(|piece| !text.contains(piece)).collect()
}

#[test]
fn every_fact_of_every_point_is_said_in_both_languages() {
    let told: Vec<PointId> = SAID.iter().map(|(point, _)| *point).collect();
    assert_eq!(told, PointId::ALL, "every point is looked at, in the guide’s order");
    for locale in Locale::ALL {
        let words = locale.messages().points();
        for (point, facts) in SAID {
            assert!(!words.title(*point, "Karim").is_empty(), "{point:?} has no title ({locale:?})");
            let lines = words.lines(*point, "Karim", "Léa");
            assert_eq!(lines.len(), facts.len(), "{point:?} has other steps ({locale:?}): {lines:#?}");
            for (line, (french, english)) in lines.iter().zip(*facts) {
                let lacking = lacking(line, if locale == Locale::Fr { french } else { english });
                assert!(lacking.is_empty(), "{point:?} ({locale:?}) lacks {lacking:?} in {line:?}");
            }
        }
    }
}

#[test]
fn titles_say_the_limits_of_the_rules() {
    for (point, french, english) in [
        (BookAhead, "deux semaines", "two weeks"),
        (TwoMentors, "deux sortes", "two kinds"),
        (Attendance, "une session par semaine", "one session a week"),
        (CancelEarly, "plus de 24 h", "over 24 h"),
        (CancelLate, "ne pas venir", "not coming"),
        (SameWeek, "même semaine", "one week"),
    ] {
        for (locale, piece) in [(Locale::Fr, french), (Locale::En, english)] {
            let title = locale.messages().points().title(point, "Karim");
            assert!(lacking(&title, &[piece]).is_empty(), "{point:?}: {title:?} does not say {piece:?}");
        }
    }
}

#[test]
fn what_has_an_order_is_numbered() {
    for point in PointId::ALL {
        let is_numbered = matches!(point, During | Review | Defence);
        assert_eq!(lines_of(*point) == Lines::Numbered, is_numbered, "{point:?}");
    }
}

#[test]
fn each_phase_says_whose_it_is() {
    for locale in Locale::ALL {
        let words = locale.messages().points();
        let beside = |point| words.beside(point, "Karim", "Léa").unwrap_or_default();
        assert!([Before, After].into_iter().all(|point| beside(point).contains("Léa")), "{locale:?}");
        assert!(!beside(During).is_empty() && !beside(During).contains("Léa"), "{locale:?}");
        assert!(beside(Review).contains("Karim"), "a review is with the accompanying mentor ({locale:?})");
        assert!(!beside(Defence).is_empty() && !beside(Defence).contains("Karim"), "a defence is not ({locale:?})");
    }
}

#[test]
fn a_session_on_screen_has_the_steps_of_the_guide() {
    for locale in Locale::ALL {
        let words = locale.messages().session();
        let steps = [
            (words.scenario, ["scénario", "scenario"]),
            (words.deliverables, ["livr", "deliver"]),
            (words.questions_title, ["questions", "questions"]),
            (words.progress_both, ["objectif", "goal"]),
            (words.questions, ["remarques, difficultés", "remarks, difficulties"]),
            (words.deliverables_mentor, ["lisez, corrigez, conseillez", "read, correct, advise"]),
            (words.goals, ["prochaine session", "next session"]),
            (words.resources_lede, ["compte-rendu", "report"]),
            (words.after_reread, ["relire les objectifs", "reread the goals"]),
            (words.after_work, ["livrables", "deliverables"]),
            (words.after_prepare, ["session, ou la soutenance", "session, or the defence"]),
            (words.after_blocked, ["companion, les pairs, les cours", "companion, peers, courses"]),
            (words.survey_title, ["enquête de satisfaction", "satisfaction survey"]),
        ]
        .map(|(said, [french, english])| (said, if locale == Locale::Fr { french } else { english }));
        for (said, piece) in steps {
            assert!(plain(said).contains(piece), "{said:?} does not say {piece:?}");
        }
    }
}

#[test]
fn every_point_stands_on_the_page_of_its_section() {
    // The helps come from their list, the points of section 4 from their groups; those of section 3 are named one by one.
    assert!(read("src/web/pages/helps.rs").contains("Help::ALL"), "the map goes through all helps");
    let mut standing: BTreeSet<PointId> = Help::ALL.into_iter().map(Help::point).collect();
    assert!(read("src/web/pages/organisation.rs").contains("points().groups("), "section 4 goes through all groups");
    let groups = Locale::Fr.messages().points().groups(Section::Organisation);
    standing.extend(groups.iter().flat_map(|group| group.points.iter().copied()));
    let pages = ["programme", "ways", "road"].map(|page| read(&format!("src/web/pages/{page}.rs"))).concat();
    let is_named = |point: &PointId| {
        let name = format!("PointId::{point:?}");
        pages.match_indices(&name).any(|(at, _)| !pages[at + name.len()..].starts_with(char::is_alphanumeric))
    };
    standing.extend(PointId::of(Section::Programme).filter(is_named));
    let missing: Vec<_> = PointId::ALL.iter().filter(|point| !standing.contains(point)).collect();
    assert!(missing.is_empty(), "on no page: {missing:?}");
}

#[test]
fn every_prompt_of_section_1_is_asked_of_the_right_person() {
    let page = read("src/web/pages/meeting.rs");
    assert!(page.contains("IntroPrompt::of(role)"), "each card goes through all prompts of its person");
    for (prompt, french, english) in [
        (IntroPrompt::Story, "votre histoire", "your story"),
        (IntroPrompt::Strengths, "points forts", "strengths"),
        (IntroPrompt::Qualities, "qualités de guide", "qualities as a guide"),
        (IntroPrompt::Matters, "tenez, à deux", "matters to you"),
        (IntroPrompt::Self_, "qui êtes-vous", "who are you"),
        (IntroPrompt::Why, "pourquoi en ligne", "why online"),
        (IntroPrompt::Expectations, "attentes envers karim", "hope for from karim"),
        (IntroPrompt::Guidance, "suivi vous va", "guidance suits you"),
        (IntroPrompt::Learning, "apprenez-vous", "do you learn"),
    ] {
        for (locale, piece) in [(Locale::Fr, french), (Locale::En, english)] {
            let (asked, _) = locale.messages().meeting().prompt(prompt, "Karim");
            assert!(lacking(&asked, &[piece]).is_empty(), "{prompt:?}: {asked:?} does not ask for {piece:?}");
        }
    }
}

#[test]
fn section_1_tells_what_the_length_of_sessions_depends_on() {
    let page = read("src/web/pages/meeting.rs");
    assert!(page.contains("meeting().tell_length") && page.contains("meeting().length_by_contract"));
    let facts: [(Locale, &[&str], &[&str]); 2] = [
        (
            Locale::Fr,
            &["léa", "durée", "progrès", "openclassrooms en décide"],
            &["rythme", "durée", "contrat de formation"],
        ),
        (
            Locale::En,
            &["léa", "length", "progress", "openclassrooms decides"],
            &["rhythm", "length", "training contract"],
        ),
    ];
    for (locale, by_progress, by_contract) in facts {
        let words = locale.messages().meeting();
        assert_eq!(lacking(&(words.tell_length)("Léa"), by_progress), [""; 0], "{locale:?}");
        assert_eq!(lacking(words.length_by_contract, by_contract), [""; 0], "{locale:?}");
    }
}

#[test]
fn each_has_the_floor_in_every_section_and_something_to_say() {
    for locale in Locale::ALL {
        let words = locale.messages().call();
        let turns = [Some(Role::Mentor), Some(Role::Student), None];
        let said: BTreeSet<String> = Section::ALL
            .into_iter()
            .flat_map(|section| turns.map(|turn| words.instruction(section, turn, "Karim", "Léa")))
            .collect();
        assert_eq!(said.len(), Section::ALL.len() * turns.len(), "{locale:?}: {said:#?}");
    }
}

#[test]
fn every_link_stands_where_the_guide_gives_it() {
    let expected: [(GuideLink, &[PointId]); 9] = [
        (GuideLink::GoodStart, &[]),
        (GuideLink::SupportForm, &[Support, Between]),
        (GuideLink::HelpCentre, &[HelpCentre, Between]),
        (GuideLink::HowSessionsGo, &[BookAhead]),
        (GuideLink::Defences, &[Defence]),
        (GuideLink::Jury, &[Jury]),
        (GuideLink::AdvisersPage, &[Between]),
        (GuideLink::ManageSessions, &[SameWeek]),
        (GuideLink::ChangeMentor, &[ChangePartner]),
    ];
    assert_eq!(expected.map(|(link, _)| link), GuideLink::ALL);
    for (link, points) in expected {
        let standing: Vec<PointId> =
            PointId::ALL.iter().copied().filter(|point| links_of(*point).contains(&link)).collect();
        assert_eq!(standing, points, "{link:?}");
        for locale in Locale::ALL {
            assert!(!locale.messages().links().of(link).is_empty(), "{link:?} has no words ({locale:?})");
        }
    }
    // The one that belongs to no point is the student's to read, on their card of section 1.
    assert!(read("src/web/pages/meeting.rs").contains("LinkOut to=GuideLink::GoodStart"));
    let addresses: BTreeSet<&str> = GuideLink::ALL.into_iter().map(GuideLink::href).collect();
    assert_eq!(addresses.len(), 9, "each leads elsewhere");
    for address in addresses {
        assert!(address.starts_with("https://openclassrooms."), "{address}");
        assert!(!address.contains("/students/"), "{address} is a student’s own page");
    }
}
