//! Words around every page: navigation, status, storage banner, shared screen.

texts! {
    /// Words around every page.
    pub struct Shell {
        nav_home,
        nav_call,
        nav_sessions,
        nav_goals,
        nav_questions,
        nav_path,
        nav_search,
        nav_share,
        nav_rules,
        nav_settings,
        nav_pairs,
        help,
        other_language,
        pair(mentor: &str, student: &str),
        share_screen,
        leave_shared,
        shared_on,
        shared_off,
        storage_blocked,
        storage_full,
        storage_partly,
        quarantined(count: usize),
        give_copy,
    }
}

pub(super) static FR: Shell = Shell {
    nav_home: "Accueil",
    nav_call: "Premier appel",
    nav_sessions: "Sessions",
    nav_goals: "Objectifs",
    nav_questions: "Questions",
    nav_path: "Parcours",
    nav_search: "Chercher",
    nav_share: "Partager",
    nav_rules: "Règles",
    nav_settings: "Réglages",
    nav_pairs: "Binômes",
    help: "Aide",
    other_language: "English",
    pair: |mentor, student| format!("{mentor} et {student}"),
    share_screen: "Écran partagé",
    leave_shared: "Quitter l’écran partagé",
    shared_on: "Écran partagé : ni menus ni notes privées. P pour revenir.",
    shared_off: "Écran partagé terminé. Les menus sont de retour.",
    storage_blocked: "Stockage bloqué. Vos mots vivent dans cette page. Enregistrez une copie.",
    storage_full: "Stockage plein. Vos mots vivent dans cette page. Enregistrez une copie.",
    storage_partly: "Une des deux mémoires du navigateur ne répond pas. Vos mots sont gardés dans l’autre. Enregistrez une copie.",
    quarantined: |count| {
        if count < 2 {
            "Un enregistrement abîmé a été mis de côté. Le reste est intact.".to_owned()
        } else {
            format!("{count} enregistrements abîmés ont été mis de côté. Le reste est intact.")
        }
    },
    give_copy: "Enregistrer une copie",
};

pub(super) static EN: Shell = Shell {
    nav_home: "Home",
    nav_call: "First call",
    nav_sessions: "Sessions",
    nav_goals: "Goals",
    nav_questions: "Questions",
    nav_path: "Path",
    nav_search: "Search",
    nav_share: "Share",
    nav_rules: "Rules",
    nav_settings: "Settings",
    nav_pairs: "Pairs",
    help: "Help",
    other_language: "Français",
    pair: |mentor, student| format!("{mentor} and {student}"),
    share_screen: "Shared screen",
    leave_shared: "Leave shared screen",
    shared_on: "Shared screen: no menus, no private notes. P to go back.",
    shared_off: "Shared screen over. The menus are back.",
    storage_blocked: "Storage blocked. Your words live in this page. Save a copy.",
    storage_full: "Storage full. Your words live in this page. Save a copy.",
    storage_partly: "One of the browser’s two memories does not answer. Your words are kept in the other. Save a copy.",
    quarantined: |count| {
        if count < 2 {
            "One damaged record was set aside. The rest is intact.".to_owned()
        } else {
            format!("{count} damaged records were set aside. The rest is intact.")
        }
    },
    give_copy: "Save a copy",
};
