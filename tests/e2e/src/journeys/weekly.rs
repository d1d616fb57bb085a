//! The first weekly session: looked at, held step by step, closed.

use binome::document::project;
use binome::domain::outcome::{GoalResult, Rest};
use binome::domain::{Section, SessionState};

use super::Outcome;
use crate::page::thing;
use crate::poll::until;
use crate::screens::{self, button, field, link};
use crate::world::World;

const GOAL: &str = "rédige 5 cas de test";
const QUESTION: &str = "Comment nommer l’archive ?";
const ANSWER: &str = "Le titre du projet, puis le nom.";

/// One goal partly reached and carried, one question answered, no date: warned once, let go, and all of it in the copy.
pub async fn first_session(world: &World) -> Outcome {
    let words = world.words();
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    browser.go(&format!("#/premier-appel/{}", Section::Goals.slug())).await?;
    screens::write_goal(world, &browser, GOAL, "Le fichier des 5 cas", "3").await?;
    screens::book_tuesday(world, &browser).await?;
    browser.go("#/questions").await?;
    browser.type_into(&field(words.questions().ask_label), QUESTION).await?;
    browser.press(&button(words.questions().ask_button)).await?;
    browser.go("#/").await?;
    browser.press(&link(words.dashboard().open_session)).await?;
    browser.press(&button(words.session().begin)).await?;

    let result = thing("group", &(words.session().result_of)(GOAL));
    browser.choose(&result, &thing("radio", words.session().partly)).await?;
    // A choice, and nobody's but theirs: nothing is carried before they say so.
    let rest = thing("group", &(words.session().rest_of)(GOAL));
    browser.choose(&rest, &thing("radio", words.session().carry)).await?;
    browser.press(&button(&(words.session().go_to_step)(2))).await?;
    browser.type_into(&field(words.questions().answer_mine), ANSWER).await?;
    browser.tick(&thing("checkbox", words.session().answered)).await?;

    browser.press(&button(words.session().close)).await?;
    browser.read(words.session().close_missing).await?;
    browser.press(&button(words.session().close_anyway)).await?;
    browser.read(words.session().after_no_next).await?;
    browser.read(GOAL).await?;

    let pair = project(&screens::read_copy(&screens::save_copy(world, &browser).await?)?.document);
    let held = pair.sessions.iter().any(|session| matches!(session.state, Some(SessionState::Held { .. })));
    let carried = pair.outcomes.iter().any(|it| it.result == Some(GoalResult::Partly { rest: Some(Rest::Carried) }));
    let settled = pair.questions.iter().any(|it| it.settled && it.answers.values().any(|answer| answer == ANSWER));
    if !(held && carried && settled) {
        return Err(format!("held {held}, carried {carried}, settled {settled}: {pair:?}").into());
    }
    // The page is as it was left when it is opened again.
    browser.open("#/objectifs").await?;
    until("the carried goal", || async { Ok(browser.reads(GOAL).await?.then_some(())) }).await
}
