//! The defence kit: how files are named, a check of names that people made, and how the time of a defence is shared.
//!
//! Seen on public help pages, not in the guide: the patterns and the minutes are assumptions, labelled as such and the pair's to change.

pub mod check;
pub mod pattern;

use super::decide::{LENGTHS, int};
use super::field::{Change, Path, Value};
use super::id::ProjectId;
use super::pairing::Pairing;
use super::programme::{Mode, Project};
use super::refusal::Refusal;
use super::schema::{kind, name};
use super::session::{Session, SessionKind, SessionState};
use super::time::Day;

use self::pattern::{Naming, Rendered, render};

/// What the archive is called unless the pair says otherwise.
pub const ARCHIVE: &str = "Titre_du_projet_nom_prenom";
/// What each deliverable's file is called unless the pair says otherwise.
pub const FILES: &str = "Nom_Prenom_1_livrable_mmaaaa";

/// A part of a defence's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The student presents.
    Presentation,
    /// The assessor asks.
    Discussion,
    /// What is said of it.
    Debrief,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Presentation, Self::Discussion, Self::Debrief];

    /// The field's name.
    pub fn field(self) -> &'static str {
        match self {
            Self::Presentation => name::PRESENTATION,
            Self::Discussion => name::DISCUSSION,
            Self::Debrief => name::DEBRIEF,
        }
    }

    /// The stage whose field it is.
    pub fn of_field(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.field() == field)
    }

    /// How long it is unless the pair says otherwise, in minutes.
    pub fn usual(self) -> u32 {
        match self {
            Self::Presentation => 15,
            Self::Discussion => 10,
            Self::Debrief => 5,
        }
    }

    fn at(self) -> usize {
        match self {
            Self::Presentation => 0,
            Self::Discussion => 1,
            Self::Debrief => 2,
        }
    }
}

/// What the pair says of its defences' files and time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kit {
    /// The student's family name, which only file names need.
    pub surname: String,
    /// The archive's pattern, when it is another one.
    pub archive: String,
    /// The files' pattern, when it is another one.
    pub files: String,
    minutes: [Option<u32>; 3],
}

impl Kit {
    /// How long a stage is, in minutes.
    pub fn minutes(&self, stage: Stage) -> u32 {
        self.minutes.get(stage.at()).copied().flatten().unwrap_or(stage.usual())
    }

    /// Puts down how long a stage is; false when no stage is that long.
    pub fn put(&mut self, stage: Stage, minutes: u32) -> bool {
        let fits = LENGTHS.contains(&minutes);
        if let Some(place) = self.minutes.get_mut(stage.at()).filter(|_| fits) {
            *place = Some(minutes);
        }
        fits
    }

    /// The pattern of the archive.
    pub fn archive(&self) -> &str {
        or(&self.archive, ARCHIVE)
    }

    /// The pattern of the files.
    pub fn files(&self) -> &str {
        or(&self.files, FILES)
    }
}

fn or<'a>(own: &'a str, usual: &'a str) -> &'a str {
    if own.trim().is_empty() { usual } else { own.trim() }
}

/// What people ask of the kit. Running text goes through [`Command::Write`](super::Command::Write).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KitCommand {
    /// How long a stage of a defence is, in minutes; `None`: as usual.
    SetMinutes(Stage, Option<u32>),
}

/// A field of the kit.
pub fn field(field: &str) -> Path {
    Path::of(kind::KIT, "main", field)
}

/// What `command` changes.
pub(super) fn decide(command: KitCommand) -> Result<Vec<Change>, Refusal> {
    let KitCommand::SetMinutes(stage, minutes) = command;
    if minutes.is_some_and(|minutes| !LENGTHS.contains(&minutes)) {
        return Err(Refusal::LengthOutOfRange);
    }
    Ok(vec![Change::Put(field(stage.field()), minutes.map_or(Value::Null, int))])
}

/// What a project asks to be handed in, one a line; marks of a list before it are no part of its name.
pub fn deliverables(project: &Project) -> Vec<&str> {
    let marks = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '*' | '•' | '–');
    project
        .deliverables
        .lines()
        .map(|line| line.trim_start_matches(marks).trim_end())
        .filter(|it| !it.is_empty())
        .collect()
}

/// Articles that begin a deliverable's words and say nothing in a file's name.
const ARTICLES: [&str; 10] = ["l’", "l'", "le ", "la ", "les ", "un ", "une ", "des ", "the ", "a "];

fn without_article(text: &str) -> &str {
    let rest = |article: &str| {
        let (start, rest) = text.split_at_checked(article.len())?;
        (start.to_lowercase() == article).then_some(rest)
    };
    ARTICLES.into_iter().find_map(rest).unwrap_or(text)
}

/// The name of the archive, then one for each deliverable.
pub fn names(pair: &Pairing, project: &Project, day: Day) -> (Rendered, Vec<(String, Rendered)>) {
    let naming = |number: usize, deliverable: &str| Naming {
        title: project.title.clone(),
        surname: pair.kit.surname.clone(),
        first: pair.student.name.clone(),
        number,
        deliverable: without_article(deliverable).to_owned(),
        day,
    };
    let archive = render(pair.kit.archive(), &naming(1, ""));
    let files = deliverables(project).into_iter().enumerate();
    let files = files.map(|(at, what)| (what.to_owned(), render(pair.kit.files(), &naming(at + 1, what))));
    (archive, files.collect())
}

impl Pairing {
    /// The project whose defence the kit is for: the one asked for, else the one under way, else the next that ends with a defence.
    pub fn project_to_defend(&self, asked: Option<&ProjectId>) -> Option<&Project> {
        let projects = &self.programme.projects;
        if let Some(id) = asked {
            return projects.iter().find(|project| project.id == *id);
        }
        let is_ahead = |project: &&Project| project.mode == Some(Mode::Defence) && project.validated.is_none();
        let current = self.programme.current().and_then(|at| projects.get(at));
        current.filter(is_ahead).or_else(|| projects.iter().find(is_ahead)).or(current)
    }

    /// The defence of a project that is ahead, else the latest one.
    pub fn defence_of(&self, project: &ProjectId) -> Option<&Session> {
        let is_of_it =
            |session: &&Session| session.kind == SessionKind::Defence && session.project.as_ref() == Some(project);
        let stands = |session: &&Session| session.state.is_some_and(|state| !state.is_off());
        let booked = |session: &&Session| matches!(session.state, Some(SessionState::Booked(_)));
        let of_it = || self.sessions.iter().filter(is_of_it).filter(stands);
        of_it().find(booked).or_else(|| of_it().next_back())
    }
}
