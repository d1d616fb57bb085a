//! A link of the guide: the only kind of link that leaves the page.

use leptos::prelude::*;

use crate::i18n::GuideLink;
use crate::web::locale::{say, use_texts};

/// A link of the guide. Opens in a new tab, which learns nothing of this page.
#[component]
pub fn LinkOut(
    /// Which.
    to: GuideLink,
) -> impl IntoView {
    let texts = use_texts();
    view! {
        <a class="link-out" href=to.href() target="_blank" rel="noopener noreferrer" hreflang="fr">
            {move || texts.get().links().of(to)}
            <span class="visually-hidden">", " {say(|t| t.common().opens_new_tab)}</span>
        </a>
    }
}
