//! Two people, two browsers, copies handed to and fro.

use std::path::Path;
use std::time::{Duration, Instant};

use binome::document::review::{Relation, review};
use binome::document::{Document, project};
use binome::domain::{PersonId, PointId, QuestionOrigin, Role, Section, schema};
use thirtyfour::Key;

use super::Outcome;
use crate::Fault;
use crate::browser::Browser;
use crate::page::thing;
use crate::screens::{self, MENTOR, STUDENT, button, field, link};
use crate::world::World;

const STORY: &str = "Dix ans de code, puis l’envie de transmettre.";
const SELF: &str = "Comptable, je change de métier.";
const GOAL: &str = "rédige 5 cas de test";
const EVIDENCE: &str = "Le fichier des 5 cas";
const PROGRESS: &str = "Trois cas écrits, deux à finir.";
const ANSWER: &str = "Léa a écrit au Support, réponse reçue.";

/// The first call from the welcome screen to the saved copy, then the student’s turn, then the mentor takes it back.
pub async fn first_call_and_back(world: &World) -> Outcome {
    let words = world.words();
    let karim = world.browser("karim").await?;
    quick_start(world, &karim).await?;
    first_call(world, &karim).await?;
    let given = screens::save_copy(world, &karim).await?;
    holds_the_call(&given)?;

    let lea = world.browser("lea").await?;
    lea.open("").await?;
    screens::adopt(world, &lea, &given, Role::Student).await?;
    lea.press(&link(words.goals().title)).await?;
    screens::arrive(&lea, "#/objectifs").await?;
    lea.read(GOAL).await?;
    lea.type_into(&field(words.goals().progress_mine), PROGRESS).await?;
    lea.press(&link(words.questions().title)).await?;
    screens::arrive(&lea, "#/questions").await?;
    lea.read(&words.points().title(PointId::Adviser, MENTOR)).await?;
    lea.type_into(&field(words.questions().answer_mine), ANSWER).await?;
    let returned = screens::save_copy(world, &lea).await?;

    only_news(&given, &returned)?;
    screens::hand_file(&karim, &returned).await?;
    for shown in [PROGRESS, ANSWER, GOAL] {
        karim.read(shown).await?;
    }
    for unchanged in [STORY, SELF, EVIDENCE] {
        if karim.reads(unchanged).await? {
            return Err(format!("the review shows “{unchanged}”, which did not change").into());
        }
    }
    karim.press(&button(&(words.import().apply)(2))).await?;
    karim.see(&thing("heading", words.import().done_title)).await?;
    same_fingerprint(world, &karim, &lea).await
}

/// Under thirty seconds by keys alone: few keys, and none that waits.
async fn quick_start(world: &World, browser: &Browser) -> Outcome {
    let (before, started) = (browser.pressed(), Instant::now());
    screens::first_run(world, browser).await?;
    // A person who types slowly needs about a quarter of a second for a key.
    let pressed = browser.pressed() - before;
    if pressed > 60 {
        return Err(format!("first run takes {pressed} keys: more than half a minute for people").into());
    }
    if started.elapsed() > Duration::from_secs(30) {
        return Err(format!("first run took {:?}", started.elapsed()).into());
    }
    Ok(())
}

/// The five sections, each with something said, by keys alone.
async fn first_call(world: &World, browser: &Browser) -> Outcome {
    let words = world.words();
    browser.type_into(&screens::story(words), STORY).await?;
    browser.type_into(&field(words.meeting().self_), SELF).await?;
    screens::both_finished(world, browser).await?;
    screens::go_on(world, browser, Section::Helps).await?;
    screens::mark(world, browser, PointId::Support, true).await?;
    screens::mark(world, browser, PointId::Adviser, false).await?;
    screens::both_finished(world, browser).await?;
    // The short way on, from wherever the focus is.
    browser.chord(&[Key::Control], Key::Enter.value()).await?;
    screens::arrive(browser, "#/premier-appel/formation").await?;
    screens::mark(world, browser, PointId::Mission, true).await?;
    screens::both_finished(world, browser).await?;
    screens::go_on(world, browser, Section::Organisation).await?;
    screens::mark(world, browser, PointId::Prepare, true).await?;
    screens::both_finished(world, browser).await?;
    screens::go_on(world, browser, Section::Goals).await?;
    screens::write_goal(world, browser, GOAL, EVIDENCE, "3").await?;
    screens::book_tuesday(world, browser).await?;
    browser.press(&button(words.next_session().finish)).await?;
    screens::arrive(browser, "#/premier-appel/recapitulatif").await?;
    browser.press(&link(&(words.recap().copy_give)(STUDENT))).await?;
    screens::arrive(browser, "#/partager").await
}

/// The saved copy has all that was done, read as any other program would.
fn holds_the_call(path: &Path) -> Outcome {
    let pair = project(&screens::read_copy(path)?.document);
    let said = |who: PersonId| Section::ALL.iter().filter(|section| pair.call.done.contains(&(**section, who))).count();
    let goal = pair.goals.first().ok_or("the copy holds no goal")?;
    let question = pair.questions.first().ok_or("the copy holds no question")?;
    let checks = [
        ("names", (pair.mentor.name.as_str(), pair.student.name.as_str()) == (MENTOR, STUDENT)),
        (
            "both stories",
            pair.mentor.intro.values().any(|text| text == STORY)
                && pair.student.intro.values().any(|text| text == SELF),
        ),
        ("what both finished", said(PersonId::MENTOR) == 4 && said(PersonId::STUDENT) == 4),
        ("four marked points", pair.call.points.len() == 4),
        (
            "one question, from its point",
            pair.questions.len() == 1 && question.origin == QuestionOrigin::Point(PointId::Adviser),
        ),
        (
            "one goal",
            pair.goals.len() == 1 && goal.what == GOAL && goal.evidence == EVIDENCE && goal.minutes == Some(180),
        ),
        ("a goal that ends with the session", goal.end.is_some()),
        ("one booked session", pair.sessions.len() == 1),
    ];
    match checks.into_iter().find(|(_, holds)| !holds) {
        None => Ok(()),
        Some((what, _)) => Err(format!("the copy lacks: {what}; it holds {pair:?}").into()),
    }
}

/// What came back differs from what was given by the two texts, and by nothing else.
fn only_news(given: &Path, returned: &Path) -> Outcome {
    let (mine, theirs) = (screens::read_copy(given)?.document, screens::read_copy(returned)?);
    let goal = project(&mine).goals.first().map(|goal| goal.id.clone()).ok_or("no goal")?;
    let question = project(&mine).questions.first().map(|question| question.id.clone()).ok_or("no question")?;
    let mut wanted = vec![schema::progress(&goal, PersonId::STUDENT), schema::answer(&question, PersonId::STUDENT)];
    wanted.sort();
    let found = review(&mine, &theirs);
    let mut paths: Vec<_> =
        found.records.iter().flat_map(|record| record.fields.iter().map(|field| field.path.clone())).collect();
    paths.sort();
    if paths == wanted && found.relation == Relation::Same && found.quiet == 0 {
        return Ok(());
    }
    Err(format!("expected news at {wanted:?}, found {found:?}").into())
}

/// Both screens that give a copy show the same eight digits, and both saved copies have them.
async fn same_fingerprint(world: &World, one: &Browser, other: &Browser) -> Outcome {
    let (mine, theirs) = (screens::save_copy(world, one).await?, screens::save_copy(world, other).await?);
    let (mine, theirs) = (screens::read_copy(&mine)?.document, screens::read_copy(&theirs)?.document);
    let digits = mine.fingerprint().to_string();
    if digits != theirs.fingerprint().to_string() {
        return Err(format!("{} has {digits}, {} has {}", one.name, other.name, theirs.fingerprint()).into());
    }
    one.read(&digits).await?;
    other.read(&digits).await
}

/// Karim and Léa word the same goal anew without seeing each other.
pub async fn conflict(world: &World) -> Outcome {
    let words = world.words();
    let (karim, lea) = two_with_one_pair(world).await?;
    let goal = schema::goal(&binome::domain::GoalId::parse("objectif0").ok_or("a goal")?, schema::name::WHAT);
    let (mine, theirs) = ("rédige 6 cas de test", "rédige 4 cas de test, relus");
    reword_first_goal(world, &karim, mine).await?;
    reword_first_goal(world, &lea, theirs).await?;
    let before = document(world, &karim).await?;
    let sent = screens::save_copy(world, &lea).await?;

    // Taken in without choosing: nothing is dropped, and the conflict waits on the home page.
    screens::hand_file(&karim, &sent).await?;
    for version in [mine, theirs] {
        karim.read(version).await?;
    }
    apply(world, &karim).await?;
    let joined = document(world, &karim).await?;
    let heads: Vec<_> =
        joined.field(&goal).ok_or("the goal is gone")?.heads().values().filter_map(|edit| edit.value.text()).collect();
    if !(heads.contains(&mine) && heads.contains(&theirs) && heads.len() == 2) {
        return Err(format!("both versions must be kept, the copy holds {heads:?}").into());
    }

    // Undone: as before, byte for byte in what is shown.
    undo(world, &karim).await?;
    let restored = document(world, &karim).await?;
    if project(&restored) != project(&before) {
        return Err("undoing the import did not bring back what was there".into());
    }

    // Taken in again, and settled this time; the other side then follows without a question.
    screens::hand_file(&karim, &sent).await?;
    karim
        .choose(
            &thing("group", words.conflict().legend).starting(),
            &thing("radio", &(words.conflict().keep_theirs)(STUDENT)),
        )
        .await?;
    apply(world, &karim).await?;
    let settled = document(world, &karim).await?;
    let field = settled.field(&goal).ok_or("the goal is gone")?;
    if field.is_conflict() || field.shown().value.text() != Some(theirs) {
        return Err(format!("the choice was “{theirs}”, the copy shows {:?}", field.shown().value).into());
    }
    let back = screens::save_copy(world, &karim).await?;
    screens::hand_file(&lea, &back).await?;
    if lea.count(&thing("group", words.conflict().legend).starting()).await? > 0 {
        return Err("a conflict that was settled is asked again".into());
    }
    apply(world, &lea).await?;
    same_fingerprint(world, &karim, &lea).await
}

/// Both began before they exchanged, and spelled a name differently.
pub async fn started_twice(world: &World) -> Outcome {
    let words = world.words();
    let (karim, lea) = (world.browser("karim").await?, world.browser("lea").await?);
    screens::start(world, &karim, Role::Mentor, MENTOR, STUDENT).await?;
    karim.type_into(&screens::story(words), STORY).await?;
    screens::start(world, &lea, Role::Student, MENTOR, "Lea").await?;
    lea.type_into(&field(words.meeting().self_), SELF).await?;
    let sent = screens::save_copy(world, &lea).await?;

    screens::hand_file(&karim, &sent).await?;
    karim
        .choose(&thing("group", words.import().stranger_legend), &thing("radio", words.import().stranger_same))
        .await?;
    karim.press(&button(words.common().continue_)).await?;
    // The conflict of names is shown, both spellings in full.
    karim.see(&thing("group", words.conflict().legend).starting()).await?;
    karim.read("Lea").await?;
    karim
        .choose(
            &thing("group", words.conflict().legend).starting(),
            &thing("radio", &(words.conflict().keep_theirs)("Lea")),
        )
        .await?;
    apply(world, &karim).await?;
    let joined = document(world, &karim).await?;
    let pair = project(&joined);
    let whole = pair.student.name == "Lea"
        && pair.mentor.intro.values().any(|text| text == STORY)
        && pair.student.intro.values().any(|text| text == SELF)
        && joined.aliases().count() > 0;
    if !whole {
        return Err(format!("joined, the pair lacks something: {pair:?}").into());
    }
    // From now on it is one pair on both sides.
    let back = screens::save_copy(world, &karim).await?;
    screens::hand_file(&lea, &back).await?;
    let asked = screens::join_if_asked(world, &lea).await?;
    apply(world, &lea).await?;
    same_fingerprint(world, &karim, &lea).await?;
    // The file that comes back names both identifiers: nobody needs to be asked twice.
    if asked { Err("the other side was asked again whether it is the same pair".into()) } else { Ok(()) }
}

/// Two browsers that hold the sample pair, as the mentor and as the student.
async fn two_with_one_pair(world: &World) -> Result<(std::sync::Arc<Browser>, std::sync::Arc<Browser>), Fault> {
    let path = world.file("exemple.json", crate::sample::rich()?.file().as_bytes())?;
    let (karim, lea) = (world.browser("karim").await?, world.browser("lea").await?);
    for (browser, role) in [(&karim, Role::Mentor), (&lea, Role::Student)] {
        browser.open("").await?;
        screens::adopt(world, browser, &path, role).await?;
    }
    Ok((karim, lea))
}

async fn reword_first_goal(world: &World, browser: &Browser, what: &str) -> Outcome {
    let words = world.words().goal_editor();
    browser.go("#/objectifs").await?;
    browser.press(&button(&(words.change_named)(GOAL))).await?;
    // The editor's first field asks what, until when the next session is.
    let label = (words.by_day)("");
    let label = label.split('\u{a0}').next().unwrap_or_default().split(',').next().unwrap_or_default();
    browser.type_into(&field(label.trim()), what).await?;
    browser.press(&button(words.keep)).await?;
    browser.see(&thing("heading", what)).await?;
    Ok(())
}

/// Presses whatever applies the review that stands: its count is not the point here.
async fn apply(world: &World, browser: &Browser) -> Outcome {
    let words = world.words().import();
    browser.press(&button(words.apply_decisions).starting()).await?;
    browser.see(&thing("heading", words.done_title)).await?;
    Ok(())
}

async fn undo(world: &World, browser: &Browser) -> Outcome {
    let words = world.words().import();
    screens::enter(browser, "#/importer").await?;
    browser.press(&button(words.undo)).await?;
    browser.read(words.undone).await
}

/// The record as that browser would give it away now.
async fn document(world: &World, browser: &Browser) -> Result<Document, Fault> {
    let path = screens::save_copy(world, browser).await?;
    Ok(screens::read_copy(&path)?.document)
}

/// Files that hold nothing for this pair: each gets its answer, and the record stays as it was.
pub async fn refused_files(world: &World) -> Outcome {
    let words = world.words().import();
    let (karim, _) = two_with_one_pair(world).await?;
    let before = std::fs::read(screens::save_copy(world, &karim).await?)?;
    let whole = String::from_utf8(before.clone())?;
    let cut = &whole[..whole.len() / 2];
    // One letter of a value: its identifier no longer fits what it names.
    let damaged = whole.replacen("Un premier jet", "Un dernier jet", usize::MAX);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(whole.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let files: [(&str, &[u8], &str); 8] = [
        ("vide.json", b"", words.empty),
        ("coupe.json", cut.as_bytes(), words.cut),
        ("abime.json", damaged.as_bytes(), words.damaged.trim_end_matches(". ")),
        ("ailleurs.json", b"{\"name\": \"package\", \"version\": \"1.0.0\"}", words.not_ours),
        ("page.json", b"<!doctype html><title>Connexion</title>", words.web_page),
        ("archive.json", b"PK\x03\x04\x14\x00\x00\x00\x08\x00", words.zip),
        ("utf16.json", &utf16, words.utf16),
        ("image.json", b"\x89PNG\r\n\x1a\n\x00\x00", words.damaged),
    ];
    for (name, bytes, answer) in files {
        screens::hand_file(&karim, &world.file(name, bytes)?).await?;
        let answer = answer.split(['.', '(']).next().unwrap_or(answer).trim();
        karim.read(answer).await.map_err(|fault| format!("{name}: {fault}"))?;
        let after = std::fs::read(screens::save_copy(world, &karim).await?)?;
        if after != before {
            return Err(format!("{name} changed the record").into());
        }
    }
    Ok(())
}

/// Another pair's file is held apart, and one's own file brings nothing new, the first time and the second.
pub async fn strange_and_known_files(world: &World) -> Outcome {
    let words = world.words().import();
    let (karim, lea) = two_with_one_pair(world).await?;
    let own = screens::save_copy(world, &karim).await?;
    let before = std::fs::read(&own)?;
    let kept = world.file("la-mienne.json", &before)?;
    screens::hand_file(&karim, &kept).await?;
    karim.read(words.nothing_title).await?;

    let news = {
        reword_first_goal(world, &lea, "rédige 7 cas de test").await?;
        std::fs::read(screens::save_copy(world, &lea).await?)?
    };
    let news = world.file("la-sienne.json", &news)?;
    screens::hand_file(&karim, &news).await?;
    apply(world, &karim).await?;
    screens::hand_file(&karim, &news).await?;
    karim.read(words.nothing_title).await?;
    let before = std::fs::read(screens::save_copy(world, &karim).await?)?;

    // Somebody else's pair: asked what it is; leaving the question changes nothing.
    let other = crate::sample::Copy::start("autre00000000", "Inès", "Bruno")?.file();
    screens::hand_file(&karim, &world.file("autre.json", other.as_bytes())?).await?;
    karim.see(&thing("group", words.stranger_legend)).await?;
    let after = std::fs::read(screens::save_copy(world, &karim).await?)?;
    if after != before {
        return Err("looking at another pair’s file changed the record".into());
    }
    // Taken as a new pair, it stands beside the first, which stays as it was.
    screens::hand_file(&karim, &world.file("autre.json", other.as_bytes())?).await?;
    karim.choose(&thing("group", words.stranger_legend), &thing("radio", words.stranger_new)).await?;
    karim.press(&button(world.words().common().continue_)).await?;
    karim.choose(&thing("group", words.whose_legend), &thing("radio", &(words.whose_mentor)("Inès"))).await?;
    karim.press(&button(words.open_pair)).await?;
    screens::arrive(&karim, "#/").await?;
    karim.go("#/binomes").await?;
    karim.see(&button(&(world.words().pairs().open)("Bruno"))).await?;
    karim.press(&button(&(world.words().pairs().open)(STUDENT))).await?;
    screens::arrive(&karim, "#/").await?;
    let after = std::fs::read(screens::save_copy(world, &karim).await?)?;
    if after == before { Ok(()) } else { Err("another pair’s file changed this one".into()) }
}
