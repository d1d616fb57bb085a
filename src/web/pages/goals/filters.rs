//! What the board shows: words looked for, a project, since which session, a group; kept while people go to a goal and back.

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use std::cell::RefCell;

use crate::domain::goal::filter::{Filter, Group, Kept, OfProject};
use crate::domain::search::{Folded, Query};
use crate::domain::{GoalId, SessionId};
use crate::i18n::visible;
use crate::web::dispatch::use_store;
use crate::web::locale::{say, use_texts};
use crate::web::pages::focus::focus_soon;
use crate::web::route::Route;
use crate::web::ui::{Button, ButtonKind, Icon, IconShape, Input, Select};

thread_local! {
    /// What was set last in this tab.
    static LAST: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

/// The filter of the board and the goals that it lets through.
#[derive(Clone, Copy)]
pub struct Filtered {
    filter: RwSignal<Filter>,
    words: RwSignal<String>,
    /// The goals shown, oldest first.
    pub shown: Memo<Vec<GoalId>>,
    all: Memo<usize>,
}

impl Filtered {
    /// As it was left; open when another pair is opened, or when an address asks for a goal that it would hide.
    pub fn new() -> Self {
        let store = use_store();
        let pair = store.pairing().with_untracked(|pair| pair.as_ref().map(|pair| pair.id.clone()));
        let kept = LAST.with_borrow(Clone::clone).filter(|kept| Some(&kept.pair) == pair.as_ref());
        let (filter, words) = kept.map(|kept| (kept.filter, kept.words)).unwrap_or_default();
        let (filter, words) = (RwSignal::new(filter), RwSignal::new(words));
        // Folded once for each state of the record, not for each letter that is typed.
        let folded = store.read(|pair| {
            let fold = |goal: &crate::domain::Goal| {
                let steps = pair.sub_steps_of(&goal.id).map(|step| step.text.as_str());
                let said = goal.progress.values().map(String::as_str);
                let texts = [goal.evidence.as_str(), goal.why.as_str(), goal.first_step.as_str()];
                let body: Vec<&str> = texts.into_iter().chain(said).chain(steps).collect();
                (goal.id.clone(), Folded::new(&goal.what, &body.join("\n")))
            };
            pair.goals.iter().map(fold).collect::<Vec<_>>()
        });
        let admitted = store.read(move |pair| {
            let admits = |goal: &&crate::domain::Goal| filter.with(|filter| filter.admits(pair, goal));
            pair.goals.iter().filter(admits).map(|goal| goal.id.clone()).collect::<Vec<_>>()
        });
        let shown = Memo::new(move |_| {
            let query = words.with(|words| Query::new(words));
            let mut shown = admitted.get();
            if !query.is_empty() {
                folded.with(|folded| {
                    let answers =
                        |id: &GoalId| folded.iter().any(|(it, folded)| it == id && folded.answers(&query).is_some());
                    shown.retain(answers);
                });
            }
            shown
        });
        let this = Self { filter, words, shown, all: store.read(|pair| pair.goals.len()) };
        if asked_for().is_some_and(|id| !shown.with_untracked(|shown| shown.contains(&id))) {
            this.open();
        }
        Effect::new(move |_| {
            let (filter, words) = (filter.get(), words.get());
            let pair = pair.clone();
            LAST.set(pair.map(|pair| Kept { pair, filter, words }));
        });
        this
    }

    /// Shows everything.
    pub fn open(self) {
        self.filter.set(Filter::default());
        self.words.set(String::new());
    }

    /// Whether something is held back.
    pub fn is_set(self) -> bool {
        !self.filter.with(Filter::is_open) || self.words.with(|words| !Query::new(words).is_empty())
    }

    /// Whether a goal stands on the board.
    pub fn shows(self, id: &GoalId) -> bool {
        self.shown.with_untracked(|shown| shown.contains(id))
    }
}

/// The goal that the address leads to.
pub fn asked_for() -> Option<GoalId> {
    let hash = window().location().hash().ok()?;
    GoalId::parse(hash.split_once("?vers=goal-")?.1)
}

/// The fields, how many goals they let through, and what shows everything again.
#[component]
pub fn Filters(
    /// Of which board.
    of: Filtered,
) -> impl IntoView {
    let texts = use_texts();
    let count = move || {
        let shown = u32::try_from(of.shown.with(Vec::len)).unwrap_or_default();
        let all = u32::try_from(of.all.get()).unwrap_or_default();
        let words = texts.get().goals();
        if of.is_set() { (words.shown_of)(shown, all) } else { (words.shown_all)(all) }
    };
    let all = move || {
        of.open();
        focus_soon(&["#goals-search"]);
    };
    // On a phone the goals come first: the lists that narrow them are a press away, and open when one of them already does.
    let open = RwSignal::new(of.filter.with_untracked(|filter| !filter.is_open()));
    view! {
        <form class="tools" role="search" aria-label=say(|t| t.goals().filters) on:submit=|event| event.prevent_default()>
            <Input id="goals-search" label=say(|t| t.goals().search) value=of.words input_type="search"/>
            <button
                type="button"
                class="tools__opener"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="goals-filters"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {say(|t| t.goals().filter)}
                <Icon shape=IconShape::Down/>
            </button>
            <div id="goals-filters" class="tools__more" class:is-open=move || open.get()>
                <Narrow
                    filter=of.filter
                    label=say(|t| t.goals().project)
                    options=projects()
                    now=|filter| Part::Project(filter.project.clone())
                />
                <Narrow
                    filter=of.filter
                    label=say(|t| t.goals().since)
                    options=sessions()
                    now=|filter| Part::Since(filter.since.clone())
                />
                <Narrow
                    filter=of.filter
                    label=say(|t| t.goals().status_label)
                    options=groups()
                    now=|filter| Part::Group(filter.group)
                />
            </div>
        </form>
        <p class="tools__count">
            <span role="status">{count}</span>
            <Show when=move || of.is_set()>
                <Button kind=ButtonKind::Quiet on_click=all>{say(|t| t.goals().show_all)}</Button>
            </Show>
            <a href=Route::Search.href()>{say(|t| t.goals().search_everywhere)}</a>
        </p>
    }
}

/// One part of the filter, as one of its answers sets it.
#[derive(Clone, PartialEq)]
enum Part {
    Project(OfProject),
    Since(Option<SessionId>),
    Group(Option<Group>),
}

impl Part {
    fn set_in(self, filter: &mut Filter) {
        match self {
            Self::Project(project) => filter.project = project,
            Self::Since(since) => filter.since = since,
            Self::Group(group) => filter.group = group,
        }
    }
}

/// The answers of one part and their words; the first lets every goal through.
type Answers = Signal<Vec<(Part, String)>>;

/// A list that narrows the board.
#[component]
fn Narrow(
    filter: RwSignal<Filter>,
    #[prop(into)] label: TextProp,
    options: Answers,
    /// How this part of the filter stands.
    now: fn(&Filter) -> Part,
) -> impl IntoView {
    let value = Signal::derive(move || filter.with(now));
    view! {
        <Select
            label=label
            options=options
            value=value
            on_choose=move |to: Part| filter.update(|filter| to.set_in(filter))
        />
    }
}

/// Any project, none, or one of them.
fn projects() -> Answers {
    let (store, texts) = (use_store(), use_texts());
    let projects = store.read(|pair| {
        let titled = pair.programme.projects.iter().map(|project| (project.id.clone(), visible(project.title.trim())));
        titled.collect::<Vec<_>>()
    });
    Signal::derive(move || {
        let words = texts.get().goals();
        let ends = [(OfProject::Any, words.any_project.to_owned()), (OfProject::None, words.no_project.to_owned())];
        let named = projects.get().into_iter().map(|(id, title)| (OfProject::One(id), title));
        ends.into_iter().chain(named).map(|(project, words)| (Part::Project(project), words)).collect()
    })
}

/// Since ever, or since a session that was held, the last one first.
fn sessions() -> Answers {
    let (store, texts) = (use_store(), use_texts());
    let sessions = store.read(|pair| {
        let past = pair.sessions.iter().filter(|session| session.is_held());
        past.filter_map(|session| Some((session.id.clone(), pair.session_number(&session.id)?))).collect::<Vec<_>>()
    });
    Signal::derive(move || {
        let texts = texts.get();
        let named = sessions.get().into_iter().rev();
        let named = named.map(|(id, number)| (Part::Since(Some(id)), (texts.session().title)(number)));
        std::iter::once((Part::Since(None), texts.goals().since_always.to_owned())).chain(named).collect()
    })
}

/// Any group, or one of the board's.
fn groups() -> Answers {
    let texts = use_texts();
    Signal::derive(move || {
        let words = texts.get().goals();
        let groups = Group::ALL.map(|group| (Part::Group(Some(group)), words.group(group).to_owned()));
        std::iter::once((Part::Group(None), words.any_group.to_owned())).chain(groups).collect()
    })
}
