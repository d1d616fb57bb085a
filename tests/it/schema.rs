//! The schema of the exchanged file, for other people's tools: `docs/binome-1.schema.json`.
//!
//! Made here from the limits that the code knows, and held against it from both sides: real files fit the schema, and what its
//! patterns accept is what the code's own readers accept. `BINOME_BLESS=1` writes it anew.

use binome::document::{Document, EditId, file};
use binome::domain::{Author, Instant, PairId, Path, Value};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::sync::LazyLock;

use super::support::{forged, started, with_history};

const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/binome-1.schema.json");

const SEGMENT: &str = "[a-z0-9-]{1,40}";
const PERSON: &str = "(mentor|student)-(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9][0-9]?)";
const MOMENT: &str =
    "(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}\\.[0-9]{3}Z";

fn whole(pattern: &str) -> String {
    format!("^{pattern}$")
}

fn text(pattern: &str) -> Json {
    json!({ "type": "string", "pattern": whole(pattern) })
}

fn schema() -> Json {
    let pair = text(SEGMENT);
    let ids = json!({ "type": "array", "items": { "$ref": "#/$defs/edit_id" }, "uniqueItems": true });
    let path = format!("((?!private/){SEGMENT}(/{SEGMENT}){{2}}|private(/{SEGMENT}){{4}})");
    let tree = |inside: Json| json!({ "type": "object", "additionalProperties": inside });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A copy of a pair’s record, as Binôme writes it",
        "description": "`edits` is what counts; `data` shows what it says, for reading. `check` is the first 96 bits of the SHA-256 of \
            [\"binome-file-1\", all members but data and check] as JSON without spaces, keys in byte order. Members that are not named \
            here belong to newer versions, and are kept.",
        "type": "object",
        "required": ["aliases", "check", "edits", "format", "min_reader", "pair_id", "version"],
        "properties": {
            "format": { "const": "binome" },
            "version": { "type": "integer", "minimum": 1, "maximum": u32::MAX, "description": "The newest version that wrote into it." },
            "min_reader": {
                "type": "integer", "minimum": 0, "maximum": file::READER,
                "description": "The oldest version that can read it."
            },
            "pair_id": pair,
            "aliases": { "type": "array", "items": pair, "description": "What else the pair is called." },
            "generation": {
                "type": "integer", "minimum": 0, "maximum": u32::MAX,
                "description": "In local backups only: how often an import was undone."
            },
            "check": text("[0-9a-f]{24}"),
            "data": {
                "description": "What is shown: kind, identifier, field, value. Changes made here by hand are offered when the file is read.",
                "type": "object",
                "additionalProperties": tree(tree(json!({ "$ref": "#/$defs/value" })))
            },
            "edits": {
                "description": "The fields by path: kind/identifier/field.",
                "type": "object",
                "propertyNames": { "pattern": whole(&path), "maxLength": 128 },
                "additionalProperties": { "$ref": "#/$defs/field" }
            }
        },
        "$defs": {
            "field": {
                "type": "object",
                "required": ["heads", "past"],
                "properties": {
                    "heads": {
                        "description": "The edits that nobody has replaced, by name; more than one that differ are a conflict.",
                        "type": "object",
                        "minProperties": 1,
                        "propertyNames": { "pattern": whole("[0-9a-f]{24}") },
                        "additionalProperties": { "$ref": "#/$defs/edit" }
                    },
                    "past": { "description": "The names of those that were replaced.", "allOf": [ids] }
                }
            },
            "edit": {
                "type": "object",
                "required": ["at", "by", "over", "value"],
                "properties": {
                    "at": { "allOf": [text(MOMENT)], "description": "When, by the author’s clock." },
                    "by": { "allOf": [text(&format!("{PERSON}\\.[a-z0-9]{{1,32}}"))], "description": "Who, on which device." },
                    "over": { "allOf": [ids], "description": "The edits that its author saw there and replaced." },
                    "value": { "$ref": "#/$defs/value" }
                }
            },
            "edit_id": {
                "allOf": [text("[0-9a-f]{24}")],
                "description": "The first 96 bits of the SHA-256 of [\"binome-edit-1\", path, edit] as JSON without spaces, keys in byte order."
            },
            "value": {
                "description": "Numbers are whole and within 2^53.",
                "anyOf": [
                    { "type": ["null", "boolean", "string"] },
                    { "type": "integer", "minimum": -Value::MAX_INT, "maximum": Value::MAX_INT },
                    { "type": "array", "items": { "$ref": "#/$defs/value" } },
                    { "type": "object", "additionalProperties": { "$ref": "#/$defs/value" } }
                ]
            }
        }
    })
}

fn validator() -> jsonschema::Validator {
    jsonschema::validator_for(&schema()).expect("a schema")
}

/// Fails with the first thing in a file that the schema does not allow.
fn fits(validator: &jsonschema::Validator, text: &str) {
    let json: Json = serde_json::from_str(text).expect("JSON");
    if let Some(error) = validator.iter_errors(&json).next() {
        panic!("{error} at {}", error.instance_path());
    }
}

#[test]
fn the_schema_kept_in_docs_is_the_one_made_here() {
    if std::env::var_os("BINOME_BLESS").is_some() {
        let written = serde_json::to_string_pretty(&schema()).expect("JSON") + "\n";
        std::fs::write(KEPT, &written).expect("writable");
    }
    // Compared as values: tools of the workspace may make serde_json keep another order of members.
    let kept: Json = serde_json::from_str(&std::fs::read_to_string(KEPT).expect("a schema")).expect("JSON");
    assert!(kept == schema(), "the schema changed: BINOME_BLESS=1 cargo test --test it schema");
    jsonschema::meta::validate(&schema()).expect("a schema by its own rules");
}

#[test]
fn real_files_fit_the_schema() {
    let validator = validator();
    for document in [Document::new(PairId::parse("p").expect("a pair")), started(), with_history()] {
        fits(&validator, &file::write(&document));
        fits(&validator, &file::write_backup(&document));
    }
    fits(&validator, include_str!("fixtures/file-v1.json"));
    // What a newer version adds is allowed.
    fits(
        &validator,
        &forged(&file::write(&started()), |members| {
            members.insert("colour".into(), Value::from("blue"));
            members.insert("version".into(), Value::Int(7));
        }),
    );
}

/// A file that is refused for what a schema can see does not fit it either.
#[test]
fn what_is_refused_for_its_form_does_not_fit() {
    let validator = validator();
    let whole: Json = serde_json::from_str(&file::write(&started())).expect("JSON");
    let id = whole["edits"]["goal/g1/what"]["heads"].as_object().expect("heads").keys().next().expect("a head").clone();
    let what = "/edits/goal~1g1~1what";
    let head = format!("{what}/heads/{id}");
    let cases = [
        ("/format".into(), json!("dolmen")),
        ("/version".into(), json!("1")),
        ("/version".into(), json!(0)),
        ("/version".into(), json!(-1)),
        ("/min_reader".into(), json!(null)),
        ("/min_reader".into(), json!(2)),
        ("/pair_id".into(), json!("Not an id")),
        ("/aliases".into(), json!("one")),
        ("/check".into(), json!(null)),
        ("/edits".into(), json!([])),
        (what.to_owned(), json!(3)),
        (format!("{what}/heads"), json!({})),
        (format!("{what}/heads"), json!([])),
        (format!("{what}/past"), json!(["xyz"])),
        (format!("{head}/at"), json!("2026-11-24T18:37:00.000+01:00")),
        (format!("{head}/at"), json!("hier")),
        (format!("{head}/by"), json!("assessor-1.x")),
        (format!("{head}/over"), json!({})),
        (format!("{head}/value"), json!(1.5)),
        (format!("{head}/value"), json!([9_007_199_254_740_993_i64])),
        (head.clone(), json!("rédige")),
    ];
    for (pointer, value) in cases {
        let mut json = whole.clone();
        *json.pointer_mut(&pointer).expect("a member") = value.clone();
        assert!(!validator.is_valid(&json), "{pointer} = {value}");
        assert!(file::read(json.to_string().as_bytes()).is_err(), "{pointer} = {value}");
    }
    let mut json = whole.clone();
    json["edits"]["__proto__"] = json["edits"]["goal/g1/what"].clone();
    assert!(!validator.is_valid(&json));
    for name in ["aliases", "check", "edits", "format", "min_reader", "pair_id", "version"] {
        let mut json = whole.clone();
        json.as_object_mut().expect("an object").remove(name);
        assert!(!validator.is_valid(&json), "without {name}");
    }
}

/// Parts of the schema, each as a validator: compiled once for all the texts.
static PARTS: LazyLock<[jsonschema::Validator; 5]> = LazyLock::new(|| {
    let schema = schema();
    let parts = [
        "/properties/pair_id",
        "/properties/edits/propertyNames",
        "/properties/check",
        "/$defs/edit/properties/by",
        "/$defs/edit/properties/at",
    ];
    parts.map(|part| jsonschema::validator_for(schema.pointer(part).expect("a part")).expect("a schema"))
});

/// A text near those that are meant: the alphabet of names, digits, and the signs between them.
fn near() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9/.-]{0,45}",
        "(private|goal|pair)(/[a-z0-9-]{1,5}){2,4}",
        "(private/)?(mentor|student|assessor)-[0-9]{1,3}(/[a-z]{1,3}){0,3}(\\.[a-z0-9]{0,34})?",
        "[0-9a-fA-F]{22,26}",
        "[12][089][0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{2,4})?(Z|[+]01:00)",
        "\\PC{0,4}",
    ]
}

proptest! {
    #[test]
    fn patterns_accept_what_the_readers_accept(text in near()) {
        let json = Json::from(text.as_str());
        let [pair, path, edit, author, moment] = PARTS.each_ref().map(|part| part.is_valid(&json));
        prop_assert_eq!(pair, PairId::parse(&text).is_some(), "pair {:?}", text);
        prop_assert_eq!(path, Path::parse(&text).is_some(), "path {:?}", text);
        prop_assert_eq!(edit, EditId::parse(&text).is_some(), "edit {:?}", text);
        prop_assert_eq!(author, Author::parse(&text).is_some(), "author {:?}", text);
        // Every moment that can be read in its own form fits; of what fits, only days that no month has cannot be read.
        let read = Instant::parse(&text).is_some_and(|at| at.to_string() == text);
        let late = text.get(8..10).is_some_and(|day| day > "28");
        prop_assert!(moment == read || (moment && late), "moment {text:?}");
    }
}
