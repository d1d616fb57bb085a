//! Every word on screen, in French and English. A missing text does not compile.
//!
//! One file per screen under `i18n/`, each with the screen's struct of texts and its two statics. Dates, times and numbers come
//! through [`Formats`], which the browser's `Intl` answers on the web. Non-breaking spaces are typed as themselves; the
//! typography rules of each language are tests (`tests/it/typography.rs`).

#[macro_use]
mod texts;
mod agreement;
mod backups;
mod calendar;
mod call;
mod cancellation;
mod capture;
mod charts;
mod coach;
mod common;
mod conflict;
mod contract;
mod dashboard;
mod demo;
mod example;
mod fields;
mod format;
mod goal_editor;
mod goals;
mod help;
mod helps;
mod history;
mod import;
mod keeping;
mod kit;
mod labels;
mod ledger;
mod links;
mod meeting;
mod next_session;
mod organisation;
mod outcomes;
mod pairs;
mod path;
mod points;
mod profile;
mod programme;
mod questions;
mod recap;
mod refusal;
mod removal;
mod report;
mod rules;
mod search;
mod session;
mod session_report;
mod sessions;
mod settings;
mod share;
mod shell;
mod standing;
mod story;
mod sub_steps;
mod track;
mod visible;
mod welcome;
mod whom;

pub use agreement::Agreement;
pub use backups::Backups;
pub use calendar::Calendar;
pub use call::Call;
pub use cancellation::{Cancellation, Said};
pub use capture::Capture;
pub use charts::Charts;
pub use coach::Coach;
pub use common::Common;
pub use conflict::ConflictWords;
pub use contract::ContractWords;
pub use dashboard::Dashboard;
pub use demo::{Demo, DemoGoal};
pub use example::Example;
pub use fields::Fields;
pub use format::{Formats, capitalised, weekday_words};
pub use goal_editor::GoalEditor;
pub use goals::GoalsPage;
pub use help::Help;
pub use helps::{Helps, link_of};
pub use history::HistoryWords;
pub use import::Import;
pub use keeping::Keeping;
pub use kit::KitWords;
pub use labels::Labels;
pub use ledger::LedgerWords;
pub use links::{GuideLink, Links};
pub use meeting::Meeting;
pub use next_session::NextSession;
pub use organisation::Organisation;
pub use outcomes::Outcomes;
pub use pairs::Pairs;
pub use path::{PathWords, number_words};
pub use points::{Group, Lines, Points, lines_of, links_of};
pub use profile::Profile;
pub use programme::Programme;
pub use questions::Questions;
pub use recap::Recap;
pub use refusal::Refusals;
pub use removal::Removal;
pub use report::Report;
pub use rules::Rules;
pub use search::Search;
pub use session::Session;
pub use session_report::SessionReport;
pub use sessions::Sessions;
pub use settings::Settings;
pub use share::Share;
pub use shell::Shell;
pub use standing::Standings;
pub use story::Story;
pub use sub_steps::SubSteps;
pub use texts::Sample;
pub use track::TrackWords;
pub use visible::visible;
pub use welcome::Welcome;
pub use whom::{Whom, links_of_need};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// French, first.
    #[default]
    Fr,
    /// English as written in Britain.
    En,
}

impl Locale {
    /// Both, French first.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The BCP 47 tag for `lang` and `Intl`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en-GB",
        }
    }

    /// The language of a browser's tag such as `en-US`; French unless it is English.
    pub fn of_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") { Self::En } else { Self::Fr }
    }

    /// Its words.
    pub fn messages(self) -> &'static Messages {
        match self {
            Self::Fr => &Messages(Self::Fr),
            Self::En => &Messages(Self::En),
        }
    }
}

macro_rules! messages {
    ($($(#[$doc:meta])* $field:ident: $module:ident::$screen:ident),* $(,)?) => {
        /// All the words of one language, screen by screen.
        ///
        /// Each screen's are asked for by name, so that the page holds them in the part that shows that screen: one table of
        /// them all would bring every word into the first download.
        pub struct Messages(Locale);
        impl Messages {
            $($(#[$doc])*
            pub fn $field(&self) -> &'static $module::$screen {
                match self.0 {
                    Locale::Fr => &$module::FR,
                    Locale::En => &$module::EN,
                }
            })*

            /// Calls `visit` with every text and its name, functions with sample names and numbers: what typography tests read.
            pub fn each(&self, visit: &mut dyn FnMut(&str, &str)) {
                $(self.$field().each(&mut |name, text| visit(&format!("{}.{name}", stringify!($field)), text));)*
            }
        }
    };
}

messages! {
    /// Words that many screens share.
    common: common::Common,
    /// Removing and erasing a pair.
    removal: removal::Removal,
    /// Backups.
    backups: backups::Backups,
    /// Undo and redo.
    history: history::HistoryWords,
    /// Safety of the record.
    keeping: keeping::Keeping,
    /// Why a command is not done.
    refusals: refusal::Refusals,
    /// First run.
    welcome: welcome::Welcome,
    /// The hub and the frame of the five sections.
    call: call::Call,
    /// Section 1.
    meeting: meeting::Meeting,
    /// Every point of sections 2 to 4.
    points: points::Points,
    /// Section 2 and the contacts.
    helps: helps::Helps,
    /// The defence kit.
    kit: kit::KitWords,
    /// Whom to contact.
    whom: whom::Whom,
    /// The programme of section 3.
    programme: programme::Programme,
    /// Section 4, the habits.
    organisation: organisation::Organisation,
    /// The cancellation calculator.
    cancellation: cancellation::Cancellation,
    /// Noting from anywhere.
    capture: capture::Capture,
    /// The thresholds of the rules.
    contract: contract::ContractWords,
    /// The pair agreement.
    agreement: agreement::Agreement,
    /// The coach.
    coach: coach::Coach,
    /// The SMART goal editor.
    goal_editor: goal_editor::GoalEditor,
    /// Section 5 around its editor.
    next_session: next_session::NextSession,
    /// The end of the first call.
    recap: recap::Recap,
    /// The report of the first call.
    report: report::Report,
    /// A session in a calendar.
    calendar: calendar::Calendar,
    /// The guide's links.
    links: links::Links,
    /// Records, fields and values.
    fields: fields::Fields,
    /// What a mentor keeps for the students to come.
    profile: profile::Profile,
    /// One weekly session.
    session: session::Session,
    /// The sessions' screen.
    sessions: sessions::Sessions,
    /// Kinds and states of a session.
    standing: standing::Standings,
    /// The report of one session.
    session_report: session_report::SessionReport,
    /// Sessions, outcomes and their fields.
    outcomes: outcomes::Outcomes,
    /// Two versions of one field.
    conflict: conflict::ConflictWords,
    /// The dashboard.
    dashboard: dashboard::Dashboard,
    /// The list of pairs.
    pairs: pairs::Pairs,
    /// The example, from outside.
    example: example::Example,
    /// The plots.
    charts: charts::Charts,
    /// The goals' screen.
    goals: goals::GoalsPage,
    /// Where a goal comes from.
    story: story::Story,
    /// Looking for words.
    search: search::Search,
    /// Sub-steps of goals.
    sub_steps: sub_steps::SubSteps,
    /// The path to the jury.
    path: path::PathWords,
    /// Facts of a project's track.
    track: track::TrackWords,
    /// The questions' screen.
    questions: questions::Questions,
    /// Giving a copy.
    share: share::Share,
    /// Receiving a copy.
    import: import::Import,
    /// The settings.
    settings: settings::Settings,
    /// Help.
    help: help::Help,
    /// Around every page.
    shell: shell::Shell,
}
