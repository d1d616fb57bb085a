//! The whole first call: everything that its five sections and its recap offer, used once.

use std::path::Path;
use std::sync::OnceLock;
use std::time::SystemTime;

use binome::document::project;
use binome::domain::{
    Channel, Given, Help, PersonId, PointId, PromiseId, PromiseState, QuestionOrigin, Section, Situation,
};
use binome::i18n::Locale;

use super::Outcome;
use crate::browser::Browser;
use crate::hand::Hand;
use crate::page::thing;
use crate::poll::until;
use crate::screens::{self, MENTOR, STUDENT, button, field, link};
use crate::world::World;

const STORY: &str = "Dix ans de code, puis l’envie de transmettre.";
const CONTACT: &str = "Inès Morvan";
const PROJECTS: [&str; 2] = ["Préparer son année", "Maquetter un catalogue"];
const GOAL: &str = "rédige 5 cas de test";

/// On a laptop, without a mouse.
pub async fn by_keys(world: &World) -> Outcome {
    let browser = world.browser("karim").await?;
    walk(world, &browser, Hand::Keys).await
}

/// On a phone.
pub async fn by_touch(world: &World) -> Outcome {
    let browser = world.browser("karim").await?;
    browser.be_a_phone().await?;
    walk(world, &browser, Hand::Finger).await
}

/// The weekday of their slot, as said and as a number from Monday on: three days from now, so that whenever this runs the next session is
/// neither within the 24 hours in which nothing can be cancelled in time, nor too far away to be in the weeks that are offered.
fn usual_day(locale: Locale) -> (&'static str, u32) {
    const FR: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    static CHOSEN: OnceLock<usize> = OnceLock::new();
    let chosen = *CHOSEN.get_or_init(|| {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
        // 1 January 1970 was a Thursday.
        let ahead = now / 86_400 + 3 + 3;
        usize::try_from(ahead % 7).unwrap_or_default()
    });
    (if locale == Locale::Fr { FR[chosen] } else { EN[chosen] }, u32::try_from(chosen).unwrap_or_default())
}

async fn walk(world: &World, browser: &Browser, hand: Hand) -> Outcome {
    start(world, browser, hand).await?;
    meet(world, browser, hand).await?;
    helps(world, browser, hand).await?;
    programme(world, browser, hand).await?;
    organisation(world, browser, hand).await?;
    goals(world, browser, hand).await?;
    recap(world, browser, hand).await
}

async fn start(world: &World, browser: &Browser, hand: Hand) -> Outcome {
    let words = world.words().welcome();
    browser.open("").await?;
    hand.write(browser, &field(words.who_guides), MENTOR).await?;
    hand.write(browser, &field(words.who_learns), STUDENT).await?;
    hand.press(browser, &button(words.start)).await?;
    screens::arrive(browser, "#/premier-appel/rencontre").await
}

/// Both finished, and on to the next section.
async fn on(world: &World, browser: &Browser, hand: Hand, to: Section) -> Outcome {
    let words = world.words().call();
    for name in [MENTOR, STUDENT] {
        hand.tick(browser, &thing("checkbox", &(words.has_finished)(name))).await?;
    }
    hand.press(browser, &link(&(words.continue_to)(words.name(to)))).await?;
    screens::arrive(browser, &format!("#/premier-appel/{}", to.slug())).await
}

async fn meet(world: &World, browser: &Browser, hand: Hand) -> Outcome {
    let words = world.words();
    hand.write(browser, &screens::story(words), STORY).await?;
    hand.press(browser, &button(&(words.call().hand_over)(STUDENT))).await?;
    browser.read(&(words.call().over_to)(STUDENT)).await?;
    on(world, browser, hand, Section::Helps).await
}

async fn helps(world: &World, browser: &Browser, hand: Hand) -> Outcome {
    let words = world.words();
    let support = words.points().title(PointId::Support, MENTOR);
    let mark = |point| thing("group", &words.points().title(point, MENTOR));
    hand.choose(browser, &mark(PointId::Support), &thing("radio", words.points().clear)).await?;
    hand.choose(browser, &mark(PointId::Adviser), &thing("radio", words.points().to_clarify)).await?;
    hand.choose(browser, &thing("group", words.helps().ask), &thing("radio", &support)).await?;
    browser.read(words.helps().platform_why).await?;
    hand.press(browser, &button(words.helps().own_add)).await?;
    hand.write(browser, &field(words.helps().own_name), CONTACT).await?;
    hand.write(browser, &field(words.helps().own_reach), "ines@exemple.fr").await?;
    hand.press(browser, &button(words.helps().own_keep)).await?;
    browser.see_none(&field(words.helps().own_reach)).await?;
    browser.read(CONTACT).await?;
    on(world, browser, hand, Section::Programme).await
}

async fn programme(world: &World, browser: &Browser, hand: Hand) -> Outcome {
    let words = world.words().programme();
    hand.write(browser, &field(words.name), "Conception web").await?;
    // Numbers as they come when a list is pasted from a web page.
    let list = format!("P1 - {}\n2. {}", PROJECTS[0], PROJECTS[1]);
    hand.write(browser, &field(words.add), &list).await?;
    hand.press(browser, &button(&(words.add_these)(2))).await?;
    until("the second project in its field", || async {
        Ok((browser.see(&field(&(words.title_of)(2))).await?.value == PROJECTS[1]).then_some(()))
    })
    .await?;
    hand.pick_next(browser, words.current).await?;
    hand.write(browser, &field(words.milestone), "Session bilan").await?;
    on(world, browser, hand, Section::Organisation).await
}

async fn organisation(world: &World, browser: &Browser, hand: Hand) -> Outcome {
    let words = world.words();
    let (day, _) = usual_day(world.stage.locale);
    hand.choose(browser, &thing("group", words.organisation().slot_legend), &thing("radio", day)).await?;
    browser.see(&button(words.organisation().slot_remove)).await?;
    hand.tick(browser, &thing("checkbox", words.organisation().email)).await?;
    hand.pick_next(browser, &(words.organisation().answers)(MENTOR)).await?;
    // What if: with agreement and a new slot, the answer is a date.
    let yes = thing("radio", words.common().yes);
    hand.choose(browser, &thing("group", &(words.cancellation().agreed_legend)(MENTOR)), &yes).await?;
    hand.choose(browser, &thing("group", words.cancellation().new_slot_legend), &yes).await?;
    browser.read((words.cancellation().recoverable)("").trim_end_matches(['.', ' '])).await?;
    let promise = thing("group", &(words.agreement().accept)(words.agreement().weekly_title));
    for name in [MENTOR, STUDENT] {
        hand.tick(browser, &thing("checkbox", name).within(&promise)).await?;
    }
    hand.press(browser, &button(&(words.agreement().leave_named)(words.agreement().ahead_title))).await?;
    browser.see(&button(&(words.agreement().take_up_named)(words.agreement().ahead_title))).await?;
    on(world, browser, hand, Section::Goals).await
}

async fn goals(world: &World, browser: &Browser, hand: Hand) -> Outcome {
    let words = world.words();
    hand.write(browser, &field(&(words.goal_editor().numbered)(1, "")), GOAL).await?;
    hand.write(browser, &field(words.goal_editor().evidence), "Le fichier des cas").await?;
    hand.press(browser, &button(words.goal_editor().keep)).await?;
    browser.see(&button(&(words.goal_editor().change_named)(GOAL))).await?;
    // The usual day is offered, or chosen among the days.
    let (day, _) = usual_day(world.stage.locale);
    let week = thing("group", (words.next_session().week_of)("").trim()).starting();
    hand.choose(browser, &week, &thing("radio", day).starting()).await?;
    browser.read(words.next_session().on_the_platform).await?;
    hand.press(browser, &button(words.next_session().finish)).await?;
    screens::arrive(browser, "#/premier-appel/recapitulatif").await
}

async fn recap(world: &World, browser: &Browser, hand: Hand) -> Outcome {
    let words = world.words();
    for said in [STORY, CONTACT, PROJECTS[0], "Session bilan"] {
        browser.read(said).await?;
    }
    hand.press(browser, &button(&(words.agreement().sign)(MENTOR))).await?;
    browser.see_none(&button(&(words.agreement().sign)(MENTOR))).await?;
    hand.press(browser, &button(words.calendar().save)).await?;
    let calendar = std::fs::read_to_string(screens::downloaded(browser, "ics").await?)?;
    if !(calendar.starts_with("BEGIN:VCALENDAR\r\n")
        && calendar.contains("\r\nDTSTART:")
        && calendar.contains("VALARM"))
    {
        return Err(format!("the calendar’s file holds {calendar}").into());
    }
    hand.press(browser, &link(&(words.recap().copy_give)(STUDENT))).await?;
    screens::arrive(browser, "#/partager").await?;
    hand.press(browser, &button(words.share().download)).await?;
    holds_all(&screens::downloaded(browser, "json").await?)
}

/// The copy has everything that was done, as any other program would read it.
fn holds_all(path: &Path) -> Outcome {
    let pair = project(&screens::read_copy(path)?.document);
    let titles: Vec<&str> = pair.programme.projects.iter().map(|project| project.title.as_str()).collect();
    let promise = |id: PromiseId| pair.agreement.promises.iter().find(|promise| promise.id == id);
    let checks = [
        ("the story", pair.mentor.intro.values().any(|text| text == STORY)),
        (
            "four finished sections",
            [Section::Meeting, Section::Helps, Section::Programme, Section::Organisation]
                .iter()
                .all(|it| pair.call.both_done(*it)),
        ),
        ("the question", pair.questions.iter().any(|it| it.origin == QuestionOrigin::Point(PointId::Adviser))),
        ("the case", pair.cases.get(&Situation::Platform) == Some(&Help::Support)),
        ("the contact", pair.contacts.iter().any(|contact| contact.name == CONTACT)),
        ("the projects", titles == PROJECTS),
        ("the current project", pair.programme.current.as_ref() == pair.programme.projects.first().map(|it| &it.id)),
        ("the milestone", pair.programme.milestone.what == "Session bilan"),
        (
            "the slot",
            pair.organisation
                .slot
                .as_ref()
                .is_some_and(|slot| slot.weekday.num_days_from_monday() == usual_day(Locale::Fr).1),
        ),
        ("the channel", pair.organisation.channels.contains(&Channel::Email)),
        ("the delay", pair.organisation.answers.contains_key(&PersonId::MENTOR)),
        (
            "the promise of both",
            promise(PromiseId::Given(Given::Weekly)).is_some_and(|it| it.state() == PromiseState::Agreed),
        ),
        (
            "the promise left",
            promise(PromiseId::Given(Given::Ahead)).is_some_and(|it| it.state() == PromiseState::ToRevisit),
        ),
        ("the signature", pair.agreement.signatures.contains_key(&PersonId::MENTOR)),
        ("the goal", pair.goals.iter().any(|goal| goal.what == GOAL)),
        ("the session", pair.sessions.len() == 1),
    ];
    match checks.into_iter().find(|(_, holds)| !holds) {
        None => Ok(()),
        Some((what, _)) => Err(format!("the copy lacks {what}; it holds {pair:?}").into()),
    }
}
