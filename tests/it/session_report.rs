//! The report of a session: what it says, part by part, that nobody's own notes are in it, that rewritten words stand, and that no
//! words of people become markup or a link that is none.

use binome::document::{Document, project};
use binome::domain::schema::{self, name};
use binome::domain::{
    Booking, Command, GoalResult, PersonId, PointId, PointState, ProgrammeCommand, ProjectId, ReportCommand,
    ReportPart, Rest, SessionCommand, outcome, programme, report, session,
};
use binome::export::session_report::{self, Piece, SessionReport, pieces};
use binome::i18n::Locale;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::export::hostile;
use super::support::words::in_words;
use super::support::{
    act, at, day, goal, handed_over, joined, karim, lea, path, project_id, question, session as id, started, write,
};

/// A session on 1 December: three goals looked at, a question answered and one carried, remarks and resources of both, a goal and a
/// date for next time.
fn held() -> Document {
    let mut document = started();
    let mut minute = 0;
    let mut does = |command: Command| {
        minute += 1;
        act(&mut document, &command, &lea(), &format!("2026-11-25T09:{minute:02}:00Z"));
    };
    for (of, what) in [("g2", "vérifie au clavier les 5 écrans"), ("g3", "prépare le plan de la présentation")] {
        does(Command::AddGoal(goal(of)));
        does(Command::Write(schema::goal(&goal(of), name::WHAT), what.into()));
    }
    does(Command::Ask(question("q1"), "Faut-il déposer la maquette avec le code ?".into()));
    does(Command::Ask(question("q2"), "Et si la démonstration plante ?".into()));
    does(Command::MarkPoint(PointId::Rework, Some(PointState::ToClarify)));
    let projects = ["Préparer son année", "Maquetter un catalogue", "Intégrer les écrans"];
    let project = |number: usize| project_id(&format!("p{number}"));
    let projects = projects.into_iter().enumerate().map(|(number, title)| (project(number), title.to_owned()));
    does(Command::Programme(ProgrammeCommand::AddProjects(projects.collect())));
    does(Command::Programme(ProgrammeCommand::SetCurrent(Some(project(2)))));
    does(Command::Programme(ProgrammeCommand::SetMilestoneDay(Some(day("2026-12-03")))));
    does(Command::Write(programme::field(name::MILESTONE), "Soutenance du projet 3".into()));
    does(Command::Book(id("s2"), Booking { start: at("2026-12-08T17:00:00Z"), minutes: 30 }));

    let (s1, until) = (id("s1"), Some(day("2026-12-08")));
    let mut minute = 0;
    let mut does = |command: Command| {
        minute += 1;
        act(&mut document, &command, &karim(), &format!("2026-12-01T17:{minute:02}:00Z"));
    };
    does(Command::Session(SessionCommand::Begin(s1.clone())));
    let conclude = |of: &str, result| {
        Command::Session(SessionCommand::Conclude { session: id("s1"), goal: goal(of), result, until })
    };
    does(conclude("g1", GoalResult::Reached));
    does(conclude("g2", GoalResult::Partly { rest: Some(Rest::Carried) }));
    does(conclude("g3", GoalResult::NotYet { rest: None }));
    does(Command::Session(SessionCommand::Reword {
        session: s1.clone(),
        goal: goal("g3"),
        into: vec![goal("g4")],
        until,
    }));
    let evidence = |of: &str| outcome::field(&outcome::Outcome::of(&id("s1"), &goal(of)), name::EVIDENCE);
    does(Command::Write(evidence("g1"), "Les trois écrans se lisent à 360 px.".into()));
    does(Command::Write(evidence("g2"), "Quatre constats sur cinq ; le menu reste à vérifier.".into()));
    does(Command::Write(schema::answer(&question("q1"), PersonId::MENTOR), "Un lien suffit s’il reste ouvert.".into()));
    does(Command::Session(SessionCommand::Answer(s1.clone(), question("q1"), true)));
    does(Command::Session(SessionCommand::Carry(s1.clone(), question("q2"), true)));
    let remarks = "L’ordre du focus dans la liste.\n\nUn texte pour la liste vide.";
    does(Command::Write(session::remarks(&s1, PersonId::MENTOR), remarks.into()));
    does(Command::Write(session::remarks(&s1, PersonId::STUDENT), "Je dépose avant jeudi.".into()));
    let resources = "Le bouton de menu\nhttps://www.w3.org/WAI/ARIA/apg/patterns/menu-button/";
    does(Command::Write(session::resources(&s1, PersonId::MENTOR), resources.into()));
    does(Command::Write(schema::goal(&goal("g4"), name::WHAT), "écris les titres des diapositives 1 à 4".into()));
    does(Command::Write(schema::goal(&goal("g4"), name::EVIDENCE), "Le fichier partagé".into()));
    does(Command::SetGoalMinutes(goal("g4"), Some(45)));
    does(Command::Write(schema::goal(&goal("g4"), name::FIRST_STEP), "Jeudi 20 h, à la médiathèque".into()));
    act(&mut document, &Command::Session(SessionCommand::Close(s1, 44)), &karim(), "2026-12-01T17:46:00Z");
    document
}

fn of(locale: Locale, document: &Document, session: &str) -> SessionReport {
    let pair = project(document);
    in_words(locale, &pair, |labels| SessionReport::of(&pair, &id(session), labels)).expect("a report")
}

fn plain(document: &Document) -> String {
    of(Locale::Fr, document, "s1").plain()
}

fn part(document: &Document, which: ReportPart) -> session_report::Part {
    of(Locale::Fr, document, "s1").parts.into_iter().find(|part| part.part == which).expect("every part is there")
}

fn rewritten(document: &mut Document, which: ReportPart, words: &str) {
    act(document, &Command::Write(report::part(&id("s1"), which), words.into()), &lea(), "2026-12-01T18:00:00Z");
    let mark = part(document, which).mark;
    let know = Command::Report(ReportCommand::Know(id("s1"), which, mark));
    act(document, &know, &lea(), "2026-12-01T18:00:01Z");
}

#[test]
fn the_report_of_a_session() {
    for (locale, ending) in [(Locale::Fr, "fr"), (Locale::En, "en")] {
        let report = of(locale, &held(), "s1");
        insta::assert_snapshot!(format!("session_report_{ending}"), report.plain());
        insta::assert_snapshot!(format!("session_report_markdown_{ending}"), report.markdown());
    }
}

#[test]
fn before_it_is_held_the_report_says_what_is_planned_and_what_waits() {
    insta::assert_snapshot!("session_report_ahead_fr", of(Locale::Fr, &held(), "s2").plain());
}

#[test]
fn a_report_of_nothing_is_its_head() {
    let mut document = started();
    act(&mut document, &Command::RemoveGoal(goal("g1")), &lea(), "2026-11-30T09:00:00Z");
    act(&mut document, &Command::MarkPoint(PointId::Companion, None), &lea(), "2026-11-30T09:01:00Z");
    act(&mut document, &Command::Session(SessionCommand::Close(id("s1"), 30)), &karim(), "2026-12-01T17:46:00Z");
    let report = of(Locale::Fr, &document, "s1");
    assert_eq!(report.plain().lines().count(), 3, "{}", report.plain());
    assert!(report.parts.iter().all(|part| part.entries().is_empty()) && report.parts.len() == 6);
}

#[test]
fn there_is_no_report_of_a_session_that_is_not_there() {
    let pair = project(&held());
    let text =
        |session: &str| in_words(Locale::Fr, &pair, |labels| session_report::searchable(&pair, &id(session), labels));
    assert_eq!((text("s3"), text("s1").is_some()), (None, true));
}

/// Not as text, and not in any of the bytes that leave: whoever wrote it, wherever it belongs.
#[test]
fn nothing_private_is_in_a_report() {
    let mut document = held();
    let outputs = |document: &Document| {
        Locale::ALL.map(|locale| {
            let report = of(locale, document, "s1");
            let debug = format!("{report:?}");
            [report.plain(), report.markdown(), debug]
        })
    };
    let before = outputs(&document);
    for person in ["mentor-1", "student-1"] {
        for record in ["session/s1/note", "goal/g1/what", "report/s1/goals", "question/q1/answer-mentor-1"] {
            let field = format!("private/{person}/{record}");
            write(&mut document, &field, "à moi seul", &lea(), "2026-12-01T18:30:00Z");
        }
    }
    assert_eq!(outputs(&document), before);
}

#[test]
fn the_same_record_gives_the_same_report_whatever_the_way_it_came() {
    let document = held();
    assert_eq!(plain(&document), plain(&handed_over(&document).document));
    let mut hers = handed_over(&document).document;
    write(&mut hers, "session/s1/remarks-student-1", "Je dépose avant mercredi.", &lea(), "2026-12-02T08:00:00Z");
    assert_eq!(plain(&joined(&document, &hers)), plain(&joined(&hers, &document)));
}

/// A report is kept for years: what later sessions do is theirs.
#[test]
fn a_later_session_does_not_change_the_report() {
    let mut document = held();
    let before = of(Locale::Fr, &document, "s1");
    let s2 = || id("s2");
    let later = [
        Command::Session(SessionCommand::Begin(s2())),
        Command::Session(SessionCommand::Answer(s2(), question("q2"), true)),
        Command::Write(schema::answer(&question("q2"), PersonId::MENTOR), "Une vidéo, la veille.".into()),
        Command::Session(SessionCommand::Conclude {
            session: s2(),
            goal: goal("g2"),
            result: GoalResult::Reached,
            until: None,
        }),
        Command::Session(SessionCommand::Conclude {
            session: s2(),
            goal: goal("g4"),
            result: GoalResult::NotYet { rest: Some(Rest::Dropped) },
            until: None,
        }),
        Command::AddGoal(goal("g5")),
        Command::Write(schema::goal(&goal("g5"), name::WHAT), "dépose l’archive".into()),
        Command::Book(id("s3"), Booking { start: at("2026-12-15T17:00:00Z"), minutes: 45 }),
        Command::Session(SessionCommand::Close(s2(), 30)),
        Command::Write(programme::field(name::MILESTONE), "Soutenance du projet 4".into()),
        Command::Programme(ProgrammeCommand::SetMilestoneDay(Some(day("2027-01-14")))),
    ];
    for (minute, command) in later.into_iter().enumerate() {
        act(&mut document, &command, &karim(), &format!("2026-12-08T17:{minute:02}:00Z"));
    }
    let after = of(Locale::Fr, &document, "s1");
    for (before, after) in before.parts.iter().zip(&after.parts) {
        // The milestone is one field, and another one stands there now.
        if before.part != ReportPart::Next {
            assert_eq!(before, after);
        }
    }
    assert_eq!(after.who, "Karim et Léa", "the project of that day is not known any more");
}

#[test]
fn a_part_that_was_rewritten_says_its_words_until_they_are_taken_back() {
    let mut document = held();
    let before = plain(&document);
    rewritten(&mut document, ReportPart::Questions, "Karim a répondu à tout.\n\n- Un lien suffit.\n  Il reste ouvert.");
    let own = part(&document, ReportPart::Questions);
    let said = own.own.as_ref().expect("words of its own");
    assert_eq!((said.is_behind, said.entries.len()), (false, 2));
    let now = plain(&document);
    assert!(
        now.contains("Questions et réponses\nKarim a répondu à tout.\n\n- Un lien suffit.\n  Il reste ouvert.\n\n"),
        "{now}"
    );
    assert!(!now.contains("maquette avec le code"), "{now}");
    act(&mut document, &Command::Write(path("report/s1/questions"), String::new()), &lea(), "2026-12-01T18:05:00Z");
    assert_eq!(plain(&document), before);
}

#[test]
fn a_change_of_the_session_shows_on_what_was_rewritten_before_it() {
    let mut document = held();
    rewritten(&mut document, ReportPart::Deliverables, "Tout est relu.");
    rewritten(&mut document, ReportPart::Goals, "Un objectif.");
    let behind = |document: &Document, which| part(document, which).own.expect("words of its own").is_behind;
    write(&mut document, "session/s1/remarks-mentor-1", "L’ordre du focus.", &karim(), "2026-12-01T18:10:00Z");
    assert!(behind(&document, ReportPart::Deliverables));
    assert!(!behind(&document, ReportPart::Goals), "another part");
    assert!(part(&document, ReportPart::Deliverables).said_text().contains("L’ordre du focus."));
    // Kept knowing it: no longer behind.
    let mark = part(&document, ReportPart::Deliverables).mark;
    let know = Command::Report(ReportCommand::Know(id("s1"), ReportPart::Deliverables, mark));
    act(&mut document, &know, &lea(), "2026-12-01T18:11:00Z");
    assert!(!behind(&document, ReportPart::Deliverables));
    // Words of which nobody knows what they were written over are not called behind.
    write(&mut document, "report/s1/next", "Jeudi.", &lea(), "2026-12-01T18:12:00Z");
    assert!(!behind(&document, ReportPart::Next));
}

/// What a part says does not depend on the language or the names, so that two people who read it in different ones agree.
#[test]
fn a_mark_is_of_the_session_not_of_the_language() {
    let document = held();
    let marks = |locale| of(locale, &document, "s1").parts.into_iter().map(|part| part.mark).collect::<Vec<_>>();
    assert_eq!(marks(Locale::Fr), marks(Locale::En));
    let mut marks = marks(Locale::Fr);
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), 6, "each part has its own");
}

#[test]
fn two_wordings_of_a_part_are_both_kept() {
    let mut his = held();
    let mut hers = handed_over(&his).document;
    write(&mut his, "report/s1/goals", "Les siens.", &karim(), "2026-12-01T19:00:00Z");
    write(&mut his, "report/s1/over-goals", "aaaaaaaaaaaaaaaa", &karim(), "2026-12-01T19:00:00Z");
    rewritten(&mut hers, ReportPart::Goals, "Les miens.");
    let both = joined(&his, &hers);
    let disputed: Vec<String> = both.conflicts().into_iter().map(|it| it.path.to_string()).collect();
    assert_eq!(disputed, ["report/s1/goals"], "nobody is asked about a mark");
    assert_eq!(both.conflicts()[0].heads.len(), 2);
}

#[test]
fn a_session_taken_back_takes_the_words_of_its_report_along() {
    let mut document = held();
    write(&mut document, "report/s2/goals", "Trop tôt.", &lea(), "2026-12-01T19:00:00Z");
    act(&mut document, &Command::Unbook(id("s2")), &lea(), "2026-12-01T19:01:00Z");
    assert!(project(&document).reports.iter().all(|report| report.session != id("s2")));
}

/// What somebody typed, and what the report shows of it as Markdown reads it: each text as it is, none of it markup.
const NASTY: &[&str] = &[
    "# pas un titre",
    "* pas un point",
    "- ni ici",
    "+ ni là",
    "1. ni ça",
    "12) ni cela",
    "> pas une citation",
    "    pas du code",
    "```\npas du code\n```",
    "~~~\nrien\n~~~",
    "un `code` et ``deux``",
    "*gras* **gras** _gras_ __gras__ ~~barré~~",
    "snake_case_name et 2*3*4",
    "<b>gras</b> <script>alert(1)</script>",
    "<!-- rien -->",
    "&lt;b&gt; &amp; &#60;",
    "[un lien](https://exemple.fr)",
    "![une image](x.png)",
    "[x]: https://exemple.fr",
    "<javascript:alert(1)>",
    "[x](javascript:alert(1))",
    "titre\n===",
    "titre\n---",
    "***",
    "| a | b |\n|---|---|",
    "un \\ deux \\\\ trois\\",
    "fin de ligne\\\nsuite",
    "deux espaces  \nsuite",
    "- [ ] une case",
    "note[^1]\n\n[^1]: la note",
    "$x$ et $$y$$",
    "\u{a0}# espace",
    "fac\u{202e}txt",
    "a\u{0}b\tc",
    ": définition",
    "a\n: définition",
];

/// What a reader of Markdown finds in the items: the words, and whatever is neither words nor made by the report.
fn read_back(markdown: &str) -> (Vec<String>, Vec<String>) {
    let (mut items, mut markup, mut depth) = (Vec::new(), Vec::new(), 0);
    // All that is in use somewhere, but for signs that are only drawn otherwise.
    let dialects = pulldown_cmark::Options::all() - pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(markdown, dialects) {
        let mut say = |words: &str| {
            if depth > 0
                && let Some(item) = items.last_mut()
            {
                *item += words;
            }
        };
        match event {
            Event::Text(text) => say(&text),
            Event::HardBreak => say("\n"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.to_lowercase().starts_with("http"), "{dest_url}");
            }
            Event::Start(Tag::Item) => {
                depth += 1;
                items.push(String::new());
            }
            Event::End(TagEnd::Item) => depth -= 1,
            Event::Start(Tag::List(_) | Tag::Heading { .. } | Tag::Paragraph | Tag::Strong)
            | Event::End(TagEnd::List(_) | TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Strong | TagEnd::Link) => {}
            other => markup.push(format!("{other:?}")),
        }
    }
    (items, markup)
}

fn markdown_of(text: &str) -> (Vec<String>, Vec<String>, usize) {
    let mut pair = project(&held());
    pair.goals.retain(|it| it.id == goal("g4"));
    pair.questions.clear();
    pair.sessions[0].remarks.clear();
    pair.sessions[0].resources = [(PersonId::MENTOR, "fin".to_owned())].into();
    pair.goals[0].what = format!("x{text}");
    text.clone_into(&mut pair.goals[0].first_step);
    let report = in_words(Locale::Fr, &pair, |labels| SessionReport::of(&pair, &id("s1"), labels)).expect("a report");
    let markdown = report.markdown();
    let headings = Parser::new(&markdown).filter(|event| matches!(event, Event::Start(Tag::Heading { .. }))).count();
    let (items, markup) = read_back(&markdown);
    (items, markup, headings)
}

/// The words of a text, whatever stands between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_words_of_people_become_markup() {
    for nasty in NASTY {
        let (items, markup, headings) = markdown_of(nasty);
        assert_eq!(markup, Vec::<String>::new(), "{nasty}");
        assert_eq!((items.len(), headings), (4, 4), "{nasty}: {items:?}");
        let shown = binome::i18n::visible(nasty.trim());
        let [said, ..] = items.as_slice() else { unreachable!("four items") };
        assert!(words(said).contains(&words(&shown)), "{nasty}: {said}");
    }
}

proptest! {
    /// Whatever is written, a reader of Markdown finds the same items and headings, nothing but words in them, and all the words.
    #[test]
    fn no_text_breaks_the_markdown(text in prop_oneof![hostile(), "[-+*_#>`~\\[\\]()!|\\\\<&:=.0-9a \\n]{0,40}"]) {
        let (items, markup, headings) = markdown_of(&text);
        prop_assert_eq!(markup, Vec::<String>::new());
        prop_assert_eq!((items.len(), headings), (4, 4));
    }

    /// What the session says, taken over as words to change, says the same.
    #[test]
    fn words_taken_over_say_what_the_session_said(text in hostile()) {
        let mut pair = project(&held());
        pair.goals[0].what = format!("x{text}");
        pair.questions[0].text = format!("x{text}");
        pair.sessions[0].remarks.insert(PersonId::MENTOR, text.clone());
        pair.sessions[0].resources.insert(PersonId::MENTOR, text);
        let report = |pair: &_| in_words(Locale::Fr, pair, |labels| SessionReport::of(pair, &id("s1"), labels)).expect("a report");
        let said = report(&pair);
        let mut own = binome::domain::Report::empty(id("s1"));
        let mut document = held();
        for part in &said.parts {
            write(&mut document, &format!("report/s1/{}", part.part.slug()), part.said_text().as_str(), &lea(), "2026-12-01T19:00:00Z");
        }
        std::mem::swap(&mut own, &mut project(&document).reports[0]);
        pair.reports = vec![own];
        prop_assert_eq!(report(&pair).plain(), said.plain());
    }

    /// The pieces of a text are the text, and an address is one that may be followed.
    #[test]
    fn only_web_addresses_become_links(text in prop_oneof![hostile(), "(https?://|javascript:|data:|ftp://|//|[a-z.:/() <>\"]){0,12}"]) {
        let mut all = String::new();
        for piece in pieces(&text) {
            match piece {
                Piece::Text(text) => all.push_str(text),
                Piece::Link(address) => {
                    let lower = address.as_str().to_ascii_lowercase();
                    prop_assert!(lower.starts_with("http://") || lower.starts_with("https://"), "{}", lower);
                    prop_assert!(!address.as_str().contains(|it: char| it.is_whitespace() || it.is_control()));
                    all.push_str(address.as_str());
                }
            }
        }
        prop_assert_eq!(all, text);
    }
}

#[test]
fn addresses_are_found_where_a_reader_sees_them() {
    let links = |text: &str| -> Vec<String> {
        let links = pieces(text).into_iter().filter_map(|piece| match piece {
            Piece::Link(address) => Some(address.as_str().to_owned()),
            Piece::Text(_) => None,
        });
        links.collect()
    };
    let cases: [(&str, &[&str]); 16] = [
        ("voir https://exemple.fr/a_b, puis rien.", &["https://exemple.fr/a_b"]),
        ("(https://fr.wikipedia.org/wiki/Rust_(langage))", &["https://fr.wikipedia.org/wiki/Rust_(langage)"]),
        ("« https://exemple.fr »", &["https://exemple.fr"]),
        ("HTTPS://EXEMPLE.FR", &["HTTPS://EXEMPLE.FR"]),
        ("http://localhost:8080/x?y=1#z", &["http://localhost:8080/x?y=1#z"]),
        ("https://a.fr https://b.fr\nhttps://c.fr", &["https://a.fr", "https://b.fr", "https://c.fr"]),
        ("javascript:alert(1)", &[]),
        ("javascript:alert('https://a.fr')", &["https://a.fr"]),
        ("data:text/html,<b>", &[]),
        ("ftp://exemple.fr", &[]),
        ("//exemple.fr", &[]),
        ("www.exemple.fr", &[]),
        ("https://", &[]),
        ("https:///chemin", &[]),
        ("xhttps://a.fr", &[]),
        ("ines@exemple.fr", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(links(text), expected, "{text}");
    }
}

#[test]
fn pauses_come_on_top_of_the_length_and_a_review_says_what_it_validates() {
    use binome::domain::{SessionKind, session::PauseEnd};
    let mut pair = project(&held());
    // It stood still from 18:10 to 18:20; its 44 minutes ended at 18:55.
    pair.sessions[0].pauses.note(PauseEnd::Paused, 1, at("2026-12-01T17:10:00Z"));
    pair.sessions[0].pauses.note(PauseEnd::Resumed, 1, at("2026-12-01T17:20:00Z"));
    pair.sessions[0].kind = SessionKind::Review;
    pair.sessions[0].project = ProjectId::parse("p1");
    pair.sessions[1].kind = SessionKind::Defence;
    let report = in_words(Locale::En, &pair, |labels| SessionReport::of(&pair, &id("s1"), labels)).expect("a report");
    assert_eq!(report.when, "Tuesday 1\u{a0}December 2026, 18:01 – 18:55 (44 min)");
    let plain = report.plain();
    let plain = plain.replace('\u{a0}', " ");
    assert!(plain.contains("Karim and Léa. Review session: project 2 of 3, Maquetter un catalogue."), "{plain}");
    assert!(plain.contains("- Session 2, defence, Tuesday"), "{plain}");
}

#[test]
fn a_session_called_off_is_not_the_one_that_follows() {
    let mut pair = project(&held());
    let booking = pair.sessions[1].booking().expect("a slot");
    let off =
        binome::domain::SessionState::Absent { start: booking.start, minutes: booking.minutes, who: PersonId::STUDENT };
    pair.sessions[1].state = Some(off);
    let report = in_words(Locale::Fr, &pair, |labels| SessionReport::of(&pair, &id("s1"), labels)).expect("a report");
    assert!(!report.plain().contains("Session\u{a0}2") && report.plain().contains("Objectifs pour la suite"));
}
