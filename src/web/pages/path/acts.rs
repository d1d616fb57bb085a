//! The acts on a track: which one comes next, its words, and the button that asks for what it takes.

mod form;

use leptos::prelude::*;

pub use self::form::AskForm;
use super::super::focus::focus_soon;
use super::super::session::Refused;
use super::Seen;
use crate::domain::{Command, Mode, ProgrammeCommand, ProjectId, Refusal, Stage};
use crate::i18n::{PathWords, capitalised};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::session_href;
use crate::web::ui::{Button, ButtonKind, Choices, ChoicesLook, LinkButton};

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
                                            {move || ask.button(texts.get().path())}
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
                                            {say(|t| t.path().act_session)}
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
        let words = texts.get().programme();
        Mode::ALL.into_iter().map(|mode| (mode, capitalised(words.mode(mode)))).collect::<Vec<_>>()
    });
    let choose = move |mode| {
        refused.set(store.dispatch(Command::Programme(ProgrammeCommand::SetMode(id.clone(), Some(mode)))).err());
    };
    view! {
        <Choices legend=say(|t| t.path().mode) options=modes value=value look=ChoicesLook::Segments on_choose=choose/>
        <Refused refused=refused/>
    }
}
