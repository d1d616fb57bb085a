//! A real browser on a profile kept on disk: opened, killed as a power cut would, opened again on what is left.

use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use thirtyfour::cdp::Cdp;
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::{Capabilities, WebDriver};
use tokio::process::{Child, Command};
use tokio::sync::Mutex;

use crate::Fault;
use crate::engine::Engine;
use crate::poll::until;
use crate::world::Stage;

/// One person's browser.
pub struct Browser {
    /// Whose, as failures name it.
    pub name: String,
    /// Which engine.
    pub engine: Engine,
    /// The address of the page.
    pub base: String,
    /// Where its downloads land.
    pub downloads: PathBuf,
    driver: PathBuf,
    profile: PathBuf,
    language: &'static str,
    display: Option<String>,
    live: Mutex<Option<Live>>,
    /// Whether it runs WebAssembly, the next time it starts.
    wasm: AtomicBool,
    /// Keys pressed so far.
    pub(crate) keys: AtomicUsize,
    /// What was done last, for failures.
    step: std::sync::Mutex<String>,
}

struct Live {
    driver: WebDriver,
    process: Child,
}

impl Browser {
    /// A browser named `name` on a new profile, for the page at `base`; not started yet.
    pub fn new(stage: &Stage, name: &str, base: String) -> Result<Self, Fault> {
        let own = |what: &str| -> Result<PathBuf, Fault> {
            let path = stage.folder.join(format!("{name}-{what}"));
            std::fs::create_dir_all(&path)?;
            Ok(path)
        };
        let (profile, downloads) = (own("profile")?, own("downloads")?);
        Ok(Self {
            name: name.to_owned(),
            engine: stage.engine,
            base,
            downloads,
            driver: stage.engine.driver(&stage.tools),
            profile,
            language: stage.locale.tag(),
            display: stage.display.clone(),
            live: Mutex::new(None),
            wasm: AtomicBool::new(true),
            keys: AtomicUsize::new(0),
            step: std::sync::Mutex::default(),
        })
    }

    /// Starts the browser on its profile. Each has a driver of its own: geckodriver and WebKitWebDriver hold one session only.
    pub async fn start(&self) -> Result<(), Fault> {
        let port = free_port().await?;
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.driver_log())?;
        let mut command = Command::new(&self.driver);
        if let Some(display) = &self.display {
            command.env("DISPLAY", display);
        }
        command
            .args(self.engine.driver_args(port))
            // One zone for all, so that the days on screen are the same everywhere.
            .env("TZ", "Europe/Paris")
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .kill_on_drop(true);
        let process = command.spawn().map_err(|fault| format!("{}: {fault}", self.driver.display()))?;
        // A killed Chromium leaves these behind; its driver would read the port of the dead one.
        for left in ["DevToolsActivePort", "SingletonLock", "SingletonSocket", "SingletonCookie"] {
            std::fs::remove_file(self.profile.join(left)).ok();
        }
        let address = format!("127.0.0.1:{port}");
        until("the driver listens", || async { Ok(tokio::net::TcpStream::connect(&address).await.ok()) }).await?;
        let Value::Object(mut wanted) = self.engine.capabilities(&self.profile, self.language, &self.downloads)? else {
            return Err("capabilities are an object".into());
        };
        if !self.wasm.load(Ordering::Relaxed) {
            self.engine.refuse_wasm(&mut wanted)?;
        }
        let driver = WebDriver::builder(format!("http://{address}"), Capabilities::from(wanted))
            // A page that does not answer for that long is stuck.
            .request_timeout(Duration::from_secs(95))
            .connect()
            .await?;
        driver.set_script_timeout(Duration::from_secs(90)).await?;
        *self.live.lock().await = Some(Live { driver, process });
        if self.engine == Engine::Chromium {
            let downloads = json!({ "behavior": "allow", "downloadPath": self.downloads });
            self.cdp("Browser.setDownloadBehavior", downloads).await?;
        }
        Ok(())
    }

    /// From the next start on, the browser refuses WebAssembly, as one locked down by its owner does.
    pub fn refuse_wasm(&self) {
        self.wasm.store(false, Ordering::Relaxed);
    }

    /// The WebDriver session.
    pub async fn session(&self) -> Result<Arc<SessionHandle>, Fault> {
        match &*self.live.lock().await {
            Some(live) => Ok(Arc::clone(live.driver.handle())),
            None => Err(format!("{}’s browser is not running", self.name).into()),
        }
    }

    /// How many keys were pressed so far.
    pub fn pressed(&self) -> usize {
        self.keys.load(Ordering::Relaxed)
    }

    /// Notes what is about to be done.
    pub(crate) fn step(&self, step: String) {
        if let Ok(mut last) = self.step.lock() {
            *last = step;
        }
    }

    /// What was done last.
    pub fn last_step(&self) -> String {
        self.step.lock().map(|last| last.clone()).unwrap_or_default()
    }

    /// Whether the browser was started and not ended.
    pub async fn runs(&self) -> bool {
        self.live.lock().await.is_some()
    }

    /// Sends a command of Chromium's own protocol.
    pub async fn cdp(&self, method: &str, params: Value) -> Result<Value, Fault> {
        Ok(Cdp::new(self.session().await?).send_raw(method, params).await?)
    }

    /// Kills every process of this browser at once with SIGKILL: nothing of it can write another byte.
    pub async fn kill(&self) -> Result<(), Fault> {
        let Some(mut live) = self.live.lock().await.take() else {
            return Err("no browser to kill".into());
        };
        let processes = processes_of(&self.engine.profile_mark(&self.profile));
        if processes.is_empty() {
            return Err(format!("found no process of {}’s profile", self.name).into());
        }
        sigkill(&processes).await?;
        until("the killed browser is gone", || async {
            let left = processes.iter().any(|pid| alive(*pid));
            Ok((!left).then_some(()))
        })
        .await?;
        // The session is dead with its browser; ending it only tells the driver's client so.
        live.driver.quit().await.ok();
        live.process.kill().await.ok();
        Ok(())
    }

    /// Ends the browser in order.
    pub async fn quit(&self) {
        let Some(mut live) = self.live.lock().await.take() else { return };
        live.driver.quit().await.ok();
        live.process.kill().await.ok();
        let left = processes_of(&self.engine.profile_mark(&self.profile));
        if !left.is_empty() {
            sigkill(&left).await.ok();
        }
    }

    /// What the driver and the browser printed.
    pub fn driver_log(&self) -> PathBuf {
        self.profile.with_extension("log")
    }
}

async fn free_port() -> Result<u16, Fault> {
    Ok(tokio::net::TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port())
}

async fn sigkill(processes: &[u32]) -> Result<(), Fault> {
    let list: Vec<_> = processes.iter().map(u32::to_string).collect();
    // The shell's own `kill`: present everywhere, and one call for all of them. Some may have died with the first.
    Command::new("sh").arg("-c").arg(format!("kill -KILL {} 2>/dev/null || true", list.join(" "))).status().await?;
    Ok(())
}

/// The browser's processes: those whose command line has every word of `mark`, and all that descend from them.
fn processes_of(mark: &[String]) -> Vec<u32> {
    if mark.is_empty() {
        return Vec::new();
    }
    let running: Vec<u32> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    let marked = |pid: &u32| {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        let words: Vec<_> = line.split(|byte| *byte == 0).map(String::from_utf8_lossy).collect();
        mark.iter().all(|wanted| words.iter().any(|word| word == wanted))
    };
    let mut found: Vec<u32> = running.iter().copied().filter(marked).collect();
    loop {
        let more: Vec<u32> = running
            .iter()
            .copied()
            .filter(|pid| !found.contains(pid) && parent(*pid).is_some_and(|parent| found.contains(&parent)))
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

/// The fields of `/proc/<pid>/stat` after the program's name, which may hold spaces itself: state, parent, ….
fn stat(pid: u32) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(text.rsplit_once(')')?.1.split_whitespace().map(String::from).collect())
}

fn parent(pid: u32) -> Option<u32> {
    stat(pid)?.get(1)?.parse().ok()
}

fn alive(pid: u32) -> bool {
    stat(pid).is_some_and(|fields| fields.first().is_some_and(|state| state != "Z"))
}
