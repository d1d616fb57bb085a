//! The example: whatever the day it is asked for, it is told without a refusal, reads without an oddity, and shows every feature.

use std::collections::BTreeSet;

use binome::demo::{Asked, example};
use binome::document::{Document, file, project};
use binome::domain::past::Stretch;
use binome::domain::rule::forecast::Outlook;
use binome::domain::session::Standing;
use binome::domain::{
    GoalResult, GoalStatus, Instant, PairId, Pairing, PersonId, Phase, PromiseState, Rest, Role, Section, Stage, Track,
    ZoneName,
};
use binome::i18n::Locale;
use proptest::prelude::*;
use rstest::rstest;

use super::support::at;
use super::time::zone;

fn told(now: Instant, city: &str, locale: Locale, owner: Role) -> (Document, Pairing) {
    let pair = PairId::parse("exemple-k3f9").expect("a pair");
    let (name, clocks) = (ZoneName::parse(city).expect("a zone"), zone(city));
    let asked = Asked { pair, now, zone: name, clocks: &clocks, locale, owner };
    let document = example(&asked).expect("nothing is refused");
    let pairing = project(&document);
    (document, pairing)
}

fn held(pairing: &Pairing) -> usize {
    pairing.sessions.iter().filter(|session| session.is_held()).count()
}

fn paris(moment: &str) -> (Document, Pairing) {
    told(at(moment), "Europe/Paris", Locale::Fr, Role::Mentor)
}

#[rstest]
#[case::a_plain_tuesday("2026-11-24T16:30:00Z")]
#[case::new_year("2027-01-01T00:00:00Z")]
#[case::year_end("2026-12-31T23:30:00Z")]
#[case::clocks_go_forward("2027-03-28T01:30:00Z")]
#[case::clocks_go_back("2026-10-25T00:30:00Z")]
#[case::leap_day("2028-02-29T12:00:00Z")]
#[case::a_friday_night("2026-11-27T22:59:00Z")]
fn it_shows_every_feature_on_any_day(#[case] moment: &str) {
    for (owner, locale) in [(Role::Mentor, Locale::Fr), (Role::Student, Locale::En)] {
        let (document, pairing) = told(at(moment), "Europe/Paris", locale, owner);
        every_feature(&pairing, at(moment), owner);
        let shared = file::write(&document);
        assert!(!shared.contains("private/"), "private words in a copy");
        assert!(!shared.contains(binome::i18n::Demo::of(locale).notes[usize::from(owner == Role::Student)]));
        assert!(file::read(shared.as_bytes()).is_ok());
    }
}

/// What people should be able to see of the page in the example.
fn every_feature(pairing: &Pairing, now: Instant, owner: Role) {
    assert_eq!(pairing.oddities, []);
    for section in Section::ALL {
        assert!(pairing.is_done(section), "{section:?}");
    }
    for person in [&pairing.mentor, &pairing.student] {
        assert_eq!(person.intro.len(), if person.id == PersonId::MENTOR { 4 } else { 5 });
    }
    assert!(pairing.agreement.promises.iter().all(|promise| promise.state() == PromiseState::Agreed));
    assert_eq!(pairing.agreement.promises.len(), 8);
    assert_eq!(pairing.agreement.signatures.len(), 2);

    let programme = &pairing.programme;
    assert_eq!(programme.projects.len(), 8);
    assert_eq!(programme.projects.iter().filter(|project| project.validated.is_some()).count(), 4);
    assert_eq!(programme.current(), Some(4));
    let today = now.day(&zone("Europe/Paris"));
    let forecast = programme.forecast(today);
    assert!(matches!(forecast.outlook, Outlook::Ahead(_)) && forecast.left_out.is_empty(), "{forecast:?}");
    let end = forecast.end().expect("an end");
    assert!(end.likely < programme.end.expect("a last day"), "the example is on its way to be done in time: {end:?}");

    let project = &programme.projects[4];
    let track = Track::of(pairing, project, now);
    assert!(matches!(track.stage, Stage::ToDeposit { deadline, .. } if deadline > now), "{:?}", track.stage);
    assert!(project.authorised.is_some() && track.stage.session().is_some());
    let defence = track.stage.session().and_then(|id| pairing.session(id)).expect("the defence");
    assert!(!pairing.assessor(defence).is_empty());
    for project in &programme.projects {
        assert_eq!(Track::of(pairing, project, now).oddities, []);
    }

    let past = pairing.past(&zone("Europe/Paris"));
    assert!(held(pairing) >= 14 && past.iter().any(|stretch| matches!(stretch, Stretch::Apart(_))));
    let kinds: BTreeSet<String> = pairing.outcomes.iter().map(|outcome| format!("{:?}", outcome.result)).collect();
    for result in [
        GoalResult::Reached,
        GoalResult::Partly { rest: Some(Rest::Carried) },
        GoalResult::NotYet { rest: Some(Rest::Carried) },
        GoalResult::Partly { rest: Some(Rest::Dropped) },
        GoalResult::NotYet { rest: Some(Rest::Reworded) },
    ] {
        assert!(kinds.contains(&format!("{:?}", Some(result))), "{result:?} in {kinds:?}");
    }
    assert!(pairing.outcomes.iter().any(|outcome| !outcome.evidence.is_empty()));
    let long = pairing
        .goals
        .iter()
        .find(|goal| pairing.goals.iter().filter(|other| other.from.as_ref() == Some(&goal.id)).count() == 2);
    let carried = pairing.carried_by(long.expect("a goal cut in two"));
    assert_eq!(carried.len(), 3, "carried three times before that");
    let open = pairing.goals.iter().filter(|goal| !goal.status.is_over());
    assert_eq!(open.clone().count(), 3);
    assert!(open.clone().any(|goal| goal.status == GoalStatus::Doing && !goal.progress.is_empty()));

    let (settled, waiting): (Vec<_>, Vec<_>) = pairing.questions.iter().partition(|question| question.settled);
    assert_eq!((settled.len(), waiting.len()), (7, 2));
    assert!(settled.iter().all(|question| !question.answers.is_empty()));
    assert!(settled.iter().any(|question| !pairing.carried_question(question).is_empty()));
    assert!(waiting.iter().any(|question| !pairing.carried_question(question).is_empty()));

    let (next, booking) = pairing.next_session(now).expect("a session ahead");
    assert!(booking.start > now && booking.start.minutes_since(now) < 6 * 24 * 60);
    assert_eq!((next.phase(), next.prepared.len()), (Some(Phase::Before), 2));
    assert_eq!(pairing.sessions.iter().filter(|session| session.phase() == Some(Phase::Before)).count(), 3);
    assert!(pairing.sessions.iter().any(|session| !session.remarks.is_empty()));
    assert!(pairing.sessions.iter().any(|session| !session.resources.is_empty()));
    let states = |wanted: Standing| {
        pairing.sessions.iter().filter(move |session| session.state.is_some_and(|state| state.standing() == wanted))
    };
    assert_eq!((states(Standing::Absent).count(), states(Standing::Cancelled).count()), (1, 1));
    assert_eq!(pairing.sub_steps.iter().filter(|step| step.done).count(), 1);
    assert!(waiting.iter().any(|question| question.first));
    assert_eq!(pairing.contacts.len(), 2);
    assert_eq!(pairing.cases.len(), 6);
    let _ = owner;
}

#[test]
fn nothing_is_done_in_the_future_nor_before_what_came_before() {
    let now = at("2026-11-24T16:30:00Z");
    let (document, _) = paris("2026-11-24T16:30:00Z");
    let heads = document.fields().flat_map(|(_, field)| field.heads().values());
    let moments: Vec<Instant> = heads.map(|edit| edit.at).collect();
    assert!(moments.iter().all(|moment| *moment <= now));
    assert!(moments.len() > 300);
}

#[test]
fn the_same_moment_gives_the_same_example() {
    let text = |_| file::write_backup(&paris("2026-11-24T16:30:00Z").0);
    assert_eq!(text(0), text(1));
}

#[test]
fn an_example_is_known_by_its_name() {
    assert!(paris("2026-11-24T16:30:00Z").1.id.is_example());
    assert!(!PairId::parse("k3f9a1exemple").expect("a pair").is_example());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn it_is_told_whatever_the_moment_and_the_zone(minutes in 0_i64..5_256_000, city in 0_usize..6) {
        let zones = [
            "Europe/Paris", "Indian/Reunion", "America/Cayenne", "Pacific/Noumea", "Australia/Lord_Howe",
            "America/St_Johns",
        ];
        let now = at("2024-01-01T00:00:00Z").plus_minutes(minutes);
        let (_, pairing) = told(now, zones[city], Locale::En, Role::Student);
        prop_assert!(pairing.oddities.is_empty());
        prop_assert!(pairing.next_session(now).is_some());
        prop_assert!(held(&pairing) >= 14);
    }
}
