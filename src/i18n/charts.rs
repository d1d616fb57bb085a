//! The plots and their tables: goals session by session, projects against the calendar.

texts! {
    /// The plots, `#/courbes`.
    pub struct Charts {
        title,
        lede,
        link,

        goals_title,
        goals_key,
        too_early,
        shown(first: usize, last: usize, of: usize),
        earlier,
        later,
        goals_described(first: usize, last: usize, reached: usize, partly: usize, not_yet: usize),
        goals_table,
        session,
        session_of(number: usize, day: &str),
        reached,
        partly,
        not_yet,
        in_all,
        weeks_apart(weeks: usize),
        weeks_short(weeks: usize),

        projects_title,
        no_project,
        none_validated,
        fan_key,
        today,
        end(day: &str),
        end_over(day: &str),
        project(number: usize),
        project_on(number: usize, day: &str),
        projects_described(validated: u32, of: u32),
        likely(day: &str),
        range(earliest: &str, latest: &str),
        not_enough,
        all_done(day: &str),
        left(projects: u32, weeks: &str),
        left_only(projects: u32),
        pace(days: &str),
        pace_needed(days: &str),
        no_end,
        computed,
        reading,
        left_out_ahead(count: u32),
        left_out_before,
        left_out_start,
        projects_table,
        project_column,
        earliest,
        latest,
        validated_on(day: &str),
        not_validated,
        note_validation,
    }
}

pub(super) static FR: Charts = Charts {
    title: "Courbes",
    lede: "Elles servent à parler ensemble, pas à noter. Chaque dessin a son tableau.",
    link: "Voir les courbes",

    goals_title: "Objectifs, session par session",
    goals_key: "Un rond par objectif : plein s’il est atteint, à moitié en partie, vide pas encore. Les semaines sans session gardent leur place.",
    too_early: "Pas de courbe avant quatre sessions.",
    shown: |first, last, of| format!("Sessions {first} à {last}, sur {of}"),
    earlier: "Sessions d’avant",
    later: "Sessions d’après",
    goals_described: |first, last, reached, partly, not_yet| {
        let reached =
            if reached < 2 { format!("{reached} objectif atteint") } else { format!("{reached} objectifs atteints") };
        format!("Sessions {first} à {last} : {reached}, {partly} en partie, {not_yet} pas encore.")
    },
    goals_table: "Objectifs par session",
    session: "Session",
    session_of: |number, day| format!("{number}, {day}"),
    reached: "Atteints",
    partly: "En partie",
    not_yet: "Pas encore",
    in_all: "En tout",
    weeks_apart: |weeks| {
        if weeks < 2 { "1 semaine sans session".to_owned() } else { format!("{weeks} semaines sans session") }
    },
    weeks_short: |weeks| format!("{weeks} sem."),

    projects_title: "Projets validés et calendrier",
    no_project: "Aucun projet. Notez ceux de la formation, puis le jour de chaque validation.",
    none_validated: "Pas encore de projet validé. Notez le premier jour de validation, la courbe commence là.",
    fan_key: "L’éventail va du rythme le plus rapide observé au plus lent. Il se resserre au fil des validations.",
    today: "aujourd’hui",
    end: |day| format!("fin : {day}"),
    end_over: |day| format!("La formation s’est terminée le {day}."),
    project: |number| format!("P{number}"),
    project_on: |number, day| format!("P{number}, {day}"),
    projects_described: |validated, of| {
        if validated < 2 {
            format!("{validated} projet validé sur {of}.")
        } else {
            format!("{validated} projets validés sur {of}.")
        }
    },
    likely: |day| format!("À ce rythme, tout serait validé vers le {day}."),
    range: |earliest, latest| format!("Entre le {earliest} et le {latest}, selon le rythme."),
    not_enough: "Pas encore de prévision : il faut deux projets validés.",
    all_done: |day| format!("Tous les projets sont validés depuis le {day}. La suite est au jury."),
    left: |projects, weeks| {
        if projects < 2 {
            format!("Il reste {projects} projet et {weeks} semaines.")
        } else {
            format!("Il reste {projects} projets et {weeks} semaines.")
        }
    },
    left_only: |projects| {
        if projects < 2 { format!("Il reste {projects} projet.") } else { format!("Il reste {projects} projets.") }
    },
    pace: |days| format!("Jusqu’ici : un projet en {days} jours."),
    pace_needed: |days| format!("Pour finir à temps : un projet en {days} jours."),
    no_end: "Le dernier jour de la formation n’est pas noté.",
    computed: "Le rythme moyen va du premier jour à la dernière validation ; l’attente depuis compte dès qu’elle le ralentit. Le plus rapide et le plus lent sont ceux d’une validation à la suivante.",
    reading: "Notre lecture : OpenClassrooms ne fixe pas de rythme, seulement la date de fin.",
    left_out_ahead: |count| {
        if count < 2 {
            "Une validation porte un jour à venir : elle ne compte pas encore.".to_owned()
        } else {
            format!("{count} validations portent un jour à venir : elles ne comptent pas encore.")
        }
    },
    left_out_before: "Une validation précède le premier jour de la formation : le rythme part de cette validation.",
    left_out_start: "Le premier jour de la formation est à venir.",
    projects_table: "Projets et jours de validation",
    project_column: "Projet",
    earliest: "Au plus tôt",
    latest: "Au plus tard",
    validated_on: |day| format!("validé le {day}"),
    not_validated: "pas encore validé",
    note_validation: "Noter une validation",
};

pub(super) static EN: Charts = Charts {
    title: "Charts",
    lede: "They are there to talk over, not to grade. Each drawing has its table.",
    link: "See the charts",

    goals_title: "Goals, session by session",
    goals_key: "One disc a goal: full when reached, half in part, empty not yet. Weeks without a session keep their place.",
    too_early: "No chart before four sessions.",
    shown: |first, last, of| format!("Sessions {first} to {last}, of {of}"),
    earlier: "Earlier sessions",
    later: "Later sessions",
    goals_described: |first, last, reached, partly, not_yet| {
        let reached = if reached == 1 { "1 goal reached".to_owned() } else { format!("{reached} goals reached") };
        format!("Sessions {first} to {last}: {reached}, {partly} in part, {not_yet} not yet.")
    },
    goals_table: "Goals by session",
    session: "Session",
    session_of: |number, day| format!("{number}, {day}"),
    reached: "Reached",
    partly: "In part",
    not_yet: "Not yet",
    in_all: "In all",
    weeks_apart: |weeks| {
        if weeks == 1 { "1 week without a session".to_owned() } else { format!("{weeks} weeks without a session") }
    },
    weeks_short: |weeks| format!("{weeks} wk"),

    projects_title: "Projects validated, and the calendar",
    no_project: "No project. Note those of the programme, then the day each one is validated.",
    none_validated: "No project validated yet. Note the first day of validation: the chart starts there.",
    fan_key: "The fan goes from the fastest pace seen to the slowest. It narrows as projects are validated.",
    today: "today",
    end: |day| format!("end: {day}"),
    end_over: |day| format!("The programme ended on {day}."),
    project: |number| format!("P{number}"),
    project_on: |number, day| format!("P{number}, {day}"),
    projects_described: |validated, of| {
        if of == 1 {
            format!("{validated} of {of} project validated.")
        } else {
            format!("{validated} of {of} projects validated.")
        }
    },
    likely: |day| format!("At this pace, all would be validated around {day}."),
    range: |earliest, latest| format!("Between {earliest} and {latest}, depending on the pace."),
    not_enough: "No forecast yet: it takes two validated projects.",
    all_done: |day| format!("All projects have been validated since {day}. The jury comes next."),
    left: |projects, weeks| {
        if projects == 1 {
            format!("1 project and {weeks} weeks are left.")
        } else {
            format!("{projects} projects and {weeks} weeks are left.")
        }
    },
    left_only: |projects| {
        if projects == 1 { "1 project is left.".to_owned() } else { format!("{projects} projects are left.") }
    },
    pace: |days| format!("So far: one project in {days} days."),
    pace_needed: |days| format!("To be done in time: one project in {days} days."),
    no_end: "The last day of the programme is not noted.",
    computed: "The mean pace runs from the first day to the last validation; the wait since then counts once it slows it down. The fastest and the slowest are those from one validation to the next.",
    reading: "Our reading: OpenClassrooms sets no pace, only the end date.",
    left_out_ahead: |count| {
        if count == 1 {
            "One validation bears a day to come: it does not count yet.".to_owned()
        } else {
            format!("{count} validations bear a day to come: they do not count yet.")
        }
    },
    left_out_before: "A validation comes before the first day of the programme: the pace starts from that validation.",
    left_out_start: "The first day of the programme is still to come.",
    projects_table: "Projects and days of validation",
    project_column: "Project",
    earliest: "At the earliest",
    latest: "At the latest",
    validated_on: |day| format!("validated on {day}"),
    not_validated: "not validated yet",
    note_validation: "Note a validation",
};
