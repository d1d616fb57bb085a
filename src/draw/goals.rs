//! Goals, session by session: a column for each session and for each run of weeks without one, a mark for each goal.

use super::label::{Anchor, Area, Label, Room, Voice};

/// How many columns are shown at once: a dozen weeks can be taken in, a hundred cannot.
pub const WINDOW: usize = 12;

/// How wide a goal's mark is.
pub const MARK: f64 = 24.0;

/// From one mark to the next above it.
const ROW: f64 = 28.0;

/// The most rows of marks: of more goals, the last row says how many.
const ROWS: usize = 6;

/// From one column to the next: no closer than marks and numbers can stand, no further than the eye goes along.
const CLOSEST: f64 = 37.0;
const FURTHEST: f64 = 88.0;

/// What stands beside the first and the last column.
const SIDE: f64 = 16.0;

/// How far below the lowest mark the line runs, and how far below it the words stand.
const ABOVE_LINE: f64 = 40.0;
const NUMBERS: f64 = 42.0;
const DATES: f64 = 60.0;

/// What a goal came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Reached.
    Reached,
    /// Reached in part.
    Partly,
    /// Not yet.
    NotYet,
}

/// One column to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A session that was held.
    Held {
        /// Its number.
        number: String,
        /// Its day.
        day: String,
        /// How many goals were reached, reached in part, not yet.
        goals: [usize; 3],
    },
    /// Weeks without a session.
    Apart {
        /// How many, in words.
        words: String,
    },
}

/// A column as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Where it stands.
    pub x: f64,
    /// Whether the strands meet there.
    pub meets: bool,
    /// Its marks and the middle of each, from the line upwards.
    pub marks: Vec<(Seen, f64)>,
}

/// One row of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalsPlot {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The height at which the strands meet.
    pub line: f64,
    /// From one column to the next.
    pub step: f64,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Numbers, days, and how many goals more there are.
    pub labels: Vec<Label>,
}

/// Where each page of so many columns begins and ends, the latest page first: it is full, the earliest takes what is left.
pub fn pages(columns: usize) -> Vec<std::ops::Range<usize>> {
    let count = columns.div_ceil(WINDOW);
    (0..count)
        .map(|page| {
            let end = columns - page * WINDOW;
            end.saturating_sub(WINDOW)..end
        })
        .collect()
}

/// Draws those columns at that width: on one row where there is room, else on as many as it takes, equally long.
pub fn goals(slots: &[Slot], width: f64) -> Vec<GoalsPlot> {
    let rows = (1..=slots.len().max(1)).find(|rows| fits(slots.len().div_ceil(*rows), width)).unwrap_or(1);
    let long = slots.len().div_ceil(rows).max(1);
    slots.chunks(long).map(|row| draw(row, long, width)).collect()
}

/// Whether that many columns find room on one row.
fn fits(columns: usize, width: f64) -> bool {
    number(columns.saturating_sub(1)) * CLOSEST <= width - SIDE * 2.0
}

#[allow(clippy::cast_precision_loss, reason = "a row has a dozen columns")]
fn number(count: usize) -> f64 {
    count as f64
}

fn draw(slots: &[Slot], long: usize, width: f64) -> GoalsPlot {
    let step = ((width - SIDE * 2.0) / number(long.saturating_sub(1)).max(1.0)).min(FURTHEST);
    let highest = slots.iter().map(rows_of).max().unwrap_or(0).max(1);
    let line = 4.0 + number(highest - 1) * ROW + MARK / 2.0 + ABOVE_LINE;
    let height = line + DATES + 6.0;
    let mut room = Room::new(width, height);
    let mut columns = Vec::new();
    for (at, slot) in slots.iter().enumerate() {
        let x = SIDE + number(at) * step;
        let marks = marks(slot, line);
        for (_, y) in &marks {
            room.take(Area::around(x, *y, MARK / 2.0));
        }
        columns.push(Column { x, meets: matches!(slot, Slot::Held { .. }), marks });
    }
    for (column, slot) in columns.iter().zip(slots) {
        let at = |y: f64, voice, text: String| Label::new(column.x, y, Anchor::Middle, voice, text).kept_within(width);
        if let Slot::Held { number: named, goals, .. } = slot {
            room.place([at(line + NUMBERS, Voice::Strong, named.clone())]);
            let more = goals.iter().sum::<usize>() - column.marks.len();
            if more > 0 {
                let y = line - ABOVE_LINE - number(ROWS - 1) * ROW;
                room.place([at(y + 5.0, Voice::Quiet, format!("+{more}"))]);
            }
        }
    }
    // The latest day is the one people look for, the first one says since when; those between give way to them.
    let mut order: Vec<(&Column, &Slot)> = columns.iter().zip(slots).rev().collect();
    if let Some(first) = order.pop() {
        order.insert(order.len().min(1), first);
    }
    for (column, slot) in order {
        let words = match slot {
            Slot::Held { day, .. } => day,
            Slot::Apart { words } => words,
        };
        let label = Label::new(column.x, line + DATES, Anchor::Middle, Voice::Quiet, words.clone());
        room.place([label.kept_within(width)]);
    }
    GoalsPlot { width, height, line, step, columns, labels: room.labels }
}

fn rows_of(slot: &Slot) -> usize {
    match slot {
        Slot::Held { goals, .. } => goals.iter().sum::<usize>().min(ROWS),
        Slot::Apart { .. } => 0,
    }
}

/// Reached goals lie on the line, then those in part, then the others.
fn marks(slot: &Slot, line: f64) -> Vec<(Seen, f64)> {
    let Slot::Held { goals: [reached, partly, not_yet], .. } = slot else { return Vec::new() };
    let kinds = [(Seen::Reached, *reached), (Seen::Partly, *partly), (Seen::NotYet, *not_yet)];
    let all: Vec<Seen> = kinds.into_iter().flat_map(|(seen, count)| std::iter::repeat_n(seen, count)).collect();
    let shown = if all.len() > ROWS { ROWS - 1 } else { all.len() };
    let marks = all.into_iter().take(shown).enumerate();
    marks.map(|(at, seen)| (seen, line - ABOVE_LINE - number(at) * ROW)).collect()
}
