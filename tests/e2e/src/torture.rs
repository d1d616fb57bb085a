//! `cargo xtask torture`: browsers killed with SIGKILL at random moments of steady typing, and two tabs that write at once.
//!
//! The page is believed at its word: what the fields held at any moment at which it said “Enregistré” must be there after the kill.
//! What it had not called saved may be there or not; what is there beside it, a conflict that nobody made, is a failure too.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use binome::domain::person::IntroPrompt;
use binome::domain::{Path, PersonId, schema};
use binome::i18n::Locale;

use crate::Fault;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::options::Options;
use crate::page::Thing;
use crate::poll::until;
use crate::screens::{self, field};
use crate::server::Server;
use crate::world::{Stage, World};

const SCRIPT: &str = include_str!("torture.js");
const SCREEN: &str = "#/premier-appel/rencontre";

/// How much.
#[derive(Clone, Copy, Debug)]
pub struct Torture {
    /// How often each browser is killed.
    pub kills: u32,
    /// How many edits each of the two tabs makes.
    pub edits: usize,
    /// What moments and words are drawn from.
    pub seed: u64,
}

/// Tortures every engine that has a way to be killed; whether nothing was lost.
pub async fn run(options: &Options, torture: Torture, server: &Arc<Server>) -> Result<bool, Fault> {
    println!("seed {}", torture.seed);
    let mut is_whole = true;
    for &engine in options.engines.iter().filter(|engine| **engine != Engine::WebKit) {
        if torture.kills > 0 {
            let world = world(options, engine, server, "kills")?;
            let tally = kills(&world, torture).await;
            world.put_away().await;
            let tally = tally?;
            println!(
                "{engine}: {} kills, {} letters called saved, {} lost, {} conflicts that nobody made · {:.0} s",
                tally.kills,
                tally.saved,
                tally.lost,
                tally.conflicts,
                tally.took.as_secs_f32()
            );
            is_whole &= tally.lost == 0 && tally.conflicts == 0;
        }
        if torture.edits > 0 {
            let world = world(options, engine, server, "tabs")?;
            let tabs = two_tabs(&world, torture.edits).await;
            world.put_away().await;
            let tabs = tabs?;
            println!(
                "{engine}: two tabs, {} edits each: {} in the record, {} lost · {:.0} s",
                torture.edits,
                tabs.kept,
                (2 * torture.edits).saturating_sub(tabs.kept),
                tabs.took.as_secs_f32()
            );
            is_whole &= tabs.kept == 2 * torture.edits;
        }
    }
    Ok(is_whole)
}

fn world(options: &Options, engine: Engine, server: &Arc<Server>, name: &str) -> Result<World, Fault> {
    let folder: PathBuf = std::env::temp_dir().join(format!("binome-torture-{}", std::process::id()));
    let folder = folder.join(format!("{engine}-{name}"));
    std::fs::create_dir_all(&folder)?;
    let stage = Stage { engine, locale: Locale::Fr, tools: options.tools.clone(), folder, display: None };
    Ok(World::new(stage, [server, server]))
}

async fn ask<T: DeserializeOwned>(browser: &Browser, tool: &str, query: impl Into<Value>) -> Result<T, Fault> {
    Ok(browser.session().await?.execute(SCRIPT, vec![tool.into(), query.into()]).await?.convert()?)
}

/// What came of the kills.
#[derive(Default)]
struct Tally {
    kills: u32,
    saved: usize,
    lost: usize,
    conflicts: usize,
    took: Duration,
}

/// A field that is typed in: its words as far as they are known.
#[derive(Clone, Default)]
struct Words {
    /// What the page called saved.
    saved: String,
    /// All that was typed, the last keys perhaps in vain.
    typed: String,
}

/// Types, kills, opens again and compares, so many times on one profile.
async fn kills(world: &World, torture: Torture) -> Result<Tally, Fault> {
    let started = Instant::now();
    let mut chance = Chance(torture.seed);
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    screens::saved(world.words(), &browser).await?;
    let things = [screens::story(world.words()), field(world.words().meeting().self_)];
    let paths =
        [schema::intro(PersonId::MENTOR, IntroPrompt::Story), schema::intro(PersonId::STUDENT, IntroPrompt::Self_)];
    let mut words = [Words::default(), Words::default()];
    let mut tally = Tally::default();
    loop {
        browser.open(SCREEN).await?;
        let ids = ids(&browser, &things).await?;
        let held = held(&browser, &things, &words).await?;
        let mut is_whole = true;
        for ((kept, held), path) in words.iter_mut().zip(held).zip(&paths) {
            if !(held.starts_with(&kept.saved) && kept.typed.starts_with(&held)) {
                let wordings = wordings(world, &browser, path).await?;
                println!("  kill {}: called saved …{}", tally.kills, end(&kept.saved));
                println!("      typed …{}", end(&kept.typed));
                println!("      shown …{}", end(&held));
                for words in &wordings {
                    println!("      kept  …{}", end(words));
                }
                let best = wordings.iter().map(|words| common(&kept.saved, words)).max().unwrap_or(0);
                tally.lost += kept.saved.chars().count() - best;
                tally.conflicts += usize::from(wordings.len() > 1);
                is_whole = false;
            }
            *kept = Words { saved: held.clone(), typed: held };
        }
        if tally.kills == torture.kills || !is_whole {
            break;
        }
        let before: usize = words.iter().map(|words| words.saved.chars().count()).sum();
        let said = (world.words().common().saved_at)("").trim().replace('\u{a0}', " ");
        ask::<Value>(&browser, "acknowledge", json!([said, ids])).await?;
        let moment = Duration::from_millis(300 + chance.below(6_000));
        tokio::select! {
            typing = type_on(&browser, &ids, &mut words, &mut chance) => return typing.map(|()| tally),
            () = tokio::time::sleep(moment) => {}
        }
        browser.kill().await?;
        tally.kills += 1;
        tally.saved += words.iter().map(|words| words.saved.chars().count()).sum::<usize>().saturating_sub(before);
        if tally.kills.is_multiple_of(10) {
            println!("  {}: {} kills so far, {} lost", world.engine(), tally.kills, tally.lost);
        }
        browser.start().await?;
    }
    tally.took = started.elapsed();
    Ok(tally)
}

/// The identifiers of fields: they are made up anew each time the page opens.
async fn ids(browser: &Browser, things: &[Thing; 2]) -> Result<[String; 2], Fault> {
    Ok([browser.see(&things[0]).await?.id, browser.see(&things[1]).await?.id])
}

/// What the fields hold. What was called saved is waited for, a little: screens fill in as the record is read.
async fn held(browser: &Browser, things: &[Thing; 2], words: &[Words; 2]) -> Result<[String; 2], Fault> {
    let end = Instant::now() + Duration::from_secs(5);
    loop {
        let held = [browser.see(&things[0]).await?.value, browser.see(&things[1]).await?.value];
        let is_all = words.iter().zip(&held).all(|(words, held)| held.starts_with(&words.saved));
        if is_all || Instant::now() > end {
            return Ok(held);
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Types until it is stopped: some letters, a pause that is short or long, now and then the other field.
async fn type_on(
    browser: &Browser,
    ids: &[String; 2],
    words: &mut [Words; 2],
    chance: &mut Chance,
) -> Result<(), Fault> {
    let mut at = 0;
    ask::<Value>(browser, "focus", json!([ids[at]])).await?;
    loop {
        if chance.below(6) == 0 {
            at = 1 - at;
            ask::<Value>(browser, "focus", json!([ids[at]])).await?;
        }
        let letters: String = (0..=chance.below(5)).map(|_| chance.letter()).collect();
        words[at].typed.push_str(&letters);
        browser.keys(&letters).await?;
        for (words, saved) in words.iter_mut().zip(ask::<Vec<String>>(browser, "saved", Value::Null).await?) {
            words.saved = saved;
        }
        let pause = if chance.below(4) == 0 { 300 + chance.below(500) } else { chance.below(120) };
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }
}

/// Every wording that the record has of a field.
async fn wordings(world: &World, browser: &Browser, path: &Path) -> Result<Vec<String>, Fault> {
    let document = screens::read_copy(&screens::save_copy(world, browser).await?)?.document;
    let heads = document.field(path).into_iter().flat_map(|field| field.heads().values());
    Ok(heads.filter_map(|edit| edit.value.text().map(str::to_owned)).collect())
}

/// The last letters of a text, for people to compare.
fn end(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters[letters.len().saturating_sub(40)..].iter().collect()
}

/// How many letters two texts begin with in common.
fn common(one: &str, two: &str) -> usize {
    one.chars().zip(two.chars()).take_while(|(a, b)| a == b).count()
}

/// What came of two tabs that write at once.
struct Tabs {
    kept: usize,
    took: Duration,
}

/// Two tabs, each in a field of its own and in one that both share. Every edit has to be in the record afterwards: as one that stands,
/// or as one that somebody replaced.
async fn two_tabs(world: &World, edits: usize) -> Result<Tabs, Fault> {
    let started = Instant::now();
    let browser = world.browser("karim").await?;
    screens::first_run(world, &browser).await?;
    screens::saved(world.words(), &browser).await?;
    let meeting = world.words().meeting();
    let own = [field(meeting.story), field(meeting.self_)];
    let shared = field(meeting.strengths);
    let paths = [
        schema::intro(PersonId::MENTOR, IntroPrompt::Story),
        schema::intro(PersonId::STUDENT, IntroPrompt::Self_),
        schema::intro(PersonId::MENTOR, IntroPrompt::Strengths),
    ];
    let session = browser.session().await?;
    let one = session.window().await?;
    let two = session.new_window().await?;
    let mut windows = Vec::new();
    for (window, own) in [(one.clone(), &own[0]), (two, &own[1])] {
        session.switch_to_window(window.clone()).await?;
        browser.open(SCREEN).await?;
        windows.push((window, [browser.see(own).await?.id, browser.see(&shared).await?.id]));
    }
    // Both begin at the same moment, however long it takes to tell them.
    let moment = crate::sample::now().millis() + 3_000;
    for (number, (window, ids)) in windows.iter().enumerate() {
        session.switch_to_window(window.clone()).await?;
        ask::<Value>(&browser, "edit", json!([format!("onglet {number}, mot"), edits, ids, moment])).await?;
    }
    for (window, _) in &windows {
        session.switch_to_window(window.clone()).await?;
        let mut done = 0;
        while done < edits {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let now: usize = ask(&browser, "done", Value::Null).await?;
            if now == done && started.elapsed() > Duration::from_mins(20) {
                return Err(format!("a tab stopped after {done} edits").into());
            }
            done = now;
        }
        screens::saved(world.words(), &browser).await?;
    }
    // What counts is what is there after a power cut.
    browser.kill().await?;
    browser.start().await?;
    browser.open("").await?;
    let document = until("the saved copy", || async {
        Ok(Some(screens::read_copy(&screens::save_copy(world, &browser).await?)?.document))
    })
    .await?;
    let known = |path: &Path| document.field(path).map_or(0, |field| field.heads().len() + field.past().len());
    for (path, words) in paths.iter().zip(&own) {
        let stands = document.field(path).map_or(0, |field| field.heads().len());
        if stands != 1 {
            return Err(format!("{stands} wordings stand in {words:?}, where one tab wrote").into());
        }
    }
    Ok(Tabs { kept: paths.iter().map(known).sum(), took: started.elapsed() })
}

/// Numbers by chance (splitmix64), the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    fn letter(&mut self) -> char {
        const LETTERS: [char; 16] = ['a', 'e', 'i', 'o', 'u', 'r', 's', 't', 'n', 'l', 'é', 'ç', '’', ' ', '.', 'm'];
        LETTERS[usize::try_from(self.below(16)).unwrap_or(0)]
    }
}
