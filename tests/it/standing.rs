//! Where a session stands: moved, cancelled, missed, made up for, corrected; its kind, and the pauses of its clock.

use binome::document::{Document, project};
use binome::domain::rule::cancellation::{Cancellation, Lacking, Verdict};
use binome::domain::session;
use binome::domain::{
    Booking, Command, Context, Pairing, PersonId, Phase, Preparation, ProgrammeCommand, Refusal, Session,
    SessionCommand, SessionKind, SessionState, Standing, StandingCommand, Step, StepTable, decide,
};
use proptest::prelude::*;
use rstest::rstest;

use super::support::{act, at, day, karim, project_id, session as id, started};

/// The session is on 1 December at 18:00 in Paris; it was booked a week before.
const START: &str = "2026-12-01T17:00:00Z";
const EARLY: &str = "2026-11-28T08:00:00Z";
const LATE: &str = "2026-12-01T08:00:00Z";
const AFTER: &str = "2026-12-01T20:00:00Z";

struct History(Document);

impl History {
    fn new() -> Self {
        Self(started())
    }

    fn and(mut self, command: &Command, moment: &str) -> Self {
        act(&mut self.0, command, &karim(), moment);
        self
    }

    fn then(self, command: StandingCommand, moment: &str) -> Self {
        self.and(&Command::Session(SessionCommand::Standing(command)), moment)
    }

    fn asks(self, command: SessionCommand, moment: &str) -> Self {
        self.and(&Command::Session(command), moment)
    }

    fn pairing(&self) -> Pairing {
        project(&self.0)
    }

    fn s1(&self) -> Session {
        self.session("s1")
    }

    fn session(&self, name: &str) -> Session {
        self.pairing().session(&id(name)).expect("the session").clone()
    }

    fn refused(&self, command: &Command, moment: &str) -> Option<Refusal> {
        let context = Context { now: at(moment), today: day("2026-12-01"), author: karim() };
        decide(&self.pairing(), command, &context).err()
    }

    fn verdict(&self) -> Verdict {
        let pairing = self.pairing();
        let found = pairing.session(&id("s1")).expect("the session");
        Cancellation::of(&pairing, found).expect("called off").ruling(&pairing.contract).verdict
    }
}

fn standing(command: StandingCommand) -> Command {
    Command::Session(SessionCommand::Standing(command))
}

fn slot(start: &str) -> Booking {
    Booking { start: at(start), minutes: 45 }
}

fn cancel(by: PersonId, told: &str) -> StandingCommand {
    StandingCommand::Cancel { session: id("s1"), by, told: at(told), agreed: None, replacement: None }
}

fn missed() -> StandingCommand {
    StandingCommand::MissedBy(id("s1"), PersonId::STUDENT)
}

fn booked() -> History {
    History::new()
}

fn cancelled() -> History {
    History::new().then(cancel(PersonId::STUDENT, EARLY), EARLY)
}

fn absent() -> History {
    History::new().then(missed(), AFTER)
}

fn held() -> History {
    History::new().asks(SessionCommand::Close(id("s1"), 42), AFTER)
}

#[test]
fn every_state_allows_what_makes_sense_of_it() {
    use Refusal::{AlreadyHeld, CalledOff, NotNow};
    let states = [booked(), held(), cancelled(), absent()];
    let s1 = || id("s1");
    let off = [Some(NotNow), Some(NotNow), None, None];
    let on = [None, Some(AlreadyHeld), Some(CalledOff), Some(CalledOff)];
    let cases: Vec<(Command, [Option<Refusal>; 4])> = vec![
        (standing(cancel(PersonId::MENTOR, EARLY)), on),
        (standing(missed()), on),
        (Command::Book(s1(), slot("2026-12-03T17:00:00Z")), on),
        (Command::Session(SessionCommand::Close(s1(), 45)), on),
        (Command::Session(SessionCommand::Begin(s1())), [None, Some(NotNow), Some(NotNow), Some(NotNow)]),
        (Command::Unbook(s1()), [None, Some(Refusal::Gone), Some(Refusal::Gone), Some(Refusal::Gone)]),
        (standing(StandingCommand::Agree(s1(), Some(true))), off),
        (standing(StandingCommand::Replace(s1(), id("s2"), slot("2026-12-03T17:00:00Z"))), off),
        (standing(StandingCommand::Replace(s1(), s1(), slot("2026-12-03T17:00:00Z"))), [Some(NotNow); 4]),
        (standing(StandingCommand::SetLasted(s1(), 50)), [Some(NotNow), None, Some(NotNow), Some(NotNow)]),
        (standing(StandingCommand::SetKind(s1(), SessionKind::Review, None)), [None; 4]),
        (standing(StandingCommand::Pause(s1())), [Some(NotNow); 4]),
        (standing(StandingCommand::SetKind(id("gone"), SessionKind::Review, None)), [Some(Refusal::Gone); 4]),
    ];
    for (command, expected) in cases {
        let answers = [0, 1, 2, 3].map(|at| states[at].refused(&command, AFTER));
        assert_eq!(answers, expected, "{command:?}");
    }
}

#[test]
fn nobody_cancels_what_has_begun_nor_misses_what_is_to_come() {
    let ask = |command: StandingCommand, moment: &str| booked().refused(&standing(command), moment);
    assert_eq!(ask(cancel(PersonId::STUDENT, START), AFTER), Some(Refusal::AlreadyBegun));
    assert_eq!(ask(cancel(PersonId::STUDENT, LATE), EARLY), Some(Refusal::ToldAhead));
    assert_eq!(ask(missed(), LATE), Some(Refusal::NotBegunYet));
    assert_eq!(ask(missed(), START), None);
    let begun = booked().asks(SessionCommand::Begin(id("s1")), LATE);
    let refused = begun.refused(&standing(cancel(PersonId::STUDENT, EARLY)), AFTER);
    assert_eq!(refused, Some(Refusal::AlreadyBegun), "the two have begun it");
}

#[test]
fn cancelled_in_time_it_is_recoverable_once_agreed_and_booked_anew_in_any_order() {
    let agree = StandingCommand::Agree(id("s1"), Some(true));
    let anew = StandingCommand::Replace(id("s1"), id("s2"), slot("2026-12-03T17:00:00Z"));
    let history = cancelled();
    assert_eq!(history.s1().phase(), Some(Phase::Off));
    assert_eq!(history.verdict(), Verdict::NotYet(Lacking::Both));
    assert_eq!(cancelled().then(agree.clone(), EARLY).verdict(), Verdict::NotYet(Lacking::Slot));
    assert_eq!(cancelled().then(anew.clone(), EARLY).verdict(), Verdict::NotYet(Lacking::Agreement));
    let both = cancelled().then(anew, EARLY).then(agree, EARLY);
    assert_eq!(both.verdict(), Verdict::Recoverable);
    assert_eq!(both.s1().replaced_by, Some(id("s2")));
    assert_eq!(both.pairing().oddities, []);
    let unbooked = both.and(&Command::Unbook(id("s2")), EARLY);
    assert_eq!(unbooked.verdict(), Verdict::NotYet(Lacking::Slot), "the new slot was taken back");
}

#[test]
fn one_act_cancels_and_books_anew_and_keeps_what_was_prepared() {
    let p1 = project_id("p1");
    let command = StandingCommand::Cancel {
        session: id("s1"),
        by: PersonId::STUDENT,
        told: at(EARLY),
        agreed: Some(true),
        replacement: Some((id("s2"), slot("2026-12-03T17:00:00Z"))),
    };
    let added = ProgrammeCommand::AddProjects(vec![(p1.clone(), "Enquêter".into())]);
    let history = booked()
        .and(&Command::Programme(added), EARLY)
        .asks(SessionCommand::Prepare(id("s1"), Preparation::Scenario, true), EARLY)
        .then(StandingCommand::SetKind(id("s1"), SessionKind::Review, Some(p1.clone())), EARLY)
        .then(command, EARLY);
    assert_eq!(history.verdict(), Verdict::Recoverable);
    let anew = history.session("s2");
    assert_eq!((anew.kind, anew.project, anew.prepared.len()), (SessionKind::Review, Some(p1), 1));
    let past = StandingCommand::Replace(id("s1"), id("s3"), slot("2026-11-27T17:00:00Z"));
    assert_eq!(cancelled().refused(&standing(past), EARLY), Some(Refusal::SlotInThePast));
}

#[test]
fn when_the_mentor_cancels_or_does_not_come_nothing_is_lost() {
    let by_mentor = History::new().then(cancel(PersonId::MENTOR, LATE), LATE);
    assert_eq!(by_mentor.verdict(), Verdict::NothingLost);
    let gone = History::new().then(StandingCommand::MissedBy(id("s1"), PersonId::MENTOR), AFTER);
    assert_eq!(gone.verdict(), Verdict::NothingLost);
    assert_eq!(absent().verdict(), Verdict::Absent);
    assert_eq!(History::new().then(cancel(PersonId::STUDENT, LATE), LATE).verdict(), Verdict::Late { exactly: false });
}

#[test]
fn replacements_that_replace_each_other_in_a_ring_end() {
    let history = cancelled().then(StandingCommand::Replace(id("s1"), id("s2"), slot("2026-12-03T17:00:00Z")), EARLY);
    let command = StandingCommand::Cancel {
        session: id("s2"),
        by: PersonId::MENTOR,
        told: at(EARLY),
        agreed: None,
        replacement: None,
    };
    let mut history = history.then(command, EARLY);
    let back = session::field(&id("s2"), "replaced-by");
    history.0.apply(&[binome::domain::Change::Put(back, "s1".into())], &karim(), at(EARLY));
    let pairing = history.pairing();
    assert_eq!(pairing.stand_in(pairing.session(&id("s1")).expect("the session")), None);
}

#[rstest]
#[case::another_day("2026-12-03T17:00:00Z", "2026-11-26T08:00:00Z", Some(START))]
#[case::still_being_chosen("2026-12-03T17:00:00Z", "2026-11-24T18:00:00Z", None)]
#[case::only_its_length(START, "2026-11-26T08:00:00Z", None)]
fn where_a_session_was_before_it_moved_stays_in_sight(
    #[case] to: &str,
    #[case] moment: &str,
    #[case] before: Option<&str>,
) {
    let moved = booked().and(&Command::Book(id("s1"), Booking { start: at(to), minutes: 30 }), moment);
    assert_eq!(moved.s1().moved_from, before.map(at));
    assert_eq!(moved.s1().state.map(|state| state.standing()), Some(Standing::Booked), "moving is not cancelling");
}

#[test]
fn a_session_moved_twice_was_where_it_was_at_first_until_it_is_back_there() {
    let book = |start: &str| Command::Book(id("s1"), slot(start));
    let moved = booked().and(&book("2026-12-03T17:00:00Z"), EARLY).and(&book("2026-12-04T17:00:00Z"), EARLY);
    assert_eq!(moved.s1().moved_from, Some(at(START)));
    assert_eq!(moved.and(&book(START), EARLY).s1().moved_from, None);
}

#[test]
fn a_wrong_entry_is_corrected_and_keeps_its_reason() {
    let (start, minutes) = (at("2020-01-01T00:00:00Z"), 5);
    let to_held = SessionState::Held { start, minutes, lasted: Some(40) };
    let correct = |to: SessionState, reason: &str| StandingCommand::Correct(id("s1"), to, reason.into());
    let history = absent().then(correct(to_held, " Léa avait changé de réseau. "), AFTER);
    let session = history.s1();
    assert_eq!(session.state, Some(SessionState::Held { start: at(START), minutes: 45, lasted: Some(40) }));
    assert_eq!(
        (session.corrected_from, session.reason.as_str()),
        (Some(Standing::Absent), "Léa avait changé de réseau.")
    );

    let to_absent = SessionState::Absent { start, minutes, who: PersonId::STUDENT };
    let to_cancelled = SessionState::Cancelled { start, minutes, by: PersonId::MENTOR, told: at(EARLY) };
    let to_booked = SessionState::Booked(Booking { start, minutes });
    let refused =
        |history: &History, to, reason: &str, moment: &str| history.refused(&standing(correct(to, reason)), moment);
    assert_eq!(refused(&held(), to_absent, "  ", AFTER), Some(Refusal::ReasonMissing));
    assert_eq!(refused(&held(), to_held, "rien", AFTER), Some(Refusal::NotNow), "it stands there already");
    assert_eq!(refused(&cancelled(), to_absent, "tôt", EARLY), Some(Refusal::NotBegunYet));
    assert_eq!(refused(&cancelled(), to_held, "tôt", EARLY), Some(Refusal::NotBegunYet));
    let begun = SessionState::Cancelled { start, minutes, by: PersonId::MENTOR, told: at(START) };
    assert_eq!(refused(&held(), begun, "trop tard", AFTER), Some(Refusal::AlreadyBegun));
    let endless = SessionState::Held { start, minutes, lasted: Some(241) };
    assert_eq!(refused(&absent(), endless, "long", AFTER), Some(Refusal::LengthOutOfRange));
    for to in [to_absent, to_cancelled, to_booked] {
        assert_eq!(refused(&held(), to, "erreur", AFTER), None, "{to:?}");
    }
}

#[test]
fn a_session_that_takes_place_after_all_replaces_nothing_and_needs_no_agreement() {
    let to_booked = SessionState::Booked(slot(START));
    let history = cancelled()
        .then(StandingCommand::Agree(id("s1"), Some(true)), EARLY)
        .then(StandingCommand::Replace(id("s1"), id("s2"), slot("2026-12-03T17:00:00Z")), EARLY)
        .then(StandingCommand::Correct(id("s1"), to_booked, "Léa peut venir".into()), EARLY);
    let session = history.s1();
    assert_eq!((session.phase(), session.agreed, session.replaced_by), (Some(Phase::Before), None, None));
    assert_eq!(history.pairing().oddities, []);
}

#[test]
fn a_session_that_nobody_booked_is_noted_afterwards() {
    let recall = |start: &str, lasted| StandingCommand::Recall(id("s9"), SessionKind::Review, at(start), lasted);
    let history = booked().then(recall("2026-11-26T17:00:00Z", 30), EARLY);
    let session = history.session("s9");
    assert!(session.is_held());
    assert_eq!((session.kind, session.state.and_then(|state| state.lasted())), (SessionKind::Review, Some(30)));
    assert_eq!(history.pairing().session_number(&id("s9")), Some(1), "sessions are counted by their start");
    assert_eq!(booked().refused(&standing(recall(START, 30)), EARLY), Some(Refusal::NotBegunYet));
    assert_eq!(booked().refused(&standing(recall(EARLY, 4)), AFTER), Some(Refusal::LengthOutOfRange));
}

fn pause() -> StandingCommand {
    StandingCommand::Pause(id("s1"))
}

fn resume() -> StandingCommand {
    StandingCommand::Resume(id("s1"))
}

fn minute(minute: i64) -> String {
    at(START).plus_minutes(minute).to_string()
}

/// Begun on the dot, and paused from each first minute to each second one.
fn paused(pauses: &[(i64, Option<i64>)]) -> History {
    let mut history = booked().asks(SessionCommand::Begin(id("s1")), START);
    for (from, to) in pauses {
        history = history.then(pause(), &minute(*from));
        if let Some(to) = to {
            history = history.then(resume(), &minute(*to));
        }
    }
    history
}

#[test]
fn a_pause_shifts_the_steps_by_as_long_as_it_lasted() {
    let table = |history: &History, now: i64| StepTable::of(&history.s1(), at(&minute(now)));
    let history = paused(&[(5, Some(12))]);
    assert_eq!(table(&history, 20).lived(at(&minute(20))), Some(13));
    assert_eq!(table(&history, 20).ends(Step::Progress), Some(at(&minute(17))));
    assert_eq!(table(&history, 20).left(Step::Questions, at(&minute(20))), Some(9));
    let still = paused(&[(5, None)]);
    assert_eq!(still.s1().pauses.since(), Some(at(&minute(5))));
    for now in [5, 6, 40] {
        assert_eq!(table(&still, now).lived(at(&minute(now))), Some(5), "it stands still, at minute {now}");
    }
    // Forgotten overnight, it goes on where it stood.
    let forgotten = still.then(resume(), &minute(900));
    assert_eq!(table(&forgotten, 901).lived(at(&minute(901))), Some(6));
    assert_eq!(forgotten.s1().gone(at(&minute(901))), Some(6), "what closing proposes");
}

#[test]
fn pausing_twice_or_in_two_tabs_counts_once_and_closing_ends_it() {
    let twice = paused(&[(5, None)]).then(pause(), &minute(7));
    assert_eq!(twice.s1().pauses, paused(&[(5, None)]).s1().pauses);
    // Two tabs that had not heard of each other wrote a pause each.
    let mut both = paused(&[(5, Some(12))]);
    let field = |name: &str| session::field(&id("s1"), name);
    let moment = |at: i64| binome::domain::Value::from(minute(at).as_str());
    let changes = [("paused-2", 6), ("resumed-2", 14), ("paused-3", 20), ("resumed-3", 18)];
    let changes = changes.map(|(name, at)| binome::domain::Change::Put(field(name), moment(at)));
    both.0.apply(&changes, &karim(), at(&minute(20)));
    assert_eq!(both.s1().gone(at(&minute(20))), Some(11), "what lies on one another counts once, backwards not at all");
    let closed = paused(&[(5, None)]).asks(SessionCommand::Close(id("s1"), 5), &minute(60));
    assert_eq!(closed.s1().pauses.since(), None);
    let back = paused(&[(5, Some(12))]).asks(SessionCommand::TakeBack(id("s1")), &minute(20));
    assert_eq!(back.s1().pauses, session::Pauses::default());
}

proptest! {
    /// Whatever is paused and resumed when, the clock shows neither less than nothing nor more than has passed.
    #[test]
    fn the_paused_clock_stays_within_what_has_passed(
        ends in prop::collection::vec((0..120_i64, prop::option::of(0..120_i64)), 0..6),
        now in 0..200_i64,
    ) {
        let mut history = booked().asks(SessionCommand::Begin(id("s1")), START);
        for (number, (from, to)) in ends.iter().enumerate() {
            let put = |name: &str, minute_at: i64| {
                let path = session::field(&id("s1"), &format!("{name}-{}", number + 1));
                binome::domain::Change::Put(path, minute(minute_at).as_str().into())
            };
            let changes: Vec<_> = [Some(put("paused", *from)), to.map(|to| put("resumed", to))].into_iter().flatten().collect();
            history.0.apply(&changes, &karim(), at(START));
        }
        let gone = history.s1().gone(at(&minute(now))).expect("it has begun");
        prop_assert!((0..=now).contains(&gone));
    }

    /// Any two states, with any reason: a correction either says no or leaves a session that reads as the state asked for.
    #[test]
    fn a_correction_ends_where_it_was_asked_to(from in 0..4_usize, to in 0..4_usize, early in any::<bool>()) {
        let history = [booked, held, cancelled, absent][from]();
        let (start, minutes) = (at(START), 45);
        let to = [
            SessionState::Booked(Booking { start, minutes }),
            SessionState::Held { start, minutes, lasted: None },
            SessionState::Cancelled { start, minutes, by: PersonId::MENTOR, told: at(EARLY) },
            SessionState::Absent { start, minutes, who: PersonId::MENTOR },
        ][to];
        let moment = if early { EARLY } else { AFTER };
        let command = StandingCommand::Correct(id("s1"), to, "erreur".into());
        if history.refused(&standing(command.clone()), moment).is_none() {
            prop_assert_eq!(history.then(command, moment).s1().state, Some(to));
        }
    }
}

#[test]
fn a_session_that_says_no_kind_is_the_weekly_one() {
    assert_eq!(booked().s1().kind, SessionKind::Mentoring);
    let said = booked().then(StandingCommand::SetKind(id("s1"), SessionKind::Defence, None), EARLY);
    assert_eq!(said.s1().kind, SessionKind::Defence);
}
