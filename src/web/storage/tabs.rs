//! Tabs of the same browser: which of them live, and what they tell each other.

use std::collections::BTreeSet;
use std::time::Duration;

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::window;
use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, Event, MessageEvent, StorageEvent};

use super::keys;
use super::local::Local;
use crate::document::Row;
use crate::domain::sorting::Gather as _;
use crate::domain::{Instant, PairId};
use crate::web::platform::timer;

/// What a living tab's lock is called.
const LOCK: &str = "binome-tab-";

/// The lock that a tab holds for as long as it lives; the browser takes it back when the tab dies, however it dies.
#[derive(Debug)]
pub struct TabLock {
    release: Option<Function>,
}

impl TabLock {
    /// Takes the lock of `tab`. Where the browser has no locks, holds nothing.
    pub async fn take(tab: &str) -> Self {
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        let mut asked = false;
        let granted = Promise::new(&mut |resolve, _| {
            let held = held.clone();
            let told = resolve.clone();
            // The lock is held until the promise that the callback returns is kept.
            let callback = Closure::once_into_js(move |_: JsValue| -> JsValue {
                let _ = told.call0(&JsValue::NULL);
                held.into()
            });
            asked = request(tab, &callback, &resolve).is_some();
        });
        if !asked {
            return Self { release: None };
        }
        // A tab's name is its own, so the lock is free; a browser that says nothing must not keep the page from starting.
        let _ = timer::within(Duration::from_secs(2), JsFuture::from(granted)).await;
        Self { release }
    }
}

impl Drop for TabLock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

fn locks() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &JsValue::from_str("locks")).ok().filter(JsValue::is_object)
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}

fn request(tab: &str, callback: &JsValue, refused: &Function) -> Option<()> {
    let locks = locks()?;
    let name = JsValue::from_str(&format!("{LOCK}{tab}"));
    let asked: Promise = method(&locks, "request")?.call2(&locks, &name, callback).ok()?.dyn_into().ok()?;
    let refused = refused.clone();
    leptos::task::spawn_local(async move {
        // A refusal must not stop the start, nor show up as an unhandled error.
        if JsFuture::from(asked).await.is_err() {
            let _ = refused.call0(&JsValue::NULL);
        }
    });
    Some(())
}

/// The names of the living tabs; `None` where the browser has no locks, so that nobody knows.
pub async fn living() -> Option<BTreeSet<String>> {
    let locks = locks()?;
    let asked: Promise = method(&locks, "query")?.call0(&locks).ok()?.dyn_into().ok()?;
    let answer = timer::within(Duration::from_secs(2), JsFuture::from(asked)).await?.ok()?;
    let held: Array = Reflect::get(&answer, &JsValue::from_str("held")).ok()?.dyn_into().ok()?;
    let name = |lock: JsValue| Reflect::get(&lock, &JsValue::from_str("name")).ok()?.as_string();
    Some(held.iter().filter_map(name).filter_map(|name| name.strip_prefix(LOCK).map(str::to_owned)).gather())
}

/// What one tab tells the others, once it is on disk.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// A page was opened, of that version of the stores: an older page that hears it writes no more.
    Here {
        /// See [`VERSION`](super::database::VERSION).
        stores: u8,
    },
    /// A pair's record changed.
    Rows {
        /// The pair.
        pair: PairId,
        /// What was added to its log.
        rows: Vec<Row>,
    },
    /// A pair was removed from the list, or put back.
    Retired {
        /// The pair.
        pair: PairId,
        /// When it was removed.
        at: Option<Instant>,
    },
    /// A pair was erased; all of them when none is named.
    Erased(Option<PairId>),
}

/// The line between tabs: a channel, or, where the browser has none, one key of local storage, whose changes the other tabs hear.
/// Where neither is there, nobody hears anything until the next start.
pub struct Channel {
    line: Line,
    heard: Closure<dyn FnMut(Event)>,
}

enum Line {
    Broadcast(BroadcastChannel),
    Key(Local),
}

impl Channel {
    /// Opens the line; `hear` gets what other tabs say.
    pub fn open(mut hear: impl FnMut(Message) + 'static) -> Self {
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let message = said(&event).and_then(|text| serde_json::from_str(&text).ok());
            // What another version of the page says and this one does not understand is in the log for the next start.
            if let Some(message) = message {
                hear(message);
            }
        });
        let line = BroadcastChannel::new("binome").map_or(Line::Key(Local), Line::Broadcast);
        match &line {
            Line::Broadcast(channel) => channel.set_onmessage(Some(heard.as_ref().unchecked_ref())),
            Line::Key(_) => {
                // Adding a listener to a window does not fail.
                let _ = window().add_event_listener_with_callback("storage", heard.as_ref().unchecked_ref());
            }
        }
        Self { line, heard }
    }

    /// Tells the other tabs.
    pub fn say(&self, message: &Message) {
        let Ok(text) = serde_json::to_string(message) else { return };
        match &self.line {
            // Fails only once the line is closed.
            Line::Broadcast(channel) => drop(channel.post_message(&JsValue::from_str(&text))),
            Line::Key(local) => {
                // Taken away at once: it is on disk where it belongs. Without room for it, the others hear of it at their next start.
                let _ = local.write_raw(keys::LINE, &text);
                local.remove(keys::LINE);
            }
        }
    }
}

/// What an event of either line says.
fn said(event: &Event) -> Option<String> {
    match event.dyn_ref::<StorageEvent>() {
        Some(change) => change.new_value().filter(|_| change.key().as_deref() == Some(keys::LINE)),
        None => event.dyn_ref::<MessageEvent>()?.data().as_string(),
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        match &self.line {
            Line::Broadcast(channel) => {
                channel.set_onmessage(None);
                channel.close();
            }
            Line::Key(_) => {
                let heard = self.heard.as_ref().unchecked_ref();
                let _ = window().remove_event_listener_with_callback("storage", heard);
            }
        }
    }
}
