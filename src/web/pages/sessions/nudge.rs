//! What the coming weeks lack (R1, R2, R4), each with the act that sees to it: the usual slot to book at once, a session to move.

use leptos::prelude::*;

use crate::domain::rule::answer::GuideRule;
use crate::domain::rule::lint::{Lint, lints};
use crate::domain::rule::same_week::SameWeek;
use crate::domain::{Booking, Command, Day, Instant, Session, SessionId};
use crate::i18n::Formats;
use crate::web::dispatch::{new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::ledger::use_ledger_words;
use crate::web::pages::next_session::slot_words;
use crate::web::pages::reading::use_reading;
use crate::web::pages::rules::use_rules;
use crate::web::pages::session::CHANGE;
use crate::web::platform::IntlZone;
use crate::web::route::{Route, rule_href, session_href};
use crate::web::ui::{Button, MarginNote};

/// Nothing while each of the weeks has its session, and none has a defence beside it.
#[component]
pub fn Nudges() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let ahead = store.read(|pair| pair.contract.horizon_weeks);
    let found = store.read(move |pair| lints(pair, store.minute().get(), &store.zone()));
    let weeks = Memo::new(move |_| {
        let week = |lint: &Lint| match lint {
            Lint::ThisWeek(monday) => Some((*monday, true)),
            Lint::Unbooked(monday) => Some((*monday, false)),
            Lint::SameWeek { .. } => None,
        };
        found.with(|found| found.iter().filter_map(week).collect::<Vec<_>>())
    });
    let flags = Memo::new(move |_| {
        let flag = |lint: &Lint| match lint {
            Lint::SameWeek { session, flag, .. } => Some((session.clone(), *flag)),
            _ => None,
        };
        found.with(|found| found.iter().filter_map(flag).collect::<Vec<_>>())
    });
    view! {
        <Show when=move || weeks.with(|weeks| !weeks.is_empty())>
            <MarginNote title=move || (texts.get().sessions.ahead_title)(ahead.get())>
                <ul class="nudges">
                    <For each=move || weeks.get() key=|week| *week let:week>
                        <Nudge monday=week.0 is_now=week.1/>
                    </For>
                </ul>
                <p class="hint">{move || (texts.get().sessions.ahead_why)(ahead.get())}</p>
                <WholeRule rule=GuideRule::Horizon/>
            </MarginNote>
        </Show>
        <For each=move || flags.get() key=Clone::clone let:flag>
            <Flag session=flag.0 flag=flag.1/>
        </For>
    }
}

/// A link to the rule that is cited.
#[component]
pub fn WholeRule(rule: GuideRule) -> impl IntoView {
    let rules = use_rules();
    view! {
        <p>
            <a href=rule_href(rule)>
                {say(|t| t.common.whole_rule)} <span class="visually-hidden">", " {move || rules.get().name(rule)}</span>
            </a>
        </p>
    }
}

#[component]
fn Nudge(monday: Day, is_now: bool) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let ledger = use_ledger_words();
    let usual = store.read(move |pair| {
        let slot = pair.organisation.slot.as_ref()?;
        let start = slot.in_week_of(monday, &IntlZone::named(&slot.zone)?);
        // As long as the last one booked.
        let minutes = pair.sessions.iter().rev().find_map(Session::booking).map(|slot| slot.minutes);
        let booking = Booking { start, minutes: minutes.unwrap_or_else(|| pair.call.length()) };
        (start > store.minute().get()).then_some(booking)
    });
    let words = move || {
        if is_now {
            ledger.get().this_week.to_owned()
        } else {
            (texts.get().sessions.nothing_in)(&store.formats().day_month(monday))
        }
    };
    let slot = move |at: Instant| slot_words(store, texts.get().next_session, at);
    let act = move || {
        let booking = usual.get().map(|booking| {
            let book = move || {
                let Some(id) = SessionId::parse(&new_id()) else { return };
                if store.dispatch(Command::Book(id, booking)).is_ok() {
                    store.announce((texts.get_untracked().sessions.booked_said)(&untrack(|| slot(booking.start))));
                    // The nudge goes with its button.
                    focus_soon(&[".nudges button", "main h1"]);
                }
            };
            view! { <Button on_click=book>{move || (texts.get().sessions.book_usual)(&slot(booking.start))}</Button> }
        });
        match booking {
            Some(button) => button.into_any(),
            None => view! { <a href=Route::Sessions.href()>{say(|t| t.sessions.book_there)}</a> }.into_any(),
        }
    };
    view! { <li><p>{words}</p> {act}</li> }
}

/// A mentoring session in the week of a defence.
#[component]
fn Flag(session: SessionId, flag: SameWeek) -> impl IntoView {
    let texts = use_texts();
    let ledger = use_ledger_words();
    let reading = use_reading();
    let words = move || {
        let words = texts.get().standing;
        let said = if flag.mentoring_first { words.same_week_first } else { words.same_week_after };
        said(&reading.moment(flag.other))
    };
    view! {
        <MarginNote title=move || ledger.get().same_week_title>
            <p class="session-flag">{words}</p>
            <p>
                <a href=format!("{}&vers={CHANGE}", session_href(&session))>{move || ledger.get().move_it}</a>
            </p>
            <WholeRule rule=GuideRule::SameWeek/>
        </MarginNote>
    }
}
