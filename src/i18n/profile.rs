//! What a mentor keeps in a browser for the students to come.

texts! {
    /// The mentor's own, wherever it is kept or taken over.
    pub struct Profile {
        title,
        lede,
        name,
        intro_title,
        reach_title,
        note,
        hours,
        programmes_title,
        programmes_none,
        programme_name,
        unnamed,
        projects(count: usize),
        mode_of(project: &str),
        mode_later,
        remove,
        remove_named(programme: &str),
        removed,
        keep,
        kept,
        kept_now,
        take,
        take_hint,
        taken,
        keep_reach,
        keep_programme,
        start_from(programme: &str, count: usize),
        on_first_run,
        on_first_run_hint,
    }
}

pub(super) static FR: Profile = Profile {
    title: "Pour vos prochains étudiants",
    lede: "Gardé dans ce navigateur, hors de tout binôme. Chaque nouveau binôme peut le reprendre.",
    name: "Votre prénom",
    intro_title: "Votre présentation",
    reach_title: "Vous joindre entre deux sessions",
    note: "Ce qu’il faut savoir pour vous écrire",
    hours: "Vous répondez sous",
    programmes_title: "Les formations que vous accompagnez",
    programmes_none: "Aucune formation gardée. L’étape Formation d’un appel sait en garder une.",
    programme_name: "Nom de la formation",
    unnamed: "Formation sans nom",
    projects: |count| if count < 2 { format!("{count} projet") } else { format!("{count} projets") },
    mode_of: |project| format!("Validation : {project}"),
    mode_later: "pas encore connue",
    remove: "Retirer",
    remove_named: |programme| format!("Retirer la formation : {programme}"),
    removed: "Formation retirée de ce navigateur.",
    keep: "Garder pour mes prochains étudiants",
    kept: "Gardé dans ce navigateur pour vos prochains étudiants.",
    kept_now: "Gardé pour vos prochains étudiants.",
    take: "Reprendre ma présentation",
    take_hint: "Celle que vous avez gardée. Vos mots d’ici ne sont pas touchés.",
    taken: "Présentation reprise.",
    keep_reach: "Garder ces moyens pour mes prochains étudiants",
    keep_programme: "Garder ce parcours pour mes prochains étudiants",
    start_from: |programme, count| {
        if count < 2 {
            format!("Partir de « {programme} », {count} projet")
        } else {
            format!("Partir de « {programme} », {count} projets")
        }
    },
    on_first_run: "Reprendre ma présentation",
    on_first_run_hint: "Vos réponses gardées remplissent votre carte. Vous pourrez les changer.",
};

pub(super) static EN: Profile = Profile {
    title: "For your next students",
    lede: "Kept in this browser, outside any pair. Each new pair can take it over.",
    name: "Your first name",
    intro_title: "Your introduction",
    reach_title: "Reaching you between sessions",
    note: "What people need to know to write to you",
    hours: "You answer within",
    programmes_title: "The programmes you mentor",
    programmes_none: "No programme kept. The Programme step of a call can keep one.",
    programme_name: "Name of the programme",
    unnamed: "Programme without a name",
    projects: |count| if count == 1 { "1 project".to_owned() } else { format!("{count} projects") },
    mode_of: |project| format!("Validation: {project}"),
    mode_later: "not known yet",
    remove: "Remove",
    remove_named: |programme| format!("Remove the programme: {programme}"),
    removed: "Programme removed from this browser.",
    keep: "Keep for my next students",
    kept: "Kept in this browser for your next students.",
    kept_now: "Kept for your next students.",
    take: "Take over my introduction",
    take_hint: "The one you kept. Your words here are left alone.",
    taken: "Introduction taken over.",
    keep_reach: "Keep these for my next students",
    keep_programme: "Keep this path for my next students",
    start_from: |programme, count| {
        if count == 1 {
            format!("Start from “{programme}”, 1 project")
        } else {
            format!("Start from “{programme}”, {count} projects")
        }
    },
    on_first_run: "Take over my introduction",
    on_first_run_hint: "Your kept answers fill your card. You can change them.",
};
