//! How the files are called, each name copied by a button; and names that people made, looked at.

use leptos::prelude::*;

use super::{PROGRAMME, use_here};
use crate::domain::kit::check::{Checked, Verdict, check, left};
use crate::domain::kit::pattern::Rendered;
use crate::domain::kit::{ARCHIVE, FILES, field};
use crate::domain::schema::name;
use crate::i18n::{Messages, visible};
use crate::web::locale::{say, use_texts};
use crate::web::pages::copy_text::{CopyText, CopyWords};
use crate::web::ui::{ButtonKind, Input, TextArea, TextField};

fn words_of_copy(texts: &'static Messages) -> CopyWords {
    let words = texts.kit();
    CopyWords { copied: words.copied, refused: words.not_copied, text: words.name_label }
}

/// The two patterns, the family name, and the names that come of them.
#[component]
pub fn Names() -> impl IntoView {
    let here = use_here();
    let names = here.names();
    let files =
        Memo::new(move |_| names.with(|names| names.as_ref().map(|(_, files)| files.clone()).unwrap_or_default()));
    let archive = Memo::new(move |_| names.with(|names| names.as_ref().map(|(archive, _)| archive.clone())));
    let archive_title = say(|t| t.kit().archive_name);
    let rows = move || {
        let archive = archive.get().map(|made| view! { <Name what=archive_title made=made/> });
        let files = files.get().into_iter().map(|(what, made)| {
            let what = visible(&what);
            view! { <Name what=Signal::stored(what) made=made/> }
        });
        view! {
            {archive}
            {files.collect_view()}
        }
    };
    let none = Memo::new(move |_| files.with(Vec::is_empty));
    view! {
        <section class="section" aria-labelledby="kit-names">
            <h2 id="kit-names">{say(|t| t.kit().names)}</h2>
            <p class="quiet">{say(|t| t.kit().names_note)}</p>
            <div class="kit-patterns">
                <TextField label=say(|t| t.kit().surname) hint=say(|t| t.kit().surname_hint) path=field(name::SURNAME)/>
                <TextArea
                    rows=1
                    label=say(|t| t.kit().archive)
                    path=field(name::ARCHIVE)
                    otherwise=Signal::stored(ARCHIVE.to_owned())
                />
                <TextArea
                    rows=1
                    label=say(|t| t.kit().files)
                    hint=say(|t| t.kit().pattern_hint)
                    path=field(name::FILES)
                    otherwise=Signal::stored(FILES.to_owned())
                />
            </div>
            <ul class="rows">{rows}</ul>
            <p class="hint">{say(|t| t.kit().ending)}</p>
            <Show when=move || none.get()>
                <p>
                    {say(|t| t.kit().no_deliverable)} " "
                    <a href=PROGRAMME.href()>{say(|t| t.kit().deliverables_link)}</a>
                </p>
            </Show>
        </section>
    }
}

/// One name: what it is of, the name, what it lacks, and copying it.
#[component]
fn Name(#[prop(into)] what: Signal<String>, made: Rendered) -> impl IntoView {
    let texts = use_texts();
    let name = made.name.clone();
    let missing = move || {
        let words = texts.get().kit();
        let missing: Vec<&str> = made.missing.iter().map(|piece| words.piece(*piece)).collect();
        (!missing.is_empty()).then(|| (words.missing)(&missing.join(", ")))
    };
    let (shown, copied, label) = (name.clone(), name.clone(), name);
    view! {
        <li class="row row--bare row--side">
            <div class="row__body">
                <p class="row__title">{what}</p>
                <p class="kit-name"><code>{shown}</code></p>
                {move || missing().map(|words| view! { <p class="row__meta">{words}</p> })}
            </div>
            <div class="row__side">
                <CopyText
                    text=move |()| copied.clone()
                    words=words_of_copy
                    kind=ButtonKind::Quiet
                    label=Signal::derive(move || (texts.get().kit().copy_named)(&label))
                >
                    {say(|t| t.kit().copy)}
                </CopyText>
            </div>
        </li>
    }
}

/// Names that people made: which fits, which does not, what to change; and what is missing.
#[component]
pub fn Check() -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let names = here.names();
    let pasted = RwSignal::new(String::new());
    let expected = Memo::new(move |_| {
        names.with(|names| {
            let Some((archive, files)) = names else { return Vec::new() };
            std::iter::once(archive).chain(files.iter().map(|(_, made)| made)).map(|made| made.name.clone()).collect()
        })
    });
    let checked = Memo::new(move |_| pasted.with(|pasted| expected.with(|expected| check(pasted, expected))));
    let rows = move || checked.get().into_iter().map(|it| view! { <Pasted checked=it/> }).collect_view();
    let lacking = move || {
        let words = texts.get().kit();
        let names = expected.with(|expected| {
            let left = checked.with(|checked| left(checked, expected));
            left.into_iter().filter_map(|at| expected.get(at).cloned()).collect::<Vec<_>>()
        });
        if names.is_empty() { words.all_there.to_owned() } else { (words.left)(&names.join(", ")) }
    };
    view! {
        <section class="section" aria-labelledby="kit-check">
            <h2 id="kit-check">{say(|t| t.kit().check)}</h2>
            <p class="quiet">{say(|t| t.kit().check_note)}</p>
            <Input label=say(|t| t.kit().pasted) hint=say(|t| t.kit().pasted_hint) value=pasted rows=4/>
            <Show when=move || checked.with(|checked| !checked.is_empty())>
                <ul class="rows" aria-label=say(|t| t.kit().check)>{rows}</ul>
                <p class="kit-name">{lacking}</p>
            </Show>
        </section>
    }
}

/// One of them.
#[component]
fn Pasted(checked: Checked) -> impl IntoView {
    let texts = use_texts();
    let name = visible(&checked.name);
    let said = move || {
        let words = texts.get().kit();
        match &checked.verdict {
            Verdict::Fits(_) => (words.fits.to_owned(), None),
            Verdict::Unlike => (words.unlike.to_owned(), None),
            Verdict::Nearly { name, faults, .. } => {
                let faults: Vec<String> = faults.iter().map(|fault| words.fault(fault)).collect();
                (faults.join(" · "), Some((words.write_rather)(name)))
            }
        }
    };
    view! {
        <li class="row row--bare">
            <p class="row__title kit-name"><code>{name}</code></p>
            {move || {
                let (said, rather) = said();
                view! {
                    <p class="row__meta">{said}</p>
                    {rather.map(|words| view! { <p class="kit-name">{words}</p> })}
                }
            }}
        </li>
    }
}
