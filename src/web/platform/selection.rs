//! Whether somebody has chosen words on the page, to copy them.

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Whether words are chosen; false where the browser does not say.
pub fn is_made() -> bool {
    words().is_some_and(|words| words > 0)
}

fn words() -> Option<u32> {
    let window = web_sys::window()?;
    let ask: Function = Reflect::get(&window, &JsValue::from_str("getSelection")).ok()?.dyn_into().ok()?;
    let selection = ask.call0(&window).ok()?;
    let read: Function = Reflect::get(&selection, &JsValue::from_str("toString")).ok()?.dyn_into().ok()?;
    let text: JsString = read.call0(&selection).ok()?.dyn_into().ok()?;
    Some(text.length())
}
