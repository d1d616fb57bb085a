//! The three browser engines: how each is started, and with which arguments.

use serde_json::{Value, json};
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::Fault;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's small browser, by WebKitWebDriver, on a virtual screen.
    WebKit,
}

impl Engine {
    /// All three, the fullest suite first.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The driver program: the one an environment variable names, else the one of the tools' folder, else the one on the path.
    pub fn driver(self, tools: &Path) -> PathBuf {
        let (variable, program) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        if let Some(named) = std::env::var_os(variable) {
            return named.into();
        }
        installed(&tools.join("tools"), program).unwrap_or_else(|| program.into())
    }

    /// The driver's arguments for a port of its own.
    pub fn driver_args(self, port: u16) -> Vec<String> {
        match self {
            Self::Chromium => vec![format!("--port={port}"), "--allowed-ips=127.0.0.1".into()],
            // A port for BiDi must be free too when two browsers run; 0 lets the system choose.
            Self::Firefox => {
                ["--port", &port.to_string(), "--websocket-port", "0", "--host", "127.0.0.1"].map(String::from).to_vec()
            }
            Self::WebKit => vec!["-p".into(), port.to_string()],
        }
    }

    /// The session's capabilities, for a profile folder, a language and a folder of downloads.
    pub fn capabilities(self, profile: &Path, language: &str, downloads: &Path) -> Result<Value, Fault> {
        Ok(match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                "goog:chromeOptions": {
                    "binary": program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?,
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-quic",
                        "--disable-background-networking", "--disable-component-update", "--window-size=1280,900",
                        // The accessibility tree's own roles and names, readable from script: what a screen reader is told.
                        "--enable-blink-features=ComputedAccessibilityInfo",
                        format!("--accept-lang={language}"), format!("--user-data-dir={}", profile.display()),
                    ],
                    "prefs": {
                        "download.default_directory": downloads, "download.prompt_for_download": false,
                        "intl.accept_languages": language,
                    },
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": program("FIREFOX", &["firefox-esr", "firefox"])?,
                    "args": ["-headless", "-profile", profile],
                    "prefs": {
                        "intl.accept_languages": language, "intl.locale.requested": language,
                        "browser.download.folderList": 2, "browser.download.dir": downloads,
                        "browser.download.useDownloadDir": true, "browser.download.alwaysOpenPanel": false,
                        "browser.helperApps.neverAsk.saveToDisk": "application/json,application/octet-stream,text/plain",
                        "devtools.console.stdout.content": true,
                        // Tab reaches links too, as on every system but one.
                        "accessibility.tabfocus": 7,
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] },
            }),
        })
    }

    /// Changes those capabilities so that the browser runs no WebAssembly.
    pub fn refuse_wasm(self, wanted: &mut serde_json::Map<String, Value>) -> Result<(), Fault> {
        match self {
            Self::Chromium => {
                let arguments = wanted["goog:chromeOptions"]["args"].as_array_mut().ok_or("no arguments")?;
                // Without its compilers V8 leaves WebAssembly out.
                arguments.push("--js-flags=--jitless".into());
            }
            Self::Firefox => wanted["moz:firefoxOptions"]["prefs"]["javascript.options.wasm"] = false.into(),
            Self::WebKit => return Err("WebKitGTK has no setting for it".into()),
        }
        Ok(())
    }

    /// How the browser's own command line names its profile: what tells its process from all others.
    pub fn profile_mark(self, profile: &Path) -> Vec<String> {
        match self {
            Self::Chromium => vec![format!("--user-data-dir={}", profile.display())],
            Self::Firefox => vec!["-profile".into(), profile.display().to_string()],
            Self::WebKit => Vec::new(),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl FromStr for Engine {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|engine| engine.to_string() == name)
            .ok_or_else(|| format!("unknown browser {name}: chromium, firefox or webkit"))
    }
}

/// `program` in `<folder>/<program>-<version>/bin`, the newest by name.
fn installed(folder: &Path, program: &str) -> Option<PathBuf> {
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{program}-"))))
        .map(|path| path.join("bin").join(program))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop()
}

fn program(variable: &str, names: &[&str]) -> Result<PathBuf, Fault> {
    if let Some(named) = std::env::var_os(variable) {
        return Ok(named.into());
    }
    let folders: Vec<_> =
        std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
        .ok_or_else(|| format!("none of {} is installed", names.join(", ")).into())
}

/// Debian keeps WebKitGTK's browser in the libraries' folder, other systems in libexec.
fn mini_browser() -> Result<PathBuf, Fault> {
    if let Some(named) = std::env::var_os("MINIBROWSER") {
        return Ok(named.into());
    }
    let architectures =
        std::fs::read_dir("/usr/lib").into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    architectures
        .chain(["/usr/lib".into(), "/usr/libexec".into(), "/usr/lib64".into()])
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
                .map(|version| folder.join(version).join("MiniBrowser"))
        })
        .find(|path| path.is_file())
        .ok_or_else(|| "WebKitGTK's MiniBrowser is not installed".into())
}
