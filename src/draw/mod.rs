//! Where things stand in the plots: pure geometry from sessions, days and words, in units of a sixteenth of the text's size.
//!
//! A drawing is as wide as it is shown, so that its words have the page's own size: a phone gets a drawing of its own, never a
//! wide one shrunk. Words are measured by a width that no letter of the fonts exceeds on average; labels that would touch
//! something are moved or left to the table beside the plot.

mod goals;
mod label;
mod projects;
mod range;

pub use goals::{Column, GoalsPlot, MARK, Seen, Slot, WINDOW, goals, pages};
pub use label::{Anchor, Area, Label, Voice};
pub use projects::{Fan, ProjectsPlot, Track, Words, projects};
pub use range::{RangePlot, range};

/// The drawings that a screen can choose from, narrowest first: a phone, a tablet, a page.
pub const WIDTHS: [f64; 3] = [264.0, 480.0, 688.0];

/// A number with one decimal at most: more would not be seen.
fn short(number: f64) -> f64 {
    let rounded = (number * 10.0).round() / 10.0;
    // Minus zero would print as such.
    if rounded == 0.0 { 0.0 } else { rounded }
}
