//! The forecast in a bar: the earliest and the latest day, the likely one between them, the programme's end above.

use super::label::{Anchor, Label, Room, Voice};
use crate::domain::Day;
use crate::domain::rule::forecast::Span;

/// The whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct RangePlot {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The height of the line.
    pub line: f64,
    /// The bar's ends.
    pub bar: (f64, f64),
    /// The likely day's disc.
    pub likely: f64,
    /// The programme's end.
    pub end: Option<f64>,
    /// Every word.
    pub labels: Vec<Label>,
}

const MARGIN: f64 = 10.0;
const HEIGHT: f64 = 92.0;
const LINE: f64 = 46.0;
const BELOW: f64 = 78.0;
const ABOVE: f64 = 14.0;

/// Draws a span and the programme's end at that width; `day` and `end_words` are what its words say.
pub fn range(
    span: Span,
    end: Option<Day>,
    width: f64,
    day: &dyn Fn(Day) -> String,
    end_words: &dyn Fn(Day) -> String,
) -> RangePlot {
    let first = end.map_or(span.earliest, |end| end.min(span.earliest));
    let last = end.map_or(span.latest, |end| end.max(span.latest));
    let days = |to: Day| f64::from(i32::try_from((to - first).num_days()).unwrap_or(i32::MAX));
    let (inner, of) = (width - 2.0 * MARGIN, days(last).max(1.0));
    // A span of one day stands in the middle.
    let x = |to: Day| if first == last { width / 2.0 } else { MARGIN + days(to) / of * inner };
    let (from, likely, to) = (x(span.earliest), x(span.likely), x(span.latest));
    let mut room = Room::new(width, HEIGHT);
    let label =
        |at: f64, text: String, y: f64, voice: Voice| Label::new(at, y, Anchor::Middle, voice, text).kept_within(width);
    // The likely day says most; the bounds are said where there is room beside it.
    for (at, what, voice) in
        [(likely, span.likely, Voice::Strong), (from, span.earliest, Voice::Quiet), (to, span.latest, Voice::Quiet)]
    {
        room.place([label(at, day(what), BELOW, voice)]);
    }
    let end_at = end.map(&x);
    if let (Some(end), Some(at)) = (end, end_at) {
        room.place([label(at, end_words(end), ABOVE, Voice::Strong)]);
    }
    RangePlot { width, height: HEIGHT, line: LINE, bar: (from, to), likely, end: end_at, labels: room.labels }
}
