//! Removing a pair from the list, and erasing one for good.

texts! {
    /// Removing and erasing a pair.
    pub struct Removal {
        title,
        note,
        retire_button,
        retire_question(name: &str),
        retire_body(date: &str),
        retired,
        keep,
        erase_button,
        erase_question(name: &str),
        erase_body(name: &str),
        erase_yes,
        erase_named(name: &str),
        erased,
        failed,
        list_title,
        until(date: &str),
        put_back,
        put_back_named(name: &str),
        put_back_done,
        copy_first,
    }
}

pub(super) static FR: Removal = Removal {
    title: "Retirer ou effacer ce binôme",
    note: "Retiré, il se remet dans la liste pendant 30 jours. Effacé, c’est définitif.",
    retire_button: "Retirer ce binôme",
    retire_question: |name| format!("Retirer de la liste le binôme avec {name} ?"),
    retire_body: |date| {
        format!("Une sauvegarde est faite. Il se remet dans la liste jusqu’au {date}, puis il s’efface.")
    },
    retired: "Le binôme est retiré. La liste permet de le remettre.",
    keep: "Ne rien changer",
    erase_button: "Effacer ce binôme",
    erase_question: |name| format!("Effacer ici le binôme avec {name}, sauvegardes comprises ?"),
    erase_body: |name| format!("C’est définitif ici. La copie chez {name} reste."),
    erase_yes: "Effacer",
    erase_named: |name| format!("Effacer le binôme avec {name}"),
    erased: "Le binôme est effacé ici.",
    failed: "Le stockage refuse. Rien n’a changé ici. Fermez les autres onglets, puis réessayez.",
    list_title: "Retirés de la liste",
    until: |date| format!("Peut se remettre jusqu’au {date}, puis s’efface."),
    put_back: "Remettre",
    put_back_named: |name| format!("Remettre le binôme avec {name}"),
    put_back_done: "Le binôme est de nouveau dans la liste.",
    copy_first: "Garder d’abord une sauvegarde complète",
};

pub(super) static EN: Removal = Removal {
    title: "Remove or erase this pair",
    note: "Removed, it can be put back for 30 days. Erased, it is gone for good.",
    retire_button: "Remove this pair",
    retire_question: |name| format!("Remove the pair with {name} from the list?"),
    retire_body: |date| format!("A backup is made. It can be put back until {date}, then it is erased."),
    retired: "The pair is removed. The list lets you put it back.",
    keep: "Change nothing",
    erase_button: "Erase this pair",
    erase_question: |name| format!("Erase the pair with {name} here, backups included?"),
    erase_body: |name| format!("This is final here. {name}’s copy remains."),
    erase_yes: "Erase",
    erase_named: |name| format!("Erase the pair with {name}"),
    erased: "The pair is erased here.",
    failed: "Storage refuses. Nothing changed here. Close the other tabs, then try again.",
    list_title: "Removed from the list",
    until: |date| format!("Can be put back until {date}, then it is erased."),
    put_back: "Put back",
    put_back_named: |name| format!("Put back the pair with {name}"),
    put_back_done: "The pair is in the list again.",
    copy_first: "Keep a full backup first",
};
