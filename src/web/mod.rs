//! The page: the only layer that touches a clock, random numbers, storage or the DOM.
//!
//! - [`app`]: what is on screen around every page, the keyboard, where the focus goes.
//! - [`route`]: the open screen, over the address's fragment.
//! - [`dispatch`]: the one writer of the record.
//! - [`storage`], [`platform`]: edges with no knowledge of pages.
//! - [`ui`]: the design system.
//! - [`pages`]: one module per screen.

pub mod app;
pub mod dispatch;
pub mod locale;
pub mod pages;
pub mod platform;
pub mod route;
pub mod storage;
pub mod ui;
