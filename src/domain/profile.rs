//! What a mentor keeps for the students to come: their introduction, how to reach them, programmes. It belongs to a browser and
//! to no pair; taken over into a pair, it becomes that pair's own words.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::command::Context;
use super::decide::{int, put, typed};
use super::field::{Change, Value};
use super::id::ProjectId;
use super::organisation::{Channel, HOURS};
use super::pairing::Pairing;
use super::person::{IntroPrompt, PersonId};
use super::programme::{self, Mode, ProgrammeCommand};
use super::refusal::Refusal;
use super::schema::{self, name};
use crate::domain::sorting::Gather as _;

/// How to reach a mentor between sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Where they write.
    pub channels: BTreeSet<Channel>,
    /// What goes with the channels: an address, hours, which chat.
    pub note: String,
    /// Within how many hours they answer.
    pub hours: Option<u32>,
}

impl Reach {
    /// As a pair has it.
    pub fn of(pairing: &Pairing) -> Self {
        let organisation = &pairing.organisation;
        Self {
            channels: organisation.channels.clone(),
            note: organisation.channels_note.trim().to_owned(),
            hours: organisation.answers.get(&PersonId::MENTOR).copied(),
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One project of a programme that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptProject {
    /// Its title.
    pub title: String,
    /// How it is validated, once known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// What it asks the student to produce.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub deliverables: String,
}

/// A programme that is kept, without the days, which are each student's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its name.
    pub name: String,
    /// Its projects in order.
    pub projects: Vec<KeptProject>,
}

impl Template {
    /// The programme of a pair; none while it has no project.
    pub fn of(pairing: &Pairing) -> Option<Self> {
        let programme = &pairing.programme;
        let kept = |project: &programme::Project| KeptProject {
            title: project.title.trim().to_owned(),
            mode: project.mode,
            deliverables: project.deliverables.trim().to_owned(),
        };
        let projects: Vec<_> =
            programme.projects.iter().map(kept).filter(|project| !project.title.is_empty()).collect();
        (!projects.is_empty()).then(|| Self { name: programme.name.trim().to_owned(), projects })
    }
}

/// A mentor's own, in one browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Their first name.
    pub name: String,
    /// What they say of themselves in section 1, by prompt; prompts left empty are absent.
    pub intro: BTreeMap<IntroPrompt, String>,
    /// How to reach them.
    pub reach: Reach,
    /// Programmes, in the order in which they were kept.
    pub programmes: Vec<Template>,
}

impl Profile {
    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a new pair would get words from it.
    pub fn has_words(&self) -> bool {
        !(self.intro.is_empty() && self.reach.is_empty())
    }

    /// What they say under a prompt; nothing takes the prompt away.
    pub fn say(&mut self, prompt: IntroPrompt, text: &str) {
        match text.trim() {
            "" => drop(self.intro.remove(&prompt)),
            text => drop(self.intro.insert(prompt, text.to_owned())),
        }
    }

    /// Keeps the mentor's introduction as a pair has it.
    pub fn keep_intro(&mut self, pairing: &Pairing) {
        pairing.mentor.name.trim().clone_into(&mut self.name);
        self.intro.clear();
        for (prompt, text) in &pairing.mentor.intro {
            self.say(*prompt, text);
        }
    }

    /// Whether the introduction that a pair has is the one kept.
    pub fn has_intro_of(&self, pairing: &Pairing) -> bool {
        let mut other = Self::default();
        other.keep_intro(pairing);
        other.intro == self.intro
    }

    /// Keeps a programme, in the place of one of the same name.
    pub fn keep_programme(&mut self, template: Template) {
        match self.programmes.iter_mut().find(|kept| kept.name == template.name) {
            Some(kept) => *kept = template,
            None => self.programmes.push(template),
        }
    }

    /// Takes over what `other` has and this one lacks: prompts, ways to be reached, programmes of other names. Words here stand.
    pub fn take_missing(&mut self, other: &Self) {
        if self.name.is_empty() {
            self.name.clone_from(&other.name);
        }
        for (prompt, text) in &other.intro {
            self.intro.entry(*prompt).or_insert_with(|| text.clone());
        }
        if self.reach.channels.is_empty() {
            self.reach.channels.clone_from(&other.reach.channels);
        }
        if self.reach.note.is_empty() {
            self.reach.note.clone_from(&other.reach.note);
        }
        self.reach.hours = self.reach.hours.or(other.reach.hours);
        let is_here = |template: &Template| self.programmes.iter().any(|kept| kept.name == template.name);
        let missing: Vec<Template> = other.programmes.iter().filter(|template| !is_here(template)).cloned().collect();
        self.programmes.extend(missing);
    }

    /// As stored.
    pub fn to_json(&self) -> String {
        let stored = Stored {
            name: self.name.clone(),
            intro: self.intro.iter().map(|(prompt, text)| (prompt.field().to_owned(), text.clone())).gather(),
            channels: self.reach.channels.iter().map(|channel| channel.field().to_owned()).collect(),
            channels_note: self.reach.note.clone(),
            answer_hours: self.reach.hours,
            programmes: self.programmes.clone(),
        };
        // Only texts, numbers and lists of them, so the fallback is never taken.
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// Reads what is stored; prompts and channels that this version does not know are passed over.
    pub fn of_json(json: &str) -> Option<Self> {
        let stored: Stored = serde_json::from_str(json).ok()?;
        let mut profile = Self { name: stored.name, programmes: stored.programmes, ..Self::default() };
        for prompt in IntroPrompt::MENTOR {
            profile.say(prompt, stored.intro.get(prompt.field()).map_or("", String::as_str));
        }
        profile.reach = Reach {
            channels: stored.channels.iter().filter_map(|field| Channel::of_field(field)).gather(),
            note: stored.channels_note,
            hours: stored.answer_hours.filter(|hours| HOURS.contains(hours)),
        };
        Some(profile)
    }
}

/// The form in which it is stored: plain names, so that it reads in any version.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    name: String,
    intro: BTreeMap<String, String>,
    channels: Vec<String>,
    channels_note: String,
    answer_hours: Option<u32>,
    programmes: Vec<Template>,
}

/// What is taken over from a profile into a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileCommand {
    /// The introduction and how to reach the mentor, wherever the pair has nothing yet.
    TakeWords(Profile),
    /// A programme's projects at the end of the pair's, each under its new identifier; the programme's name where there is none.
    TakeProgramme(Template, Vec<ProjectId>),
}

/// What `command` changes. Words that the pair has stand.
pub(super) fn decide(pairing: &Pairing, command: &ProfileCommand, context: &Context) -> Result<Vec<Change>, Refusal> {
    match command {
        ProfileCommand::TakeWords(profile) => Ok(words(pairing, profile)),
        ProfileCommand::TakeProgramme(template, ids) => {
            let named = ids.iter().cloned().zip(template.projects.iter().map(|project| project.title.clone()));
            let added = ProgrammeCommand::AddProjects(named.collect());
            let mut changes = programme::decide(pairing, &added, context)?;
            for (id, project) in ids.iter().zip(&template.projects) {
                if project.mode.is_some() {
                    changes.push(put(programme::project(id, name::MODE), typed(&project.mode)));
                }
                if !project.deliverables.is_empty() {
                    let text = Value::from(project.deliverables.as_str());
                    changes.push(put(programme::project(id, name::DELIVERABLES), text));
                }
            }
            if pairing.programme.name.trim().is_empty() && !template.name.is_empty() {
                changes.push(put(programme::field(name::NAME), Value::from(template.name.as_str())));
            }
            Ok(changes)
        }
    }
}

fn words(pairing: &Pairing, profile: &Profile) -> Vec<Change> {
    let said = profile.intro.iter().filter(|(prompt, _)| !pairing.mentor.intro.contains_key(prompt));
    let said = said.map(|(prompt, text)| put(schema::intro(PersonId::MENTOR, *prompt), Value::from(text.as_str())));
    let mut changes: Vec<Change> = said.collect();
    let (organisation, reach) = (&pairing.organisation, &profile.reach);
    if organisation.channels.is_empty() {
        let used = reach.channels.iter();
        changes.extend(used.map(|channel| put(schema::organisation(channel.field()), Value::Bool(true))));
    }
    if organisation.channels_note.trim().is_empty() && !reach.note.is_empty() {
        changes.push(put(schema::organisation(name::CHANNELS), Value::from(reach.note.as_str())));
    }
    if let (None, Some(hours)) = (organisation.answers.get(&PersonId::MENTOR), reach.hours) {
        changes.push(put(schema::answer_hours(PersonId::MENTOR), int(hours)));
    }
    changes
}
