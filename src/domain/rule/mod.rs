//! The rules as arithmetic: pure functions of moments and answers, each with its source in `domain.md`. Their thresholds are those of
//! the pair's [`Contract`].

pub mod answer;
pub mod attendance;
pub mod cancellation;
pub mod contract;
pub mod deposit;
pub mod excused;
pub mod forecast;
pub mod horizon;
pub mod lint;
pub mod same_week;

pub use contract::{Contract, ContractCommand, Threshold};
pub use excused::{ExcusedWeek, WeekCommand};
