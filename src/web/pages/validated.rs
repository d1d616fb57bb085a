//! The day a project was validated, beside its title; and once the project under way is, the next one is offered, not imposed.

use leptos::prelude::*;

use super::focus::focus_soon;
use super::projects::day_of;
use super::road::title_words;
use crate::domain::{Command, ProgrammeCommand, ProjectId, Refusal};
use crate::i18n::{Formats, capitalised};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::{Button, ButtonKind, FieldWidth, Input};

/// The day a project was validated, noted by hand while no session speaks of it; what is noted is corrected on the path.
#[component]
pub fn ValidatedOn(id: ProjectId, title: Memo<String>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let mine = id.clone();
    let kept = store.read(move |pair| {
        let project = pair.project(&mine)?;
        let by_session = pair.attempts(&mine).next().is_some();
        Some((project.validated, by_session))
    });
    let shown = Memo::new(move |_| kept.get().filter(|(day, by_session)| day.is_some() || *by_session));
    let said = move || {
        shown.get().and_then(|(day, _)| day).map(|day| {
            let said = (texts.get().programme().validated_day)(&store.formats().dated(day));
            view! { <span>{capitalised(&said)}</span> " " }
        })
    };
    let entered = id.clone();
    view! {
        <div class="project__validated">
            <Show
                when=move || shown.get().is_some()
                fallback=move || view! { <ByHand id=entered.clone() title=title/> }
            >
                <p class="quiet">
                    {said} <a class="project__to-path" href=Route::Path.href()>{say(|t| t.path().dash_link)}</a>
                </p>
            </Show>
            <GoOn id=id/>
        </div>
    }
}

/// A validation from before it was followed here.
#[component]
fn ByHand(id: ProjectId, title: Memo<String>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let refused = RwSignal::new(None::<Refusal>);
    let day = RwSignal::new(String::new());
    let row = format!("#project-{id} .project__to-path");
    let keep = move || {
        // A day half typed is no day yet: the button waits for it.
        let Some(day) = day_of(day) else { return };
        let outcome = store.dispatch(Command::Programme(ProgrammeCommand::SetValidated(id.clone(), day)));
        if outcome.is_ok() {
            let words = texts.get_untracked().programme();
            store.announce((words.validated_kept)(&title.get_untracked(), &store.formats().dated(day)));
            focus_soon(&[&row]);
        }
        refused.try_set(outcome.err());
    };
    let error = Signal::derive(move || refused.get().map(|refusal| texts.get().refusals().of(refusal).to_owned()));
    view! {
        <Input
            label=say(|t| t.programme().validated_on)
            value=day
            error=error
            input_type="date"
            width=FieldWidth::Medium
        />
        <Button label=move || (texts.get().programme().note_validated_of)(&title.get()) on_click=keep>
            {say(|t| t.programme().note_validated)}
        </Button>
    }
}

/// Which project comes after one that is validated and still the one under way.
#[component]
fn GoOn(id: ProjectId) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let row = format!("#project-{id} .project__validated a");
    let next = store.read(move |pair| {
        let programme = &pair.programme;
        let at = programme.current().filter(|at| programme.projects[*at].id == id)?;
        programme.projects[at].validated?;
        programme.next_after(&id).map(|next| (next.id.clone(), next.title.clone()))
    });
    let go_on = move |id: ProjectId, title: String| {
        // Removed elsewhere meanwhile, it is no longer offered.
        if store.dispatch(Command::Programme(ProgrammeCommand::SetCurrent(Some(id)))).is_ok() {
            store.announce((texts.get_untracked().programme().gone_on)(&title));
        }
        focus_soon(&[&row]);
    };
    move || {
        next.get().map(|(id, title)| {
            let words = texts.get().programme();
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
