//! Looking for words anywhere in the record.

texts! {
    /// The search, `#/chercher`.
    pub struct Search {
        title,
        lede,
        label,
        hint,
        found(count: u32),
        nothing(typed: &str),
        goals,
        questions,
        sessions,
        reports,
        private,
        private_hint,
        contacts,
        projects,
        hidden_private,
        key,
    }
}

pub(super) static FR: Search = Search {
    title: "Chercher",
    lede: "Dans vos objectifs, vos questions, vos sessions et leurs comptes rendus. Sans accents ni majuscules, si vous voulez.",
    label: "Vos mots",
    hint: "Le début d’un mot suffit.",
    found: |count| if count < 2 { format!("{count} résultat") } else { format!("{count} résultats") },
    nothing: |typed| format!("Rien pour « {typed} ». Essayez plus court."),
    goals: "Objectifs",
    questions: "Questions",
    sessions: "Notes des sessions",
    reports: "Comptes rendus",
    private: "Vos notes privées",
    private_hint: "Pour vous seul·e : elles ne sont dans aucune copie donnée.",
    contacts: "Contacts",
    projects: "Projets",
    hidden_private: "Écran partagé : vos notes privées ne sont pas cherchées.",
    key: "chercher partout",
};

pub(super) static EN: Search = Search {
    title: "Search",
    lede: "In your goals, your questions, your sessions and their reports. Without accents or capitals, if you like.",
    label: "Your words",
    hint: "The beginning of a word is enough.",
    found: |count| if count == 1 { format!("{count} result") } else { format!("{count} results") },
    nothing: |typed| format!("Nothing for “{typed}”. Try shorter."),
    goals: "Goals",
    questions: "Questions",
    sessions: "Notes from sessions",
    reports: "Reports",
    private: "Your private notes",
    private_hint: "For you alone: they are in no copy that you give.",
    contacts: "Contacts",
    projects: "Projects",
    hidden_private: "Shared screen: your private notes are not searched.",
    key: "search everywhere",
};
