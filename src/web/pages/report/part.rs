//! One part of the sheet: what it says, the words that somebody puts in its place, and the way back to the session's own.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::entries::drawn;
use super::use_here;
use crate::domain::{Command, Pairing, Path, ReportCommand, ReportPart, SessionId, report};
use crate::export::session_report::Part;
use crate::web::dispatch::Store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::platform::selection;
use crate::web::ui::{Button, ButtonKind, Notice, TextArea};

/// A part and how it is shown, for what is inside it.
#[derive(Clone)]
struct Row {
    store: Store,
    id: SessionId,
    part: ReportPart,
    found: Memo<Option<Part>>,
    open: RwSignal<bool>,
}

impl Row {
    fn path(&self) -> Path {
        report::part(&self.id, self.part)
    }

    fn title(&self) -> Memo<String> {
        let found = self.found;
        Memo::new(move |_| found.with(|found| found.as_ref().map(|part| part.title.clone()).unwrap_or_default()))
    }

    /// The words in its place as they stand in the record.
    fn own(&self, pair: &Pairing) -> String {
        pair.own_part(&self.id, self.part).map(|own| own.words.clone()).unwrap_or_default()
    }

    /// The words in its place stand, knowing what the session says now.
    fn know(&self) {
        let mark = self.found.with_untracked(|found| found.as_ref().map(|part| part.mark.clone()));
        if let Some(mark) = mark {
            // Refused only when there are no words any more, and then there is nothing to know.
            let _ = self.store.dispatch(Command::Report(ReportCommand::Know(self.id.clone(), self.part, mark)));
        }
    }

    /// Puts the focus on the button that opens the part.
    fn focus(&self) {
        focus_soon(&[&format!("#part-{} button", self.part.slug())]);
    }
}

/// One part.
#[component]
pub(super) fn SheetPart(part: ReportPart) -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let found = here.read(move |report| report.parts.iter().find(|it| it.part == part).cloned());
    let open = RwSignal::new(false);
    let row = Row { store: here.store, id: here.id, part, found, open };
    // Given by hand: a context would be the neighbours' too.
    let writing = row.clone();
    let rewritten = row.clone();
    let title = row.title();
    let heading = format!("report-{}", part.slug());
    let named_by = heading.clone();
    let says_nothing = move || found.with(|found| found.as_ref().is_some_and(|part| part.entries().is_empty()));
    let shown = move || found.with(|found| found.as_ref().map(|part| drawn(part.entries())));
    // With a mouse, the words themselves are pressed: not to follow a link, nor at the end of choosing some of them.
    let pressed = move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let on_link = target.is_some_and(|target| target.closest("a, button").ok().flatten().is_some());
        if !on_link && !selection::is_made() {
            open.set(true);
        }
    };
    view! {
        <section
            class="report-part"
            id=format!("part-{}", part.slug())
            aria-labelledby=named_by
        >
            <div class="report-part__head">
                <h2 id=heading>{title}</h2>
                <Show when=move || !open.get()>
                    <Button
                        kind=ButtonKind::Quiet
                        label=move || (texts.get().recap().change_line)(&title.get())
                        on_click=move || open.set(true)
                    >
                        {say(|t| t.common().change)}
                    </Button>
                </Show>
            </div>
            <div class="report-part__body">
                <Show when=move || open.get() fallback=move || view! {
                    <div class="report-part__words" on:click=pressed>
                        {shown}
                        <Show when=says_nothing>
                            <p class="quiet">{say(|t| t.recap().nothing_said)}</p>
                        </Show>
                    </div>
                }>
                    <Writing row=writing.clone()/>
                </Show>
                <Rewritten row=rewritten/>
            </div>
        </section>
    }
}

/// The words of a part, being written.
#[component]
fn Writing(row: Row) -> impl IntoView {
    let store = use_here().store;
    let texts = use_texts();
    let title = row.title();
    let found = row.found;
    let said = Signal::derive(move || found.with(|found| found.as_ref().map(Part::said_text).unwrap_or_default()));
    let own = {
        let row = row.clone();
        move || store.pairing().with_untracked(|pair| pair.as_ref().map(|pair| row.own(pair)).unwrap_or_default())
    };
    let before = StoredValue::new(own());
    let left = {
        let row = row.clone();
        move |()| {
            let now = own();
            // Who only looked knows nothing new.
            if before.with_value(|before| *before != now) {
                before.set_value(now);
                row.know();
            }
        }
    };
    let area = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            request_animation_frame(move || drop(area.focus()));
        }
    });
    let done = {
        let row = row.clone();
        move || {
            row.open.set(false);
            row.focus();
        }
    };
    view! {
        <TextArea
            label=move || (texts.get().session_report().own_label)(&title.get())
            hint=say(|t| t.session_report().own_hint)
            path=row.path()
            otherwise=said
            rows=4
            on_leave=Callback::new(left)
            node_ref=area
        />
        <p class="actions no-print">
            <Button on_click=done>{say(|t| t.session_report().done)}</Button>
        </p>
    }
}

/// That a part was rewritten, whether the session says something else since, and the way back.
#[component]
fn Rewritten(row: Row) -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let title = row.title();
    let found = row.found;
    let is_own = Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|part| part.own.is_some())));
    let is_behind = Memo::new(move |_| {
        found.with(|found| found.as_ref().and_then(|part| part.own.as_ref()).is_some_and(|own| own.is_behind))
    });
    let said = move || found.with(|found| found.as_ref().map(|part| drawn(&part.said)));
    let behind = move || {
        let words = texts.get().session_report();
        let says_nothing = found.with(|found| found.as_ref().is_none_or(|part| part.said.is_empty()));
        if says_nothing { words.stale_nothing } else { words.stale_body }
    };
    let take_back = {
        let row = row.clone();
        let store = here.store;
        Callback::new(move |()| {
            if store.dispatch(Command::Write(row.path(), String::new())).is_ok() {
                row.open.set(false);
                row.focus();
                store.announce(texts.get_untracked().session_report().taken_back.to_owned());
            }
        })
    };
    let keep = Callback::new(move |()| {
        row.know();
        row.focus();
        here.store.announce(texts.get_untracked().session_report().kept_mine.to_owned());
    });
    view! {
        <Show when=move || is_behind.get()>
            <div class="no-print">
                <Notice title=say(|t| t.session_report().stale_title)>
                    <p>{behind}</p>
                    <div class="report-part__said">{said}</div>
                    <p class="actions">
                        <Button
                            label=move || (texts.get().session_report().keep_mine_named)(&title.get())
                            on_click=keep
                        >
                            {say(|t| t.session_report().keep_mine)}
                        </Button>
                    </p>
                </Notice>
            </div>
        </Show>
        <Show when=move || is_own.get()>
            <p class="report-part__own no-print">
                <span class="hint">{say(|t| t.session_report().rewritten)}</span>
                <Button
                    kind=ButtonKind::Quiet
                    label=move || (texts.get().session_report().take_back_named)(&title.get())
                    on_click=take_back
                >
                    {say(|t| t.session_report().take_back)}
                </Button>
            </p>
        </Show>
    }
}
