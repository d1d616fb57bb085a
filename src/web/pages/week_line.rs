//! The thread of the pair's weeks, from the first call to a little after what is booked.

use leptos::prelude::*;

use super::names::use_names;
use super::reading::{placeholder, use_reading, with_people};
use crate::domain::rule::attendance::{AttendedWeek, attendance};
use crate::domain::sorting;
use crate::domain::{Day, Instant, Pairing, Role, SessionKind, SessionState, Zone, time};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::strand::Joint;
use crate::web::ui::{Week, WeekThread};

/// At most this many weeks of the past are drawn, and this many of the future after the last one booked.
const PAST: u64 = 8;
const AFTER: u64 = 2;

/// One week: the day that stands for it and what it is.
#[derive(Clone, Debug, PartialEq)]
struct Point {
    day: Day,
    joint: Joint,
    is_ahead: bool,
    /// What the week came to, where nobody met.
    told: Option<AttendedWeek>,
}

/// The weeks to draw; none while no session is booked or held.
fn points(pair: &Pairing, now: Instant, zone: &dyn Zone) -> Vec<Point> {
    let today = now.day(zone);
    let mut met: Vec<(Day, Joint)> = pair.call.started.map(|at| (at.day(zone), Joint::Held)).into_iter().collect();
    let sessions = pair.sessions.iter().filter_map(|session| Some((session.kind, session.state?)));
    met.extend(sessions.filter_map(|(kind, state)| match state {
        SessionState::Booked(booking) if kind == SessionKind::Defence => {
            Some((booking.start.day(zone), Joint::Defence))
        }
        SessionState::Booked(booking) => Some((booking.start.day(zone), Joint::Booked)),
        SessionState::Held { start, .. } => Some((start.day(zone), Joint::Held)),
        // No knot where nobody met: the strands stay apart.
        SessionState::Cancelled { .. } | SessionState::Absent { .. } => None,
    }));
    sorting::sort_by_key(&mut met, |(day, _)| *day);
    let booked = met.iter().any(|(_, joint)| matches!(joint, Joint::Booked | Joint::Defence));
    let (Some((first, _)), Some((last, _)), true) = (met.first(), met.last(), booked) else { return Vec::new() };
    let earliest = time::monday_of(today).checked_sub_days(chrono::Days::new(7 * PAST)).unwrap_or(*first);
    let mut monday = time::monday_of((*first).max(earliest));
    let end = time::days_after(time::monday_of((*last).max(today)), 7 * AFTER);
    let told = attendance(pair, now, zone);
    let mut points = Vec::new();
    while monday <= end {
        let after = time::days_after(monday, 7);
        let here: Vec<_> = met.iter().filter(|(day, _)| (monday..after).contains(day)).collect();
        if here.is_empty() {
            let told = told.iter().find(|week| week.monday == monday).cloned();
            points.push(Point { day: monday, joint: Joint::Apart, is_ahead: monday > today, told });
        }
        points.extend(here.into_iter().map(|(day, joint)| Point {
            day: *day,
            joint: *joint,
            is_ahead: *day >= today,
            told: None,
        }));
        monday = after;
    }
    points
}

/// Where today stands between the weeks' days, in weeks since the first: a session of today is still ahead.
fn position(points: &[Point], today: Day) -> f64 {
    let passed = points.iter().take_while(|point| point.day < today).count();
    let (Some(before), at) = (passed.checked_sub(1), passed) else { return 0.0 };
    let from = points.get(before).map_or(today, |point| point.day);
    let share = points.get(at).map_or(0.5, |next| {
        let days = |to: Day| f64::from(i32::try_from((to - from).num_days()).unwrap_or(0));
        days(today) / days(next.day).max(1.0)
    });
    #[allow(clippy::cast_precision_loss, reason = "a thread has a dozen weeks")]
    let before = before as f64;
    before + share.min(0.86)
}

/// The thread, once there is something to see on it.
#[component]
pub fn WeekLine() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let drawn = store.read(move |pair| points(pair, store.minute().get(), &store.zone()));
    let weeks = Signal::derive(move || {
        let words = texts.get();
        let note = |point: &Point| match (&point.told, point.joint) {
            (_, Joint::Defence) => Some(words.standing().defence.to_owned()),
            (Some(week), Joint::Apart) => Some(words.sessions().week(week, false).to_owned()),
            (None, Joint::Apart) if point.is_ahead => Some(words.dashboard().free_week.to_owned()),
            _ => None,
        };
        let week = |point: Point| Week {
            note: note(&point),
            label: reading.with(|labels| match point.joint {
                Joint::Apart => chrono::Datelike::day(&point.day).to_string(),
                _ => format!("{}\u{a0}{}", labels.formats.weekday_short(point.day), chrono::Datelike::day(&point.day)),
            }),
            joint: point.joint,
            above: None,
        };
        drawn.get().into_iter().map(week).collect::<Vec<_>>()
    });
    let now = Signal::derive(move || drawn.with(|points| position(points, reading.day_of(store.minute().get()))));
    let label = move || {
        let (count, next) = drawn.with(|points| {
            let met = points.iter().filter(|point| point.joint != Joint::Apart);
            (met.clone().count(), met.into_iter().find(|point| point.is_ahead).map(|point| point.day))
        });
        let date = next.map(|day| reading.day(day)).unwrap_or_default();
        (texts.get().dashboard().thread_described)(u32::try_from(count).unwrap_or_default(), &date)
    };
    let key = move || {
        let sentence = (texts.get().dashboard().thread_key)(placeholder(Role::Student), placeholder(Role::Mentor));
        names.with(|names| with_people(&sentence, names))
    };
    view! {
        <Show when=move || drawn.with(|points| !points.is_empty())>
            <section class="section" aria-labelledby="week-line">
                <div class="section__head">
                    <h2 id="week-line">{say(|t| t.dashboard().thread_title)}</h2>
                    <a href=Route::Sessions.href()>{say(|t| t.dashboard().all_sessions)}</a>
                </div>
                <WeekThread weeks=weeks now=now label=label today=say(|t| t.dashboard().today)/>
                <p class="quiet">{move || key()}</p>
                <p>
                    <a href=Route::Charts.href()>{say(|t| t.charts().link)}</a>
                </p>
            </section>
        </Show>
    }
}
