//! The rules: what they answer, what would be if, the numbers of a contract; a week excused, and the attendance record.

use binome::document::project;
use binome::domain::{Booking, Command, Pairing, Role, SessionId};
use binome::i18n::{LedgerWords, Rules, capitalised};

use thirtyfour::Key;

use super::Outcome;
use crate::Fault;
use crate::browser::Browser;
use crate::page::thing;
use crate::sample::{Copy, now};
use crate::screens::{self, MENTOR, STUDENT, adopt, button, field};
use crate::world::World;

/// Léa's browser, with a session in five days.
async fn browser_of(world: &World) -> Result<std::sync::Arc<Browser>, Fault> {
    let mut copy = Copy::start_at(now().plus_minutes(-100), "rules000000001", MENTOR, STUDENT)?;
    let id = SessionId::parse("loin").ok_or("a session’s identifier")?;
    copy.order(&Command::Book(id, Booking { start: now().plus_minutes(5 * 24 * 60), minutes: 45 }))?;
    let path = world.file("regles.json", copy.file().as_bytes())?;
    let browser = world.browser("lea").await?;
    browser.open("").await?;
    adopt(world, &browser, &path, Role::Student).await?;
    Ok(browser)
}

async fn record(world: &World, browser: &Browser) -> Result<Pairing, Fault> {
    Ok(project(&screens::read_copy(&screens::save_copy(world, browser).await?)?.document))
}

/// The words of a text up to where its value comes.
fn before_value(text: fn(&str) -> String) -> String {
    text("\u{2603}").split('\u{2603}').next().unwrap_or_default().to_owned()
}

/// What if, by keys: what is missing, then recoverable. A longer notice makes it late at once; given back, in time again.
pub async fn answered(world: &World) -> Outcome {
    let (words, rules) = (world.words(), Rules::of(world.stage.locale));
    let calc = words.cancellation();
    let browser = browser_of(world).await?;
    browser.go("#/regles").await?;
    for name in [rules.title_attendance, rules.title_deposit, rules.title_open_words] {
        browser.see(&thing("heading", name)).await?;
    }
    browser.read(&(rules.cancellation)(24, MENTOR)).await?;
    browser.read(&(rules.reading_cancellation)(24, MENTOR, STUDENT)).await?;

    browser.read(&(calc.lacking_both)(MENTOR)).await?;
    let agreed = thing("group", &(calc.agreed_legend)(MENTOR));
    browser.choose(&agreed, &thing("radio", words.common().yes)).await?;
    browser.read(calc.lacking_slot).await?;
    let new_slot = thing("group", calc.new_slot_legend);
    browser.choose(&new_slot, &thing("radio", words.common().yes)).await?;
    browser.read(&before_value(calc.recoverable)).await?;

    let notice = field(&capitalised(words.contract().notice));
    browser.type_into(&notice, "200").await?;
    browser.keys(Key::Tab.value().to_string()).await?;
    browser.read(&before_value(rules.too_late)).await?;
    browser.read(&before_value(calc.late)).await?;
    browser.read(&(rules.cancellation)(200, MENTOR)).await?;
    let said = record(world, &browser).await?.contract.notice_hours;
    if said != 200 {
        return Err(format!("the contract says {said} h").into());
    }

    browser.go("#/regles").await?;
    browser.type_into(&notice, "0").await?;
    browser.keys(Key::Tab.value().to_string()).await?;
    browser.read(words.refusals().hours_out_of_range).await?;
    browser.press(&button(&(rules.contract_back)(&(words.contract().hours)(24)))).await?;
    browser.read(&(rules.cancellation)(24, MENTOR)).await?;
    Ok(())
}

/// A break needs its reason; it stands on the record, and the week counts again by one press.
pub async fn excused(world: &World) -> Outcome {
    let ledger = LedgerWords::of(world.stage.locale);
    let browser = browser_of(world).await?;
    browser.go("#/sessions").await?;
    browser.press(&button(ledger.pause_open)).await?;
    browser.press(&button(ledger.pause_add)).await?;
    browser.read(world.words().refusals().reason_missing).await?;
    browser.type_into(&field(ledger.pause_reason), "Congés d’hiver").await?;
    browser.press(&button(ledger.pause_add)).await?;
    let count = button(&before_value(ledger.pause_count)).starting();
    browser.see(&count).await?;
    browser.go("#/assiduite").await?;
    browser.see(&button(ledger.print)).await?;
    browser.read(&(ledger.excused_why)("Congés d’hiver")).await?;
    let pair = record(world, &browser).await?;
    let week = pair.weeks.first().ok_or("a week")?;
    if pair.excused(week.monday) != Some("Congés d’hiver") {
        return Err(format!("{:?}", pair.weeks).into());
    }
    browser.go("#/sessions").await?;
    browser.press(&count).await?;
    browser.see_none(&count).await?;
    let left = record(world, &browser).await?.weeks;
    if left.is_empty() { Ok(()) } else { Err(format!("{left:?}").into()) }
}
