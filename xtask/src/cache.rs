//! The folder that keeps the tools, one per person: a second clone finds them there and builds nothing again.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// The cache: `$BINOME_CACHE`, or the platform's folder for caches.
pub fn folder() -> Result<PathBuf> {
    if let Some(named) = set("BINOME_CACHE") {
        return Ok(named);
    }
    let platform = if cfg!(windows) {
        set("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join("Library").join("Caches")))
    } else {
        set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")))
    };
    platform.map(|folder| folder.join("binome")).ok_or_else(|| {
        Failure::new("No folder for the tools: neither a home folder nor BINOME_CACHE is set.")
            .mend("BINOME_CACHE=/some/folder cargo xtask …")
    })
}

/// The folder of one tool in one version.
pub fn tool(name: &str, version: &str) -> Result<PathBuf> {
    Ok(folder()?.join("tools").join(format!("{name}-{version}")))
}

/// Held while something is made that two runs must not make at once. Released when dropped, and by the system if the
/// process dies.
#[must_use]
pub struct Lock {
    _file: File,
}

/// Waits for any other installation to finish, then holds the lock: two runs do not install the same thing.
pub fn lock() -> Result<Lock> {
    lock_in(&folder()?, "Another run is installing tools")
}

/// Waits for whoever holds the lock of a folder, saying why, then holds it.
pub fn lock_in(folder: &Path, why: &str) -> Result<Lock> {
    fs::create_dir_all(folder).map_err(|error| Failure::file("Cannot make", folder, &error))?;
    let path = folder.join("lock");
    let file = File::create(&path).map_err(|error| Failure::file("Cannot write", &path, &error))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            println!("  {why}: waiting for it…");
            file.lock().map_err(|error| Failure::file("Cannot lock", &path, &error))?;
        }
        // Some network file systems have no locks. Doing it twice is slow, or fails with a reason.
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    Ok(Lock { _file: file })
}

fn set(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
