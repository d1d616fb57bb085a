//! The end of the first call: what was said, each line with the way back to it; the signatures; what to do before hanging up.

use leptos::html;
use leptos::prelude::*;

use super::calendar::{CalendarFile, Dates};
use super::names::use_names;
use super::reading::use_reading;
use super::section::{use_steps, use_timetable};
use super::sheet::AgreementSheet;
use super::signing::SigningPart;
use crate::domain::{PersonId, Section};
use crate::export::report::{self, Line, Topic};
use crate::i18n::{Messages, capitalised};
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts, words_now};
use crate::web::platform::clipboard;
use crate::web::route::Route;
use crate::web::ui::{Button, ButtonKind, LinkButton, Part, Progress, StitchDrawing, StopState};

/// The recap. What is printed of it is the agreement alone, on one page.
#[component]
pub fn RecapPage() -> impl IntoView {
    let texts = use_texts();
    let title = Signal::derive(move || {
        let words = texts.get();
        format!("{} – {}", words.recap().name, words.call().title)
    });
    let print = move || {
        // A browser that cannot print has nothing to say about it.
        let _ = window().print();
    };
    view! {
        <PageTitle text=title/>
        <div class="no-print">
            <Head/>
            <Said/>
            <SigningPart/>
            <Leaving/>
            <div class="foot">
                <Button kind=ButtonKind::Quiet on_click=print>{say(|t| t.recap().print)}</Button>
                <LinkButton kind=ButtonKind::Quiet href=Route::Home.href()>{say(|t| t.recap().end_call)}</LinkButton>
            </div>
        </div>
        <AgreementSheet/>
    }
}

/// Where one is, the thread of the call with all of it lived, the title.
#[component]
fn Head() -> impl IntoView {
    let timetable = use_timetable();
    let lived = Signal::derive(move || f64::from(timetable.with(|table| table.boxes().iter().take(5).sum::<u32>())));
    view! {
        <div class="section-head">
            <p class="section-head__where">
                <a href=Route::Call.href()>{say(|t| t.call().title)}</a>
                " · "
                {say(|t| t.recap().crumb)}
            </p>
            <Progress label=say(|t| t.call().steps) steps=use_steps() current=Signal::stored(5) lived=lived/>
            <div class="section-head__title">
                <h1 tabindex="-1">{say(|t| t.recap().title)}</h1>
            </div>
            <p class="section-head__lede">{say(|t| t.recap().lede)}</p>
        </div>
    }
}

/// The place in its section where a line can be changed.
fn place_of(topic: Topic) -> Option<String> {
    let place = match topic {
        Topic::Address => "tu-ou-vous",
        Topic::Intro(PersonId::MENTOR) => "card-mentor",
        Topic::Intro(_) => "card-student",
        Topic::Point(point) => return Some(format!("point-{}", point.slug())),
        Topic::Slot => "creneau",
        Topic::Messages => "messages",
        Topic::Preparation => "preparation",
        Topic::Agreement => "charte",
        Topic::NextSession => "prochaine-session",
        Topic::Programme => "projects-about",
        Topic::Project => "where-now",
        Topic::Contacts | Topic::Points | Topic::Goals => return None,
    };
    Some(place.to_owned())
}

/// What was said, section by section.
#[component]
fn Said() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let parts = Memo::new(move |_| {
        let pair = store.pairing().get();
        pair.map_or_else(Vec::new, |pair| reading.with(|labels| report::summary(&pair, labels, store.now())))
    });
    let parts = move || {
        let words = texts.get();
        parts
            .get()
            .into_iter()
            .map(|part| {
                let id = format!("dit-{}", part.section.slug());
                let named_by = id.clone();
                let lines = if part.lines.is_empty() {
                    let change = change(words, part.section, None, "");
                    view! { <p class="recap__nothing">{words.recap().nothing_said} " " {change}</p> }.into_any()
                } else {
                    let lines = part.lines.into_iter().map(|line| said_line(words, part.section, line)).collect_view();
                    view! { <dl class="recap__lines">{lines}</dl> }.into_any()
                };
                view! {
                    <section class="recap__part" aria-labelledby=named_by>
                        <h2 id=id>{words.call().name(part.section)}</h2>
                        {lines}
                    </section>
                }
            })
            .collect_view()
    };
    view! { <div class="recap">{parts}</div> }
}

fn said_line(words: &'static Messages, section: Section, line: Line) -> impl IntoView {
    let Line { topic, label, text, waits } = line;
    let change = change(words, section, place_of(topic), &label);
    view! {
        <div class="recap__line">
            <dt>{label}</dt>
            <dd class="recap__text">
                <span class:to-sharpen=waits>{text}</span>
            </dd>
            <dd class="recap__change">{change}</dd>
        </div>
    }
}

/// The link back to where something was said.
fn change(words: &'static Messages, section: Section, place: Option<String>, label: &str) -> impl IntoView + use<> {
    let href = Route::Section(section).href();
    let href = place.map_or_else(|| href.to_owned(), |place| format!("{href}?vers={place}"));
    let part = words.call().name(section);
    let name = if label.is_empty() { part.to_owned() } else { format!("{part}, {label}") };
    view! {
        <a href=href aria-label=(words.recap().change_line)(&name)>
            {words.common().change}
        </a>
    }
}

/// The report, the calendar, a copy for each: in this order.
#[component]
fn Leaving() -> impl IntoView {
    view! {
        <Part title=say(|t| t.recap().leave_title)>
            <ol class="acts">
                <ReportAct/>
                <CalendarAct/>
                <CopyAct/>
            </ol>
        </Part>
    }
}

/// The strands down to the next act.
fn strands(at: usize, state: StopState) -> impl IntoView {
    view! { <span class="acts__strands"><StitchDrawing at=at state=state/></span> }
}

/// The report: copied, or read first.
#[component]
fn ReportAct() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let text = Memo::new(move |_| {
        let pair = store.pairing().get();
        pair.map_or_else(String::new, |pair| reading.with(|labels| report::text(&pair, labels, store.now())))
    });
    let area = NodeRef::<html::Textarea>::new();
    let open = RwSignal::new(false);
    let outcome = RwSignal::new(None::<bool>);
    let copy = move || {
        let text = text.get_untracked();
        leptos::task::spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            outcome.set(Some(copied));
            if !copied {
                open.set(true);
                request_animation_frame(move || {
                    if let Some(area) = area.try_get_untracked().flatten() {
                        let _ = area.focus();
                        area.select();
                    }
                });
            }
            let words = words_now(store).recap();
            store.announce(if copied { words.report_copied } else { words.report_not_copied }.to_owned());
        });
    };
    view! {
        <li class="acts__act">
            {strands(0, StopState::Now(0.0))}
            <div class="acts__what">
                <h3>{say(|t| t.recap().report_title)}</h3>
                <p>{say(|t| t.recap().report_note)}</p>
                <details
                    class="acts__preview"
                    open=open
                    on:toggle=move |event| {
                        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
                    }
                >
                    <summary>{say(|t| t.recap().report_preview)}</summary>
                    // Folded away, it would still have a place that other things stand on.
                    <Show when=move || open.get()>
                        <textarea
                            class="field__control copy-text"
                            readonly
                            rows="14"
                            spellcheck="false"
                            aria-label=say(|t| t.report().title)
                            node_ref=area
                            prop:value=text
                        ></textarea>
                    </Show>
                </details>
            </div>
            <div class="acts__do">
                <Button kind=ButtonKind::Primary on_click=copy>{say(|t| t.recap().report_copy)}</Button>
                <p class="hint">
                    {move || {
                        let words = texts.get().recap();
                        outcome.get().map(|copied| if copied { words.report_copied } else { words.report_not_copied })
                    }}
                </p>
            </div>
        </li>
    }
}

/// The next session as a file for calendars.
#[component]
fn CalendarAct() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let reading = use_reading();
    let next = store
        .read(move |pair| pair.next_session(store.now()).map(|(session, booking)| (session.id.clone(), booking.start)));
    let note = move || {
        let words = texts.get().recap();
        match next.get() {
            Some((_, start)) => (words.calendar_note)(&capitalised(&reading.moment(start))),
            None => words.calendar_none.to_owned(),
        }
    };
    let act = move || {
        if let Some((id, _)) = next.get() {
            view! { <CalendarFile of=Dates::Session(id)/> }.into_any()
        } else {
            let href = format!("{}?vers=prochaine-session", Route::Section(Section::Goals).href());
            view! { <LinkButton href=href>{say(|t| t.recap().calendar_book)}</LinkButton> }.into_any()
        }
    };
    view! {
        <li class="acts__act">
            {strands(1, StopState::Ahead)}
            <div class="acts__what">
                <h3>{say(|t| t.recap().calendar_title)}</h3>
                <p>{note}</p>
            </div>
            <div class="acts__do">{act}</div>
        </li>
    }
}

/// The strands from the last act: each goes its own way, with a copy.
#[component]
fn Parting() -> impl IntoView {
    view! {
        <span class="acts__strands">
            <svg class="strands" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                <path class="strands__ahead" d="M50 0C50 40 24 50 16 92"></path>
                <path class="strands__ahead strands__ahead--student" d="M50 0C50 40 76 50 84 92"></path>
                <path class="strands__tip strands__tip--mentor" d="M16 92h.01"></path>
                <path class="strands__tip strands__tip--student" d="M84 92h.01"></path>
                <path class="strands__knot" d="M50 0h.01"></path>
                <path class="strands__eye" d="M50 0h.01"></path>
            </svg>
        </span>
    }
}

/// A copy for the other.
#[component]
fn CopyAct() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let other = move || names.with(|names| names.of(store.me().get().role().other()).to_owned());
    view! {
        <li class="acts__act">
            <Parting/>
            <div class="acts__what">
                <h3>{say(|t| t.recap().copy_title)}</h3>
                <p>{say(|t| t.recap().copy_note)}</p>
            </div>
            <div class="acts__do">
                <LinkButton href=Route::Share.href()>{move || (texts.get().recap().copy_give)(&other())}</LinkButton>
            </div>
        </li>
    }
}
