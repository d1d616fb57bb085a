//! Projects against the calendar: the drawing, what it says in sentences, and its table.

use leptos::prelude::*;

use crate::domain::rule::forecast::{Forecast, LeftOut, Needed, Outlook};
use crate::domain::sorting;
use crate::domain::{Day, Programme, Project, Section};
use crate::draw::{self, Track};
use crate::i18n::{Charts as Words, Formats, Messages};
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::road::title_words;
use crate::web::route::Route;
use crate::web::ui::{Plot, projects_drawing};

/// What the figure is made of.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    programme: Programme,
    forecast: Forecast,
    today: Day,
}

impl Seen {
    /// The projects validated by today with their places in the path, in the order of their days.
    fn validated(&self) -> Vec<(usize, Day)> {
        let projects = self.programme.projects.iter().enumerate();
        let by_today = projects.filter_map(|(at, project)| Some((at, project.validated?)));
        let mut validated: Vec<_> = by_today.filter(|(_, day)| *day <= self.today).collect();
        sorting::sort_by_key(&mut validated, |(_, day)| *day);
        validated
    }

    fn track(&self) -> Track {
        Track {
            start: self.programme.start.filter(|start| *start <= self.today),
            end: self.programme.end,
            today: self.today,
            projects: u32::try_from(self.programme.projects.len()).unwrap_or(u32::MAX),
            validated: self.validated().into_iter().map(|(_, day)| day).collect(),
            forecast: self.forecast.end(),
        }
    }
}

/// The drawing, its sentences and its table.
#[component]
pub fn ProjectsFigure() -> impl IntoView {
    let store = use_store();
    let programme = store.read(|pair| pair.programme.clone());
    let today = Memo::new(move |_| store.minute().get().day(&store.zone()));
    let seen = Memo::new(move |_| {
        let (programme, today) = (programme.get(), today.get());
        Seen { forecast: programme.forecast(today), programme, today }
    });
    let texts = use_texts();
    let nothing = Memo::new(move |_| seen.with(|seen| seen.forecast.outlook == Outlook::NoProject));
    let drawn = Memo::new(move |_| seen.with(|seen| seen.forecast.validated > 0));
    let described = move || seen.with(|seen| gist(seen, texts.get(), &store.formats()));
    view! {
        <section class="figure" aria-labelledby="projects-by-day">
            <h2 id="projects-by-day">{say(|t| t.charts().projects_title)}</h2>
            <Show
                when=move || !nothing.get()
                fallback=move || view! { <p class="quiet">{say(|t| t.charts().no_project)}</p> }
            >
                <Sentences seen=seen/>
                <div class="figure__both">
                    <div class="figure__plot">
                        <Show
                            when=move || drawn.get()
                            fallback=move || view! { <p class="quiet">{say(|t| t.charts().none_validated)}</p> }
                        >
                            <Plot label=described draw=move |width| drawing(seen, width)/>
                            <Show when=move || seen.with(|seen| seen.forecast.end().is_some())>
                                <p class="quiet">{say(|t| t.charts().fan_key)}</p>
                            </Show>
                        </Show>
                    </div>
                    <Table seen=seen/>
                </div>
            </Show>
            <p>
                <a href=format!("{}?vers=projets", Route::Section(Section::Programme).href())>
                    {say(|t| t.charts().note_validation)}
                </a>
            </p>
        </section>
    }
}

fn drawing(seen: Memo<Seen>, width: f64) -> AnyView {
    let store = use_store();
    let texts = use_texts().get().charts();
    let formats = store.formats();
    seen.with(|seen| {
        let validated = seen.validated();
        let words = draw::Words {
            validated: &|at| {
                let (place, day) = validated.get(at).copied().unwrap_or((0, seen.today));
                (texts.project_on)(place + 1, &formats.day_short(day))
            },
            today: texts.today,
            end: &|day| (texts.end)(&formats.day_short(day)),
            day: &|day| formats.day_short(day),
            month: &|day| formats.month_short(day),
        };
        draw::projects(&seen.track(), width, &words).map_or_else(|| ().into_any(), projects_drawing)
    })
}

/// The drawing in a breath.
fn gist(seen: &Seen, texts: &Messages, formats: &dyn Formats) -> String {
    let words = texts.charts();
    let of = u32::try_from(seen.programme.projects.len()).unwrap_or(u32::MAX);
    let mut said = vec![(words.projects_described)(seen.forecast.validated, of)];
    said.extend(outlook(&seen.forecast, words, formats));
    if let Some(end) = seen.programme.end {
        said.push((texts.programme().ends)(&formats.dated(end)));
    }
    said.join(" ")
}

/// What can be said of the end: the likely day and its range, that all is done, or why nothing is said.
fn outlook(forecast: &Forecast, words: &Words, formats: &dyn Formats) -> Vec<String> {
    match (forecast.outlook, forecast.end()) {
        (Outlook::Done(day), _) => vec![(words.all_done)(&formats.dated(day))],
        (_, Some(span)) => {
            let likely = (words.likely)(&formats.dated(span.likely));
            let range = (words.range)(&formats.dated(span.earliest), &formats.dated(span.latest));
            if span.earliest == span.latest { vec![likely] } else { vec![likely, range] }
        }
        _ => vec![words.not_enough.to_owned()],
    }
}

/// The forecast in sentences, and how it is made.
#[component]
fn Sentences(seen: Memo<Seen>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let lines = move || {
        let words = texts.get().charts();
        let formats = store.formats();
        seen.with(|seen| {
            let first = outlook(&seen.forecast, words, &formats).join(" ");
            let end = seen.programme.end.map(|end| (texts.get().programme().ends)(&formats.dated(end)));
            let paces = end.into_iter().chain(paces(seen, words, &formats)).collect::<Vec<_>>().join(" ");
            let left_out = seen.forecast.left_out.iter().map(|what| match what {
                LeftOut::Ahead(count) => (words.left_out_ahead)(*count),
                LeftOut::BeforeStart => words.left_out_before.to_owned(),
                LeftOut::StartAhead => words.left_out_start.to_owned(),
            });
            let rest = left_out.map(|said| view! { <p>{said}</p> }).collect_view();
            view! {
                <p class="figure__first">{first}</p>
                <p>{paces}</p>
                {rest}
            }
        })
    };
    let ahead = Memo::new(move |_| seen.with(|seen| matches!(seen.forecast.outlook, Outlook::Ahead(_))));
    view! {
        <div class="figure__say">
            {lines}
            <Show when=move || ahead.get()>
                <p class="quiet">{say(|t| t.charts().computed)} " " {say(|t| t.charts().reading)}</p>
            </Show>
        </div>
    }
}

/// What is left, the pace so far and the pace it takes.
fn paces(seen: &Seen, words: &Words, formats: &dyn Formats) -> Vec<String> {
    let forecast = &seen.forecast;
    if forecast.left == 0 {
        return Vec::new();
    }
    let number = |days: i64| formats.tenths(days.saturating_mul(10));
    let mut said = vec![match forecast.days_left {
        Some(days) => (words.left)(forecast.left, &number((days + 3) / 7)),
        None => (words.left_only)(forecast.left),
    }];
    if let Outlook::Ahead(projection) = forecast.outlook {
        said.push((words.pace)(&number(projection.mean.days_each())));
    }
    said.push(match forecast.needed {
        Needed::Pace(pace) => (words.pace_needed)(&number(pace.days / pace.projects)),
        Needed::Over => {
            let end = seen.programme.end.map(|end| formats.dated(end)).unwrap_or_default();
            (words.end_over)(&end)
        }
        Needed::NoEnd => words.no_end.to_owned(),
    });
    said
}

/// Each project with the day it was validated, or the days between which it would be.
#[component]
fn Table(seen: Memo<Seen>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let rows = move || {
        let (all, formats) = (texts.get(), store.formats());
        seen.with(|seen| {
            let mut ahead = 0;
            let row = |(at, project): (usize, &Project)| {
                let named =
                    format!("{}\u{a0}{}", (all.charts().project)(at + 1), title_words(&project.title, all.programme()));
                let is_past = project.validated.filter(|day| *day <= seen.today);
                let days = match (is_past, seen.forecast.outlook) {
                    (Some(day), _) => Err((all.charts().validated_on)(&formats.day_short(day))),
                    (None, Outlook::Ahead(projection)) => {
                        ahead += 1;
                        Ok(projection.after(ahead))
                    }
                    (None, _) => Err(all.charts().not_validated.to_owned()),
                };
                let cells = match days {
                    Ok(span) => view! {
                        <td>{formats.day_short(span.earliest)}</td>
                        <td>{formats.day_short(span.latest)}</td>
                    }
                    .into_any(),
                    Err(said) => view! { <td colspan="2">{said}</td> }.into_any(),
                };
                view! {
                    <tr>
                        <th scope="row">{named}</th>
                        {cells}
                    </tr>
                }
            };
            seen.programme.projects.iter().enumerate().map(row).collect_view()
        })
    };
    view! {
        <table class="data data--projects">
            <caption class="visually-hidden">{say(|t| t.charts().projects_table)}</caption>
            <thead>
                <tr>
                    <th scope="col">{say(|t| t.charts().project_column)}</th>
                    <th scope="col">{say(|t| t.charts().earliest)}</th>
                    <th scope="col">{say(|t| t.charts().latest)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
