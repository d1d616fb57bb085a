//! Words in a drawing: where they stand, how much room they take, and whether there is room for them.

/// How a label is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A tick of an axis, or a note.
    Quiet,
    /// What the eye looks for.
    Strong,
}

/// From where a label runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// To the right.
    Start,
    /// To both sides.
    Middle,
    /// To the left.
    End,
}

impl Anchor {
    /// The attribute's value.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A box of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Area {
    /// A box around a point.
    pub fn around(x: f64, y: f64, reach: f64) -> Self {
        Self { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    }

    /// Whether the two have a place in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether it lies within a drawing of that size.
    pub fn is_within(&self, width: f64, height: f64) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= width && self.bottom <= height
    }
}

/// Words at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where they run from.
    pub x: f64,
    /// Their baseline.
    pub y: f64,
    /// Which way they run.
    pub anchor: Anchor,
    /// How they are said.
    pub voice: Voice,
    /// The words.
    pub text: String,
}

/// The size of words in a drawing: that of details on the page.
const SIZE: f64 = 15.0;

/// How far letters reach above and below the baseline.
const RISE: f64 = 12.0;
const FALL: f64 = 4.0;

impl Label {
    /// Words at a place.
    pub fn new(x: f64, y: f64, anchor: Anchor, voice: Voice, text: impl Into<String>) -> Self {
        Self { x, y, anchor, voice, text: text.into() }
    }

    /// How wide they are at most.
    pub fn width(&self) -> f64 {
        let letter = match self.voice {
            Voice::Quiet => 0.55,
            Voice::Strong => 0.585,
        };
        self.text.chars().map(|_| SIZE * letter).sum()
    }

    /// The room they take.
    pub fn area(&self) -> Area {
        let width = self.width();
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        Area { left, top: self.y - RISE, right: left + width, bottom: self.y + FALL }
    }

    /// The same moved sideways, so that it stays within a drawing of that width.
    #[must_use]
    pub fn kept_within(mut self, width: f64) -> Self {
        // A hair inside, so that rounding does not put it outside.
        const HAIR: f64 = 0.25;
        let area = self.area();
        self.x += (HAIR - area.left).max(0.0);
        self.x -= (area.right + HAIR - width).max(0.0);
        self
    }
}

/// What is already in a drawing, so that words find their place beside it.
#[derive(Debug)]
pub(super) struct Room {
    width: f64,
    height: f64,
    taken: Vec<Area>,
    /// The labels placed so far.
    pub labels: Vec<Label>,
}

impl Room {
    pub(super) fn new(width: f64, height: f64) -> Self {
        Self { width, height, taken: Vec::new(), labels: Vec::new() }
    }

    /// Something stands there that no label may cover.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Puts the label at the first of those places that is free; it is left out when none is.
    pub(super) fn place(&mut self, places: impl IntoIterator<Item = Label>) -> bool {
        let free = |label: &Label| {
            let area = label.area();
            let apart = Area { left: area.left - 3.0, right: area.right + 3.0, ..area };
            area.is_within(self.width, self.height) && !self.taken.iter().any(|taken| taken.meets(&apart))
        };
        let Some(label) = places.into_iter().find(free) else { return false };
        self.taken.push(label.area());
        self.labels.push(label);
        true
    }
}
