//! The dashboard: the next session, what to do before it, what waits.

texts! {
    /// The dashboard, `#/`.
    pub struct Dashboard {
        title,
        call_under_way(mentor: &str, student: &str),
        step_of(number: u32, section: &str),
        steps_done(count: u32),
        start_call,
        resume_call,
        next_with(name: &str, moment: &str),
        next(moment: &str),
        in_days(count: u32),
        under_way,
        minutes_planned(minutes: u32),
        until_then(goal: &str),
        no_session_title,
        no_session_ahead,
        no_session_first,
        no_session_next,
        book,
        move_session,
        prepare_session,
        open_session,
        resume_session,
        thread_title,
        thread_key(student: &str, mentor: &str),
        thread_described(count: u32, date: &str),
        all_sessions,
        today,
        free_week,
        goals_by(count: u32, day: &str),
        goals(count: u32),
        no_goal(name: &str, day: &str),
        no_goal_undated,
        all_goals,
        all_reached,
        evidence(text: &str),
        due(day: &str),
        questions(count: u32),
        no_question,
        all_questions,
        ask,
        asked_by(name: &str, date: &str),
        from_call,
        copy_title,
        copy_never,
        copy_why,
        give_copy(name: &str),
        receive_copy,
        odd_title,
        odd_intro,
    }
}

pub(super) static FR: Dashboard = Dashboard {
    title: "Accueil",
    call_under_way: |mentor, student| format!("{mentor} et {student}, votre premier appel continue."),
    step_of: |number, section| format!("Étape {number} : {section}"),
    steps_done: |count| {
        if count == 0 {
            "Cinq étapes vous attendent, dans l’ordre ou non.".to_owned()
        } else if count == 1 {
            "1 étape sur 5 est faite.".to_owned()
        } else {
            format!("{count} étapes sur 5 sont faites.")
        }
    },
    start_call: "Commencer le premier appel",
    resume_call: "Reprendre le premier appel",
    next_with: |name, moment| format!("Votre prochaine session avec {name} est {moment}."),
    next: |moment| format!("Votre prochaine session est {moment}."),
    in_days: |count| match count {
        0 => "aujourd’hui".to_owned(),
        1 => "demain".to_owned(),
        _ => format!("dans {count} jours"),
    },
    under_way: "en cours",
    minutes_planned: |minutes| format!("{minutes} minutes sont prévues."),
    until_then: |goal| format!("D’ici là : « {goal} »"),
    no_session_title: "Pas encore de session",
    no_session_ahead: "Aucune session réservée",
    no_session_first: "Pas de session. Réservez la première.",
    no_session_next: "Pas de session à venir. Réservez la suivante.",
    book: "Réserver une session",
    move_session: "Annuler ou déplacer",
    prepare_session: "Préparer la session",
    open_session: "Ouvrir la session",
    resume_session: "Reprendre la session",
    thread_title: "Le fil de vos semaines",
    thread_key: |student, mentor| {
        format!("Le brin épais est à {student}, le fin à {mentor}. Ils se rejoignent à chaque session.")
    },
    thread_described: |count, date| {
        if count < 2 {
            format!("{count} session sur le fil, la prochaine {date}.")
        } else {
            format!("{count} sessions sur le fil, la prochaine {date}.")
        }
    },
    all_sessions: "Toutes les sessions",
    today: "aujourd’hui",
    free_week: "libre",
    goals_by: |count, day| {
        if count < 2 { format!("{count} objectif d’ici {day}") } else { format!("{count} objectifs d’ici {day}") }
    },
    goals: |count| if count < 2 { format!("{count} objectif") } else { format!("{count} objectifs") },
    no_goal: |name, day| format!("Aucun objectif. Que verra {name} {day} ?"),
    no_goal_undated: "Aucun objectif. Écrivez le premier.",
    all_goals: "Tous les objectifs",
    all_reached: "Aucun objectif en attente. Les autres restent dans la liste.",
    evidence: |text| format!("Preuve : {text}"),
    due: |day| format!("Pour {day}"),
    questions: |count| {
        if count < 2 { format!("{count} question attend") } else { format!("{count} questions attendent") }
    },
    no_question: "Aucune question. Notez la prochaine.",
    all_questions: "Toutes les questions",
    ask: "Noter une question",
    asked_by: |name, date| format!("{name}, {date}"),
    from_call: "Point à éclaircir du premier appel",
    copy_title: "Votre copie",
    copy_never: "Aucune copie donnée depuis ce navigateur.",
    copy_why: "Le navigateur peut effacer ce qui est ici. Une copie, ailleurs, reste.",
    give_copy: |name| format!("Donner une copie à {name}"),
    receive_copy: "Recevoir une copie",
    odd_title: "À vérifier",
    odd_intro: "Ces champs ne se lisent pas. Ils sont gardés tels quels, le reste fonctionne.",
};

pub(super) static EN: Dashboard = Dashboard {
    title: "Home",
    call_under_way: |mentor, student| format!("{mentor} and {student}, your first call goes on."),
    step_of: |number, section| format!("Step {number}: {section}"),
    steps_done: |count| {
        if count == 0 {
            "Five steps ahead, in this order or another.".to_owned()
        } else if count == 1 {
            "1 step of 5 is done.".to_owned()
        } else {
            format!("{count} steps of 5 are done.")
        }
    },
    start_call: "Start the first call",
    resume_call: "Resume the first call",
    next_with: |name, moment| format!("Your next session with {name} is {moment}."),
    next: |moment| format!("Your next session is {moment}."),
    in_days: |count| match count {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ => format!("in {count} days"),
    },
    under_way: "under way",
    minutes_planned: |minutes| format!("{minutes} minutes are planned."),
    until_then: |goal| format!("Before then: “{goal}”"),
    no_session_title: "No session yet",
    no_session_ahead: "No session booked",
    no_session_first: "No session. Book the first.",
    no_session_next: "No session ahead. Book the next.",
    book: "Book a session",
    move_session: "Cancel or move",
    prepare_session: "Prepare the session",
    open_session: "Open the session",
    resume_session: "Resume the session",
    thread_title: "The thread of your weeks",
    thread_key: |student, mentor| {
        format!("The thick strand is {student}’s, the thin one {mentor}’s. They meet at every session.")
    },
    thread_described: |count, date| {
        if count == 1 {
            format!("1 session on the thread, the next on {date}.")
        } else {
            format!("{count} sessions on the thread, the next on {date}.")
        }
    },
    all_sessions: "All sessions",
    today: "today",
    free_week: "free",
    goals_by: |count, day| {
        if count == 1 { format!("1 goal by {day}") } else { format!("{count} goals by {day}") }
    },
    goals: |count| if count == 1 { "1 goal".to_owned() } else { format!("{count} goals") },
    no_goal: |name, day| format!("No goal. What will {name} see on {day}?"),
    no_goal_undated: "No goal. Write the first.",
    all_goals: "All goals",
    all_reached: "No goal is waiting. The others stay in the list.",
    evidence: |text| format!("Evidence: {text}"),
    due: |day| format!("By {day}"),
    questions: |count| {
        if count == 1 { "1 question waits".to_owned() } else { format!("{count} questions wait") }
    },
    no_question: "No question. Note the next.",
    all_questions: "All questions",
    ask: "Note a question",
    asked_by: |name, date| format!("{name}, {date}"),
    from_call: "Point to clarify from the first call",
    copy_title: "Your copy",
    copy_never: "No copy given from this browser yet.",
    copy_why: "The browser may erase what is here. A copy kept elsewhere remains.",
    give_copy: |name| format!("Give {name} a copy"),
    receive_copy: "Receive a copy",
    odd_title: "To check",
    odd_intro: "These fields cannot be read. They are kept as they are; the rest works.",
};
