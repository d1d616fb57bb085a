//! The first screen, when something is missing.

use serde_json::Value;
use thirtyfour::Key;

use super::Outcome;
use crate::page::thing;
use crate::poll::until;
use crate::screens::{self, MENTOR, STUDENT, button, field};
use crate::world::World;

/// Nothing is checked while one types; Enter then says what is missing, keeps the rest, and leads to it.
pub async fn says_what_is_missing(world: &World) -> Outcome {
    let words = world.words();
    let (welcome, common) = (words.welcome(), words.common());
    let browser = world.browser("seul").await?;
    browser.open("").await?;
    browser.type_into(&field(welcome.who_guides), MENTOR).await?;
    browser.tab_to(&field(welcome.who_learns)).await?;
    browser.keys(Key::Tab.value().to_string()).await?;
    if browser.reads(welcome.student_name_missing).await? {
        return Err("a field was checked before Continue".into());
    }
    browser.tab_to(&field(welcome.who_guides)).await?;
    browser.keys(Key::Enter.value().to_string()).await?;

    let summary = thing("group", common.error_summary_title);
    let missing = button(welcome.student_name_missing).within(&summary);
    browser.see(&missing).await?;
    until("the focus on the summary of errors", || async {
        let active = browser.active().await?;
        if active.name == common.error_summary_title {
            Ok(Some(()))
        } else {
            Err(format!("it is on {} “{}”", active.role, active.name).into())
        }
    })
    .await?;
    let title: String = browser.ask("title", Value::Null).await?;
    if !title.starts_with(common.error_prefix) {
        return Err(format!("the title does not say that something is wrong: “{title}”").into());
    }
    let wrong = browser.see(&field(welcome.who_learns)).await?;
    let right = browser.see(&field(welcome.who_guides)).await?;
    if !wrong.invalid || right.invalid || right.value != MENTOR {
        return Err(format!("only the empty name is wrong, and the other is kept: {wrong:?}, {right:?}").into());
    }
    let said: usize = browser.text().await?.matches(&crate::page::tidy(welcome.student_name_missing)).count();
    if said != 2 {
        return Err(format!("the summary and the field say the same words; they stand {said} times").into());
    }

    // The summary leads to the field, and the words there are as they should be afterwards.
    browser.press(&missing).await?;
    until("the focus on the field", || async { Ok((browser.active().await?.id == wrong.id).then_some(())) }).await?;
    browser.keys(STUDENT).await?;
    browser.keys(Key::Enter.value().to_string()).await?;
    screens::arrive(&browser, "#/premier-appel/rencontre").await
}
