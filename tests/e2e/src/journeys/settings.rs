//! The settings hold, and erasing erases.

use serde_json::Value;

use super::Outcome;
use crate::Fault;
use crate::browser::Browser;
use crate::page::{thing, tidy};
use crate::poll::until;
use crate::screens::{self, MENTOR, STUDENT, button};
use crate::world::World;
use binome::i18n::Locale;

/// Language, theme and owner, chosen by keys, are there again after the page is loaded anew.
pub async fn hold(world: &World) -> Outcome {
    let browser = world.browser("seul").await?;
    browser.scheme("light").await?;
    screens::first_run(world, &browser).await?;
    browser.go("#/reglages").await?;
    let words = world.words().settings();
    let radio = |name: &str| thing("radio", name);
    let whose = (thing("group", words.whose), radio(&(words.whose_student)(STUDENT)));
    browser.choose(&whose.0, &whose.1).await?;
    let theme = (thing("group", words.theme), radio(words.theme_dark));
    browser.choose(&theme.0, &theme.1).await?;
    dark(&browser).await?;
    browser.choose(&thing("group", words.language), &radio(words.english)).await?;
    let english = Locale::En.messages().settings();
    browser.see(&thing("heading", english.title)).await?;
    if browser.active().await?.name != words.english {
        return Err("changing the language took the focus away from the choice".into());
    }

    browser.session().await?.refresh().await?;
    browser.settled().await?;
    browser.see(&thing("heading", english.title)).await?;
    until("the page’s language", || async {
        let lang: String = browser.ask("lang", Value::Null).await?;
        Ok(lang.starts_with("en").then_some(()))
    })
    .await?;
    dark(&browser).await?;
    for (group, option) in [
        (english.whose, (english.whose_student)(STUDENT)),
        (english.theme, english.theme_dark.to_owned()),
        (english.language, english.english.to_owned()),
    ] {
        if !browser.see(&radio(&option).within(&thing("group", group))).await?.checked {
            return Err(format!("“{option}” was chosen, and is no longer after loading the page again").into());
        }
    }
    Ok(())
}

/// Whether the page is drawn dark although the system is light.
async fn dark(browser: &Browser) -> Outcome {
    let script = "const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number); \
        const [x, y, z] = getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g).map(Number); \
        return Math.max(r + g + b, x + y + z);";
    until("a dark page", || async {
        let light: f64 = browser.session().await?.execute(script, vec![]).await?.convert()?;
        if light < 200.0 { Ok(Some(())) } else { Err(format!("the background’s channels add up to {light}").into()) }
    })
    .await
}

/// Everything that the origin keeps, as text.
const KEPT: &str = "const done = arguments[0]; (async () => { \
    const found = Object.entries(localStorage).map(([key, value]) => `local ${key} = ${value}`); \
    for (const { name } of await indexedDB.databases()) { \
        const base = await new Promise((yes, no) => { const ask = indexedDB.open(name); ask.onsuccess = () => yes(ask.result); ask.onerror = () => no(ask.error); }); \
        for (const store of base.objectStoreNames) { \
            const rows = await new Promise((yes) => { const ask = base.transaction(store).objectStore(store).getAll(); ask.onsuccess = () => yes(ask.result); }); \
            for (const row of rows) found.push(`indexed ${name}/${store} = ${typeof row === 'string' ? row : JSON.stringify(row)}`); \
        } \
        base.close(); \
    } \
    for (const name of await caches.keys()) found.push(`cache ${name}`); \
    return found; })().then(done, (fault) => done(['cannot look: ' + fault]));";

pub(super) async fn kept(browser: &Browser) -> Result<Vec<String>, Fault> {
    Ok(browser.session().await?.execute_async(KEPT, vec![]).await?.convert()?)
}

/// Erasing asks first, with the harmless answer at hand; afterwards no word is left in either store, and the page starts anew.
pub async fn erase(world: &World) -> Outcome {
    const STORY: &str = "Une phrase qui ne doit pas rester.";
    let words = world.words().settings();
    let browser = world.browser("seul").await?;
    screens::first_run(world, &browser).await?;
    browser.type_into(&screens::story(world.words()), STORY).await?;
    screens::saved(world.words(), &browser).await?;
    let before = kept(&browser).await?;
    for store in ["local", "indexed"] {
        // If the words were nowhere before, finding them nowhere afterwards would prove nothing.
        if !before.iter().any(|line| line.starts_with(store) && line.contains(MENTOR)) {
            return Err(format!("before erasing, the {store} store has no name in it: {before:?}").into());
        }
    }
    browser.go("#/reglages").await?;
    browser.press(&button(words.erase_button)).await?;
    browser.read(&(words.erase_question)(STUDENT)).await?;
    let at_hand = browser.active().await?;
    if at_hand.name == words.erase_yes {
        return Err("the answer that erases has the focus".into());
    }
    browser.keys(thirtyfour::Key::Escape.value().to_string()).await?;
    browser.see_none(&button(words.erase_yes)).await?;
    browser.press(&button(words.erase_button)).await?;
    browser.press(&button(words.erase_yes)).await?;
    browser.read(words.erased).await?;
    let after = kept(&browser).await?;
    let words_left = |line: &&String| [MENTOR, STUDENT, STORY].iter().any(|word| tidy(line).contains(word));
    if let Some(line) = after.iter().find(words_left) {
        return Err(format!("after erasing there is still: {line}").into());
    }
    // Nor a mark that a pair was here: what was erased on purpose is not lost.
    if let Some(mark) = after.iter().find(|line| line.starts_with("cache ")) {
        return Err(format!("after erasing there is still: {mark}").into());
    }
    // A mark that tells other tabs to forget may stay; nothing else may.
    if after.len() > 3 {
        return Err(format!("after erasing there is still: {after:?}").into());
    }
    browser.open("").await?;
    browser.session().await?.refresh().await?;
    browser.see(&thing("heading", world.words().welcome().title)).await?;
    Ok(())
}
