//! Asking the browser to keep what the page stores: without that it may empty the stores when the disk fills.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the browser promised to keep it; nothing where it makes no promises.
pub async fn granted() -> Option<bool> {
    call("persisted").await
}

/// Asks it to. Some browsers ask the person.
pub async fn ask() -> Option<bool> {
    call("persist").await
}

async fn call(method: &str) -> Option<bool> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok().filter(JsValue::is_object)?;
    let method: Function = Reflect::get(&storage, &JsValue::from_str(method)).ok()?.dyn_into().ok()?;
    let answer: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}
