//! Everything that reads a record, at once: the typed model, every rule, the tracks, the plots, the exports in both languages, the search,
//! the files. Nothing of it may refuse, whatever copies brought together; and what must agree is asked to.

use binome::document::{Document, file, project, readable};
use binome::domain::goal::filter::{Filter, Group, OfProject};
use binome::domain::goal::story;
use binome::domain::past::Stretch;
use binome::domain::rule::deposit::Deposit;
use binome::domain::rule::forecast::Span;
use binome::domain::rule::{answer, attendance, cancellation, horizon, lint, same_week};
use binome::domain::schema::kind;
use binome::domain::search::Query;
use binome::domain::session::StepTable;
use binome::domain::whom::{self, Need};
use binome::domain::{
    Circumstances, Day, Instant, Oddity, Pairing, PersonId, Profile, Section, Step, Template, Timetable, Track,
    WallTime, Zone, coach, kit,
};
use binome::draw;
use binome::export::session_report::{self, SessionReport};
use binome::export::{agreement, calendar, ledger, message, report, search};
use binome::i18n::{Formats, Labels, LedgerWords, Locale, Rules};
use chrono::{Offset as _, TimeZone as _};

/// The clocks of a zone; at Greenwich where there is no such zone.
pub struct Clocks(chrono_tz::Tz);

impl Clocks {
    /// Those by which a pair reads its days.
    pub fn of(pair: &Pairing) -> Self {
        Self(pair.zone().and_then(|name| name.as_str().parse().ok()).unwrap_or(chrono_tz::UTC))
    }
}

impl Zone for Clocks {
    fn offset_minutes(&self, at: Instant) -> i32 {
        let utc = chrono::DateTime::from_timestamp_millis(at.millis()).expect("a moment").naive_utc();
        self.0.offset_from_utc_datetime(&utc).fix().local_minus_utc().div_euclid(60)
    }
}

/// Dates without the words of a language.
struct Plain;

impl Formats for Plain {
    fn day(&self, day: Day) -> String {
        day.to_string()
    }
    fn weekday_short(&self, day: Day) -> String {
        day.format("%a").to_string()
    }
    fn weekday(&self, day: Day) -> String {
        day.format("%A").to_string()
    }
    fn day_month(&self, day: Day) -> String {
        day.format("%d.%m.").to_string()
    }
    fn time(&self, time: WallTime) -> String {
        time.to_string()
    }
    fn tenths(&self, tenths: i64) -> String {
        tenths.to_string()
    }
}

/// Reads a record at a moment in every way there is.
///
/// # Panics
/// When something of it refuses, or when two that must agree do not.
pub fn read(document: &Document, now: Instant) {
    let pair = project(document);
    let clocks = Clocks::of(&pair);
    let today = now.day(&clocks);
    model(document, &pair);
    rules(&pair, now, &clocks);
    goals(&pair, now, today);
    sessions(&pair, now, &clocks);
    plots(&pair, today, &clocks);
    assert!(file::name(&pair, today).starts_with("binome"));
    for locale in Locale::ALL {
        let (mentor, student) = (&pair.mentor.name, &pair.student.name);
        let labels = Labels { words: locale.messages(), formats: &Plain, zone: &clocks, mentor, student };
        exports(document, &pair, now, &labels);
        words(document, &pair, now, &labels, Rules::of(locale), LedgerWords::of(locale));
    }
}

/// Commands and copies put nothing into a record that it does not read.
fn model(document: &Document, pair: &Pairing) {
    assert_eq!(pair.oddities, Vec::<Oddity>::new(), "everything reads");
    for (path, field) in document.fields() {
        for edit in field.heads().values() {
            assert!(readable(path, &edit.value), "{path} holds {:?}", edit.value);
        }
        assert!(!field.heads().keys().any(|id| field.past().contains(id)), "{path}: replaced and standing");
    }
    let live =
        |kind: &str| document.records().into_iter().filter(|it| it.kind() == kind && document.is_live(it)).count();
    let shown = [
        (kind::GOAL, pair.goals.len()),
        (kind::SUB_STEP, pair.sub_steps.len()),
        (kind::QUESTION, pair.questions.len()),
        (kind::SESSION, pair.sessions.len()),
        (kind::OUTCOME, pair.outcomes.len()),
        (kind::CONTACT, pair.contacts.len()),
        (kind::PROJECT, pair.programme.projects.len()),
        (kind::WEEK, pair.weeks.len()),
    ];
    for (kind, shown) in shown {
        assert_eq!(shown, live(kind), "every {kind} that is there is shown");
    }
    let parts = document.records().into_iter().map(|record| document.part_of(&record));
    let joined = parts.fold(None, |all: Option<Document>, part| match all {
        Some(mut all) => {
            all.join(&part);
            Some(all)
        }
        None => Some(part),
    });
    assert!(joined.is_none_or(|joined| joined == *document), "the parts of every record are the whole");
}

fn rules(pair: &Pairing, now: Instant, clocks: &Clocks) {
    let answers = answer::answers(pair, now, clocks);
    assert_eq!(answers.len(), answer::GuideRule::ALL.len());
    assert!(answers.iter().all(|answer| !answer.says.is_empty()), "every rule says something");
    let weeks = attendance::attendance(pair, now, clocks);
    let _ = attendance::Tally::of(&weeks);
    let _ = (horizon::unbooked(pair, now, clocks), lint::lints(pair, now, clocks), cancellation::waiting(pair, now));
    for session in &pair.sessions {
        if let Some(cancelled) = cancellation::Cancellation::of(pair, session) {
            let _ = cancelled.ruling(&pair.contract);
        }
        let Some(slot) = session.booking() else { continue };
        let _ = same_week::same_week(pair, Some(&session.id), session.kind, slot.start, clocks);
        let hours = pair.contract.deposit_hours;
        let _ = Deposit { start: slot.start, hours, submitted: session.deposited }.standing(now);
    }
    let today = now.day(clocks);
    let course = pair.programme.course(today);
    let forecast = pair.programme.forecast(today);
    assert_eq!(course.forecast(), forecast);
    if let Some(Span { earliest, likely, latest }) = forecast.end() {
        assert!(earliest <= likely && likely <= latest, "{forecast:?}");
    }
    let _ = [-40, 0, 1, 400].map(|days| course.with_next_shifted(days));
    for project in &pair.programme.projects {
        let track = Track::of(pair, project, now);
        let _ = (track.turn(), track.stage.deadline(), pair.programme.next_after(&project.id));
        assert!(
            track.stage.session().is_none_or(|id| pair.session(id).is_some()),
            "a stage of a session that is there"
        );
    }
    let _ = (pair.programme.jury(), pair.programme.opened(), pair.programme.current());
    let _ = pair.agreement.signatures.values().map(|signature| pair.changed_since(signature)).collect::<Vec<_>>();
}

fn goals(pair: &Pairing, now: Instant, today: Day) {
    let next = pair.next_session(now).map(|(_, slot)| slot.start).map(|start| start.day(&Clocks::of(pair)));
    for goal in &pair.goals {
        let _ = story::story(pair, goal, now);
        let around = Circumstances::of(pair, &goal.id, today, next);
        for asked in coach::asks(goal, &around) {
            let _ = (asked.rule(), asked.token(goal));
        }
        let _ = (goal.letters(), pair.carried_by(goal), Group::of(goal.status));
        for project in [OfProject::Any, OfProject::None] {
            let filter =
                Filter { project, since: pair.sessions.first().map(|session| session.id.clone()), group: None };
            let _ = filter.admits(pair, goal);
        }
    }
    let of_goals = pair.goals.iter().map(|goal| pair.sub_steps_of(&goal.id).count()).sum::<usize>();
    assert_eq!(of_goals + pair.stray_sub_steps().count(), pair.sub_steps.len(), "every sub-step stands somewhere");
    for question in &pair.questions {
        let _ = pair.carried_question(question);
    }
    assert!(pair.questions_waiting().all(|question| !question.settled));
}

fn sessions(pair: &Pairing, now: Instant, clocks: &Clocks) {
    for session in &pair.sessions {
        let table = StepTable::of(session, now);
        assert_eq!(table.total(), session.booking().map_or(0, |slot| slot.minutes));
        let _ = Step::ALL.map(|step| (table.ends(step), table.left(step, now)));
        let _ = (session.current_step(), session.opened(), session.gone(now), session.clock_start(now));
        let _ = (pair.goals_up(session).count(), pair.questions_up(session).len(), pair.session_number(&session.id));
        let _ = (pair.stand_in(session), pair.stands_in_for(session).count(), pair.assessor(session));
        let _ = pair.goals.iter().filter(|goal| pair.is_for_next(goal, session)).count();
    }
    let _ = (pair.session_to_open(now), pair.past(clocks));
    let timetable = Timetable::of(&pair.call, now);
    assert_eq!(timetable.boxes().iter().sum::<u32>(), pair.call.length());
    let _ =
        Section::ALL.map(|section| (timetable.begins(section), timetable.lived(section, now), pair.is_done(section)));
    let _ = (pair.current_section(), pair.minutes_left());
    let day = now.day(clocks);
    for project in &pair.programme.projects {
        let (archive, names) = kit::names(pair, project, day);
        let expected: Vec<String> = names.iter().map(|(_, name)| name.name.clone()).chain([archive.name]).collect();
        let checked = kit::check::check(&expected.join("\n"), &expected);
        let _ = (kit::check::left(&checked, &expected), pair.defence_of(&project.id));
    }
    let _ = pair.project_to_defend(None);
}

/// The plots, as the page makes them: nothing leaves the drawing.
fn plots(pair: &Pairing, today: Day, clocks: &Clocks) {
    let slots: Vec<draw::Slot> = pair
        .past(clocks)
        .iter()
        .map(|stretch| match stretch {
            Stretch::Held { number, day, tally, .. } => draw::Slot::Held {
                number: number.to_string(),
                day: Plain.day_short(*day),
                goals: [tally.reached, tally.partly, tally.not_yet],
            },
            Stretch::Apart(weeks) => draw::Slot::Apart { words: format!("{weeks} sem.") },
        })
        .collect();
    let programme = &pair.programme;
    let mut validated: Vec<Day> = programme.projects.iter().filter_map(|project| project.validated).collect();
    validated.retain(|day| *day <= today);
    validated.sort_unstable();
    let track = draw::Track {
        start: programme.start.filter(|start| *start <= today),
        end: programme.end,
        today,
        projects: u32::try_from(programme.projects.len()).expect("few"),
        validated,
        forecast: programme.forecast(today).end(),
    };
    let words = draw::Words {
        validated: &|at| format!("P{}", at + 1),
        today: "aujourd’hui",
        end: &|day| format!("fin : {day}"),
        day: &|day| Plain.day_short(day),
        month: &|day| Plain.month_short(day),
    };
    let is_within = |label: &draw::Label, width, height| {
        assert!(label.area().is_within(width, height), "{label:?} in {width} by {height}");
    };
    for width in draw::WIDTHS {
        for page in draw::pages(slots.len()) {
            for plot in draw::goals(&slots[page], width) {
                plot.labels.iter().for_each(|label| is_within(label, plot.width, plot.height));
            }
        }
        if let Some(plot) = draw::projects(&track, width, &words) {
            plot.labels.iter().for_each(|label| is_within(label, plot.width, plot.height));
        }
        if let Some(span) = track.forecast {
            let plot = draw::range(span, track.end, width, words.day, words.end);
            plot.labels.iter().for_each(|label| is_within(label, plot.width, plot.height));
        }
    }
}

/// What is written reads back the same, for the other, for oneself, and for a whole browser.
///
/// # Panics
/// When it does not.
pub fn files(document: &Document) {
    let pair = &project(document);
    let shared = file::write(document);
    let incoming = file::read(shared.as_bytes()).expect("what is written can be read");
    assert_eq!(file::write(&incoming.document), shared);
    assert_eq!(incoming.document.fingerprint(), document.fingerprint());
    assert_eq!(calendar::Revision::of(&incoming.document).at, calendar::Revision::of(document).at);
    let mut profile = Profile::default();
    profile.keep_intro(pair);
    if let Some(template) = Template::of(pair) {
        profile.keep_programme(template);
    }
    assert_eq!(Profile::of_json(&profile.to_json()).as_ref(), Some(&profile));
    for me in [PersonId::MENTOR, PersonId::STUDENT] {
        let kept = file::read_backup(file::write_backup(document).as_bytes(), me).expect("a backup");
        assert!(kept.by_hand.is_empty() && kept.unplaced.is_empty());
        let text = file::write_whole([(me, document)], &profile);
        let whole = file::read_whole(text.as_bytes()).expect("a full backup");
        assert_eq!(whole.pairs[0].incoming.document, kept.document, "both keep what is {me}’s");
        assert_eq!(whole.profile, profile);
    }
    let again: Document = serde_json::from_str(&serde_json::to_string(document).expect("JSON")).expect("stored");
    assert_eq!(again, *document);
}

fn exports(document: &Document, pair: &Pairing, now: Instant, labels: &Labels<'_>) {
    let _ = (report::text(pair, labels, now), agreement::sheet(pair, labels).lines_of_text(labels));
    let whole = calendar::whole(document, pair, labels);
    assert!(whole.lines().all(|line| line.len() <= 75), "lines of a calendar are short");
    for session in &pair.sessions {
        let _ = calendar::session(document, pair, &session.id, labels);
        if let Some(report) = SessionReport::of(pair, &session.id, labels) {
            let _ = (report.plain(), report.markdown());
        }
    }
    for goal in &pair.goals {
        assert_eq!(calendar::goal(document, pair, &goal.id, labels).is_some(), goal.end.is_some());
    }
    assert!(session_report::told(pair).all(|session| session_report::searchable(pair, &session.id, labels).is_some()));
    for need in Need::ALL {
        assert!(!message::draft(pair, need, "bloquée depuis lundi", now, labels).is_empty());
    }
    let _ = whom::whom(&pair.programme.milestone.what);
    let index = search::Index::new(search::entries(pair, labels));
    for typed in ["mot", "cas", "e\u{301}cri", ""] {
        let query = Query::new(typed);
        for entry in index.find(&query).into_iter().take(20) {
            let _ = (query.marked(&entry.title), query.excerpt(&entry.body, 80));
        }
    }
}

/// Every field and value in words, and what rules say.
fn words(
    document: &Document,
    pair: &Pairing,
    now: Instant,
    labels: &Labels<'_>,
    rules: &Rules,
    of_ledger: &LedgerWords,
) {
    let (mentor, student) = (labels.mentor, labels.student);
    for (path, field) in document.fields() {
        let name = labels.path(path);
        assert!(!name.is_empty());
        for edit in field.heads().values() {
            // Somebody may have emptied a first name by hand.
            let is_said = !labels.value(path, &edit.value).is_empty() || mentor.is_empty() || student.is_empty();
            assert!(is_said, "{path} = {:?} in words", edit.value);
        }
    }
    for answer in answer::answers(pair, now, labels.zone) {
        assert!(!rules.sentence(answer.rule, &pair.contract, labels).is_empty());
        assert!(rules.said(&answer, labels).iter().all(|said| !said.is_empty()), "{answer:?}");
        for fact in &answer.facts {
            assert!(!rules.fact(fact, labels).1.is_empty());
        }
    }
    let _ = ledger::Ledger::of(pair, now, labels, of_ledger, rules);
}
