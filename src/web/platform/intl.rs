//! The browser's `Intl`, reached without ever throwing: a zone or language that it does not know is an answer, not a trap.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// One `Intl` formatter.
#[derive(Clone)]
pub(super) struct Formatter(JsValue);

impl Formatter {
    /// `new Intl[class](locale, options)`; `None` when the browser refuses.
    pub(super) fn new(class: &str, locale: &str, options: &[(&str, JsValue)]) -> Option<Self> {
        let constructor: Function = member(class)?.dyn_into().ok()?;
        let given = Object::new();
        for (name, value) in options {
            Reflect::set(&given, &JsValue::from_str(name), value).ok()?;
        }
        Reflect::construct(&constructor, &Array::of2(&JsValue::from_str(locale), &given)).ok().map(Self)
    }

    /// The parts of a formatted number or moment: their types and texts.
    pub(super) fn parts(&self, number: f64) -> Vec<(String, String)> {
        let Some(parts) = self.call("formatToParts", Some(number)).and_then(|it| it.dyn_into::<Array>().ok()) else {
            return Vec::new();
        };
        parts.iter().filter_map(|part| Some((text(&part, "type")?, text(&part, "value")?))).collect()
    }

    /// The formatted number or moment.
    pub(super) fn format(&self, number: f64) -> Option<String> {
        // `format` is a getter that returns a bound function on some formatters, so it is called on the formatter either way.
        self.call("format", Some(number))?.as_string()
    }

    /// One of the options that the formatter came to use.
    pub(super) fn resolved(&self, option: &str) -> Option<String> {
        text(&self.call("resolvedOptions", None)?, option)
    }

    fn call(&self, method: &str, number: Option<f64>) -> Option<JsValue> {
        let function: Function = Reflect::get(&self.0, &JsValue::from_str(method)).ok()?.dyn_into().ok()?;
        match number {
            Some(number) => function.call1(&self.0, &JsValue::from_f64(number)),
            None => function.call0(&self.0),
        }
        .ok()
    }
}

/// The values of a kind that the browser knows, such as `timeZone`; empty where it cannot list them.
pub(super) fn supported(kind: &str) -> Vec<String> {
    let values = member("supportedValuesOf")
        .and_then(|it| it.dyn_into::<Function>().ok())
        .and_then(|function| function.call1(&JsValue::NULL, &JsValue::from_str(kind)).ok())
        .and_then(|it| it.dyn_into::<Array>().ok());
    values.map(|values| values.iter().filter_map(|value| value.as_string()).collect()).unwrap_or_default()
}

fn member(name: &str) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &JsValue::from_str("Intl")).ok()?;
    Reflect::get(&intl, &JsValue::from_str(name)).ok()
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &JsValue::from_str(name)).ok()?.as_string()
}
