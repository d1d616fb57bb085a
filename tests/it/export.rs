//! What leaves for other tools: the report, the agreement and the calendar, letter by letter, in both languages.

use binome::document::{Document, project};
use binome::domain::schema::{self, name};
use binome::domain::{
    Address, AgreementCommand, Booking, Channel, Command, Day, Given, Instant, OrganisationCommand, OwnPromiseId,
    Pairing, PersonId, PointId, PointState, PromiseId, SessionId, Slot, WallTime, Weekday, ZoneName,
};
use binome::export::{agreement, calendar, report};
use binome::i18n::{Formats, Labels, Locale};
use chrono::Datelike;

use super::support::{act, at, day, goal, karim, lea, path, question, session, started, write};
use super::time::{time, zone};

/// Dates as `Intl` writes them, for the days these tests need.
pub struct Words(pub Locale);

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

const DAYS: [(&str, &str); 7] = [
    ("lundi", "Monday"),
    ("mardi", "Tuesday"),
    ("mercredi", "Wednesday"),
    ("jeudi", "Thursday"),
    ("vendredi", "Friday"),
    ("samedi", "Saturday"),
    ("dimanche", "Sunday"),
];

impl Words {
    fn pick(&self, (french, english): (&str, &str)) -> String {
        if self.0 == Locale::Fr { french } else { english }.to_owned()
    }
}

impl Formats for Words {
    fn day(&self, day: Day) -> String {
        format!("{} {}", self.weekday(day), self.day_month(day))
    }
    fn weekday_short(&self, day: Day) -> String {
        self.weekday(day).chars().take(3).collect()
    }
    fn weekday(&self, day: Day) -> String {
        self.pick(DAYS[day.weekday().num_days_from_monday() as usize])
    }
    fn day_month(&self, day: Day) -> String {
        let number = if self.0 == Locale::Fr && day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
        format!("{number}\u{a0}{}", self.pick(MONTHS[day.month0() as usize]))
    }
    fn time(&self, time: WallTime) -> String {
        match self.0 {
            Locale::Fr => format!("{}\u{a0}h\u{a0}{:02}", time.hour(), time.minute()),
            Locale::En => time.to_string(),
        }
    }
    fn tenths(&self, tenths: i64) -> String {
        tenths.to_string()
    }
}

/// Reads out a pair in a language, in Paris.
pub fn in_words<T>(locale: Locale, pair: &Pairing, read: impl FnOnce(&Labels<'_>) -> T) -> T {
    read(&Labels {
        words: locale.messages(),
        formats: &Words(locale),
        zone: &zone("Europe/Paris"),
        mentor: &pair.mentor.name,
        student: &pair.student.name,
    })
}

fn now() -> Instant {
    at("2026-11-24T18:40:00Z")
}

/// The evening of a first call in which everything was said.
fn told() -> Document {
    let mut document = started();
    let mut minute = 0;
    let mut does = |command: Command| {
        minute += 1;
        act(&mut document, &command, &karim(), &format!("2026-11-24T18:{minute:02}:00Z"));
    };
    let write = |field: &str, words: &str| Command::Write(path(field), words.into());
    does(Command::SetAddress(Some(Address::Tu)));
    does(write("person/student-1/self", "Comptable pendant six ans.\n\n  Deux enfants, un chat.  "));
    does(write("person/student-1/expectations", "Un avis franc."));
    does(Command::MarkPoint(PointId::Support, Some(PointState::Understood)));
    does(Command::MarkPoint(PointId::Rework, Some(PointState::ToClarify)));
    does(Command::SetPersonZone(PersonId::STUDENT, ZoneName::parse("Indian/Reunion").expect("a zone")));
    let slot =
        Slot { weekday: Weekday::Tue, time: time("18:00"), zone: ZoneName::parse("Europe/Paris").expect("a zone") };
    for command in [
        OrganisationCommand::SetSlot(Some(slot)),
        OrganisationCommand::UseChannel(Channel::Platform, true),
        OrganisationCommand::UseChannel(Channel::Email, true),
        OrganisationCommand::SetAnswerHours(PersonId::MENTOR, Some(48)),
        OrganisationCommand::SetAnswerHours(PersonId::STUDENT, Some(168)),
        OrganisationCommand::SetPrepareHours(Some(24)),
    ] {
        does(Command::Organisation(command));
    }
    does(Command::Write(schema::organisation(name::CHANNELS), "Pas le dimanche.".into()));
    let own = OwnPromiseId::parse("p1").expect("a promise");
    does(Command::Agreement(AgreementCommand::Add(own.clone())));
    does(Command::Write(schema::promise(&PromiseId::Own(own), name::TEXT), "Nous commençons à l’heure.".into()));
    for (given, count) in [(Given::Weekly, 2), (Given::Ahead, 2), (Given::Answers, 1)] {
        for person in [PersonId::MENTOR, PersonId::STUDENT].into_iter().take(count) {
            does(Command::Agreement(AgreementCommand::Tick(PromiseId::Given(given), person, true)));
        }
    }
    does(Command::Agreement(AgreementCommand::Revisit(PromiseId::Given(Given::Blocks), true)));
    does(Command::Agreement(AgreementCommand::Sign(PersonId::MENTOR)));
    does(Command::Agreement(AgreementCommand::Tick(PromiseId::Given(Given::Prepared), PersonId::STUDENT, true)));
    does(write("goal/g1/evidence", "Le fichier des 5 cas"));
    does(Command::SetGoalMinutes(goal("g1"), Some(90)));
    does(Command::SetGoalDays(goal("g1"), Some(day("2026-11-24")), Some(day("2026-12-01"))));
    does(Command::Ask(question("q1"), "Faut-il un schéma ?".into()));
    document
}

fn text(locale: Locale, document: &Document) -> String {
    let pair = project(document);
    in_words(locale, &pair, |labels| report::text(&pair, labels, now()))
}

#[test]
fn the_report_of_a_first_call() {
    insta::assert_snapshot!("report_fr", text(Locale::Fr, &told()));
    insta::assert_snapshot!("report_en", text(Locale::En, &told()));
}

#[test]
fn the_report_of_a_call_in_which_little_was_said() {
    let pair = Document::new(super::support::pair("p0"));
    let said = text(Locale::Fr, &pair);
    assert_eq!(said, "Compte-rendu du premier appel\nEntre  et \n", "a pair without names has no more to say");
    insta::assert_snapshot!("report_short_fr", text(Locale::Fr, &started()));
}

#[test]
fn the_agreement_as_a_sheet() {
    let pair = project(&told());
    for (locale, name) in [(Locale::Fr, "agreement_fr"), (Locale::En, "agreement_en")] {
        let lines = in_words(locale, &pair, |labels| agreement::sheet(&pair, labels).lines_of_text(labels));
        insta::assert_snapshot!(name, lines.join("\n"));
    }
}

#[test]
fn nothing_private_is_in_the_report() {
    let mut document = told();
    let before = text(Locale::Fr, &document);
    for field in ["private/mentor-1/note/n1/text", "private/student-1/goal/g1/what"] {
        write(&mut document, field, "à moi seul", &lea(), "2026-11-24T18:39:00Z");
    }
    assert_eq!(text(Locale::Fr, &document), before);
}

#[test]
fn settled_questions_and_goals_that_are_over_are_left_out() {
    let mut document = told();
    act(&mut document, &Command::Settle(question("q1"), true), &lea(), "2026-11-24T18:38:00Z");
    let over = Command::SetGoalStatus(goal("g1"), binome::domain::GoalStatus::Reached);
    act(&mut document, &over, &lea(), "2026-11-24T18:39:00Z");
    let said = text(Locale::Fr, &document);
    assert!(!said.contains("schéma") && !said.contains("édige 5 cas") && said.contains("Prochaine session"));
}

/// The calendar of the session `s1`.
fn ics(locale: Locale, document: &Document) -> String {
    let (pair, id) = (project(document), session("s1"));
    let booking = pair.next_session(now()).expect("a session").1;
    let revision = calendar::Revision::of(document, &id);
    in_words(locale, &pair, |labels| calendar::session(&pair, &id, booking, revision, labels))
}

#[test]
fn a_session_for_calendars() {
    let (french, english) = (ics(Locale::Fr, &told()), ics(Locale::En, &told()));
    // Lines end with CR LF; the golden file shows them as `↵`.
    insta::assert_snapshot!("calendar_fr", french.replace("\r\n", "↵\n"));
    insta::assert_snapshot!("calendar_en", english.replace("\r\n", "↵\n"));
}

/// An independent reading of RFC 5545, strict where calendars are: lines end with CR LF and have at most 75 octets, a
/// continuation begins with one space, a property is a name, a colon and an escaped value.
fn read_calendar(text: &str) -> Vec<(String, String)> {
    assert!(text.ends_with("\r\n"));
    let lines: Vec<&str> = text.trim_end_matches("\r\n").split("\r\n").collect();
    for line in &lines {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "a bare line end: {line:?}");
        assert!(!line.chars().any(char::is_control), "a control character: {line:?}");
    }
    let mut unfolded: Vec<String> = Vec::new();
    for line in lines {
        match line.strip_prefix(' ') {
            Some(more) => unfolded.last_mut().expect("a line to go on").push_str(more),
            None => unfolded.push(line.to_owned()),
        }
    }
    let property = |line: String| {
        let (name, value) = line.split_once(':').expect("a name and a value");
        assert!(name.bytes().all(|byte| byte.is_ascii_uppercase()), "{name}");
        (name.to_owned(), unescaped(value, matches!(name, "SUMMARY" | "DESCRIPTION")))
    };
    unfolded.into_iter().map(property).collect()
}

fn unescaped(value: &str, is_text: bool) -> String {
    let mut out = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(escaped @ ('\\' | ';' | ',')) => out.push(escaped),
                other => panic!("\\{other:?} in {value}"),
            },
            ';' | ',' if is_text => panic!("a bare {letter} in {value}"),
            letter => out.push(letter),
        }
    }
    out
}

fn value<'a>(calendar: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    calendar.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
}

#[test]
fn a_calendar_reads_back_as_what_was_booked() {
    let mut document = told();
    let first = read_calendar(&ics(Locale::Fr, &document));
    assert_eq!(value(&first, "BEGIN"), ["VCALENDAR", "VEVENT", "VALARM"]);
    assert_eq!(value(&first, "END"), ["VALARM", "VEVENT", "VCALENDAR"]);
    assert_eq!(value(&first, "UID"), ["session-s1@binome"]);
    assert_eq!((value(&first, "SEQUENCE"), value(&first, "DTSTAMP")), (vec!["0"], vec!["20261124T174000Z"]));
    assert_eq!(
        (value(&first, "DTSTART"), value(&first, "DTEND")),
        (vec!["20261201T170000Z"], vec!["20261201T174500Z"])
    );
    assert_eq!(value(&first, "SUMMARY"), ["Session de mentorat\u{a0}: Karim et Léa"]);
    assert_eq!(value(&first, "TRIGGER"), ["-PT26H"]);
    // The same record gives the same bytes; a session that was moved is the same one, newer.
    assert_eq!(ics(Locale::Fr, &document), ics(Locale::Fr, &super::support::handed_over(&document).document));
    let moved = Booking { start: at("2026-12-02T17:00:00Z"), minutes: 30 };
    act(&mut document, &Command::Book(session("s1"), moved), &lea(), "2026-11-24T18:39:00Z");
    let second = read_calendar(&ics(Locale::Fr, &document));
    assert_eq!(value(&second, "UID"), value(&first, "UID"));
    assert_eq!((value(&second, "SEQUENCE"), value(&second, "DTSTAMP")), (vec!["1"], vec!["20261124T183900Z"]));
    assert_eq!(value(&second, "DTEND"), ["20261202T173000Z"]);
}

/// Texts that would break out of a line: line ends of every kind, separators, folding whitespace, letters of many octets.
pub fn hostile() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let piece = prop_oneof![
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("END:VEVENT".to_owned()),
        Just("\\n\\".to_owned()),
        Just(";,:\"".to_owned()),
        Just(" \t\u{85}\u{2028}".to_owned()),
        Just("é👩‍👩‍👧𝕏\u{301}".to_owned()),
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest::proptest! {
    /// Whatever somebody is called or writes, the calendar has the same properties, and says the words.
    #[test]
    fn no_text_breaks_a_calendar(name in hostile(), what in hostile()) {
        let mut pair = project(&told());
        pair.student.name = name.clone();
        pair.goals[0].what = what;
        let booking = Booking { start: at("2026-12-01T17:00:00Z"), minutes: 45 };
        let id = SessionId::parse("s1").expect("a session");
        let text = in_words(Locale::Fr, &pair, |labels| {
            calendar::session(&pair, &id, booking, calendar::Revision::default(), labels)
        });
        let read = read_calendar(&text);
        let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
        proptest::prop_assert_eq!(names, [
            "BEGIN", "VERSION", "PRODID", "CALSCALE", "BEGIN", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY",
            "DESCRIPTION", "STATUS", "BEGIN", "ACTION", "DESCRIPTION", "TRIGGER", "END", "END", "END",
        ]);
        let plain: String = name.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|it| *it == '\n' || !it.is_control()).collect();
        proptest::prop_assert_eq!(value(&read, "SUMMARY"), [format!("Session de mentorat\u{a0}: Karim et {plain}")]);
    }

    /// The report keeps every text in its place: what is written cannot look like a heading or an item of its own.
    #[test]
    fn no_text_breaks_the_report(what in hostile()) {
        let mut pair = project(&told());
        let shape = |pair: &Pairing| {
            let text = in_words(Locale::Fr, pair, |labels| report::text(pair, labels, now()));
            text.split('\n').filter(|line| !line.starts_with("  ") && !line.is_empty()).count()
        };
        pair.goals[0].what = "x".into();
        let before = shape(&pair);
        pair.goals[0].what = format!("x{what}");
        proptest::prop_assert_eq!(shape(&pair), before);
    }
}
