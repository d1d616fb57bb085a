//! Sessions that do not go as planned: cancelled late, cancelled in time and made up for, missed, corrected; a clock that pauses.

use binome::document::project;
use binome::domain::rule::cancellation::{Cancellation, Verdict};
use binome::domain::{
    Booking, Command, OrganisationCommand, Pairing, Role, SessionCommand, SessionId, SessionKind, Slot,
    StandingCommand, WallTime, Weekday, ZoneName,
};

use super::Outcome;
use crate::Fault;
use crate::browser::Browser;
use crate::page::thing;
use crate::poll::until;
use crate::sample::{Copy, now};
use crate::screens::{self, MENTOR, STUDENT, adopt, button, field};
use crate::world::World;

/// In five hours, in five days, and two hours ago.
const NEAR: &str = "proche";
const FAR: &str = "loin";
const PAST: &str = "passee";

fn id(name: &str) -> Result<SessionId, Fault> {
    Ok(SessionId::parse(name).ok_or("a session’s identifier")?)
}

fn at(name: &str) -> String {
    format!("#/session?id={name}")
}

/// Léa's browser with the three sessions and a usual slot.
async fn browser_of(world: &World) -> Result<std::sync::Arc<Browser>, Fault> {
    // Not just now: whoever books is still choosing for an hour, and then moves nothing.
    let mut copy = Copy::start_at(now().plus_minutes(-100), "standing000001", MENTOR, STUDENT)?;
    let time = WallTime::new(18, 0).ok_or("a wall time")?;
    let zone = ZoneName::parse("Europe/Paris").ok_or("a zone")?;
    let slot = Slot { weekday: Weekday::Tue, time, zone };
    copy.order(&Command::Organisation(OrganisationCommand::SetSlot(Some(slot))))?;
    let book = |start| Booking { start, minutes: 45 };
    copy.order(&Command::Book(id(NEAR)?, book(now().plus_minutes(5 * 60))))?;
    copy.order(&Command::Book(id(FAR)?, book(now().plus_minutes(5 * 24 * 60))))?;
    // Nobody books in the past: it was noted as held, and opened again.
    let ago = now().plus_minutes(-2 * 60);
    let recall = StandingCommand::Recall(id(PAST)?, SessionKind::Mentoring, ago, 45);
    copy.order(&Command::Session(SessionCommand::Standing(recall)))?;
    copy.order(&Command::Session(SessionCommand::Reopen(id(PAST)?)))?;
    let path = world.file("seances.json", copy.file().as_bytes())?;
    let browser = world.browser("lea").await?;
    browser.open("").await?;
    adopt(world, &browser, &path, Role::Student).await?;
    Ok(browser)
}

/// What the browser's copy says.
async fn record(world: &World, browser: &Browser) -> Result<Pairing, Fault> {
    Ok(project(&screens::read_copy(&screens::save_copy(world, browser).await?)?.document))
}

fn verdict(pair: &Pairing, name: &str) -> Result<Verdict, Fault> {
    let session = pair.session(&id(name)?).ok_or("the session")?;
    Ok(Cancellation::of(pair, session).ok_or("it is not called off")?.ruling(&pair.contract).verdict)
}

/// The words of a text up to where its value comes.
fn before_value(text: fn(&str) -> String) -> String {
    text("\u{2603}").split('\u{2603}').next().unwrap_or_default().to_owned()
}

/// Late: said so before it is done, and not recoverable. In time, agreed and with a new slot: made up for.
pub async fn cancelled(world: &World) -> Outcome {
    let words = world.words();
    let browser = browser_of(world).await?;
    let what = thing("group", words.standing().change_what);
    browser.go(&at(NEAR)).await?;
    browser.choose(&what, &thing("radio", words.standing().do_cancel)).await?;
    browser.read(&before_value(words.cancellation().late)).await?;
    browser.press(&button(words.standing().cancel_anyway)).await?;
    browser.read(words.standing().off_title).await?;
    browser.read(&before_value(words.standing().off_late)).await?;

    browser.go(&at(FAR)).await?;
    browser.choose(&what, &thing("radio", words.standing().do_cancel)).await?;
    browser.read(&(words.cancellation().lacking_both)(MENTOR)).await?;
    let agreed = thing("group", &(words.cancellation().agreed_legend)(MENTOR));
    browser.choose(&agreed, &thing("radio", words.common().yes)).await?;
    browser.read(words.cancellation().lacking_slot).await?;
    let tuesday = if world.stage.locale == binome::i18n::Locale::Fr { "Mardi" } else { "Tuesday" };
    let slots = thing("group", words.standing().new_slot);
    browser.choose(&slots, &thing("radio", tuesday).starting()).await?;
    browser.press(&button(&before_value(words.standing().cancel_and_book)).starting()).await?;
    browser.read(words.standing().off_recoverable).await?;
    browser.go("#/sessions").await?;
    browser.read(&(words.standing().cancelled_by)(STUDENT)).await?;

    let pair = record(world, &browser).await?;
    let (late, early) = (verdict(&pair, NEAR)?, verdict(&pair, FAR)?);
    if !matches!(late, Verdict::Late { .. }) || early != Verdict::Recoverable {
        return Err(format!("late {late:?}, early {early:?}").into());
    }
    Ok(())
}

/// Moved, a session keeps the slot it had in sight. A session that nobody noted is, with its day.
pub async fn moved(world: &World) -> Outcome {
    let words = world.words();
    let browser = browser_of(world).await?;
    browser.go(&at(FAR)).await?;
    let what = thing("group", words.standing().change_what);
    browser.choose(&what, &thing("radio", words.standing().do_move)).await?;
    browser.read(words.standing().move_large).await?;
    let tuesday = if world.stage.locale == binome::i18n::Locale::Fr { "Mardi" } else { "Tuesday" };
    let slots = thing("group", words.standing().new_slot);
    browser.choose(&slots, &thing("radio", tuesday).starting()).await?;
    browser.press(&button(&before_value(words.standing().move_to)).starting()).await?;
    browser.read(&before_value(words.standing().moved_said)).await?;

    browser.go("#/sessions").await?;
    browser.press(&button(words.sessions().recall)).await?;
    // The form takes the focus once it is drawn, to its first field; the day comes after it.
    let day = "const form = document.querySelector('#recall'); \
        if (!form || !form.contains(document.activeElement)) return false; \
        form.querySelector('input[type=date]').focus(); return true;";
    until("the day’s field", || async {
        let there: bool = browser.session().await?.execute(day, vec![]).await?.convert()?;
        Ok(there.then_some(()))
    })
    .await?;
    // The first of January is written alike wherever browsers put the month.
    browser.keys("01012026").await?;
    browser.press(&button(words.sessions().recall)).await?;
    browser.read(words.sessions().recalled_said).await?;

    let pair = record(world, &browser).await?;
    let session = pair.session(&id(FAR)?).ok_or("the session")?;
    let recalled = pair.sessions.first().ok_or("a first session")?;
    let day = recalled.booking().map(|slot| slot.start.to_string()).unwrap_or_default();
    if session.moved_from.is_none() || !recalled.is_held() {
        return Err(format!("{session:?}, {recalled:?}").into());
    }
    if !(day.starts_with("2026-01-01") || day.starts_with("2025-12-31")) {
        return Err(format!("noted for {day}").into());
    }
    Ok(())
}

/// An absence noted by mistake is corrected, not without a reason, which stays in sight.
pub async fn corrected(world: &World) -> Outcome {
    let words = world.words();
    let browser = browser_of(world).await?;
    browser.go(&at(PAST)).await?;
    let what = thing("group", words.standing().change_what);
    browser.choose(&what, &thing("radio", words.standing().do_absent)).await?;
    browser.press(&button(words.standing().note_absence)).await?;
    browser.read(words.standing().off_title_past).await?;
    browser.read(words.standing().off_absent).await?;

    browser.press(&button(words.standing().correct_open)).await?;
    let truth = thing("group", words.standing().correct_to);
    browser.choose(&truth, &thing("radio", words.standing().to_held)).await?;
    browser.press(&button(words.standing().correct)).await?;
    browser.read(words.refusals().reason_missing).await?;
    let reason = "Le lien avait changé";
    browser.type_into(&field(words.standing().reason), reason).await?;
    browser.press(&button(words.standing().correct)).await?;
    browser.read(words.session().week_none).await?;
    let said = (words.standing().corrected_why)(words.standing().absent, reason);
    browser.read(&said[said.char_indices().nth(1).map_or(0, |(at, _)| at)..]).await?;
    browser.go("#/sessions").await?;
    browser.read(&said).await?;

    let pair = record(world, &browser).await?;
    let session = pair.session(&id(PAST)?).ok_or("the session")?;
    if !session.is_held() || session.reason != reason {
        return Err(format!("{session:?}").into());
    }
    Ok(())
}

/// A pause is in the record: a page that is loaded again shows it, and goes on from there.
pub async fn paused(world: &World) -> Outcome {
    let words = world.words();
    let browser = browser_of(world).await?;
    browser.go(&at(NEAR)).await?;
    browser.press(&button(words.session().begin)).await?;
    browser.press(&button(words.standing().pause)).await?;
    let since = before_value(words.standing().paused_since);
    browser.read(&since).await?;
    // Read back from storage, then loaded again.
    browser.read(&before_value(words.common().saved_at)).await?;
    browser.open(&at(NEAR)).await?;
    browser.read(&since).await?;
    browser.press(&button(words.standing().resume)).await?;
    browser.see(&button(words.standing().pause)).await?;
    browser.see(&thing("timer", "").starting()).await?;

    let pair = record(world, &browser).await?;
    let session = pair.session(&id(NEAR)?).ok_or("the session")?;
    if session.pauses == binome::domain::session::Pauses::default() || session.pauses.since().is_some() {
        return Err(format!("{session:?}").into());
    }
    Ok(())
}
