//! A new slot for a session: later, one of the next usual ones, or another moment.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::domain::time::{days_after, instant_of};
use crate::domain::{Booking, Instant, SessionState};
use crate::i18n::capitalised;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::use_texts;
use crate::web::pages::moment::{Moment, MomentFields};
use crate::web::pages::next_session::slot_words;
use crate::web::platform::IntlZone;
use crate::web::ui::{Choices, ChoicesLook};

/// How many of the coming slots are offered, and within how many weeks they are looked for.
const OFFERED: usize = 2;
const WITHIN: u64 = 6;

/// Nobody is offered a slot that begins within so many minutes.
pub const TOO_SOON: i64 = 60;

/// Which slot is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Later,
    At(Instant),
    Other,
}

/// A new slot being chosen.
#[derive(Clone, Copy)]
pub struct NewSlot {
    which: RwSignal<Which>,
    other: Moment,
    around: Booking,
    may_wait: bool,
}

impl NewSlot {
    /// In place of the slot `around`; whether choosing it may wait.
    pub fn new(store: Store, around: Booking, may_wait: bool) -> Self {
        let which = if may_wait { Which::Later } else { Which::Other };
        Self { which: RwSignal::new(which), other: Moment::undated(store, around.start), around, may_wait }
    }

    /// The slot, once it is chosen: as long as the one in whose place it comes.
    pub fn read(self, store: Store) -> Option<Booking> {
        let start = match self.which.get() {
            Which::Later => return None,
            Which::At(start) => start,
            Which::Other => self.other.read(store)?,
        };
        Some(Booking { start, ..self.around })
    }

    /// Whether the choice is complete: left for later, or a slot that can be read.
    pub fn is_said(self, store: Store) -> bool {
        self.which.get() == Which::Later || self.read(store).is_some()
    }
}

/// The next times of the usual slot, else of the slot `around`, at which nothing is booked.
fn offers(store: Store, around: Booking) -> Vec<Instant> {
    let now = store.minute().get();
    store.pairing().with(|pair| {
        let Some(pair) = pair.as_deref() else { return Vec::new() };
        let zone = store.zone();
        let usual = pair.organisation.slot.as_ref().and_then(|slot| Some((slot, IntlZone::named(&slot.zone)?)));
        let in_week = |weeks: u64| {
            if let Some((slot, zone)) = &usual {
                return slot.in_week_of(days_after(now.day(zone), 7 * weeks), zone);
            }
            instant_of(days_after(around.start.day(&zone), 7 * weeks), around.start.wall_time(&zone), &zone)
        };
        let is_free = |start: &Instant| {
            *start != around.start
                && *start > now.plus_minutes(TOO_SOON)
                && !pair
                    .sessions
                    .iter()
                    .any(|it| matches!(it.state, Some(SessionState::Booked(slot)) if slot.start == *start))
        };
        (0..=WITHIN).map(in_week).filter(is_free).take(OFFERED).collect()
    })
}

/// Choosing a new slot.
#[component]
pub fn NewSlotChoice(
    /// What is asked.
    #[prop(into)]
    legend: TextProp,
    /// What is chosen.
    choice: NewSlot,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let options = Signal::derive(move || {
        let words = texts.get();
        let later = choice.may_wait.then(|| (Which::Later, words.standing().not_yet.to_owned()));
        let offered = offers(store, choice.around).into_iter();
        let offered =
            offered.map(|start| (Which::At(start), capitalised(&slot_words(store, words.next_session(), start))));
        let other = (Which::Other, words.standing().another.to_owned());
        later.into_iter().chain(offered).chain([other]).collect::<Vec<_>>()
    });
    view! {
        <Choices
            legend=legend
            options=options
            value=Signal::derive(move || Some(choice.which.get()))
            on_choose=move |which| choice.which.set(which)
            look=ChoicesLook::Stack
        />
        <Show when=move || choice.which.get() == Which::Other>
            <MomentFields legend=move || texts.get().standing().new_when moment=choice.other/>
        </Show>
    }
}
