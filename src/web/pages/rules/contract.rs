//! The numbers of the contract, each beside the rule that takes it; those that the guide does not speak of, at the end.

use leptos::prelude::*;

use super::use_rules;
use crate::domain::{Command, ContractCommand, Refusal, Threshold};
use crate::i18n::capitalised;
use crate::web::dispatch::use_store;
use crate::web::locale::use_texts;
use crate::web::ui::{Button, ButtonKind, Checkbox, FieldWidth, Input, Part};

/// What is wrong with a number as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Unread,
    Refused(Refusal),
}

/// One number of the contract.
#[component]
pub fn ContractField(threshold: Threshold) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let rules = use_rules();
    let number = store.read(move |pair| pair.contract.of(threshold));
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<Fault>);
    // What the record says is shown, also when it changes elsewhere.
    Effect::new(move |_| {
        typed.set(number.get().to_string());
        fault.set(None);
    });
    let set = move |wanted: Option<u32>| {
        let outcome = store.dispatch(Command::Contract(ContractCommand::Set(threshold, wanted)));
        if outcome.is_ok() {
            store.announce(rules.get_untracked().contract_said.to_owned());
            typed.set(number.get_untracked().to_string());
        }
        fault.try_set(outcome.err().map(Fault::Refused));
    };
    let change = move || match typed.with_untracked(|typed| typed.trim().to_owned()) {
        text if text.is_empty() => set(None),
        text => match text.parse() {
            Ok(wanted) if wanted == number.get_untracked() => fault.set(None),
            Ok(wanted) => set(Some(wanted)),
            Err(_) => fault.set(Some(Fault::Unread)),
        },
    };
    let error = move || {
        fault.get().map(|fault| match fault {
            Fault::Unread => rules.get().contract_unread.to_owned(),
            Fault::Refused(refusal) => texts.get().refusals().of(refusal).to_owned(),
        })
    };
    let usual = move || texts.get().contract().number(threshold, threshold.usual());
    let is_in_guide = !matches!(threshold, Threshold::Resubmit | Threshold::Decision);
    let hint = move || {
        let words = rules.get();
        if is_in_guide { (words.contract_usual)(&usual()) } else { words.contract_practice.to_owned() }
    };
    let unit = move || {
        let words = texts.get().contract();
        if threshold == Threshold::Horizon { words.unit_weeks } else { words.unit_hours }
    };
    let is_changed = Memo::new(move |_| number.get() != threshold.usual());
    view! {
        <div class="rule__contract">
            <Input
                label=move || capitalised(texts.get().contract().threshold(threshold))
                hint=hint
                suffix=unit
                value=typed
                inputmode="numeric"
                maxlength=3
                width=FieldWidth::Short
                error=Signal::derive(error)
                on_change=change
            />
            <Show when=move || is_changed.get()>
                <Button kind=ButtonKind::Quiet on_click=move || set(None)>
                    {move || (rules.get().contract_back)(&usual())}
                </Button>
            </Show>
        </div>
    }
}

/// What is seen in practice and not in the guide.
#[component]
pub fn Practice() -> impl IntoView {
    let store = use_store();
    let rules = use_rules();
    let conditional = store.read(|pair| pair.contract.conditional);
    let set = move |can: bool| {
        if store.dispatch(Command::Contract(ContractCommand::SetConditional(can))).is_ok() {
            store.announce(rules.get_untracked().contract_said.to_owned());
        }
    };
    view! {
        <Part place="contrat" title=move || rules.get().contract_title note=move || rules.get().contract_note>
            <div class="rule__practice">
                <Checkbox
                    label=move || rules.get().contract_conditional
                    hint=move || rules.get().contract_conditional_hint
                    checked=conditional
                    on_change=move |can| set(can)
                />
                <Show when=move || conditional.get()>
                    <ContractField threshold=Threshold::Resubmit/>
                    <ContractField threshold=Threshold::Decision/>
                </Show>
            </div>
        </Part>
    }
}
