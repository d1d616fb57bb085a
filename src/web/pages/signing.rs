//! The two signatures under the agreement: a first name and a date. Whoever uses this browser signs; on the shared screen, either.

use leptos::html;
use leptos::prelude::*;

use super::names::use_names;
use super::reading::use_reading;
use crate::domain::{AgreementCommand, Command, PersonId, PromiseState, Role, Section};
use crate::export::agreement::{Sheet, Signed, sheet};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::Route;
use crate::web::ui::{Button, ButtonKind, Part};

/// The agreement as a sheet, as it changes.
pub fn use_sheet() -> Memo<Sheet> {
    let store = use_store();
    let reading = use_reading();
    Memo::new(move |_| {
        let pair = store.pairing().get();
        pair.map_or_else(Sheet::default, |pair| reading.with(|labels| sheet(&pair, labels)))
    })
}

/// Signing.
#[component]
pub fn SigningPart() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let sheet = use_sheet();
    let signed = move |at: usize| {
        Memo::new(move |_| sheet.with(|sheet| sheet.signed.get(at).is_some_and(|signed| signed.moment.is_some())))
    };
    let (mentor, student) = (signed(0), signed(1));
    let counted = store.read(|pair| Some(pair.agreement.clone()));
    let ready = store.read(|pair| pair.agreement.count(PromiseState::Agreed) > 0);
    let say_counted = move || {
        let words = texts.get().agreement();
        counted.with(|agreement| agreement.as_ref().map(|agreement| words.count(agreement)).unwrap_or_default())
    };
    view! {
        <Part title=say(|t| t.recap().sign_title) note=say(|t| t.recap().sign_note)>
            <div class="sign">
                <svg class="strands sign__roof" viewBox="0 0 1000 88" preserveAspectRatio="none" aria-hidden="true">
                    <path
                        class=move || if mentor.get() { "strands__mentor" } else { "strands__ahead" }
                        d="M4 82C180 78 380 60 488 8"
                    ></path>
                    <path
                        class=move || if student.get() { "strands__student" } else { "strands__ahead" }
                        d="M512 8C620 60 820 78 996 82"
                    ></path>
                </svg>
                <Side role=Role::Mentor sheet=sheet ready=ready/>
                <div class="sign__say">
                    <p>{say_counted}</p>
                    <Show when=move || !ready.get()>
                        <p>
                            <a href=format!("{}?vers=charte", Route::Section(Section::Organisation).href())>
                                {say(|t| t.agreement().nothing_to_sign)}
                            </a>
                        </p>
                    </Show>
                </div>
                <Side role=Role::Student sheet=sheet ready=ready/>
            </div>
        </Part>
    }
}

/// One person's half: their name, and when they signed or the button that does.
#[component]
fn Side(role: Role, sheet: Memo<Sheet>, ready: Memo<bool>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let person = PersonId::of(role);
    let name = move || names.with(|names| names.of(role).to_owned());
    let mine =
        Memo::new(move |_| sheet.with(|sheet| sheet.signed.iter().find(|signed| signed.person == person).cloned()));
    let may = Memo::new(move |_| store.me().get().role() == role || store.shared_screen().get());
    let side = NodeRef::<html::Div>::new();
    // The button that was pressed goes: the focus stays with the person, whose name then says what came of it.
    let act = move |command: AgreementCommand, told: fn(&'static crate::i18n::Agreement) -> fn(&str) -> String| {
        if store.dispatch(Command::Agreement(command)).is_ok() {
            store.announce(told(texts.get_untracked().agreement())(&name()));
            request_animation_frame(move || {
                if let Some(side) = side.get_untracked() {
                    let _ = side.focus();
                }
            });
        }
    };
    let sign = move || act(AgreementCommand::Sign(person), |words| words.signed_now);
    let unsign = move || act(AgreementCommand::Unsign(person), |words| words.unsigned_now);
    let below = move || match mine.get() {
        Some(Signed { moment: Some(moment), changed, .. }) => {
            let again = changed.is_some() && may.get() && ready.get();
            view! {
                <p class="quiet">{(texts.get().agreement().signed_at)(&moment)}</p>
                {changed.map(|changed| view! { <p class="sign__changed">{changed}</p> })}
                {again
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::of(role) on_click=sign>
                                {move || (texts.get().agreement().sign_again)(&name())}
                            </Button>
                        }
                    })}
                {may
                    .get()
                    .then(|| {
                        view! {
                            <Button
                                kind=ButtonKind::Quiet
                                label=move || (texts.get().agreement().unsign_named)(&name())
                                on_click=unsign
                            >
                                {say(|t| t.agreement().unsign)}
                            </Button>
                        }
                    })}
            }
            .into_any()
        }
        _ if !ready.get() => view! { <p class="quiet">{say(|t| t.agreement().not_signed)}</p> }.into_any(),
        _ if may.get() => view! {
            <Button kind=ButtonKind::of(role) on_click=sign>{move || (texts.get().agreement().sign)(&name())}</Button>
        }
        .into_any(),
        _ => view! { <p class="quiet">{move || (texts.get().agreement().sign_elsewhere)(&name())}</p> }.into_any(),
    };
    let class = match role {
        Role::Mentor => "sign__side sign__side--mentor",
        Role::Student => "sign__side sign__side--student",
    };
    view! {
        <div class=class role="group" aria-label=name tabindex="-1" node_ref=side>
            <h3>{name}</h3>
            {below}
        </div>
    }
}
