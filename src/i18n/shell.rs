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
        storage_blocked_yet,
        storage_full_yet,
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
    storage_blocked: "Stockage bloqué. Vos mots vivent dans cette page.",
    storage_full: "Stockage plein. Vos mots vivent dans cette page.",
    storage_partly: "Une des deux mémoires du navigateur ne répond pas. Vos mots sont gardés dans l’autre.",
    storage_blocked_yet: "Stockage bloqué. Vos mots ne vivraient que dans cette page. Autorisez ce site à garder des données, puis rechargez.",
    storage_full_yet: "Stockage plein. Vos mots ne vivraient que dans cette page. Libérez de la place, puis rechargez.",
    quarantined: |count| {
        if count < 2 {
            "Un enregistrement abîmé est mis de côté, tel quel. Tout ce qui se lit est ici.".to_owned()
        } else {
            format!("{count} enregistrements abîmés sont mis de côté, tels quels. Tout ce qui se lit est ici.")
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
    storage_blocked: "Storage blocked. Your words live in this page.",
    storage_full: "Storage full. Your words live in this page.",
    storage_partly: "One of the browser’s two memories does not answer. Your words are kept in the other.",
    storage_blocked_yet: "Storage blocked. Your words would live in this page only. Allow this site to keep data, then reload.",
    storage_full_yet: "Storage full. Your words would live in this page only. Free some space, then reload.",
    quarantined: |count| {
        if count < 2 {
            "One damaged record is set aside, as it is. All that can be read is here.".to_owned()
        } else {
            format!("{count} damaged records are set aside, as they are. All that can be read is here.")
        }
    },
    give_copy: "Save a copy",
};
