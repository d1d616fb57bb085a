//! Which events a record makes, and what they say.

use super::writer::{Alarm, Event, When};
use crate::document::Document;
use crate::domain::rule::cancellation;
use crate::domain::schema::{self, kind, name};
use crate::domain::{
    Booking, Day, Goal, GoalId, Instant, Pairing, Path, Session, SessionId, SessionKind, SessionState, session,
};
use crate::i18n::{Labels, visible};

/// Minutes before a session that ring: time to sit down.
const SIT_DOWN: u32 = 15;
/// Before the last moment to cancel, and before a deposit is due: time to do it.
const TIME_TO_ACT: u32 = 2 * 60;
/// Before a deposit is due: a day, since an archive takes some making.
const DAY: u32 = 24 * 60;
/// Before the day on which a goal ends: nine in the morning of the day before.
const EVE: u32 = 15 * 60;

/// What events are made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// How the record came to be: what stood in an earlier file.
    pub document: &'a Document,
    /// The record.
    pub pair: &'a Pairing,
    /// Its words.
    pub labels: &'a Labels<'a>,
}

impl Source<'_> {
    /// A session and its limits; nothing when its slot cannot be read.
    pub fn of_session(self, session: &Session) -> Vec<Event> {
        let Some(state) = session.state else { return Vec::new() };
        let cancelled = matches!(state, SessionState::Cancelled { .. });
        let is_ahead = matches!(state, SessionState::Booked(_));
        let mut events = vec![self.slot(session, state), self.limit(session, state.booking())];
        if session.kind == SessionKind::Defence || self.was_of_another_kind(&session.id) {
            events.push(self.deposit(session, state.booking()));
        }
        for event in &mut events {
            event.cancelled |= cancelled;
            if !is_ahead || event.cancelled {
                event.alarms.clear();
            }
        }
        events
    }

    fn slot(self, session: &Session, state: SessionState) -> Event {
        let words = self.labels.words.calendar();
        let Booking { start, .. } = state.booking();
        let mut lines: Vec<String> = Vec::new();
        match state {
            SessionState::Booked(_) => {
                let goals: Vec<String> = self.goals_for(session).map(|what| format!("- {what}")).collect();
                if !goals.is_empty() {
                    lines.push(format!("{}\n{}\n", words.goals, goals.join("\n")));
                }
                lines.push(self.recoverable(start));
                lines.push(words.on_the_platform.to_owned());
            }
            SessionState::Held { .. } => lines.push(words.held.to_owned()),
            SessionState::Cancelled { by, .. } => lines.push((words.cancelled)(self.labels.person(by))),
            SessionState::Absent { who, .. } => lines.push((words.absent)(self.labels.person(who))),
        }
        Event {
            name: format!("session-{}", session.id),
            when: When::Span(start, state.booking().end()),
            title: self.title(session),
            body: lines.join("\n"),
            cancelled: false,
            busy: true,
            alarms: vec![Alarm { before: SIT_DOWN, words: (words.begins)(&self.labels.moment(start)) }],
        }
    }

    /// “Session de mentorat : Karim et Léa”, “Soutenance : Maquette du site”.
    fn title(self, session: &Session) -> String {
        let words = self.labels.words.calendar();
        let both = (words.both)(self.labels.mentor, self.labels.student);
        let about = self.project(session).filter(|_| session.kind.validates()).unwrap_or(both);
        match session.kind {
            SessionKind::Mentoring => (words.mentoring)(&about),
            SessionKind::Review => (words.review)(&about),
            SessionKind::Defence => (words.defence)(&about),
        }
    }

    /// The title of the project that a session is for.
    fn project(self, session: &Session) -> Option<String> {
        let id = session.project.as_ref()?;
        let project = self.pair.programme.projects.iter().find(|project| project.id == *id)?;
        let title = visible(project.title.trim());
        (!title.is_empty()).then_some(title)
    }

    /// What is to be done by a session: goals that end since the one before it, and in the first session ahead those without a day.
    fn goals_for(self, session: &Session) -> impl Iterator<Item = String> {
        let day = |session: &Session| match session.state {
            Some(SessionState::Booked(booking)) => Some(booking.start.day(self.labels.zone)),
            _ => None,
        };
        let until = day(session);
        let earlier = self.pair.sessions.iter().take_while(|it| it.id != session.id).filter_map(day).max();
        let is_for_it = move |end: Option<Day>| match (end, earlier) {
            (None, earlier) => earlier.is_none(),
            (Some(end), earlier) => until.is_some_and(|until| end <= until) && earlier.is_none_or(|day| day < end),
        };
        let goals = self.pair.goals.iter().filter(|goal| !goal.status.is_over() && !goal.what.trim().is_empty());
        goals.filter(move |goal| is_for_it(goal.end)).map(|goal| visible(goal.what.trim()))
    }

    fn recoverable(self, start: Instant) -> String {
        let deadline = self.labels.moment(self.last_moment(start));
        (self.labels.words.calendar().recoverable)(&deadline, self.labels.mentor)
    }

    /// The moment before which a session can be cancelled (R3).
    fn last_moment(self, start: Instant) -> Instant {
        cancellation::deadline(start, &self.pair.contract)
    }

    fn limit(self, session: &Session, Booking { start, .. }: Booking) -> Event {
        let words = self.labels.words.calendar();
        let (moment, deadline) = (self.labels.moment(start), self.last_moment(start));
        let alarm = (words.alarm)(&moment, &self.labels.moment(deadline));
        Event {
            name: format!("cancel-{}", session.id),
            when: When::At(deadline),
            title: (words.limit)(&self.title(session)),
            body: format!("{}\n{}", (words.begins)(&moment), self.recoverable(start)),
            cancelled: false,
            busy: false,
            alarms: vec![Alarm { before: TIME_TO_ACT, words: alarm }],
        }
    }

    /// The last moment to submit before a defence (R5); of what is no defence any more, that it does not stand.
    fn deposit(self, session: &Session, Booking { start, .. }: Booking) -> Event {
        let words = self.labels.words.calendar();
        let deadline = start.plus_minutes(-self.pair.contract.deposit());
        let by = (words.deposit_by)(&self.labels.moment(deadline));
        let about = self.project(session).unwrap_or_else(|| (words.both)(self.labels.mentor, self.labels.student));
        let alarms = [DAY, TIME_TO_ACT].map(|before| Alarm { before, words: by.clone() });
        Event {
            name: format!("deposit-{}", session.id),
            when: When::At(deadline),
            title: (words.deposit)(&about),
            body: format!("{}\n{by}", (words.defence_at)(&self.labels.moment(start))),
            cancelled: session.kind != SessionKind::Defence,
            busy: false,
            alarms: alarms.into(),
        }
    }

    /// Whether a session's kind was changed: an earlier file may have called it a defence.
    fn was_of_another_kind(self, id: &SessionId) -> bool {
        self.document.field(&session::field(id, name::KIND)).is_some_and(|field| !field.past().is_empty())
    }

    /// The day on which a goal ends; nothing when it has none.
    pub fn of_goal(self, goal: &Goal) -> Option<Event> {
        let (words, day) = (self.labels.words.calendar(), goal.end?);
        let what = visible(goal.what.trim());
        let what = if what.is_empty() { self.labels.words.goal_editor().without_words.to_owned() } else { what };
        let evidence = visible(goal.evidence.trim());
        let evidence = (!evidence.is_empty()).then(|| (self.labels.words.dashboard().evidence)(&evidence));
        let status = (words.status)(self.labels.words.fields().status_word(goal.status));
        let alarm = Alarm { before: EVE, words: (words.tomorrow)(&what) };
        Some(Event {
            name: goal_name(&goal.id),
            when: When::Day(day),
            title: (words.goal)(&what),
            body: evidence.into_iter().chain([status]).collect::<Vec<_>>().join("\n"),
            cancelled: false,
            busy: false,
            alarms: if goal.status.is_over() { Vec::new() } else { vec![alarm] },
        })
    }

    /// What an earlier file may have had and nothing shows any more: removed sessions, goals removed or without a day.
    pub fn gone(self) -> Vec<Event> {
        let words = self.labels.words.calendar();
        let mut gone = Vec::new();
        for (path, field) in self.document.fields().filter(|(_, field)| !field.is_live()) {
            let at = field.shown().at;
            match (path.kind(), path.field()) {
                (kind::SESSION, name::STATE) => {
                    gone.extend(["session", "cancel"].map(|what| tombstone(what, path, at, words.gone_session)));
                }
                // A defence has a field that says so; what is removed with its record stays there, empty.
                (kind::SESSION, name::KIND) if self.is_removed(path) => {
                    gone.push(tombstone("deposit", path, at, words.gone_session));
                }
                (kind::GOAL, name::END) => gone.push(tombstone("goal", path, at, words.gone_goal)),
                _ => {}
            }
        }
        gone
    }

    /// Whether the session of that field is there no more.
    fn is_removed(self, path: &Path) -> bool {
        let id = SessionId::parse(path.id());
        id.is_none_or(|id| self.document.value(&schema::session(&id)).is_none())
    }
}

fn goal_name(id: &GoalId) -> String {
    format!("goal-{id}")
}

/// An event that stands no more. Its words and its day went with its record; a calendar file needs a moment: that of the removal.
fn tombstone(what: &str, path: &Path, at: Instant, words: &str) -> Event {
    Event {
        name: format!("{what}-{}", path.id()),
        when: When::At(at),
        title: words.to_owned(),
        body: words.to_owned(),
        cancelled: true,
        busy: false,
        alarms: Vec::new(),
    }
}
