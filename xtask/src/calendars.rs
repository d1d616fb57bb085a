//! The parsers that read the calendar files back: Python's and Thunderbird's, each at one version, in the cache.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::{browsers, cache, npm, run};

/// Python's parser, and what it needs, at exact versions.
const ICALENDAR: &str = "7.3.2";
const WITH: [&str; 2] = ["python-dateutil==4.0.0", "tzdata==2026.6"];
/// Thunderbird's.
const ICAL_JS: &str = "2.2.1";

/// The programs and files that the suite is told of; `None` where this system has no Python or no Node, or the registries cannot be
/// reached.
pub fn parsers(root: &Path) -> Result<Option<[(&'static str, OsString); 3]>> {
    let (Some(python), Some(package), Some(node)) =
        (python(root)?, npm::package(root, "ical.js", ICAL_JS)?, run::which("node"))
    else {
        return Ok(None);
    };
    let module = package.join("dist").join("ical.js");
    Ok(Some([("--python", python.into()), ("--node", node.into()), ("--ical", module.into())]))
}

/// A Python that has the parser: an environment of its own in the cache, so that nothing of the system's is touched.
fn python(root: &Path) -> Result<Option<PathBuf>> {
    let Some(system) = system_python(root)? else { return Ok(None) };
    let home = cache::tool("icalendar", ICALENDAR)?;
    let own = if cfg!(windows) { home.join("Scripts").join("python.exe") } else { home.join("bin").join("python") };
    let is_there = || {
        let asks = "import icalendar; print(icalendar.__version__)";
        own.is_file() && run::output(Command::new(&own).args(["-c", asks])).as_deref() == Some(ICALENDAR)
    };
    if is_there() {
        return Ok(Some(own));
    }
    let lock = cache::lock()?;
    if !is_there() {
        // What a failed installation left is begun anew.
        let _ = fs::remove_dir_all(&home);
        let mut environment = Command::new(&system);
        environment.args(["-m", "venv"]).arg(&home);
        let mut parser = Command::new(&own);
        parser
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"])
            .arg(format!("icalendar=={ICALENDAR}"))
            .args(WITH);
        let title = format!("Installing icalendar {ICALENDAR} (once)");
        run::step(root, "Making an environment for Python", &mut environment)?;
        if run::step(root, &title, &mut parser).is_err() {
            return Ok(None);
        }
    }
    drop(lock);
    Ok(is_there().then_some(own))
}

/// The system's Python, with what it takes to make an environment, which Debian keeps in a package apart.
fn system_python(root: &Path) -> Result<Option<PathBuf>> {
    let find = || ["python3", "python"].into_iter().find_map(run::which);
    let is_whole =
        |python: &PathBuf| run::output(Command::new(python).args(["-c", "import ensurepip, venv"])).is_some();
    let found = find().filter(is_whole);
    if found.is_some() || run::which("apt-get").is_none() {
        return Ok(found);
    }
    browsers::install(root, "packages of Python", &["python3", "python3-venv"])?;
    match find().filter(is_whole) {
        Some(python) => Ok(Some(python)),
        None => Err(Failure::new("Python was installed and still makes no environments.")
            .mend("sudo apt-get install --reinstall python3-venv")),
    }
}
