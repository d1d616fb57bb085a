//! Step 1 of a session: each goal of last time, what it came to, and what becomes of the rest.

use leptos::prelude::*;

use super::{Here, use_here};
use crate::domain::schema::name;
use crate::domain::{Goal, GoalId, GoalResult, Outcome, Pairing, PersonId, Rest, SessionCommand, SessionId, outcome};
use crate::i18n::visible;
use crate::web::dispatch::{new_id, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::goal_editor::{use_goal, use_next_day};
use crate::web::pages::goals::{Said, SubSteps};
use crate::web::pages::names::use_names;
use crate::web::ui::{Button, ButtonKind, Choices, ChoicesLook, TextField};

/// From how many carries on the page asks which part fits.
const MANY: usize = 3;

/// The goals that the session takes up, by identifier.
pub fn use_goals_up(here: &Here) -> Memo<Vec<GoalId>> {
    let id = here.id.clone();
    here.store.read(move |pair| {
        let session = pair.session(&id);
        session.into_iter().flat_map(|session| pair.goals_up(session)).map(|goal| goal.id.clone()).collect()
    })
}

/// The goals of last time.
#[component]
pub fn GoalsUp() -> impl IntoView {
    let here = use_here();
    let ids = use_goals_up(&here);
    view! {
        <Show
            when=move || ids.with(|ids| !ids.is_empty())
            fallback=|| view! { <p class="quiet">{say(|t| t.session().no_goal_up)}</p> }
        >
            <ul class="outcomes">
                <For each=move || ids.get() key=GoalId::clone let:id>
                    <GoalUp id=id/>
                </For>
            </ul>
        </Show>
    }
}

/// How often and since when other sessions carried a goal: the number of the first, and how many.
fn carried_before(pair: &Pairing, goal: &GoalId, here: &SessionId) -> Option<(usize, usize)> {
    let goal = pair.goals.iter().find(|it| it.id == *goal)?;
    let sessions: Vec<_> = pair.carried_by(goal).into_iter().filter(|session| session.id != *here).collect();
    Some((pair.session_number(&sessions.first()?.id)?, sessions.len()))
}

/// One goal: its words and origin, the answer, the evidence, the rest.
#[component]
fn GoalUp(id: GoalId) -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = use_names();
    let goal = use_goal(&id);
    let what = Memo::new(move |_| goal.with(|goal| visible(goal.what.trim())));
    let (session, of) = (here.id.clone(), id.clone());
    let result = here.store.read(move |pair| pair.outcome(&session, &of).and_then(|outcome| outcome.result));
    let until = use_next_day();
    let conclude = {
        let (here, id) = (here.clone(), id.clone());
        Callback::new(move |result: GoalResult| {
            let (session, goal, until) = (here.id.clone(), id.clone(), until.get_untracked());
            // Refused only for what was removed elsewhere meanwhile, which leaves the list by itself.
            let _ = here.ask(SessionCommand::Conclude { session, goal, result, until });
        })
    };
    let answers = Signal::derive(move || {
        let words = texts.get().session();
        GoalResult::ALL.map(|result| (result, words.answer(result).to_owned())).to_vec()
    });
    let answer = move |chosen: GoalResult| {
        // What was chosen for the rest stands, unless there is no rest any more.
        let rest = result.get_untracked().and_then(GoalResult::rest);
        conclude.run(chosen.with_rest(rest));
    };
    let said = move || {
        let text = goal.with(|goal| goal.progress.get(&PersonId::STUDENT).map(|text| visible(text.trim())));
        let text = text.filter(|text| !text.is_empty());
        text.map(|text| view! { <Said person=PersonId::STUDENT text=text names=names/> })
    };
    let evidence = outcome::field(&Outcome::of(&here.id, &id), name::EVIDENCE);
    let is_answered = Memo::new(move |_| result.with(Option::is_some));
    let leaves_a_rest = Memo::new(move |_| result.get().is_some_and(|result| result != GoalResult::Reached));
    view! {
        <li class="outcome">
            <div class="outcome__text">
                <h3 class="row__title">{what}</h3>
                <Origin goal=goal id=id.clone()/>
                <SubSteps goal=id.clone() what=what open=false/>
                {said}
            </div>
            <div class="outcome__do">
                <Choices
                    legend=move || (texts.get().session().result_of)(&what.get())
                    legend_hidden=true
                    options=answers
                    value=Signal::derive(move || result.get().map(GoalResult::plain))
                    mark=|result: &GoalResult| result.status()
                    on_choose=answer
                    look=ChoicesLook::Segments
                />
            </div>
            <Show when=move || is_answered.get()>
                <div class="outcome__more">
                    <TextField label=say(|t| t.session().seen) path=evidence.clone()/>
                </div>
            </Show>
            <Show when=move || leaves_a_rest.get()>
                <WhatIsLeft id=id.clone() what=what result=result conclude=conclude/>
            </Show>
        </li>
    }
}

/// The evidence expected, and where the goal comes from.
#[component]
fn Origin(goal: Memo<Goal>, id: GoalId) -> impl IntoView {
    let here = use_here();
    let store = use_store();
    let texts = use_texts();
    let session = here.id;
    let (of, called) = (id.clone(), id);
    let carried = store.read(move |pair| carried_before(pair, &of, &session));
    let of_the_call = store.read(move |pair| {
        let goal = pair.goals.iter().find(|goal| goal.id == called);
        goal.and_then(|goal| goal.created).is_some_and(|created| pair.call.is_during(created))
    });
    let from = store.read(move |pair| {
        let from = goal.with(|goal| goal.from.clone())?;
        pair.goals.iter().find(|goal| goal.id == from).map(|goal| visible(goal.what.trim()))
    });
    let expected = move || {
        let words = texts.get().session();
        let evidence = goal.with(|goal| visible(goal.evidence.trim()));
        if evidence.is_empty() { words.nothing_expected.to_owned() } else { (words.expected)(&evidence) }
    };
    let origin = move || {
        let words = texts.get().session();
        match (carried.get(), from.get()) {
            (Some((number, times)), _) => Some((words.carried_since)(&(words.named)(number), times)),
            (None, Some(from)) => Some((words.rewritten_from)(&from)),
            (None, None) => of_the_call.get().then(|| words.carried_since_call.to_owned()),
        }
    };
    view! {
        <p class="row__meta">{expected}</p>
        {move || origin().map(|words| view! { <p class="row__meta">{words}</p> })}
    }
}

/// Carry over, reword or drop; from the third carry on, which part fits.
#[component]
fn WhatIsLeft(
    id: GoalId,
    what: Memo<String>,
    result: Memo<Option<GoalResult>>,
    conclude: Callback<GoalResult>,
) -> impl IntoView {
    let here = use_here();
    let store = here.store;
    let texts = use_texts();
    let until = use_next_day();
    let rest = Memo::new(move |_| result.get().and_then(GoalResult::rest));
    let next = {
        let id = here.id.clone();
        store.read(move |pair| {
            let (next, _) = pair.session_besides(Some(&id), store.minute().get())?;
            pair.session_number(&next.id)
        })
    };
    let (session, of, from) = (here.id.clone(), id.clone(), id.clone());
    let carried = store.read(move |pair| carried_before(pair, &of, &session).map_or(0, |(_, times)| times));
    let copies = store.read(move |pair| pair.goals.iter().filter(|goal| goal.from.as_ref() == Some(&from)).count());
    let options = Signal::derive(move || {
        let words = texts.get().session();
        let next = next.get().map(words.named);
        Rest::ALL.map(|rest| (rest, words.rest(rest, next.as_deref()))).to_vec()
    });
    let reword = {
        let here = here.clone();
        Callback::new(move |count: usize| {
            let into = (0..count).filter_map(|_| GoalId::parse(&new_id())).collect();
            let (session, goal) = (here.id.clone(), id.clone());
            // Refused only for what was removed elsewhere meanwhile, which leaves the list by itself.
            let _ = here.ask(SessionCommand::Reword { session, goal, into, until: until.get_untracked() });
        })
    };
    let choose = Callback::new(move |rest: Rest| match (rest, result.get_untracked()) {
        (Rest::Reworded, _) => reword.run(1),
        (rest, Some(result)) => conclude.run(result.with_rest(Some(rest))),
        (_, None) => {}
    });
    let asks = move || carried.get() + 1 >= MANY && matches!(rest.get(), None | Some(Rest::Carried));
    let is_carried = move || rest.get() == Some(Rest::Carried);
    view! {
        <div class="outcome__more">
            // The group's own name says of which goal.
            <p class="outcome__rest" aria-hidden="true">{say(|t| t.session().rest)}</p>
            <Choices
                legend=move || (texts.get().session().rest_of)(&what.get())
                legend_hidden=true
                options=options
                value=rest
                on_choose=move |rest| choose.run(rest)
            />
            <Show when=asks>
                <div class="coach">
                    <p>{say(|t| t.session().third_time)}</p>
                    <p class="actions">
                        <Button kind=ButtonKind::Quiet on_click=move || reword.run(2)>{say(|t| t.session().split)}</Button>
                        <Show when=move || !is_carried()>
                            <Button kind=ButtonKind::Quiet on_click=move || choose.run(Rest::Carried)>
                                {say(|t| t.session().carry_as_is)}
                            </Button>
                        </Show>
                    </p>
                </div>
            </Show>
            <Show when=move || rest.get() == Some(Rest::Reworded)>
                <p class="actions">
                    <span>{move || (texts.get().session().reworded)(copies.get())}</span>
                    <Button kind=ButtonKind::Quiet on_click=|| focus_soon(&["#step-4"])>
                        {say(|t| t.session().go_write)}
                    </Button>
                </p>
            </Show>
        </div>
    }
}
