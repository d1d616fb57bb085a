//! `cargo xtask fuzz`: bytes that nobody would think of, fed to what reads them.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::failure::{Failure, Result};
use crate::{run, tools};

/// What is fed, and the longest input.
const TARGETS: [(&str, u32); 5] =
    [("file", 65_536), ("join", 1_024), ("migration", 16_384), ("projection", 16_384), ("rows", 16_384)];

/// How long each target runs, unless it is said.
const SECONDS: u64 = 60;

/// Feeds the targets named, or all.
pub fn command(root: &Path, words: &[String]) -> Result<ExitCode> {
    let (mut seconds, mut named) = (SECONDS, Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if word == "--seconds" {
            let value = words.next().and_then(|value| value.parse().ok());
            seconds = value.ok_or_else(|| Failure::new("--seconds needs a whole number.").mend("cargo xtask fuzz"))?;
        } else if TARGETS.iter().any(|(target, _)| target == word) {
            named.push(word.as_str());
        } else {
            let known: Vec<&str> = TARGETS.iter().map(|(target, _)| *target).collect();
            return Err(Failure::new(format!("There is no target `{word}`, only {}.", known.join(", ")))
                .mend("cargo xtask fuzz"));
        }
    }
    // libFuzzer itself is C++, compiled along.
    if ["c++", "g++", "clang++"].iter().all(|compiler| run::which(compiler).is_none()) {
        return Err(Failure::new("The fuzzer needs a C++ compiler.").mend("sudo apt-get install -y g++"));
    }
    let folder = tools::cargo_fuzz(root)?;
    let mut is_whole = true;
    for (target, longest) in TARGETS.iter().filter(|(target, _)| named.is_empty() || named.contains(target)) {
        is_whole &= feed(root, &folder, target, *longest, seconds)?;
    }
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Feeds one target; whether it held.
fn feed(root: &Path, tools: &Path, target: &str, longest: u32, seconds: u64) -> Result<bool> {
    let made = run::generated(root).join("fuzz").join(target);
    let (corpus, crashes) = (made.join("corpus"), made.join("crashes"));
    for folder in [&corpus, &crashes] {
        fs::create_dir_all(folder).map_err(|error| Failure::file("Cannot make", folder, &error))?;
    }
    let mut path = vec![tools.to_path_buf()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let cargo_fuzz = |verb: &str| {
        let mut command = Command::new("cargo-fuzz");
        // Nothing here is unsafe, so there is nothing for sanitizers to find, and without them the stable compiler does.
        command
            .current_dir(root)
            .args(["fuzz", verb, "--sanitizer", "none", "--target-dir"])
            .arg(run::generated(root).join("fuzz").join("target"))
            .arg(target)
            .env("PATH", std::env::join_paths(&path).unwrap_or_default())
            // What failed says it all; the stack of the tool itself only hides it.
            .env("RUST_BACKTRACE", "0")
            .env_remove("CARGO_TARGET_DIR");
        command
    };
    run::step(root, &format!("Compiling the fuzzer of {target}"), &mut cargo_fuzz("build"))?;
    let mut feeding = cargo_fuzz("run");
    // What it finds goes to the first folder; the others only begin it, what once failed before all.
    feeding.arg(&corpus).arg(&crashes);
    let seeds = root.join("fuzz/seeds").join(target);
    // Stories of joins begin with nothing.
    if seeds.is_dir() {
        feeding.arg(seeds);
    }
    if target == "file" {
        feeding.arg(root.join("tests/it/fixtures"));
    }
    feeding
        .arg("--")
        .args([format!("-max_total_time={seconds}"), format!("-max_len={longest}")])
        .args(["-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1"])
        .arg(format!("-dict={}", root.join("fuzz/words.dict").display()))
        .arg(format!("-artifact_prefix={}/", crashes.display()));
    let done = run::quietly(root, &format!("Feeding {target}"), &mut feeding)?;
    let runs = last_after(&done.said, "stat::number_of_executed_units:").unwrap_or("no");
    let covered = last_after(&done.said, "cov:").unwrap_or("?");
    let held = done.status.success();
    let mark = if held { "ok    " } else { "FAILED" };
    println!("{mark} {target}: {runs} inputs, {covered} places of the code reached · {}", run::duration(done.took));
    if !held {
        println!(
            "\n{}\n\n  What it was fed is in {}\n  All it said: {}",
            done.tail(60),
            crashes.display(),
            done.log.display()
        );
    }
    Ok(held)
}

/// The word after the last `name`.
fn last_after<'a>(said: &'a str, name: &str) -> Option<&'a str> {
    said.rsplit_once(name)?.1.split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::last_after;

    #[test]
    fn figures_are_read_from_what_the_fuzzer_says() {
        let said = "#2 INITED cov: 10 ft: 12\n#9 DONE   cov: 14 ft: 20\nstat::number_of_executed_units: 123\n";
        assert_eq!(last_after(said, "cov:"), Some("14"));
        assert_eq!(last_after(said, "stat::number_of_executed_units:"), Some("123"));
        assert_eq!(last_after(said, "none"), None);
    }
}
