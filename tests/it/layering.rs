//! The rooms of the crate and their doors, read in the sources: what may not be imported is not.
//!
//! The direction is `domain ← document ← i18n ← export ← web`, with `draw` beside them. Cargo's `web` feature already keeps the browser's crates
//! away from a native build; this says it of every single file, and of the clock too.

pub mod source;

use source::{Source, crate_sources, rust_files};

/// A room, and the rooms it may look into besides itself.
const ROOMS: [(&str, &[&str]); 7] = [
    ("domain", &[]),
    ("draw", &["domain"]),
    ("demo", &["domain", "document", "i18n"]),
    ("document", &["domain"]),
    ("export", &["domain", "document", "i18n"]),
    ("i18n", &["domain", "document"]),
    ("web", &["demo", "domain", "document", "draw", "export", "i18n"]),
];

/// What only the `web` room may name: the browser, the clock, chance. A path is forbidden if it begins so.
const IMPURE: [&[&str]; 19] = [
    &["web_sys"],
    &["js_sys"],
    &["leptos"],
    &["gloo_storage"],
    &["gloo"],
    &["wasm_bindgen"],
    &["wasm_bindgen_futures"],
    &["indexed_db_futures"],
    &["console_error_panic_hook"],
    &["rand"],
    &["getrandom"],
    &["std", "time"],
    &["std", "fs"],
    &["std", "env"],
    &["std", "net"],
    &["std", "thread"],
    &["std", "process"],
    &["chrono", "Utc", "now"],
    &["chrono", "Local"],
];

/// Readings of a clock, however the type came in.
const CLOCKS: [[&str; 2]; 3] = [["Utc", "now"], ["Local", "now"], ["SystemTime", "now"]];

/// What a file of a room says that it may not.
fn trespasses(source: &Source) -> Vec<String> {
    let Some((_, may)) = ROOMS.iter().find(|(room, _)| *room == source.room()) else { return Vec::new() };
    let mut found = Vec::new();
    for path in source.paths() {
        let parts: Vec<&str> = path.iter().map(String::as_str).collect();
        if let Some(room) = source.room_named_by(&parts, &ROOMS.map(|(room, _)| room))
            && room != source.room()
            && !may.contains(&room)
        {
            found.push(format!("{}: {} ({} may not know {room})", source.name, parts.join("::"), source.room()));
        }
        let impure =
            IMPURE.iter().any(|start| parts.starts_with(start)) || CLOCKS.iter().any(|end| parts.ends_with(end));
        if impure && source.room() != "web" {
            found.push(format!("{}: {} (only web may)", source.name, parts.join("::")));
        }
        if parts == ["crate", "*"] {
            found.push(format!("{}: crate::* (hides which rooms are known)", source.name));
        }
    }
    found
}

/// Words that no source may have, and why.
const BANNED: [(&str, &str); 5] = [
    ("unsafe", "nothing here needs it"),
    ("inner_html", "text that came in a file would become markup"),
    ("set_inner_html", "text that came in a file would become markup"),
    ("set_outer_html", "text that came in a file would become markup"),
    ("insert_adjacent_html", "text that came in a file would become markup"),
];

/// The banned words of a file.
fn banned(source: &Source) -> Vec<String> {
    let words = source.words();
    let mut found: Vec<String> = BANNED
        .iter()
        .filter(|(word, _)| words.contains(word))
        .map(|(word, why)| format!("{}: {word} ({why})", source.name))
        .collect();
    // rustfmt puts spaces around an assignment and leaves none in an attribute.
    if source.code.contains(" style=") {
        found.push(format!("{}: style= (the page's policy refuses inline styles)", source.name));
    }
    found
}

#[test]
fn no_room_looks_where_it_may_not() {
    let sources = crate_sources();
    assert!(sources.len() > 20, "only {} files were found: is the test looking in the right place?", sources.len());
    let found: Vec<String> = sources.iter().flat_map(trespasses).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_source_has_a_banned_word() {
    let found: Vec<String> = rust_files(&["src", "tests", "xtask/src"]).iter().flat_map(banned).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_file_is_forgotten() {
    // A file that nothing declares compiles into nothing: its tests would never run, and nobody would notice.
    let found =
        source::forgotten(&["src", "tests/it", "tests/web", "tests/calendars/src", "tests/e2e/src", "xtask/src"]);
    assert!(found.is_empty(), "declared by no `mod`:\n{}", found.join("\n"));
}

/// What the test would say of a planted file.
fn check(name: &str, text: &str) -> usize {
    trespasses(&Source::new(name, text)).len()
}

#[test]
fn a_forbidden_import_is_found_however_it_is_written() {
    let planted = [
        "use crate::web::dispatch::Store;",
        "use crate::{document::Edit, domain::{Goal, Path}};",
        "fn f() { crate::i18n::FR; }",
        "use super::super::web;",
        "pub(crate) use crate::web as elsewhere;",
        "use leptos::prelude::*;",
        "fn f() { let window = web_sys::window(); }",
        "use std::{collections::BTreeMap, time::Duration};",
        "fn f() { let now = chrono::Utc::now(); }",
        "use chrono::Utc; fn f() { Utc::now(); }",
        "use crate::*;",
        "mod tests { use crate::web::x; }",
    ];
    for text in planted {
        assert_eq!(check("src/domain/goal.rs", text), 1, "{text}");
    }
}

#[test]
fn what_is_allowed_or_only_said_passes() {
    let harmless = [
        "use crate::domain::{Goal, Path};",
        "use super::field::Path;",
        "// crate::web is not known here",
        "/* use leptos; /* nested */ std::time */",
        "const WHY: &str = \"crate::web and Utc::now()\";",
        "const RAW: &str = r#\"use \"leptos\"::prelude\"#;",
        "fn f<'leptos>(x: &'leptos str) -> char { '\"' }",
        "use crate::domain::web_address;",
    ];
    for text in harmless {
        assert_eq!(check("src/domain/goal.rs", text), 0, "{text}");
    }
    assert_eq!(check("src/document/mod.rs", "use crate::domain::Goal;"), 0);
    assert_eq!(check("src/web/app.rs", "use leptos::prelude::*; use crate::{document, i18n};"), 0);
    assert_eq!(check("src/i18n/mod.rs", "use super::web;"), 1);
}

#[test]
fn a_banned_word_is_found_in_code_and_not_in_words() {
    let count = |text: &str| banned(&Source::new("src/web/x.rs", text)).len();
    assert_eq!(count("view! { <p inner_html=text></p> }"), 1);
    assert_eq!(count("view! { <p style=\"color: red\"></p> }"), 1);
    assert_eq!(count("fn f() { unsafe { g() } }"), 1);
    assert_eq!(count("view! { <p style:color=\"red\"></p> }"), 0);
    assert_eq!(count("// unsafe, inner_html"), 0);
    assert_eq!(count("#![forbid(unsafe_code)]"), 0);
}
