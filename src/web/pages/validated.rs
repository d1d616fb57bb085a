//! The day a project was validated, beside its title; and once the project under way is, the next one is offered, not imposed.

use leptos::prelude::*;

use super::focus::focus_soon;
use super::projects::{day_of, use_day};
use super::road::title_words;
use crate::domain::{Command, ProgrammeCommand, ProjectId, Refusal};
use crate::i18n::Formats;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, FieldWidth, Input};

/// The day a project was validated.
#[component]
pub fn ValidatedOn(id: ProjectId, title: Memo<String>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let refused = RwSignal::new(None::<Refusal>);
    let mine = id.clone();
    let kept = store.read(move |pair| {
        let project = pair.programme.projects.iter().find(|project| project.id == mine)?;
        project.validated
    });
    let day = use_day(kept, refused);
    let chosen = id.clone();
    let keep = move || {
        // Taking a validation back says why, on the path.
        let Some(day) = day_of(day) else { return refused.set(Some(Refusal::ReasonMissing)) };
        let command = ProgrammeCommand::SetValidated(chosen.clone(), day);
        let outcome = store.dispatch(Command::Programme(command));
        if outcome.is_ok() {
            let words = texts.get_untracked().programme;
            let title = title.get_untracked();
            store.announce((words.validated_kept)(&title, &store.formats().dated(day)));
        }
        refused.set(outcome.err());
    };
    let error = Signal::derive(move || refused.get().map(|refusal| texts.get().refusals.of(refusal).to_owned()));
    view! {
        <div class="project__validated">
            <Input
                label=say(|t| t.programme.validated_on)
                value=day
                error=error
                input_type="date"
                width=FieldWidth::Medium
                on_change=keep
            />
            <GoOn id=id/>
        </div>
    }
}

/// Which project comes after one that is validated and still the one under way.
#[component]
fn GoOn(id: ProjectId) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let row = format!("#project-{id} .project__validated input");
    let next = store.read(move |pair| {
        let programme = &pair.programme;
        let at = programme.current().filter(|at| programme.projects[*at].id == id)?;
        programme.projects[at].validated?;
        programme.next_after(&id).map(|next| (next.id.clone(), next.title.clone()))
    });
    let go_on = move |id: ProjectId, title: String| {
        // Removed elsewhere meanwhile, it is no longer offered.
        if store.dispatch(Command::Programme(ProgrammeCommand::SetCurrent(Some(id)))).is_ok() {
            store.announce((texts.get_untracked().programme.gone_on)(&title));
        }
        focus_soon(&[&row]);
    };
    move || {
        next.get().map(|(id, title)| {
            let words = texts.get().programme;
            let title = title_words(&title, words);
            let go_on = go_on.clone();
            let said = (words.go_on_with)(&title);
            view! {
                <Button kind=ButtonKind::Quiet on_click=move || go_on(id.clone(), title.clone())>
                    {said}
                </Button>
            }
        })
    }
}
