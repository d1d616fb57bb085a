//! What one journey has at hand: the page's host, and browsers that are put away afterwards.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use binome::i18n::{Locale, Messages};

use crate::Fault;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::evidence::console;
use crate::server::{SUB_PATH, Server};

/// Where a run takes place.
#[derive(Clone, Debug)]
pub struct Stage {
    /// The engine under test.
    pub engine: Engine,
    /// The language of the browsers.
    pub locale: Locale,
    /// Where drivers are installed.
    pub tools: PathBuf,
    /// The run's own folder: profiles, downloads, files to hand over.
    pub folder: PathBuf,
    /// The virtual screen, for the browser that needs one.
    pub display: Option<String>,
}

/// The surroundings of one run of one journey in one engine.
pub struct World {
    /// Where it takes place.
    pub stage: Stage,
    /// The host of the page.
    pub server: Arc<Server>,
    /// Another host, that nothing may ever ask.
    pub stranger: Arc<Server>,
    browsers: Mutex<Vec<Arc<Browser>>>,
    excused: Mutex<Vec<&'static str>>,
}

impl World {
    /// Prepares a run.
    pub fn new(stage: Stage, hosts: [&Arc<Server>; 2]) -> Self {
        let [server, stranger] = hosts.map(Arc::clone);
        Self { stage, server, stranger, browsers: Mutex::default(), excused: Mutex::default() }
    }

    /// Lets errors with these words pass on the console: the journey provokes them.
    pub fn excuse(&self, words: &'static str) {
        if let Ok(mut excused) = self.excused.lock() {
            excused.push(words);
        }
    }

    /// Errors that the pages wrote to the console, as far as the engine tells, without those excused.
    pub async fn complaints(&self) -> Result<Vec<String>, Fault> {
        let mut found = Vec::new();
        for browser in self.browsers() {
            if browser.engine == Engine::Chromium && browser.runs().await {
                found.extend(
                    console(&browser)
                        .await?
                        .into_iter()
                        .filter(|line| line.starts_with("Severe") || line.starts_with("SEVERE")),
                );
            }
        }
        let excused = self.excused.lock().map(|excused| excused.clone()).unwrap_or_default();
        found.retain(|line| !excused.iter().any(|words| line.contains(words)));
        Ok(found)
    }

    /// The engine under test.
    pub fn engine(&self) -> Engine {
        self.stage.engine
    }

    /// The words of the run's language.
    pub fn words(&self) -> &'static Messages {
        self.stage.locale.messages()
    }

    /// Starts a browser on a new, empty profile.
    pub async fn browser(&self, name: &str) -> Result<Arc<Browser>, Fault> {
        self.browser_at(name, "/").await
    }

    /// The same, with the page under the sub-path.
    pub async fn browser_in_sub_path(&self, name: &str) -> Result<Arc<Browser>, Fault> {
        self.browser_at(name, SUB_PATH).await
    }

    async fn browser_at(&self, name: &str, path: &str) -> Result<Arc<Browser>, Fault> {
        let base = format!("{}{path}", self.server.origin);
        let browser = Arc::new(Browser::new(&self.stage, name, base)?);
        if let Ok(mut browsers) = self.browsers.lock() {
            browsers.push(Arc::clone(&browser));
        }
        browser.start().await?;
        Ok(browser)
    }

    /// A file of this run, to hand to the page.
    pub fn file(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Fault> {
        let path = self.stage.folder.join(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    }

    /// Every browser of the run.
    pub fn browsers(&self) -> Vec<Arc<Browser>> {
        self.browsers.lock().map(|browsers| browsers.clone()).unwrap_or_default()
    }

    /// Ends the browsers and removes their profiles.
    pub async fn put_away(&self) {
        for browser in self.browsers() {
            browser.quit().await;
        }
        tokio::fs::remove_dir_all(&self.stage.folder).await.ok();
    }
}
