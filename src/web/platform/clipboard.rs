//! Copying a text to the clipboard.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

/// Copies `text`; false when no way to do so works, so that the page can show the text to copy by hand.
pub async fn copy(text: &str) -> bool {
    copy_modern(text).await.is_some() || copy_selected(text).is_some()
}

/// The clipboard's own way, which pages without HTTPS do not have.
async fn copy_modern(text: &str) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    let write: Function = Reflect::get(&clipboard, &JsValue::from_str("writeText")).ok()?.dyn_into().ok()?;
    let done: Promise = write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()?;
    JsFuture::from(done).await.ok().map(|_| ())
}

/// The old way: a selected text area and the copy command.
fn copy_selected(text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let focused = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_read_only(true);
    let _ = area.set_attribute("aria-hidden", "true");
    area.set_class_name("visually-hidden");
    // Inside an open dialog, only what is in it can be selected.
    let home = document.query_selector("dialog[open]").ok().flatten().or_else(|| document.body().map(Into::into))?;
    home.append_child(&area).ok()?;
    area.select();
    let command: Option<Function> =
        Reflect::get(&document, &JsValue::from_str("execCommand")).ok().and_then(|it| it.dyn_into().ok());
    let copied = command.and_then(|command| command.call1(&document, &JsValue::from_str("copy")).ok());
    area.remove();
    if let Some(focused) = focused.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    copied.filter(JsValue::is_truthy).map(|_| ())
}
