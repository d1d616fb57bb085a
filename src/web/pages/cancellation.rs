//! R3 as a calculator: when a session is cancelled, until when it is recoverable, and what is missing. Nothing of it is recorded.

use leptos::prelude::*;

use super::guide_link::LinkOut;
use super::moment::{Moment, MomentFields, typed};
use super::names::use_names;
use super::reading::use_reading;
use crate::domain::rule::answer::GuideRule;
use crate::domain::rule::cancellation::{Cancellation, Ruling};
use crate::domain::sorting;
use crate::domain::time::{days_after, instant_of};
use crate::domain::{Instant, Role};
use crate::i18n::{Formats, GuideLink, Said};
use crate::web::app::use_screen;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::platform::IntlZone;
use crate::web::route::{Route, rule_href};
use crate::web::ui::{Button, ButtonKind, Choices, ChoicesLook, NoticeLine, Part};

/// The session people most likely ask about: the next one, else the usual slot's next time, else this time next week.
fn likely_session(store: Store) -> Instant {
    let now = store.now();
    let known = store.pairing().with(|pair| {
        let pair = pair.as_deref()?;
        let booked = pair.next_session(now).map(|(_, booking)| booking.start);
        booked.or_else(|| {
            pair.organisation.slot.as_ref().and_then(|slot| Some(slot.next(now, &IntlZone::named(&slot.zone)?)))
        })
    });
    known.unwrap_or_else(|| {
        let zone = store.zone();
        instant_of(days_after(now.day(&zone), 7), now.wall_time(&zone), &zone)
    })
}

/// What is asked of a cancellation.
#[derive(Clone, Copy)]
struct Asked {
    by: RwSignal<Role>,
    session: Moment,
    told: Moment,
    agreed: RwSignal<Option<bool>>,
    new_slot: RwSignal<bool>,
}

impl Asked {
    fn cancellation(self, store: Store) -> Option<Cancellation> {
        Some(Cancellation {
            start: self.session.read(store)?,
            told: self.told.read(store)?,
            by: self.by.get(),
            agreed: self.agreed.get(),
            new_slot: self.new_slot.get(),
        })
    }
}

/// The calculator.
#[component]
pub fn CancellationCalculator() -> impl IntoView {
    let store = use_store();
    let now = store.now();
    let asked = Asked {
        by: RwSignal::new(Role::Student),
        session: Moment::new(store, untrack(|| likely_session(store))),
        told: Moment::new(store, now),
        agreed: RwSignal::new(None),
        new_slot: RwSignal::new(false),
    };
    // The moment of telling is now, until somebody says another.
    let present = RwSignal::new(typed(store, now));
    Effect::new(move |_| {
        let fresh = typed(store, store.minute().get());
        asked.told.follow(Some(&present.get_untracked()), &fresh);
        present.set(fresh);
    });
    // The session is the one that the record says, until somebody asks about another.
    Effect::new(move |before: Option<(String, String)>| {
        let fresh = typed(store, likely_session(store));
        asked.session.follow(before.as_ref(), &fresh);
        fresh
    });
    let is_now = Memo::new(move |_| present.with(|present| asked.told.shown() == *present));
    let contract = store.read(|pair| pair.contract);
    let answer = Memo::new(move |_| {
        asked.cancellation(store).map(|cancellation| (cancellation, cancellation.ruling(&contract.get())))
    });
    view! {
        <Part title=say(|t| t.cancellation().title) note=say(|t| t.cancellation().note)>
            <div class="calc">
                <Questions asked=asked is_now=is_now on_now=move || asked.told.set(present.get_untracked())/>
                <Answer answer=answer/>
            </div>
        </Part>
    }
}

/// The questions, on the left.
#[component]
fn Questions(asked: Asked, is_now: Memo<bool>, #[prop(into)] on_now: Callback<()>) -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let who = Signal::derive(move || {
        names.with(|names| [Role::Student, Role::Mentor].map(|role| (role, names.of(role).to_owned())).to_vec())
    });
    let agreed = Signal::derive(move || {
        let words = texts.get();
        vec![
            (Some(true), words.common().yes.to_owned()),
            (Some(false), words.common().no.to_owned()),
            (None, words.cancellation().not_yet.to_owned()),
        ]
    });
    let slot = Signal::derive(move || {
        let words = texts.get().common();
        vec![(true, words.yes.to_owned()), (false, words.no.to_owned())]
    });
    let student = move || asked.by.get() == Role::Student;
    let told =
        Signal::derive(move || names.with(|names| (texts.get().cancellation().told_legend)(names.of(asked.by.get()))));
    view! {
        <div class="calc__ask">
            <Choices
                legend=say(|t| t.cancellation().by_legend)
                options=who
                value=Signal::derive(move || Some(asked.by.get()))
                on_choose=move |role| asked.by.set(role)
                look=ChoicesLook::Segments
            />
            <MomentFields legend=say(|t| t.cancellation().session_legend) moment=asked.session/>
            <div>
                <MomentFields legend=told moment=asked.told/>
                <Show when=move || !is_now.get()>
                    <Button kind=ButtonKind::Quiet on_click=on_now>{say(|t| t.cancellation().told_now)}</Button>
                </Show>
            </div>
            <Show when=student>
                <Choices
                    legend=move || names.with(|names| (texts.get().cancellation().agreed_legend)(&names.mentor))
                    options=agreed
                    value=Signal::derive(move || Some(asked.agreed.get()))
                    on_choose=move |said| asked.agreed.set(said)
                    look=ChoicesLook::Segments
                />
                <Choices
                    legend=say(|t| t.cancellation().new_slot_legend)
                    options=slot
                    value=Signal::derive(move || Some(asked.new_slot.get()))
                    on_choose=move |set| asked.new_slot.set(set)
                    look=ChoicesLook::Segments
                />
            </Show>
        </div>
    }
}

/// The answer, on the right: what becomes of the session, why, what is missing, and where the rule stands.
#[component]
pub fn Answer(answer: Memo<Option<(Cancellation, Ruling)>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let words = move || {
        let words = texts.get();
        let Said { large, why, lacking } = match answer.get() {
            Some((cancellation, ruling)) => {
                reading.with(|labels| words.cancellation().said(&cancellation, &ruling, labels))
            }
            None => Said {
                large: words.cancellation().unread.to_owned(),
                why: words.cancellation().unread_why.to_owned(),
                lacking: None,
            },
        };
        let lacking = lacking.map(|lacking| view! { " " <span class="to-sharpen">{lacking}</span> "." });
        view! {
            <p class="booking__date">{large}</p>
            <p>{why} {lacking}</p>
        }
    };
    let contract = store.read(|pair| pair.contract);
    let screen = use_screen();
    let by_student = move || answer.with(|answer| answer.is_some_and(|(asked, _)| asked.by == Role::Student));
    let note = move || {
        let words = texts.get().cancellation();
        match answer.with(|answer| answer.map(|(asked, _)| asked.by)) {
            Some(Role::Mentor) => names.with(|names| (words.assumption)(&names.mentor)),
            _ => (words.reading)(contract.get().notice_hours),
        }
    };
    view! {
        <div class="calc__answer">
            <div class="calc__said" role="status">{words}</div>
            <Show when=by_student>
                <Line answer=answer/>
            </Show>
            <div class="hint">
                <p>{note}</p>
                <p><LinkOut to=GuideLink::ManageSessions/></p>
                <Show when=move || screen.get() != Route::Rules>
                    <p>
                        <a href=rule_href(GuideRule::Cancellation)>{say(|t| t.common().whole_rule)}</a>
                    </p>
                </Show>
            </div>
        </div>
    }
}

/// The line from telling to the session, with the moment that parts early from late.
#[component]
fn Line(answer: Memo<Option<(Cancellation, Ruling)>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    move || {
        let (cancellation, ruling) = answer.get()?;
        let words = texts.get().cancellation();
        let (formats, zone) = (store.formats(), store.zone());
        let short = |at: Instant| {
            let day = at.day(&zone);
            format!(
                "{}\u{a0}{} {}",
                formats.weekday_short(day),
                formats.day_month(day),
                formats.time(at.wall_time(&zone))
            )
        };
        let told = (names.with(|names| (words.mark_told)(&names.student)), cancellation.told);
        let mut marks = vec![
            ((words.mark_limit)(ruling.hours), ruling.deadline),
            (words.mark_session.to_owned(), cancellation.start),
            told,
        ];
        sorting::sort_by_key(&mut marks, |(_, at)| *at);
        let marks = marks.into_iter().map(|(label, at)| view! { <div><dt>{label}</dt><dd>{short(at)}</dd></div> });
        Some(view! {
            <div>
                <NoticeLine notice=ruling.notice limit=i64::from(ruling.hours) * 60/>
                <dl class="calc__marks">{marks.collect_view()}</dl>
            </div>
        })
    }
}
