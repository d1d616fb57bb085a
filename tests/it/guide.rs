//! The table of the guide in `docs/guide-coverage.md` is whole and true: every point, prompt and link has its rows, and whatever a
//! row names – a screen, the component that shows it, a test, a journey – is there, read in the sources.

mod facts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use binome::domain::person::IntroPrompt;
use binome::domain::{PointId, Section};
use binome::i18n::GuideLink;

const TABLE: &str = "docs/guide-coverage.md";
const JOURNEYS: &str = "tests/e2e/src/journeys/mod.rs";
const ROUTES: &str = "src/web/route.rs";

/// A file of the project.
fn read(name: &str) -> String {
    look_up(name).unwrap_or_else(|| panic!("{name} is not there"))
}

fn look_up(name: &str) -> Option<String> {
    // Asked when running: clones that share a target folder share this program too.
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
    fs::read_to_string(Path::new(&root).join(name)).ok()
}

/// One row of the table.
#[derive(Debug)]
struct Row {
    /// The number of the heading that it stands under.
    section: Option<usize>,
    /// What the code calls it, where it has a name.
    id: Option<String>,
    point: String,
    screens: Vec<String>,
    shown_by: Vec<String>,
    met_by: Vec<String>,
}

/// The rows of every table in a text of Markdown, or the line that is none.
fn rows(text: &str) -> Result<Vec<Row>, String> {
    let (mut section, mut found) = (None, Vec::new());
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading.split(' ').next().and_then(|number| number.parse().ok());
        }
        let Some(cells) = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')) else { continue };
        let cells: Vec<&str> = cells.split('|').map(str::trim).collect();
        let [id, point, screens, shown_by, met_by] = cells[..] else { return Err(format!("not five cells: {line}")) };
        if point == "Point" || point.starts_with("--") {
            continue;
        }
        found.push(Row {
            section,
            id: quoted(id, '`').pop(),
            point: point.to_owned(),
            screens: quoted(screens, '`'),
            shown_by: quoted(shown_by, '`'),
            met_by: [quoted(met_by, '`'), quoted(met_by, '"')].concat(),
        });
    }
    Ok(found)
}

/// What stands between pairs of a sign.
fn quoted(text: &str, sign: char) -> Vec<String> {
    text.split(sign).skip(1).step_by(2).map(str::to_owned).collect()
}

/// What the code calls every point, prompt and link, and the section that each belongs to.
fn named() -> BTreeMap<String, usize> {
    let points = PointId::ALL.iter().map(|point| (point.slug().to_owned(), point.section().number()));
    let prompts = IntroPrompt::MENTOR.iter().chain(&IntroPrompt::STUDENT);
    let prompts = prompts.map(|prompt| (prompt.field().to_owned(), Section::Meeting.number()));
    let links = (1..).zip(GuideLink::ALL).map(|(number, link)| {
        let section = match link {
            GuideLink::GoodStart => Section::Meeting,
            GuideLink::SupportForm | GuideLink::HelpCentre => Section::Helps,
            GuideLink::HowSessionsGo | GuideLink::Defences | GuideLink::Jury => Section::Programme,
            GuideLink::AdvisersPage | GuideLink::ManageSessions | GuideLink::ChangeMentor => Section::Organisation,
        };
        (format!("link-{number}"), section.number())
    });
    points.chain(prompts).chain(links).collect()
}

/// Whether a screen has that address, whatever record it names.
fn is_screen(address: &str, routes: &str) -> bool {
    let path = |address: &str| address.split('?').next().unwrap_or_default().to_owned();
    quoted(routes, '"').iter().any(|known| known.starts_with("#/") && path(known) == path(address))
}

/// `session::after::Todo`: whether that page has that component.
fn is_component(name: &str) -> bool {
    let Some((page, component)) = name.rsplit_once("::") else { return false };
    look_up(&format!("src/web/pages/{}.rs", page.replace("::", "/"))).is_some_and(|page| declares(&page, component))
}

/// `it::time::name`, `web::tabs::name`: whether that file has that test; anything else: whether a journey is told so.
fn is_met(name: &str, journeys: &str) -> bool {
    let mut parts: Vec<&str> = name.split("::").collect();
    if !matches!(parts.first(), Some(&("it" | "web"))) {
        return journeys.lines().any(|line| line.trim_start().starts_with(&format!("\"{name}\" in ")));
    }
    let Some(test) = parts.pop() else { return false };
    look_up(&format!("tests/{}.rs", parts.join("/"))).is_some_and(|file| is_test(&file, test))
}

/// Whether a source declares such a function.
fn declares(source: &str, name: &str) -> bool {
    source.lines().any(|line| line.split_once("fn ").is_some_and(|(_, rest)| starts_with_word(rest, name)))
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| rest.starts_with(['(', '<']))
}

/// Whether a source declares such a function and marks it as a test.
fn is_test(source: &str, name: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim_start).collect();
    lines.iter().enumerate().filter(|(_, line)| declares(line, name)).any(|(at, _)| {
        let mut marks = lines[..at].iter().rev().take_while(|line| line.starts_with("#["));
        marks.any(|mark| ["#[test]", "#[rstest]", "#[wasm_bindgen_test]"].contains(mark))
    })
}

/// What a table says that is not so.
fn faults(text: &str) -> Vec<String> {
    let rows = match rows(text) {
        Ok(rows) => rows,
        Err(fault) => return vec![fault],
    };
    let (named, routes, journeys) = (named(), read(ROUTES), read(JOURNEYS));
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for row in &rows {
        let mut fault = |what: String| found.push(format!("{}: {what}", row.point));
        if let Some(id) = &row.id {
            match named.get(id) {
                None => fault(format!("the code knows no {id}")),
                Some(section) if row.section != Some(*section) => fault(format!("{id} is in section {section}")),
                Some(_) => {
                    told.insert(id.clone());
                }
            }
        }
        for (what, names) in [("screen", &row.screens), ("component", &row.shown_by), ("test", &row.met_by)] {
            if names.is_empty() {
                fault(format!("no {what} is named"));
            }
        }
        for screen in row.screens.iter().filter(|screen| !is_screen(screen, &routes)) {
            fault(format!("no screen is at {screen}"));
        }
        for component in row.shown_by.iter().filter(|component| !is_component(component)) {
            fault(format!("no page has {component}"));
        }
        for test in row.met_by.iter().filter(|test| !is_met(test, &journeys)) {
            fault(format!("no test or journey is {test}"));
        }
    }
    found.extend(named.keys().filter(|id| !told.contains(*id)).map(|id| format!("{id} has no row")));
    found
}

#[test]
fn the_table_is_whole_and_true() {
    let found = faults(&read(TABLE));
    assert!(found.is_empty(), "{TABLE}\n{}", found.join("\n"));
}

#[test]
fn every_section_has_its_rows_and_a_student_s_own_page_none() {
    let text = read(TABLE);
    let rows = rows(&text).expect("a table");
    for section in Section::ALL {
        let count = rows.iter().filter(|row| row.section == Some(section.number())).count();
        assert!(count >= 4, "section {} has {count} rows", section.number());
    }
    assert!(!text.contains("/students/"));
    assert!(text.contains("left out"), "the link that is left out is spoken of");
}

#[test]
fn what_is_wrong_with_a_table_is_found() {
    let whole = read(TABLE);
    let row = |row: &str| faults(&format!("{whole}\n## 2 · Planted\n{row}\n"));
    let good = "| `support` | planted | `#/contacts` | `helps::HelpsMap` | `it::contacts::an_answer_is_kept_and_can_be_changed` |";
    assert_eq!(row(good), [""; 0]);
    for (part, planted) in [
        ("`support`", "`supports`"),
        ("`support`", "`jury`"),
        ("`#/contacts`", "`#/contact`"),
        ("`#/contacts`", ""),
        ("`helps::HelpsMap`", "`helps::Map`"),
        ("`helps::HelpsMap`", "`help::HelpsMap`"),
        ("an_answer_is_kept_and_can_be_changed", "an_answer_is_kept"),
        // A helper is not a test.
        ("an_answer_is_kept_and_can_be_changed", "id"),
        ("`it::contacts::an_answer_is_kept_and_can_be_changed`", "\"a journey that nobody walks\""),
        ("`it::contacts::an_answer_is_kept_and_can_be_changed`", "seen by eye"),
    ] {
        assert!(good.contains(part), "{part}");
        assert_eq!(row(&good.replace(part, planted)).len(), 1, "{planted}");
    }
    assert_eq!(row(&good.replace(" planted |", "")).len(), 1, "a row of four cells");
    let without: Vec<&str> = whole.lines().filter(|line| !line.starts_with("| `jury`")).collect();
    assert_eq!(faults(&without.join("\n")), ["jury has no row"]);
}
