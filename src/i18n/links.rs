//! The guide's links: the only addresses outside the page, and the only place where they stand.
//!
//! They open in a new tab with `rel="noopener noreferrer"` and the page itself never fetches them. What they lead to is in French.

/// One link of the guide, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuideLink {
    /// 1: an article to start well.
    GoodStart,
    /// 2: the Support's contact form.
    SupportForm,
    /// 3: the help centre.
    HelpCentre,
    /// 4: how mentoring sessions go.
    HowSessionsGo,
    /// 5: defences.
    Defences,
    /// 6: the jury and the diploma.
    Jury,
    /// 7: the page of the educational advisers.
    AdvisersPage,
    /// 8: managing sessions.
    ManageSessions,
    /// 9: changing mentor.
    ChangeMentor,
}

impl GuideLink {
    /// All of them, in the guide's order.
    pub const ALL: [Self; 9] = [
        Self::GoodStart,
        Self::SupportForm,
        Self::HelpCentre,
        Self::HowSessionsGo,
        Self::Defences,
        Self::Jury,
        Self::AdvisersPage,
        Self::ManageSessions,
        Self::ChangeMentor,
    ];

    /// Where it leads.
    pub fn href(self) -> &'static str {
        match self {
            Self::GoodStart => {
                "https://openclassrooms.my.site.com/FAQ/s/article/Bien-demarrer-ma-formation?language=fr"
            }
            Self::SupportForm => "https://openclassrooms.my.site.com/FAQ/s/contactsupport?language=fr",
            Self::HelpCentre => "https://openclassrooms.my.site.com/FAQ/s/topic/0TOSb0000001714OAA/general?language=fr",
            Self::HowSessionsGo => {
                "https://openclassrooms.my.site.com/FAQ/s/article/Comment-se-deroulent-les-sessions-de-mentorat?language=fr"
            }
            Self::Defences => "https://openclassrooms.my.site.com/FAQ/s/article/Les-sessions-de-soutenance?language=fr",
            Self::Jury => "https://openclassrooms.my.site.com/FAQ/s/article/Le-jury-et-le-dipl%C3%B4me?language=fr",
            Self::AdvisersPage => {
                "https://openclassrooms.notion.site/toutes-les-ressources-pour-reussir-votre-formation"
            }
            Self::ManageSessions => {
                "https://openclassrooms.my.site.com/FAQ/s/article/Gerer-vos-sessions?language=fr#h_01G4AK6PJV0ZN4VBMD7SHCKXWQ"
            }
            Self::ChangeMentor => {
                "https://openclassrooms.my.site.com/FAQ/s/article/Changer-de-mentor-durant-votre-formation-guide-pratique?language=fr"
            }
        }
    }
}

texts! {
    /// What the guide's links are called on screen.
    pub struct Links {
        good_start,
        support_form,
        help_centre,
        how_sessions_go,
        defences,
        jury,
        advisers_page,
        manage_sessions,
        change_mentor,
    }
}

impl Links {
    /// The words of `link`.
    pub fn of(&self, link: GuideLink) -> &'static str {
        match link {
            GuideLink::GoodStart => self.good_start,
            GuideLink::SupportForm => self.support_form,
            GuideLink::HelpCentre => self.help_centre,
            GuideLink::HowSessionsGo => self.how_sessions_go,
            GuideLink::Defences => self.defences,
            GuideLink::Jury => self.jury,
            GuideLink::AdvisersPage => self.advisers_page,
            GuideLink::ManageSessions => self.manage_sessions,
            GuideLink::ChangeMentor => self.change_mentor,
        }
    }
}

pub(super) static FR: Links = Links {
    good_start: "À lire ensuite : bien démarrer",
    support_form: "Écrire au Support",
    help_centre: "Ouvrir le centre d’aide",
    how_sessions_go: "Comment se passe une session de mentorat",
    defences: "Tout sur les soutenances",
    jury: "Tout sur le jury et le diplôme",
    advisers_page: "La page des conseillers pédagogiques",
    manage_sessions: "Gérer ses sessions : la règle à la source",
    change_mentor: "Changer de mentor : le guide pratique",
};

pub(super) static EN: Links = Links {
    good_start: "To read next: a good start (in French)",
    support_form: "Write to Support (in French)",
    help_centre: "Open the help centre (in French)",
    how_sessions_go: "How a mentoring session goes (in French)",
    defences: "All about defences (in French)",
    jury: "All about the jury and the diploma (in French)",
    advisers_page: "The educational advisers’ page (in French)",
    manage_sessions: "Managing sessions: the rule at its source (in French)",
    change_mentor: "Changing mentor: the practical guide (in French)",
};
