//! Where a goal comes from, in words.

use crate::domain::{GoalResult, Rest};

texts! {
    /// The story of one goal.
    pub struct Story {
        title,
        quoted(goal: &str),
        call,
        week,
        undated,
        to_discuss,
        to_discuss_split,
        to_discuss_of_many(times: usize),
        written_by(name: &str, goal: &str),
        written(goal: &str),
        reworded(goal: &str),
        split_from(goal: &str),
        became(goals: &str),
        became_parts(goals: &str),
        reached,
        partly,
        not_yet,
        carried,
        rewritten,
        dropped,
        with_rest(result: &str, rest: &str),
        sentence(result: &str),
        with_evidence(result: &str, evidence: &str),
        left,
        back,
        joined(one: &str, two: &str),
    }
}

impl Story {
    /// What a session made of a goal, as a sentence with what was seen of it.
    pub fn result(&self, result: GoalResult, evidence: &str) -> String {
        let answer = match result {
            GoalResult::Reached => self.reached,
            GoalResult::Partly { .. } => self.partly,
            GoalResult::NotYet { .. } => self.not_yet,
        };
        let rest = result.rest().map(|rest| match rest {
            Rest::Carried => self.carried,
            Rest::Reworded => self.rewritten,
            Rest::Dropped => self.dropped,
        });
        let said = rest.map_or_else(|| answer.to_owned(), |rest| (self.with_rest)(answer, rest));
        if evidence.is_empty() { (self.sentence)(&said) } else { (self.with_evidence)(&said, evidence) }
    }
}

pub(super) static FR: Story = Story {
    title: "D’où vient cet objectif",
    quoted: |goal| format!("« {goal} »"),
    call: "Premier appel",
    week: "Entre deux sessions",
    undated: "Date non notée",
    to_discuss: "À discuter.",
    to_discuss_split: "À discuter. S’il est reporté encore, découpez-le.",
    to_discuss_of_many: |times| format!("Reporté {times} fois jusqu’ici."),
    written_by: |name, goal| format!("Écrit par {name} : « {goal} »."),
    written: |goal| format!("Écrit : « {goal} »."),
    reworded: |goal| format!("Reformulé : « {goal} »."),
    split_from: |goal| format!("Une part à lui seul : « {goal} »."),
    became: |goals| format!("Repris autrement : {goals}."),
    became_parts: |goals| format!("Découpé, avec : {goals}."),
    reached: "Atteint",
    partly: "En partie",
    not_yet: "Pas encore",
    carried: "reporté",
    rewritten: "reformulé",
    dropped: "abandonné",
    with_rest: |result, rest| format!("{result}, {rest}"),
    sentence: |result| format!("{result}."),
    with_evidence: |result, evidence| format!("{result} : {evidence}"),
    left: "Resté ouvert, sans mot.",
    back: "Revenir à l’objectif",
    joined: |one, two| format!("{one}, {two}"),
};

pub(super) static EN: Story = Story {
    title: "Where this goal comes from",
    quoted: |goal| format!("“{goal}”"),
    call: "First call",
    week: "Between two sessions",
    undated: "Date not noted",
    to_discuss: "To discuss.",
    to_discuss_split: "To discuss. If it is carried over again, split it.",
    to_discuss_of_many: |times| {
        if times == 1 { "Carried over once so far.".to_owned() } else { format!("Carried over {times} times so far.") }
    },
    written_by: |name, goal| format!("Written by {name}: “{goal}”."),
    written: |goal| format!("Written: “{goal}”."),
    reworded: |goal| format!("Rewritten: “{goal}”."),
    split_from: |goal| format!("A part of its own: “{goal}”."),
    became: |goals| format!("Taken up in other words: {goals}."),
    became_parts: |goals| format!("Split, with: {goals}."),
    reached: "Reached",
    partly: "Partly",
    not_yet: "Not yet",
    carried: "carried over",
    rewritten: "rewritten",
    dropped: "dropped",
    with_rest: |result, rest| format!("{result}, {rest}"),
    sentence: |result| format!("{result}."),
    with_evidence: |result, evidence| format!("{result}: {evidence}"),
    left: "Left open, without a word.",
    back: "Back to the goal",
    joined: |one, two| format!("{one}, {two}"),
};
