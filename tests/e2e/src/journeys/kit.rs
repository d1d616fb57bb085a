//! The defence kit: names made and copied, names pasted and looked at, the deposit noted on time and late, the plan's minutes.

use binome::document::project;
use binome::domain::kit::{Stage, field as kit_field};
use binome::domain::schema::name;
use binome::domain::track::TrackCommand;
use binome::domain::{Booking, Command, Mode, ProgrammeCommand, ProjectId, Role, SessionId, programme};
use binome::i18n::capitalised;

use super::Outcome;
use crate::Fault;
use crate::poll::until;
use crate::sample::{Copy, now};
use crate::screens::{self, MENTOR, STUDENT, adopt, button, field};
use crate::world::World;

/// Two defences: one in a week, one tomorrow, whose limit has gone by.
fn two_defences() -> Result<Copy, Fault> {
    let mut copy = Copy::start("soutenances001", MENTOR, STUDENT)?;
    for (id, title, hours) in [("maquette", "Maquette d’été", 7 * 24), ("enquete", "L’enquête", 30)] {
        let project = ProjectId::parse(id).ok_or("a project’s identifier")?;
        let session = SessionId::parse(&format!("defense-{id}")).ok_or("a session’s identifier")?;
        copy.order(&Command::Programme(ProgrammeCommand::AddProjects(vec![(project.clone(), title.into())])))?;
        copy.order(&Command::Programme(ProgrammeCommand::SetMode(project.clone(), Some(Mode::Defence))))?;
        copy.order(&Command::Write(programme::project(&project, name::DELIVERABLES), "- Le rapport".into()))?;
        let today = now().to_string().get(..10).and_then(|day| day.parse().ok()).ok_or("a day")?;
        copy.order(&Command::Track(TrackCommand::Authorise(project.clone(), today)))?;
        let slot = Booking { start: now().plus_minutes(hours * 60), minutes: 30 };
        copy.order(&Command::Track(TrackCommand::Book(project, session, slot)))?;
    }
    Ok(copy)
}

/// By keys alone.
pub async fn prepared(world: &World) -> Outcome {
    let words = world.words().kit();
    let path = world.file("soutenances.json", two_defences()?.file().as_bytes())?;
    let browser = world.browser("lea").await?;
    browser.open("").await?;
    adopt(world, &browser, &path, Role::Student).await?;

    // From the defence to its kit.
    browser.go("#/session?id=defense-maquette").await?;
    browser.press(&screens::link(words.link)).await?;
    screens::arrive(&browser, "#/soutenance?id=maquette").await?;
    browser.read(&(words.missing)(words.piece_surname)).await?;
    browser.type_into(&field(words.surname), "Martin").await?;
    browser.type_into(&field(words.archive), "NOM-Prenom-projet").await?;
    browser.tab_to(&field(words.pasted)).await?;
    let archive = "MARTIN-Lea-maquette-d-ete";
    if screens::copied(&browser, &button(&(words.copy_named)(archive))).await? != archive {
        return Err("another name was copied".into());
    }

    // Names that people made: one as it is to be, one with an accent, one that is nothing of it.
    let pasted = format!("{archive}.zip");
    browser.type_into(&field(words.pasted), &format!("{pasted}\nvacances.jpg")).await?;
    browser.read(words.fits).await?;
    browser.read(words.unlike).await?;
    browser.read((words.left)("").trim_end_matches([' ', '.', '\u{a0}'])).await?;
    browser.type_into(&field(words.pasted), "MARTIN-Léa-maquette-d-ete.zip").await?;
    browser.read(words.accents).await?;
    browser.read(&(words.write_rather)(&pasted)).await?;

    // The deposit: on time here, late for tomorrow's defence.
    browser.press(&button(words.deposit_note)).await?;
    browser.see(&button(words.deposit_undo)).await?;
    let on_time = (words.deposit_on_time)("");
    browser.read(on_time.rsplit(':').next().unwrap_or_default().trim()).await?;
    browser.type_into(&field(&capitalised(words.stage(Stage::Presentation))), "20").await?;
    browser.keys(thirtyfour::Key::Tab.value().to_string()).await?;
    browser.read(&(words.plan_longer)("35 min", "30 min")).await?;

    browser.go("#/soutenance?id=enquete").await?;
    let gone = (words.deposit_gone)("");
    browser.read(gone.split('.').nth(1).unwrap_or_default().trim()).await?;
    browser.press(&button(words.deposit_note)).await?;
    let late = (words.deposit_late)("");
    browser.read(late.rsplit(':').next().unwrap_or_default().trim()).await?;

    // All of it is in the record.
    let copy = screens::read_copy(&screens::save_copy(world, &browser).await?)?.document;
    let pair = project(&copy);
    let deposited = pair.sessions.iter().filter(|session| session.deposited.is_some()).count();
    let surname = copy.value(&kit_field(name::SURNAME)).and_then(|value| value.text());
    if deposited != 2 || surname != Some("Martin") || pair.kit.minutes(Stage::Presentation) != 20 {
        return Err(format!("{deposited} deposits, {surname:?}, {:?}", pair.kit).into());
    }
    // Taken back by a press.
    browser.go("#/soutenance?id=enquete").await?;
    browser.press(&button(words.deposit_undo)).await?;
    until("the deposit is to be noted", || async {
        Ok((browser.count(&button(words.deposit_note)).await? == 1).then_some(()))
    })
    .await
}
