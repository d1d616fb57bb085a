//! The example around its pages: how one gets to it, what says that it is one, how it goes. What it tells is in `demo`.

texts! {
    /// The example, from outside.
    pub struct Example {
        link,
        title,
        on_its_way,
        trouble,
        banner,
        remove,
        removed,
        own,
        tag,
    }
}

pub(super) static FR: Example = Example {
    link: "Voir un exemple",
    title: "Un exemple",
    on_its_way: "Quatre mois de Samira et Hugo, qui n’existent pas. Un instant.",
    trouble: "L’exemple n’a pas pu s’ouvrir. Rien n’a changé ici. Revenez à l’accueil.",
    banner: "C’est un exemple.",
    remove: "Retirer l’exemple",
    removed: "Exemple retiré pour de bon.",
    own: "Commencer le vôtre",
    tag: "exemple",
};

pub(super) static EN: Example = Example {
    link: "See an example",
    title: "An example",
    on_its_way: "Four months of Samira and Hugo, who do not exist. One moment.",
    trouble: "The example could not open. Nothing changed here. Go back home.",
    banner: "This is an example.",
    remove: "Remove the example",
    removed: "Example removed for good.",
    own: "Start your own",
    tag: "example",
};
