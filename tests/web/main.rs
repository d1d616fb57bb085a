//! The tests that need a real browser: storage, the platform, the store.

#![cfg(target_arch = "wasm32")]

mod backups;
mod capacity;
mod clock;
mod cost;
mod erase;
mod faults;
mod folding;
mod formats;
mod history;
mod import;
mod keeping;
mod lost;
mod profile;
mod quarantine;
mod routes;
mod start;
mod support;
mod sweep;
mod tabs;
mod zones;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
