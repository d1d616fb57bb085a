//! Finding words without regard to accents or case.

use binome::document::project;
use binome::domain::search::{Folded, Query, words};
use binome::domain::{Command, PersonId, SessionCommand, session as sessions};
use binome::export::search::{Entry, Group, Index, Place, entries, private};
use binome::export::session_report::SessionReport;
use binome::i18n::Locale;
use proptest::prelude::*;

use super::support::{act, goal, karim, labels, lea, path, question, session, started};

fn finds(text: &str, typed: &str) -> bool {
    Folded::new("", text).answers(&Query::new(typed)).is_some()
}

#[test]
fn words_are_found_whatever_their_accents_case_and_spelling() {
    let cases = [
        ("Rédige 5 cas de test", "redige"),
        ("Rédige 5 cas de test", "RÉDIGE TEST"),
        ("redige", "rédi"),
        // The same letters as some keyboards write them: the letter, then its accent.
        ("E\u{301}crire la maquette", "écrire"),
        ("Écrire la maquette", "e\u{301}cri"),
        ("mettre à jour l’œuvre", "oeuvre"),
        ("relire l'oeuvre", "œuvre"),
        ("lire l’écran", "l'ecran"),
        ("lire l'écran", "écran"),
        ("avant 14\u{a0}h\u{202f}30", "14 h 30"),
        ("peut-être", "peut etre"),
        ("STRASSE", "straße"),
        ("Größe", "grosse"),
        ("Łódź, Ærø", "lodz aero"),
        ("İstanbul", "istanbul"),
        ("Nguyễn", "nguyen"),
        ("co\u{ad}opérer", "cooperer"),
        ("ſoutenance", "soutenance"),
        ("дом", "ДОМ"),
    ];
    for (text, typed) in cases {
        assert!(finds(text, typed), "{typed:?} in {text:?}: {:?}", words(text));
    }
}

#[test]
fn every_word_must_be_there_and_begin_a_word() {
    assert!(finds("écrire le plan de la présentation", "pres plan"));
    assert!(!finds("écrire le plan de la présentation", "plan maquette"));
    assert!(!finds("écrire le plan", "lan"), "the middle of a word is not its beginning");
    for nothing in ["", "  ", "…!?", "\u{301}"] {
        assert!(!finds("écrire", nothing), "{nothing:?} looks for nothing");
    }
}

#[test]
fn what_was_looked_for_is_marked_as_it_was_written() {
    let marked = |typed: &str, text: &str| {
        let pieces = Query::new(typed).marked(text).into_iter();
        pieces.map(|(is_found, piece)| if is_found { format!("[{piece}]") } else { piece }).collect::<String>()
    };
    assert_eq!(marked("ecr", "l’Écran, à E\u{301}crire"), "l’[Écran], à [E\u{301}crire]");
    assert_eq!(marked("x", "rien"), "rien");
    assert_eq!(marked("", "rien"), "rien");
}

#[test]
fn a_long_text_is_cut_around_what_was_found() {
    let long = format!("{} maquette {}", "avant ".repeat(60), "après ".repeat(60));
    let said = Query::new("maquette").excerpt(&long, 80);
    assert!(said.starts_with('…') && said.ends_with('…') && said.contains("maquette"), "{said}");
    assert!(said.chars().count() <= 84, "{said}");
    assert_eq!(Query::new("maquette").excerpt("une maquette", 80), "une maquette");
}

fn filled() -> binome::document::Document {
    let mut document = started();
    let write = |field: &str, text: &str| Command::Write(path(field), text.to_owned());
    act(&mut document, &write("goal/g1/evidence", "Le fichier des maquettes"), &lea(), "2026-11-25T08:00:00Z");
    act(
        &mut document,
        &Command::Ask(question("q1"), "Quelle maquette d’abord ?".into()),
        &lea(),
        "2026-11-25T08:00:00Z",
    );
    act(&mut document, &Command::AddGoal(goal("g2")), &lea(), "2026-11-26T08:00:00Z");
    act(&mut document, &write("goal/g2/what", "finit la maquette"), &lea(), "2026-11-26T08:00:00Z");
    let begin = Command::Session(SessionCommand::Begin(session("s1")));
    act(&mut document, &begin, &karim(), "2026-12-01T17:02:00Z");
    act(
        &mut document,
        &write("session/s1/remarks-mentor-1", "La maquette tient à 360 px"),
        &karim(),
        "2026-12-01T17:20:00Z",
    );
    document
}

#[test]
fn results_come_in_groups_titles_before_what_is_under_them() {
    let pairing = project(&filled());
    let index = Index::new(entries(&pairing, &labels(Locale::Fr)));
    let found = index.find(&Query::new("maquette"));
    let places: Vec<&Place> = found.iter().map(|entry| &entry.place).collect();
    let expected = [
        Place::Goal(goal("g2")),
        Place::Goal(goal("g1")),
        Place::Question(question("q1")),
        Place::Session(session("s1")),
        Place::Report(session("s1")),
    ];
    assert_eq!(places, expected.iter().collect::<Vec<_>>());
    assert!(found.iter().all(|entry| entry.place.group() != Group::Private));
}

#[test]
fn a_report_is_found_by_what_it_says_not_by_the_headings_of_every_report() {
    let pairing = project(&filled());
    for locale in Locale::ALL {
        let labels = labels(locale);
        let report = SessionReport::of(&pairing, &session("s1"), &labels).expect("a report");
        let index = Index::new(entries(&pairing, &labels));
        let reports = |typed: &str| {
            let found = index.find(&Query::new(typed)).into_iter();
            found.filter(|entry| entry.place == Place::Report(session("s1"))).count()
        };
        assert_eq!(reports("maquette 360"), 1);
        let remarks = report.parts.iter().find(|part| part.said_text().contains("360")).expect("the remarks");
        assert_eq!(reports(&format!("{} 360", remarks.title)), 0, "{}", remarks.title);
    }
}

#[test]
fn a_private_note_is_found_only_when_it_is_handed_over() {
    let mut document = filled();
    let mine = sessions::private_note(&session("s1"), PersonId::MENTOR);
    act(&mut document, &Command::Write(mine, "penser au zèbre".into()), &karim(), "2026-12-01T17:30:00Z");
    let pairing = project(&document);
    let labels = labels(Locale::Fr);
    let shared = entries(&pairing, &labels);
    assert!(Index::new(shared.clone()).find(&Query::new("zebre")).is_empty());
    let here = pairing.session(&session("s1")).expect("a session");
    let own = private(&pairing, here, "penser au zèbre", &labels);
    let all = Index::new(shared.into_iter().chain(own).collect());
    assert_eq!(all.find(&Query::new("zebre")).len(), 1);
}

fn entry(title: &str, body: &str) -> Entry {
    Entry { place: Place::Goal(goal("g1")), title: title.into(), body: body.into(), at: None }
}

proptest! {
    /// Any text can be folded, marked and cut, and nothing of it is lost or made up.
    #[test]
    fn any_text_is_taken(text in "\\PC{0,80}", typed in "\\PC{0,20}", room in 0..40_usize) {
        let query = Query::new(&typed);
        let marked: String = query.marked(&text).into_iter().map(|(_, piece)| piece).collect();
        prop_assert_eq!(&marked, &text);
        let _ = query.excerpt(&text, room);
        let _ = Folded::new(&text, &typed).answers(&query);
    }

    #[test]
    fn everything_is_found_by_each_of_its_own_words(title in "\\PC{0,40}", body in "\\PC{0,60}") {
        let index = Index::new(vec![entry(&title, &body)]);
        for text in [&title, &body] {
            for (range, _) in words(text) {
                let word = &text[range];
                prop_assert_eq!(index.find(&Query::new(word)).len(), 1, "{:?} of {:?}", word, text);
            }
        }
    }

    /// What is found by two words is found by each of them.
    #[test]
    fn more_words_find_no_more(text in "[a-zéèœ ’]{0,60}", one in "[a-zéœ]{1,4}", two in "[a-zéœ]{1,4}") {
        let both = finds(&text, &format!("{one} {two}"));
        prop_assert_eq!(both, finds(&text, &one) && finds(&text, &two));
    }
}
