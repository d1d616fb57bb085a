//! The report of one session, `#/compte-rendu?id=…`: a sheet whose parts can be rewritten, the ways to take it along, and the other
//! reports; `#/compte-rendu` alone lists them.

mod copying;
mod entries;
mod list;
mod part;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::list::{Neighbours, ReportList};
use self::part::SheetPart;
use super::reading::use_reading;
use crate::domain::{ReportPart, SessionId};
use crate::export::session_report::SessionReport;
use crate::web::app::PageTitle;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::route::session_href;
use crate::web::ui::{Button, MarginNote, Strands, strand};

pub use self::copying::CopyReport;

/// The report of a session as it stands; nothing when the session is not in the record.
pub fn use_report(id: &SessionId) -> Memo<Option<SessionReport>> {
    let (store, reading, id) = (use_store(), use_reading(), id.clone());
    Memo::new(move |_| {
        let pair = store.pairing().get()?;
        reading.with(|labels| SessionReport::of(&pair, &id, labels))
    })
}

/// What the parts of the screen read.
#[derive(Clone)]
struct Here {
    store: Store,
    id: SessionId,
    report: Memo<Option<SessionReport>>,
}

fn use_here() -> Here {
    expect_context()
}

impl Here {
    /// Something of the report, followed; the type's default once it is gone.
    fn read<T>(&self, read: impl Fn(&SessionReport) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        let report = self.report;
        Memo::new(move |_| report.with(|report| report.as_ref().map(&read)).unwrap_or_default())
    }

    /// “session 4”.
    fn named(&self) -> Signal<String> {
        let (texts, number) = (use_texts(), self.read(|report| report.number));
        Signal::derive(move || (texts.get().session().named)(number.get()))
    }
}

/// The report's screen.
#[component]
pub fn ReportPage(
    /// Whose.
    id: SessionId,
) -> impl IntoView {
    let report = use_report(&id);
    let is_here = Memo::new(move |_| report.with(Option::is_some));
    provide_context(Here { store: use_store(), id, report });
    move || if is_here.get() { view! { <Page/> }.into_any() } else { view! { <NoReport/> }.into_any() }
}

#[component]
fn Page() -> impl IntoView {
    let here = use_here();
    let title = here.read(|report| report.title.clone());
    view! {
        <PageTitle text=title/>
        <div class="split">
            <Sheet title=title/>
            <div class="margin no-print">
                <Paste/>
                <LeftOut/>
                <Then/>
                <Neighbours/>
            </div>
        </div>
    }
}

/// How long the thread at the head of the sheet is, in the minutes that it is drawn by.
const WAY: u32 = 60;

/// The sheet: its head, its parts; what stands at the foot of the paper.
#[component]
fn Sheet(title: Memo<String>) -> impl IntoView {
    let here = use_here();
    let texts = use_texts();
    let when = here.read(|report| report.when.clone());
    let who = here.read(|report| report.who.clone());
    let names = here.read(|report| report.names.clone());
    let is_open = here.read(|report| report.is_open);
    let number = here.read(|report| report.number);
    let named = here.named();
    print_at_foot(Signal::derive(move || {
        format!("{} · {} · {}", texts.get().common().brand, names.get(), named.get())
    }));
    // From the first call to this session; of a long way, its end.
    let thread = move || {
        let count = number.get().clamp(1, 12);
        let stretches = vec![WAY / u32::try_from(count).unwrap_or(1); count];
        // A session that is not over is where the pair is; one that took place is behind.
        let current = if is_open.get() { count } else { count + 1 };
        view! { <Strands drawing=strand::lying(&stretches, f64::from(WAY)) current=current/> }
    };
    view! {
        <article class="report" aria-labelledby="report-title">
            <header class="report__head">
                <div class="report__thread">{thread}</div>
                <h1 id="report-title" tabindex="-1">{title}</h1>
                <p class="report__when">{when}</p>
                <p class="quiet">{who}</p>
                <Show when=move || is_open.get()>
                    <p class="hint no-print">{say(|t| t.session_report().under_way)}</p>
                </Show>
            </header>
            {ReportPart::ALL.map(|part| view! { <SheetPart part=part/> })}
        </article>
    }
}

/// Says at the foot of every printed page what it is of: the style of the paper reads it from a property of the root element.
pub fn print_at_foot(words: Signal<String>) {
    const PROPERTY: &str = "--printed-foot";
    let root = || {
        let root = document().document_element()?.dyn_into::<web_sys::HtmlElement>().ok()?;
        Some(web_sys::HtmlElement::style(&root))
    };
    Effect::new(move |_| {
        // A text of a style ends at a quote or a line's end, and a backslash changes what follows.
        let text = words.get().chars().filter(|letter| !letter.is_control()).collect::<String>();
        let quoted = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        if let Some(style) = root() {
            let _ = style.set_property(PROPERTY, &quoted);
        }
    });
    on_cleanup(move || {
        if let Some(style) = root() {
            let _ = style.remove_property(PROPERTY);
        }
    });
}

/// The ways to take it along, the platform first.
#[component]
fn Paste() -> impl IntoView {
    let here = use_here();
    let print = move || {
        here.store.seal_all();
        // A browser that cannot print has nothing to say about it.
        let _ = window().print();
    };
    view! {
        <MarginNote title=say(|t| t.session_report().paste_title)>
            <p>{say(|t| t.session_report().paste_body)}</p>
            <div class="report-acts">
                <CopyReport report=here.report markdown=true/>
                <Button on_click=print>{say(|t| t.session_report().print)}</Button>
            </div>
        </MarginNote>
    }
}

/// What is not in it, and where that is.
#[component]
fn LeftOut() -> impl IntoView {
    let here = use_here();
    let named = here.named();
    view! {
        <MarginNote title=say(|t| t.session_report().out_title)>
            <p>
                {say(|t| t.session_report().out_body)}
                " "
                <a href=session_href(&here.id)>{named}</a>
            </p>
        </MarginNote>
    }
}

/// What comes after a session.
#[component]
fn Then() -> impl IntoView {
    view! {
        <MarginNote title=say(|t| t.session_report().then_title)>
            <p>{say(|t| t.session_report().then_body)}</p>
        </MarginNote>
    }
}

/// The address names a session that is not in the record.
#[component]
fn NoReport() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().session_report().gone_title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.session_report().gone_title)}</h1>
            <p class="lede">{say(|t| t.session_report().gone_body)}</p>
        </div>
        <section class="section" aria-labelledby="reports">
            <h2 id="reports">{say(|t| t.session_report().list_title)}</h2>
            <ReportList/>
        </section>
    }
}

/// Every report there is.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle text=Signal::derive(move || texts.get().session_report().list_title.to_owned())/>
        <div class="opening">
            <h1 tabindex="-1">{say(|t| t.session_report().list_title)}</h1>
        </div>
        <ReportList/>
    }
}
