//! Backups: which are kept, what restoring one changes, and the file of a whole browser.

use binome::document::backup::{BackupName, Reason, surplus};
use binome::document::review::{RecordNews, restore};
use binome::document::{Document, ReadError, file};
use binome::domain::person::IntroPrompt;
use binome::domain::{Change, Instant, PersonId, Profile, RecordKey, Template, Value};
use proptest::prelude::*;
use std::collections::BTreeSet;

use super::support::{at, forged, karim, lea, path, put, shown, started, with_history, write};

const DAY: i64 = 86_400_000;

fn backup(millis: i64, reason: Reason) -> BackupName {
    BackupName { at: Instant::from_millis(millis), reason, tag: millis.to_string() }
}

#[test]
fn a_name_reads_back_as_written() {
    for reason in Reason::ALL {
        let name = BackupName { at: at("2026-11-24T17:00:00Z"), reason, tag: "a~b".into() };
        assert_eq!(BackupName::parse(&name.to_string()), Some(name));
    }
    for wrong in ["", "2026-11-24T17:00:00Z", "2026-11-24T17:00:00Z~why~x", "yesterday~daily~x"] {
        assert_eq!(BackupName::parse(wrong), None);
    }
}

#[test]
fn a_year_of_daily_backups_leaves_seven_days_and_eight_weeks() {
    let now = at("2026-11-24T20:00:00Z");
    let mut kept: Vec<BackupName> = Vec::new();
    for ago in (0..365).rev() {
        let today = Instant::from_millis(now.millis() - ago * DAY);
        kept.push(backup(today.millis(), Reason::Daily));
        let gone = surplus(&kept, today);
        kept.retain(|backup| !gone.contains(backup));
    }
    let days: BTreeSet<i64> = kept.iter().map(|backup| backup.at.millis().div_euclid(DAY)).collect();
    let weeks: BTreeSet<i64> = days.iter().map(|day| (day + 3).div_euclid(7)).collect();
    let today = now.millis().div_euclid(DAY);
    assert!((0..7).all(|ago| days.contains(&(today - ago))), "{days:?}");
    assert_eq!(weeks.len(), 8);
    assert!(kept.len() <= 14, "{}", kept.len());
}

#[test]
fn every_import_of_a_day_has_its_backup() {
    let now = at("2026-11-24T20:00:00Z");
    let backups: Vec<_> = (0..10).map(|hour| backup(now.millis() - hour * DAY / 24, Reason::Import)).collect();
    assert!(surplus(&backups, now).is_empty());
}

proptest! {
    #[test]
    fn the_newest_is_always_kept_and_there_are_never_many(hours in prop::collection::btree_set(0_i64..20_000, 1..120)) {
        let now = at("2026-11-24T20:00:00Z");
        let backups: Vec<_> = hours.iter().map(|ago| backup(now.millis() - ago * DAY / 24, Reason::Daily)).collect();
        let gone = surplus(&backups, now);
        prop_assert!(!gone.contains(&backups[0]));
        prop_assert!(backups.len() - gone.len() <= 7 + 8 + 12);
        // What is kept stays kept at the same moment.
        let kept: Vec<_> = backups.into_iter().filter(|backup| !gone.contains(backup)).collect();
        prop_assert!(surplus(&kept, now).is_empty());
    }
}

#[test]
fn restoring_brings_back_what_was_and_keeps_what_was_begun_since() {
    let backup = started();
    let mut now = backup.clone();
    write(&mut now, "goal/g1/what", "autre chose", &lea(), "2026-11-25T10:00:00Z");
    write(&mut now, "goal/g2/what", "commencé depuis", &karim(), "2026-11-25T11:00:00Z");
    now.apply(&[Change::Remove(RecordKey::new("session", "s1"))], &karim(), at("2026-11-25T12:00:00Z"));
    let (review, changes) = restore(&now, &backup, false);
    let news: Vec<_> = review.records.iter().map(|record| (record.record.as_str().to_owned(), record.news)).collect();
    assert_eq!(news, [("goal/g1".to_owned(), RecordNews::Changed), ("session/s1".to_owned(), RecordNews::New)]);
    let mut restored = now.clone();
    restored.apply(&changes, &karim(), at("2026-11-26T10:00:00Z"));
    assert_eq!(shown(&restored, "goal/g1/what"), Some(&Value::from("rédige 5 cas")));
    assert!(restored.is_live(&RecordKey::new("session", "s1")));
    assert_eq!(shown(&restored, "goal/g2/what"), Some(&Value::from("commencé depuis")));
    assert!(restore(&restored, &backup, false).0.nothing_new);
    // Nobody's copy loses a word by it: what was there is replaced, not rewritten.
    let mut other = now.clone();
    other.join(&restored);
    assert_eq!(other, restored);
}

#[test]
fn restoring_exactly_removes_what_was_begun_since_and_says_so() {
    let backup = started();
    let mut now = backup.clone();
    write(&mut now, "goal/g2/what", "commencé depuis", &karim(), "2026-11-25T11:00:00Z");
    let (review, changes) = restore(&now, &backup, true);
    assert_eq!(review.counts().removed, 1);
    now.apply(&changes, &karim(), at("2026-11-26T10:00:00Z"));
    assert!(!now.is_live(&RecordKey::new("goal", "g2")));
}

#[test]
fn a_conflict_is_settled_as_the_backup_shows_it() {
    let backup = started();
    let mut now = backup.clone();
    let mut hers = backup.clone();
    write(&mut now, "goal/g1/what", "huit", &karim(), "2026-11-25T10:00:00Z");
    write(&mut hers, "goal/g1/what", "trois", &lea(), "2026-11-25T10:00:00Z");
    now.join(&hers);
    let (_, changes) = restore(&now, &backup, false);
    now.apply(&changes, &karim(), at("2026-11-26T10:00:00Z"));
    assert!(now.conflicts().is_empty());
}

fn private() -> Document {
    let mut document = with_history();
    for person in ["mentor-1", "student-1"] {
        document.apply(
            &[put(&format!("private/{person}/note/n1/text"), "secret")],
            &karim(),
            at("2026-11-28T10:00:00Z"),
        );
    }
    document
}

#[test]
fn a_full_backup_holds_every_pair_and_only_its_owners_notes() {
    let one = private();
    let write = || file::write_whole([(PersonId::MENTOR, &one), (PersonId::STUDENT, &started())], &Profile::default());
    let text = write();
    assert_eq!(text, write());
    let read = file::read_whole(text.as_bytes()).expect("what is written can be read");
    assert!(read.profile.is_empty());
    let read = read.pairs;
    assert_eq!(read.len(), 2);
    assert_eq!((read[0].me, read[1].me), (PersonId::MENTOR, PersonId::STUDENT));
    assert_eq!(read[1].incoming.document, started());
    let restored = &read[0].incoming;
    assert_eq!(shown(&restored.document, "private/mentor-1/note/n1/text"), Some(&Value::from("secret")));
    assert_eq!(restored.refused, [path("private/student-1/note/n1/text")]);
    // It is not a copy to hand over, and is not taken for one.
    assert_eq!(file::read(text.as_bytes()), Err(ReadError::NotOurs));
    assert_eq!(file::read_whole(file::write(&one).as_bytes()), Err(ReadError::NotOurs));
}

#[test]
fn a_full_backup_that_is_cut_changed_or_newer_is_refused() {
    let text = file::write_whole([(PersonId::MENTOR, &started())], &Profile::default());
    for end in (0..text.len() - 2).filter(|end| end % 97 == 0 && text.is_char_boundary(*end)) {
        assert!(file::read_whole(&text.as_bytes()[..end]).is_err(), "cut at {end}");
    }
    for at in (0..text.len()).step_by(101) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let read = file::read_whole(&bytes);
        let same = |read: &file::Whole| read.pairs.len() == 1 && read.pairs[0].incoming.document == started();
        assert!(read.as_ref().map_or(true, same), "a bit flipped at {at} was half read");
    }
    let newer = forged(&text, |members| {
        members.insert("version".into(), Value::Int(2));
    });
    assert_eq!(file::read_whole(newer.as_bytes()), Err(ReadError::Newer { min_reader: 2 }));
}

#[test]
fn a_full_backup_holds_what_a_mentor_keeps_for_the_students_to_come() {
    let mut profile = Profile { name: "Karim".into(), ..Profile::default() };
    profile.say(IntroPrompt::Story, "Dix ans de web.");
    profile.keep_programme(Template { name: "Web".into(), projects: Vec::new() });
    let text = file::write_whole([], &profile);
    assert_eq!(file::read_whole(text.as_bytes()).expect("read").profile, profile);
    let damaged = forged(&text, |members| {
        members.insert("profile".into(), Value::from("Karim"));
    });
    assert!(matches!(file::read_whole(damaged.as_bytes()), Err(ReadError::Damaged { .. })));
}
