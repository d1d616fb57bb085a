//! A message among the page's content: what happened, what is safe, what to do.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::icon::{Icon, IconShape};

/// How much a notice asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// Done.
    Done,
    /// To look at soon.
    Warning,
    /// Something did not work.
    Error,
}

/// A message. For what appears after an act, also call `Store::announce`.
///
/// ```ignore
/// view! { <Notice kind=NoticeKind::Warning title=move || t.get().share.old_copy><p>…</p></Notice> }
/// ```
#[component]
pub fn Notice(
    /// How much it asks for.
    #[prop(optional)]
    kind: NoticeKind,
    /// Its first words, in bold.
    #[prop(optional, into)]
    title: Option<TextProp>,
    /// The rest, and what can be done about it.
    children: Children,
) -> impl IntoView {
    let (class, sign) = match kind {
        NoticeKind::Info => ("notice", None),
        NoticeKind::Done => ("notice notice--done", Some(IconShape::Tick)),
        NoticeKind::Warning => ("notice notice--warning", Some(IconShape::Attention)),
        NoticeKind::Error => ("notice notice--error", Some(IconShape::Attention)),
    };
    view! {
        <div class=class>
            {sign.map(|shape| view! { <Icon shape=shape/> })}
            <div class="notice__body">
                {title.map(|title| view! { <p class="notice__title">{move || title.get()}</p> })}
                {children()}
            </div>
        </div>
    }
}
