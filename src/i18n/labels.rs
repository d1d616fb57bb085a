//! A field of the record and its value as people call them: what a review, a conflict or an oddity is called on screen.

mod session;
mod track;
mod working;

use super::{Formats, Messages, helps, visible};
use crate::domain::field::{Path, RecordKey, Value};
use crate::domain::person::IntroPrompt;
use crate::domain::report::over_in;
use crate::domain::schema::{self, kind, name};
use crate::domain::{Day, Instant, PersonId, PointId, PointState, Rule, Section, Situation, Zone, ZoneName};

/// Everything it takes to name a field and its value: a language, how it writes dates, the pair's zone and its two names.
#[derive(Clone, Copy)]
pub struct Labels<'a> {
    /// The words.
    pub words: &'static Messages,
    /// Dates and times.
    pub formats: &'a dyn Formats,
    /// The zone in which moments are read.
    pub zone: &'a dyn Zone,
    /// The mentor's first name.
    pub mentor: &'a str,
    /// The student's first name.
    pub student: &'a str,
}

impl Labels<'_> {
    /// The first name of a person.
    pub fn person(&self, person: PersonId) -> &str {
        match person.role() {
            crate::domain::Role::Mentor => self.mentor,
            crate::domain::Role::Student => self.student,
        }
    }

    /// A moment in the pair's zone: “mardi 24 novembre, 18 h 00”.
    pub fn moment(&self, at: Instant) -> String {
        let day = self.formats.day(at.day(self.zone));
        (self.words.fields().moment)(&day, &self.formats.time(at.wall_time(self.zone)))
    }

    /// What kind of record it is: “Objectif”; a person, a section or a point by name.
    pub fn record(&self, record: &RecordKey) -> String {
        let words = self.words.fields();
        match record.kind() {
            kind::PAIR => words.pair.to_owned(),
            kind::PERSON => PersonId::parse(record.id())
                .map(|person| self.person(person).to_owned())
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| words.person.to_owned()),
            kind::SECTION => Section::parse(record.id())
                .map_or_else(|| words.section.to_owned(), |section| self.words.call().name(section).to_owned()),
            kind::POINT => PointId::parse(record.id())
                .map_or_else(|| words.point.to_owned(), |point| self.words.points().title(point, self.mentor)),
            kind::GOAL => words.goal.to_owned(),
            kind::QUESTION => words.question.to_owned(),
            kind::SESSION => words.session.to_owned(),
            kind::OUTCOME => self.words.outcomes().record.to_owned(),
            kind::SUB_STEP => self.words.sub_steps().record.to_owned(),
            kind::REPORT => self.words.session_report().name.to_owned(),
            kind::PRIVATE => self.words.outcomes().private_note.to_owned(),
            kind::CONTACT => self.words.helps().record_contact.to_owned(),
            kind::CASE => Situation::parse(record.id())
                .map_or(self.words.helps().record_case, |situation| self.words.helps().case(situation))
                .to_owned(),
            kind::PROGRAMME => self.words.programme().record_programme.to_owned(),
            kind::PROJECT => self.words.programme().record_project.to_owned(),
            _ => self.working_record(record).unwrap_or_else(|| words.other.to_owned()),
        }
    }

    /// The field alone, in lower case where it is a common word: “preuve”.
    pub fn field(&self, path: &Path) -> String {
        let words = self.words.fields();
        let field = path.field();
        let fixed = match (path.kind(), field) {
            (kind::PAIR | kind::PERSON, name::ZONE) => words.zone,
            (kind::PAIR, name::CALL_STARTED) => words.call_started,
            (kind::PAIR, name::CALL_MINUTES) => words.call_minutes,
            (kind::PAIR, name::ADDRESS) => words.address,
            (kind::PERSON, name::NAME) => words.name,
            (kind::POINT, name::STATE) => words.state,
            (kind::SESSION, name::STATE) => words.slot,
            (kind::GOAL, name::WHAT) => words.what,
            (kind::GOAL, name::EVIDENCE) => words.evidence,
            (kind::GOAL, name::MINUTES) => words.minutes,
            (kind::GOAL, name::WHY) => words.why,
            (kind::GOAL, name::START) => words.start,
            (kind::GOAL, name::END) => words.end,
            (kind::GOAL, name::FIRST_STEP) => words.first_step,
            (kind::GOAL, name::STATUS) => words.status,
            (
                kind::GOAL | kind::SUB_STEP | kind::QUESTION | kind::CONTACT | kind::PROJECT | kind::SESSION,
                name::CREATED,
            ) => words.created,
            (kind::QUESTION, name::TEXT) => words.text,
            (kind::QUESTION, name::ASKED_BY) => words.asked_by,
            (kind::QUESTION, name::POINT) => words.from_point,
            (kind::QUESTION, name::SETTLED) => words.settled,
            (kind::SESSION | kind::OUTCOME | kind::PRIVATE, _)
            | (kind::GOAL, name::FROM)
            | (kind::QUESTION, name::SEARCHED | name::SETTLED_IN | name::CARRIED_IN) => {
                self.words.outcomes().field(path)
            }
            (kind::SUB_STEP, _) | (kind::GOAL, name::PROJECT) | (kind::QUESTION, name::FIRST) => {
                self.words.sub_steps().field(path)
            }
            (kind::CONTACT | kind::CASE, _) => self.words.helps().field(path),
            (kind::PROGRAMME | kind::PROJECT, _) => self.words.programme().field(path),
            _ => "",
        };
        if !fixed.is_empty() {
            return fixed.to_owned();
        }
        let person = |name: &str| schema::person_in(field, name).map(|person| self.person(person));
        let of_track = |is_project| self.words.track().field(is_project, field).map(str::to_owned);
        match path.kind() {
            kind::SESSION => {
                let each = self.words.outcomes().field_of_each(field, &|person| self.person(person));
                each.or_else(|| self.words.standing().field(field)).or_else(|| of_track(false))
            }
            kind::PROJECT => of_track(true),
            kind::REPORT => self.words.session_report().field(path),
            kind::SECTION => person(name::DONE).map(|name| (words.finished)(name)),
            kind::GOAL => match schema::kept_rule(field) {
                Some(rule) => Some((words.kept)(rule.letter())),
                None => person(name::PROGRESS).map(|name| (words.progress)(name)),
            },
            kind::QUESTION => person(name::ANSWER).map(|name| (words.answer)(name)),
            kind::PERSON => PersonId::parse(path.id()).and_then(|person| {
                let prompt = IntroPrompt::of(person.role()).iter().find(|prompt| prompt.field() == field)?;
                Some(self.words.meeting().prompt(*prompt, self.mentor).0)
            }),
            _ => self.working_field(path),
        }
        // A field of a newer version has no words here; its own name is better than none.
        .unwrap_or_else(|| field.to_owned())
    }

    /// A field with its record: “Objectif · preuve”.
    pub fn path(&self, path: &Path) -> String {
        let record = match (path.kind(), path.field()) {
            (kind::PAIR, name::CALL_STARTED | name::CALL_MINUTES | name::ADDRESS) => {
                self.words.fields().first_call.to_owned()
            }
            _ => self.record(&path.record()),
        };
        (self.words.fields().of_record)(&record, &self.field(path))
    }

    /// A value as people write it: dates, lengths and states in words, nothing as “vide”.
    pub fn value(&self, path: &Path, value: &Value) -> String {
        let words = self.words.fields();
        if value.is_null() || value.text().is_some_and(str::is_empty) {
            return words.empty.to_owned();
        }
        let known = match (path.kind(), path.field()) {
            (kind::PAIR | kind::PERSON, name::ZONE) => value.text().and_then(ZoneName::parse).map(|zone| zone.city()),
            (kind::PAIR, name::CALL_STARTED) | (_, name::CREATED) => self.at(value),
            (kind::PAIR, name::CALL_MINUTES) | (kind::GOAL, name::MINUTES) => {
                value.read::<u32>().map(|minutes| words.duration(minutes))
            }
            (kind::PAIR, name::ADDRESS) => value.read().map(|address| {
                match address {
                    crate::domain::Address::Tu => words.tu,
                    crate::domain::Address::Vous => words.vous,
                }
                .to_owned()
            }),
            (kind::POINT, name::STATE) => value.read().map(|state| {
                match state {
                    PointState::Understood => words.understood,
                    PointState::ToClarify => words.to_clarify,
                }
                .to_owned()
            }),
            (kind::SESSION, field) => self.session_value(field, value),
            (kind::OUTCOME, name::RESULT) => value.read().map(|result| self.words.outcomes().result(result)),
            // A mark says nothing to people; that there is one does.
            (kind::REPORT, field) if over_in(field).is_some() => {
                Some(self.words.session_report().value_over.to_owned())
            }
            // An identifier says nothing to people; that there is one does.
            (kind::OUTCOME | kind::QUESTION, name::SESSION | name::SETTLED_IN | name::CARRIED_IN) => {
                Some(words.session.to_owned())
            }
            (kind::OUTCOME | kind::GOAL | kind::SUB_STEP, name::GOAL | name::FROM) => Some(words.goal.to_owned()),
            (kind::GOAL, name::START | name::END) => value.read::<Day>().map(|day| self.formats.day(day)),
            (kind::PROGRAMME, name::START | name::END | name::MILESTONE_BY) | (kind::PROJECT, name::VALIDATED) => {
                value.read::<Day>().map(|day| self.formats.dated(day))
            }
            (kind::GOAL, field) if schema::kept_rule(field) == Some(Rule::Achievable) => {
                value.text().and_then(|text| text.parse().ok()).map(|minutes| words.duration(minutes))
            }
            (kind::GOAL, field) if schema::kept_rule(field) == Some(Rule::Dated) => {
                value.read::<Day>().map(|day| self.formats.day(day))
            }
            (kind::GOAL, name::STATUS) => value.read().map(|status| words.status_word(status).to_owned()),
            (kind::QUESTION, name::ASKED_BY) => {
                value.text().and_then(PersonId::parse).map(|person| self.person(person).to_owned())
            }
            (kind::QUESTION, name::POINT) => {
                value.text().and_then(PointId::parse).map(|point| self.words.points().title(point, self.mentor))
            }
            (kind::CASE, name::ANSWER) => {
                helps::answered(path, value).map(|help| self.words.points().title(help.point(), self.mentor))
            }
            (kind::PROJECT, name::MODE) => value.read().map(|mode| self.words.programme().mode(mode).to_owned()),
            // The project itself is said where its record is at hand.
            (kind::PROGRAMME, name::CURRENT) | (kind::GOAL, name::PROJECT) => {
                Some(self.words.programme().record_project.to_owned())
            }
            // A place says nothing to people; that it changed does.
            (kind::SUB_STEP, name::ORDER) => Some(self.words.sub_steps().value_moved.to_owned()),
            (kind::PROJECT, name::ORDER) => Some(self.words.programme().value_moved.to_owned()),
            (kind::PROJECT, field) => self.track_value(field, value),
            _ => self.working_value(path, value),
        };
        known.unwrap_or_else(|| match value {
            Value::Text(text) => visible(text),
            Value::Bool(true) => words.yes.to_owned(),
            Value::Bool(false) => words.no.to_owned(),
            // Neither a text nor anything this version knows: shown as it stands in the file.
            other => serde_json::to_string(other).map(|text| visible(&text)).unwrap_or_default(),
        })
    }

    fn at(&self, value: &Value) -> Option<String> {
        value.text().and_then(Instant::parse).map(|at| self.moment(at))
    }
}
