//! What only people know about a copy: whether it is another pair or the same one started twice, and whose browser this is.

use leptos::prelude::*;

use super::import::{Received, Receiving, Stage, Trouble};
use crate::document::review::Relation;
use crate::domain::Role;
use crate::i18n::{Messages, visible};
use crate::web::app::PageTitle;
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Choices, ChoicesLook, ErrorSummary};

/// What a copy of another pair is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kinship {
    /// A pair of its own.
    New,
    /// Another pair that this browser already has.
    Known,
    /// The open pair, which both people started.
    Same,
}

/// Asks what a copy of another pair is.
#[component]
pub fn Stranger(receiving: Receiving, received: Received, relation: Relation) -> impl IntoView {
    let texts = use_texts();
    let known = receiving.known_pair(&received);
    // The same two names: most likely both began before they exchanged.
    let twins = matches!(relation, Relation::StartedTwice { .. });
    let swapped = relation == Relation::StartedTwice { roles_swapped: true };
    let kinship = RwSignal::new(None::<Kinship>);
    let missing = RwSignal::new(false);
    let is_known = known.is_some();
    let options = Signal::derive(move || {
        let words = texts.get().import();
        let other = if is_known { (Kinship::Known, words.stranger_known) } else { (Kinship::New, words.stranger_new) };
        let same = (Kinship::Same, words.stranger_same);
        let ordered = if twins { [same, other] } else { [other, same] };
        ordered.map(|(kinship, words)| (kinship, words.to_owned())).to_vec()
    });
    let (mentor, student) = (visible(&received.names.mentor), visible(&received.names.student));
    let title = Signal::derive(move || (texts.get().import().stranger_title)(&mentor, &student));
    let go_on = move || match kinship.get_untracked() {
        None => missing.set(true),
        Some(Kinship::New) => receiving.show(Stage::Whose(received.clone())),
        Some(Kinship::Same) => receiving.review(received.clone(), true),
        Some(Kinship::Known) => {
            if let Some(pair) = known.clone() {
                receiving.review_in(pair, received.clone());
            }
        }
    };
    view! {
        <PageTitle text=title error=missing/>
        <div class="opening">
            <h1 tabindex="-1">{title}</h1>
            <Show when=move || !twins>
                <p class="lede">{say(|t| t.import().other_pair)}</p>
            </Show>
            <Show when=move || swapped>
                <p class="lede">{say(|t| t.import().roles_swapped)}</p>
            </Show>
        </div>
        <Missing missing=missing words=|texts| texts.import().stranger_missing field="stranger"/>
        <div class="stack stack--wide">
            <Choices
                id="stranger"
                legend=say(|t| t.import().stranger_legend)
                hint=say(|t| t.import().stranger_same_hint)
                options=options
                value=kinship
                on_choose=move |chosen| {
                    kinship.set(Some(chosen));
                    missing.set(false);
                }
                look=ChoicesLook::Stack
            />
            <p class="actions">
                <Button kind=ButtonKind::Primary arrow=true on_click=go_on>
                    {say(|t| t.common().continue_)}
                </Button>
                <Button kind=ButtonKind::Quiet on_click=move || receiving.show(Stage::Pick)>
                    {say(|t| t.import().cancel)}
                </Button>
            </p>
        </div>
    }
}

/// Asks whose browser this is, then opens the pair.
#[component]
pub fn Whose(receiving: Receiving, received: Received) -> impl IntoView {
    let texts = use_texts();
    let me = RwSignal::new(None::<Role>);
    let missing = RwSignal::new(false);
    let (mentor, student) = (visible(&received.names.mentor), visible(&received.names.student));
    let title = {
        let (mentor, student) = (mentor.clone(), student.clone());
        Signal::derive(move || (texts.get().import().first_title)(&mentor, &student))
    };
    let options = Signal::derive(move || {
        let words = texts.get().import();
        vec![(Role::Mentor, (words.whose_mentor)(&mentor)), (Role::Student, (words.whose_student)(&student))]
    });
    let open = move || match me.get_untracked() {
        None => missing.set(true),
        Some(role) => receiving.adopt(&received, role),
    };
    view! {
        <PageTitle text=title error=missing/>
        <div class="opening">
            <h1 tabindex="-1">{title}</h1>
            <p class="lede">{say(|t| t.import().first_body)}</p>
        </div>
        <Missing missing=missing words=|texts| texts.import().whose_missing field="whose"/>
        <Trouble receiving=receiving/>
        <div class="stack stack--wide">
            <Choices
                id="whose"
                legend=say(|t| t.import().whose_legend)
                options=options
                value=me
                on_choose=move |role| {
                    me.set(Some(role));
                    missing.set(false);
                }
                look=ChoicesLook::Stack
            />
            <p class="actions">
                <Button kind=ButtonKind::Primary arrow=true on_click=open>
                    {say(|t| t.import().open_pair)}
                </Button>
                <Button kind=ButtonKind::Quiet on_click=move || receiving.show(Stage::Pick)>
                    {say(|t| t.import().cancel)}
                </Button>
            </p>
        </div>
    }
}

/// The summary for the one choice that is missing.
#[component]
fn Missing(
    #[prop(into)] missing: Signal<bool>,
    words: fn(&'static Messages) -> &'static str,
    field: &'static str,
) -> impl IntoView {
    let texts = use_texts();
    let errors = Signal::derive(move || {
        if missing.get() { vec![(field.to_owned(), words(texts.get()).to_owned())] } else { Vec::new() }
    });
    view! { <ErrorSummary title=say(|t| t.common().error_summary_title) errors=errors/> }
}
