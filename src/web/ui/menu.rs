//! A few acts behind one button.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::icon::{Icon, IconShape};
use super::id::fresh_id;

/// A button that opens a short list of acts under it. Esc and leaving it close it; Esc gives the focus back to the button.
/// Put [`Button`](super::Button)s of kind `Quiet` or links inside.
///
/// ```ignore
/// view! { <Menu text=move || t.get().goals.move_ label=…><Button kind=ButtonKind::Quiet on_click=…>…</Button></Menu> }
/// ```
#[component]
pub fn Menu(
    /// The words on the button.
    #[prop(into)]
    text: TextProp,
    /// A fuller name, when several such buttons are on the page: it begins with the words seen.
    #[prop(optional, into)]
    label: Option<TextProp>,
    /// The acts.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let opener = NodeRef::<html::Button>::new();
    let around = NodeRef::<html::Div>::new();
    let id = fresh_id("menu");
    let leave = move |event: web_sys::FocusEvent| {
        use wasm_bindgen::JsCast;
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if let (Some(around), Some(to)) = (around.try_get_untracked().flatten(), to)
            && !around.contains(Some(&to))
        {
            open.set(false);
        }
    };
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && open.try_get_untracked().unwrap_or_default() {
            event.stop_propagation();
            open.set(false);
            if let Some(opener) = opener.try_get_untracked().flatten() {
                let _ = opener.focus();
            }
        }
    };
    view! {
        <div class="menu" node_ref=around on:focusout=leave on:keydown=escape>
            <button
                type="button"
                class="button menu__opener"
                node_ref=opener
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=id.clone()
                aria-label=label.map(|label| move || label.get())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || text.get()}
                <Icon shape=IconShape::Down/>
            </button>
            <div class="menu__list" id=id hidden=move || !open.get() on:click=move |_| open.set(false)>
                {children()}
            </div>
        </div>
    }
}
