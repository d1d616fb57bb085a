//! The past of a pair: its sessions held, the weeks between, and what goals came to.

use binome::document::project;
use binome::domain::past::{Stretch, Tally};

use super::support::plain::Winter;
use super::support::{at, karim, started, write};

fn said(stretches: &[Stretch]) -> Vec<String> {
    let said = |stretch: &Stretch| match stretch {
        Stretch::Held { number, day, tally: Tally { reached, partly, not_yet }, .. } => {
            format!("{number} {day} {reached}/{partly}/{not_yet}")
        }
        Stretch::Apart(weeks) => format!("{weeks} apart"),
    };
    stretches.iter().map(said).collect()
}

#[test]
fn weeks_without_a_session_keep_their_place_and_what_is_booked_is_not_past() {
    let mut document = started();
    let mut session = |id: &str, start: &str, state: &str| {
        let value = [("state", state), ("start", start)].map(|(name, value)| (name.to_owned(), value.into()));
        let minutes = ("minutes".to_owned(), binome::domain::Value::Int(45));
        let value = binome::domain::Value::Map(value.into_iter().chain([minutes]).collect());
        write(&mut document, &format!("session/{id}/state"), value, &karim(), "2026-11-24T18:00:00Z");
    };
    // Sunday evening in UTC is Monday in the pair's zone: another week.
    session("a", "2026-09-06T23:30:00.000Z", "held");
    session("b", "2026-09-15T16:00:00.000Z", "held");
    session("c", "2026-09-17T16:00:00.000Z", "held");
    session("d", "2026-10-06T16:00:00.000Z", "held");
    for (outcome, session, result) in [("a-1", "a", "reached"), ("b-1", "b", "partly"), ("b-2", "b", "not_yet")] {
        let put = |document: &mut _, field: &str, value: &str| {
            write(document, &format!("outcome/{outcome}/{field}"), value, &karim(), "2026-11-24T18:01:00Z");
        };
        put(&mut document, "session", session);
        put(&mut document, "goal", "g1");
        let result = [("result".to_owned(), result.into())].into_iter().collect();
        let result = binome::domain::Value::Map(result);
        write(&mut document, &format!("outcome/{outcome}/result"), result, &karim(), "2026-11-24T18:01:00Z");
    }
    let pairing = project(&document);
    assert_eq!(
        said(&pairing.past(&Winter)),
        ["1 2026-09-07 1/0/0", "2 2026-09-15 0/1/1", "3 2026-09-17 0/0/0", "2 apart", "4 2026-10-06 0/0/0"]
    );
    assert!(pairing.next_session(at("2026-11-24T18:00:00Z")).is_some());
}
