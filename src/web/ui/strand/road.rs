//! The road to the jury: one short drawing for each project, from its knot to the next one's. Side by side they are one line that
//! climbs a little; however they wrap, each begins where the last one ended.

use super::curve::{Cubic, Curve, Point};
use super::hand::SWINGS;
use super::{MENTOR_SWING, Pair, Tips, pair, tips};

/// One stretch of the road, in a drawing of 100 by 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Its knot, at the left edge.
    pub knot: Point,
    /// What is lived.
    pub lived: Pair,
    /// What is ahead.
    pub ahead: Pair,
    /// How far the strands have come, when that is between two knots.
    pub tips: Option<Tips>,
}

/// Draws stretch number `at` of `of`, `lived` of it (0 to 1) lived.
pub fn stretch(at: usize, of: usize, lived: f64) -> Stretch {
    const FOOT: f64 = 68.0;
    const CLIMB: f64 = 36.0;
    #[allow(clippy::cast_precision_loss, reason = "a path has forty projects at most")]
    let height = |at: usize| FOOT - CLIMB * at as f64 / of.max(1) as f64;
    let (from, to) = (height(at), height(at + 1));
    let side = if at.is_multiple_of(2) { 1.0 } else { -1.0 };
    let swing = 34.0 * SWINGS[at % SWINGS.len()];
    let strand = |swing: f64| {
        Curve(vec![Cubic([
            Point::new(0.0, from),
            Point::new(36.0, from + swing),
            Point::new(64.0, to + swing),
            Point::new(100.0, to),
        ])])
    };
    let (mentor, student) = (strand(-side * swing * MENTOR_SWING), strand(side * swing));
    let until = lived.clamp(0.0, 1.0) * 100.0;
    let (mentor_lived, mentor_ahead) = mentor.cut_at_x(until);
    let (student_lived, student_ahead) = student.cut_at_x(until);
    Stretch {
        knot: Point::new(0.0, from),
        tips: if (4.0..=96.0).contains(&until) { tips(&mentor_lived, &student_lived) } else { None },
        lived: pair(&mentor_lived, &student_lived),
        ahead: pair(&mentor_ahead, &student_ahead),
    }
}
