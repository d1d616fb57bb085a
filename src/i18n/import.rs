//! Receiving a copy: picking it, why it cannot be read, reviewing it, what was done.

use super::{Labels, visible};
use crate::document::ReadError;
use crate::document::file::Place;
use crate::document::review::Counts;

texts! {
    /// Receiving a copy, `#/importer`.
    pub struct Import {
        title,
        lede,
        pick_title,
        pick,
        drop_here,
        or_paste,
        paste_label,
        paste_hint,
        paste_read,
        paste_empty,
        empty,
        cut,
        damaged,
        damaged_at(place: &str),
        line(line: u32, column: u32),
        unreadable(record: &str, field: &str),
        file_refused,
        utf16,
        web_page,
        zip,
        too_large,
        not_ours,
        too_new,
        other_pair,
        not_kept,
        backup_failed,
        gone_meanwhile,
        copy_of(mentor: &str, student: &str),
        size(kilobytes: &str),
        new(count: u32),
        changed(count: u32),
        removed(count: u32),
        conflicts(count: u32),
        nothing_title,
        nothing_body,
        safe_first,
        conflicts_title(count: u32),
        becomes,
        empty_value,
        private_refused(count: u32),
        by_hand_title,
        by_hand,
        by_hand_take(field: &str),
        unplaced(count: u32),
        removed_there(name: &str),
        removed_here,
        roles_swapped,
        stranger_known,
        apply(count: u32),
        apply_decisions,
        cancel,
        waiting_choices(count: u32),
        same_title,
        same_body,
        twice_title,
        twice_body,
        done_title,
        done_changes(count: u32),
        done_waiting(count: u32),
        done_return(name: &str),
        fingerprint(digits: &str),
        undo_title,
        last_import(date: &str),
        left_out_title,
        undo,
        undone,
        undone_body,
        to_home,
        to_share(name: &str),
        stranger_title(mentor: &str, student: &str),
        stranger_legend,
        stranger_new,
        stranger_same,
        stranger_same_hint,
        stranger_missing,
        whose_legend,
        whose_missing,
        whose_mentor(name: &str),
        whose_student(name: &str),
        open_pair,
        first_title(mentor: &str, student: &str),
        first_body,
    }
}

impl Import {
    /// Why a file cannot be read, what is safe, what to do.
    pub fn trouble(&self, error: &ReadError, labels: &Labels<'_>) -> String {
        match error {
            ReadError::Empty => self.empty.to_owned(),
            ReadError::TooLarge { .. } => self.too_large.to_owned(),
            ReadError::Utf16 => self.utf16.to_owned(),
            ReadError::WebPage => self.web_page.to_owned(),
            ReadError::Zip => self.zip.to_owned(),
            ReadError::Cut => self.cut.to_owned(),
            ReadError::NotOurs => self.not_ours.to_owned(),
            ReadError::Newer { .. } => self.too_new.to_owned(),
            ReadError::Damaged { place }
            | ReadError::DuplicateName { place }
            | ReadError::NotWhole { place }
            | ReadError::TooDeep { place } => self.damage(place),
            ReadError::Unreadable { path, number } => {
                let record = labels.record(&path.record());
                let record = number.map_or_else(|| record.clone(), |number| format!("{record}\u{a0}{number}"));
                (self.unreadable)(&record, &labels.field(path))
            }
        }
    }

    /// That a file is damaged, and where: whoever changed it by hand finds the place.
    fn damage(&self, place: &Place) -> String {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        match place {
            Place::Line { line, column } => (self.damaged_at)(&(self.line)(number(*line), number(*column))),
            Place::Member(names) if names.is_empty() => self.damaged.to_owned(),
            // Names come from the file, and may be anything.
            Place::Member(names) => (self.damaged_at)(&shortened(&visible(names), LONGEST_PLACE)),
        }
    }

    /// “3 nouveaux, 2 modifiés, 1 conflit”: only what there is.
    pub fn headline(&self, counts: Counts) -> String {
        let said = [
            (counts.new, self.new),
            (counts.changed, self.changed),
            (counts.removed, self.removed),
            (counts.conflicts, self.conflicts),
        ];
        let said = said.into_iter().filter(|(count, _)| *count > 0);
        said.map(|(count, words)| words(u32::try_from(count).unwrap_or(u32::MAX))).collect::<Vec<_>>().join(", ")
    }
}

/// The most letters of a place that are shown.
const LONGEST_PLACE: usize = 80;

/// A text on one line, cut after so many letters.
fn shortened(text: &str, letters: usize) -> String {
    let line: String = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
    match line.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

pub(super) static FR: Import = Import {
    title: "Recevoir une copie",
    lede: "Rien ne change avant votre accord.",
    pick_title: "Le fichier reçu",
    pick: "Choisir le fichier",
    drop_here: "ou déposez-le ici",
    or_paste: "Un texte plutôt qu’un fichier ?",
    paste_label: "Texte de la copie",
    paste_hint: "Collez-le en entier, de la première accolade à la dernière.",
    paste_read: "Lire ce texte",
    paste_empty: "Il manque le texte. Rien n’a changé ici. Collez-le.",
    empty: "Ce fichier est vide. Rien n’a changé ici. Redemandez-le.",
    cut: "Ce fichier est coupé. Rien n’a changé ici. Redemandez-le.",
    damaged: "Ce fichier est abîmé. Rien n’a changé ici. Redemandez-le.",
    damaged_at: |place| format!("Ce fichier est abîmé ({place}). Rien n’a changé ici. Redemandez-le."),
    line: |line, column| format!("ligne {line}, colonne {column}"),
    unreadable: |record, field| format!("{record} : {field} illisible. Rien n’a changé ici. Corrigez le fichier."),
    file_refused: "Le navigateur ne peut pas ouvrir ce fichier. Rien n’a changé ici. Collez son texte.",
    utf16: "Ce fichier est en UTF-16. Rien n’a changé ici. Redemandez-le.",
    web_page: "Ce fichier est une page web. Rien n’a changé ici. Redemandez-le.",
    zip: "Ce fichier est un zip. Rien n’a changé ici. Redemandez-le.",
    too_large: "Ce fichier dépasse 16 Mio. Rien n’a changé ici. Vérifiez son nom.",
    not_ours: "Ce fichier n’est pas une copie de Binôme. Rien n’a changé ici. Vérifiez son nom.",
    too_new: "Cette copie est plus récente que la page. Rien n’a changé ici. Rechargez.",
    other_pair: "Cette copie vient d’un autre binôme. Rien n’a changé ici. Ouvrez-la à part.",
    not_kept: "Le stockage refuse ce changement. Rien n’a changé ici. Libérez de la place.",
    backup_failed: "La sauvegarde préalable n’a pas pu être prise. Rien n’a changé ici. Réessayez.",
    gone_meanwhile: "Le binôme ouvert a changé entre-temps. Rien n’a changé ici. Relisez la copie.",
    copy_of: |mentor, student| format!("Copie du binôme {mentor} et {student}"),
    size: |kilobytes| format!("{kilobytes} ko"),
    new: |count| if count < 2 { format!("{count} nouveau") } else { format!("{count} nouveaux") },
    changed: |count| if count < 2 { format!("{count} modifié") } else { format!("{count} modifiés") },
    removed: |count| if count < 2 { format!("{count} retiré") } else { format!("{count} retirés") },
    conflicts: |count| if count < 2 { format!("{count} conflit") } else { format!("{count} conflits") },
    nothing_title: "Rien de nouveau",
    nothing_body: "Tout ce que dit cette copie est déjà chez vous. Rien n’a changé ici.",
    safe_first: "Une sauvegarde est prise avant tout changement, et vous pourrez le défaire.",
    conflicts_title: |count| {
        if count < 2 { format!("À trancher : {count} conflit") } else { format!("À trancher : {count} conflits") }
    },
    becomes: "devient",
    empty_value: "vide",
    private_refused: |count| {
        if count < 2 {
            format!("{count} note privée a été laissée dehors.")
        } else {
            format!("{count} notes privées ont été laissées dehors.")
        }
    },
    by_hand_title: "Modifié à la main dans le fichier",
    by_hand: "Ces changements n’ont pas d’auteur. Ceux que vous prenez seront les vôtres.",
    by_hand_take: |field| format!("Prendre : {field}"),
    unplaced: |count| {
        if count < 2 {
            format!("{count} élément inconnu a été laissé dehors.")
        } else {
            format!("{count} éléments inconnus ont été laissés dehors.")
        }
    },
    removed_there: |name| format!("Retiré chez {name}, encore écrit ici."),
    removed_here: "Retiré ici, encore écrit dans la copie.",
    roles_swapped: "Les deux prénoms y sont, mais les rôles sont inversés.",
    stranger_known: "Ouvrir ce binôme, déjà ici",
    apply: |count| {
        if count < 2 { format!("Appliquer {count} changement") } else { format!("Appliquer {count} changements") }
    },
    apply_decisions: "Appliquer",
    cancel: "Ne rien changer",
    waiting_choices: |count| {
        if count < 2 {
            format!("{count} conflit attendra sur l’accueil, si vous ne choisissez pas.")
        } else {
            format!("{count} conflits attendront sur l’accueil, si vous ne choisissez pas.")
        }
    },
    same_title: "Ce qui ne bouge pas",
    same_body: "Ce qui n’existe que chez vous reste. Vos notes privées aussi.",
    twice_title: "Deux fois le même fichier ?",
    twice_body: "Aucun risque : la seconde fois ne change rien, et la page le dit.",
    done_title: "La copie est reçue",
    done_changes: |count| {
        if count < 2 { format!("{count} changement est ici.") } else { format!("{count} changements sont ici.") }
    },
    done_waiting: |count| {
        if count < 2 {
            format!("{count} conflit attend sur l’accueil.")
        } else {
            format!("{count} conflits attendent sur l’accueil.")
        }
    },
    done_return: |name| format!("{name} aura la même copie si vous rendez la vôtre."),
    fingerprint: |digits| format!("Empreinte : {digits}"),
    undo_title: "Le dernier import",
    last_import: |date| format!("Fait {date}. Il peut encore être défait."),
    left_out_title: "Laissé dehors",
    undo: "Défaire l’import",
    undone: "L’import est défait",
    undone_body: "Tout est comme avant, avec ce que vous avez écrit depuis.",
    to_home: "Aller à l’accueil",
    to_share: |name| format!("Donner une copie à {name}"),
    stranger_title: |mentor, student| format!("Une copie du binôme {mentor} et {student}"),
    stranger_legend: "Qu’est-ce que cette copie ?",
    stranger_new: "Un nouveau binôme",
    stranger_same: "C’est le même, commencé deux fois",
    stranger_same_hint: "Les deux se rejoignent. Ce qui diffère sera à trancher.",
    stranger_missing: "Il manque ce choix. Rien n’a changé ici. Choisissez.",
    whose_legend: "À qui est ce navigateur ?",
    whose_missing: "Il manque votre prénom. Rien n’a changé ici. Choisissez.",
    whose_mentor: |name| format!("À {name}, mentor"),
    whose_student: |name| format!("À {name}, étudiant·e"),
    open_pair: "Ouvrir ce binôme",
    first_title: |mentor, student| format!("{mentor} et {student}"),
    first_body: "Ce navigateur gardera ce binôme. Dites à qui il est.",
};

pub(super) static EN: Import = Import {
    title: "Receive a copy",
    lede: "Nothing changes before you agree.",
    pick_title: "The file you received",
    pick: "Choose the file",
    drop_here: "or drop it here",
    or_paste: "Text rather than a file?",
    paste_label: "Text of the copy",
    paste_hint: "Paste all of it, from the first brace to the last.",
    paste_read: "Read this text",
    paste_empty: "The text is missing. Nothing changed here. Paste it.",
    empty: "This file is empty. Nothing changed here. Ask for it again.",
    cut: "This file is cut. Nothing changed here. Ask for it again.",
    damaged: "This file is damaged. Nothing changed here. Ask for it again.",
    damaged_at: |place| format!("This file is damaged ({place}). Nothing changed here. Ask for it again."),
    line: |line, column| format!("line {line}, column {column}"),
    unreadable: |record, field| format!("{record}: {field} unreadable. Nothing changed here. Mend the file."),
    file_refused: "The browser cannot open this file. Nothing changed here. Paste its text.",
    utf16: "This file is in UTF-16. Nothing changed here. Ask for it again.",
    web_page: "This file is a web page. Nothing changed here. Ask for it again.",
    zip: "This file is a zip. Nothing changed here. Ask for it again.",
    too_large: "This file is over 16 MiB. Nothing changed here. Check its name.",
    not_ours: "This file is not a copy from Binôme. Nothing changed here. Check its name.",
    too_new: "This copy is newer than the page. Nothing changed here. Reload.",
    other_pair: "This copy is another pair’s. Nothing changed here. Open it separately.",
    not_kept: "Storage refuses this change. Nothing changed here. Make some room.",
    backup_failed: "The backup taken first did not succeed. Nothing changed here. Try again.",
    gone_meanwhile: "The open pair changed meanwhile. Nothing changed here. Read the copy again.",
    copy_of: |mentor, student| format!("Copy of the pair {mentor} and {student}"),
    size: |kilobytes| format!("{kilobytes} kB"),
    new: |count| format!("{count} new"),
    changed: |count| format!("{count} changed"),
    removed: |count| format!("{count} removed"),
    conflicts: |count| if count == 1 { "1 conflict".to_owned() } else { format!("{count} conflicts") },
    nothing_title: "Nothing new",
    nothing_body: "You already have everything in this copy. Nothing changed here.",
    safe_first: "A backup is taken before anything changes, and you can undo it.",
    conflicts_title: |count| {
        if count == 1 { "To decide: 1 conflict".to_owned() } else { format!("To decide: {count} conflicts") }
    },
    becomes: "becomes",
    empty_value: "empty",
    private_refused: |count| {
        if count == 1 {
            "1 private note was left out.".to_owned()
        } else {
            format!("{count} private notes were left out.")
        }
    },
    by_hand_title: "Changed by hand in the file",
    by_hand: "These changes have no author. Those you take will be yours.",
    by_hand_take: |field| format!("Take: {field}"),
    unplaced: |count| {
        if count == 1 {
            "1 unknown item was left out.".to_owned()
        } else {
            format!("{count} unknown items were left out.")
        }
    },
    removed_there: |name| format!("Removed by {name}, still written here."),
    removed_here: "Removed here, still written in the copy.",
    roles_swapped: "Both first names are in it, with the roles swapped.",
    stranger_known: "Open this pair, already here",
    apply: |count| if count == 1 { "Apply 1 change".to_owned() } else { format!("Apply {count} changes") },
    apply_decisions: "Apply",
    cancel: "Change nothing",
    waiting_choices: |count| {
        if count == 1 {
            "1 conflict will wait on the home page unless you choose.".to_owned()
        } else {
            format!("{count} conflicts will wait on the home page unless you choose.")
        }
    },
    same_title: "What does not move",
    same_body: "What exists only here stays. So do your private notes.",
    twice_title: "The same file twice?",
    twice_body: "No risk: the second time changes nothing, and the page says so.",
    done_title: "The copy is in",
    done_changes: |count| {
        if count == 1 { "1 change is here.".to_owned() } else { format!("{count} changes are here.") }
    },
    done_waiting: |count| {
        if count == 1 {
            "1 conflict waits on the home page.".to_owned()
        } else {
            format!("{count} conflicts wait on the home page.")
        }
    },
    done_return: |name| format!("For {name} to have the same copy, give yours back."),
    fingerprint: |digits| format!("Fingerprint: {digits}"),
    undo_title: "The last import",
    last_import: |date| format!("Done {date}. It can still be undone."),
    left_out_title: "Left out",
    undo: "Undo the import",
    undone: "The import is undone",
    undone_body: "Everything is as before, with what you wrote since.",
    to_home: "Go to the home page",
    to_share: |name| format!("Give {name} a copy"),
    stranger_title: |mentor, student| format!("A copy of the pair {mentor} and {student}"),
    stranger_legend: "What is this copy?",
    stranger_new: "A new pair",
    stranger_same: "The same pair, started twice",
    stranger_same_hint: "The two join. What differs will be yours to decide.",
    stranger_missing: "This choice is missing. Nothing changed here. Choose.",
    whose_legend: "Whose browser is this?",
    whose_missing: "Your name is missing. Nothing changed here. Choose.",
    whose_mentor: |name| format!("{name}’s, the mentor"),
    whose_student: |name| format!("{name}’s, the student"),
    open_pair: "Open this pair",
    first_title: |mentor, student| format!("{mentor} and {student}"),
    first_body: "This browser will keep this pair. Say whose browser it is.",
};
