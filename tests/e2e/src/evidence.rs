//! What a failed journey leaves for people to look at.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::Fault;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::world::World;

/// Writes a picture, the page's source and the console of each browser into `folder`; answers what was written.
pub async fn leave(world: &World, folder: &Path, slug: &str) -> Vec<PathBuf> {
    let mut written = Vec::new();
    if std::fs::create_dir_all(folder).is_err() {
        return written;
    }
    for browser in world.browsers() {
        let base = folder.join(format!("{}-{slug}-{}", world.stage.engine, browser.name));
        // A page that is stuck gives nothing; it is not waited for.
        if let Ok(paths) = tokio::time::timeout(Duration::from_secs(20), of_browser(&browser, &base)).await {
            written.extend(paths);
        }
    }
    written
}

async fn of_browser(browser: &Browser, base: &Path) -> Vec<PathBuf> {
    let mut written = Vec::new();
    let at = |end: &str| base.with_extension(end);
    let console = console(browser).await.unwrap_or_else(|fault| vec![fault.to_string()]).join("\n");
    if std::fs::write(at("log"), console).is_ok() {
        written.push(at("log"));
    }
    if let Ok(session) = browser.session().await {
        if session.screenshot(&at("png")).await.is_ok() {
            written.push(at("png"));
        }
        if let Ok(source) = session.source().await
            && std::fs::write(at("html"), source).is_ok()
        {
            written.push(at("html"));
        }
    }
    written
}

/// What the page wrote to the console. Firefox and WebKit print it through their driver.
pub async fn console(browser: &Browser) -> Result<Vec<String>, Fault> {
    if browser.engine == Engine::Chromium && browser.runs().await {
        let entries = browser.session().await?.browser_log().await?;
        return Ok(entries.into_iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect());
    }
    Ok(std::fs::read_to_string(browser.driver_log())?.lines().map(String::from).collect())
}
