//! Moving the focus to what a person looks at next, once it is drawn.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Puts the focus on the first of `selectors` that is on the page once the present change is drawn.
pub fn focus_soon(selectors: &[&str]) {
    let selectors: Vec<String> = selectors.iter().map(|selector| (*selector).to_owned()).collect();
    request_animation_frame(move || {
        let found = selectors.iter().find_map(|selector| document().query_selector(selector).ok().flatten());
        if let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Titles are not in the tab order, but can be given the focus.
            if element.tag_name().starts_with('H') && !element.has_attribute("tabindex") {
                let _ = element.set_attribute("tabindex", "-1");
            }
            let _ = element.focus();
        }
    });
}
