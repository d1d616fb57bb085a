//! The thread that lies across the page: five sections of a call as long as their minutes, or the days of a week.

use super::curve::{Cubic, Curve, Point};
use super::hand::SWINGS;
use super::{MENTOR_SWING, Pair, Tips, pair, tips};

/// A lying thread: strands part after each knot and meet at the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Lying {
    /// The drawing's width: ten units a minute.
    pub width: f64,
    /// The drawing's height.
    pub height: f64,
    /// What is lived.
    pub lived: Pair,
    /// What is ahead.
    pub ahead: Pair,
    /// Where the strands meet: before each stretch and after the last.
    pub knots: Vec<Point>,
    /// How far the strands have come, when that is between two knots.
    pub tips: Option<Tips>,
}

const UNITS_PER_MINUTE: f64 = 10.0;
const HEIGHT: f64 = 40.0;

/// Draws stretches of that many minutes, of which `lived` minutes are lived.
pub fn lying(minutes: &[u32], lived: f64) -> Lying {
    let middle = HEIGHT / 2.0;
    let (mut mentor, mut student) = (Curve::default(), Curve::default());
    let mut knots = vec![Point::new(0.0, middle)];
    let mut x = 0.0;
    for (at, length) in minutes.iter().enumerate() {
        let length = f64::from(*length) * UNITS_PER_MINUTE;
        let side = if at.is_multiple_of(2) { -1.0 } else { 1.0 };
        // The height is at most a third of the gap, and never leaves the drawing.
        let swing = (length * 0.153 * SWINGS[at % SWINGS.len()]).min(middle * 1.3);
        let stretch = |swing: f64| {
            let handle = length * 0.36;
            Cubic([
                Point::new(x, middle),
                Point::new(x + handle, middle + swing),
                Point::new(x + length - handle, middle + swing),
                Point::new(x + length, middle),
            ])
        };
        mentor.0.push(stretch(side * swing * MENTOR_SWING));
        student.0.push(stretch(-side * swing));
        x += length;
        knots.push(Point::new(x, middle));
    }
    let until = (lived * UNITS_PER_MINUTE).clamp(0.0, x);
    let (mentor_lived, mentor_ahead) = mentor.cut_at_x(until);
    let (student_lived, student_ahead) = student.cut_at_x(until);
    let on_the_way = knots.iter().all(|knot| (knot.x - until).abs() > UNITS_PER_MINUTE * 0.4);
    Lying {
        width: x,
        height: HEIGHT,
        tips: if on_the_way { tips(&mentor_lived, &student_lived) } else { None },
        lived: pair(&mentor_lived, &student_lived),
        ahead: pair(&mentor_ahead, &student_ahead),
        knots,
    }
}

/// Draws strands that come from the left, meet above column `chosen` of `columns` and part again.
/// Without a chosen column they run side by side.
pub fn meeting(columns: usize, chosen: Option<usize>) -> Lying {
    const WIDTH: f64 = 700.0;
    const HIGH: f64 = 80.0;
    let middle = HIGH / 2.0;
    #[allow(clippy::cast_precision_loss, reason = "a strip has a handful of days")]
    let knot = chosen.map(|column| Point::new((column as f64 + 0.5) * WIDTH / columns.max(1) as f64, middle));
    let strand = |side: f64, swing: f64| {
        let away = |x: f64, share: f64| Point::new(x, middle + side * swing * share);
        let Some(knot) = knot else {
            return (Curve::default(), Curve::through(&[away(0.0, 0.8), away(230.0, 1.0), away(WIDTH, 0.85)], 0.8));
        };
        let before = knot.x;
        let after = WIDTH - knot.x;
        let come = Curve(vec![Cubic([
            away(0.0, if before > 120.0 { 0.8 } else { 0.5 }),
            away(before * 0.34, 0.95),
            away(before * 0.66, 0.6),
            knot,
        ])]);
        let go = Curve(vec![
            Cubic([
                knot,
                away(knot.x + after * 0.16, 0.95),
                away(knot.x + after * 0.33, 1.0),
                away(knot.x + after * 0.5, 0.9),
            ]),
            Cubic([
                away(knot.x + after * 0.5, 0.9),
                away(knot.x + after * 0.68, 0.8),
                away(knot.x + after * 0.86, 0.72),
                away(WIDTH, 0.8),
            ]),
        ]);
        (come, go)
    };
    let (mentor_lived, mentor_ahead) = strand(-1.0, 24.0);
    let (student_lived, student_ahead) = strand(1.0, 34.0);
    Lying {
        width: WIDTH,
        height: HIGH,
        lived: pair(&mentor_lived, &student_lived),
        ahead: pair(&mentor_ahead, &student_ahead),
        knots: knot.into_iter().collect(),
        tips: None,
    }
}
