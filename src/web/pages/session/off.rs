//! A session that does not take place: what the rule says of it, what is still missing and until when, and what replaces it.

use leptos::prelude::*;

use super::change::{Refused, use_agreement};
use super::correct::Correction;
use super::facts::{Facts, KindNote};
use super::note::PrivateNote;
use super::slot::{NewSlot, NewSlotChoice};
use super::{SessionList, use_here};
use crate::domain::rule::answer::GuideRule;
use crate::domain::rule::cancellation::{Cancellation, Ruling, Verdict};
use crate::domain::{Booking, Instant, Role, Session, SessionId, StandingCommand};
use crate::i18n::{Labels, capitalised};
use crate::web::app::PageTitle;
use crate::web::dispatch::new_id;
use crate::web::locale::{say, use_texts};
use crate::web::pages::calendar::SessionDates;
use crate::web::pages::guide_link::LinkOut;
use crate::web::pages::names::use_names;
use crate::web::pages::next_session::{follow_with_goals, slot_words};
use crate::web::pages::reading::use_reading;
use crate::web::pages::sessions::WholeRule;
use crate::web::route::session_href;
use crate::web::ui::{Button, ButtonKind, Choices, ChoicesLook, LinkButton, Part};

/// What the rule says of the session on screen.
fn use_ruling() -> Memo<Option<(Cancellation, Ruling)>> {
    let here = use_here();
    let id = here.id;
    here.store.read(move |pair| {
        let cancellation = Cancellation::of(pair, pair.session(&id)?)?;
        Some((cancellation, cancellation.ruling(&pair.contract)))
    })
}

/// The session that stands in for the one on screen: which, its number and its slot.
fn use_stand_in() -> Memo<Option<(SessionId, usize, Booking)>> {
    let here = use_here();
    let id = here.id;
    here.store.read(move |pair| {
        let other = pair.stand_in(pair.session(&id)?)?;
        Some((other.id.clone(), pair.session_number(&other.id)?, other.booking()?))
    })
}

/// What became of it, in one sentence, and why in another.
fn said((cancellation, ruling): &(Cancellation, Ruling), now: Instant, labels: &Labels<'_>) -> (String, String) {
    let (words, calc) = (labels.words.standing(), labels.words.cancellation());
    let notice = calc.notice(ruling.notice, labels);
    let name = if cancellation.by == Role::Mentor { labels.mentor } else { labels.student };
    let told = if ruling.notice > 0 { (words.off_told)(name, &notice) } else { String::new() };
    match ruling.verdict {
        Verdict::NothingLost => ((calc.nothing_lost)(labels.student), (calc.assumption)(labels.mentor)),
        Verdict::Recoverable => (words.off_recoverable.to_owned(), told),
        Verdict::NotYet(_) if now < ruling.deadline => ((calc.recoverable)(&labels.moment(ruling.deadline)), told),
        Verdict::NotYet(_) => (words.off_not_yet.to_owned(), told),
        Verdict::Declined => ((words.off_declined)(labels.mentor), words.off_declined_why.to_owned()),
        Verdict::Late { exactly: true } => ((words.off_late_exactly)(ruling.hours), told),
        Verdict::Late { exactly: false } => ((words.off_late)(&labels.moment(ruling.deadline)), told),
        Verdict::Absent => (words.off_absent.to_owned(), calc.absent_why.to_owned()),
    }
}

/// The screen of a session that does not take place.
#[component]
pub fn Off() -> impl IntoView {
    let here = use_here();
    let (store, dates) = (here.store, here.id.clone());
    let texts = use_texts();
    let reading = use_reading();
    let (title, called, moment) = (here.title(), here.named(), here.moment());
    let slot = here.read(Session::booking);
    let is_past = Memo::new(move |_| slot.get().is_some_and(|slot| slot.start <= store.minute().get()));
    let heading = move || {
        let words = texts.get().standing();
        if is_past.get() { words.off_title_past } else { words.off_title }
    };
    let ruling = use_ruling();
    let hours = store.read(|pair| pair.contract.notice_hours);
    let answer = move || {
        let now = store.minute().get();
        let (large, why) = ruling
            .with(|ruling| ruling.as_ref().map(|ruling| reading.with(|labels| said(ruling, now, labels))))
            .unwrap_or_default();
        view! {
            <p class="booking__date">{large}</p>
            <p>{why}</p>
        }
    };
    let stand_in = use_stand_in();
    let replaced = move || {
        let (id, number, slot) = stand_in.get()?;
        let words = texts.get();
        let named = (words.session().named)(number);
        let said = (words.standing().off_made_up)(&named, &reading.moment(slot.start));
        Some(view! {
            <p>{capitalised(&said)}</p>
            <p class="actions">
                <LinkButton kind=ButtonKind::Primary href=session_href(&id)>{(words.standing().go_to)(&named)}</LinkButton>
            </p>
        })
    };
    view! {
        <PageTitle text=Signal::derive(move || capitalised(&(texts.get().standing().off_page)(&called.get())))/>
        <div class="opening">
            <p class="eyebrow">{move || (texts.get().session().of_day)(&title.get(), &moment.get())}</p>
            <h1 tabindex="-1">{heading}</h1>
            <Facts/>
        </div>
        <div class="split">
            <div class="stack stack--wide">
                <div class="calc__said" role="status">
                    {answer}
                    {replaced}
                </div>
                <Missing ruling=ruling/>
                <div class="hint">
                    <p>{move || (texts.get().cancellation().reading)(hours.get())}</p>
                    <p><LinkOut to=crate::i18n::GuideLink::ManageSessions/></p>
                    <WholeRule rule=GuideRule::Cancellation/>
                </div>
            </div>
            <div class="margin">
                <KindNote/>
                <Correction/>
                <SessionDates id=dates/>
                <PrivateNote/>
            </div>
        </div>
        <SessionList/>
    }
}

/// What is still missing, until when, and both to give here: the mentor's word, and a new slot.
#[component]
fn Missing(ruling: Memo<Option<(Cancellation, Ruling)>>) -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let stand_in = use_stand_in();
    let agreed = here.read(|session| Some(session.agreed));
    let verdict = Memo::new(move |_| ruling.with(|ruling| ruling.as_ref().map(|(_, ruling)| ruling.verdict)));
    let asks_word =
        move || matches!(verdict.get(), Some(Verdict::NotYet(_) | Verdict::Declined | Verdict::Recoverable));
    let note = move || {
        let words = texts.get();
        let Verdict::NotYet(lacking) = verdict.get()? else { return None };
        let lacking = names.with(|names| words.cancellation().lacking(lacking, &names.mentor));
        let (deadline, hours) =
            ruling.with(|ruling| ruling.as_ref().map(|(_, ruling)| (ruling.deadline, ruling.hours)))?;
        let until = if store.minute().get() < deadline {
            (words.standing().off_until)(&reading.moment(deadline))
        } else {
            (words.standing().off_no_date)(hours)
        };
        Some(view! {
            <p>
                {words.standing().off_missing}
                " "
                <span class="to-sharpen">{lacking}</span>
                ". "
                {until}
            </p>
        })
    };
    let agree = {
        let here = here.clone();
        Callback::new(move |said: Option<bool>| {
            // Refused only once it was corrected elsewhere, and then its screen says so.
            let _ = here.stand(StandingCommand::Agree(here.id.clone(), said));
        })
    };
    let slot = here.read(Session::booking);
    let new_slot = move || {
        let slot = slot.get()?;
        stand_in.with(Option::is_none).then(|| view! { <Anew booked=slot/> })
    };
    view! {
        <div class="session-missing">
            {note}
            <Show when=asks_word>
                <Choices
                    legend=move || names.with(|names| (texts.get().standing().off_agreement)(&names.mentor))
                    options=use_agreement()
                    value=agreed
                    on_choose=move |said| agree.run(said)
                    look=ChoicesLook::Segments
                />
            </Show>
            {new_slot}
        </div>
    }
}

/// A new slot in its place.
#[component]
fn Anew(booked: Booking) -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let anew = NewSlot::new(store, booked, false);
    let refused = RwSignal::new(None);
    let words = move || {
        let words = texts.get();
        anew.read(store).map_or_else(
            || words.dashboard().book.to_owned(),
            |anew| (words.standing().off_book)(&slot_words(store, words.next_session(), anew.start)),
        )
    };
    let act = move || {
        let Some(anew) = untrack(|| anew.read(store)) else { return };
        let Some(id) = SessionId::parse(&new_id()) else { return };
        let outcome = here.stand(StandingCommand::Replace(here.id.clone(), id, anew));
        if outcome.is_ok() {
            follow_with_goals(store, Some(booked.start), anew.start);
            let words = texts.get_untracked();
            store.announce((words.standing().off_booked_said)(&slot_words(store, words.next_session(), anew.start)));
        }
        refused.try_set(outcome.err());
    };
    view! {
        <Part title=say(|t| t.standing().replacement) slim=true>
            <div class="calc__ask">
                <NewSlotChoice legend=say(|t| t.standing().off_new_slot) choice=anew/>
                <Refused refused=refused/>
                <p class="actions">
                    <Button on_click=act>{words}</Button>
                </p>
            </div>
        </Part>
    }
}
