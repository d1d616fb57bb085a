//! The commands of the README: `serve`, `build`, `test`, `size`, and the long runs `soak`, `torture`, `fuzz`.
//!
//! Everything a command needs beyond Rust is installed by the command itself, once per person and not per clone, and
//! every failure ends with the one command that mends it. Nothing here is part of the page.

mod browsers;
mod cache;
mod calendars;
mod dist;
mod failure;
mod fuzz;
mod html;
mod npm;
mod policy;
mod run;
mod serve;
mod server;
mod size;
mod soak;
mod split;
mod style;
mod suites;
mod tools;
mod torture;
mod wasm_opt;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use failure::{Failure, Result};

/// What `cargo xtask` alone prints.
const COMMANDS: &str = "\
Binôme: the commands

  cargo xtask serve   install what is missing, build the page, serve it on this machine, open a browser
                        --port <number>   the port to listen on (4180)
                        --no-open         do not open a browser
                        --dist-only       serve dist/ as it is, without building
  cargo xtask test    install what is missing, run everything: format, lints, native tests, tests in browsers, journeys
                        lint native calendar web e2e size   only these
  cargo xtask build   make dist/, a folder that any static host can serve
                        --dev             not optimised, for a quick look (serve takes it too)
  cargo xtask size    what a visitor downloads, against the budgets
  cargo xtask soak    random copies merged, undone and restored for as long as you like: nothing lost, no byte apart
                        --minutes <number>  for so long (5); --stories <number> for so many stories
                        --seed <number> --from <number>   the same again
  cargo xtask torture   browsers killed while somebody types, and two tabs that write at once: nothing lost
                        chromium firefox  only these
                        --kills <number>  how often each is killed (10)
                        --edits <number>  how many edits each tab makes (200)
                        --seed <number>   the same moments and words again
                        --dist-only       on dist/ as it is, without building
  cargo xtask fuzz    bytes that nobody would think of (needs a C++ compiler; installs cargo-fuzz)
                        file join projection   only these
                        --seconds <number>  for so long each (60)
  cargo xtask setup   only install what the other commands need
  cargo xtask style   only join style/ into one stylesheet (a plain `trunk build` calls it)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> Result<ExitCode> {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{COMMANDS}");
        return Ok(ExitCode::SUCCESS);
    };
    let root = root();
    match name.as_str() {
        "serve" => serve::command(&root, rest)?,
        "build" => {
            let dev = rest.iter().any(|word| word == "--dev");
            none_left(if dev { &rest[1..] } else { rest })?;
            dist::build_as(&root, if dev { dist::Profile::Dev } else { dist::Profile::Release })?;
        }
        "test" => return suites::command(&root, rest),
        "soak" => return soak::command(&root, rest),
        "torture" => return torture::command(&root, rest),
        "fuzz" => return fuzz::command(&root, rest),
        "size" => {
            none_left(rest)?;
            return size::command(&root);
        }
        "setup" => {
            none_left(rest)?;
            tools::page(&root)?;
            tools::geckodriver(&root)?;
            browsers::find_or_install(&root)?;
            calendars::parsers(&root)?;
        }
        "style" => {
            none_left(rest)?;
            style::generate(&root)?;
        }
        "help" | "--help" | "-h" => print!("{COMMANDS}"),
        other => return Err(Failure::new(format!("There is no command `{other}`.")).mend("cargo xtask")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Refuses arguments that a command would otherwise silently ignore.
fn none_left(rest: &[String]) -> Result<()> {
    match rest.first() {
        Some(extra) => Err(Failure::new(format!("`{extra}` means nothing here.")).mend("cargo xtask")),
        None => Ok(()),
    }
}

/// The folder of the workspace, wherever the command was typed from. Asked when running and not when compiling: several
/// clones may share one target folder, and with it this very program.
fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    own.parent().map_or_else(|| own.clone(), Path::to_path_buf)
}
