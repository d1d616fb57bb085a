//! Points and cubic curves: the little geometry that strands need.

use std::fmt::Write;

/// A point of a drawing, in the drawing's own units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Along the line.
    pub x: f64,
    /// Across it.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    fn towards(self, other: Self, share: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }
}

/// One cubic curve: where it starts, its two handles, where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cubic(pub [Point; 4]);

impl Cubic {
    /// The point at `t`, 0 to 1.
    pub fn at(&self, t: f64) -> Point {
        self.cut(t).0.0[3]
    }

    /// The two curves that together draw this one, parted at `t`.
    pub fn cut(&self, t: f64) -> (Self, Self) {
        let [start, leave, arrive, end] = self.0;
        let across = leave.towards(arrive, t);
        let (first, last) = (start.towards(leave, t), arrive.towards(end, t));
        let (before, after) = (first.towards(across, t), across.towards(last, t));
        let middle = before.towards(after, t);
        (Self([start, first, before, middle]), Self([middle, after, last, end]))
    }

    /// Where the curve, which never turns back, reaches `value` along `axis`.
    fn reaches(&self, value: f64, axis: impl Fn(Point) -> f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        // Forty halvings leave less than a millionth of a pixel.
        for _ in 0..40 {
            let middle = f64::midpoint(low, high);
            if axis(self.at(middle)) < value {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// A run of curves, each starting where the last one ended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve(pub Vec<Cubic>);

impl Curve {
    /// A smooth curve through `points` (Catmull-Rom); `ease` is how far the handles reach.
    pub fn through(points: &[Point], ease: f64) -> Self {
        let reach = ease / 3.0;
        let curves = points.windows(2).enumerate().map(|(at, pair)| {
            let (b, c) = (pair[0], pair[1]);
            let a = if at == 0 { b } else { points[at - 1] };
            let d = points.get(at + 2).copied().unwrap_or(c);
            let leave = Point::new(b.x + (c.x - a.x) * reach, b.y + (c.y - a.y) * reach);
            let arrive = Point::new(c.x - (d.x - b.x) * reach, c.y - (d.y - b.y) * reach);
            Cubic([b, leave, arrive, c])
        });
        Self(curves.collect())
    }

    /// What lies before and after `x`, for a curve that runs from left to right.
    pub fn cut_at_x(&self, x: f64) -> (Self, Self) {
        self.cut_where(x, |point| point.x)
    }

    /// What lies before and after `y`, for a curve that runs downwards.
    pub fn cut_at_y(&self, y: f64) -> (Self, Self) {
        self.cut_where(y, |point| point.y)
    }

    fn cut_where(&self, value: f64, axis: impl Fn(Point) -> f64 + Copy) -> (Self, Self) {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for curve in &self.0 {
            if axis(curve.0[3]) <= value {
                before.push(*curve);
            } else if axis(curve.0[0]) >= value {
                after.push(*curve);
            } else {
                let (first, second) = curve.cut(curve.reaches(value, axis));
                before.push(first);
                after.push(second);
            }
        }
        (Self(before), Self(after))
    }

    /// Where the curve ends.
    pub fn end(&self) -> Option<Point> {
        self.0.last().map(|curve| curve.0[3])
    }

    /// The `d` attribute of a path that draws the curve; empty when there is nothing to draw.
    pub fn path(&self) -> String {
        let Some(first) = self.0.first() else { return String::new() };
        let mut path = format!("M{} {}", short(first.0[0].x), short(first.0[0].y));
        for Cubic([_, b, c, d]) in &self.0 {
            let _ = write!(
                path,
                "C{} {} {} {} {} {}",
                short(b.x),
                short(b.y),
                short(c.x),
                short(c.y),
                short(d.x),
                short(d.y)
            );
        }
        path
    }
}

/// A number with one decimal at most: more would not be seen.
pub fn short(number: f64) -> f64 {
    let rounded = (number * 10.0).round() / 10.0;
    // Minus zero would print as such.
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A dot as wide as its stroke: a path so short that its round ends make a disc, which stays round when the drawing is stretched.
pub fn dot(at: Point) -> String {
    format!("M{} {}h.01", short(at.x), short(at.y))
}
