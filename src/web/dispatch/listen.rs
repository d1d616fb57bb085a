//! What the store hears: the other tabs, the page going out of sight, the clock.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::Store;
use super::keeping::touched;
use crate::document::Document;
use crate::document::Row;
use crate::domain::{Instant, PairId, Profile};
use crate::web::platform::clock;
use crate::web::storage::database::VERSION;
use crate::web::storage::tabs::{Channel, Message};

/// A listener that goes with the store.
pub(super) struct Listening {
    target: EventTarget,
    event: &'static str,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listening {
    fn to(target: &EventTarget, event: &'static str, mut hear: impl FnMut() + 'static) -> Self {
        let heard = Closure::<dyn FnMut(Event)>::new(move |_| hear());
        // Adding a listener to a window or a document does not fail.
        let _ = target.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
        Self { target: target.clone(), event, heard }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.event, self.heard.as_ref().unchecked_ref());
    }
}

/// How often the clock is looked at, in milliseconds.
const LOOK: u64 = 10_000;

impl Store {
    /// Begins to listen. Everything ends with the store.
    pub(super) fn listen(self) {
        let core = self.core();
        core.channel.replace(Some(Channel::open(move |message| self.hear(message))));
        let sight = move || {
            if document().hidden() {
                // The page may never come back: phones end it without another word.
                self.keep_drafts();
                self.fold_logs();
            } else {
                self.look_at_clock();
            }
        };
        // Back from the browser's memory of pages, or from a sleep of the machine: nothing has ticked meanwhile.
        let back = move || self.look_at_clock();
        let leave = move || {
            if self.core.try_get_value().is_some() {
                self.seal_all();
            }
        };
        core.listening.replace(vec![
            Listening::to(&document(), "visibilitychange", sight),
            Listening::to(&window(), "pageshow", back),
            Listening::to(&window(), "focus", back),
            Listening::to(&window(), "pagehide", leave),
            // A field that goes with its screen is left without being told.
            Listening::to(&window(), "hashchange", leave),
        ]);
        self.say_here();
        self.tick();
    }

    fn say_here(self) {
        self.say(&Message::Here { stores: VERSION });
    }

    fn tick(self) {
        if self.core.try_get_value().is_none() {
            return;
        }
        self.look_at_clock();
        // A little after the minute, so that a timer that is early does not come twice. Timers stand still while the machine
        // sleeps: looking more often than that, the page is late by seconds when it wakes up in sight.
        let left = 60_000 - clock::now().millis().rem_euclid(60_000) + 20;
        set_timeout(move || self.tick(), Duration::from_millis(left.unsigned_abs().min(LOOK)));
    }

    /// Tells the moment anew when another minute has begun, however much time went by unseen.
    fn look_at_clock(self) {
        if self.core.try_get_value().is_none() {
            return;
        }
        let now = clock::now();
        let minute = |at: Instant| at.millis().div_euclid(60_000);
        if self.minute.with_untracked(|told| minute(*told) != minute(now)) {
            self.minute.set(now);
            self.catch_up();
        }
    }

    fn hear(self, message: Message) {
        if self.core.try_get_value().is_none() {
            return;
        }
        match message {
            Message::Here { stores } if stores > VERSION => self.give_way(),
            // An older page was opened after this one.
            Message::Here { stores } if stores < VERSION => self.say_here(),
            Message::Here { .. } => {}
            Message::Rows { pair, rows } => self.hear_rows(&pair, rows),
            Message::Erased(pair) => {
                if pair.is_none() {
                    self.profile.set(Profile::default());
                }
                self.forget_pair(pair.as_ref());
            }
            Message::Retired { pair, at } => self.hear_retired(&pair, at),
        }
    }

    /// Joins what another tab added to a pair.
    pub(super) fn hear_rows(self, pair: &PairId, rows: Vec<Row>) {
        let core = self.core();
        if core.loading.get() > 0 {
            // Whether the record being read has it already depends on the moment: it is joined once that is read.
            core.heard.borrow_mut().push((pair.clone(), rows));
            return;
        }
        let records = touched(&rows);
        let is_of = |document: &Document| {
            document.known_as(pair)
                || rows.iter().any(|row| matches!(row, Row::Part { document: part } if part.is_same_pair(document)))
        };
        let old = core.pairs.borrow().iter().find(|(_, kept)| is_of(&kept.document)).map(|(id, _)| id.clone());
        let Some(old) = old else {
            // It is read whole when it is opened.
            self.hear_summary(pair.clone());
            return;
        };
        for row in &rows {
            if let Row::Edit { path, edit, .. } = row {
                core.remember_standing([path]);
                core.remember(&[(path.clone(), edit.clone())]);
            }
        }
        let id = {
            let mut pairs = core.pairs.borrow_mut();
            let Some(mut kept) = pairs.remove(&old) else { return };
            for row in rows {
                row.replay(&mut kept.document);
            }
            let id = kept.document.pair().clone();
            pairs.insert(id.clone(), kept);
            id
        };
        self.keep_local(&id, &records);
        if core.opened() == Some(old) {
            core.opened.replace(Some(id));
            self.show();
        } else {
            self.note_pair(&id);
            self.list_pairs();
        }
        // The tab that wrote it has put its line on disk.
        drop(self.take_summaries());
    }
}
