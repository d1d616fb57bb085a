//! The programme and its projects: the line to the jury, and how it is written down.

use crate::domain::{Mode, Path, schema::kind, schema::name};

texts! {
    /// The end of section 3: the path of projects.
    pub struct Programme {
        nothing_yet,
        projects_then(count: u32),
        ends(day: &str),
        edit,
        close,
        path,
        number(number: usize),
        number_now(number: usize),
        untitled,
        to_decide,
        review,
        defence,
        and_then,
        the_jury,
        waiting_list,

        about,
        name,
        first_day,
        last_day,
        last_day_hint,
        list,
        title_of(number: usize),
        validated_by,
        validated_on,
        validated_day(day: &str),
        validated_kept(title: &str, day: &str),
        go_on_with(title: &str),
        gone_on(title: &str),
        deliverables,
        deliverables_hint,
        earlier,
        earlier_named(title: &str),
        later,
        later_named(title: &str),
        moved(title: &str, number: usize),
        remove_ask_title,
        remove_body,
        remove_keep,
        remove_yes,
        removed,

        add,
        add_hint,
        understood(count: u32),
        left_double(title: &str),
        left_long(title: &str),
        left_many(title: &str),
        add_these(count: u32),
        added(count: u32),
        nothing_to_add,

        now_title,
        current,
        none_yet,
        milestone,
        milestone_hint,
        milestone_by,
        to_choose,
        to_choose_current,
        to_choose_milestone,

        record_programme,
        record_project,
        field_name,
        field_start,
        field_end,
        field_current,
        field_milestone,
        field_milestone_by,
        field_title,
        field_order,
        field_mode,
        field_validated,
        field_deliverables,
        value_moved,
    }
}

impl Programme {
    /// How a project is validated.
    pub fn mode(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Review => self.review,
            Mode::Defence => self.defence,
        }
    }

    /// A field of the programme or of a project in words; nothing for the others.
    pub(super) fn field(&self, path: &Path) -> &'static str {
        match (path.kind(), path.field()) {
            (kind::PROGRAMME, name::NAME) => self.field_name,
            (kind::PROGRAMME, name::START) => self.field_start,
            (kind::PROGRAMME, name::END) => self.field_end,
            (kind::PROGRAMME, name::CURRENT) => self.field_current,
            (kind::PROGRAMME, name::MILESTONE) => self.field_milestone,
            (kind::PROGRAMME, name::MILESTONE_BY) => self.field_milestone_by,
            (kind::PROJECT, name::TITLE) => self.field_title,
            (kind::PROJECT, name::ORDER) => self.field_order,
            (kind::PROJECT, name::MODE) => self.field_mode,
            (kind::PROJECT, name::VALIDATED) => self.field_validated,
            (kind::PROJECT, name::DELIVERABLES) => self.field_deliverables,
            _ => "",
        }
    }
}

pub(super) static FR: Programme = Programme {
    nothing_yet: "Notez la formation et ses projets : la ligne se dessine jusqu’au jury.",
    projects_then: |count| {
        if count < 2 {
            format!("{count} projet, puis la liste d’attente du jury, sans démarche.")
        } else {
            format!("{count} projets, puis la liste d’attente du jury, sans démarche.")
        }
    },
    ends: |day| format!("Fin de la formation : {day}."),
    edit: "Modifier les projets",
    close: "Revenir à la ligne",
    path: "Le chemin jusqu’au jury",
    number: |number| format!("Projet {number}"),
    number_now: |number| format!("Projet {number}, en cours"),
    untitled: "Projet à préciser",
    to_decide: "validation à préciser",
    review: "bilan",
    defence: "soutenance",
    and_then: "Et puis",
    the_jury: "Le jury",
    waiting_list: "sur liste d’attente",

    about: "La formation",
    name: "Nom de la formation",
    first_day: "Premier jour",
    last_day: "Dernier jour",
    last_day_hint: "Tous les projets se valident avant.",
    list: "Les projets, dans l’ordre",
    title_of: |number| format!("Projet {number}"),
    validated_by: "Validé par",
    validated_on: "Validé le",
    validated_day: |day| format!("validé le {day}"),
    validated_kept: |title, day| format!("{title} : validé le {day}."),
    go_on_with: |title| format!("Passer à « {title} »"),
    gone_on: |title| format!("Projet en cours : {title}."),
    deliverables: "Livrables",
    deliverables_hint: "un par ligne",
    earlier: "Monter",
    earlier_named: |title| format!("Monter : {title}"),
    later: "Descendre",
    later_named: |title| format!("Descendre : {title}"),
    moved: |title, number| format!("{title} : projet {number}."),
    remove_ask_title: "Retirer ce projet ?",
    remove_body: "Son titre et ses livrables partent d’ici et des prochaines copies.",
    remove_keep: "Garder le projet",
    remove_yes: "Retirer le projet",
    removed: "Projet retiré.",

    add: "Ajouter des projets",
    add_hint: "Un titre par ligne, tapé ou collé. Les numéros et les puces s’enlèvent ici.",
    understood: |count| {
        if count < 2 { format!("{count} projet compris") } else { format!("{count} projets compris") }
    },
    left_double: |title| format!("Déjà là : {title}"),
    left_long: |title| format!("Trop long pour un titre : {title}"),
    left_many: |title| format!("Au-delà de 40 projets : {title}"),
    add_these: |count| if count < 2 { "Ajouter ce projet".to_owned() } else { format!("Ajouter ces {count} projets") },
    added: |count| if count < 2 { format!("{count} projet ajouté.") } else { format!("{count} projets ajoutés.") },
    nothing_to_add: "Pas encore de titre. Rien n’a changé ici. Écrivez-en un.",

    now_title: "Où en êtes-vous ?",
    current: "Projet en cours",
    none_yet: "Pas encore choisi",
    milestone: "Prochain jalon",
    milestone_hint: "Une session bilan, un dépôt, une soutenance.",
    milestone_by: "Pour quand ?",
    to_choose: "À préciser : le projet en cours et le prochain jalon.",
    to_choose_current: "À préciser : le projet en cours.",
    to_choose_milestone: "À préciser : le prochain jalon.",

    record_programme: "Formation",
    record_project: "Projet",
    field_name: "nom",
    field_start: "premier jour",
    field_end: "dernier jour",
    field_current: "projet en cours",
    field_milestone: "prochain jalon",
    field_milestone_by: "jour du jalon",
    field_title: "titre",
    field_order: "place",
    field_mode: "validation",
    field_validated: "jour de validation",
    field_deliverables: "livrables",
    value_moved: "autre place sur le chemin",
};

pub(super) static EN: Programme = Programme {
    nothing_yet: "Note the programme and its projects: the line draws itself up to the jury.",
    projects_then: |count| {
        if count == 1 {
            format!("{count} project, then the jury’s waiting list, with nothing to ask for.")
        } else {
            format!("{count} projects, then the jury’s waiting list, with nothing to ask for.")
        }
    },
    ends: |day| format!("End of the programme: {day}."),
    edit: "Change the projects",
    close: "Back to the line",
    path: "The road to the jury",
    number: |number| format!("Project {number}"),
    number_now: |number| format!("Project {number}, under way"),
    untitled: "Project to sharpen",
    to_decide: "validation to sharpen",
    review: "review",
    defence: "defence",
    and_then: "And then",
    the_jury: "The jury",
    waiting_list: "on the waiting list",

    about: "The programme",
    name: "Name of the programme",
    first_day: "First day",
    last_day: "Last day",
    last_day_hint: "All projects are validated before it.",
    list: "The projects, in order",
    title_of: |number| format!("Project {number}"),
    validated_by: "Validated by",
    validated_on: "Validated on",
    validated_day: |day| format!("validated on {day}"),
    validated_kept: |title, day| format!("{title}: validated on {day}."),
    go_on_with: |title| format!("Go on with “{title}”"),
    gone_on: |title| format!("Project under way: {title}."),
    deliverables: "Deliverables",
    deliverables_hint: "one to a line",
    earlier: "Move up",
    earlier_named: |title| format!("Move up: {title}"),
    later: "Move down",
    later_named: |title| format!("Move down: {title}"),
    moved: |title, number| format!("{title}: project {number}."),
    remove_ask_title: "Remove this project?",
    remove_body: "Its title and deliverables leave this browser and the copies to come.",
    remove_keep: "Keep the project",
    remove_yes: "Remove the project",
    removed: "Project removed.",

    add: "Add projects",
    add_hint: "One title to a line, typed or pasted. Numbers and bullets come off here.",
    understood: |count| {
        if count == 1 { format!("{count} project understood") } else { format!("{count} projects understood") }
    },
    left_double: |title| format!("Already there: {title}"),
    left_long: |title| format!("Too long for a title: {title}"),
    left_many: |title| format!("Beyond 40 projects: {title}"),
    add_these: |count| if count == 1 { "Add this project".to_owned() } else { format!("Add these {count} projects") },
    added: |count| if count == 1 { format!("{count} project added.") } else { format!("{count} projects added.") },
    nothing_to_add: "No title yet. Nothing changed here. Write one.",

    now_title: "Where do you stand?",
    current: "Project under way",
    none_yet: "Not chosen yet",
    milestone: "Next milestone",
    milestone_hint: "A review session, a submission, a defence.",
    milestone_by: "By when?",
    to_choose: "To sharpen: the project under way and the next milestone.",
    to_choose_current: "To sharpen: the project under way.",
    to_choose_milestone: "To sharpen: the next milestone.",

    record_programme: "Programme",
    record_project: "Project",
    field_name: "name",
    field_start: "first day",
    field_end: "last day",
    field_current: "project under way",
    field_milestone: "next milestone",
    field_milestone_by: "day of the milestone",
    field_title: "title",
    field_order: "place",
    field_mode: "validation",
    field_validated: "validated on",
    field_deliverables: "deliverables",
    value_moved: "elsewhere on the road",
};
