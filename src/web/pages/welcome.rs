//! First run: two names, whose browser, how long; Enter starts section 1.

use leptos::prelude::*;

use crate::domain::decide::LENGTHS;
use crate::domain::{Command, FirstCall, Profile, ProfileCommand, Refusal, Role, Section};
use crate::i18n::{Messages, capitalised};
use crate::web::app::PageTitle;
use crate::web::dispatch::{Store, use_store};
use crate::web::locale::{say, use_texts};
use crate::web::route::{Route, example_href, navigate};
use crate::web::ui::{Button, ButtonKind, Choices, ErrorSummary, FieldWidth, Input, LinkButton, Switch};

const MENTOR_FIELD: &str = "welcome-mentor";
const STUDENT_FIELD: &str = "welcome-student";
const MINUTES_FIELD: &str = "welcome-minutes";

/// What stands in the way of starting, found on submitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Obstacle {
    MentorName,
    StudentName,
    Length,
    Refused(Refusal),
}

impl Obstacle {
    fn field(self) -> &'static str {
        match self {
            Self::MentorName | Self::Refused(_) => MENTOR_FIELD,
            Self::StudentName => STUDENT_FIELD,
            Self::Length => MINUTES_FIELD,
        }
    }

    fn words(self, texts: &Messages) -> &'static str {
        match self {
            Self::MentorName => texts.welcome().mentor_name_missing,
            Self::StudentName => texts.welcome().student_name_missing,
            Self::Length => texts.refusals().length_out_of_range,
            Self::Refused(refusal) => texts.refusals().of(refusal),
        }
    }
}

/// What is typed before there is a pair to keep it.
#[derive(Clone, Copy)]
struct Form {
    mentor: RwSignal<String>,
    student: RwSignal<String>,
    minutes: RwSignal<String>,
    me: RwSignal<Role>,
    shared: RwSignal<bool>,
    /// Whether the words that a mentor kept go into the new pair.
    take_own: RwSignal<bool>,
    obstacles: RwSignal<Vec<Obstacle>>,
}

impl Form {
    /// Empty, but for the name of a mentor who keeps theirs in this browser.
    fn new(store: Store) -> Self {
        Self {
            mentor: RwSignal::new(store.profile().with_untracked(|profile| profile.name.clone())),
            student: RwSignal::new(String::new()),
            minutes: RwSignal::new(FirstCall::DEFAULT_MINUTES.to_string()),
            me: RwSignal::new(Role::Mentor),
            shared: RwSignal::new(false),
            take_own: RwSignal::new(true),
            obstacles: RwSignal::new(Vec::new()),
        }
    }

    /// The length when it can be one.
    fn length(self) -> Option<u32> {
        self.minutes.with_untracked(|typed| typed.trim().parse().ok()).filter(|minutes| LENGTHS.contains(minutes))
    }

    /// Looks at everything at once, so that one Continue tells all there is to mend.
    fn check(self) -> Vec<Obstacle> {
        let empty = |name: RwSignal<String>| name.with_untracked(|name| name.trim().is_empty());
        [
            (empty(self.mentor), Obstacle::MentorName),
            (empty(self.student), Obstacle::StudentName),
            (self.length().is_none(), Obstacle::Length),
        ]
        .into_iter()
        .filter_map(|(there, obstacle)| there.then_some(obstacle))
        .collect()
    }

    /// The words under a field while an obstacle stands there.
    fn error(self, field: &'static str, texts: Signal<&'static Messages>) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.obstacles.with(|all| {
                all.iter()
                    .find(|obstacle| obstacle.field() == field)
                    .map(|obstacle| obstacle.words(texts.get()).to_owned())
            })
        })
    }
}

/// The first run.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let store = use_store();
    let texts = use_texts();
    let form = Form::new(store);
    let start = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let found = form.check();
        let minutes = form.length();
        form.obstacles.set(found);
        let Some(minutes) = minutes.filter(|_| form.obstacles.with_untracked(Vec::is_empty)) else { return };
        match store.start_pair(
            form.mentor.get_untracked(),
            form.student.get_untracked(),
            minutes,
            form.me.get_untracked(),
        ) {
            Ok(()) => {
                store.shared_screen().set(form.shared.get_untracked());
                if form.me.get_untracked() == Role::Mentor && form.take_own.get_untracked() {
                    // Never refused: it only fills what is empty.
                    let _ =
                        store.dispatch(Command::Profile(ProfileCommand::TakeWords(store.profile().get_untracked())));
                }
                navigate(Route::Section(Section::Meeting));
            }
            Err(refusal) => form.obstacles.set(vec![Obstacle::Refused(refusal)]),
        }
    };
    let errors = Signal::derive(move || {
        let words = |obstacle: &Obstacle| (obstacle.field().to_owned(), obstacle.words(texts.get()).to_owned());
        form.obstacles.with(|all| all.iter().map(words).collect::<Vec<_>>())
    });
    view! {
        <PageTitle
            text=Signal::derive(move || texts.get().welcome().page_title.to_owned())
            error=Signal::derive(move || form.obstacles.with(|all| !all.is_empty()))
        />
        <div class="welcome">
            <div class="welcome__say">
                <h1 tabindex="-1">{say(|t| t.welcome().title)}</h1>
                <p>{say(|t| t.welcome().lede)}</p>
            </div>
            <form class="welcome__form" novalidate=true on:submit=start>
                <div class="welcome__errors">
                    <ErrorSummary title=say(|t| t.common().error_summary_title) errors=errors/>
                </div>
                <NameFields form=form/>
                <Strands/>
                <div class="welcome__rest">
                    <WhoseBrowser form=form/>
                    <Input
                        id=MINUTES_FIELD
                        label=say(|t| t.welcome().length)
                        suffix=say(|t| t.welcome().length_unit)
                        value=form.minutes
                        error=form.error(MINUTES_FIELD, texts)
                        inputmode="numeric"
                        maxlength=4
                        width=FieldWidth::Short
                    />
                </div>
                <div class="welcome__go">
                    <Button kind=ButtonKind::Primary type_="submit" big=true>
                        {say(|t| t.welcome().start)}
                    </Button>
                </div>
                <div class="welcome__else">
                    <LinkButton kind=ButtonKind::Quiet href=Route::Import.href()>
                        {say(|t| t.welcome().got_a_file)}
                    </LinkButton>
                    <LinkButton kind=ButtonKind::Quiet href=move || example_href(form.me.get())>
                        {say(|t| t.example().link)}
                    </LinkButton>
                    <Show when=move || store.pairs().with(Vec::is_empty)>
                        <LinkButton kind=ButtonKind::Quiet href=Route::Lost.href()>
                            {say(|t| t.keeping().welcome_link)}
                        </LinkButton>
                    </Show>
                </div>
            </form>
        </div>
        <p class="welcome__keep">
            <span>{say(|t| t.welcome().keep_a_copy)}</span>
            <a href=Route::Help.href()>{say(|t| t.welcome().where_data_goes)}</a>
        </p>
    }
}

/// The two names, each field edged in its person's colour.
#[component]
fn NameFields(form: Form) -> impl IntoView {
    let texts = use_texts();
    view! {
        <div class="welcome__name welcome__name--mentor">
            <Input
                id=MENTOR_FIELD
                label=say(|t| t.welcome().who_guides)
                tag=say(|t| t.common().mentor)
                value=form.mentor
                error=form.error(MENTOR_FIELD, texts)
                maxlength=80
            />
        </div>
        <div class="welcome__name welcome__name--student">
            <Input
                id=STUDENT_FIELD
                label=say(|t| t.welcome().who_learns)
                tag=say(|t| t.common().student)
                value=form.student
                error=form.error(STUDENT_FIELD, texts)
                maxlength=80
            />
        </div>
    }
}

/// Whose browser, by name as soon as there is one; and whether both look at it.
#[component]
fn WhoseBrowser(form: Form) -> impl IntoView {
    let profile = use_store().profile();
    let has_own = Memo::new(move |_| form.me.get() == Role::Mentor && profile.with(Profile::has_words));
    let texts = use_texts();
    let called = move |name: RwSignal<String>, role: &'static str| {
        let name = name.get().trim().to_owned();
        if name.is_empty() { capitalised(role) } else { name }
    };
    let options = Signal::derive(move || {
        let common = texts.get().common();
        vec![(Role::Mentor, called(form.mentor, common.mentor)), (Role::Student, called(form.student, common.student))]
    });
    view! {
        <Choices
            legend=say(|t| t.welcome().whose_browser)
            hint=say(|t| t.welcome().whose_browser_hint)
            options=options
            value=Signal::derive(move || Some(form.me.get()))
            on_choose=move |role| form.me.set(role)
        />
        <Show when=move || has_own.get()>
            <Switch
                label=say(|t| t.profile().on_first_run)
                hint=say(|t| t.profile().on_first_run_hint)
                checked=form.take_own
                on_change=move |on| form.take_own.set(on)
            />
        </Show>
        <Switch
            label=say(|t| t.welcome().shared_screen)
            hint=say(|t| t.welcome().shared_screen_hint)
            checked=form.shared
            on_change=move |on| form.shared.set(on)
        />
    }
}

/// The two strands: from each name down to the button, meeting on the way. Two drawings for two widths.
#[component]
fn Strands() -> impl IntoView {
    view! {
        <div class="welcome__join welcome__join--mentor" aria-hidden="true">
            <svg class="strands is-wide" viewBox="0 0 100 100" preserveAspectRatio="none">
                <path class="strands__mentor" d="M100 -2C100 46 0 40 0 100"></path>
            </svg>
            <svg class="strands is-slim" viewBox="0 0 100 100" preserveAspectRatio="none">
                <path class="strands__mentor" d="M106 32C40 32 6 40 6 58S 30 86 37 100"></path>
            </svg>
        </div>
        <div class="welcome__join welcome__join--student" aria-hidden="true">
            <svg class="strands is-wide" viewBox="0 0 100 100" preserveAspectRatio="none">
                <path class="strands__student" d="M100 -2C100 46 88 56 66 56S0 52 0 100"></path>
            </svg>
            <svg class="strands is-slim" viewBox="0 0 100 100" preserveAspectRatio="none">
                <path class="strands__student" d="M106 66C66 66 52 78 37 100"></path>
            </svg>
        </div>
        <div class="welcome__line" aria-hidden="true">
            <svg class="strands" viewBox="0 0 100 100" preserveAspectRatio="none">
                <path class="strands__student" d="M37 0C-2 20 0 36 37 52"></path>
                <path class="strands__student" d="M37 52C72 61 52 89 104 91"></path>
                <path class="strands__mentor" d="M37 0C78 18 72 38 37 52"></path>
                <path class="strands__mentor" d="M37 52C4 62 14 92 104 91"></path>
                <path class="strands__knot is-done" d="M37 0h.01"></path>
                <path class="strands__knot is-done" d="M37 52h.01"></path>
            </svg>
        </div>
    }
}
