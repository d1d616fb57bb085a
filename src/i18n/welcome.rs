//! First run: two names, and the call begins.

texts! {
    /// First run.
    pub struct Welcome {
        page_title,
        title,
        lede,
        who_guides,
        who_learns,
        whose_browser,
        whose_browser_hint,
        shared_screen,
        shared_screen_hint,
        length,
        length_unit,
        start,
        got_a_file,
        where_data_goes,
        keep_a_copy,
        mentor_name_missing,
        student_name_missing,
    }
}

pub(super) static FR: Welcome = Welcome {
    page_title: "Bienvenue",
    title: "Deux prénoms, et l’appel commence",
    lede: "Cinq étapes pour se connaître et s’organiser. Puis une page à rouvrir chaque semaine, jusqu’au jury.",
    who_guides: "Qui accompagne ?",
    who_learns: "Qui apprend ?",
    whose_browser: "À qui est ce navigateur ?",
    whose_browser_hint: "Ce que vous écrivez ici porte ce prénom.",
    shared_screen: "Écran partagé",
    shared_screen_hint: "Vous suivez l’appel à deux sur cette page : texte plus grand, ni menus ni notes privées.",
    length: "Durée de l’appel",
    length_unit: "minutes, que les cinq étapes se partagent",
    start: "Commencer l’appel",
    got_a_file: "J’ai reçu un fichier",
    where_data_goes: "Où vont les données ?",
    keep_a_copy: "Tout reste dans ce navigateur, qui peut l’effacer : gardez une copie.",
    mentor_name_missing: "Qui accompagne : il manque un prénom. Le reste est gardé. Ajoutez-le.",
    student_name_missing: "Qui apprend : il manque un prénom. Le reste est gardé. Ajoutez-le.",
};

pub(super) static EN: Welcome = Welcome {
    page_title: "Welcome",
    title: "Two first names and the call begins",
    lede: "Five steps to get to know each other and get organised. Then a page to open every week, up to the jury.",
    who_guides: "Who guides?",
    who_learns: "Who learns?",
    whose_browser: "Whose browser is this?",
    whose_browser_hint: "What you write here carries this name.",
    shared_screen: "Shared screen",
    shared_screen_hint: "You both follow the call on this page: larger text, no menus, no private notes.",
    length: "Length of the call",
    length_unit: "minutes, shared by the five steps",
    start: "Start the call",
    got_a_file: "I was sent a file",
    where_data_goes: "Where does the data go?",
    keep_a_copy: "Everything stays in this browser, which may erase it: keep a copy.",
    mentor_name_missing: "Who guides: a first name is missing. The rest is kept. Add it.",
    student_name_missing: "Who learns: a first name is missing. The rest is kept. Add it.",
};
