//! Sub-steps of goals: as they are written, and field by field.

use crate::domain::Path;
use crate::domain::schema::{kind, name};

texts! {
    /// The sub-steps of a goal.
    pub struct SubSteps {
        record,
        field_text,
        field_done,
        field_goal,
        field_order,
        value_moved,
        goal_project,
        question_first,
        list_of(goal: &str),
        add_label,
        add_label_of(goal: &str),
        add,
        add_hint,
        added(text: &str, count: u32),
        done_of(done: u32, all: u32),
        ticked(done: u32, all: u32),
        change,
        change_named(text: &str),
        rename_label,
        keep,
        up,
        up_named(text: &str),
        down,
        down_named(text: &str),
        moved(text: &str, place: u32, all: u32),
        remove,
        remove_named(text: &str),
        removed(text: &str),
        acts,
        acts_named(text: &str),
        stray_title,
        stray_body,
        promote,
        promote_named(text: &str),
        promoted,
        untitled,
    }
}

impl SubSteps {
    /// A field of a sub-step, a goal's project, a question's turn; empty when it is none of these.
    pub(super) fn field(&self, path: &Path) -> &'static str {
        match (path.kind(), path.field()) {
            (kind::SUB_STEP, name::TEXT) => self.field_text,
            (kind::SUB_STEP, name::DONE) => self.field_done,
            (kind::SUB_STEP, name::GOAL) => self.field_goal,
            (kind::SUB_STEP, name::ORDER) => self.field_order,
            (kind::GOAL, name::PROJECT) => self.goal_project,
            (kind::QUESTION, name::FIRST) => self.question_first,
            _ => "",
        }
    }
}

pub(super) static FR: SubSteps = SubSteps {
    record: "Sous-étape",
    field_text: "texte",
    field_done: "faite",
    field_goal: "objectif",
    field_order: "place",
    value_moved: "autre place dans la liste",
    goal_project: "projet servi",
    question_first: "à voir en premier",
    list_of: |goal| format!("Sous-étapes : {goal}"),
    add_label: "Ajouter une sous-étape",
    add_label_of: |goal| format!("Ajouter une sous-étape : {goal}"),
    add: "Ajouter",
    add_hint: "Entrée l’ajoute, et vous tapez la suivante.",
    added: |text, count| {
        if count < 2 {
            format!("Ajoutée : {text}. {count} sous-étape.")
        } else {
            format!("Ajoutée : {text}. {count} sous-étapes.")
        }
    },
    done_of: |done, all| {
        if done < 2 { format!("{done} faite sur {all}") } else { format!("{done} faites sur {all}") }
    },
    ticked: |done, all| {
        if done < 2 {
            format!("{done} sous-étape faite sur {all}.")
        } else {
            format!("{done} sous-étapes faites sur {all}.")
        }
    },
    change: "Renommer",
    change_named: |text| format!("Renommer : {text}"),
    rename_label: "Nouveaux mots de la sous-étape",
    keep: "Garder",
    up: "Monter",
    up_named: |text| format!("Monter : {text}"),
    down: "Descendre",
    down_named: |text| format!("Descendre : {text}"),
    moved: |text, place, all| format!("{text} : place {place} sur {all}."),
    remove: "Retirer",
    remove_named: |text| format!("Retirer : {text}"),
    removed: |text| format!("Retirée : {text}. Ctrl+Z la remet."),
    acts: "Changer",
    acts_named: |text| format!("Changer : {text}"),
    stray_title: "Sans objectif",
    stray_body: "Leur objectif a été retiré pendant que quelqu’un les écrivait ailleurs. Rien n’est perdu.",
    promote: "En faire un objectif",
    promote_named: |text| format!("En faire un objectif : {text}"),
    promoted: "La sous-étape est devenue un objectif.",
    untitled: "Sous-étape à préciser",
};

pub(super) static EN: SubSteps = SubSteps {
    record: "Sub-step",
    field_text: "text",
    field_done: "done",
    field_goal: "goal",
    field_order: "place",
    value_moved: "another place in the list",
    goal_project: "project it serves",
    question_first: "to take up first",
    list_of: |goal| format!("Sub-steps: {goal}"),
    add_label: "Add a sub-step",
    add_label_of: |goal| format!("Add a sub-step: {goal}"),
    add: "Add",
    add_hint: "Enter adds it, and you type the next one.",
    added: |text, count| {
        if count == 1 {
            format!("Added: {text}. {count} sub-step.")
        } else {
            format!("Added: {text}. {count} sub-steps.")
        }
    },
    done_of: |done, all| format!("{done} of {all} done"),
    ticked: |done, all| format!("{done} of {all} sub-steps done."),
    change: "Rename",
    change_named: |text| format!("Rename: {text}"),
    rename_label: "New words for the sub-step",
    keep: "Keep",
    up: "Move up",
    up_named: |text| format!("Move up: {text}"),
    down: "Move down",
    down_named: |text| format!("Move down: {text}"),
    moved: |text, place, all| format!("{text}: place {place} of {all}."),
    remove: "Remove",
    remove_named: |text| format!("Remove: {text}"),
    removed: |text| format!("Removed: {text}. Ctrl+Z puts it back."),
    acts: "Change",
    acts_named: |text| format!("Change: {text}"),
    stray_title: "Without a goal",
    stray_body: "Their goal was removed while somebody wrote them elsewhere. Nothing is lost.",
    promote: "Make it a goal",
    promote_named: |text| format!("Make it a goal: {text}"),
    promoted: "The sub-step is now a goal.",
    untitled: "Sub-step to sharpen",
};
