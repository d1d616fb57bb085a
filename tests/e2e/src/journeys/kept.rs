//! What the page called saved is there after the browser was killed.

use super::Outcome;
use crate::poll::until;
use crate::screens;
use crate::world::World;

const STORY: &str = "Dix ans de développement, puis l’envie de transmettre – « à deux ».";

/// Typed, left, saved: then the power goes.
pub async fn after_leaving_the_field(world: &World) -> Outcome {
    survives(world, true).await
}

/// Typed and saved while the field still has the focus.
pub async fn while_still_typing(world: &World) -> Outcome {
    survives(world, false).await
}

async fn survives(world: &World, leave: bool) -> Outcome {
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    let story = screens::story(world.words());
    // Twice on one profile: the second time finds a log, a local copy and what the first kill left of them.
    for text in [STORY.to_owned(), format!("{STORY} Et la suite.")] {
        browser.open("#/premier-appel/rencontre").await?;
        browser.type_into(&story, &text).await?;
        if leave {
            browser.keys("\u{e004}").await?;
        }
        // Believes the page the moment it says so: if it still showed the time of an earlier save, words would be missing.
        screens::saved(world.words(), &browser).await?;
        browser.kill().await?;
        browser.start().await?;
        browser.open("#/premier-appel/rencontre").await?;
        until("the text typed before the kill", || async {
            let held = browser.see(&story).await?.value;
            if held == text { Ok(Some(())) } else { Err(format!("the field holds “{held}”").into()) }
        })
        .await?;
    }
    Ok(())
}
