//! The page as a person meets it: things with a role and a name, keys, and what is written.

use binome::domain::Instant;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use std::time::Duration;
use thirtyfour::Key;

use crate::Fault;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::poll::until;
use crate::server::MOMENTS;

const SCRIPT: &str = include_str!("page.js");

/// A thing on the page by its role and accessible name. Spaces of any kind count as one plain space.
#[derive(Clone, Debug)]
pub struct Thing(Value);

/// The thing of that role whose name is exactly `name`.
pub fn thing(role: &str, name: &str) -> Thing {
    Thing(json!({ "role": role, "name": name }))
}

impl Thing {
    /// A name that only begins like that.
    #[must_use]
    pub fn starting(mut self) -> Self {
        self.0["start"] = true.into();
        self
    }

    /// Only inside that other thing.
    #[must_use]
    pub fn within(mut self, outer: &Thing) -> Self {
        self.0["within"] = outer.0.clone();
        self
    }

    fn words(&self) -> String {
        let text = |key: &str| self.0[key].as_str().unwrap_or_default().to_owned();
        format!("{} “{}”", text("role"), text("name"))
    }
}

/// What the page says of one thing.
#[derive(Clone, Debug, serde::Deserialize)]
#[allow(missing_docs)]
pub struct Described {
    pub role: String,
    pub name: String,
    pub tag: String,
    pub id: String,
    pub value: String,
    pub checked: bool,
    pub invalid: bool,
}

/// Spaces of any kind as one plain space: how the page's texts are compared.
pub fn tidy(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}'))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

impl Browser {
    /// Asks the script in the page.
    pub async fn ask<T: DeserializeOwned>(&self, tool: &str, query: impl Into<Value>) -> Result<T, Fault> {
        let answer = self.session().await?.execute(SCRIPT, vec![tool.into(), query.into()]).await?;
        Ok(answer.convert()?)
    }

    /// Opens the page at a fragment such as `#/objectifs` by its address, and waits until it stands.
    pub async fn open(&self, hash: &str) -> Result<(), Fault> {
        self.step(format!("open {hash}"));
        self.session().await?.goto(format!("{}{hash}", self.base)).await?;
        self.settled().await
    }

    /// Opens the page at a fragment at that moment, given as `2026-11-24T17:00:00Z`, by which all its clocks go.
    pub async fn open_at(&self, moment: &str, hash: &str) -> Result<(), Fault> {
        self.step(format!("open {hash} at {moment}"));
        let moment = Instant::parse(moment).ok_or("a moment")?;
        let folder = MOMENTS.trim_start_matches('/');
        self.session().await?.goto(format!("{}{folder}{}/{hash}", self.base, moment.millis())).await?;
        // Firefox answers while the page before is still leaving; what is asked of that one has no answer.
        let arrived = format!(
            "return document.readyState === 'complete' && location.pathname.includes('{MOMENTS}{}/')",
            moment.millis()
        );
        until("the page of that moment", || async {
            let answer = self.session().await?.execute(&arrived, vec![]).await;
            Ok(answer.is_ok_and(|answer| answer.json() == &Value::Bool(true)).then_some(()))
        })
        .await?;
        self.settled().await?;
        self.in_front().await
    }

    /// Goes to a fragment inside the running page, as a link would.
    pub async fn go(&self, hash: &str) -> Result<(), Fault> {
        self.step(format!("go to {hash}"));
        self.ask::<Value>("go", hash).await?;
        until(&format!("the page is at {hash}"), || async {
            Ok((self.ask::<String>("hash", Value::Null).await? == hash).then_some(()))
        })
        .await?;
        self.settled().await
    }

    /// Waits until a screen stands: the static shell gone, one `h1` with words, and a title. A page that says that it cannot
    /// start is a fault at once.
    pub async fn settled(&self) -> Result<(), Fault> {
        let stands = "const refused = document.getElementById('cannot-start'); \
            if (refused && !refused.hidden) return 'cannot start: ' + refused.innerText; \
            if (document.getElementById('shell')) return ''; \
            const h1 = document.querySelectorAll('h1'); \
            return h1.length === 1 && h1[0].innerText.trim() !== '' && document.title !== '' ? 'yes' : '';";
        let said = until("a screen with one heading of the first level and a title", || async {
            let answer: String = self.session().await?.execute(stands, vec![]).await?.convert()?;
            Ok((!answer.is_empty()).then_some(answer))
        })
        .await?;
        if said == "yes" { Ok(()) } else { Err(said.into()) }
    }

    /// How many such things are on screen now.
    pub async fn count(&self, thing: &Thing) -> Result<usize, Fault> {
        self.ask("count", thing.0.clone()).await
    }

    /// Waits for the thing.
    pub async fn see(&self, thing: &Thing) -> Result<Described, Fault> {
        self.step(format!("look for {}", thing.words()));
        let found = until(&thing.words(), || async {
            Ok(self.ask::<Vec<Described>>("described", thing.0.clone()).await?.into_iter().next())
        })
        .await;
        self.with_outline(found).await
    }

    /// Waits until no such thing is on screen.
    pub async fn see_none(&self, thing: &Thing) -> Result<(), Fault> {
        until(&format!("no {}", thing.words()), || async { Ok((self.count(thing).await? == 0).then_some(())) }).await
    }

    /// A fault about something missing says what was there instead.
    async fn with_outline<T>(&self, found: Result<T, Fault>) -> Result<T, Fault> {
        match found {
            Ok(found) => Ok(found),
            Err(fault) => {
                let there: Vec<String> = self.ask("outline", Value::Null).await.unwrap_or_default();
                let at: String = self.ask("hash", Value::Null).await.unwrap_or_default();
                Err(format!("{fault}\n      at {at} there is: {}", there.join(", ")).into())
            }
        }
    }

    /// All the text that is laid out.
    pub async fn text(&self) -> Result<String, Fault> {
        self.ask("text", Value::Null).await
    }

    /// Waits until the text is on screen.
    pub async fn read(&self, words: &str) -> Result<(), Fault> {
        let words = tidy(words);
        self.step(format!("look for the words “{words}”"));
        let found = until(&format!("the words “{words}”"), || async {
            Ok(self.text().await?.contains(&words).then_some(()))
        })
        .await;
        match found {
            Ok(()) => Ok(()),
            Err(fault) => Err(format!("{fault}\n      on screen: {}", self.text().await.unwrap_or_default()).into()),
        }
    }

    /// Whether the text is on screen now.
    pub async fn reads(&self, words: &str) -> Result<bool, Fault> {
        Ok(self.text().await?.contains(&tidy(words)))
    }

    /// What has the focus.
    pub async fn active(&self) -> Result<Described, Fault> {
        self.ask("active", Value::Null).await
    }

    /// Presses keys, one after the other, wherever the focus is.
    pub async fn keys(&self, keys: impl AsRef<str>) -> Result<(), Fault> {
        self.keys.fetch_add(keys.as_ref().chars().count(), Ordering::Relaxed);
        let none = Some(Duration::ZERO);
        self.session().await?.action_chain_with_delay(none, none).send_keys(keys.as_ref()).perform().await?;
        Ok(())
    }

    /// Presses one key with others held down.
    pub async fn chord(&self, held: &[Key], key: impl Into<char>) -> Result<(), Fault> {
        self.keys.fetch_add(held.len() + 1, Ordering::Relaxed);
        let none = Some(Duration::ZERO);
        let mut chain = self.session().await?.action_chain_with_delay(none, none);
        for modifier in held {
            chain = chain.key_down(modifier.value());
        }
        let key = key.into();
        chain = chain.key_down(key).key_up(key);
        for modifier in held.iter().rev() {
            chain = chain.key_up(modifier.value());
        }
        chain.perform().await?;
        Ok(())
    }

    /// Brings this person's window in front of the others, as it is for whoever types. Firefox follows links but presses no
    /// buttons in a window behind.
    async fn in_front(&self) -> Result<(), Fault> {
        let session = self.session().await?;
        let in_front: bool = session.execute("return document.hasFocus();", vec![]).await?.convert()?;
        if !in_front {
            let window = session.window().await?;
            session.switch_to_window(window).await?;
        }
        Ok(())
    }

    /// Presses Tab once. A round of it leads through the browser's own bars and back to the page's beginning; Firefox without a screen
    /// comes back to the page as a whole, and then to its end, again and again: there the page's first stop is what a person meets.
    async fn tab(&self) -> Result<(), Fault> {
        self.keys(Key::Tab.value().to_string()).await?;
        if self.engine == Engine::Firefox {
            const ENTER: &str = "const at = document.activeElement; \
                if (at === null || at === document.body || at === document.documentElement) \
                document.querySelector('a[href], button, input')?.focus();";
            self.session().await?.execute(ENTER, vec![]).await?;
        }
        Ok(())
    }

    /// Presses Tab until the thing has the focus: what a person without a mouse does. Fails when a whole round misses it.
    pub async fn tab_to(&self, thing: &Thing) -> Result<(), Fault> {
        self.step(format!("Tab to {}", thing.words()));
        self.see(thing).await?;
        self.in_front().await?;
        let mut met = Vec::new();
        for _ in 0..220 {
            if self.ask::<bool>("isActive", thing.0.clone()).await? {
                // A round of Tab may have led through the browser's own bars.
                return self.in_front().await;
            }
            self.tab().await?;
            let active = self.active().await?;
            met.push(format!("{} “{}”", active.role, active.name));
        }
        met.truncate(60);
        self.with_outline(Err(format!("Tab never reached {}; it met {}", thing.words(), met.join(", ")).into())).await
    }

    /// Reaches a field by Tab and types over what it holds.
    pub async fn type_into(&self, field: &Thing, text: &str) -> Result<(), Fault> {
        self.tab_to(field).await?;
        self.step(format!("type “{text}” into {}", field.words()));
        if !self.active().await?.value.is_empty() {
            self.chord(&[Key::Control], 'a').await?;
        }
        self.keys(text).await
    }

    /// Reaches a button or link by Tab and presses Enter.
    pub async fn press(&self, thing: &Thing) -> Result<(), Fault> {
        self.tab_to(thing).await?;
        self.step(format!("press {}", thing.words()));
        self.keys(Key::Enter.value().to_string()).await
    }

    /// Touches the thing with a finger: a touch in Chromium; elsewhere, where drivers know none, a press of the main button.
    pub async fn tap(&self, thing: &Thing) -> Result<(), Fault> {
        self.see(thing).await?;
        self.step(format!("tap {}", thing.words()));
        // Where it stays: a page that still moves would be touched elsewhere.
        let mut before = None;
        let (x, y) = loop {
            let now =
                until(&thing.words(), || async { self.ask::<Option<(f64, f64)>>("middle", thing.0.clone()).await })
                    .await?;
            if before == Some(now) {
                break now;
            }
            before = Some(now);
            let frame = "const done = arguments[0]; requestAnimationFrame(() => done())";
            self.session().await?.execute_async(frame, vec![]).await?;
        };
        if self.engine == Engine::Chromium {
            let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
            self.cdp("Input.dispatchTouchEvent", touch("touchStart", json!([{ "x": x, "y": y }]))).await?;
            self.cdp("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await?;
        } else {
            self.in_front().await?;
            // Whole pixels are what drivers take.
            #[allow(clippy::cast_possible_truncation)]
            let (x, y) = (x.round() as i64, y.round() as i64);
            self.session().await?.action_chain().move_to(x, y).click().perform().await?;
        }
        Ok(())
    }

    /// Whether the thing has the focus.
    pub async fn is_active(&self, thing: &Thing) -> Result<bool, Fault> {
        self.ask("isActive", thing.0.clone()).await
    }

    /// Puts the focus on the thing, as a label's touch does.
    pub async fn focus(&self, thing: &Thing) -> Result<(), Fault> {
        self.ask::<Value>("focus", thing.0.clone()).await?;
        Ok(())
    }

    /// Writes where the focus is as a phone's keyboard does: whole words in Chromium, keys elsewhere.
    pub async fn insert(&self, text: &str) -> Result<(), Fault> {
        if self.engine == Engine::Chromium {
            self.cdp("Input.insertText", json!({ "text": text })).await?;
            Ok(())
        } else {
            self.keys(text).await
        }
    }

    /// Makes the browser a phone's: its width, and in Chromium fingers instead of a mouse.
    pub async fn be_a_phone(&self) -> Result<(), Fault> {
        self.viewport(360, 740).await?;
        if self.engine == Engine::Chromium {
            self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 })).await?;
        }
        Ok(())
    }

    /// Reaches a box by Tab and ticks it with the space bar, unless it is.
    pub async fn tick(&self, what: &Thing) -> Result<(), Fault> {
        self.tab_to(what).await?;
        if !self.active().await?.checked {
            self.keys(" ").await?;
        }
        until(&format!("a tick at {}", what.words()), || async { Ok(self.see(what).await?.checked.then_some(())) })
            .await
    }

    /// Reaches a switch by Tab and turns it off with the space bar, unless it is.
    pub async fn tick_off(&self, what: &Thing) -> Result<(), Fault> {
        self.tab_to(what).await?;
        if self.see(what).await?.checked {
            self.keys(" ").await?;
        }
        until("the switch is off", || async { Ok((!self.see(what).await?.checked).then_some(())) }).await
    }

    /// Reaches a group of radio buttons by Tab and chooses one by the arrows, as browsers have it.
    pub async fn choose(&self, group: &Thing, option: &Thing) -> Result<(), Fault> {
        self.step(format!("choose {}", option.words()));
        self.see(&option.clone().within(group)).await?;
        for _ in 0..220 {
            let active = self.active().await?;
            let inside = active.role == "radio" && self.ask::<bool>("activeWithin", group.0.clone()).await?;
            if inside {
                // The arrows stay in the group, whose name may change with what they choose: the language's does.
                for _ in 0..12 {
                    if self.ask::<bool>("isActive", option.0.clone()).await? {
                        if !self.active().await?.checked {
                            self.in_front().await?;
                            self.keys(" ").await?;
                        }
                        return Ok(());
                    }
                    self.keys(Key::Down.value().to_string()).await?;
                }
                return Err(format!("the arrows never reached {}", option.words()).into());
            }
            self.tab().await?;
        }
        Err(format!("Tab never reached the group {}", group.words()).into())
    }

    /// Sets the width and height of the page, as a phone's or a window's.
    pub async fn viewport(&self, width: u32, height: u32) -> Result<(), Fault> {
        if self.engine == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
        } else {
            self.session().await?.set_window_rect(0, 0, width, height).await?;
        }
        Ok(())
    }

    /// Makes the system force its own few colours, in Chromium.
    pub async fn forced_colours(&self) -> Result<(), Fault> {
        let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        self.cdp("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// Makes the system's colour scheme `light` or `dark`, in Chromium.
    pub async fn scheme(&self, scheme: &str) -> Result<(), Fault> {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.cdp("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }
}
