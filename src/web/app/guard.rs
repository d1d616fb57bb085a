//! What the page does not let happen unsaid: words lost by leaving, and words typed where nothing is written any more.

use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent};

use crate::domain::PairId;
use crate::web::dispatch::{SaveState, Store};
use crate::web::locale::words_now;
use crate::web::route::{Route, Screen};

/// While words live in this page alone, the browser asks before it goes. Only then: browsers do not keep a page that always listens in
/// their memory of pages, and nobody should be asked for nothing.
pub(super) fn ask_before_leaving(store: Store) {
    let asked = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        event.prevent_default();
        // Older browsers go by this; where it cannot be set, the line above has done.
        let _ = js_sys::Reflect::set(&event, &JsValue::from_str("returnValue"), &JsValue::TRUE);
    })
    .into_js_value();
    let unkept = Memo::new(move |_| {
        let is_own = store.pairing().with(|pair| pair.as_ref().is_some_and(|pair| !PairId::is_example(&pair.id)));
        is_own && matches!(store.save_state().get(), SaveState::NotKept(_))
    });
    Effect::new(move |_| {
        // Listening to one's own window does not fail.
        let _ = if unkept.get() {
            window().add_event_listener_with_callback("beforeunload", asked.unchecked_ref())
        } else {
            window().remove_event_listener_with_callback("beforeunload", asked.unchecked_ref())
        };
    });
}

/// What changes something by a press.
const PRESSED: &str = "button, select, label, input:is([type=checkbox], [type=radio], [type=file])";

/// Once a newer version of the page is open elsewhere, this one can be read, copied from and left, and nothing in it changes any more:
/// whoever types or presses is told why, instead of losing words.
///
/// Not `inert`, which would hide the page from those who have it read out.
pub(super) fn read_only(store: Store, screen: Memo<Screen>) {
    let tried = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if !store.outdated().get_untracked() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let within =
            |selector: &str| target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some());
        // A dialog that was open already can be left by its buttons. Giving a copy writes nothing here.
        let guarded = within("main") || (within("dialog") && event.type_() == "beforeinput");
        if !guarded || screen.get_untracked() == Route::Share {
            return;
        }
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        let changes = match event.type_().as_str() {
            "beforeinput" | "drop" | "submit" => true,
            "keydown" => within("select") && key.as_deref() != Some("Tab"),
            "mousedown" => within("select"),
            _ => within(PRESSED),
        };
        if changes {
            event.prevent_default();
            event.stop_immediate_propagation();
            store.announce(words_now(store).keeping().outdated.to_owned());
        }
    })
    .into_js_value();
    for event in ["beforeinput", "drop", "submit", "keydown", "mousedown", "click"] {
        // Before anything else hears of it.
        let _ = document().add_event_listener_with_callback_and_bool(event, tried.unchecked_ref(), true);
    }
}
