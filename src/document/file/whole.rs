//! The file of a whole browser: every pair with what is private to its person, and what a mentor keeps for the students to come.
//! For oneself, never for the other.

use std::collections::BTreeMap;

use super::read::{keep_own, text_of};
use super::write::{Scope, to_value};
use super::{MAX_WHOLE_BYTES, ReadError, from_value, json};
use crate::document::file::Incoming;
use crate::document::map::Document;
use crate::domain::sorting::Gather as _;
use crate::domain::{PersonId, Profile, Value};

/// What the format calls itself.
const FORMAT: &str = "binome-backup";
/// Its version.
const VERSION: i64 = 1;

/// One pair of a full backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholePair {
    /// Who used the browser.
    pub me: PersonId,
    /// The pair's record.
    pub incoming: Incoming,
}

/// A full backup as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Its pairs.
    pub pairs: Vec<WholePair>,
    /// What a mentor kept for the students to come; empty when there was nothing.
    pub profile: Profile,
}

/// Writes all pairs of a browser, and what its mentor keeps. What is private to each pair's person is in it; the same state gives
/// the same bytes.
pub fn write_whole<'a>(pairs: impl IntoIterator<Item = (PersonId, &'a Document)>, profile: &Profile) -> String {
    let pairs = pairs.into_iter().map(|(me, document)| {
        let me = ("me".to_owned(), Value::Text(me.to_string()));
        Value::Map([me, ("pair".to_owned(), to_value(document, Scope::Everything))].into_iter().gather())
    });
    let members = [
        ("format".to_owned(), Value::from(FORMAT)),
        ("holds_private_notes".to_owned(), Value::Bool(true)),
        ("pairs".to_owned(), Value::List(pairs.collect())),
        ("version".to_owned(), Value::Int(VERSION)),
    ];
    let mut members: BTreeMap<_, _> = members.into_iter().gather();
    if !profile.is_empty() {
        // Texts, whole numbers and lists of them, which a value can hold: the fallback is never taken.
        let profile = serde_json::from_str(&profile.to_json()).unwrap_or(Value::Null);
        members.insert("profile".to_owned(), profile);
    }
    // A value holds only what JSON can say, so the fallback is never taken.
    let mut text = serde_json::to_string_pretty(&Value::Map(members)).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a full backup. What is private to somebody else than a pair's person is left out.
///
/// # Errors
/// A [`ReadError`] for everything that is not a whole one.
pub fn read_whole(bytes: &[u8]) -> Result<Whole, ReadError> {
    let Value::Map(mut members) = json::parse(text_of(bytes, MAX_WHOLE_BYTES)?)? else {
        return Err(ReadError::NotOurs);
    };
    if members.remove("format").as_ref().and_then(Value::text) != Some(FORMAT) {
        return Err(ReadError::NotOurs);
    }
    match members.get("version") {
        Some(Value::Int(VERSION)) => {}
        Some(Value::Int(newer)) => {
            return Err(ReadError::Newer { min_reader: u32::try_from(*newer).unwrap_or(u32::MAX) });
        }
        _ => return Err(ReadError::damaged("version")),
    }
    let Some(Value::List(pairs)) = members.remove("pairs") else { return Err(ReadError::damaged("pairs")) };
    let read = |(number, pair): (usize, Value)| {
        let at = |member: &str| ReadError::damaged(&format!("pairs/{number}/{member}"));
        let Value::Map(mut members) = pair else { return Err(at("")) };
        let me =
            members.remove("me").as_ref().and_then(Value::text).and_then(PersonId::parse).ok_or_else(|| at("me"))?;
        let document = from_value(members.remove("pair").ok_or_else(|| at("pair"))?)?;
        let mut incoming = Incoming { document, by_hand: Vec::new(), refused: Vec::new(), unplaced: Vec::new() };
        keep_own(&mut incoming, me);
        Ok(WholePair { me, incoming })
    };
    let pairs = pairs.into_iter().enumerate().map(read).collect::<Result<_, _>>()?;
    let profile = match members.remove("profile") {
        // Backups that earlier versions made have none.
        None => Profile::default(),
        Some(profile) => {
            let json = serde_json::to_string(&profile).unwrap_or_default();
            Profile::of_json(&json).ok_or_else(|| ReadError::damaged("profile"))?
        }
    };
    Ok(Whole { pairs, profile })
}
