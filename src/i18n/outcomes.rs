//! What a session records, field by field, and what goals came to.

use crate::domain::schema::{kind, name, person_in};
use crate::domain::session::step_in;
use crate::domain::{GoalResult, Path, PersonId, Rest};

texts! {
    /// Sessions, outcomes and their fields in words.
    pub struct Outcomes {
        record,
        private_note,
        note,
        session,
        goal,
        result,
        evidence,
        from,
        searched,
        settled_in,
        carried_in,
        scenario_read,
        deliverables_known,
        began,
        finished(step: usize),
        remarks(name: &str),
        resources(name: &str),
        surveyed(name: &str),
        reached,
        partly,
        not_yet,
        carried,
        reworded,
        dropped,
        with_rest(result: &str, rest: &str),
    }
}

impl Outcomes {
    /// A field that is nobody's in particular; empty when it is none of these.
    pub(super) fn field(&self, path: &Path) -> &'static str {
        match (path.kind(), path.field()) {
            (kind::PRIVATE, name::NOTE) => self.note,
            (kind::OUTCOME, name::SESSION) => self.session,
            (kind::OUTCOME, name::GOAL) => self.goal,
            (kind::OUTCOME, name::RESULT) => self.result,
            (kind::OUTCOME, name::EVIDENCE) => self.evidence,
            (kind::GOAL, name::FROM) => self.from,
            (kind::QUESTION, name::SEARCHED) => self.searched,
            (kind::QUESTION, name::SETTLED_IN) => self.settled_in,
            (kind::QUESTION, name::CARRIED_IN) => self.carried_in,
            (kind::SESSION, name::SCENARIO_READ) => self.scenario_read,
            (kind::SESSION, name::DELIVERABLES_KNOWN) => self.deliverables_known,
            (kind::SESSION, name::BEGAN) => self.began,
            _ => "",
        }
    }

    /// A field of a session that each person, or each step, has.
    pub(super) fn field_of_each<'a>(&self, field: &str, person: &dyn Fn(PersonId) -> &'a str) -> Option<String> {
        let of = |name: &str, words: fn(&str) -> String| person_in(field, name).map(|who| words(person(who)));
        of(name::REMARKS, self.remarks)
            .or_else(|| of(name::RESOURCES, self.resources))
            .or_else(|| of(name::SURVEYED, self.surveyed))
            .or_else(|| step_in(field).map(|step| (self.finished)(step.number())))
    }

    /// What a goal came to, in lower case: “en partie, reporté”.
    pub fn result(&self, result: GoalResult) -> String {
        let answer = match result {
            GoalResult::Reached => self.reached,
            GoalResult::Partly { .. } => self.partly,
            GoalResult::NotYet { .. } => self.not_yet,
        };
        result.rest().map_or_else(|| answer.to_owned(), |rest| (self.with_rest)(answer, self.rest(rest)))
    }

    /// What became of the rest, in lower case.
    pub fn rest(&self, rest: Rest) -> &'static str {
        match rest {
            Rest::Carried => self.carried,
            Rest::Reworded => self.reworded,
            Rest::Dropped => self.dropped,
        }
    }
}

pub(super) static FR: Outcomes = Outcomes {
    record: "Résultat d’un objectif",
    private_note: "Note privée",
    note: "note",
    session: "session",
    goal: "objectif",
    result: "résultat",
    evidence: "preuve vue",
    from: "réécrit à partir de",
    searched: "cherché avec Companion",
    settled_in: "réponse donnée en",
    carried_in: "reportée par",
    scenario_read: "scénario lu",
    deliverables_known: "livrables connus",
    began: "début",
    finished: |step| format!("fin de l’étape {step}"),
    remarks: |name| format!("livrables, écrit par {name}"),
    resources: |name| format!("ressources, partagées par {name}"),
    surveyed: |name| format!("enquête remplie par {name}"),
    reached: "atteint",
    partly: "en partie",
    not_yet: "pas encore",
    carried: "reporté",
    reworded: "reformulé",
    dropped: "abandonné",
    with_rest: |result, rest| format!("{result}, {rest}"),
};

pub(super) static EN: Outcomes = Outcomes {
    record: "Outcome of a goal",
    private_note: "Private note",
    note: "note",
    session: "session",
    goal: "goal",
    result: "result",
    evidence: "evidence seen",
    from: "rewritten from",
    searched: "searched with Companion",
    settled_in: "answered in",
    carried_in: "carried over by",
    scenario_read: "scenario read",
    deliverables_known: "deliverables known",
    began: "start",
    finished: |step| format!("end of step {step}"),
    remarks: |name| format!("deliverables, written by {name}"),
    resources: |name| format!("{name}’s resources"),
    surveyed: |name| format!("survey answered by {name}"),
    reached: "reached",
    partly: "partly",
    not_yet: "not yet",
    carried: "carried over",
    reworded: "rewritten",
    dropped: "dropped",
    with_rest: |result, rest| format!("{result}, {rest}"),
};
