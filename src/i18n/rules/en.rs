//! The rules in English.

use super::Rules;

pub(super) static EN: Rules = Rules {
    title: "Rules",
    lede: "What each rule says for the two of you, today.",
    contents: "The ten rules",
    today: |moment| format!("Answers as of {moment}."),
    number: |number| format!("Rule {number}"),
    source_title: "Source",
    source: "The guide of the first session.",
    reading_title: "How we read it",
    facts_title: "What went into it",

    contract_title: "Your contract",
    contract_note: "These are the guide’s delays. Your training contract says otherwise? Change them: every answer follows.",
    contract_usual: |number| format!("The guide: {number}."),
    contract_back: |number| format!("Back to {number}"),
    contract_conditional: "A defence can pass on a condition",
    contract_conditional_hint: "Seen in practice, not in the guide: the assessor asks for something more, then decides.",
    contract_practice: "Seen in practice, not in the guide.",
    contract_said: "Contract changed, the answers follow.",
    contract_unread: "Write a whole number.",

    title_attendance: "One session a week",
    title_horizon: "Booking ahead",
    title_cancellation: "Cancelling a session",
    title_same_week: "Mentoring and a defence in one week",
    title_deposit: "Submitting deliverables",
    title_authorisation: "Authorisation to defend",
    title_same_assessor: "The same assessor",
    title_end_date: "Done in time",
    title_jury: "The jury",
    title_open_words: "Speaking early, changing partner",

    attendance: "One session every week: mentoring, a review or a defence.",
    horizon: |weeks| format!("Book at least {weeks} ahead."),
    cancellation: |hours, mentor| {
        format!(
            "Cancelled more than {hours} h ahead, a session is recoverable if {mentor} agrees and a new slot is set. Later, or when absent, it is lost."
        )
    },
    same_week: "Mentoring and a defence go in one week only for a defence to be reworked, mentoring first.",
    deposit: |hours| format!("Deliverables are submitted at least {hours} h before the defence."),
    authorisation: |mentor| format!("No defence without authorisation: {mentor} gives it."),
    same_assessor: "A defence to be reworked is held again with the assessor of the first.",
    end_date: "Every project is validated before the programme ends.",
    jury: "Once every project is validated, the file joins the jury’s waiting list by itself.",
    open_words: "Say early what slows you down. Changing partner remains possible: tell each other first.",

    reading_attendance: "A week goes from Monday to Sunday, from the first session to the programme’s end. A session that replaces another counts for the week it replaces. A break that you note is not a lost week: that is our assumption.",
    reading_horizon: "Each of the coming weeks has its session.",
    reading_cancellation: |hours, mentor, student| {
        format!(
            "Exactly {hours} h: late. The agreement and the slot are to be had before the same limit. If {mentor} cancels, {student} loses nothing: that is our assumption, the rule does not speak of it."
        )
    },
    reading_same_week: "The page says so and lets you: whether the defence is to be reworked, you know.",
    reading_deposit: |hours| format!("Exactly {hours} h: in time."),
    reading_authorisation: |student| format!("{student} can note the authorisation received, with its day."),
    reading_same_assessor: "It holds for every rework, if there are several.",

    no_week: "No session is noted: weeks count from the first one on.",
    week: |week, word| format!("{week}: {word}."),
    booked_ahead: |weeks| {
        if weeks == 1 {
            "The coming week has its session.".to_owned()
        } else {
            format!("Each of the {weeks} coming weeks has its session.")
        }
    },
    session: |moment| format!("Session: {moment}."),
    too_late: |deadline| format!("Too late since {deadline}: cancelled, the session would be lost. Keep it."),
    waiting_until: |session, until| format!("Cancelled session, {session}: recoverable before {until}."),
    waiting: |session| format!("Cancelled session, {session}: to make up."),
    missing: |lacking| format!("Still missing: {lacking}."),
    the_sooner: "The sooner the better.",
    apart: "Nothing to flag in the weeks to come.",
    defence: |moment| format!("Defence: {moment}."),
    no_defence: "No defence is booked.",
    deposit_before: |deadline, left| format!("Submit by {deadline}, in {left}."),
    deposit_late: |deadline, mentor| {
        format!("The limit has passed since {deadline}. Submit without waiting, and tell {mentor}.")
    },
    deposited: |at, deadline| format!("Submitted {at}: in time, the limit is {deadline}."),
    deposited_late: |at, deadline| format!("Submitted {at}: the limit was {deadline}. Tell the assessor."),
    needs_word: |moment, mentor| format!("Defence, {moment}: no authorisation is noted yet. {mentor} gives it."),
    authorised: |moment, day| format!("Defence, {moment}: authorised on {day}."),
    no_rework: "No defence is to rework.",
    same_assessor_as: |moment, assessor| format!("Defence, {moment}: with {assessor}, as the first time."),
    same_assessor_unnamed: |moment| {
        format!("Defence, {moment}: with the same assessor as the first time. Their name is not noted.")
    },
    to_plan: |moment, assessor| {
        format!("To rework since {moment}: the next one is set with {assessor}, once all is ready.")
    },
    to_plan_unnamed: |moment| {
        format!("To rework since {moment}: the next one is set with the same assessor, once all is ready.")
    },
    in_time: |end| format!("That is in time: the programme ends on {end}."),
    beyond: |end| format!("That is after the end, {end}: talk about it at the next session."),
    over: |projects| {
        if projects == 1 {
            "The programme is over, 1 project is left to validate.".to_owned()
        } else {
            format!("The programme is over, {projects} projects are left to validate.")
        }
    },
    jury_waits: |day| format!("Everything is validated since {day}: the file is on the jury’s waiting list."),
    jury_left: |projects| {
        if projects == 1 {
            "1 project to validate before the jury.".to_owned()
        } else {
            format!("{projects} projects to validate before the jury.")
        }
    },
    open: "Nothing to reckon here: it is up to the two of you.",
    days_and_hours: |days, hours| {
        if hours == 0 { format!("{days} days") } else { format!("{days} days {hours} h") }
    },

    fact_now: "At this moment",
    fact_today: "On this day",
    fact_weeks: "Weeks ahead",
    fact_hours: "Delay",
    fact_session: "Next session",
    fact_defence: "Defence",
    fact_tally: "Weeks",
    fact_end: "End of the programme",
    fact_projects: "Projects validated",
    fact_pace: "To be done in time",
    projects_of: |validated, of| format!("{validated} of {of}"),
    pace: |days| format!("one project in {days} days"),

    held: |count| format!("{count} held"),
    booked: |count| format!("{count} booked"),
    made_up: |count| format!("{count} made up"),
    recoverable: |count| format!("{count} to make up"),
    lost: |count| format!("{count} lost"),
    excused: |count| format!("{count} on a break"),
    stand_in: |count| format!("{count} to make up for another"),
    empty: |count| format!("{count} without a session"),
    nothing: "nothing yet",
};
