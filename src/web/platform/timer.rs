//! Waiting, and waiting no longer than that.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Waits that long.
pub async fn sleep(time: Duration) {
    // The promise below is never refused.
    let _ = JsFuture::from(after(time)).await;
}

/// What `future` comes to, unless it takes longer than `time`; it runs on all the same.
pub async fn within<T: 'static>(time: Duration, future: impl Future<Output = T> + 'static) -> Option<T> {
    let outcome = Rc::new(RefCell::new(None));
    let slot = Rc::clone(&outcome);
    let work = future_to_promise(async move {
        let done = future.await;
        slot.replace(Some(done));
        Ok(JsValue::UNDEFINED)
    });
    let _ = JsFuture::from(Promise::race(&Array::of2(&work, &after(time)))).await;
    outcome.take()
}

fn after(time: Duration) -> Promise {
    let millis = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
    Promise::new(&mut |resolve, _| {
        let set = web_sys::window()
            .and_then(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis).ok());
        if set.is_none() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    })
}
