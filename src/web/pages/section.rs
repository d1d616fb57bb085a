//! What the five sections of the first call share: where one stands, whose turn it is, going on and going back.

use leptos::prelude::*;

use super::floor::{Floor, Talk};
use super::going_on::on_continue_key;
use super::names::use_names;
use crate::domain::{Command, PersonId, Role, Section, Timetable};
use crate::i18n::Formats;
use crate::web::app::PageTitle;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, navigate};
use crate::web::ui::{Button, ButtonKind, Duo, LinkButton, Part, Progress, ProgressStep};

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
        let call = texts.get().call();
        format!("{} – {}", (call.step_label)(section.number()), call.name(section))
    });
    let go_on = move || match on_continue {
        Some(act) => act.run(()),
        None => navigate(section.next().map_or(Route::Recap, Route::Section)),
    };
    on_continue_key(go_on);
    view! {
        <PageTitle text=title/>
        <Where section=section/>
        <Speaking section=section/>
        {children()}
        {(section != Section::Goals).then(|| view! { <Finished section=section/> })}
        <div class="section-foot">
            <LinkButton kind=ButtonKind::Quiet href=Route::Call.href()>
                {say(|t| t.call().back_to_plan)}
            </LinkButton>
            <GoOn section=section on_continue=on_continue continue_words=continue_words/>
        </div>
    }
}

/// The steps of the call as a thread shows them, the recap last.
pub fn use_steps() -> Signal<Vec<ProgressStep>> {
    let texts = use_texts();
    let timetable = use_timetable();
    Signal::derive(move || {
        let call = texts.get().call();
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
            .chain([step(call.recap_short, table.minutes_for_leaving(), Route::Recap.href())])
            .collect()
    })
}

/// Which step of how many, the thread of all of them, the title and until when.
#[component]
fn Where(section: Section) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let timetable = use_timetable();
    let steps = use_steps();
    // What is solid is the time gone by; opened again later, what stands before this section.
    let lived = Signal::derive(move || {
        let table = timetable.get();
        let before = table.boxes().iter().take(section as usize).sum();
        f64::from(table.gone(store.minute().get()).unwrap_or(before))
    });
    let until = move || {
        let call = texts.get().call();
        let table = timetable.get();
        let minutes = table.minutes(section);
        match table.ends(section) {
            Some(end) => (call.minutes_until)(minutes, &store.formats().time(end.wall_time(&store.zone()))),
            None => (call.minutes)(minutes),
        }
    };
    let next = move || {
        let call = texts.get().call();
        (call.next_is)(section.next().map_or(call.recap, |next| call.name(next)))
    };
    view! {
        <div class="section-head">
            <p class="section-head__where">
                <a href=Route::Call.href()>{say(|t| t.call().title)}</a>
                " · "
                {move || (texts.get().call().step_of)(section.number())}
            </p>
            <Progress
                label=say(|t| t.call().steps)
                steps=steps
                current=Signal::stored(section as usize)
                lived=lived
            />
            <p class="section-head__next">{move || next()}</p>
            <div class="section-head__title">
                <h1 tabindex="-1">{move || texts.get().call().name(section)}</h1>
                <p class="section-head__until">{move || until()}</p>
            </div>
            <p class="section-head__lede">{move || texts.get().call().lede(section)}</p>
        </div>
    }
}

/// Whose turn it is to speak in a section, on the clock of the call.
#[component]
fn Speaking(section: Section) -> impl IntoView {
    let store = use_store();
    let timetable = use_timetable();
    let minutes = Signal::derive(move || timetable.with(|table| table.minutes(section)));
    let lived = move || timetable.with(|table| table.lived(section, store.minute().get()));
    let left = Signal::derive(move || lived().map(|lived| minutes.get().saturating_sub(lived)));
    view! { <Floor talk=Talk::Section(section) left=left minutes=minutes/> }
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
    let says = move |role: Role| names.with(|names| (texts.get().call().has_finished)(names.of(role)));
    view! {
        <Part
            title=say(|t| t.call().finished)
            note=say(|t| t.call().finished_hint)
            slim=true
            aside=move || {
                view! {
                    <Duo
                        label=say(|t| t.call().finished_group)
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
        let call = texts.get().call();
        continue_words.map_or_else(
            || section.next().map_or(call.recap_action.to_owned(), |next| (call.continue_to)(call.name(next))),
            |words| words.get(),
        )
    };
    let forward = section.next().map_or(Route::Recap, Route::Section);
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
            <p class="hint">{say(|t| t.call().continue_hint)}</p>
        </div>
    }
}
