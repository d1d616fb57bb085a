//! The report of a session: read over, a part put into other words by keys, copied, and given back to the session.

use binome::domain::{Booking, Command, PersonId, QuestionId, Role, SessionCommand, SessionId, schema};
use thirtyfour::Key;

use super::Outcome;
use crate::Fault;
use crate::browser::Browser;
use crate::sample::{self, Copy};
use crate::screens::{self, MENTOR, STUDENT, button, field};
use crate::world::World;

const QUESTION: &str = "Faut-il déposer la maquette avec le code ?";
const ANSWER: &str = "Un lien suffit s’il reste ouvert.";
const OWN: &str = "La maquette : un lien, gardé ouvert.";
const NOTE: &str = "Demander si le rythme convient.";
const HERE: &str = "#/compte-rendu?id=tenue";

/// A pair that held a session two days ago.
fn held() -> Result<Copy, Fault> {
    let began = sample::now().plus_minutes(-2 * 24 * 60);
    let mut copy = Copy::start_at(began, "compterendu001", MENTOR, STUDENT)?;
    let session = SessionId::parse("tenue").ok_or("a session’s identifier")?;
    let question = QuestionId::parse("maquette").ok_or("a question’s identifier")?;
    copy.order(&Command::Book(session.clone(), Booking { start: began.plus_minutes(30), minutes: 45 }))?;
    copy.order(&Command::Ask(question.clone(), QUESTION.into()))?;
    copy.order(&Command::Session(SessionCommand::Begin(session.clone())))?;
    copy.order(&Command::Write(schema::answer(&question, PersonId::MENTOR), ANSWER.into()))?;
    copy.order(&Command::Session(SessionCommand::Answer(session.clone(), question, true)))?;
    copy.order(&Command::Session(SessionCommand::Close(session, 44)))?;
    Ok(copy)
}

/// Whether the page holds the words anywhere, seen or not.
async fn holds(browser: &Browser, words: &str) -> Result<bool, Fault> {
    let script = "return document.documentElement.textContent.includes(arguments[0])
        || [...document.querySelectorAll('input, textarea')].some(field => field.value.includes(arguments[0]));";
    Ok(browser.session().await?.execute(script, vec![words.into()]).await?.convert()?)
}

/// By keys: rewritten, still there after a reload, in what is copied; nobody's note anywhere; taken back, and undone.
pub async fn rewritten(world: &World) -> Outcome {
    let words = world.words();
    let part = words.session_report().questions;
    let own = field(&(words.session_report().own_label)(part));
    let take_back = button(&(words.session_report().take_back_named)(part));
    let browser = world.browser("lea").await?;
    let path = world.file("tenue.json", held()?.file().as_bytes())?;
    browser.open("").await?;
    screens::adopt(world, &browser, &path, Role::Student).await?;
    browser.go("#/session?id=tenue").await?;
    browser.type_into(&field(words.session().private_label), NOTE).await?;
    browser.go(HERE).await?;
    browser.read(ANSWER).await?;
    if holds(&browser, NOTE).await? {
        return Err("a private note is on the page of the report".into());
    }

    browser.press(&button(&(words.recap().change_line)(part))).await?;
    let before = browser.see(&own).await?.value;
    if !(before.contains(QUESTION) && before.contains(ANSWER)) {
        return Err(format!("what is rewritten begins as “{before}”").into());
    }
    browser.type_into(&own, OWN).await?;
    browser.press(&button(words.session_report().done)).await?;
    browser.see(&take_back).await?;
    screens::saved(words, &browser).await?;
    browser.session().await?.refresh().await?;
    browser.settled().await?;
    browser.read(OWN).await?;
    let taken = screens::copied(&browser, &button(words.session_report().copy)).await?;
    if !taken.contains(OWN) || taken.contains(ANSWER) || taken.contains(NOTE) {
        return Err(format!("copied: {taken}").into());
    }

    browser.press(&take_back).await?;
    browser.read(ANSWER).await?;
    browser.see_none(&take_back).await?;
    browser.chord(&[Key::Control], 'z').await?;
    browser.read(OWN).await?;
    browser.see(&take_back).await?;
    Ok(())
}
