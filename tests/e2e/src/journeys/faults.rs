//! What the browser does not keep, and what another tab does to a pair: said where people look, with one press out of it.

use serde_json::Value;
use thirtyfour::Key;

use super::Outcome;
use crate::browser::Browser;
use crate::page::{Thing, thing};
use crate::poll::until;
use crate::screens::{self, MENTOR, STUDENT, button, field, link};
use crate::world::World;

const WORDS: &str = "Écrit pendant la panne.";
const AFTER: &str = "Écrit après la panne.";

/// Both stores refuse from now on, as a full disk has them do; `mend` ends it.
const REFUSE: &str = "const whole = IDBDatabase.prototype.transaction, set = Storage.prototype.setItem; \
    const no = () => { throw new DOMException('no room', 'QuotaExceededError'); }; \
    IDBDatabase.prototype.transaction = function (names, mode, ...more) { \
        return mode === 'readwrite' ? no() : whole.call(this, names, mode, ...more); }; \
    Storage.prototype.setItem = no; \
    window.mend = () => { IDBDatabase.prototype.transaction = whole; Storage.prototype.setItem = set; };";

/// How far the top and the foot of the banner are from the top of the window, and whether leaving would be asked about.
const STANDS: &str = "const banner = document.querySelector('.banner'); \
    const leave = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(leave); \
    const box = banner ? banner.getBoundingClientRect() : { top: -1, bottom: -1 }; \
    return [box.top, box.bottom, innerHeight, leave.defaultPrevented ? 1 : 0];";

async fn stands(browser: &Browser) -> Result<[f64; 4], crate::Fault> {
    Ok(browser.session().await?.execute(STANDS, vec![]).await?.convert()?)
}

/// Room runs out while somebody types far down the page: said where they look, saved elsewhere in one press, asked before leaving; once
/// there is room again everything is kept and none of it is said any more.
pub async fn no_room(world: &World) -> Outcome {
    let words = world.words();
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    screens::saved(words, &browser).await?;
    let [_, _, _, asked] = stands(&browser).await?;
    if asked > 0.0 {
        return Err("leaving is asked about while everything is kept".into());
    }
    browser.session().await?.execute(REFUSE, vec![]).await?;
    // The last field of a long page.
    let last = field(words.meeting().learning);
    browser.type_into(&last, WORDS).await?;
    browser.read(words.shell().storage_full).await?;
    browser.read(words.common().not_saved_yet).await?;
    let [top, bottom, height, asked] = stands(&browser).await?;
    if top < -1.0 || bottom > height || bottom - top > height / 3.0 {
        return Err(format!("the banner stands from {top} to {bottom} in a window {height} high").into());
    }
    if asked < 1.0 {
        return Err("nothing asks before words are lost by leaving".into());
    }
    screens::clear_downloads(&browser)?;
    press(&browser, words.shell().give_copy).await?;
    let copy = std::fs::read_to_string(screens::downloaded(&browser, "json").await?)?;
    if !copy.contains(WORDS) {
        return Err("the copy lacks what was typed while nothing was kept".into());
    }
    let said = (words.keeping().saved_elsewhere)("");
    browser.read(said.split(',').next_back().unwrap_or(&said)).await?;
    browser.read(words.keeping().copy_since_today).await?;

    browser.session().await?.execute("mend();", vec![]).await?;
    browser.type_into(&last, AFTER).await?;
    screens::saved(words, &browser).await?;
    until("the banner gone", || async { Ok((!browser.reads(words.shell().storage_full).await?).then_some(())) })
        .await?;
    if stands(&browser).await?[3] > 0.0 {
        return Err("leaving is still asked about although everything is kept".into());
    }
    browser.open("#/premier-appel/rencontre").await?;
    browser.session().await?.refresh().await?;
    holds(&browser, &last, AFTER).await
}

/// Presses a button of the banner. From the middle of a page, Tab in Firefox leads round by its foot and the browser's own bars.
async fn press(browser: &Browser, name: &str) -> Outcome {
    browser.focus(&button(name)).await?;
    browser.keys(Key::Enter.value().to_string()).await
}

async fn holds(browser: &Browser, what: &Thing, text: &str) -> Outcome {
    until("the text in its field", || async {
        let held = browser.see(what).await?.value;
        if held == text { Ok(Some(())) } else { Err(format!("the field holds “{held}”").into()) }
    })
    .await
}

/// How high the page's head is for each thing that it may say of what is saved.
const HEIGHTS: &str = "const status = document.querySelector('.top .save-status'), head = document.querySelector('.top'); \
    const said = status.textContent; \
    const heights = arguments[0].map((words) => { status.textContent = words; return head.offsetHeight; }); \
    status.textContent = said; return heights;";

/// Whatever is said of what is saved, the page under it stays where it is: a press that makes something be saved meets what was under the
/// finger.
pub async fn saving_moves_nothing(world: &World) -> Outcome {
    let common = world.words().common();
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    let said = serde_json::json!(["", common.saving, (common.saved_at)("23:59")]);
    for width in [320, 360, 412, 600, 1280] {
        browser.viewport(width, 740).await?;
        for hash in ["#/premier-appel/rencontre", "#/objectifs"] {
            browser.go(hash).await?;
            let heights: Vec<i64> = browser.session().await?.execute(HEIGHTS, vec![said.clone()]).await?.convert()?;
            if heights.windows(2).any(|two| two[0] != two[1]) {
                return Err(format!("at {width} px, {hash}: {said} make the page’s head {heights:?} high").into());
            }
        }
    }
    Ok(())
}

/// A newer page in another tab: this one says so in sight, can be read and copied from, and takes no word that it would lose.
pub async fn older_page(world: &World) -> Outcome {
    const NEWER: &str = "const line = new BroadcastChannel('binome'); \
        line.postMessage(JSON.stringify({ here: { stores: 99 } })); line.close();";
    let words = world.words();
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    let last = field(words.meeting().learning);
    browser.type_into(&last, WORDS).await?;
    browser.session().await?.execute(NEWER, vec![]).await?;
    browser.read(words.keeping().outdated).await?;
    let [top, bottom, height, _] = stands(&browser).await?;
    if top < -1.0 || bottom > height {
        return Err(format!("the banner stands from {top} to {bottom} in a window {height} high").into());
    }
    // Typing goes nowhere, and that is said again; neither press nor key opens what could not be kept.
    browser.focus(&last).await?;
    browser.keys("perdu").await?;
    holds(&browser, &last, WORDS).await?;
    let status: String = browser
        .session()
        .await?
        .execute("return document.querySelector('p[role=status]').textContent;", vec![])
        .await?
        .convert()?;
    if status.trim() != words.keeping().outdated {
        return Err(format!("whoever types is told “{status}”").into());
    }
    browser.go("#/").await?;
    browser.keys("n").await?;
    for gone in [words.capture().note_goal, words.history().undo] {
        browser.see_none(&button(gone)).await?;
    }
    browser.see_none(&field(words.capture().goal_label)).await?;
    let copy = screens::read_copy(&screens::save_copy(world, &browser).await?)?;
    if !binome::document::file::write(&copy.document).contains(WORDS) {
        return Err("the copy lacks what was typed last".into());
    }
    press(&browser, words.keeping().reload).await?;
    browser.see_none(&button(words.keeping().reload)).await?;
    browser.see(&thing("heading", words.share().title)).await?;
    browser.go("#/premier-appel/rencontre").await?;
    holds(&browser, &last, WORDS).await
}

/// One of two pairs is removed, put back, removed again and erased from the list; then the other is erased from the settings: the page
/// goes on each time, says what came of it, and keeps the focus.
pub async fn removed_and_erased(world: &World) -> Outcome {
    const OTHER: &str = "Hugo";
    let words = world.words();
    let removal = words.removal();
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    browser.go("#/bienvenue").await?;
    let welcome = words.welcome();
    browser.type_into(&field(welcome.who_guides), MENTOR).await?;
    browser.type_into(&field(welcome.who_learns), OTHER).await?;
    browser.keys(Key::Enter.value().to_string()).await?;
    screens::arrive(&browser, "#/premier-appel/rencontre").await?;
    retire(world, &browser, OTHER).await?;
    browser.press(&button(&(removal.put_back_named)(OTHER))).await?;
    screens::arrive(&browser, "#/").await?;
    retire(world, &browser, OTHER).await?;

    browser.press(&button(&(removal.erase_named)(OTHER))).await?;
    let question = thing("dialog", &(removal.erase_question)(OTHER));
    // The way out first, and a copy before all is gone.
    if browser.active().await?.name != removal.keep {
        return Err("the harmless answer does not have the focus".into());
    }
    browser.see(&link(removal.copy_first).within(&question)).await?;
    browser.press(&button(removal.erase_yes).within(&question)).await?;
    browser.see_none(&button(&(removal.put_back_named)(OTHER))).await?;
    on_title(&browser, words.pairs().title).await?;

    browser.press(&button(&(words.pairs().open)(STUDENT)).starting()).await?;
    screens::arrive(&browser, "#/").await?;
    browser.go("#/reglages").await?;
    browser.press(&button(removal.erase_button)).await?;
    let question = thing("dialog", &(removal.erase_question)(STUDENT));
    browser.press(&button(removal.erase_yes).within(&question)).await?;
    browser.see(&thing("heading", words.welcome().title)).await?;
    let kept = super::settings::kept(&browser).await?;
    match kept.iter().find(|line| [MENTOR, STUDENT, OTHER].iter().any(|name| line.contains(name))) {
        Some(line) => Err(format!("after erasing both there is still: {line}").into()),
        None => Ok(()),
    }
}

/// Removes the opened pair from the list, in the settings.
async fn retire(world: &World, browser: &Browser, name: &str) -> Outcome {
    let removal = world.words().removal();
    browser.go("#/reglages").await?;
    browser.press(&button(removal.retire_button)).await?;
    let question = thing("dialog", &(removal.retire_question)(name));
    browser.press(&button(removal.retire_button).within(&question)).await?;
    screens::arrive(browser, "#/binomes").await?;
    browser.read(removal.list_title).await
}

async fn on_title(browser: &Browser, title: &str) -> Outcome {
    until("the focus on the title", || async {
        let active: String = browser
            .session()
            .await?
            .execute("return document.activeElement.textContent;", Vec::<Value>::new())
            .await?
            .convert()?;
        Ok((active == title).then_some(()))
    })
    .await
}
