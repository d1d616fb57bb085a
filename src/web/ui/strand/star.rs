//! The map of the helps: the student's strand goes out to each of them, the mentor's comes to meet it.

use super::curve::{Cubic, Curve, Point};
use super::hand::SWINGS;

/// One line of the map, in a drawing of 100 by 100 with the student at its centre.
#[derive(Clone, Debug, PartialEq)]
pub struct Ray {
    /// The way from the centre, as a `d` attribute.
    pub path: String,
    /// Where it arrives, at an edge of the drawing.
    pub end: Point,
}

/// Draws the way from the centre to the middle of row `at` of `rows` equal ones, on the left or on the right. `bend` lets it cross
/// another line with the same ends.
pub fn ray(at: usize, rows: usize, is_left: bool, bend: f64) -> Ray {
    #[allow(clippy::cast_precision_loss, reason = "a map has seven rows at most")]
    let height = (at as f64 + 0.5) / rows.max(1) as f64 * 100.0;
    let (edge, side) = if is_left { (1.5, -1.0) } else { (98.5, 1.0) };
    let waver = (SWINGS[at % SWINGS.len()] - 1.0) * 40.0;
    let end = Point::new(edge, height);
    let way = Cubic([
        Point::new(50.0, 50.0),
        Point::new(50.0 + side * (22.0 - bend), 50.0 + waver),
        Point::new(edge - side * (30.0 - bend), height - waver * 0.5),
        end,
    ]);
    Ray { path: Curve(vec![way]).path(), end }
}
