//! What the five sections of the first call share: where one stands, whose turn it is, going on and going back.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;

use super::names::use_names;
use crate::domain::{Command, PersonId, Role, Section, Timetable};
use crate::i18n::Formats;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, navigate};
use crate::web::ui::{Button, ButtonKind, Duo, LinkButton, Part, Progress, ProgressStep, Turn, TurnBanner};

thread_local! {
    /// Who had the floor in each section, for as long as this tab lives: it is nobody's words, so the record has none of it.
    static TURNS: RefCell<BTreeMap<Section, Turn>> = const { RefCell::new(BTreeMap::new()) };
}

/// Who has the floor in a section: whoever had it when this tab last showed it, else whoever begins.
fn use_turn(section: Section) -> RwSignal<Turn> {
    let begins = match section {
        Section::Meeting | Section::Helps => Turn::Mentor,
        Section::Programme | Section::Goals => Turn::Student,
        Section::Organisation => Turn::Both,
    };
    let turn = RwSignal::new(TURNS.with_borrow(|turns| turns.get(&section).copied().unwrap_or(begins)));
    Effect::new(move |_| {
        let now = turn.get();
        TURNS.with_borrow_mut(|turns| turns.insert(section, now));
    });
    turn
}

/// Whoever has the floor alone.
fn speaker(turn: Turn) -> Option<Role> {
    match turn {
        Turn::Mentor => Some(Role::Mentor),
        Turn::Student => Some(Role::Student),
        Turn::Both => None,
    }
}

/// The timetable of the first call, as the minutes pass.
pub fn use_timetable() -> Memo<Timetable> {
    let store = use_store();
    let call = store.read(|pair| pair.call.clone());
    Memo::new(move |_| call.with(|call| Timetable::of(call, store.minute().get())))
}

/// A section of the first call around its content.
#[component]
pub fn SectionFrame(
    /// Which.
    section: Section,
    /// What Continue does, when it is more than opening the next section.
    #[prop(optional, into)]
    on_continue: Option<Callback<()>>,
    /// The words of Continue, with `on_continue`.
    #[prop(optional, into)]
    continue_words: Option<Signal<String>>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let texts = use_texts();
    let title = Signal::derive(move || {
        let call = texts.get().call;
        format!("{} – {}", (call.step_label)(section.number()), call.name(section))
    });
    let go_on = move || match on_continue {
        Some(act) => act.run(()),
        None => navigate(section.next().map_or(Route::Share, Route::Section)),
    };
    continue_by_keyboard(go_on);
    view! {
        <PageTitle text=title/>
        <Where section=section/>
        <Floor section=section/>
        {children()}
        {(section != Section::Goals).then(|| view! { <Finished section=section/> })}
        <div class="section-foot">
            <LinkButton kind=ButtonKind::Quiet href=Route::Call.href()>
                {say(|t| t.call.back_to_plan)}
            </LinkButton>
            <GoOn section=section on_continue=on_continue continue_words=continue_words/>
        </div>
    }
}

/// Ctrl+Enter (or Cmd+Enter) goes on, from inside a field too: the field is left first, so its words are one edit.
fn continue_by_keyboard(go_on: impl Fn() + 'static) {
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        let wanted = event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.repeat();
        let busy = document().query_selector("dialog[open]").ok().flatten().is_some();
        if wanted && !busy && !event.default_prevented() {
            event.prevent_default();
            if let Some(field) = document().active_element().and_then(|active| {
                use wasm_bindgen::JsCast;
                active.dyn_into::<web_sys::HtmlElement>().ok()
            }) {
                // Nothing to do about an element that refuses to let go of the focus.
                let _ = field.blur();
            }
            go_on();
        }
    });
    on_cleanup(move || pressed.remove());
}

/// Which step of how many, the thread of all of them, the title and until when.
#[component]
fn Where(section: Section) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let timetable = use_timetable();
    let steps = Signal::derive(move || {
        let call = texts.get().call;
        let table = timetable.get();
        let step = |name: &str, minutes: u32, href| ProgressStep {
            name: name.to_owned(),
            note: (call.minutes)(minutes),
            minutes,
            href,
        };
        Section::ALL
            .into_iter()
            .map(|section| step(call.name(section), table.minutes(section), Route::Section(section).href()))
            .chain([step(call.copy_short, table.minutes_for_leaving(), Route::Share.href())])
            .collect()
    });
    let lived = Signal::derive(move || {
        let table = timetable.get();
        let before: u32 = table.boxes().iter().take(section as usize).sum();
        f64::from(before + table.lived(section, store.minute().get()).unwrap_or(0))
    });
    let until = move || {
        let call = texts.get().call;
        let table = timetable.get();
        let minutes = table.minutes(section);
        match table.ends(section) {
            Some(end) => (call.minutes_until)(minutes, &store.formats().time(end.wall_time(&store.zone()))),
            None => (call.minutes)(minutes),
        }
    };
    let next = move || {
        let call = texts.get().call;
        (call.next_is)(section.next().map_or(call.copy, |next| call.name(next)))
    };
    view! {
        <div class="section-head">
            <p class="section-head__where">
                <a href=Route::Call.href()>{say(|t| t.call.title)}</a>
                " · "
                {move || (texts.get().call.step_of)(section.number())}
            </p>
            <Progress
                label=say(|t| t.call.steps)
                steps=steps
                current=Signal::stored(section as usize)
                lived=lived
            />
            <p class="section-head__next">{move || next()}</p>
            <div class="section-head__title">
                <h1 tabindex="-1">{move || texts.get().call.name(section)}</h1>
                <p class="section-head__until">{move || until()}</p>
            </div>
            <p class="section-head__lede">{move || texts.get().call.lede(section)}</p>
        </div>
    }
}

/// Whose turn it is to speak, by name, with the button that hands over.
#[component]
fn Floor(section: Section) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let timetable = use_timetable();
    let turn = use_turn(section);
    let title = move || {
        let call = texts.get().call;
        speaker(turn.get())
            .map_or_else(|| call.over_to_both.to_owned(), |role| names.with(|names| (call.over_to)(names.of(role))))
    };
    let instruction = move || {
        names.with(|names| texts.get().call.instruction(section, speaker(turn.get()), &names.mentor, &names.student))
    };
    let hand_over = move |role: Role| names.with(|names| (texts.get().call.hand_over)(names.of(role)));
    let left = move || {
        let table = timetable.get();
        let minutes = table.minutes(section);
        minutes - table.lived(section, store.minute().get()).unwrap_or(0).min(minutes)
    };
    // Without a clock, as when the call is opened again days later, there is no time to count.
    let counts = timetable.with_untracked(|table| table.end().is_some());
    let clock = move || (texts.get().call.minutes)(left());
    let clock_note = move || (texts.get().call.of_minutes)(timetable.with(|table| table.minutes(section)));
    let tell = move |to: Turn| {
        let call = texts.get_untracked().call;
        if let Some(role) = speaker(to) {
            store.announce(names.with_untracked(|names| (call.over_to)(names.of(role))));
        }
    };
    let to_mentor = move || hand_over(Role::Mentor);
    let to_student = move || hand_over(Role::Student);
    let label = say(|t| t.call.turn_label);
    if counts {
        view! {
            <TurnBanner
                turn label title instruction clock clock_note to_mentor to_student on_hand_over=tell
            />
        }
        .into_any()
    } else {
        view! { <TurnBanner turn label title instruction to_mentor to_student on_hand_over=tell/> }.into_any()
    }
}

/// Both say for themselves that they have finished; it blocks nothing.
#[component]
fn Finished(section: Section) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let done = move |person: PersonId| store.read(move |pair| pair.call.done.contains(&(section, person)));
    let declare = move |person: PersonId, yes: bool| {
        // Saying so is never refused; were it, the tick would show the record again.
        let _ = store.dispatch(Command::SayDone(section, person, yes));
    };
    let says = move |role: Role| names.with(|names| (texts.get().call.has_finished)(names.of(role)));
    view! {
        <Part
            title=say(|t| t.call.finished)
            note=say(|t| t.call.finished_hint)
            slim=true
            aside=move || {
                view! {
                    <Duo
                        label=say(|t| t.call.finished_group)
                        mentor_name=move || says(Role::Mentor)
                        student_name=move || says(Role::Student)
                        mentor=done(PersonId::MENTOR)
                        student=done(PersonId::STUDENT)
                        on_mentor=move |yes| declare(PersonId::MENTOR, yes)
                        on_student=move |yes| declare(PersonId::STUDENT, yes)
                    />
                }
            }
        />
    }
}

/// The way forward: a link where it only opens the next section, a button where it does more.
#[component]
fn GoOn(section: Section, on_continue: Option<Callback<()>>, continue_words: Option<Signal<String>>) -> impl IntoView {
    let texts = use_texts();
    let words = move || {
        let call = texts.get().call;
        continue_words.map_or_else(
            || section.next().map_or(call.copy_action.to_owned(), |next| (call.continue_to)(call.name(next))),
            |words| words.get(),
        )
    };
    let forward = section.next().map_or(Route::Share, Route::Section);
    view! {
        <div class="section-foot__forward">
            {match on_continue {
                Some(act) => {
                    view! { <Button kind=ButtonKind::Primary arrow=true on_click=act>{move || words()}</Button> }.into_any()
                }
                None => {
                    view! { <LinkButton kind=ButtonKind::Primary arrow=true href=forward.href()>{move || words()}</LinkButton> }
                        .into_any()
                }
            }}
            <p class="hint">{say(|t| t.call.continue_hint)}</p>
        </div>
    }
}
