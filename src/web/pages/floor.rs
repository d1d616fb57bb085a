//! Whose turn it is to speak, in a section of the first call or a step of a session.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;

use super::names::{Names, use_names};
use crate::domain::{Role, Section, Step};
use crate::i18n::Messages;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Turn, TurnBanner};

/// What the two talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Talk {
    /// A section of the first call.
    Section(Section),
    /// A step of a session.
    Step(Step),
}

impl Talk {
    /// Whoever begins.
    fn begins(self) -> Turn {
        match self {
            Self::Section(Section::Meeting | Section::Helps) | Self::Step(Step::Deliverables | Step::Resources) => {
                Turn::Mentor
            }
            Self::Section(Section::Programme | Section::Goals)
            | Self::Step(Step::Progress | Step::Questions | Step::Goals) => Turn::Student,
            Self::Section(Section::Organisation) => Turn::Both,
        }
    }

    /// What the person who has the floor does; both when it is nobody's.
    fn instruction(self, texts: &Messages, turn: Option<Role>, names: &Names) -> String {
        match self {
            Self::Section(section) => texts.call().instruction(section, turn, &names.mentor, &names.student),
            Self::Step(step) => texts.session().instruction(step, turn, &names.mentor),
        }
    }
}

thread_local! {
    /// Who had the floor, for as long as this tab lives: it is nobody's words, so the record has none of it.
    static TURNS: RefCell<BTreeMap<Talk, Turn>> = const { RefCell::new(BTreeMap::new()) };
}

/// A new session begins: nobody has had the floor in it yet.
pub fn forget_turns() {
    TURNS.with_borrow_mut(|turns| turns.retain(|talk, _| matches!(talk, Talk::Section(_))));
}

/// Who has the floor: whoever had it when this tab last showed it, else whoever begins.
fn use_turn(talk: Talk) -> RwSignal<Turn> {
    let turn = RwSignal::new(TURNS.with_borrow(|turns| turns.get(&talk).copied().unwrap_or_else(|| talk.begins())));
    Effect::new(move |_| {
        let now = turn.get();
        TURNS.with_borrow_mut(|turns| turns.insert(talk, now));
    });
    turn
}

/// Whoever has the floor alone.
fn speaker(turn: Turn) -> Option<Role> {
    match turn {
        Turn::Mentor => Some(Role::Mentor),
        Turn::Student => Some(Role::Student),
        Turn::Both => None,
    }
}

/// Whose turn it is to speak, by name, with the button that hands over.
#[component]
pub fn Floor(
    /// What the two talk about.
    talk: Talk,
    /// The minutes left of it; none when there is no clock, as when it is opened again days later.
    #[prop(into)]
    left: Signal<Option<u32>>,
    /// All of its minutes.
    #[prop(into)]
    minutes: Signal<u32>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let turn = use_turn(talk);
    let title = move || {
        let call = texts.get().call();
        speaker(turn.get())
            .map_or_else(|| call.over_to_both.to_owned(), |role| names.with(|names| (call.over_to)(names.of(role))))
    };
    let instruction = move || names.with(|names| talk.instruction(texts.get(), speaker(turn.get()), names));
    let hand_over = move |role: Role| names.with(|names| (texts.get().call().hand_over)(names.of(role)));
    let counts = left.with_untracked(Option::is_some);
    let clock = move || (texts.get().call().minutes)(left.get().unwrap_or_default());
    let clock_note = move || (texts.get().call().of_minutes)(minutes.get());
    let tell = move |to: Turn| {
        let call = texts.get_untracked().call();
        if let Some(role) = speaker(to) {
            store.announce(names.with_untracked(|names| (call.over_to)(names.of(role))));
        }
    };
    let to_mentor = move || hand_over(Role::Mentor);
    let to_student = move || hand_over(Role::Student);
    let label = say(|t| t.call().turn_label);
    if counts {
        view! {
            <TurnBanner
                turn label title instruction clock clock_note to_mentor to_student on_hand_over=tell
            />
        }
        .into_any()
    } else {
        view! { <TurnBanner turn label title instruction to_mentor to_student on_hand_over=tell/> }.into_any()
    }
}
