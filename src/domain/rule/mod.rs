//! The rules as arithmetic: pure functions of moments and answers, each with its source in `domain.md`. Their thresholds are here.

pub mod attendance;
pub mod cancellation;
pub mod forecast;
pub mod horizon;
pub mod same_week;

/// R3: how long before a session its cancellation must be told for it to be recoverable; strictly more than this, in minutes.
pub const NOTICE: i64 = 24 * 60;
