//! The project that a goal serves, chosen among those of the programme.

use leptos::prelude::*;

use crate::domain::{Command, Goal, GoalCommand, GoalId, ProjectId, Refusal};
use crate::i18n::visible;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::Select;

/// A list of the programme's projects; not there while there are none, nor before the goal's first character.
#[component]
pub fn GoalProject(
    /// Which goal.
    goal: GoalId,
    /// As the record has it.
    record: Memo<Goal>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let refused = RwSignal::new(None::<Refusal>);
    let projects = store.read(|pair| {
        let titled = pair.programme.projects.iter().map(|project| (project.id.clone(), visible(project.title.trim())));
        titled.collect::<Vec<_>>()
    });
    let options = Signal::derive(move || {
        let none = (None::<ProjectId>, texts.get().goals().no_project.to_owned());
        let named = projects.get().into_iter().map(|(id, title)| (Some(id), title));
        std::iter::once(none).chain(named).collect::<Vec<_>>()
    });
    // One that was removed meanwhile is as good as none.
    let value = Memo::new(move |_| {
        let chosen = record.with(|goal| goal.project.clone());
        chosen.filter(|id| projects.with(|projects| projects.iter().any(|(it, _)| it == id)))
    });
    let is_begun = Memo::new(move |_| record.with(|goal| goal.created.is_some()));
    let choose = Callback::new(move |to: Option<ProjectId>| {
        refused.set(store.dispatch(Command::Goal(GoalCommand::SetProject(goal.clone(), to))).err());
    });
    view! {
        <Show when=move || is_begun.get() && projects.with(|projects| !projects.is_empty())>
            <Select
                label=say(|t| t.goals().project)
                hint=say(|t| t.goals().project_hint)
                options=options
                value=value
                on_choose=move |to| choose.run(to)
            />
            {move || refused.get().map(|refusal| view! { <p class="field__error">{texts.get().refusals().of(refusal)}</p> })}
        </Show>
    }
}
