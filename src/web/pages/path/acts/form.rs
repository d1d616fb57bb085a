//! What an act takes before it is done: a day, a moment, a length, a result, a reason; and doing it.

use leptos::prelude::*;

use super::Ask;
use crate::domain::track::kind_of;
use crate::domain::{
    Booking, Command, Day, Finding, Mode, ProgrammeCommand, ProjectId, Refusal, SessionId, Stage, TrackCommand,
};
use crate::i18n::capitalised;
use crate::web::dispatch::{Store, new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::moment::{Moment, MomentFields};
use crate::web::pages::path::Seen;
use crate::web::pages::session::SameWeekNote;
use crate::web::ui::{Button, ButtonKind, Choices, ChoicesLook, FieldWidth, Input};

/// What is typed and chosen before an act.
#[derive(Clone, Copy)]
struct Draft {
    day: RwSignal<String>,
    moment: Moment,
    minutes: RwSignal<String>,
    result: RwSignal<Option<Noted>>,
    reason: RwSignal<String>,
    refused: RwSignal<Option<Problem>>,
}

/// What is chosen as the result: a correction can also say that there is none yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Noted {
    Is(Finding),
    NoneYet,
}

impl Noted {
    fn finding(self) -> Option<Finding> {
        match self {
            Self::Is(finding) => Some(finding),
            Self::NoneYet => None,
        }
    }
}

/// Why an act is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    /// The day or the time is missing.
    Day,
    /// No result is chosen.
    Result,
    /// The record refuses it.
    Refused(Refusal),
}

impl Draft {
    fn new(store: Store, ask: Ask) -> Self {
        let moment =
            if ask == Ask::Book { Moment::undated(store, store.now()) } else { Moment::new(store, store.now()) };
        Self {
            day: RwSignal::new(store.today().to_string()),
            moment,
            minutes: RwSignal::new("30".to_owned()),
            result: RwSignal::new(None),
            reason: RwSignal::new(String::new()),
            refused: RwSignal::new(None),
        }
    }

    fn day(self) -> Option<Day> {
        self.day.with_untracked(|day| day.parse().ok())
    }

    /// The command that it asks for; a refusal where something is missing that the record cannot tell.
    fn command(self, ask: Ask, seen: &Seen, store: Store) -> Result<Command, Problem> {
        let project = seen.project.id.clone();
        let day = || self.day().ok_or(Problem::Day);
        let moment = || untrack(|| self.moment.read(store)).ok_or(Problem::Day);
        let reason = self.reason.get_untracked();
        let session = || -> Result<SessionId, Problem> {
            let last = seen.sessions.iter().rev().find(|session| session.result.is_some());
            let at_stage = seen.track.stage.session().cloned();
            at_stage.or_else(|| last.map(|last| last.id.clone())).ok_or(Problem::Refused(Refusal::Gone))
        };
        let track = match ask {
            Ask::Authorise => TrackCommand::Authorise(project, day()?),
            Ask::Book => {
                let minutes = self.minutes.with_untracked(|minutes| minutes.trim().parse().unwrap_or(0));
                let id = SessionId::parse(&new_id()).ok_or(Problem::Refused(Refusal::Gone))?;
                TrackCommand::Book(project, id, Booking { start: moment()?, minutes })
            }
            Ask::Deposit => TrackCommand::Deposit(session()?, Some(moment()?)),
            Ask::Resubmit => TrackCommand::Resubmit(session()?, Some(moment()?)),
            Ask::Tell => TrackCommand::TellReady(project, Some(moment()?)),
            Ask::Conclude => {
                let result = self.result.get_untracked().and_then(Noted::finding).ok_or(Problem::Result)?;
                TrackCommand::Conclude(session()?, result, day()?)
            }
            Ask::Correct => {
                let result = self.result.get_untracked().ok_or(Problem::Result)?;
                let to = result.finding().map(|result| day().map(|day| (result, day))).transpose()?;
                let last = seen.sessions.iter().rev().find(|session| session.result.is_some());
                TrackCommand::Correct(
                    last.map(|last| last.id.clone()).ok_or(Problem::Refused(Refusal::Gone))?,
                    to,
                    reason,
                )
            }
            Ask::Withdraw => TrackCommand::Withdraw(project, reason),
            Ask::Unvalidate => TrackCommand::Unvalidate(project, reason),
            Ask::ByHand => return Ok(Command::Programme(ProgrammeCommand::SetValidated(project, day()?))),
        };
        Ok(Command::Track(track))
    }
}

/// What an act takes, and doing it.
#[component]
pub fn AskForm(
    /// Which act.
    ask: Ask,
    /// The project.
    id: ProjectId,
    /// What is read of it.
    seen: Memo<Option<Seen>>,
    /// Closed with nothing.
    asking: RwSignal<Option<Ask>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let draft = Draft::new(store, ask);
    let place = format!("path-{id}");
    let back =
        move || focus_soon(&[&format!("#{place} .acts button"), &format!("#{place} .sheet-track summary"), "main h1"]);
    let close = back.clone();
    let act = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(asked) = seen.with_untracked(|seen| seen.as_ref().map(|seen| draft.command(ask, seen, store))) else {
            return;
        };
        match asked.and_then(|command| store.dispatch(command).map_err(Problem::Refused)) {
            Ok(()) => {
                store.announce(ask.said(texts.get_untracked().path()).to_owned());
                asking.try_set(None);
                back();
            }
            Err(refusal) => draft.refused.set(Some(refusal)),
        }
    };
    let problem = move || {
        let words = texts.get();
        draft.refused.get().map(|problem| match problem {
            Problem::Day => words.path().missing_day,
            Problem::Result => words.path().missing_result,
            Problem::Refused(refusal) => words.refusals().of(refusal),
        })
    };
    let leave = move || {
        asking.set(None);
        close();
    };
    view! {
        <form class="acts__form" on:submit=act novalidate>
            {ask.has_result().then(|| view! { <ResultChoice ask=ask seen=seen draft=draft/> })}
            {ask
                .has_day()
                .then(|| {
                    view! {
                        <Input
                            label=move || ask.when(texts.get().path())
                            value=draft.day
                            input_type="date"
                            width=FieldWidth::Medium
                        />
                    }
                })}
            {ask
                .has_moment()
                .then(|| view! { <MomentFields legend=move || ask.when(texts.get().path()) moment=draft.moment/> })}
            {(ask == Ask::Book).then(|| view! { <BookFields seen=seen draft=draft/> })}
            {ask
                .has_reason()
                .then(|| {
                    view! {
                        <Input label=say(|t| t.path().reason) hint=say(|t| t.path().reason_hint) value=draft.reason rows=2/>
                    }
                })}
            <div role="alert">{move || problem().map(|words| view! { <p class="field__error">{words}</p> })}</div>
            <p class="actions">
                <Button kind=ButtonKind::Primary type_="submit">
                    {move || ask.button(texts.get().path())}
                </Button>
                <Button kind=ButtonKind::Quiet on_click=leave>{say(|t| t.path().cancel)}</Button>
            </p>
        </form>
    }
}

/// The results that the attempt can come to; a correction can also say that there is none yet.
#[component]
fn ResultChoice(ask: Ask, seen: Memo<Option<Seen>>, draft: Draft) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let conditional = store.read(|pair| pair.contract.conditional);
    let options = Signal::derive(move || {
        let words = texts.get();
        let (mode, decides) = seen.with(|seen| {
            let seen = seen.as_ref();
            let decides = seen.is_some_and(|seen| matches!(seen.track.stage, Stage::ToDecide { .. }));
            (seen.and_then(|seen| seen.track.mode).unwrap_or(Mode::Defence), decides)
        });
        let findings = Finding::of_mode(mode, conditional.get() && !decides).iter();
        let named = findings.map(|finding| (Noted::Is(*finding), capitalised(words.track().finding(*finding))));
        let none = (ask == Ask::Correct).then(|| (Noted::NoneYet, words.path().no_result.to_owned()));
        named.chain(none).collect::<Vec<_>>()
    });
    view! {
        <Choices
            legend=say(|t| t.path().what_result)
            options=options
            value=draft.result
            look=ChoicesLook::Stack
            on_choose=move |result| draft.result.set(Some(result))
        />
    }
}

/// The length of the session, and what the rule of the week says of its day.
#[component]
fn BookFields(seen: Memo<Option<Seen>>, draft: Draft) -> impl IntoView {
    let store = use_store();
    let kind = Signal::derive(move || {
        seen.with(|seen| seen.as_ref().and_then(|seen| seen.track.mode).map(kind_of).unwrap_or_default())
    });
    view! {
        <Input
            label=say(|t| t.path().minutes_long)
            suffix=say(|t| t.session().minutes_unit)
            value=draft.minutes
            inputmode="numeric"
            maxlength=3
            width=FieldWidth::Short
        />
        <SameWeekNote id=None kind=kind start=Signal::derive(move || draft.moment.read(store))/>
    }
}
