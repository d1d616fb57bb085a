//! Where the record is kept in the browser: an append-only log in IndexedDB, which makes it true, and one key per record in
//! local storage, which is written at once. Either heals the other.
//!
//! Architecture invariant: nothing here knows a page or a signal, nor what the fields mean. Nothing that storage brings can stop
//! the page: what does not read is an answer.

pub mod database;
pub mod keys;
pub mod local;
pub mod mark;
pub mod stamp;
pub mod start;
mod sum;
pub mod tabs;

/// Why something is not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageFault {
    /// The store is not there, or the browser blocks it.
    #[error("the browser does not give access to the store")]
    Blocked,
    /// There is no room left.
    #[error("the store is full")]
    Full,
    /// The store did not answer in time.
    #[error("the store does not answer")]
    Silent,
    /// A newer version of the page has been here: what it stores, this one must not touch.
    #[error("the store belongs to a newer version of the page")]
    Newer,
    /// The browser failed, with the name of its error.
    #[error("the store failed: {0}")]
    Failed(String),
}

impl StorageFault {
    /// What an exception of the browser means.
    pub(super) fn of_exception(exception: &wasm_bindgen::JsValue) -> Self {
        let name = js_sys::Reflect::get(exception, &"name".into()).ok().and_then(|name| name.as_string());
        Self::of_name(&name.unwrap_or_else(|| "unknown".to_owned()))
    }

    /// What the name of an exception means.
    pub(super) fn of_name(name: &str) -> Self {
        match name {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            "SecurityError" => Self::Blocked,
            "VersionError" => Self::Newer,
            other => Self::Failed(other.to_owned()),
        }
    }
}

/// Which store does not work, and why; both `None` when all is well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Local storage: with the database working, everything is kept all the same.
    pub local: Option<StorageFault>,
    /// IndexedDB: without it, what local storage took may be lost when the browser stops.
    pub database: Option<StorageFault>,
}

/// Something found in a store that does not read. Its bytes are set aside, never thrown away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The key it was found under.
    pub key: String,
    /// What stands there.
    pub text: String,
}
