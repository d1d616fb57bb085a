//! The example in French.

use super::{Demo, DemoGoal};

const fn goal(what: &'static str, evidence: &'static str, first_step: &'static str) -> DemoGoal {
    DemoGoal { what, evidence, first_step }
}

pub(super) static FR: Demo = Demo {
    mentor: "Samira",
    student: "Hugo",
    stories: [
        "Treize ans de développement web, d’abord dans une coopérative, puis à mon compte. J’accompagne depuis six ans.",
        "Relire du code sans le réécrire à la place des autres, et trouver la question qui débloque.",
        "De la patience, de la franchise, et un carnet où je note ce que chacun m’apprend.",
        "Que les sessions soient préparées, et qu’un retard se dise tôt plutôt que bien.",
        "J’ai été cuisinier pendant neuf ans. Je code le soir depuis deux hivers, et je veux en faire mon métier.",
        "Je travaille encore trois midis par semaine : en ligne, j’étudie quand le restaurant dort.",
        "Des retours précis, et qu’on me dise quand je pars trop loin.",
        "Cadré : une date par objectif, et un rappel la veille.",
        "En refaisant. Je lis une fois, puis j’essaie jusqu’à comprendre ce qui casse.",
    ],
    programme: "Développement web",
    assessor: "Inès Morvan",
    surname: "Vasseur",
    pause: "Congés, loin de l’ordinateur",
    milestone: "Soutenance du projet 5",
    projects: [
        ("Préparer son année", "Le plan de travail\nLe journal d’apprentissage"),
        ("Mettre en page une carte de restaurant", "Le code des trois pages\nLes captures à 360 et 1280 px"),
        ("Alléger un site de photographe", "Le site corrigé\nLe rapport d’optimisation"),
        ("Animer une galerie", "Le code JavaScript\nLe cahier de tests"),
        ("Relier une page à ses données", "L’interface reliée\nLa présentation, 10 diapositives"),
        ("Construire le serveur d’un carnet de recettes", "L’API documentée\nLes tests"),
        ("Concevoir un prêt d’outils entre voisins", "Les maquettes\nLe cahier des charges"),
        ("Présenter son portfolio", "Le site en ligne"),
    ],
    why: |number| format!("Le projet {number}"),
    goals: [
        goal("installe l’éditeur et publie une page d’essai", "L’adresse de la page", "Mercredi 15 h, à la maison"),
        goal("lis le scénario du projet 1 et note 5 questions", "La liste des 5 questions", "Jeudi 9 h, dans le train"),
        goal("rédige le plan de travail des 8 projets", "Le plan, une page", "Lundi 9 h, à la médiathèque"),
        goal("écris le HTML des 3 pages de la carte", "Les 3 pages validées", "Mercredi 15 h, à la maison"),
        goal("corrige les 6 erreurs du validateur", "Le validateur sans erreur", "Vendredi 10 h"),
        goal("rends la carte lisible à 360 px", "Une capture à 360 px", "Mercredi 15 h, à la maison"),
        goal("prépare le bilan : 3 choix à expliquer", "Une fiche d’une page", "Lundi 20 h, après le service"),
        goal("réduis les 12 photos sous 200 ko chacune", "Le relevé des poids", "Mercredi 15 h, à la maison"),
        goal("écris l’audit complet du site de photographe", "L’audit, 4 pages", "Jeudi 9 h, à la médiathèque"),
        goal("écris 12 textes alternatifs", "La page relue au lecteur d’écran", "Vendredi 10 h"),
        goal("explique le référencement en 5 minutes", "Une démonstration chronométrée", "Mardi 9 h, à voix haute"),
        goal("corrige les 8 alertes de contraste", "Le rapport sans alerte", "Mercredi 15 h, à la maison"),
        goal("affiche les 4 filtres de la galerie", "Les 4 filtres en ligne", "Jeudi 9 h, à la médiathèque"),
        goal("écris le cahier de tests, 12 cas", "Le tableau des 12 cas", "Vendredi 10 h"),
        goal(
            "charge les travaux depuis l’API, 3 cas d’erreur compris",
            "Une vidéo des 3 cas",
            "Mercredi 15 h, à la maison",
        ),
        goal("écris 5 tests du formulaire de connexion", "Les 5 tests au vert", "Lundi 9 h, à la médiathèque"),
        goal("ajoute la fenêtre d’envoi d’une photo", "La fenêtre, au clavier aussi", "Mercredi 15 h, à la maison"),
        goal(
            "prépare 10 diapositives pour la soutenance",
            "Le fichier, minuté à 15 min",
            "Jeudi 9 h, à la médiathèque",
        ),
    ],
    halves: [
        goal("mesure 5 pages et note leur poids", "Le tableau des 5 pages", "Jeudi 9 h, à la médiathèque"),
        goal("rédige 2 pages d’audit à partir des mesures", "Les 2 pages", "Vendredi 10 h"),
    ],
    evidence_seen: [
        "Montré à l’écran, rien à reprendre.",
        "Deux pages sur trois sont prêtes.",
        "Commencé, le service de la semaine a tout pris.",
        "La démonstration tient en 7 minutes.",
    ],
    sub_steps: ["Dessiner la fenêtre", "Fermer avec Échap", "Rendre le focus au bouton"],
    progress: ["Deux cas d’erreur sur trois s’affichent.", "La fenêtre s’ouvre, le clavier reste à faire."],
    questions: [
        ("Faut-il rendre le code commenté ?", "Commentez le pourquoi, jamais le comment."),
        ("Comment nommer l’archive des livrables ?", "Titre du projet, nom, prénom, sans accents."),
        ("Qui choisit l’heure de la soutenance ?", "Vous, une fois l’autorisation donnée."),
        (
            "Peut-on reprendre une image trouvée en ligne ?",
            "Seulement avec une licence qui le permet, citée en bas de page.",
        ),
        ("Combien de tests suffisent ?", "Un par comportement que vous montrez en soutenance."),
        ("Pourquoi la requête échoue-t-elle seulement en ligne ?", ""),
        ("Faut-il montrer les tests pendant la soutenance ?", ""),
    ],
    clarified: [
        "Le conseiller pédagogique suit votre dossier ; passez d’abord par le Support.",
        "Même évaluateur, vous lui dites quand vous êtes prêt, puis la date vient de lui.",
    ],
    remarks: [
        "Plan clair. Ajoutez une marge d’une semaine avant chaque soutenance.",
        "Bonne structure. Les titres sautent un niveau sur la page des desserts.",
        "Les images sont légères. Il manque les dimensions, la page saute au chargement.",
        "Les filtres marchent à la souris. Reprenez-les au clavier.",
        "Nommez les fonctions d’après ce qu’elles rendent.",
    ],
    rewritten: "Code relu ensemble : le découpage est bon. Il reste à nommer les fonctions d’après ce qu’elles rendent, et à \
        montrer un test qui échoue avant celui qui passe.",
    resources: [
        "Le chapitre « Formulaires » du cours HTML, partie 2.",
        "La grille de contraste du groupe du jeudi.",
        "L’article sur les requêtes du centre d’aide, et ses exercices.",
        "Un modèle de cahier de tests, à copier.",
    ],
    contacts: [
        ("Le groupe du jeudi soir", "Avancer à plusieurs", "Salon d’entraide, jeudi 20 h 30"),
        ("Nadia, promotion d’avant", "Relire une présentation", "nadia@exemple.fr"),
    ],
    promise: "Nous finissons chaque session sur ce qui a marché.",
    channels: "Un message court suffit. Rien le dimanche.",
    preparation: "Le code poussé la veille, avec trois lignes sur ce qui bloque.",
    notes: [
        "Prend confiance depuis le projet 3. Lui laisser le clavier plus longtemps.",
        "Demander comment elle a trouvé ses premiers clients.",
    ],
};
