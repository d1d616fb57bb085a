//! What was noted wrongly is taken back, or corrected with its reason; and what copies brought together oddly, each with its mend.

use leptos::prelude::*;

use super::super::focus::focus_soon;
use super::super::reading::use_reading;
use super::Seen;
use super::acts::{Ask, AskForm, ModeChoice};
use crate::domain::schema::name;
use crate::domain::{
    Command, Finding, ProgrammeCommand, ProjectId, Session, SessionState, Stage, TrackCommand, TrackOddity, session,
};
use crate::i18n::{Labels, visible};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::session::Refused;
use crate::web::route::session_href;
use crate::web::ui::{Button, ButtonKind, LinkButton};

/// One way to put something right.
#[derive(Clone, Debug, PartialEq)]
enum Mend {
    /// Asked with a day or a reason.
    Ask(Ask),
    /// Done at once; undo brings it back.
    Do(Command, Taken),
    /// On the session's own screen.
    Session(crate::domain::SessionId),
    /// Choosing the mode anew.
    Mode,
}

/// What is taken back at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Deposit,
    Again,
    Told,
    Booking,
    Assessor,
    Day(crate::domain::Day),
}

impl Taken {
    fn words(self, labels: &Labels<'_>) -> String {
        let words = labels.words.path();
        match self {
            Self::Deposit => words.act_take_back_deposit,
            Self::Again => words.act_take_back_again,
            Self::Told => words.act_take_back_told,
            Self::Booking => words.act_unbook,
            Self::Assessor => words.act_assessor,
            Self::Day(day) => return (words.act_note_day)(&labels.formats.dated(day)),
        }
        .to_owned()
    }
}

/// What can be corrected of a project where it stands.
fn mends(seen: &Seen) -> Vec<Mend> {
    let project = seen.project.id.clone();
    let mut mends = Vec::new();
    let on = |session: &&Session| session.state.is_some_and(|state| !state.is_off());
    let last = seen.sessions.iter().rfind(on);
    let is_validated = matches!(seen.track.stage, Stage::Validated { .. });
    if let Some(last) = last {
        let (id, is_booked) = (last.id.clone(), matches!(last.state, Some(SessionState::Booked(_))));
        if last.result.is_none() && last.deposited.is_some() {
            mends.push(Mend::Do(Command::Track(TrackCommand::Deposit(id.clone(), None)), Taken::Deposit));
        }
        if last.finding() == Some(Finding::Conditional) && last.resubmitted.is_some() {
            mends.push(Mend::Do(Command::Track(TrackCommand::Resubmit(id.clone(), None)), Taken::Again));
        }
        if last.result.is_some() {
            mends.push(Mend::Ask(Ask::Correct));
        } else {
            mends.push(Mend::Session(id.clone()));
            if is_booked {
                mends.push(Mend::Do(Command::Unbook(id), Taken::Booking));
            }
        }
    } else if !is_validated && seen.project.authorised.is_some() {
        mends.push(Mend::Ask(Ask::Withdraw));
    }
    if matches!(seen.track.stage, Stage::ToPlan { .. }) {
        mends.push(Mend::Do(Command::Track(TrackCommand::TellReady(project, None)), Taken::Told));
    }
    if is_validated && seen.sessions.iter().all(|session| session.result.is_none()) {
        mends.push(Mend::Ask(Ask::Unvalidate));
    }
    if !is_validated && last.is_none() {
        mends.push(Mend::Ask(Ask::ByHand));
        if seen.project.authorised.is_none() && seen.track.stage != Stage::ModeUnknown {
            mends.push(Mend::Mode);
        }
    }
    mends
}

/// Corrections behind one disclosure, and the reason of the last one.
#[component]
pub fn Corrections(
    /// The project.
    id: ProjectId,
    /// What is read of it.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let texts = use_texts();
    let asking = RwSignal::new(None::<Ask>);
    let all = Memo::new(move |_| seen.with(|seen| seen.as_ref().map(mends).unwrap_or_default()));
    // What was asked is over once it can no longer be.
    Effect::new(move |_| {
        let still = all.with(|all| asking.get_untracked().is_none_or(|ask| all.contains(&Mend::Ask(ask))));
        if !still {
            asking.set(None);
        }
    });
    let reason = Memo::new(move |_| {
        seen.with(|seen| {
            let seen = seen.as_ref()?;
            let of_result = seen.sessions.iter().rev().map(|session| session.result_reason.trim());
            let mut said = of_result.chain([seen.project.reason.trim()]).filter(|reason| !reason.is_empty());
            said.next().map(visible)
        })
    });
    let place = id.clone();
    let form_id = id.clone();
    view! {
        {move || reason.get().map(|reason| view! { <p class="quiet">{(texts.get().path().corrected)(&reason)}</p> })}
        <Show when=move || all.with(|all| !all.is_empty())>
            <details class="sheet-track__correct">
                <summary>{say(|t| t.path().correct)}</summary>
                {
                    let (place, form_id) = (place.clone(), form_id.clone());
                    move || match asking.get() {
                        Some(ask) => {
                            view! { <AskForm ask=ask id=form_id.clone() seen=seen asking=asking/> }.into_any()
                        }
                        None => view! { <Mends all=all id=place.clone() seen=seen asking=asking/> }.into_any(),
                    }
                }
            </details>
        </Show>
    }
}

#[component]
fn Mends(
    all: Memo<Vec<Mend>>,
    id: ProjectId,
    seen: Memo<Option<Seen>>,
    asking: RwSignal<Option<Ask>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let refused = RwSignal::new(None);
    let one = move |mend: Mend| {
        let id = id.clone();
        match mend {
            Mend::Ask(ask) => {
                let open = move || {
                    asking.set(Some(ask));
                    focus_soon(&[&format!("#path-{id} details form :is(input, textarea)")]);
                };
                view! { <Button kind=ButtonKind::Quiet on_click=open>{move || ask.button(texts.get().path())}</Button> }
                    .into_any()
            }
            Mend::Do(command, taken) => {
                let act = move || {
                    let outcome = store.dispatch(command.clone());
                    if outcome.is_ok() {
                        store.announce(texts.get_untracked().path().said_taken_back.to_owned());
                        focus_soon(&[&format!("#path-{id} details summary"), &format!("#path-{id} .acts button")]);
                    }
                    refused.try_set(outcome.err());
                };
                view! {
                    <Button kind=ButtonKind::Quiet on_click=act>{move || reading.with(|labels| taken.words(labels))}</Button>
                }
                .into_any()
            }
            Mend::Session(session) => view! {
                <LinkButton kind=ButtonKind::Quiet href=session_href(&session)>{say(|t| t.path().act_move)}</LinkButton>
            }
            .into_any(),
            Mend::Mode => view! { <ModeChoice id=id seen=seen/> }.into_any(),
        }
    };
    view! {
        <div class="sheet-track__mends">
            {move || all.get().into_iter().map(one.clone()).collect_view()}
            <Refused refused=refused/>
        </div>
    }
}

fn odd_words(oddity: &TrackOddity, labels: &Labels<'_>) -> String {
    let words = labels.words.path();
    match oddity {
        TrackOddity::Unauthorised(_) => words.odd_unauthorised,
        TrackOddity::OtherMode(_) => words.odd_mode,
        TrackOddity::TwoOpen(_) => words.odd_two,
        TrackOddity::AnotherAssessor(_) => words.odd_assessor,
        TrackOddity::NotToldReady(_) => words.odd_told,
        TrackOddity::OtherResult(_) => words.odd_result,
        TrackOddity::NotPresented(_) => words.odd_early,
        TrackOddity::NotNoted(_, day) => return (words.odd_unnoted)(&labels.formats.dated(*day)),
        TrackOddity::NoSuchResult(_) => words.odd_no_result,
        TrackOddity::AfterValidation(_) => words.odd_after,
    }
    .to_owned()
}

/// What an oddity is put right with.
fn mend_of(oddity: &TrackOddity, project: &ProjectId) -> Mend {
    match oddity {
        TrackOddity::Unauthorised(_) => Mend::Ask(Ask::Authorise),
        TrackOddity::AnotherAssessor(id) => {
            Mend::Do(Command::Write(session::field(id, name::ASSESSOR), String::new()), Taken::Assessor)
        }
        TrackOddity::NotNoted(_, day) => {
            let noted = ProgrammeCommand::SetValidated(project.clone(), *day);
            Mend::Do(Command::Programme(noted), Taken::Day(*day))
        }
        TrackOddity::OtherResult(_) | TrackOddity::NotPresented(_) | TrackOddity::NoSuchResult(_) => {
            Mend::Ask(Ask::Correct)
        }
        TrackOddity::OtherMode(id)
        | TrackOddity::TwoOpen(id)
        | TrackOddity::NotToldReady(id)
        | TrackOddity::AfterValidation(id) => Mend::Session(id.clone()),
    }
}

/// What to check, each with its mend.
#[component]
pub fn Oddities(
    /// What is read of the project.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let reading = use_reading();
    let odd = Memo::new(move |_| {
        seen.with(|seen| seen.as_ref().map(|seen| (seen.project.id.clone(), seen.track.oddities.clone())))
    });
    let asking = RwSignal::new(None::<Ask>);
    move || {
        let (id, oddities) = odd.get().filter(|(_, oddities)| !oddities.is_empty())?;
        let of = id.clone();
        let rows = oddities.into_iter().map(|oddity| {
            let mend = mend_of(&oddity, &of);
            let words = reading.with(|labels| odd_words(&oddity, labels));
            let all = Memo::new(move |_| vec![mend.clone()]);
            view! {
                <li>
                    <p>{words}</p>
                    <Mends all=all id=of.clone() seen=seen asking=asking/>
                </li>
            }
        });
        let rows = rows.collect_view();
        Some(view! {
            <section class="sheet-track__odd">
                <h3>{say(|t| t.path().odd)}</h3>
                <ul class="plain">{rows}</ul>
                {move || {
                    asking.get().map(|ask| view! { <AskForm ask=ask id=id.clone() seen=seen asking=asking/> })
                }}
            </section>
        })
    }
}
