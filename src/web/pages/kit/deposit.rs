//! The deposit's countdown, and noting that it is done: on time or late.

use leptos::prelude::*;

use super::use_here;
use crate::domain::rule::deposit::{Deposit, Standing};
use crate::domain::track::TrackCommand;
use crate::domain::{Command, Instant};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::reading::use_reading;
use crate::web::ui::{Button, ButtonKind, MarginNote};

/// Until when, how long that is, and whether it is done.
#[component]
pub fn Deposited() -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let reading = use_reading();
    let hours = store.read(|pair| pair.contract.deposit_hours);
    let due = here.read(|pair, project| {
        let session = pair.defence_of(&project.id)?;
        let deposit = Deposit {
            start: session.booking()?.start,
            hours: pair.contract.deposit_hours,
            submitted: session.deposited,
        };
        Some((session.id.clone(), deposit.start, deposit.hours, deposit.submitted))
    });
    let said = move || {
        let all = texts.get();
        let words = all.kit();
        let Some((_, start, hours, submitted)) = due.get() else { return vec![words.deposit_none.to_owned()] };
        let deposit = Deposit { start, hours, submitted };
        let moment = |at: Instant| reading.moment(at);
        let by = (words.deposit_by)(&moment(deposit.deadline()));
        match (deposit.standing(store.minute().get()), submitted) {
            (Standing::OnTime(_), Some(at)) => vec![(words.deposit_on_time)(&moment(at)), by],
            (Standing::Late(_), Some(at)) => vec![(words.deposit_late)(&moment(at)), by],
            (Standing::Due(left), _) => vec![(words.deposit_left)(&all.path().length(left)), by],
            (Standing::Overdue(gone), _) => vec![(words.deposit_gone)(&all.path().length(gone)), by],
            (Standing::OnTime(_) | Standing::Late(_), None) => vec![by],
        }
    };
    let is_done = Memo::new(move |_| due.with(|due| due.as_ref().is_some_and(|(.., submitted)| submitted.is_some())));
    let note = move |done: bool| {
        let Some((id, ..)) = due.get_untracked() else { return };
        let moment = done.then(|| store.now());
        let words = texts.get_untracked();
        let told = match store.dispatch(Command::Track(TrackCommand::Deposit(id, moment))) {
            Ok(()) if done => words.kit().deposit_noted,
            Ok(()) => words.kit().deposit_undone,
            Err(refusal) => words.refusals().of(refusal),
        };
        store.announce(told.to_owned());
        focus_soon(&["#kit-deposit button"]);
    };
    // Once it is presented, nothing is submitted any more.
    let can_note =
        Memo::new(move |_| due.with(|due| due.as_ref().is_some_and(|(_, start, ..)| *start > store.minute().get())));
    view! {
        <MarginNote title=say(|t| t.kit().deposit)>
            <div class="kit-deposit" id="kit-deposit">
                {move || said().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                <Show when=move || can_note.get()>
                    <Show
                        when=move || is_done.get()
                        fallback=move || {
                            view! { <Button on_click=move || note(true)>{say(|t| t.kit().deposit_note)}</Button> }
                        }
                    >
                        <Button kind=ButtonKind::Quiet on_click=move || note(false)>
                            {say(|t| t.kit().deposit_undo)}
                        </Button>
                    </Show>
                </Show>
                <p class="hint">{move || (texts.get().kit().deposit_source)(hours.get())}</p>
            </div>
        </MarginNote>
    }
}
