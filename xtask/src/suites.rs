//! `cargo xtask test`: every suite, one line each, and the count of all at the end.

mod counts;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::browsers::{self, Browsers};
use crate::failure::{Failure, Result};
use crate::run::{self, Done};
use crate::{cache, calendars, dist, npm, size, tools};
use counts::Counts;

/// The version of axe-core that looks for what keeps people out.
const AXE: &str = "4.14.1";
/// The names that select suites.
const GROUPS: [&str; 6] = ["lint", "native", "calendar", "web", "e2e", "size"];

/// Runs the suites of the groups named, or all.
pub fn command(root: &Path, groups: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = groups.iter().find(|group| !GROUPS.contains(&group.as_str())) {
        return Err(Failure::new(format!("There are no tests called `{unknown}`, only {}.", GROUPS.join(", ")))
            .mend("cargo xtask test"));
    }
    let wants = |group: &str| groups.is_empty() || groups.iter().any(|named| named == group);
    let started = Instant::now();
    let mut report = Report { root, total: Counts::default() };

    // Whatever has to be installed comes first: a missing password is better known now than in half an hour.
    let browsers = if wants("web") || wants("e2e") { Some(browsers::find_or_install(root)?) } else { None };
    let parsers = if wants("calendar") { calendars::parsers(root)? } else { None };
    tools::target(root)?;
    if wants("lint") {
        lints(&mut report)?;
    }
    if wants("native") {
        report.suite(
            "native",
            "native tests",
            cargo(root).args(["test", "--workspace", "--locked"]),
            counts::of_libtest,
        )?;
    }
    if wants("calendar") {
        imported(&mut report, parsers)?;
    }
    if let Some(browsers) = &browsers {
        let geckodriver = match browsers.firefox {
            Some(_) => Some(tools::geckodriver(root)?),
            None => None,
        };
        if wants("web") {
            in_browsers(&mut report, browsers, geckodriver.as_deref())?;
        }
        if wants("e2e") {
            journeys(&mut report, browsers, geckodriver.as_deref())?;
        }
    }
    if wants("size") {
        weight(&mut report, wants("e2e"))?;
    }
    println!("\nAll of it took {}.", run::duration(started.elapsed()));
    println!("{} passed, {} failed", report.total.passed, report.total.failed);
    Ok(if report.total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What has been run so far.
struct Report<'a> {
    root: &'a Path,
    total: Counts,
}

impl Report<'_> {
    /// Prints a suite's line and counts it.
    fn line(&mut self, name: &str, counts: Counts, took: Duration) {
        let mark = if counts.failed == 0 { "ok    " } else { "FAILED" };
        let skipped = if counts.ignored == 0 { String::new() } else { format!(", {} ignored", counts.ignored) };
        let time = run::duration(took);
        println!("{mark} {name}: {} passed, {} failed{skipped} · {time}", counts.passed, counts.failed);
        self.total += counts;
    }

    /// Runs a program that is a suite, and reads its counts from what it says.
    fn suite(&mut self, group: &str, name: &str, command: &mut Command, read: fn(&str) -> Counts) -> Result<bool> {
        let done = run::quietly(self.root, name, command)?;
        let mut counts = read(&done.said);
        // A suite that did not get as far as counting, or that ran nothing, has not passed.
        if counts.failed == 0 && (!done.status.success() || counts.passed == 0) {
            counts.failed = 1;
        }
        self.line(name, counts, done.took);
        if counts.failed > 0 {
            explain(&done, group);
        }
        Ok(counts.failed == 0)
    }

    /// Runs a program that either agrees or does not.
    fn check(&mut self, name: &str, command: &mut Command) -> Result<()> {
        let done = run::quietly(self.root, name, command)?;
        let counts = Counts::one(done.status.success());
        self.line(name, counts, done.took);
        if counts.failed > 0 {
            explain(&done, "lint");
        }
        Ok(())
    }

    /// A suite that this system cannot run. Said, and on a build machine counted as failing.
    fn left_out(&mut self, name: &str, why: &str) {
        if std::env::var_os("CI").is_some() {
            self.line(name, Counts::one(false), Duration::ZERO);
        }
        println!("       {name}: not run, {why}");
    }
}

/// What a failing suite said, and how to run it again.
fn explain(done: &Done, group: &str) {
    println!("\n{}\n", done.tail(150));
    println!("  All it said: {}", done.log.display());
    println!("  To run it again:  cargo xtask test {group}\n");
}

fn cargo(root: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root);
    command
}

fn lints(report: &mut Report) -> Result<()> {
    let root = report.root;
    report.check("format", cargo(root).args(["fmt", "--all", "--check"]))?;
    let deny = ["--", "-D", "warnings"];
    let native = ["clippy", "--workspace", "--all-targets", "--locked"];
    report.check("lints, native", cargo(root).args(native).args(deny))?;
    let web = ["clippy", "--locked", "--target", tools::WASM, "--features", "web", "--lib", "--bins", "--test", "web"];
    report.check("lints, web", cargo(root).args(web).args(deny))
}

/// The calendar files, imported again and again by parsers that other people wrote.
fn imported(report: &mut Report, parsers: Option<[(&'static str, OsString); 3]>) -> Result<()> {
    let Some(parsers) = parsers else {
        report.left_out("calendar files", "Python or Node is not installed, or their registries cannot be reached");
        return Ok(());
    };
    let mut command = cargo(report.root);
    command.args(["run", "-q", "--locked", "--package", "calendars", "--"]);
    for (name, place) in parsers {
        command.arg(name).arg(place);
    }
    report.suite("calendar", "calendar files", &mut command, counts::of_journeys)?;
    Ok(())
}

/// The arguments that compile the in-browser tests. Never `-q`: the runner refuses it.
const WEB_TESTS: [&str; 8] = ["test", "--locked", "--target", tools::WASM, "--features", "web", "--test", "web"];

fn in_browsers(report: &mut Report, browsers: &Browsers, geckodriver: Option<&Path>) -> Result<()> {
    let root = report.root;
    let runner = tools::bindings(root)?.join("wasm-bindgen-test-runner");
    let mut compile = cargo(root);
    compile.args(WEB_TESTS).arg("--no-run");
    let compiled = run::quietly(root, "compiling the tests in browsers", &mut compile)?;
    if !compiled.status.success() {
        report.line("tests in browsers", Counts::one(false), compiled.took);
        explain(&compiled, "web");
        return Ok(());
    }
    let command = |variable: &str, driver: &Path, session: &str, file: &str| -> Result<Command> {
        let path = run::generated(root).join(file);
        fs::write(&path, session).map_err(|error| Failure::file("Cannot write", &path, &error))?;
        let mut command = cargo(root);
        // The runner takes the first driver it hears of: only one may be named.
        for other in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
            command.env_remove(other).env_remove(format!("{other}_REMOTE"));
        }
        command
            .args(WEB_TESTS)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &path)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
            // The failing assertion says it all; the stack of the runner itself only hides it.
            .env("RUST_BACKTRACE", "0")
            .env(variable, driver);
        Ok(command)
    };
    if let Some((chromium, driver)) = &browsers.chromium {
        let session = chromium_session(chromium);
        let mut command = command("CHROMEDRIVER", driver, &session, "webdriver-chromium.json")?;
        report.suite("web", "tests in Chromium", &mut command, counts::of_libtest)?;
    } else {
        report.left_out("tests in Chromium", "Chromium or its driver is not installed");
    }
    if let (Some(firefox), Some(driver)) = (&browsers.firefox, geckodriver) {
        let session = firefox_session(firefox);
        let mut command = command("GECKODRIVER", driver, &session, "webdriver-firefox.json")?;
        report.suite("web", "tests in Firefox", &mut command, counts::of_libtest)?;
    } else {
        report.left_out("tests in Firefox", "Firefox is not installed");
    }
    Ok(())
}

/// The session of Chromium: no screen, no sandbox (there is none inside containers), no noise of its own.
fn chromium_session(program: &Path) -> String {
    let quiet = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
    ];
    let arguments: Vec<String> = quiet.iter().map(|argument| format!("{argument:?}")).collect();
    let program = program.display().to_string();
    format!("{{\"goog:chromeOptions\": {{\"binary\": {program:?}, \"args\": [{}]}}}}", arguments.join(", "))
}

fn firefox_session(program: &Path) -> String {
    let program = program.display().to_string();
    format!("{{\"moz:firefoxOptions\": {{\"binary\": {program:?}, \"args\": [\"-headless\"]}}}}")
}

/// The journeys, on the page as visitors get it.
fn journeys(report: &mut Report, browsers: &Browsers, geckodriver: Option<&Path>) -> Result<()> {
    let root = report.root;
    let built = match dist::build(root) {
        Ok(built) => built,
        Err(failure) => {
            println!("{failure}");
            report.line("the page", Counts::one(false), Duration::ZERO);
            return Ok(());
        }
    };
    let mut compile = cargo(root);
    compile.args(["build", "--locked", "--package", "e2e"]);
    let compiled = run::quietly(root, "compiling the journeys", &mut compile)?;
    if !compiled.status.success() {
        report.line("journeys", Counts::one(false), compiled.took);
        explain(&compiled, "e2e");
        return Ok(());
    }
    // Without it the journey that uses it fails and says so: what was not checked must not look checked.
    let axe = npm::package(root, "axe-core", AXE)?.map(|place| ("BINOME_AXE", place.join("axe.min.js")));
    for engine in engines(browsers, geckodriver) {
        let title = format!("journeys in {}", engine.name);
        let Some(programs) = engine.programs else {
            report.left_out(&title, &format!("{} or its driver is not installed", engine.name));
            continue;
        };
        let mut command = cargo(root);
        command
            .args(["run", "-q", "--locked", "--package", "e2e", "--", "--browser", engine.word, "--dist"])
            .arg(&built)
            .arg("--tools")
            .arg(cache::folder()?)
            .envs(programs)
            .envs(axe.clone());
        report.suite("e2e", &title, &mut command, counts::of_journeys)?;
    }
    Ok(())
}

/// A browser of the journeys.
pub struct Engine {
    /// As people know it.
    pub name: &'static str,
    /// What the journeys call it.
    pub word: &'static str,
    /// Its program and its driver, under the variables that the journeys read; nothing where they are missing.
    pub programs: Option<Vec<(&'static str, OsString)>>,
}

/// The browsers of the journeys, with what they need.
pub fn engines(browsers: &Browsers, geckodriver: Option<&Path>) -> [Engine; 3] {
    let chromium = browsers.chromium.as_ref();
    let chromium =
        chromium.map(|(program, driver)| vec![("CHROMIUM", program.into()), ("CHROMEDRIVER", driver.into())]);
    let firefox = browsers.firefox.as_ref().zip(geckodriver);
    let firefox = firefox.map(|(program, driver)| vec![("FIREFOX", program.into()), ("GECKODRIVER", driver.into())]);
    let webkit = browsers.webkit.as_ref().map(|driver| vec![("WEBKITDRIVER", driver.into())]);
    [
        Engine { name: "Chromium", word: "chromium", programs: chromium },
        Engine { name: "Firefox", word: "firefox", programs: firefox },
        Engine { name: "WebKit", word: "webkit", programs: webkit },
    ]
}

/// The budgets, on the page that the journeys used or on a new one.
fn weight(report: &mut Report, built: bool) -> Result<()> {
    let started = Instant::now();
    let folder: PathBuf = report.root.join("dist");
    if !built {
        dist::build(report.root)?;
    }
    if !folder.join("index.html").is_file() {
        report.line("budgets", Counts::one(false), started.elapsed());
        return Ok(());
    }
    let sizes = size::of(&folder)?;
    let (passed, failed) = sizes.verdict();
    report.line("budgets", Counts { passed, failed, ignored: 0 }, started.elapsed());
    if failed > 0 {
        println!("{}", sizes.table());
    }
    Ok(())
}
