//! The plots' geometry: whatever is drawn stays in the drawing, and no words lie on anything.

use binome::domain::Day;
use binome::domain::rule::forecast::{Course, Span};
use binome::draw::{self, Area, GoalsPlot, Label, MARK, ProjectsPlot, Slot, Track, WIDTHS, WINDOW, Words, goals};
use chrono::{Datelike, Days};
use proptest::prelude::*;
use rstest::rstest;

use super::support::day;

/// A run of sessions with all sorts of goals, and weeks without one.
fn slots(count: usize) -> Vec<Slot> {
    (1..=count)
        .map(|at| {
            if at % 7 == 5 {
                return Slot::Apart { words: format!("{} sem.", at % 3 + 1) };
            }
            let goals = [at % 4, at % 3, at * at % 5];
            Slot::Held { number: at.to_string(), day: format!("{} sept.", at % 30 + 1), goals }
        })
        .collect()
}

fn apart(areas: &[Area], what: &str) {
    for (at, one) in areas.iter().enumerate() {
        for other in &areas[at + 1..] {
            assert!(!one.meets(other), "{what}: {one:?} lies on {other:?}");
        }
    }
}

fn is_well_drawn(plot: &GoalsPlot) {
    let marks = plot.columns.iter().flat_map(|column| {
        let knot = column.meets.then(|| Area::around(column.x, plot.line, 7.0));
        column.marks.iter().map(|(_, y)| Area::around(column.x, *y, MARK / 2.0)).chain(knot)
    });
    let areas: Vec<Area> = marks.chain(plot.labels.iter().map(Label::area)).collect();
    apart(&areas, "goals");
    for area in areas {
        assert!(area.is_within(plot.width, plot.height), "{area:?} in {} by {}", plot.width, plot.height);
    }
}

#[rstest]
fn goals_find_their_place_at_every_width(#[values(1, 4, 8, 40, 100)] count: usize) {
    let all = slots(count);
    for width in WIDTHS {
        let mut drawn = 0;
        for page in draw::pages(count) {
            let rows = goals(&all[page.clone()], width);
            rows.iter().for_each(is_well_drawn);
            assert_eq!(rows.iter().map(|row| row.columns.len()).sum::<usize>(), page.len());
            drawn += page.len();
            // Every session is numbered, and the latest dated.
            let held = all[page].iter().filter(|slot| matches!(slot, Slot::Held { .. })).count();
            let strong = rows.iter().flat_map(|row| &row.labels).filter(|label| label.voice == draw::Voice::Strong);
            assert_eq!(strong.count(), held, "{width}");
        }
        assert_eq!(drawn, count);
    }
}

#[test]
fn a_page_has_a_dozen_columns_and_the_earliest_what_is_left() {
    assert!(draw::pages(0).is_empty());
    assert_eq!(draw::pages(13), [1..13, 0..1]);
    assert_eq!(draw::pages(30), [18..30, 6..18, 0..6]);
    assert_eq!(draw::pages(100).len(), 100_usize.div_ceil(WINDOW));
}

#[test]
fn a_phone_gets_more_rows_and_the_page_one() {
    let rows = |width: f64| goals(&slots(12), width).iter().map(|row| row.columns.len()).collect::<Vec<_>>();
    assert_eq!(rows(WIDTHS[0]), [6, 6]);
    assert_eq!(rows(WIDTHS[1]), [12]);
    assert_eq!(rows(WIDTHS[2]), [12]);
}

#[test]
fn more_goals_than_rows_are_counted() {
    let many = Slot::Held { number: "1".into(), day: "15 sept.".into(), goals: [4, 3, 2] };
    let [row] = goals(&[many], 264.0).try_into().expect("one row");
    is_well_drawn(&row);
    assert_eq!(row.columns[0].marks.len(), 5);
    assert!(row.labels.iter().any(|label| label.text == "+4"));
}

/// Projects validated every so many days from the programme's first day.
fn track(projects: u32, validated: u32, every: u64, today: &str) -> Track {
    let start = day("2026-09-15");
    let days: Vec<Day> = (1..=u64::from(validated)).map(|at| start + Days::new(at * every)).collect();
    let today = day(today).max(days.last().copied().unwrap_or(start));
    let end = Some(day("2027-04-16"));
    let course = Course { start: Some(start), end, validated: days.clone(), projects, today };
    Track { start: Some(start), end, today, projects, validated: days, forecast: course.forecast().end() }
}

fn drawn(track: &Track, width: f64) -> Option<ProjectsPlot> {
    let words = Words {
        validated: &|at| format!("P{}, {} sept.", at + 1, track.validated[at].day()),
        today: "aujourd’hui",
        end: &|day| format!("fin\u{a0}: {} avril", day.day()),
        day: &|day| format!("{} sept.", day.day()),
        month: &|day| if day.month() == 9 { "sept.".into() } else { "nov.".into() },
    };
    draw::projects(track, width, &words)
}

fn is_well_plotted(plot: &ProjectsPlot) {
    let discs: Vec<Area> = plot.discs.iter().map(|(x, y)| Area::around(*x, *y, 5.0)).collect();
    let arrival = plot.fan.as_ref().and_then(|fan| fan.arrival).map(|(x, y)| Area::around(x, y, 7.0));
    let uprights = [Some(plot.today), plot.end].into_iter().flatten();
    let uprights: Vec<Area> = uprights.map(|x| Area { left: x - 1.0, right: x + 1.0, ..plot.frame }).collect();
    let labels: Vec<Area> = plot.labels.iter().map(Label::area).collect();
    apart(&labels, "projects");
    for label in &labels {
        assert!(label.is_within(plot.width, plot.height), "{label:?} in {} by {}", plot.width, plot.height);
        let under = discs.iter().chain(&arrival).chain(&uprights).find(|it| it.meets(label));
        assert!(under.is_none(), "{label:?} lies on {under:?}");
    }
    for disc in discs.iter().chain(&arrival).chain(&uprights) {
        assert!(disc.is_within(plot.width, plot.height), "{disc:?}");
    }
    for y in &plot.lines {
        assert!((plot.frame.top..=plot.frame.bottom).contains(y));
    }
    for x in &plot.ticks {
        assert!((plot.frame.left..=plot.frame.right).contains(x));
    }
}

#[test]
fn projects_find_their_place_from_one_to_forty_at_every_width() {
    for projects in 1..=40 {
        for width in WIDTHS {
            assert_eq!(drawn(&track(projects, 0, 1, "2026-11-24"), width), None, "nothing validated, nothing to draw");
            for validated in 1..=projects.min(12) {
                let plot = drawn(&track(projects, validated, 20, "2026-11-24"), width).expect("a drawing");
                is_well_plotted(&plot);
                let says = |text: &str| plot.labels.iter().any(|label| label.text == text);
                assert!(says("0") && says(&projects.to_string()), "{projects} {width}");
                // In narrow drawings, or near the end, the stem and the end may stand without their words, which the sentences beside say too.
                assert!(
                    width < 600.0 || validated * 2 > projects || says("aujourd’hui"),
                    "{projects} {validated} {width}: {:?}",
                    plot.labels
                );
                let end = says("fin\u{a0}: 16 avril") || says("16 sept.") || width < 600.0 || validated * 2 > projects;
                assert!(end, "{projects} {validated} {width}: {:?}", plot.labels);
            }
        }
    }
}

#[test]
fn a_forecast_decades_away_leaves_the_known_days_readable() {
    let far = Span { earliest: day("2027-02-01"), likely: day("2029-01-01"), latest: day("2080-01-01") };
    let mut track = track(7, 2, 30, "2026-12-24");
    track.forecast = Some(far);
    for width in WIDTHS {
        let plot = drawn(&track, width).expect("a drawing");
        is_well_plotted(&plot);
        let end = plot.end.expect("the programme's end");
        assert!(end > width / 2.0, "the programme takes most of the drawing: {end} of {width}");
        assert_eq!(plot.fan.expect("a fan").arrival, None, "the mean arrives outside");
    }
}

proptest! {
    #[test]
    fn whatever_the_days_are_nothing_leaves_the_drawing(
        start in proptest::option::of(0_u64..20_000),
        end in proptest::option::of(0_u64..20_000),
        today in 0_u64..20_000,
        gaps in proptest::collection::vec(0_u64..400, 1..30),
        more in 0_u32..10,
        width in 0_usize..3,
    ) {
        let origin = day("2000-01-01");
        let on = |days: u64| origin + Days::new(days);
        let mut at = 0;
        let validated: Vec<Day> = gaps.iter().map(|gap| { at += gap; on(at) }).collect();
        let today = on(today).max(on(at));
        let projects = u32::try_from(validated.len()).unwrap() + more;
        let (start, end) = (start.map(on).filter(|start| *start <= today), end.map(on));
        let course = Course { start, end, validated: validated.clone(), projects, today };
        let track = Track { start, end, today, projects, validated, forecast: course.forecast().end() };
        let plot = drawn(&track, WIDTHS[width]).expect("a drawing");
        is_well_plotted(&plot);
    }
}

#[rstest]
fn a_forecast_in_a_bar_keeps_its_words_apart(
    #[values(0, 3, 40, 300)] after: u64,
    #[values(0, 5, 90)] more: u64,
    #[values(None, Some(0), Some(60), Some(600))] end: Option<u64>,
) {
    let first = day("2027-01-10");
    let span = Span { earliest: first, likely: first + Days::new(after), latest: first + Days::new(after + more) };
    let end = end.map(|days| first + Days::new(days));
    let words = |day: Day| format!("{} sept.", day.day());
    let plot = draw::range(span, end, 264.0, &words, &|day| format!("fin : {} sept. 2027", day.day()));
    let areas: Vec<Area> = plot.labels.iter().map(Label::area).collect();
    apart(&areas, "range");
    for area in areas {
        assert!(area.is_within(plot.width, plot.height), "{area:?}");
    }
    let (from, to) = plot.bar;
    assert!(from <= plot.likely && plot.likely <= to && from >= 0.0 && to <= plot.width);
    assert!(plot.labels.iter().any(|label| label.text == words(span.likely)), "the likely day is always said");
}
