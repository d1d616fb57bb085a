//! The points in English.

use super::Points;

pub(in crate::i18n) static EN: Points = Points {
    becomes_a_question: "A point to clarify becomes a question that waits for the next session.",
    clear: "It’s clear",
    to_clarify: "To clarify",

    support_title: "Support",
    support: "The first door, for any trouble.",
    help_centre_title: "The help centre",
    help_centre: "Written answers, by topic.",
    adviser_title: "The educational adviser",
    adviser: "Follows students’ files. Takes over from Support when it is complex: lateness, attendance, funding.\nComes to you if you struggle.",
    mentor_role_title: |mentor| mentor.to_owned(),
    mentor_role: "Each week: projects, tools, defence authorisation, resources and advice from the trade.\nRhythm and length follow the training contract.\nGuides, does not teach.",
    companion_title: "Companion",
    companion: "The virtual assistant, open from each project, between sessions.",
    community_title: "The community",
    community: "Peers, past and present: working groups, ideas, advice, a push forward.",
    coaching_title: "Group coaching",
    coaching: "At the end of the programme, towards a job.",

    a_project: "A project, from the first day to its assessment",
    a_session: "A session: before, during, after",
    two_ways: "Two ways to validate a project",
    to_the_jury: "From the first project to the jury",
    work_alone_title: "Work on one’s own",
    work_alone: |student| {
        format!(
            "Between sessions, {student} works alone: there is no way round it.\nA session that is prepared makes full use of the prescribed time.\nMeanwhile: Companion, working groups, the resources named in the project."
        )
    },
    mission_title: "A mission",
    mission: "Each project sets one, to be carried through.",
    deliverables_title: "Deliverables, then an assessment",
    deliverables: |student| {
        format!(
            "Deliverables exercise skills. {student} demonstrates them in a review session or a defence.\nEvery project ends with an assessment. Once all are validated, the file goes to the jury."
        )
    },
    two_mentors_title: "Two kinds of mentor",
    two_mentors: |mentor, student| {
        format!(
            "{mentor} accompanies: in sessions, guides and sets goals so that {student} makes progress.\nSomebody else assesses, and only at a defence."
        )
    },
    book_ahead_title: "Two weeks ahead",
    book_ahead: "Booking at least two weeks ahead is strongly advised.\nA session that is prepared keeps to its time.",
    before_title: "Before",
    before: "Read the project’s scenario.\nGet to know the deliverables.\nWrite down, for the session, the questions and remarks that Companion did not answer.",
    during_title: "During",
    during: |mentor| {
        format!(
            "Where things stand: what moved since last time? Are the goals reached?\nQuestions, remarks, difficulties.\nDeliverables: {mentor} reads, corrects, advises towards the defence.\nThe next SMART goals, written in the session report, and the next session, booked.\nA bonus if time is left: more resources. Otherwise they go with the report."
        )
    },
    after_title: "After",
    after: "Read the goals again.\nWork on the deliverables.\nPrepare the next session, or the coming defence.\nWhen stuck: Companion, peers, the courses, the project’s resources and groups.\nBoth: answer the satisfaction survey.",
    on_their_side: |student| format!("{student}, alone"),
    both_of_you: "both of you",
    every_project_title: "Every project is validated",
    every_project: "The programme is a series of projects. Each is validated in a review session or a defence.",
    review_title: "The review session",
    review: |mentor, student| {
        format!(
            "{student} submits the deliverable.\n{student} and {mentor} talk it over in a mentoring session.\n{mentor} validates the project."
        )
    },
    review_with: |mentor| format!("with {mentor}"),
    defence_title: "The defence",
    defence: |mentor, student| {
        format!(
            "{mentor} authorises the defence.\n{student} books the date. The assessor is drawn at random.\n{student} submits the deliverables at least 48 h before.\nOn the day, {student} presents the project.\nThe assessor writes the report and the result."
        )
    },
    defence_with: "before an assessor, somebody else",
    deadline: "at least 48 h before",
    rework_title: "And if the defence is to rework?",
    rework: |student| {
        format!(
            "The second one is with the same assessor.\n{student} tells them when all is ready.\nThe assessor books the date by hand on the platform, as agreed with {student}."
        )
    },
    jury_title: "The jury’s waiting list",
    jury: "Once every project is validated, enrolment is automatic.\nThe jury verifies the skills that the diploma or certificate requires.",

    habits: "Your habits, for the coming months",
    rules: "The rules of sessions",
    partnership: "Partners",
    the_end: "The horizon",
    slot_title: "Your slot",
    slot: "Choose a day and a time that hold every week.",
    channels_title: "Your messages between sessions",
    channels: "Agree on where to write to each other, and how soon to answer.",
    between_title: "What helps between sessions",
    between: "Companion, the virtual assistant.\nOnline resources.\nThe educational advisers’ page.\nThe help centre.\nThe contact form.",
    attendance_title: "One session a week",
    attendance: "Mentoring, review or defence. Attendance is a must.",
    prepare_title: "Book and prepare",
    prepare: "Book your sessions ahead, and prepare them.",
    cancel_early_title: "Cancelling over 24 h before",
    cancel_early: |mentor| format!("The session is recoverable, if {mentor} agrees and a new slot is set."),
    cancel_late_title: "Cancelling late, or not coming",
    cancel_late: "Under 24 h before, or when absent, the session is not recoverable.\nExactly 24 h: late, as we read it.",
    same_week_title: "Mentoring and a defence in one week",
    same_week: "Only if the defence is to rework. The mentoring session then comes before the new defence.",
    partners_title: "Success takes two",
    partners: |mentor, student| format!("{mentor} and {student} go forward as partners."),
    open_words_title: "Speaking early, even when it is hard",
    open_words: "Open and courageous words count for a lot in success.\nSay what weighs on progress.",
    surveys_title: "Answering surveys",
    surveys: "After each session, the satisfaction survey waits for your view.",
    change_partner_title: "Changing partner",
    change_partner: "Either of you can. Telling each other is appreciated, and a mark of professionalism.",
    end_date_title: "The end of the programme",
    end_date: "All projects are validated before that date.",
};
