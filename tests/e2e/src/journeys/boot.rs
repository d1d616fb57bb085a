//! The page starts anywhere, with its policy on, and talks to nobody.

use serde_json::Value;

use super::Outcome;
use crate::Fault;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::page::thing;
use crate::poll::until;
use crate::world::World;

/// Every address of the page that can be opened, with or without a pair.
pub const ROUTES: &[&str] = &[
    "#/",
    "#/bienvenue",
    "#/premier-appel",
    "#/premier-appel/rencontre",
    "#/premier-appel/ecosysteme",
    "#/premier-appel/formation",
    "#/premier-appel/organisation",
    "#/premier-appel/objectifs",
    "#/premier-appel/recapitulatif",
    "#/sessions",
    // Of the sample: one held, one missed, one replaced, one with something missing.
    "#/session?id=tenue",
    "#/compte-rendu?id=tenue",
    "#/compte-rendu",
    "#/session?id=absence",
    "#/session?id=annulee",
    "#/session?id=manque",
    "#/assiduite",
    "#/regles",
    "#/objectifs",
    "#/courbes",
    "#/questions",
    "#/parcours",
    "#/chercher",
    "#/contacts",
    "#/soutenance",
    "#/partager",
    "#/importer",
    "#/reglages",
    "#/aide",
    "#/binomes",
    "#/retrouver",
];

/// Keeps what the policy refuses, from now on.
const LISTEN: &str = "window.refused = []; \
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective + ' ' + event.blockedURI));";

pub async fn starts(world: &World) -> Outcome {
    let browsers = [world.browser("racine").await?, world.browser_in_sub_path("chemin").await?];
    for browser in &browsers {
        browser.open("").await?;
        styled(browser).await?;
        policy_holds(world, browser).await?;
    }
    Ok(())
}

/// The style sheet was let through: without it a browser's own serif remains.
async fn styled(browser: &Browser) -> Outcome {
    let script = "return [...document.styleSheets].reduce((rules, sheet) => rules + sheet.cssRules.length, 0);";
    let rules: u64 = browser.session().await?.execute(script, vec![]).await?.convert()?;
    if rules == 0 { Err("no style sheet was applied".into()) } else { Ok(()) }
}

/// Tries what the policy must refuse: a request to another host, an inline script, an inline style. If the policy were missing,
/// the stranger would be asked and the list would stay empty.
async fn policy_holds(world: &World, browser: &Browser) -> Outcome {
    for provoked in ["Content Security Policy", "Failed to fetch", "Refused to"] {
        world.excuse(provoked);
    }
    world.stranger.take_asked();
    let session = browser.session().await?;
    session.execute(LISTEN, vec![]).await?;
    let provoke = "fetch(arguments[0] + '/nobody').catch(() => {}); \
        const inline = document.createElement('script'); inline.textContent = 'window.ran = true'; document.body.append(inline); \
        const styled = document.createElement('p'); styled.setAttribute('style', 'color: red'); document.body.append(styled); styled.remove();";
    session.execute(provoke, vec![world.stranger.origin.clone().into()]).await?;
    until("the policy refuses a request, a script and a style", || async {
        let refused: Vec<String> = session.execute("return window.refused", vec![]).await?.convert()?;
        let all = ["connect-src", "script-src", "style-src"]
            .iter()
            .all(|directive| refused.iter().any(|r| r.starts_with(directive)));
        if all { Ok(Some(())) } else { Err(format!("refused so far: {refused:?}").into()) }
    })
    .await?;
    let ran: bool = session.execute("return window.ran === true", vec![]).await?.convert()?;
    let asked = world.stranger.take_asked();
    if ran || !asked.is_empty() {
        return Err(format!("an inline script ran: {ran}; another host was asked: {asked:?}").into());
    }
    Ok(())
}

pub async fn stays_home(world: &World) -> Outcome {
    let browser = world.browser("seul").await?;
    browser.open("").await?;
    walk_all(world, &browser).await?;
    // A pair on board shows more on every screen.
    crate::screens::first_run(world, &browser).await?;
    walk_all(world, &browser).await?;
    if world.engine() == Engine::Chromium {
        let strangers = requests(&browser).await?.into_iter().filter(|url| leaves(world, url)).collect::<Vec<_>>();
        if !strangers.is_empty() {
            return Err(format!("requests left the origin: {strangers:?}").into());
        }
    }
    Ok(())
}

async fn walk_all(world: &World, browser: &Browser) -> Outcome {
    browser.session().await?.execute(LISTEN, vec![]).await?;
    for &route in ROUTES {
        browser.ask::<Value>("go", route).await?;
        browser.settled().await?;
        let resources: Vec<String> = browser.ask("resources", Value::Null).await?;
        if let Some(url) = resources.iter().find(|url| leaves(world, url)) {
            return Err(format!("{route} asked for {url}").into());
        }
    }
    let refused: Vec<String> = browser.session().await?.execute("return window.refused", vec![]).await?.convert()?;
    if refused.is_empty() { Ok(()) } else { Err(format!("the policy had to refuse: {refused:?}").into()) }
}

/// Whether a request goes elsewhere. Chromium's first empty tab is made of `chrome:` and `chrome-untrusted:` addresses of its own.
fn leaves(world: &World, url: &str) -> bool {
    !(url.starts_with("chrome:")
        || url.starts_with("chrome-untrusted:")
        || url.starts_with(&format!("{}/", world.server.origin))
        || url.starts_with("data:")
        || url.starts_with("blob:"))
}

/// Every request that Chromium's network saw of this page, whoever asked.
async fn requests(browser: &Browser) -> Result<Vec<String>, Fault> {
    let mut urls = Vec::new();
    for entry in browser.session().await?.get_log("performance").await? {
        let event: Value = serde_json::from_str(&entry.message)?;
        let message = &event["message"];
        if message["method"] == "Network.requestWillBeSent" || message["method"] == "Network.webSocketCreated" {
            let url = message["params"]["request"]["url"].as_str().or_else(|| message["params"]["url"].as_str());
            urls.extend(url.map(String::from));
        }
    }
    if urls.is_empty() {
        return Err("Chromium logged no request at all, not even the page’s own".into());
    }
    Ok(urls)
}

/// A screen whose code did not arrive says so, loses nothing, and comes when it is asked for again.
pub async fn part_missing(world: &World) -> Outcome {
    // What the browser itself writes of a file that is not there.
    for provoked in ["Failed to load resource", "Failed to fetch", "WebAssembly", "TypeError", "Uncaught"] {
        world.excuse(provoked);
    }
    let words = world.words();
    let browser = world.browser("seul").await?;
    world.server.lose(Some("split_around"));
    let outcome = async {
        crate::screens::first_run(world, &browser).await?;
        browser.go("#/aide").await?;
        browser.see(&thing("heading", words.common().part_missing)).await?;
        browser.press(&thing("button", words.common().try_again)).await?;
        browser.see(&thing("heading", words.common().part_missing)).await
    }
    .await;
    world.server.lose(None);
    outcome?;
    browser.press(&thing("button", words.common().try_again)).await?;
    browser.see(&thing("heading", words.help().title)).await?;
    Ok(())
}
