//! Three weeks of two people: the student prepares at home, hands over a copy, the mentor runs the session and hands it back. A goal is
//! carried, a session is cancelled too late, the goal is cut in two. The clock is the journey's own, so that the report is the
//! same, letter by letter, in every run.

use std::path::Path;
use std::sync::Arc;

use binome::document::project;
use binome::domain::outcome::{GoalResult, Rest};
use binome::domain::{
    Booking, Command, GoalId, Instant, OrganisationCommand, Pairing, Role, SessionId, SessionState, schema,
    schema::name,
};

use super::Outcome;
use crate::Fault;
use crate::browser::Browser;
use crate::hand::Hand;
use crate::page::thing;
use crate::poll::until;
use crate::sample::{self, Copy};
use crate::screens::{self, MENTOR, STUDENT, button, field};
use crate::world::World;

/// Reached in the first week.
const CASES: &str = "rédige 5 cas de test";
/// Carried twice, then cut in two.
const SLIDES: &str = "écris les 8 diapositives de la soutenance";
/// What it is cut into.
const HALVES: [&str; 2] = ["écris les titres des diapositives 1 à 4", "écris les titres des diapositives 5 à 8"];
/// Written in the first session.
const SCREENS: &str = "termine 3 écrans sur 8";
const QUESTION: &str = "Faut-il déposer la maquette avec le code ?";
const ANSWER: &str = "Un lien suffit s’il reste ouvert.";
const REMARKS: &str = "Les trois écrans sont lisibles à 360 px. À reprendre : l’ordre du focus.";
const RESOURCE: &str = "https://www.w3.org/WAI/ARIA/apg/";
const NOTE: &str = "Penser à demander si le rythme convient.";

/// On laptops, without a mouse.
pub async fn by_keys(world: &World) -> Outcome {
    let (karim, lea) = (world.browser("karim").await?, world.browser("lea").await?);
    Weeks { world, karim, lea, hand: Hand::Keys }.live().await
}

/// On phones.
pub async fn by_touch(world: &World) -> Outcome {
    let (karim, lea) = (world.browser("karim").await?, world.browser("lea").await?);
    for browser in [&karim, &lea] {
        browser.be_a_phone().await?;
    }
    Weeks { world, karim, lea, hand: Hand::Finger }.live().await
}

/// What both agreed in their first call, on Tuesday 24 November: two goals, a slot, two sessions.
fn first_call() -> Result<Copy, Fault> {
    let called = Instant::parse("2026-11-24T17:00:00Z").ok_or("a moment")?;
    let mut copy = Copy::start_at(called, "troissemaines01", MENTOR, STUDENT)?;
    copy.order(&Command::Organisation(OrganisationCommand::SetSlot(Some(sample::usual_slot()?))))?;
    copy.hand_to("student-1.e2e2")?;
    for (id, what, evidence) in [("cas", CASES, "Le fichier des 5 cas"), ("diapositives", SLIDES, "Le fichier partagé")]
    {
        let id = GoalId::parse(id).ok_or("a goal’s identifier")?;
        copy.order(&Command::AddGoal(id.clone()))?;
        copy.order(&Command::Write(schema::goal(&id, name::WHAT), what.into()))?;
        copy.order(&Command::Write(schema::goal(&id, name::EVIDENCE), evidence.into()))?;
        copy.order(&Command::SetGoalMinutes(id.clone(), Some(120)))?;
        copy.order(&Command::SetGoalDays(id, Some(day("2026-11-24")?), Some(day("2026-12-01")?)))?;
    }
    for (id, start) in [("mardi1", "2026-12-01T17:00:00Z"), ("mardi2", "2026-12-08T17:00:00Z")] {
        let id = SessionId::parse(id).ok_or("a session’s identifier")?;
        let start = Instant::parse(start).ok_or("a moment")?;
        copy.order(&Command::Book(id, Booking { start, minutes: 45 }))?;
    }
    Ok(copy)
}

fn day(text: &str) -> Result<binome::domain::Day, Fault> {
    Ok(text.parse().map_err(|_| "a day")?)
}

struct Weeks<'a> {
    world: &'a World,
    karim: Arc<Browser>,
    lea: Arc<Browser>,
    hand: Hand,
}

impl Weeks<'_> {
    async fn live(&self) -> Outcome {
        let start = self.world.file("depart.json", first_call()?.file().as_bytes())?;
        for (browser, role) in [(&self.karim, Role::Mentor), (&self.lea, Role::Student)] {
            browser.open_at("2026-11-24T18:00:00Z", "#/").await?;
            screens::adopt(self.world, browser, &start, role).await?;
        }
        self.first_week().await?;
        self.second_week().await?;
        self.third_week().await?;
        self.fourth_tuesday().await
    }

    /// Prepared on Monday, held on Tuesday: one goal reached, one carried, a question answered, a new goal.
    async fn first_week(&self) -> Outcome {
        let (words, hand, karim, lea) = (self.world.words(), self.hand, &self.karim, &self.lea);
        lea.open_at("2026-11-30T19:00:00Z", "#/session?id=mardi1").await?;
        hand.tick(lea, &thing("checkbox", words.session().scenario_read)).await?;
        hand.tick(lea, &thing("checkbox", words.session().deliverables_known)).await?;
        hand.write(lea, &field(words.session().done_mine), "Les 5 cas sont écrits.").await?;
        hand.write(lea, &field(words.session().another_question), QUESTION).await?;
        hand.press(lea, &button(words.questions().ask_button)).await?;
        hand.tick(lea, &thing("checkbox", words.session().searched)).await?;
        self.hand_over(lea, karim, "2026-12-01T16:55:00Z").await?;

        karim.open_at("2026-12-01T17:00:00Z", "#/session?id=mardi1").await?;
        karim.read(&(words.session().scenario_said)(STUDENT)).await?;
        hand.press(karim, &button(words.session().begin)).await?;
        self.conclude(karim, CASES, words.session().reached, None).await?;
        self.conclude(
            karim,
            SLIDES,
            words.session().not_yet,
            Some(&(words.session().carry_to)(&(words.session().named)(2))),
        )
        .await?;
        hand.press(karim, &button(&(words.session().go_to_step)(2))).await?;
        hand.write(karim, &field(words.questions().answer_mine), ANSWER).await?;
        hand.tick(karim, &thing("checkbox", words.session().answered)).await?;
        // The page is loaded again in the middle of the call: it goes on where it was, by the clock.
        karim.open_at("2026-12-01T17:20:30Z", "#/session?id=mardi1").await?;
        karim.read(&(words.session().left)(25)).await?;
        hand.press(karim, &button(&(words.session().go_to_step)(3))).await?;
        hand.write(karim, &field(words.session().remarks), REMARKS).await?;
        hand.press(karim, &button(&(words.session().go_to_step)(4))).await?;
        hand.press(karim, &button(words.goal_editor().add_another)).await?;
        self.write_goal(karim, 2, SCREENS, "Les 3 écrans en ligne").await?;
        hand.press(karim, &button(&(words.session().go_to_step)(5))).await?;
        hand.write(karim, &field(words.session().resources_label), RESOURCE).await?;
        self.close(karim, "2026-12-01T17:44:30Z", "mardi1").await?;
        karim.read(&(words.session().week_title)(STUDENT)).await?;
        hand.write(karim, &field(words.session().private_label), NOTE).await?;
        self.report(karim, "mardi1", "first").await?;
        self.hand_over(karim, lea, "2026-12-01T18:00:00Z").await?;
        lea.open_at("2026-12-01T18:05:00Z", "#/objectifs").await?;
        for shown in [SLIDES, SCREENS] {
            lea.read(shown).await?;
        }
        let pair = self.record_of(lea).await?;
        let came = |what: &str| {
            let goal = pair.goals.iter().find(|goal| goal.what == what)?;
            pair.outcomes.iter().find(|outcome| outcome.goal.as_ref() == Some(&goal.id))?.result
        };
        let carried = GoalResult::NotYet { rest: Some(Rest::Carried) };
        if (came(CASES), came(SLIDES)) != (Some(GoalResult::Reached), Some(carried)) {
            return Err(format!("after the first session: {:?}", pair.outcomes).into());
        }
        no_private_word(&screens::save_copy(self.world, karim).await?)
    }

    /// The same goal is carried again, another is partly reached; the next session is booked.
    async fn second_week(&self) -> Outcome {
        let (words, hand, karim, lea) = (self.world.words(), self.hand, &self.karim, &self.lea);
        lea.open_at("2026-12-07T19:00:00Z", "#/session?id=mardi2").await?;
        hand.tick(lea, &thing("checkbox", words.session().scenario_read)).await?;
        self.hand_over(lea, karim, "2026-12-08T16:55:00Z").await?;
        karim.open_at("2026-12-08T17:00:00Z", "#/session?id=mardi2").await?;
        hand.press(karim, &button(words.session().begin)).await?;
        self.conclude(karim, SLIDES, words.session().not_yet, Some(words.session().carry)).await?;
        self.conclude(karim, SCREENS, words.session().partly, Some(words.session().carry)).await?;
        for step in 2..=4 {
            hand.press(karim, &button(&(words.session().go_to_step)(step))).await?;
        }
        screens::book_tuesday(self.world, karim).await?;
        self.close(karim, "2026-12-08T17:40:30Z", "mardi2").await?;
        self.hand_over(karim, lea, "2026-12-08T18:00:00Z").await
    }

    /// On Monday evening, 22 hours before, the student cancels: too late, and said so; the week after gets its slot.
    async fn third_week(&self) -> Outcome {
        let (words, hand, karim, lea) = (self.world.words(), self.hand, &self.karim, &self.lea);
        let booked = self.booked(lea).await?;
        lea.open_at("2026-12-14T19:00:00Z", &format!("#/session?id={booked}")).await?;
        hand.choose(lea, &thing("group", words.standing().change_what), &thing("radio", words.standing().do_cancel))
            .await?;
        hand.press(lea, &button(words.standing().cancel_anyway)).await?;
        let late = (words.standing().off_late)("§");
        lea.read(before_the_mark(&late)).await?;
        lea.go("#/sessions").await?;
        let book = (words.sessions().book_usual)("§");
        hand.press(lea, &button(before_the_mark(&book)).starting()).await?;
        self.hand_over(lea, karim, "2026-12-14T19:30:00Z").await
    }

    /// The goal comes up for the third time: it is cut in two.
    async fn fourth_tuesday(&self) -> Outcome {
        let (words, hand, karim) = (self.world.words(), self.hand, &self.karim);
        let session = self.booked(karim).await?;
        karim.open_at("2026-12-22T17:00:00Z", &format!("#/session?id={session}")).await?;
        hand.press(karim, &button(words.session().begin)).await?;
        self.conclude(karim, SLIDES, words.session().not_yet, None).await?;
        karim.read(words.session().third_time).await?;
        hand.press(karim, &button(words.session().split)).await?;
        for (number, half) in HALVES.into_iter().enumerate() {
            // Both halves begin with the words of the whole: the first that still has them is taken.
            hand.press(karim, &button(&(words.goal_editor().change_named)(SLIDES))).await?;
            let what = field(&(words.goal_editor().numbered)(number + 1, ""));
            hand.write(karim, &what, half).await?;
            hand.press(karim, &button(words.goal_editor().keep)).await?;
            karim.see(&button(&(words.goal_editor().change_named)(half))).await?;
        }
        self.conclude(karim, SCREENS, words.session().reached, None).await?;
        self.close(karim, "2026-12-22T17:43:30Z", session.as_str()).await?;
        self.report(karim, session.as_str(), "last").await
    }

    /// Copies a session's report and compares it, letter by letter, with the one kept beside this file. `BINOME_GOLDEN=write` keeps the
    /// copied one instead.
    async fn report(&self, browser: &Browser, session: &str, name: &str) -> Outcome {
        browser.go(&format!("#/compte-rendu?id={session}")).await?;
        // Nobody can look into the clipboard of a browser under test: what is handed to it is kept.
        let catch = "window.handed = ''; navigator.clipboard.writeText = async (text) => { window.handed = text; };";
        browser.session().await?.execute(catch, vec![]).await?;
        self.hand.press(browser, &button(self.world.words().session_report().copy)).await?;
        let copied: String = until("a copied report", || async {
            let text: String = browser.session().await?.execute("return window.handed", vec![]).await?.convert()?;
            Ok((!text.is_empty()).then_some(text))
        })
        .await?;
        let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("golden")
            .join(format!("three-weeks-{name}-{}.txt", self.world.stage.locale.tag()));
        if std::env::var_os("BINOME_GOLDEN").is_some_and(|how| how == "write") {
            std::fs::write(&kept, &copied)?;
        }
        let expected = std::fs::read_to_string(&kept)?;
        if copied == expected {
            Ok(())
        } else {
            Err(format!("the report reads\n{copied}\ninstead of\n{expected}").into())
        }
    }

    /// The session that is booked.
    async fn booked(&self, browser: &Browser) -> Result<SessionId, Fault> {
        let pair = self.record_of(browser).await?;
        let booked = pair.sessions.into_iter().find(|session| matches!(session.state, Some(SessionState::Booked(_))));
        Ok(booked.ok_or("no session is booked")?.id)
    }

    /// What a goal came to, and what becomes of the rest.
    async fn conclude(&self, browser: &Browser, goal: &str, result: &str, rest: Option<&str>) -> Outcome {
        let words = self.world.words().session();
        self.hand.choose(browser, &thing("group", &(words.result_of)(goal)), &thing("radio", result)).await?;
        match rest {
            Some(rest) => {
                let group = thing("group", &(words.rest_of)(goal));
                self.hand.choose(browser, &group, &thing("radio", rest)).await
            }
            None => Ok(()),
        }
    }

    async fn write_goal(&self, browser: &Browser, number: usize, what: &str, evidence: &str) -> Outcome {
        let words = self.world.words().goal_editor();
        self.hand.write(browser, &field(&(words.numbered)(number, "")), what).await?;
        self.hand.write(browser, &field(words.evidence), evidence).await?;
        self.hand.write(browser, &field(words.hours), "2").await?;
        self.hand.press(browser, &button(words.keep)).await?;
        browser.see(&button(&(words.change_named)(what))).await?;
        Ok(())
    }

    /// Closes the session at that moment: the page is loaded again first, since its clock stands still.
    async fn close(&self, browser: &Browser, moment: &str, session: &str) -> Outcome {
        let words = self.world.words().session();
        screens::saved(self.world.words(), browser).await?;
        browser.open_at(moment, &format!("#/session?id={session}")).await?;
        self.hand.press(browser, &button(words.close)).await?;
        // Warned once of what is missing, and let go.
        let warned = until("closed, or warned", || async {
            match (browser.reads(words.close_missing).await?, browser.reads(words.said_title).await?) {
                (false, false) => Ok(None),
                (warned, _) => Ok(Some(warned)),
            }
        });
        if warned.await? {
            self.hand.press(browser, &button(words.close_anyway)).await?;
        }
        browser.read(words.said_title).await
    }

    /// One saves a copy, the other takes it in at that moment.
    async fn hand_over(&self, from: &Browser, to: &Browser, moment: &str) -> Outcome {
        let words = self.world.words().import();
        let copy = screens::save_copy(self.world, from).await?;
        let given = self.world.file("copie.json", &std::fs::read(copy)?)?;
        to.open_at(moment, "#/importer").await?;
        screens::hand_file(to, &given).await?;
        // The count of changes comes after the verb.
        let apply = (words.apply)(2);
        let verb = apply.split('2').next().unwrap_or_default().trim_end();
        self.hand.press(to, &button(verb).starting()).await?;
        to.see(&thing("heading", words.done_title)).await?;
        Ok(())
    }

    /// The record as the copy of that browser has it.
    async fn record_of(&self, browser: &Browser) -> Result<Pairing, Fault> {
        Ok(project(&screens::read_copy(&screens::save_copy(self.world, browser).await?)?.document))
    }
}

/// What a text says before the place that holds `§`.
fn before_the_mark(text: &str) -> &str {
    text.split('§').next().unwrap_or_default().trim_end()
}

/// The bytes of a copy say nothing of a private note.
fn no_private_word(copy: &Path) -> Outcome {
    let text = std::fs::read_to_string(copy)?;
    if text.contains(NOTE) || text.contains("private") {
        return Err("a private note left with a copy".into());
    }
    Ok(())
}
