//! The command line of the journeys.

use std::path::PathBuf;

use crate::engine::Engine;
use crate::torture::Torture;

/// What `e2e --help` prints.
pub const USAGE: &str = "\
e2e --dist DIR [--tools CACHE] [--browser chromium|firefox|webkit]… [--only WORDS]… [--list] [--shots DIR]
    [--torture [--kills N] [--edits N] [--seed N]]
  --dist DIR      the built page to open
  --tools CACHE   the folder whose tools/geckodriver-*/bin holds geckodriver (default: the user's cache, binome)
  --browser NAME  only that browser; may be repeated (default: all three)
  --only WORDS    only journeys whose name has these words; may be repeated
  --list          print the journeys and stop
  --shots DIR     instead of the journeys, a picture of every screen at 360 and 1280 px, light and dark
  --torture       instead of the journeys, browsers killed while somebody types, and two tabs that write at once
  --kills N       how often each browser is killed (10)
  --edits N       how many edits each of the two tabs makes (200)
  --seed N        what moments and words are drawn from (by the clock)";

/// What was asked for.
#[derive(Debug, Default)]
pub struct Options {
    /// The built page.
    pub dist: PathBuf,
    /// Where geckodriver is installed.
    pub tools: PathBuf,
    /// The browsers to drive.
    pub engines: Vec<Engine>,
    /// Words of the journeys to run; empty: all of them.
    pub only: Vec<String>,
    /// Print the journeys and stop.
    pub list: bool,
    /// Take pictures into this folder.
    pub shots: Option<PathBuf>,
    /// Kill browsers.
    pub torture: Option<Torture>,
}

impl Options {
    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// What is wrong, in a sentence.
    pub fn read(args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self { tools: default_tools(), ..Self::default() };
        let mut args = args;
        let clock = std::time::UNIX_EPOCH.elapsed().map_or(1, |since| since.as_secs());
        let mut torture = Torture { kills: 10, edits: 200, seed: clock };
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value"));
            match arg.as_str() {
                "--dist" => options.dist = value()?.into(),
                "--tools" => options.tools = value()?.into(),
                "--browser" => options.engines.push(value()?.parse()?),
                "--only" => options.only.push(value()?.to_lowercase()),
                "--shots" => options.shots = Some(value()?.into()),
                "--list" => options.list = true,
                "--torture" => options.torture = Some(torture),
                "--kills" => torture.kills = number(&value()?)?,
                "--edits" => torture.edits = number(&value()?)?,
                "--seed" => torture.seed = number(&value()?)?,
                other => return Err(format!("unknown argument {other}\n{USAGE}")),
            }
        }
        options.torture = options.torture.map(|_| torture);
        if options.engines.is_empty() {
            options.engines = Engine::ALL.to_vec();
        }
        if !options.list && !options.dist.join("index.html").is_file() {
            return Err(format!(
                "--dist {}: no index.html there. `cargo xtask build` makes one.",
                options.dist.display()
            ));
        }
        Ok(options)
    }

    /// Whether a journey of that name was asked for.
    pub fn wants(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.only.is_empty() || self.only.iter().any(|words| name.contains(words))
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{text} is not a whole number"))
}

fn default_tools() -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    cache.or_else(home).unwrap_or_default().join("binome")
}
