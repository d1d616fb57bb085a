//! What a session has before it: the goals of last time, the questions that wait, what is set for next time, and how often each
//! was carried over.

use crate::domain::goal::Goal;
use crate::domain::id::{GoalId, SessionId};
use crate::domain::outcome::{GoalResult, Outcome, Rest};
use crate::domain::pairing::Pairing;
use crate::domain::question::Question;
use crate::domain::time::Instant;

use super::{Booking, Phase, Session, SessionState};

impl Pairing {
    /// The session of that identifier.
    pub fn session(&self, id: &SessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == *id)
    }

    /// What a session is called by: the weekly sessions are counted from 1, the first call apart.
    pub fn session_number(&self, id: &SessionId) -> Option<usize> {
        let mut readable = self.sessions.iter().filter(|session| session.state.is_some());
        readable.position(|session| session.id == *id).map(|at| at + 1)
    }

    /// The session that stands in for one that does not take place: booked or held, however often it was replaced in its turn.
    pub fn stand_in<'a>(&'a self, session: &'a Session) -> Option<&'a Session> {
        let mut at = session;
        // Copies that were joined can replace each other in a ring: no chain is longer than there are sessions.
        for _ in 0..self.sessions.len() {
            at = self.session(at.replaced_by.as_ref()?)?;
            match at.state {
                Some(state) if state.is_off() => {}
                Some(_) => return Some(at),
                None => return None,
            }
        }
        None
    }

    /// The sessions that a session replaces, oldest first.
    pub fn stands_in_for<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Session> {
        let off = |other: &&Session| other.state.is_some_and(|state| state.is_off());
        self.sessions.iter().filter(off).filter(|other| other.replaced_by.as_ref() == Some(&session.id))
    }

    /// The booked session that ends soonest after `now`, the one `besides` apart: from within a session, the one that follows.
    pub fn session_besides(&self, besides: Option<&SessionId>, now: Instant) -> Option<(&Session, Booking)> {
        let others = self.sessions.iter().filter(|session| Some(&session.id) != besides);
        let booked = others.filter_map(|session| match session.state {
            Some(SessionState::Booked(booking)) if booking.end() > now => Some((session, booking)),
            _ => None,
        });
        booked.min_by_key(|(_, booking)| booking.start)
    }

    /// The session to open now: the one under way, even past its planned end, else the next.
    pub fn session_to_open(&self, now: Instant) -> Option<&Session> {
        let under_way = self.sessions.iter().rev().find(|session| session.phase() == Some(Phase::During));
        under_way.or_else(|| self.next_session(now).map(|(session, _)| session))
    }

    /// What a goal came to in a session.
    pub fn outcome(&self, session: &SessionId, goal: &GoalId) -> Option<&Outcome> {
        let is_it = |it: &&Outcome| it.session.as_ref() == Some(session) && it.goal.as_ref() == Some(goal);
        self.outcomes.iter().find(is_it)
    }

    fn result(&self, session: &SessionId, goal: &GoalId) -> Option<GoalResult> {
        self.outcome(session, goal)?.result
    }

    /// The sessions before `session`, oldest first.
    fn before<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Session> {
        self.sessions.iter().filter(|other| other.id != session.id && other.opened() < session.opened())
    }

    /// Whether a goal is one of last time in a session: written before it began, and either looked at in it, still open, or done
    /// since without any session having looked at it.
    pub fn is_up(&self, goal: &Goal, session: &Session) -> bool {
        let Some(opened) = session.opened() else { return false };
        let has_words = !goal.what.trim().is_empty();
        let is_older = goal.created.is_none_or(|created| created < opened);
        let looked_at = self.result(&session.id, &goal.id).is_some();
        let settled_before = || {
            goal.status.is_over() && self.before(session).any(|earlier| self.result(&earlier.id, &goal.id).is_some())
        };
        has_words && is_older && (looked_at || !settled_before())
    }

    /// The goals of last time in a session, oldest first.
    pub fn goals_up<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Goal> {
        self.goals.iter().filter(|goal| self.is_up(goal, session))
    }

    /// Whether a goal is for after a session: written in it, or carried over by it.
    pub fn is_for_next(&self, goal: &Goal, session: &Session) -> bool {
        let opened = session.opened();
        let following = self.sessions.iter().filter(|other| other.is_held() || other.began.is_some());
        let following = following.filter_map(Session::opened).filter(|moment| Some(*moment) > opened).min();
        let written_in_it = goal
            .created
            .is_some_and(|created| Some(created) >= opened && following.is_none_or(|following| created < following));
        let carried = self.result(&session.id, &goal.id).is_some_and(|result| result.rest() == Some(Rest::Carried));
        written_in_it || carried
    }

    /// The sessions that carried a goal on, oldest first: those that chose to, and those held that left it unfinished.
    pub fn carried_by(&self, goal: &Goal) -> Vec<&Session> {
        let carried = |session: &&Session| {
            let older = goal.created.is_none_or(|created| Some(created) < session.opened());
            let result = self.result(&session.id, &goal.id);
            let chosen = result.is_some_and(|result| result.rest() == Some(Rest::Carried));
            older && (chosen || (session.is_held() && !self.ended_by(goal, session)))
        };
        self.sessions.iter().filter(carried).collect()
    }

    /// Whether a goal was done with in that session or one before.
    fn ended_by(&self, goal: &Goal, session: &Session) -> bool {
        let until = self.before(session).chain([session]);
        until.filter_map(|it| self.result(&it.id, &goal.id)).any(GoalResult::ends_it)
    }

    /// Whether a question is one of a session: it waits, or was answered or carried in it.
    pub fn is_asked(&self, question: &Question, session: &Session) -> bool {
        let here = |id: &Option<SessionId>| id.as_ref() == Some(&session.id);
        let waits = !question.settled && (!session.is_held() || session.left(question));
        waits || (question.settled && here(&question.settled_in)) || here(&question.carried_in)
    }

    /// The questions of a session in the order of its agenda: those to take up first, then the others, each oldest first.
    pub fn questions_up<'a>(&'a self, session: &'a Session) -> Vec<&'a Question> {
        first_first(self.questions.iter().filter(|question| self.is_asked(question, session))).collect()
    }

    /// The questions that wait, in the order in which the next session takes them up.
    pub fn questions_waiting(&self) -> impl Iterator<Item = &Question> {
        first_first(self.questions.iter().filter(|question| !question.settled))
    }

    /// The sessions held that left a question without an answer, oldest first.
    pub fn carried_question(&self, question: &Question) -> Vec<&Session> {
        let answered = question.settled_in.as_ref().filter(|_| question.settled).and_then(|id| self.session(id));
        let before_answer = |session: &Session| match answered {
            Some(answered) => session.opened() < answered.opened(),
            None => !question.settled,
        };
        let left = |session: &&Session| session.left(question) && before_answer(session);
        self.sessions.iter().filter(left).collect()
    }
}

/// Those to take up first, then the others.
fn first_first<'a>(asked: impl Iterator<Item = &'a Question>) -> impl Iterator<Item = &'a Question> {
    let (first, others): (Vec<_>, Vec<_>) = asked.partition(|question| question.first);
    first.into_iter().chain(others)
}

impl Session {
    /// The moment it ended, once held.
    fn closed(&self) -> Option<Instant> {
        let state = self.state.filter(SessionState::is_held)?;
        let lasted = state.lasted().unwrap_or(state.booking().minutes);
        // Its clock may have stood still: by the end of all pauses, what is left of them counts.
        let opened = self.opened()?;
        let start = self.clock_start(opened.plus_minutes(24 * 60)).unwrap_or(opened);
        Some(start.plus_minutes(lasted.into()))
    }

    /// Whether it was held after the question had been asked.
    fn left(&self, question: &Question) -> bool {
        let before = |closed| question.created.is_none_or(|created| created < closed);
        self.closed().is_some_and(before)
    }
}
