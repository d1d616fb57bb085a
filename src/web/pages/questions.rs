//! The questions' screen: what waits for the next session, what is settled, and a new one.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::focus::focus_soon;
use super::goals::Said;
use super::names::{Names, use_names};
use super::reading::use_reading;
use crate::domain::{Command, Question, QuestionId, QuestionOrigin, Refusal, schema};
use crate::i18n::{Messages, visible};
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Dialog, Initial, Input, TextArea};

/// The words of a question: its own, or those of the point of the first call it comes from.
pub(super) fn words_of(text: &str, origin: QuestionOrigin, texts: &Messages, names: &Names) -> String {
    match (text.trim(), origin) {
        ("", QuestionOrigin::Point(point)) => texts.points.title(point, &names.mentor),
        ("", _) => texts.questions.untitled.to_owned(),
        (text, _) => visible(text),
    }
}

/// The questions' screen.
#[component]
pub fn QuestionsPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let removing = RwSignal::new(None::<QuestionId>);
    let ids = move |settled: bool| {
        store.read(move |pair| {
            let wanted = pair.questions.iter().filter(|question| question.settled == settled);
            wanted.map(|question| question.id.clone()).collect::<Vec<_>>()
        })
    };
    let (waiting, settled) = (ids(false), ids(true));
    let count = |ids: Memo<Vec<QuestionId>>| u32::try_from(ids.with(Vec::len)).unwrap_or_default();
    let ask_first = RwSignal::new(0_u32);
    view! {
        <PageTitle text=Signal::derive(move || texts.get().questions.title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.questions.title)}</h1>
            <p class="lede">{say(|t| t.questions.lede)}</p>
        </div>
        <div class="split">
            <div class="stack stack--wide">
                <section class="section" aria-labelledby="questions-waiting">
                    <h2 id="questions-waiting">{move || (texts.get().questions.waiting)(count(waiting))}</h2>
                    <List ids=waiting removing=removing empty=move |texts| texts.questions.none/>
                </section>
                <section class="section" aria-labelledby="questions-settled">
                    <h2 id="questions-settled">{move || (texts.get().questions.settled)(count(settled))}</h2>
                    <List ids=settled removing=removing empty=move |texts| texts.questions.none_settled/>
                </section>
            </div>
            <div class="margin">
                <Ask focus=ask_first/>
            </div>
        </div>
        <Remove asked=removing on_removed=move || ask_first.update(|times| *times += 1)/>
    }
}

/// The questions of one group.
#[component]
fn List(
    ids: Memo<Vec<QuestionId>>,
    removing: RwSignal<Option<QuestionId>>,
    empty: impl Fn(&'static Messages) -> &'static str + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let texts = use_texts();
    view! {
        <Show
            when=move || ids.with(|ids| !ids.is_empty())
            fallback=move || view! { <p class="quiet">{move || empty(texts.get())}</p> }
        >
            <ul class="rows">
                <For each=move || ids.get() key=QuestionId::clone let:id>
                    <Row id=id removing=removing/>
                </For>
            </ul>
        </Show>
    }
}

/// One question: its words, where it comes from, the answers, and whether it is settled.
#[component]
fn Row(id: QuestionId, removing: RwSignal<Option<QuestionId>>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let wanted = id.clone();
    let question = store.read(move |pair| pair.questions.iter().find(|question| question.id == wanted).cloned());
    let words = Memo::new(move |_| {
        question.with(|question| {
            let found = question.as_ref().map(|found| (found.text.as_str(), found.origin));
            let (text, origin) = found.unwrap_or(("", QuestionOrigin::Unknown));
            names.with(|names| words_of(text, origin, texts.get(), names))
        })
    });
    let origin = question.with_untracked(|found| found.as_ref().map_or(QuestionOrigin::Unknown, |found| found.origin));
    let settled = Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(|found| found.settled)));
    let mark = match origin {
        QuestionOrigin::Written(person) => view! {
            <Initial person=person name=move || names.with(|names| names.of(person.role()).to_owned())/>
        }
        .into_any(),
        _ => view! { <span class="row__dot" aria-hidden="true"></span> }.into_any(),
    };
    let settle = {
        let id = id.clone();
        move || {
            let done = !settled.get_untracked();
            if store.dispatch(Command::Settle(id.clone(), done)).is_ok() {
                let words = texts.get_untracked().questions;
                store.announce(if done { words.now_settled } else { words.now_open }.to_owned());
                focus_row(&id);
            }
        }
    };
    let act = move || {
        let words = texts.get().questions;
        if settled.get() { (words.reopen, words.reopen_named) } else { (words.settle, words.settle_named) }
    };
    let removed = id.clone();
    view! {
        <li class="row question">
            {mark}
            <div class="row__body question__body">
                <h3 class="row__title" id=row_id(&id) tabindex="-1">{words}</h3>
                <Origin question=question/>
                <Answers id=id settled=settled question=question/>
                <p class="goal__acts">
                    <Button kind=ButtonKind::Quiet label=move || act().1(&words.get()) on_click=settle>
                        {move || act().0}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().questions.remove_named)(&words.get())
                        on_click=move || removing.set(Some(removed.clone()))
                    >
                        {say(|t| t.questions.remove)}
                    </Button>
                </p>
            </div>
        </li>
    }
}

fn row_id(id: &QuestionId) -> String {
    format!("question-{id}")
}

/// Settled or reopened, a question changes group: the focus goes there with it.
fn focus_row(id: &QuestionId) {
    focus_soon(&[&format!("#{}", row_id(id))]);
}

/// Who asked and when, or which point of the first call it comes from.
#[component]
fn Origin(question: Memo<Option<Question>>) -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let words = move || {
        let all = texts.get();
        question.with(|question| {
            let question = question.as_ref()?;
            let date = question.created.map(|at| reading.day(reading.day_of(at)));
            Some(match (question.origin, date) {
                (QuestionOrigin::Point(point), _) => (all.questions.origin_point)(all.call.name(point.section())),
                (QuestionOrigin::Written(person), Some(date)) => {
                    names.with(|names| (all.questions.asked_by)(names.of(person.role()), &date))
                }
                (QuestionOrigin::Written(person), None) => {
                    names.with(|names| (all.questions.asked_by_undated)(names.of(person.role())))
                }
                (QuestionOrigin::Unknown, _) => all.questions.origin_unknown.to_owned(),
            })
        })
    };
    view! { <p class="row__meta">{move || words()}</p> }
}

/// The other's answer to read, one's own to write.
#[component]
pub(super) fn Answers(
    /// Which question.
    id: QuestionId,
    /// Whether it is settled.
    settled: Memo<bool>,
    /// As the record has it.
    question: Memo<Option<Question>>,
) -> impl IntoView {
    let store = use_store();
    let names = use_names();
    let me = store.me();
    let others = move || {
        let me = me.get();
        let said = question.with(|question| {
            let answers = question.iter().flat_map(|question| question.answers.iter());
            let others = answers.filter(|(person, text)| **person != me && !text.trim().is_empty());
            others.map(|(person, text)| (*person, visible(text.trim()))).collect::<Vec<_>>()
        });
        said.into_iter().map(|(person, text)| view! { <Said person=person text=text names=names/> }).collect_view()
    };
    let answered = Memo::new(move |_| {
        question.with(|question| question.as_ref().is_some_and(|question| question.answers.contains_key(&me.get())))
    });
    let mine = move || {
        let path = schema::answer(&id, me.get());
        // A settled question without an answer here needs no empty field.
        (!settled.get() || answered.get()).then(|| {
            view! { <TextArea label=say(|t| t.questions.answer_mine) path=path rows=1/> }
        })
    };
    view! {
        {others}
        {move || mine()}
    }
}

/// A new question, in the margin.
#[component]
fn Ask(
    /// Grows when the focus should come here.
    focus: RwSignal<u32>,
) -> impl IntoView {
    Effect::new(move |before: Option<u32>| {
        let now = focus.get();
        if before.is_some_and(|before| before != now) {
            focus_soon(&["#ask"]);
        }
        now
    });
    view! {
        <section class="margin-note" aria-labelledby="ask-title">
            <h2 id="ask-title">{say(|t| t.questions.ask_title)}</h2>
            <AskForm label=say(|t| t.questions.ask_label) kind=ButtonKind::Primary/>
        </section>
    }
}

/// A field for a new question and the button that notes it.
#[component]
pub(super) fn AskForm(
    /// The field's label.
    #[prop(into)]
    label: TextProp,
    /// What the button is for.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Refusal>);
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(id) = QuestionId::parse(&store.new_id()) else { return };
        let outcome = store.dispatch(Command::Ask(id, typed.get_untracked()));
        if outcome.is_ok() {
            typed.set(String::new());
            store.announce(texts.get_untracked().questions.asked.to_owned());
        }
        wrong.set(outcome.err());
        focus_soon(&["#ask"]);
    };
    view! {
        <form class="stack" on:submit=ask novalidate>
            <Input
                id="ask"
                label=label
                hint=say(|t| t.questions.ask_hint)
                value=typed
                error=Signal::derive(move || wrong.get().map(|refusal| texts.get().refusals.of(refusal).to_owned()))
            />
            <p class="actions">
                <Button kind=kind type_="submit">{say(|t| t.questions.ask_button)}</Button>
            </p>
        </form>
    }
}

/// Asks before all the words of a question go.
#[component]
fn Remove(asked: RwSignal<Option<QuestionId>>, #[prop(into)] on_removed: Callback<()>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let open = RwSignal::new(false);
    // Each effect writes only what differs: setting a signal to what it holds would start the other one again, for ever.
    Effect::new(move |_| {
        let wanted = asked.with(Option::is_some);
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    // Esc closes the dialog by itself.
    Effect::new(move |_| {
        if !open.get() && asked.with_untracked(Option::is_some) {
            asked.set(None);
        }
    });
    let remove = move || {
        if let Some(id) = asked.get_untracked() {
            // Already removed elsewhere is as good as removed here.
            let _ = store.dispatch(Command::RemoveQuestion(id));
            store.announce(texts.get_untracked().questions.removed.to_owned());
        }
        asked.set(None);
        on_removed.run(());
    };
    view! {
        <Dialog open=open title=say(|t| t.questions.remove_title)>
            <p>{say(|t| t.questions.remove_body)}</p>
            <div class="actions">
                <Button autofocus=true on_click=move || asked.set(None)>
                    {say(|t| t.questions.remove_keep)}
                </Button>
                <Button on_click=remove>{say(|t| t.questions.remove_yes)}</Button>
            </div>
        </Dialog>
    }
}
