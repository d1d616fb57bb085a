//! The pair's own contacts, and the cases of section 2.

use super::{moment, oldest_first, set, text};
use crate::domain::contact::{Contact, Help, Situation};
use crate::domain::schema::name;
use crate::domain::sorting;
use crate::domain::{ContactId, Pairing, RecordKey, Value};

/// Makes room for a contact.
pub(super) fn ensure(pairing: &mut Pairing, record: &RecordKey) {
    if let Some(id) = ContactId::parse(record.id())
        && pairing.contacts.last().is_none_or(|contact| contact.id != id)
    {
        pairing.contacts.push(Contact::empty(id));
    }
}

/// Puts a value into the contact whose room was made last.
pub(super) fn place(pairing: &mut Pairing, field: &str, value: &Value) -> bool {
    let Some(contact) = pairing.contacts.last_mut() else { return true };
    match field {
        name::NAME => set(text(value), |it| contact.name = it),
        name::PURPOSE => set(text(value), |it| contact.purpose = it),
        name::REACH => set(text(value), |it| contact.reach = it),
        name::CREATED => set(moment(value), |it| contact.created = Some(it)),
        _ => true,
    }
}

/// Puts the answer to a case; a case of a newer version is passed over.
pub(super) fn place_case(pairing: &mut Pairing, slug: &str, value: &Value) -> bool {
    Situation::parse(slug).is_none_or(|situation| {
        set(value.text().and_then(Help::parse), |help| {
            pairing.cases.insert(situation, help);
        })
    })
}

/// Contacts stand in the order in which they were noted.
pub(super) fn sort(pairing: &mut Pairing) {
    sorting::sort_by(&mut pairing.contacts, |a, b| oldest_first(a.created, b.created).then_with(|| a.id.cmp(&b.id)));
}
