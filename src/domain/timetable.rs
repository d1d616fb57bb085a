//! Where a first call stands: its timetable on the clock, and which section comes next.

use super::call::{FirstCall, Section, time_boxes};
use super::pairing::Pairing;
use super::time::Instant;

/// How long after its planned end a call still counts as going on. Opened later, its clock times would be yesterday's.
const OVERRUN: i64 = 60;

/// The minutes of a call's sections and, while the call goes on, the moments at which they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timetable {
    boxes: [u32; 6],
    start: Option<Instant>,
}

impl Timetable {
    /// The timetable of `call` at `now`: without clock times before it starts and long after it should have ended.
    pub fn of(call: &FirstCall, now: Instant) -> Self {
        let length = call.length();
        let start = call.started.filter(|start| (-1..i64::from(length) + OVERRUN).contains(&now.minutes_since(*start)));
        Self { boxes: time_boxes(length), start }
    }

    /// The minutes of a section.
    pub fn minutes(&self, section: Section) -> u32 {
        self.boxes[section as usize]
    }

    /// The minutes for taking leave.
    pub fn minutes_for_leaving(&self) -> u32 {
        self.boxes[5]
    }

    /// The minutes of the five sections and of taking leave.
    pub fn boxes(&self) -> [u32; 6] {
        self.boxes
    }

    /// When a section begins.
    pub fn begins(&self, section: Section) -> Option<Instant> {
        self.after(section as usize)
    }

    /// When a section ends.
    pub fn ends(&self, section: Section) -> Option<Instant> {
        self.after(section.number())
    }

    /// When the call ends.
    pub fn end(&self) -> Option<Instant> {
        self.after(self.boxes.len())
    }

    /// The minutes of `section` that have gone by at `now`, at most all of them; `None` when there is no clock.
    pub fn lived(&self, section: Section, now: Instant) -> Option<u32> {
        let gone = now.minutes_since(self.begins(section)?).clamp(0, self.minutes(section).into());
        u32::try_from(gone).ok()
    }

    /// The minutes of the call that have gone by at `now`, at most all of them; `None` when there is no clock. Computed from two
    /// moments, so that it is right after a reload or a sleep of the machine.
    pub fn gone(&self, now: Instant) -> Option<u32> {
        let gone = now.minutes_since(self.start?).clamp(0, self.boxes.iter().sum::<u32>().into());
        u32::try_from(gone).ok()
    }

    fn after(&self, boxes: usize) -> Option<Instant> {
        let minutes: u32 = self.boxes.iter().take(boxes).sum();
        self.start.map(|start| start.plus_minutes(minutes.into()))
    }
}

impl Pairing {
    /// Whether a section of the first call is finished: both said so; for the last one, there is a goal and a date.
    pub fn is_done(&self, section: Section) -> bool {
        match section {
            Section::Goals => {
                self.goals.iter().any(|goal| !goal.what.trim().is_empty())
                    && self.sessions.iter().any(|session| session.state.is_some())
            }
            _ => self.call.both_done(section),
        }
    }

    /// The first section that is not finished; `None` when the call is.
    pub fn current_section(&self) -> Option<Section> {
        Section::ALL.into_iter().find(|section| !self.is_done(*section))
    }

    /// The minutes that the unfinished sections and taking leave are given.
    pub fn minutes_left(&self) -> u32 {
        let boxes = time_boxes(self.call.length());
        let sections = Section::ALL.into_iter().filter(|section| !self.is_done(*section));
        sections.map(|section| boxes[section as usize]).sum::<u32>() + boxes[5]
    }
}
