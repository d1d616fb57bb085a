//! “Qui contacter ?”: from a few words, or a situation chosen, to the help that is nearest, why, and a message to send oneself.

use std::cell::RefCell;

use leptos::prelude::*;

use super::copy_text::{CopyText, CopyWords};
use super::focus::focus_soon;
use super::guide_link::LinkOut;
use super::names::use_names;
use super::reading::use_reading;
use crate::domain::PairId;
use crate::domain::rule::cancellation;
use crate::domain::whom::{Answer, Need, whom};
use crate::export::message;
use crate::i18n::{Messages, links_of_need};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Input, Part, Select};

/// What was typed here, for as long as the tab lives: a description and a message are no part of the record, and are not lost by a
/// look at another screen.
#[derive(Clone, Default)]
struct Kept {
    pair: Option<PairId>,
    described: String,
    answer: Option<Answer>,
    need: Option<Need>,
    message: String,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// The question, its answer and the message.
#[component]
pub fn WhomToContact() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let pair = untrack(|| store.pairing().get().map(|pair| pair.id.clone()));
    let kept = KEPT.with_borrow(Clone::clone);
    let kept = if kept.pair == pair { kept } else { Kept::default() };
    let described = RwSignal::new(kept.described);
    let answer = RwSignal::new(kept.answer);
    let need = RwSignal::new(kept.need);
    let drafted = RwSignal::new(kept.message);
    on_cleanup(move || {
        let kept = Kept {
            pair,
            described: described.try_get_untracked().unwrap_or_default(),
            answer: answer.try_get_untracked().flatten(),
            need: need.try_get_untracked().flatten(),
            message: drafted.try_get_untracked().unwrap_or_default(),
        };
        KEPT.with_borrow_mut(|place| *place = kept);
    });
    let draft = move |chosen: Need| {
        let pair = store.pairing().get_untracked()?;
        let said = described.get_untracked();
        Some(untrack(|| reading.with(|labels| message::draft(&pair, chosen, &said, store.now(), labels))))
    };
    let choose = move |chosen: Option<Need>| {
        need.set(chosen);
        drafted.set(chosen.and_then(draft).unwrap_or_default());
    };
    let find = move || {
        let found = whom(&described.get_untracked());
        answer.set(Some(found));
        choose(match found {
            Answer::Sure(need) => Some(need),
            _ => None,
        });
        focus_soon(&["#whom-answer"]);
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        find();
    };
    let options = Signal::derive(move || {
        let words = texts.get().whom();
        let needs = Need::ALL.into_iter().map(|need| (Some(need), words.need(need).to_owned()));
        std::iter::once((None, words.pick_none.to_owned())).chain(needs).collect::<Vec<_>>()
    });
    let pick = move |chosen: Option<Need>| {
        answer.set(None);
        choose(chosen);
    };
    let unsure = move || {
        let words = texts.get().whom();
        let (said, offered) = match answer.get().filter(|_| need.get().is_none())? {
            Answer::Sure(_) => return None,
            Answer::Unknown => (words.unknown, Vec::new()),
            Answer::Perhaps(one) => (words.perhaps, vec![one]),
            Answer::Between(one, two) => (words.between, vec![one, two]),
        };
        let buttons = offered.into_iter().map(|one| {
            let label = (words.this_one)(words.need(one));
            let pick = move || {
                choose(Some(one));
                focus_soon(&["#whom-answer"]);
            };
            view! { <Button label=label on_click=pick>{words.need(one)}</Button> }
        });
        Some(view! {
            <div class="cases__answer">
                <h3 class="cases__verdict" id="whom-answer" tabindex="-1">{said}</h3>
                <p class="actions">{buttons.collect_view()}</p>
            </div>
        })
    };
    view! {
        <Part title=say(|t| t.whom().title) note=say(|t| t.whom().note)>
            <div class="cases">
                <div class="cases__case">
                    <form class="stack" on:submit=submit>
                        <Input label=say(|t| t.whom().ask) hint=say(|t| t.whom().ask_hint) value=described maxlength=400/>
                        <p class="actions">
                            <Button type_="submit">{say(|t| t.whom().find)}</Button>
                        </p>
                    </form>
                    <Select
                        label=say(|t| t.whom().pick)
                        options=options
                        value=need
                        on_choose=pick
                    />
                </div>
                {unsure}
                {move || {
                    need.get()
                        .map(|chosen| {
                            let anew = move || drafted.set(draft(chosen).unwrap_or_default());
                            view! { <Nearest need=chosen drafted=drafted on_anew=anew/> }
                        })
                }}
            </div>
        </Part>
    }
}

fn words_of_copy(texts: &'static Messages) -> CopyWords {
    let words = texts.whom();
    CopyWords { copied: words.draft_copied, refused: words.draft_not_copied, text: words.draft_copy }
}

/// Whom to turn to, why, the links, and the message.
#[component]
fn Nearest(need: Need, drafted: RwSignal<String>, #[prop(into)] on_anew: Callback<()>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let title = move || {
        let all = texts.get();
        let named =
            |help| names.with(|names| all.points().in_sentence(crate::domain::Help::point(help), &names.mentor));
        let then = need.also().map(|help| format!(" {}", (all.whom().then)(&named(help))));
        format!("{}{}", (all.whom().first)(&named(need.first())), then.unwrap_or_default())
    };
    let hours = store.read(|pair| pair.contract.notice_hours);
    let why = move || {
        let all = texts.get();
        let why = names.with(|names| all.whom().why(need, all.helps(), &names.mentor, hours.get()));
        why.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()
    };
    let deadline = store.read(move |pair| {
        let (_, booking) = pair.next_session(store.minute().get()).filter(|_| need == Need::Move)?;
        let deadline = cancellation::deadline(booking.start, &pair.contract);
        (deadline > store.minute().get()).then_some(deadline)
    });
    let until = move || {
        let said = deadline.get().map(|at| (texts.get().whom().moving_until)(&reading.moment(at)));
        said.map(|words| view! { <p>{words}</p> })
    };
    let links = links_of_need(need).into_iter().map(|link| view! { <li><LinkOut to=link/></li> }).collect_view();
    let label = Signal::derive(move || names.with(|names| (texts.get().whom().draft)(&names.student)));
    view! {
        <div class="cases__answer">
            <h3 class="cases__verdict" id="whom-answer" tabindex="-1">{title}</h3>
            {why}
            {until}
            {(!links_of_need(need).is_empty()).then(|| view! { <ul class="point__links">{links}</ul> })}
            <Input label=move || label.get() hint=say(|t| t.whom().draft_hint) value=drafted rows=12/>
            <div class="whom__acts">
                <CopyText text=move |()| drafted.get_untracked() words=words_of_copy>
                    {say(|t| t.whom().draft_copy)}
                </CopyText>
                <Button kind=ButtonKind::Quiet on_click=on_anew>{say(|t| t.whom().draft_anew)}</Button>
            </div>
        </div>
    }
}
