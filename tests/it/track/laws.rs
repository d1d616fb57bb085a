//! Whatever is asked, and whatever copies bring together: a track stays where the path allows, or shows what is odd.

use binome::document::project;
use binome::domain::schema::name;
use binome::domain::track::StopState;
use binome::domain::{
    Booking, Command, Context, Finding, Mode, PersonId, ProgrammeCommand, SessionCommand, SessionKind, SessionState,
    Stage, StandingCommand, Track, TrackCommand, Value, decide, session,
};
use proptest::prelude::*;

use super::super::support::{at, day, karim, lea, session as sid, write};
use super::{FRIDAY, Story, pid};
use TrackCommand::{Authorise, Book, Conclude, Correct, Deposit, Resubmit, TellReady, Unvalidate, Withdraw};

/// One act of a random story.
fn command() -> impl Strategy<Value = Command> {
    let projects = || prop::sample::select(vec!["r", "d", "n"]).prop_map(pid);
    let sessions = || prop::sample::select(vec!["s1", "a", "b", "c"]).prop_map(sid);
    let findings =
        || prop::sample::select(vec![Finding::Validated, Finding::NotYet, Finding::ToRework, Finding::Conditional]);
    let days = || (0..30_u64).prop_map(|days| day("2026-11-24") + chrono::Days::new(days));
    let moments = || (0..700_i64).prop_map(|hours| at("2026-11-25T09:00:00Z").plus_minutes(60 * hours));
    let slots = move || moments().prop_map(|start| Booking { start, minutes: 30 });
    let kinds = || prop::sample::select(SessionKind::ALL.to_vec());
    let track = prop_oneof![
        (projects(), days()).prop_map(|(id, day)| Authorise(id, day)),
        projects().prop_map(|id| Withdraw(id, "erreur".into())),
        (projects(), sessions(), slots()).prop_map(|(id, session, slot)| Book(id, session, slot)),
        (sessions(), prop::option::of(moments())).prop_map(|(id, moment)| Deposit(id, moment)),
        (sessions(), findings(), days()).prop_map(|(id, finding, day)| Conclude(id, finding, day)),
        (sessions(), findings(), days()).prop_map(|(id, finding, day)| Conclude(id, finding, day)),
        (sessions(), prop::option::of((findings(), days()))).prop_map(|(id, to)| Correct(id, to, "erreur".into())),
        (sessions(), prop::option::of(moments())).prop_map(|(id, moment)| Resubmit(id, moment)),
        (projects(), prop::option::of(moments())).prop_map(|(id, moment)| TellReady(id, moment)),
        projects().prop_map(|id| Unvalidate(id, "erreur".into())),
    ];
    let standing = prop_oneof![
        (sessions(), kinds(), prop::option::of(projects()))
            .prop_map(|(id, kind, project)| StandingCommand::SetKind(id, kind, project)),
        (sessions(), moments(), prop::option::of((sessions(), slots()))).prop_map(|(session, told, replacement)| {
            StandingCommand::Cancel { session, by: PersonId::STUDENT, told, agreed: None, replacement }
        }),
        sessions().prop_map(|id| StandingCommand::MissedBy(id, PersonId::STUDENT)),
        (sessions(), sessions(), slots()).prop_map(|(id, by, slot)| StandingCommand::Replace(id, by, slot)),
        (sessions(), kinds(), moments()).prop_map(|(id, kind, start)| StandingCommand::Recall(id, kind, start, 45)),
        (sessions(), 0..3_u8, moments()).prop_map(|(id, to, start)| {
            let to = match to {
                0 => SessionState::Booked(Booking { start, minutes: 30 }),
                1 => SessionState::Held { start, minutes: 30, lasted: None },
                _ => SessionState::Absent { start, minutes: 30, who: PersonId::STUDENT },
            };
            StandingCommand::Correct(id, to, "erreur".into())
        }),
    ];
    let session = prop_oneof![
        sessions().prop_map(SessionCommand::Begin),
        sessions().prop_map(SessionCommand::TakeBack),
        sessions().prop_map(|id| SessionCommand::Close(id, 45)),
        sessions().prop_map(SessionCommand::Reopen),
    ];
    let modes = || prop::option::of(prop::sample::select(Mode::ALL.to_vec()));
    let programme = prop_oneof![
        (projects(), modes()).prop_map(|(id, mode)| ProgrammeCommand::SetMode(id, mode)),
        (projects(), days()).prop_map(|(id, day)| ProgrammeCommand::SetValidated(id, day)),
    ];
    prop_oneof![
        6 => track.prop_map(Command::Track),
        3 => standing.prop_map(|command| Command::Session(SessionCommand::Standing(command))),
        2 => session.prop_map(Command::Session),
        1 => programme.prop_map(Command::Programme),
        1 => (sessions(), slots()).prop_map(|(id, slot)| Command::Book(id, slot)),
        1 => sessions().prop_map(Command::Unbook),
        1 => sessions().prop_map(|id| Command::Write(session::field(&id, name::ASSESSOR), "Paul".into())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_a_track_stays_where_the_path_allows(
        commands in prop::collection::vec((command(), 0..36_i64), 1..60),
        seen in any::<bool>(),
    ) {
        let mut document = Story::new().0;
        if seen {
            write(&mut document, "contract/main/conditional", true, &karim(), "2026-11-24T17:46:00Z");
        }
        let mut now = at("2026-11-24T18:00:00Z");
        for (command, hours) in commands {
            now = now.plus_minutes(60 * hours);
            let today = day(&now.to_string()[..10]);
            let context = Context { now, today, author: karim() };
            let pairing = project(&document);
            let Ok(changes) = decide(&pairing, &command, &context) else { continue };
            document.apply(&changes, &karim(), now);
            let pairing = project(&document);
            prop_assert_eq!(&pairing.oddities, &[]);
            for one in &pairing.programme.projects {
                let track = Track::of(&pairing, one, now);
                prop_assert_eq!(&track.oddities, &vec![], "{:?} at {}", &command, now);
                let is_validated = matches!(track.stage, Stage::Validated { .. });
                prop_assert_eq!(is_validated, track.turn().is_none());
                let current = track.stations.iter().filter(|station| station.state == StopState::Now).count();
                prop_assert!(current <= 1);
            }
        }
    }

    #[test]
    fn any_record_has_a_track_and_its_oddities_name_sessions_that_are_there(
        facts in prop::collection::vec((0..14_usize, 0..3_usize, 0..3_usize, 0..6_i64), 0..40),
        hours in -200..800_i64,
    ) {
        let mut document = Story::new().0;
        let now = at("2026-12-01T09:00:00Z").plus_minutes(60 * hours);
        for (what, who, other, number) in facts {
            let (project, session) = (["r", "d", "n"][who], ["s1", "a", "b"][other]);
            let moment = at("2026-12-01T09:00:00Z").plus_minutes(60 * 30 * number);
            let on = moment.to_string()[..10].to_owned();
            let map = |members: &[(&str, Value)]| {
                Value::Map(members.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
            };
            let slot = |state: &str| {
                let start = Value::from(moment.to_string().as_str());
                let who = Value::from("student-1");
                map(&[("state", state.into()), ("start", start.clone()), ("minutes", Value::Int(30)), ("who", who)])
            };
            let result = |result: &str| {
                map(&[("result", result.into()), ("day", on.as_str().into()), ("at", moment.to_string().as_str().into())])
            };
            let (field, value) = match what {
                0 => (format!("project/{project}/validated"), on.as_str().into()),
                1 => (format!("project/{project}/authorised"), map(&[("day", on.as_str().into()), ("by", "student-1".into())])),
                2 => (format!("project/{project}/mode"), ["review", "defence", "other"][other].into()),
                3 => (format!("project/{project}/ready-told"), moment.to_string().as_str().into()),
                4 => (format!("session/{session}/state"), slot("booked")),
                5 => (format!("session/{session}/state"), slot("held")),
                6 => (format!("session/{session}/state"), slot("absent")),
                7 => (format!("session/{session}/project"), project.into()),
                8 => (format!("session/{session}/kind"), ["review", "defence", "mentoring"][who].into()),
                9 => (format!("session/{session}/result"), result(["validated", "to_rework", "not_yet"][who])),
                10 => (format!("session/{session}/result"), result("conditional")),
                11 => (format!("session/{session}/resubmitted"), moment.to_string().as_str().into()),
                12 => (format!("session/{session}/assessor"), "Paul".into()),
                _ => (format!("session/{session}/deposited"), moment.to_string().as_str().into()),
            };
            write(&mut document, &field, value, &lea(), FRIDAY);
        }
        let pairing = project(&document);
        for one in &pairing.programme.projects {
            let track = Track::of(&pairing, one, now);
            prop_assert_eq!(&track.project, &one.id);
            if let Some(session) = track.stage.session() {
                prop_assert!(pairing.session(session).is_some());
            }
        }
    }
}
