//! A mark that a pair was here, beside both stores: so that a browser which emptied them is not taken for a new one.
//!
//! It is the name of an empty cache, and one key of the tab's own storage. Neither says more than a day.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::domain::Day;

/// What the cache's name begins with; the day follows.
const CACHE: &str = "binome-mark-";
/// The key in the tab's storage.
const KEY: &str = "binome:~mark";

/// Leaves the mark: a pair was here on that day.
pub async fn leave(day: Day) {
    let name = format!("{CACHE}{day}");
    if let Some(tab) = tab_storage() {
        // A tab that keeps nothing has the cache.
        let _ = tab.set_item(KEY, &day.to_string());
    }
    let marks = names().await;
    if !marks.contains(&name) {
        ask("open", &name).await;
    }
    for old in marks.iter().filter(|mark| **mark != name) {
        ask("delete", old).await;
    }
}

/// The last day on which a pair was here, if there is a mark.
pub async fn find() -> Option<Day> {
    let of_tab = tab_storage().and_then(|tab| tab.get_item(KEY).ok().flatten());
    let of_caches = names().await.into_iter().filter_map(|name| name.strip_prefix(CACHE)?.parse().ok()).max();
    of_tab.and_then(|day| day.parse().ok()).max(of_caches)
}

/// Takes the mark away: what was here was erased on purpose.
pub async fn remove() {
    if let Some(tab) = tab_storage() {
        let _ = tab.remove_item(KEY);
    }
    for name in names().await {
        ask("delete", &name).await;
    }
}

fn tab_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

async fn names() -> Vec<String> {
    let Some(keys) = call("keys", &JsValue::UNDEFINED).await.and_then(|keys| keys.dyn_into::<Array>().ok()) else {
        return Vec::new();
    };
    keys.iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with(CACHE)).collect()
}

async fn ask(method: &str, name: &str) {
    // A browser without caches has the tab's key, and the screen of the first run offers the way back all the same.
    let _ = call(method, &JsValue::from_str(name)).await;
}

/// Calls a method of the browser's caches; nothing where it has none or refuses.
async fn call(method: &str, argument: &JsValue) -> Option<JsValue> {
    let caches = Reflect::get(&js_sys::global(), &JsValue::from_str("caches")).ok().filter(JsValue::is_object)?;
    let method: Function = Reflect::get(&caches, &JsValue::from_str(method)).ok()?.dyn_into().ok()?;
    let answer: Promise = method.call1(&caches, argument).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()
}
