//! One week of the grid: a short drawing from its Monday to its Sunday. Side by side the weeks are one line; however they wrap, each
//! begins where the last one ended.

use super::curve::{Cubic, Curve, Point};
use super::hand::SWINGS;
use super::{Pair, pair};

/// A week in a drawing of 100 by 48, its knot in the middle.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekStretch {
    /// What is lived.
    pub lived: Pair,
    /// What is ahead.
    pub ahead: Pair,
}

/// The drawing's height.
pub const HEIGHT: f64 = 48.0;

const STUDENT: f64 = 14.0;
const MENTOR: f64 = 6.0;

/// Draws week number `at`, in which the two meet or not, `lived` of it (0 to 1) lived. `flipped` is whether the student's strand comes
/// from above: it changes sides at each meeting.
pub fn week_stretch(at: usize, meets: bool, flipped: bool, lived: f64) -> WeekStretch {
    let middle = HEIGHT / 2.0;
    let side = if flipped { -1.0 } else { 1.0 };
    let swing = SWINGS[at % SWINGS.len()];
    let strand = |reach: f64| {
        let at = |x: f64, share: f64| Point::new(x, middle + reach * share);
        Curve(if meets {
            let knot = Point::new(50.0, middle);
            vec![
                Cubic([at(0.0, 1.0), at(22.0, swing), at(38.0, 0.7 * swing), knot]),
                Cubic([knot, at(62.0, -0.7 * swing), at(78.0, -swing), at(100.0, -1.0)]),
            ]
        } else {
            vec![Cubic([at(0.0, 1.0), at(30.0, 1.15 * swing), at(70.0, 1.15 * swing), at(100.0, 1.0)])]
        })
    };
    let (mentor, student) = (strand(-side * MENTOR), strand(side * STUDENT));
    let until = lived.clamp(0.0, 1.0) * 100.0;
    let (mentor_lived, mentor_ahead) = mentor.cut_at_x(until);
    let (student_lived, student_ahead) = student.cut_at_x(until);
    WeekStretch { lived: pair(&mentor_lived, &student_lived), ahead: pair(&mentor_ahead, &student_ahead) }
}
