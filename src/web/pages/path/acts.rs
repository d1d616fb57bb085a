//! The acts on a track: a button each, and under it what it takes to do it – a day, a moment, a result, a reason.

use leptos::prelude::*;

use super::super::focus::focus_soon;
use super::super::moment::{Moment, MomentFields};
use super::super::session::{Refused, SameWeekNote};
use super::Seen;
use crate::domain::track::kind_of;
use crate::domain::{
    Booking, Command, Day, Finding, Mode, ProgrammeCommand, ProjectId, Refusal, SessionId, Stage, TrackCommand,
};
use crate::i18n::{PathWords, capitalised};
use crate::web::dispatch::{Store, new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::route::session_href;
use crate::web::ui::{Button, ButtonKind, Choices, ChoicesLook, FieldWidth, Input, LinkButton};

/// Something that is asked before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    Authorise,
    Book,
    Deposit,
    Conclude,
    Resubmit,
    Tell,
    ByHand,
    Withdraw,
    Correct,
    Unvalidate,
}

impl Ask {
    /// The act that a stage asks for.
    pub fn of_stage(stage: &Stage) -> Option<Self> {
        Some(match stage {
            Stage::ToAuthorise => Self::Authorise,
            Stage::ToBook { .. } | Stage::ToPlan { .. } => Self::Book,
            Stage::ToDeposit { .. } => Self::Deposit,
            Stage::ToConclude { .. } | Stage::ToDecide { .. } => Self::Conclude,
            Stage::ToResubmit { .. } => Self::Resubmit,
            Stage::ToTell { .. } => Self::Tell,
            Stage::ModeUnknown | Stage::ToPresent { .. } | Stage::Validated { .. } => return None,
        })
    }

    pub fn button(self, words: &PathWords) -> &'static str {
        match self {
            Self::Authorise => words.act_authorise,
            Self::Book => words.act_book,
            Self::Deposit => words.act_deposit,
            Self::Conclude => words.act_conclude,
            Self::Resubmit => words.act_resubmit,
            Self::Tell => words.act_tell,
            Self::ByHand => words.act_by_hand,
            Self::Withdraw => words.act_withdraw,
            Self::Correct => words.act_correct,
            Self::Unvalidate => words.act_unvalidate,
        }
    }

    fn said(self, words: &PathWords) -> &'static str {
        match self {
            Self::Authorise => words.said_authorised,
            Self::Book => words.said_booked,
            Self::Deposit | Self::Resubmit => words.said_deposited,
            Self::Conclude => words.said_result,
            Self::Tell => words.said_told,
            Self::ByHand => words.said_validated,
            Self::Withdraw | Self::Correct | Self::Unvalidate => words.said_corrected,
        }
    }

    /// What its day or its moment is.
    fn when(self, words: &PathWords) -> &'static str {
        match self {
            Self::Authorise => words.when_authorised,
            Self::Book => words.when_booked,
            Self::Deposit | Self::Resubmit => words.when_deposited,
            Self::Tell => words.when_told,
            Self::ByHand => words.when_validated,
            Self::Conclude | Self::Correct | Self::Withdraw | Self::Unvalidate => words.when_result,
        }
    }

    fn has_day(self) -> bool {
        matches!(self, Self::Authorise | Self::Conclude | Self::ByHand | Self::Correct)
    }

    fn has_moment(self) -> bool {
        matches!(self, Self::Book | Self::Deposit | Self::Resubmit | Self::Tell)
    }

    fn has_result(self) -> bool {
        matches!(self, Self::Conclude | Self::Correct)
    }

    fn has_reason(self) -> bool {
        matches!(self, Self::Withdraw | Self::Correct | Self::Unvalidate)
    }
}

/// The buttons for the act that comes next.
#[component]
pub fn Acts(
    /// The project.
    id: ProjectId,
    /// What is read of it.
    seen: Memo<Option<Seen>>,
    /// Whether it is on the screen of the session itself, which needs no link to it.
    #[prop(optional)]
    here: bool,
) -> impl IntoView {
    let texts = use_texts();
    let ask = Memo::new(move |_| seen.with(|seen| Ask::of_stage(&seen.as_ref()?.track.stage)));
    let session = Memo::new(move |_| seen.with(|seen| seen.as_ref()?.track.stage.session().cloned().filter(|_| !here)));
    let is_mode =
        Memo::new(move |_| seen.with(|seen| seen.as_ref().is_some_and(|seen| seen.track.stage == Stage::ModeUnknown)));
    // On a session's own screen the way forward is the session's.
    let kind = if here { ButtonKind::Secondary } else { ButtonKind::Primary };
    let asking = RwSignal::new(None::<Ask>);
    // Another act comes next: what was asked of the one before is over.
    Effect::new(move |before: Option<Option<Ask>>| {
        let now = ask.get();
        if before.is_some_and(|before| before != now) {
            asking.set(None);
        }
        now
    });
    let (place, form_id) = (format!("acts-{id}"), id.clone());
    let opened = place.clone();
    let open = Callback::new(move |()| {
        asking.set(ask.get_untracked());
        focus_soon(&[&format!("#{opened} form :is(input, textarea)")]);
    });
    let mode_id = id;
    view! {
        <div class="acts" id=place>
            <Show when=move || is_mode.get()>
                <ModeChoice id=mode_id.clone() seen=seen/>
            </Show>
            {move || match asking.get() {
                Some(ask) => view! { <AskForm ask=ask id=form_id.clone() seen=seen asking=asking/> }.into_any(),
                None => view! {
                    <p class="actions">
                        {move || {
                            ask.get()
                                .map(|ask| {
                                    view! {
                                        <Button kind=kind on_click=move || open.run(())>
                                            {move || ask.button(texts.get().path)}
                                        </Button>
                                    }
                                })
                        }}
                        {move || {
                            session
                                .get()
                                .map(|id| {
                                    view! {
                                        <LinkButton kind=ButtonKind::Quiet href=session_href(&id)>
                                            {say(|t| t.path.act_session)}
                                        </LinkButton>
                                    }
                                })
                        }}
                    </p>
                }
                .into_any(),
            }}
        </div>
    }
}

/// Bilan or defence: until something of either is noted.
#[component]
pub fn ModeChoice(
    /// The project.
    id: ProjectId,
    /// What is read of it.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let refused = RwSignal::new(None::<Refusal>);
    let value = Signal::derive(move || seen.with(|seen| seen.as_ref()?.project.mode));
    let modes = Signal::derive(move || {
        let words = texts.get().programme;
        Mode::ALL.into_iter().map(|mode| (mode, capitalised(words.mode(mode)))).collect::<Vec<_>>()
    });
    let choose = move |mode| {
        refused.set(store.dispatch(Command::Programme(ProgrammeCommand::SetMode(id.clone(), Some(mode)))).err());
    };
    view! {
        <Choices legend=say(|t| t.path.mode) options=modes value=value look=ChoicesLook::Segments on_choose=choose/>
        <Refused refused=refused/>
    }
}

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
                store.announce(ask.said(texts.get_untracked().path).to_owned());
                asking.try_set(None);
                back();
            }
            Err(refusal) => draft.refused.set(Some(refusal)),
        }
    };
    let problem = move || {
        let words = texts.get();
        draft.refused.get().map(|problem| match problem {
            Problem::Day => words.path.missing_day,
            Problem::Result => words.path.missing_result,
            Problem::Refused(refusal) => words.refusals.of(refusal),
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
                            label=move || ask.when(texts.get().path)
                            value=draft.day
                            input_type="date"
                            width=FieldWidth::Medium
                        />
                    }
                })}
            {ask
                .has_moment()
                .then(|| view! { <MomentFields legend=move || ask.when(texts.get().path) moment=draft.moment/> })}
            {(ask == Ask::Book).then(|| view! { <BookFields seen=seen draft=draft/> })}
            {ask
                .has_reason()
                .then(|| {
                    view! {
                        <Input label=say(|t| t.path.reason) hint=say(|t| t.path.reason_hint) value=draft.reason rows=2/>
                    }
                })}
            <div role="alert">{move || problem().map(|words| view! { <p class="field__error">{words}</p> })}</div>
            <p class="actions">
                <Button kind=ButtonKind::Primary type_="submit">
                    {move || ask.button(texts.get().path)}
                </Button>
                <Button kind=ButtonKind::Quiet on_click=leave>{say(|t| t.path.cancel)}</Button>
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
        let named = findings.map(|finding| (Noted::Is(*finding), capitalised(words.track.finding(*finding))));
        let none = (ask == Ask::Correct).then(|| (Noted::NoneYet, words.path.no_result.to_owned()));
        named.chain(none).collect::<Vec<_>>()
    });
    view! {
        <Choices
            legend=say(|t| t.path.what_result)
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
            label=say(|t| t.path.minutes_long)
            suffix=say(|t| t.session.minutes_unit)
            value=draft.minutes
            inputmode="numeric"
            maxlength=3
            width=FieldWidth::Short
        />
        <SameWeekNote id=None kind=kind start=Signal::derive(move || draft.moment.read(store))/>
    }
}
