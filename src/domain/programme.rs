//! The programme: a path of projects with a start and an end, the one under way, and the milestone that comes next.

mod pasted;

use serde::{Deserialize, Serialize};

use super::command::Context;
use super::decide::MAX_TEXT;
use super::field::{Change, Path, RecordKey, Value};
use super::id::ProjectId;
use super::order::{OrderKey, rearranged};
use super::pairing::Pairing;
use super::refusal::Refusal;
use super::rule::forecast::{Course, Forecast};
use super::schema::{kind, name};
use super::time::{Day, Instant};
use super::track::{self, Authorisation};

pub use self::pasted::{LeftOut, MAX_TITLE, Pasted, pasted};

/// The most projects of a programme: three times as many as the longest one has, so that one paste cannot fill the page.
pub const MAX_PROJECTS: usize = 40;

/// How a project is validated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// A review session with the accompanying mentor.
    Review,
    /// A defence before an assessor.
    Defence,
}

impl Mode {
    /// Both, in the guide's order.
    pub const ALL: [Self; 2] = [Self::Review, Self::Defence];
}

/// One project of the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Which.
    pub id: ProjectId,
    /// Its title as typed or pasted.
    pub title: String,
    /// Its place in the path; without one it stands at the end.
    pub order: Option<OrderKey>,
    /// How it is validated, once known.
    pub mode: Option<Mode>,
    /// What it asks the student to produce.
    pub deliverables: String,
    /// The day it was validated, in the pair's zone.
    pub validated: Option<Day>,
    /// The mentor's authorisation of its defence.
    pub authorised: Option<Authorisation>,
    /// When the student told the assessor of a defence to rework that they are ready.
    pub ready_told: Option<Instant>,
    /// Why an authorisation or a validation was taken back.
    pub reason: String,
    /// When it was first written.
    pub created: Option<Instant>,
}

impl Project {
    /// A project of which nothing is known yet.
    pub fn empty(id: ProjectId) -> Self {
        let (title, deliverables) = (String::new(), String::new());
        let (authorised, ready_told, reason) = (None, None, String::new());
        let (order, mode, validated, created) = (None, None, None, None);
        Self { id, title, order, mode, deliverables, validated, authorised, ready_told, reason, created }
    }
}

/// What comes next on the path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Milestone {
    /// What, as typed.
    pub what: String,
    /// By when, in the pair's zone.
    pub by: Option<Day>,
}

/// The programme as the pair wrote it down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// Its name as typed.
    pub name: String,
    /// Its first day.
    pub start: Option<Day>,
    /// Its last day: every project is validated before it (R8).
    pub end: Option<Day>,
    /// The projects in the order of the path; ties by identifier.
    pub projects: Vec<Project>,
    /// The project under way, as written: it may have been removed elsewhere meanwhile.
    pub current: Option<ProjectId>,
    /// What comes next.
    pub milestone: Milestone,
}

impl Programme {
    /// Where the project under way stands in the path.
    pub fn current(&self) -> Option<usize> {
        let id = self.current.as_ref()?;
        self.projects.iter().position(|project| project.id == *id)
    }

    /// What the validations so far say of those to come.
    pub fn forecast(&self, today: Day) -> Forecast {
        self.course(today).forecast()
    }

    /// What a forecast is made from.
    pub fn course(&self, today: Day) -> Course {
        let validated: Vec<Day> = self.projects.iter().filter_map(|project| project.validated).collect();
        let projects = u32::try_from(self.projects.len()).unwrap_or(u32::MAX);
        Course { start: self.start, end: self.end, validated, projects, today }
    }

    /// Once a project is validated, the one to go on with: the next of the path that is not, else the first.
    pub fn next_after(&self, id: &ProjectId) -> Option<&Project> {
        let at = self.projects.iter().position(|project| project.id == *id)?;
        let (before, after) = self.projects.split_at(at);
        after.iter().chain(before).find(|project| project.validated.is_none() && project.id != *id)
    }

    fn project(&self, id: &ProjectId) -> Result<&Project, Refusal> {
        self.projects.iter().find(|project| project.id == *id).ok_or(Refusal::Gone)
    }
}

/// Towards which end of the path a project moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// The first project.
    Start,
    /// The jury.
    Jury,
}

/// What people ask of the programme. Running text goes through [`Command::Write`](super::Command::Write).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgrammeCommand {
    /// First and last day of the programme.
    SetDays(Option<Day>, Option<Day>),
    /// Add projects at the end of the path, with their titles.
    AddProjects(Vec<(ProjectId, String)>),
    /// Let a project change places with its neighbour.
    MoveProject(ProjectId, Towards),
    /// How a project is validated, or not known yet.
    SetMode(ProjectId, Option<Mode>),
    /// The day a project was validated, noted by hand: before a session of it was, or corrected.
    SetValidated(ProjectId, Day),
    /// Remove a project with all its words.
    RemoveProject(ProjectId),
    /// The project under way, or none yet.
    SetCurrent(Option<ProjectId>),
    /// The day of the next milestone.
    SetMilestoneDay(Option<Day>),
}

/// A field of the programme.
pub fn field(field: &str) -> Path {
    Path::of(kind::PROGRAMME, "main", field)
}

/// A field of a project.
pub fn project(id: &ProjectId, field: &str) -> Path {
    Path::of(kind::PROJECT, id.as_str(), field)
}

/// A project's record.
pub fn record(id: &ProjectId) -> RecordKey {
    RecordKey::new(kind::PROJECT, id.as_str())
}

/// What `command` changes.
pub(super) fn decide(pairing: &Pairing, command: &ProgrammeCommand, context: &Context) -> Result<Vec<Change>, Refusal> {
    let programme = &pairing.programme;
    Ok(match command {
        ProgrammeCommand::SetDays(start, end) => {
            if matches!((start, end), (Some(start), Some(end)) if end < start) {
                return Err(Refusal::EndBeforeStart);
            }
            vec![put(field(name::START), start), put(field(name::END), end)]
        }
        ProgrammeCommand::AddProjects(added) => add(programme, added, context)?,
        ProgrammeCommand::MoveProject(id, towards) => {
            programme.project(id)?;
            moved(programme, id, *towards)
        }
        ProgrammeCommand::SetMode(id, mode) => {
            let found = programme.project(id)?;
            if found.mode != *mode {
                track::check_mode(pairing, found, *mode)?;
            }
            vec![put(project(id, name::MODE), mode)]
        }
        ProgrammeCommand::SetValidated(id, day) => {
            track::check_validated(pairing, programme.project(id)?)?;
            if *day > context.today {
                return Err(Refusal::DayAhead);
            }
            vec![put(project(id, name::VALIDATED), day)]
        }
        ProgrammeCommand::RemoveProject(id) => {
            programme.project(id)?;
            let mut changes = vec![Change::Remove(record(id))];
            if programme.current.as_ref() == Some(id) {
                changes.push(Change::Put(field(name::CURRENT), Value::Null));
            }
            changes
        }
        ProgrammeCommand::SetCurrent(id) => {
            if let Some(id) = id {
                programme.project(id)?;
            }
            vec![put(field(name::CURRENT), id)]
        }
        ProgrammeCommand::SetMilestoneDay(day) => vec![put(field(name::MILESTONE_BY), day)],
    })
}

/// The value of a domain type; these all serialise to text or nothing.
fn put<T: Serialize>(path: Path, value: &T) -> Change {
    Change::Put(path, Value::of(value).unwrap_or(Value::Null))
}

fn add(programme: &Programme, added: &[(ProjectId, String)], context: &Context) -> Result<Vec<Change>, Refusal> {
    if programme.projects.len() + added.len() > MAX_PROJECTS {
        return Err(Refusal::TooManyProjects);
    }
    let mut changes = Vec::new();
    // A path that leaves no room after its last project is numbered anew first.
    let mut last = programme.projects.last().and_then(|project| project.order.clone());
    if !programme.projects.is_empty() && last.as_ref().is_none_or(|last| last.after().is_none()) {
        changes = numbered_anew(&programme.projects.iter().collect::<Vec<_>>());
        last = nth_place(programme.projects.len() - 1);
    }
    for (id, title) in added {
        let title = title.trim();
        if title.is_empty() {
            return Err(Refusal::TitleMissing);
        }
        if title.len() > MAX_TEXT {
            return Err(Refusal::TextTooLong);
        }
        last = last.map_or_else(|| Some(OrderKey::first()), |last| last.after());
        changes.extend([
            Change::Put(project(id, name::TITLE), Value::from(title)),
            put(project(id, name::ORDER), &last),
            Change::Put(project(id, name::CREATED), Value::Text(context.now.to_string())),
        ]);
    }
    Ok(changes)
}

/// One new place where there is room for it; otherwise every project gets a new one. Nothing at the end of the path.
fn moved(programme: &Programme, id: &ProjectId, towards: Towards) -> Vec<Change> {
    let mut path: Vec<&Project> = programme.projects.iter().collect();
    let Some(from) = path.iter().position(|project| project.id == *id) else { return Vec::new() };
    let to = match towards {
        Towards::Start => from.checked_sub(1),
        Towards::Jury => Some(from + 1).filter(|to| *to < path.len()),
    };
    let Some(to) = to else { return Vec::new() };
    path.swap(from, to);
    placed(&path, to)
}

/// The projects' new places, when the one number `at` is not in its place yet.
fn placed(path: &[&Project], at: usize) -> Vec<Change> {
    let places: Vec<_> = path.iter().map(|one| one.order.as_ref()).collect();
    let places = rearranged(&places, at).into_iter();
    places.filter_map(|(at, place)| Some(put(project(&path.get(at)?.id, name::ORDER), &place))).collect()
}

/// A place for each project, in the order given.
fn numbered_anew(path: &[&Project]) -> Vec<Change> {
    path.iter().enumerate().map(|(at, one)| put(project(&one.id, name::ORDER), &nth_place(at))).collect()
}

/// The place of the project number `at` in a path just numbered.
fn nth_place(at: usize) -> Option<OrderKey> {
    (0..at).try_fold(OrderKey::first(), |place, _| place.after())
}
