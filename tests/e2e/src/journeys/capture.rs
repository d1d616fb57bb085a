//! Keys from anywhere: a goal or a question noted in one line, the way on, the help; and none of them when they are turned off. And that
//! typing touches nothing but its own field.

use binome::document::project;
use thirtyfour::Key;

use super::Outcome;
use crate::browser::Browser;
use crate::page::thing;
use crate::poll::until;
use crate::screens::{self, arrive, button, field};
use crate::world::World;

const GOAL: &str = "corrige les 4 remarques";
const QUESTION: &str = "Faut-il un plan de test ?";

/// Noted by `n` and `q` from three screens; what Esc leaves is offered again, also after a reload.
pub async fn noted(world: &World) -> Outcome {
    let words = world.words();
    let browser = world.browser("lea").await?;
    screens::lived_in(world, &browser).await?;
    browser.go("#/").await?;
    browser.keys("n").await?;
    let line = field(words.capture().goal_label);
    until("the line has the focus", || async { Ok(browser.is_active(&line).await?.then_some(())) }).await?;
    browser.keys(Key::Enter.value().to_string()).await?;
    browser.read(words.refusals().goal_empty).await?;
    browser.keys(GOAL).await?;
    browser.keys(Key::Escape.value().to_string()).await?;
    browser.see_none(&line).await?;
    // What was typed waits, in another screen and after a reload.
    browser.open("#/questions").await?;
    browser.keys("n").await?;
    until("the line with its words", || async {
        let line = browser.see(&line).await?;
        Ok((line.value == GOAL).then_some(()))
    })
    .await?;
    browser.keys(Key::Enter.value().to_string()).await?;
    browser.see_none(&line).await?;
    browser.keys("q").await?;
    let line = field(words.capture().question_label);
    until("the line has the focus", || async { Ok(browser.is_active(&line).await?.then_some(())) }).await?;
    browser.keys(QUESTION).await?;
    browser.keys(Key::Enter.value().to_string()).await?;
    browser.read(QUESTION).await?;
    browser.go("#/objectifs").await?;
    browser.read(GOAL).await?;
    let pair = project(&screens::read_copy(&screens::save_copy(world, &browser).await?)?.document);
    let goal = pair.goals.iter().find(|goal| goal.what == GOAL).ok_or("no such goal in the copy")?;
    if goal.start.is_none() || goal.end.is_none() || !pair.questions.iter().any(|question| question.text == QUESTION) {
        return Err(format!("noted without its days, or no question: {goal:?}").into());
    }
    Ok(())
}

/// Single keys do nothing in a field, nor anywhere once they are turned off; Ctrl+Enter goes on in a session.
pub async fn keys_apart(world: &World) -> Outcome {
    let words = world.words();
    let browser = world.browser("lea").await?;
    screens::lived_in(world, &browser).await?;
    browser.go("#/questions").await?;
    browser.type_into(&field(words.questions().ask_label), "nq?").await?;
    browser.see_none(&field(words.capture().goal_label)).await?;
    browser.go("#/reglages").await?;
    browser.tick_off(&thing("switch", words.settings().single_keys)).await?;
    browser.go("#/").await?;
    browser.keys("nq?").await?;
    browser.see_none(&field(words.capture().goal_label)).await?;
    arrive(&browser, "#/").await?;
    browser.press(&screens::link(words.dashboard().prepare_session)).await?;
    browser.press(&button(words.session().begin)).await?;
    browser.see(&button(&(words.session().go_to_step)(2))).await?;
    browser.chord(&[Key::Control], Key::Enter.value()).await?;
    browser.see(&button(&(words.session().go_to_step)(3))).await?;
    Ok(())
}

/// A vague goal: nothing while it is typed, one question once it is left, and none again once it is kept as it is. The editor may go with
/// its screen at any moment.
pub async fn coached(world: &World) -> Outcome {
    let words = world.words();
    let vague =
        if world.stage.locale == binome::i18n::Locale::Fr { "avance sur le projet 2" } else { "work on project 2" };
    let browser = world.browser("lea").await?;
    screens::lived_in(world, &browser).await?;
    browser.go("#/objectifs").await?;
    browser.press(&button(words.goals().write)).await?;
    let title = thing("heading", words.goals().new_goal);
    until("the title has the focus", || async { Ok(browser.is_active(&title).await?.then_some(())) }).await?;
    browser.keys(Key::Tab.value().to_string()).await?;
    browser.keys(vague).await?;
    browser.see_none(&button(words.coach().keep)).await?;
    browser.keys(Key::Tab.value().to_string()).await?;
    browser.press(&button(words.coach().keep)).await?;
    // With the focus in a field of the editor, the screen goes: the page lives.
    browser.tab_to(&field(words.goal_editor().evidence)).await?;
    browser.go("#/").await?;
    browser.go("#/objectifs").await?;
    browser.press(&button(&(words.goal_editor().change_named)(vague))).await?;
    browser.tab_to(&field(words.goal_editor().evidence)).await?;
    if browser.count(&button(words.coach().keep)).await? > 0 {
        return Err("asked again about words that were kept as they are".into());
    }

    // Kept at once, from within its words: its line asks what there was no time to ask, and once.
    let vague = if world.stage.locale == binome::i18n::Locale::Fr { "bosser le projet 3" } else { "look at project 3" };
    browser.go("#/").await?;
    browser.go("#/objectifs").await?;
    browser.press(&button(words.goals().write)).await?;
    until("the title has the focus", || async { Ok(browser.is_active(&title).await?.then_some(())) }).await?;
    browser.keys(Key::Tab.value().to_string()).await?;
    browser.keys(vague).await?;
    browser.tap(&button(words.goal_editor().keep)).await?;
    browser.see_none(&button(words.goal_editor().keep)).await?;
    browser.press(&button(words.coach().keep)).await?;
    browser.see_none(&button(words.coach().keep)).await?;
    let kept = thing("heading", vague);
    until("the goal has the focus", || async { Ok(browser.is_active(&kept).await?.then_some(())) }).await?;
    Ok(())
}

/// Counts what changes on the page while one field is typed into.
const WATCH: &str = "
    const field = document.activeElement;
    window.touched = [];
    window.watcher = new MutationObserver((changes) => {
        for (const change of changes) {
            const node = change.target.nodeType === 1 ? change.target : change.target.parentElement;
            if (!node || node === field || field.contains(node) || node.closest('.top__saved')) continue;
            window.touched.push(change.type + ' ' + node.outerHTML.slice(0, 120));
        }
    });
    window.watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });";

/// In the busiest screen: the fields of a session under way, and the goal editor's.
pub async fn typing_touches_its_field_alone(world: &World) -> Outcome {
    let words = world.words();
    let browser = world.browser("lea").await?;
    screens::lived_in(world, &browser).await?;
    browser.go("#/").await?;
    browser.press(&screens::link(words.dashboard().prepare_session)).await?;
    browser.press(&button(words.session().begin)).await?;
    browser.see(&button(&(words.session().go_to_step)(2))).await?;
    for what in
        [field(words.session().remarks), field(words.session().resources_label), field(words.goal_editor().evidence)]
    {
        typed_alone(&browser, &what).await?;
    }
    Ok(())
}

async fn typed_alone(browser: &Browser, what: &crate::page::Thing) -> Outcome {
    browser.tab_to(what).await?;
    // The first letter begins a record, or leaves the field before: it may show more than itself.
    browser.keys("A").await?;
    browser.session().await?.execute(WATCH, vec![]).await?;
    browser.keys("ussi vite que possible").await?;
    // A pause keeps the draft, which is said where saving is said and nowhere else.
    until("a kept draft", || async {
        let saving: bool = browser
            .session()
            .await?
            .execute("return document.activeElement.value.endsWith('possible')", vec![])
            .await?
            .convert()?;
        Ok(saving.then_some(()))
    })
    .await?;
    let touched: Vec<String> = browser
        .session()
        .await?
        .execute("window.watcher.disconnect(); return window.touched", vec![])
        .await?
        .convert()?;
    if touched.is_empty() { Ok(()) } else { Err(format!("typing in {what:?} changed {touched:?}").into()) }
}
