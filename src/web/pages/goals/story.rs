//! Where a goal comes from, below the board: the sessions it went through as knots of the two strands, and a list that says the same.

use leptos::prelude::*;

use super::use_what;
use crate::domain::goal::story::{Event, Kinship, Place, Stop, story};
use crate::domain::{GoalId, Instant, Pairing, Session};
use crate::i18n::{Messages, visible};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::goal_editor::use_goal;
use crate::web::pages::names::{Names, use_names};
use crate::web::pages::reading::{Reading, use_reading};
use crate::web::route::session_href;
use crate::web::ui::strand::{Joint, MarkShape, weeks};
use crate::web::ui::{Button, ButtonKind, StitchDrawing, StopState};

/// Up to how many stops lie side by side where there is room; longer stories stand upright everywhere.
const ACROSS: usize = 5;

/// One stop in words.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    title: String,
    href: Option<String>,
    day: Option<String>,
    lines: Vec<String>,
    joint: Joint,
    lived: bool,
}

/// The story of one goal.
#[component]
pub fn GoalStory(
    /// Which.
    id: GoalId,
    /// The goal whose story is open: nothing closes it.
    told: RwSignal<Option<GoalId>>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let reading = use_reading();
    let what = use_what(use_goal(&id));
    let wanted = id.clone();
    let stops = store.read(move |pair| {
        let now = store.minute().get();
        let goal = pair.goals.iter().find(|goal| goal.id == wanted);
        goal.map(|goal| in_words(pair, story(pair, goal, now), texts.get(), &names.get(), reading)).unwrap_or_default()
    });
    // A goal that was removed has no story any more.
    Effect::new(move |_| {
        if stops.with(Vec::is_empty) {
            told.set(None);
        }
    });
    focus_soon(&["#goal-story"]);
    let back = move || {
        let goal = told.get_untracked();
        told.set(None);
        if let Some(goal) = goal {
            super::focus_goal(&goal);
        }
    };
    let across = move || stops.with(|stops| stops.len() <= ACROSS);
    view! {
        <section class="story section" aria-labelledby="goal-story">
            <h2 id="goal-story" tabindex="-1">{say(|t| t.story().title)}</h2>
            <p class="story__said">{move || (texts.get().story().quoted)(&what.get())}</p>
            <div class=move || if across() { "story__way story__way--across" } else { "story__way" }>
                {move || across().then(|| stops.with(|stops| thread(stops)))}
                <ol class="story__stops">
                    {move || {
                        let stops = stops.get();
                        let last = stops.len().saturating_sub(1);
                        stops
                            .into_iter()
                            .enumerate()
                            .map(|(at, stop)| view! { <OneStop at=at stop=stop last=at == last/> })
                            .collect_view()
                    }}
                </ol>
            </div>
            <p class="actions">
                <Button kind=ButtonKind::Quiet on_click=back>{say(|t| t.story().back)}</Button>
            </p>
        </section>
    }
}

/// The two strands through the stops, each above its words.
fn thread(stops: &[Said]) -> impl IntoView + use<> {
    const WIDTH: f64 = 1070.0;
    const LINE: f64 = 30.0;
    // One more, so that the strands go on after the last.
    let joints: Vec<Joint> = stops.iter().map(|stop| stop.joint).chain([Joint::Apart]).collect();
    let lived = stops.iter().filter(|stop| stop.lived).count();
    #[allow(clippy::cast_precision_loss, reason = "a handful of stops")]
    let now = lived as f64 - 0.7;
    let drawn = weeks(&joints, now, WIDTH, LINE, 5);
    let marks = drawn
        .marks
        .into_iter()
        .map(|mark| {
            let class = match mark.shape {
                MarkShape::Full => "week-thread__knot",
                MarkShape::Open => "week-thread__knot week-thread__knot--open",
            };
            view! { <path class=class d=mark.path></path> }
        })
        .collect_view();
    view! {
        <svg class="story__thread" viewBox=format!("0 0 {WIDTH} 60") aria-hidden="true">
            <path class="strands__mentor" d=drawn.lived.mentor></path>
            <path class="strands__student" d=drawn.lived.student></path>
            <path class="week-thread__ahead week-thread__ahead--mentor" d=drawn.ahead.mentor></path>
            <path class="week-thread__ahead week-thread__ahead--student" d=drawn.ahead.student></path>
            {marks}
        </svg>
    }
}

#[component]
fn OneStop(at: usize, stop: Said, last: bool) -> impl IntoView {
    let Said { title, href, day, lines, lived, .. } = stop;
    let state = if lived { StopState::Done } else { StopState::Ahead };
    let title = match href {
        Some(href) => view! { <a href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <li class="story__stop">
            <span class="story__strands">
                <StitchDrawing at=at state=state swing=34.0 last=last/>
            </span>
            <div class="story__words">
                <h3>{title}</h3>
                {day.map(|day| view! { <p class="row__meta">{day}</p> })}
                {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </div>
        </li>
    }
}

fn in_words(pair: &Pairing, stops: Vec<Stop>, texts: &Messages, names: &Names, reading: Reading) -> Vec<Said> {
    stops
        .into_iter()
        .map(|stop| {
            let day = |at: Instant| reading.day(reading.day_of(at));
            let lines = stop.events.iter().flat_map(|event| lines_of(event, pair, texts, names)).collect();
            let (title, href, day, joint, lived) = match &stop.place {
                Place::Unknown => (texts.story().undated.to_owned(), None, None, Joint::Apart, true),
                Place::Call => {
                    let started = pair.call.started.map(day);
                    (texts.story().call.to_owned(), None, started, Joint::Held, true)
                }
                Place::Week(at) => (texts.story().week.to_owned(), None, Some(day(*at)), Joint::Apart, true),
                Place::Session(id) => {
                    let session = pair.session(id);
                    let number = pair.session_number(id).unwrap_or_default();
                    let start = session.and_then(Session::booking).map(|booking| day(booking.start));
                    let held = session.is_some_and(|session| session.is_held() || session.began.is_some());
                    let joint = if held { Joint::Held } else { Joint::Booked };
                    ((texts.session().title)(number), Some(session_href(id)), start, joint, held)
                }
            };
            Said { title, href, day, lines, joint, lived }
        })
        .collect()
}

fn lines_of(event: &Event, pair: &Pairing, texts: &Messages, names: &Names) -> Vec<String> {
    let words = texts.story();
    let what = |id: &GoalId| {
        let goal = pair.goals.iter().find(|goal| goal.id == *id);
        let said = goal.map(|goal| visible(goal.what.trim())).unwrap_or_default();
        if said.is_empty() { texts.goal_editor().without_words.to_owned() } else { said }
    };
    vec![match event {
        Event::Written { goal, by: Some(person) } => (words.written_by)(names.of(person.role()), &what(goal)),
        Event::Written { goal, by: None } => (words.written)(&what(goal)),
        Event::CameOf { goal, how: Kinship::Reworded, .. } => (words.reworded)(&what(goal)),
        Event::CameOf { goal, how: Kinship::Split, .. } => (words.split_from)(&what(goal)),
        Event::Concluded { result, evidence, .. } => words.result(*result, &visible(evidence)),
        Event::Left(_) => words.left.to_owned(),
        Event::Became { into, how } => {
            let all = into.iter().map(|id| (words.quoted)(&what(id))).reduce(|one, two| (words.joined)(&one, &two));
            let said = if *how == Kinship::Split { words.became_parts } else { words.became };
            said(&all.unwrap_or_default())
        }
        Event::Waits { carried, may_split } => {
            let ask = if *may_split { words.to_discuss_split } else { words.to_discuss };
            if *carried == 0 {
                return vec![ask.to_owned()];
            }
            return vec![(words.to_discuss_of_many)(*carried), ask.to_owned()];
        }
    }]
}
