//! Local storage through gloo-storage, behind one adapter that asks first whether it is there: gloo's accessor panics where the
//! browser blocks it.
//!
//! Values are `<checksum> <json>`: a key that somebody or something else changed does not pass for ours.

use gloo_storage::Storage as _;
use wasm_bindgen::JsCast;

use super::StorageFault;
use super::keys::PREFIX;
use super::stamp::text_of;

pub use super::sum::{checked, checksum};

/// Local storage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Local;

impl Local {
    /// Whether it works: a key can be written and read back.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn probe(self) -> Result<(), StorageFault> {
        const KEY: &str = "binome:~probe";
        self.write_raw(KEY, "1")?;
        let read = self.read(KEY);
        self.remove(KEY);
        if read.as_deref() == Some("1") { Ok(()) } else { Err(StorageFault::Blocked) }
    }

    /// Our keys.
    pub fn keys(self) -> Vec<String> {
        let Ok(storage) = storage() else { return Vec::new() };
        let count = storage.length().unwrap_or(0);
        (0..count).filter_map(|index| storage.key(index).ok().flatten()).filter(|key| key.starts_with(PREFIX)).collect()
    }

    /// How much room our keys with these names take, in the units of the browser's limit. Nothing is brought out for it.
    pub fn units(self, keys: &[String]) -> usize {
        let Ok(storage) = storage() else { return 0 };
        let length = |key: &String| {
            // Gone since it was named, when another tab took it away.
            let text: js_sys::JsString = js_sys::Reflect::get(&storage, &key.as_str().into()).ok()?.dyn_into().ok()?;
            Some(key.encode_utf16().count() + text.length() as usize)
        };
        keys.iter().filter_map(length).sum()
    }

    /// What stands under a key, as it is.
    pub fn read(self, key: &str) -> Option<String> {
        storage().ok()?.get_item(key).ok().flatten()
    }

    /// The JSON under a key, when its checksum is right.
    pub fn read_checked(self, key: &str) -> Option<String> {
        checked(&self.read(key)?).map(str::to_owned)
    }

    /// Whether that stamped text stands under a key, whenever it was written.
    pub fn says(self, key: &str, text: &str) -> bool {
        self.read_checked(key).is_some_and(|stored| text_of(&stored) == text)
    }

    /// Puts JSON under a key, with its checksum.
    ///
    /// # Errors
    /// When there is no room, or the browser blocks it.
    pub fn write(self, key: &str, json: &str) -> Result<(), StorageFault> {
        self.write_raw(key, &format!("{} {json}", checksum(json)))
    }

    /// Puts a text under a key as it is.
    ///
    /// # Errors
    /// When there is no room, or the browser blocks it.
    pub fn write_raw(self, key: &str, text: &str) -> Result<(), StorageFault> {
        storage()?.set_item(key, text).map_err(|exception| StorageFault::of_exception(&exception))
    }

    /// Takes a key away.
    pub fn remove(self, key: &str) {
        if let Ok(storage) = storage() {
            // Removing fails only where nothing can be written either, which every write reports.
            let _ = storage.remove_item(key);
        }
    }
}

fn storage() -> Result<web_sys::Storage, StorageFault> {
    let window = web_sys::window().ok_or(StorageFault::Blocked)?;
    match window.local_storage() {
        // Now that the browser gave it once, gloo's accessor cannot panic.
        Ok(Some(_)) => Ok(gloo_storage::LocalStorage::raw()),
        Ok(None) => Err(StorageFault::Blocked),
        Err(exception) => Err(StorageFault::of_exception(&exception)),
    }
}
