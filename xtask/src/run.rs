//! Running other programs: quietly, with a sign of life on long steps, keeping what they said for when they fail.

use std::fs::{self, File};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Result};

/// How often a terminal's line is refreshed.
const TICK: Duration = Duration::from_millis(200);
/// How often a log, which cannot be refreshed, gets a line.
const LOG_TICK: Duration = Duration::from_secs(30);

/// What a program did.
pub struct Done {
    /// How it ended.
    pub status: ExitStatus,
    /// Both its streams, in the order written.
    pub said: String,
    /// How long it took.
    pub took: Duration,
    /// Where `said` is kept.
    pub log: PathBuf,
}

impl Done {
    /// The last lines of what it said.
    pub fn tail(&self, lines: usize) -> String {
        let all: Vec<&str> = self.said.lines().collect();
        all[all.len().saturating_sub(lines)..].join("\n")
    }
}

/// Runs a program to its end, showing `title` and the time gone by meanwhile.
pub fn quietly(root: &Path, title: &str, command: &mut Command) -> Result<Done> {
    let log = log_file(root, title)?;
    let file = File::create(&log).map_err(|error| Failure::file("Cannot write", &log, &error))?;
    let copy = file.try_clone().map_err(|error| Failure::file("Cannot write", &log, &error))?;
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(copy)
        .spawn()
        .map_err(|error| Failure::new(format!("Cannot start {}: {error}.", program(command))))?;
    let mut sign = Sign::new(title);
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) => {
                thread::sleep(TICK);
                sign.of_life(start.elapsed(), &log);
            }
            Err(error) => return Err(Failure::new(format!("Lost {}: {error}.", program(command)))),
        }
    };
    sign.clear();
    let bytes = fs::read(&log).map_err(|error| Failure::file("Cannot read", &log, &error))?;
    Ok(Done { status, said: String::from_utf8_lossy(&bytes).into_owned(), took: start.elapsed(), log })
}

/// Runs a program that must succeed, and shows the end of what it said if it does not.
pub fn step(root: &Path, title: &str, command: &mut Command) -> Result<Done> {
    let done = quietly(root, title, command)?;
    if done.status.success() {
        println!("  {title} · {}", duration(done.took));
        Ok(done)
    } else {
        eprintln!("{}", done.tail(60));
        Err(Failure::new(format!("{title}: failed after {}. All it said: {}", duration(done.took), done.log.display())))
    }
}

/// What a program prints, trimmed, if it starts and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program of that name is on the path.
pub fn which(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths)
        .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}

/// `4 s` or `3 min 07 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// The folder for what commands make besides `dist/`; never committed.
pub fn generated(root: &Path) -> PathBuf {
    root.join("target").join("generated")
}

fn log_file(root: &Path, title: &str) -> Result<PathBuf> {
    let folder = generated(root).join("logs");
    fs::create_dir_all(&folder).map_err(|error| Failure::file("Cannot make", &folder, &error))?;
    let name: String =
        title.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    Ok(folder.join(format!("{name}.log")))
}

fn program(command: &Command) -> String {
    Path::new(command.get_program()).display().to_string()
}

/// The line that says a long step is still going on.
struct Sign<'a> {
    title: &'a str,
    terminal: bool,
    next: Duration,
}

impl<'a> Sign<'a> {
    fn new(title: &'a str) -> Self {
        Self { title, terminal: std::io::stdout().is_terminal(), next: LOG_TICK }
    }

    fn of_life(&mut self, elapsed: Duration, log: &Path) {
        if self.terminal {
            print!("\r\x1b[2K  {} … {}", self.title, duration(elapsed));
            let _ = std::io::stdout().flush();
        } else if elapsed >= self.next {
            self.next = elapsed + LOG_TICK;
            println!("  {} … {}{}", self.title, duration(elapsed), last_line(log));
        }
    }

    fn clear(&self) {
        if self.terminal {
            print!("\r\x1b[2K");
            let _ = std::io::stdout().flush();
        }
    }
}

/// The last line a program wrote, so that a log shows where a long step is.
fn last_line(log: &Path) -> String {
    let said = fs::read(log).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    said.lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .map(|line| format!(" ({})", line.chars().take(80).collect::<String>()))
        .unwrap_or_default()
}
