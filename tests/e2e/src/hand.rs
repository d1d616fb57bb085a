//! How somebody works the page: by keys alone, or with a finger.

use thirtyfour::Key;

use crate::browser::Browser;
use crate::journeys::Outcome;
use crate::page::{Thing, thing};
use crate::poll::until;

/// Keys or a finger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Tab, arrows, Space, Enter.
    Keys,
    /// Touches; the keys of the screen where there is a field.
    Finger,
}

impl Hand {
    /// Presses a button or follows a link.
    pub async fn press(self, browser: &Browser, what: &Thing) -> Outcome {
        match self {
            Self::Keys => browser.press(what).await,
            Self::Finger => browser.tap(what).await,
        }
    }

    /// Writes into a field.
    pub async fn write(self, browser: &Browser, field: &Thing, text: &str) -> Outcome {
        match self {
            Self::Keys => browser.type_into(field, text).await,
            Self::Finger => {
                browser.tap(field).await?;
                until("the field has the focus", || async { Ok(browser.is_active(field).await?.then_some(())) })
                    .await?;
                // What stands there is marked first, as a long touch and “all” do it.
                browser.session().await?.execute("document.activeElement.select?.()", vec![]).await?;
                browser.insert(text).await
            }
        }
    }

    /// Ticks a box.
    pub async fn tick(self, browser: &Browser, what: &Thing) -> Outcome {
        match self {
            Self::Keys => browser.tick(what).await,
            Self::Finger => {
                browser.tap(what).await?;
                until("a tick", || async { Ok(browser.see(what).await?.checked.then_some(())) }).await
            }
        }
    }

    /// Chooses among radio buttons.
    pub async fn choose(self, browser: &Browser, group: &Thing, option: &Thing) -> Outcome {
        match self {
            Self::Keys => browser.choose(group, option).await,
            Self::Finger => browser.tap(&option.clone().within(group)).await,
        }
    }

    /// Picks the option after the present one in a list that drops down. Phones show their own picker for it, which browsers in
    /// tests have not: the list is entered with a finger's focus, and a key moves on.
    pub async fn pick_next(self, browser: &Browser, label: &str) -> Outcome {
        let list = thing("combobox", label);
        match self {
            Self::Keys => browser.tab_to(&list).await?,
            Self::Finger => {
                browser.see(&list).await?;
                browser.focus(&list).await?;
            }
        }
        browser.keys(Key::Down.value().to_string()).await
    }
}
