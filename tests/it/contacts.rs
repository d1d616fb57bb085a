//! The helps, the cases and the pair's own contacts.

use std::collections::BTreeSet;

use binome::document::project;
use binome::domain::schema::name;
use binome::domain::{
    Command, ContactCommand, ContactId, Context, Help, Oddity, PointId, Refusal, Section, Situation, Value, Verdict,
    contact, decide,
};
use binome::i18n::Locale;
use rstest::rstest;

use super::support::{act, at, day, karim, lea, path, started, write};

const NOW: &str = "2026-11-24T17:20:00Z";

fn id(text: &str) -> ContactId {
    ContactId::parse(text).expect("a contact")
}

#[test]
fn the_seven_helps_are_the_points_of_section_2() {
    let points: BTreeSet<PointId> = Help::ALL.into_iter().map(Help::point).collect();
    assert_eq!(points, PointId::of(Section::Helps).collect());
    for help in Help::ALL {
        assert_eq!(Help::parse(help.slug()), Some(help));
    }
    for situation in Situation::ALL {
        assert_eq!(Situation::parse(situation.slug()), Some(situation));
    }
}

#[rstest]
#[case(Situation::Platform, Help::Support, Verdict::First)]
#[case(Situation::Platform, Help::HelpCentre, Verdict::Rather)]
#[case(Situation::Funding, Help::Support, Verdict::First)]
#[case(Situation::Funding, Help::Adviser, Verdict::Also)]
#[case(Situation::Funding, Help::Mentor, Verdict::Rather)]
#[case(Situation::Stuck, Help::Companion, Verdict::First)]
#[case(Situation::Stuck, Help::Community, Verdict::Also)]
#[case(Situation::Ready, Help::Mentor, Verdict::First)]
#[case(Situation::Ready, Help::Support, Verdict::Rather)]
#[case(Situation::Alone, Help::Community, Verdict::First)]
#[case(Situation::Alone, Help::Mentor, Verdict::Also)]
#[case(Situation::Job, Help::Coaching, Verdict::First)]
#[case(Situation::Job, Help::Mentor, Verdict::Also)]
#[case(Situation::Job, Help::Companion, Verdict::Rather)]
fn each_case_has_a_first_help_and_some_a_second(
    #[case] situation: Situation,
    #[case] answer: Help,
    #[case] expected: Verdict,
) {
    assert_eq!(situation.verdict(answer), expected);
}

#[test]
fn an_answer_is_kept_and_can_be_changed() {
    let mut document = started();
    for help in [Help::Mentor, Help::Companion] {
        let answer = ContactCommand::Answer(Situation::Stuck, help);
        act(&mut document, &Command::Contact(answer), &lea(), NOW);
    }
    assert_eq!(document.value(&path("case/stuck/answer")), Some(&Value::from("companion")));
    assert_eq!(project(&document).cases.into_iter().collect::<Vec<_>>(), [(Situation::Stuck, Help::Companion)]);
}

#[test]
fn contacts_stand_in_the_order_they_were_noted_and_go_with_every_word() {
    let mut document = started();
    for (contact, moment) in [("c2", "2026-11-24T17:21:00Z"), ("c1", "2026-11-24T17:22:00Z")] {
        act(&mut document, &Command::Contact(ContactCommand::Add(id(contact))), &lea(), moment);
    }
    for (field, words) in [(name::NAME, "Inès"), (name::PURPOSE, "Relire le SQL"), (name::REACH, "salon #sql")] {
        act(&mut document, &Command::Write(contact::field(&id("c2"), field), words.into()), &lea(), NOW);
    }
    let pairing = project(&document);
    let noted = &pairing.contacts;
    assert_eq!(noted.iter().map(|contact| contact.id.as_str()).collect::<Vec<_>>(), ["c2", "c1"]);
    let said = (noted[0].name.as_str(), noted[0].purpose.as_str(), noted[0].reach.as_str());
    assert_eq!(said, ("Inès", "Relire le SQL", "salon #sql"));

    act(&mut document, &Command::Contact(ContactCommand::Remove(id("c2"))), &lea(), "2026-11-24T17:30:00Z");
    assert_eq!(project(&document).contacts.len(), 1);
    assert!(document.value(&path("contact/c2/reach")).is_none_or(Value::is_null));
    let context = Context { now: at(NOW), today: day("2026-11-24"), author: lea() };
    let again = Command::Contact(ContactCommand::Remove(id("c2")));
    assert_eq!(decide(&project(&document), &again, &context), Err(Refusal::Gone));
}

#[test]
fn odd_values_are_listed_and_cases_of_a_newer_version_passed_over() {
    let mut document = started();
    write(&mut document, "case/stuck/answer", "the cat", &karim(), NOW);
    write(&mut document, "case/ready/answer", Value::Int(1), &karim(), NOW);
    write(&mut document, "case/newer/answer", "anything", &karim(), NOW);
    write(&mut document, "contact/c1/name", Value::Bool(true), &karim(), NOW);
    write(&mut document, "contact/c1/reach", "06 00 00 00 00", &karim(), NOW);
    let pairing = project(&document);
    let odd = ["case/ready/answer", "case/stuck/answer", "contact/c1/name"];
    assert_eq!(pairing.oddities, odd.map(|field| Oddity::Unreadable(path(field))));
    assert!(pairing.cases.is_empty());
    assert_eq!(pairing.contacts[0].reach, "06 00 00 00 00");
}

#[test]
fn an_answer_is_explained_by_name_and_without_blame() {
    let french = Locale::Fr.messages();
    let said = |situation, answer| {
        french.helps().verdict(situation, answer, |help| french.points().in_sentence(help.point(), "La Toya"))
    };
    assert_eq!(said(Situation::Platform, Help::Support), "Oui, le Support.");
    assert_eq!(said(Situation::Funding, Help::Adviser), "Oui, le conseiller pédagogique aussi.");
    assert_eq!(said(Situation::Stuck, Help::Mentor), "Plutôt Companion.");
    assert_eq!(said(Situation::Ready, Help::Community), "Plutôt La Toya.");
    for locale in Locale::ALL {
        for situation in Situation::ALL {
            for help in Help::ALL {
                let why = locale.messages().helps().why(situation, help, "Karim");
                let expected = if situation.verdict(help) == Verdict::Also { 2 } else { 1 };
                assert_eq!(why.len(), expected, "{situation:?} {help:?}");
            }
        }
    }
}
