//! What every screen owes everybody: nothing for axe to find, nothing on top of something else, nothing cut, the focus where one reads.

use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::OnceLock;

use super::Outcome;
use super::boot::ROUTES;
use crate::Fault;
use crate::browser::Browser;
use crate::poll::until;
use crate::screens;
use crate::world::World;

/// Phones and laptops.
const NARROW: (u32, u32) = (360, 740);
const WIDE: (u32, u32) = (1280, 900);

/// axe's own program: the file that `BINOME_AXE` names, else the one in the tools' cache.
fn axe(world: &World) -> Result<&'static str, Fault> {
    static AXE: OnceLock<String> = OnceLock::new();
    if let Some(axe) = AXE.get() {
        return Ok(axe);
    }
    let named = std::env::var_os("BINOME_AXE").map(PathBuf::from);
    let cached = || {
        let mut folders: Vec<_> = std::fs::read_dir(world.stage.tools.join("tools"))
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("axe-core-")))
            .flat_map(|path| ["", "package", "node_modules/axe-core"].map(|inner| path.join(inner).join("axe.min.js")))
            .filter(|path| path.is_file())
            .collect();
        folders.sort();
        folders.pop()
    };
    let path = named
        .or_else(cached)
        .ok_or("axe-core is not installed: BINOME_AXE names no axe.min.js, the tools’ cache has none")?;
    let source = std::fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
    Ok(AXE.get_or_init(|| source))
}

/// Runs axe over the screen that stands; answers what it found, a line each. `rules` empty: all of them, good practice included.
async fn violations(world: &World, browser: &Browser, rules: &[&str]) -> Result<Vec<String>, Fault> {
    let session = browser.session().await?;
    let loaded: bool = session.execute("return typeof window.axe === 'object'", vec![]).await?.convert()?;
    if !loaded {
        session.execute(axe(world)?, vec![]).await?;
    }
    // Half-way through a change of colour nothing can be read; people see its end.
    let still = "const done = arguments[0]; Promise.allSettled(document.getAnimations().map((a) => a.finished)).then(() => done())";
    session.execute_async(still, vec![]).await?;
    let run = "const [rules, done] = arguments; \
        const options = { resultTypes: ['violations'] }; \
        if (rules.length) options.runOnly = { type: 'rule', values: rules }; \
        axe.run(document, options).then( \
            (found) => done(found.violations.flatMap((rule) => rule.nodes.map((node) => \
                `${rule.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} (${node.failureSummary.replace(/\\s+/g, ' ')})`))), \
            (fault) => done(['axe failed: ' + fault]))";
    Ok(session.execute_async(run, vec![json!(rules)]).await?.convert()?)
}

/// Everything in light, the contrast again in dark; wide and narrow; every screen of a pair with words in it, and the empty ones.
pub async fn axe_finds_nothing(world: &World) -> Outcome {
    let browser = world.browser("seul").await?;
    let mut found = Vec::new();
    browser.open("").await?;
    for empty in ["#/bienvenue", "#/importer", "#/retrouver", "#/binomes", "#/reglages"] {
        browser.go(empty).await?;
        note(&mut found, &format!("{empty} without a pair"), violations(world, &browser, &[]).await?);
    }
    screens::lived_in(world, &browser).await?;
    for (size, scheme, rules) in [
        (WIDE, "light", &[][..]),
        (NARROW, "light", &[]),
        (WIDE, "dark", &["color-contrast"]),
        (NARROW, "dark", &["color-contrast"]),
    ] {
        browser.viewport(size.0, size.1).await?;
        browser.scheme(scheme).await?;
        for &route in ROUTES {
            browser.go(route).await?;
            note(&mut found, &format!("{route} at {} px, {scheme}", size.0), violations(world, &browser, rules).await?);
        }
    }
    browser.forced_colours().await?;
    for &route in ROUTES {
        browser.go(route).await?;
        note(
            &mut found,
            &format!("{route} in forced colours"),
            violations(world, &browser, &["color-contrast"]).await?,
        );
    }
    let session = next_session(&browser).await?;
    for phase in ["before", "during"] {
        for (size, scheme) in [(WIDE, "light"), (NARROW, "dark")] {
            browser.viewport(size.0, size.1).await?;
            browser.scheme(scheme).await?;
            browser.go(&session).await?;
            if phase == "during" && browser.count(&screens::button(world.words().session().begin)).await? > 0 {
                browser.press(&screens::button(world.words().session().begin)).await?;
                browser.see(&screens::button(world.words().session().close)).await?;
            }
            let faults = violations(world, &browser, &[]).await?;
            note(&mut found, &format!("a session, {phase}, at {} px, {scheme}", size.0), faults);
        }
    }
    none(found)
}

/// Boxes on one another, and words that stick out of the window, which axe does not see.
pub async fn nothing_overlaps(world: &World) -> Outcome {
    let browser = world.browser("seul").await?;
    screens::lived_in(world, &browser).await?;
    let mut found = Vec::new();
    for (width, height) in [(320, 640), NARROW, (768, 900), WIDE] {
        browser.viewport(width, height).await?;
        for &route in ROUTES {
            browser.go(route).await?;
            let boxes: Vec<String> =
                browser.session().await?.execute(include_str!("../boxes.js"), vec![]).await?.convert()?;
            note(&mut found, &format!("{route} at {width} px"), boxes);
        }
    }
    let session = next_session(&browser).await?;
    browser.go(&session).await?;
    for phase in ["before", "during"] {
        if phase == "during" {
            browser.press(&screens::button(world.words().session().begin)).await?;
            browser.see(&screens::button(world.words().session().close)).await?;
        }
        for (width, height) in [(320, 640), NARROW, (768, 900), WIDE] {
            browser.viewport(width, height).await?;
            let boxes: Vec<String> =
                browser.session().await?.execute(include_str!("../boxes.js"), vec![]).await?.convert()?;
            note(&mut found, &format!("a session, {phase}, at {width} px"), boxes);
        }
    }
    none(found)
}

/// The address of the next session, as the dashboard links to it.
async fn next_session(browser: &Browser) -> Result<String, Fault> {
    browser.go("#/").await?;
    let link = "return document.querySelector(\"main a[href^='#/session']\")?.getAttribute('href') ?? ''";
    until("a link to the next session", || async {
        let href: String = browser.session().await?.execute(link, vec![]).await?.convert()?;
        Ok((!href.is_empty()).then_some(href))
    })
    .await
}

fn note(found: &mut Vec<String>, place: &str, faults: Vec<String>) {
    found.extend(faults.into_iter().map(|fault| format!("{place}: {fault}")));
}

fn none(found: Vec<String>) -> Outcome {
    if found.is_empty() {
        return Ok(());
    }
    let more = found.len().saturating_sub(40);
    let shown = found.iter().take(40).fold(String::new(), |all, line| all + "\n      " + line.as_str());
    Err(format!(
        "{} findings{shown}{}",
        found.len(),
        if more > 0 { format!("\n      and {more} more") } else { String::new() }
    )
    .into())
}

/// A screen that is reached says its title first, then takes the focus to its heading; its title is its own.
pub async fn focus_follows(world: &World) -> Outcome {
    let browser = world.browser("seul").await?;
    screens::lived_in(world, &browser).await?;
    let watch = "window.order = []; \
        new MutationObserver(() => order.push('title ' + document.title)).observe(document.head, { subtree: true, childList: true, characterData: true }); \
        document.addEventListener('focusin', (event) => order.push('focus ' + event.target.tagName))";
    browser.session().await?.execute(watch, vec![]).await?;
    let mut titles = std::collections::BTreeMap::new();
    for &route in ROUTES {
        if route == "#/" {
            continue;
        }
        browser.session().await?.execute("window.order.length = 0", vec![]).await?;
        browser.go(route).await?;
        // The heading of the screen before may still have the focus: what counts is that the focus came, and when.
        let order = until(&format!("the focus on the heading of {route}"), || async {
            let order: Vec<String> =
                browser.session().await?.execute("return window.order", vec![]).await?.convert()?;
            if order.iter().any(|event| event == "focus H1") {
                Ok(Some(order))
            } else {
                Err(format!("so far: {order:?}").into())
            }
        })
        .await?;
        if browser.active().await?.tag != "h1" {
            return Err(format!("{route}: the heading lost the focus again").into());
        }
        let first = |what: &str| order.iter().position(|event| event.starts_with(what));
        match (first("title "), first("focus H1")) {
            (Some(title), Some(focus)) if title < focus => {}
            _ => {
                return Err(format!(
                    "{route}: the title must change before the heading takes the focus, but: {order:?}"
                )
                .into());
            }
        }
        let title: String = browser.ask("title", Value::Null).await?;
        if !title.ends_with(" – Binôme") {
            return Err(format!("{route} is titled “{title}”").into());
        }
        if let Some(other) = titles.insert(title.clone(), route) {
            return Err(format!("{route} and {other} have the same title “{title}”").into());
        }
    }
    Ok(())
}
