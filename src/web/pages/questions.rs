//! The questions' screen: what waits for the next session, what is settled, and a new one.

mod ask;
mod origin;
mod row;

use leptos::prelude::*;

use self::ask::{Ask, Remove};
use self::row::Row;
use super::names::Names;
use crate::domain::{QuestionId, QuestionOrigin};
use crate::i18n::{Messages, Questions, visible};
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Choices, ChoicesLook};

pub use self::ask::AskForm;
pub use self::origin::Origin;
pub use self::row::Answers;

/// The words of a question: its own, or those of the point of the first call it comes from.
pub(super) fn words_of(text: &str, origin: QuestionOrigin, texts: &Messages, names: &Names) -> String {
    match (text.trim(), origin) {
        ("", QuestionOrigin::Point(point)) => texts.points().title(point, &names.mentor),
        ("", _) => texts.questions().untitled.to_owned(),
        (text, _) => visible(text),
    }
}

/// Which questions are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    All,
    Waiting,
    Settled,
}

impl Shown {
    const ALL: [Self; 3] = [Self::All, Self::Waiting, Self::Settled];

    fn words(self, words: &Questions) -> &'static str {
        match self {
            Self::All => words.show_all,
            Self::Waiting => words.show_waiting,
            Self::Settled => words.show_settled,
        }
    }
}

/// The questions' screen.
#[component]
pub fn QuestionsPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let removing = RwSignal::new(None::<QuestionId>);
    // In the order of the next session's agenda; the answered ones newest first.
    let waiting = store.read(|pair| pair.questions_waiting().map(|question| question.id.clone()).collect::<Vec<_>>());
    let settled = store.read(|pair| {
        let settled = pair.questions.iter().rev().filter(|question| question.settled);
        settled.map(|question| question.id.clone()).collect::<Vec<_>>()
    });
    let shown = RwSignal::new(Shown::All);
    let options = Signal::derive(move || {
        let words = texts.get().questions();
        Shown::ALL.map(|it| (it, it.words(words).to_owned())).to_vec()
    });
    let count = |ids: Memo<Vec<QuestionId>>| u32::try_from(ids.with(Vec::len)).unwrap_or_default();
    let ask_first = RwSignal::new(0_u32);
    view! {
        <PageTitle text=Signal::derive(move || texts.get().questions().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.questions().title)}</h1>
            <p class="lede">{say(|t| t.questions().lede)}</p>
        </div>
        <div class="split">
            <div class="stack stack--wide">
                <Choices
                    legend=say(|t| t.questions().show)
                    options=options
                    value=Signal::derive(move || Some(shown.get()))
                    on_choose=move |to| shown.set(to)
                    look=ChoicesLook::Segments
                />
                <Show when=move || shown.get() != Shown::Settled>
                    <section class="section" aria-labelledby="questions-waiting">
                        <h2 id="questions-waiting">{move || (texts.get().questions().waiting)(count(waiting))}</h2>
                        <List ids=waiting removing=removing empty=move |texts| texts.questions().none/>
                    </section>
                </Show>
                <Show when=move || shown.get() != Shown::Waiting>
                    <section class="section" aria-labelledby="questions-settled">
                        <h2 id="questions-settled">{move || (texts.get().questions().settled)(count(settled))}</h2>
                        <List ids=settled removing=removing empty=move |texts| texts.questions().none_settled/>
                    </section>
                </Show>
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
