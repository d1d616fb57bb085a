//! Section 4 in a review: the fields of how the two work together and of their agreement.

use super::Labels;
use crate::domain::field::{Path, RecordKey, Value};
use crate::domain::kit::Stage;
use crate::domain::rule::excused::week_in;
use crate::domain::schema::{self, kind, name};
use crate::domain::{Channel, PromiseId, Signature, Slot, Threshold};
use crate::i18n::weekday_words;

impl Labels<'_> {
    /// What such a record is called.
    pub(super) fn working_record(&self, record: &RecordKey) -> Option<String> {
        let words = self.words;
        Some(match record.kind() {
            kind::ORGANISATION => words.call().organisation.to_owned(),
            kind::WEEK => match week_in(record.id()) {
                Some(monday) => (words.sessions().week_of)(&self.formats.dated(monday)),
                None => words.fields().other.to_owned(),
            },
            kind::KIT => words.kit().record.to_owned(),
            kind::CONTRACT => words.contract().record.to_owned(),
            kind::AGREEMENT => words.agreement().record.to_owned(),
            kind::PROMISE => PromiseId::parse(record.id())
                .map_or_else(|| words.agreement().record.to_owned(), |id| self.promise_title(&id).to_owned()),
            _ => return None,
        })
    }

    /// What such a field is called.
    pub(super) fn working_field(&self, path: &Path) -> Option<String> {
        let (words, field) = (self.words, path.field());
        let person = |name: &str| schema::person_in(field, name).map(|person| self.person(person));
        let fixed = match (path.kind(), field) {
            (kind::ORGANISATION, name::SLOT) => words.fields().slot,
            (kind::ORGANISATION, name::CHANNELS) => words.organisation().field_note,
            (kind::ORGANISATION, name::PREPARE_HOURS) => words.organisation().field_prepare_hours,
            (kind::ORGANISATION, name::PREPARATION) => words.organisation().field_preparation,
            (kind::ORGANISATION, _) => {
                return match Channel::of_field(field) {
                    Some(channel) => Some(words.organisation().channel(channel).to_owned()),
                    None => person(name::ANSWER_HOURS).map(|name| (words.organisation().field_answers)(name)),
                };
            }
            (kind::KIT, name::SURNAME) => words.kit().field_surname,
            (kind::KIT, name::ARCHIVE) => words.kit().field_archive,
            (kind::KIT, name::FILES) => words.kit().field_files,
            (kind::KIT, _) => words.kit().stage(Stage::of_field(field)?),
            (kind::CONTRACT, name::CONDITIONAL) => words.contract().conditional,
            (kind::CONTRACT, _) => words.contract().threshold(Threshold::of_field(field)?),
            (kind::WEEK, name::EXCUSED) => words.contract().excused,
            (kind::WEEK, name::REASON) => words.contract().reason,
            (kind::PROMISE, name::TEXT) => words.fields().text,
            (kind::PROMISE, name::CREATED) => words.fields().created,
            (kind::PROMISE, name::REVISIT) => words.agreement().state_revisit,
            (kind::PROMISE, _) => return person(name::TICK).map(|name| (words.agreement().field_tick)(name)),
            (kind::AGREEMENT, _) => return person(name::SIGNED).map(|name| (words.agreement().field_signed)(name)),
            _ => return None,
        };
        Some(fixed.to_owned())
    }

    /// What such a value says.
    pub(super) fn working_value(&self, path: &Path, value: &Value) -> Option<String> {
        match (path.kind(), path.field()) {
            (kind::ORGANISATION, name::SLOT) => value.read::<Slot>().map(|slot| {
                let day = weekday_words(self.formats, slot.weekday);
                (self.words.agreement().slot_in)(&day, &self.formats.time(slot.time), &slot.zone.city())
            }),
            (kind::ORGANISATION, field)
                if field == name::PREPARE_HOURS || schema::person_in(field, name::ANSWER_HOURS).is_some() =>
            {
                value.read().map(|hours| self.words.organisation().delay(hours))
            }
            (kind::KIT, field) => {
                Stage::of_field(field)?;
                value.read().map(|minutes| self.words.fields().duration(minutes))
            }
            (kind::CONTRACT, field) => {
                let threshold = Threshold::of_field(field)?;
                value.read().map(|number| self.words.contract().number(threshold, number))
            }
            (kind::AGREEMENT, field) if schema::person_in(field, name::SIGNED).is_some() => {
                value.read::<Signature>().map(|signature| self.moment(signature.at))
            }
            _ => None,
        }
    }
}
