//! “Qui contacter ?”: a situation described, the help that is nearest, and the message copied with what was changed in it.

use binome::domain::whom::Need;
use binome::i18n::{Locale, Messages};

use super::Outcome;
use crate::page::thing;
use crate::screens::{self, MENTOR, STUDENT, button, field};
use crate::world::World;

/// What people write: one that is clear, one that hesitates, one that says nothing.
fn described(locale: Locale) -> [&'static str; 3] {
    match locale {
        Locale::Fr => ["mon mentor ne répond plus", "combien de temps dure une soutenance ?", "au secours"],
        Locale::En => ["my mentor no longer answers", "how long is a defence?", "please help me"],
    }
}

/// Whom to turn to first, as the page says it.
fn first(words: &Messages, need: Need) -> String {
    (words.whom().first)(&words.points().in_sentence(need.first().point(), MENTOR))
}

/// By keys alone.
pub async fn found(world: &World) -> Outcome {
    let words = world.words();
    let [clear, unsure, nothing] = described(world.stage.locale);
    let browser = world.browser("lea").await?;
    screens::lived_in(world, &browser).await?;
    browser.go("#/contacts").await?;
    let ask = field(words.whom().ask);
    let find = button(words.whom().find);

    browser.type_into(&ask, clear).await?;
    browser.press(&find).await?;
    browser.read(&first(words, Need::Partner)).await?;
    let message = field(&(words.whom().draft)(STUDENT));
    let drafted = browser.see(&message).await?.value;
    if !(drafted.contains(clear) && drafted.contains(MENTOR) && drafted.contains(STUDENT)) {
        return Err(format!("the message says: {drafted}").into());
    }
    // What is changed in it is copied, and is still there after a look at another screen.
    let own = format!("{clear} 42");
    browser.type_into(&message, &own).await?;
    if screens::copied(&browser, &button(words.whom().draft_copy)).await? != own {
        return Err("another message was copied".into());
    }
    browser.go("#/aide").await?;
    browser.go("#/contacts").await?;
    if browser.see(&message).await?.value != own {
        return Err("the message was lost on the way".into());
    }
    browser.press(&button(words.whom().draft_anew)).await?;
    if browser.see(&message).await?.value != drafted {
        return Err("the draft did not come back".into());
    }

    // Unsure between two, which are offered; Enter in the field asks too.
    browser.type_into(&ask, unsure).await?;
    browser.keys(thirtyfour::Key::Enter.value().to_string()).await?;
    browser.read(words.whom().between).await?;
    browser.press(&thing("button", &(words.whom().this_one)(words.whom().need(Need::Rules)))).await?;
    browser.read(&first(words, Need::Rules)).await?;

    browser.type_into(&ask, nothing).await?;
    browser.press(&find).await?;
    browser.read(words.whom().unknown).await?;
    browser.see_none(&message).await
}
