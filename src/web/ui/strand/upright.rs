//! The rail: one stretched drawing for each stop, from its knot down to the next.

use super::curve::{Cubic, Curve, Point};
use super::hand::SWINGS;
use super::{MENTOR_SWING, Pair, Tips, pair, tips};

/// One stop of a rail, in a drawing of 100 by 100 that is stretched to the row's height.
#[derive(Clone, Debug, PartialEq)]
pub struct Stitch {
    /// What is lived.
    pub lived: Pair,
    /// What is ahead.
    pub ahead: Pair,
    /// How far the strands have come, when that is between two knots.
    pub tips: Option<Tips>,
}

/// Draws the stitch number `at` of a rail with strands that swing by `swing` (46 fills the drawing), `lived` of it (0 to 1) lived.
pub fn stitch(at: usize, swing: f64, lived: f64) -> Stitch {
    let side = if at.is_multiple_of(2) { -1.0 } else { 1.0 };
    let swing = swing * SWINGS[at % SWINGS.len()];
    let strand = |swing: f64| {
        let x = 50.0 + swing;
        Curve(vec![Cubic([Point::new(50.0, 0.0), Point::new(x, 34.0), Point::new(x, 66.0), Point::new(50.0, 100.0)])])
    };
    let (mentor, student) = (strand(side * swing * MENTOR_SWING), strand(-side * swing));
    let until = lived.clamp(0.0, 1.0) * 100.0;
    let (mentor_lived, mentor_ahead) = mentor.cut_at_y(until);
    let (student_lived, student_ahead) = student.cut_at_y(until);
    Stitch {
        tips: if (4.0..=96.0).contains(&until) { tips(&mentor_lived, &student_lived) } else { None },
        lived: pair(&mentor_lived, &student_lived),
        ahead: pair(&mentor_ahead, &student_ahead),
    }
}
