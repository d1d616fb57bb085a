//! The defence kit: the deposit's countdown, file names, the check of names, and the plan of the time.

use crate::domain::kit::Stage;
use crate::domain::kit::check::Fault;
use crate::domain::kit::pattern::Piece;

texts! {
    /// The defence kit, `#/soutenance`.
    pub struct KitWords {
        record,
        field_surname,
        field_archive,
        field_files,
        presentation,
        discussion,
        debrief,

        page,
        title(project: &str),
        no_project,
        no_project_body,
        no_project_link,
        to_session,
        link,

        deposit,
        deposit_by(moment: &str),
        deposit_left(time: &str),
        deposit_gone(time: &str),
        deposit_on_time(moment: &str),
        deposit_late(moment: &str),
        deposit_none,
        deposit_source(hours: u32),
        deposit_note,
        deposit_undo,
        deposit_noted,
        deposit_undone,

        names,
        names_note,
        surname,
        surname_hint,
        archive,
        files,
        pattern_hint,
        archive_name,
        copy,
        copy_named(name: &str),
        copied,
        not_copied,
        name_label,
        ending,
        missing(what: &str),
        piece_title,
        piece_surname,
        piece_first,
        piece_number,
        piece_deliverable,
        no_deliverable,
        deliverables_link,

        check,
        check_note,
        pasted,
        pasted_hint,
        fits,
        write_rather(name: &str),
        unlike,
        left(names: &str),
        all_there,
        accents,
        spaces,
        signs,
        case,
        order,
        lacks(words: &str),
        extra(words: &str),

        plan,
        plan_note,
        plan_line(from: &str, to: &str, what: &str),
        plan_whole(time: &str),
        plan_longer(time: &str, slot: &str),
        minutes_unit,
    }
}

impl KitWords {
    /// A part of the defence's time.
    pub fn stage(&self, stage: Stage) -> &'static str {
        match stage {
            Stage::Presentation => self.presentation,
            Stage::Discussion => self.discussion,
            Stage::Debrief => self.debrief,
        }
    }

    /// What is missing for a name.
    pub fn piece(&self, piece: Piece) -> &'static str {
        match piece {
            Piece::Title => self.piece_title,
            Piece::Surname => self.piece_surname,
            Piece::First => self.piece_first,
            Piece::Number => self.piece_number,
            Piece::Deliverable => self.piece_deliverable,
        }
    }

    /// What is to change in a name.
    pub fn fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::Accents => self.accents.to_owned(),
            Fault::Spaces => self.spaces.to_owned(),
            Fault::Signs => self.signs.to_owned(),
            Fault::Case => self.case.to_owned(),
            Fault::Order => self.order.to_owned(),
            Fault::Missing(words) => (self.lacks)(&words.join(", ")),
            Fault::Extra(words) => (self.extra)(&words.join(", ")),
        }
    }
}

pub(super) static FR: KitWords = KitWords {
    record: "Soutenance",
    field_surname: "nom de famille pour les fichiers",
    field_archive: "modèle de l’archive",
    field_files: "modèle des fichiers",
    presentation: "présentation",
    discussion: "échange",
    debrief: "retour",

    page: "Préparer la soutenance",
    title: |project| format!("Préparer la soutenance : {project}"),
    no_project: "Aucun projet à soutenir",
    no_project_body: "Notez les projets de la formation, et lesquels finissent par une soutenance.",
    no_project_link: "Noter les projets",
    to_session: "Ouvrir la soutenance",
    link: "Préparer les fichiers et la présentation",

    deposit: "Le dépôt des livrables",
    deposit_by: |moment| format!("Déposez au plus tard {moment}."),
    deposit_left: |time| format!("Encore {time}."),
    deposit_gone: |time| {
        format!("Limite passée depuis {time}. Déposez quand même et prévenez l’évaluateur ou l’évaluatrice.")
    },
    deposit_on_time: |moment| format!("Déposés {moment} : à temps."),
    deposit_late: |moment| format!("Déposés {moment} : après la limite."),
    deposit_none: "Pas de soutenance réservée : la limite viendra avec sa date.",
    deposit_source: |hours| {
        format!("La règle : au moins {hours} h avant. Pile à l’heure est à temps, selon notre lecture.")
    },
    deposit_note: "Noter le dépôt, maintenant",
    deposit_undo: "Le dépôt n’est pas fait",
    deposit_noted: "Dépôt noté.",
    deposit_undone: "Le dépôt n’est plus noté.",

    names: "Les noms des fichiers",
    names_note: "Modèles vus sur des pages d’aide publiques, pas dans le guide : une supposition, à changer si votre projet en demande d’autres.",
    surname: "Nom de famille de l’étudiant·e",
    surname_hint: "Il ne sert qu’aux noms des fichiers.",
    archive: "Modèle de l’archive",
    files: "Modèle des fichiers",
    pattern_hint: "titre_du_projet, nom, prenom, 1, livrable, mmaaaa sont remplacés, avec leurs majuscules. Le reste est gardé.",
    archive_name: "L’archive",
    copy: "Copier",
    copy_named: |name| format!("Copier {name}"),
    copied: "Nom copié.",
    not_copied: "Le navigateur refuse de copier. Le nom est sélectionné : copiez-le.",
    name_label: "Nom du fichier",
    ending: "Gardez la fin qui dit le type : .zip, .pdf…",
    missing: |what| format!("Il manque : {what}."),
    piece_title: "le titre du projet",
    piece_surname: "le nom de famille",
    piece_first: "le prénom",
    piece_number: "le numéro",
    piece_deliverable: "le livrable",
    no_deliverable: "Aucun livrable noté pour ce projet : un par ligne, chacun aura son nom.",
    deliverables_link: "Noter les livrables",

    check: "Vérifier vos noms",
    check_note: "Collez les noms de vos fichiers, un par ligne. Rien n’est gardé ni envoyé.",
    pasted: "Noms de fichiers",
    pasted_hint: "Les fichiers restent sur votre appareil : leurs noms suffisent.",
    fits: "convient",
    write_rather: |name| format!("Écrivez plutôt : {name}"),
    unlike: "ne ressemble à aucun nom attendu",
    left: |names| format!("Il manque encore : {names}."),
    all_there: "Tous les fichiers attendus sont là.",
    accents: "des accents",
    spaces: "des espaces",
    signs: "d’autres signes entre les mots",
    case: "d’autres majuscules",
    order: "un autre ordre",
    lacks: |words| format!("absent : {words}"),
    extra: |words| format!("en trop : {words}"),

    plan: "Le temps de la soutenance",
    plan_note: "Durées vues en pratique, pas dans le guide : une supposition, à changer selon la formation. Trop courte ou trop longue, une soutenance peut être refusée.",
    plan_line: |from, to, what| format!("{from} – {to} : {what}"),
    plan_whole: |time| format!("{time} en tout."),
    plan_longer: |time, slot| format!("{time} en tout ; le créneau dure {slot}."),
    minutes_unit: "min",
};

pub(super) static EN: KitWords = KitWords {
    record: "Defence",
    field_surname: "family name for files",
    field_archive: "pattern of the archive",
    field_files: "pattern of the files",
    presentation: "presentation",
    discussion: "discussion",
    debrief: "debrief",

    page: "Prepare the defence",
    title: |project| format!("Prepare the defence: {project}"),
    no_project: "No project to defend",
    no_project_body: "Note the projects of the programme, and which of them end with a defence.",
    no_project_link: "Note the projects",
    to_session: "Open the defence",
    link: "Prepare the files and the presentation",

    deposit: "Submitting the deliverables",
    deposit_by: |moment| format!("Submit by {moment}."),
    deposit_left: |time| format!("{time} left."),
    deposit_gone: |time| format!("The limit was {time} ago. Submit all the same and tell the assessor."),
    deposit_on_time: |moment| format!("Submitted {moment}: on time."),
    deposit_late: |moment| format!("Submitted {moment}: after the limit."),
    deposit_none: "No defence booked: the limit comes with its date.",
    deposit_source: |hours| {
        format!("The rule: at least {hours} h before. Exactly on the hour is on time, as we read it.")
    },
    deposit_note: "Note that it is submitted, now",
    deposit_undo: "It is not submitted",
    deposit_noted: "Noted as submitted.",
    deposit_undone: "No longer noted as submitted.",

    names: "The files’ names",
    names_note: "Patterns seen on public help pages, not in the guide: an assumption, to change when your project asks for others.",
    surname: "The student’s family name",
    surname_hint: "Only the files’ names use it.",
    archive: "Pattern of the archive",
    files: "Pattern of the files",
    pattern_hint: "titre_du_projet, nom, prenom, 1, livrable, mmaaaa are replaced, with their capitals (or title, surname, deliverable, mmyyyy). The rest is kept.",
    archive_name: "The archive",
    copy: "Copy",
    copy_named: |name| format!("Copy {name}"),
    copied: "Name copied.",
    not_copied: "The browser refuses to copy. The name is selected: copy it.",
    name_label: "File name",
    ending: "Keep the ending that says the type: .zip, .pdf…",
    missing: |what| format!("Missing: {what}."),
    piece_title: "the project’s title",
    piece_surname: "the family name",
    piece_first: "the first name",
    piece_number: "the number",
    piece_deliverable: "the deliverable",
    no_deliverable: "No deliverable noted for this project: one a line, each gets its name.",
    deliverables_link: "Note the deliverables",

    check: "Check your names",
    check_note: "Paste the names of your files, one a line. Nothing is kept or sent.",
    pasted: "File names",
    pasted_hint: "The files stay on your device: their names are enough.",
    fits: "fits",
    write_rather: |name| format!("Write rather: {name}"),
    unlike: "is like no expected name",
    left: |names| format!("Still missing: {names}."),
    all_there: "All the expected files are there.",
    accents: "accents",
    spaces: "spaces",
    signs: "other signs between the words",
    case: "other capitals",
    order: "another order",
    lacks: |words| format!("missing: {words}"),
    extra: |words| format!("too many: {words}"),

    plan: "The time of the defence",
    plan_note: "Lengths seen in practice, not in the guide: an assumption, to change with the programme. Too short or too long, a defence may be refused.",
    plan_line: |from, to, what| format!("{from}–{to}: {what}"),
    plan_whole: |time| format!("{time} in all."),
    plan_longer: |time, slot| format!("{time} in all; the slot is {slot} long."),
    minutes_unit: "min",
};
