//! The pair's dates for calendars: all of them saved as a file and copied as its text, those of one session, the end of one goal.

use binome::document::{Document, project};
use binome::export::calendar::Revision;

use super::Outcome;
use crate::browser::Browser;
use crate::page::thing;
use crate::screens::{self, button};
use crate::world::World;

/// A goal of the sample that is not over.
const GOAL: &str = "rédige 5 cas de test";

/// The file that the button saves.
async fn saved(browser: &Browser, words: &str) -> Result<String, crate::Fault> {
    screens::clear_downloads(browser)?;
    browser.press(&button(words)).await?;
    Ok(std::fs::read_to_string(screens::downloaded(browser, "ics").await?)?)
}

/// How many events a calendar has, each of the record as it is now.
fn events(calendar: &str, document: &Document) -> Result<usize, String> {
    let count = |line: &str| calendar.lines().filter(|it| it.trim_end() == line).count();
    let all = count("BEGIN:VEVENT");
    let number = Revision::of(document).number;
    let is_whole = calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n");
    if is_whole && count(&format!("SEQUENCE:{number}")) == all {
        Ok(all)
    } else {
        Err(format!("not a calendar of edit {number}: {calendar}"))
    }
}

pub async fn taken_along(world: &World) -> Outcome {
    let words = world.words().calendar();
    let browser = world.browser("lea").await?;
    screens::lived_in(world, &browser).await?;
    let copy = screens::read_copy(&screens::save_copy(world, &browser).await?)?.document;
    let pair = project(&copy);

    browser.go("#/sessions").await?;
    let whole = saved(&browser, words.save_whole).await?;
    let expected = 2 * pair.sessions.iter().filter(|it| it.state.is_some()).count()
        + pair.goals.iter().filter(|goal| goal.end.is_some()).count();
    let found = events(&whole, &copy)?;
    if found < expected || !whole.contains(GOAL) {
        return Err(format!("{found} events, at least {expected} were expected: {whole}").into());
    }
    // The same as text, for who may not save files; and the same from the goals' screen.
    if screens::copied(&browser, &button(words.copy)).await? != whole {
        return Err("what is copied is not the file".into());
    }
    browser.read(words.copied).await?;
    browser.go("#/objectifs").await?;
    browser.press(&button(words.title)).await?;
    if saved(&browser, words.save_whole).await? != whole {
        return Err("the goals’ screen gives another file than the sessions’".into());
    }

    // One goal.
    browser.press(&thing("button", &(world.words().goals().about)(words.goal_summary, GOAL))).await?;
    let one = saved(&browser, words.save).await?;
    if events(&one, &copy)? != 1 || !one.contains(GOAL) {
        return Err(format!("one goal’s day was expected: {one}").into());
    }

    // One session with its last moment to cancel.
    let next = pair.next_session(crate::sample::now()).ok_or("a session ahead")?.0;
    browser.go(&format!("#/session?id={}", next.id)).await?;
    let one = saved(&browser, words.save).await?;
    let uids = [format!("UID:session-{}@binome", next.id), format!("UID:cancel-{}@binome", next.id)];
    if uids.iter().any(|uid| !one.contains(uid)) || events(&one, &copy)? < 2 {
        return Err(format!("the session and its limit were expected: {one}").into());
    }
    Ok(())
}
