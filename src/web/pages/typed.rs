//! What people typed, with the addresses in it as links: only those of the web, in a tab that learns nothing of this page.

use leptos::prelude::*;

use crate::export::session_report::{Piece, pieces};
use crate::web::locale::say;

/// A text with its links. Anything that is no web address is text, whatever it looks like.
#[component]
pub fn Typed(
    /// The text.
    text: String,
) -> impl IntoView {
    let all = pieces(&text).into_iter().map(|piece| match piece {
        Piece::Text(words) => words.to_owned().into_any(),
        Piece::Link(address) => {
            let (to, shown) = (address.as_str().to_owned(), address.as_str().to_owned());
            view! {
                <a class="typed-link" href=to target="_blank" rel="noopener noreferrer">
                    {shown}
                    <span class="visually-hidden">", " {say(|t| t.common().opens_new_tab)}</span>
                </a>
            }
            .into_any()
        }
    });
    all.collect_view()
}
