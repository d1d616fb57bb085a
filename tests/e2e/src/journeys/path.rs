//! A whole programme: five projects, two bilans, three defences, one of them to rework, up to the jury. What the path forbids is not
//! offered, or is refused with its words.

use binome::document::project;
use binome::domain::{Finding, Instant, Mode, Pairing, Role};
use binome::i18n::capitalised;

use super::Outcome;
use crate::Fault;
use crate::browser::Browser;
use crate::page::thing;
use crate::sample::Copy;
use crate::screens::{self, MENTOR, STUDENT, adopt, button, field, link};
use crate::world::World;

const PATH: &str = "#/parcours";
const TITLES: [&str; 5] = ["Enquêter", "Maquetter", "Intégrer", "Relier", "Raconter"];
const MODES: [Mode; 5] = [Mode::Review, Mode::Defence, Mode::Defence, Mode::Defence, Mode::Review];
const ASSESSOR: &str = "Inès Morvan";

/// What a person does on the path, in one language.
struct Walk<'a> {
    world: &'a World,
    browser: &'a Browser,
}

impl Walk<'_> {
    fn words(&self) -> &'static binome::i18n::PathWords {
        self.world.words().path()
    }

    /// Opens the path at that day and hour: later in each day than in the one before, since a slot begins at the hour of its booking.
    async fn on(&self, day_and_hour: &str) -> Outcome {
        screens::saved(self.world.words(), self.browser).await?;
        self.browser.open_at(&format!("{day_and_hour}:00:00Z"), PATH).await
    }

    /// Presses the button of an act, then the same in its form.
    async fn act(&self, words: &str, said: &str) -> Outcome {
        self.browser.press(&button(words)).await?;
        self.browser.press(&button(words)).await?;
        self.said(said).await
    }

    /// Waits for what the page announces.
    async fn said(&self, words: &str) -> Outcome {
        self.browser.read(words).await
    }

    async fn offers_none(&self, acts: &[&str]) -> Outcome {
        for act in acts {
            self.browser.see_none(&button(act)).await?;
        }
        Ok(())
    }

    async fn authorise(&self) -> Outcome {
        self.act(self.words().act_authorise, self.words().said_authorised).await
    }

    async fn deposit(&self) -> Outcome {
        self.act(self.words().act_deposit, self.words().said_deposited).await
    }

    /// Books the next attempt for a day that is written alike wherever browsers put the month.
    async fn book(&self, day: &str) -> Outcome {
        let (words, browser) = (self.words(), self.browser);
        browser.press(&button(words.act_book)).await?;
        // The form takes the focus at its first field.
        let form = thing("group", words.when_booked);
        browser.see(&form).await?;
        let at_day = "return document.activeElement?.type === 'date'";
        crate::poll::until("the day has the focus", || async {
            let there: bool = browser.session().await?.execute(at_day, vec![]).await?.convert()?;
            Ok(there.then_some(()))
        })
        .await?;
        browser.keys(day).await?;
        browser.press(&button(words.act_book)).await?;
        self.said(words.said_booked).await
    }

    /// Chooses a result in the form that is open.
    async fn choose(&self, result: Finding) -> Outcome {
        let words = self.world.words();
        let name = capitalised(words.track().finding(result));
        self.browser.choose(&thing("group", words.path().what_result), &thing("radio", &name)).await
    }

    async fn conclude(&self, result: Finding) -> Outcome {
        let words = self.words();
        self.browser.press(&button(words.act_conclude)).await?;
        self.choose(result).await?;
        self.browser.press(&button(words.act_conclude)).await?;
        self.said(words.said_result).await
    }
}

/// Writes the projects down, pasted as a list, and says how each is validated.
async fn write_down(walk: &Walk<'_>) -> Outcome {
    let (browser, words) = (walk.browser, walk.world.words());
    browser.read(words.path().title_empty).await?;
    browser.press(&button(words.path().write_first)).await?;
    browser.tab_to(&field(words.programme().add)).await?;
    browser.keys(TITLES.join("\n")).await?;
    browser.press(&button(&(words.programme().add_these)(5))).await?;
    for (title, mode) in TITLES.into_iter().zip(MODES) {
        let row = thing("group", title);
        let radio = thing("radio", &capitalised(words.programme().mode(mode)));
        let group = thing("group", words.programme().validated_by).within(&row);
        browser.choose(&group, &radio).await?;
    }
    browser.press(&button(words.path().edit_done)).await
}

/// What the browser's copy says.
async fn record(walk: &Walk<'_>) -> Result<Pairing, Fault> {
    Ok(project(&screens::read_copy(&screens::save_copy(walk.world, walk.browser).await?)?.document))
}

/// The journey.
pub async fn whole_programme(world: &World) -> Outcome {
    use Finding::{NotYet, ToRework, Validated};
    let at = Instant::parse("2026-11-30T09:00:00Z").ok_or("a moment")?;
    let copy = Copy::start_at(at, "parcours000001", MENTOR, STUDENT)?;
    let file = world.file("parcours.json", copy.file().as_bytes())?;
    let browser = world.browser("lea").await?;
    browser.open_at("2026-12-01T12:00:00Z", "").await?;
    adopt(world, &browser, &file, Role::Student).await?;
    let walk = Walk { world, browser: &browser };
    let words = walk.words();
    browser.go(PATH).await?;
    write_down(&walk).await?;

    first_bilan(&walk).await?;
    reworked(&walk).await?;
    corrected(&walk).await?;
    last_bilan(&walk).await?;

    browser.read(words.jury_here).await?;
    browser.see(&thing("heading", &(words.jury_title)(&five(world), 5))).await?;
    browser.go("#/").await?;
    browser.see(&thing("heading", words.dash_title)).await?;

    let pair = record(&walk).await?;
    let results: Vec<_> = pair.sessions.iter().filter_map(|session| session.result.map(|it| it.result)).collect();
    let expected = [Validated, ToRework, Validated, Validated, Validated, NotYet, Validated];
    let jury = pair.programme.jury().map(|day| day.to_string());
    if results != expected || jury.as_deref() != Some("2027-06-06") || !pair.oddities.is_empty() {
        return Err(format!("{results:?}, the jury since {jury:?}, {:?}", pair.oddities).into());
    }
    Ok(())
}

fn five(world: &World) -> String {
    binome::i18n::number_words(world.stage.locale, 5).to_lowercase()
}

/// Booked, submitted, held, validated; no result before it is held.
async fn first_bilan(walk: &Walk<'_>) -> Outcome {
    let words = walk.words();
    walk.offers_none(&[words.act_authorise, words.act_conclude, words.act_deposit]).await?;
    walk.book("12122026").await?;
    walk.offers_none(&[words.act_conclude, words.act_book]).await?;
    walk.deposit().await?;
    walk.offers_none(&[words.act_conclude, words.act_deposit]).await?;
    walk.browser.read(words.do_present_review).await?;
    walk.on("2026-12-12T13").await?;
    walk.conclude(Finding::Validated).await
}

/// A defence: not before it is authorised, and again with the same assessor once they were told.
async fn reworked(walk: &Walk<'_>) -> Outcome {
    let (browser, words, texts) = (walk.browser, walk.words(), walk.world.words());
    browser.read(words.do_authorise).await?;
    walk.offers_none(&[words.act_book, words.act_deposit, words.act_conclude, words.act_tell]).await?;
    walk.authorise().await?;
    walk.book("01012027").await?;
    browser.type_into(&field(words.assessor), ASSESSOR).await?;
    walk.deposit().await?;

    // The session cannot be that of a project that nobody authorised: refused, with its words.
    browser.press(&link(words.act_session)).await?;
    browser.tab_to(&thing("combobox", &capitalised(texts.standing().project))).await?;
    browser.keys("Int").await?;
    browser.read(texts.refusals().not_authorised).await?;

    walk.on("2027-01-01T14").await?;
    walk.conclude(Finding::ToRework).await?;
    walk.offers_none(&[words.act_book, words.act_deposit, words.act_conclude]).await?;
    browser.read(&(words.do_tell)(ASSESSOR)).await?;
    walk.act(words.act_tell, words.said_told).await?;
    walk.book("02022027").await?;
    browser.read(&(words.assessor_same)(ASSESSOR)).await?;
    browser.see_none(&field(words.assessor)).await?;
    walk.deposit().await?;
    walk.on("2027-02-02T15").await?;
    walk.conclude(Finding::Validated).await
}

/// A defence without a deposit noted; and one whose result is noted wrongly, corrected with its reason.
async fn corrected(walk: &Walk<'_>) -> Outcome {
    let (browser, words, texts) = (walk.browser, walk.words(), walk.world.words());
    walk.authorise().await?;
    walk.book("03032027").await?;
    walk.on("2027-03-03T16").await?;
    browser.read(words.stop_deposit_unnoted).await?;
    walk.conclude(Finding::Validated).await?;

    walk.authorise().await?;
    walk.book("04042027").await?;
    walk.on("2027-04-04T17").await?;
    // No result without one chosen.
    browser.press(&button(words.act_conclude)).await?;
    browser.press(&button(words.act_conclude)).await?;
    browser.read(words.missing_result).await?;
    walk.choose(Finding::ToRework).await?;
    browser.press(&button(words.act_conclude)).await?;
    walk.said(words.said_result).await?;
    browser.see(&button(words.act_tell)).await?;
    browser.tab_to(&button(words.correct)).await?;
    browser.keys(thirtyfour::Key::Enter.value().to_string()).await?;
    browser.press(&button(words.act_correct)).await?;
    walk.choose(Finding::Validated).await?;
    browser.press(&button(words.act_correct)).await?;
    browser.read(texts.refusals().reason_missing).await?;
    browser.type_into(&field(words.reason), "Lu trop vite").await?;
    browser.press(&button(words.act_correct)).await?;
    walk.said(words.said_corrected).await
}

/// A bilan that does not validate yet, and the one that follows.
async fn last_bilan(walk: &Walk<'_>) -> Outcome {
    let words = walk.words();
    walk.book("05052027").await?;
    walk.on("2027-05-05T18").await?;
    walk.conclude(Finding::NotYet).await?;
    walk.browser.read(words.do_book_again).await?;
    walk.book("06062027").await?;
    walk.on("2027-06-06T19").await?;
    walk.conclude(Finding::Validated).await
}
