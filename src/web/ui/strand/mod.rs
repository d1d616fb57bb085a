//! How the two strands are drawn: pure functions from minutes, weeks and a seed to paths.
//!
//! The student's strand is thick and swings wide, the mentor's is thin and swings little, everywhere: width tells them apart
//! where colour cannot. Lengths are minutes. The same seed gives the same drawing.

mod curve;
mod hand;
mod lying;
mod road;
mod star;
mod upright;
mod week;
mod weeks;

pub use curve::{Cubic, Curve, Point, dot};
pub use hand::Hand;
pub use lying::{Lying, lying, meeting};
pub use road::{Stretch, stretch};
pub use star::{Ray, ray};
pub use upright::{Stitch, stitch};
pub use week::{HEIGHT as WEEK_HEIGHT, WeekStretch, week_stretch};
pub use weeks::{Joint, Mark, MarkShape, Weeks, weeks};

/// How much less the mentor's strand swings than the student's.
const MENTOR_SWING: f64 = 0.45;

/// Both strands of a drawing, as `d` attributes; empty where there is nothing to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair {
    /// The mentor's.
    pub mentor: String,
    /// The student's.
    pub student: String,
}

/// How far both strands have come in a stretch that is being lived.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tips {
    /// The end of the mentor's.
    pub mentor: Point,
    /// The end of the student's.
    pub student: Point,
}

fn pair(mentor: &Curve, student: &Curve) -> Pair {
    Pair { mentor: mentor.path(), student: student.path() }
}

fn tips(mentor: &Curve, student: &Curve) -> Option<Tips> {
    Some(Tips { mentor: mentor.end()?, student: student.end()? })
}
