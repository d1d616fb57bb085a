//! `cargo xtask soak`: the property tests of the record for as long as one likes.

use std::path::Path;
use std::process::{Command, ExitCode};

use crate::failure::{Failure, Result};

/// Runs `tests/soak` with the words given, its figures on screen as they come.
pub fn command(root: &Path, words: &[String]) -> Result<ExitCode> {
    let status = Command::new("cargo")
        .current_dir(root)
        .args(["test", "-q", "--locked", "--profile", "soak", "--test", "soak", "--"])
        .args(words)
        .status()
        .map_err(|error| Failure::new(format!("Cannot start cargo: {error}.")))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
