//! The parts of a page, and the notes in its margin.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id::fresh_id;

/// A part of a page: parts are parted by space, a rule and space.
///
/// ```ignore
/// view! {
///     <Part title=move || t.get().meeting.done note=move || t.get().meeting.done_note aside=move || view! { <Duo …/> }>
///         …
///     </Part>
/// }
/// ```
#[component]
pub fn Part(
    /// Where links of the recap lead to it.
    #[prop(optional)]
    place: Option<&'static str>,
    /// Its heading.
    #[prop(into)]
    title: TextProp,
    /// A sentence under the heading.
    #[prop(optional, into)]
    note: Option<TextProp>,
    /// What stands across from the heading: a question's answers, a link.
    #[prop(optional, into)]
    aside: Option<ViewFnOnce>,
    /// Closer to its neighbours, for parts of one line.
    #[prop(optional)]
    slim: bool,
    /// Its content.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = fresh_id("part");
    let named_by = id.clone();
    view! {
        <section id=place class=if slim { "part part--slim" } else { "part" } aria-labelledby=named_by>
            <div class="part__head">
                <div>
                    <h2 id=id>{move || title.get()}</h2>
                    {note.map(|note| view! { <p class="part__note">{move || note.get()}</p> })}
                </div>
                {aside.map(ViewFnOnce::run)}
            </div>
            {children.map(|children| children())}
        </section>
    }
}

/// A note in the margin: an ink rule above, no box. Below the text on a phone.
///
/// ```ignore
/// view! { <MarginNote title=move || t.get().dashboard.rules><dl class="dates">…</dl></MarginNote> }
/// ```
#[component]
pub fn MarginNote(
    /// Its heading.
    #[prop(into)]
    title: TextProp,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let id = fresh_id("note");
    let named_by = id.clone();
    view! {
        <section class="margin-note" aria-labelledby=named_by>
            <h2 id=id>{move || title.get()}</h2>
            {children()}
        </section>
    }
}
