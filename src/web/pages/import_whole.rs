//! Receiving a full backup of one's own: what each pair would gain, then taking it all in.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::import::{Receiving, Stage, Trouble};
use crate::document::file;
use crate::i18n::visible;
use crate::web::app::PageTitle;
use crate::web::dispatch::{WholeNews, use_store};
use crate::web::locale::{say, use_texts, words_now};
use crate::web::route::{Route, navigate};
use crate::web::ui::{Button, ButtonKind, LinkButton};

/// The pairs of the backup, each with what it brings.
#[component]
pub fn Whole(receiving: Receiving, whole: file::Whole, news: Vec<WholeNews>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let brings = store.profile_news(&whole) == Some(true) || news.iter().any(|news| *news != WholeNews::Nothing);
    let profile = store.profile_news(&whole).map(|is_news| {
        let words = move || {
            let words = texts.get().backups();
            if is_news { words.whole_profile_comes } else { words.whole_nothing }
        };
        view! {
            <li class="row row--bare">
                <p class="row__title">{say(|t| t.backups().whole_profile)}</p>
                <p class="row__meta">{words}</p>
            </li>
        }
    });
    let lines = whole
        .pairs
        .iter()
        .zip(news)
        .map(|(pair, news)| {
            let (mentor, student, _) = store.whole_names(pair);
            let names = move || (texts.get().shell().pair)(&visible(&mentor), &visible(&student));
            let words = move || {
                let words = texts.get().backups();
                let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
                match news {
                    WholeNews::New => words.whole_new.to_owned(),
                    WholeNews::Nothing => words.whole_nothing.to_owned(),
                    WholeNews::Changes(counts) => {
                        (words.whole_changes)(count(counts.new), count(counts.changed), count(counts.conflicts))
                    }
                }
            };
            view! {
                <li class="row row--bare">
                    <p class="row__title">{names}</p>
                    <p class="row__meta">{words}</p>
                </li>
            }
        })
        .collect_view();
    let apply = move || {
        let whole = whole.clone();
        spawn_local(async move {
            match store.restore_whole(whole).await {
                Ok(()) => {
                    store.announce(words_now(store).backups().whole_done_title.to_owned());
                    let several = store.pairs().with_untracked(|pairs| pairs.len() > 1);
                    navigate(if several { Route::Pairs } else { Route::Home });
                }
                Err(_) => receiving.stop(),
            }
        });
    };
    view! {
        <PageTitle text=Signal::derive(move || texts.get().backups().whole_title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.backups().whole_title)}</h1>
            <p class="lede">
                {move || {
                    let words = texts.get().backups();
                    if brings { words.whole_lede } else { words.whole_nothing_here }
                }}
            </p>
        </div>
        <Trouble receiving=receiving/>
        <ul class="rows">{lines} {profile}</ul>
        <p class="actions">
            {if brings {
                view! {
                    <Button kind=ButtonKind::Primary big=true on_click=apply>{say(|t| t.backups().whole_apply)}</Button>
                    <Button kind=ButtonKind::Quiet on_click=move || receiving.show(Stage::Pick)>
                        {say(|t| t.import().cancel)}
                    </Button>
                }
                    .into_any()
            } else {
                view! {
                    <LinkButton kind=ButtonKind::Primary href=Route::Home.href()>{say(|t| t.import().to_home)}</LinkButton>
                }
                    .into_any()
            }}
        </p>
    }
}
