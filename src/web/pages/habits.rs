//! What the two decide of their weeks: the usual slot, messages between sessions, how sessions are prepared.

use chrono::Datelike;
use leptos::prelude::*;
use std::collections::BTreeSet;

use super::names::use_names;
use super::next_session::on_the_half_hour;
use super::profile::OwnReach;
use super::settings::ZoneField;
use crate::domain::organisation::Elsewhere;
use crate::domain::schema::{self, name};
use crate::domain::sorting::Gather as _;
use crate::domain::time::{days_after, monday_of};
use crate::domain::{
    Channel, Command, Day, OrganisationCommand, Pairing, PersonId, Role, Slot, WallTime, Weekday, ZoneName,
};
use crate::i18n::{Formats, weekday_words};
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::platform::IntlZone;
use crate::web::ui::{
    Button, ButtonKind, Checkbox, DayChoice, DayPicker, FieldWidth, Input, Select, TextArea, TextField, fresh_id,
};

/// Asks for a change of how the two work together. Refused are only delays that no list offers.
fn order(store: Store, command: OrganisationCommand) {
    let _ = store.dispatch(Command::Organisation(command));
}

/// The Monday of some week: the usual slot has days, but no date.
fn some_monday() -> Day {
    days_after(monday_of(Day::default()), 7)
}

/// The usual slot: a day of the week, a wall time, and where it is read.
#[component]
pub fn SlotEditor() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let slot = store.read(|pair| pair.organisation.slot.clone());
    let time = RwSignal::new(
        slot.with_untracked(|slot| slot.as_ref().map_or_else(|| likely_time(store), |slot| slot.time).to_string()),
    );
    Effect::new(move |_| {
        if let Some(slot) = slot.get() {
            time.set(slot.time.to_string());
        }
    });
    let put = move |weekday: Weekday| {
        let Some(at) = WallTime::parse(&time.get_untracked()) else { return };
        let zone = slot.with_untracked(|slot| slot.as_ref().map(|slot| slot.zone.clone()));
        let zone = zone.unwrap_or_else(|| store.zone().name().clone());
        order(store, OrganisationCommand::SetSlot(Some(Slot { weekday, time: at, zone })));
    };
    let put_time = move || {
        if let Some(slot) = slot.get_untracked() {
            put(slot.weekday);
        }
    };
    let days = Signal::derive(move || {
        let _ = texts.get();
        let formats = store.formats();
        (0..7)
            .map(|after| {
                let day = days_after(some_monday(), after);
                DayChoice {
                    day,
                    weekday: formats.weekday_short(day),
                    number: String::new(),
                    full: formats.weekday(day),
                }
            })
            .collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        slot.with(|slot| slot.as_ref().map(|slot| days_after(some_monday(), after_monday(slot.weekday))))
    });
    let city = store.read(|pair| {
        pair.organisation
            .slot
            .as_ref()
            .map(|slot| slot.zone.clone())
            .or_else(|| pair.zone().cloned())
            .map(|it| it.city())
    });
    view! {
        <DayPicker
            legend=say(|t| t.organisation().slot_legend)
            days=days
            value=chosen
            on_choose=move |day: Day| put(day.weekday())
        />
        <div class="booking__slot">
            <div class="booking__fields">
                <Input
                    label=move || {
                        let words = texts.get().next_session();
                        city.get().map_or_else(|| words.time.to_owned(), |city| (words.time_in)(&city))
                    }
                    value=time
                    input_type="time"
                    width=FieldWidth::Medium
                    on_change=put_time
                />
            </div>
            <SlotSaid usual=slot/>
        </div>
        <Zones usual=slot/>
    }
}

fn after_monday(weekday: Weekday) -> u64 {
    weekday.num_days_from_monday().into()
}

/// The time at which the two meet anyhow: the next session's, else the call's own.
fn likely_time(store: Store) -> WallTime {
    let zone = store.zone();
    let known = store.pairing().with_untracked(|pair| {
        let pair = pair.as_deref()?;
        pair.next_session(store.now()).map(|(_, booking)| booking.start).or(pair.call.started)
    });
    on_the_half_hour(known.unwrap_or_else(|| store.now()).wall_time(&zone))
}

/// The zone in which somebody lives: their own, else the pair's.
fn lives_in(pair: &Pairing, role: Role) -> Option<ZoneName> {
    pair.person(role).zone.as_ref().or(pair.zone()).cloned()
}

/// The slot in one large sentence, and as the clocks of whoever lives elsewhere show it.
#[component]
fn SlotSaid(usual: Memo<Option<Slot>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let zones = store.read(|pair| [Role::Mentor, Role::Student].map(|role| (role, lives_in(pair, role))).to_vec());
    let large = move || {
        let words = texts.get().organisation();
        let formats = store.formats();
        usual.with(|slot| match slot {
            Some(slot) => (words.slot_large)(&weekday_words(&formats, slot.weekday), &formats.time(slot.time)),
            None => words.slot_none.to_owned(),
        })
    };
    let elsewhere = move || {
        let slot = usual.get()?;
        let here = IntlZone::named(&slot.zone)?;
        let words = texts.get().organisation();
        let (formats, now) = (store.formats(), store.minute().get());
        let mut varies = false;
        let lines = zones
            .get()
            .into_iter()
            .filter_map(|(role, zone)| {
                let zone = zone.filter(|zone| *zone != slot.zone)?;
                // A zone that this browser does not know has no clock to show.
                let there = IntlZone::named(&zone)?;
                let read = slot.elsewhere(now, &here, &there);
                varies |= read.varies;
                let Elsewhere { weekday, time, .. } = read;
                let (day, time) = (weekday_words(&formats, weekday), formats.time(time));
                Some(names.with(|names| (words.slot_for)(names.of(role), &zone.city(), &day, &time)))
            })
            .map(|line| view! { <p>{line}</p> })
            .collect_view();
        Some(view! { {lines} {varies.then(|| view! { <p>{words.slot_varies}</p> })} })
    };
    let remove = move || order(store, OrganisationCommand::SetSlot(None));
    view! {
        <div class="booking__answer">
            <p class="booking__date">{large}</p>
            <div class="hint">{elsewhere}</div>
            <Show when=move || usual.with(Option::is_some)>
                <p>
                    <Button kind=ButtonKind::Quiet on_click=remove>{say(|t| t.organisation().slot_remove)}</Button>
                </p>
            </Show>
        </div>
    }
}

/// Where each of the two lives, for those whose clocks differ. Four hundred zones are listed only once somebody asks.
#[component]
fn Zones(usual: Memo<Option<Slot>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let open = RwSignal::new(false);
    let pair_zone = store.read(|pair| pair.zone().cloned());
    let own = move |role: Role| store.read(move |pair| pair.person(role).zone.clone());
    let person = move |role: Role| {
        view! {
            <ZoneField
                label=move || names.with(|names| (texts.get().settings().own_zone)(names.of(role)))
                hint=|words| words.own_zone_hint
                value=own(role)
                put=move |zone| store.dispatch(Command::SetPersonZone(PersonId::of(role), zone)).is_ok()
            />
        }
    };
    let put_pair_zone = move |zone: ZoneName| {
        // The usual slot is read in the zone of all other dates.
        if let Some(slot) = usual.get_untracked() {
            order(store, OrganisationCommand::SetSlot(Some(Slot { zone: zone.clone(), ..slot })));
        }
        store.dispatch(Command::SetZone(zone)).is_ok()
    };
    view! {
        <details
            class="zones"
            on:toggle=move |event| {
                open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
            }
        >
            <summary>{say(|t| t.organisation().zones)}</summary>
            <Show when=move || open.get()>
                <div class="zones__fields">
                    <ZoneField
                        label=move || texts.get().settings().pair_zone.to_owned()
                        hint=|words| words.pair_zone_hint
                        value=pair_zone
                        put=put_pair_zone
                    />
                    {person(Role::Mentor)}
                    {person(Role::Student)}
                </div>
            </Show>
        </details>
    }
}

/// Delays on offer, in hours.
pub const DELAYS: [u32; 5] = [12, 24, 48, 72, 168];

/// A delay among those on offer, with the present one among them.
#[component]
fn Delay(
    #[prop(into)] label: Signal<String>,
    value: Memo<Option<u32>>,
    /// Whether it is counted before a session.
    #[prop(optional)]
    before: bool,
    on_choose: impl Fn(Option<u32>) + Send + Sync + 'static,
) -> impl IntoView {
    let texts = use_texts();
    let options = Signal::derive(move || {
        let words = texts.get().organisation();
        let hours: BTreeSet<u32> = DELAYS.into_iter().chain(value.get()).gather();
        let named = hours.into_iter().map(|hours| {
            let delay = words.delay(hours);
            (Some(hours), if before { (words.prepare_before)(&delay) } else { delay })
        });
        std::iter::once((None, words.to_agree.to_owned())).chain(named).collect::<Vec<_>>()
    });
    view! { <Select label=move || label.get() options=options value=value on_choose=on_choose width=FieldWidth::Medium/> }
}

/// Where the two write to each other, and how soon each answers.
#[component]
pub fn MessagesEditor() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let boxes = Channel::ALL
        .map(|channel| {
            let used = store.read(move |pair| pair.organisation.channels.contains(&channel));
            let use_it = move |yes| order(store, OrganisationCommand::UseChannel(channel, yes));
            view! {
                <Checkbox label=move || texts.get().organisation().channel(channel) checked=used on_change=use_it/>
            }
        })
        .collect_view();
    let answers = [PersonId::MENTOR, PersonId::STUDENT]
        .map(|person| {
            let hours = store.read(move |pair| pair.organisation.answers.get(&person).copied());
            let label = Signal::derive(move || {
                names.with(|names| (texts.get().organisation().answers)(names.of(person.role())))
            });
            view! {
                <Delay
                    label=label
                    value=hours
                    on_choose=move |hours| order(store, OrganisationCommand::SetAnswerHours(person, hours))
                />
            }
        })
        .collect_view();
    let legend = fresh_id("channels");
    let named_by = legend.clone();
    view! {
        <div class="habit__columns">
            <div role="group" aria-labelledby=named_by>
                <p class="field__label" id=legend>{say(|t| t.organisation().channels_legend)}</p>
                <div class="habit__boxes">{boxes}</div>
            </div>
            <div class="habit__fields">
                {answers}
                <TextField
                    label=say(|t| t.organisation().channels_note)
                    tag=say(|t| t.common().optional)
                    hint=say(|t| t.organisation().channels_hint)
                    path=schema::organisation(name::CHANNELS)
                />
                <OwnReach/>
            </div>
        </div>
    }
}

/// How sessions are prepared.
#[component]
pub fn PreparationEditor() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let hours = store.read(|pair| pair.organisation.prepare_hours);
    let label = Signal::derive(move || names.with(|names| (texts.get().organisation().prepare)(&names.student)));
    view! {
        <div class="habit__columns">
            <Delay
                label=label
                value=hours
                before=true
                on_choose=move |hours| order(store, OrganisationCommand::SetPrepareHours(hours))
            />
            <TextArea
                label=say(|t| t.organisation().preparation)
                tag=say(|t| t.common().optional)
                hint=say(|t| t.organisation().preparation_hint)
                path=schema::organisation(name::PREPARATION)
                rows=1
            />
        </div>
    }
}
