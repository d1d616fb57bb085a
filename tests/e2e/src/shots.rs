//! Pictures of every screen, for people to look at.

use serde_json::json;
use std::path::Path;
use std::sync::Arc;

use binome::i18n::Locale;

use crate::Fault;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::journeys::boot::ROUTES;
use crate::screens;
use crate::server::Server;
use crate::world::{Stage, World};

/// Takes them all in Chromium: both languages, phone and laptop, light and dark, without a pair and with one.
pub async fn take(folder: &Path, tools: &Path, server: &Arc<Server>) -> Result<usize, Fault> {
    std::fs::create_dir_all(folder)?;
    let mut taken = 0;
    for locale in Locale::ALL {
        let own = std::env::temp_dir().join(format!("binome-e2e-{}-shots", std::process::id()));
        std::fs::create_dir_all(&own)?;
        let stage = Stage { engine: Engine::Chromium, locale, tools: tools.to_owned(), folder: own, display: None };
        let world = World::new(stage, [server, server]);
        let outcome = screens_of(&world, folder).await;
        world.put_away().await;
        taken += outcome?;
    }
    Ok(taken)
}

async fn screens_of(world: &World, folder: &Path) -> Result<usize, Fault> {
    let browser = world.browser("seul").await?;
    browser.open("").await?;
    let mut taken = 0;
    for route in ["#/bienvenue", "#/importer", "#/reglages"] {
        taken += looks(world, &browser, folder, route, "vide").await?;
    }
    screens::lived_in(world, &browser).await?;
    for &route in ROUTES {
        taken += looks(world, &browser, folder, route, "binome").await?;
    }
    Ok(taken)
}

/// One screen at both widths in both themes.
async fn looks(world: &World, browser: &Browser, folder: &Path, route: &str, state: &str) -> Result<usize, Fault> {
    let slug = route.trim_start_matches("#/").replace(['/', '?', '='], "-");
    let slug = if slug.is_empty() { "accueil" } else { &slug };
    for (width, height) in [(1280, 900), (360, 740)] {
        for (scheme, theme) in [("light", "clair"), ("dark", "sombre")] {
            browser.viewport(width, height).await?;
            browser.scheme(scheme).await?;
            browser.go(route).await?;
            let name = format!("{}-{slug}-{state}-{width}-{theme}.png", world.stage.locale.tag());
            picture(browser, &folder.join(name)).await?;
        }
    }
    Ok(4)
}

/// The whole page from top to bottom, however long.
async fn picture(browser: &Browser, path: &Path) -> Result<(), Fault> {
    // Fonts arrive after the words, and some colours are on their way; a picture waits for them.
    browser
        .session()
        .await?
        .execute_async(
            "const done = arguments[0]; Promise.allSettled([document.fonts.ready, ...document.getAnimations().map((a) => a.finished)]).then(() => requestAnimationFrame(() => done()))",
            vec![],
        )
        .await?;
    let size: (u32, u32) = browser
        .session()
        .await?
        .execute("return [document.documentElement.clientWidth, document.documentElement.scrollHeight]", vec![])
        .await?
        .convert()?;
    let tall = json!({ "width": size.0, "height": size.1.max(740), "deviceScaleFactor": 1, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", tall).await?;
    browser.session().await?.screenshot(path).await?;
    Ok(())
}
