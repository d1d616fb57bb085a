//! The rules, `#/regles`: what each asks, what it says for this pair now, where it comes from, how we read it and from what; the
//! numbers of the contract, and the calculator of cancellations.

mod contract;

use leptos::prelude::*;

use self::contract::{ContractField, Practice};
use super::cancellation::CancellationCalculator;
use super::focus::focus_soon;
use super::guide_link::LinkOut;
use super::reading::use_reading;
use crate::domain::Threshold;
use crate::domain::rule::answer::{Answer, GuideRule, answers};
use crate::i18n::Rules;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::use_locale;
use crate::web::route::rule_href;

/// The words of the rules in the chosen language.
pub fn use_rules() -> Signal<&'static Rules> {
    let locale = use_locale();
    Signal::derive(move || Rules::of(locale.get()))
}

/// The number of the contract that a rule is reckoned with.
fn threshold(rule: GuideRule) -> Option<Threshold> {
    match rule {
        GuideRule::Horizon => Some(Threshold::Horizon),
        GuideRule::Cancellation => Some(Threshold::Notice),
        GuideRule::Deposit => Some(Threshold::Deposit),
        _ => None,
    }
}

/// The rules' screen.
#[component]
pub fn RulesPage() -> impl IntoView {
    let store = use_store();
    let rules = use_rules();
    let reading = use_reading();
    let all = store.read(move |pair| answers(pair, store.minute().get(), &store.zone()));
    let today = move || (rules.get().today)(&reading.moment(store.minute().get()));
    let section = move |rule: GuideRule| {
        let answer = Memo::new(move |_| all.with(|all| all.iter().find(|answer| answer.rule == rule).cloned()));
        let calculator = (rule == GuideRule::Cancellation).then(|| view! { <CancellationCalculator/> });
        view! {
            <Rule rule=rule answer=answer/>
            {calculator}
        }
    };
    view! {
        <PageTitle text=Signal::derive(move || rules.get().title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{move || rules.get().title}</h1>
            <p class="lede">{move || rules.get().lede} " " {today}</p>
        </div>
        <Contents/>
        <div class="rules">{GuideRule::ALL.map(section)} <Practice/></div>
    }
}

/// The ten rules by name. They lead to their place on this screen, so the focus is put by hand.
#[component]
fn Contents() -> impl IntoView {
    let rules = use_rules();
    let item = move |rule: GuideRule| {
        let go = move |_| focus_soon(&[&format!("#{} h2", rule.slug())]);
        view! {
            <li>
                <a href=rule_href(rule) on:click=go>{move || rules.get().name(rule)}</a>
            </li>
        }
    };
    view! {
        <nav class="rules-list" aria-label=move || rules.get().contents>
            <ol>{GuideRule::ALL.map(item)}</ol>
        </nav>
    }
}

/// One rule: its sentence and its answer; beside them our reading, the source, the contract's number and what went into it.
#[component]
fn Rule(rule: GuideRule, answer: Memo<Option<Answer>>) -> impl IntoView {
    let store = use_store();
    let rules = use_rules();
    let reading = use_reading();
    let contract = store.read(|pair| pair.contract);
    let number = GuideRule::ALL.into_iter().position(|other| other == rule).map_or(0, |at| at + 1);
    let sentence = move || reading.with(|labels| rules.get().sentence(rule, &contract.get(), labels));
    let said = move || {
        answer.with(|answer| {
            let said = answer.as_ref().map(|answer| reading.with(|labels| rules.get().said(answer, labels)));
            said.unwrap_or_default().into_iter().map(|said| view! { <p>{said}</p> }).collect_view()
        })
    };
    let read = move || {
        let read = reading.with(|labels| rules.get().reading(rule, &contract.get(), labels))?;
        Some(view! {
            <div>
                <h3>{rules.get().reading_title}</h3>
                <p>{read}</p>
            </div>
        })
    };
    let facts = move || {
        let facts = answer.with(|answer| {
            let facts = answer.as_ref().map(|answer| answer.facts.clone()).unwrap_or_default();
            reading.with(|labels| facts.iter().map(|fact| rules.get().fact(fact, labels)).collect::<Vec<_>>())
        });
        let rows = facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
        (rows.len() > 0).then(|| {
            view! {
                <div>
                    <h3>{rules.get().facts_title}</h3>
                    <dl class="rule__facts">{rows.collect_view()}</dl>
                </div>
            }
        })
    };
    view! {
        <section class="rule" id=rule.slug() aria-labelledby=format!("{}-title", rule.slug())>
            <div class="rule__main">
                <p class="eyebrow">{move || (rules.get().number)(number)}</p>
                <h2 id=format!("{}-title", rule.slug()) tabindex="-1">{move || rules.get().name(rule)}</h2>
                <div class="rule__said">{said}</div>
                <p>{sentence}</p>
            </div>
            <div class="rule__margin">
                {read}
                <div>
                    <h3>{move || rules.get().source_title}</h3>
                    <p>{move || rules.get().source} " " <LinkOut to=Rules::link(rule)/></p>
                </div>
                {threshold(rule).map(|threshold| view! { <ContractField threshold=threshold/> })}
                {facts}
            </div>
        </section>
    }
}
