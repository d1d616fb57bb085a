//! What people do on each screen, by the words they read there and by keys alone.

use binome::document::{Incoming, file};
use binome::domain::{PointId, Role, Section};
use binome::i18n::Messages;
use std::path::{Path, PathBuf};
use thirtyfour::{By, Key};

use crate::Fault;
use crate::browser::Browser;
use crate::journeys::Outcome;
use crate::page::{Thing, thing};
use crate::poll::until;
use crate::sample;
use crate::world::World;

/// The mentor of every journey.
pub const MENTOR: &str = "Karim";
/// The student of every journey.
pub const STUDENT: &str = "Léa";

/// A button by its words.
pub fn button(words: &str) -> Thing {
    thing("button", words)
}

/// A link by its words.
pub fn link(words: &str) -> Thing {
    thing("link", words)
}

/// A field by the beginning of its label, which may go on with a remark.
pub fn field(label: &str) -> Thing {
    thing("textbox", label).starting()
}

/// Section 1: the mentor's own story.
pub fn story(words: &Messages) -> Thing {
    field(words.meeting().story)
}

/// Waits until that screen stands.
pub async fn arrive(browser: &Browser, hash: &str) -> Outcome {
    until(&format!("the screen {hash}"), || async {
        let at: String = browser.ask("hash", serde_json::Value::Null).await?;
        if at == hash { Ok(Some(())) } else { Err(format!("still at {at}").into()) }
    })
    .await?;
    browser.settled().await
}

/// Enters a screen anew, even when it stands already: it then shows the record as it is now, from its beginning.
pub async fn enter(browser: &Browser, hash: &str) -> Outcome {
    browser.go("#/aide").await?;
    browser.go(hash).await
}

/// Waits until the page says that all is saved.
pub async fn saved(words: &Messages, browser: &Browser) -> Outcome {
    browser.read((words.common().saved_at)("").trim()).await
}

/// Opens the page for the first time and starts a pair: two names, whose browser, Enter.
pub async fn first_run(world: &World, browser: &Browser) -> Outcome {
    start(world, browser, Role::Mentor, MENTOR, STUDENT).await
}

/// The same with any names, in the browser of that role.
pub async fn start(world: &World, browser: &Browser, me: Role, mentor: &str, student: &str) -> Outcome {
    let words = world.words().welcome();
    browser.open("").await?;
    browser.see(&thing("heading", words.title)).await?;
    browser.type_into(&field(words.who_guides), mentor).await?;
    browser.type_into(&field(words.who_learns), student).await?;
    if me == Role::Student {
        browser.choose(&thing("group", words.whose_browser), &thing("radio", student)).await?;
        browser.tab_to(&field(words.who_learns)).await?;
    }
    browser.keys(Key::Enter.value().to_string()).await?;
    arrive(browser, "#/premier-appel/rencontre").await
}

/// Both say that they have finished the section that stands.
pub async fn both_finished(world: &World, browser: &Browser) -> Outcome {
    for name in [MENTOR, STUDENT] {
        browser.tick(&thing("checkbox", &(world.words().call().has_finished)(name))).await?;
    }
    Ok(())
}

/// Says of a point of sections 2 to 4 that it is clear, or to clarify.
pub async fn mark(world: &World, browser: &Browser, point: PointId, clear: bool) -> Outcome {
    let words = world.words().points();
    let answer = if clear { words.clear } else { words.to_clarify };
    browser.choose(&thing("group", &words.title(point, MENTOR)), &thing("radio", answer)).await
}

/// Goes on to the next section by its link.
pub async fn go_on(world: &World, browser: &Browser, to: Section) -> Outcome {
    let words = world.words().call();
    browser.press(&link(&(words.continue_to)(words.name(to)))).await?;
    arrive(browser, &format!("#/premier-appel/{}", to.slug())).await
}

/// Writes the first goal of section 5 and keeps it.
pub async fn write_goal(world: &World, browser: &Browser, what: &str, evidence: &str, hours: &str) -> Outcome {
    let words = world.words().goal_editor();
    browser.type_into(&field(&(words.numbered)(1, "")), what).await?;
    browser.type_into(&field(words.evidence), evidence).await?;
    browser.type_into(&field(words.hours), hours).await?;
    browser.press(&button(words.keep)).await?;
    browser.see(&button(&(words.change_named)(what))).await?;
    Ok(())
}

/// Chooses the Tuesday of next week for the next session.
pub async fn book_tuesday(world: &World, browser: &Browser) -> Outcome {
    let words = world.words().next_session();
    let week = thing("group", (words.week_of)("").trim()).starting();
    let tuesday = if world.stage.locale == binome::i18n::Locale::Fr { "mardi" } else { "Tuesday" };
    browser.read(words.nothing_yet).await?;
    browser.choose(&week, &thing("radio", tuesday).starting()).await?;
    browser.read(words.on_the_platform).await?;
    until("the date that was chosen", || async { Ok((!browser.reads(words.nothing_yet).await?).then_some(())) }).await
}

/// Saves a copy by the button of the screen that gives one; answers the file.
pub async fn save_copy(world: &World, browser: &Browser) -> Result<PathBuf, Fault> {
    let words = world.words().share();
    clear_downloads(browser)?;
    enter(browser, "#/partager").await?;
    browser.press(&button(words.download)).await?;
    downloaded(browser, "json").await
}

/// Forgets what was saved before.
pub fn clear_downloads(browser: &Browser) -> Outcome {
    for old in files_in(&browser.downloads) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}

/// Presses a button that copies; answers what reached the clipboard.
pub async fn copied(browser: &Browser, copy: &Thing) -> Result<String, Fault> {
    let listen = "window.taken = ''; Object.defineProperty(navigator, 'clipboard', { configurable: true,
        value: { writeText: text => { window.taken = text; return Promise.resolve(); } } });";
    browser.session().await?.execute(listen, vec![]).await?;
    browser.press(copy).await?;
    until("a text in the clipboard", || async {
        let taken: String = browser.session().await?.execute("return window.taken;", vec![]).await?.convert()?;
        Ok((!taken.is_empty()).then_some(taken))
    })
    .await
}

/// Waits for the file that the page has just saved.
pub async fn downloaded(browser: &Browser, ending: &str) -> Result<PathBuf, Fault> {
    until("the file among the downloads", || async {
        let finished = |path: &PathBuf| {
            path.extension().is_some_and(|end| end == ending) && path.metadata().is_ok_and(|data| data.len() > 0)
        };
        Ok(files_in(&browser.downloads).into_iter().find(finished))
    })
    .await
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// Reads a saved copy as another browser would.
pub fn read_copy(path: &Path) -> Result<Incoming, Fault> {
    Ok(file::read(&std::fs::read(path)?).map_err(|fault| format!("the saved copy cannot be read: {fault}"))?)
}

/// Hands a file to the screen that receives copies. The system's own file dialog is the one thing that no key of the page reaches.
pub async fn hand_file(browser: &Browser, path: &Path) -> Outcome {
    enter(browser, "#/importer").await?;
    let picker = until("the file picker", || async {
        Ok(browser.session().await?.find_all(By::Css("input[type=file]")).await?.into_iter().next())
    })
    .await?;
    picker.send_keys(path.display().to_string()).await?;
    Ok(())
}

/// Takes a first copy into an empty browser, as somebody of that role.
pub async fn adopt(world: &World, browser: &Browser, path: &Path, me: Role) -> Outcome {
    let words = world.words().import();
    hand_file(browser, path).await?;
    let whose = match me {
        Role::Mentor => (words.whose_mentor)(MENTOR),
        Role::Student => (words.whose_student)(STUDENT),
    };
    browser.choose(&thing("group", words.whose_legend), &thing("radio", &whose)).await?;
    browser.press(&button(words.open_pair)).await?;
    until("the pair is open", || async {
        let hash: String = browser.ask("hash", serde_json::Value::Null).await?;
        Ok((hash != "#/importer").then_some(()))
    })
    .await?;
    browser.settled().await
}

/// Answers that a file is of the same pair, if the page asks; says whether it did.
pub async fn join_if_asked(world: &World, browser: &Browser) -> Result<bool, Fault> {
    let words = world.words().import();
    let question = thing("group", words.stranger_legend);
    let apply = button(words.apply_decisions).starting();
    let asked = until("the review or its question", || async {
        match (browser.count(&question).await?, browser.count(&apply).await?) {
            (0, 0) => Ok(None),
            (asked, _) => Ok(Some(asked > 0)),
        }
    })
    .await?;
    if asked {
        browser.choose(&question, &thing("radio", words.stranger_same)).await?;
        browser.press(&button(world.words().common().continue_)).await?;
    }
    Ok(asked)
}

/// A pair with words on every screen, received as a file.
pub async fn lived_in(world: &World, browser: &Browser) -> Outcome {
    let path = world.file("exemple.json", sample::rich()?.file().as_bytes())?;
    browser.open("").await?;
    adopt(world, browser, &path, Role::Student).await
}
