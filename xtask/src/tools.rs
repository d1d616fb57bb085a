//! The programs that builds and tests need beyond Rust: used where they are, installed where they are missing.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache;
use crate::failure::{Failure, Result};
use crate::run;

/// The bundler. 0.22 wants a newer compiler than the pinned one.
const TRUNK: Tool = Tool { package: "trunk", program: "trunk", version: "0.21.14", features: "" };
/// What cuts the page into parts.
const SPLITTER: Tool =
    Tool { package: "wasm_split_cli_support", program: "wasm-split-cli", version: "0.2.4", features: "build-binary" };
/// The WebDriver of Firefox.
const GECKODRIVER: Tool = Tool { package: "geckodriver", program: "geckodriver", version: "0.37.1", features: "" };
/// The fuzzer's driver.
const CARGO_FUZZ: Tool = Tool { package: "cargo-fuzz", program: "cargo-fuzz", version: "0.13.2", features: "" };
/// The target the page is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A program that cargo can install.
struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    features: &'a str,
}

/// The folders of what a build needs.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// The path for a child process: these tools first.
    pub fn path(&self) -> OsString {
        let old = std::env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(std::env::split_paths(&old));
        std::env::join_paths(all).unwrap_or(old)
    }
}

/// What building the page needs: the target, the bundler, the bindings' generator of exactly the locked version.
pub fn page(root: &Path) -> Result<Tools> {
    target(root)?;
    Ok(Tools { folders: vec![folder_of(root, &TRUNK)?, bindings(root)?] })
}

/// The folder of the bindings' generator, where the runner of in-browser tests is too.
pub fn bindings(root: &Path) -> Result<PathBuf> {
    let version = locked_version(root, "wasm-bindgen")?;
    folder_of(root, &Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: &version, features: "" })
}

/// The program that cuts the page into parts.
pub fn splitter(root: &Path) -> Result<PathBuf> {
    Ok(folder_of(root, &SPLITTER)?.join(executable(SPLITTER.program)))
}

/// The driver of Firefox.
pub fn geckodriver(root: &Path) -> Result<PathBuf> {
    Ok(folder_of(root, &GECKODRIVER)?.join(executable("geckodriver")))
}

/// The folder of the fuzzer's driver.
pub fn cargo_fuzz(root: &Path) -> Result<PathBuf> {
    folder_of(root, &CARGO_FUZZ)
}

/// Adds the WebAssembly target to the pinned toolchain if it is not there.
pub fn target(root: &Path) -> Result<()> {
    let has = || {
        run::output(Command::new("rustc").current_dir(root).args(["--print", "sysroot"]))
            .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib").is_dir())
    };
    if has() {
        return Ok(());
    }
    let mend = format!("rustup target add {WASM}");
    run::step(
        root,
        "Adding the WebAssembly target",
        Command::new("rustup").current_dir(root).args(["target", "add", WASM]),
    )
    .map_err(|failure| Failure::new(failure.to_string()).mend(&mend))?;
    Ok(())
}

/// The folder that has a tool, which is installed if it is nowhere.
fn folder_of(root: &Path, tool: &Tool) -> Result<PathBuf> {
    // Whoever has the exact version already need not wait for another.
    if let Some(found) = run::which(tool.program)
        && is_version(&found, tool.version)
        && let Some(folder) = found.parent()
    {
        return Ok(folder.to_path_buf());
    }
    let home = cache::tool(tool.package, tool.version)?;
    let folder = home.join("bin");
    let program = folder.join(executable(tool.program));
    if program.is_file() {
        return Ok(folder);
    }
    let lock = cache::lock()?;
    if !program.is_file() {
        install(root, tool, &home)?;
    }
    drop(lock);
    Ok(folder)
}

/// Compiles and installs one tool. The flags trade a little of its speed for half of the wait.
fn install(root: &Path, tool: &Tool, home: &Path) -> Result<()> {
    let title = format!("Installing {} {} (once, a few minutes)", tool.package, tool.version);
    let build = cache::folder()?.join("build");
    let mut command = Command::new("cargo");
    command
        .current_dir(root)
        .args(["install", "--locked", "--version", tool.version, "--root"])
        .arg(home)
        .arg(tool.package)
        .args((!tool.features.is_empty()).then(|| format!("--features={}", tool.features)))
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("CARGO_BUILD_TARGET");
    let mend = format!("cargo install --locked {} --version {}", tool.package, tool.version);
    run::step(root, &title, &mut command).map_err(|failure| Failure::new(failure.to_string()).mend(mend))?;
    // Hundreds of megabytes that nothing reads again. What a failed installation compiled is kept for the next try.
    let _ = fs::remove_dir_all(build);
    Ok(())
}

/// The version of a package in the lock file.
fn locked_version(root: &Path, package: &str) -> Result<String> {
    let path = root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| Failure::file("Cannot read", &path, &error))?;
    version_in(&lock, package)
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock has no {package}.")).mend("git checkout Cargo.lock"))
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn is_version(program: &Path, version: &str) -> bool {
    run::output(Command::new(program).arg("--version"))
        .is_some_and(|said| said.split_whitespace().any(|word| word == version))
}

/// A program's file name on this system.
pub fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_version_is_that_of_the_package_and_not_of_a_namesake() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.128"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
