//! The weeks of a pair: strands apart while each works alone, a knot at each session, solid behind and dotted ahead.

use super::curve::{Curve, Point};
use super::hand::Hand;
use super::{Pair, pair};

/// What a week is on the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// A session was held: an ink disc.
    Held,
    /// A session is booked: an open disc.
    Booked,
    /// A defence: an open diamond.
    Defence,
    /// Missed, pause or free: no knot, the strands stay apart and a word says why.
    Apart,
}

/// The shape of a knot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkShape {
    /// Filled with ink.
    Full,
    /// An outline.
    Open,
}

/// A knot as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Filled or not.
    pub shape: MarkShape,
    /// Its outline, a closed path.
    pub path: String,
}

/// The drawing of a run of weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Weeks {
    /// What is lived.
    pub lived: Pair,
    /// What is ahead.
    pub ahead: Pair,
    /// Where each week stands along the line.
    pub columns: Vec<f64>,
    /// The line's height in the drawing.
    pub line: f64,
    /// The knots.
    pub marks: Vec<Mark>,
    /// Where today is along the line, when it is among these weeks.
    pub today: Option<f64>,
}

const STUDENT_REACH: f64 = 19.0;
const MENTOR_REACH: f64 = 8.0;

/// Draws `joints`, one week each, over `width`, with the line at height `line`. `now` is today in weeks since the first one.
pub fn weeks(joints: &[Joint], now: f64, width: f64, line: f64, seed: u32) -> Weeks {
    let mut hand = Hand::new(seed);
    let pad = 9.0;
    #[allow(clippy::cast_precision_loss, reason = "a thread has a dozen weeks")]
    let step = (width - pad * 2.0) / joints.len().saturating_sub(1).max(1) as f64;
    #[allow(clippy::cast_precision_loss, reason = "a thread has a dozen weeks")]
    let columns: Vec<f64> = (0..joints.len()).map(|week| pad + week as f64 * step).collect();
    let (mentor, student) = strands(joints, &columns, line, &mut hand);
    let today = pad + now * step;
    let (mentor_lived, mentor_ahead) = mentor.cut_at_x(today);
    let (student_lived, student_ahead) = student.cut_at_x(today);
    let marks = joints
        .iter()
        .zip(&columns)
        .filter_map(|(joint, x)| {
            let centre = Point::new(*x, line);
            Some(match joint {
                Joint::Held => Mark { shape: MarkShape::Full, path: hand.disc(centre, 6.5) },
                Joint::Booked => Mark { shape: MarkShape::Open, path: hand.disc(centre, 7.5) },
                Joint::Defence => Mark { shape: MarkShape::Open, path: hand.diamond(centre, 10.5) },
                Joint::Apart => return None,
            })
        })
        .collect();
    Weeks {
        lived: pair(&mentor_lived, &student_lived),
        ahead: pair(&mentor_ahead, &student_ahead),
        today: (pad..=width - pad).contains(&today).then_some(today),
        columns,
        line,
        marks,
    }
}

/// The two curves: sides change after each meeting, and stay while the strands are apart.
fn strands(joints: &[Joint], columns: &[f64], line: f64, hand: &mut Hand) -> (Curve, Curve) {
    let meets = |week: usize| joints.get(week).is_some_and(|joint| *joint != Joint::Apart);
    let (mut mentor, mut student) = (Vec::new(), Vec::new());
    let mut side = 1.0;
    for (week, x) in columns.iter().copied().enumerate() {
        if week > 0 && meets(week - 1) {
            side = -side;
        }
        if meets(week) {
            student.push(Point::new(x, line));
            mentor.push(Point::new(x, line));
        } else {
            let reach = STUDENT_REACH * (1.0 + hand.waver(0.06));
            student.push(Point::new(x, line + side * reach * 1.06));
            mentor.push(Point::new(x, line - side * MENTOR_REACH * 1.15));
        }
        let Some(next) = columns.get(week + 1) else { continue };
        let gap = next - x;
        let to = if meets(week) { -side } else { side };
        let between = x + gap * (0.5 + hand.waver(0.05));
        // A third of the gap at most, so that close weeks do not become spikes.
        let tight = (gap / (STUDENT_REACH * 3.0)).min(1.0);
        let (thick, thin) = if meets(week) && meets(week + 1) {
            (tight * STUDENT_REACH * (1.0 + hand.waver(0.22)), tight * MENTOR_REACH * (1.0 + hand.waver(0.3)))
        } else {
            (STUDENT_REACH * 0.84 * (1.0 + hand.waver(0.06)), MENTOR_REACH * 0.86)
        };
        student.push(Point::new(between, line + to * thick));
        mentor.push(Point::new(between, line - to * thin));
    }
    (Curve::through(&mentor, 0.56), Curve::through(&student, 0.56))
}
