//! What a file would change, shown first; then done with what people chose; then undone.

use binome::document::file::{read, write as file_of};
use binome::document::review::{
    Choice, Counts, Decision, FieldNews, RecordNews, Relation, apply, review, review_with, undo,
};
use binome::document::{Document, Incoming, Review, project};
use binome::domain::schema;
use binome::domain::{Author, Change, Command, GoalStatus, PersonId, RecordKey, Value};
use proptest::prelude::*;

use super::support::{
    act, at, goal, handed_over, joined, karim, lea, pair, path, put, question, session, shown, started, write,
};

const NOW: &str = "2026-11-29T09:00:00Z";

fn take_in(mine: &Document, incoming: &Incoming, choices: &[Choice]) -> Document {
    apply(mine, incoming, choices, &karim(), at(NOW)).document
}

/// Léa's copy after a week of her own.
fn hers() -> Document {
    let mut hers = handed_over(&started()).document;
    act(&mut hers, &Command::SetGoalStatus(goal("g1"), GoalStatus::Doing), &lea(), "2026-11-26T08:00:00Z");
    let progress = schema::progress(&goal("g1"), PersonId::STUDENT);
    act(&mut hers, &Command::Write(progress, "3 cas sur 5".into()), &lea(), "2026-11-26T08:01:00Z");
    act(&mut hers, &Command::Ask(question("q1"), "Faut-il un schéma ?".into()), &lea(), "2026-11-26T08:02:00Z");
    hers
}

fn record<'a>(review: &'a Review, key: &str) -> &'a binome::document::review::RecordReview {
    review.records.iter().find(|it| it.record.as_str() == key).expect("the record")
}

#[test]
fn a_week_of_the_other_is_shown_record_by_record() {
    let review = review(&started(), &handed_over(&hers()));
    assert_eq!((review.relation, review.nothing_new, review.quiet), (Relation::Same, false, 0));
    assert_eq!(review.counts(), Counts { new: 1, changed: 1, removed: 0, conflicts: 0 });
    assert_eq!(review.records.iter().map(|it| it.record.as_str()).collect::<Vec<_>>(), ["goal/g1", "question/q1"]);
    let changed = record(&review, "goal/g1");
    assert_eq!(changed.news, RecordNews::Changed);
    assert_eq!(changed.fields.len(), 2);
    let FieldNews::Changed { before, after, edit, settles } = &changed.fields[1].news else { panic!("changed") };
    assert_eq!(changed.fields[1].path, path("goal/g1/status"));
    assert_eq!((before, after.as_ref(), settles), (&None, Some(&Value::from("doing")), &false));
    assert_eq!((&edit.by, edit.at), (&lea(), at("2026-11-26T08:00:00Z")));
    assert_eq!(record(&review, "question/q1").news, RecordNews::New);
}

#[test]
fn taking_it_in_gives_both_the_same_copy_and_a_second_time_nothing() {
    let mine = started();
    let incoming = handed_over(&hers());
    let first = apply(&mine, &incoming, &[], &karim(), at(NOW));
    assert_eq!(first.edits, []);
    assert_eq!(first.document.fingerprint(), hers().fingerprint());
    assert!(review(&first.document, &incoming).nothing_new);
    assert_eq!(take_in(&first.document, &incoming, &[]), first.document);
    // An older file changes nothing either.
    assert!(review(&first.document, &handed_over(&started())).nothing_new);
    assert!(review(&mine, &handed_over(&mine)).nothing_new, "nor does one's own copy");
}

/// Both worded the goal without seeing each other.
fn two_wordings() -> (Document, Incoming) {
    let (mut mine, mut theirs) = (started(), hers());
    write(&mut mine, "goal/g1/what", "rédige 8 cas", &karim(), "2026-11-27T08:00:00Z");
    write(&mut theirs, "goal/g1/what", "rédige 5 tests", &lea(), "2026-11-26T09:00:00Z");
    (mine, handed_over(&theirs))
}

#[test]
fn two_wordings_are_shown_side_by_side_with_what_both_replaced() {
    let (mine, incoming) = two_wordings();
    let before = started();
    let recall = |path: &binome::domain::Path, id: &binome::document::EditId| {
        before.field(path)?.heads().get(id).map(|edit| edit.value.clone())
    };
    let review = review_with(&mine, &incoming, &recall);
    assert_eq!(review.counts(), Counts { new: 1, changed: 1, removed: 0, conflicts: 1 });
    let field = record(&review, "goal/g1").fields.iter().find(|field| field.is_conflict()).expect("a conflict");
    let FieldNews::Conflict { mine, theirs, common } = &field.news else { panic!("a conflict") };
    assert_eq!(mine.iter().map(|(_, edit)| &edit.value).collect::<Vec<_>>(), [&Value::from("rédige 8 cas")]);
    assert_eq!(theirs.iter().map(|(_, edit)| &edit.value).collect::<Vec<_>>(), [&Value::from("rédige 5 tests")]);
    assert_eq!(common.as_ref(), Some(&Value::from("rédige 5 cas")));
}

#[test]
fn a_conflict_ends_as_chosen_on_both_sides() {
    let (mine, incoming) = two_wordings();
    let field = path("goal/g1/what");
    let theirs = *incoming.document.head_ids(&field).first().expect("a head");
    let cases = [
        (Decision::Mine, "rédige 8 cas"),
        (Decision::Theirs, "rédige 5 tests"),
        (Decision::This(theirs), "rédige 5 tests"),
        (Decision::Both, "rédige 5 tests\n\nrédige 8 cas"),
    ];
    for (decision, expected) in cases {
        let applied = apply(&mine, &incoming, &[Choice::Settle(field.clone(), decision)], &karim(), at(NOW));
        assert_eq!(applied.edits.len(), 1);
        assert_eq!(applied.edits[0].1.over.len(), 2);
        assert_eq!(applied.document.conflicts(), []);
        assert_eq!(shown(&applied.document, "goal/g1/what"), Some(&Value::from(expected)));
        // The other takes the result in without a question.
        let back = review(&incoming.document, &handed_over(&applied.document));
        assert_eq!(back.counts().conflicts, 0);
        let hers = take_in(&incoming.document, &handed_over(&applied.document), &[]);
        assert_eq!(hers.fingerprint(), applied.document.fingerprint());
    }
}

#[test]
fn without_a_choice_both_wordings_stay_and_the_same_file_is_nothing_new() {
    let (mine, incoming) = two_wordings();
    let waiting = take_in(&mine, &incoming, &[]);
    assert_eq!(waiting.conflicts().len(), 1);
    assert!(review(&waiting, &incoming).nothing_new);
    // The other settles it: that is a change, and says so.
    let mut settled = waiting.clone();
    settled.apply(&[put("goal/g1/what", "rédige 8 cas")], &lea(), at(NOW));
    let review = review(&waiting, &handed_over(&settled));
    assert_eq!(review.counts(), Counts { new: 0, changed: 1, removed: 0, conflicts: 0 });
    let FieldNews::Changed { settles, .. } = record(&review, "goal/g1").fields[0].news else { panic!("changed") };
    assert!(settles);
}

#[test]
fn both_settling_differently_is_a_conflict_again_and_nothing_is_dropped() {
    let (mine, incoming) = two_wordings();
    let field = path("goal/g1/what");
    let his = take_in(&mine, &incoming, &[Choice::Settle(field.clone(), Decision::Mine)]);
    let mut hers = take_in(&incoming.document, &handed_over(&mine), &[]);
    hers.apply(&[put("goal/g1/what", "rédige 5 tests")], &lea(), at(NOW));
    let review = review(&his, &handed_over(&hers));
    assert_eq!(review.counts().conflicts, 1);
    let both = take_in(&his, &handed_over(&hers), &[]);
    assert_eq!(both.conflicts()[0].heads.len(), 2);
}

#[test]
fn both_is_for_texts_only() {
    let (mut mine, mut theirs) = (started(), started());
    for (document, author, status, name) in
        [(&mut mine, karim(), "doing", "Lea"), (&mut theirs, lea(), "reached", "Léa B.")]
    {
        write(document, "goal/g1/status", status, &author, NOW);
        write(document, "person/student-1/name", name, &author, NOW);
    }
    let incoming = handed_over(&theirs);
    for field in ["goal/g1/status", "person/student-1/name", "goal/g1/evidence"] {
        let applied = apply(&mine, &incoming, &[Choice::Settle(path(field), Decision::Both)], &karim(), at(NOW));
        assert_eq!(applied.edits, [], "{field}");
        assert_eq!(applied.document.conflicts().len(), 2, "both wait");
    }
}

#[test]
fn the_same_words_on_both_sides_join_without_a_word() {
    let (mut mine, mut theirs) = (started(), started());
    write(&mut mine, "goal/g1/why", "le projet 3", &karim(), "2026-11-25T08:00:00Z");
    write(&mut theirs, "goal/g1/why", "le projet 3", &lea(), "2026-11-26T08:00:00Z");
    let review = review(&mine, &handed_over(&theirs));
    assert_eq!((review.nothing_new, review.quiet), (false, 1));
    assert_eq!(review.records, []);
}

#[test]
fn a_removal_by_the_other_is_shown_as_one() {
    let mut theirs = started();
    theirs.apply(&[Change::Remove(RecordKey::new("goal", "g1"))], &lea(), at("2026-11-26T08:00:00Z"));
    let review = review(&started(), &handed_over(&theirs));
    assert_eq!(review.counts(), Counts { new: 0, changed: 0, removed: 1, conflicts: 0 });
    assert_eq!(record(&review, "goal/g1").news, RecordNews::Removed);
    assert_eq!(project(&take_in(&started(), &handed_over(&theirs), &[])).goals, []);
}

#[test]
fn a_removal_against_words_brings_the_whole_record_back_when_words_are_chosen() {
    let field = path("goal/g1/what");
    let mut kept = started();
    write(&mut kept, "goal/g1/evidence", "un lien", &lea(), "2026-11-24T18:00:00Z");
    let mut removed = kept.clone();
    removed.apply(&[Change::Remove(RecordKey::new("goal", "g1"))], &karim(), at("2026-11-25T08:00:00Z"));
    write(&mut kept, "goal/g1/what", "rédige 6 cas", &lea(), "2026-11-26T08:00:00Z");
    let sides = [(&removed, &kept, true, Decision::Theirs), (&kept, &removed, false, Decision::Mine)];
    for (mine, theirs, here, words) in sides {
        let incoming = handed_over(theirs);
        let shown_first = review(mine, &incoming);
        assert_eq!(record(&shown_first, "goal/g1").news, RecordNews::RemovedAgainstWords { here });
        // Until somebody chooses it lives on, whole, and the same file again changes nothing.
        let waiting = take_in(mine, &incoming, &[]);
        let goal = &project(&waiting).goals[0];
        assert_eq!((goal.what.as_str(), goal.evidence.as_str()), ("rédige 6 cas", "un lien"));
        assert_eq!(waiting.conflicts().len(), 1);
        assert!(review(&waiting, &incoming).nothing_new);
        assert_eq!(take_in(&waiting, &incoming, &[]), waiting);
        let back = take_in(mine, &incoming, &[Choice::Settle(field.clone(), words)]);
        assert_eq!(back.conflicts(), []);
        let whole = &project(&back).goals[0];
        assert_eq!((whole.what.as_str(), whole.evidence.as_str()), ("rédige 6 cas", "un lien"));
        assert_eq!(whole.created, project(&started()).goals[0].created);
        let other = if words == Decision::Mine { Decision::Theirs } else { Decision::Mine };
        let gone = take_in(mine, &incoming, &[Choice::Settle(field.clone(), other)]);
        assert_eq!(project(&gone).goals, []);
        assert!(!gone.is_live(&RecordKey::new("goal", "g1")));
        // A copy from before the choice does not bring it back.
        assert_eq!(project(&take_in(&gone, &incoming, &[])).goals, []);
    }
}

#[test]
fn a_removal_against_words_in_a_field_that_was_empty_brings_the_whole_record_back() {
    let mut kept = started();
    let mut removed = kept.clone();
    removed.apply(&[Change::Remove(RecordKey::new("goal", "g1"))], &karim(), at("2026-11-25T08:00:00Z"));
    write(&mut kept, "goal/g1/evidence", "un lien", &lea(), "2026-11-26T08:00:00Z");
    for (mine, theirs) in [(&removed, &kept), (&kept, &removed)] {
        let incoming = handed_over(theirs);
        let shown_first = review(mine, &incoming);
        let both = take_in(mine, &incoming, &[]);
        // No words stand against each other, and nobody is asked; a goal of which only the evidence is left would say nothing.
        assert_eq!(both.conflicts(), []);
        let goal = &project(&both).goals[0];
        assert_eq!((goal.what.as_str(), goal.evidence.as_str()), ("rédige 5 cas", "un lien"));
        assert_eq!(goal.created, project(&started()).goals[0].created);
        let is_here = mine.is_live(&RecordKey::new("goal", "g1"));
        let news: Vec<_> = shown_first.records.iter().map(|record| record.news).collect();
        // Where it is, nothing changes for people to see; where it was removed, it is there again.
        assert_eq!(news, if is_here { vec![] } else { vec![RecordNews::New] });
        assert!(!shown_first.nothing_new);
        assert!(review(&both, &incoming).nothing_new);
        assert_eq!(take_in(&both, &incoming, &[]), both);
    }
    // What can be cleared alone is no removal of a record.
    let contract = |text: &str| put(&format!("contract/main/{text}"), Value::Int(36));
    let mut cleared = started();
    cleared.apply(&[contract("notice-hours")], &karim(), at("2026-11-24T18:00:00Z"));
    let mut more = cleared.clone();
    let notice = path("contract/main/notice-hours");
    cleared.apply(&[Change::Put(notice.clone(), Value::Null)], &karim(), at("2026-11-25T08:00:00Z"));
    more.apply(&[contract("deposit-hours")], &lea(), at("2026-11-25T08:00:00Z"));
    for (mine, theirs) in [(&cleared, &more), (&more, &cleared)] {
        assert_eq!(take_in(mine, &handed_over(theirs), &[]).value(&notice), None);
    }
}

#[test]
fn another_pair_is_never_mixed_in_unasked() {
    let mut other = Document::new(pair("z-other"));
    write(&mut other, "person/mentor-1/name", "Karim", &karim(), "2026-11-24T17:00:00Z");
    write(&mut other, "person/student-1/name", "Ali", &karim(), "2026-11-24T17:00:00Z");
    let incoming = handed_over(&other);
    assert_eq!(review(&started(), &incoming).relation, Relation::Other);
    assert_eq!(take_in(&started(), &incoming, &[]), started());
    let settle = Choice::Settle(path("person/student-1/name"), Decision::Theirs);
    assert_eq!(take_in(&started(), &incoming, &[settle]), started());
}

#[test]
fn a_pair_that_both_started_becomes_one_when_somebody_says_so() {
    let mut hers = Document::new(pair("a-hers"));
    let start = Command::Start { mentor: "KARIM ".into(), student: "Lea".into(), minutes: 30, zone: None };
    act(&mut hers, &start, &lea(), "2026-11-24T16:58:00Z");
    let incoming = handed_over(&hers);
    let shown_first = review(&started(), &incoming);
    assert_eq!(shown_first.relation, Relation::StartedTwice { roles_swapped: false });
    assert_eq!(shown_first.pair, pair("a-hers"));
    assert_eq!(shown_first.counts().conflicts, 3, "both names and the length; not who started when");
    let one = take_in(&started(), &incoming, &[Choice::SamePair]);
    assert_eq!(one.pair(), &pair("a-hers"));
    assert!(one.known_as(started().pair()));
    assert_eq!(project(&one).call.started, Some(at("2026-11-24T16:58:00Z")), "the first start stands");
    // From then on each recognises the other's files, under either identifier.
    assert_eq!(review(&one, &incoming).relation, Relation::Same);
    assert_eq!(review(&hers, &handed_over(&one)).relation, Relation::Same);

    let swapped = Command::Start { mentor: "Léa".into(), student: "Karim".into(), minutes: 45, zone: None };
    let mut mixed_up = Document::new(pair("m-swapped"));
    act(&mut mixed_up, &swapped, &lea(), "2026-11-24T16:58:00Z");
    let relation = review(&started(), &handed_over(&mixed_up)).relation;
    assert_eq!(relation, Relation::StartedTwice { roles_swapped: true });
}

#[test]
fn a_hand_made_change_is_taken_only_when_chosen() {
    // In the readable part the status stands beside its name; in the edits it is a `value`.
    let text = file_of(&hers()).replace("\"status\": \"doing\"", "\"status\": \"reached\"");
    let incoming = read(text.as_bytes()).expect("a copy");
    let fields: Vec<_> = incoming.by_hand.iter().map(|edit| edit.path.clone()).collect();
    assert_eq!(fields, [path("goal/g1/status")]);
    let mine = started();
    let shown_first = review(&mine, &incoming);
    assert_eq!(shown_first.by_hand, incoming.by_hand);
    assert_eq!(shown(&take_in(&mine, &incoming, &[]), "goal/g1/status"), Some(&Value::from("doing")));
    let applied = apply(&mine, &incoming, &[Choice::TakeHandEdit(path("goal/g1/status"))], &karim(), at(NOW));
    assert_eq!(shown(&applied.document, "goal/g1/status"), Some(&Value::from("reached")));
    assert_eq!(applied.edits[0].1.over, hers().head_ids(&path("goal/g1/status")));
    assert_eq!(applied.document.conflicts(), []);
}

#[test]
fn undoing_an_import_puts_back_what_was_and_keeps_what_was_written_since() {
    let backup = started();
    let incoming = handed_over(&hers());
    let imported = take_in(&backup, &incoming, &[]);
    let mut now = imported.clone();
    act(&mut now, &Command::Unbook(session("s1")), &karim(), "2026-11-29T09:05:00Z");
    write(&mut now, "goal/g1/why", "le projet 3", &karim(), "2026-11-29T09:06:00Z");
    write(&mut now, "goal/g1/status", "partly", &karim(), "2026-11-29T09:07:00Z");

    let undone = undo(&backup, &now, &imported);
    assert_eq!(undone.generation(), 1);
    let pairing = project(&undone);
    assert_eq!(pairing.sessions, []);
    assert_eq!(pairing.goals[0].why, "le projet 3");
    assert_eq!(pairing.goals[0].status, GoalStatus::Partly, "written over what the import had brought");
    assert!(pairing.goals[0].progress.is_empty() && pairing.questions.iter().all(|it| it.id != question("q1")));
    // The import can be done again.
    let again = take_in(&undone, &incoming, &[]);
    assert_eq!(again.generation(), 1);
    assert_eq!(project(&again).goals, project(&now).goals);
    // And undone without anything written since, it is as if it had not been.
    let at_once = undo(&backup, &imported, &imported);
    assert_eq!(file_of(&at_once), file_of(&backup));
}

#[test]
fn undoing_a_join_of_two_pairs_parts_them_again() {
    let mut hers = Document::new(pair("a-hers"));
    let start = Command::Start { mentor: "Karim".into(), student: "Léa".into(), minutes: 30, zone: None };
    act(&mut hers, &start, &lea(), "2026-11-24T16:58:00Z");
    let imported = take_in(&started(), &handed_over(&hers), &[Choice::SamePair]);
    let undone = undo(&started(), &imported, &imported);
    assert_eq!(undone.pair(), started().pair());
    assert!(!undone.known_as(&pair("a-hers")));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is written before, there, and since: undoing keeps the first and the last, drops only what came in, and the
    /// same file brings it all again.
    #[test]
    fn undo_drops_what_came_in_and_nothing_else(
        before in prop::collection::vec((0..4_u8, 0..3_u8), 0..8),
        there in prop::collection::vec((0..4_u8, 3..6_u8), 0..8),
        since in prop::collection::vec((0..4_u8, 6..9_u8), 0..8),
    ) {
        let write_all = |document: &mut Document, writes: &[(u8, u8)], author: &Author, hour: i64| {
            for (minute, (field, value)) in (0..).zip(writes) {
                let change = Change::Put(path(&format!("goal/g1/f{field}")), Value::Int(i64::from(*value)));
                document.apply(&[change], author, at("2026-11-25T00:00:00Z").plus_minutes(hour * 60 + minute));
            }
        };
        let mut backup = started();
        let mut theirs = backup.clone();
        write_all(&mut backup, &before, &karim(), 1);
        write_all(&mut theirs, &there, &lea(), 2);
        let incoming = handed_over(&theirs);
        let imported = take_in(&backup, &incoming, &[]);
        let mut now = imported.clone();
        write_all(&mut now, &since, &karim(), 3);

        let undone = undo(&backup, &now, &imported);
        for (path, field) in undone.fields() {
            prop_assert!(field.heads().values().all(|edit| edit.by != lea()), "{path}");
        }
        for (path, field) in now.fields() {
            for (id, edit) in field.heads() {
                let is_since = !imported.head_ids(path).contains(id);
                prop_assert!(!is_since || undone.head_ids(path).contains(id), "{path}: {edit:?}");
            }
        }
        let replaced_since = |path: &binome::domain::Path, id| {
            undone.field(path).is_some_and(|field| field.past().contains(id))
        };
        for (path, field) in backup.fields() {
            for id in field.heads().keys() {
                prop_assert!(undone.head_ids(path).contains(id) || replaced_since(path, id));
            }
        }
        let again = take_in(&undone, &incoming, &[]);
        for (path, field) in now.fields() {
            prop_assert_eq!(&again.head_ids(path), &field.head_ids());
        }
        prop_assert_eq!(joined(&undone, &imported), undone);
    }
}
