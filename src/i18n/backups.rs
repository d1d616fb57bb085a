//! Backups kept in this browser, and the file of the whole browser.

texts! {
    /// Backups, in the settings and on the import screen.
    pub struct Backups {
        title,
        note,
        none,
        unreadable,
        daily,
        before_import,
        before_restore,
        before_removal,
        line(moment: &str, reason: &str),
        look,
        look_at(moment: &str),
        preview_title(moment: &str),
        preview_body,
        nothing,
        remove_later,
        remove_later_hint,
        restore(count: u32),
        cancel,
        restored,
        backup_failed,
        gone,
        full_title,
        full_note,
        full_save,
        full_saved,
        full_partial(count: usize),
        full_failed,
        full_reopen,
        whole_title,
        whole_lede,
        whole_new,
        whole_nothing,
        whole_changes(new: u32, changed: u32, conflicts: u32),
        whole_profile,
        whole_profile_comes,
        whole_apply,
        whole_done_title,
        whole_nothing_here,
    }
}

pub(super) static FR: Backups = Backups {
    title: "Les sauvegardes",
    note: "Gardées dans ce navigateur : une par jour, une avant chaque import. Restaurer peut se défaire.",
    none: "Pas encore de sauvegarde. La première se fait à la prochaine visite.",
    unreadable: "Les sauvegardes ne se lisent pas ici. Le reste est intact. Gardez une copie.",
    daily: "sauvegarde du jour",
    before_import: "avant un import",
    before_restore: "avant une restauration",
    before_removal: "avant le retrait du binôme",
    line: |moment, reason| format!("{moment}, {reason}"),
    look: "Voir ce qui changerait",
    look_at: |moment| format!("Voir ce qui changerait avec celle du {moment}"),
    preview_title: |moment| format!("Restaurer la sauvegarde du {moment}"),
    preview_body: "Rien n’a encore changé. Une sauvegarde est faite avant.",
    nothing: "Cette sauvegarde dit la même chose. Rien ne changerait.",
    remove_later: "Retirer aussi ce qui a été ajouté depuis",
    remove_later_hint: "Sinon, cela reste.",
    restore: |count| {
        if count < 2 { format!("Restaurer {count} changement") } else { format!("Restaurer {count} changements") }
    },
    cancel: "Ne rien changer",
    restored: "La sauvegarde est restaurée.",
    backup_failed: "La sauvegarde d’avant n’a pas pu se faire. Rien n’a changé ici. Libérez de la place, puis réessayez.",
    gone: "Cette sauvegarde ne se lit plus. Rien n’a changé ici. Essayez-en une autre.",
    full_title: "Tout ce navigateur",
    full_note: "Un seul fichier avec tous les binômes, vos notes privées et vos textes pour les prochains. Il est pour vous : ne le donnez pas.",
    full_save: "Enregistrer une sauvegarde complète",
    full_saved: "Sauvegarde complète enregistrée. Elle contient vos notes privées.",
    full_partial: |count| {
        let (pairs, are, they) = if count < 2 {
            (format!("{count} binôme ne s’est pas lu"), "n’y est pas", "Il est toujours")
        } else {
            (format!("{count} binômes ne se sont pas lus"), "n’y sont pas", "Ils sont toujours")
        };
        format!(
            "Sauvegarde enregistrée, mais incomplète : {pairs} et {are}. {they} dans ce navigateur. Rechargez la page, puis recommencez."
        )
    },
    full_failed: "Le navigateur refuse l’enregistrement. Rien n’est perdu. Réessayez.",
    full_reopen: "Reprendre une sauvegarde complète",
    whole_title: "Une sauvegarde complète",
    whole_lede: "Rien n’a encore changé. Chaque binôme déjà ici est sauvegardé d’abord.",
    whole_new: "pas encore ici",
    whole_nothing: "rien de nouveau",
    whole_changes: |new, changed, conflicts| {
        let new = if new < 2 { format!("{new} nouveau") } else { format!("{new} nouveaux") };
        let changed = if changed < 2 { format!("{changed} modifié") } else { format!("{changed} modifiés") };
        let conflicts = if conflicts < 2 { format!("{conflicts} conflit") } else { format!("{conflicts} conflits") };
        format!("{new}, {changed}, {conflicts}")
    },
    whole_profile: "Vos textes pour les prochains binômes",
    whole_profile_comes: "ce qui manque ici revient, le reste ne change pas",
    whole_apply: "Tout reprendre",
    whole_done_title: "La sauvegarde est reprise",
    whole_nothing_here: "Tout ce qu’elle contient est déjà ici. Rien n’a changé.",
};

pub(super) static EN: Backups = Backups {
    title: "Backups",
    note: "Kept in this browser: one a day, one before each import. Restoring can be undone.",
    none: "No backup yet. The first is made at the next visit.",
    unreadable: "Backups cannot be read here. The rest is intact. Keep a copy.",
    daily: "backup of the day",
    before_import: "before an import",
    before_restore: "before a restore",
    before_removal: "before the pair was removed",
    line: |moment, reason| format!("{moment}, {reason}"),
    look: "See what would change",
    look_at: |moment| format!("See what would change with the one of {moment}"),
    preview_title: |moment| format!("Restore the backup of {moment}"),
    preview_body: "Nothing has changed yet. A backup is made first.",
    nothing: "This backup says the same. Nothing would change.",
    remove_later: "Also remove what was added since",
    remove_later_hint: "Otherwise it stays.",
    restore: |count| if count == 1 { "Restore 1 change".to_owned() } else { format!("Restore {count} changes") },
    cancel: "Change nothing",
    restored: "The backup is restored.",
    backup_failed: "The backup made first did not succeed. Nothing changed here. Free some space, then try again.",
    gone: "This backup can no longer be read. Nothing changed here. Try another.",
    full_title: "This whole browser",
    full_note: "One file with all pairs, your private notes and your texts for the pairs to come. It is for you: do not give it away.",
    full_save: "Save a full backup",
    full_saved: "Full backup saved. It holds your private notes.",
    full_partial: |count| {
        let (pairs, they) =
            if count == 1 { ("1 pair".to_owned(), "It is") } else { (format!("{count} pairs"), "They are") };
        format!(
            "Backup saved, but incomplete: {pairs} could not be read and is missing from it. {they} still in this browser. Reload the page, then start again."
        )
    },
    full_failed: "The browser refuses to save. Nothing is lost. Try again.",
    full_reopen: "Bring a full backup back",
    whole_title: "A full backup",
    whole_lede: "Nothing has changed yet. Each pair already here is backed up first.",
    whole_new: "not here yet",
    whole_nothing: "nothing new",
    whole_changes: |new, changed, conflicts| {
        let conflicts = if conflicts == 1 { "1 conflict".to_owned() } else { format!("{conflicts} conflicts") };
        format!("{new} new, {changed} changed, {conflicts}")
    },
    whole_profile: "Your texts for the pairs to come",
    whole_profile_comes: "what is missing here comes back, the rest does not change",
    whole_apply: "Bring it all back",
    whole_done_title: "The backup is back",
    whole_nothing_here: "You already have everything in it. Nothing changed.",
};
