//! The attendance ledger, `#/assiduite`: week by week, on paper for the educational adviser.

use leptos::prelude::*;

use super::reading::use_reading;
use super::report::print_at_foot;
use super::rules::use_rules;
use crate::export::ledger::{Ledger, LedgerRow};
use crate::i18n::LedgerWords;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{use_locale, use_texts};
use crate::web::route::Route;
use crate::web::ui::Button;

/// The words of the ledger in the chosen language.
pub fn use_ledger_words() -> Signal<&'static LedgerWords> {
    let locale = use_locale();
    Signal::derive(move || LedgerWords::of(locale.get()))
}

/// The ledger's screen.
#[component]
pub fn LedgerPage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let words = use_ledger_words();
    let rules = use_rules();
    let reading = use_reading();
    let ledger = store.read(move |pair| {
        let now = store.minute().get();
        reading.with(|labels| Ledger::of(pair, now, labels, words.get(), rules.get()))
    });
    let any = Memo::new(move |_| ledger.with(|ledger| !ledger.rows.is_empty()));
    let pair = Memo::new(move |_| ledger.with(|ledger| ledger.pair.clone()));
    print_at_foot(Signal::derive(move || {
        format!("{} · {} · {}", texts.get().common().brand, pair.get(), words.get().title)
    }));
    let head = move || {
        let words = words.get();
        ledger.with(|ledger| {
            let rows = [
                (words.programme, ledger.programme.clone()),
                (words.period, ledger.period.clone()),
                (words.as_of, ledger.as_of.clone()),
                (words.totals, ledger.totals.clone()),
            ];
            let said = rows.into_iter().filter(|(_, value)| !value.is_empty());
            said.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view()
        })
    };
    let print = move || {
        store.seal_all();
        // A browser that cannot print has nothing to say about it.
        let _ = window().print();
    };
    view! {
        <PageTitle text=Signal::derive(move || words.get().title.to_owned())/>
        <article class="ledger" aria-labelledby="ledger-title">
            <div class="opening">
                <h1 id="ledger-title" tabindex="-1">{move || words.get().title}</h1>
                <p class="lede">{pair}</p>
            </div>
            <Show
                when=move || any.get()
                fallback=move || view! { <p class="quiet">{move || words.get().nothing_yet}</p> }
            >
                <dl class="ledger__head">{head}</dl>
                <p class="actions no-print">
                    <Button on_click=print>{move || words.get().print}</Button>
                    <a href=Route::Sessions.href()>{move || words.get().back}</a>
                </p>
                <Weeks rows=Signal::derive(move || ledger.with(|ledger| ledger.rows.clone()))/>
                <p class="quiet">{move || words.get().note}</p>
                <p class="quiet">{move || words.get().own_reading}</p>
            </Show>
        </article>
    }
}

#[component]
fn Weeks(rows: Signal<Vec<LedgerRow>>) -> impl IntoView {
    let words = use_ledger_words();
    let row = |row: LedgerRow| {
        let told = row.sessions.into_iter().map(|said| view! { <p>{said}</p> }).collect_view();
        let remarks = row.remarks.into_iter().map(|said| view! { <p class="ledger__remark">{said}</p> });
        view! {
            <tr>
                <th scope="row">{row.week}</th>
                <td>{row.word}</td>
                <td>{told} {remarks.collect_view()}</td>
            </tr>
        }
    };
    view! {
        <table class="ledger__weeks">
            <caption class="visually-hidden">{move || words.get().title}</caption>
            <thead>
                <tr>
                    <th scope="col">{move || words.get().week}</th>
                    <th scope="col">{move || words.get().came_to}</th>
                    <th scope="col">{move || words.get().sessions}</th>
                </tr>
            </thead>
            <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
