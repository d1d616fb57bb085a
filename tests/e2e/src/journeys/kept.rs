//! What the page called saved is there after the browser was killed.

use super::Outcome;
use crate::page::thing;
use crate::poll::until;
use crate::screens::{self, field};
use crate::world::World;

const STORY: &str = "Dix ans de développement, puis l’envie de transmettre – « à deux ».";

/// Typed, left, saved: then the power goes.
pub async fn after_leaving_the_field(world: &World) -> Outcome {
    survives(world, true).await
}

/// Typed and saved while the field still has the focus.
pub async fn while_still_typing(world: &World) -> Outcome {
    survives(world, false).await
}

async fn survives(world: &World, leave: bool) -> Outcome {
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    let story = screens::story(world.words());
    // Twice on one profile: the second time finds a log, a local copy and what the first kill left of them.
    for text in [STORY.to_owned(), format!("{STORY} Et la suite.")] {
        browser.open("#/premier-appel/rencontre").await?;
        browser.type_into(&story, &text).await?;
        if leave {
            browser.keys("\u{e004}").await?;
        }
        // Believes the page the moment it says so: if it still showed the time of an earlier save, words would be missing.
        screens::saved(world.words(), &browser).await?;
        browser.kill().await?;
        browser.start().await?;
        browser.open("#/premier-appel/rencontre").await?;
        until("the text typed before the kill", || async {
            let held = browser.see(&story).await?.value;
            if held == text { Ok(Some(())) } else { Err(format!("the field holds “{held}”").into()) }
        })
        .await?;
    }
    Ok(())
}

/// The screen goes while a field of it still has the focus, as by the browser's Back: what was typed counts, and the page lives.
pub async fn when_the_screen_goes(world: &World) -> Outcome {
    let words = world.words().goal_editor();
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    browser.go("#/premier-appel/objectifs").await?;
    browser.type_into(&field(&(words.numbered)(1, "")), "rédige 5 cas de test").await?;
    browser.type_into(&field(words.hours), "3").await?;
    browser.go("#/aide").await?;
    // Errors put the focus on their summary once it is drawn; left before, there is nothing to put it on.
    browser.go("#/importer").await?;
    for _ in 0..3 {
        browser.press(&thing("button", world.words().import().paste_read)).await?;
        browser.go("#/aide").await?;
        browser.go("#/importer").await?;
    }
    browser.go("#/objectifs").await?;
    until("the hours among the goal’s details", || async { Ok(browser.reads("3 h").await?.then_some(())) }).await
}

/// Without WebAssembly the page says so in both languages, and hands over everything that this browser keeps.
pub async fn without_webassembly(world: &World) -> Outcome {
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    browser.type_into(&screens::story(world.words()), STORY).await?;
    browser.keys("\u{e004}").await?;
    screens::saved(world.words(), &browser).await?;
    world.excuse("WebAssembly is not defined");
    browser.quit().await;
    browser.refuse_wasm();
    browser.start().await?;
    browser.session().await?.goto(&browser.base).await?;
    for words in
        ["Binôme n’a pas démarré", "Binôme did not start", "Ce que vous avez écrit est toujours dans ce navigateur"]
    {
        browser.read(words).await?;
    }
    browser.press(&thing("button", "Garder une copie Keep a copy")).await?;
    let saved = screens::downloaded(&browser, "json").await?;
    let copy: serde_json::Value = serde_json::from_slice(&std::fs::read(&saved)?)?;
    let log = copy["indexedDB"].to_string();
    if !log.contains(STORY) || !copy["localStorage"].to_string().contains(STORY) {
        return Err(format!("the rescued copy lacks what was written: {copy}").into());
    }
    // The same, for whoever cannot save files.
    let shown = browser.see(&thing("textbox", "La même copie").starting()).await?.value;
    if !shown.contains(STORY) {
        return Err("the text to copy lacks what was written".into());
    }
    // A copy that nothing takes in would be none.
    let words = world.words().backups();
    let other = world.browser("autre").await?;
    other.open("").await?;
    screens::hand_file(&other, &saved).await?;
    other.see(&thing("heading", words.whole_title)).await?;
    other.press(&thing("button", words.whole_apply)).await?;
    screens::arrive(&other, "#/").await?;
    other.go("#/premier-appel/rencontre").await?;
    until("the story in the other browser", || async {
        let held = other.see(&screens::story(world.words())).await?.value;
        if held == STORY { Ok(Some(())) } else { Err(format!("the field holds “{held}”").into()) }
    })
    .await
}

/// Empties what scripts can of this origin, as a browser does that forgets a site.
const FORGET: &str = "const done = arguments[0]; localStorage.clear(); \
    const ask = indexedDB.open('binome'); \
    ask.onerror = () => done(String(ask.error)); \
    ask.onsuccess = () => { \
        const names = Array.from(ask.result.objectStoreNames); \
        const all = ask.result.transaction(names, 'readwrite'); \
        for (const name of names) all.objectStore(name).clear(); \
        all.oncomplete = () => { ask.result.close(); done(''); }; \
    };";

/// Both stores emptied behind the page's back: said at the next visit, with the way to bring a copy in.
pub async fn when_the_browser_forgets(world: &World) -> Outcome {
    let words = world.words();
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    screens::saved(words, &browser).await?;
    let fault: String = browser.session().await?.execute_async(FORGET, vec![]).await?.convert()?;
    if !fault.is_empty() {
        return Err(fault.into());
    }
    browser.session().await?.refresh().await?;
    browser.see(&thing("heading", words.keeping().lost_title)).await?;
    browser.read(words.keeping().lost_body).await?;
    browser.press(&thing("link", words.keeping().import)).await?;
    browser.see(&thing("heading", words.import().title)).await?;
    Ok(())
}

/// Ctrl+Z outside a field undoes, and says what; after a reload what was undone is done again.
pub async fn undone_and_done_again(world: &World) -> Outcome {
    const WHAT: &str = "Faut-il un schéma";
    let words = world.words();
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    browser.go("#/questions").await?;
    browser.type_into(&field(words.questions().ask_label), WHAT).await?;
    browser.press(&thing("button", words.questions().ask_button)).await?;
    screens::saved(words, &browser).await?;
    browser.go("#/aide").await?;
    browser.chord(&[thirtyfour::Key::Control], 'z').await?;
    browser.read(words.history().undone).await?;
    screens::saved(words, &browser).await?;
    browser.open("#/questions").await?;
    browser.session().await?.refresh().await?;
    browser.settled().await?;
    if browser.reads(WHAT).await? {
        return Err("the question that was undone is there after a reload".into());
    }
    browser.press(&thing("button", words.history().redo)).await?;
    browser.read(WHAT).await?;
    Ok(())
}
