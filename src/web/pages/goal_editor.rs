//! The SMART goal editor: what, evidence, hours, first step, why and days, with the five letters beside them.
//!
//! A goal comes into the record with its first typed character. Nothing here blocks: what is not answered is “à préciser”.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::goal_project::GoalProject;
use super::names::use_names;
use super::session::within;
use crate::domain::goal::effort_of;
use crate::domain::schema::{self, name};
use crate::domain::{Command, Day, Goal, GoalId, Refusal};
use crate::i18n::{Formats, Messages};
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::ui::{Button, ButtonKind, Dialog, FieldWidth, Input, SmartLetter, SmartLetters, TextArea, TextField};

/// The goal of that identifier as the record has it; an empty one until its first character.
pub fn use_goal(id: &GoalId) -> Memo<Goal> {
    let store = use_store();
    let wanted = id.clone();
    let found = store.read(move |pair| pair.goals.iter().find(|goal| goal.id == wanted).cloned());
    let empty = Goal::empty(id.clone());
    Memo::new(move |_| found.get().unwrap_or_else(|| empty.clone()))
}

/// The day of the next session in the pair's zone, when there is one; within a session, of the one that follows.
pub fn use_next_day() -> Memo<Option<Day>> {
    let store = use_store();
    let within = within();
    let start =
        store.read(move |pair| pair.session_besides(within.as_ref(), store.now()).map(|(_, booking)| booking.start));
    Memo::new(move |_| start.get().map(|start| start.day(&store.zone())))
}

/// Puts a goal into the record, from today until the next session, unless it is there.
fn begin(store: Store, id: &GoalId, until: Option<Day>) {
    let there = store.pairing().with_untracked(|pair| {
        pair.as_ref().is_some_and(|pair| pair.goals.iter().any(|goal| goal.id == *id && goal.created.is_some()))
    });
    if there {
        return;
    }
    // Neither is refused: the identifier is new, and a next session is never before today.
    let _ = store.dispatch(Command::AddGoal(id.clone()));
    if until.is_some() {
        let _ = store.dispatch(Command::SetGoalDays(id.clone(), Some(store.today()), until));
    }
}

/// The editor of one goal. Its words go to the record as they are typed; `on_keep` closes it.
#[component]
pub fn GoalEditor(
    /// Which goal: a new identifier for a new goal.
    goal: GoalId,
    /// Its number among those on the page, when it has one.
    #[prop(optional)]
    number: Option<usize>,
    /// Called when the person is done with it.
    #[prop(into)]
    on_keep: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let names = use_names();
    let next_day = use_next_day();
    let record = use_goal(&goal);
    let field = {
        let goal = goal.clone();
        move |field: &str| schema::goal(&goal, field)
    };
    let what_label = move || {
        let words = texts.get().goal_editor;
        let label = next_day
            .get()
            .map_or_else(|| words.by_next_session.to_owned(), |day| (words.by_day)(&store.formats().day(day)));
        number.map_or_else(|| label.clone(), |number| (words.numbered)(number, &label))
    };
    let first_character = {
        let goal = goal.clone();
        move |event: web_sys::Event| {
            // A date says nothing until it is whole: its field begins the goal itself, with what was typed.
            let is_date = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            if is_date.is_none_or(|input| input.type_() != "date") {
                begin(store, &goal, next_day.get_untracked());
            }
        }
    };
    view! {
        <div class="goal-editor" on:input=first_character>
            <div class="goal-editor__fields">
                <TextArea
                    label=what_label
                    hint=say(|t| t.goal_editor.what_hint)
                    path=field(name::WHAT)
                    large=true
                    rows=2
                />
                <TextField
                    label=say(|t| t.goal_editor.evidence)
                    hint=move || names.with(|names| (texts.get().goal_editor.evidence_hint)(&names.mentor))
                    path=field(name::EVIDENCE)
                />
                <div class="goal-editor__two">
                    <Hours goal=goal.clone() record=record/>
                    <TextField
                        label=say(|t| t.goal_editor.first_step)
                        hint=say(|t| t.goal_editor.first_step_hint)
                        path=field(name::FIRST_STEP)
                    />
                </div>
                <TextField
                    label=say(|t| t.goal_editor.why)
                    hint=say(|t| t.goal_editor.why_hint)
                    path=field(name::WHY)
                />
                <Days goal=goal.clone() record=record/>
                <GoalProject goal=goal.clone() record=record/>
            </div>
            <Letters record=record/>
            <div class="goal-editor__keep">
                <Button on_click=on_keep>{say(|t| t.goal_editor.keep)}</Button>
            </div>
        </div>
    }
}

/// Minutes as hours with at most one decimal.
fn hours_words(minutes: u32, formats: &impl Formats) -> String {
    formats.tenths((i64::from(minutes) + 3) / 6)
}

/// The hours given to a goal.
#[component]
fn Hours(goal: GoalId, record: Memo<Goal>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<fn(&Messages) -> &'static str>);
    // Followed by itself: a change of the goal's other fields must not touch what is being typed here.
    let kept = Memo::new(move |_| record.with(|goal| goal.minutes));
    Effect::new(move |_| {
        let (kept, formats) = (kept.get(), store.formats());
        // Shows what the record has, unless what is typed already means that or is still to mend.
        if effort_of(&typed.get_untracked()) != kept && wrong.with_untracked(Option::is_none) {
            typed.set(kept.map(|minutes| hours_words(minutes, &formats)).unwrap_or_default());
        }
    });
    let keep = move || {
        let text = typed.get_untracked();
        let minutes = if text.trim().is_empty() { Some(None) } else { effort_of(&text).map(Some) };
        let outcome = minutes.map(|minutes| store.dispatch(Command::SetGoalMinutes(goal.clone(), minutes)));
        wrong.set(match outcome {
            None => Some(|texts| texts.goal_editor.hours_wrong),
            Some(Err(Refusal::EffortOutOfRange)) => Some(|texts| texts.refusals.effort_out_of_range),
            Some(Err(_)) => Some(|texts| texts.refusals.gone),
            Some(Ok(())) => None,
        });
    };
    view! {
        <Input
            label=say(|t| t.goal_editor.hours)
            suffix=say(|t| t.goal_editor.hours_unit)
            value=typed
            error=Signal::derive(move || wrong.get().map(|words| words(texts.get()).to_owned()))
            inputmode="decimal"
            maxlength=6
            width=FieldWidth::Short
            on_change=keep
        />
    }
}

/// The first and last day of a goal.
#[component]
fn Days(goal: GoalId, record: Memo<Goal>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let typed = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    // A goal not begun yet shows the days it would begin with.
    let is_new = record.with_untracked(|goal| goal.created.is_none());
    let (first, last) = record.with_untracked(|goal| (goal.start, goal.end));
    let start = RwSignal::new(typed(if is_new { Some(store.today()) } else { first }));
    let next_day = use_next_day();
    let end = RwSignal::new(typed(if is_new { next_day.get_untracked() } else { last }));
    let wrong = RwSignal::new(None::<Refusal>);
    // Each day by itself, and only once it changes in the record: the other one may be half typed.
    for (shown, of) in [(start, (|goal| goal.start) as fn(&Goal) -> Option<Day>), (end, |goal| goal.end)] {
        let kept = Memo::new(move |_| record.with(of));
        Effect::new(move |before: Option<Option<Day>>| {
            let now = kept.get();
            if before.is_some_and(|before| before != now) && wrong.with_untracked(Option::is_none) {
                shown.set(typed(now));
            }
            now
        });
    }
    let keep = Callback::new(move |()| {
        // A half-typed date reads as no day, as the browser gives it.
        let day = |typed: RwSignal<String>| typed.with_untracked(|text| text.parse::<Day>().ok());
        let (first, last) = (day(start), day(end));
        begin(store, &goal, next_day.get_untracked());
        wrong.set(store.dispatch(Command::SetGoalDays(goal.clone(), first, last)).err());
    });
    let error = Signal::derive(move || wrong.get().map(|refusal| texts.get().refusals.of(refusal).to_owned()));
    view! {
        <fieldset class="goal-editor__days">
            <legend class="field__label">{say(|t| t.goal_editor.days)}</legend>
            <div class="goal-editor__two">
                <Input
                    label=say(|t| t.goal_editor.from)
                    value=start
                    input_type="date"
                    width=FieldWidth::Medium
                    on_change=keep
                />
                <Input
                    label=say(|t| t.goal_editor.until)
                    value=end
                    error=error
                    input_type="date"
                    width=FieldWidth::Medium
                    on_change=keep
                />
            </div>
        </fieldset>
    }
}

/// The five letters: what answers each, or what is still to sharpen.
#[component]
fn Letters(record: Memo<Goal>) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let letters = Signal::derive(move || {
        let words = texts.get().goal_editor;
        let goal = record.get();
        let [s, m, a, r, t] = goal.letters();
        let formats = store.formats();
        let hours = goal.minutes.map(|minutes| (words.has_a)(&hours_words(minutes, &formats))).unwrap_or_default();
        let day = goal.end.map(|day| (words.has_t)(&formats.day(day))).unwrap_or_default();
        let letter = |letter, name: &str, held, said: &str, question| SmartLetter {
            letter,
            name: name.to_owned(),
            said: if held { said.to_owned() } else { (words.to_sharpen)(question) },
            held,
        };
        vec![
            letter("S", words.letter_s, s, words.has_s, words.ask_s),
            letter("M", words.letter_m, m, words.has_m, words.ask_m),
            letter("A", words.letter_a, a, &hours, words.ask_a),
            letter("R", words.letter_r, r, words.has_r, words.ask_r),
            letter("T", words.letter_t, t, &day, words.ask_t),
        ]
    });
    view! { <SmartLetters label=say(|t| t.goal_editor.smart) letters=letters/> }
}

/// Asks before all the words of a goal go. `asked` holds the goal while the question is open.
#[component]
pub fn RemoveGoal(
    /// The goal to remove, while the question is open.
    asked: RwSignal<Option<GoalId>>,
    /// Called once it is gone.
    #[prop(optional, into)]
    on_removed: Option<Callback<()>>,
) -> impl IntoView {
    let store = use_store();
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        let wanted = asked.with(Option::is_some);
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    // Esc closes the dialog by itself.
    Effect::new(move |_| {
        if !open.get() && asked.with_untracked(Option::is_some) {
            asked.set(None);
        }
    });
    let remove = move || {
        if let Some(id) = asked.get_untracked() {
            // Already removed elsewhere is as good as removed here.
            let _ = store.dispatch(Command::RemoveGoal(id));
        }
        asked.set(None);
        if let Some(told) = on_removed {
            told.run(());
        }
    };
    view! {
        <Dialog open=open title=say(|t| t.goal_editor.remove_title)>
            <p>{say(|t| t.goal_editor.remove_text)}</p>
            <div class="actions">
                <Button autofocus=true on_click=move || asked.set(None)>
                    {say(|t| t.goal_editor.remove_cancel)}
                </Button>
                <Button on_click=remove>{say(|t| t.goal_editor.remove)}</Button>
            </div>
        </Dialog>
    }
}

/// A goal in one line, with what changes and what removes it.
#[component]
pub fn KeptGoal(
    /// Which.
    goal: GoalId,
    /// Its number.
    number: usize,
    /// Opens its editor.
    #[prop(into)]
    on_change: Callback<()>,
    /// Asks whether to remove it.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let record = use_goal(&goal);
    let what = move || {
        let words = texts.get().goal_editor;
        record.with(|goal| if goal.what.trim().is_empty() { words.without_words.to_owned() } else { goal.what.clone() })
    };
    let details = move || {
        let words = texts.get().goal_editor;
        let formats = store.formats();
        record.with(|goal| {
            let evidence = Some(goal.evidence.clone()).filter(|text| !text.trim().is_empty());
            let hours = goal.minutes.map(|minutes| (words.hours_given)(&hours_words(minutes, &formats)));
            let day = goal.end.map(|day| (words.until_day)(&formats.day(day)));
            [evidence, hours, day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    view! {
        <li class="kept-goal">
            <span class="kept-goal__number" aria-hidden="true">{number}</span>
            <div class="kept-goal__words">
                <p class="kept-goal__what">{move || what()}</p>
                <p class="hint">{move || details()}</p>
            </div>
            <div class="kept-goal__acts">
                <Button
                    kind=ButtonKind::Quiet
                    label=move || (texts.get().goal_editor.change_named)(&what())
                    on_click=on_change
                >
                    {say(|t| t.common.change)}
                </Button>
                <Button
                    kind=ButtonKind::Quiet
                    label=move || (texts.get().goal_editor.remove_named)(&what())
                    on_click=on_remove
                >
                    {say(|t| t.goal_editor.remove)}
                </Button>
            </div>
        </li>
    }
}
