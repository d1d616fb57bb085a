//! The agreement on paper: one A4 page that two people keep. On screen it is not there.

use leptos::prelude::*;

use super::signing::use_sheet;
use crate::web::locale::{say, use_texts};
use crate::web::ui::Roof;

/// Letters on the sheet beyond which it is set smaller, then smaller still, so that it stays on one page.
const ROOMY: usize = 900;
const PACKED: usize = 1600;

/// The sheet.
#[component]
pub fn AgreementSheet() -> impl IntoView {
    let texts = use_texts();
    let sheet = use_sheet();
    let lines = move || {
        let lines = sheet.with(|sheet| sheet.lines.clone());
        let line = |line: crate::export::agreement::Line| {
            let [mentor, student] = line.ticks;
            view! {
                <li class="sheet__line">
                    <Roof mentor=Signal::stored(mentor) student=Signal::stored(student)/>
                    <p><small>{line.title}</small> {line.text}</p>
                    <p class="sheet__state">{line.words}</p>
                </li>
            }
        };
        lines.into_iter().map(line).collect_view()
    };
    let signed = move || {
        let words = texts.get().agreement();
        let signed = sheet.with(|sheet| sheet.signed.clone());
        let side = |signed: crate::export::agreement::Signed| {
            let when = signed.moment.map_or_else(|| words.not_signed.to_owned(), |moment| (words.signed_at)(&moment));
            view! {
                <div class="sheet__side">
                    <b>{signed.name}</b>
                    <p>{when}</p>
                    {signed.changed.map(|changed| view! { <p>{changed}</p> })}
                </div>
            }
        };
        signed.into_iter().map(side).collect_view()
    };
    let class = move || {
        // A line has its title and its edges beside its words.
        let letters = sheet.with(|sheet| sheet.lines.iter().map(|line| line.text.chars().count() + 60).sum::<usize>());
        match (letters > ROOMY, letters > PACKED) {
            (false, _) => "sheet",
            (true, false) => "sheet sheet--dense",
            (true, true) => "sheet sheet--dense sheet--packed",
        }
    };
    view! {
        <article class=class>
            <h2>{say(|t| t.report().agreement_title)}</h2>
            <p class="sheet__between">{move || sheet.with(|sheet| sheet.between.clone())}</p>
            <ol>{lines}</ol>
            <div class="sheet__signed">{signed}</div>
            <p class="sheet__foot">{say(|t| t.agreement().printed_foot)}</p>
        </article>
    }
}
