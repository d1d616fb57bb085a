//! What leaves for other tools: the report and the agreement, letter by letter, in both languages.

use binome::document::{Document, project};
use binome::domain::schema::{self, name};
use binome::domain::{
    Address, AgreementCommand, Channel, Command, Given, Instant, OrganisationCommand, OwnPromiseId, Pairing, PersonId,
    PointId, PointState, PromiseId, Slot, Weekday, ZoneName,
};
use binome::export::{agreement, report};
use binome::i18n::Locale;

use super::support::words::in_words;
use super::support::{act, at, day, goal, karim, lea, path, question, started, write};
use super::time::time;

fn now() -> Instant {
    at("2026-11-24T18:40:00Z")
}

/// The evening of a first call in which everything was said.
pub fn told() -> Document {
    let mut document = started();
    let mut minute = 0;
    let mut does = |command: Command| {
        minute += 1;
        act(&mut document, &command, &karim(), &format!("2026-11-24T18:{minute:02}:00Z"));
    };
    let write = |field: &str, words: &str| Command::Write(path(field), words.into());
    does(Command::SetAddress(Some(Address::Tu)));
    does(write("person/student-1/self", "Comptable pendant six ans.\n\n  Deux enfants, un chat.  "));
    does(write("person/student-1/expectations", "Un avis franc."));
    does(Command::MarkPoint(PointId::Support, Some(PointState::Understood)));
    does(Command::MarkPoint(PointId::Rework, Some(PointState::ToClarify)));
    does(Command::SetPersonZone(PersonId::STUDENT, ZoneName::parse("Indian/Reunion").expect("a zone")));
    let slot =
        Slot { weekday: Weekday::Tue, time: time("18:00"), zone: ZoneName::parse("Europe/Paris").expect("a zone") };
    for command in [
        OrganisationCommand::SetSlot(Some(slot)),
        OrganisationCommand::UseChannel(Channel::Platform, true),
        OrganisationCommand::UseChannel(Channel::Email, true),
        OrganisationCommand::SetAnswerHours(PersonId::MENTOR, Some(48)),
        OrganisationCommand::SetAnswerHours(PersonId::STUDENT, Some(168)),
        OrganisationCommand::SetPrepareHours(Some(24)),
    ] {
        does(Command::Organisation(command));
    }
    does(Command::Write(schema::organisation(name::CHANNELS), "Pas le dimanche.".into()));
    let own = OwnPromiseId::parse("p1").expect("a promise");
    does(Command::Agreement(AgreementCommand::Add(own.clone())));
    does(Command::Write(schema::promise(&PromiseId::Own(own), name::TEXT), "Nous commençons à l’heure.".into()));
    for (given, count) in [(Given::Weekly, 2), (Given::Ahead, 2), (Given::Answers, 1)] {
        for person in [PersonId::MENTOR, PersonId::STUDENT].into_iter().take(count) {
            does(Command::Agreement(AgreementCommand::Tick(PromiseId::Given(given), person, true)));
        }
    }
    does(Command::Agreement(AgreementCommand::Revisit(PromiseId::Given(Given::Blocks), true)));
    does(Command::Agreement(AgreementCommand::Sign(PersonId::MENTOR)));
    does(Command::Agreement(AgreementCommand::Tick(PromiseId::Given(Given::Prepared), PersonId::STUDENT, true)));
    does(write("goal/g1/evidence", "Le fichier des 5 cas"));
    does(Command::SetGoalMinutes(goal("g1"), Some(90)));
    does(Command::SetGoalDays(goal("g1"), Some(day("2026-11-24")), Some(day("2026-12-01"))));
    does(Command::Ask(question("q1"), "Faut-il un schéma ?".into()));
    document
}

fn text(locale: Locale, document: &Document) -> String {
    let pair = project(document);
    in_words(locale, &pair, |labels| report::text(&pair, labels, now()))
}

#[test]
fn the_report_of_a_first_call() {
    insta::assert_snapshot!("report_fr", text(Locale::Fr, &told()));
    insta::assert_snapshot!("report_en", text(Locale::En, &told()));
}

#[test]
fn the_report_of_a_call_in_which_little_was_said() {
    let pair = Document::new(super::support::pair("p0"));
    let said = text(Locale::Fr, &pair);
    assert_eq!(said, "Compte-rendu du premier appel\nEntre  et \n", "a pair without names has no more to say");
    insta::assert_snapshot!("report_short_fr", text(Locale::Fr, &started()));
}

#[test]
fn the_agreement_as_a_sheet() {
    let pair = project(&told());
    for (locale, name) in [(Locale::Fr, "agreement_fr"), (Locale::En, "agreement_en")] {
        let lines = in_words(locale, &pair, |labels| agreement::sheet(&pair, labels).lines_of_text(labels));
        insta::assert_snapshot!(name, lines.join("\n"));
    }
}

#[test]
fn nothing_private_is_in_the_report() {
    let mut document = told();
    let before = text(Locale::Fr, &document);
    for field in ["private/mentor-1/note/n1/text", "private/student-1/goal/g1/what"] {
        write(&mut document, field, "à moi seul", &lea(), "2026-11-24T18:39:00Z");
    }
    assert_eq!(text(Locale::Fr, &document), before);
}

#[test]
fn settled_questions_and_goals_that_are_over_are_left_out() {
    let mut document = told();
    act(&mut document, &Command::Settle(question("q1"), true), &lea(), "2026-11-24T18:38:00Z");
    let over = Command::SetGoalStatus(goal("g1"), binome::domain::GoalStatus::Reached);
    act(&mut document, &over, &lea(), "2026-11-24T18:39:00Z");
    let said = text(Locale::Fr, &document);
    assert!(!said.contains("schéma") && !said.contains("édige 5 cas") && said.contains("Prochaine session"));
}

/// Texts that would break out of a line: line ends of every kind, separators, folding whitespace, letters of many octets.
pub fn hostile() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let piece = prop_oneof![
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("END:VEVENT".to_owned()),
        Just("\\n\\".to_owned()),
        Just(";,:\"".to_owned()),
        Just(" \t\u{85}\u{2028}".to_owned()),
        Just("é👩‍👩‍👧𝕏\u{301}".to_owned()),
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest::proptest! {
    /// The report keeps every text in its place: what is written cannot look like a heading or an item of its own.
    #[test]
    fn no_text_breaks_the_report(what in hostile()) {
        let mut pair = project(&told());
        let shape = |pair: &Pairing| {
            let text = in_words(Locale::Fr, pair, |labels| report::text(pair, labels, now()));
            text.split('\n').filter(|line| !line.starts_with("  ") && !line.is_empty()).count()
        };
        pair.goals[0].what = "x".into();
        let before = shape(&pair);
        pair.goals[0].what = format!("x{what}");
        proptest::prop_assert_eq!(shape(&pair), before);
    }
}
