//! `cargo xtask torture`: real browsers killed while somebody types, and two tabs that write at once.

use std::path::Path;
use std::process::{Command, ExitCode};

use crate::failure::{Failure, Result};
use crate::{browsers, cache, dist, run, suites, tools};

/// Builds the page and hands the rest of the words to the journeys' program.
pub fn command(root: &Path, words: &[String]) -> Result<ExitCode> {
    let named = |word: &str| words.iter().any(|other| other == word);
    let browsers = browsers::find_or_install(root)?;
    let geckodriver = match browsers.firefox {
        Some(_) => Some(tools::geckodriver(root)?),
        None => None,
    };
    let page = if named("--dist-only") { root.join("dist") } else { dist::build(root)? };
    if !page.join("index.html").is_file() {
        return Err(Failure::new("There is no page in dist/.").mend("cargo xtask torture"));
    }
    let mut compile = Command::new("cargo");
    compile.current_dir(root).args(["build", "--locked", "--package", "e2e"]);
    run::step(root, "Compiling the torture", &mut compile)?;
    let mut is_whole = true;
    for engine in suites::engines(&browsers, geckodriver.as_deref()) {
        let is_asked_for = named(engine.word) || !(named("chromium") || named("firefox"));
        // WebKitGTK's driver names no process that could be killed whole.
        if !is_asked_for || engine.word == "webkit" {
            continue;
        }
        let Some(programs) = engine.programs else {
            println!("{}: not run, it or its driver is not installed", engine.name);
            is_whole &= !named(engine.word);
            continue;
        };
        let options = words.iter().filter(|word| !matches!(word.as_str(), "--dist-only" | "chromium" | "firefox"));
        let status = Command::new("cargo")
            .current_dir(root)
            .args(["run", "-q", "--locked", "--package", "e2e", "--", "--torture", "--browser", engine.word, "--dist"])
            .arg(&page)
            .arg("--tools")
            .arg(cache::folder()?)
            .args(options)
            .envs(programs)
            .status()
            .map_err(|error| Failure::new(format!("Cannot start cargo: {error}.")))?;
        is_whole &= status.success();
    }
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
