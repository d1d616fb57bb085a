//! The tests of the pure rooms: one binary, one file per subject.

mod calendar;
mod cancellation;
mod contacts;
mod decide;
mod document;
mod exchange;
mod export;
mod fields;
mod files;
mod goal_effort;
mod golden;
mod history;
mod laws;
mod layering;
mod order;
mod organisation;
mod pasted;
mod profile;
mod programme;
mod review;
mod schema;
mod session;
mod support;
mod time;
mod timetable;
mod typography;
