//! `cargo xtask serve`: from a fresh clone to the page in a browser.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::dist::{self, Profile};
use crate::failure::{Failure, Result};
use crate::server;

/// Always the same one: a browser keeps what people write per address, port included.
const PORT: u16 = 4180;

struct Options {
    port: u16,
    open: bool,
    build: Option<Profile>,
}

/// Builds, serves and opens the page.
pub fn command(root: &Path, arguments: &[String]) -> Result<()> {
    let options = options(arguments)?;
    // Before the build, so that a taken port is known now and not in four minutes.
    let listener = TcpListener::bind(("127.0.0.1", options.port)).map_err(|error| {
        let other = if options.port == PORT { PORT + 1 } else { PORT };
        Failure::new(format!(
            "Cannot listen on port {}: {error}. Perhaps the page is served there already. Another port is another address, \
             and what was written at the first is not shown at the second.",
            options.port
        ))
        .mend(format!("cargo xtask serve --port {other}"))
    })?;
    let port = listener.local_addr().map_or(options.port, |address| address.port());
    let folder = match options.build {
        Some(profile) => dist::build_as(root, profile)?,
        None => root.join("dist"),
    };
    if !folder.join("index.html").is_file() {
        return Err(Failure::new("There is no dist/ to serve.").mend("cargo xtask serve"));
    }
    let address = format!("http://127.0.0.1:{port}/");
    println!("\nBinôme is at  {address}\nCtrl+C stops it. What you write stays in your browser.");
    if options.open {
        open(&address);
    }
    server::run(&listener, &folder);
    Ok(())
}

fn options(arguments: &[String]) -> Result<Options> {
    let mut options = Options { port: PORT, open: true, build: Some(Profile::Release) };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--port" => {
                options.port = arguments
                    .next()
                    .and_then(|port| port.parse().ok())
                    .ok_or_else(|| Failure::new("--port takes a number.").mend("cargo xtask serve --port 4181"))?;
            }
            "--no-open" => options.open = false,
            "--dist-only" => options.build = None,
            "--dev" => options.build = Some(Profile::Dev),
            other => return Err(Failure::new(format!("`{other}` means nothing here.")).mend("cargo xtask")),
        }
    }
    Ok(options)
}

/// Opens a browser where there is somebody to look at it. Never fails: the address is printed.
fn open(address: &str) {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("CI") {
        return;
    }
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", "", address]);
        command
    } else if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg(address);
        command
    } else if set("DISPLAY") || set("WAYLAND_DISPLAY") {
        let mut command = Command::new("xdg-open");
        command.arg(address);
        command
    } else {
        return;
    };
    let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(test)]
mod tests {
    use super::{PORT, options};

    fn read(words: &str) -> Option<(u16, bool, bool)> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        options(&words).ok().map(|options| (options.port, options.open, options.build.is_some()))
    }

    #[test]
    fn options_are_read_or_refused() {
        assert_eq!(read(""), Some((PORT, true, true)));
        assert_eq!(read("--port 0 --no-open --dist-only"), Some((0, false, false)));
        assert_eq!(read("--port"), None);
        assert_eq!(read("--port 70000"), None);
        assert_eq!(read("--prot 80"), None);
    }
}
