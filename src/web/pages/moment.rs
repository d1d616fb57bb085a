//! A day and a wall time as people type them, read in the pair's zone.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::domain::time::instant_of;
use crate::domain::{Day, Instant, WallTime};
use crate::web::dispatch::Store;
use crate::web::locale::say;
use crate::web::ui::{FieldWidth, Input};

/// A day and a wall time as typed.
#[derive(Clone, Copy)]
pub struct Moment {
    day: RwSignal<String>,
    time: RwSignal<String>,
}

impl Moment {
    /// Begins with that moment.
    pub fn new(store: Store, at: Instant) -> Self {
        let (day, time) = typed(store, at);
        Self { day: RwSignal::new(day), time: RwSignal::new(time) }
    }

    /// Begins with that time of day and no day.
    pub fn undated(store: Store, at: Instant) -> Self {
        Self { day: RwSignal::new(String::new()), time: RwSignal::new(typed(store, at).1) }
    }

    /// What is typed.
    pub fn shown(self) -> (String, String) {
        (self.day.get(), self.time.get())
    }

    /// Types something else.
    pub fn set(self, (day, time): (String, String)) {
        self.day.set(day);
        self.time.set(time);
    }

    /// Shows `fresh`, unless somebody typed something else than was shown `before`.
    pub fn follow(self, before: Option<&(String, String)>, fresh: &(String, String)) {
        let shown = (self.day.get_untracked(), self.time.get_untracked());
        if before.is_some_and(|before| *before == shown) {
            self.set(fresh.clone());
        }
    }

    /// The moment, once both can be read.
    pub fn read(self, store: Store) -> Option<Instant> {
        let day: Day = self.day.with(|day| day.parse().ok())?;
        let time = self.time.with(|time| WallTime::parse(time))?;
        Some(instant_of(day, time, &store.zone()))
    }
}

/// A moment as fields show it, in the pair's zone.
pub fn typed(store: Store, at: Instant) -> (String, String) {
    let zone = store.zone();
    (at.day(&zone).to_string(), at.wall_time(&zone).to_string())
}

/// The two fields of a moment under one question.
#[component]
pub fn MomentFields(
    /// What is asked.
    #[prop(into)]
    legend: TextProp,
    /// What is typed.
    moment: Moment,
) -> impl IntoView {
    view! {
        <fieldset class="calc__moment">
            <legend class="field__label">{move || legend.get()}</legend>
            <Input label=say(|t| t.next_session().day) value=moment.day input_type="date" width=FieldWidth::Medium/>
            <Input label=say(|t| t.next_session().time) value=moment.time input_type="time" width=FieldWidth::Medium/>
        </fieldset>
    }
}
