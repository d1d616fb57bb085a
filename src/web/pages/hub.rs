//! The hub of the first call: its five sections as a timetable, then the recap.

use leptos::prelude::*;

use super::names::use_names;
use super::section::use_timetable;
use crate::domain::timetable::Timetable;
use crate::domain::{Address, FirstCall, Instant, PersonId, PointId, PointState, Section};
use crate::i18n::{Formats, capitalised, weekday_words};
use crate::web::app::PageTitle;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::{ButtonKind, LinkButton, Rail, RailStop, StopState, Who};

/// The hub.
#[component]
pub fn HubPage() -> impl IntoView {
    let texts = use_texts();
    let stops = Section::ALL.into_iter().map(|section| view! { <Stop section=section/> }).collect_view();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().call().title.to_owned())/>
        <Head/>
        <Rail label=say(|t| t.call().hub_steps)>{stops} <Leaving/></Rail>
        <p class="hint">{say(|t| t.call().hub_order)}</p>
    }
}

/// The day, the two, and the time left.
#[component]
fn Head() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let started = store.read(|pair| pair.call.started);
    let day = move || {
        // The language is read first, so that a change of it is followed.
        let _ = texts.get();
        started.get().map(|at| format!("{}, ", capitalised(&store.formats().day(at.day(&store.zone())))))
    };
    view! {
        <div class="hub-head">
            <div>
                <p class="hub-head__who">
                    {day} <Who person=PersonId::MENTOR name=move || names.with(|names| names.mentor.clone())/> " "
                    {say(|t| t.call().and)} " "
                    <Who person=PersonId::STUDENT name=move || names.with(|names| names.student.clone())/>
                </p>
                <h1 tabindex="-1">{say(|t| t.call().title)}</h1>
            </div>
            <TimeLeft/>
        </div>
    }
}

/// How many minutes are ahead, and when the call should end, as long as that means something.
#[component]
fn TimeLeft() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let timetable = use_timetable();
    let left = store.read(|pair| (pair.current_section().is_none(), pair.minutes_left()));
    let figure = move || {
        let call = texts.get().call();
        match left.get() {
            (true, _) => call.hub_all_done.to_owned(),
            (false, minutes) => (call.hub_time)(minutes),
        }
    };
    let note = move || {
        let call = texts.get().call();
        if left.get().0 {
            return String::new();
        }
        let clock = |at: Instant| store.formats().time(at.wall_time(&store.zone()));
        match timetable.with(Timetable::end) {
            Some(end) if end > store.minute().get() => (call.hub_until)(&clock(end)),
            Some(end) => (call.hub_late)(&clock(end)),
            None => call.hub_without_clock.to_owned(),
        }
    };
    view! {
        <p class="hub-head__left">
            <b>{move || figure()}</b>
            " "
            {move || note()}
        </p>
    }
}

/// What the record says of a section, for its stop.
fn use_standing(section: Section) -> Signal<StopState> {
    let store = use_store();
    let timetable = use_timetable();
    let standing = store.read(move |pair| (pair.is_done(section), pair.current_section() == Some(section)));
    Signal::derive(move || match standing.get() {
        (true, _) => StopState::Done,
        (false, true) => {
            let table = timetable.get();
            let lived = table.lived(section, store.minute().get()).unwrap_or(0);
            StopState::Now(f64::from(lived) / f64::from(table.minutes(section).max(1)))
        }
        (false, false) => StopState::Ahead,
    })
}

/// One section on the rail.
#[component]
fn Stop(section: Section) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let timetable = use_timetable();
    let state = use_standing(section);
    let is_now = Memo::new(move |_| matches!(state.get(), StopState::Now(_)));
    let minutes = Signal::derive(move || timetable.with(|table| table.minutes(section)));
    let time = move || clock_at(store, timetable.with(|table| table.begins(section)));
    let status = move || {
        let call = texts.get().call();
        match state.get() {
            StopState::Done => call.hub_done,
            StopState::Now(_) => call.hub_now,
            StopState::Ahead => call.hub_to_do,
        }
    };
    let note = move || {
        let call = texts.get().call();
        let lived = timetable.with(|table| table.lived(section, store.minute().get())).filter(|_| is_now.get());
        lived.map_or_else(|| (call.minutes)(minutes.get()), |lived| (call.by_clock)(lived, minutes.get()))
    };
    let said = use_said(section);
    view! {
        <RailStop at=section as usize minutes=minutes state=state time=time status=status note=note>
            <h2>
                <a href=Route::Section(section).href()>{move || texts.get().call().name(section)}</a>
            </h2>
            <p class:is-said=move || matches!(state.get(), StopState::Done)>{said}</p>
            <Show when=move || is_now.get()>
                <LinkButton kind=ButtonKind::Primary arrow=true href=Route::Section(section).href()>
                    {say(|t| t.call().hub_resume)}
                </LinkButton>
            </Show>
        </RailStop>
    }
}

/// The clock time at a knot; nothing when there is no clock.
fn clock_at(store: Store, at: Option<Instant>) -> String {
    at.map(|at| store.formats().time(at.wall_time(&store.zone()))).unwrap_or_default()
}

/// What a section is for, or, once it is done, what came of it.
fn use_said(section: Section) -> impl Fn() -> String + Send + Sync + Clone + 'static {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let call = store.read(move |pair| pair.is_done(section).then(|| pair.call.clone()));
    let slot = store.read(|pair| pair.organisation.slot.clone());
    let agreement = store.read(|pair| Some(pair.agreement.clone()));
    let kept = store.read(move |pair| {
        let worded = || pair.goals.iter().filter(|goal| !goal.what.trim().is_empty());
        // A section taken up days later has its goals too: there they are all that there are.
        let of_the_call =
            worded().filter(|goal| goal.created.is_some_and(|created| pair.call.is_during(created))).count();
        (
            if of_the_call == 0 { worded().count() } else { of_the_call },
            pair.sessions
                .iter()
                .find_map(|session| session.state.filter(|state| !state.is_off()))
                .map(|state| state.booking().start),
        )
    });
    move || {
        let words = texts.get().call();
        let plain = || names.with(|names| words.in_hub(section, &names.student));
        let Some(call) = call.get() else { return plain() };
        match (section, kept.get()) {
            (Section::Meeting, _) => match call.address {
                Some(Address::Tu) => words.hub_said_tu.to_owned(),
                Some(Address::Vous) => words.hub_said_vous.to_owned(),
                None => plain(),
            },
            (Section::Goals, (goals, Some(start))) => {
                let (formats, zone) = (store.formats(), store.zone());
                let slot = (texts.get().next_session().slot)(
                    &formats.day(start.day(&zone)),
                    &formats.time(start.wall_time(&zone)),
                );
                (words.hub_goals_kept)(goals, &slot)
            }
            (Section::Goals, _) => plain(),
            (Section::Organisation, _) if slot.with(Option::is_some) => {
                let formats = store.formats();
                let slot =
                    slot.with(|slot| slot.as_ref().map(|slot| (weekday_words(&formats, slot.weekday), slot.time)));
                let slot = slot.map(|(day, time)| (texts.get().organisation().slot_large)(&day, &formats.time(time)));
                let promises =
                    agreement.with(|agreement| agreement.as_ref().map(|it| texts.get().agreement().count(it)));
                [slot, promises].into_iter().flatten().collect::<Vec<_>>().join(". ")
            }
            _ => match marked(&call, section) {
                (0, 0) => plain(),
                (clear, unclear) => (words.hub_points)(clear, unclear),
            },
        }
    }
}

/// How many points of a section are clear, and how many to clarify.
fn marked(call: &FirstCall, section: Section) -> (usize, usize) {
    let count = |state| PointId::of(section).filter(|point| call.points.get(point) == Some(&state)).count();
    (count(PointState::Understood), count(PointState::ToClarify))
}

/// The end of the rail: the recap.
#[component]
fn Leaving() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let timetable = use_timetable();
    let all_done = store.read(|pair| pair.current_section().is_none());
    let minutes = Signal::derive(move || timetable.with(Timetable::minutes_for_leaving));
    let state = Signal::derive(move || if all_done.get() { StopState::Now(0.0) } else { StopState::Ahead });
    let kind = move || if all_done.get() { ButtonKind::Primary } else { ButtonKind::Secondary };
    view! {
        <RailStop
            at=5
            minutes=minutes
            state=state
            last=true
            time=move || clock_at(store, timetable.with(|table| table.ends(Section::Goals)))
            status=say(|t| t.call().hub_at_the_end)
            note=move || (texts.get().call().minutes)(minutes.get())
        >
            <h2>
                <a href=Route::Recap.href()>{say(|t| t.call().recap)}</a>
            </h2>
            <p>{say(|t| t.call().recap_lede)}</p>
            {move || {
                view! {
                    <LinkButton kind=kind() arrow=true href=Route::Recap.href()>
                        {say(|t| t.call().recap_action)}
                    </LinkButton>
                }
            }}
        </RailStop>
    }
}
