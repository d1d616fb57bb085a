//! The questions that a session has before it, and those it carries to the next.

use binome::domain::{Command, Pairing, SessionCommand};

use super::{BEFORE, DURING, History, id, session_of};
use crate::support::question;

fn asked_in(pairing: &Pairing, session: &str) -> Vec<String> {
    let session = session_of(pairing, session);
    let asked = pairing.questions.iter().filter(|question| pairing.is_asked(question, session));
    asked.map(|question| question.id.to_string()).collect()
}

fn left(pairing: &Pairing, id: &str) -> Vec<String> {
    let question = pairing.questions.iter().find(|it| it.id == question(id)).expect("the question");
    pairing.carried_question(question).into_iter().map(|session| session.id.to_string()).collect()
}

#[test]
fn questions_are_answered_in_a_session_or_go_on_to_the_next() {
    let ask = Command::Ask(question("q1"), "Un lien suffit-il ?".into());
    let answer = SessionCommand::Answer(id("s1"), question("point-companion"), true);
    let history = History::new().and(&ask, BEFORE).begun();
    assert_eq!(asked_in(&history.pairing(), "s1"), ["point-companion", "q1"]);
    let pairing = history.then(answer, DURING).closed().pairing();
    assert_eq!(asked_in(&pairing, "s1"), ["point-companion", "q1"], "the session still shows what it had");
    assert_eq!(asked_in(&pairing, "s2"), ["q1"]);
    assert_eq!(left(&pairing, "q1"), ["s1"]);
    assert_eq!(left(&pairing, "point-companion"), [""; 0]);
}

#[test]
fn a_question_asked_after_a_session_is_not_carried_by_it() {
    let ask = Command::Ask(question("q1"), "Un lien suffit-il ?".into());
    let pairing = History::new().begun().closed().and(&ask, "2026-12-03T08:00:00Z").pairing();
    assert_eq!(asked_in(&pairing, "s1"), ["point-companion"]);
    assert_eq!(asked_in(&pairing, "s2"), ["point-companion", "q1"]);
    assert_eq!((left(&pairing, "q1"), left(&pairing, "point-companion")), (vec![], vec!["s1".to_owned()]));
}

#[test]
fn carrying_a_question_is_said_and_taken_back_and_an_answer_ends_it() {
    let of = |history: &History| {
        let question = history.pairing().questions[0].clone();
        (question.carried_in, question.settled_in, question.settled)
    };
    let companion = || question("point-companion");
    let history = History::new().begun().then(SessionCommand::Carry(id("s1"), companion(), true), DURING);
    assert_eq!(of(&history), (Some(id("s1")), None, false));
    let history = history.then(SessionCommand::Carry(id("s1"), companion(), false), DURING);
    assert_eq!(of(&history), (None, None, false));
    let history = history
        .then(SessionCommand::Carry(id("s1"), companion(), true), DURING)
        .then(SessionCommand::Answer(id("s1"), companion(), true), DURING);
    assert_eq!(of(&history), (None, Some(id("s1")), true));
    let history = history.then(SessionCommand::Answer(id("s1"), companion(), false), DURING);
    assert_eq!(of(&history), (None, None, false));
    let history = history.then(SessionCommand::Searched(companion(), true), DURING);
    assert!(history.pairing().questions[0].searched);
}
