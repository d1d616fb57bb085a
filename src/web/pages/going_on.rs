//! The one key that goes on, on every screen that has a way forward.

use leptos::prelude::*;

/// Ctrl+Enter (or Cmd+Enter) goes on, from inside a field too: the field is left first, so its words are one edit.
pub fn on_continue_key(go_on: impl Fn() + 'static) {
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        let wanted = event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.repeat();
        let busy = document().query_selector("dialog[open]").ok().flatten().is_some();
        if wanted && !busy && !event.default_prevented() {
            event.prevent_default();
            if let Some(field) = document().active_element().and_then(|active| {
                use wasm_bindgen::JsCast;
                active.dyn_into::<web_sys::HtmlElement>().ok()
            }) {
                // Nothing to do about an element that refuses to let go of the focus.
                let _ = field.blur();
            }
            go_on();
        }
    });
    on_cleanup(move || pressed.remove());
}
