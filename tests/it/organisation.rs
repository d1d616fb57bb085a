//! Section 4: the usual slot across zones and seasons, delays, the promises and what a signature stands for.

use binome::document::{Document, project};
use binome::domain::agreement::ChangedTerms;
use binome::domain::organisation::Elsewhere;
use binome::domain::schema::{self, name};
use binome::domain::{
    AgreementCommand, Channel, Command, Context, Given, OrganisationCommand, OwnPromiseId, Pairing, PersonId,
    PromiseId, PromiseState, Refusal, Slot, Weekday, ZoneName, decide,
};

use super::support::{act, at, day, handed_over, joined, karim, lea, path, shown, started, write};
use super::time::{time, zone};

const NOW: &str = "2026-11-24T17:50:00Z";

fn slot(weekday: Weekday, wall: &str, zone: &str) -> Slot {
    Slot { weekday, time: time(wall), zone: ZoneName::parse(zone).expect("a zone") }
}

fn own(id: &str) -> OwnPromiseId {
    OwnPromiseId::parse(id).expect("a promise")
}

fn given(given: Given) -> PromiseId {
    PromiseId::Given(given)
}

fn asked(pair: &Pairing, command: AgreementCommand) -> Result<(), Refusal> {
    let context = Context { now: at(NOW), today: day("2026-11-24"), author: lea() };
    decide(pair, &Command::Agreement(command), &context).map(drop)
}

/// Does a command of section 4, a minute after the last.
fn order(document: &mut Document, minute: u32, command: impl Into<Order>) {
    let Order(command) = command.into();
    act(document, &command, &karim(), &format!("2026-11-24T18:{minute:02}:00Z"));
}

struct Order(Command);

impl From<OrganisationCommand> for Order {
    fn from(command: OrganisationCommand) -> Self {
        Self(Command::Organisation(command))
    }
}

impl From<AgreementCommand> for Order {
    fn from(command: AgreementCommand) -> Self {
        Self(Command::Agreement(command))
    }
}

impl From<Command> for Order {
    fn from(command: Command) -> Self {
        Self(command)
    }
}

/// Both accept a promise.
fn agree(document: &mut Document, minute: u32, id: &PromiseId) {
    for person in [PersonId::MENTOR, PersonId::STUDENT] {
        order(document, minute, AgreementCommand::Tick(id.clone(), person, true));
    }
}

#[test]
fn the_slot_comes_every_week_at_the_same_wall_time() {
    let paris = zone("Europe/Paris");
    let tuesday = slot(Weekday::Tue, "18:00", "Europe/Paris");
    let cases = [
        ("2026-11-24T16:59:59Z", "2026-11-24T17:00:00Z"),
        ("2026-11-24T17:00:00Z", "2026-12-01T17:00:00Z"),
        ("2026-11-23T10:00:00Z", "2026-11-24T17:00:00Z"),
        ("2026-11-29T22:59:00Z", "2026-12-01T17:00:00Z"),
        ("2026-12-30T10:00:00Z", "2027-01-05T17:00:00Z"),
        ("2026-03-25T10:00:00Z", "2026-03-31T16:00:00Z"),
        ("2026-10-21T10:00:00Z", "2026-10-27T17:00:00Z"),
    ];
    for (now, expected) in cases {
        assert_eq!(tuesday.next(at(now), &paris), at(expected), "{now}");
    }
    // A wall time that clocks jump over is read later; one shown twice, the first time.
    let night = slot(Weekday::Sun, "02:30", "Europe/Paris");
    assert_eq!(night.in_week_of(day("2026-03-25"), &paris), at("2026-03-29T01:30:00Z"));
    assert_eq!(night.in_week_of(day("2026-10-20"), &paris), at("2026-10-25T00:30:00Z"));
}

#[test]
fn the_slot_is_read_on_the_clocks_of_whoever_lives_elsewhere() {
    let paris = zone("Europe/Paris");
    let cases = [
        ("18:00", "Indian/Reunion", (Weekday::Tue, "21:00", true)),
        ("18:00", "Europe/Berlin", (Weekday::Tue, "18:00", false)),
        ("18:00", "Asia/Kolkata", (Weekday::Tue, "22:30", true)),
        ("22:00", "Indian/Reunion", (Weekday::Wed, "01:00", true)),
        ("02:00", "America/Toronto", (Weekday::Mon, "20:00", true)),
        ("18:00", "Africa/Casablanca", (Weekday::Tue, "18:00", true)),
    ];
    for (wall, name, (weekday, there, varies)) in cases {
        let read = slot(Weekday::Tue, wall, "Europe/Paris").elsewhere(at("2026-11-24T09:00:00Z"), &paris, &zone(name));
        assert_eq!(read, Elsewhere { weekday, time: time(there), varies }, "{wall} {name}");
    }
}

#[test]
fn habits_are_put_down_and_taken_back() {
    let mut document = started();
    let tuesday = slot(Weekday::Tue, "18:00", "Europe/Paris");
    order(&mut document, 1, OrganisationCommand::SetSlot(Some(tuesday.clone())));
    order(&mut document, 2, OrganisationCommand::UseChannel(Channel::Email, true));
    order(&mut document, 3, OrganisationCommand::UseChannel(Channel::Chat, true));
    order(&mut document, 4, OrganisationCommand::SetAnswerHours(PersonId::MENTOR, Some(48)));
    order(&mut document, 5, OrganisationCommand::SetPrepareHours(Some(24)));
    order(&mut document, 6, Command::Write(schema::organisation(name::CHANNELS), "pas le dimanche".into()));
    let how = project(&document).organisation;
    assert_eq!(how.slot, Some(tuesday));
    assert_eq!(how.channels.iter().copied().collect::<Vec<_>>(), [Channel::Email, Channel::Chat]);
    assert_eq!((how.answers.get(&PersonId::MENTOR), how.prepare_hours), (Some(&48), Some(24)));
    assert_eq!(how.channels_note, "pas le dimanche");
    order(&mut document, 7, OrganisationCommand::SetSlot(None));
    order(&mut document, 8, OrganisationCommand::UseChannel(Channel::Chat, false));
    order(&mut document, 9, OrganisationCommand::SetAnswerHours(PersonId::MENTOR, None));
    let how = project(&document).organisation;
    assert_eq!((how.slot, how.channels.len(), how.answers.len()), (None, 1, 0));
    assert_eq!(project(&document).oddities, []);
}

#[test]
fn delays_go_from_an_hour_to_two_weeks() {
    let pair = project(&started());
    let context = Context { now: at(NOW), today: day("2026-11-24"), author: lea() };
    for (hours, expected) in [(0, false), (1, true), (336, true), (337, false)] {
        for command in [
            OrganisationCommand::SetAnswerHours(PersonId::STUDENT, Some(hours)),
            OrganisationCommand::SetPrepareHours(Some(hours)),
        ] {
            let outcome = decide(&pair, &Command::Organisation(command), &context).map(drop);
            assert_eq!(outcome, if expected { Ok(()) } else { Err(Refusal::HoursOutOfRange) }, "{hours}");
        }
    }
}

#[test]
fn values_of_another_form_are_set_aside() {
    let mut document = started();
    for (field, value) in [
        ("organisation/main/slot", "mardi"),
        ("organisation/main/answer-hours-mentor-1", "deux jours"),
        ("promise/weekly/tick-mentor-1", "oui"),
        ("agreement/main/signed-mentor-1", "Karim"),
    ] {
        write(&mut document, field, value, &lea(), "2026-11-24T18:00:00Z");
    }
    write(&mut document, "organisation/main/channel-pigeon", true, &lea(), "2026-11-24T18:00:00Z");
    let pair = project(&document);
    assert_eq!(pair.oddities.len(), 4, "{:?}", pair.oddities);
    assert_eq!((pair.organisation.slot, pair.agreement.signatures.len()), (None, 0));
}

#[test]
fn a_promise_is_whole_when_both_hold_it() {
    let mut document = started();
    let weekly = given(Given::Weekly);
    let state = |document: &Document| project(document).agreement.promise(&weekly).map(binome::domain::Promise::state);
    assert_eq!(state(&document), Some(PromiseState::Open));
    order(&mut document, 1, AgreementCommand::Tick(weekly.clone(), PersonId::MENTOR, true));
    assert_eq!(state(&document), Some(PromiseState::Open));
    order(&mut document, 2, AgreementCommand::Revisit(weekly.clone(), true));
    assert_eq!(state(&document), Some(PromiseState::ToRevisit));
    // Accepted by both, there is nothing left to revisit.
    order(&mut document, 3, AgreementCommand::Tick(weekly.clone(), PersonId::STUDENT, true));
    assert_eq!(state(&document), Some(PromiseState::Agreed));
    order(&mut document, 4, AgreementCommand::Tick(weekly.clone(), PersonId::MENTOR, false));
    assert_eq!(state(&document), Some(PromiseState::Open));
}

#[test]
fn one_who_wants_to_revisit_is_heard_after_a_merge() {
    let mut his = started();
    let mut hers = handed_over(&his).document;
    agree(&mut his, 1, &given(Given::Blocks));
    let revisit = Command::Agreement(AgreementCommand::Revisit(given(Given::Blocks), true));
    act(&mut hers, &revisit, &lea(), "2026-11-24T18:01:00Z");
    let both = joined(&his, &hers);
    let pair = project(&both);
    let blocks = pair.agreement.promise(&given(Given::Blocks)).expect("given");
    assert_eq!((blocks.ticks.len(), blocks.state()), (2, PromiseState::ToRevisit));
    assert_eq!(both.conflicts().len(), 0);
}

#[test]
fn promises_of_their_own_come_after_the_given_ones_and_need_words() {
    let mut document = started();
    order(&mut document, 1, AgreementCommand::Add(own("b")));
    order(&mut document, 2, AgreementCommand::Add(own("a")));
    let ids = |document: &Document| {
        let promises = project(document).agreement.promises;
        promises.iter().map(|promise| promise.id.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&document)[7..], ["b", "a"]);
    assert_eq!(project(&document).agreement.worded().count(), 7);
    let text = schema::promise(&PromiseId::Own(own("b")), name::TEXT);
    order(&mut document, 3, Command::Write(text, "Nous commençons à l’heure.".into()));
    assert_eq!(project(&document).agreement.worded().count(), 8);
    order(&mut document, 4, AgreementCommand::Remove(own("b")));
    assert_eq!(ids(&document)[7..], ["a"]);
    assert!(shown(&document, "promise/b/text").is_none_or(binome::domain::Value::is_null));
    let pair = project(&document);
    assert_eq!(asked(&pair, AgreementCommand::Remove(own("b"))), Err(Refusal::Gone));
    assert_eq!(
        asked(&pair, AgreementCommand::Tick(PromiseId::Own(own("b")), PersonId::MENTOR, true)),
        Err(Refusal::Gone)
    );
    // A given promise has no words of its own to write.
    assert!(!schema::is_text(&path("promise/weekly/text")) && schema::is_text(&path("promise/a/text")));
}

#[test]
fn a_signature_names_what_changed_since() {
    let mut document = started();
    assert_eq!(asked(&project(&document), AgreementCommand::Sign(PersonId::MENTOR)), Err(Refusal::NothingToSign));
    order(&mut document, 1, OrganisationCommand::SetSlot(Some(slot(Weekday::Tue, "18:00", "Europe/Paris"))));
    order(&mut document, 2, AgreementCommand::Add(own("a")));
    let text = schema::promise(&PromiseId::Own(own("a")), name::TEXT);
    order(&mut document, 3, Command::Write(text.clone(), "Nous commençons à l’heure.".into()));
    agree(&mut document, 4, &given(Given::Weekly));
    order(&mut document, 5, AgreementCommand::Sign(PersonId::MENTOR));
    let changed = |document: &Document| {
        let pair = project(document);
        let signature = pair.agreement.signatures.get(&PersonId::MENTOR).expect("a signature").clone();
        assert_eq!(signature.at, at("2026-11-24T18:05:00Z"));
        let changed = pair.changed_since(&signature);
        let ids = changed.promises.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>().join(" ");
        (ids, changed.removed)
    };
    assert_eq!(changed(&document), (String::new(), false));
    // What is beside the promises changes none of them.
    order(&mut document, 6, Command::SetCallMinutes(30));
    assert_eq!(changed(&document), (String::new(), false));
    order(&mut document, 7, OrganisationCommand::SetSlot(Some(slot(Weekday::Wed, "18:00", "Europe/Paris"))));
    assert_eq!(changed(&document), ("weekly".into(), false));
    order(&mut document, 8, OrganisationCommand::SetAnswerHours(PersonId::STUDENT, Some(24)));
    order(&mut document, 9, Command::Write(schema::organisation(name::PREPARATION), "la veille".into()));
    order(&mut document, 10, AgreementCommand::Tick(given(Given::Notice), PersonId::STUDENT, true));
    order(&mut document, 11, Command::Write(text, "Nous finissons à l’heure.".into()));
    assert_eq!(changed(&document), ("weekly prepared answers notice a".into(), false));
    order(&mut document, 12, AgreementCommand::Remove(own("a")));
    assert_eq!(changed(&document), ("weekly prepared answers notice".into(), true));
    // Put back as it was signed, it is as signed.
    order(&mut document, 13, OrganisationCommand::SetSlot(Some(slot(Weekday::Tue, "18:00", "Europe/Paris"))));
    assert_eq!(changed(&document), ("prepared answers notice".into(), true));
    order(&mut document, 14, AgreementCommand::Sign(PersonId::MENTOR));
    let pair = project(&document);
    let again = pair.agreement.signatures.get(&PersonId::MENTOR).expect("a signature");
    assert_eq!(pair.changed_since(again), ChangedTerms::default());
    order(&mut document, 15, AgreementCommand::Unsign(PersonId::MENTOR));
    assert!(project(&document).agreement.signatures.is_empty());
}
