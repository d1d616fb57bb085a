//! Copies that cross on their way: out of order, between three devices, reordered on both sides, of a newer version, of two years.

use binome::document::file::{MAX_BYTES, read, read_backup, write as file_of, write_backup};
use binome::document::review::{Choice, Decision, apply, review};
use binome::document::{Document, Incoming, ReadError, project};
use binome::domain::{Author, Instant, Oddity, PersonId, Value};

use super::support::{at, forged, handed_over, joined, karim, lea, pair, path, shown, started, with_history, write};

const NOW: &str = "2026-11-29T09:00:00Z";

fn phone() -> Author {
    Author::parse("student-1.phone").expect("an author")
}

fn take_in(mine: &Document, incoming: &Incoming) -> Document {
    apply(mine, incoming, &[], &karim(), at(NOW)).document
}

/// One's turn to hand the other a copy.
fn hand(from: &Document, to: &mut Document) {
    *to = take_in(to, &handed_over(from));
}

#[test]
fn files_that_arrive_out_of_order_give_the_same_copy() {
    let mut hers = handed_over(&started()).document;
    let files: Vec<Incoming> = (1..=3)
        .map(|week| {
            write(&mut hers, "goal/g1/what", format!("rédige {week} cas").as_str(), &lea(), NOW);
            write(&mut hers, &format!("goal/w{week}/what"), "nouveau", &lea(), NOW);
            handed_over(&hers)
        })
        .collect();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mine = order.iter().fold(started(), |mine, file| take_in(&mine, &files[*file]));
        assert_eq!(file_of(&mine), file_of(&hers), "{order:?}");
        assert_eq!(shown(&mine, "goal/g1/what"), Some(&Value::from("rédige 3 cas")), "{order:?}: nothing reverts");
        assert!(files.iter().all(|file| review(&mine, file).nothing_new), "{order:?}");
    }
}

/// Léa's laptop and phone and Karim's laptop write in the same field, and every copy goes a different way round.
#[test]
fn three_devices_that_criss_cross_end_with_the_same_copy() {
    let mut his = started();
    let (mut laptop, mut mobile) = (handed_over(&his).document, handed_over(&his).document);
    write(&mut laptop, "goal/g1/what", "sur l’ordinateur", &lea(), "2026-11-26T08:00:00Z");
    // The phone's clock is a day behind.
    write(&mut mobile, "goal/g1/what", "sur le téléphone", &phone(), "2026-11-25T08:00:00Z");
    write(&mut his, "goal/g1/what", "chez Karim", &karim(), "2026-11-26T09:00:00Z");
    let (old_laptop, old_mobile) = (handed_over(&laptop), handed_over(&mobile));
    hand(&laptop, &mut his);
    hand(&mobile, &mut laptop);
    hand(&his, &mut mobile);
    hand(&laptop, &mut his);
    hand(&his, &mut laptop);
    assert_eq!(file_of(&his), file_of(&mobile));
    assert_eq!(file_of(&his), file_of(&laptop));
    assert_eq!(his.conflicts()[0].heads.len(), 3, "all three wordings are there");
    // One chooses; old copies that turn up afterwards open nothing again.
    let field = path("goal/g1/what");
    let chosen = *mobile.head_ids(&field).last().expect("a head");
    let settle = [Choice::Settle(field, Decision::This(chosen))];
    mobile = apply(&mobile, &handed_over(&his), &settle, &phone(), at(NOW)).document;
    hand(&mobile, &mut his);
    hand(&his, &mut laptop);
    for device in [&mut his, &mut laptop, &mut mobile] {
        *device = take_in(&take_in(device, &old_mobile), &old_laptop);
        assert_eq!(device.conflicts(), []);
    }
    assert_eq!(file_of(&his), file_of(&laptop));
    assert_eq!(file_of(&his), file_of(&mobile));
}

#[test]
fn a_list_reordered_on_both_sides_has_one_order_and_no_conflict() {
    let mut his = started();
    for (project, order) in [("p1", "c"), ("p2", "i"), ("p3", "r")] {
        write(&mut his, &format!("project/{project}/title"), project, &karim(), "2026-11-25T08:00:00Z");
        write(&mut his, &format!("project/{project}/order"), order, &karim(), "2026-11-25T08:00:00Z");
    }
    let mut hers = handed_over(&his).document;
    // He puts the first last; she puts it in the middle, and the last first.
    write(&mut his, "project/p1/order", "v", &karim(), "2026-11-26T08:00:00Z");
    write(&mut hers, "project/p1/order", "m", &lea(), "2026-11-26T09:00:00Z");
    write(&mut hers, "project/p3/order", "a", &lea(), "2026-11-26T09:01:00Z");
    let (from_his, from_hers) = (handed_over(&his), handed_over(&hers));
    assert_eq!(review(&his, &from_hers).counts().conflicts, 0);
    let (his, hers) = (take_in(&his, &from_hers), take_in(&hers, &from_his));
    assert_eq!(file_of(&his), file_of(&hers));
    assert_eq!(his.conflicts(), []);
    let order: Vec<String> = project(&his).programme.projects.iter().map(|it| it.title.clone()).collect();
    assert_eq!(order, ["p3", "p2", "p1"], "of two moves of one thing the earlier stands");
}

/// A file of which a field holds something of another type, as a newer version or a careless tool writes it: check value and names fit.
#[test]
fn a_wrong_type_at_a_path_is_set_aside_and_goes_back_untouched() {
    let mut theirs = started();
    write(&mut theirs, "goal/g1/minutes", "beaucoup", &lea(), NOW);
    write(&mut theirs, "person/student-1/name", Value::List(vec![Value::Int(1)]), &lea(), NOW);
    write(&mut theirs, "goal/g1/evidence", "un lien", &lea(), NOW);
    let incoming = handed_over(&theirs);
    let mine = take_in(&started(), &incoming);
    let pairing = project(&mine);
    let odd = ["goal/g1/minutes", "person/student-1/name"];
    assert_eq!(pairing.oddities, odd.map(|field| Oddity::Unreadable(path(field))));
    assert_eq!(pairing.goals[0].evidence, "un lien", "the rest loads");
    assert_eq!(file_of(&mine), file_of(&theirs));
}

/// Another version's words travel through this one and back, also when this one writes beside them.
#[test]
fn what_a_newer_version_wrote_goes_there_and_back() {
    let newer = forged(&write_backup(&with_history()), |members| {
        members.insert("colour".into(), Value::from("blue"));
        members.insert("version".into(), Value::Int(9));
        let Some(Value::Map(edits)) = members.get_mut("edits") else { panic!("edits") };
        let Some(Value::Map(field)) = edits.get_mut("goal/g1/what") else { panic!("the field") };
        field.insert("shade".into(), Value::from("dark"));
    });
    let theirs = read(newer.as_bytes()).expect("within reach").document;
    let mut mine = take_in(&started(), &handed_over(&theirs));
    write(&mut mine, "goal/g1/why", "le projet 3", &karim(), NOW);
    write(&mut mine, "goal/g1/what", "rédige 8 cas", &karim(), NOW);
    let text = file_of(&mine);
    for kept in [
        "\"colour\": \"blue\"",
        "\"shade\":\"dark\"",
        "\"via\":\"a newer version\"",
        "\"version\": 9",
        "report/r1/mood",
    ] {
        assert!(text.contains(kept), "{kept}");
    }
    let back = joined(&theirs, &handed_over(&mine).document);
    assert_eq!(file_of(&back), text);
    // A version too new for this one is refused before anything else of it is judged.
    let beyond = forged(&newer, |members| {
        members.insert("min_reader".into(), Value::Int(2));
        members.insert("edits".into(), Value::from("another form altogether"));
    });
    assert_eq!(read(beyond.as_bytes()), Err(ReadError::Newer { min_reader: 2 }));
}

/// What the page gives away it takes back: a hundred sessions of people who write a lot stay far below the limit.
#[test]
fn two_years_of_words_can_be_read_back() {
    let mut document = Document::new(pair("k-0pair"));
    let words = "Ce qui a été fait, ce qui reste, et comment nous le verrons : « presque fini ». ".repeat(4);
    let fields = [
        ("session", 1, &["state", "agenda", "outcome", "carried", "note-mentor-1", "note-student-1"][..]),
        (
            "goal",
            3,
            &["what", "evidence", "why", "first-step", "progress-mentor-1", "progress-student-1", "minutes", "status"],
        ),
        ("question", 3, &["text", "answer-mentor-1", "answer-student-1", "created"]),
    ];
    for session in 0..100 {
        for (kind, records, fields) in fields {
            for (record, field) in (0..records).flat_map(|record| fields.iter().map(move |field| (record, field))) {
                let field = format!("{kind}/aaaaaaaaaaaa{session:03}{record}/{field}");
                write(&mut document, &field, words.as_str(), &lea(), NOW);
            }
        }
    }
    let file = write_backup(&document);
    assert!(file.len() * 2 < MAX_BYTES, "{} KiB", file.len() / 1024);
    let back = read_backup(file.as_bytes(), PersonId::MENTOR).expect("what the page wrote");
    assert_eq!(back.document, document);
}

#[test]
fn moments_from_clocks_that_are_wrong_by_centuries_change_nothing() {
    let mut mine = started();
    for (moment, words) in [(i64::MIN, "en 1900"), (i64::MAX, "en 9999")] {
        let author = if moment < 0 { karim() } else { lea() };
        let change = [super::support::put("goal/g1/what", words)];
        mine.apply(&change, &author, Instant::from_millis(moment));
        assert_eq!(shown(&mine, "goal/g1/what"), Some(&Value::from(words)), "whoever saw it replaces it");
    }
    assert_eq!(handed_over(&mine).document, mine);
}
