//! The example: from the welcome screen, through every screen, and away for good.

use serde_json::Value;

use super::Outcome;
use super::boot::ROUTES;
use super::settings::kept;
use crate::page::{thing, tidy};
use crate::screens::{self, button, link};
use crate::world::World;
use binome::i18n::{Demo, Locale};

/// Seen from the welcome screen, said to be one on every screen, made once, and gone from both stores in one press.
pub async fn seen_and_removed(world: &World) -> Outcome {
    let words = world.words();
    let browser = world.browser("seul").await?;
    browser.open("").await?;
    browser.press(&link(words.example().link)).await?;
    screens::arrive(&browser, "#/").await?;
    browser.see(&button(words.example().remove)).await?;
    // Asked for again, the same one is opened; its address gives way to the dashboard's at once.
    browser.ask::<Value>("go", "#/exemple").await?;
    screens::arrive(&browser, "#/").await?;
    let is_pair = |line: &&String| line.starts_with("local ") && line.contains("person/student-1");
    let pairs = kept(&browser).await?.iter().filter(is_pair).count();
    if pairs > 1 {
        return Err(format!("one example was asked for twice, and there are {pairs}").into());
    }
    for &route in ROUTES.iter().filter(|route| **route != "#/bienvenue") {
        browser.go(route).await?;
        browser.settled().await?;
        browser.read(words.example().banner).await?;
    }
    browser.press(&button(words.example().remove)).await?;
    browser.see(&thing("heading", words.welcome().title)).await?;
    browser.read(words.example().removed).await?;
    let told = Locale::ALL.map(Demo::of);
    let after = kept(&browser).await?;
    let is_left = |line: &&String| {
        told.iter()
            .any(|told| [told.student, told.programme, told.promise].iter().any(|word| tidy(line).contains(word)))
    };
    if let Some(line) = after.iter().find(is_left) {
        return Err(format!("after removing the example there is still: {line}").into());
    }
    browser.session().await?.refresh().await?;
    browser.see(&thing("heading", words.welcome().title)).await?;
    Ok(())
}
