//! Which screen is open: a typed [`Screen`] over the address's fragment, parsed and printed here and nowhere else.
//!
//! Fragments work on any static host and under any sub-path, and what they carry is never sent to a server. The slugs are
//! French in both languages: they get read aloud and pasted during calls.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use crate::domain::rule::answer::GuideRule;
use crate::domain::{ProjectId, Role, Section, SessionId};

/// A screen that is always there, whatever the record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `#/`: the dashboard of the opened pair, the list of pairs, or the welcome screen.
    Home,
    /// `#/bienvenue`: first run.
    Welcome,
    /// `#/premier-appel`: the hub of the first call.
    Call,
    /// `#/premier-appel/rencontre` …: one section of it.
    Section(Section),
    /// `#/premier-appel/recapitulatif`: what was said, and how to leave.
    Recap,
    /// `#/sessions`: those to come, those held, the weeks one by one.
    Sessions,
    /// `#/assiduite`: week by week, for the educational adviser.
    Ledger,
    /// `#/regles`: every rule, what it says today, its source and our reading.
    Rules,
    /// `#/objectifs`.
    Goals,
    /// `#/courbes`: goals by session, projects by day.
    Charts,
    /// `#/questions`.
    Questions,
    /// `#/parcours`: the projects up to the jury.
    Path,
    /// `#/chercher`: words anywhere in the record.
    Search,
    /// `#/contacts`: the helps, the cases, the pair's own contacts.
    Contacts,
    /// `#/partager`: give a copy.
    Share,
    /// `#/importer`: receive a copy.
    Import,
    /// `#/reglages`.
    Settings,
    /// `#/aide`.
    Help,
    /// `#/binomes`: every pair of this browser.
    Pairs,
    /// `#/exemple`: leads to the example.
    Example,
    /// `#/retrouver`: nothing is here any more, or not yet; where copies are.
    Lost,
}

impl Route {
    /// Reads a fragment such as `#/objectifs`; `None` when it names no screen. What follows `?` is not part of the screen.
    pub fn parse(fragment: &str) -> Option<Self> {
        let path = fragment.trim_start_matches('#').split('?').next().unwrap_or_default();
        Some(match path.trim_matches('/') {
            "" => Self::Home,
            "bienvenue" => Self::Welcome,
            "premier-appel" => Self::Call,
            "premier-appel/recapitulatif" => Self::Recap,
            "sessions" => Self::Sessions,
            "assiduite" => Self::Ledger,
            "regles" => Self::Rules,
            "objectifs" => Self::Goals,
            "courbes" => Self::Charts,
            "questions" => Self::Questions,
            "parcours" => Self::Path,
            "chercher" => Self::Search,
            "contacts" => Self::Contacts,
            "partager" => Self::Share,
            "importer" => Self::Import,
            "reglages" => Self::Settings,
            "aide" => Self::Help,
            "binomes" => Self::Pairs,
            "exemple" => Self::Example,
            "retrouver" => Self::Lost,
            other => Self::Section(Section::parse(other.strip_prefix("premier-appel/")?)?),
        })
    }

    /// The address within the page: `#/objectifs`.
    pub fn href(self) -> &'static str {
        match self {
            Self::Home => "#/",
            Self::Welcome => "#/bienvenue",
            Self::Call => "#/premier-appel",
            Self::Section(Section::Meeting) => "#/premier-appel/rencontre",
            Self::Section(Section::Helps) => "#/premier-appel/ecosysteme",
            Self::Section(Section::Programme) => "#/premier-appel/formation",
            Self::Section(Section::Organisation) => "#/premier-appel/organisation",
            Self::Section(Section::Goals) => "#/premier-appel/objectifs",
            Self::Recap => "#/premier-appel/recapitulatif",
            Self::Sessions => "#/sessions",
            Self::Ledger => "#/assiduite",
            Self::Rules => "#/regles",
            Self::Goals => "#/objectifs",
            Self::Charts => "#/courbes",
            Self::Questions => "#/questions",
            Self::Path => "#/parcours",
            Self::Search => "#/chercher",
            Self::Contacts => "#/contacts",
            Self::Share => "#/partager",
            Self::Import => "#/importer",
            Self::Settings => "#/reglages",
            Self::Help => "#/aide",
            Self::Pairs => "#/binomes",
            Self::Example => "#/exemple",
            Self::Lost => "#/retrouver",
        }
    }

    /// The screen shown for this address: without a pair most of them have nothing to show and lead to the first run; with
    /// several pairs and none opened, to their list.
    #[must_use]
    pub fn with(self, pairs: Pairs) -> Self {
        match (self, pairs) {
            (Self::Welcome | Self::Import | Self::Settings | Self::Help | Self::Example, _) => self,
            (Self::Lost, Pairs::None) | (_, Pairs::Lost) => Self::Lost,
            (Self::Lost, _) => Self::Home.with(pairs),
            (_, Pairs::None) => Self::Welcome,
            (_, Pairs::NoneOpened) => Self::Pairs,
            (_, Pairs::Opened) => self,
        }
    }
}

/// What an address leads to: a screen that is always there, or what the record holds under a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// A screen that is always there.
    Route(Route),
    /// `#/session?id=…`: one session, before, during or after.
    Session(SessionId),
    /// `#/session` with a name that no session can have, or none.
    NoSession,
    /// `#/compte-rendu?id=…`: the report of one session.
    Report(SessionId),
    /// `#/compte-rendu`: every report there is.
    Reports,
    /// `#/soutenance?id=…`: the defence kit of one project; without a name, of the next to be defended.
    Kit(Option<ProjectId>),
}

impl Screen {
    /// Reads a fragment such as `#/objectifs` or `#/session?id=k3f9`; `None` when it names no screen.
    pub fn parse(fragment: &str) -> Option<Self> {
        let address = fragment.trim_start_matches('#');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let named = query.split('&').find_map(|part| part.strip_prefix("id="));
        let id = || named.and_then(SessionId::parse);
        match path.trim_matches('/') {
            "session" => Some(id().map_or(Self::NoSession, Self::Session)),
            "compte-rendu" => Some(id().map_or(Self::Reports, Self::Report)),
            "soutenance" => Some(Self::Kit(named.and_then(ProjectId::parse))),
            _ => Route::parse(fragment).map(Self::Route),
        }
    }

    /// The address within the page.
    pub fn href(&self) -> Cow<'static, str> {
        match self {
            Self::Route(route) => route.href().into(),
            // Identifiers are letters, digits and hyphens: nothing in them needs escaping.
            Self::Session(id) => format!("#/session?id={id}").into(),
            Self::NoSession => "#/session".into(),
            Self::Report(id) => format!("#/compte-rendu?id={id}").into(),
            Self::Reports => "#/compte-rendu".into(),
            Self::Kit(Some(id)) => format!("#/soutenance?id={id}").into(),
            Self::Kit(None) => "#/soutenance".into(),
        }
    }

    /// The screen shown for this address, as [`Route::with`] says: without an opened pair there is no session to show.
    #[must_use]
    pub fn with(self, pairs: Pairs) -> Self {
        match (self, pairs) {
            (Self::Route(route), _) => Self::Route(route.with(pairs)),
            (session, Pairs::Opened) => session,
            _ => Self::Route(Route::Home.with(pairs)),
        }
    }

    /// Whether it belongs to the first call, where nothing but the call is on screen.
    pub fn is_call(&self) -> bool {
        matches!(self, Self::Route(Route::Welcome | Route::Call | Route::Section(_) | Route::Recap))
    }
}

impl From<Route> for Screen {
    fn from(route: Route) -> Self {
        Self::Route(route)
    }
}

impl PartialEq<Route> for Screen {
    fn eq(&self, route: &Route) -> bool {
        matches!(self, Self::Route(mine) if mine == route)
    }
}

/// The address of a session.
pub fn session_href(id: &SessionId) -> String {
    Screen::Session(id.clone()).href().into_owned()
}

/// The address of the example, as the browser of that person would show it.
pub fn example_href(me: Role) -> &'static str {
    match me {
        Role::Mentor => Route::Example.href(),
        Role::Student => "#/exemple?pour=etudiant",
    }
}

/// Whose browser the present address shows the example as.
pub fn example_owner() -> Role {
    if fragment().ends_with("?pour=etudiant") { Role::Student } else { Role::Mentor }
}

/// The address of the report of a session.
pub fn report_href(id: &SessionId) -> String {
    Screen::Report(id.clone()).href().into_owned()
}

/// The address of a rule among the others.
pub fn rule_href(rule: GuideRule) -> String {
    format!("{}?vers={}", Route::Rules.href(), rule.slug())
}

/// The address of the defence kit of a project, or of the next to be defended.
pub fn kit_href(project: Option<&ProjectId>) -> String {
    Screen::Kit(project.cloned()).href().into_owned()
}

/// What this browser has to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairs {
    /// No pair yet.
    None,
    /// No pair any more: the browser erased what was here.
    Lost,
    /// Several pairs, none opened in this tab.
    NoneOpened,
    /// A pair is open.
    Opened,
}

thread_local! {
    /// Links followed from each screen in this tab, so that going back returns to the link that was followed.
    static OPENERS: RefCell<HashMap<Screen, String>> = RefCell::default();
    /// Whether the next change of address was asked for by the page or a link, rather than by going back.
    static FORWARD: RefCell<bool> = const { RefCell::new(false) };
}

/// How a screen was reached, which decides where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By a link or a command: the focus goes to the title.
    Forward,
    /// By going back: the focus returns to the link that had led away, when it is still there.
    Back {
        /// The address of that link.
        opener: Option<String>,
    },
}

/// The open screen and how it was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The screen.
    pub screen: Screen,
    /// How it was reached.
    pub arrival: Arrival,
}

fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Opens a screen, as a link would.
pub fn navigate(to: Route) {
    remember(present(), to.href());
    // Setting a fragment cannot fail for addresses printed above.
    let _ = window().location().set_hash(to.href());
}

/// Opens a screen at a place of it, as a link to `…?vers=place` would.
pub fn navigate_to(to: Route, place: &str) {
    let href = format!("{}?vers={place}", to.href());
    remember(present(), &href);
    // As above.
    let _ = window().location().set_hash(&href);
}

/// Opens a screen in place of the present one, so that going back does not return here.
pub fn replace(to: Route) {
    FORWARD.with_borrow_mut(|forward| *forward = true);
    let _ = window().location().replace(to.href());
}

/// The screen of the present address.
fn present() -> Screen {
    Screen::parse(&fragment()).unwrap_or(Screen::Route(Route::Home))
}

fn remember(from: Screen, href: &str) {
    OPENERS.with_borrow_mut(|openers| openers.insert(from, href.to_owned()));
    FORWARD.with_borrow_mut(|forward| *forward = true);
}

/// Follows the address for as long as the page lives. Addresses that name no screen lead home.
pub fn follow() -> ReadSignal<Place> {
    let (place, set_place) = signal(Place { screen: present(), arrival: Arrival::Forward });
    let changed = Closure::<dyn FnMut()>::new(move || {
        let Some(screen) = Screen::parse(&fragment()) else {
            replace(Route::Home);
            return;
        };
        let forward = FORWARD.with_borrow_mut(std::mem::take);
        let arrival = if forward {
            Arrival::Forward
        } else {
            Arrival::Back { opener: OPENERS.with_borrow(|openers| openers.get(&screen).cloned()) }
        };
        set_place.set(Place { screen, arrival });
    });
    let clicked = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href^='#/']").ok().flatten())
            .and_then(|link| link.get_attribute("href"));
        if let Some(href) = link {
            // A link to the open screen changes no address, so it must not colour the next change.
            if href != fragment() {
                remember(present(), &href);
            }
        }
    });
    let _ = window().add_event_listener_with_callback("hashchange", changed.as_ref().unchecked_ref());
    let _ = window().add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref());
    // Both listeners live as long as the page.
    changed.forget();
    clicked.forget();
    place
}
