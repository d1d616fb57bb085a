//! Packages of the npm registry that the tools need, in the cache: installed where Node is, once.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::cache;
use crate::failure::Result;
use crate::run;

/// Where the package is once it is installed.
pub fn place(name: &str, version: &str) -> Result<PathBuf> {
    Ok(cache::tool(name, version)?.join("node_modules").join(name))
}

/// Installs the package where that has not been done; `None` where there is no npm, or the registry cannot be reached.
pub fn package(root: &std::path::Path, name: &str, version: &str) -> Result<Option<PathBuf>> {
    let place = place(name, version)?;
    if place.is_dir() {
        return Ok(Some(place));
    }
    let Some(npm) = npm() else { return Ok(None) };
    let lock = cache::lock()?;
    if !place.is_dir() {
        let home = cache::tool(name, version)?;
        let arguments =
            ["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"];
        let title = format!("Installing {name} {version} (once)");
        let _ = fs::create_dir_all(&home);
        let mut command = Command::new(npm);
        command.current_dir(&home).args(arguments).arg(&home).arg(format!("{name}@{version}"));
        if run::step(root, &title, &mut command).is_err() {
            return Ok(None);
        }
    }
    drop(lock);
    Ok(place.is_dir().then_some(place))
}

/// On Windows npm is a script with another ending.
fn npm() -> Option<PathBuf> {
    if cfg!(windows) {
        let paths = std::env::var_os("PATH")?;
        std::env::split_paths(&paths).map(|folder| folder.join("npm.cmd")).find(|file| file.is_file())
    } else {
        run::which("npm")
    }
}
