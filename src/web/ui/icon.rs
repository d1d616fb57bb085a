//! The few signs that go with words. Never alone: a sign is always hidden from screen readers.

use leptos::prelude::*;

/// Which sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconShape {
    /// A tick.
    Tick,
    /// An arrow onwards.
    Arrow,
    /// A caret down, for menus.
    Down,
    /// An exclamation in a triangle's place: something to look at.
    Attention,
}

/// A sign beside a word.
///
/// ```ignore
/// view! { <Icon shape=IconShape::Tick/> }
/// ```
#[component]
pub fn Icon(
    /// Which.
    shape: IconShape,
) -> impl IntoView {
    let path = match shape {
        IconShape::Tick => "m2.5 8.5 4 4 7-9",
        IconShape::Arrow => "M2 8h11M9 3.5 13.5 8 9 12.5",
        IconShape::Down => "m3.5 6 4.5 4.5L12.5 6",
        IconShape::Attention => "M8 2.5v7M8 13.2v.01",
    };
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}
