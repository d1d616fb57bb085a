//! The calendar files, imported again and again by two parsers that other people wrote: Python's `icalendar` and Thunderbird's
//! `ical.js`. Each keeps a store by UID and SEQUENCE, as calendars do.
//!
//! `calendars --python <python with icalendar> --node <node> --ical <ical.js>`; the last line is `N passed, N failed`.

#[path = "../../it/support/plain.rs"]
mod plain;
mod story;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use binome::i18n::{Locale, visible};
use serde::Deserialize;

use story::Record;

/// What a calendar keeps of an event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Kept {
    sequence: u32,
    stamp: String,
    start: String,
    end: Option<String>,
    title: String,
    body: String,
    status: String,
    alarms: Vec<i64>,
}

/// A calendar's events by UID.
type Calendar = BTreeMap<String, Kept>;

/// A program that imports files.
struct Reader {
    name: &'static str,
    program: PathBuf,
    arguments: Vec<PathBuf>,
}

impl Reader {
    /// The calendar after each of the files was imported into it.
    fn import(&self, files: &[&Path]) -> Result<Vec<Calendar>, Box<dyn Error>> {
        let output = Command::new(&self.program).args(&self.arguments).args(files).output()?;
        if !output.status.success() {
            return Err(format!("{}: {}", self.name, String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(String::from_utf8(output.stdout)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
    }
}

/// What is checked, counted.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    fn check(&mut self, what: &str, holds: bool, otherwise: impl FnOnce() -> String) {
        if holds {
            self.passed += 1;
            println!("  ok     {what}");
        } else {
            self.failed += 1;
            println!("  FAILED {what}: {}", otherwise());
        }
    }
}

fn main() -> ExitCode {
    let mut tally = Tally::default();
    if let Err(error) = run(&mut tally) {
        tally.check("the files are read", false, || error.to_string());
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(tally: &mut Tally) -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("readers");
    let python = Reader { name: "icalendar", program: argument("--python")?, arguments: vec![here.join("reader.py")] };
    let arguments = vec![here.join("reader.mjs"), argument("--ical")?];
    let node = Reader { name: "ical.js", program: argument("--node")?, arguments };
    for (locale, language) in [(Locale::Fr, "fr"), (Locale::En, "en")] {
        let mut record = Record::begin();
        story::first(&mut record);
        let first = kept(language, "first", &record.file(locale))?;
        story::second(&mut record);
        let second = kept(language, "second", &record.file(locale))?;
        let files = [&first, &first, &second, &second, &first].map(PathBuf::as_path);
        let mut last = None;
        for reader in [&python, &node] {
            let stages = reader.import(&files)?;
            let name = format!("{language}, {}", reader.name);
            if let [once, twice, changed, again, stale] = stages.as_slice() {
                twice_is_once(tally, &name, once, twice);
                first_values(tally, &name, once);
                new_values(tally, &name, once, changed);
                tally.check(
                    &format!("{name}: the second file imported again changes nothing"),
                    again == changed,
                    || format!("{again:?}"),
                );
                tally.check(&format!("{name}: the old file imported late changes nothing"), stale == changed, || {
                    format!("{stale:?}")
                });
            } else {
                tally.check(&format!("{name}: a calendar after each file"), false, || stages.len().to_string());
            }
            let same = last.as_ref().is_none_or(|last| *last == stages);
            tally
                .check(&format!("{name}: reads what the other parsers read"), same, || format!("{last:?}\n{stages:?}"));
            last = Some(stages);
        }
    }
    Ok(())
}

/// The value after an argument.
fn argument(name: &str) -> Result<PathBuf, String> {
    let mut arguments = std::env::args_os().skip_while(|argument| argument != name);
    arguments.nth(1).map(PathBuf::from).ok_or_else(|| format!("{name} is missing"))
}

/// Writes a file where the readers find it.
fn kept(language: &str, name: &str, text: &str) -> Result<PathBuf, Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("binome-calendars-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{language}-{name}.ics"));
    fs::write(&path, text)?;
    Ok(path)
}

fn twice_is_once(tally: &mut Tally, name: &str, once: &Calendar, twice: &Calendar) {
    tally.check(&format!("{name}: the same file twice, the same {} events", once.len()), once == twice, || {
        format!("{} and {}", once.len(), twice.len())
    });
}

/// Four sessions with their last moments to cancel, one deposit, three goals.
fn first_values(tally: &mut Tally, name: &str, calendar: &Calendar) {
    tally.check(&format!("{name}: twelve events"), calendar.len() == 12, || format!("{:?}", calendar.keys()));
    let starts = [
        ("session-s1@binome", "2026-12-01T17:00:00Z", Some("2026-12-01T17:45:00Z")),
        ("cancel-s1@binome", "2026-11-30T17:00:00Z", None),
        ("deposit-s3@binome", "2026-12-13T08:00:00Z", None),
        ("goal-g1@binome", "2026-12-01", Some("2026-12-02")),
        ("goal-g2@binome", "2026-12-31", Some("2027-01-01")),
        ("goal-g3@binome", "2028-02-29", Some("2028-03-01")),
    ];
    for (uid, start, end) in starts {
        let found = calendar.get(uid);
        let fits = found.is_some_and(|it| it.start == start && it.end.as_deref() == end && it.status == "CONFIRMED");
        tally.check(&format!("{name}: {uid} is at {start}"), fits, || format!("{found:?}"));
    }
    let title = |uid: &str| calendar.get(uid).map_or("", |event| event.title.as_str());
    let typed = title("goal-g1@binome").ends_with(&visible(story::HOSTILE))
        && title("session-s1@binome").contains(story::NAME_READ);
    tally.check(&format!("{name}: what was typed comes back, and is one event's"), typed, || {
        format!("{}, {}", title("goal-g1@binome"), title("session-s1@binome"))
    });
    let rings = |uid: &str, minutes: &[i64]| calendar.get(uid).is_some_and(|event| event.alarms == minutes);
    let all = rings("session-s1@binome", &[15])
        && rings("cancel-s1@binome", &[120])
        && rings("deposit-s3@binome", &[1440, 120])
        && rings("goal-g1@binome", &[900]);
    tally.check(&format!("{name}: what rings"), all, || format!("{calendar:?}"));
}

/// What changed is as it is now; what no longer stands is cancelled.
fn new_values(tally: &mut Tally, name: &str, before: &Calendar, after: &Calendar) {
    // The fifth session came with its last moment to cancel; nothing else is new.
    tally.check(&format!("{name}: two events more, none doubled"), after.len() == before.len() + 2, || {
        format!("{:?}", after.keys())
    });
    let moved = [
        ("session-s1@binome", "2026-12-02T16:30:00Z"),
        ("cancel-s1@binome", "2026-12-01T16:30:00Z"),
        ("session-s3@binome", "2026-12-15T08:00:00Z"),
        ("session-s5@binome", "2026-12-22T17:00:00Z"),
        ("goal-g1@binome", "2026-12-03"),
    ];
    for (uid, start) in moved {
        let found = after.get(uid);
        let fits = found.is_some_and(|it| it.start == start && it.status == "CONFIRMED");
        tally.check(&format!("{name}: {uid} is at {start} now"), fits, || format!("{found:?}"));
    }
    let gone = [
        ("session-s2@binome", "cancelled"),
        ("cancel-s2@binome", "cancelled"),
        ("deposit-s3@binome", "no defence any more"),
        ("session-s4@binome", "booked by mistake"),
        ("cancel-s4@binome", "booked by mistake"),
        ("goal-g2@binome", "without a day"),
        ("goal-g3@binome", "removed"),
    ];
    for (uid, why) in gone {
        let found = after.get(uid);
        let fits = found.is_some_and(|it| it.status == "CANCELLED" && it.alarms.is_empty());
        tally.check(&format!("{name}: {uid} is off, {why}"), fits, || format!("{found:?}"));
    }
    let grew = before.iter().all(|(uid, old)| after.get(uid).is_some_and(|new| new.sequence > old.sequence));
    tally.check(&format!("{name}: every sequence grew"), grew, || format!("{before:?}\n{after:?}"));
}
