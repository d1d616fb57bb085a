//! The six cases: whom to turn to first? One at a time, answered by choosing a help, explained, and free to skip.

use leptos::prelude::*;

use super::focus::focus_soon;
use super::guide_link::LinkOut;
use super::names::use_names;
use crate::domain::{Command, ContactCommand, Help, Situation};
use crate::i18n::link_of;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Choices, Part};

/// The cases.
#[component]
pub fn Cases() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let answers = store.read(|pair| pair.cases.clone());
    let is_answered = move |at: usize| {
        Situation::ALL.get(at).is_some_and(|situation| answers.with(|answers| answers.contains_key(situation)))
    };
    // It opens with the first case that nobody answered.
    let first = untrack(|| (0..Situation::ALL.len()).find(|at| !is_answered(*at)));
    let at = RwSignal::new(first.unwrap_or(0));
    let situation = Memo::new(move |_| Situation::ALL.get(at.get()).copied().unwrap_or(Situation::Platform));
    // Looked at without an answer; the case goes on waiting for one.
    let looked_at = RwSignal::new(None::<Situation>);
    let answer = Memo::new(move |_| answers.with(|answers| answers.get(&situation.get()).copied()));
    let shown = Memo::new(move |_| {
        let situation = situation.get();
        answer.get().or_else(|| (looked_at.get() == Some(situation)).then(|| situation.first()))
    });
    let verdict = move |help: Help| {
        let texts = texts.get();
        let mentor = names.with(|names| names.mentor.clone());
        let said = |help: Help| texts.points().in_sentence(help.point(), &mentor);
        texts.helps().verdict(situation.get(), help, said)
    };
    let options = Signal::derive(move || {
        let points = texts.get().points();
        let title = |help: Help| names.with(|names| points.title(help.point(), &names.mentor));
        Help::ALL.into_iter().map(|help| (help, title(help))).collect::<Vec<_>>()
    });
    let choose = move |help: Help| {
        // Never refused: each of the seven is an answer.
        let _ = store.dispatch(Command::Contact(ContactCommand::Answer(situation.get_untracked(), help)));
        store.announce(untrack(|| verdict(help)));
    };
    let open = move |to: usize| {
        at.set(to);
        focus_soon(&["#case"]);
    };
    let next = move || {
        let count = Situation::ALL.len();
        let here = at.get_untracked();
        let others = (1..count).map(|step| (here + step) % count);
        // The next one that waits; when none does, simply the next one.
        open(untrack(|| others.clone().find(|at| !is_answered(*at))).unwrap_or((here + 1) % count));
    };
    let all_seen = Memo::new(move |_| (0..Situation::ALL.len()).all(is_answered));
    let pager = (0..Situation::ALL.len())
        .map(|number| {
            let label = move || {
                let helps = texts.get().helps();
                let case = Situation::ALL.get(number).map_or("", |situation| helps.case(*situation));
                let name = (helps.case_named)(number + 1, case);
                if is_answered(number) { format!("{name}, {}", helps.answered) } else { name }
            };
            view! {
                <li>
                    <button
                        type="button"
                        class="cases__knot"
                        class:is-answered=move || is_answered(number)
                        aria-current=move || (at.get() == number).then_some("step")
                        aria-label=label
                        on:click=move |_| open(number)
                    >
                        {number + 1}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <Part
            title=say(|t| t.helps().cases_title)
            note=say(|t| t.helps().cases_note)
            aside=move || {
                view! {
                    <ol class="cases__pager" aria-label=say(|t| t.helps().all_cases)>
                        {pager}
                    </ol>
                }
            }
        >
            <div class="cases">
                <div class="cases__case">
                    <p class="eyebrow">{move || (texts.get().helps().case_of)(at.get() + 1)}</p>
                    <h3 class="cases__what" id="case" tabindex="-1">
                        {move || texts.get().helps().case(situation.get())}
                    </h3>
                    <Choices
                        legend=say(|t| t.helps().ask)
                        options=options
                        value=answer
                        on_choose=choose
                        id="case-answer"
                    />
                    <p class="actions">
                        <Button on_click=next>{say(|t| t.helps().next_case)}</Button>
                        <Show when=move || shown.get().is_none()>
                            <Button
                                kind=ButtonKind::Quiet
                                on_click=move || {
                                    looked_at.set(Some(situation.get_untracked()));
                                    store.announce(untrack(|| verdict(situation.get().first())));
                                    focus_soon(&["#case"]);
                                }
                            >
                                {say(|t| t.helps().show_answer)}
                            </Button>
                        </Show>
                    </p>
                    <Show when=move || all_seen.get()>
                        <p class="hint">{say(|t| t.helps().all_seen)}</p>
                    </Show>
                </div>
                {move || shown.get().map(|help| view! { <Explained situation=situation.get() help=help verdict=verdict(help)/> })}
            </div>
        </Part>
    }
}

/// Whom to turn to, why, and the link.
#[component]
fn Explained(situation: Situation, help: Help, verdict: String) -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let why = move || {
        let why = names.with(|names| texts.get().helps().why(situation, help, &names.mentor));
        why.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()
    };
    view! {
        <div class="cases__answer">
            <p class="cases__verdict">{verdict}</p>
            {why}
            {link_of(situation).map(|link| view! { <p><LinkOut to=link/></p> })}
        </div>
    }
}
