//! The list of pairs in this browser.

texts! {
    /// The list of pairs, `#/binomes`.
    pub struct Pairs {
        title,
        lede(count: u32),
        open(name: &str),
        next_session,
        nothing_booked,
        what_waits,
        nothing_waits,
        questions(count: u32),
        opened,
        start,
        receive,
        you_are_mentor,
        you_are_student,
    }
}

pub(super) static FR: Pairs = Pairs {
    title: "Vos binômes",
    lede: |count| {
        if count < 2 {
            format!("{count} binôme dans ce navigateur.")
        } else {
            format!("{count} binômes dans ce navigateur.")
        }
    },
    open: |name| format!("Ouvrir le binôme avec {name}"),
    next_session: "Prochaine session",
    nothing_booked: "Rien de réservé",
    what_waits: "Ce qui attend",
    nothing_waits: "Rien n’attend",
    questions: |count| {
        if count < 2 { format!("{count} question en attente") } else { format!("{count} questions en attente") }
    },
    opened: "ouvert en ce moment",
    start: "Commencer un binôme",
    receive: "Recevoir une copie",
    you_are_mentor: "Vous y êtes mentor",
    you_are_student: "Vous y êtes étudiant·e",
};

pub(super) static EN: Pairs = Pairs {
    title: "Your pairs",
    lede: |count| {
        if count == 1 { "1 pair in this browser.".to_owned() } else { format!("{count} pairs in this browser.") }
    },
    open: |name| format!("Open the pair with {name}"),
    next_session: "Next session",
    nothing_booked: "Nothing booked",
    what_waits: "What waits",
    nothing_waits: "Nothing waits",
    questions: |count| {
        if count == 1 { "1 question waiting".to_owned() } else { format!("{count} questions waiting") }
    },
    opened: "open now",
    start: "Start a pair",
    receive: "Receive a copy",
    you_are_mentor: "You are the mentor",
    you_are_student: "You are the student",
};
