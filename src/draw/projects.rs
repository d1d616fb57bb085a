//! Projects validated against the calendar: the steps so far, today, the fan of the forecast, the programme's end.

use std::fmt::Write as _;

use chrono::Datelike;

use super::label::{Anchor, Area, Label, Room, Voice};
use super::short;
use crate::domain::Day;
use crate::domain::rule::forecast::Span;

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// The programme's first day, where it is known.
    pub start: Option<Day>,
    /// Its last day, where it is known.
    pub end: Option<Day>,
    /// Today.
    pub today: Day,
    /// How many projects there are.
    pub projects: u32,
    /// The days of those validated by today, oldest first.
    pub validated: Vec<Day>,
    /// When all of them would be.
    pub forecast: Option<Span>,
}

/// What the drawing says.
pub struct Words<'a> {
    /// A validated project and its day, by its place among them: “P2, 3 nov.”.
    pub validated: &'a dyn Fn(usize) -> String,
    /// The word at today's stem.
    pub today: &'a str,
    /// The words at the programme's end, with that day.
    pub end: &'a dyn Fn(Day) -> String,
    /// A day of the forecast.
    pub day: &'a dyn Fn(Day) -> String,
    /// A month on the axis.
    pub month: &'a dyn Fn(Day) -> String,
}

/// The forecast as it is drawn: lines from today to the last project.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// Between the fastest and the slowest line, a closed path.
    pub area: String,
    /// The two lines that bound it.
    pub bounds: [String; 2],
    /// The line of the mean pace.
    pub likely: String,
    /// Where it arrives, when that is in the drawing.
    pub arrival: Option<(f64, f64)>,
}

/// The whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectsPlot {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The plot's edges: left, top, right, bottom.
    pub frame: Area,
    /// The heights of the lines across.
    pub lines: Vec<f64>,
    /// Where months begin.
    pub ticks: Vec<f64>,
    /// The steps so far, a path.
    pub steps: String,
    /// The validations.
    pub discs: Vec<(f64, f64)>,
    /// Today's stem.
    pub today: f64,
    /// The programme's end.
    pub end: Option<f64>,
    /// The forecast.
    pub fan: Option<Fan>,
    /// Every word.
    pub labels: Vec<Label>,
}

const LEFT: f64 = 26.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 34.0;
const BELOW: f64 = 30.0;

/// How far apart words on the axes stand at least.
const LINE_HEIGHT: f64 = 20.0;
const MONTH: f64 = 46.0;

/// A scale from days to the drawing.
struct Scale {
    first: Day,
    days: f64,
    width: f64,
    height: f64,
    projects: f64,
}

impl Scale {
    fn x(&self, day: Day) -> f64 {
        LEFT + days(day, self.first) / self.days * (self.width - LEFT - RIGHT)
    }

    fn y(&self, projects: f64) -> f64 {
        let bottom = self.height - BELOW;
        bottom - projects / self.projects * (bottom - TOP)
    }

    fn frame(&self) -> Area {
        Area { left: LEFT, top: TOP, right: self.width - RIGHT, bottom: self.height - BELOW }
    }
}

fn days(day: Day, since: Day) -> f64 {
    f64::from(i32::try_from((day - since).num_days()).unwrap_or(i32::MAX))
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Draws a track at that width; nothing while no project is validated.
pub fn projects(track: &Track, width: f64, words: &Words<'_>) -> Option<ProjectsPlot> {
    let first_validated = *track.validated.first()?;
    let first = track.start.map_or(first_validated, |start| start.min(first_validated));
    let scale = Scale {
        first,
        days: (days(last_day(track, first), first)).max(28.0),
        width,
        height: TOP
            + BELOW
            + (f64::from(track.projects) * 32.0).clamp(120.0, if width < 300.0 { 220.0 } else { 256.0 }),
        projects: f64::from(track.projects.max(1)),
    };
    let frame = scale.frame();
    let mut room = Room::new(width, scale.height);
    let (steps, discs) = steps(track, &scale, &mut room);
    let today = scale.x(track.today).min(frame.right);
    let end = track.end.map(|end| scale.x(end)).filter(|x| (frame.left..=frame.right).contains(x));
    let upright = |x: f64| Area { left: x - 2.0, right: x + 2.0, ..frame };
    room.take(upright(today));
    if let Some(x) = end {
        room.take(upright(x));
    }
    let fan = track.forecast.map(|span| fan(track, span, &scale, &mut room));
    let lines = across(track.projects, &scale, &mut room);
    let ticks = months(first, &scale, &mut room, words.month);
    say(track, &scale, (today, end), &discs, &mut room, words);
    let (height, labels) = (scale.height, room.labels);
    Some(ProjectsPlot { width, height, frame, lines, ticks, steps, discs, today, end, fan, labels })
}

/// The last day to show. A forecast may be decades away: what is known stays readable beside it.
fn last_day(track: &Track, first: Day) -> Day {
    let known = track.end.unwrap_or(track.today).max(track.today);
    let Some(span) = track.forecast else { return known };
    let furthest = days(known, first).max(60.0) * 2.0;
    let shown = [span.latest, span.likely, span.earliest].into_iter().find(|day| days(*day, first) <= furthest);
    let after = shown.unwrap_or(known).max(known);
    // A little room after the last day, for its words.
    crate::domain::time::days_after(after, u64::try_from((after - first).num_days() / 30).unwrap_or(0))
}

/// Up by one at each validation, level between them and until today.
fn steps(track: &Track, scale: &Scale, room: &mut Room) -> (String, Vec<(f64, f64)>) {
    let mut path = format!("M{} {}", short(LEFT), short(scale.y(0.0)));
    let mut discs = Vec::new();
    let (mut x, mut y) = (LEFT, scale.y(0.0));
    let mut level = |to: f64, y: f64, room: &mut Room| {
        room.take(Area { left: x, top: y - 2.0, right: to, bottom: y + 2.0 });
        x = to;
    };
    for (at, day) in track.validated.iter().enumerate() {
        let to = scale.x(*day);
        level(to, y, room);
        let up = scale.y(count(at + 1));
        room.take(Area { left: to - 2.0, top: up, right: to + 2.0, bottom: y });
        y = up;
        let _ = write!(path, "H{}V{}", short(to), short(y));
        room.take(Area::around(to, y, 6.0));
        discs.push((to, y));
    }
    let today = scale.x(track.today);
    level(today, y, room);
    let _ = write!(path, "H{}", short(today));
    (path, discs)
}

fn fan(track: &Track, span: Span, scale: &Scale, room: &mut Room) -> Fan {
    let frame = scale.frame();
    let from = (scale.x(track.today), scale.y(count(track.validated.len())));
    // A line that would arrive outside stops at the edge, on its way.
    let arrival = |day: Day| {
        let x = scale.x(day);
        if x <= frame.right {
            return (x, frame.top);
        }
        let share = (frame.right - from.0) / (x - from.0);
        (frame.right, from.1 + (frame.top - from.1) * share)
    };
    let (fast, likely, slow) = (arrival(span.earliest), arrival(span.likely), arrival(span.latest));
    let line = |to: (f64, f64)| format!("M{} {}L{} {}", short(from.0), short(from.1), short(to.0), short(to.1));
    for to in [fast, likely, slow] {
        for part in 0..=24 {
            let share = f64::from(part) / 24.0;
            room.take(Area::around(from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share, 2.5));
        }
    }
    let mut area = format!("M{} {}L{} {}", short(from.0), short(from.1), short(fast.0), short(fast.1));
    if slow.1 > frame.top && fast.0 < frame.right {
        let _ = write!(area, "L{} {}", short(frame.right), short(frame.top));
    }
    let _ = write!(area, "L{} {}Z", short(slow.0), short(slow.1));
    let arrives = scale.x(span.likely) <= frame.right;
    if arrives {
        room.take(Area::around(likely.0, likely.1, 8.0));
    }
    Fan { area, bounds: [line(fast), line(slow)], likely: line(likely), arrival: arrives.then_some(likely) }
}

/// The lines across and their numbers: all of them where they have room, else every second, fifth or tenth; always the last.
fn across(projects: u32, scale: &Scale, room: &mut Room) -> Vec<f64> {
    let gap = |step: u32| (scale.y(0.0) - scale.y(f64::from(step))).abs();
    let step = [1, 2, 5, 10, 20].into_iter().find(|step| gap(*step) >= LINE_HEIGHT).unwrap_or(40);
    let near_last = |at: u32| at != projects && gap(projects - at) < LINE_HEIGHT;
    let shown = (0..=projects).filter(|at| *at == projects || (at % step == 0 && !near_last(*at)));
    shown
        .map(|at| {
            let y = scale.y(f64::from(at));
            room.place([Label::new(LEFT - 8.0, y + 5.0, Anchor::End, Voice::Quiet, at.to_string())]);
            y
        })
        .collect()
}

/// Where months begin, named where there is room; January by its year.
fn months(first: Day, scale: &Scale, room: &mut Room, named: &dyn Fn(Day) -> String) -> Vec<f64> {
    let frame = scale.frame();
    let month = 30.4 / scale.days * (frame.right - frame.left);
    let every = [1, 2, 3, 6, 12].into_iter().find(|every| month * f64::from(*every) >= MONTH);
    let mut ticks = Vec::new();
    let (mut year, mut at) = (first.year(), first.month());
    loop {
        (year, at) = if at == 12 { (year + 1, 1) } else { (year, at + 1) };
        let Some(day) = Day::from_ymd_opt(year, at, 1) else { break };
        let x = scale.x(day);
        if x > frame.right {
            break;
        }
        // Over many years only years are ticked, over more only some of them.
        let is_named = match every {
            Some(every) => (at - 1).is_multiple_of(every),
            None => at == 1 && year % years_between(month) == 0,
        };
        if every.is_some() || is_named {
            ticks.push(x);
        }
        if is_named {
            let words = if at == 1 { year.to_string() } else { named(day) };
            let label = Label::new(x, scale.height - 6.0, Anchor::Middle, Voice::Quiet, words);
            room.place([label.kept_within(scale.width)]);
        }
    }
    ticks
}

fn years_between(month: f64) -> i32 {
    [2, 5, 10, 20, 50, 100].into_iter().find(|years| month * 12.0 * f64::from(*years) >= MONTH).unwrap_or(1000)
}

/// The words of the forecast, the end, today and the validations, in the order in which they matter.
fn say(
    track: &Track,
    scale: &Scale,
    (today, end): (f64, Option<f64>),
    discs: &[(f64, f64)],
    room: &mut Room,
    words: &Words<'_>,
) {
    let frame = scale.frame();
    if let Some(span) = track.forecast {
        let above = |day: Day, voice: Voice| {
            let x = scale.x(day);
            let text = (words.day)(day);
            [Anchor::Middle, Anchor::End, Anchor::Start]
                .map(|anchor| Label::new(x, frame.top - 14.0, anchor, voice, text.clone()))
                .map(|label| label.kept_within(scale.width))
                .into_iter()
                .filter(move |_| x <= frame.right)
        };
        room.place(above(span.likely, Voice::Strong));
        // One pace only: one day says it.
        if span.earliest != span.likely {
            room.place(above(span.earliest, Voice::Quiet));
        }
        if span.latest != span.likely {
            room.place(above(span.latest, Voice::Quiet));
        }
    }
    // Beside an upright line, from the axis upwards.
    let beside = |x: f64, voice: Voice, text: String| {
        let rows = [10.0, 30.0, 50.0, 70.0, 90.0, 110.0, 130.0, 150.0, 170.0];
        rows.into_iter().flat_map(move |up| {
            let y = frame.bottom - up;
            let text = text.clone();
            [(x - 6.0, Anchor::End), (x + 6.0, Anchor::Start)]
                .map(move |(x, anchor)| Label::new(x, y, anchor, voice, text.clone()))
        })
    };
    if let (Some(x), Some(day)) = (end, track.end) {
        // Where the words have no room beside the line, nor above it, the day alone may have some.
        let above = Label::new(x, frame.top - 14.0, Anchor::Middle, Voice::Strong, (words.end)(day));
        let alone = beside(x, Voice::Strong, (words.day)(day));
        let words = beside(x, Voice::Strong, (words.end)(day));
        room.place(words.chain([above.kept_within(scale.width)]).chain(alone));
    }
    let above = Label::new(today, frame.top - 14.0, Anchor::Middle, Voice::Quiet, words.today);
    room.place(beside(today, Voice::Quiet, words.today.to_owned()).chain([above.kept_within(scale.width)]));
    for (at, (x, y)) in discs.iter().enumerate().rev() {
        let text = (words.validated)(at);
        room.place([
            Label::new(x + 10.0, y + 19.0, Anchor::Start, Voice::Strong, text.clone()),
            Label::new(x - 10.0, y - 8.0, Anchor::End, Voice::Strong, text),
        ]);
    }
}
