//! Section 1: two cards with prompts, the mentor's on the left, the student's on the right; and *tu* or *vous*.

use leptos::prelude::*;

use super::guide_link::LinkOut;
use super::names::use_names;
use super::profile::OwnIntro;
use super::section::SectionFrame;
use crate::domain::person::IntroPrompt;
use crate::domain::{Address, Command, PersonId, Role, Section, schema};
use crate::i18n::GuideLink;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Choices, Part, TextArea};

/// Section 1.
#[component]
pub fn MeetingPage() -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    view! {
        <SectionFrame section=Section::Meeting>
            <div class="cards">
                <Card role=Role::Mentor>
                    <div class="card__say">
                        <p>{move || names.with(|names| (texts.get().meeting().tell_length)(&names.student))}</p>
                        <p>{say(|t| t.meeting().length_by_contract)}</p>
                    </div>
                    <OwnIntro/>
                </Card>
                <Card role=Role::Student>
                    <p>
                        <LinkOut to=GuideLink::GoodStart/>
                    </p>
                </Card>
            </div>
            <HowToAddress/>
        </SectionFrame>
    }
}

/// One person's prompts. Both cards take words at any time: whoever listens may note, and nothing typed is ever folded away.
#[component]
fn Card(role: Role, children: Children) -> impl IntoView {
    let texts = use_texts();
    let names = use_names();
    let person = PersonId::of(role);
    let (class, edge, id) = match role {
        Role::Mentor => ("card card--mentor", "M0 9C30 0 58 15 100 6", "card-mentor"),
        Role::Student => ("card card--student", "M0 5C24 14 62 1 100 9", "card-student"),
    };
    let fields = IntroPrompt::of(role)
        .iter()
        .map(|prompt| {
            let prompt = *prompt;
            let words = move || names.with(|names| texts.get().meeting().prompt(prompt, &names.mentor));
            let path = schema::intro(person, prompt);
            // Which prompts have a hint does not depend on the language.
            if untrack(words).1.is_some() {
                view! { <TextArea label=move || words().0 hint=move || words().1.unwrap_or_default() path=path rows=2/> }
                    .into_any()
            } else {
                view! { <TextArea label=move || words().0 path=path rows=2/> }.into_any()
            }
        })
        .collect_view();
    view! {
        <section class=class aria-labelledby=id>
            <svg class="card__edge" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
                <path d=edge></path>
            </svg>
            <div class="card__head">
                <h2 id=id>{move || names.with(|names| names.of(role).to_owned())}</h2>
                <span class="hint">{say(|t| t.meeting().writing_is_optional)}</span>
            </div>
            {fields}
            {children()}
        </section>
    }
}

/// *Tu* or *vous*, between the two; the page itself always says *vous*.
#[component]
fn HowToAddress() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let address = store.read(|pair| Some(pair.call.address));
    let options = Signal::derive(move || {
        let meeting = texts.get().meeting();
        vec![
            (Some(Address::Tu), meeting.address_tu.to_owned()),
            (Some(Address::Vous), meeting.address_vous.to_owned()),
            (None, meeting.address_later.to_owned()),
        ]
    });
    view! {
        <Part
            place="tu-ou-vous"
            title=say(|t| t.meeting().address)
            note=say(|t| t.meeting().address_hint)
            slim=true
            aside=move || {
                view! {
                    <Choices
                        legend=say(|t| t.meeting().address)
                        legend_hidden=true
                        options=options
                        value=address
                        on_choose=move |chosen| {
                            // Never refused: any of the three is an answer.
                            let _ = store.dispatch(Command::SetAddress(chosen));
                        }
                    />
                }
            }
        />
    }
}
