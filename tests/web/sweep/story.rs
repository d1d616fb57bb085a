//! The story that is told again and again: a pair, from its first words to a second pair in the same browser. In acts, each on a
//! page of its own.

use binome::document::file;
use binome::document::review::{Choice, Decision};
use binome::document::{Document, project};
use binome::domain::person::IntroPrompt;
use binome::domain::{
    Address, Author, Command, Context, DeviceId, GoalId, PairId, Path, PersonId, Role, Value, decide, schema,
};
use binome::web::dispatch::{EraseScope, Store, Theme};
use binome::web::platform::{IntlZone, clock};
use leptos::prelude::*;

use super::diary;
use crate::support::Page;

/// One thing that somebody does. What goes on in the background is over before the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Start,
    /// Types, pauses and types on.
    Type(IntroPrompt, &'static [&'static str]),
    /// Leaves the field.
    Leave(IntroPrompt),
    /// Types and leaves the field without a pause.
    Say(IntroPrompt, &'static str),
    /// Types, pauses, thinks better of it and leaves the field as it was.
    TakeBack(IntroPrompt),
    /// Some other thing while words are being typed that a pause has kept.
    Minutes(u32),
    /// Two things at once: the second is on its way before the first has arrived.
    Arrange,
    /// A command while something is being typed.
    TypeAndAddress(IntroPrompt, &'static str),
    Theme(Theme),
    Profile(&'static str),
    Me(PersonId),
    Goals,
    RemoveGoal,
    Turn(bool),
    CopyGiven,
    /// Takes in the copy that the other sent, settling one of its two conflicts.
    Import,
    /// Settles the other one.
    Settle,
    UndoImport,
    /// Restores the latest backup.
    Restore,
    Retire,
    /// Opens the pair that was removed from the list.
    PutBack,
    StartSecond,
    OpenFirst,
    OpenSecond,
    /// Takes over a file of a third pair.
    Adopt,
    /// Erases the pair that is open.
    Erase,
    /// Takes in a file of the second pair from before the two had exchanged anything: both had started it.
    Unite,
}

use IntroPrompt::{Self_, Why};
use Step::{
    Adopt, Arrange, CopyGiven, Erase, Goals, Import, Leave, Me, Minutes, OpenFirst, OpenSecond, Profile, PutBack,
    RemoveGoal, Restore, Retire, Say, Settle, Start, StartSecond, TakeBack, Turn, Type, TypeAndAddress, UndoImport,
    Unite,
};

/// The acts. The first begins in an empty browser; each of the others on what the one before left, whose page was closed as it was.
pub const ACTS: [(&str, &[Step]); 6] = [
    (
        "first words",
        &[
            Start,
            Type(Self_, &["Bon", "Bonj"]),
            Say(Self_, "Bonjour"),
            Arrange,
            TakeBack(Self_),
            Step::Theme(Theme::Dark),
            Type(Why, &["Je viens", "Je viens du graphisme"]),
        ],
    ),
    (
        "every day",
        &[
            Profile("Dix ans de web"),
            Me(PersonId::MENTOR),
            Goals,
            TypeAndAddress(Self_, "Bonjour à tous"),
            Minutes(40),
            Leave(Self_),
            RemoveGoal,
            Turn(true),
            Turn(false),
            Me(PersonId::STUDENT),
            Profile("Onze ans de web"),
            Step::Theme(Theme::Light),
            CopyGiven,
            Type(Why, &["Je viens du graphisme, et j’y retourne"]),
        ],
    ),
    (
        "a copy",
        &[
            Say(Self_, "Le mien"),
            Say(Why, "Le mien aussi"),
            Import,
            Settle,
            Type(Self_, &["Depuis la copie"]),
            UndoImport,
            Turn(false),
            Say(Why, "Après tout cela"),
        ],
    ),
    (
        "away and back",
        &[
            Restore,
            Say(Self_, "Avant de partir"),
            Retire,
            PutBack,
            StartSecond,
            Type(Self_, &["Je m’appelle Nadia"]),
            OpenFirst,
            Say(Self_, "De retour"),
            OpenSecond,
            Say(Why, "Moi aussi"),
        ],
    ),
    (
        "comings and goings",
        &[
            Adopt,
            Type(Self_, &["Je m’appelle Omar"]),
            Erase,
            OpenSecond,
            Unite,
            Say(Why, "Réunis"),
            UndoImport,
            Say(Self_, "Et de nouveau seuls"),
        ],
    ),
    ("the end", &[Type(Why, &["Encore un mot"]), Turn(true), Say(Why, "Le dernier")]),
];

/// A field of the student's introduction.
pub fn path(prompt: IntroPrompt) -> Path {
    schema::intro(PersonId::STUDENT, prompt)
}

fn goal(name: &str) -> GoalId {
    GoalId::parse(name).expect("an identifier")
}

/// Does a step. The error is one that somebody sees; done again, it may go well.
pub async fn play(step: Step, page: &Page, copy: &str) -> Result<(), String> {
    let store = page.store;
    let leaves = matches!(
        step,
        Adopt
            | Erase
            | Unite
            | Me(_)
            | Turn(_)
            | Import
            | UndoImport
            | Restore
            | Retire
            | PutBack
            | StartSecond
            | OpenFirst
            | OpenSecond
    );
    if leaves {
        // As they themselves do first.
        store.seal_all();
        diary::nothing_typed();
        diary::note(store, false);
    }
    match step {
        Step::Start => said(store.start_pair("Léa", "Karim", 45, Role::Student))?,
        Step::Type(prompt, words) => {
            for words in words {
                type_in(page, prompt, words);
                diary::settled(store).await;
            }
        }
        Step::Leave(prompt) => leave(page, prompt)?,
        Step::Say(prompt, words) => {
            type_in(page, prompt, words);
            leave(page, prompt)?;
        }
        Step::Arrange => {
            said(store.dispatch(Command::SetAddress(Some(Address::Tu))))?;
            said(store.dispatch(Command::SetCallMinutes(50)))?;
        }
        Step::TakeBack(prompt) => {
            let before = store.value(&path(prompt)).text().unwrap_or_default().to_owned();
            type_in(page, prompt, "Zut");
            diary::settled(store).await;
            type_in(page, prompt, &before);
            leave(page, prompt)?;
        }
        Step::Minutes(minutes) => said(store.dispatch(Command::SetCallMinutes(minutes)))?,
        Step::TypeAndAddress(prompt, words) => {
            type_in(page, prompt, words);
            said(store.dispatch(Command::SetAddress(Some(Address::Vous))))?;
        }
        Step::Theme(theme) => store.settings().update(|settings| settings.theme = theme),
        Step::Profile(words) => store.keep_profile(|profile| profile.say(IntroPrompt::Story, words)),
        Step::Me(person) => store.set_me(person),
        Step::Goals => {
            for (name, words) in [("g1", "rédige 5 cas"), ("g2", "lis deux articles")] {
                said(store.dispatch(Command::NoteGoal(goal(name), words.into(), None)))?;
            }
        }
        Step::RemoveGoal => said(store.dispatch(Command::RemoveGoal(goal("g2"))))?,
        Step::Turn(undo) => drop(said(store.turn(undo).await)?),
        Step::CopyGiven => store.copy_given(),
        Step::Import => {
            let incoming = said(store.read_file(copy.as_bytes()))?;
            let choices = vec![Choice::Settle(path(Self_), Decision::Theirs)];
            said(store.import(incoming, choices).await)?;
        }
        Step::Settle => said(store.dispatch(Command::Choose(path(Why), Value::Text("Les deux".into()))))?,
        Step::UndoImport => said(store.undo_import().await)?,
        Step::Restore => {
            let backups = said(store.backups().await)?;
            if let Some(name) = backups.first() {
                let backup = store.open_backup(name).await.ok_or("the backup does not read")?;
                said(store.restore(backup, false).await)?;
            }
        }
        Step::Retire => said(store.retire().await)?,
        Step::PutBack => {
            for retired in store.retired().get_untracked() {
                store.open_pair(retired.pair.id).await;
            }
        }
        Step::StartSecond => said(store.start_pair("Léa", "Nadia", 30, Role::Mentor))?,
        Step::OpenFirst => open(store, "Karim").await,
        Step::OpenSecond => open(store, "Nadia").await,
        Step::Adopt => {
            let incoming = said(store.read_file(elsewhere("33", "Nour", "Omar").as_bytes()))?;
            said(store.adopt(incoming, Role::Mentor).await)?;
        }
        Step::Erase => {
            let third = PairId::parse("33").ok_or("no identifier")?;
            said(store.erase(EraseScope::Pair(third.clone())).await)?;
            diary::erased(third);
        }
        Step::Unite => {
            let incoming = said(store.read_file(elsewhere("22", "Léa", "Nadia").as_bytes()))?;
            said(store.import(incoming, vec![Choice::SamePair]).await)?;
        }
    }
    Ok(())
}

fn said<T, E: std::fmt::Debug>(outcome: Result<T, E>) -> Result<T, String> {
    outcome.map_err(|error| format!("{error:?}"))
}

fn type_in(page: &Page, prompt: IntroPrompt, words: &str) {
    diary::typing(prompt, Some(words));
    page.type_in(&path(prompt), words);
    diary::note(page.store, false);
}

fn leave(page: &Page, prompt: IntroPrompt) -> Result<(), String> {
    said(page.store.seal(&path(prompt)))?;
    diary::typing(prompt, None);
    Ok(())
}

async fn open(store: Store, student: &str) {
    let pairs = store.pairs().get_untracked();
    if let Some(pair) = pairs.iter().find(|pair| pair.student == student) {
        store.open_pair(pair.id.clone()).await;
    }
}

/// The copy that the other sends back: words of theirs in the fields in which this browser goes on writing, and a goal.
pub fn answer(document: &Document) -> String {
    let mut theirs = file::read(file::write(document).as_bytes()).expect("a file").document;
    let commands = [
        Command::Write(path(Self_), "Le leur".into()),
        Command::Write(path(Why), "Le leur aussi".into()),
        Command::NoteGoal(goal("g3"), "montre une maquette".into(), None),
        Command::SetCallMinutes(60),
    ];
    for command in &commands {
        write(&mut theirs, command);
    }
    file::write(&theirs)
}

/// The file of a pair that somebody else started, with some words.
fn elsewhere(id: &str, mentor: &str, student: &str) -> String {
    let mut document = Document::new(PairId::parse(id).expect("an identifier"));
    let start = Command::Start { mentor: mentor.into(), student: student.into(), minutes: 45, zone: None };
    for command in [start, Command::Write(path(IntroPrompt::Expectations), "Écrit ailleurs".into())] {
        write(&mut document, &command);
    }
    file::write(&document)
}

/// Does something in a record, on another device.
fn write(document: &mut Document, command: &Command) {
    let author = Author { person: PersonId::MENTOR, device: DeviceId::parse("elsewhere").expect("an identifier") };
    let now = clock::now();
    let context = Context { now, today: now.day(&IntlZone::of_browser()), author };
    let changes = decide(&project(document), command, &context).expect("a command that may be done");
    document.apply(&changes, &context.author, now);
}
