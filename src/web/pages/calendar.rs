//! Taking the pair's dates along as a calendar file, or as its text where files are blocked.

use leptos::prelude::*;

use super::copy_text::{CopyText, CopyWords};
use super::reading::use_reading;
use crate::document::file;
use crate::domain::{GoalId, SessionId};
use crate::export::calendar;
use crate::i18n::Messages;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::platform::files::{self, FileKind};
use crate::web::ui::{Button, ButtonKind, MarginNote};

/// Which dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dates {
    /// All of the pair's.
    Whole,
    /// One session with its limits.
    Session(SessionId),
    /// The end of one goal.
    Goal(GoalId),
}

fn words_of_copy(texts: &'static Messages) -> CopyWords {
    let words = texts.calendar();
    CopyWords { copied: words.copied, refused: words.not_copied, text: words.text_label }
}

/// The buttons that save the file and copy its text.
#[component]
pub fn CalendarFile(
    /// Which dates.
    of: Dates,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let outcome = RwSignal::new(None::<bool>);
    let save_words = if of == Dates::Whole { say(|t| t.calendar().save_whole) } else { say(|t| t.calendar().save) };
    let of = StoredValue::new(of);
    let text = move || {
        // What is being typed belongs to it, and is in the pair once it is sealed.
        store.with_record(|_| ());
        let pair = store.pairing().get_untracked()?;
        let made = store.with_record(|document| {
            untrack(|| {
                reading.with(|labels| {
                    of.with_value(|of| match of {
                        Dates::Whole => Some(calendar::whole(document, &pair, labels)),
                        Dates::Session(id) => calendar::session(document, &pair, id, labels),
                        Dates::Goal(id) => calendar::goal(document, &pair, id, labels),
                    })
                })
            })
        });
        made.flatten()
    };
    let save = move || {
        let Some(pair) = store.pairing().get_untracked() else { return };
        let name = file::name_ending(&pair, store.today(), "ics");
        let saved = text().is_some_and(|text| files::download(&name, FileKind::Calendar, &text).is_ok());
        outcome.set(Some(saved));
        let words = texts.get_untracked().calendar();
        store.announce(if saved { words.saved } else { words.not_saved }.to_owned());
    };
    let said = move || {
        let words = texts.get().calendar();
        outcome.get().map(|saved| if saved { words.saved } else { words.not_saved })
    };
    view! {
        <div class="calendar-file">
            <div class="copy-act">
                <Button on_click=save>{save_words}</Button>
                <p class="hint">{said}</p>
            </div>
            <CopyText text=move |()| text().unwrap_or_default() words=words_of_copy kind=ButtonKind::Quiet>
                {say(|t| t.calendar().copy)}
            </CopyText>
        </div>
    }
}

/// All the pair's dates, in a margin.
#[component]
pub fn CalendarNote() -> impl IntoView {
    let any = use_store().read(|pair| {
        let has_slot = pair.sessions.iter().any(|session| session.state.is_some());
        has_slot || pair.goals.iter().any(|goal| goal.end.is_some())
    });
    view! {
        <MarginNote title=say(|t| t.calendar().title)>
            <Show when=move || any.get() fallback=|| view! { <p>{say(|t| t.calendar().nothing)}</p> }>
                <p>{say(|t| t.calendar().whole_note)}</p>
                <CalendarFile of=Dates::Whole/>
            </Show>
        </MarginNote>
    }
}

/// One session and its limits, in the margin of its screen.
#[component]
pub fn SessionDates(
    /// Which.
    id: SessionId,
) -> impl IntoView {
    view! {
        <MarginNote title=say(|t| t.calendar().title)>
            <p>{say(|t| t.calendar().session_note)}</p>
            <CalendarFile of=Dates::Session(id)/>
        </MarginNote>
    }
}

/// Dates folded away behind a word, where there is little room.
#[component]
pub fn FoldedDates(
    /// Which.
    of: Dates,
    /// The words to press.
    summary: Signal<&'static str>,
    /// A fuller name than those words, where several such stand on a screen.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// What the file brings.
    note: Signal<&'static str>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let of = StoredValue::new(of);
    view! {
        <details
            class="folded-dates"
            open=open
            on:toggle=move |event| {
                open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
            }
        >
            <summary aria-label=move || label.map(|label| label.get())>{summary}</summary>
            <Show when=move || open.get()>
                <p class="hint">{note}</p>
                <CalendarFile of=of.get_value()/>
            </Show>
        </details>
    }
}

/// The day on which a goal ends, among what can be done with it; nothing while it has none.
#[component]
pub fn GoalDates(
    /// Which.
    id: GoalId,
    /// Its words.
    what: Memo<String>,
    /// Whether there is a day to take along.
    has_day: Memo<bool>,
) -> impl IntoView {
    let texts = use_texts();
    let id = StoredValue::new(id);
    let label = Signal::derive(move || {
        let words = texts.get();
        (words.goals().about)(words.calendar().goal_summary, &what.get())
    });
    view! {
        <Show when=move || has_day.get()>
            <FoldedDates
                of=Dates::Goal(id.get_value())
                summary=say(|t| t.calendar().goal_summary)
                label=label
                note=say(|t| t.calendar().goal_note)
            />
        </Show>
    }
}
