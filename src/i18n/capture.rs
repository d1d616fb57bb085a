//! Noting a goal or a question from anywhere.

texts! {
    /// The dialog in which one line is noted, and its keys.
    pub struct Capture {
        note_goal,
        note_question,
        goal_label,
        goal_hint,
        question_label,
        question_hint,
        keep,
        later,
        goal_noted,
        question_noted,
        key_goal,
        key_question,
    }
}

pub(super) static FR: Capture = Capture {
    note_goal: "Noter un objectif",
    note_question: "Noter une question",
    goal_label: "D’ici la prochaine session, je…",
    goal_hint: "Une ligne suffit : le reste se précise dans Objectifs.",
    question_label: "Votre question",
    question_hint: "Elle attendra la prochaine session.",
    keep: "Noter",
    later: "Plus tard",
    goal_noted: "Objectif noté.",
    question_noted: "Question notée.",
    key_goal: "Noter un objectif, d’où que vous soyez",
    key_question: "Noter une question, d’où que vous soyez",
};

pub(super) static EN: Capture = Capture {
    note_goal: "Note a goal",
    note_question: "Note a question",
    goal_label: "By the next session, I…",
    goal_hint: "One line is enough: the rest is sharpened in Goals.",
    question_label: "Your question",
    question_hint: "It will wait for the next session.",
    keep: "Note it",
    later: "Later",
    goal_noted: "Goal noted.",
    question_noted: "Question noted.",
    key_goal: "Note a goal, wherever you are",
    key_question: "Note a question, wherever you are",
};
