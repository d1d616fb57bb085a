//! The record of one pair: how edits stand, drafts seal, removals and conflicts show, copies agree.

use binome::document::{Document, Draft, Edit, EditId, file, project};
use binome::domain::{Change, Oddity, Path, QuestionOrigin, RecordKey, Value};
use std::collections::{BTreeMap, BTreeSet};

use super::support::{
    at, forged, handed_over, joined, karim, lea, pair, path, put, shown, started, with_history, write,
};

fn draft(document: &Document, field: &str, text: &str) -> Draft {
    Draft {
        path: path(field),
        text: text.into(),
        seen: document.head_ids(&path(field)),
        author: lea(),
        at: at("2026-11-25T08:00:00Z"),
    }
}

fn removed(id: &str) -> Change {
    Change::Remove(RecordKey::new("goal", id))
}

fn heads(document: &Document, field: &str) -> usize {
    document.field(&path(field)).map_or(0, |field| field.heads().len())
}

#[test]
fn an_edit_is_named_after_what_it_says() {
    // The hash of ["binome-edit-1","goal/g1/what",{"at":…,"by":…,"over":[],"value":"é"}], computed apart.
    let edit = Edit {
        by: lea(),
        at: at("2026-11-25T08:00:00Z"),
        value: "é".into(),
        over: BTreeSet::new(),
        extra: BTreeMap::new(),
    };
    assert_eq!(edit.id(&path("goal/g1/what")).to_string(), "c2813adb26a06a0d91e88227");
    assert_ne!(edit.id(&path("goal/g1/what")), edit.id(&path("goal/g2/what")));
    let extra = Edit { extra: BTreeMap::from([("x".into(), Value::Null)]), ..edit.clone() };
    assert_ne!(edit.id(&path("goal/g1/what")), extra.id(&path("goal/g1/what")), "unknown members are hashed");
    for odd in ["", "0123456789abcdef0123456", "0123456789ABCDEF01234567", "0123456789abcdef0123456g", "éééééééééééé"]
    {
        assert_eq!(EditId::parse(odd), None, "{odd}");
    }
}

#[test]
fn what_says_nothing_new_makes_no_edit() {
    let mut document = started();
    let same = [
        put("goal/g1/what", "rédige 5 cas"),
        put("goal/g1/why", ""),
        Change::Put(path("goal/g1/why"), Value::Null),
        removed("never-was"),
    ];
    assert_eq!(document.apply(&same, &lea(), at("2026-11-25T08:00:00Z")), []);
    assert_eq!(document, started());
}

#[test]
fn a_removal_nulls_every_field_known_or_not_and_a_second_one_nothing() {
    let mut document = started();
    write(&mut document, "goal/g1/mood", "a newer version’s words", &lea(), "2026-11-25T08:00:00Z");
    let made = document.apply(&[removed("g1")], &lea(), at("2026-11-25T08:01:00Z"));
    assert_eq!(made.len(), document.record(&RecordKey::new("goal", "g1")).count());
    assert!(!document.is_live(&RecordKey::new("goal", "g1")));
    assert_eq!(project(&document).goals, []);
    assert!(!file::write_backup(&document).contains("rédige"), "removed words do not stay");
    assert_eq!(document.apply(&[removed("g1")], &lea(), at("2026-11-25T08:02:00Z")), []);
    // Emptying a field of a removed record does not bring it back.
    assert_eq!(document.apply(&[put("goal/g1/what", "")], &lea(), at("2026-11-25T08:03:00Z")), []);
    // Neither does an old copy that still has it.
    assert_eq!(joined(&document, &started()), document);
}

#[test]
fn a_record_removed_on_one_side_and_written_in_on_the_other_lives() {
    let (mut his, mut hers) = (started(), started());
    his.apply(&[removed("g1")], &karim(), at("2026-11-25T08:00:00Z"));
    write(&mut hers, "goal/g1/what", "rédige 6 cas", &lea(), "2026-11-26T08:00:00Z");
    let both = joined(&his, &hers);
    assert_eq!(both, joined(&hers, &his));
    let goals = project(&both).goals;
    assert_eq!(goals.len(), 1);
    assert_eq!(goals[0].what, "rédige 6 cas", "words come before a removal, though it is the earlier");
    let [conflict] = &both.conflicts()[..] else { panic!("one conflict") };
    assert_eq!(conflict.path, path("goal/g1/what"));
}

#[test]
fn equal_wordings_are_not_a_conflict_and_fields_of_the_page_settle_themselves() {
    let (mut his, mut hers) = (started(), started());
    write(&mut his, "goal/g1/why", "le projet 3", &karim(), "2026-11-25T08:00:00Z");
    write(&mut hers, "goal/g1/why", "le projet 3", &lea(), "2026-11-26T08:00:00Z");
    write(&mut his, "question/q1/created", "2026-11-25T08:00:00.000Z", &karim(), "2026-11-25T08:00:00Z");
    write(&mut hers, "question/q1/created", "2026-11-26T08:00:00.000Z", &lea(), "2026-11-26T08:00:00Z");
    write(&mut his, "goal/g1/order", "a", &karim(), "2026-11-25T08:00:00Z");
    write(&mut hers, "goal/g1/order", "b", &lea(), "2026-11-26T08:00:00Z");
    let both = joined(&his, &hers);
    assert_eq!(heads(&both, "goal/g1/why"), 2);
    assert_eq!(both.conflicts(), []);
    assert_eq!(shown(&both, "goal/g1/order"), Some(&Value::from("a")), "the first by moment");
}

#[test]
fn choosing_is_an_edit_over_all_that_stood() {
    let mut both = with_history();
    assert_eq!(heads(&both, "goal/g1/what"), 2);
    let made = both.apply(&[put("goal/g1/what", "rédige 8 cas")], &karim(), at("2026-11-28T08:00:00Z"));
    assert_eq!(made[0].1.over.len(), 2, "even when it says what one of them said");
    assert_eq!(both.conflicts(), []);
    assert_eq!(joined(&both, &with_history()), both, "a copy from before does not bring the conflict back");
}

#[test]
fn a_draft_replaces_what_its_author_saw_and_nothing_else() {
    let mut document = started();
    let typed = draft(&document, "goal/g1/what", "rédige 5 cas de test");
    let mut same = document.clone();
    let (_, edit) = document.seal(&typed).expect("an edit");
    assert_eq!((edit.by, edit.at, edit.over), (lea(), typed.at, typed.seen.clone()));
    assert_eq!(heads(&document, "goal/g1/what"), 1);

    // Meanwhile somebody else's words came in: both stand.
    write(&mut same, "goal/g1/what", "rédige 9 cas", &karim(), "2026-11-25T07:59:00Z");
    same.seal(&typed).expect("an edit");
    assert_eq!(heads(&same, "goal/g1/what"), 2);
    assert_eq!(same.seal(&typed), None, "sealing twice makes one edit");
    write(&mut same, "goal/g1/what", "rédige 4 cas", &karim(), "2026-11-25T08:05:00Z");
    assert_eq!(same.seal(&typed), None, "also when it was replaced meanwhile");
}

#[test]
fn a_draft_that_says_nothing_new_makes_no_edit() {
    let mut document = started();
    let unchanged = draft(&document, "goal/g1/what", "rédige 5 cas");
    assert_eq!(document.seal(&unchanged), None);
    let untouched = draft(&document, "goal/g1/why", "");
    assert_eq!(document.seal(&untouched), None);
    // Typed and taken back while nobody else wrote there; what then came in stays alone.
    let mut with_other = started();
    let conflicting = joined(&with_other, &with_history());
    with_other.join(&conflicting);
    let other_seen = Draft { seen: BTreeSet::new(), ..draft(&with_other, "person/mentor-1/name", "Karim") };
    assert_eq!(with_other.seal(&other_seen), None, "it stands there anyway");
}

#[test]
fn a_draft_into_a_record_removed_meanwhile_is_kept() {
    let mut document = started();
    let typed = draft(&document, "goal/g1/what", "rédige 7 cas");
    document.apply(&[removed("g1")], &karim(), at("2026-11-25T07:59:00Z"));
    document.seal(&typed).expect("an edit");
    assert_eq!(project(&document).goals[0].what, "rédige 7 cas");
}

#[test]
fn a_higher_generation_replaces_a_lower_one_whatever_the_order() {
    let before = started();
    let mut imported = started();
    write(&mut imported, "goal/g1/why", "importé", &lea(), "2026-11-25T08:00:00Z");
    let undone = binome::document::review::undo(&before, &imported, &imported);
    assert_eq!(undone.generation(), 1);
    assert_eq!(joined(&undone, &imported), undone);
    assert_eq!(joined(&imported, &undone), undone);
    // Handed over, a generation is nobody else's matter.
    assert_eq!(handed_over(&undone).document.generation(), 0);
    let stored: Document = serde_json::from_str(&serde_json::to_string(&undone).expect("JSON")).expect("a document");
    assert_eq!(stored, undone);
}

#[test]
fn aliases_only_grow_and_the_smallest_identifier_is_used() {
    let both = joined(&Document::new(pair("b")), &Document::new(pair("a")));
    assert_eq!(both.pair(), &pair("a"));
    assert_eq!(both.aliases().collect::<Vec<_>>(), [&pair("b")]);
    assert!(both.known_as(&pair("a")) && both.known_as(&pair("b")) && !both.known_as(&pair("c")));
    let more = joined(&both, &Document::new(pair("b")));
    assert_eq!(more, both);
    assert!(both.is_same_pair(&Document::new(pair("b"))));
    // The same edit has the same name under either identifier.
    let (mut one, mut two) = (Document::new(pair("a")), Document::new(pair("b")));
    write(&mut one, "goal/g1/what", "x", &lea(), "2026-11-25T08:00:00Z");
    write(&mut two, "goal/g1/what", "x", &lea(), "2026-11-25T08:00:00Z");
    assert_eq!(one.head_ids(&path("goal/g1/what")), two.head_ids(&path("goal/g1/what")));
}

#[test]
fn unknown_members_join_the_same_way_from_either_side() {
    let with = |colour: &str| {
        let text = forged(&file::write(&started()), |members| {
            members.insert("colour".into(), Value::from(colour));
            let Some(Value::Map(edits)) = members.get_mut("edits") else { panic!("edits") };
            let Some(Value::Map(field)) = edits.get_mut("goal/g1/what") else { panic!("the field") };
            field.insert("shade".into(), Value::from(colour));
        });
        file::read(text.as_bytes()).expect("within reach").document
    };
    let (blue, green) = (with("blue"), with("green"));
    assert_eq!(joined(&blue, &green), joined(&green, &blue));
    assert_eq!(joined(&started(), &blue), blue);
    let text = file::write(&joined(&blue, &green));
    assert!(text.contains("\"colour\": \"green\"") && text.contains("\"shade\":\"green\""));
}

#[test]
fn fingerprints_agree_exactly_when_shared_edits_do() {
    let mut his = started();
    let hers = handed_over(&his).document;
    assert_eq!(his.fingerprint(), hers.fingerprint());
    write(&mut his, "private/mentor-1/note/n1/text", "à moi", &karim(), "2026-11-25T08:00:00Z");
    assert_eq!(his.fingerprint(), hers.fingerprint(), "private fields do not count");
    write(&mut his, "goal/g1/why", "x", &karim(), "2026-11-25T08:00:00Z");
    assert_ne!(his.fingerprint(), hers.fingerprint());
    assert_eq!(his.fingerprint(), joined(&hers, &his).fingerprint());
    let text = his.fingerprint().to_string();
    let (left, right) = text.split_once('\u{a0}').expect("two halves");
    assert!(
        [left, right].iter().all(|half| half.len() == 4 && half.bytes().all(|byte| byte.is_ascii_digit())),
        "{text}"
    );
}

#[test]
fn a_field_that_does_not_read_is_set_aside_and_the_rest_loads() {
    let mut document = started();
    let odd = [
        put("goal/g1/minutes", "beaucoup"),
        Change::Put(path("goal/g1/end"), Value::Int(3)),
        put("goal/g1/start", "9999-99-99"),
        put("session/s1/state", "booked"),
        Change::Put(path("pair/main/call-minutes"), Value::Int(4_000_000_000)),
        put("point/jury/state", "perhaps"),
        put("point/of-a-newer-version/state", "perhaps"),
        put("section/rencontre/done-mentor-1", "yes"),
        put("person/student-1/name", Value::List(vec![])),
        put("person/mentor-2/name", "Inès"),
        put("question/q9/point", "no-such-point"),
        put("report/r1/body", "of a newer version"),
    ];
    document.apply(&odd, &lea(), at("2026-11-25T08:00:00Z"));
    let pairing = project(&document);
    let expected = [
        "goal/g1/end",
        "goal/g1/minutes",
        "goal/g1/start",
        "pair/main/call-minutes",
        "person/student-1/name",
        "point/jury/state",
        "question/q9/point",
        "section/rencontre/done-mentor-1",
        "session/s1/state",
    ];
    assert_eq!(pairing.oddities, expected.map(|field| Oddity::Unreadable(path(field))));
    assert_eq!(pairing.goals[0].what, "rédige 5 cas");
    assert_eq!(pairing.sessions[0].state, None);
    assert_eq!(pairing.call.length(), 45);
    assert_eq!(pairing.student.name, "");
    assert_eq!(pairing.questions[1].origin, QuestionOrigin::Unknown);
}

#[test]
fn goals_and_questions_come_oldest_first_and_undated_ones_last() {
    let mut document = Document::new(pair("p"));
    let moments = [("b", Some("2026-11-25T08:00:00.000Z")), ("a-b", Some("2026-11-25T08:00:00.000Z")), ("a", None)];
    for (id, created) in moments {
        for kind in ["goal", "question"] {
            write(&mut document, &format!("{kind}/{id}/text"), id, &lea(), "2026-11-25T08:00:00Z");
            if let Some(created) = created {
                write(&mut document, &format!("{kind}/{id}/created"), created, &lea(), "2026-11-25T08:00:00Z");
            }
        }
    }
    write(&mut document, "goal/c/created", "2026-11-24T08:00:00.000Z", &lea(), "2026-11-25T08:00:00Z");
    let pairing = project(&document);
    assert_eq!(pairing.goals.iter().map(|goal| goal.id.as_str()).collect::<Vec<_>>(), ["c", "a-b", "b", "a"]);
    assert_eq!(pairing.questions.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["a-b", "b", "a"]);
}

#[test]
fn a_record_is_its_own_part_whatever_its_neighbours_are_called() {
    let mut document = Document::new(pair("p"));
    for field in ["goal/a/what", "goal/a-b/what", "goal/a0/what", "goals/a/what", "private/mentor-1/goal/a/note"] {
        write(&mut document, field, "x", &lea(), "2026-11-25T08:00:00Z");
    }
    let part = document.part_of(&RecordKey::new("goal", "a"));
    assert_eq!(part.fields().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["goal/a/what"]);
    assert_eq!(document.records().len(), 5);
    let text = serde_json::to_string(&part).expect("JSON");
    assert_eq!(serde_json::from_str::<Document>(&text).expect("a part"), part);
    assert!(serde_json::from_str::<Document>(&text.replace("\"x\"", "\"y\"")).is_err(), "a spoilt part is refused");
}

#[test]
fn edits_and_drafts_go_through_storage_unchanged() {
    let document = with_history();
    for (path, field) in document.fields() {
        for edit in field.heads().values() {
            let stored = serde_json::to_string(&(path, edit)).expect("JSON");
            assert_eq!(serde_json::from_str::<(Path, Edit)>(&stored).expect("an edit"), (path.clone(), edit.clone()));
        }
    }
    let typed = draft(&document, "goal/g1/what", "é\n\u{0}");
    let stored = serde_json::to_string(&typed).expect("JSON");
    assert_eq!(serde_json::from_str::<Draft>(&stored).expect("a draft"), typed);
}

/// A file can claim that an edit was replaced without holding the edit that did. Between honest copies that cannot be.
#[test]
fn a_forged_past_never_leaves_a_field_without_words() {
    let (mut mine, mut theirs) = (Document::new(pair("p")), Document::new(pair("p")));
    write(&mut mine, "goal/g1/what", "mine", &karim(), "2026-11-25T08:00:00Z");
    write(&mut theirs, "goal/g1/what", "theirs", &lea(), "2026-11-25T08:00:00Z");
    let field = path("goal/g1/what");
    let forge = |document: &Document, claims: BTreeSet<EditId>| {
        let file = forged(&file::write(document), |members| {
            let claims = claims.iter().map(|id| Value::Text(id.to_string())).collect();
            let Some(Value::Map(edits)) = members.get_mut("edits") else { panic!("edits") };
            let Some(Value::Map(field)) = edits.get_mut("goal/g1/what") else { panic!("the field") };
            field.insert("past".into(), Value::List(claims));
        });
        file::read(file.as_bytes()).expect("a file that holds together").document
    };
    let (his, hers) = (forge(&mine, theirs.head_ids(&field)), forge(&theirs, mine.head_ids(&field)));
    assert_eq!(shown(&joined(&his, &hers), "goal/g1/what"), Some(&Value::from("mine")));
    assert_eq!(shown(&joined(&hers, &his), "goal/g1/what"), Some(&Value::from("theirs")));
}
