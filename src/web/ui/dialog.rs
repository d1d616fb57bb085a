//! A question that must be answered before anything else: the browser's own dialog.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id::fresh_id;

/// A modal dialog. Esc closes it, and the focus returns to where it was. Give `autofocus=true` to its least destructive button.
///
/// ```ignore
/// let open = RwSignal::new(false);
/// view! {
///     <Dialog open=open title=move || t.get().settings.erase_question>
///         <p>{move || t.get().settings.erase_what}</p>
///         <div class="actions">
///             <Button autofocus=true on_click=move || open.set(false)>{move || t.get().common.cancel}</Button>
///             <Button kind=ButtonKind::Primary on_click=erase>{move || t.get().settings.erase}</Button>
///         </div>
///     </Dialog>
/// }
/// ```
#[component]
pub fn Dialog(
    /// Whether it is open; closing it by Esc sets it.
    open: RwSignal<bool>,
    /// What is asked.
    #[prop(into)]
    title: TextProp,
    /// The explanation and the buttons.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let id = fresh_id("dialog");
    let named_by = id.clone();
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = node.get() else { return };
        if wanted && !dialog.open() {
            // Refused only when the element has left the page, where there is nothing to show.
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=node aria-labelledby=named_by on:close=move |_| open.set(false)>
            <h2 class="dialog__title" id=id>{move || title.get()}</h2>
            <Show when=move || open.get()>
                <div class="dialog__body">{children()}</div>
            </Show>
        </dialog>
    }
}
