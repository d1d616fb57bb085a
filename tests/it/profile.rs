//! What a mentor keeps for the students to come: as stored, and as it goes into a pair without touching its words.

use binome::document::{Document, project};
use binome::domain::organisation::Channel;
use binome::domain::person::IntroPrompt;
use binome::domain::profile::{KeptProject, Reach};
use binome::domain::programme::MAX_PROJECTS;
use binome::domain::{
    Command, Mode, OrganisationCommand, Pairing, PersonId, Profile, ProfileCommand, ProgrammeCommand, Template, schema,
};

use super::support::{act, karim, path, project_id as id, started};

const NOW: &str = "2026-11-24T18:00:00Z";

fn kept(title: &str, mode: Option<Mode>) -> KeptProject {
    KeptProject { title: title.into(), mode, deliverables: String::new() }
}

fn profile() -> Profile {
    let mut profile = Profile { name: "Karim".into(), ..Profile::default() };
    profile.say(IntroPrompt::Story, "Dix ans de web.\n");
    profile.say(IntroPrompt::Matters, "Se dire les choses.");
    profile.reach =
        Reach { channels: [Channel::Email, Channel::Chat].into(), note: "karim@exemple.fr".into(), hours: Some(48) };
    let mut maquette = kept("Intégrez la maquette", Some(Mode::Defence));
    maquette.deliverables = "Le code\nLa présentation".into();
    profile.keep_programme(Template { name: "Web".into(), projects: vec![kept("Prenez en main", None), maquette] });
    profile
}

fn after(document: &mut Document, command: ProfileCommand) -> Pairing {
    act(document, &Command::Profile(command), &karim(), NOW);
    project(document)
}

#[test]
fn what_is_stored_is_read_back() {
    for profile in [Profile::default(), profile()] {
        assert_eq!(Profile::of_json(&profile.to_json()), Some(profile));
    }
    assert!(Profile::of_json("{}").is_some_and(|profile| profile.is_empty()));
    assert_eq!(Profile::of_json("not JSON"), None);
}

#[test]
fn what_this_version_does_not_know_is_passed_over() {
    let json = r#"{"name":"Karim","colour":"blue","intro":{"story":"Dix ans","hobby":"voile"},
        "channels":["channel-email","channel-pigeon"],"answer_hours":9000}"#;
    let profile = Profile::of_json(json).expect("a profile");
    assert_eq!(profile.intro.keys().collect::<Vec<_>>(), [&IntroPrompt::Story]);
    assert_eq!((profile.reach.channels, profile.reach.hours), ([Channel::Email].into(), None));
}

#[test]
fn its_words_fill_only_what_is_empty() {
    // The pair of the samples already has the mentor's story.
    let mut document = started();
    let story = project(&document).mentor.intro[&IntroPrompt::Story].clone();
    let pairing = after(&mut document, ProfileCommand::TakeWords(profile()));
    assert_eq!(pairing.mentor.intro[&IntroPrompt::Story], story, "words that the pair has stand");
    assert_eq!(pairing.mentor.intro[&IntroPrompt::Matters], "Se dire les choses.");
    assert_eq!(Reach::of(&pairing), profile().reach);
    assert!(pairing.student.intro.is_empty() && pairing.programme.projects.is_empty());

    let chosen = Command::Organisation(OrganisationCommand::UseChannel(Channel::Phone, true));
    let hours = Command::Organisation(OrganisationCommand::SetAnswerHours(PersonId::MENTOR, Some(24)));
    let note = Command::Write(path("organisation/main/channels"), "après 18 h".into());
    let mut document = started();
    for command in [chosen, hours, note] {
        act(&mut document, &command, &karim(), NOW);
    }
    let pairing = after(&mut document, ProfileCommand::TakeWords(profile()));
    let theirs = Reach { channels: [Channel::Phone].into(), note: "après 18 h".into(), hours: Some(24) };
    assert_eq!(Reach::of(&pairing), theirs);
}

#[test]
fn taking_it_over_twice_changes_nothing_more() {
    let mut document = started();
    after(&mut document, ProfileCommand::TakeWords(profile()));
    let once = document.clone();
    after(&mut document, ProfileCommand::TakeWords(profile()));
    assert_eq!(document, once);
}

#[test]
fn an_introduction_is_kept_as_the_pair_has_it() {
    let mut document = started();
    let write = |document: &mut Document, text: &str| {
        let matters = schema::intro(PersonId::MENTOR, IntroPrompt::Matters);
        act(document, &Command::Write(matters, text.into()), &karim(), NOW);
        project(document)
    };
    let mut kept = profile();
    assert!(!kept.has_intro_of(&project(&document)));
    kept.keep_intro(&write(&mut document, "La franchise."));
    assert!(kept.has_intro_of(&project(&document)));
    assert_eq!(kept.intro[&IntroPrompt::Matters], "La franchise.");
    assert_eq!(kept.reach, profile().reach, "and nothing else is touched");
    // An answer taken away in the pair is not kept on.
    kept.keep_intro(&write(&mut document, " "));
    assert!(!kept.intro.contains_key(&IntroPrompt::Matters));
}

#[test]
fn a_programme_goes_into_a_pair_and_comes_back_as_it_was() {
    let template = profile().programmes[0].clone();
    let mut document = started();
    let take = ProfileCommand::TakeProgramme(template.clone(), vec![id("p1"), id("p2")]);
    let pairing = after(&mut document, take.clone());
    assert_eq!(pairing.programme.name, "Web");
    let projects = &pairing.programme.projects;
    let modes: Vec<_> = projects.iter().map(|project| (project.id.to_string(), project.mode)).collect();
    assert_eq!(modes, [("p1".to_owned(), None), ("p2".to_owned(), Some(Mode::Defence))]);
    assert_eq!(projects[1].deliverables, "Le code\nLa présentation");
    assert_eq!(Template::of(&pairing), Some(template));
    assert_eq!(pairing.oddities, []);
    // The name that a pair has stands.
    let mut document = started();
    act(&mut document, &Command::Write(path("programme/main/name"), "Développement".into()), &karim(), NOW);
    assert_eq!(after(&mut document, take).programme.name, "Développement");
    assert_eq!(Template::of(&project(&started())), None, "a path without projects is nothing to keep");
}

#[test]
fn a_programme_longer_than_any_is_refused_whole() {
    let projects = vec![kept("Encore un", None); MAX_PROJECTS + 1];
    let ids = (0..=MAX_PROJECTS).map(|number| id(&format!("p{number}"))).collect();
    let command = Command::Profile(ProfileCommand::TakeProgramme(Template { name: String::new(), projects }, ids));
    let context = binome::domain::Context {
        now: super::support::at(NOW),
        today: super::support::day("2026-11-24"),
        author: karim(),
    };
    let answer = binome::domain::decide(&project(&started()), &command, &context);
    assert_eq!(answer, Err(binome::domain::Refusal::TooManyProjects));
    let named = Command::Programme(ProgrammeCommand::AddProjects(vec![(id("p1"), " ".into())]));
    assert!(binome::domain::decide(&project(&started()), &named, &context).is_err());
}

#[test]
fn keeping_a_programme_again_takes_the_place_of_the_one_of_that_name() {
    let mut profile = profile();
    profile.keep_programme(Template { name: "Web".into(), projects: vec![kept("Un seul", None)] });
    profile.keep_programme(Template { name: "Données".into(), projects: vec![kept("SQL", None)] });
    let names: Vec<_> = profile.programmes.iter().map(|kept| (kept.name.as_str(), kept.projects.len())).collect();
    assert_eq!(names, [("Web", 1), ("Données", 1)]);
}

#[test]
fn what_comes_back_from_a_backup_leaves_the_words_here_alone() {
    let mut here = Profile::default();
    here.take_missing(&profile());
    assert_eq!(here, profile());
    let mut here = Profile { name: "Karim B.".into(), ..Profile::default() };
    here.say(IntroPrompt::Story, "Onze ans de web.");
    here.reach.hours = Some(24);
    here.keep_programme(Template { name: "Web".into(), projects: Vec::new() });
    here.take_missing(&profile());
    assert_eq!(here.name, "Karim B.");
    assert_eq!(here.intro.get(&IntroPrompt::Story).map(String::as_str), Some("Onze ans de web."));
    assert_eq!(here.intro.get(&IntroPrompt::Matters).map(String::as_str), Some("Se dire les choses."));
    assert_eq!((here.reach.hours, here.reach.note.as_str()), (Some(24), "karim@exemple.fr"));
    assert_eq!(here.programmes.len(), 1, "a programme of the same name stands as it is here");
    let once = here.clone();
    here.take_missing(&profile());
    assert_eq!(here, once);
}
