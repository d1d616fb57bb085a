//! The example in English.

use super::{Demo, DemoGoal};

const fn goal(what: &'static str, evidence: &'static str, first_step: &'static str) -> DemoGoal {
    DemoGoal { what, evidence, first_step }
}

pub(super) static EN: Demo = Demo {
    mentor: "Samira",
    student: "Hugo",
    stories: [
        "Thirteen years of web development, first in a cooperative, then on my own. Six years of mentoring.",
        "Reading code without rewriting it for others, and finding the question that gets things moving.",
        "Patience, plain speaking, and a notebook of what each student teaches me.",
        "That sessions are prepared, and that a delay is said early rather than nicely.",
        "I cooked in restaurants for nine years. I have coded in the evenings for two winters and want to make it my trade.",
        "I still work three lunches a week: online, I study while the restaurant sleeps.",
        "Precise comments, and a word when I wander too far.",
        "Close: one date for each goal, and a reminder the day before.",
        "By doing it again. I read once, then try until I see what breaks.",
    ],
    programme: "Web development",
    assessor: "Ines Calder",
    surname: "Marlow",
    pause: "On leave, away from the computer",
    milestone: "Defence of project 5",
    projects: [
        ("Plan the year", "The work plan\nThe learning journal"),
        ("Lay out a restaurant’s menu", "The code of the three pages\nScreenshots at 360 and 1280 px"),
        ("Lighten a photographer’s site", "The mended site\nThe optimisation report"),
        ("Bring a gallery to life", "The JavaScript code\nThe test sheet"),
        ("Connect a page to its data", "The connected interface\nThe presentation, 10 slides"),
        ("Build the server of a recipe book", "The documented API\nThe tests"),
        ("Design a tool library for neighbours", "The wireframes\nThe specification"),
        ("Present a portfolio", "The site online"),
    ],
    why: |number| format!("Project {number}"),
    goals: [
        goal("set up the editor and publish a test page", "The page’s address", "Wednesday 15:00, at home"),
        goal(
            "read project 1’s scenario and note 5 questions",
            "The list of 5 questions",
            "Thursday 9:00, on the train",
        ),
        goal("write the work plan for the 8 projects", "The plan, one page", "Monday 9:00, at the library"),
        goal("write the HTML of the menu’s 3 pages", "The 3 pages, valid", "Wednesday 15:00, at home"),
        goal("fix the validator’s 6 errors", "The validator without errors", "Friday 10:00"),
        goal("make the menu readable at 360 px", "A screenshot at 360 px", "Wednesday 15:00, at home"),
        goal("prepare the review: 3 choices to explain", "A one-page note", "Monday 20:00, after work"),
        goal("bring the 12 photos under 200 kB each", "The list of sizes", "Wednesday 15:00, at home"),
        goal("write the full audit of the photographer’s site", "The audit, 4 pages", "Thursday 9:00, at the library"),
        goal("write 12 text alternatives", "The page read with a screen reader", "Friday 10:00"),
        goal("explain search ranking in 5 minutes", "A timed walk-through", "Tuesday 9:00, out loud"),
        goal("fix the 8 contrast warnings", "The report without warnings", "Wednesday 15:00, at home"),
        goal("show the gallery’s 4 filters", "The 4 filters online", "Thursday 9:00, at the library"),
        goal("write the test sheet, 12 cases", "The table of 12 cases", "Friday 10:00"),
        goal(
            "load the works from the API, 3 error cases included",
            "A video of the 3 cases",
            "Wednesday 15:00, at home",
        ),
        goal("write 5 tests for the sign-in form", "The 5 tests passing", "Monday 9:00, at the library"),
        goal("add the dialog that sends a photo", "The dialog, by keyboard too", "Wednesday 15:00, at home"),
        goal("prepare 10 slides for the defence", "The file, timed at 15 min", "Thursday 9:00, at the library"),
    ],
    halves: [
        goal("measure 5 pages and note their weight", "The table of 5 pages", "Thursday 9:00, at the library"),
        goal("write 2 pages of audit from the figures", "The 2 pages", "Friday 10:00"),
    ],
    evidence_seen: [
        "Shown on screen, nothing to redo.",
        "Two pages of three are ready.",
        "Begun; this week’s shifts took the rest.",
        "The walk-through takes 7 minutes.",
    ],
    sub_steps: ["Draw the dialog", "Close it with Escape", "Give the focus back to the button"],
    progress: ["Two error cases of three show up.", "The dialog opens; the keyboard comes next."],
    questions: [
        ("Should the code be handed in with comments?", "Comment on why, never on how."),
        ("What should the archive of deliverables be called?", "Project title, surname, first name, no accents."),
        ("Who picks the time of the defence?", "You do, once it is authorised."),
        ("May I use a picture found online?", "Only under a licence that allows it, named at the foot of the page."),
        ("How many tests are enough?", "One for each behaviour that you show in the defence."),
        ("Why does the request fail only once online?", ""),
        ("Should I show the tests during the defence?", ""),
    ],
    clarified: [
        "The educational adviser follows your file; go through Support first.",
        "The same assessor: you say when you are ready, then the date comes from them.",
    ],
    remarks: [
        "A clear plan. Add a week of slack before each defence.",
        "Good structure. Headings skip a level on the dessert page.",
        "The images are light. Their sizes are missing, so the page jumps while loading.",
        "The filters work by mouse. Take them up again by keyboard.",
        "Name functions after what they return.",
    ],
    rewritten: "We read the code together: it is cut in the right places. What is left is to name functions after what they \
        return, and to show one test that fails before the one that passes.",
    resources: [
        "The “Forms” chapter of the HTML course, part 2.",
        "The Thursday group’s contrast chart.",
        "The help centre’s article on requests, with its exercises.",
        "A test sheet to copy.",
    ],
    contacts: [
        ("The Thursday evening group", "Working side by side", "Study room, Thursday 20:30"),
        ("Nadia, from last year", "Reading a presentation", "nadia@example.org"),
    ],
    promise: "We end each session on what worked.",
    channels: "A short message will do. Nothing on Sundays.",
    preparation: "Code pushed the day before, with three lines on what is stuck.",
    notes: [
        "More sure of himself since project 3. Leave him the keyboard longer.",
        "Ask how she found her first clients.",
    ],
};
