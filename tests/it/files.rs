//! What is not a whole copy of a pair is refused with what and where; hand-made changes are offered, never taken.

use binome::document::file::{HandEdit, MAX_BYTES, MAX_DEPTH, Place, read, read_backup, write, write_backup};
use binome::document::{Document, ReadError, file, readable};
use binome::domain::{PersonId, Value};
use binome::i18n::Locale;
use serde_json::{Value as Json, json};

use super::support::{day, forged, karim, labels, pair, path, started, with_history, write as put};

fn member(names: &str) -> Place {
    Place::Member(names.to_owned())
}

fn damaged(names: &str) -> ReadError {
    ReadError::Damaged { place: member(names) }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn what_is_not_a_copy_is_named() {
    let whole = write(&started());
    let with_mark = [b"\xff\xfe".to_vec(), utf16(&whole)].concat();
    let big_endian: Vec<u8> = whole.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cases: Vec<(&str, Vec<u8>, ReadError)> = vec![
        ("nothing", vec![], ReadError::Empty),
        ("blanks", b" \r\n\t".to_vec(), ReadError::Empty),
        ("a byte order mark alone", b"\xef\xbb\xbf".to_vec(), ReadError::Empty),
        ("UTF-16 with its mark", with_mark, ReadError::Utf16),
        ("UTF-16 without", utf16(&whole), ReadError::Utf16),
        ("UTF-16, the other way round", big_endian, ReadError::Utf16),
        ("a web page", b"<!doctype html><title>Sign in</title>".to_vec(), ReadError::WebPage),
        ("a web page after blanks", b"\xef\xbb\xbf\n <html></html>".to_vec(), ReadError::WebPage),
        ("a zip archive", b"PK\x03\x04rest".to_vec(), ReadError::Zip),
        ("some text", "Bonjour Karim".into(), ReadError::NotOurs),
        ("a picture", b"\x89PNG\r\n\x1a\n".to_vec(), ReadError::Damaged { place: Place::Line { line: 1, column: 1 } }),
        ("a list", b"[1, 2]".to_vec(), ReadError::NotOurs),
        ("somebody else's JSON", b"{\"name\": \"binome\"}".to_vec(), ReadError::NotOurs),
        ("another format", b"{\"format\": \"dolmen\"}".to_vec(), ReadError::NotOurs),
        ("the half of it", whole.as_bytes()[..whole.len() / 2].to_vec(), ReadError::Cut),
        (
            "not UTF-8",
            b"{\n \"a\": \"\xe9\"}".to_vec(),
            ReadError::Damaged { place: Place::Line { line: 2, column: 8 } },
        ),
        ("not JSON", b"{\n  what: 1}".to_vec(), ReadError::Damaged { place: Place::Line { line: 2, column: 3 } }),
        ("two files in one", format!("{whole}{whole}").into(), {
            let lines = whole.lines().count();
            ReadError::Damaged { place: Place::Line { line: lines + 1, column: 1 } }
        }),
        ("more than is read", vec![b' '; MAX_BYTES + 1], ReadError::TooLarge { bytes: MAX_BYTES + 1 }),
        (
            "the same name twice",
            b"{\"a\": {\"b\": 1, \"b\": 2}}".to_vec(),
            ReadError::DuplicateName { place: member("a/b") },
        ),
        ("a fraction", b"{\"a\": [1.5]}".to_vec(), ReadError::NotWhole { place: member("a") }),
        ("an exponent", b"{\"a\": 1e3}".to_vec(), ReadError::NotWhole { place: member("a") }),
        ("a huge number", b"{\"a\": 9007199254740993}".to_vec(), ReadError::NotWhole { place: member("a") }),
        ("a huger number", b"{\"a\": 99999999999999999999}".to_vec(), ReadError::NotWhole { place: member("a") }),
    ];
    for (what, bytes, expected) in cases {
        assert_eq!(read(&bytes), Err(expected), "{what}");
    }
}

#[test]
fn deep_nesting_is_refused_before_it_hurts() {
    let deep = format!("{{\"a\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(deep.as_bytes()), Err(ReadError::TooDeep { place: member("a") }));
    let objects = format!("{}1{}", "{\"a\":".repeat(50_000), "}".repeat(50_000));
    assert!(matches!(read(objects.as_bytes()), Err(ReadError::TooDeep { .. })));
}

#[test]
fn the_deepest_that_is_read_is_read() {
    let nested = |levels: usize| {
        forged(&write(&started()), |members| {
            let deep = (1..levels).fold(Value::List(vec![]), |inside, _| Value::List(vec![inside]));
            members.insert("deep".into(), deep);
        })
    };
    // The file itself is one level.
    assert!(read(nested(MAX_DEPTH - 1).as_bytes()).is_ok());
    assert_eq!(read(nested(MAX_DEPTH).as_bytes()), Err(ReadError::TooDeep { place: member("deep") }));
}

#[test]
fn what_a_chat_or_an_editor_makes_of_a_file_is_refused_with_its_place() {
    let whole = write(&started());
    let line_of = |bytes: &[u8]| match read(bytes) {
        Err(ReadError::Damaged { place: Place::Line { line, .. } }) => line,
        other => panic!("{other:?}"),
    };
    assert_eq!(line_of(whole.replacen("\"format\"", "“format”", 1).as_bytes()), whole.lines().count() - 4);
    assert_eq!(line_of(whole.replace("  ", "\u{a0}\u{a0}").as_bytes()), 2);
    assert_eq!(line_of(whole.replacen("],\n", "],\n  // Karim\n", 1).as_bytes()), 3);
    assert_eq!(line_of(whole.replacen("\n}\n", ",\n}\n", 1).as_bytes()), whole.lines().count());
    assert_eq!(
        line_of(&[whole.as_bytes(), &[0; 512]].concat()),
        whole.lines().count() + 1,
        "a disk's zeros at its end"
    );
    assert_eq!(line_of(whole.replace("rédige", "r\\ud83dédige").as_bytes()), 9, "half a letter");
    assert_eq!(read(format!("```json\n{whole}```").as_bytes()), Err(ReadError::NotOurs));
    assert_eq!(read(&[0; 512]), Err(ReadError::NotOurs), "zeros alone");
    // The same name spelt otherwise is the same name.
    let twice = whole.replacen("\"format\"", "\"\\u0066ormat\": \"binome\",\n  \"format\"", 1);
    assert_eq!(read(twice.as_bytes()), Err(ReadError::DuplicateName { place: member("format") }));
}

/// Every reason, in both languages: what happened, that nothing changed, and where when somebody may have to look.
#[test]
fn every_reason_is_worded_and_says_where() {
    let place = |names: &str| member(names);
    let line = Place::Line { line: 12, column: 3 };
    let odd = "x\u{202e}y".repeat(200);
    let cases = [
        (ReadError::Empty, ""),
        (ReadError::TooLarge { bytes: MAX_BYTES + 1 }, "16\u{a0}Mi"),
        (ReadError::Utf16, "UTF-16"),
        (ReadError::WebPage, "web"),
        (ReadError::Zip, "zip"),
        (ReadError::Cut, ""),
        (ReadError::Damaged { place: line }, "12"),
        (damaged("edits/goal/g1/what"), "(edits/goal/g1/what)"),
        (damaged(""), ""),
        (damaged(&odd), "x[U+202E]yx"),
        (ReadError::NotOurs, "Bin"),
        (ReadError::Newer { min_reader: 2 }, ""),
        (ReadError::DuplicateName { place: place("a/b") }, "(a/b)"),
        (ReadError::NotWhole { place: place("a") }, "(a)"),
        (ReadError::TooDeep { place: place("c") }, "(c)"),
        (ReadError::Unreadable { path: path("goal/g1/what"), number: Some(4) }, "4"),
    ];
    let mut said = std::collections::BTreeSet::new();
    for locale in Locale::ALL {
        let labels = labels(locale);
        let unchanged = if locale == Locale::Fr { "Rien n’a changé ici." } else { "Nothing changed here." };
        for (error, expected) in &cases {
            let words = labels.words.import().trouble(error, &labels);
            assert!(words.contains(unchanged), "{words}");
            let expected = if locale == Locale::En { expected.replace('\u{a0}', " ") } else { (*expected).to_owned() };
            assert!(words.replace("16\u{a0}MiB", "16 MiB").contains(&expected), "{words} lacks {expected}");
            assert!(words.chars().count() < 190, "{words}");
            said.insert(words);
        }
    }
    assert_eq!(said.len(), cases.len() * 2, "each has words of its own");
}

#[test]
fn the_name_that_hides_numbers_is_refused() {
    let text = r#"{"format": "binome", "x": {"$serde_json::private::Number": "1"}}"#;
    assert!(matches!(read(text.as_bytes()), Err(ReadError::Damaged { .. })));
}

/// A file changed by `change`, its check value left as it was.
fn changed(document: &Document, change: impl Fn(&mut Json)) -> Vec<u8> {
    let mut json: Json = serde_json::from_str(&write(document)).expect("JSON");
    change(&mut json);
    serde_json::to_vec(&json).expect("JSON")
}

#[test]
fn a_file_that_does_not_hold_together_is_damaged_and_says_where() {
    let document = started();
    let what = "/edits/goal~1g1~1what";
    let id = document.head_ids(&path("goal/g1/what")).first().expect("a head").to_string();
    let head = format!("{what}/heads/{id}");
    let at = format!("edits/goal/g1/what/heads/{id}");
    let cases: Vec<(String, Json, ReadError)> = vec![
        ("/edits".into(), json!([]), damaged("edits")),
        ("/pair_id".into(), json!("Not an id"), damaged("pair_id")),
        ("/pair_id".into(), json!("another-pair"), damaged("check")),
        ("/aliases".into(), json!("one"), damaged("pair_id")),
        ("/aliases".into(), json!(["one"]), damaged("check")),
        ("/version".into(), json!("1"), damaged("version")),
        ("/version".into(), json!(-1), damaged("version")),
        ("/version".into(), json!(0), damaged("version")),
        ("/version".into(), json!(4_294_967_296_i64), damaged("version")),
        ("/version".into(), json!(2), damaged("check")),
        ("/min_reader".into(), json!(0), damaged("check")),
        ("/min_reader".into(), json!(null), damaged("min_reader")),
        ("/min_reader".into(), json!(2), ReadError::Newer { min_reader: 2 }),
        ("/check".into(), json!(null), damaged("check")),
        (what.into(), json!(3), damaged("edits/goal/g1/what")),
        (format!("{what}/heads"), json!({}), damaged("edits/goal/g1/what/heads")),
        (format!("{what}/heads"), json!([]), damaged("edits/goal/g1/what/heads")),
        (format!("{what}/past"), json!(["xyz"]), damaged("edits/goal/g1/what/past")),
        (format!("{what}/past"), json!([id]), damaged("edits/goal/g1/what/past")),
        (format!("{what}/past"), json!(["0123456789abcdef01234567"]), damaged("check")),
        (format!("{head}/value"), json!("autre chose"), damaged(&at)),
        (format!("{head}/at"), json!("2026-11-24T18:37:00.000+01:00"), damaged(&format!("{at}/at"))),
        (format!("{head}/at"), json!("hier"), damaged(&format!("{at}/at"))),
        (format!("{head}/by"), json!("assessor-1.x"), damaged(&format!("{at}/by"))),
        (format!("{head}/over"), json!({}), damaged(&format!("{at}/over"))),
        (head.clone(), json!("rédige"), damaged(&format!("{at}/edit"))),
    ];
    for (pointer, value, expected) in cases {
        let bytes = changed(&document, |json| *json.pointer_mut(&pointer).expect("a member") = value.clone());
        assert_eq!(read(&bytes), Err(expected), "{pointer} = {value}");
    }
    let odd_path = changed(&document, |json| json["edits"]["__proto__"] = json["edits"]["goal/g1/what"].clone());
    assert_eq!(read(&odd_path), Err(damaged("edits/__proto__")));
    let moved = changed(&document, |json| json["edits"]["goal/g2/what"] = json["edits"]["goal/g1/what"].clone());
    assert_eq!(read(&moved), Err(damaged(&format!("edits/goal/g2/what/heads/{id}"))));
    let missing = changed(&document, |json| {
        json["edits"].as_object_mut().expect("edits").remove("goal/g1/what");
    });
    assert_eq!(read(&missing), Err(damaged("check")));
    for name in ["edits", "pair_id", "aliases", "version", "min_reader", "check"] {
        let bytes = changed(&document, |json| {
            json.as_object_mut().expect("an object").remove(name);
        });
        let place = if name == "aliases" { "pair_id" } else { name };
        assert_eq!(read(&bytes), Err(damaged(place)), "without {name}");
    }
}

#[test]
fn members_that_a_newer_version_wrote_are_carried() {
    let newer = forged(&write_backup(&with_history()), |members| {
        members.insert("colour".into(), Value::from("blue"));
        members.insert("version".into(), Value::Int(7));
    });
    let document = read(newer.as_bytes()).expect("within reach").document;
    let again = write(&document);
    assert!(again.contains("\"colour\": \"blue\"") && again.contains("\"version\": 7"));
    assert!(again.contains("\"via\":\"a newer version\""), "members of an edit too");
    let mut mine = started();
    mine.join(&document);
    assert!(write(&mine).contains("\"colour\": \"blue\""), "they survive a join");
}

#[test]
fn a_readable_part_changed_by_hand_is_offered_and_not_taken() {
    let document = with_history();
    let bytes = changed(&document, |json| {
        json["data"]["goal"]["g1"]["evidence"] = json!("lien vers la suite de tests");
        json["data"]["person"]["mentor-1"]["name"] = json!("Karim B.");
        json["data"]["goal"]["g1"]["minutes"] = json!(null);
        json["data"]["goal"]["g1"]["Méthode"] = json!("?");
        json["data"]["__proto__"] = json!({ "polluted": { "name": true } });
        json["data"]["session"] = json!("none");
        json["data"]["private"] = json!({ "mentor-1": { "note": "?" } });
        json["data"]["point"].as_object_mut().expect("points").clear();
    });
    let incoming = read(&bytes).expect("a copy with changes by hand");
    assert_eq!(incoming.document, read(write(&document).as_bytes()).expect("the copy").document);
    let hand = |field: &str, before: Option<Value>, after: Value| HandEdit { path: path(field), before, after };
    assert_eq!(
        incoming.by_hand,
        [
            hand("goal/g1/evidence", None, Value::from("lien vers la suite de tests")),
            hand("goal/g1/minutes", Some(Value::Int(90)), Value::Null),
            hand("person/mentor-1/name", Some(Value::from("Karim")), Value::from("Karim B.")),
        ],
        "absence never deletes"
    );
    assert_eq!(incoming.unplaced, ["__proto__/polluted/name", "goal/g1/Méthode", "private/mentor-1/note", "session"]);
}

#[test]
fn a_hand_made_value_that_its_field_cannot_hold_is_refused_with_its_place() {
    let cases = [
        ("/data/session/s1/state/start", json!("demain"), "session/s1/state", Some(1)),
        ("/data/session/s1/state/minutes", json!(0), "session/s1/state", Some(1)),
        ("/data/session/s1/state/state", json!("perhaps"), "session/s1/state", Some(1)),
        ("/data/goal/g1/what", json!(["a", "b"]), "goal/g1/what", Some(1)),
        ("/data/goal/g1/start", json!("2026-02-30"), "goal/g1/start", Some(1)),
        ("/data/pair/main/call-minutes", json!("long"), "pair/main/call-minutes", None),
        ("/data/pair/main/zone", json!("l’heure d’été"), "pair/main/zone", None),
    ];
    for (pointer, value, field, number) in cases {
        let bytes = changed(&started(), |json| *json.pointer_mut(pointer).expect("a member") = value.clone());
        assert_eq!(read(&bytes), Err(ReadError::Unreadable { path: path(field), number }), "{pointer} = {value}");
    }
}

#[test]
fn somebody_elses_private_fields_are_left_out() {
    let mut document = started();
    put(&mut document, "private/mentor-1/note/n1/text", "de Karim", &karim(), "2026-11-24T18:00:00Z");
    put(&mut document, "private/student-1/note/n1/text", "de Léa", &karim(), "2026-11-24T18:00:00Z");
    let backup = write_backup(&document);
    let [his, hers] = ["private/mentor-1/note/n1/text", "private/student-1/note/n1/text"].map(path);

    let handed = read(backup.as_bytes()).expect("a copy");
    assert_eq!(handed.refused, [his.clone(), hers.clone()], "none belongs in a copy that is handed over");
    assert_eq!(handed.document.field(&his), None);

    let own = read_backup(backup.as_bytes(), PersonId::STUDENT).expect("a backup");
    assert_eq!(own.refused, [his]);
    assert_eq!(own.document.value(&hers), Some(&Value::from("de Léa")));
}

#[test]
fn text_stays_text() {
    let mut document = started();
    let name = "<img src=x onerror=alert(1)>\u{202e}\u{0}\"\\";
    put(&mut document, "person/student-1/name", name, &karim(), "2026-11-24T18:00:00Z");
    let read = read(write(&document).as_bytes()).expect("a copy");
    assert_eq!(read.document.value(&path("person/student-1/name")), Some(&Value::from(name)));
}

#[test]
fn the_file_is_named_after_the_two_and_the_day() {
    let mut pairing = binome::domain::Pairing::empty(pair("p"));
    let cases = [
        ("Léa", "Karim", "binome-lea-karim-2026-11-23.json"),
        ("Anne-Sophie", "Jean  Pierre", "binome-anne-sophie-jean-pierre-2026-11-23.json"),
        ("Œdipe Łukasz", "Zoë d’Été", "binome-oedipe-lukasz-zoe-dete-2026-11-23.json"),
        ("Le\u{301}a", "ẞtraße", "binome-lea-sstrasse-2026-11-23.json"),
        ("明", "Карим", "binome-2026-11-23.json"),
        ("../../etc/passwd", "a\u{0}b/c\\d:e", "binome-etc-passwd-a-b-c-d-e-2026-11-23.json"),
        ("", "", "binome-2026-11-23.json"),
        ("Maximilienne-Alexandrine-Philippine", "K", "binome-maximilienne-alexandrine-k-2026-11-23.json"),
    ];
    for (student, mentor, expected) in cases {
        pairing.student.name = student.into();
        pairing.mentor.name = mentor.into();
        assert_eq!(file::name(&pairing, day("2026-11-23")), expected);
    }
}

#[test]
fn fields_say_which_values_they_can_hold() {
    assert!(readable(&path("goal/g1/status"), &Value::from("partly")));
    assert!(!readable(&path("goal/g1/status"), &Value::from("done")));
    assert!(readable(&path("goal/g1/status"), &Value::Null));
    assert!(readable(&path("report/r1/body"), &Value::List(vec![])), "a field of a newer version");
    assert!(!readable(&path("question/q1/point"), &Value::from("no-such-point")));
}
