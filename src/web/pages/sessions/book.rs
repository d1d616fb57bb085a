//! Booking a session of any kind, and noting one that took place without having been booked.

use leptos::prelude::*;

use crate::domain::time::{days_after, instant_of};
use crate::domain::track::mode_of;
use crate::domain::{
    Booking, Command, Instant, Pairing, ProjectId, Refusal, Session, SessionCommand, SessionId, SessionKind,
    SessionState, StandingCommand, TrackCommand,
};
use crate::web::dispatch::{Store, new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::moment::{Moment, MomentFields, typed};
use crate::web::pages::next_session::{follow_with_goals, on_the_half_hour, slot_words};
use crate::web::pages::session::{KindChoice, Refused, SameWeekNote, TOO_SOON};
use crate::web::platform::IntlZone;
use crate::web::ui::{Button, FieldWidth, Input, MarginNote};

/// What is being typed of a session.
#[derive(Clone, Copy)]
struct Draft {
    kind: RwSignal<(SessionKind, Option<ProjectId>)>,
    moment: Moment,
    minutes: RwSignal<String>,
    refused: RwSignal<Option<Refusal>>,
}

impl Draft {
    fn new(moment: Moment, minutes: u32) -> Self {
        Self {
            kind: RwSignal::new((SessionKind::default(), None)),
            moment,
            minutes: RwSignal::new(minutes.to_string()),
            refused: RwSignal::new(None),
        }
    }

    /// A length that is no number is for the record to refuse, in the same words as one out of range.
    fn read(self, store: Store) -> Option<Booking> {
        let minutes = self.minutes.with(|typed| typed.trim().parse().unwrap_or(0));
        Some(Booking { start: self.moment.read(store)?, minutes })
    }
}

/// The next time of the usual slot at which nothing is booked.
fn usual(store: Store) -> Option<Instant> {
    let now = store.now();
    store.pairing().with_untracked(|pair| {
        let pair = pair.as_deref()?;
        let slot = pair.organisation.slot.as_ref()?;
        let zone = IntlZone::named(&slot.zone)?;
        let starts = (0..8).map(|weeks| slot.in_week_of(days_after(now.day(&zone), 7 * weeks), &zone));
        let is_free = |start: &Instant| {
            let there =
                |state: Option<SessionState>| matches!(state, Some(SessionState::Booked(slot)) if slot.start == *start);
            *start > now.plus_minutes(TOO_SOON) && !pair.sessions.iter().any(|session| there(session.state))
        };
        starts.into_iter().find(is_free)
    })
}

/// No day yet, and the present time to the half-hour.
fn at_this_time(store: Store) -> Moment {
    let (zone, now) = (store.zone(), store.now());
    Moment::undated(store, instant_of(now.day(&zone), on_the_half_hour(now.wall_time(&zone)), &zone))
}

/// How long sessions of this pair are.
pub fn usual_minutes(pair: &Pairing) -> u32 {
    // A defence has a length of its own.
    let mut weekly = pair.sessions.iter().rev().filter(|session| session.kind == SessionKind::Mentoring);
    weekly.find_map(Session::booking).map_or_else(|| pair.call.length(), |slot| slot.minutes)
}

fn minutes_here(store: Store) -> u32 {
    store.pairing().with_untracked(|pair| pair.as_deref().map_or(45, usual_minutes))
}

#[component]
fn Fields(draft: Draft, length: Signal<&'static str>) -> impl IntoView {
    let texts = use_texts();
    let of_length = move |refusal: &Refusal| *refusal == Refusal::LengthOutOfRange;
    view! {
        <KindChoice chosen=draft.kind on_choose=move |kind, project| draft.kind.set((kind, project))/>
        <MomentFields legend=say(|t| t.sessions().when) moment=draft.moment/>
        <Input
            label=length
            suffix=say(|t| t.session().minutes_unit)
            value=draft.minutes
            inputmode="numeric"
            maxlength=3
            width=FieldWidth::Short
            error=Signal::derive(move || {
                draft.refused.get().filter(of_length).map(|refusal| texts.get().refusals().of(refusal).to_owned())
            })
        />
        <Refused refused=Signal::derive(move || draft.refused.get().filter(|refusal| !of_length(refusal)))/>
    }
}

/// Books a session of that kind; one that names its project is an attempt at it, which the path has to allow.
fn book_as(
    store: Store,
    id: SessionId,
    booking: Booking,
    (kind, project): (SessionKind, Option<ProjectId>),
) -> Result<(), Refusal> {
    let mode = store.pairing().with_untracked(|pair| {
        let project = project.as_ref()?;
        pair.as_ref().and_then(|pair| pair.project(project)?.mode)
    });
    match (project, mode_of(kind)) {
        (Some(_), Some(wanted)) if mode.is_some_and(|mode| mode != wanted) => Err(Refusal::OtherMode),
        (Some(project), Some(_)) => store.dispatch(Command::Track(TrackCommand::Book(project, id, booking))),
        _ => {
            store.dispatch(Command::Book(id.clone(), booking))?;
            if kind == SessionKind::default() {
                return Ok(());
            }
            store.dispatch(Command::Session(SessionCommand::Standing(StandingCommand::SetKind(id, kind, None))))
        }
    }
}

/// Booking.
#[component]
pub fn Book() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let begin = usual(store).map_or_else(|| at_this_time(store), |start| Moment::new(store, start));
    let draft = Draft::new(begin, minutes_here(store));
    let slot = move |at: Instant| slot_words(store, texts.get().next_session(), at);
    let words = move || {
        let words = texts.get().sessions();
        draft.moment.read(store).map_or_else(|| words.book_plain.to_owned(), |at| (words.book)(&slot(at)))
    };
    let book = move || {
        let Some(booking) = untrack(|| draft.read(store)) else { return };
        let Some(id) = SessionId::parse(&new_id()) else { return };
        let outcome = book_as(store, id, booking, draft.kind.get_untracked());
        if outcome.is_ok() {
            let next = store.pairing().with_untracked(|pair| {
                pair.as_ref().and_then(|pair| pair.next_session(store.now()).map(|(_, slot)| slot.start))
            });
            if next == Some(booking.start) {
                follow_with_goals(store, None, booking.start);
            }
            store.announce((texts.get_untracked().sessions().booked_said)(&untrack(|| slot(booking.start))));
            // The next free slot waits in the fields.
            draft.kind.set((SessionKind::default(), None));
            if let Some(next) = usual(store) {
                draft.moment.set(typed(store, next));
            }
        }
        draft.refused.set(outcome.err());
    };
    let kind = Signal::derive(move || draft.kind.with(|(kind, _)| *kind));
    view! {
        <MarginNote title=say(|t| t.sessions().book_title)>
            <div class="calc__ask" id="book">
                <Fields draft=draft length=say(|t| t.next_session().minutes)/>
                <SameWeekNote id=None kind=kind start=Signal::derive(move || draft.moment.read(store))/>
                <p class="actions">
                    <Button on_click=book>{words}</Button>
                </p>
                <p class="hint">{say(|t| t.sessions().book_note)}</p>
            </div>
        </MarginNote>
    }
}

/// People forget: a session that took place is noted with its day, its time and its length.
#[component]
pub fn Recall() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let is_open = RwSignal::new(false);
    let draft = Draft::new(at_this_time(store), minutes_here(store));
    let note = move || {
        let Some(slot) = untrack(|| draft.read(store)) else { return };
        let Some(id) = SessionId::parse(&new_id()) else { return };
        let (kind, project) = draft.kind.get_untracked();
        let stand = |command| store.dispatch(Command::Session(SessionCommand::Standing(command)));
        let outcome = stand(StandingCommand::Recall(id.clone(), kind, slot.start, slot.minutes));
        if outcome.is_ok() {
            if project.is_some() {
                let _ = stand(StandingCommand::SetKind(id, kind, project));
            }
            store.announce(texts.get_untracked().sessions().recalled_said.to_owned());
            is_open.set(false);
            focus_soon(&["#sessions-past", "main h1"]);
        }
        draft.refused.set(outcome.err());
    };
    view! {
        <MarginNote title=say(|t| t.sessions().recall_title)>
            <p>{say(|t| t.sessions().recall_note)}</p>
            <Show
                when=move || is_open.get()
                fallback=move || {
                    view! {
                        <p class="actions">
                            <Button
                                on_click=move || {
                                    is_open.set(true);
                                    focus_soon(&["#recall select"]);
                                }
                            >
                                {say(|t| t.sessions().recall)}
                            </Button>
                        </p>
                    }
                }
            >
                <div class="calc__ask" id="recall">
                    <Fields draft=draft length=say(|t| t.session().lasted)/>
                    <p class="actions">
                        <Button on_click=note>{say(|t| t.sessions().recall)}</Button>
                    </p>
                </div>
            </Show>
        </MarginNote>
    }
}
