//! Reads the typed model from a document. Never refuses: what cannot be read is listed, and the rest loads.

mod contact;
mod programme;
mod report;
mod session;
mod sub_step;
mod working;

use chrono::Datelike;

use super::map::Document;
use crate::domain::decide::{LENGTHS, MAX_EFFORT};
use crate::domain::person::IntroPrompt;
use crate::domain::schema::{self, kind, name};
use crate::domain::sorting;
use crate::domain::{
    Day, Goal, GoalId, Instant, Oddity, Pairing, Path, Person, PersonId, PointId, Question, QuestionId, QuestionOrigin,
    RecordKey, Section, Session, SessionId, Value, ZoneName,
};

/// The typed model of what `document` shows.
///
/// A goal, question or session of which every current edit is null was removed and is absent. Fields and kinds of records that
/// this version does not know are passed over; they stay in the document.
pub fn project(document: &Document) -> Pairing {
    let mut pairing = Pairing::empty(document.pair().clone());
    for (path, field) in document.fields() {
        if !field.is_live() {
            continue;
        }
        ensure_record(&mut pairing, &path.record());
        let shown = field.shown();
        if !place(&mut pairing, path, &shown.value) {
            pairing.oddities.push(Oddity::Unreadable(path.clone()));
        }
        if path.kind() == kind::GOAL
            && path.field() == name::CREATED
            && let Some(goal) = pairing.goals.last_mut()
        {
            goal.written_by = Some(shown.by.person);
        }
    }
    sorting::sort_by(&mut pairing.goals, |a, b| oldest_first(a.created, b.created).then_with(|| a.id.cmp(&b.id)));
    sorting::sort_by(&mut pairing.questions, |a, b| oldest_first(a.created, b.created).then_with(|| a.id.cmp(&b.id)));
    sorting::sort_by(&mut pairing.agreement.promises, working::promises_in_order);
    sorting::sort_by(&mut pairing.sessions, |a, b| oldest_first(start(a), start(b)).then_with(|| a.id.cmp(&b.id)));
    sub_step::sort(&mut pairing);
    contact::sort(&mut pairing);
    programme::sort(&mut pairing);
    pairing
}

/// Whether `value` has the form that the field at `path` is read in; true of fields that this version does not know, and of
/// nothing, which every field can hold.
pub fn readable(path: &Path, value: &Value) -> bool {
    let Some(pair) = crate::domain::PairId::parse("none") else {
        return false;
    };
    let mut scratch = Pairing::empty(pair);
    ensure_record(&mut scratch, &path.record());
    value.is_null() || place(&mut scratch, path, value)
}

/// Known moments by time, unknown ones after them.
fn oldest_first(a: Option<Instant>, b: Option<Instant>) -> std::cmp::Ordering {
    a.is_none().cmp(&b.is_none()).then_with(|| a.cmp(&b))
}

fn start(session: &Session) -> Option<Instant> {
    session.booking().map(|booking| booking.start)
}

/// Makes room for a goal, question, session, contact or project. Fields come sorted by path, so a record's are together and its room is the last.
fn ensure_record(pairing: &mut Pairing, record: &RecordKey) {
    match record.kind() {
        kind::GOAL => {
            if let Some(id) = GoalId::parse(record.id())
                && pairing.goals.last().is_none_or(|goal| goal.id != id)
            {
                pairing.goals.push(Goal::empty(id));
            }
        }
        kind::QUESTION => {
            if let Some(id) = QuestionId::parse(record.id())
                && pairing.questions.last().is_none_or(|question| question.id != id)
            {
                pairing.questions.push(empty_question(id));
            }
        }
        kind::SESSION => {
            if let Some(id) = SessionId::parse(record.id())
                && pairing.sessions.last().is_none_or(|session| session.id != id)
            {
                pairing.sessions.push(Session::empty(id));
            }
        }
        kind::OUTCOME => session::ensure_outcome(pairing, record),
        kind::SUB_STEP => sub_step::ensure(pairing, record),
        kind::CONTACT => contact::ensure(pairing, record),
        kind::PROJECT => programme::ensure(pairing, record),
        kind::REPORT => report::ensure(pairing, record),
        kind::WEEK => working::ensure_week(pairing, record),
        _ => {}
    }
}

fn empty_question(id: QuestionId) -> Question {
    Question {
        id,
        text: String::new(),
        origin: QuestionOrigin::Unknown,
        answers: std::collections::BTreeMap::new(),
        settled: false,
        searched: false,
        first: false,
        settled_in: None,
        carried_in: None,
        created: None,
    }
}

/// Puts a value where it belongs in the model; false when it has another form than the field's.
fn place(pairing: &mut Pairing, path: &Path, value: &Value) -> bool {
    let field = path.field();
    match path.kind() {
        kind::PAIR if path.id() == "main" => place_pair(pairing, field, value),
        kind::PERSON => match PersonId::parse(path.id()) {
            Some(PersonId::MENTOR) => place_person(&mut pairing.mentor, field, value),
            Some(PersonId::STUDENT) => place_person(&mut pairing.student, field, value),
            _ => true,
        },
        kind::SECTION => match (Section::parse(path.id()), schema::person_in(field, name::DONE)) {
            (Some(section), Some(person)) => set(boolean(value), |done| {
                if done {
                    pairing.call.done.insert((section, person));
                }
            }),
            _ => true,
        },
        kind::POINT if field == name::STATE => match PointId::parse(path.id()) {
            Some(point) => set(value.read(), |state| {
                pairing.call.points.insert(point, state);
            }),
            None => true,
        },
        kind::GOAL => pairing.goals.last_mut().is_none_or(|goal| place_goal(goal, field, value)),
        kind::QUESTION => pairing.questions.last_mut().is_none_or(|question| place_question(question, field, value)),
        kind::SESSION => session::place(pairing, field, value),
        kind::OUTCOME => session::place_outcome(pairing, field, value),
        kind::SUB_STEP => sub_step::place(pairing, field, value),
        kind::CONTACT => contact::place(pairing, field, value),
        kind::REPORT => report::place(pairing, field, value),
        kind::CASE if field == name::ANSWER => contact::place_case(pairing, path.id(), value),
        kind::PROGRAMME if path.id() == "main" => programme::place(pairing, field, value),
        kind::PROJECT => programme::place_project(pairing, field, value),
        kind::ORGANISATION if path.id() == "main" => {
            working::place_organisation(&mut pairing.organisation, field, value)
        }
        kind::KIT if path.id() == "main" => working::place_kit(&mut pairing.kit, field, value),
        kind::CONTRACT if path.id() == "main" => working::place_contract(&mut pairing.contract, field, value),
        kind::WEEK => working::place_week(pairing, path.id(), field, value),
        kind::PROMISE => working::place_promise(&mut pairing.agreement, path.id(), field, value),
        kind::AGREEMENT if path.id() == "main" => working::place_signature(&mut pairing.agreement, field, value),
        _ => true,
    }
}

fn place_pair(pairing: &mut Pairing, field: &str, value: &Value) -> bool {
    match field {
        name::ZONE => set(zone(value), |it| pairing.zone = Some(it)),
        name::CALL_STARTED => set(moment(value), |it| pairing.call.started = Some(it)),
        name::CALL_MINUTES => set(whole(value).filter(|it| LENGTHS.contains(it)), |it| pairing.call.minutes = Some(it)),
        name::ADDRESS => set(value.read(), |it| pairing.call.address = Some(it)),
        _ => true,
    }
}

fn place_person(person: &mut Person, field: &str, value: &Value) -> bool {
    match field {
        name::NAME => set(text(value), |it| person.name = it),
        name::ZONE => set(zone(value), |it| person.zone = Some(it)),
        _ => match IntroPrompt::of(person.id.role()).iter().find(|prompt| prompt.field() == field) {
            Some(prompt) => set(text(value), |it| {
                if !it.is_empty() {
                    person.intro.insert(*prompt, it);
                }
            }),
            None => true,
        },
    }
}

fn place_goal(goal: &mut Goal, field: &str, value: &Value) -> bool {
    match field {
        name::WHAT => set(text(value), |it| goal.what = it),
        name::EVIDENCE => set(text(value), |it| goal.evidence = it),
        name::WHY => set(text(value), |it| goal.why = it),
        name::FIRST_STEP => set(text(value), |it| goal.first_step = it),
        name::MINUTES => set(whole(value).filter(|it| (1..=MAX_EFFORT).contains(it)), |it| goal.minutes = Some(it)),
        name::START => set(day(value), |it| goal.start = Some(it)),
        name::END => set(day(value), |it| goal.end = Some(it)),
        name::STATUS => set(value.read(), |it| goal.status = it),
        name::CREATED => set(moment(value), |it| goal.created = Some(it)),
        name::FROM => set(value.read(), |it| goal.from = Some(it)),
        name::PROJECT => set(value.read(), |it| goal.project = Some(it)),
        _ => match (schema::person_in(field, name::PROGRESS), schema::kept_rule(field)) {
            (Some(person), _) => set(text(value), |it| {
                if !it.is_empty() {
                    goal.progress.insert(person, it);
                }
            }),
            (None, Some(rule)) => set(text(value), |it| drop(goal.kept.insert(rule, it))),
            (None, None) => true,
        },
    }
}

fn place_question(question: &mut Question, field: &str, value: &Value) -> bool {
    match field {
        name::TEXT => set(text(value), |it| question.text = it),
        name::SETTLED => set(boolean(value), |it| question.settled = it),
        name::CREATED => set(moment(value), |it| question.created = Some(it)),
        name::FIRST => set(boolean(value), |it| question.first = it),
        name::SEARCHED => set(boolean(value), |it| question.searched = it),
        name::SETTLED_IN => set(value.read(), |it| question.settled_in = Some(it)),
        name::CARRIED_IN => set(value.read(), |it| question.carried_in = Some(it)),
        // Where a question came from says more than who wrote it down, whichever of the two fields is read first.
        name::POINT => set(value.text().and_then(PointId::parse), |it| question.origin = QuestionOrigin::Point(it)),
        name::ASKED_BY => set(value.text().and_then(PersonId::parse), |it| {
            if question.origin == QuestionOrigin::Unknown {
                question.origin = QuestionOrigin::Written(it);
            }
        }),
        _ => match schema::person_in(field, name::ANSWER) {
            Some(person) => set(text(value), |it| {
                if !it.is_empty() {
                    question.answers.insert(person, it);
                }
            }),
            None => true,
        },
    }
}

fn set<T>(read: Option<T>, put: impl FnOnce(T)) -> bool {
    read.map(put).is_some()
}

fn text(value: &Value) -> Option<String> {
    value.text().map(str::to_owned)
}

fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(yes) => Some(*yes),
        _ => None,
    }
}

fn whole(value: &Value) -> Option<u32> {
    match value {
        Value::Int(number) => u32::try_from(*number).ok(),
        _ => None,
    }
}

fn moment(value: &Value) -> Option<Instant> {
    Instant::parse(value.text()?)
}

fn zone(value: &Value) -> Option<ZoneName> {
    ZoneName::parse(value.text()?)
}

/// A day within the years that moments have too, so that arithmetic on either stays in range.
fn day(value: &Value) -> Option<Day> {
    value.read::<Day>().filter(|day| in_range(*day))
}

fn in_range(day: Day) -> bool {
    (1900..=9999).contains(&day.year())
}
