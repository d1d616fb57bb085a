//! The coach beside a goal: one question once the goal is left, never while someone types, and two answers.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::field_id;
use crate::domain::coach::asks;
use crate::domain::schema::name;
use crate::domain::{Circumstances, Command, DayTrouble, GoalId, Rule, Suggestion, Tongue};
use crate::i18n::{capitalised, visible};
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::pages::session::within;
use crate::web::ui::{Button, ButtonKind};

/// The fields of the editor; leaving them is leaving the goal.
const FIELDS: &str = ".goal-editor__fields";

/// The goal of a list that was put away before anything was asked of it: its line asks, so that keeping a goal keeps it at once.
#[derive(Clone, Copy)]
struct PutAway(RwSignal<Option<GoalId>>);

/// Lets the lines of a list ask what the editor beside them did not.
pub fn provide_lines_that_ask() {
    provide_context(PutAway(RwSignal::new(None)));
}

/// What has happened in an editor.
#[derive(Clone, Copy, Default)]
struct SoFar {
    /// Whether anything was asked yet.
    has_asked: bool,
    /// Whether a button of the mouse, or a finger, is down: nothing may move under it.
    is_pressed: bool,
    /// What was left while it was down: whether the whole goal.
    waiting: Option<bool>,
}

/// What the coach asks about one goal.
#[derive(Clone, Copy)]
pub struct Coach {
    store: Store,
    goal: StoredValue<GoalId>,
    /// All there is to ask. It changes with the record, so only once a field is left.
    found: Memo<Vec<Suggestion>>,
    /// The rule whose question is on the page.
    asked: RwSignal<Option<Rule>>,
    /// What has happened in the editor.
    so_far: StoredValue<SoFar>,
    /// Where the goal has a line that can ask.
    line: Option<PutAway>,
}

/// The coach of a goal's editor. In the first call the day is chosen after the goals: there it is not asked for.
pub fn use_coach(id: &GoalId, is_before_the_day: bool) -> Coach {
    let store = use_store();
    let (wanted, here) = (id.clone(), within());
    let found = store.read(move |pair| {
        let next =
            pair.session_besides(here.as_ref(), store.now()).map(|(_, booking)| booking.start.day(&store.zone()));
        let around = Circumstances::of(pair, &wanted, store.today(), next);
        let goal = pair.goals.iter().find(|goal| goal.id == wanted);
        let mut found = goal.map(|goal| asks(goal, &around)).unwrap_or_default();
        let comes_later = is_before_the_day && next.is_none();
        found.retain(|it| !(comes_later && matches!(it, Suggestion::Day { trouble: DayTrouble::Missing, .. })));
        found
    });
    let coach = Coach {
        store,
        goal: StoredValue::new(id.clone()),
        found,
        asked: RwSignal::new(None),
        so_far: StoredValue::new(SoFar::default()),
        line: use_context(),
    };
    let down = window_event_listener(leptos::ev::pointerdown, move |_| {
        let _ = coach.so_far.try_update_value(|so_far| so_far.is_pressed = true);
    });
    let up = window_event_listener(leptos::ev::pointerup, move |_| coach.released());
    let lost = window_event_listener(leptos::ev::pointercancel, move |_| coach.released());
    on_cleanup(move || {
        down.remove();
        up.remove();
        lost.remove();
    });
    coach
}

impl Coach {
    /// What is asked now, while it still holds.
    fn shown(self) -> Memo<Option<Suggestion>> {
        Memo::new(move |_| {
            let rule = self.asked.get()?;
            self.found.with(|found| found.iter().find(|it| it.rule() == rule).cloned())
        })
    }

    /// Whether a letter has nothing to ask about.
    pub fn is_silent(self, rule: Rule) -> bool {
        self.found.with(|found| found.iter().all(|it| it.rule() != rule))
    }

    /// Something of the editor was left. Between its fields only the words of the goal are looked at: what follows them may
    /// be about to come.
    pub fn left(self, event: &web_sys::FocusEvent) {
        let element =
            |target: Option<web_sys::EventTarget>| target.and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let stays = element(event.related_target()).is_some_and(|to| to.closest(FIELDS).ok().flatten().is_some());
        let left = element(event.target());
        // Leaving one of the two answers is not leaving a field: the next question waits.
        if left.as_ref().is_some_and(|from| from.closest(".coach-ask").ok().flatten().is_some()) {
            return;
        }
        // The focus also leaves a field that goes with its screen, when the coach has gone before it.
        let Some(words_field) = self.goal.try_with_value(|id| field_id(id, name::WHAT)) else { return };
        let from_words = left.is_some_and(|from| from.id() == words_field);
        if stays && !from_words {
            return;
        }
        let _ = self.so_far.try_update_value(|so_far| so_far.waiting = Some(!stays));
        if self.so_far.try_with_value(|so_far| so_far.is_pressed) == Some(false) {
            self.ask_soon();
        }
    }

    fn released(self) {
        // The editor may have gone with the press.
        let _ = self.so_far.try_update_value(|so_far| so_far.is_pressed = false);
        if self.so_far.try_with_value(|so_far| so_far.waiting).flatten().is_some() {
            self.ask_soon();
        }
    }

    /// After the present event, and the click that may follow it.
    fn ask_soon(self) {
        let ask = move || {
            if let Some(whole) = self.so_far.try_update_value(|so_far| so_far.waiting.take()).flatten() {
                self.ask(whole);
            }
        };
        set_timeout(ask, Duration::ZERO);
    }

    /// Asks the question that helps most, if any; of the words alone, or of the whole goal. Whether it is a new one.
    fn ask(self, whole: bool) -> bool {
        let of_words = |rule: Rule| matches!(rule, Rule::Specific | Rule::Relevant);
        let first = self.found.with_untracked(|found| found.iter().find(|it| whole || of_words(it.rule())).cloned());
        let before = self.asked.get_untracked();
        let rule = first.as_ref().map(Suggestion::rule);
        if rule == before {
            return false;
        }
        self.asked.set(rule);
        let Some(first) = first else { return false };
        self.so_far.update_value(|so_far| so_far.has_asked = true);
        let words = self.store.settings().with_untracked(|settings| settings.locale.messages());
        self.store.announce(words.coach().question(&first, &self.store.formats()));
        true
    }

    /// The goal is put away: when nothing was asked of it yet, its line will.
    pub fn put_away(self) {
        let asks = Some(self.goal.get_value()).filter(|_| !self.so_far.with_value(|so_far| so_far.has_asked));
        if let Some(PutAway(goal)) = self.line {
            goal.set(asks);
        }
    }

    /// The field in which a question is answered.
    fn field_of(self, rule: Rule) -> String {
        let field = match rule {
            Rule::Specific | Rule::Relevant => name::WHAT,
            Rule::Measurable => name::EVIDENCE,
            Rule::Achievable => name::MINUTES,
            Rule::Dated => name::END,
        };
        self.goal.with_value(|id| format!("#{}", field_id(id, field)))
    }

    fn keep(self, suggestion: &Suggestion) {
        let id = self.goal.get_value();
        let token = self.store.pairing().with_untracked(|pair| {
            let goal = pair.as_ref()?.goals.iter().find(|goal| goal.id == id)?;
            Some(suggestion.token(goal))
        });
        if let Some(token) = token {
            // Refused only for a goal removed elsewhere meanwhile, of which nothing is asked either.
            let _ = self.store.dispatch(Command::KeepGoalAsIs(id, suggestion.rule(), token));
        }
        self.asked.set(None);
        let words = self.store.settings().with_untracked(|settings| settings.locale.messages());
        self.store.announce(words.coach().kept.to_owned());
    }
}

/// The question of a goal that was put away before it could be asked, on its line.
#[component]
pub fn AskedOnItsLine(
    /// The goal of this line.
    goal: GoalId,
    /// Whether the day is chosen after the goals, as in the first call.
    #[prop(optional)]
    is_before_the_day: bool,
    /// Opens the goal's editor.
    #[prop(into)]
    on_mend: Callback<()>,
    /// Puts the focus where it goes on from here.
    #[prop(into)]
    on_kept: Callback<()>,
) -> impl IntoView {
    let put_away = use_context::<PutAway>();
    let mine = goal.clone();
    let is_asked = Memo::new(move |_| put_away.is_some_and(|PutAway(goal)| goal.with(|it| it.as_ref() == Some(&mine))));
    let done = move || {
        if let Some(PutAway(goal)) = put_away {
            goal.set(None);
        }
    };
    move || {
        is_asked.get().then(|| {
            let coach = use_coach(&goal, is_before_the_day);
            coach.so_far.update_value(|so_far| so_far.waiting = Some(true));
            coach.ask_soon();
            let mend = move |field: String| {
                done();
                on_mend.run(());
                // The editor comes with this frame and takes the focus; the field takes it in the next one.
                request_animation_frame(move || focus_soon(&[&field]));
            };
            let keep = move |()| {
                done();
                on_kept.run(());
            };
            view! { <CoachAsks id=format!("asks-{goal}") coach=coach on_mend=mend on_kept=keep/> }
        })
    }
}

/// The question under the goal's words: a pen arrow from the field, the vague words underlined dashed, two answers.
#[component]
pub fn CoachAsks(
    /// What the goal's field is described by.
    id: String,
    /// The goal's coach.
    coach: Coach,
    /// Takes people to the field of that selector.
    #[prop(into)]
    on_mend: Callback<String>,
    /// Once the goal is kept as it is.
    #[prop(into)]
    on_kept: Callback<()>,
) -> impl IntoView {
    let texts = use_texts();
    let shown = coach.shown();
    let asked = move |suggestion: Suggestion| {
        let rule = suggestion.rule();
        let words = question(&suggestion, &texts.get().coach().question(&suggestion, &coach.store.formats()));
        let keep = move || {
            coach.keep(&suggestion);
            on_kept.run(());
        };
        view! {
            <div class="coach-ask" role="group" aria-label=say(|t| t.coach().region)>
                <svg class="coach-ask__tail" viewBox="0 0 28 42" aria-hidden="true">
                    <path d="M5 2C2 20 8 33 24 33M18 27l6.5 6-7 5.5"/>
                </svg>
                <p class="coach-ask__words" id=id.clone()>{words}</p>
                <p class="actions">
                    <Button on_click=move || on_mend.run(coach.field_of(rule))>{move || texts.get().coach().mend(rule)}</Button>
                    <Button kind=ButtonKind::Quiet on_click=keep>
                        {say(|t| t.coach().keep)}
                    </Button>
                </p>
            </div>
        }
    };
    move || shown.get().map(asked.clone())
}

/// A question with the words it is about marked in it, in their own language.
fn question(suggestion: &Suggestion, words: &str) -> AnyView {
    let Suggestion::Vague { said, tongue } = suggestion else { return words.to_owned().into_any() };
    let said = capitalised(&visible(said));
    let Some((before, after)) = words.split_once(said.as_str()) else { return words.to_owned().into_any() };
    let lang = tongue.map(|tongue| match tongue {
        Tongue::French => "fr",
        Tongue::English => "en",
    });
    let (before, after) = (before.to_owned(), after.to_owned());
    view! { {before}<span class="coach-ask__word" lang=lang>{said}</span>{after} }.into_any()
}
