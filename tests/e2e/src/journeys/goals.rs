//! Between two sessions: sub-steps and states of goals, what the board shows, the search, and which question comes first. By keys alone.

use binome::domain::{Command, GoalStatus, PersonId, QuestionId, Role, SessionId, session};
use binome::i18n::capitalised;
use std::sync::Arc;
use thirtyfour::Key;

use super::Outcome;
use crate::Fault;
use crate::browser::Browser;
use crate::page::{Thing, thing};
use crate::poll::until;
use crate::sample;
use crate::screens::{adopt, arrive, button, field, link, saved};
use crate::world::World;

/// The sample's goals: the first is to do, the third is reached.
const CASES: &str = "rédige 5 cas de test";
const SCREENS: &str = "avance de 3 écrans sur 8";
const SCHEMA: &str = "livre le schéma en PDF";
/// The sample's question that waits.
const ARCHIVE: &str = "Comment nommer l’archive des livrables ?";
/// Noted after it.
const LATE: &str = "Quand déposer le rapport ?";
/// The identifiers of the title of the first goal and of a session ahead and one behind.
const TITLE: &str = "goal-objectif0";
const AHEAD: &str = "#/session?id=session0";
const HELD: &str = "#/session?id=tenue";

/// Léa's browser with the sample, and remarks of the session that was held.
async fn lea(world: &World) -> Result<Arc<Browser>, Fault> {
    let mut copy = sample::rich()?;
    let held = SessionId::parse("tenue").ok_or("a session’s identifier")?;
    let remarks = "L’ordre du focus est à revoir dès l’accueil.";
    copy.order(&Command::Write(session::remarks(&held, PersonId::MENTOR), remarks.into()))?;
    let late = QuestionId::parse("tard").ok_or("a question’s identifier")?;
    copy.order(&Command::Ask(late, LATE.into()))?;
    let path = world.file("exemple.json", copy.file().as_bytes())?;
    let browser = world.browser("lea").await?;
    browser.open("").await?;
    adopt(world, &browser, &path, Role::Student).await?;
    Ok(browser)
}

/// Waits until the focus is on the element with that identifier.
async fn focus_is_on(browser: &Browser, id: &str) -> Outcome {
    until(&format!("the focus on #{id}"), || async {
        let active = browser.active().await?;
        if active.id == id {
            Ok(Some(()))
        } else {
            Err(format!("it is on {} “{}” #{}", active.role, active.name, active.id).into())
        }
    })
    .await
}

/// Waits until the focus is on the thing.
async fn focus_at(browser: &Browser, what: &Thing) -> Outcome {
    until(&format!("the focus on {what:?}"), || async {
        let active = browser.active().await?;
        if browser.is_active(what).await? {
            Ok(Some(()))
        } else {
            Err(format!("it is on {} “{}”", active.role, active.name).into())
        }
    })
    .await
}

/// Waits until the page says one text before the other.
async fn in_order(browser: &Browser, first: &str, second: &str) -> Outcome {
    until(&format!("“{first}” before “{second}”"), || async {
        let text = browser.text().await?;
        Ok(matches!((text.find(first), text.find(second)), (Some(first), Some(second)) if first < second).then_some(()))
    })
    .await
}

/// Enter adds one after the other without the hand leaving the keys; Esc gives the focus back; what is removed comes back.
pub async fn sub_steps(world: &World) -> Outcome {
    const FIRST: &str = "choisir les 5 cas";
    const SECOND: &str = "les écrire";
    const RENAMED: &str = "les écrire au propre";
    let words = world.words().sub_steps();
    let browser = lea(world).await?;
    let (enter, escape) = (char::from(Key::Enter), char::from(Key::Escape));
    let step = |text: &str| thing("checkbox", text);
    browser.go("#/objectifs").await?;
    let adding = button(&(words.add_label_of)(CASES));
    browser.press(&adding).await?;
    focus_at(&browser, &field(words.add_label)).await?;
    // An empty one is not added; two are, one after the other.
    browser.keys(format!("{enter}{FIRST}{enter}{SECOND}{enter}")).await?;
    browser.see(&step(SECOND)).await?;
    browser.read(&(words.added)(SECOND, 2)).await?;
    browser.keys(escape.to_string()).await?;
    focus_at(&browser, &adding).await?;

    browser.tick(&step(FIRST)).await?;
    browser.read(&(words.done_of)(1, 2)).await?;
    let acts = |text: &str| button(&(words.acts_named)(text));
    browser.press(&acts(SECOND)).await?;
    browser.press(&button(&(words.change_named)(SECOND))).await?;
    focus_at(&browser, &field(words.rename_label)).await?;
    browser.chord(&[Key::Control], 'a').await?;
    browser.keys(format!("{RENAMED}{enter}")).await?;
    focus_at(&browser, &acts(RENAMED)).await?;
    browser.press(&acts(RENAMED)).await?;
    browser.press(&button(&(words.up_named)(RENAMED))).await?;
    in_order(&browser, RENAMED, FIRST).await?;
    focus_at(&browser, &acts(RENAMED)).await?;

    browser.press(&acts(RENAMED)).await?;
    browser.press(&button(&(words.remove_named)(RENAMED))).await?;
    browser.see_none(&step(RENAMED)).await?;
    focus_is_on(&browser, TITLE).await?;
    browser.chord(&[Key::Control], 'z').await?;
    browser.see(&step(RENAMED)).await?;
    in_order(&browser, RENAMED, FIRST).await?;
    saved(world.words(), &browser).await?;

    // In the session, they are ticked beside the goal.
    browser.open(AHEAD).await?;
    browser.press(&button(world.words().session().begin)).await?;
    browser.tick(&step(RENAMED)).await?;
    browser.read(&(words.done_of)(2, 2)).await?;
    if browser.count(&adding).await? > 0 {
        return Err("sub-steps are added in the middle of the session".into());
    }
    Ok(())
}

/// Alt with the arrows moves a goal along its states, and its menu to any of them: each time the focus is on its title.
pub async fn states(world: &World) -> Outcome {
    let words = world.words();
    let browser = lea(world).await?;
    browser.go("#/objectifs").await?;
    let named = |status: GoalStatus| capitalised(words.fields().status_word(status));
    let menu = |status: GoalStatus| button(&(words.goals().about)(&named(status), CASES));
    let stands = async |status: GoalStatus| {
        browser.see(&menu(status)).await?;
        focus_is_on(&browser, TITLE).await
    };
    browser.tab_to(&menu(GoalStatus::ToDo)).await?;
    // Before the first state there is none.
    browser.chord(&[Key::Alt], Key::Up).await?;
    browser.see(&menu(GoalStatus::ToDo)).await?;
    browser.chord(&[Key::Alt], Key::Down).await?;
    stands(GoalStatus::Doing).await?;
    browser.chord(&[Key::Alt], Key::Down).await?;
    stands(GoalStatus::Reached).await?;
    browser.chord(&[Key::Alt], Key::Up).await?;
    stands(GoalStatus::Doing).await?;

    // The menu: Esc leaves it as it was.
    browser.press(&menu(GoalStatus::Doing)).await?;
    browser.see(&button(&named(GoalStatus::Partly))).await?;
    browser.keys(char::from(Key::Escape).to_string()).await?;
    browser.see_none(&button(&named(GoalStatus::Partly))).await?;
    focus_at(&browser, &menu(GoalStatus::Doing)).await?;
    browser.press(&menu(GoalStatus::Doing)).await?;
    browser.press(&button(&named(GoalStatus::Partly))).await?;
    stands(GoalStatus::Partly).await?;
    browser.press(&button(&(words.goals().about)(words.goals().reopen, CASES))).await?;
    stands(GoalStatus::Doing).await?;
    saved(words, &browser).await?;
    browser.open("#/objectifs").await?;
    browser.see(&menu(GoalStatus::Doing)).await?;
    Ok(())
}

/// Words and lists narrow the board down; it stays so while people are elsewhere; one button shows all of it again.
pub async fn filters(world: &World) -> Outcome {
    let words = world.words().goals();
    let browser = lea(world).await?;
    browser.go("#/objectifs").await?;
    let looked_for = thing("searchbox", words.search);
    let goal = |what: &str| thing("heading", what);
    browser.read(&(words.shown_all)(4)).await?;
    browser.type_into(&looked_for, "schema").await?;
    browser.read(&(words.shown_of)(1, 4)).await?;
    browser.see(&goal(SCHEMA)).await?;
    browser.see_none(&goal(CASES)).await?;
    browser.press(&button(words.show_all)).await?;
    browser.read(&(words.shown_all)(4)).await?;
    focus_at(&browser, &looked_for).await?;
    if !browser.active().await?.value.is_empty() {
        return Err("the words looked for are still in their field".into());
    }

    // The next answer of the last list: what is to do.
    browser.tab_to(&thing("combobox", words.status_label)).await?;
    browser.keys(char::from(Key::Down).to_string()).await?;
    browser.read(&(words.shown_of)(1, 4)).await?;
    browser.see(&goal(CASES)).await?;
    browser.see_none(&goal(SCREENS)).await?;
    browser.go("#/aide").await?;
    browser.go("#/objectifs").await?;
    browser.read(&(words.shown_of)(1, 4)).await?;
    // A link to a goal shows it, whatever the board was showing.
    browser.go("#/chercher").await?;
    browser.type_into(&thing("searchbox", world.words().search().label).starting(), "avance ecrans").await?;
    browser.press(&link(SCREENS)).await?;
    focus_is_on(&browser, "goal-objectif1").await?;

    browser.tab_to(&thing("combobox", words.project)).await?;
    browser.keys(char::from(Key::Down).to_string()).await?;
    browser.read(&(words.shown_all)(4)).await?;
    browser.press(&button(words.show_all)).await?;
    browser.see_none(&button(words.show_all)).await?;
    browser.see(&goal(SCREENS)).await?;
    Ok(())
}

/// Without accents or capitals, what is found leads to its place. A private note is found by whoever wrote it, and is nowhere in the
/// page as soon as both look at the screen.
pub async fn search(world: &World) -> Outcome {
    const NOTE: &str = "Penser au zèbre";
    let all = world.words();
    let words = all.search();
    let browser = lea(world).await?;
    let group = |title: &str| thing("heading", title).starting();
    browser.go(HELD).await?;
    browser.type_into(&field(all.session().private_label), NOTE).await?;
    browser.go("#/").await?;
    browser.keys("/").await?;
    // The key leads to the field itself: what follows is typed at once.
    arrive(&browser, "#/chercher?vers=search-words").await?;
    let looked_for = thing("searchbox", words.label).starting();
    until("the field has the focus", || async { Ok(browser.is_active(&looked_for).await?.then_some(())) }).await?;
    browser.keys("REDIGE cas").await?;
    browser.see(&group(words.goals)).await?;
    browser.press(&link(CASES)).await?;
    arrive(&browser, "#/objectifs?vers=goal-objectif0").await?;
    focus_is_on(&browser, TITLE).await?;

    for (typed, found, place) in [("archive", ARCHIVE, "question-question0"), ("rédi", CASES, TITLE)] {
        browser.go("#/chercher").await?;
        browser.type_into(&looked_for, typed).await?;
        browser.press(&link(found)).await?;
        focus_is_on(&browser, place).await?;
    }
    // What a session noted, and the report that says it.
    browser.go("#/chercher").await?;
    browser.type_into(&looked_for, "ordre focus").await?;
    browser.read(&(words.found)(2)).await?;
    browser.see(&group(words.sessions)).await?;
    browser.see(&group(words.reports)).await?;
    browser.press(&link(&(all.session_report().title)(1)).starting()).await?;
    arrive(&browser, "#/compte-rendu?id=tenue").await?;

    browser.go("#/chercher").await?;
    browser.type_into(&looked_for, "zebre").await?;
    browser.read(NOTE).await?;
    let note = thing("link", &(all.session().title)(1)).starting();
    browser.tab_to(&note).await?;
    browser.keys("p").await?;
    browser.read(words.hidden_private).await?;
    browser.see_none(&note).await?;
    nowhere(&browser, "zèbre").await?;
    // Neither is it when the search is entered anew.
    browser.go("#/aide").await?;
    browser.go("#/chercher").await?;
    browser.type_into(&looked_for, "zebre").await?;
    browser.read(&(words.nothing)("zebre")).await?;
    nowhere(&browser, "zèbre").await?;
    browser.press(&button(all.shell().leave_shared)).await?;
    browser.press(&note).await?;
    arrive(&browser, HELD).await
}

/// Fails when the word is anywhere in the page, shown or not.
async fn nowhere(browser: &Browser, word: &str) -> Outcome {
    let look = "return document.documentElement.outerHTML.toLowerCase().includes(arguments[0]) || \
        [...document.querySelectorAll('input, textarea')].some((field) => field.value.toLowerCase().includes(arguments[0]))";
    let found: bool = browser.session().await?.execute(look, vec![word.into()]).await?.convert()?;
    if found { Err(format!("“{word}” is in the page on a shared screen").into()) } else { Ok(()) }
}

/// A question noted last and set to come first stands first here and in the session; settled ones can be shown alone.
pub async fn first_question(world: &World) -> Outcome {
    let words = world.words().questions();
    let browser = lea(world).await?;
    browser.go("#/questions").await?;
    in_order(&browser, ARCHIVE, LATE).await?;
    let marks = thing("group", LATE);
    let first = thing("checkbox", words.first).within(&marks);
    browser.tick(&first).await?;
    in_order(&browser, LATE, ARCHIVE).await?;
    focus_at(&browser, &thing("checkbox", words.first)).await?;
    if !browser.ask::<bool>("activeWithin", serde_json::json!({ "role": "group", "name": LATE })).await? {
        return Err("the focus stayed with another question".into());
    }
    let settled = "Faut-il une maquette pour le projet 4 ?";
    browser.read(settled).await?;
    browser.choose(&thing("group", words.show), &thing("radio", words.show_settled)).await?;
    browser.see_none(&thing("heading", ARCHIVE)).await?;
    browser.see(&thing("heading", settled)).await?;
    browser.choose(&thing("group", words.show), &thing("radio", words.show_waiting)).await?;
    browser.see(&thing("heading", LATE)).await?;
    browser.see_none(&thing("heading", settled)).await?;

    browser.go(AHEAD).await?;
    in_order(&browser, LATE, ARCHIVE).await?;
    browser.press(&button(world.words().session().begin)).await?;
    browser.press(&button(&(world.words().session().go_to_step)(2))).await?;
    in_order(&browser, LATE, ARCHIVE).await?;
    saved(world.words(), &browser).await
}
