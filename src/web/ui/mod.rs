//! The design system: what every screen is made of. Words always come in from the page; nothing here knows the record's meaning
//! beyond who is who.
//!
//! - Texts are [`TextProp`](leptos::text_prop::TextProp)s: a `&'static str`, a `String`, a signal, or a closure
//!   (`label=move || t.get().goals.title`), so that a change of language is followed.
//! - Every component has its own file in `style/`; classes are named after the component.
//! - No inline styles: the page's policy refuses them. Lengths that vary go through `style:name=…`, which sets the property
//!   by script, or through a drawing's attributes.

mod button;
mod choices;
mod conflict;
mod days;
mod dialog;
mod duo;
mod errors;
pub mod example;
mod field;
mod icon;
mod id;
mod mark;
mod menu;
mod notice;
mod notice_line;
mod part;
mod person;
mod plot;
mod progress;
mod rail;
mod record_field;
mod road;
mod roof;
mod select;
pub mod shell;
mod smart;
mod status;
mod steps;
pub mod strand;
mod thread;
mod toggle;
mod turn;
mod week_grid;
mod week_thread;

pub use button::{Button, ButtonKind, LinkButton};
pub use choices::{Choices, ChoicesLook};
pub use conflict::{Conflict, Version, changed_words};
pub use days::{DayChoice, DayPicker};
pub use dialog::Dialog;
pub use duo::Duo;
pub use errors::ErrorSummary;
pub use field::{FieldWidth, Input};
pub use icon::{Icon, IconShape};
pub use id::fresh_id;
pub use mark::GoalMark;
pub use menu::Menu;
pub use notice::{Notice, NoticeKind};
pub use notice_line::NoticeLine;
pub use part::{MarginNote, Part};
pub use person::{Initial, Who};
pub use plot::{Plot, goals_rows, projects_drawing, range_drawing};
pub use progress::{Progress, ProgressStep};
pub use rail::{Rail, RailStop, StitchDrawing, StopState};
pub use record_field::{TextArea, TextField};
pub use road::{Road, RoadEnd, RoadStop};
pub use roof::{Logo, Roof};
pub use select::Select;
pub use smart::{SmartLetter, SmartLetters};
pub use status::{SaveStatus, SkipLink};
pub use steps::{StepStop, Steps};
pub use thread::Strands;
pub use toggle::{Checkbox, Switch};
pub use turn::{Turn, TurnBanner};
pub use week_grid::{GridWeek, WeekGrid};
pub use week_thread::{Week, WeekThread};
