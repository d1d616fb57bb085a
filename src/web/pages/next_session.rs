//! Booking the next session: a day of the coming week or the one after, a time in the pair's zone, and the same slot a week later.

mod kind;
mod usual;

use chrono::Datelike;
use leptos::prelude::*;

use self::kind::{Chosen, Kind, set_kind};
use self::usual::{UsualSlot, usual_next_week};
use super::names::use_names;
use super::session::within;
use crate::domain::rule::cancellation::deadline;
use crate::domain::time::{days_after, instant_of, monday_of};
use crate::domain::{
    Booking, Command, Day, GoalId, Instant, PersonId, Refusal, Role, SessionId, SessionState, WallTime,
};
use crate::i18n::{Formats, capitalised};
use crate::web::dispatch::{Store, new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::platform::IntlZone;
use crate::web::ui::{Button, ButtonKind, DayChoice, DayPicker, FieldWidth, Input};

/// A booked session.
type Booked = (SessionId, Booking);

/// The length of a session when neither the record nor the call says.
const USUAL_MINUTES: u32 = 45;

/// The next session, and the one in the week after it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Agenda {
    next: Option<Booked>,
    after: Option<Booked>,
}

fn use_agenda() -> Memo<Agenda> {
    let store = use_store();
    let within = within();
    store.read(move |pair| {
        let next = pair.session_besides(within.as_ref(), store.now());
        let Some((session, booking)) = next else { return Agenda::default() };
        let zone = store.zone();
        let week_after = days_after(monday_of(booking.start.day(&zone)), 7);
        let after = pair.sessions.iter().find_map(|other| match other.state {
            Some(SessionState::Booked(slot)) if monday_of(slot.start.day(&zone)) == week_after => {
                Some((other.id.clone(), slot))
            }
            _ => None,
        });
        Agenda { next: Some((session.id.clone(), booking)), after }
    })
}

/// What is being chosen: nothing is booked until a day, a time and a length can be read.
#[derive(Clone, Copy)]
struct Choice {
    day: RwSignal<Option<Day>>,
    time: RwSignal<String>,
    minutes: RwSignal<String>,
    kind: RwSignal<Chosen>,
    refused: RwSignal<Option<Refusal>>,
}

impl Choice {
    /// Begins with the booked session, else with no day, the usual slot's time or the call's own to the half-hour, and its length.
    fn new(store: Store, agenda: &Agenda) -> Self {
        let zone = store.zone();
        let within = within();
        let (started, length) = store.pairing().with_untracked(|pair| {
            let Some(pair) = pair.as_ref() else { return (None, USUAL_MINUTES) };
            // Within a session, what follows is like it.
            let slot = within.as_ref().and_then(|id| pair.session(id)?.booking());
            slot.map_or((pair.call.started, pair.call.length()), |slot| (Some(slot.start), slot.minutes))
        });
        let (day, time, minutes) = if let Some((_, booking)) = &agenda.next {
            (Some(booking.start.day(&zone)), booking.start.wall_time(&zone), booking.minutes)
        } else {
            let usual = untrack(|| usual_next_week(store)).map(|start| start.wall_time(&zone));
            let likely = || on_the_half_hour(started.unwrap_or_else(|| store.now()).wall_time(&zone));
            (None, usual.unwrap_or_else(likely), length)
        };
        Self {
            day: RwSignal::new(day),
            time: RwSignal::new(time.to_string()),
            minutes: RwSignal::new(minutes.to_string()),
            kind: RwSignal::new(Chosen::default()),
            refused: RwSignal::new(None),
        }
    }

    /// Shows a booking that came from elsewhere: another tab, an import.
    fn follow(self, store: Store, agenda: Memo<Agenda>) {
        Effect::new(move |before: Option<Option<Booking>>| {
            let now = agenda.with(|agenda| agenda.next.as_ref().map(|(_, booking)| *booking));
            if let Some(booking) = now
                && before.is_some_and(|before| before != now)
                && self.slot(store) != now
            {
                let zone = store.zone();
                self.day.set(Some(booking.start.day(&zone)));
                self.time.set(booking.start.wall_time(&zone).to_string());
                self.minutes.set(booking.minutes.to_string());
            }
            now
        });
    }

    /// The slot that the fields say, if they say one.
    fn slot(self, store: Store) -> Option<Booking> {
        let day = self.day.get_untracked()?;
        let time = WallTime::parse(&self.time.get_untracked())?;
        // A length that is no number is for the record to refuse, in the same words as one out of range.
        let minutes = self.minutes.with_untracked(|typed| typed.trim().parse().unwrap_or(0));
        Some(Booking { start: instant_of(day, time, &store.zone()), minutes })
    }

    /// Books what the fields say, moving the next session if there is one already.
    fn book(self, store: Store, agenda: &Agenda) {
        let Some(slot) = self.slot(store) else { return };
        if agenda.next.as_ref().is_some_and(|(_, booked)| *booked == slot) {
            self.refused.set(None);
            return;
        }
        let id = agenda.next.as_ref().map(|(id, _)| id.clone()).or_else(|| SessionId::parse(&new_id()));
        let Some(id) = id else { return };
        let outcome = store.dispatch(Command::Book(id.clone(), slot));
        if outcome.is_ok() {
            let kind = self.kind.get_untracked();
            if agenda.next.is_none() && kind.0.validates() {
                set_kind(store, id, kind);
            }
            follow_with_goals(store, agenda.next.as_ref().map(|(_, before)| before.start), slot.start);
        }
        self.refused.set(outcome.err());
    }
}

/// Rounds down to the half-hour: a call that began at 18:04 was at 18:00.
pub(super) fn on_the_half_hour(time: WallTime) -> WallTime {
    WallTime::new(time.hour(), time.minute() / 30 * 30).unwrap_or(time)
}

/// Goals without a last day, or that ended on the day of the session as it was, end on its new day.
pub fn follow_with_goals(store: Store, before: Option<Instant>, start: Instant) {
    let zone = store.zone();
    let (before, end) = (before.map(|before| before.day(&zone)), start.day(&zone));
    let goals: Vec<(GoalId, Option<Day>)> = store.pairing().with_untracked(|pair| {
        pair.as_ref().map_or_else(Vec::new, |pair| {
            let follows = |day: Option<Day>| day.is_none() || day == before;
            let open = pair.goals.iter().filter(|goal| !goal.status.is_over() && follows(goal.end));
            open.map(|goal| (goal.id.clone(), goal.start)).collect()
        })
    });
    for (id, first) in goals {
        // A goal that starts after the session keeps its own end: the record refuses the other.
        let _ = store.dispatch(Command::SetGoalDays(id, first, Some(end)));
    }
}

/// A moment in words in the pair's zone: “mardi 24 novembre, 18 h 00”.
pub fn slot_words(store: Store, words: &crate::i18n::NextSession, at: Instant) -> String {
    let (formats, zone) = (store.formats(), store.zone());
    (words.slot)(&formats.day(at.day(&zone)), &formats.time(at.wall_time(&zone)))
}

/// Choosing the next session.
#[component]
pub fn NextSessionPicker() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let agenda = use_agenda();
    let choice = Choice::new(store, &agenda.get_untracked());
    choice.follow(store, agenda);
    let book = move || {
        choice.book(store, &agenda.get_untracked());
        if choice.refused.with_untracked(Option::is_none)
            && let Some((_, booking)) = agenda.get_untracked().next
        {
            store.announce(slot_words(store, texts.get_untracked().next_session, booking.start));
        }
    };
    let weeks = [1, 2].map(|week| view! { <Week from=week choice=choice on_choose=book/> });
    view! {
        <div class="booking">
            <UsualSlot agenda=agenda choice=choice on_choose=book/>
            {weeks.collect_view()}
            <div class="booking__slot">
                <div>
                    <Slot choice=choice on_change=book/>
                    <Kind agenda=agenda waiting=choice.kind/>
                </div>
                <Answer agenda=agenda/>
            </div>
            <WeekAfter agenda=agenda/>
            <p class="hint">{say(|t| t.next_session.on_the_platform)}</p>
        </div>
    }
}

/// The seven days of one of the coming weeks.
#[component]
fn Week(
    /// How many weeks from this one.
    from: u64,
    choice: Choice,
    #[prop(into)] on_choose: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let monday = Memo::new(move |_| {
        // Read again as the minutes pass: the page may stay open past midnight.
        let _ = store.minute().get();
        days_after(monday_of(store.today()), from * 7)
    });
    let days = Signal::derive(move || {
        let _ = texts.get();
        let formats = store.formats();
        (0..7)
            .map(|after| {
                let day = days_after(monday.get(), after);
                DayChoice {
                    day,
                    weekday: formats.weekday_short(day),
                    number: day.day().to_string(),
                    full: formats.day(day),
                }
            })
            .collect::<Vec<_>>()
    });
    let legend = move || (texts.get().next_session.week_of)(&store.formats().day_month(monday.get()));
    view! {
        <DayPicker
            legend=legend
            days=days
            value=choice.day
            on_choose=move |day| {
                choice.day.set(Some(day));
                on_choose.run(());
            }
        />
    }
}

/// Another day, the time in the pair's zone and the length.
#[component]
fn Slot(choice: Choice, #[prop(into)] on_change: Callback<()>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let typed_day = RwSignal::new(String::new());
    Effect::new(move |_| typed_day.set(choice.day.get().map(|day| day.to_string()).unwrap_or_default()));
    let another_day = move || {
        if let Ok(day) = typed_day.get_untracked().parse() {
            choice.day.set(Some(day));
            on_change.run(());
        }
    };
    let city = store.read(|pair| pair.zone().map(crate::domain::ZoneName::city));
    let error = move |of: fn(Refusal) -> bool| {
        Signal::derive(move || {
            choice
                .refused
                .get()
                .filter(|refusal| of(*refusal))
                .map(|refusal| texts.get().refusals.of(refusal).to_owned())
        })
    };
    view! {
        <div class="booking__fields">
            <Input
                label=say(|t| t.next_session.day)
                value=typed_day
                input_type="date"
                width=FieldWidth::Medium
                error=error(|refusal| refusal != Refusal::LengthOutOfRange)
                on_change=another_day
            />
            <Input
                label=move || {
                    let words = texts.get().next_session;
                    city.get().map_or_else(|| words.time.to_owned(), |city| (words.time_in)(&city))
                }
                value=choice.time
                input_type="time"
                width=FieldWidth::Medium
                on_change=on_change
            />
            <Input
                label=say(|t| t.next_session.minutes)
                suffix=say(|t| t.next_session.minutes_unit)
                value=choice.minutes
                inputmode="numeric"
                maxlength=4
                width=FieldWidth::Short
                error=error(|refusal| refusal == Refusal::LengthOutOfRange)
                on_change=on_change
            />
        </div>
    }
}

/// The date in one large sentence, the other person's clock, and until when it can be cancelled.
#[component]
fn Answer(agenda: Memo<Agenda>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let start = move || agenda.with(|agenda| agenda.next.as_ref().map(|(_, booking)| booking.start));
    let large = move || {
        let words = texts.get().next_session;
        start().map_or_else(|| words.nothing_yet.to_owned(), |at| capitalised(&slot_words(store, words, at)))
    };
    let contract = store.read(|pair| pair.contract);
    let recoverable = move || {
        start().map(|at| {
            let words = texts.get().next_session;
            let before = slot_words(store, words, deadline(at, &contract.get()));
            view! { <p>{names.with(|names| (words.recoverable)(&before, &names.mentor))}</p> }
        })
    };
    view! {
        <div class="booking__answer">
            <p class="booking__date">{move || large()}</p>
            <div class="hint">
                <Elsewhere start=Signal::derive(start)/>
                {move || recoverable()}
            </div>
        </div>
    }
}

/// The clock of whoever lives in another zone than the pair's.
#[component]
fn Elsewhere(start: Signal<Option<Instant>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let away = store.read(|pair| {
        let ours = pair.zone().cloned();
        [PersonId::MENTOR, PersonId::STUDENT]
            .into_iter()
            .filter_map(|person| {
                let zone = pair.person(person.role()).zone.clone()?;
                (Some(&zone) != ours.as_ref()).then_some((person.role(), zone))
            })
            .collect::<Vec<(Role, _)>>()
    });
    move || {
        let at = start.get()?;
        let words = texts.get().next_session;
        let formats = store.formats();
        let here = at.day(&store.zone());
        let lines = away.get().into_iter().filter_map(|(role, name)| {
            // A zone that this browser does not know has no clock to show.
            let there = IntlZone::named(&name)?;
            let time = formats.time(at.wall_time(&there));
            let line = names.with(|names| {
                if at.day(&there) == here {
                    (words.also_for)(names.of(role), &name.city(), &time)
                } else {
                    (words.also_for_other_day)(names.of(role), &name.city(), &formats.day(at.day(&there)), &time)
                }
            });
            Some(view! { <p>{line}</p> })
        });
        Some(lines.collect_view())
    }
}

/// The same slot a week later: offered, or already booked.
#[component]
fn WeekAfter(agenda: Memo<Agenda>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    // A day later by the calendar, not by 7 × 24 hours: clocks may change in between.
    let same_slot = move |booking: Booking| {
        let zone = store.zone();
        let day = days_after(booking.start.day(&zone), 7);
        Booking { start: instant_of(day, booking.start.wall_time(&zone), &zone), ..booking }
    };
    let words = move |at: Instant| slot_words(store, texts.get().next_session, at);
    let offer = move |slot: Booking| {
        let book = move || {
            if let Some(id) = SessionId::parse(&new_id()) {
                // A slot a week after a session to come is to come too.
                let _ = store.dispatch(Command::Book(id, slot));
                store.announce((texts.get_untracked().next_session.booked_also)(&words(slot.start)));
            }
        };
        view! {
            <p>{say(|t| t.next_session.week_after)}</p>
            <Button on_click=book>{move || (texts.get().next_session.book_also)(&words(slot.start))}</Button>
        }
    };
    let booked = move |(id, slot): Booked| {
        // Taken back elsewhere meanwhile is as good as taken back here.
        let unbook = move || {
            let _ = store.dispatch(Command::Unbook(id.clone()));
        };
        view! {
            <p>{move || (texts.get().next_session.booked_also)(&words(slot.start))}</p>
            <Button
                kind=ButtonKind::Quiet
                label=move || (texts.get().next_session.unbook)(&words(slot.start))
                on_click=unbook
            >
                {say(|t| t.goal_editor.remove)}
            </Button>
        }
    };
    move || {
        let Agenda { next, after } = agenda.get();
        let (_, next) = next?;
        let inside = match after {
            Some(after) => booked(after).into_any(),
            None => offer(same_slot(next)).into_any(),
        };
        Some(view! { <div class="booking__after">{inside}</div> })
    }
}
