//! Binôme: one page for a mentor and a student who work together week after week.
//!
//! The map of the crate, in the direction its parts may look (see ARCHITECTURE.md):
//!
//! - [`domain`]: what a pair is and does. Pure.
//! - [`document`]: how the pair's record is kept, joined and exchanged. Pure; knows `domain`.
//! - [`i18n`]: every word on screen, in French and English. Pure; knows `domain`.
//! - [`export`]: what leaves for other tools: reports, the agreement, calendars. Pure; knows `domain`, `document` and `i18n`.
//! - [`draw`]: where things stand in the plots. Pure; knows `domain`.
//! - [`demo`]: a pair made up to look at. Pure; knows `domain`, `document` and `i18n`.
//! - `web`: the page itself. The only part that touches a clock, random numbers or the DOM; behind the `web` feature.

pub mod demo;
pub mod document;
pub mod domain;
pub mod draw;
pub mod export;
pub mod i18n;
#[cfg(feature = "web")]
pub mod web;
