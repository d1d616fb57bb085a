//! What the coming weeks lack (R1, R2, R4), each with the act that sees to it: the usual slot to book at once, a session to move.

use leptos::prelude::*;

use super::book::usual_minutes;
use crate::domain::rule::answer::GuideRule;
use crate::domain::rule::lint::{Lint, lints};
use crate::domain::rule::same_week::SameWeek;
use crate::domain::time::{days_after, monday_of};
use crate::domain::{Booking, Command, Day, Instant, SessionId, SessionState};
use crate::i18n::Formats;
use crate::web::dispatch::{new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::ledger::use_ledger_words;
use crate::web::pages::next_session::{follow_with_goals, slot_words};
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
            <MarginNote title=move || (texts.get().sessions().ahead_title)(ahead.get())>
                <ul class="nudges">
                    <For each=move || weeks.get() key=|week| *week let:week>
                        <Nudge monday=week.0 is_now=week.1/>
                    </For>
                </ul>
                <p class="hint">{move || (texts.get().sessions().ahead_why)(ahead.get())}</p>
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
                {say(|t| t.common().whole_rule)} <span class="visually-hidden">", " {move || rules.get().name(rule)}</span>
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
        let booking = Booking { start, minutes: usual_minutes(pair) };
        (start > store.minute().get()).then_some(booking)
    });
    let words = move || {
        if is_now {
            ledger.get().this_week.to_owned()
        } else {
            (texts.get().sessions().nothing_in)(&store.formats().day_month(monday))
        }
    };
    let slot = move |at: Instant| slot_words(store, texts.get().next_session(), at);
    let act = move || {
        let booking = usual.get().map(|booking| {
            let book = move || {
                let Some(id) = SessionId::parse(&new_id()) else { return };
                if store.dispatch(Command::Book(id, booking)).is_ok() {
                    store.announce((texts.get_untracked().sessions().booked_said)(&untrack(|| slot(booking.start))));
                    // The nudge goes with its button.
                    focus_soon(&[".nudges button", "main h1"]);
                }
            };
            view! { <Button on_click=book>{move || (texts.get().sessions().book_usual)(&slot(booking.start))}</Button> }
        });
        match booking {
            Some(button) => button.into_any(),
            None => view! { <a href=Route::Sessions.href()>{say(|t| t.sessions().book_there)}</a> }.into_any(),
        }
    };
    view! { <li><p>{words}</p> {act}</li> }
}

/// A mentoring session in the week of a defence.
#[component]
fn Flag(session: SessionId, flag: SameWeek) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let ledger = use_ledger_words();
    let reading = use_reading();
    let words = move || {
        let words = texts.get().standing();
        let said = if flag.mentoring_first { words.same_week_first } else { words.same_week_after };
        said(&reading.moment(flag.other))
    };
    let id = session.clone();
    // The usual slot of the next week in which nothing is booked.
    let free = store.read(move |pair| {
        let before = pair.session(&id)?.booking()?;
        let slot = pair.organisation.slot.as_ref()?;
        let (here, there) = (store.zone(), IntlZone::named(&slot.zone)?);
        let week = |at: Instant| monday_of(at.day(&here));
        let booked = |monday: Day| {
            let of_week = |state: SessionState| week(state.booking().start) == monday && !state.is_off();
            pair.sessions.iter().filter_map(|session| session.state).any(of_week)
        };
        let mondays = (1..8).map(|weeks| days_after(week(before.start), 7 * weeks));
        let monday = mondays.into_iter().find(|monday| !booked(*monday) && pair.excused(*monday).is_none())?;
        Some((before, Booking { start: slot.in_week_of(monday, &there), minutes: before.minutes }))
    });
    let act = move || {
        let session = session.clone();
        let Some((before, after)) = free.get() else {
            let href = format!("{}&vers={CHANGE}", session_href(&session));
            return view! { <p><a href=href>{ledger.get().move_it}</a></p> }.into_any();
        };
        let words =
            move || (texts.get().standing().move_to)(&slot_words(store, texts.get().next_session(), after.start));
        let move_it = move || {
            if store.dispatch(Command::Book(session.clone(), after)).is_ok() {
                follow_with_goals(store, Some(before.start), after.start);
                let words = texts.get_untracked();
                let slot = untrack(|| slot_words(store, words.next_session(), after.start));
                store.announce((words.standing().moved_said)(&slot));
                focus_soon(&["main h1"]);
            }
        };
        view! { <p><Button on_click=move_it>{words}</Button></p> }.into_any()
    };
    view! {
        <MarginNote title=move || ledger.get().same_week_title>
            <p class="session-flag">{words}</p>
            {act}
            <WholeRule rule=GuideRule::SameWeek/>
        </MarginNote>
    }
}
