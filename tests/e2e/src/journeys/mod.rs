//! The journeys, each a function and a sentence.

pub mod boot;
mod calendar;
mod capture;
mod contacts;
mod example;
mod exchange;
mod faults;
mod goals;
mod kept;
mod kit;
mod looks;
mod path;
mod report;
mod rules;
mod settings;
mod standing;
mod three_weeks;
mod weekly;
mod welcome;
mod whole;

use std::pin::Pin;
use std::sync::Arc;

use crate::Fault;
use crate::engine::Engine;
use crate::world::World;
use binome::i18n::Locale;

/// How a journey ends.
pub type Outcome = Result<(), Fault>;

type Walk = fn(Arc<World>) -> Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// One journey.
pub struct Journey {
    /// What it shows, as a sentence.
    pub name: &'static str,
    /// The engines it is walked in.
    pub engines: &'static [Engine],
    /// The languages it is walked in.
    pub locales: &'static [Locale],
    /// The walk.
    pub walk: Walk,
}

const FR: &[Locale] = &[Locale::Fr];
const BOTH: &[Locale] = &Locale::ALL;

macro_rules! journeys {
    ($($name:literal in $engines:expr, $locales:ident: $module:ident::$function:ident;)*) => {
        /// All of them, in the order they are walked.
        pub const ALL: &[Journey] = &[$(Journey {
            name: $name, engines: $engines, locales: $locales, walk: |world| Box::pin(async move { $module::$function(&world).await }),
        }),*];
    };
}

journeys! {
    "the page starts at the root and in a sub-path, with its security policy on" in &Engine::ALL, FR: boot::starts;
    "no request leaves the origin on any screen" in &Engine::ALL, FR: boot::stays_home;
    "a screen that did not arrive says so, and comes when asked again" in &[Engine::Chromium, Engine::Firefox], BOTH: boot::part_missing;
    "the first screen says what is missing, and where" in &[Engine::Chromium], BOTH: welcome::says_what_is_missing;
    "the example is seen on every screen, and goes for good in one press" in &[Engine::Chromium, Engine::Firefox], BOTH: example::seen_and_removed;
    "by keys alone, a first call, a copy to the student and back" in &[Engine::Chromium, Engine::Firefox], BOTH: exchange::first_call_and_back;
    "the whole first call, by keys alone, to the recap" in &[Engine::Chromium, Engine::Firefox], BOTH: whole::by_keys;
    "the whole first call, on a phone, by touch" in &[Engine::Chromium, Engine::Firefox], BOTH: whole::by_touch;
    "the first weekly session, by keys alone: a goal carried, a question answered, closed" in &[Engine::Chromium, Engine::Firefox], BOTH: weekly::first_session;
    "a goal and a question are noted from anywhere, and what Esc leaves waits" in &[Engine::Chromium, Engine::Firefox], BOTH: capture::noted;
    "the coach asks once a vague goal is left, and not again once it is kept; its editor may go at any moment" in &[Engine::Chromium, Engine::Firefox], BOTH: capture::coached;
    "single keys stay out of fields, and do nothing once turned off; Ctrl+Enter goes on" in &[Engine::Chromium, Engine::Firefox], FR: capture::keys_apart;
    "typing changes its own field and nothing else on the page" in &[Engine::Chromium, Engine::Firefox], FR: capture::typing_touches_its_field_alone;
    "three weeks of two people, by keys alone: prepared, handed over, held, carried, cancelled late, cut in two" in &[Engine::Chromium, Engine::Firefox], BOTH: three_weeks::by_keys;
    "three weeks of two people on their phones, by touch" in &[Engine::Chromium], BOTH: three_weeks::by_touch;
    "a session cancelled late is lost, said before; one cancelled in time is made up for" in &[Engine::Chromium, Engine::Firefox], BOTH: standing::cancelled;
    "a session is moved and keeps its old slot in sight; one that nobody noted is" in &[Engine::Chromium, Engine::Firefox], BOTH: standing::moved;
    "an absence noted by mistake is corrected, with its reason" in &[Engine::Chromium, Engine::Firefox], BOTH: standing::corrected;
    "the clock of a session pauses, across a reload, and goes on" in &[Engine::Chromium, Engine::Firefox], BOTH: standing::paused;
    "the rules answer with dates: what if, and a number of the contract changed and given back" in &[Engine::Chromium, Engine::Firefox], BOTH: rules::answered;
    "a break excuses a week, with its reason on the attendance record; the week counts again" in &[Engine::Chromium, Engine::Firefox], BOTH: rules::excused;
    "the report of a session: a part rewritten by keys, copied, given back to the session" in &[Engine::Chromium, Engine::Firefox], BOTH: report::rewritten;
    "every date for calendars, as a file and as its text; one session, one goal" in &[Engine::Chromium, Engine::Firefox], BOTH: calendar::taken_along;
    "whom to contact, from a few words to a message copied, unsure and unknown included" in &[Engine::Chromium, Engine::Firefox], BOTH: contacts::found;
    "a defence prepared: names made and checked, the deposit on time and late, the plan" in &[Engine::Chromium, Engine::Firefox], BOTH: kit::prepared;
    "sub-steps of a goal, by keys alone: added, ticked, renamed, moved, removed and brought back" in &[Engine::Chromium, Engine::Firefox], BOTH: goals::sub_steps;
    "a goal goes from state to state by keys, and the focus goes with it" in &[Engine::Chromium, Engine::Firefox], BOTH: goals::states;
    "the board shows what is asked for, and all of it again" in &[Engine::Chromium, Engine::Firefox], BOTH: goals::filters;
    "words are found without their accents, each at its place; a private note never on a shared screen" in &[Engine::Chromium, Engine::Firefox], BOTH: goals::search;
    "a question to see first is first in the session" in &[Engine::Chromium, Engine::Firefox], BOTH: goals::first_question;
    "two wordings of one goal are both kept, shown, undone and settled" in &[Engine::Chromium], BOTH: exchange::conflict;
    "a pair that both started is joined, its names to decide" in &[Engine::Chromium], FR: exchange::started_twice;
    "a file that cannot be read gets its answer and changes nothing" in &[Engine::Chromium], BOTH: exchange::refused_files;
    "another pair’s file stays apart, a known file brings nothing new" in &[Engine::Chromium], FR: exchange::strange_and_known_files;
    "words called saved survive a killed browser" in &[Engine::Chromium, Engine::Firefox], FR: kept::after_leaving_the_field;
    "words called saved survive a killed browser, even before the field is left" in &[Engine::Chromium, Engine::Firefox], FR: kept::while_still_typing;
    "without WebAssembly the page says so, and hands over what this browser keeps, for another to take in" in &[Engine::Chromium, Engine::Firefox], BOTH: kept::without_webassembly;
    "no room while somebody types: said in sight, saved in one press, asked before leaving, and over when there is room" in &[Engine::Chromium, Engine::Firefox], BOTH: faults::no_room;
    "nothing moves when something is saved" in &[Engine::Chromium], BOTH: faults::saving_moves_nothing;
    "an older page than another tab’s is read and copied from, and takes no word that it would lose" in &[Engine::Chromium, Engine::Firefox], BOTH: faults::older_page;
    "a pair is removed, put back and erased, and the page goes on" in &[Engine::Chromium, Engine::Firefox], BOTH: faults::removed_and_erased;
    "both stores emptied by the browser: said, with the way back" in &Engine::ALL, FR: kept::when_the_browser_forgets;
    "what was done is undone by keys, and done again after a reload" in &[Engine::Chromium, Engine::Firefox], FR: kept::undone_and_done_again;
    "what is typed counts when its screen goes, and the page lives" in &[Engine::Chromium, Engine::Firefox], FR: kept::when_the_screen_goes;
    "language, theme and owner hold when the page is loaded again" in &[Engine::Chromium], FR: settings::hold;
    "erasing leaves no word in either store" in &[Engine::Chromium], BOTH: settings::erase;
    "a whole programme up to the jury, by keys alone: bilans, defences, a rework, corrections; what is forbidden is not offered" in &[Engine::Chromium, Engine::Firefox], BOTH: path::whole_programme;
    "axe finds nothing on any screen" in &[Engine::Chromium], BOTH: looks::axe_finds_nothing;
    "nothing lies on anything else and nothing is cut, from 320 px on" in &[Engine::Chromium], BOTH: looks::nothing_overlaps;
    "a screen says its title, then its heading takes the focus" in &[Engine::Chromium], FR: looks::focus_follows;
}
